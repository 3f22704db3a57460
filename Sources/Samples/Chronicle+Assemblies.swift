import OrganizationLife

extension Chronicle {
  /// 支部党员大会
  mutating func holdAssembly(_ unit: Int, on day: Day, agenda items: [AgendaItem], month: Int) {
    let people = roster(unit, on: day)
    let eligible = people.count { hasVote($0, on: day) }
    var attendance = attendance(
      of: people, unit: unit, on: day,
      voters: items.isEmpty ? eligible / 2 + 2 : (eligible * 4 + 4) / 5 + 1,
      percent: items.isEmpty ? 80 : 50)
    if unit == 4, !items.isEmpty { sendWrittenOpinion(&attendance, unit: unit, on: day) }
    let excluded = prepare(&attendance, for: items, unit: unit, on: day)
    var sheet = Sheet("党员大会", of: units[unit].id, on: day)
    sheet.number = number("党员大会", of: units[unit].id, on: day)
    time(&sheet, from: 860, lasting: 80 + items.count * 20)
    sheet.place = place(unit)
    sheet.attendance = attendance
    sheet.excluded = excluded
    let host = host(of: items, unit, attendance, on: day)
    sheet.presider = host
    sheet.recorder = recorder(unit, attendance, presider: host, on: day)
    let present = attendance.present.count + attendance.video.count
    sheet.minutes = said(
      host,
      random.pick([
        "应到会党员\(people.count)名，实到\(present)名，符合规定人数，现在开会。",
        "今天大会应到\(people.count)人，实到\(present)人，可以开会。请记录人做好记录。",
      ]))
    if random.happens(150) {
      sheet.attending.append(reference(inspector))
      if people.contains(inspector) { sheet.attending.removeLast() }
    }
    let speaking = speakers(2 + random.below(3), of: attendance, but: host)
    sheet.items.append(
      study(
        random.pick(Texts.studies(in: units[unit].field)), prefix: "学习", presider: host,
        speakers: speaking, unit: unit))
    if random.happens(700) { sheet.items.append(report(by: host)) }
    for item in items {
      decide(item.matter, in: &sheet, unit: unit, on: day, eligible: eligible, month: month)
    }
    let voters = voters(attendance, on: day).count
    if items.isEmpty, voters * 2 > eligible, random.happens(640) {
      sheet.items.append(motion(sheet, unit: unit, voters: voters, eligible: eligible))
    } else if items.isEmpty {
      sheet.items.append(
        discuss(
          topics(unit, on: day)[0], presider: host,
          speakers: speakers(3, of: attendance, but: host), unit: unit, on: day, isOwned: false))
    }
    if random.happens(700) { sheet.summary = random.pick(Texts.summaries) }
    if random.happens(180) { sheet.tags = ["维度=组织"] }
    // Whoever came late or left early missed what is said to be missed; Q5 did not write it down.
    if unit != 4 { noteAway(&sheet) }
    let record = file(sheet, unit: unit)
    remember(items, sheet: sheet, record: record)
  }

  /// One of Q5's voters is away and writes down what he or she thinks.
  private func sendWrittenOpinion(_ attendance: inout Attendance, unit: Int, on day: Day) {
    let leading = officers(unit, on: day)
    guard !attendance.absent.contains(where: { hasVote($0.person, on: day) }),
      let index = attendance.present.lastIndex(where: { person in
        hasVote(person, on: day) && !leading.contains(person)
      })
    else { return }
    let person = attendance.present.remove(at: index)
    attendance.late.removeAll { $0 == person }
    attendance.left.removeAll { $0 == person }
    attendance.absent.append((person, "住院看护", secretary(unit, on: day)))
  }

  private mutating func motion(
    _ sheet: Sheet, unit: Int, voters: Int, eligible: Int
  ) -> SheetItem {
    let motions = Texts.motions
    let motion =
      switch sheet.date.month {
      case 1...3: motions[0]
      case 6: motions[2]
      case 7: motions[1]
      case 12: motions[5]
      default: motions[3 + random.below(2)]
      }
    let host = sheet.presider ?? 0
    var lines = [said(host, motion.introduction)]
    for person in speakers(2, of: sheet.attendance, but: host) {
      lines.append(
        said(
          person,
          random.pick([
            "同意。内容符合支部实际，建议抓好分解落实。", "同意，补充一点，时间节点再具体一些。", "没有不同意见。",
            "总体同意，个别表述建议修改得再平实一些。",
          ])))
    }
    var item = SheetItem(
      title: motion.title, kind: .vote, minutes: lines.joined(separator: "\n"))
    // At Q5 whoever came late or left early did not vote, and nobody wrote down who that was.
    let missed = Set(sheet.attendance.late + sheet.attendance.left)
      .count { unit == 4 && hasVote($0, on: sheet.date) }
    let voting = (voters - missed) * 2 > eligible ? voters - missed : voters
    let counts = passing(voting, eligible: eligible)
    item.votes = [vote(on: nil, .ordinary, method: "举手", counts: counts)]
    item.resolution = motion.resolution
    return item
  }

