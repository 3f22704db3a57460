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
  private let maker: ReportMaker
  private let lines: [ReportLineDefinition]
  private let organization: OrganizationIdentifier?
  private let period: Period
  private let day: Day
  private var ledger: Ledger { maker.archive.ledger }

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

  private struct RecordsKey: Hashable {
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
        for name in fields {
          for value in record.all(name) where !value.isEmpty {
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

  // MARK: Records

  private func records(
    _ key: RecordsKey, _ days: ClosedRange<Day>, _ fields: Set<String>
  ) -> [ReportRecord] {
    switch key.source {
    case .items:
      return activities(days, fields, parts: "Item")
    case .answers:
      return dated("review", by: "Date", days)
        .flatMap { parts(of: $0.record, "Item", fields, $0.reference) }
    case .records(let type):
      switch (key.day, type) {
      case (.usual, "activity"): return activities(days, fields, parts: nil)
      case (.usual, _) where key.source.isState:
        return states(type, fields) { $0.contains(days.upperBound) ? days.upperBound : nil }
      case (.anyDay, _):
        return states(type, fields) { span in
          let first = max(span.lowerBound, days.lowerBound)
          return first <= min(span.upperBound, days.upperBound) ? first : nil
        }
      case (.field(let field), "member"), (.field(let field), "organization"):
        return latest(type, by: field, days, fields)
      case (.usual, _) where key.source.isOfPeriod:
        return ofPeriod(type).map { record($0, fields) }
      case (.field(let field), "matter"):
        return dated(type, by: field, days).map { matter($0, days.upperBound, fields) }
      case (.usual, "matter"):
        return dated(type, by: "Opened", days).map { matter($0, days.upperBound, fields) }
      case (.field(let field), _): return dated(type, by: field, days).map { record($0, fields) }
      default: return dated(type, by: "Date", days).map { record($0, fields) }
      }
    }
  }

  private func record(_ folded: FoldedRecord, _ fields: Set<String>) -> ReportRecord {
    ReportRecord(
      reference: folded.reference, group: folded.reference,
      values: Self.values(of: folded.record, fields))
  }

  private static func values(of record: Record, _ names: Set<String>) -> [String: [String]] {
    var values: [String: [String]] = [:]
    guard !names.isEmpty else { return values }
    record.forEachField { name, value, _ in
      let name = name.description
      if names.contains(name) { values[name, default: []].append(value.text) }
    }
    return values
  }

  /// Records whose day lies among those, by that day.
  private func dated(
    _ type: String, by field: String, _ days: ClosedRange<Day>
  ) -> [FoldedRecord] {
    var found: [(day: Day, record: FoldedRecord)] = []
    for record in maker.archive.folded(type: type, everyStep: type == "procedure") {
      guard let day = record.first(field).flatMap({ Day($0) }), days.contains(day),
        ledger.stands(record.first("Organization"), under: organization, on: day)
      else { continue }
      found.append((day, record))
    }
    return found.sorted { ($0.day, $0.record.reference) < ($1.day, $1.record.reference) }
      .map(\.record)
  }

  /// Records about a period that lies in this one.
  private func ofPeriod(_ type: String) -> [FoldedRecord] {
    maker.archive.folded(type: type).filter { record in
      let text = record.first(type == "dues" ? "Month" : "Period")
      guard let own = text.flatMap({ Period($0) }) else { return false }
      return period.first <= own.first && own.last <= period.last
        && ledger.stands(record.first("Organization"), under: organization, on: own.first)
    }
  }

  /// A matter as it stood on the last day: one that was closed later was not closed then.
  private func matter(_ folded: FoldedRecord, _ last: Day, _ fields: Set<String>) -> ReportRecord {
    var record = record(folded, fields)
    if let closed = folded.first("Closed").flatMap({ Day($0) }), closed > last {
      record.values["State"] = fields.contains("State") ? ["办理中"] : nil
      for name in ["Closed", "Result", "Confirmed"] { record.values[name] = nil }
    }
    return record
  }

  // MARK: Activities

  private func activities(
    _ days: ClosedRange<Day>, _ fields: Set<String>, parts: String?
  ) -> [ReportRecord] {
    var found: [ReportRecord] = []
    for activity in ledger.activities {
      let batch = maker.batches.batch(of: activity)
      guard days.contains(batch.began), activity.date <= days.upperBound,
        ledger.stands(activity.organization.text, under: organization, on: activity.date),
        let folded = maker.archive.folded(activity.reference)
      else { continue }
      if let name = parts {
        found += self.parts(of: folded.record, name, fields, activity.reference)
        continue
      }
      let kind = maker.archive.catalog.kind(activity.kind, on: activity.date)
      var record = record(folded, fields)
      record.group = batch.first
      record.personTimes = activity.personTimes(as: kind).flatMap {
        ReportNumber($0.description)
      }
      found.append(record)
    }
    return found
  }

  /// The items of a record, each with the fields that stand before the first of them.
  private func parts(
    of record: Record, _ name: String, _ fields: Set<String>, _ reference: Reference
  ) -> [ReportRecord] {
    var own: [String: [String]] = [:]
    var found: [ReportRecord] = []
    record.forEachField { field, value, _ in
      let field = field.description
      if field == name {
        let number = reference.item(found.count + 1)
        found.append(ReportRecord(reference: number, group: number, values: own))
      }
      guard fields.contains(field) else { return }
      if let last = found.indices.last {
        found[last].values[field, default: []].append(value.text)
      } else {
        own[field, default: []].append(value.text)
      }
    }
    return found
  }

  // MARK: Members, organisations, teams

  /// One snapshot for each person, organisation or team that stood under the organisation on the
  /// day that `place` gives for the days over which the snapshot holds; the last one where several
  /// do.
  private func states(
    _ type: String, _ fields: Set<String>, _ place: (ClosedRange<Day>) -> Day?
  ) -> [ReportRecord] {
    var found: [ReportRecord] = []
    for snapshots in self.snapshots(type) {
      for (index, snapshot) in snapshots.enumerated() {
        let next = index + 1 < snapshots.count ? snapshots[index + 1].since : nil
        let end = min(snapshot.until ?? .distantFuture, next?.adding(days: -1) ?? .distantFuture)
        guard snapshot.since <= end, let day = place(snapshot.since...end),
          stands(snapshot, on: day),
          let folded = maker.archive.folded(snapshot.reference)
        else { continue }
        var record = record(folded, fields)
        record.group = snapshot.subject
        found.append(record)
      }
    }
    return found
  }

  /// Of each member or organisation the last snapshot that began by the last day, where its field
  /// names one of the days.
  private func latest(
    _ type: String, by field: String, _ days: ClosedRange<Day>, _ fields: Set<String>
  ) -> [ReportRecord] {
    snapshots(type).compactMap { snapshots in
      guard let last = snapshots.last(where: { $0.since <= days.upperBound }),
        let folded = maker.archive.folded(last.reference),
        let day = folded.first(field).flatMap({ Day($0) }), days.contains(day),
        stands(last, on: day)
      else { return nil }
      return record(folded, fields)
    }
  }

  /// Members belong to their branch and, of the groups, to their own.
  private func stands(_ snapshot: Snapshot, on day: Day) -> Bool {
    ledger.stands(snapshot.organization, under: organization, on: day)
      || (snapshot.group != nil && snapshot.group == organization)
  }

  private struct Snapshot {
    var reference: Reference
    var subject: Reference
    var organization: String
    var group: OrganizationIdentifier?
    var since: Day
    var until: Day?
  }

  /// The snapshots of each, by the day from which they hold.
  private func snapshots(_ type: String) -> [[Snapshot]] {
    switch type {
    case "member":
      return ledger.members.keys.sorted().map { id in
        (ledger.members[id] ?? []).map {
          Snapshot(
            reference: $0.reference, subject: Reference(id.text),
            organization: $0.organization.text, group: $0.group, since: $0.since,
            until: $0.until)
        }
      }
    case "organization":
      return ledger.organizations.keys.sorted().map { id in
        (ledger.organizations[id] ?? []).map {
          Snapshot(
            reference: $0.reference, subject: Reference(id.text), organization: id.text,
            since: $0.since, until: $0.until)
        }
      }
    default:
      return ledger.teams.map {
        [
          Snapshot(
            reference: $0.reference, subject: $0.reference, organization: $0.organization.text,
            since: $0.since, until: $0.until)
        ]
      }
    }
  }
}

extension Day {
  /// After every day of a record.
  fileprivate static let distantFuture = Day(year: 9999, month: 12, day: 31) ?? Day(number: .max)
}
