import OrganizationLife
import RecordLog

/// A report made for an organisation and a period.
public struct Report: Sendable {
  /// The entry of the catalogue.
  public var definition: ReportDefinition
  /// For which organisation and all below it; nil for everything in the store.
  public var organization: OrganizationIdentifier?
  /// For which period.
  public var period: Period
  /// Nothing dated after this day is looked at.
  public var day: Day
  /// In the catalogue's order.
  public var lines: [ReportLine]

  /// The line with that id.
  public func line(_ id: String) -> ReportLine? { lines.first { $0.definition.id == id } }

  /// The lines meant by a name: the one with that id, else those with that title.
  public func lines(named name: String) -> [ReportLine] {
    line(name).map { [$0] } ?? lines.filter { $0.definition.title == name }
  }

  /// The days looked at; nil when the period begins after the day asked for.
  public var days: ClosedRange<Day>? { period.days(upTo: day) }
}

extension Archive {
  /// The fields that hold the day, month or period that a record is about, one of them for each type.
  public static let dayFields = ["Date", "Opened", "Since", "Period", "Month"]

  /// Records by the days that they are about, those without one last; of one day as they came.
  public func byDay(_ references: [Reference]) -> [Reference] {
    let days = references.map { reference in
      let record = record(reference)
      return Self.dayFields.lazy.compactMap { record?.first($0) }.first ?? "~"
    }
    return references.indices.sorted { (days[$0], $0) < (days[$1], $1) }.map { references[$0] }
  }
}

/// A line of a report with its number and what is behind it.
public struct ReportLine: Sendable {
  /// The entry of the catalogue.
  public var definition: ReportLineDefinition
  /// Its number; nil where there is none (a share of nothing).
  public var number: ReportNumber?
  /// The records behind it, and the snapshots of members and organisations.
  public var evidence: [Reference]
  /// 上年同期: the number of the same period a year before, up to the same day.
  public var previous: ReportNumber?
  /// What was planned, and the plans; nil when nothing was.
  public var plan: ReportNumber?
  /// The plans.
  public var plans: [Reference]
  /// Why its number cannot be right; nil when it can.
  public var doubt: ReportDoubt?
}

/// Why a number cannot be right by the bounds that its line gives.
public enum ReportDoubt: Hashable, Sendable {
  /// More than could be.
  case above(most: ReportNumber)
  /// Fewer than there must be.
  case below(least: ReportNumber)
}

extension Period {
  /// Its days up to a day; nil when it begins later.
  func days(upTo day: Day) -> ClosedRange<Day>? {
    first <= min(last, day) ? first...min(last, day) : nil
  }

  /// What kind of period it is; nil for a stretch of days without a name.
  public var frequency: Frequency? {
    Frequency.allCases.first { Period($0, containing: first) == self }
  }

  /// The same period a year before.
  public var yearBefore: Period {
    if let frequency {
      if frequency == .week {
        return Period(.week, containing: first.adding(days: -364))
      }
      return Period(frequency, containing: first.adding(years: -1))
    }
    return Period(first.adding(years: -1)...last.adding(years: -1))
  }

  /// The day up to which the year before is looked at: the same day of it, in a week the same day
  /// of the week.
  func dayBefore(_ day: Day) -> Day {
    frequency == .week ? day.adding(days: -364) : day.adding(years: -1)
  }

  /// The periods of a kind that end in this one, in order.
  public func parts(_ frequency: Frequency) -> [Period] {
    var found: [Period] = []
    var part = Period(frequency, containing: first)
    while part.last <= last {
      found.append(part)
      part = Period(frequency, containing: part.last.adding(days: 1))
    }
    return found
  }
}

extension Archive {
  /// Makes a report; see `ReportMaker`.
  public func report(
    _ definition: ReportDefinition, for organization: OrganizationIdentifier?, in period: Period,
    on day: Day
  ) -> Report {
    ReportMaker(self, on: day).report(definition, for: organization, in: period)
  }
}

/// Makes reports as they stand on a day.
///
/// - A record belongs to the organisation that it names and to all that this stood under on the
///   record's own day; before an organisation's first snapshot counts that one.
/// - It belongs to the period that holds its day (see `ReportDay`); records dated after the day
///   asked for are not looked at. An activity in batches belongs to the period of its first
///   sitting, with all sittings.
/// - A matter reads as its newest record says; one closed after the last day looked at reads as
///   办理中, without what came of it.
/// - Lines are those that the catalogue has on the last day looked at, for the year before too.
public struct ReportMaker: Sendable {
  /// What is read.
  public let archive: Archive
  /// Nothing dated after this day is looked at.
  public let day: Day
  /// The catalogue's reports.
  public let catalog: ReportCatalog
  let batches: ReportBatches

  /// A maker for a day.
  public init(_ archive: Archive, on day: Day) {
    self.archive = archive
    self.day = day
    catalog = archive.reports
    batches = ReportBatches(archive.ledger)
  }

