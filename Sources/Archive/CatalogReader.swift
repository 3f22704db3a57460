import OrganizationLife
import RecordLog

/// Reads the catalogue from rec files. What cannot be used is left out and said; the rest holds.
public struct CatalogReader {
  /// What could not be used.
  public private(set) var faults: [CatalogFault] = []

  private var kinds: [Entry<ActivityKind>] = []
  private var obligations: [Entry<Obligation>] = []
  private var checklists: [Entry<Checklist>] = []
  private var items: [Entry<ChecklistItem>] = []
  private var path = ""

  /// The catalogue in those files, and what could not be used of them.
  public static func read(
    _ files: [(path: String, bytes: [UInt8])]
  ) -> (catalog: Catalog, faults: [CatalogFault]) {
    var reader = CatalogReader()
    for file in files { reader.take(file.path, file.bytes) }
    let catalog = reader.finish()
    return (catalog, reader.faults)
  }

  /// What a store's catalogue lacks altogether: with a file gone nothing would be due, and nobody
  /// would say why.
  static func lacking(in files: [(path: String, bytes: [UInt8])]) -> [CatalogFault] {
    let types = Set(files.flatMap { PlainRecords.parse($0.bytes).records.map(\.type) })
    return ["checklist", "kind", "obligation"].filter { !types.contains($0) }.map {
      CatalogFault(path: "catalog/\($0).rec", line: 0, problem: .noEntries(type: $0))
    }
  }

  private struct Entry<Value> {
    var value: Value
    var id: String
    var validity: Validity
    var isEnabled = true
    var record: PlainRecord
    var path: String
  }

  private mutating func take(_ path: String, _ bytes: [UInt8]) {
    self.path = path
    let (records, grammar) = PlainRecords.parse(bytes)
    for fault in grammar { add(fault.line, .grammar(fault.kind)) }
    for record in records {
      switch record.type {
      case "kind": kind(record)
      case "obligation": obligation(record)
      case "checklist": checklist(record)
      case "item": item(record)
      default: add(record.line, .unknownType(record.type ?? ""))
      }
    }
  }

  private mutating func finish() -> Catalog {
    kinds = withoutOverlaps(kinds)
    obligations = withoutOverlaps(obligations)
    checklists = withoutOverlaps(checklists)
    items = withoutOverlaps(items)
    for entry in obligations where entry.isEnabled {
      for kind in entry.value.kinds where !kinds.contains(where: { $0.id == kind }) {
        add(entry, "Kind", .unknownKind(kind))
      }
    }
    for entry in items {
      if !checklists.contains(where: { $0.id == entry.value.checklist }) {
        add(entry, "Checklist", .unknownChecklist(entry.value.checklist))
      }
      if case .obligation(let id) = entry.value.source,
        !obligations.contains(where: { $0.id == id })
      {
        add(entry, "Answer", .unknownObligation(id))
      }
    }
    return Catalog(
      kinds: newestFirst(kinds).map(\.value),
      obligations: obligations.filter(\.isEnabled).map(\.value),
      checklists: newestFirst(checklists).map { entry in
        var checklist = entry.value
        checklist.items = items.map(\.value).filter { $0.checklist == entry.id }
        return checklist
      })
  }

  /// An id may stand for several entries that follow each other in time.
  private mutating func withoutOverlaps<Value>(_ entries: [Entry<Value>]) -> [Entry<Value>] {
    var kept: [Entry<Value>] = []
    for entry in entries {
      if let other = kept.first(where: { $0.id == entry.id && overlap($0, entry) }) {
        add(entry, "Id", .overlaps(id: entry.id, line: other.record.line))
      } else {
        kept.append(entry)
      }
    }
    return kept
  }

  private func overlap<Value>(_ a: Entry<Value>, _ b: Entry<Value>) -> Bool {
    let aEndsFirst = a.validity.until.map { $0 < b.validity.since } ?? false
    let bEndsFirst = b.validity.until.map { $0 < a.validity.since } ?? false
    return !aEndsFirst && !bEndsFirst
  }

  /// Keeps the order of first appearance; among entries of one id the newest stands first, so
  /// that looking an id up finds it.
  private func newestFirst<Value>(_ entries: [Entry<Value>]) -> [Entry<Value>] {
    var order: [String] = []
    for entry in entries where !order.contains(entry.id) { order.append(entry.id) }
    return order.flatMap { id in
      entries.filter { $0.id == id }.sorted { $0.validity.since > $1.validity.since }
    }
  }

