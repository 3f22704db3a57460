import OrganizationLife
import RecordLog

// Which records a report looks at.
extension ReportLook {
  /// What comes of the records that are looked at, before selection: of a stretch of them at a time,
  /// in order.
  ///
  /// - Parameters:
  ///   - start: with what each stretch begins.
  ///   - take: lets it take a record.
  func stretches<Result: Sendable>(
    of key: RecordsKey, _ wanted: WantedParts, from start: Result,
    _ take: @escaping @Sendable (inout Result, ReportRecord) -> Void
  ) -> [Result] {
    let days = wanted.days
    func stretches<Element: Sendable>(
      _ elements: [Element],
      _ read: @escaping @Sendable (Element, inout ReportRecord, (ReportRecord) -> Void) -> Void
    ) -> [Result] {
      Parallel.flatMap(elements, by: Self.recordsTogether) { elements in
        var result = start
        // One for all, so that its room is made once.
        var record = ReportRecord()
        for element in elements { read(element, &record) { take(&result, $0) } }
        return [result]
      }
    }
    switch key.source {
    case .items: return stretches(activities(near: days)) { readItems($0, wanted, &$1, $2) }
    case .answers:
      return stretches(dated("review", by: "Date", days)) { readParts($0, wanted, &$1, $2) }
    case .records(let type):
      switch (key.day, type) {
      case (.usual, "activity"):
        return stretches(activities(near: days)) { read($0, wanted, &$1, $2) }
      case (.usual, _) where key.source.isState:
        return stretches(snapshots[type] ?? []) {
          readStates($0, wanted, &$1, $2) {
            $0.contains(days.upperBound) ? days.upperBound : nil
          }
        }
      case (.anyDay, _):
        return stretches(snapshots[type] ?? []) {
          readStates($0, wanted, &$1, $2) { span in
            let first = max(span.lowerBound, days.lowerBound)
            return first <= min(span.upperBound, days.upperBound) ? first : nil
          }
        }
      case (.field(let field), "member"), (.field(let field), "organization"):
        return stretches(snapshots[type] ?? []) { readLatest($0, by: field, wanted, &$1, $2) }
      case (.usual, "plan") where !wanted.fields.isDisjoint(with: PlanProgress.fields):
        let progress = PlanProgress(maker.archive, on: days.upperBound)
        return stretches(ofPeriod(type)) { placed, record, take in
          read(placed, wanted, &record)
          addProgress(progress.values(of: placed.record), to: &record, wanted)
          take(record)
        }
      case (.usual, _) where key.source.isOfPeriod:
        return stretches(ofPeriod(type)) { placed, record, take in
          read(placed, wanted, &record)
          take(record)
        }
      default:
        let field = key.day.field ?? (type == "matter" ? "Opened" : "Date")
        return stretches(dated(type, by: field, days)) { placed, record, take in
          read(placed, wanted, &record)
          if type == "matter" { reopen(placed, wanted, &record) }
          take(record)
        }
      }
    }
  }

  /// A record with the day that puts it into its period, and whom it counts for.
  private struct Placed {
    var day: Day
    var record: FoldedRecord
    var bearers: [OrganizationIdentifier]
  }

  private func read(_ placed: Placed, _ wanted: WantedParts, _ record: inout ReportRecord) {
    record.reference = placed.record.reference
    record.group = placed.record.reference
    record.bearers = placed.bearers
    record.values.removeAll()
    guard !wanted.fields.isEmpty else { return }
    placed.record.record.forEachField(where: { wanted.fields[$0] != nil }) { field, value, _ in
      guard let name = wanted.fields[field] else { return }
      record.values.append(value.text, to: name)
    }
    addLevel(of: placed, to: &record.values, wanted)
  }

  /// How far a plan is, as fields.
  private func addProgress(
    _ progress: [String: String], to record: inout ReportRecord, _ wanted: WantedParts
  ) {
    for (name, value) in progress where wanted.fields.contains(name) {
      record.values[name] = [value]
    }
  }

  /// The level of the record's organisation, which no record states, for selections.
  private func addLevel(
    of placed: Placed, to values: inout FieldValues, _ wanted: WantedParts
  ) {
    guard wanted.fields.contains(ReportSource.levelField),
      let id = placed.record.first("Organization").flatMap({ OrganizationIdentifier($0) }),
      let snapshot = ledger.snapshot(of: id, near: placed.day)
    else { return }
    values[ReportSource.levelField] = [snapshot.level.rawValue]
  }

