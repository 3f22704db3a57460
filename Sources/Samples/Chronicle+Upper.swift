import OrganizationLife

extension Chronicle {
  /// What the 党委, the 总支 and some branches hold besides.
  mutating func holdUpperActivities() {
    for month in months.indices {
      holdPartyCommittee(month)
      for unit in Self.generalBranches { holdGeneralBranch(unit, month) }
      holdOccasions(month)
      visitAndTalk(month)
    }
    holdShortMeetings()
  }

  private func members(of units: [Int], on day: Day) -> Int {
    units.reduce(0) { $0 + roster($1, on: day).count }
  }

  private mutating func committeeSheet(_ kind: String, unit: Int, on day: Day) -> Sheet {
    var sheet = Sheet(kind, of: units[unit].id, on: day)
    sheet.attendance = attendance(of: officers(unit, on: day), unit: unit, on: day, percent: 60)
    sheet.presider = sheet.attendance.present.first
    sheet.place = unit == Self.committee ? "机关四楼会议室" : "总支会议室"
    return sheet
  }

  private mutating func holdPartyCommittee(_ month: Int) {
    let unit = Self.committee
    let day = workday(month: month, random.between(3...22))
    if isPast(day) {
      var sheet = committeeSheet("党委会", unit: unit, on: day)
      sheet.attendance.present.sort()
      let host = sheet.attendance.present.first ?? inspector
      sheet.presider = host
      sheet.recorder = inspector
      sheet.attending = [reference(inspector)]
      sheet.number = number("党委会", of: "DW", on: day)
      time(&sheet, from: 520, lasting: 110)
      sheet.items = [
        study(
          random.pick(Texts.studies), prefix: "第一议题：学习", presider: host,
          speakers: speakers(2, of: sheet.attendance, but: host), unit: unit),
        discuss(
          random.pick(Texts.discussions), presider: host,
          speakers: speakers(2, of: sheet.attendance, but: host), unit: unit, on: day,
          isOwned: false),
      ]
      file(sheet, unit: unit)
    }
    let studyDay = workday(month: month, random.between(10...27))
    if isPast(studyDay), ![2, 8].contains(months[month].month) {
      let text = random.pick(Texts.studies)
      var sheet = committeeSheet("中心组学习", unit: unit, on: studyDay)
      sheet.recorder = inspector
      sheet.number = number("中心组学习", of: "DW", on: studyDay)
      sheet.start = "14:30"
      sheet.end = "18:00"
      sheet.title = "专题学习\(text.title)"
      sheet.hours = "4"
      sheet.tags = ["维度=学用"]
      let host = sheet.presider ?? inspector
      sheet.items = [
        study(
          text, prefix: "学习", presider: host,
          speakers: speakers(3, of: sheet.attendance, but: host), unit: unit)
      ]
      file(sheet, unit: unit)
    }
  }

  private mutating func holdGeneralBranch(_ unit: Int, _ month: Int) {
    let branches = (0..<Self.branchCount).filter {
      units[$0].parent(on: months[month]) == units[unit].id
    }
    let day = workday(month: month, random.between(6...26))
    guard isPast(day) else { return }
    if !random.happens(60) {
      var sheet = committeeSheet("总支委员会", unit: unit, on: day)
      let host = sheet.attendance.present.first ?? inspector
      sheet.presider = host
      sheet.recorder = sheet.attendance.present.last ?? host
      sheet.number = number("总支委员会", of: sheet.organization, on: day)
      time(&sheet, from: 900, lasting: 60)
      sheet.items = [
        study(
          random.pick(Texts.studies), prefix: "第一议题：学习", presider: host,
          speakers: speakers(1, of: sheet.attendance, but: host), unit: unit),
        discuss(
          random.pick(Texts.discussions), presider: host,
          speakers: speakers(2, of: sheet.attendance, but: host), unit: unit, on: day,
          isOwned: false),
      ]
      file(sheet, unit: unit)
    }
    let calendarMonth = months[month].month
    guard [3, 4, 9, 10].contains(calendarMonth) else { return }
    let isLesson = calendarMonth % 2 == 0
    let other = workday(month: month, random.between(8...18))
    guard isPast(other) else { return }
    var sheet = Sheet(isLesson ? "党课" : "党员大会", of: units[unit].id, on: other)
    let host = officers(unit, on: other)[0]
    sheet.number = number(sheet.kind, of: sheet.organization, on: other)
    time(&sheet, from: 870, lasting: 90)
    sheet.place = "大礼堂"
    sheet.presider = host
    sheet.recorder = officers(unit, on: other)[2]
    sheet.headcount = "\(members(of: branches, on: other) * 84 / 100)"
    if isLesson {
      let lesson = random.pick(Texts.lessons)
      sheet.title = lesson.title
      sheet.lecturers = [reference(host)]
      sheet.hours = "2"
      sheet.minutes = lesson.points.joined(separator: "\n")
    } else {
      sheet.items = [
        SheetItem(
          title: "学习上级党组织文件精神", kind: .study,
          minutes: said(host, random.pick(random.pick(Texts.studies).points))),
        SheetItem(
          title: "听取各支部工作汇报", kind: .report,
          minutes: said(host, "各支部汇报工作情况，总支逐一点评，肯定成绩，指出记录不细、补学不及时等不足。")),
      ]
    }
    file(sheet, unit: unit)
  }