  /// Makes a report for an organisation and all below it, or for everything.
  public func report(
    _ definition: ReportDefinition, for organization: OrganizationIdentifier?, in period: Period
  ) -> Report {
    let shown = lines(of: definition, in: period)
    let sight = ReportSight(self, lines(neededBy: shown, in: period), [organization])
    let now = ReportLook(sight, .one(organization), period, upTo: day).values()
    let before = ReportLook(
      sight, .one(organization), period.yearBefore, upTo: period.dayBefore(day)
    ).values()
    let plans = ReportPlans(archive, organization, period)
    let lines = shown.map { line in
      let value = now[line.id]
      let planned = line.plan.flatMap { plans.sum(of: $0) }
      return ReportLine(
        definition: line, number: value?.number, evidence: value?.evidence ?? [],
        previous: before[line.id]?.number, plan: planned?.number, plans: planned?.plans ?? [],
        doubt: doubt(line, now, in: period))
    }
    return Report(
      definition: definition, organization: organization, period: period, day: day, lines: lines)
  }

  /// The lines of a report as the catalogue has them for a period.
  public func lines(of definition: ReportDefinition, in period: Period) -> [ReportLineDefinition] {
    catalog.lines(of: definition, on: max(period.first, min(period.last, day)))
  }

  /// One line for an organisation and several periods, each: its number and the records behind it.
  public func values(
    of line: ReportLineDefinition, for organization: OrganizationIdentifier?,
    in periods: [Period]
  ) -> [(number: ReportNumber?, evidence: [Reference])] {
    var sight: ReportSight?
    return periods.map { period in
      let needed = self.sight(lines(neededBy: [line], in: period), [organization], &sight)
      let value = ReportLook(needed, .one(organization), period, upTo: day).values()[line.id]
      return (value?.number, value?.evidence ?? [])
    }
  }

  /// The number of one line in a period for each of several organisations, looked at together; nil
  /// in a period that has not begun.
  public func numbers(
    of line: ReportLineDefinition, forEach places: [OrganizationIdentifier], in periods: [Period]
  ) -> [OrganizationIdentifier: [ReportNumber?]] {
    var sight: ReportSight?
    var numbers: [OrganizationIdentifier: [ReportNumber?]] = [:]
    for period in periods {
      let needed = self.sight(lines(neededBy: [line], in: period), places, &sight)
      let values = ReportLook(needed, .each(places), period, upTo: day).valuesOfEach()
      for place in places { numbers[place, default: []].append(values[place]?[line.id]?.number) }
    }
    return numbers
  }

  /// The numbers of every line of a report in several periods, by the line's id; nil in those that
  /// have not begun and where there was no such line.
  public func series(
    _ definition: ReportDefinition, for organization: OrganizationIdentifier?, in periods: [Period]
  ) -> [String: [ReportNumber?]] {
    var sight: ReportSight?
    var series: [String: [ReportNumber?]] = [:]
    for (position, period) in periods.enumerated() where period.first <= day {
      let shown = lines(of: definition, in: period)
      let needed = self.sight(lines(neededBy: shown, in: period), [organization], &sight)
      let values = ReportLook(needed, .one(organization), period, upTo: day).values()
      for line in shown {
        var numbers = series[line.id] ?? Array(repeating: nil, count: periods.count)
        numbers[position] = values[line.id]?.number
        series[line.id] = numbers
      }
    }
    return series
  }

  /// What those lines look at: what was read for the period before, where the lines are the same.
  private func sight(
    _ lines: [ReportLineDefinition], _ places: [OrganizationIdentifier?],
    _ last: inout ReportSight?
  ) -> ReportSight {
    if let last, last.lines == lines { return last }
    let sight = ReportSight(self, lines, places)
    last = sight
    return sight
  }

  /// Lines with all that they name, in the catalogue's order.
  private func lines(
    neededBy lines: [ReportLineDefinition], in period: Period
  ) -> [ReportLineDefinition] {
    let held = catalog.lines.filter {
      $0.validity.contains(max(period.first, min(period.last, day)))
    }
    var wanted = Set(lines.map(\.id))
    for line in held.reversed() where wanted.contains(line.id) {
      wanted.formUnion(line.measure.lines)
      wanted.formUnion(line.most?.lines ?? [])
      wanted.formUnion(line.least?.lines ?? [])
    }
    return held.filter { wanted.contains($0.id) }
  }

  private func doubt(
    _ line: ReportLineDefinition, _ values: [String: ReportValue], in period: Period
  ) -> ReportDoubt? {
    guard let number = values[line.id]?.number, let days = period.days(upTo: day) else {
      return nil
    }
    func product(_ bound: ReportBound) -> ReportNumber? {
      var product = ReportNumber(1)
      for factor in bound.factors {
        switch factor {
        case .number(let number): product = product * number
        case .line(let id):
          guard let number = values[id]?.number else { return nil }
          product = product * number
        case .periods(let frequency):
          product = product * ReportNumber(days.count(of: frequency))
        }
      }
      return product
    }
    if let most = line.most.flatMap(product), number.thousandths > most.thousandths {
      return .above(most: most)
    }
    if let least = line.least.flatMap(product), number.thousandths < least.thousandths {
      return .below(least: least)
    }
    return nil
  }
}

