import Archive
import OrganizationLife
import RecordLog
import Wording

/// Rows of a table about what was held, as records.
struct ActivityTable {
  private(set) var records: [PlainRecord] = []
  private(set) var faults: [TableImport.Remark] = []
  private(set) var warnings: [TableImport.Remark] = []
  private let columns: [TableImport.Column]
  private let place: TableImport.Place
  /// The line of each activity by branch, day, kind and title.
  private var lines: [String: Int] = [:]

  /// The fields that a column may mean, in the order of the records.
  static let fields = [
    "Organization", "Group", "Kind", "Number", "Date", "EndDate", "Start", "End", "Title", "Place",
    "Presider", "Recorder", "Present", "Absent", "Attending", "Lecturer", "Hours", "Headcount",
    "Minutes", "Summary", "Item", "Note",
  ]

  /// What headings are called and the fields they mean; empty for those known and not kept.
  static let headers: [String: String] = [
    "活动名称": "Title", "名称": "Title", "会议名称": "Title", "主题": "Title", "活动主题": "Title",
    "标题": "Title", "题目": "Title", "日期": "Date", "活动日期": "Date", "会议日期": "Date",
    "时间": "Date", "活动时间": "Date", "会议时间": "Date", "召开时间": "Date", "开展时间": "Date",
    "结束日期": "EndDate", "开始时间": "Start", "开始": "Start", "结束时间": "End", "结束": "End",
    "类型": "Kind", "类别": "Kind", "种类": "Kind", "活动类型": "Kind", "会议类型": "Kind",
    "活动类别": "Kind", "会议类别": "Kind", "地点": "Place", "活动地点": "Place", "会议地点": "Place",
    "主持人": "Presider", "主持": "Presider", "记录人": "Recorder", "主讲人": "Lecturer",
    "授课人": "Lecturer", "讲课人": "Lecturer", "学时": "Hours", "课时": "Hours",
    "参加人数": "Headcount", "实到人数": "Headcount", "实到": "Headcount", "人数": "Headcount",
    "人次": "Headcount", "应到人数": "", "应到": "", "序号": "", "参加人员": "Present",
    "到会人员": "Present", "出席人员": "Present", "参会人员": "Present", "缺席人员": "Absent",
    "缺席": "Absent", "请假人员": "Absent", "列席人员": "Attending", "列席": "Attending",
    "内容": "Minutes", "活动内容": "Minutes", "会议内容": "Minutes", "主要内容": "Minutes",
    "会议记录": "Minutes", "记录": "Minutes", "小结": "Summary", "主持人小结": "Summary",
    "议题": "Item", "会议议题": "Item", "次数": "Number", "第几次": "Number", "期次": "Number",
    "备注": "Note",
  ]

  /// Headings of the branch and of its groups.
  static let organizationHeaders: [String: String] = [
    "党支部": "Organization", "所在党支部": "Organization", "所属党支部": "Organization",
    "支部": "Organization", "党组织": "Organization", "所在支部": "Organization",
    "党小组": "Group", "所在党小组": "Group",
  ]

  init(columns: [TableImport.Column], place: TableImport.Place) {
    self.columns = columns
    self.place = place
  }

  private mutating func fault(_ line: Int, _ phrase: Phrase) {
    faults.append(TableImport.Remark(line: line, phrase: phrase))
  }

  /// Reads one row of a branch.
  mutating func read(_ row: DelimitedText.Row, of branch: OrganizationIdentifier) {
    let before = faults.count
    var cells = texts(of: row)
    let read = date(in: &cells, line: row.line)
    let named = kind(cells["Kind"] ?? "", on: read ?? place.today, line: row.line)
    guard let date = read, let kind = named,
      let organization = organization(for: kind, cells["Group"] ?? "", of: branch, row.line)
    else { return }
    var fields = [
      Field("Organization", organization.text), Field("Kind", kind.id),
      Field("Date", date.description),
    ]
    let book = PeopleBook(ledger: place.archive.ledger, organization: branch, on: date)
    for name in Self.fields where !["Organization", "Group", "Kind", "Date"].contains(name) {
      guard let text = cells[name], !text.isEmpty else { continue }
      fields += values(name, text, book, line: row.line).map { Field(name, $0) }
    }
    compareNumbers(&fields, line: row.line)
    refuseRepetition(of: kind, organization, date, cells["Title"] ?? "", line: row.line)
    guard faults.count == before else { return }
    let order = Dictionary(
      uniqueKeysWithValues: (["Note"] + Self.fields.filter { $0 != "Note" }).enumerated()
        .map { ($0.element, $0.offset) })
    let sorted = fields.enumerated().sorted { a, b in
      (order[a.element.name] ?? 0, a.offset) < (order[b.element.name] ?? 0, b.offset)
    }.map(\.element)
    records.append(PlainRecord(type: "activity", line: row.line, fields: sorted))
  }

