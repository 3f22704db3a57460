import OrganizationLife
import RecordLog

/// A record as lines look at it.
struct ReportRecord: Sendable {
  var reference: Reference
  /// The records of one meeting have this in common.
  var group: Reference
  /// The organisations that it counts for, where several are looked at.
  var bearers: [OrganizationIdentifier] = []
  /// The fields that any line asks for.
  var values: FieldValues
  /// 人次, of activities.
  var personTimes: ReportNumber?

  func all(_ name: String) -> [String] { values[name] }
}

/// The values of some fields. Records have a few of them, so they stand in a list.
struct FieldValues: Sendable {
  private var entries: [(name: String, text: String)] = []

  mutating func append(_ text: String, to name: String) { entries.append((name, text)) }

  /// Those of one field, in order; setting them takes the place of all that there were.
  subscript(name: String) -> [String] {
    get {
      var found: [String] = []
      for entry in entries where entry.name == name { found.append(entry.text) }
      return found
    }
    set {
      entries.removeAll { $0.name == name }
      for text in newValue { append(text, to: name) }
    }
  }
}

/// Records that lines look at, with those that have a value at hand: most lines ask for one.
struct FoundRecords {
  let all: [ReportRecord]
  private var positions: [SelectionValue: [Int]] = [:]

  /// - Parameter names: the fields whose values are asked for.
  init(_ records: [ReportRecord], _ names: Set<String>) {
    all = records
    for (position, record) in records.enumerated() {
      for name in names {
        for value in Set(record.all(name)) {
          positions[SelectionValue(name: name, text: value), default: []].append(position)
        }
      }
    }
  }

  /// Those that a selection picks, in order.
  func selected(by selection: Selection) -> [ReportRecord] {
    func isSelected(_ record: ReportRecord) -> Bool { selection.selects { record.all($0) } }
    guard let values = selection.oneOf else { return all.filter(isSelected) }
    let found = values.map { positions[$0] ?? [] }
    let order = found.count == 1 ? found[0] : Set(found.joined()).sorted()
    return order.compactMap { isSelected(all[$0]) ? all[$0] : nil }
  }
}

/// Whom a report is worked out for.
enum ReportPlaces: Sendable {
  /// One organisation with all below it; nil for everything.
  case one(OrganizationIdentifier?)
  /// Several, each with all below it.
  case each([OrganizationIdentifier])
}

/// The lines of a report worked out for one period, of one organisation or of several at once.
struct ReportLook: Sendable {
  let maker: ReportMaker
  private let lines: [ReportLineDefinition]
  let places: ReportPlaces
  /// All that ever stood under those organisations; nil for everything.
  let candidates: Set<OrganizationIdentifier>?
  let period: Period
  /// Nothing dated after this day is looked at.
  let day: Day
  /// The records that hold of the types that are looked at by a day of their own.
  let stored: [String: [FoldedRecord]]
  /// The snapshots of each member, organisation or team, by type.
  let snapshots: [String: [[ReportSnapshot]]]
  var ledger: Ledger { maker.archive.ledger }

  init(_ sight: ReportSight, _ places: ReportPlaces, _ period: Period, upTo day: Day) {
    maker = sight.maker
    lines = sight.lines
    candidates = sight.candidates
    stored = sight.stored
    snapshots = sight.snapshots
    self.places = places
    self.period = period
    self.day = day
  }

  /// What each line comes to, by its id. Nothing for a period that has not begun.
  func values() -> [String: ReportValue] {
    guard let days = period.days(upTo: day) else { return [:] }
    var memory = Memory(fields: neededFields)
    var values: [String: ReportValue] = [:]
    for line in lines {
      if let records = records(of: line, days, &memory) {
        values[line.id] = measured(line.measure, records)
      } else if case .obligations(let ids, let part) = line.measure {
        values[line.id] = owed(part, dues(of: ids, days, &memory))
      } else {
        values[line.id] = combined(line.measure, values)
      }
    }
    return values
  }

  /// The same for each of several organisations.
  func valuesOfEach() -> [OrganizationIdentifier: [String: ReportValue]] {
    guard let days = period.days(upTo: day), case .each(let places) = places else { return [:] }
    var memory = Memory(fields: neededFields)
    let nothing = Dictionary(uniqueKeysWithValues: places.map { ($0, [String: ReportValue]()) })
    var values = nothing
    for line in lines {
      if let records = records(of: line, days, &memory) {
        var shares: [OrganizationIdentifier: [ReportRecord]] = [:]
        for record in records {
          for bearer in record.bearers { shares[bearer, default: []].append(record) }
        }
        for place in places {
          values[place]?[line.id] = measured(line.measure, shares[place] ?? [])
        }
      } else if case .obligations(let ids, let part) = line.measure {
        var shares: [OrganizationIdentifier: [Due]] = [:]
        for due in dues(of: ids, days, &memory) {
          for bearer in due.bearers { shares[bearer, default: []].append(due) }
        }
        for place in places { values[place]?[line.id] = owed(part, shares[place] ?? []) }
      } else {
        for place in places {
          let value = combined(line.measure, values[place] ?? [:])
          values[place]?[line.id] = value
        }
      }
    }
    return values
  }

