import OrganizationLife

/// What a line found in some records: of two stretches of them each can be tallied by itself.
protocol ReportTallying: Sendable {
  /// Nothing found.
  init()
  /// Takes a record that the line selects.
  mutating func take(_ record: ReportRecord, for measure: ReportMeasure)
  /// Takes what was found in the records that come next.
  mutating func take(_ next: Self)
}

/// What a line found for each of several organisations.
struct ReportTallyOfEach: ReportTallying {
  private var tallies: [OrganizationIdentifier: ReportTally] = [:]

  mutating func take(_ record: ReportRecord, for measure: ReportMeasure) {
    for bearer in record.bearers {
      tallies[bearer, default: ReportTally()].take(record, for: measure)
    }
  }

  mutating func take(_ next: Self) {
    for (place, tally) in next.tallies { tallies[place, default: ReportTally()].take(tally) }
  }

  subscript(place: OrganizationIdentifier) -> ReportTally { tallies[place] ?? ReportTally() }
}

/// What a line found for the organisation that a report is made for.
struct ReportTally: ReportTallying {
  /// The records that count, in their order.
  private var evidence: [Reference] = []
  /// What those that are not counted by themselves are counted as, by their place among them: the
  /// first sitting of a meeting.
  private var groups: [Int: Reference] = [:]
  /// The numbers added up.
  private var sum = ReportNumber(0)
  /// The different values.
  private var values: Set<String> = []

  mutating func take(_ record: ReportRecord, for measure: ReportMeasure) {
    switch measure {
    case .count:
      if record.group != record.reference { groups[evidence.count] = record.group }
      evidence.append(record.reference)
    case .distinct(let fields):
      insertValues(of: record, in: fields)
      evidence.append(record.reference)
    case .sum, .personTimes, .personHours, .days:
      // Records without a number of their own are no evidence of the sum.
      guard let number = Self.number(of: record, for: measure) else { return }
      sum = sum + number
      evidence.append(record.reference)
    case .obligations, .total, .share, .average: break
    }
  }

  mutating func take(_ next: Self) {
    for (place, group) in next.groups { groups[evidence.count + place] = group }
    evidence += next.evidence
    sum = sum + next.sum
    values.formUnion(next.values)
  }

  /// What the line comes to.
  func value(for measure: ReportMeasure) -> ReportValue {
    switch measure {
    case .count:
      let count =
        groups.isEmpty
        ? evidence.count
        : Set(evidence.enumerated().map { place, own in groups[place] ?? own }).count
      return ReportValue(number: ReportNumber(count), evidence: evidence)
    case .distinct: return ReportValue(number: ReportNumber(values.count), evidence: evidence)
    case .sum, .personTimes, .personHours, .days:
      return ReportValue(number: sum, evidence: evidence)
    case .obligations, .total, .share, .average: return ReportValue(number: nil, evidence: [])
    }
  }

  private static func number(
    of record: ReportRecord, for measure: ReportMeasure
  ) -> ReportNumber? {
    switch measure {
    case .sum(let addends):
      for addend in addends {
        switch addend {
        case .number(let number): return number
        case .count(let name):
          let count = Set(record.all(name)).count
          if count > 0 { return ReportNumber(count) }
        case .field(let name):
          let numbers = record.all(name).compactMap { ReportNumber($0) }
          if !numbers.isEmpty { return numbers.reduce(ReportNumber(0), +) }
        }
      }
      return nil
    case .personTimes: return record.personTimes
    case .personHours:
      guard let hours = record.all("Hours").first.flatMap({ ReportNumber($0) }),
        let people = record.personTimes
      else { return nil }
      return hours * people
    case .days:
      guard let first = record.all("Date").first.flatMap({ Day($0) }) else { return nil }
      let last = record.all("EndDate").first.flatMap { Day($0) } ?? first
      return ReportNumber(max(0, first.days(until: last)) + 1)
    case .count, .distinct, .obligations, .total, .share, .average: return nil
    }
  }