  // MARK: - What is decided about people

  private mutating func decide(
    _ matter: AgendaItem.Matter, in sheet: inout Sheet, unit: Int, on day: Day, eligible: Int,
    month: Int
  ) {
    switch matter {
    case .admission(let person, let introducers):
      if station(person, on: day)?.status != .probationary {
        sheet.attending.append(reference(person))
      }
      sheet.items.append(
        admission(of: person, introducers, sheet, unit: unit, eligible: eligible))
    case .confirmation(let person):
      sheet.items.append(confirmation(of: person, sheet, unit: unit, eligible: eligible))
    case .prolongation(let person, let until):
      let voters = voters(sheet.attendance, on: day).count
      var item = SheetItem(
        title: "表决\(name(person))同志延长预备期", kind: .vote, about: [person])
      item.minutes = [
        said(person, "宣读转正申请，检讨预备期内学习抓得不紧、工作纪律上的不足。"),
        said(sheet.presider ?? person, "支部委员会经审查，认为该同志还需进一步考察，建议延长预备期六个月，请大家讨论。"),
      ].joined(separator: "\n")
      item.votes = [
        vote(
          on: person, .prolongation, method: "无记名", counts: (voters, 0, 0), ballots: voters,
          scrutineer: tellers(sheet, but: [person])[0], teller: tellers(sheet, but: [person])[1])
      ]
      item.resolution = "大会同意\(name(person))同志延长预备期至\(until)，由介绍人加强帮助教育。"
      item.owners = [officer("组织委员", of: unit, on: day)]
      item.due = until
      sheet.items.append(item)
    case .discipline(let person):
      let voters = voters(sheet.attendance, on: day).count
      var item = SheetItem(title: "讨论\(name(person))同志处分事项", kind: .vote, about: [person])
      item.minutes = [
        said(sheet.presider ?? person, "通报核查情况和支部委员会意见，请党员充分发表意见。"),
        said(person, "对错误有认识，愿意接受组织处理。"),
      ].joined(separator: "\n")
      let tellers = tellers(sheet, but: [person])
      item.votes = [
        vote(
          on: person, .discipline, method: "无记名", counts: passing(voters, eligible: eligible),
          ballots: voters, scrutineer: tellers[0], teller: tellers[1])
      ]
      item.resolution = "大会同意给予\(name(person))同志留党察看两年处分，报上级党组织审批。"
      sheet.items.append(item)
    case .election(let candidates, let posts, let seats):
      sheet.items.append(election(candidates, posts, seats: seats, sheet, on: day))
    case .told(let told):
      tell(told, in: &sheet, eligible: eligible)
    }
  }

  /// Latecomers and early leavers are named at the first vote, as having been away from it or not.
  private func noteAway(_ sheet: inout Sheet) {
    guard let first = sheet.items.firstIndex(where: { !$0.votes.isEmpty }) else { return }
    let missed = sheet.attendance.late + sheet.attendance.left
    guard !missed.isEmpty else { return }
    // Nobody's vote is lost: what they missed is an item without a vote.
    if first > 0 {
      sheet.items[0].away = missed
    } else {
      sheet.attendance.late = []
      sheet.attendance.left = []
    }
  }

  /// 监票人 and 计票人: two who vote and whom it is not about.
  func tellers(_ sheet: Sheet, but people: [Int]) -> [Int] {
    let voters = voters(sheet.attendance, on: sheet.date).filter {
      !people.contains($0) && $0 != sheet.presider && sheet.attendance.present.contains($0)
    }
    let first = voters.first ?? sheet.presider ?? 0
    return [first, voters.last ?? first]
  }

  private mutating func admission(
    of person: Int, _ introducers: [Int], _ sheet: Sheet, unit: Int, eligible: Int
  ) -> SheetItem {
    let day = sheet.date
    let host = sheet.presider ?? 0
    let present = voters(sheet.attendance, on: day).count
    var item = SheetItem(
      title: "讨论接收\(name(person))同志为中共预备党员", kind: .vote, about: [person])
    var lines = [said(person, "向大会汇报对党的认识、入党动机、本人履历和需要说明的问题。")]
    if let first = introducers.first(where: { sheet.attendance.present.contains($0) }) {
      lines.append(said(first, "作为入党介绍人，介绍其政治表现、工作实绩和群众基础，认为具备党员条件。"))
    }
    lines.append(said(host, "支部委员会经严格审查，认为手续完备、材料齐全，公示无异议，同意提交大会讨论。"))
    for speaker in speakers(3, of: sheet.attendance, but: host)
    where !introducers.contains(speaker) && speaker != person {
      lines.append(
        said(
          speaker,
          random.pick([
            "工作踏实，急难任务不推脱，同意接收。", "学习认真，团结同志，希望今后在理论上再提高，同意接收。",
            "优点明显，不足是有时急躁，希望改进，同意接收。", "经过几年培养，进步很大，同意。",
          ])))
    }
    lines.append(said(person, "感谢组织培养，决心以实际行动接受考验。"))
    item.minutes = lines.joined(separator: "\n")
    let isWritten =
      unit == 4
      && sheet.attendance.absent.contains { hasVote($0.person, on: day) }
    var counts = passing(present, eligible: eligible)
    if isWritten { counts.0 += 1 }
    let tellers = tellers(sheet, but: [person] + introducers)
    item.votes = [
      vote(
        on: person, .admission, method: "无记名", counts: counts, written: isWritten ? 1 : 0,
        ballots: present, scrutineer: tellers[0], teller: tellers[1])
    ]
    item.resolution =
      "应到会有表决权的正式党员\(eligible)名，实到\(present)名。经无记名投票表决，\(counts.0)票赞成，"
      + "\(counts.1)票不赞成，\(counts.2)票弃权，同意接收\(name(person))同志为中共预备党员，报上级党委审批。"
    return item
  }