  private mutating func kind(_ record: PlainRecord) {
    var fields = EntryFields(record)
    let id = fields.text("Id")
    let title = fields.text("Title")
    let short = fields.text("Short")
    let body: Body? = fields.choice("Body")
    let validity = fields.validity()
    let value = ActivityKind(
      id: id ?? "", title: title ?? "", short: short ?? "", body: body ?? .members,
      isNumbered: fields.yes("Numbered"), levels: fields.choices("Level"),
      itemKinds: fields.choices("ItemKind"), presets: fields.texts("Preset"),
      fields: fields.texts("Field"), needs: fields.texts("Need"),
      mayCount: fields.texts("MayCount"), isRestricted: fields.yes("Restricted"),
      isMadeUp: fields.yes("MadeUp"), hours: fields.decimal("Hours"),
      validity: validity ?? Validity(since: Day(number: 0)))
    fields.revision()
    guard close(fields, validity) else { return }
    kinds.append(entry(value, value.id, value.validity, record))
  }

  private mutating func obligation(_ record: PlainRecord) {
    var fields = EntryFields(record)
    let id = fields.text("Id")
    let title = fields.text("Title")
    let kinds = fields.texts("Kind", atLeastOne: true)
    let every: Frequency? = fields.choice("Every")
    let times = fields.number("Times", isMandatory: true)
    let levels: [OrganizationLevel] = fields.choices("For", atLeastOne: true)
    let level: RuleLevel? = fields.choice("Level")
    let source = fields.text("Source")
    let validity = fields.validity()
    let value = Obligation(
      id: id ?? "", title: title ?? "", kinds: kinds, frequency: every ?? .year,
      times: times ?? 1, levels: levels,
      fullMembersAtLeast: fields.number("FullMembersAtLeast"),
      fullMembersBelow: fields.number("FullMembersBelow"), level: level ?? .local,
      source: source ?? "", validity: validity ?? Validity(since: Day(number: 0)))
    let isEnabled = fields.yes("Enabled", otherwise: true)
    fields.revision()
    guard close(fields, validity) else { return }
    var new = entry(value, value.id, value.validity, record)
    new.isEnabled = isEnabled
    obligations.append(new)
  }

  private mutating func checklist(_ record: PlainRecord) {
    var fields = EntryFields(record)
    let id = fields.text("Id")
    let title = fields.text("Title")
    let validity = fields.validity()
    let revision = fields.revision()
    guard close(fields, validity), let validity else { return }
    let value = Checklist(id: id ?? "", title: title ?? "", revision: revision, items: [])
    checklists.append(entry(value, value.id, validity, record))
  }

  private mutating func item(_ record: PlainRecord) {
    var fields = EntryFields(record)
    let id = fields.text("Id")
    let checklist = fields.text("Checklist")
    let section = fields.text("Section")
    let title = fields.text("Title")
    let source = fields.answer()
    let period: Frequency? = fields.choice("Period")
    let levels: [OrganizationLevel] = fields.choices("For", atLeastOne: true)
    let level: RuleLevel? = fields.choice("Level")
    let article = fields.text("Source")
    let validity = fields.validity()
    fields.revision()
    let value = ChecklistItem(
      id: id ?? "", checklist: checklist ?? "", section: section ?? "", title: title ?? "",
      source: source ?? .manual, frequency: period ?? .year, levels: levels,
      level: level ?? .local, article: article ?? "",
      validity: validity ?? Validity(since: Day(number: 0)))
    guard close(fields, validity) else { return }
    items.append(entry(value, "\(value.checklist)/\(value.id)", value.validity, record))
  }

  private func entry<Value>(
    _ value: Value, _ id: String, _ validity: Validity, _ record: PlainRecord
  ) -> Entry<Value> {
    Entry(value: value, id: id, validity: validity, record: record, path: path)
  }

  /// Says what is wrong with an entry; whether it can be used.
  private mutating func close(_ fields: EntryFields, _ validity: Validity?) -> Bool {
    var fields = fields
    fields.noteUnknown()
    for (line, problem) in fields.problems { add(line, problem) }
    return !fields.isUnusable && validity != nil
  }

  private mutating func add(_ line: Int, _ problem: CatalogFault.Problem) {
    faults.append(CatalogFault(path: path, line: line, problem: problem))
  }

  private mutating func add<Value>(
    _ entry: Entry<Value>, _ field: String, _ problem: CatalogFault.Problem
  ) {
    faults.append(
      CatalogFault(path: entry.path, line: entry.record.line(of: field), problem: problem))
  }
}

