import OrganizationLife

// Single records that several institutions have.
extension Institution {
  /// A sheet of something held above the branches.
  mutating func meeting(
    _ kind: String, of body: Int, on day: Day, _ title: String, by presider: Int, recorder: Int,
    people: [Int] = [], headcount: String = "", tags: [String] = [], lasting minutes: Int = 90
  ) -> Sheet {
    var sheet = sheet(kind, of: body, on: day, lasting: minutes)
    sheet.title = title
    sheet.presider = presider
    sheet.recorder = recorder
    sheet.attendance.present = people
    sheet.headcount = headcount
    sheet.tags = tags
    return sheet
  }

  /// What a 党委 does anyway: its meetings, the hearing of secretaries, its secretary's lesson.
  ///
  /// - Parameter topics: what its meetings hear, in turn.
  mutating func govern(
    _ body: Int, recorder: Int, topics: [String] = ["通报月度工作"], tags: [String] = []
  ) {
    let leaders = bodies[body].officers.map(\.person)
    for (index, month) in months.enumerated() {
      var sheet = meeting(
        "党委会", of: body, on: day(in: month, about: 20), "", by: leaders[0], recorder: recorder,
        people: leaders, tags: tags)
      sheet.number = number("党委会", of: bodies[body].id)
      let text = random.pick(Texts.studies)
      sheet.items = [
        study("第一议题 学习\(text.title)", text.subject, by: [leaders[0]], in: body),
        report(topics[index % topics.count], by: leaders[1]),
      ]
      sheet.summary = random.pick(Texts.summaries)
      file(sheet, by: recorder)
    }
    hearSecretaries(body, recorder: recorder, tags: tags)
  }

  /// 述职评议, and the lesson of the secretary of a 党委.
  mutating func hearSecretaries(_ body: Int, recorder: Int, tags: [String] = []) {
    let leaders = bodies[body].officers.map(\.person)
    var hearing = meeting(
      "述职评议", of: body, on: day(in: months[0], about: 18), "支部书记抓党建述职评议", by: leaders[0],
      recorder: recorder, people: leaders, tags: tags)
    hearing.items = [report("各支部书记述职", by: leaders[1])]
    file(hearing, by: recorder)
    // Counted only: the members of many branches.
    var lesson = meeting(
      "党课", of: body, on: day(in: months[6], about: 1), "把忠诚写在岗位上", by: leaders[0],
      recorder: recorder, headcount: "\(random.between(60...90))", tags: tags)
    lesson.number = number("党课", of: bodies[body].id)
    lesson.lecturers = [reference(leaders[0])]
    lesson.hours = "2"
    lesson.minutes = "党委书记讲党课。"
    file(lesson, by: recorder)
  }

  /// What a 党总支 does anyway: a committee meeting each month, assembly and lesson in each half.
  mutating func leadGeneralBranch(_ body: Int) {
    let leaders = bodies[body].officers.map(\.person)
    let members = bodies.filter { $0.parent == bodies[body].id }.flatMap(\.people)
    holdCommittees(ofGeneralBranch: body)
    for month in [months[1], months[7]] {
      var assembly = meeting(
        "党员大会", of: body, on: day(in: month, about: 25), "", by: leaders[0],
        recorder: leaders[1], people: members)
      assembly.number = number("党员大会", of: bodies[body].id)
      assembly.items = [report("通报总支工作", by: leaders[0])]
      assembly.summary = random.pick(Texts.summaries)
      file(assembly, by: leaders[1])
      var lesson = meeting(
        "党课", of: body, on: day(in: month, about: 26), random.pick(Texts.lessons).title,
        by: leaders[0], recorder: leaders[1], people: members)
      lesson.number = number("党课", of: bodies[body].id)
      lesson.lecturers = [reference(leaders[0])]
      lesson.hours = "2"
      lesson.minutes = "总支书记讲党课。"
      file(lesson, by: leaders[1])
    }
  }

  /// A committee meeting of a 党总支 each month.
  mutating func holdCommittees(ofGeneralBranch body: Int) {
    let leaders = bodies[body].officers.map(\.person)
    for month in months {
      var sheet = meeting(
        "总支委员会", of: body, on: day(in: month, about: 4), "", by: leaders[0],
        recorder: leaders[1], people: leaders, lasting: 60)
      sheet.number = number("总支委员会", of: bodies[body].id)
      let text = random.pick(Texts.studies)
      sheet.items = [
        study("第一议题 学习\(text.title)", text.subject, by: [leaders[0]], in: body),
        report("通报各支部工作", by: leaders[1]),
      ]
      sheet.summary = random.pick(Texts.summaries)
      file(sheet, by: leaders[1])
    }
  }

  /// 集中学习 of a branch twice a month, so that the hours are studied; tags in turn.
  mutating func studyTwiceMonthly(_ body: Int, tags: [String] = []) {
    let unit = bodies[body]
    for (index, day) in months.flatMap({ month in spread(2, within: month) }).enumerated() {
      let text = random.pick(Texts.studies)
      var sheet = sheet("政治学习", of: body, on: day, lasting: 115)
      sheet.title = text.title
      sheet.hours = "2.5"
      if !tags.isEmpty { sheet.tags = [tags[index % tags.count]] }
      sheet.attendance = attendance(
        of: unit.people, but: [unit.secretary, unit.keeper], mayMiss: false)
      sheet.items = [
        study(
          text.title, text.subject, by: random.take(2, of: sheet.attendance.present), in: body)
      ]
      file(sheet, by: unit.keeper)
    }
  }

