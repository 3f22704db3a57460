import OrganizationLife
import RecordLog

/// What bytes that were put aside from a file's end hold, as records to be entered anew.
///
/// `Id By At Sum` are dropped: whoever adopts the records enters them. Type and organisation come
/// from the file's name where the text does not give them.
public struct Adoption: Sendable {
  /// What there is to do with it.
  public enum Outcome: String, Sendable {
    /// It holds nothing that could be entered.
    case empty
    /// It cannot be entered as it is; see `faults`.
    case faulty
    /// Its records stand in the log already: it has only to be settled.
    case standing
    /// It can be entered.
    case ready
  }

  /// Something to be said about the text.
  public enum Remark: Hashable, Sendable {
    /// So many NUL bytes, left by a crash, were passed over.
    case zeros(Int)
    /// The last line has no line end: it may be half. It is kept as it is.
    case openLine(line: Int)
    /// The text ends within a character, or within the name of a field, which is left out.
    case halfWord(line: Int)
  }

  /// Where it waits.
  public let tail: QuarantinedTail
  /// Its text line by line, without NUL bytes.
  public let lines: [String]
  /// What there is to be said about the text.
  public let remarks: [Remark]
  /// What keeps it from being entered, by line.
  public let faults: [EntryFault]
  /// What is to be said and keeps nothing from being entered, by line.
  public let notices: [EntryNotice]
  /// Its records as the text gives them, without what the log adds: a file for `zhibu add`.
  public let plain: [PlainRecord]
  /// Its records as they would be entered.
  public let records: [NewRecord]
  /// Those of its records that the log holds already.
  public let standing: [Reference]
  /// Those that it does not hold.
  public let missing: [NewRecord]

  /// What there is to do with it.
  public var outcome: Outcome {
    if !plain.isEmpty, standing.count == plain.count { return .standing }
    if !faults.isEmpty { return .faulty }
    return records.isEmpty ? .empty : .ready
  }

  /// Enters the records that are missing, all or none, and settles the tail, under one lock.
  /// Returns the ids of what was entered.
  ///
  /// The records have passed the gate against the archive that the adoption was made from, which
  /// should have been read just before.
  ///
  /// Throws what `Store.adopt` throws.
  public func carryOut(
    in store: Store, by author: Author, at moment: String,
    notify: (AppendNotice) -> Void = { _ in }
  ) throws(AppendError) -> [RecordIdentifier] {
    try store.adopt(missing, from: tail, by: author, at: moment, notify: notify)
  }
}

extension Archive {
  /// Everything that waits in quarantine, by path.
  ///
  /// Throws `ArchiveError.store` when the disk fails.
  public func adoptions(author: Person?, today: Day) throws(ArchiveError) -> [Adoption] {
    var adoptions: [Adoption] = []
    do throws(StoreError) {
      for tail in try store.quarantined() {
        do throws(StoreError) {
          adoptions.append(
            adoption(of: tail, bytes: try store.bytes(of: tail), author: author, today: today))
        } catch .missing {
          // Somebody has settled it in the meantime.
          continue
        }
      }
    } catch {
      throw .store(error)
    }
    return adoptions
  }

  /// What a tail holds as records, checked by the one gate.
  ///
  /// - Parameters:
  ///   - bytes: what was put aside (`Store.bytes(of:)`).
  ///   - author: who would enter it.
  public func adoption(
    of tail: QuarantinedTail, bytes: [UInt8], author: Person?, today: Day
  ) -> Adoption {
    var text = TailText(bytes)
    var reading = PlainRecords.read(text.bytes)
    text.passOverHalfName(in: &reading)
    reading.records = reading.records.compactMap { Self.plainRecord($0, from: tail) }
    let result = EntryCheck(self, author: author)
      .check(reading, source: tail.path, today: today)
    let foreign = reading.records.enumerated().compactMap { index, record in
      Self.foreignOrganization(record, number: index, tail: tail)
    }
    let records = result.records.map { record in
      var record = record
      // What was not everyone's to read does not become so.
      record.restricted = record.restricted || tail.isRestricted
      return record
    }
    let (standing, missing) = sorted(records)
    return Adoption(
      tail: tail, lines: text.lines, remarks: text.remarks, faults: foreign + result.faults,
      notices: result.notices, plain: reading.records, records: records, standing: standing,
      missing: missing)
  }