  private mutating func confirmation(
    of person: Int, _ sheet: Sheet, unit: Int, eligible: Int
  ) -> SheetItem {
    let host = sheet.presider ?? 0
    let present = voters(sheet.attendance, on: sheet.date).count
    var item = SheetItem(
      title: "讨论\(name(person))同志转为中共正式党员", kind: .vote, about: [person])
    item.minutes = [
      said(person, "宣读转正申请书，汇报预备期内的思想、学习和工作情况。"),
      said(host, "支部委员会审查认为该同志预备期内表现良好，能够履行党员义务。"),
      said(
        speakers(1, of: sheet.attendance, but: host).first ?? host,
        random.pick(["预备期内进步明显，同意转正。", "关键时刻能顶上去，同意按期转正。", "希望转正后继续加强理论学习，同意。"])),
    ].joined(separator: "\n")
    let counts = passing(present, eligible: eligible)
    let tellers = tellers(sheet, but: [person])
    item.votes = [
      vote(
        on: person, .confirmation, method: "无记名", counts: counts, ballots: present,
        scrutineer: tellers[0], teller: tellers[1])
    ]
    item.resolution =
      "应到会有表决权的正式党员\(eligible)名，实到\(present)名。经无记名投票表决，\(counts.0)票赞成，"
      + "\(counts.1)票不赞成，\(counts.2)票弃权，同意\(name(person))同志转为中共正式党员，报上级党委审批。"
    return item
  }

  private mutating func election(
    _ candidates: [Int], _ posts: [String], seats: Int, _ sheet: Sheet, on day: Day
  ) -> SheetItem {
    let host = sheet.presider ?? 0
    let present = voters(sheet.attendance, on: day).count
    var item = SheetItem(
      title: seats > 1 ? "选举新一届支部委员会委员" : "增补选举支部委员会委员", kind: .vote,
      about: candidates)
    item.seats = seats
    let tellers = tellers(sheet, but: candidates)
    item.minutes = [
      said(host, "通过选举办法和监票人，候选人\(candidates.count)名，应选\(seats)名，差额选举，按姓氏笔画排列。"),
      said(tellers[0], "发出选票\(present)张，收回\(present)张，选举有效。"),
      said(host, "宣布选举结果。"),
    ].joined(separator: "\n")
    for (index, candidate) in candidates.enumerated() {
      let isElected = index < seats
      let favour = isElected ? present - 1 : min(seats, present / 2)
      item.votes.append(
        vote(
          on: candidate, .election, method: "无记名", counts: (favour, present - favour, 0),
          ballots: present, scrutineer: tellers[0], teller: tellers[1]))
    }
    let elected = candidates.prefix(seats).map { name($0) }.joined(separator: "、")
    item.resolution =
      seats > 1
      ? "\(elected)同志当选支部委员会委员，随后召开的委员会第一次会议选举产生书记，报上级党委批准。"
      : "\(elected)同志当选支部委员会委员，担任\(posts.first ?? "委员")，报上级党委备案。"
    return item
  }

  /// Keeps what the procedures rest on.
  private mutating func remember(_ items: [AgendaItem], sheet: Sheet, record: Int) {
    for item in items {
      switch item.matter {
      case .admission(let person, _):
        evidence.append(
          Evidence(person: person, step: "支部大会讨论", record: record, day: sheet.date))
      case .confirmation(let person):
        evidence.append(
          Evidence(person: person, step: "支部大会讨论转正", record: record, day: sheet.date))
      case .prolongation(let person, _):
        evidence.append(
          Evidence(person: person, step: "支部大会讨论延长预备期", record: record, day: sheet.date))
      case .election(let candidates, _, let seats) where seats > 1:
        evidence.append(
          Evidence(person: candidates[0], step: "党员大会选举", record: record, day: sheet.date))
      case .told(.renewal(let candidates, _)):
        evidence.append(
          Evidence(person: candidates[0], step: "党员大会选举", record: record, day: sheet.date))
      case .discipline, .election, .told: break
      }
    }
  }
}
