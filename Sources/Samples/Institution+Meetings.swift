import OrganizationLife

// What every branch does anyway: 三会一课, 主题党日, 组织生活会, 谈心谈话.
extension Institution {
  /// When a kind begins, in minutes after midnight: what may fall on one day stands in turn, so
  /// that nobody sits in two meetings at once.
  private static func start(of kind: String) -> Int {
    switch kind {
    case "碰头会": 490
    case "周例会", "每周议一议": 500
    case "党小组会", "党课", "党委会", "送教下基层", "送学推送": 540
    case "支委会", "党员大会", "组织生活会", "岗位训练", "考试", "专题读书班": 640
    case "廉政谈话": 750
    case "谈心谈话": 795
    case "主题党日", "民主评议", "业务导向型学习", "总支委员会", "举荐会", "述职评议": 840
    case "政治生日": 900
    case "政治学习", "竞赛", "进监区宣讲": 970
    case "中心组学习": 980
    case "家访", "走访慰问", "结对帮扶": 1020
    default: 870
    }
  }

  /// A sheet with time, place, who presides and who writes.
  mutating func sheet(
    _ kind: String, of body: Int, on day: Day, lasting minutes: Int
  ) -> Sheet {
    var sheet = Sheet(kind, of: bodies[body].id, on: day)
    let start = Self.start(of: kind)
    sheet.start = Chronicle.clock(start)
    sheet.end = Chronicle.clock(start + minutes)
    sheet.place = bodies[body].level == .committee ? "办公楼会议室" : room(of: bodies[body])
    sheet.presider = bodies[body].secretary
    sheet.recorder = bodies[body].keeper
    return sheet
  }

  /// 党员活动室 of a branch: 一监区党员活动室. A branch that has only a number has no other name for it.
  func room(of body: Body) -> String {
    let suffix = body.name.hasSuffix("党总支") ? "党总支" : "党支部"
    let name = body.name.hasSuffix(suffix) ? String(body.name.dropLast(suffix.count)) : body.name
    let place = name.prefix { $0 != "第" }
    return "\(place.hasSuffix("党委") ? "" : place)党员活动室"
  }

  /// Who came: some by video from their posts, and where it need not be made up some not.
  mutating func attendance(of people: [Int], but needed: [Int], mayMiss: Bool) -> Attendance {
    var attendance = Attendance()
    for person in people {
      if needed.contains(person) || random.happens(900) {
        attendance.present.append(person)
      } else if mayMiss, random.happens(600) {
        attendance.absent.append(
          (person, random.pick(["值班", "值班", "备勤", "病假", "出差"]), needed.first))
      } else {
        attendance.video.append(person)
      }
    }
    return attendance
  }

  /// One person's remark on a subject, with the branch's own work in it.
  mutating func remark(by person: Int, on subject: Subject, in field: WorkField) -> String {
    let text =
      random.pick(Texts.openers) + random.pick(Texts.remarks(on: subject, in: field))
      + random.pick(Texts.closers)
    let work = random.pick(Texts.works(in: field))
    return "\(people[person].name)：\(Chronicle.fill(text, [("w", work)]))"
  }

  /// An item in which something is studied and some say what they think of it.
  mutating func study(_ title: String, _ subject: Subject, by speakers: [Int], in body: Int)
    -> SheetItem
  {
    let field = bodies[body].field
    let lines = speakers.map { remark(by: $0, on: subject, in: field) }
    return SheetItem(title: title, kind: .study, minutes: lines.joined(separator: "\n"))
  }

  /// An item that only informs.
  mutating func report(_ title: String, by person: Int) -> SheetItem {
    let line = random.pick(random.pick(Texts.reports).lines)
    return SheetItem(title: title, kind: .report, minutes: "\(people[person].name)：\(line)")
  }

  /// An item that is discussed, by as many as there are remarks.
  mutating func discuss(_ discussion: Discussion, by speakers: [Int]) -> SheetItem {
    var lines: [String] = []
    for (person, remark) in zip(speakers, discussion.remarks) {
      lines.append("\(people[person].name)：\(remark)")
    }
    return SheetItem(
      title: discussion.title, kind: .discussion, minutes: lines.joined(separator: "\n"),
      resolution: discussion.resolution)
  }

