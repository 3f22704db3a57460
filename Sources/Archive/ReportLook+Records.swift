import OrganizationLife
import RecordLog

// Which records a report looks at.
extension ReportLook {
  /// The records of a type that belong to these days and to the organisation, before selection.
  func records(
    _ key: RecordsKey, _ days: ClosedRange<Day>, _ fields: WantedFields
  ) -> [ReportRecord] {
    switch key.source {
    case .items:
      return activities(days, fields, areParted: true)
    case .answers:
      return dated("review", by: "Date", days)
        .flatMap { parts(of: $0, fields) }
    case .records(let type):
      switch (key.day, type) {
      case (.usual, "activity"): return activities(days, fields, areParted: false)
      case (.usual, _) where key.source.isState:
        return states(type, fields) { $0.contains(days.upperBound) ? days.upperBound : nil }
      case (.anyDay, _):
        return states(type, fields) { span in
          let first = max(span.lowerBound, days.lowerBound)
          return first <= min(span.upperBound, days.upperBound) ? first : nil
        }
      case (.field(let field), "member"), (.field(let field), "organization"):
        return latest(type, by: field, days, fields)
      case (.usual, "plan") where !fields.isDisjoint(with: PlanProgress.fields):
        let progress = PlanProgress(maker.archive, on: days.upperBound)
        return ofPeriod(type).map { plan in
          var found = record(plan, fields)
          for (name, value) in progress.values(of: plan.record) where fields.contains(name) {
            found.values[name] = [value]
          }
          return found
        }
      case (.usual, _) where key.source.isOfPeriod:
        return ofPeriod(type).map { record($0, fields) }
      case (.field(let field), "matter"):
        return dated(type, by: field, days).map { matter($0, days.upperBound, fields) }
      case (.usual, "matter"):
        return dated(type, by: "Opened", days).map { matter($0, days.upperBound, fields) }
      case (.field(let field), _):
        return dated(type, by: field, days).map { record($0, fields) }
      default:
        return dated(type, by: "Date", days).map { record($0, fields) }
      }
    }
  }

  /// A record with the day that puts it into its period, and whom it counts for.
  private struct Placed {
    var day: Day
    var record: FoldedRecord
    var bearers: [OrganizationIdentifier]
  }

  private func record(_ placed: Placed, _ fields: WantedFields) -> ReportRecord {
    var values = Self.values(of: placed.record.record, fields)
    addLevel(of: placed.record.record, on: placed.day, to: &values, fields)
    return ReportRecord(
      reference: placed.record.reference, group: placed.record.reference,
      bearers: placed.bearers, values: values)
  }

  /// The level of the record's organisation, which no record states, for selections.
  private func addLevel(
    of record: Record, on day: Day, to values: inout FieldValues, _ fields: WantedFields
  ) {
    guard fields.contains(ReportSource.levelField),
      let id = record.first("Organization").flatMap({ OrganizationIdentifier($0) }),
      let snapshot = ledger.snapshot(of: id, near: day)
    else { return }
    values[ReportSource.levelField] = [snapshot.level.rawValue]
  }

