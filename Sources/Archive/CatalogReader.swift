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
  private var procedures: [Entry<ProcedureKind>] = []
  private var steps: [Entry<ProcedureStepKind>] = []
  private var study: [Entry<StudyPolicy>] = []
  private var words: [Entry<ProposedWord>] = []
  private var packs: [Entry<String>] = []
  private var reports: [(path: String, record: PlainRecord)] = []
  private var path = ""
  private let schemas: [String: Schema]
  /// The reports, once all is read.
  private var reportCatalog = ReportCatalog(reports: [], lines: [], published: [])

  private init(_ schemas: [String: Schema]) { self.schemas = schemas }

  /// The catalogue in those files, and what could not be used of them.
  ///
  /// - Parameter schemas: the unit's, by type: what fields its records have beside the format's.
  public static func read(
    _ files: [(path: String, bytes: [UInt8])], schemas: [String: Schema] = [:]
  ) -> (catalog: Catalog, faults: [CatalogFault]) {
    var reader = CatalogReader(schemas)
    for file in files { reader.take(ParsedFile(path: file.path, bytes: file.bytes)) }
    return (reader.finish(), reader.faults)
  }

  /// A file taken apart.
  private struct ParsedFile {
    let path: String
    let bytes: [UInt8]
    let records: [PlainRecord]
    let grammar: [GrammarFault]

    init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
      (records, grammar) = PlainRecords.parse(bytes)
    }
  }

  /// A unit's catalogue as it stands.
  struct Unit {
    var catalog: Catalog
    var reports: ReportCatalog
    /// What could not be used.
    var faults: [CatalogFault]
    /// The files of the program's own that stand in for what there is nothing of.
    var standIns: [String]
    /// What there is nothing of though the unit should have it.
    var lacking: [CatalogFault]
  }

  /// The same with the reports, and with the program's own entries where the unit has none yet.
  static func readUnit(
    _ files: [(path: String, bytes: [UInt8])], schemas: [String: Schema]
  ) -> Unit {
    let parsed = files.map { ParsedFile(path: $0.path, bytes: $0.bytes) }
    let types = types(in: parsed)
    let paths = Set(files.map(\.path))
    let standIns = standIns(besides: types, paths)
    var reader = CatalogReader(schemas)
    for file in parsed + standIns.map(ParsedFile.init) { reader.take(file) }
    let catalog = reader.finish()
    let standInPaths = Set(standIns.map(\.path)).subtracting(paths)
    return Unit(
      catalog: catalog, reports: reader.reportCatalog,
      faults: reader.faults.filter { !standInPaths.contains($0.path) },
      standIns: standIns.map(\.path), lacking: lacking(besides: types, paths))
  }

  /// What a store's catalogue lacks altogether: with a file gone or emptied nothing would be due,
  /// and nobody would say why.
  public static func lacking(in files: [(path: String, bytes: [UInt8])]) -> [CatalogFault] {
    lacking(besides: types(in: files.map(ParsedFile.init)), Set(files.map(\.path)))
  }

  private static func lacking(besides types: Set<String>, _ paths: Set<String>) -> [CatalogFault] {
    ["checklist", "kind", "obligation", "procedure", "report", "study"].filter { type in
      !types.contains(type)
        && (!laterTypes.contains(type) || paths.contains(CatalogText.path(ofType: type)))
    }.map { type in
      let path = CatalogText.path(ofType: type)
      return CatalogFault(
        path: path, line: 0,
        problem: .noEntries(type: type, isFileThere: paths.contains(path)), effect: .kept)
    }
  }

  /// Types of entries that came later than some stores were made.
  private static let laterTypes: Set<String> = ["procedure", "report", "study"]

  /// The program's own files for types of entries that came later than a store was made. Where the
  /// file is there and has none, the unit has none.
  static func standIns(
    for files: [(path: String, bytes: [UInt8])]
  ) -> [(path: String, bytes: [UInt8])] {
    standIns(besides: types(in: files.map(ParsedFile.init)), Set(files.map(\.path)))
  }

  private static func standIns(
    besides types: Set<String>, _ paths: Set<String>
  ) -> [(path: String, bytes: [UInt8])] {
    laterTypes.sorted().filter { !types.contains($0) }.compactMap { type in
      let path = CatalogText.path(ofType: type)
      if paths.contains(path) { return nil }
      return BuiltIn.bytes(of: path).map { (path, $0) }
    }
  }

  private static func types(in files: [ParsedFile]) -> Set<String> {
    Set(files.flatMap { $0.records.compactMap(\.type) })
  }

  struct Entry<Value> {
    var value: Value
    var id: String
    /// The procedure that a step belongs to.
    var owner = ""
    var validity: Validity
    var isEnabled = true
    var record: PlainRecord
    var path: String
  }

  private mutating func take(_ file: ParsedFile) {
    path = file.path
    let (records, grammar) = (file.records, file.grammar)
    let paragraphs = grammar.isEmpty ? [:] : Self.paragraphs(file.bytes)
    // Which line that could not be read said when, how often or for whom an entry holds nobody
    // knows; what a kind, a step or a line of a checklist says beside it holds.
    let out = Set(
      records.filter { record in
        ["obligation", "procedure", "study"].contains(record.type)
          && grammar.contains { paragraphs[$0.line] == paragraphs[record.line] }
      }.map(\.line))
    for fault in grammar {
      let isOut = records.contains {
        out.contains($0.line) && paragraphs[$0.line] == paragraphs[fault.line]
      }
      add(fault.line, .grammar(fault.kind), isOut ? .entryOut : .lineOut)
    }
    for record in records where !out.contains(record.line) {
      switch record.type {
      case "kind": kind(record)
      case "obligation": obligation(record)
      case "checklist": checklist(record)
      case "item": item(record)
      case "procedure": procedure(record)
      case "step": step(record)
      case "study": studyPolicy(record)
      case "word": word(record)
      case "pack": pack(record)
      case "report", "line", "published": reports.append((file.path, record))
      default: add(record.line, .unknownType(record.type ?? ""))
      }
    }
  }

  /// The number of the paragraph that each line stands in: entries are parted by empty lines.
  private static func paragraphs(_ bytes: [UInt8]) -> [Int: Int] {
    var found: [Int: Int] = [:]
    var number = 0
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if line.isEmpty || line == [UInt8(ascii: "\r")] {
        number += 1
      } else {
        found[index + 1] = number
      }
    }
    return found
  }

  private mutating func finish() -> Catalog {
    kinds = withoutOverlaps(kinds)
    obligations = withoutOverlaps(obligations)
    checklists = withoutOverlaps(checklists)
    items = withoutOverlaps(items)
    procedures = withoutOverlaps(procedures)
    steps = withoutOverlaps(steps)
    study = withoutOverlaps(study)
    words = withoutOverlaps(words)
    packs = withoutOverlaps(packs)
    checkKinds()
    // What is asked of an obligation that is left out was said of the obligation.
    let known = Set(obligations.map(\.id))
    checkObligations()
    checkItems(obligations: known)
    let whole = ReportReader.read(reports, obligations: known, schemas: schemas)
    reportCatalog = whole.catalog
    faults += whole.faults
    let restricted = Set(kinds.map(\.value).filter(\.isRestricted).map(\.id))
    for index in obligations.indices {
      obligations[index].value.isRestricted = !restricted.isDisjoint(
        with: obligations[index].value.kinds)
    }
    // What the unit itself asks for can be recorded, whichever pack it comes from.
    let asked = Set(
      obligations.filter { $0.isEnabled && $0.record.first("Pack") == nil }.flatMap(\.value.kinds))
    return Catalog(
      kinds: newestFirst(kinds).map { entry in
        var kind = entry.value
        kind.offers = asked.contains(kind.id) ? nil : packDays(of: entry)
        return kind
      },
      obligations: obligations.filter(\.isEnabled).flatMap { entry in
        heldByPacks(entry, \.validity)
      },
      checklists: newestOfEach(checklists).map { entry in
        var checklist = entry.value
        checklist.offers = packDays(of: entry)
        checklist.items = items.filter(\.isEnabled).map(\.value)
          .filter { $0.checklist == entry.id }
        return checklist
      },
      procedures: wholeProcedures(),
      study: newestFirst(study).filter(\.isEnabled).map(\.value),
      words: words.filter(\.isEnabled).flatMap { entry in heldByPacks(entry, \.validity) })
  }

  // MARK: Packs

  /// The days on which one of the packs that an entry names is on; nil where it names none.
  private func packDays<Value>(of entry: Entry<Value>) -> [Validity]? {
    let names = entry.record.all("Pack")
    guard !names.isEmpty else { return nil }
    return packs.filter { $0.isEnabled && names.contains($0.id) }.map(\.validity)
      .sorted { $0.since < $1.since }
  }

  /// An entry for the days on which one of its packs is on: once for each stretch of them.
  private func heldByPacks<Value>(
    _ entry: Entry<Value>, _ path: WritableKeyPath<Value, Validity>
  ) -> [Value] {
    guard let days = packDays(of: entry) else { return [entry.value] }
    var stretches: [Validity] = []
    for day in days.compactMap({ $0.common(with: entry.value[keyPath: path]) }) {
      // Two packs that bring the same thing ask for it once.
      if let last = stretches.last, last.until.map({ day.since <= $0.adding(days: 1) }) ?? true {
        let until = last.until.flatMap { a in day.until.map { b in max(a, b) } }
        stretches[stretches.count - 1] = Validity(since: last.since, until: until)
      } else {
        stretches.append(day)
      }
    }
    return stretches.map { stretch in
      var value = entry.value
      value[keyPath: path] = stretch
      return value
    }
  }

  // MARK: What entries say about each other

  private func isKind(_ id: String) -> Bool { kinds.contains { $0.id == id } }

  private mutating func checkKinds() {
    for (index, entry) in kinds.enumerated() {
      for other in entry.value.mayCount where !isKind(other) {
        add(entry, "MayCount", saying: other, .unknownKind(other), .lineOut)
        kinds[index].value.mayCount.removeAll { $0 == other }
      }
      for preset in entry.value.presets {
        let word = preset.split(separator: " ").first.map(String.init) ?? ""
        if !entry.value.itemKinds.contains(where: { $0.rawValue == word }) {
          add(entry, "Preset", saying: preset, .badPreset(preset), .lineOut)
          kinds[index].value.presets.removeAll { $0 == preset }
        }
      }
      for need in entry.value.needs where !entry.value.fields.contains(need) {
        add(entry, "Need", saying: need, .needNotShown(need), .kept)
      }
    }
  }

  private mutating func checkObligations() {
    let known = kinds.map(\.value)
    var kept: [Entry<Obligation>] = []
    for entry in obligations {
      var isUsable = true
      if entry.isEnabled {
        for kind in entry.value.kinds where !isKind(kind) {
          let isOnly = !entry.value.kinds.contains { isKind($0) }
          add(entry, "Kind", saying: kind, .unknownKind(kind), isOnly ? .kept : .lineOut)
        }
      }
      for fault in entry.value.faults(kinds: known) {
        switch fault {
        case .noTimes: add(entry, "Times", .obligation(fault))
        case .impossibleSize: add(entry, "FullMembersBelow", .obligation(fault))
        case .neverHeld(let level):
          // It is owed all the same: whoever asks for it sees that it cannot be fulfilled.
          add(entry, "For", saying: level.rawValue, .obligation(fault), .kept)
          continue
        case .noOrganization, .noKind, .endsBeforeItBegins: add(entry, "Id", .obligation(fault))
        }
        isUsable = false
      }
      if isUsable { kept.append(entry) }
    }
    obligations = kept
  }

  private mutating func checkItems(obligations known: Set<String>) {
    for (index, entry) in items.enumerated() {
      if !checklists.contains(where: { $0.id == entry.value.checklist }) {
        add(entry, "Checklist", .unknownChecklist(entry.value.checklist))
      }
      if case .obligation(let id) = entry.value.source, !known.contains(id) {
        add(entry, "Answer", .unknownObligation(id, field: "Answer"), .byHand)
        items[index].value.source = .manual
      }
    }
  }

  /// Each procedure with its steps. Steps have days of their own, so an entry is parted where one
  /// of its steps begins or ends. What contradicts itself is left out, the rest of it holds.
  private mutating func wholeProcedures() -> [ProcedureKind] {
    for step in steps where !procedures.contains(where: { $0.id == step.owner }) {
      add(step, "Procedure", .unknownProcedure(step.owner))
    }
    for step in steps {
      for case .activity(let kind) in step.value.proofs where !isKind(kind) {
        add(step, "Proof", saying: kind, .unknownKind(kind), .lineOut)
      }
    }
    var found: [ProcedureKind] = []
    for entry in newestFirst(procedures) where entry.isEnabled {
      let own = steps.filter { $0.owner == entry.id && $0.isEnabled }
      var said: Set<ProcedureFault> = []
      for validity in stretches(of: entry.validity, partedBy: own.map(\.validity)).reversed() {
        var procedure = entry.value
        procedure.validity = validity
        procedure.offers = packDays(of: entry)
        procedure.steps = own.filter { $0.validity.contains(validity.since) }.map(\.value)
        while let fault = procedure.faults.first {
          if said.insert(fault).inserted { add(fault, of: entry, own) }
          if fault == .noSteps { break }
          procedure.leaveOut(fault)
        }
        if !procedure.steps.isEmpty { found.append(procedure) }
      }
    }
    return found
  }

  /// A stretch of days cut where one of others begins or ends, in order.
  private func stretches(of whole: Validity, partedBy others: [Validity]) -> [Validity] {
    var starts: Set<Day> = [whole.since]
    for other in others {
      for day in [other.since, other.until?.adding(days: 1)].compactMap({ $0 })
      where whole.contains(day) {
        starts.insert(day)
      }
    }
    let days = starts.sorted()
    return days.indices.map { index in
      let next = days.index(after: index)
      return Validity(
        since: days[index],
        until: next < days.endIndex ? days[next].adding(days: -1) : whole.until)
    }
  }

  private mutating func add(
    _ fault: ProcedureFault, of entry: Entry<ProcedureKind>,
    _ steps: [Entry<ProcedureStepKind>]
  ) {
    func step(_ id: String) -> Entry<ProcedureStepKind>? { steps.last { $0.value.id == id } }
    let problem = CatalogFault.Problem.procedure(fault)
    switch fault {
    case .noSteps: add(entry, "Id", problem)
    case .repeated(let id): if let step = step(id) { add(step, "Id", problem) }
    case .unknown(let id, let other):
      guard let step = step(id) else { return }
      let field = ["After", "Bound", "EndedBy"].first { name in
        step.record.all(name).contains { $0 == other || $0.hasPrefix("\(other) ") }
      }
      add(step, field ?? "Id", saying: other, problem, .lineOut)
    case .waitsForItself(let id): if let step = step(id) { add(step, "After", problem, .lineOut) }
    case .impossibleBound(let id, let from):
      if let step = step(id) { add(step, "Bound", saying: from, problem, .lineOut) }
    case .emptyRepetition(let id): if let step = step(id) { add(step, "Every", problem, .lineOut) }
    }
  }

  // MARK: Dates

  /// An id may stand for several entries that follow each other in time.
  private mutating func withoutOverlaps<Value>(_ entries: [Entry<Value>]) -> [Entry<Value>] {
    var kept: [Entry<Value>] = []
    for entry in entries {
      if let other = kept.first(where: {
        $0.id == entry.id && $0.owner == entry.owner && overlap($0, entry)
      }) {
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

  /// The newest entry of each id: a checklist is asked as it stands, its items have days of their
  /// own.
  private func newestOfEach<Value>(_ entries: [Entry<Value>]) -> [Entry<Value>] {
    var seen: Set<String> = []
    return newestFirst(entries).filter { seen.insert($0.id).inserted }
  }

  // MARK: Entries one by one

  private mutating func keep<Value>(
    _ value: Value, _ fields: EntryFields, id: String?, owner: String = "",
    _ validity: Validity?, in entries: WritableKeyPath<CatalogReader, [Entry<Value>]>
  ) {
    var fields = fields
    let isEnabled = fields.yes("Enabled", otherwise: true)
    fields.revision()
    fields.noteUnknown()
    for wrong in fields.problems { add(wrong.line, wrong.problem, wrong.effect) }
    guard !fields.isUnusable, let validity, let id else { return }
    self[keyPath: entries].append(
      Entry(
        value: value, id: id, owner: owner, validity: validity, isEnabled: isEnabled,
        record: fields.record, path: path))
  }

  private mutating func kind(_ record: PlainRecord) {
    var fields = EntryFields(record)
    let (value, validity) = fields.kind()
    keep(value, fields, id: value.id, validity, in: \.kinds)
  }

  private mutating func obligation(_ record: PlainRecord) {
    var fields = EntryFields(record)
    let (value, validity) = fields.obligation()
    keep(value, fields, id: value.id, validity, in: \.obligations)
  }

  private mutating func checklist(_ record: PlainRecord) {
    var fields = EntryFields(record)
    let (value, validity) = fields.checklist()
    keep(value, fields, id: value.id, validity, in: \.checklists)
  }

  private mutating func item(_ record: PlainRecord) {
    var fields = EntryFields(record)
    let (value, validity) = fields.item()
    keep(value, fields, id: "\(value.checklist)/\(value.id)", validity, in: \.items)
  }

  private mutating func procedure(_ record: PlainRecord) {
    var fields = EntryFields(record)
    let (value, validity) = fields.procedure()
    keep(value, fields, id: value.id, validity, in: \.procedures)
  }

  private mutating func step(_ record: PlainRecord) {
    var fields = EntryFields(record)
    let (value, procedure, validity) = fields.step()
    keep(value, fields, id: value.id, owner: procedure, validity, in: \.steps)
  }

  private mutating func studyPolicy(_ record: PlainRecord) {
    var fields = EntryFields(record)
    let (value, id, validity) = fields.study()
    keep(value, fields, id: id, validity, in: \.study)
  }

  private mutating func word(_ record: PlainRecord) {
    var fields = EntryFields(record)
    let (value, validity) = fields.word()
    keep(
      value, fields, id: record.first("Id"), owner: record.first("Field") ?? "", validity,
      in: \.words)
  }

  private mutating func pack(_ record: PlainRecord) {
    var fields = EntryFields(record)
    let (id, validity) = fields.pack()
    keep(id ?? "", fields, id: id, validity, in: \.packs)
  }

  private mutating func add(
    _ line: Int, _ problem: CatalogFault.Problem, _ effect: CatalogFault.Effect = .entryOut
  ) {
    faults.append(CatalogFault(path: path, line: line, problem: problem, effect: effect))
  }

  private mutating func add<Value>(
    _ entry: Entry<Value>, _ field: String, saying value: String = "",
    _ problem: CatalogFault.Problem, _ effect: CatalogFault.Effect = .entryOut
  ) {
    let line =
      value.isEmpty
      ? entry.record.line(of: field) : entry.record.line(of: field, saying: value)
    faults.append(
      CatalogFault(path: entry.path, line: line, problem: problem, effect: effect))
  }
}