  /// The record without what the log adds, with what the file's name says; nil when nothing is
  /// left of it.
  private static func plainRecord(_ record: PlainRecord, from tail: QuarantinedTail)
    -> PlainRecord?
  {
    let type = record.type ?? tail.type
    var fields: [Field] = []
    var lines: [Int] = []
    for (index, field) in record.fields.enumerated() {
      guard !isOfTheLog(field, type: type) else { continue }
      fields.append(field)
      lines.append(record.fieldLines[index])
    }
    guard let first = lines.first else { return nil }
    let isWithdrawal = fields.contains { $0.name == "Withdraws" }
    if !isWithdrawal, !fields.contains(where: { $0.name == "Organization" }) {
      fields.insert(Field("Organization", tail.organization), at: 0)
      lines.insert(first, at: 0)
    }
    return PlainRecord(type: type, line: record.line, fields: fields, fieldLines: lines)
  }

  /// The items of a review have a `By` of their own, one of two words.
  private static func isOfTheLog(_ field: Field, type: String) -> Bool {
    switch field.name {
    case "Id", "At", "Sum": true
    case "By": type != "review" || !["记录", "人工"].contains(field.value)
    default: false
    }
  }

  private static func foreignOrganization(
    _ record: PlainRecord, number: Int, tail: QuarantinedTail
  ) -> EntryFault? {
    guard let given = record.first("Organization"), given != tail.organization else { return nil }
    return EntryFault(
      source: tail.path, line: record.line(of: "Organization"), record: number,
      field: "Organization", problem: .otherOrganization(given, expected: tail.organization))
  }

  // MARK: What stands already

  /// Parts records into those that the log holds and those that it does not: an adoption that was
  /// interrupted before its tail was settled must not enter them twice.
  private func sorted(_ records: [NewRecord]) -> (standing: [Reference], missing: [NewRecord]) {
    var standing: [Reference] = []
    var missing: [NewRecord] = []
    var taken: Set<String> = []
    for record in records {
      let twin = replay.entries.enumerated().first { position, entry in
        entry.record.type == record.type
          && entry.record.organizationFolder == record.organization
          && !taken.contains(entry.id) && holds(position) && says(entry.record, record)
      }
      if let twin {
        taken.insert(twin.element.id)
        standing.append(Reference(twin.element.id))
      } else {
        missing.append(record)
      }
    }
    return (standing, missing)
  }

  /// Whether what was entered has not been withdrawn since.
  private func holds(_ position: Int) -> Bool {
    let entry = replay.entries[position]
    guard let target = entry.withdraws else { return !isWithdrawn(Reference(entry.id)) }
    return replay.withdrawals[target]?.contains(position) ?? false
  }

  /// Whether a stored record says what a new one would, but for what the log adds.
  private func says(_ stored: Record, _ new: NewRecord) -> Bool {
    let fields = stored.fields
    guard fields.count == new.fields.count + 4, fields.first?.name == "Id" else { return false }
    return zip(fields.dropFirst().dropLast(3), new.fields).allSatisfy { old, new in
      guard old.name == new.name else { return false }
      return old.value == new.value
        || (Self.links.contains(old.name) && origin(of: old.value) == origin(of: new.value))
    }
  }

  private static let links: Set<String> = ["Corrects", "Follows", "Withdraws"]

  /// The first version of what a link names: the link that is completed now names the newest
  /// version, which may be the very record that was entered from the same text.
  private func origin(of link: String) -> Reference? {
    let id = String(link.prefix { $0 != " " })
    return versions(of: Reference(id)).first?.reference
  }
}

/// The text of a tail as it can be read: without NUL bytes and without half a character.
private struct TailText {
  private(set) var bytes: [UInt8]
  private(set) var remarks: [Adoption.Remark] = []
  private let isOpen: Bool
  private let lineCount: Int

  init(_ raw: [UInt8]) {
    bytes = raw.filter { $0 != 0 }
    if bytes.count < raw.count { remarks.append(.zeros(raw.count - bytes.count)) }
    lineCount = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).count
    isOpen = !bytes.isEmpty && bytes.last != 0x0A
    guard isOpen else { return }
    remarks.append(.openLine(line: lineCount))
    let half = Self.halfCharacter(at: bytes)
    if half > 0 {
      bytes.removeLast(half)
      remarks.append(.halfWord(line: lineCount))
    }
  }

  var lines: [String] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines
  }

  /// How many bytes at the end are the beginning of a character.
  private static func halfCharacter(at bytes: [UInt8]) -> Int {
    for length in 1...3 where length <= bytes.count {
      let byte = bytes[bytes.count - length]
      if byte & 0xC0 == 0x80 { continue }
      let whole = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return whole > length ? length : 0
    }
    return 0
  }

  /// A last line without its end that is only part of a field's name says nothing yet.
  mutating func passOverHalfName(in reading: inout PlainRecords.Reading) {
    guard isOpen, let last = lines.last, lines.count == lineCount,
      last.utf8.allSatisfy({
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
      }),
      let fault = reading.faults.last, fault.line == lineCount, fault.kind == .notAField
    else { return }
    reading.faults.removeLast()
    remarks.append(.halfWord(line: lineCount))
  }
}