extension ClosedRange<Day> {
  /// How many periods of a kind these days touch.
  fileprivate func count(of frequency: Frequency) -> Int {
    var count = 0
    var day = lowerBound
    while day <= upperBound {
      count += 1
      day = Period(frequency, containing: day).last.adding(days: 1)
    }
    return count
  }
}

/// What lines look at, whatever the period: read once for all that are asked for together.
struct ReportSight: Sendable {
  let maker: ReportMaker
  let lines: [ReportLineDefinition]
  /// All that ever stood under the organisations looked at; nil for everything.
  let candidates: Set<OrganizationIdentifier>?
  /// The records that hold of the types that lines look at by a day of their own.
  let stored: [String: [FoldedRecord]]
  /// The snapshots of each member, organisation or team, by type.
  let snapshots: [String: [[ReportSnapshot]]]

  /// - Parameter places: whom it is about; with nil among them everything.
  init(
    _ maker: ReportMaker, _ lines: [ReportLineDefinition], _ places: [OrganizationIdentifier?]
  ) {
    self.maker = maker
    self.lines = lines
    let known = places.compactMap { $0 }
    let candidates =
      known.count == places.count ? maker.archive.ledger.placesEver(under: known) : nil
    self.candidates = candidates
    let ordered = candidates?.sorted()
    var stored: [String: [FoldedRecord]] = [:]
    for line in lines where line.measure.isOfRecords {
      guard let source = line.source, stored[source.type] == nil,
        source.type != "activity" || line.day != .usual,
        source.type != "member", source.type != "organization"
      else { continue }
      // What has a day of its own is put in order by that.
      stored[source.type] =
        source.isOfPeriod
        ? maker.archive.folded(type: source.type, in: ordered)
        : maker.archive.foldedUnordered(
          type: source.type, in: ordered, everyStep: source.type == "procedure")
    }
    self.stored = stored
    var snapshots: [String: [[ReportSnapshot]]] = [:]
    for line in lines where line.measure.isOfRecords {
      guard let source = line.source, source.isState, snapshots[source.type] == nil else {
        continue
      }
      var fields: WantedFields = []
      fields.insert(lines.filter { $0.source == source }.compactMap(\.day.field))
      snapshots[source.type] = ReportSnapshot.all(source.type, maker.archive, daysIn: fields)
    }
    self.snapshots = snapshots
  }
}

/// What a line comes to.
struct ReportValue: Sendable {
  var number: ReportNumber?
  var evidence: [Reference]
}

/// What was planned for a period: plans whose own period lies in it.
private struct ReportPlans {
  private var plans: [FoldedRecord]

  init(_ archive: Archive, _ organization: OrganizationIdentifier?, _ period: Period) {
    let places = organization.map { archive.ledger.placesEver(under: [$0]).sorted() }
    plans = archive.folded(type: "plan", in: places).filter { plan in
      guard let own = plan.first("Period").flatMap({ Period($0) }) else { return false }
      return period.first <= own.first && own.last <= period.last
        && archive.ledger.stands(plan.first("Organization"), under: organization, on: own.first)
    }
  }

  /// The numbers of those selected; a plan without one is for once. Nil when there is none.
  func sum(of selection: Selection) -> (number: ReportNumber, plans: [Reference])? {
    let found = plans.filter { selection.selects($0) }
    guard !found.isEmpty else { return nil }
    let numbers = found.map { $0.first("Number").flatMap { ReportNumber($0) } ?? ReportNumber(1) }
    return (numbers.reduce(ReportNumber(0), +), found.map(\.reference))
  }
}

extension Ledger {
  /// Whether an organisation is another one or stood somewhere under it on a day. Before its first
  /// snapshot counts that one, after its end its last; nil stands above everything.
  func stands(
    _ id: String?, under superior: OrganizationIdentifier?, on day: Day
  ) -> Bool {
    guard let superior else { return true }
    var next = id.flatMap { OrganizationIdentifier($0) }
    var seen: Set<OrganizationIdentifier> = []
    while let id = next, seen.insert(id).inserted {
      if id == superior { return true }
      next = snapshot(of: id, near: day)?.parent
    }
    return false
  }

  /// An organisation as it stood on a day; before its first snapshot that one, after its end its
  /// last.
  func snapshot(of id: OrganizationIdentifier, near day: Day) -> Organization? {
    let snapshots = organizations[id] ?? []
    return snapshots.last { $0.since <= day } ?? snapshots.first
  }
}

/// The days on which meetings held in batches began, by each of their sittings.
struct ReportBatches: Sendable {
  struct Batch: Sendable {
    var began: Day
    var first: Reference
  }

  private var batches: [Reference: Batch] = [:]

  init(_ ledger: Ledger) {
    let sittings = ledger.activities.filter { !$0.sitting.isEmpty }
    for meeting in Meeting.gather(sittings) {
      guard let first = meeting.sittings.first else { continue }
      for sitting in meeting.sittings {
        batches[sitting.reference] = Batch(began: first.date, first: first.reference)
      }
    }
  }

  /// The meeting that a sitting belongs to; itself when it is one.
  func batch(of activity: Activity) -> Batch {
    batches[activity.reference] ?? Batch(began: activity.date, first: activity.reference)
  }
}