  /// What was found out already for other lines.
  private struct Memory {
    let fields: [String: WantedFields]
    var found: [RecordsKey: FoundRecords] = [:]
    var dues: [String: [Due]] = [:]
  }

  /// The records that a line selects; nil for a line that is made of others.
  private func records(
    of line: ReportLineDefinition, _ days: ClosedRange<Day>, _ memory: inout Memory
  ) -> [ReportRecord]? {
    guard line.measure.isOfRecords, let source = line.source else { return nil }
    let key = RecordsKey(source: source, day: line.day)
    let found =
      memory.found[key]
      ?? FoundRecords(self.records(key, days, memory.fields[source.type] ?? []), fields(of: key))
    memory.found[key] = found
    return line.selection.map { found.selected(by: $0) } ?? found.all
  }

  /// The fields of which lines that look at the same records ask for a value.
  private func fields(of key: RecordsKey) -> Set<String> {
    var names: Set<String> = []
    for line in lines where line.source == key.source && line.day == key.day {
      names.formUnion((line.selection?.oneOf ?? []).map(\.name))
    }
    return names
  }

  struct RecordsKey: Hashable {
    var source: ReportSource
    var day: ReportDay
  }

  /// The fields that lines ask for, by type; what puts a record into its place is read anyway.
  private var neededFields: [String: WantedFields] {
    var fields: [String: WantedFields] = [:]
    for line in lines {
      guard let type = line.source?.type else { continue }
      fields[type, default: []].insert(line.selection?.names ?? [])
      fields[type, default: []].insert(line.measure.fields)
      if line.measure == .personHours { fields[type, default: []].insert(["Hours"]) }
      if line.measure == .days { fields[type, default: []].insert(["Date", "EndDate"]) }
    }
    return fields
  }

  // MARK: Measures

  private func measured(_ measure: ReportMeasure, _ records: [ReportRecord]) -> ReportValue {
    let evidence = records.map(\.reference)
    switch measure {
    case .count:
      let isEachItsOwn = records.allSatisfy { $0.group == $0.reference }
      let count = isEachItsOwn ? records.count : Set(records.map(\.group)).count
      return ReportValue(number: ReportNumber(count), evidence: evidence)
    case .sum(let addends):
      return sum(records) { record in
        for addend in addends {
          switch addend {
          case .number(let number): return number
          case .count(let name):
            let count = record.all(name).count
            if count > 0 { return ReportNumber(count) }
          case .field(let name):
            let numbers = record.all(name).compactMap { ReportNumber($0) }
            if !numbers.isEmpty { return numbers.reduce(ReportNumber(0), +) }
          }
        }
        return nil
      }
    case .distinct(let fields):
      var seen: Set<String> = []
      for record in records {
        for field in fields {
          // `Tag=方面`: only values that begin so.
          let name = String(field.prefix { $0 != "=" })
          let lead = name == field ? "" : String(field.dropFirst(name.count + 1)) + "="
          for value in record.all(name) where !value.isEmpty && value.hasPrefix(lead) {
            seen.insert(Self.identity(of: value, in: name))
          }
        }
      }
      return ReportValue(number: ReportNumber(seen.count), evidence: evidence)
    case .personTimes: return sum(records, \.personTimes)
    case .personHours:
      return sum(records) { record in
        guard let hours = record.all("Hours").first.flatMap({ ReportNumber($0) }),
          let people = record.personTimes
        else { return nil }
        return hours * people
      }
    case .days:
      return sum(records) { record in
        guard let first = record.all("Date").first.flatMap({ Day($0) }) else { return nil }
        let last = record.all("EndDate").first.flatMap { Day($0) } ?? first
        return ReportNumber(max(0, first.days(until: last)) + 1)
      }
    case .obligations, .total, .share, .average: return ReportValue(number: nil, evidence: [])
    }
  }

  /// Records without a number of their own are no evidence of the sum.
  private func sum(
    _ records: [ReportRecord], _ number: (ReportRecord) -> ReportNumber?
  ) -> ReportValue {
    var total = ReportNumber(0)
    var evidence: [Reference] = []
    for record in records {
      guard let number = number(record) else { continue }
      total = total + number
      evidence.append(record.reference)
    }
    return ReportValue(number: total, evidence: evidence)
  }