  private mutating func insertValues(of record: ReportRecord, in fields: [String]) {
    for field in fields {
      // `Tag=方面`: only values that begin so.
      let name = String(field.prefix { $0 != "=" })
      let lead = name == field ? "" : String(field.dropFirst(name.count + 1)) + "="
      for value in record.all(name) where !value.isEmpty && value.hasPrefix(lead) {
        if name == "Tag", !TagText.isFilled(value) { continue }
        values.insert(Self.identity(of: value, in: name))
      }
    }
  }

  /// Fields that name people or organisations; they are the same by their ids, however a name is
  /// spelt.
  private static let namingFields: Set<String> = [
    "Absent", "About", "Attending", "Author", "Away", "Confirmed", "Excluded", "Introducer",
    "Late", "Leader", "Lecturer", "Left", "Member", "Officer", "Owner", "Person", "Present",
    "Presider", "Recorder", "Reviewer", "Signed", "Subject", "To", "Video",
  ]

  /// What two values have to share to be one: the id before a name, else all of it.
  private static func identity(of value: String, in field: String) -> String {
    guard namingFields.contains(field) else { return value }
    let id = value.prefix { $0 != "(" && $0 != " " }
    return MemberIdentifier(String(id)) == nil ? value : String(id)
  }
}

/// The lines that look at the same records, and which of them ask for a value that a record has:
/// most ask for one.
struct ReportLineIndex: Sendable {
  /// What each line selects, and what it measures of that; by themselves, since a line is much to
  /// pass on for each record.
  let selections: [Selection?]
  let measures: [ReportMeasure]
  /// The lines that select nothing without one of those values, by field and value.
  private var asking: [(field: String, lines: [String: [Int]])] = []
  /// The lines that may select anything.
  private var unconditional: [Int] = []
  /// Whether 人次 are asked for.
  let countsPeople: Bool

  init(_ lines: [ReportLineDefinition]) {
    selections = lines.map(\.selection)
    measures = lines.map(\.measure)
    countsPeople = lines.contains { $0.measure == .personTimes || $0.measure == .personHours }
    for (position, line) in lines.enumerated() {
      guard let values = line.selection?.oneOf else {
        unconditional.append(position)
        continue
      }
      for value in values {
        let known = asking.firstIndex { $0.field == value.name }
        if known == nil { asking.append((value.name, [:])) }
        asking[known ?? asking.count - 1].lines[value.text, default: []].append(position)
      }
    }
  }

  /// Names the lines that may select a record; one that asks for several values perhaps more than
  /// once.
  func forEachLine(asking record: ReportRecord, _ body: (Int) -> Void) {
    for position in unconditional { body(position) }
    for (field, lines) in asking {
      record.values.forEach(of: field) { text in
        for position in lines[text] ?? [] { body(position) }
      }
    }
  }
}

/// What each of the lines of an index finds in a stretch of records.
struct ReportTallies<Tally: ReportTallying>: Sendable {
  private let index: ReportLineIndex
  /// In the order of the lines.
  private(set) var tallies: [Tally]
  /// How many records were taken, and which of them each line looked at last.
  private var count = 0
  private var latest: [Int]

  init(_ index: ReportLineIndex) {
    self.index = index
    tallies = index.measures.map { _ in Tally() }
    latest = index.measures.map { _ in 0 }
  }

  /// Lets every line that selects a record take it.
  mutating func take(_ record: ReportRecord) {
    count += 1
    index.forEachLine(asking: record) { position in
      guard latest[position] < count else { return }
      latest[position] = count
      if index.selections[position]?.selects({ record.all($0) }) ?? true {
        tallies[position].take(record, for: index.measures[position])
      }
    }
  }

  /// Takes what was found in the next stretch.
  mutating func take(_ next: Self) {
    for position in tallies.indices { tallies[position].take(next.tallies[position]) }
  }
}