  /// The cells by field; what several columns say of one field follows each other.
  private mutating func texts(of row: DelimitedText.Row) -> [String: String] {
    var texts: [String: String] = [:]
    for (index, cell) in row.cells.enumerated() where !cell.isEmpty {
      guard columns.indices.contains(index) else {
        fault(row.line, .tooManyCells(cell))
        continue
      }
      guard let name = columns[index].field, !name.isEmpty else { continue }
      texts[name] = texts[name].map { "\($0)\n\(cell)" } ?? cell
    }
    return texts
  }

  // MARK: Day and kind

  /// The day; a time and a last day that stand in the same cell become fields of their own.
  private mutating func date(in cells: inout [String: String], line: Int) -> Day? {
    let label = Phrase.label(ofField: "Date")
    guard let text = cells["Date"] else {
      fault(line, .importMissing(label))
      return nil
    }
    if let day = day(text) { return day }
    let marks = "-–—~～至到"
    // The longest beginning that is a day, and behind it the last day or times.
    for index in text.indices.dropFirst().reversed() {
      // `2026-9-31` is no 3 September at one o'clock.
      let before = text[text.index(before: index)]
      guard !marks.contains(before), !(before.isNumber && text[index].isNumber),
        let day = day(String(text[..<index]).trimmed)
      else { continue }
      let rest = String(text[index...]).trimmed
      // `2026.3.5-6`, `2026-03-30至2026-04-02`
      if let mark = rest.first, marks.contains(mark) {
        let last = String(rest.dropFirst()).trimmed
        guard let end = self.day(last) ?? FieldInput.day(last, today: day), day <= end else {
          break
        }
        if cells["EndDate"] == nil, end != day { cells["EndDate"] = end.description }
        return day
      }
      // `2026-03-05 14:30-16:00`
      let parts = rest.split(whereSeparator: { "-–—~～至".contains($0) }).map(String.init)
      let times = parts.map { FieldInput.time($0.trimmed) }
      guard (1...2).contains(times.count), !times.contains(nil) else { break }
      if cells["Start"] == nil { cells["Start"] = times[0]?.description }
      if times.count == 2, cells["End"] == nil { cells["End"] = times[1]?.description }
      return day
    }
    fault(
      line, FieldInput.looksLikeDate(text) ? .noSuchDay(label, text) : .rosterNotADate(label, text))
    return nil
  }

  private func day(_ text: String) -> Day? {
    FieldInput.hasYear(text) ? FieldInput.day(text, today: place.today) : nil
  }

  /// The kind with that id, title or short title, or the only one whose title holds the text.
  private mutating func kind(_ text: String, on date: Day, line: Int) -> ActivityKind? {
    guard !text.isEmpty else {
      fault(line, .importMissing(.label(ofField: "Kind")))
      return nil
    }
    let kinds = place.archive.catalog.kinds.filter { $0.validity.contains(date) }
    if let same = kinds.first(where: { [$0.id, $0.title, $0.short].contains(text) }) {
      return same
    }
    let close = kinds.filter { $0.title.contains(text) || text.contains($0.title) }
    guard close.count == 1, let only = close.first else {
      fault(line, .importNotAKind(text, kinds.map(\.title)))
      return nil
    }
    return only
  }

  /// Who held it: the branch, or one of its groups.
  private mutating func organization(
    for kind: ActivityKind, _ group: String, of branch: OrganizationIdentifier, _ line: Int
  ) -> OrganizationIdentifier? {
    let ledger = place.archive.ledger
    if !group.isEmpty {
      let groups = ledger.groups(of: branch, on: place.today)
      let own = ledger.organizations[branch]?.last?.name ?? ""
      guard
        let found = groups.first(where: {
          $0.name == group || $0.id.text == group || own + group == $0.name
        })
      else {
        fault(line, .noSuchGroup(group))
        return nil
      }
      return kind.body == .group ? found.id : branch
    }
    if kind.body == .group, ledger.organizations[branch]?.last?.level != .group {
      fault(line, .importKindOfGroups(kind.title))
      return nil
    }
    return branch
  }

  // MARK: Values