  /// A month of a branch: committee, groups, theme day, and in its turn assembly and lesson.
  mutating func holdMonth(_ month: ClosedRange<Day>, of body: Int, theme: ThemeDay) {
    holdCommittee(of: body, on: day(in: month, about: 3))
    for group in bodies[body].groups.indices {
      holdGroup(group, of: body, on: day(in: month, about: 6 + group))
    }
    holdThemeDay(theme, of: body, on: day(in: month, about: 10))
    let number = month.lowerBound.month
    if number % 3 == 1 { holdAssembly(of: body, on: day(in: month, about: 13)) }
    if number % 3 == 2 { holdLesson(of: body, on: day(in: month, about: 13)) }
    if number == 2 {
      let day = day(in: month, about: 16)
      holdLifeMeeting(of: body, on: day)
      holdAppraisal(of: body, on: day)
    }
  }

  /// A committee meeting.
  mutating func holdCommittee(of body: Int, on day: Day) {
    let unit = bodies[body]
    let officers = unit.officers.map(\.person)
    var committee = sheet("支委会", of: body, on: day, lasting: 60)
    committee.number = number("支委会", of: unit.id)
    committee.attendance = attendance(of: officers, but: Array(officers.prefix(3)), mayMiss: true)
    let text = random.pick(Texts.studies)
    committee.items = [
      study("第一议题 学习\(text.title)", text.subject, by: Array(officers.prefix(2)), in: body),
      report("通报上次会议决议落实情况", by: unit.secretary),
      discuss(random.pick(Texts.discussions(in: unit.field)), by: Array(officers.prefix(3))),
    ]
    committee.summary = random.pick(Texts.summaries)
    file(committee, by: unit.keeper)
  }

  /// A meeting of a group.
  mutating func holdGroup(_ index: Int, of body: Int, on day: Day, tags: [String] = []) {
    let unit = bodies[body]
    let group = unit.groups[index]
    let leader = leader(of: group, in: unit)
    var meeting = sheet("党小组会", of: body, on: day, lasting: 50)
    meeting.organization = unit.groupIdentifier(index)
    meeting.number = number("党小组会", of: meeting.organization)
    meeting.presider = leader
    meeting.recorder = group.first { $0 != leader } ?? leader
    meeting.tags = tags
    meeting.attendance = attendance(
      of: group, but: [leader] + (meeting.recorder.map { [$0] } ?? []), mayMiss: true)
    let topic = random.pick(Texts.groupTopics)
    meeting.items = [
      SheetItem(
        title: topic.title, kind: .discussion,
        minutes: zip(meeting.attendance.present, topic.remarks)
          .map { "\(people[$0].name)：\($1)" }.joined(separator: "\n"),
        resolution: "按讨论意见分头落实，下次小组会通报。")
    ]
    meeting.summary = random.pick(Texts.summaries)
    file(meeting, by: unit.keeper)
  }

  /// What a theme day was about, and its tags.
  struct ThemeDay {
    var title: String
    var part: String
    var tags: [String]
    /// 学时
    var hours = ""
    /// Whether political birthdays are celebrated with it twice a year.
    var hasBirthdays = true
  }

  mutating func holdThemeDay(_ theme: ThemeDay, of body: Int, on day: Day) {
    let unit = bodies[body]
    var sheet = sheet("主题党日", of: body, on: day, lasting: 120)
    sheet.number = number("主题党日", of: unit.id)
    sheet.title = theme.title
    sheet.tags = theme.tags
    sheet.hours = theme.hours
    if theme.hasBirthdays, day.month % 6 == 1 { sheet.counts = ["政治生日"] }
    sheet.attendance = attendance(
      of: unit.people, but: [unit.secretary, unit.keeper], mayMiss: false)
    let speakers = random.take(3, of: sheet.attendance.present)
    let subject = random.pick([Subject.law, .safety, .discipline, .building])
    sheet.items = [
      SheetItem(
        title: "重温入党誓词", kind: .part,
        minutes: Chronicle.fill(
          random.pick(Texts.oath), [("p", people[unit.secretary].name)])),
      SheetItem(title: theme.part, kind: .part, minutes: "按方案开展，\(sheet.place)集中。"),
      SheetItem(
        title: "党员发言讨论", kind: .part,
        minutes: speakers.map { remark(by: $0, on: subject, in: unit.field) }
          .joined(separator: "\n")),
    ]
    sheet.summary = random.pick(Texts.summaries)
    file(sheet, by: unit.keeper)
  }

