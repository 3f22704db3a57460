import OrganizationLife

// Single records that several institutions have.
extension Institution {
  /// A sheet of something held above the branches.
  mutating func meeting(
    _ kind: String, of body: Int, on day: Day, _ title: String, by presider: Int, recorder: Int,
    people: [Int] = [], headcount: String = "", tags: [String] = [], lasting minutes: Int = 90
  ) -> Sheet {
    var sheet = sheet(kind, of: body, on: day, at: 870, lasting: minutes)
    sheet.title = title
    sheet.presider = presider
    sheet.recorder = recorder
    sheet.attendance.present = people
    sheet.headcount = headcount
    sheet.tags = tags
    return sheet
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
