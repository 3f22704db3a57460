import Archive
import OrganizationLife
import Wording

/// Which records a list shows.
struct RecordFilter {
  /// The shape of their type.
  let shape: RecordShape
  /// Of these organisations; nil for all.
  var organizations: Set<String>?
  /// Of this kind, by `Kind` or `Counts`.
  var kind: String?
  /// Not before this day.
  var since: Day?
  /// Not after this day.
  var until: Day?
  /// Holding on this day, from `Since` to `Until`.
  var day: Day?
  /// The snapshots that hold on that day, where snapshots replace each other.
  var holding: Set<Reference>?

  /// All records of a type about days from one on and up to another, as given on the command line.
  init(shape: RecordShape, since: String?, until: String?) throws(Failure) {
    self.shape = shape
    if let since { self.since = try GlobalOptions.day(since) }
    if let until { self.until = try GlobalOptions.day(until) }
    if let since = self.since, let until = self.until, since > until {
      throw .badUse(.sinceAfterUntil(since, until))
    }
  }

  /// Keeps only what belongs to an organisation or one below it on the day that is asked about.
  mutating func keep(to organization: String?, in archive: Archive, on today: Day) throws(Failure) {
    guard let organization else { return }
    guard let id = OrganizationIdentifier(organization), archive.ledger.organizations[id] != nil
    else { throw .badUse(.organizationNotFound(organization)) }
    organizations = Set(
      archive.ledger.placesWithEnded(under: id, on: day ?? until ?? today).map(\.text) + [id.text])
  }

  /// Whether a record is one of them.
  func admits(_ record: FoldedRecord) -> Bool {
    if let organizations,
      !organizations.contains(record.first("Organization") ?? ""),
      !organizations.contains(record.first("Group") ?? "")
    {
      return false
    }
    if let kind, record.first("Kind") != kind, !record.all("Counts").contains(kind) {
      return false
    }
    if let holding, !holding.contains(record.reference) { return false }
    let span = span(of: record)
    if let day {
      guard let span, span.contains(day) else { return false }
    }
    if since == nil, until == nil { return true }
    guard let span else { return false }
    return since.map { span.last >= $0 } ?? true && until.map { span.first <= $0 } ?? true
  }

  /// The days that a record is about; nil when it does not say.
  private func span(of record: FoldedRecord) -> Period? {
    func day(_ name: String) -> Day? { record.first(name).flatMap { Day($0) } }
    let first: Day
    var last: Day?
    if shape.field("Since") != nil {
      guard let since = day("Since") else { return nil }
      first = since
      last = day("Until") ?? Day(year: 2199, month: 12, day: 31)
    } else if let date = day("Date") ?? day("Opened") {
      first = date
      last = day("EndDate")
    } else if let period = (record.first("Period") ?? record.first("Month")).flatMap({ Period($0) })
    {
      return period
    } else {
      return nil
    }
    let end = last ?? first
    return Period(first...max(first, end))
  }
}

/// The order of a list: snapshots by whom they are about, everything else by its day.
struct RecordOrder {
  private let type: String

  init(_ type: String) { self.type = type }

  /// Whether one record stands before another.
  func precedes(_ a: FoldedRecord, _ b: FoldedRecord) -> Bool {
    if type == "organization" || type == "member" {
      let field = type == "member" ? "Member" : "Organization"
      let (x, y) = (a.first(field) ?? "", b.first(field) ?? "")
      if x != y {
        guard let x = MemberIdentifier(x), let y = MemberIdentifier(y) else { return x < y }
        return x < y
      }
    }
    let (x, y) = (Self.day(a), Self.day(b))
    return x == y ? a.reference < b.reference : x < y
  }

  /// As text: days and periods sort as they are written.
  private static func day(_ record: FoldedRecord) -> String {
    for field in Archive.dayFields {
      if let text = record.first(field) { return text }
    }
    return ""
  }
}