  private mutating func values(
    _ name: String, _ text: String, _ book: PeopleBook, line: Int
  ) -> [String] {
    let label = Phrase.label(ofField: name)
    switch name {
    case "Title", "Place": return [text.replacing("\n", with: " ")]
    case "Start", "End":
      if let time = FieldInput.time(text) { return [time.description] }
      fault(line, .importNotATime(label, text))
    case "EndDate":
      if let day = day(text) { return [day.description] }
      fault(line, .rosterNotADate(label, text))
    case "Number":
      if let number = FieldInput.number(text) { return ["\(number)"] }
      fault(line, .importNotANumber(label, text))
    case "Hours":
      let digits = FieldInput.folded(text).filter { !"学时小课 ".contains($0) }
      if Double(digits) != nil { return [digits] }
      fault(line, .importNotANumber(label, text))
    case "Headcount":
      if let quantity = FieldInput.quantity(text) { return [quantity.description] }
      fault(line, .importNotANumber(label, text))
    case "Presider", "Recorder", "Lecturer", "Attending", "Present":
      let people = people(text, book, onRoll: name == "Present", line: line)
      // Somebody from above may preside; whoever is only mistyped is seen here.
      if name == "Presider" || name == "Recorder" {
        for guest in people where guest.id == nil {
          warnings.append(
            TableImport.Remark(line: line, phrase: .importGuest(label, guest.name)))
        }
      }
      return people.map(\.description)
    case "Absent": return absences(text, book, line: line)
    case "Item":
      return text.split(whereSeparator: { "\n;；".contains($0) }).map { String($0).trimmed }
        .filter { !$0.isEmpty }
    default: return [text]
    }
    return []
  }

  private func tokens(_ text: String) -> [String] {
    FieldInput.tokens(text.replacing("\n", with: "、"))
  }

  private mutating func people(
    _ text: String, _ book: PeopleBook, onRoll: Bool, line: Int
  ) -> [Person] {
    var found: [Person] = []
    for token in tokens(text) {
      if case .none = book.resolve(token) {
        let parts = token.split(whereSeparator: \.isWhitespace).map(String.init)
        let people = parts.compactMap { part -> Person? in
          if case .found(let person) = book.resolve(part) { person } else { nil }
        }
        if parts.count > 1, people.count == parts.count {
          found += people
          continue
        }
      }
      if let person = person(token, book, onRoll: onRoll, line: line) { found.append(person) }
    }
    return found
  }

  private mutating func person(
    _ text: String, _ book: PeopleBook, onRoll: Bool, line: Int
  ) -> Person? {
    switch book.resolve(text) {
    case .found(let person): return person
    case .several(let people): fault(line, .importSeveralOfName(text, people.map(\.description)))
    case .none:
      if !onRoll { return Person(text) }
      fault(line, .importNotOnRoll(text))
    }
    return nil
  }

  /// `王五(值班)、赵六 病假`
  private mutating func absences(_ text: String, _ book: PeopleBook, line: Int) -> [String] {
    tokens(text).compactMap { token in
      let name: Substring
      var reason = ""
      if let open = token.firstIndex(where: { "(（:：".contains($0) }) {
        name = token[..<open]
        reason = String(token[token.index(after: open)...].filter { !")）".contains($0) }).trimmed
      } else {
        let parts = token.split(maxSplits: 1, whereSeparator: \.isWhitespace)
        name = parts.first ?? ""
        if parts.count > 1 { reason = String(parts[1]).trimmed }
      }
      guard
        let person = person(String(name).trimmed, book, onRoll: true, line: line)
      else { return nil }
      return "\(person) \(reason)".trimmed
    }
  }

  // MARK: Together

  /// People are counted where they are listed; a number beside them has to be the same.
  private mutating func compareNumbers(_ fields: inout [Field], line: Int) {
    let listed = fields.count { $0.name == "Present" }
    guard listed > 0, let number = fields.first(where: { $0.name == "Headcount" })?.value else {
      return
    }
    if number != "\(listed)" { fault(line, .importHeadcount(number, listed: listed)) }
    fields.removeAll { $0.name == "Headcount" }
  }

  /// What is on record, or stands in the table twice.
  private mutating func refuseRepetition(
    of kind: ActivityKind, _ organization: OrganizationIdentifier, _ date: Day, _ title: String,
    line: Int
  ) {
    let there = place.archive.ledger.activities(of: organization, in: date...date).first {
      $0.kind == kind.id && ($0.title == title || $0.title.isEmpty || title.isEmpty)
    }
    if let there { fault(line, .importActivityThere(there.reference.text)) }
    let key = "\(organization) \(date) \(kind.id) \(title)"
    if let other = lines[key] { fault(line, .importTwiceInFile(other)) }
    lines[key] = lines[key] ?? line
  }
}