  mutating func holdAssembly(of body: Int, on day: Day) {
    let unit = bodies[body]
    var sheet = sheet("党员大会", of: body, on: day, lasting: 90)
    sheet.number = number("党员大会", of: unit.id)
    sheet.attendance = attendance(
      of: unit.people, but: [unit.secretary, unit.keeper], mayMiss: true)
    let text = random.pick(Texts.studies)
    let speakers = random.take(2, of: sheet.attendance.present)
    let present = sheet.attendance.present.count + sheet.attendance.video.count
    let motion = random.pick(Texts.motions)
    sheet.items = [
      study("学习\(text.title)", text.subject, by: speakers, in: body),
      report("通报支部近期工作", by: unit.secretary),
      SheetItem(
        title: motion.title, kind: .vote,
        minutes: "\(people[unit.secretary].name)：\(motion.introduction)",
        votes: ["类别=普通 方式=举手 赞成=\(present) 不赞成=0 弃权=0"], resolution: motion.resolution),
    ]
    sheet.summary = random.pick(Texts.summaries)
    file(sheet, by: unit.keeper)
  }

  mutating func holdLesson(of body: Int, on day: Day) {
    let unit = bodies[body]
    let lesson = random.pick(Texts.lessons)
    let lecturer = random.happens(400) ? unit.secretary : random.pick(unit.officers).person
    var sheet = sheet("党课", of: body, on: day, lasting: 90)
    sheet.number = number("党课", of: unit.id)
    sheet.title = lesson.title
    sheet.lecturers = [reference(lecturer)]
    sheet.hours = "2"
    sheet.attendance = attendance(
      of: unit.people, but: [unit.secretary, unit.keeper, lecturer], mayMiss: false)
    sheet.minutes = lesson.points.joined(separator: "\n")
    file(sheet, by: unit.keeper)
  }

  /// 组织生活会, with measures that are carried out.
  mutating func holdLifeMeeting(of body: Int, on day: Day) {
    let unit = bodies[body]
    var meeting = sheet("组织生活会", of: body, on: day, lasting: 110)
    meeting.title = "年度组织生活会"
    meeting.attendance.present = unit.people
    fileLifeMeeting(
      meeting, of: body, by: unit.secretary, speakers: Array(unit.people.prefix(4)))
  }

  /// What was said and resolved at it, and that this was done.
  mutating func fileLifeMeeting(_ sheet: Sheet, of body: Int, by host: Int, speakers: [Int]) {
    let unit = bodies[body]
    var meeting = sheet
    let measure = random.pick(Texts.measures)
    let due = meeting.date.adding(days: 40)
    meeting.items = [
      report("通报会前学习、谈心谈话和征求意见情况", by: host),
      SheetItem(
        title: "开展批评和自我批评", kind: .discussion,
        minutes: criticisms(of: speakers, in: unit.field), resolution: "查摆的问题列入整改清单。"),
      SheetItem(
        title: "明确整改措施", kind: .discussion, minutes: "\(people[host].name)：\(measure)",
        resolution: measure, owners: [host], due: due),
    ]
    meeting.summary = random.pick(Texts.summaries)
    let record = file(meeting, by: unit.keeper)
    let closed = Self.workday(
      meeting.date.adding(days: 33), within: meeting.date...max(meeting.date, last))
    enter(
      "matter", of: body, on: closed,
      ["Kind": "决议落实", "Title": measure, "Opened": "\(meeting.date)"],
      also: [
        DraftField("Owner", reference(host)), DraftField("Due", "\(due)"),
        DraftField("Source", "#3", after: record), DraftField("State", "已办结"),
        DraftField("Closed", "\(closed)"), DraftField("Result", "已按要求落实。"),
        DraftField("Confirmed", reference(unit.keeper)),
      ])
  }