  private static func values(of record: Record, _ names: WantedFields) -> FieldValues {
    var values = FieldValues()
    guard !names.isEmpty else { return values }
    record.forEachField { field, value, _ in
      guard let name = names[field] else { return }
      values.append(value.text, to: name)
    }
    return values
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
  private func matter(
    _ placed: Placed, _ last: Day, _ fields: WantedFields
  ) -> ReportRecord {
    var record = record(placed, fields)
    if let closed = placed.record.first("Closed").flatMap({ Day($0) }), closed > last {
      record.values["State"] = fields.contains("State") ? ["办理中"] : []
      for name in ["Closed", "Result", "Confirmed"] { record.values[name] = [] }
    }
    return record
  }

  // MARK: Activities

  private func activities(
    _ days: ClosedRange<Day>, _ fields: WantedFields, areParted: Bool
  ) -> [ReportRecord] {
    Parallel.flatMap(activities(near: days), by: Self.recordsTogether) { activities in
      read(activities, days, fields, areParted: areParted)
    }
  }

  /// Enough records that a thread is worth starting.
  private static let recordsTogether = 512

  private func read(
    _ activities: ArraySlice<Activity>, _ days: ClosedRange<Day>, _ fields: WantedFields,
    areParted: Bool
  ) -> [ReportRecord] {
    var found: [ReportRecord] = []
    for activity in activities {
      let batch = maker.batches.batch(of: activity)
      guard days.contains(batch.began),
        let bearers = bearers(of: activity.organization.text, on: activity.date),
        let folded = maker.archive.folded(activity.reference)
      else { continue }
      let placed = Placed(day: activity.date, record: folded, bearers: bearers)
      if areParted {
        found += self.parts(of: placed, fields)
        continue
      }
      let kind = maker.archive.catalog.kind(activity.kind, on: activity.date)
      var record = record(placed, fields)
      record.group = batch.first
      record.personTimes = activity.personTimes(as: kind).flatMap {
        ReportNumber($0.description)
      }
      found.append(record)
    }
    return found
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
  private func parts(of placed: Placed, _ fields: WantedFields) -> [ReportRecord] {
    let record = placed.record.record
    let reference = placed.record.reference
    var own = FieldValues()
    addLevel(of: record, on: placed.day, to: &own, fields)
    var found: [ReportRecord] = []
    record.forEachField { field, value, _ in
      if field == "Item" {
        let number = reference.item(found.count + 1)
        found.append(
          ReportRecord(reference: number, group: number, bearers: placed.bearers, values: own))
      }
      guard let field = fields[field] else { return }
      if let last = found.indices.last {
        found[last].values.append(value.text, to: field)
      } else {
        own.append(value.text, to: field)
      }
    }
    return found
  }

  // MARK: Members, organisations, teams

  /// One snapshot for each person, organisation or team that stood under the organisation on the
  /// day that `place` gives for the days over which the snapshot holds; the last one where several
  /// do.
  private func states(
    _ type: String, _ fields: WantedFields,
    _ place: @escaping @Sendable (ClosedRange<Day>) -> Day?
  ) -> [ReportRecord] {
    Parallel.flatMap(snapshots[type] ?? [], by: Self.recordsTogether) { subjects in
      states(of: subjects, fields, place)
    }
  }

  private func states(
    of subjects: ArraySlice<[ReportSnapshot]>, _ fields: WantedFields,
    _ place: (ClosedRange<Day>) -> Day?
  ) -> [ReportRecord] {
    var found: [ReportRecord] = []
    for snapshots in subjects {
      for (index, snapshot) in snapshots.enumerated() {
        let next = index + 1 < snapshots.count ? snapshots[index + 1].since : nil
        let end = min(snapshot.until ?? .distantFuture, next?.adding(days: -1) ?? .distantFuture)
        guard snapshot.since <= end, let day = place(snapshot.since...end),
          let bearers = bearers(of: snapshot.organization, group: snapshot.group, on: day),
          let folded = maker.archive.folded(snapshot.reference)
        else { continue }
        var record = record(Placed(day: day, record: folded, bearers: bearers), fields)
        record.group = snapshot.subject
        found.append(record)
      }
    }
    return found
  }

  /// Of each member or organisation the last snapshot that began by the last day, where its field
  /// names one of the days.
  private func latest(
    _ type: String, by field: String, _ days: ClosedRange<Day>, _ fields: WantedFields
  ) -> [ReportRecord] {
    Parallel.flatMap(snapshots[type] ?? [], by: Self.recordsTogether) { subjects in
      subjects.compactMap { latest(of: $0, by: field, days, fields) }
    }
  }

  private func latest(
    of snapshots: [ReportSnapshot], by field: String, _ days: ClosedRange<Day>,
    _ fields: WantedFields
  ) -> ReportRecord? {
    guard let last = snapshots.last(where: { $0.since <= days.upperBound }),
      let folded = maker.archive.folded(last.reference),
      let day = folded.first(field).flatMap({ Day($0) }), days.contains(day),
      // Members belong to their branch and, of the groups, to their own.
      let bearers = bearers(of: last.organization, group: last.group, on: day)
    else { return nil }
    return record(Placed(day: day, record: folded, bearers: bearers), fields)
  }
}

/// The fields that lines ask for, found by their names as they stand in the bytes of records.
struct WantedFields: Sendable, ExpressibleByArrayLiteral {
  private var names: [FieldName: String] = [:]
  var isEmpty: Bool { names.isEmpty }

  init(arrayLiteral names: String...) { insert(names) }

  mutating func insert(_ others: some Sequence<String>) {
    for name in others { names[FieldName(name)] = name }
  }

  func contains(_ name: String) -> Bool { names[FieldName(name)] != nil }

  func isDisjoint(with others: some Sequence<String>) -> Bool { !others.contains(where: contains) }

  /// The name as text, when it is asked for.
  subscript(name: FieldName) -> String? { names[name] }
}

/// What holds of a member, an organisation or a team over a stretch of days.
struct ReportSnapshot: Sendable {
  var reference: Reference
  /// What is the same of all its snapshots.
  var subject: Reference
  var organization: String
  var group: OrganizationIdentifier?
  var since: Day
  var until: Day?

  /// The snapshots of each, by the day from which they hold.
  static func all(_ type: String, _ ledger: Ledger) -> [[ReportSnapshot]] {
    switch type {
    case "member":
      return ledger.members.keys.sorted().map { id in
        (ledger.members[id] ?? []).map {
          ReportSnapshot(
            reference: $0.reference, subject: Reference(id.text),
            organization: $0.organization.text, group: $0.group, since: $0.since,
            until: $0.until)
        }
      }
    case "organization":
      return ledger.organizations.keys.sorted().map { id in
        (ledger.organizations[id] ?? []).map {
          ReportSnapshot(
            reference: $0.reference, subject: Reference(id.text), organization: id.text,
            since: $0.since, until: $0.until)
        }
      }
    default:
      return ledger.teams.map {
        [
          ReportSnapshot(
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
