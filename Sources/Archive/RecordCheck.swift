import OrganizationLife
import RecordLog

/// The check of one record: its fields one by one, then what they say together.
struct RecordCheck {
  let record: PlainRecord
  let known: KnownNames
  private let number: Int
  private let source: String
  private let today: Day
  private(set) var faults: [EntryFault] = []
  private(set) var notices: [EntryNotice] = []
  /// The fields as they will be written.
  var fields: [Field] = []
  /// The source line of each.
  private var lines: [Int] = []
  /// The version that a correction replaces.
  var corrected: Reference?
  /// The record that is corrected, withdrawn or followed.
  var target: Record?
  /// Values for the ledger as it will be.
  private(set) var organization: Organization?
  private(set) var member: Member?
  private(set) var isReadable = true

  init(
    _ record: PlainRecord, number: Int, source: String, today: Day, known: KnownNames
  ) {
    self.record = record
    self.number = number
    self.source = source
    self.today = today
    self.known = known
  }

  /// The record to be written; nil when its type or folder is not known.
  var newRecord: NewRecord? {
    guard let type = record.type, isReadable else { return nil }
    let isWithdrawal = fields.contains { $0.name == "Withdraws" }
    let folder =
      isWithdrawal ? target?.organizationFolder : fields.first { $0.name == "Organization" }?.value
    guard let folder else { return nil }
    return NewRecord(
      type: type, organization: folder, restricted: isRestricted(type), fields: fields)
  }

  private func isRestricted(_ type: String) -> Bool {
    if type == "dues" || target?.isRestricted ?? false { return true }
    let kinds = fields.filter { $0.name == "Kind" || $0.name == "Counts" }.map(\.value)
    return kinds.contains { known.archive.catalog.kind($0)?.isRestricted ?? false }
      || restrictedSources(type)
  }

  /// Whether a record goes on from one that may be read only with permission, and says what that
  /// says: what follows from a resolution, how an absence was made up. A review only names its
  /// evidence.
  private func restrictedSources(_ type: String) -> Bool {
    guard type != "review" else { return false }
    return fields.contains { field in
      let name: Substring
      switch field.name {
      case "Source": name = field.value[...]
      case "Tag":
        guard let sign = field.value.firstIndex(of: "=") else { return false }
        name = field.value[field.value.index(after: sign)...]
      default: return false
      }
      return known.archive.record(Reference(Reference(String(name)).recordText))?.isRestricted
        ?? false
    }
  }

  /// Checks every field and completes it.
  mutating func run() {
    guard let type = record.type, let shape = RecordShape.of(type) else {
      isReadable = false
      add(
        line: record.line, field: nil,
        record.type.map { .unknownType($0) } ?? .noType)
      return
    }
    if record.first("Withdraws") != nil {
      withdrawal(type)
      return
    }
    var item = 0
    var seen: Set<String> = []
    let day = (record.first("Date") ?? record.first("Since")).flatMap { Day($0) }
    for (index, field) in record.fields.enumerated() {
      let line = record.fieldLines[index]
      if field.name == "Item" {
        item += 1
        seen = seen.filter { !$0.hasPrefix("#") }
      }
      if isReserved(field.name, type: type, item: item) {
        add(line: line, field: field.name, .reservedField)
        continue
      }
      take(
        field, line, shape: shape.field(field.name, item: item > 0), item: item, day: day,
        seen: &seen)
    }
    for field in shape.fields where field.isMandatory {
      if !record.fields.contains(where: { $0.name == field.name && !$0.value.isEmpty }) {
        add(line: record.line, field: field.name, .value(.missing))
      }
    }
    links(type)
    if type == "activity", !fields.contains(where: { $0.name == "State" }) {
      // 未定稿 until somebody signs; said in the record, not left to be understood.
      let position = fields.firstIndex { $0.name == "Item" } ?? fields.count
      fields.insert(Field("State", "未定稿"), at: position)
      lines.insert(record.line, at: position)
    }
    values(type)
  }

