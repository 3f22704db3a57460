import OrganizationLife

extension Chronicle {
  // MARK: - 谈心谈话

  /// The talks of the weeks before the 组织生活会: the committee among themselves, each member with
  /// one of them, members in pairs. Some branches leave some out. Or only so many of these talks,
  /// in the middle of the year.
  mutating func holdTalks(_ unit: Int, before day: Day, pairs limit: Int? = nil) {
    let people = roster(unit, on: day).filter {
      station($0, on: day)?.rights != .suspended && station($0, on: day)?.isFloating == false
        && !comrades[$0].isAway(on: day)
    }
    let leading = officers(unit, on: day).filter { people.contains($0) }
    let ordinary = people.filter { !leading.contains($0) }
    var pairs: [(Int, Int)] = []
    for (index, first) in leading.enumerated() {
      for second in leading[(index + 1)...] { pairs.append((first, second)) }
    }
    for (index, person) in ordinary.enumerated() where !leading.isEmpty {
      pairs.append((leading[index % leading.count], person))
    }
    for index in stride(from: 0, to: ordinary.count - 1, by: 2) {
      pairs.append((ordinary[index], ordinary[index + 1]))
    }
    if ordinary.count > 1, ordinary.count % 2 == 1, let last = ordinary.last {
      pairs.append((ordinary[0], last))
    }
    if let limit { pairs = random.take(limit, of: pairs) }
    let skipped = limit != nil || [1, 3, 6, 12].contains(unit) ? 0 : random.between(320...600)
    for (index, pair) in pairs.enumerated() where !random.happens(skipped) {
      let date = workday(day.adding(days: -28 + index * 24 / max(1, pairs.count)))
      let isHere = [pair.0, pair.1].allSatisfy { person in
        guard let station = station(person, on: date) else { return false }
        return station.unit == unit && station.isOnRoster
      }
      guard isHere, isPast(date), date >= months[0] else { continue }
      talk(pair.0, with: pair.1, unit: unit, on: date)
    }
  }

  private mutating func talk(_ host: Int, with person: Int, unit: Int, on day: Day) {
    var sheet = Sheet("谈心谈话", of: units[unit].id, on: day)
    time(&sheet, from: random.pick([500, 600, 900, 960]), lasting: 30)
    sheet.place = random.pick(["谈心室", "办公室", "值班室", "党员活动室"])
    sheet.presider = host
    sheet.attendance.present = [host, person]
    sheet.minutes = [
      said(host, random.pick(Texts.talkQuestions)),
      said(person, local(random.pick(Texts.talkAnswers(in: units[unit].field)), unit: unit)),
      said(host, local(random.pick(Texts.talkClosings), unit: unit)),
    ].joined(separator: "\n")
    file(sheet, unit: unit)
  }

  // MARK: - 组织生活会

  mutating func holdLifeMeeting(_ unit: Int, on day: Day, isCombined: Bool) {
    var sheet = Sheet("组织生活会", of: units[unit].id, on: day)
    let people = roster(unit, on: day)
    sheet.attendance = attendance(of: people, unit: unit, on: day, percent: 50)
    let host = presider(unit, sheet.attendance, on: day)
    time(&sheet, from: 520, lasting: isCombined ? 190 : 140)
    sheet.title = "\(day.year)年度组织生活会"
    sheet.place = place(unit)
    sheet.presider = host
    sheet.recorder = recorder(unit, sheet.attendance, presider: host, on: day)
    if !people.contains(inspector) { sheet.attending = [reference(inspector)] }
    sheet.items = [
      SheetItem(
        title: "通报会前学习、谈心谈话和征求意见情况", kind: .report,
        minutes: said(
          host, "会前组织集中学习两次，开展谈心谈话，征求意见建议\(random.between(5...14))条，梳理为\(random.between(3...6))个方面。"
        )),
      SheetItem(
        title: "通报上年度整改措施落实情况", kind: .report,
        minutes: said(host, "上年度整改措施已基本落实，长期坚持的继续抓，个别未完成的说明了原因。")),
    ]
    var lines: [String] = []
    for person in speakers(4, of: sheet.attendance, but: nil) {
      let faults = random.take(2, of: Texts.selfCriticisms(in: units[unit].field))
      lines.append(
        said(person, "自我批评：" + faults.map { local($0, unit: unit) }.joined()))
      for critic in speakers(2, of: sheet.attendance, but: person) {
        lines.append(
          said(
            critic,
            "对\(name(person))同志提一点意见："
              + local(random.pick(Texts.criticisms(in: units[unit].field)), unit: unit)))
      }
    }
    sheet.items.append(
      SheetItem(
        title: "开展批评和自我批评", kind: .discussion, minutes: lines.joined(separator: "\n"),
        resolution: "会上提出的意见由本人认领，列入整改。"))
    let measures = random.take(2, of: Texts.measures)
    sheet.items.append(
      SheetItem(
        title: "明确整改措施", kind: .discussion,
        minutes: said(host, measures.joined()), resolution: measures.joined(),
        owners: [host], due: day.adding(days: 60)))
    if isCombined {
      sheet.counts = ["民主评议"]
      sheet.items += appraisal(people, sheet.attendance, host: host, unit: unit, on: day)
    }
    sheet.summary = random.pick(Texts.summaries)
    file(sheet, unit: unit)
  }

