import OrganizationLife

/// What a search has to know of a record beside its text.
struct DocumentFacts {
  var id = ""
  var organization = ""
  /// `Kind` and every `Counts`.
  var kinds: [String] = []
  /// The days that it is about; nil when it does not say.
  var first: Day?
  var last: Day?
  /// Of members, organisations and teams the one whom the record is a snapshot of.
  var subject: String?
  /// Everybody who is named, as `ID(姓名)` or by the record itself.
  var names: Set<String> = []
  /// The Id of the version that it corrects.
  var corrects: String?
  /// The Id of the record that it withdraws.
  var withdraws: String?
  /// Whether it can be counted: its closing lines can be read.
  var isReadable = false
  /// When it was written, in seconds since 1970.
  var written: Int64 = 0

  /// Reads a stored record, from `Id:` to the LF of its `Sum` line.
  init(_ record: UnsafeRawBufferPointer, type: String) {
    let subjectField: StaticString? =
      switch type {
      case "member": "Member"
      case "organization": "Organization"
      case "team": "Name"
      default: nil
      }
    var end: Day?
    var by = 0
    var closing = (by: "", at: "")
    RecordLines.forEach(of: record) { line in
      func isNamed(_ name: StaticString) -> Bool { RecordLines.holds(record, line.name, name) }
      func text() -> String { RecordLines.string(record, line.text) }
      if RecordLines.isSearched(record, line.name) {
        RecordLines.forEachName(record, line.text) { names.insert(RecordLines.string(record, $0)) }
      }
      if let subjectField, subject == nil, isNamed(subjectField) { subject = text() }
      switch line.name.count {
      case 2:
        if isNamed("Id"), id.isEmpty { id = text() }
        if isNamed("By") {
          by += 1
          closing.by = text()
        }
        if isNamed("At") { closing.at = text() }
      case 4:
        if isNamed("Kind"), kinds.isEmpty { kinds.insert(text(), at: 0) }
        if isNamed("Date") { setDay(text()) }
        if isNamed("Name"), subjectField != nil { names.insert(text()) }
      case 5:
        if isNamed("Since") { setDay(text()) }
        if isNamed("Month") { setPeriod(text()) }
      case 6:
        if isNamed("Counts") { kinds.append(text()) }
        if isNamed("Opened") { setDay(text()) }
        if isNamed("Period") { setPeriod(text()) }
      case 7: if isNamed("EndDate") { end = Day(text()) }
      case 8: if isNamed("Corrects"), corrects == nil { corrects = Self.identifier(text()) }
      case 9: if isNamed("Withdraws"), withdraws == nil { withdraws = Self.identifier(text()) }
      case 12: if isNamed("Organization"), organization.isEmpty { organization = text() }
      default: break
      }
    }
    if let end, let first, end > first { last = end }
    if let moment = Moment(closing.at) {
      written = moment.seconds
      isReadable = by > 0 && !closing.by.isEmpty
      if first == nil {
        first = moment.day
        last = moment.day
      }
    }
  }

  private mutating func setDay(_ text: String) {
    guard first == nil, let day = Day(text) else { return }
    first = day
    last = day
  }

  private mutating func setPeriod(_ text: String) {
    guard first == nil, let period = Period(text) else { return }
    first = period.first
    last = period.last
  }

  /// The Id of a reference: without the Sum behind it and without `#n`.
  private static func identifier(_ text: String) -> String {
    String(text.prefix { $0 != " " && $0 != "#" })
  }
}