  /// `By` of an item of a review is a field; elsewhere it is the log's.
  private func isReserved(_ name: String, type: String, item: Int) -> Bool {
    switch name {
    case "Id", "At", "Sum": true
    case "By": type != "review" || item == 0
    default: false
    }
  }

  private mutating func take(
    _ field: Field, _ line: Int, shape: FieldShape?, item: Int, day: Day?,
    seen: inout Set<String>
  ) {
    let itemNumber = shape?.isPartOfItem ?? false ? item : nil
    let text = clean(field, line, item: itemNumber)
    guard let shape else {
      let schema = known.archive.schemas[record.type ?? ""]
      if schema?.label(of: field.name) == nil {
        add(line: line, field: field.name, notice: .unknownField)
      }
      append(Field(field.name, text), line)
      return
    }
    if shape.isPartOfItem, item == 0 {
      add(line: line, field: field.name, .value(.outsideItem))
      return
    }
    if text.isEmpty { return }
    let key = shape.isPartOfItem ? "#\(field.name)" : field.name
    if !shape.repeats, !seen.insert(key).inserted {
      add(line: line, field: field.name, item: itemNumber, .value(.repeated))
      return
    }
    if field.name == "Tag", !TagText.isFilled(text) {
      add(line: line, field: field.name, .unfilledTag(text))
    }
    if field.name == "Name", let problem = FieldCompletion.problem(ofName: text) {
      add(line: line, field: field.name, item: itemNumber, problem)
      append(Field(field.name, text), line)
      return
    }
    let completion = FieldCompletion(known: known, day: day)
    switch completion.complete(text, as: shape.value) {
    case .success(let completed):
      append(Field(field.name, completed.text), line)
      for reference in completed.notRecords {
        add(line: line, field: field.name, notice: .notARecord(reference))
      }
    case .failure(let error):
      add(line: line, field: field.name, item: itemNumber, error.problem)
      append(Field(field.name, text), line)
    }
  }

  /// The text as it can be stored; forbidden characters are faults.
  private mutating func clean(_ field: Field, _ line: Int, item: Int?) -> String {
    for scalar in TextCleaning.forbiddenScalars(in: field.value) {
      add(line: line, field: field.name, item: item, .forbiddenCharacter(scalar.value))
    }
    let (text, changes) = TextCleaning.clean(field.value)
    let harmless = changes.subtracting([.controls, .directionMarks])
    if !harmless.isEmpty { add(line: line, field: field.name, notice: .cleaned(harmless)) }
    return text
  }

  private mutating func append(_ field: Field, _ line: Int) {
    fields.append(field)
    lines.append(line)
  }

  /// Reads the record as a value, for what only the whole can tell.
  private mutating func values(_ type: String) {
    guard let provenance else { return }
    switch type {
    case "organization":
      organization = Conversion.organization(fields, from: provenance).value
    case "member":
      member = Conversion.member(fields, from: provenance).value
    default: break
    }
  }

  /// Where a value will come from once it is written.
  var provenance: Provenance? {
    guard
      let folder = fields.first(where: { $0.name == "Organization" })
        .flatMap({ OrganizationIdentifier($0.value) })
    else { return nil }
    let moment = Moment(
      seconds: Int64(today.number) * 86_400 + 86_399, offset: 0)
    return Provenance(
      reference: Reference(""), origin: Reference(""), enteredAt: moment,
      enteredBy: Person(""), folder: folder)
  }

  /// What the fields say together, in a ledger that holds everything that is being added.
  mutating func compare(with ledger: Ledger, author: Person?) {
    guard isReadable, let type = record.type, !fields.contains(where: { $0.name == "Withdraws" })
    else { return }
    days()
    switch type {
    case "activity": activity(ledger)
    case "member":
      identity(type)
      place(ledger)
      if let member { for doubt in ledger.doubts(about: member) { add(doubt) } }
    case "organization":
      identity(type)
      if let organization { for doubt in ledger.doubts(about: organization) { superior(doubt) } }
    case "matter": closing(ledger, author: author)
    case "procedure": step(ledger)
    case "dues":
      if let payment { for doubt in ledger.doubts(about: payment, on: today) { add(doubt) } }
    default: break
    }
    let isStep = corrected == nil && first("Follows") != nil
    for doubt in FieldDoubts.doubts(of: type, first: first, after: isStep ? target : nil) {
      add(doubt)
    }
  }