  /// Records whose day lies among those, by that day.
  private func dated(
    _ type: String, by field: String, _ days: ClosedRange<Day>
  ) -> [Placed] {
    let found = Parallel.flatMap(stored[type] ?? [], by: Self.recordsTogether) { records in
      records.compactMap { record -> Placed? in
        guard let day = record.first(field).flatMap({ Day($0) }), days.contains(day),
          let bearers = bearers(of: record.first("Organization"), on: day)
        else { return nil }
        return Placed(day: day, record: record, bearers: bearers)
      }
    }
    return found.sorted { ($0.day, $0.record.reference) < ($1.day, $1.record.reference) }
  }

  /// Records about a period that lies in this one, with its first day.
  private func ofPeriod(_ type: String) -> [Placed] {
    (stored[type] ?? []).compactMap { record in
      let text = record.first(type == "dues" ? "Month" : "Period")
      guard let own = text.flatMap({ Period($0) }), period.first <= own.first,
        own.last <= period.last,
        let bearers = bearers(of: record.first("Organization"), on: own.first)
      else { return nil }
      return Placed(day: own.first, record: record, bearers: bearers)
    }
  }

  /// A matter as it stood on the last day: one that was closed later was not closed then.
  private func reopen(_ placed: Placed, _ wanted: WantedParts, _ record: inout ReportRecord) {
    guard let closed = placed.record.first("Closed").flatMap({ Day($0) }),
      closed > wanted.days.upperBound
    else { return }
    record.values["State"] = wanted.fields.contains("State") ? ["办理中"] : []
    for name in ["Closed", "Result", "Confirmed"] { record.values[name] = [] }
  }

  // MARK: Activities

  /// Enough records that a thread is worth starting.
  static let recordsTogether = 512

  /// An activity with the meeting that it was a sitting of; nil when that began on another day, or
  /// counts for none of the organisations.
  private func placed(
    _ activity: Activity, _ wanted: WantedParts
  ) -> (placed: Placed, meeting: Reference)? {
    let batch = maker.batches.batch(of: activity)
    guard wanted.days.contains(batch.began),
      let bearers = bearers(of: activity.organization.text, on: activity.date),
      let folded = maker.archive.folded(activity.reference)
    else { return nil }
    return (Placed(day: activity.date, record: folded, bearers: bearers), batch.first)
  }

  private func read(
    _ activity: Activity, _ wanted: WantedParts, _ record: inout ReportRecord,
    _ take: (ReportRecord) -> Void
  ) {
    guard let (placed, meeting) = placed(activity, wanted) else { return }
    read(placed, wanted, &record)
    record.group = meeting
    if wanted.countsPeople {
      let kind = maker.archive.catalog.kind(activity.kind, on: activity.date)
      record.personTimes = activity.personTimes(as: kind).flatMap {
        ReportNumber($0.description)
      }
    }
    take(record)
  }

  private func readItems(
    _ activity: Activity, _ wanted: WantedParts, _ record: inout ReportRecord,
    _ take: (ReportRecord) -> Void
  ) {
    guard let (placed, _) = placed(activity, wanted) else { return }
    readParts(placed, wanted, &record, take)
  }

  /// What may belong to those days, by date: also the later sittings of meetings that began on
  /// them, as far as they are held.
  private func activities(near days: ClosedRange<Day>) -> [Activity] {
    let last = min(day, days.upperBound.adding(days: Meeting.span))
    return ledger.activities(in: days.lowerBound...last).filter {
      candidates?.contains($0.organization) ?? true
    }
  }

  /// The items of a record, each with the fields that stand before the first of them.
  private func readParts(
    _ placed: Placed, _ wanted: WantedParts, _ record: inout ReportRecord,
    _ take: (ReportRecord) -> Void
  ) {
    record.bearers = placed.bearers
    record.values.removeAll()
    addLevel(of: placed, to: &record.values, wanted)
    var own = FieldValues()
    var number = 0
    placed.record.record.forEachField { field, value, _ in
      if field == "Item" {
        if number == 0 { own = record.values } else { take(record) }
        number += 1
        record.reference = placed.record.reference.item(number)
        record.group = record.reference
        record.values = own
      }
      guard let name = wanted.fields[field] else { return }
      record.values.append(value.text, to: name)
    }
    if number > 0 { take(record) }
  }

  // MARK: Members, organisations, teams

  /// One snapshot for each person, organisation or team that stood under the organisation on the
  /// day that `place` gives for the days over which the snapshot holds; the last one where several
  /// do.
  private func readStates(
    _ snapshots: [ReportSnapshot], _ wanted: WantedParts, _ record: inout ReportRecord,
    _ take: (ReportRecord) -> Void, at place: (ClosedRange<Day>) -> Day?
  ) {
    // By place: a snapshot is much to take out for each look at it.
    for index in snapshots.indices {
      let next = index + 1 < snapshots.count ? snapshots[index + 1].since : nil
      let end = min(
        snapshots[index].until ?? .distantFuture, next?.adding(days: -1) ?? .distantFuture)
      guard snapshots[index].since <= end, let day = place(snapshots[index].since...end),
        let bearers = bearers(
          of: snapshots[index].organization, group: snapshots[index].group, on: day)
      else { continue }
      read(Placed(day: day, record: snapshots[index].record, bearers: bearers), wanted, &record)
      record.group = snapshots[index].subject
      take(record)
    }
  }

