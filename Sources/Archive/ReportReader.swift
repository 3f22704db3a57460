import OrganizationLife
import RecordLog

/// Reads the reports of a catalogue. What cannot be used is left out and said; the rest holds.
struct ReportReader {
  private(set) var faults: [CatalogFault] = []
  /// The fields that the unit's schemas have beside the format's, by type.
  private let ownFields: [String: Set<String>]
  private var reports: [Entry<ReportDefinition>] = []
  private var lines: [Entry<ReportLineDefinition>] = []
  private var published: [Entry<PublishedNumber>] = []

  private init(_ schemas: [String: Schema]) {
    ownFields = schemas.mapValues { Set($0.fields.map(\.name)) }
  }

  private struct Entry<Value> {
    var value: Value
    var id: String
    var isEnabled: Bool
    var record: PlainRecord
    var path: String
  }

  /// The reports in those files and what could not be used of them; entries of other types are
  /// passed over.
  ///
  /// - Parameters:
  ///   - obligations: the ids of those in the catalogue, on or off; nil to take any.
  ///   - schemas: the unit's, by type.
  static func read(
    _ files: [(path: String, bytes: [UInt8])], obligations: Set<String>? = nil,
    schemas: [String: Schema] = [:]
  ) -> (catalog: ReportCatalog, faults: [CatalogFault]) {
    let records = files.flatMap { file in
      PlainRecords.parse(file.bytes).records.map { (file.path, $0) }
    }
    return read(records, obligations: obligations, schemas: schemas)
  }

  /// The same of entries that were parted already.
  static func read(
    _ records: [(path: String, record: PlainRecord)], obligations: Set<String>? = nil,
    schemas: [String: Schema]
  ) -> (catalog: ReportCatalog, faults: [CatalogFault]) {
    var reader = ReportReader(schemas)
    for (path, record) in records {
      switch record.type {
      case "report": reader.report(record, path)
      case "line": reader.line(record, path)
      case "published": reader.published(record, path)
      default: break
      }
    }
    return (reader.finish(obligations), reader.faults)
  }

  private mutating func report(_ record: PlainRecord, _ path: String) {
    var fields = EntryFields(record)
    let id = fields.text("Id")
    let title = fields.text("Title")
    let frequencies: [Frequency] = fields.choices("Period", atLeastOne: true)
    let levels: [OrganizationLevel] = fields.choices("For", atLeastOne: true)
    let sentence = fields.parsed("Sentence", ReportSentence.init) { .badSentence($0) }.first
    let validity = fields.validity()
    let value = ReportDefinition(
      id: id ?? "", title: title ?? "", frequencies: frequencies, levels: levels,
      sentence: sentence, validity: validity ?? .always)
    if let entry = entry(value, &fields, id: id, path) { reports.append(entry) }
  }

  private mutating func line(_ record: PlainRecord, _ path: String) {
    var fields = EntryFields(record)
    let id = fields.text("Id")
    let title = fields.text("Title")
    let measure = fields.parsed("Measure", ReportMeasure.init, else: .entryOut) { .badMeasure($0) }
      .first
    if record.first("Measure") == nil { _ = fields.text("Measure") }
    let source = fields.parsed("Records", ReportSource.init, else: .entryOut) {
      .unknownRecords($0)
    }.first
    if measure?.isOfRecords ?? false, record.first("Records") == nil { _ = fields.text("Records") }
    let validity = fields.validity()
    let value = ReportLineDefinition(
      id: id ?? "", reports: fields.texts("Report"),
      section: fields.text("Section") ?? "", title: title ?? "",
      unit: fields.optionalText("Unit") ?? "", source: source,
      selection: fields.selection("Where"), day: fields.reportDay(source),
      measure: measure ?? .count, plan: fields.selection("Plan"),
      most: fields.parsed("Most", ReportBound.init, else: .entryOut) { .badBoundary($0) }.first,
      least: fields.parsed("Least", ReportBound.init, else: .entryOut) { .badBoundary($0) }.first,
      validity: validity ?? .always)
    fields.checkSource(source, of: value.measure)
    if let entry = entry(value, &fields, id: id, path) { lines.append(entry) }
  }

  private mutating func published(_ record: PlainRecord, _ path: String) {
    var fields = EntryFields(record)
    let id = fields.text("Id")
    let pack = fields.text("Pack")
    let value = fields.text("Value")
    let number = value.flatMap { ReportNumber($0) }
    if let value, number == nil {
      fields.fail("Value", 0, .value(field: "Value", .notAQuantity(value)))
    }
    let quotation = fields.text("Quotation", else: .taken("")) ?? ""
    let isQuoted = fields.yes("Quoted", else: .taken("否"))
    let source = fields.optionalText("Source") ?? ""
    let validity = fields.validity()
    let found = PublishedNumber(
      line: id ?? "", pack: pack ?? "", number: number ?? ReportNumber(0), quotation: quotation,
      source: source, isQuoted: isQuoted, validity: validity ?? .always)
    let key = "\(found.pack)/\(found.line)"
    if let entry = entry(found, &fields, id: id.map { _ in key }, path) { published.append(entry) }
  }

  private mutating func entry<Value>(
    _ value: Value, _ fields: inout EntryFields, id: String?, _ path: String
  ) -> Entry<Value>? {
    let isEnabled = fields.yes("Enabled", otherwise: true)
    fields.revision()
    fields.noteUnknown()
    for wrong in fields.problems {
      faults.append(
        CatalogFault(
          path: path, line: wrong.line, problem: wrong.problem, effect: wrong.effect))
    }
    guard !fields.isUnusable, let id else { return nil }
    return Entry(value: value, id: id, isEnabled: isEnabled, record: fields.record, path: path)
  }