  /// A document.
  @discardableResult
  mutating func document(
    _ kind: String, _ title: String, of body: Int, on day: Day, by writer: Int? = nil,
    author: Int? = nil, count: String = "", text: String = "", tags: [String] = [],
    restricted: Bool = false, doing plan: Int? = nil
  ) -> Int {
    var fields = [
      DraftField("Organization", bodies[body].id), DraftField("Kind", kind),
      DraftField("Title", title), DraftField("Date", "\(day)"),
    ]
    if let author { fields.append(DraftField("Author", reference(author))) }
    if !count.isEmpty { fields.append(DraftField("Count", count)) }
    if !text.isEmpty { fields.append(DraftField("Text", text)) }
    fields += tags.map { DraftField("Tag", $0) }
    if let plan { fields.append(DraftField(doing: plan)) }
    return enter(
      "document", in: bodies[body].id, by: writer ?? bodies[body].keeper, on: day,
      minutes: random.between(900...1070), restricted: restricted, fields)
  }

  /// An honour for one person or organisation.
  mutating func honour(
    _ title: String, _ level: String, to receiver: String, of body: Int, on day: Day,
    by author: Int? = nil, isCollective: Bool = false, tags: [String] = []
  ) {
    enter(
      "honor", of: body, on: day, by: author,
      [
        "Date": "\(day)", "Level": level, "Title": title, "To": receiver,
        "Collective": isCollective ? "是" : "",
      ], also: tags.map { DraftField("Tag", $0) })
  }

  /// A plan; what comes back stands for its id.
  mutating func plan(
    _ kind: String, _ title: String, _ period: String, of body: Int, on day: Day, by author: Int,
    owner: Int? = nil, number: Int? = nil, tags: [String] = []
  ) -> Int {
    enter(
      "plan", of: body, on: day, by: author,
      [
        "Period": period, "Kind": kind, "Title": title, "Number": number.map { "\($0)" } ?? "",
        "Owner": owner.map(reference) ?? "",
      ], also: tags.map { DraftField("Tag", $0) })
  }

  /// A team with who leads it and who belongs to it.
  mutating func team(
    _ kind: String, _ name: String, of body: Int, on day: Day, by author: Int, leader: Int,
    people: [Int] = [], tags: [String] = []
  ) {
    enter(
      "team", of: body, on: day, by: author,
      ["Kind": kind, "Name": name, "Since": "\(day)", "Leader": reference(leader)],
      also: people.map { DraftField("Person", reference($0)) }
        + tags.map { DraftField("Tag", $0) })
  }

  /// A number that is only quoted.
  mutating func figure(
    _ indicator: String, _ value: String, _ unit: String, of body: Int, by author: Int
  ) {
    enter(
      "figure", of: body, on: last, by: author,
      [
        "Indicator": indicator, "Period": "\(first.year)", "Value": value, "Unit": unit,
        "Source": "公开报道",
      ])
  }

  /// A matter, and what became of it: closed on a day, or standing at a stage.
  mutating func matter(
    _ kind: String, _ title: String, of body: Int, opened: Day, due: Day? = nil, closed: Day?,
    result: String, tags: [String] = [], source: Int? = nil, note: String = "", cause: String = "",
    by writer: Int? = nil, owner: Int? = nil, confirmed: Int? = nil, reached: String = "已办结"
  ) {
    let unit = bodies[body]
    let author = writer ?? unit.keeper
    func fields(state: String) -> [DraftField] {
      var fields = [
        DraftField("Organization", unit.id), DraftField("Kind", kind), DraftField("Title", title),
        DraftField("Opened", "\(opened)"),
        DraftField("Owner", reference(owner ?? unit.secretary)),
        DraftField("Due", "\(due ?? opened.adding(days: 30))"),
      ]
      if let source { fields.append(DraftField("Source", "", after: source)) }
      if !cause.isEmpty { fields.append(DraftField("Cause", cause)) }
      fields.append(DraftField("State", state))
      if state == "已办结", let closed {
        fields += [
          DraftField("Closed", "\(closed)"), DraftField("Result", result),
          DraftField("Confirmed", reference(confirmed ?? unit.secretary)),
        ]
      } else if state != "办理中" {
        fields.append(DraftField("Result", result))
      }
      if !note.isEmpty { fields.append(DraftField("Note", note)) }
      return fields + tags.map { DraftField("Tag", $0) }
    }
    let first = enter(
      "matter", in: unit.id, by: author, on: opened, minutes: 1195, fields(state: "办理中"))
    guard let closed else { return }
    enter(
      "matter", in: unit.id, by: author, on: closed, minutes: 1210,
      fields(state: reached) + [DraftField("Follows", "", after: first)])
  }
}