  /// 民主评议: 优秀 for no more than a third.
  private mutating func holdAppraisal(of body: Int, on day: Day) {
    let unit = bodies[body]
    var sheet = sheet("民主评议", of: body, on: day, lasting: 120)
    sheet.title = "\(day.year - 1)年度民主评议党员"
    sheet.attendance.present = unit.people
    let ranking = random.take(unit.people.count, of: unit.people)
    let best = unit.people.count / 3
    let host = people[unit.secretary].name
    sheet.items = [
      SheetItem(
        title: "个人自评", kind: .discussion,
        minutes: criticisms(of: Array(unit.people.suffix(3)), in: unit.field),
        resolution: "全体党员作了自评。"),
      SheetItem(
        title: "党员互评", kind: .discussion,
        minutes: "\(host)：请大家逐个互评。", resolution: "互评意见由记录人整理后反馈本人。"),
      SheetItem(
        title: "民主测评", kind: .report,
        minutes: "\(host)：发出测评票\(unit.people.count)张，收回\(unit.people.count)张，现场汇总。"),
    ]
    for (grade, members) in [
      ("优秀", ranking.prefix(best)), ("合格", ranking.dropFirst(best)),
    ] {
      sheet.items.append(
        SheetItem(
          title: "评定等次：\(grade)", kind: .discussion, about: members.sorted(),
          minutes: "\(host)：结合测评结果和日常表现，支部委员会提出评定意见。", resolution: grade))
    }
    file(sheet, by: unit.keeper)
  }

  private mutating func criticisms(of speakers: [Int], in field: WorkField) -> String {
    speakers.map { person in
      let work = random.pick(Texts.works(in: field))
      let text = Chronicle.fill(random.pick(Texts.selfCriticisms), [("w", work)])
      return "\(people[person].name)：\(text)"
    }.joined(separator: "\n")
  }

  /// What a branch has on paper in a year: plans, a summary, notes of what was studied.
  mutating func filePapers(of body: Int) {
    let unit = bodies[body]
    let year = first.year
    var papers: [(kind: String, title: String, day: Day)] = [
      ("计划", "\(year)年度支部工作计划", day(in: months[0], about: 10)),
      ("计划", "\(year)年度党员学习计划", day(in: months[0], about: 12)),
      ("党费公示", "\(year - 1)年党费收缴使用情况", day(in: months[0], about: 15)),
    ]
    if months.count > 6 {
      papers.append(("总结", "\(year)年上半年支部工作总结", day(in: months[6], about: 8)))
    }
    for paper in papers {
      enter(
        "document", of: body, on: paper.day,
        [
          "Kind": paper.kind, "Title": paper.title, "Date": "\(paper.day)",
          "Author": reference(unit.secretary),
        ])
    }
    for month in months where month.lowerBound.month % 3 == 2 {
      for person in unit.people {
        let day = day(in: month, about: 20)
        enter(
          "document", of: body, on: day,
          [
            "Kind": "学习笔记", "Title": "学习笔记", "Date": "\(day)",
            "Author": reference(person),
          ])
      }
    }
    let day = spread(3)[1]
    meet(
      "走访慰问", of: body, on: day, by: unit.secretary, with: [unit.people.last ?? unit.secretary],
      minutes: random.pick(Texts.visits))
  }

  /// 谈心谈话 so that all are covered: officers with each other, each member with an officer and
  /// with another member.
  mutating func holdTalks(of body: Int) {
    let unit = bodies[body]
    let officers = unit.officers.map(\.person)
    let others = unit.people.filter { !officers.contains($0) }
    var pairs: [(Int, Int)] = []
    for (index, a) in officers.enumerated() {
      for b in officers[(index + 1)...] { pairs.append((a, b)) }
    }
    for (index, person) in others.enumerated() {
      pairs.append((officers[index % officers.count], person))
      pairs.append((person, others[(index + 1) % others.count]))
    }
    for ((a, b), day) in zip(pairs, spread(pairs.count)) {
      var sheet = sheet("谈心谈话", of: body, on: day, lasting: 30)
      sheet.presider = a
      sheet.recorder = nil
      sheet.attendance.present = [a, b]
      sheet.minutes = random.pick(Texts.talkQuestions)
      file(sheet, by: a)
    }
  }

  /// Something small with few people: who held it, with whom.
  mutating func meet(
    _ kind: String, of body: Int, on day: Day, by host: Int, with guests: [Int],
    headcount: String = "", minutes: String = "", tags: [String] = [], lasting: Int = 40
  ) {
    var sheet = sheet(kind, of: body, on: day, lasting: lasting)
    sheet.presider = host
    sheet.recorder = nil
    sheet.attendance.present = guests
    sheet.headcount = headcount
    sheet.minutes = minutes
    sheet.tags = tags
    file(sheet, by: bodies[body].keeper)
  }
}
