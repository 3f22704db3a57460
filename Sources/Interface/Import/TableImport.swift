import Archive
import OrganizationLife
import RecordLog
import Wording

/// A table from another program as records: what its columns mean, what is wrong at which line,
/// what would be written. All of it or nothing is.
public struct TableImport: Sendable {
  /// What its rows are.
  public enum Subject: String, CaseIterable, Sendable {
    /// People on the roll of a branch.
    case members
    /// What was held.
    case activities

    /// The type of the records.
    public var type: String { self == .members ? "member" : "activity" }
  }

  /// A column of the table.
  public struct Column: Hashable, Sendable {
    /// Its heading as it stands in the table.
    public var heading: String
    /// The field that it means; empty for one that is left out, nil for one that is not known.
    public var field: String?
  }

  /// Something to say of a line; 0 is the table as a whole.
  public struct Remark: Hashable, Sendable {
    /// The line of the file.
    public var line: Int
    /// What is said.
    public var phrase: Phrase
  }

  /// Where and by whom a table is brought in.
  public struct Place: Sendable {
    /// What it is checked against.
    public var archive: Archive
    /// The branch of rows that name none.
    public var branch: OrganizationIdentifier?
    /// From when the people are on the roll; nil: see `firstDay`.
    public var since: Day?
    /// Who brings it in.
    public var author: Person?
    /// The day on which that is.
    public var today: Day

    /// A place.
    public init(
      archive: Archive, branch: OrganizationIdentifier?, since: Day? = nil, author: Person?,
      today: Day
    ) {
      self.archive = archive
      self.branch = branch
      self.since = since
      self.author = author
      self.today = today
    }
  }

  /// What its rows are.
  public let subject: Subject
  /// The table.
  public let table: DelimitedText
  /// Its columns.
  public private(set) var columns: [Column] = []
  /// Its rows behind the headings.
  public private(set) var rows: [DelimitedText.Row] = []
  /// What is wrong, by line.
  public private(set) var faults: [Remark] = []
  /// What to look at before it is written, by line.
  public private(set) var warnings: [Remark] = []
  /// What is said of the table as a whole.
  public private(set) var notes: [Phrase] = []
  /// What would be written; empty while there are faults.
  public private(set) var records: [NewRecord] = []
  /// How many new people or activities there are.
  public private(set) var added = 0
  /// How many people are brought up to date.
  public private(set) var updated = 0
  /// Of how many people nothing new is said.
  public private(set) var unchanged = 0

  /// How many of the first rows may stand before the headings: a title, its merged cells.
  private static let titleRows = 10

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - text: its lines parted by LF.
  ///   - subject: what its rows are; nil: what its headings look like.
  ///   - map: what columns mean, by heading; an empty field leaves one out.
  ///   - place: where it is brought in.
  public init(
    _ text: String, as subject: Subject?, map: [String: String] = [:], in place: Place
  ) {
    let table = DelimitedText(text)
    self.table = table
    let map = Dictionary(
      map.map { (RosterTable.header($0.key), $0.value) }, uniquingKeysWith: { $1 })
    let guessed =
      subject
      ?? Subject.allCases.first { Self.header(of: table, for: $0, map) != nil } ?? .members
    self.subject = guessed
    if let line = table.openQuotation { fault(line, .openQuotation) }
    guard let position = Self.header(of: table, for: guessed, map) else {
      let wanted = guessed.needed.map { Phrase.label(ofField: $0, of: guessed.type).chinese }
      fault(
        table.rows.first?.line ?? 0, table.rows.isEmpty ? .importEmpty : .importNoHeader(wanted))
      return
    }
    columns = table.rows[position].cells.map { cell in
      Column(heading: cell, field: guessed.field(of: cell, map))
    }
    rows = Array(table.rows[(position + 1)...])
    tellOfColumns()
    if rows.isEmpty { fault(table.rows[position].line, .importEmpty) }
    switch guessed {
    case .members: readMembers(in: place)
    case .activities: readActivities(in: place)
    }
    faults.sort { $0.line < $1.line }
    warnings.sort { $0.line < $1.line }
    if !faults.isEmpty { records = [] }
  }

  /// The row that holds the headings; nil when none of the first does.
  private static func header(
    of table: DelimitedText, for subject: Subject, _ map: [String: String]
  ) -> Int? {
    table.rows.prefix(titleRows).firstIndex { row in
      let fields = Set(row.cells.compactMap { subject.field(of: $0, map) })
      return subject.needed.allSatisfy(fields.contains)
    }
  }

  private mutating func tellOfColumns() {
    let refused = columns.filter { Subject.refused.contains(RosterTable.header($0.heading)) }
    if !refused.isEmpty { notes.append(.importRefused(refused.map(\.heading))) }
    let unknown = columns.filter { $0.field == nil && !$0.heading.isEmpty }.map(\.heading)
    if !unknown.isEmpty { notes.append(.rosterUnknown(unknown)) }
  }

  private mutating func fault(_ line: Int, _ phrase: Phrase) {
    faults.append(Remark(line: line, phrase: phrase))
  }

