import OrganizationLife
import RecordLog

extension Archive {
  /// Checks what stored records say against the format's fields, the catalogue and each other:
  /// mandatory fields, values, ids that name nobody, days in the wrong order. What was corrected
  /// or withdrawn since is history and is left alone, and so is a record whose Sum does not agree.
  ///
  /// - Parameters:
  ///   - files: the log files of the store.
  ///   - today: what is dated later is doubtful.
  /// - Returns: by file and line, unknown fields and what is doubtful among them.
  public func check(_ files: [LogFile], on today: Day) -> [StoredRecordFault] {
    let doubts = Dictionary(grouping: ledger.doubts(on: today, catalog: catalog)) {
      $0.reference.recordText
    }
    let standing = replay.standing
    let known = KnownNames(self, introducedBy: [])
    let altered = AlteredNames(replay.damaged.values)
    let archive = self
    // A part has its own memory of what it has met; parts of many files make that worth while.
    let size = max(1, files.count / 64)
    let parts = Parallel.map(count: (files.count + size - 1) / size) { part in
      var check = StoredRecordCheck(
        archive, known: known, standing: standing, altered: altered, doubts: doubts)
      for file in files[part * size..<min(files.count, (part + 1) * size)] { check.run(file) }
      return check.faults
    }
    return parts.flatMap { $0 }
  }
}

extension Replay {
  /// The records that stand, by Id: the newest version of each, each of several rival ones, and
  /// withdrawals.
  fileprivate var standing: Set<String> {
    var found = Set(tips.compactMap({ $0 }).map { entries[$0].id })
    for conflict in conflicts.values { found.formUnion(conflict.candidates.map(\.text)) }
    for entry in entries where entry.isWithdrawal { found.insert(entry.id) }
    return found
  }
}

/// Members and organisations of records that were altered: that they cannot be read is reported
/// there, not again at every meeting that names them.
private struct AlteredNames: Sendable {
  private var members: Set<String> = []
  private var organizations: Set<String> = []

  init(_ damaged: some Sequence<Record>) {
    for record in damaged {
      switch record.type {
      case "member": members.formUnion(record.all("Member"))
      case "organization": organizations.formUnion(record.all("Organization"))
      default: break
      }
    }
  }

  /// Whether a fault may follow from that: who cannot be read is not counted as a voter.
  func explain(_ fault: ActivityFault) -> Bool {
    if case .votesBeyondVoters = fault { return !members.isEmpty || !organizations.isEmpty }
    return false
  }

  /// Whether a problem follows from that.
  func explain(_ problem: EntryProblem) -> Bool {
    switch problem {
    case .unknownMember(let id), .nameMismatch(let id, _, _): members.contains(id)
    case .unknownOrganization(let id): organizations.contains(id)
    default: false
    }
  }
}

/// The check of some files' records.
private struct StoredRecordCheck {
  private let archive: Archive
  private let known: KnownNames
  private let standing: Set<String>
  private let altered: AlteredNames
  private let doubts: [String: [DoubtfulRecord]]
  private(set) var faults: [StoredRecordFault] = []
  private var tables: [String: FieldTable] = [:]
  /// Values found good, so that the same people need not be looked up for every meeting.
  private var good: [ValueShape: Set<FieldValue>] = [:]
  // The record at hand.
  private var path = ""
  private var reference: Reference?
  private var fields: [StoredField] = []

  /// A field of the record at hand.
  private struct StoredField {
    var name: FieldName
    var value: FieldValue
    var line: Int
    /// From 1; 0 before the first `Item`.
    var item: Int
  }

  init(
    _ archive: Archive, known: KnownNames, standing: Set<String>, altered: AlteredNames,
    doubts: [String: [DoubtfulRecord]]
  ) {
    self.archive = archive
    self.doubts = doubts
    self.altered = altered
    self.known = known
    self.standing = standing
  }

  mutating func run(_ file: LogFile) {
    path = file.path
    guard let shape = RecordShape.of(file.type) else {
      reference = nil
      add(1, nil, .entry(.unknownType(file.type)))
      return
    }
    if tables[file.type] == nil {
      tables[file.type] = FieldTable(shape, archive.schemas[file.type])
    }
    guard let table = tables[file.type] else { return }
    for record in file.records where record.isIntact {
      let id = record.id
      guard standing.contains(id) else { continue }
      reference = Reference(id)
      collect(record)
      if first("Withdraws") != nil {
        withdrawal(record)
      } else {
        run(record, table)
      }
    }
  }