  /// Fields that name people or organisations; they are the same by their ids, however a name is
  /// spelt.
  private static let namingFields: Set<String> = [
    "Absent", "About", "Attending", "Author", "Away", "Confirmed", "Excluded", "Introducer",
    "Late", "Leader", "Lecturer", "Left", "Member", "Officer", "Owner", "Person", "Present",
    "Presider", "Recorder", "Reviewer", "Signed", "Subject", "To", "Video",
  ]

  /// What two values have to share to be one: the id before a name, else all of it.
  static func identity(of value: String, in field: String) -> String {
    guard namingFields.contains(field) else { return value }
    let id = value.prefix { $0 != "(" && $0 != " " }
    return MemberIdentifier(String(id)) == nil ? value : String(id)
  }

  // MARK: Lines made of others, and what is owed

  private func combined(
    _ measure: ReportMeasure, _ values: [String: ReportValue]
  ) -> ReportValue {
    func value(_ id: String) -> ReportValue { values[id] ?? ReportValue(number: nil, evidence: []) }
    switch measure {
    case .total(let ids):
      var seen: Set<Reference> = []
      let evidence = ids.flatMap { value($0).evidence }.filter { seen.insert($0).inserted }
      let numbers = ids.compactMap { value($0).number }
      return ReportValue(number: numbers.reduce(ReportNumber(0), +), evidence: evidence)
    case .share(let a, let b), .average(let a, let b):
      let isShare = if case .share = measure { true } else { false }
      guard let part = value(a).number, let whole = value(b).number else {
        return ReportValue(number: nil, evidence: value(a).evidence)
      }
      return ReportValue(
        number: ReportNumber.quotient(part, by: whole, times: isShare ? 100 : 1),
        evidence: value(a).evidence)
    default: return ReportValue(number: nil, evidence: [])
    }
  }

  /// What one organisation owed in one period.
  private struct Due: Sendable {
    var line: DueLine
    /// The organisations that it counts for, where several are looked at.
    var bearers: [OrganizationIdentifier]
  }

  /// What the obligations with those ids ask for, over the periods that end in this one and have
  /// begun, of all organisations looked at; of those that still run as much as was held.
  private func dues(
    of ids: [String], _ days: ClosedRange<Day>, _ memory: inout Memory
  ) -> [Due] {
    for id in ids where memory.dues[id] == nil {
      let obligations = maker.archive.catalog.obligations.filter { $0.id == id }
      let places = (candidates.map(Array.init) ?? Array(ledger.organizations.keys)).sorted()
      memory.dues[id] = Parallel.flatMap(places, by: Self.placesTogether) { places in
        places.flatMap { dues(of: obligations, at: $0, days) }
      }
    }
    return ids.flatMap { memory.dues[$0] ?? [] }
  }

  /// Enough organisations that a thread is worth starting.
  private static let placesTogether = 48

  private func dues(
    of obligations: [Obligation], at place: OrganizationIdentifier, _ days: ClosedRange<Day>
  ) -> [Due] {
    ledger.dueLines(
      obligations, endingIn: period.first...period.last, for: place, on: days.upperBound
    ).compactMap { line in
      // Of a period that still runs nothing is owed yet: what was held of it counts.
      let isOver = line.period.last <= days.upperBound
      return bearers(of: place.text, on: min(line.period.last, days.upperBound))
        .map { Due(line: isOver ? line : line.heldSoFar, bearers: $0) }
    }
  }

  private func owed(_ part: ReportMeasure.DuePart, _ dues: [Due]) -> ReportValue {
    let count = dues.reduce(0) { count, due in
      switch part {
      case .required: count + due.line.required
      case .done: count + due.line.required - due.line.missing
      case .missing: count + due.line.missing
      }
    }
    let behind = part == .missing ? dues.filter { $0.line.missing > 0 } : dues
    return ReportValue(number: ReportNumber(count), evidence: behind.flatMap(\.line.evidence))
  }

  // MARK: For whom

  /// For which organisations looked at something counts that an organisation holds on a day: none
  /// named where one is looked at, nil when it counts for none. `group` is a member's.
  func bearers(
    of id: String?, group: OrganizationIdentifier? = nil, on day: Day
  ) -> [OrganizationIdentifier]? {
    switch places {
    case .one(let place):
      let counts = ledger.stands(id, under: place, on: day) || (group != nil && group == place)
      return counts ? [] : nil
    case .each:
      var found = ledger.line(from: id, on: day)
      if let group, !found.contains(group) { found.append(group) }
      return found.isEmpty ? nil : found
    }
  }
}

extension Ledger {
  /// An organisation and those that it stood under on a day, upwards.
  func line(from id: String?, on day: Day) -> [OrganizationIdentifier] {
    var next = id.flatMap { OrganizationIdentifier($0) }
    var found: [OrganizationIdentifier] = []
    while let id = next, !found.contains(id) {
      found.append(id)
      next = snapshot(of: id, near: day)?.parent
    }
    return found
  }
}