  // MARK: - Once or twice a year

  private mutating func occasion(
    _ kind: String, unit: Int, on day: Day, title: String, place: String
  ) -> Sheet {
    var sheet = Sheet(kind, of: units[unit].id, on: day)
    sheet.title = title
    sheet.place = place
    sheet.presider = officers(unit, on: day).first
    sheet.recorder = inspector
    time(&sheet, from: 540, lasting: 120)
    return sheet
  }

  private mutating func holdOccasions(_ month: Int) {
    let unit = Self.committee
    let day = workday(month: month, 9 + month % 7)
    guard isPast(day.adding(days: 4)) else { return }
    let all = members(of: Array(0..<Self.branchCount), on: day)
    let year = day.year
    switch day.month {
    case 1:
      for unit in [unit] + Self.generalBranches {
        var sheet = occasion(
          "述职评议", unit: unit, on: day, title: "\(year - 1)年度书记抓基层党建述职评议会", place: "机关四楼会议室")
        let host = sheet.presider ?? inspector
        sheet.attendance.present = officers(unit, on: day).sorted()
        sheet.headcount = "\(16 + officers(unit, on: day).count)"
        sheet.items = [
          SheetItem(title: "书记述职", kind: .report, minutes: said(host, "报告一年来抓基层党建工作情况、存在问题和下步打算。")),
          SheetItem(
            title: "现场评议", kind: .discussion, minutes: said(host, "逐一点评，指出问题，提出要求。"),
            resolution: "评议结果按规定运用。"),
        ]
        file(sheet, unit: unit)
      }
    case 3, 9:
      var sheet = occasion(
        "专题会议", unit: unit, on: day, title: "研究基层党建重点问题", place: "机关四楼会议室")
      let host = sheet.presider ?? inspector
      sheet.attendance.present = officers(unit, on: day).sorted()
      sheet.items = [
        discuss(
          random.pick(Texts.discussions), presider: host,
          speakers: speakers(2, of: sheet.attendance, but: host), unit: unit, on: day,
          isOwned: false)
      ]
      file(sheet, unit: unit)
      observe(unit, on: day)
      if day.month == 9 { hearOpinions(on: day.adding(days: 1)) }
    case 4: train(officersAt: 0, "支部书记", hours: 24, days: 3, on: day)
    case 5, 11:
      var sheet = occasion("警示教育", unit: unit, on: day, title: "警示教育大会", place: "大礼堂")
      sheet.headcount = "\(all * 88 / 100)"
      sheet.minutes = "通报典型案例，观看警示教育片，党委书记提出要求。"
      file(sheet, unit: unit)
      if day.month == 11 { drill(on: day.adding(days: 1)) }
    case 6:
      var sheet = occasion("党课", unit: unit, on: day, title: "牢记初心使命，忠诚履职尽责", place: "大礼堂")
      sheet.number = number("党课", of: "DW", on: day)
      sheet.lecturers = sheet.presider.map { [reference($0)] } ?? []
      sheet.headcount = "\(all * 86 / 100)"
      sheet.hours = "2"
      sheet.minutes = "党委书记围绕忠诚、法治、担当三个方面讲授党课，联系本单位队伍实际提出要求。"
      file(sheet, unit: unit)
      recommend(on: day.adding(days: 2))
      observe(unit, on: day.adding(days: 1))
    case 7: celebrateJuly(on: day)
    case 8:
      drill(on: day)
      compete(on: day.adding(days: 2))
    case 10:
      train(officersAt: 1, "支部委员", hours: 16, days: 2, on: day)
      var sheet = occasion("考试", unit: unit, on: day, title: "党建应知应会测试", place: "教育中心")
      sheet.headcount = "\(all * 70 / 100)+"
      file(sheet, unit: unit)
    case 12: observe(unit, on: day)
    default: break
    }
  }