  // MARK: What entries say about each other

  private mutating func finish(_ obligations: Set<String>?) -> ReportCatalog {
    reports = withoutOverlaps(reports) { $0.validity }
    lines = withoutOverlaps(lines) { $0.validity }
    published = withoutOverlaps(published) { $0.validity }
    let known = Set(reports.map(\.id))
    let off = Set(lines.filter { !$0.isEnabled }.map(\.id))
    var below = Dictionary(grouping: lines.filter(\.isEnabled), by: \.id)
    var above: Set<String> = []
    var kept: [Entry<ReportLineDefinition>] = []
    for entry in lines {
      let line = entry.value
      if entry.isEnabled { below[line.id]?.removeFirst() }
      for report in line.reports where !known.contains(report) {
        add(entry, "Report", saying: report, .unknownReport(report), .lineOut)
      }
      var isUsable = true
      let bounds = [("Most", line.most), ("Least", line.least)]
      let named =
        line.measure.lines.map { ("Measure", $0) }
        + bounds.flatMap { field, bound in bound?.lines.map { (field, $0) } ?? [] }
      for (field, other) in named where entry.isEnabled {
        // A revision further down would hold in its place, and might be made of this line.
        let isBelow = (below[other] ?? []).contains { $0.value.validity.overlaps(line.validity) }
        if above.contains(other), !isBelow { continue }
        let isOff = !above.contains(other) && !isBelow && off.contains(other)
        add(entry, field, saying: other, isOff ? .lineOff(other) : .unknownLine(other))
        isUsable = false
      }
      if let obligations, case .obligations(let ids, _) = line.measure {
        for id in ids where !obligations.contains(id) {
          add(
            entry, "Measure", saying: id, .unknownObligation(id, field: "Measure"), .lineOut)
        }
      }
      checkFields(entry)
      if isUsable {
        if entry.isEnabled { above.insert(line.id) }
        kept.append(entry)
      }
    }
    lines = kept
    for entry in reports {
      for id in entry.value.sentence?.lines ?? [] where !above.contains(id) {
        add(entry, "Sentence", saying: "{\(id)}", .unknownLine(id), .lineOut)
      }
    }
    for entry in published where !above.contains(entry.value.line) {
      add(entry, "Id", .unknownLine(entry.value.line))
    }
    return ReportCatalog(
      reports: reports.filter(\.isEnabled).map(\.value),
      lines: lines.filter(\.isEnabled).map(\.value),
      published: published.filter(\.isEnabled).map(\.value))
  }

  /// An id may stand for several entries that follow each other in time.
  private mutating func withoutOverlaps<Value>(
    _ entries: [Entry<Value>], _ validity: (Value) -> Validity
  ) -> [Entry<Value>] {
    var kept: [Entry<Value>] = []
    var places: [String: [Int]] = [:]
    for entry in entries {
      let other = places[entry.id]?.first { place in
        validity(kept[place].value).overlaps(validity(entry.value))
      }
      if let other {
        add(entry, "Id", .overlaps(id: entry.id, line: kept[other].record.line))
      } else {
        places[entry.id, default: []].append(kept.count)
        kept.append(entry)
      }
    }
    return kept
  }

  /// Fields that a line asks for and no record of its type has: with a slip of the pen the line
  /// would be counted as nothing.
  private mutating func checkFields(_ entry: Entry<ReportLineDefinition>) {
    let line = entry.value
    let asked = [
      ("Where", line.source?.type, line.selection?.names.sorted() ?? []),
      ("Measure", line.source?.type, line.measure.fields),
      ("Plan", "plan", line.plan?.names.sorted() ?? []),
    ]
    for (field, type, names) in asked {
      guard let type, let shape = RecordShape.of(type) else { continue }
      for name in names
      where shape.field(name) == nil && !(ownFields[type]?.contains(name) ?? false)
        && !Self.fieldsOfAll.contains(name)
        && !(type == "plan" && PlanProgress.fields.contains(name))
      {
        add(entry, field, .unknownSelectedField(name, type: type))
      }
    }
  }

  /// What every record has, and what lines can ask for beside it.
  private static let fieldsOfAll: Set<String> = [
    "Id", "By", "At", "Sum", ReportSource.levelField,
  ]

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

extension EntryFields {
  /// A selection, when the field is there.
  fileprivate mutating func selection(_ name: String) -> Selection? {
    guard let text = optionalText(name, else: .entryOut) else { return nil }
    do {
      return try Selection(text)
    } catch {
      fail(name, 0, .selection(error))
      return nil
    }
  }

  /// `By`: 期间, or a field that holds days.
  fileprivate mutating func reportDay(_ source: ReportSource?) -> ReportDay {
    guard let text = optionalText("By", else: .entryOut) else { return .usual }
    guard let source else { return .usual }
    if text == "期间" {
      if source.isState { return .anyDay }
    } else if RecordShape.of(source.type)?.field(text)?.value == .date, source != .items {
      return .field(text)
    }
    fail("By", 0, .badDayField(text))
    return .usual
  }

  /// 人次, 学时 and 天 are those of activities.
  fileprivate mutating func checkSource(_ source: ReportSource?, of measure: ReportMeasure) {
    let needsActivity = measure == .personTimes || measure == .personHours || measure == .days
    if needsActivity, source != .records(type: "activity") {
      fail("Measure", 0, .badMeasure(record.first("Measure") ?? ""))
    }
  }
}