  /// A superior that is below the organisation itself keeps its record from being added: what is
  /// owed would be counted for neither.
  private mutating func superior(_ doubt: RecordDoubt) {
    guard case .parentCircle(let way) = doubt else { return add(doubt) }
    add(line: line(of: doubt.field, item: nil), field: doubt.field, .parentCircle(way))
  }

  /// What a record of dues says, as it will be.
  var payment: DuesPayment? {
    guard record.type == "dues", isReadable, first("Withdraws") == nil, let provenance else {
      return nil
    }
    return Conversion.dues(fields, from: provenance).value
  }

  /// Something that can hardly be so, at its line.
  mutating func add(_ doubt: RecordDoubt, item: Int? = nil) {
    if case .afterToday = doubt { return }
    add(line: line(of: doubt.field, item: item), field: doubt.field, notice: .doubt(doubt))
  }

  private mutating func step(_ ledger: Ledger) {
    guard let provenance, let step = Conversion.procedure(fields, from: provenance).value else {
      return
    }
    var previous: ProcedureStep?
    if step.follows != nil, corrected == nil, let target {
      previous = known.archive.ledger.procedureSteps.first { $0.reference.text == target.id }
    }
    let doubts = ledger.doubts(
      about: step, after: previous, on: today, catalog: known.archive.catalog)
    for doubt in doubts { add(doubt) }
  }

  private mutating func days() {
    for (first, second) in FieldOrder.days {
      guard let start = day(first), let end = day(second), end < start else { continue }
      add(
        line: record.line(of: second), field: second,
        .dayBefore(end, other: first, otherDay: start))
    }
    // A snapshot may be entered ahead; what happened happened by today.
    let happened = [
      "Date", "EndDate", "Closed", "PaidOn", "Opened", "Elected", "Admitted", "Approved",
      "Confirmed",
    ]
    for name in happened {
      if let day = day(name), day > today {
        add(line: record.line(of: name), field: name, notice: .afterToday(day))
      }
    }
  }

  private mutating func activity(_ ledger: Ledger) {
    let catalog = known.archive.catalog
    let kind = record.first("Kind").flatMap { id in
      day("Date").map { catalog.kind(id, on: $0) } ?? catalog.kind(id)
    }
    if first("State") == "定稿", first("Signed") == nil {
      add(line: record.line(of: "State"), field: "Signed", .signatureMissing)
    }
    for counted in fields.filter({ $0.name == "Counts" }).map(\.value) {
      if let kind, catalog.kind(counted) != nil, !kind.mayCount.contains(counted) {
        add(line: record.line(of: "Counts"), field: "Counts", notice: .countsNotForeseen(counted))
      }
    }
    guard let provenance,
      let activity = Conversion.activity(fields, from: provenance).value
    else { return }
    for fault in ledger.faults(in: activity, kind: kind) {
      let line = line(of: fault.field, item: fault.item)
      if fault.mayBeKept {
        add(line: line, field: fault.field, notice: .activity(fault))
      } else {
        add(line: line, field: fault.field, item: fault.item, .activity(fault))
      }
    }
    for (reference, doubt) in ledger.doubts(about: activity, on: today) {
      add(doubt, item: reference.itemNumber)
    }
    for warning in ledger.warnings(in: activity, kind: kind) {
      guard case .meeting(let about) = warning.kind else { continue }
      add(
        line: line(of: about.field, item: about.item), field: about.field,
        notice: .warning(warning.kind))
    }
    if let kind, kind.body != .people {
      for person in activity.present + activity.video {
        guard let id = person.id, known.names(of: id) != nil,
          !activity.excluded.contains(where: { $0.person.id == id }),
          !ledger.isExpected(id, at: activity, as: kind)
        else { continue }
        add(line: line(of: person), field: "Present", notice: .notExpected(person))
      }
    }
    if target == nil, activity.sitting.isEmpty,
      let twin = known.archive.ledger.activities(
        of: activity.organization, in: activity.date...activity.date
      ).first(where: {
        $0.kind == activity.kind && $0.start == activity.start && $0.title == activity.title
          && activity.start != nil
      })
    {
      add(line: record.line, field: "Date", notice: .perhapsTwice(twin.reference))
    }
  }

