import OrganizationLife
import RecordLog

/// A record as lines look at it.
struct ReportRecord {
  var reference: Reference
  /// The records of one meeting have this in common.
  var group: Reference
  /// The fields that any line asks for.
  var values: [String: [String]]
  /// 人次, of activities.
  var personTimes: ReportNumber?

  func all(_ name: String) -> [String] { values[name] ?? [] }
}

/// The lines of a report worked out for one organisation and one period.
struct ReportLook {
  let maker: ReportMaker
  private let lines: [ReportLineDefinition]
  let organization: OrganizationIdentifier?
  let period: Period
  private let day: Day
  var ledger: Ledger { maker.archive.ledger }

  init(
    _ maker: ReportMaker, _ lines: [ReportLineDefinition],
    _ organization: OrganizationIdentifier?, _ period: Period, _ day: Day
  ) {
    self.maker = maker
    self.lines = lines
    self.organization = organization
    self.period = period
    self.day = day
  }

  /// What each line comes to, by its id. Nothing for a period that has not begun.
  func values() -> [String: ReportValue] {
    guard let days = period.days(upTo: day) else { return [:] }
    let fields = neededFields
    var records: [RecordsKey: [ReportRecord]] = [:]
    var values: [String: ReportValue] = [:]
    for line in lines {
      guard line.measure.isOfRecords, let source = line.source else {
        values[line.id] = combined(line.measure, values, days)
        continue
      }
      let key = RecordsKey(source: source, day: line.day)
      let all = records[key] ?? self.records(key, days, fields[source.type] ?? [])
      records[key] = all
      let selected = line.selection.map { selection in
        all.filter { record in selection.selects { record.all($0) } }
      }
      values[line.id] = measured(line.measure, selected ?? all)
    }
    return values
  }

  struct RecordsKey: Hashable {
    var source: ReportSource
    var day: ReportDay
  }

  /// The fields that lines ask for, by type; what puts a record into its place is read anyway.
  private var neededFields: [String: Set<String>] {
    var fields: [String: Set<String>] = [:]
    for line in lines {
      guard let type = line.source?.type else { continue }
      fields[type, default: []].formUnion(line.selection?.names ?? [])
      fields[type, default: []].formUnion(line.measure.fields)
      if line.measure == .personHours { fields[type, default: []].insert("Hours") }
      if line.measure == .days { fields[type, default: []].formUnion(["Date", "EndDate"]) }
    }
    return fields
  }

  // MARK: Measures

  private func measured(_ measure: ReportMeasure, _ records: [ReportRecord]) -> ReportValue {
    let evidence = records.map(\.reference)
    switch measure {
    case .count:
      return ReportValue(number: ReportNumber(Set(records.map(\.group)).count), evidence: evidence)
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
    _ measure: ReportMeasure, _ values: [String: ReportValue], _ days: ClosedRange<Day>
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
    case .obligations(let ids, let part): return owed(ids, part, days)
    default: return ReportValue(number: nil, evidence: [])
    }
  }

  /// What the obligations with those ids ask for, over the periods that end in this one and have
  /// begun, of this organisation and all below it.
  private func owed(
    _ ids: [String], _ part: ReportMeasure.DuePart, _ days: ClosedRange<Day>
  ) -> ReportValue {
    var count = 0
    var evidence: [Reference] = []
    for obligation in maker.archive.catalog.obligations where ids.contains(obligation.id) {
      for stretch in period.parts(obligation.frequency) where stretch.first <= days.upperBound {
        let last = min(stretch.last, days.upperBound)
        for place in ledger.organizations(on: last)
        where ledger.stands(place.id.text, under: organization, on: last) {
          for due in ledger.due([obligation], on: last, for: place) {
            evidence += due.evidence
            switch part {
            case .required: count += due.required
            case .done: count += due.required - due.missing
            case .missing: count += due.missing
            }
          }
        }
      }
    }
    return ReportValue(number: ReportNumber(count), evidence: evidence)
  }
}
