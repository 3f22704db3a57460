import OrganizationLife
import RecordLog

/// The one gate for everything that is written, whether it comes from a file or from a form:
/// completes records and finds every fault in all of them.
///
/// Members and organisations that the same records introduce count as known, wherever among them
/// they stand.
public struct EntryCheck: Sendable {
  /// What the records are checked against.
  public let archive: Archive
  /// Who writes; nil when that is not known yet.
  public let author: Person?

  /// A gate to an archive.
  public init(_ archive: Archive, author: Person? = nil) {
    self.archive = archive
    self.author = author
  }

  /// Reads a file and checks what it holds. Lines that are not rec are faults too.
  public func check(_ bytes: [UInt8], source: String, today: Day) -> EntryResult {
    check(PlainRecords.read(bytes), source: source, today: today)
  }

  /// Checks what was read from a file.
  func check(_ reading: PlainRecords.Reading, source: String, today: Day) -> EntryResult {
    var result = check(reading.records, source: source, today: today)
    result.faults += reading.faults.map { fault in
      let record = reading.records.lastIndex { $0.line <= fault.line } ?? 0
      return EntryFault(
        source: source, line: fault.line, record: record, problem: .grammar(fault.kind))
    }
    result.faults = Self.byLine(result.faults, \.line)
    let changed = Dictionary(grouping: reading.changes.keys) { reading.changes[$0] ?? 0 }
    result.notices += changed.map { line, changes in
      EntryNotice(source: source, line: line, field: "", kind: .cleaned(Set(changes)))
    }
    result.notices = Self.byLine(result.notices, \.line)
    return result
  }

  /// Checks records without `Id By At Sum`.
  public func check(
    _ records: [PlainRecord], source: String, today: Day
  ) -> EntryResult {
    let known = KnownNames(archive, introducedBy: records)
    var result = EntryResult(records: [], faults: [], notices: [])
    var checks = records.enumerated().map { index, record in
      RecordCheck(record, number: index, source: source, today: today, known: known)
    }
    for index in checks.indices { checks[index].run() }
    compareNames(&checks)
    let ledger = ledger(with: checks)
    compareDues(&checks)
    for index in checks.indices {
      checks[index].compare(with: ledger, author: author)
      result.faults += checks[index].faults
      result.notices += checks[index].notices
      if let new = checks[index].newRecord { result.records.append(new) }
    }
    result.faults = Self.byLine(result.faults, \.line)
    result.notices = Self.byLine(result.notices, \.line)
    return result
  }

  /// Dues of a month that are paid already, by the ledger or by another of the records.
  private func compareDues(_ checks: inout [RecordCheck]) {
    guard checks.contains(where: { $0.record.type == "dues" }) else { return }
    let corrected = Set(checks.compactMap(\.corrected))
    var seen: Set<String> = []
    var stored: [String: Reference] = [:]
    for payment in archive.ledger.dues
    where payment.paid != nil && !corrected.contains(payment.reference) {
      let key = "\(payment.member) \(payment.month)"
      stored[key] = stored[key] ?? payment.reference
    }
    for index in checks.indices {
      guard let payment = checks[index].payment, payment.paid != nil else { continue }
      let key = "\(payment.member) \(payment.month)"
      if let other = stored[key] {
        checks[index].add(.monthPaidTwice(payment.month, other))
      } else if !seen.insert(key).inserted {
        checks[index].add(.monthPaidTwice(payment.month, nil))
      }
    }
  }

  /// By line; where lines say nothing the order stays.
  private static func byLine<Element>(
    _ elements: [Element], _ line: KeyPath<Element, Int>
  ) -> [Element] {
    elements.enumerated().sorted { a, b in
      (a.element[keyPath: line], a.offset) < (b.element[keyPath: line], b.offset)
    }.map(\.element)
  }

  /// The ledger as it will be, so that a file may bring a branch, its members and their meeting.
  private func ledger(with checks: [RecordCheck]) -> Ledger {
    let organizations = checks.compactMap(\.organization)
    let members = checks.compactMap(\.member)
    if organizations.isEmpty && members.isEmpty { return archive.ledger }
    let corrected = Set(checks.compactMap(\.corrected))
    return Ledger(
      organizations: archive.ledger.organizations.values.joined().filter {
        !corrected.contains($0.reference)
      } + organizations,
      members: archive.ledger.members.values.joined().filter {
        !corrected.contains($0.reference)
      } + members,
      activities: archive.ledger.activities)
  }
}

/// Who and what is known: in the store, or introduced by the records that are being added.
struct KnownNames: Sendable {
  let archive: Archive
  private var newMembers: [MemberIdentifier: [String]] = [:]
  private var newOrganizations: Set<OrganizationIdentifier> = []

  init(_ archive: Archive, introducedBy records: [PlainRecord]) {
    self.archive = archive
    for record in records {
      if record.type == "member", let name = record.first("Name"),
        let id = record.first("Member").flatMap({ MemberIdentifier($0) })
      {
        newMembers[id, default: []].append(name)
      }
      if record.type == "organization",
        let id = record.first("Organization").flatMap({ OrganizationIdentifier($0) })
      {
        newOrganizations.insert(id)
      }
    }
  }

  func isKnown(_ id: OrganizationIdentifier) -> Bool {
    newOrganizations.contains(id) || archive.ledger.organizations[id] != nil
  }

  /// Every name that an id has had; nil for an unknown id.
  func names(of id: MemberIdentifier) -> [String]? {
    let stored = archive.ledger.members[id]?.map(\.name) ?? []
    let all = stored + (newMembers[id] ?? [])
    return all.isEmpty ? nil : all
  }

  /// The name that goes with an id on a day.
  func name(of id: MemberIdentifier, on day: Day?) -> String? {
    let stored =
      day.flatMap { archive.ledger.member(id, on: $0)?.name } ?? archive.ledger.latest(id)?.name
    return stored ?? newMembers[id]?.last
  }

  /// Names that the store has for an id.
  func storedNames(of id: MemberIdentifier) -> [String] {
    archive.ledger.members[id]?.map(\.name) ?? []
  }
}