  /// A group is one of the member's branch; who left was there until some day.
  private mutating func place(_ ledger: Ledger) {
    if first("Left") != nil, first("Until") == nil {
      add(line: record.line(of: "Left"), field: "Until", .value(.missing))
    }
    guard let member, let group = member.group,
      let snapshots = ledger.organizations[group]
    else { return }
    let isGroup = snapshots.contains {
      $0.level == .group && $0.parent == member.organization
    }
    if !isGroup {
      add(
        line: record.line(of: "Group"), field: "Group",
        .notAGroup(group.text, of: member.organization.text))
    }
  }

  /// An id belongs to one person for good.
  private mutating func identity(_ type: String) {
    let field = type == "member" ? "Member" : "Organization"
    guard let id = first(field) else { return }
    if let target, corrected != nil {
      let before = target.first(field) ?? ""
      if before != id {
        add(
          line: record.line(of: field), field: field,
          .identityChanged(from: before, to: id))
      }
      return
    }
    guard type == "member", let name = first("Name"), first("Reason") == nil,
      let member = MemberIdentifier(id)
    else { return }
    let names = known.storedNames(of: member)
    if let other = names.last, !names.contains(name) {
      add(line: record.line(of: "Member"), field: "Member", .identifierTaken(id: id, by: other))
    }
  }

  /// A 检查问题 becomes 已办结 only by the level that opened it.
  private mutating func closing(_ ledger: Ledger, author: Person?) {
    guard first("State") == Matter.closedState else { return }
    if first("Closed") == nil {
      add(line: record.line(of: "State"), field: "Closed", notice: .closedWithoutDay)
    }
    guard first("Kind") == Matter.findingKind, let target,
      let opening = known.archive.steps(of: Reference(target.id)).first
    else { return }
    let opener = Person(opening.record.by)
    let closer = author ?? first("Confirmed").map { Person($0) }
    guard let openerID = opener.id, let closerID = closer?.id, openerID != closerID else {
      return
    }
    let openers = ledger.placesOfOffice(of: openerID, on: today)
    if !openers.isEmpty, openers.isDisjoint(with: ledger.placesOfOffice(of: closerID, on: today)) {
      add(
        line: record.line(of: "State"), field: "State", .closedByOtherLevel(opener: opener))
    }
  }

  func first(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  private func day(_ name: String) -> Day? { first(name).flatMap { Day($0) } }

  /// The line of a field of an item, or of the record itself.
  func line(of field: String, item: Int?) -> Int {
    var current = 0
    for (index, candidate) in record.fields.enumerated() {
      if candidate.name == "Item" { current += 1 }
      if candidate.name == field, item == nil || item == current {
        return record.fieldLines[index]
      }
    }
    return record.line
  }

  private func line(of person: Person) -> Int {
    let index = fields.firstIndex {
      ($0.name == "Present" || $0.name == "Video") && $0.value == person.description
    }
    return index.map { lines[$0] } ?? record.line
  }

  mutating func add(line: Int, field: String?, item: Int? = nil, _ problem: EntryProblem) {
    faults.append(
      EntryFault(
        source: source, line: line, record: number, field: field, item: item,
        problem: problem))
  }

  mutating func add(line: Int, field: String, notice: EntryNotice.Kind) {
    notices.append(
      EntryNotice(source: source, line: line, record: number, field: field, kind: notice))
  }
}

/// What the values of one record have to be to each other.
enum FieldOrder {
  /// Two days, the second not before the first.
  static let days: [(String, String)] = [
    ("Since", "Until"), ("From", "To"), ("Opened", "Closed"), ("Opened", "Due"),
    ("Admitted", "Approved"), ("Admitted", "Confirmed"),
  ]
}