  /// 政治轮训: of the secretaries, or of the other officers.
  private mutating func train(
    officersAt start: Int, _ name: String, hours: Int, days: Int, on day: Day
  ) {
    var sheet = Sheet("培训", of: "DW", on: day)
    sheet.endDate = day.adding(days: days - 1)
    sheet.title = "\(day.year)年\(name)政治轮训班"
    sheet.place = "省局党校教学点"
    sheet.hours = "\(hours)"
    sheet.sessions = 1
    sheet.presider = inspector
    sheet.attendance.present = (0..<Self.branchCount).flatMap { unit in
      start == 0 ? [secretary(unit, on: day)] : Array(officers(unit, on: day).dropFirst())
    }.sorted()
    sheet.tags = ["维度=学用"]
    file(sheet, unit: Self.committee)
  }

  /// 现场观摩 at a branch.
  private mutating func observe(_ unit: Int, on day: Day) {
    let host = random.below(12)
    var sheet = occasion(
      "现场观摩", unit: unit, on: day, title: "主题党日现场观摩（\(units[host].name)）", place: units[host].covers
    )
    sheet.headcount = "~\(random.between(3...5) * 10)"
    sheet.host = units[host].id
    sheet.visitors = ["各党支部书记"]
    sheet.items = [
      SheetItem(title: "观摩主题党日", kind: .part, minutes: "观摩\(units[host].name)主题党日全过程。"),
      SheetItem(title: "交流点评", kind: .part, minutes: "各支部书记交流体会，政治处点评。"),
    ]
    file(sheet, unit: unit)
  }

  private mutating func hearOpinions(on day: Day) {
    let day = workday(day)
    var sheet = Sheet("座谈会", of: units[Self.retirees].id, on: day)
    let people = roster(Self.retirees, on: day)
    sheet.title = "离退休党员征求意见座谈会"
    sheet.place = "老干部活动中心"
    sheet.presider = secretary(Self.retirees, on: day)
    sheet.attendance.present = random.take(6, of: people).sorted()
    time(&sheet, from: 540, lasting: 80)
    sheet.attending = [reference(inspector)]
    sheet.minutes = sheet.attendance.present.prefix(3).map {
      said($0, random.pick(["希望情况通报再及时一些。", "愿意为年轻同志讲讲传统。", "送学上门做得好，要坚持。"]))
    }.joined(separator: "\n")
    file(sheet, unit: Self.retirees)
  }

  /// 举荐会
  private mutating func recommend(on day: Day) {
    let unit = random.below(12)
    let day = workday(day)
    let people = roster(unit, on: day)
    let host = secretary(unit, on: day)
    let chosen = random.take(2, of: people.filter { $0 != host && hasVote($0, on: day) })
    var sheet = Sheet("举荐会", of: units[unit].id, on: day)
    sheet.title = "优秀民警举荐会"
    sheet.place = place(unit)
    sheet.presider = host
    sheet.attendance.present = random.take(
      7, of: people.filter { $0 != host && !chosen.contains($0) })
    sheet.attendance.present = ([host] + chosen + sheet.attendance.present).sorted()
    time(&sheet, from: 880, lasting: 90)
    sheet.items = [
      SheetItem(
        title: "书记举荐", kind: .part, about: chosen, minutes: said(host, "介绍被举荐同志的工作实绩和群众评价。")),
      SheetItem(
        title: "本人表态", kind: .part, about: chosen,
        minutes: chosen.map { said($0, "感谢大家信任，成绩属于集体，今后继续努力。") }.joined(separator: "\n")),
      SheetItem(title: "现场评荐", kind: .part, minutes: "到会人员逐一发表意见，形成举荐结果。"),
    ]
    let record = file(sheet, unit: unit)
    evidence += chosen.map { Evidence(person: $0, step: "举荐会", record: record, day: day) }
  }

  private mutating func celebrateJuly(on day: Day) {
    var sheet = occasion(
      "党建活动", unit: Self.committee, on: day, title: "庆祝建党纪念日系列活动", place: "大礼堂")
    sheet.headcount = "~150"
    sheet.counts = ["主题党日"]
    sheet.items = [
      SheetItem(title: "新党员入党宣誓", kind: .part, minutes: "新党员面向党旗宣誓。"),
      SheetItem(title: "表彰先进", kind: .part, minutes: "宣读表彰决定并颁奖。"),
    ]
    file(sheet, unit: Self.committee)
    for unit in [12, 13] {
      var talk = Sheet("专题研讨", of: units[unit].id, on: day.adding(days: 1))
      talk.title = "党建与业务融合专题研讨"
      talk.place = place(unit)
      talk.presider = secretary(unit, on: day)
      talk.attendance.present = random.take(6, of: roster(unit, on: day)).sorted()
      if let host = talk.presider, !talk.attendance.present.contains(host) {
        talk.attendance.present = (talk.attendance.present + [host]).sorted()
      }
      time(&talk, from: 900, lasting: 80)
      talk.minutes = talk.attendance.present.prefix(3).map {
        said($0, remark(on: .building, unit: unit))
      }.joined(separator: "\n")
      file(talk, unit: unit)
    }
  }

