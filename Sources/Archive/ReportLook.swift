import OrganizationLife
import RecordLog

/// A record as lines look at it.
struct ReportRecord: Sendable {
  var reference = Reference("")
  /// The records of one meeting have this in common.
  var group = Reference("")
  /// The organisations that it counts for, where several are looked at.
  var bearers: [OrganizationIdentifier] = []
  /// The fields that any line asks for.
  var values = FieldValues()
  /// 人次, of activities.
  var personTimes: ReportNumber?

  func all(_ name: String) -> [String] { values[name] }
}

/// The values of some fields. Records have a few of them, so they stand in a list.
struct FieldValues: Sendable {
  private var entries: [(name: String, text: String)] = []

  mutating func append(_ text: String, to name: String) { entries.append((name, text)) }

  /// Forgets all values and keeps the room for others.
  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

  /// Those of one field, in order.
  func forEach(of name: String, _ body: (String) -> Void) {
    for entry in entries where entry.name == name { body(entry.text) }
  }

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
  /// The ledger by itself: what is asked of it for each record is asked of all processors at once.
  let ledger: Ledger

  init(_ sight: ReportSight, _ places: ReportPlaces, _ period: Period, upTo day: Day) {
    maker = sight.maker
    ledger = sight.maker.archive.ledger
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
    let found: [String: ReportTally] = tallies(days)
    let dues = self.dues(days)
    var values: [String: ReportValue] = [:]
    for line in lines {
      if let tally = found[line.id] {
        values[line.id] = tally.value(for: line.measure)
      } else if case .obligations(let ids, let part) = line.measure {
        values[line.id] = owed(part, ids.flatMap { dues[$0] ?? [] })
      } else {
        values[line.id] = combined(line.measure, values)
      }
    }
    return values
  }

  /// The same for each of several organisations.
  func valuesOfEach() -> [OrganizationIdentifier: [String: ReportValue]] {
    guard let days = period.days(upTo: day), case .each(let places) = places else { return [:] }
    let found: [String: ReportTallyOfEach] = tallies(days)
    let dues = self.dues(days)
    var values = Dictionary(
      places.map { ($0, [String: ReportValue]()) }, uniquingKeysWith: { first, _ in first })
    for line in lines {
      if let tallies = found[line.id] {
        for place in places {
          values[place]?[line.id] = tallies[place].value(for: line.measure)
        }
      } else if case .obligations(let ids, let part) = line.measure {
        var shares: [OrganizationIdentifier: [Due]] = [:]
        for due in ids.flatMap({ dues[$0] ?? [] }) {
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

  /// Which records a line looks at.
  struct RecordsKey: Hashable {
    var source: ReportSource
    var day: ReportDay

    /// Nil for a line that looks at none.
    init?(_ line: ReportLineDefinition) {
      guard let source = line.source else { return nil }
      self.source = source
      day = line.day
    }
  }

  /// What is wanted of those records.
  struct WantedParts {
    var days: ClosedRange<Day>
    /// The fields that lines ask for.
    var fields: WantedFields
    /// Whether 人次 are asked for.
    var countsPeople: Bool
  }

  /// What each line of records finds, by its id. Lines that look at the same records do so
  /// together, a stretch of records at a time on all processors.
  private func tallies<Tally: ReportTallying>(_ days: ClosedRange<Day>) -> [String: Tally] {
    var found: [String: Tally] = [:]
    let looking = lines.filter { $0.measure.isOfRecords && $0.source != nil }
    for (key, lines) in Dictionary(grouping: looking, by: { RecordsKey($0) }) {
      guard let key else { continue }
      let index = ReportLineIndex(lines)
      let wanted = WantedParts(
        days: days, fields: neededFields(lines), countsPeople: index.countsPeople)
      var all = ReportTallies<Tally>(index)
      for stretch in stretches(of: key, wanted, from: all, { $0.take($1) }) { all.take(stretch) }
      for (line, tally) in zip(lines, all.tallies) { found[line.id] = tally }
    }
    return found
  }

  /// The fields that lines ask for; what puts a record into its place is read anyway.
  private func neededFields(_ lines: [ReportLineDefinition]) -> WantedFields {
    var fields: WantedFields = []
    for line in lines {
      fields.insert(line.selection?.names ?? [])
      fields.insert(line.measure.fields)
      if line.measure == .personHours { fields.insert(["Hours"]) }
      if line.measure == .days { fields.insert(["Date", "EndDate"]) }
    }
    return fields
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

  /// What one organisation owed of an obligation in one period.
  private struct Due: Sendable {
    var obligation: String
    var required: Int
    var missing: Int
    var evidence: [Reference]
    /// The organisations that it counts for, where several are looked at.
    var bearers: [OrganizationIdentifier]
  }

  /// What the obligations that lines name ask for, by their ids, over the periods that end in this
  /// one and have begun, of all organisations looked at; of those that still run as much as was held.
  private func dues(_ days: ClosedRange<Day>) -> [String: [Due]] {
    var wanted: Set<String> = []
    for line in lines {
      if case .obligations(let ids, _) = line.measure { wanted.formUnion(ids) }
    }
    let obligations = maker.archive.catalog.obligations.filter { wanted.contains($0.id) }
    guard !obligations.isEmpty else { return [:] }
    let places = (candidates.map(Array.init) ?? Array(ledger.organizations.keys)).sorted()
    let found = Parallel.flatMap(places, by: Self.placesTogether) { places in
      places.flatMap { self.dues(of: obligations, at: $0, days) }
    }
    return Dictionary(grouping: found, by: \.obligation)
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
      let counted = line.period.last <= days.upperBound ? line : line.heldSoFar
      return bearers(of: place.text, on: min(line.period.last, days.upperBound)).map {
        Due(
          obligation: line.obligation.id, required: counted.required, missing: counted.missing,
          evidence: counted.evidence, bearers: $0)
      }
    }
  }

  private func owed(_ part: ReportMeasure.DuePart, _ dues: [Due]) -> ReportValue {
    let count = dues.reduce(0) { count, due in
      switch part {
      case .required: count + due.required
      case .done: count + due.required - due.missing
      case .missing: count + due.missing
      }
    }
    let behind = part == .missing ? dues.filter { $0.missing > 0 } : dues
    return ReportValue(number: ReportNumber(count), evidence: behind.flatMap(\.evidence))
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