  /// A 专题组织生活会 of the joint branch: nothing that led to it is on record, and nobody has
  /// anything to do afterwards.
  mutating func holdBareLifeMeeting(month: Int) {
    let unit = Self.jointBranch
    let day = workday(month: month, 24)
    guard isPast(day) else { return }
    var sheet = Sheet("组织生活会", of: units[unit].id, on: day)
    sheet.attendance = attendance(of: roster(unit, on: day), unit: unit, on: day, percent: 50)
    let host = presider(unit, sheet.attendance, on: day)
    time(&sheet, from: 900, lasting: 60)
    sheet.title = "专题组织生活会"
    sheet.place = place(unit)
    sheet.presider = host
    sheet.recorder = recorder(unit, sheet.attendance, presider: host, on: day)
    sheet.items = [
      SheetItem(
        title: "开展批评和自我批评", kind: .discussion,
        minutes: speakers(3, of: sheet.attendance, but: host).map { person in
          said(person, local(random.pick(Texts.selfCriticisms(in: units[unit].field)), unit: unit))
        }.joined(separator: "\n"), resolution: "会上提出的意见由本人认领。")
    ]
    file(sheet, unit: unit)
  }

  mutating func holdAppraisal(_ unit: Int, on day: Day) {
    var sheet = Sheet("民主评议", of: units[unit].id, on: day)
    let people = roster(unit, on: day)
    sheet.attendance = attendance(of: people, unit: unit, on: day, percent: 50)
    let host = presider(unit, sheet.attendance, on: day)
    time(&sheet, from: 520, lasting: 120)
    sheet.title = "\(day.year - 1)年度民主评议党员"
    sheet.place = place(unit)
    sheet.presider = host
    sheet.recorder = recorder(unit, sheet.attendance, presider: host, on: day)
    sheet.items = appraisal(people, sheet.attendance, host: host, unit: unit, on: day)
    file(sheet, unit: unit)
  }

  /// 个人自评, 党员互评, 民主测评 and the grades: an item for each grade, `About` whom it is given,
  /// the grade as its resolution. 优秀 for no more than a third (R12).
  private mutating func appraisal(
    _ people: [Int], _ attendance: Attendance, host: Int, unit: Int, on day: Day
  ) -> [SheetItem] {
    var items: [SheetItem] = []
    let speakers = speakers(3, of: attendance, but: host)
    items.append(
      SheetItem(
        title: "个人自评", kind: .discussion,
        minutes: speakers.map { person in
          said(
            person,
            local(random.pick(Texts.selfCriticisms(in: units[unit].field)), unit: unit)
              + "一年来能够完成本职工作，今后努力改进。")
        }.joined(separator: "\n"), resolution: "全体党员作了自评，未到会的提交书面材料。"))
    items.append(
      SheetItem(
        title: "党员互评", kind: .discussion,
        minutes: speakers.map { person in
          said(person, local(random.pick(Texts.criticisms(in: units[unit].field)), unit: unit))
        }.joined(separator: "\n"), resolution: "互评意见由记录人整理后反馈本人。"))
    // Q10 left out a step, Q4 gave more than a third the best grade, Q8 graded on probation.
    if unit != 9 {
      items.append(
        SheetItem(
          title: "民主测评", kind: .report,
          minutes: said(
            host, "发出测评票\(attendance.present.count)张，收回\(attendance.present.count)张，现场汇总。")))
    }
    let graded = people.filter {
      (station($0, on: day)?.status == .full || unit == 7)
        && station($0, on: day)?.rights == .normal
    }
    let ranking = random.take(graded.count, of: graded)
    let most = people.count / 3 + (unit == 3 ? 1 : 0)
    let best = Array(ranking.prefix(most)).sorted()
    let rest = ranking.dropFirst(most)
    let weak = unit == 7 ? Array(rest.suffix(1)) : []
    let middle = rest.filter { !weak.contains($0) }.sorted()
    let others = people.filter { !graded.contains($0) }
    let grades: [(String, [Int], String)] = [
      ("优秀", best, "优秀"), ("合格", middle, "合格"), ("基本合格", weak, "基本合格"),
      ("不定等次", others, "参加评议，不定等次"),
    ]
    for (grade, members, resolution) in grades where !members.isEmpty {
      items.append(
        SheetItem(
          title: "评定等次：\(grade)", kind: .discussion, about: members,
          minutes: said(host, "结合测评结果和日常表现，支部委员会提出评定意见。"), resolution: resolution))
    }
    return items
  }
}