  /// The record's own fields: without the `Id` that opens and the `By At Sum` that close it.
  private mutating func collect(_ record: Record) {
    fields.removeAll(keepingCapacity: true)
    var item = 0
    record.forEachField { name, value, line in
      if name == "Item" { item += 1 }
      fields.append(StoredField(name: name, value: value, line: line, item: item))
    }
    if let first = fields.first, first.name == "Id" { fields.removeFirst() }
    for name in Self.closing {
      if let last = fields.last, last.name == name { fields.removeLast() }
    }
  }

  private static let closing: [StaticString] = ["Sum", "At", "By"]

  // MARK: One record

  private mutating func withdrawal(_ record: Record) {
    for field in fields {
      switch field.name {
      case "Withdraws", "Reason": continue
      case "Corrects", "Follows":
        add(field.line, field.name.description, .entry(.severalLinks))
      default: add(field.line, field.name.description, .entry(.notInWithdrawal))
      }
    }
    if (first("Reason")?.count ?? 0) == 0 { add(record.line, "Reason", .entry(.reasonMissing)) }
  }

  private mutating func run(_ record: Record, _ table: FieldTable) {
    var seen: Set<FieldName> = []
    var seenInItem: Set<FieldName> = []
    for field in fields {
      if field.name == "Item" { seenInItem.removeAll(keepingCapacity: true) }
      guard let shape = table.shape(of: field.name, inItem: field.item > 0) else {
        if !table.isKnown(field.name) {
          add(field.line, field.name.description, .unknownField)
        }
        continue
      }
      let item = shape.isPartOfItem ? field.item : nil
      if item == 0 {
        add(field.line, shape.name, .entry(.value(.outsideItem)))
        continue
      }
      let isFirst =
        shape.isPartOfItem
        ? seenInItem.insert(field.name).inserted : seen.insert(field.name).inserted
      if !shape.repeats, !isFirst {
        add(field.line, shape.name, item: item, .entry(.value(.repeated)))
        continue
      }
      value(field, shape, item)
    }
    for shape in table.mandatory {
      if (field(shape.name)?.value.count ?? 0) == 0 {
        add(record.line, shape.name, .entry(.value(.missing)))
      }
    }
    days()
    links(record)
    for doubtful in doubts[record.id] ?? [] {
      let name = FieldName(doubtful.doubt.field)
      let item = doubtful.reference.itemNumber
      let line = fields.first { $0.name == name && (item == nil || $0.item == item) }?.line
      let problem: StoredRecordFault.Problem =
        if case .parentCircle(let way) = doubtful.doubt {
          .entry(.parentCircle(way))
        } else {
          .doubt(doubtful.doubt)
        }
      add(line ?? record.line, doubtful.doubt.field, item: item, problem)
    }
    let previous = first("Follows").flatMap { archive.record(Reference($0.text)) }
    let told = FieldDoubts.doubts(
      of: record.type, first: { self.field($0)?.value.text }, after: previous)
    for doubt in told {
      add(field(doubt.field)?.line ?? record.line, doubt.field, .doubt(doubt))
    }
    switch record.type {
    case "activity": activity(record)
    case "member": member(record)
    case "organization": identity("Organization")
    default: break
    }
  }

  private mutating func value(_ field: StoredField, _ shape: FieldShape, _ item: Int?) {
    guard field.value.count > 0 else { return }
    switch shape.value {
    case .text, .correction: return
    case .line, .suggestion:
      if field.value.isMultiline {
        add(field.line, shape.name, item: item, .entry(.value(.severalLines)))
      } else if field.name == "Name",
        let problem = FieldCompletion.problem(ofName: field.value.text)
      {
        add(field.line, shape.name, item: item, .entry(problem))
      }
      return
    default: break
    }
    if good[shape.value]?.contains(field.value) ?? false { return }
    let text = field.value.text
    let completion = FieldCompletion(known: known, day: nil)
    if case .failure(let failure) = completion.complete(text, as: shape.value) {
      if altered.explain(failure.problem) { return }
      add(field.line, shape.name, item: item, .entry(failure.problem))
    } else {
      good[shape.value, default: []].insert(field.value)
    }
  }

  private mutating func days() {
    for (start, end) in FieldOrder.days {
      guard let first = day(start), let last = field(end), let end = Day(last.value.text),
        end < first
      else { continue }
      add(
        last.line, last.name.description,
        .entry(.dayBefore(end, other: start, otherDay: first)))
    }
  }