  // MARK: Rows

  /// The branch that a row names, else that of the table; nil with a fault where there is none.
  private mutating func branch(
    of row: DelimitedText.Row, in place: Place
  ) -> OrganizationIdentifier? {
    let position = columns.firstIndex { $0.field == "Organization" }
    let text = position.flatMap { row.cells.indices.contains($0) ? row.cells[$0] : nil } ?? ""
    guard !text.isEmpty else {
      if place.branch == nil { fault(row.line, .importWhere) }
      return place.branch
    }
    let book = OrganizationBook(
      ledger: place.archive.ledger, organization: place.branch, on: place.today)
    if case .found(let id) = book.resolve(text) { return id }
    fault(row.line, .noSuchBranch(text))
    return nil
  }

  private mutating func readMembers(in place: Place) {
    var found: [(line: Int, cells: [String], branch: OrganizationIdentifier)] = []
    for row in rows {
      if let branch = branch(of: row, in: place) { found.append((row.line, row.cells, branch)) }
    }
    let table = RosterTable(
      found, columns: columns.map(\.field), names: columns.map(\.heading),
      updating: place.archive)
    faults += table.faults.map { Remark(line: $0.line, phrase: $0.phrase) }
    unchanged = table.unchanged
    let known = table.rows.filter { !$0.known.isEmpty }
    updated = known.count
    added = table.rows.count - updated
    if !known.isEmpty { notes.append(.importUpdates(known.compactMap { $0.fields["Name"] })) }
    if !table.newGroups.isEmpty { notes.append(.rosterNewGroups(table.newGroups.map(\.name))) }
    guard let branch = place.branch ?? table.rows.first?.branch else { return }
    check(
      table.records(of: branch, since: place.since ?? Self.firstDay(of: branch, in: place)),
      in: place)
  }

  private mutating func readActivities(in place: Place) {
    var reader = ActivityTable(columns: columns, place: place)
    for row in rows {
      if let branch = branch(of: row, in: place) { reader.read(row, of: branch) }
    }
    faults += reader.faults
    warnings += reader.warnings
    added = reader.records.count
    check(reader.records, in: place)
  }

  /// The day from which people are on the roll: today, or, where nothing has been recorded, the
  /// day from which the branch is kept.
  private static func firstDay(of branch: OrganizationIdentifier, in place: Place) -> Day {
    guard place.archive.ledger.activities(of: branch).isEmpty else { return place.today }
    return place.archive.ledger.organizations[branch]?.first?.since ?? place.today
  }

  /// Lets the gate of everything that is written check the records.
  private mutating func check(_ plain: [PlainRecord], in place: Place) {
    let result = EntryCheck(place.archive, author: place.author)
      .check(plain, source: "", today: place.today)
    let told = Set(faults.map(\.line))
    // What is wrong in a row already need not be said again in other words.
    faults += result.faults.filter { !told.contains($0.line) }
      .map { Remark(line: $0.line, phrase: $0.phrase) }
    warnings += result.notices.filter { notice in
      // What the rules say of each meeting of years gone by is read where the meetings are.
      if case .warning = notice.kind { false } else { true }
    }.map { Remark(line: $0.line, phrase: $0.phrase) }
    records = result.records
  }
}

extension TableImport.Subject {
  /// The fields that the headings must have.
  var needed: [String] { self == .members ? ["Name"] : ["Date", "Kind"] }

  /// What is never kept, whatever it is called.
  static let refused: Set<String> = [
    "身份证号", "身份证号码", "公民身份号码", "公民身份证号", "居民身份证号码", "身份证", "证件号码", "证件号",
  ]

  /// The fields that a column may mean, with what they are called.
  public var fields: [(name: String, label: Phrase)] {
    let names =
      self == .members
      ? [
        "Name", "Member", "Organization", "Group", "Status", "Gender", "Nation", "Born",
        "Education", "Worked", "Applied", "Admitted", "Approved", "Confirmed", "Post", "Job",
        "Rank", "Category", "Floating", "Rights", "Introducer", "Note",
      ] : ActivityTable.fields
    return names.map { ($0, Phrase.label(ofField: $0, of: type)) }
  }

  /// The field that a heading means; empty for one that is left out, nil for an unknown one.
  func field(of heading: String, _ map: [String: String]) -> String? {
    let name = RosterTable.header(heading)
    if let given = map[name] { return given }
    if name.isEmpty || Self.refused.contains(name) { return "" }
    let known =
      self == .members
      ? RosterTable.headers[name] ?? ActivityTable.organizationHeaders[name]
      : ActivityTable.headers[name] ?? ActivityTable.organizationHeaders[name]
    return known ?? fields.first { $0.name == name }?.name
  }

  /// The field that a text on the command line names, by its own name or as a heading; nil for
  /// none.
  public func field(named text: String) -> String? {
    if text.isEmpty { return "" }
    return fields.first { $0.name == text || $0.label.chinese == text }?.name
      ?? field(of: text, [:]).flatMap { $0.isEmpty ? nil : $0 }
  }
}