/// Takes the fields of one entry apart and gathers what is wrong.
private struct EntryFields {
  let record: PlainRecord
  private(set) var problems: [(line: Int, problem: CatalogFault.Problem)] = []
  /// Whether something is wrong without which the entry means nothing.
  private(set) var isUnusable = false
  private var known: Set<String> = []

  init(_ record: PlainRecord) { self.record = record }

  mutating func text(_ name: String) -> String? {
    known.insert(name)
    guard let text = record.first(name), !text.isEmpty else {
      fail(name, .missing)
      return nil
    }
    return text
  }

  mutating func texts(_ name: String, atLeastOne: Bool = false) -> [String] {
    known.insert(name)
    let texts = record.all(name)
    if atLeastOne, texts.isEmpty { fail(name, .missing) }
    return texts
  }

  mutating func yes(_ name: String, otherwise: Bool = false) -> Bool {
    known.insert(name)
    guard let text = record.first(name) else { return otherwise }
    return value(FieldText.yesOrNo(text), name) ?? otherwise
  }

  mutating func number(_ name: String, isMandatory: Bool = false) -> Int? {
    known.insert(name)
    guard let text = record.first(name) else {
      if isMandatory { fail(name, .missing) }
      return nil
    }
    return value(FieldText.number(text), name)
  }

  mutating func decimal(_ name: String) -> Double? {
    known.insert(name)
    guard let text = record.first(name) else { return nil }
    return value(FieldText.decimal(text), name)
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(_ name: String) -> Choice?
  where Choice.RawValue == String {
    guard let text = text(name) else { return nil }
    return value(FieldText.choice(text, Choice.self), name)
  }

  mutating func choices<Choice: RawRepresentable & CaseIterable>(
    _ name: String, atLeastOne: Bool = false
  ) -> [Choice] where Choice.RawValue == String {
    texts(name, atLeastOne: atLeastOne).compactMap {
      value(FieldText.choice($0, Choice.self), name)
    }
  }

  mutating func validity() -> Validity? {
    known.formUnion(["Since", "Until"])
    guard let since = record.first("Since").flatMap({ value(FieldText.day($0), "Since") }) else {
      if record.first("Since") == nil { fail("Since", .missing) }
      return nil
    }
    guard let until = record.first("Until") else { return Validity(since: since) }
    guard let last = value(FieldText.day(until), "Until") else { return nil }
    return Validity(since: since, until: last)
  }

  @discardableResult
  mutating func revision() -> Int {
    number("Revision", isMandatory: true) ?? 1
  }

  /// 义务 ID, 选择 TYPE >= N with `Where`, 条件 NAME or 人工.
  mutating func answer() -> ItemSource? {
    known.formUnion(["Answer", "Where"])
    guard let text = text("Answer") else { return nil }
    let words = text.split(separator: " ").map(String.init)
    switch (words.first, words.count) {
    case ("义务", 2): return .obligation(words[1])
    case ("人工", 1): return .manual
    case ("条件", 2):
      guard let condition = NamedCondition(rawValue: words[1]) else {
        fail("Answer", .unknownCondition(words[1]))
        return nil
      }
      return .condition(condition)
    case ("选择", 4):
      guard words[2] == ">=", let count = Int(words[3]), count > 0,
        RecordShape.of(words[1]) != nil
      else { break }
      return selection(type: words[1], atLeast: count)
    default: break
    }
    fail("Answer", .badAnswer(text))
    return nil
  }

  private mutating func selection(type: String, atLeast count: Int) -> ItemSource? {
    guard let expression = text("Where") else { return nil }
    do {
      _ = try Selection(expression)
      return .selection(type: type, expression: expression, atLeast: count)
    } catch {
      fail("Where", .selection(error))
      return nil
    }
  }

  mutating func noteUnknown() {
    for (index, field) in record.fields.enumerated()
    where !known.contains(field.name) && !["Note", "Enabled"].contains(field.name) {
      problems.append((record.fieldLines[index], .unknownField(field.name)))
    }
  }

  private mutating func value<Value>(
    _ reading: FieldText.Reading<Value>, _ name: String
  ) -> Value? {
    switch reading {
    case .success(let value): return value
    case .failure(let error):
      fail(name, error.problem)
      return nil
    }
  }

  private mutating func fail(_ name: String, _ problem: ValueProblem) {
    fail(name, .value(field: name, problem))
  }

  private mutating func fail(_ name: String, _ problem: CatalogFault.Problem) {
    isUnusable = true
    problems.append((record.line(of: name), problem))
  }
}