  /// A correction says why, unless what it corrects was not signed off yet.
  private mutating func links(_ record: Record) {
    guard let corrects = field("Corrects"), first("Reason") == nil else { return }
    let reference = Reference(
      String(corrects.value.prefix(before: UInt8(ascii: " ")).text))
    let version = archive.record(reference)
    if record.type == "activity", version == nil || version?.first("State") != "定稿" { return }
    add(corrects.line, "Reason", .entry(.reasonMissing))
  }

  private mutating func activity(_ record: Record) {
    if let state = field("State"), state.value == "定稿", first("Signed") == nil {
      add(state.line, "Signed", .entry(.signatureMissing))
    }
    guard let reference, let activity = archive.ledger.activity(reference),
      activity.reference == reference
    else { return }
    let kind = archive.catalog.kind(activity.kind, on: activity.date)
    for fault in archive.ledger.faults(in: activity, kind: kind) {
      if altered.explain(fault) { continue }
      add(
        line(of: fault) ?? record.line, fault.field, item: fault.item,
        .entry(.activity(fault)))
    }
  }

  /// The field that a fault of an activity is about; of someone on the roster the last that names
  /// them, since the second of two is one too many.
  private func line(of fault: ActivityFault) -> Int? {
    let name = FieldName(fault.field)
    switch fault {
    case .listedTwice(let person, _, _), .notPresent(let person, _):
      return fields.last { field in
        field.name == name
          && FieldText.person(FieldText.headAndTail(field.value.text).head).id == person.id
      }?.line
    default:
      return fields.first {
        $0.name == name && (fault.item == nil || $0.item == fault.item)
      }?.line
    }
  }

  private mutating func member(_ record: Record) {
    if let left = field("Left"), first("Until") == nil {
      add(left.line, "Until", .entry(.value(.missing)))
    }
    identity("Member")
    guard let group = field("Group"), let branch = first("Organization")?.text,
      let id = OrganizationIdentifier(group.value.text),
      let snapshots = archive.ledger.organizations[id]
    else { return }
    let isGroup = snapshots.contains { $0.level == .group && $0.parent?.text == branch }
    if !isGroup { add(group.line, "Group", .entry(.notAGroup(id.text, of: branch))) }
  }

  /// A correction stays with whom it is about.
  private mutating func identity(_ name: String) {
    guard let corrects = first("Corrects"), let own = field(name) else { return }
    let reference = Reference(corrects.prefix(before: UInt8(ascii: " ")).text)
    guard let before = archive.record(reference)?.first(name), !(own.value == before) else {
      return
    }
    add(
      own.line, name,
      .entry(.identityChanged(from: before, to: own.value.text)))
  }

  // MARK: Fields

  private func field(_ name: StaticString) -> StoredField? {
    fields.first { $0.name == name }
  }

  @_disfavoredOverload
  private func field(_ name: String) -> StoredField? {
    let name = FieldName(name)
    return fields.first { $0.name == name }
  }

  private func first(_ name: StaticString) -> FieldValue? { field(name)?.value }

  private func day(_ name: String) -> Day? { field(name).flatMap { Day($0.value.text) } }

  private mutating func add(
    _ line: Int, _ field: String?, item: Int? = nil, _ problem: StoredRecordFault.Problem
  ) {
    faults.append(
      StoredRecordFault(
        path: path, line: line, record: reference, field: field, item: item, problem: problem))
  }
}

/// The fields of a type by name, for looking up many of them.
private struct FieldTable {
  let mandatory: [FieldShape]
  private var own: [FieldName: FieldShape] = [:]
  private var ofItems: [FieldName: FieldShape] = [:]
  private var known: Set<FieldName> = []

  init(_ shape: RecordShape, _ schema: Schema?) {
    mandatory = shape.fields.filter(\.isMandatory)
    for field in shape.fields {
      let name = FieldName(field.name)
      own[name] = shape.field(field.name)
      ofItems[name] = shape.field(field.name, item: true)
    }
    for field in schema?.fields ?? [] { known.insert(FieldName(field.name)) }
  }

  /// The same as `RecordShape.field`.
  func shape(of name: FieldName, inItem: Bool) -> FieldShape? {
    inItem ? ofItems[name] : own[name]
  }

  /// Whether the unit's schema has a field that the format does not.
  func isKnown(_ name: FieldName) -> Bool { known.contains(name) }
}