  /// A night drill that ends on the next day.
  private mutating func drill(on day: Day) {
    let unit = random.below(6)
    var sheet = Sheet("岗位训练", of: units[unit].id, on: day)
    sheet.endDate = day.adding(days: 1)
    sheet.start = "22:30"
    sheet.end = "01:20"
    sheet.title = "党员突击队夜间应急处置演练"
    sheet.place = "\(units[unit].covers)及外围"
    sheet.presider = secretary(unit, on: day)
    sheet.attendance.present = random.take(7, of: roster(unit, on: day)).sorted()
    if let host = sheet.presider, !sheet.attendance.present.contains(host) {
      sheet.attendance.present = (sheet.attendance.present + [host]).sorted()
    }
    sheet.items = [
      SheetItem(title: "紧急集合", kind: .part, minutes: "22:40 下达指令，全员按时到位，装备齐全。"),
      SheetItem(title: "处置演练", kind: .part, minutes: "按预案分组处置，通信畅通，配合有序。"),
      SheetItem(title: "讲评", kind: .part, minutes: "集合速度比上次提高，照明器材携带不足，应当补齐。"),
    ]
    file(sheet, unit: unit)
  }

  private mutating func compete(on day: Day) {
    var sheet = Sheet("竞赛", of: "DW", on: workday(day))
    sheet.title = "执法文书和应急技能竞赛"
    sheet.place = "训练场"
    sheet.presider = inspector
    sheet.headcount = "48"
    sheet.sessions = 2
    sheet.items = [
      SheetItem(title: "预赛", kind: .part, minutes: "各支部代表队参加文书制作和体能科目。"),
      SheetItem(title: "决赛", kind: .part, minutes: "六支代表队进入决赛，现场公布成绩。"),
    ]
    file(sheet, unit: Self.committee)
  }

  // MARK: - Visits, short meetings

  private mutating func visitAndTalk(_ month: Int) {
    for unit in 0..<Self.branchCount {
      let day = workday(month: month, 5 + unit)
      guard isPast(day) else { continue }
      let host = secretary(unit, on: day)
      let others = roster(unit, on: day).filter {
        $0 != host && station($0, on: day)?.rights == .normal && !comrades[$0].isAway(on: day)
      }
      let isTurn = { (offset: Int, every: Int) in (month + unit + offset) % every == 0 }
      if unit != Self.retirees, isTurn(1, 8) {
        small("廉政谈话", unit, day, host, [random.pick(others)], random.pick(Texts.integrityTalks))
      }
      if unit < 12, isTurn(3, 9) {
        small("家访", unit, day, host, [random.pick(others)], random.pick(Texts.homeVisits))
      }
      if unit == Self.retirees ? isTurn(0, 2) : isTurn(4, 11) {
        small("走访慰问", unit, day, host, [random.pick(others)], random.pick(Texts.visits))
      }
    }
  }

  private mutating func small(
    _ kind: String, _ unit: Int, _ day: Day, _ host: Int, _ people: [Int], _ minutes: String
  ) {
    var sheet = Sheet(kind, of: units[unit].id, on: day)
    sheet.presider = host
    sheet.attendance.present = [host] + people
    sheet.minutes = minutes
    time(&sheet, from: 560, lasting: 40)
    file(sheet, unit: unit)
  }

  /// The weekly meetings of Q1's last weeks, and some of Q4's 碰头会.
  private mutating func holdShortMeetings() {
    for week in 1...10 {
      let day = workday(today.adding(days: -7 * (11 - week) + 1 - today.weekday))
      guard isPast(day) else { continue }
      var sheet = Sheet("周例会", of: units[0].id, on: day)
      sheet.number = number("周例会", of: sheet.organization, on: day)
      sheet.presider = secretary(0, on: day)
      sheet.attendance.present = officers(0, on: day).sorted()
      sheet.place = units[0].covers + "会议室"
      time(&sheet, from: 500, lasting: 30)
      let host = sheet.presider ?? 0
      sheet.items = [
        SheetItem(
          title: "政治理论周研讨", kind: .study,
          minutes: said(host, random.pick(random.pick(Texts.studies).points))),
        SheetItem(
          title: "业务工作周安排", kind: .report, minutes: said(host, local("本周重点抓好{w}。", unit: 0))),
      ]
      file(sheet, unit: 0)
      guard week % 3 == 0 else { continue }
      var brief = Sheet("碰头会", of: units[3].id, on: day)
      brief.presider = secretary(3, on: day)
      brief.attendance.present = officers(3, on: day).sorted()
      brief.minutes = local("通报昨日情况，强调{w}，明确当日分工。", unit: 3)
      file(brief, unit: 3)
    }
  }
}