  /// Of a member or an organisation the last snapshot that began by the last day, where its field
  /// names one of the days.
  private func readLatest(
    _ snapshots: [ReportSnapshot], by field: String, _ wanted: WantedParts,
    _ record: inout ReportRecord, _ take: (ReportRecord) -> Void
  ) {
    guard let last = snapshots.lastIndex(where: { $0.since <= wanted.days.upperBound }),
      let day = snapshots[last].days.first(where: { $0.field == field })?.day,
      wanted.days.contains(day),
      // Members belong to their branch and, of the groups, to their own.
      let bearers = bearers(
        of: snapshots[last].organization, group: snapshots[last].group, on: day)
    else { return }
    read(Placed(day: day, record: snapshots[last].record, bearers: bearers), wanted, &record)
    take(record)
  }
}

/// The fields that lines ask for, found by their names as they stand in the bytes of records. They
/// are few, so they stand in a list.
struct WantedFields: Sendable, ExpressibleByArrayLiteral {
  private var entries: [(name: FieldName, text: String)] = []
  var isEmpty: Bool { entries.isEmpty }

  init(arrayLiteral names: String...) { insert(names) }

  mutating func insert(_ others: some Sequence<String>) {
    for name in others where !contains(name) { entries.append((FieldName(name), name)) }
  }

  func contains(_ name: String) -> Bool { entries.contains { $0.text == name } }

  func isDisjoint(with others: some Sequence<String>) -> Bool { !others.contains(where: contains) }

  /// The name as text, when it is asked for.
  subscript(name: FieldName) -> String? {
    for entry in entries where entry.name == name { return entry.text }
    return nil
  }
}

/// What holds of a member, an organisation or a team over a stretch of days.
struct ReportSnapshot: Sendable {
  /// What it is read from.
  var record: FoldedRecord
  /// What is the same of all its snapshots.
  var subject: Reference
  var organization: String
  var group: OrganizationIdentifier?
  var since: Day
  var until: Day?
  /// The days in fields that put it into a period.
  var days: [(field: String, day: Day)] = []

  /// The snapshots of each, by the day from which they hold.
  ///
  /// - Parameter fields: those that put some into a period.
  static func all(
    _ type: String, _ archive: Archive, daysIn fields: WantedFields
  ) -> [[ReportSnapshot]] {
    let ledger = archive.ledger
    switch type {
    case "member":
      return each(of: ledger.members.keys.sorted()) { id in
        (ledger.members[id] ?? []).compactMap { member in
          archive.folded(member.reference).map {
            ReportSnapshot(
              record: $0, subject: Reference(id.text), organization: member.organization.text,
              group: member.group, since: member.since, until: member.until,
              days: days(of: $0, in: fields))
          }
        }
      }
    case "organization":
      return each(of: ledger.organizations.keys.sorted()) { id in
        (ledger.organizations[id] ?? []).compactMap { organization in
          archive.folded(organization.reference).map {
            ReportSnapshot(
              record: $0, subject: Reference(id.text), organization: id.text,
              since: organization.since, until: organization.until,
              days: days(of: $0, in: fields))
          }
        }
      }
    default:
      return each(of: ledger.teams) { team in
        archive.folded(team.reference).map {
          [
            ReportSnapshot(
              record: $0, subject: team.reference, organization: team.organization.text,
              since: team.since, until: team.until)
          ]
        } ?? []
      }
    }
  }

  /// The day in the first value of each of some fields.
  private static func days(
    of folded: FoldedRecord, in fields: WantedFields
  ) -> [(field: String, day: Day)] {
    guard !fields.isEmpty else { return [] }
    var first: [(field: String, day: Day?)] = []
    folded.record.forEachField(where: { fields[$0] != nil }) { name, value, _ in
      guard let field = fields[name], !first.contains(where: { $0.field == field }) else { return }
      first.append((field, Day(value.text)))
    }
    return first.compactMap { found in found.day.map { (found.field, $0) } }
  }

  private static func each<Subject: Sendable>(
    of subjects: [Subject], _ snapshots: @escaping @Sendable (Subject) -> [ReportSnapshot]
  ) -> [[ReportSnapshot]] {
    Parallel.flatMap(subjects, by: ReportLook.recordsTogether) { $0.map(snapshots) }
  }
}

extension Day {
  /// After every day of a record.
  fileprivate static let distantFuture = Day(year: 9999, month: 12, day: 31) ?? Day(number: .max)
}
