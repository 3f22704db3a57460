/// How far what was asked for is fulfilled.
public enum DutyState: String, CaseIterable, Sendable {
  /// Nothing was asked for.
  case notDue
  /// 已开
  case done
  /// 补录迟: held, and some of it entered late.
  case late
  /// 期内未开: still to be held in a period that runs.
  case open
  /// 欠: not held, and the period is over.
  case owed
}

/// What was asked of one organisation, or of several together, in periods that end in a month.
public struct DutyCell: Hashable, Sendable {
  /// How often something was asked for.
  public var required = 0
  /// How much of this was not held, the period over (欠).
  public var owed = 0
  /// How much of this is still to be held in periods that run.
  public var open = 0
  /// How many of the records that count were entered late.
  public var late = 0

  /// Nothing asked for.
  public init() {}

  /// How it stands: what is owed weighs most, then what is open, then what was entered late.
  public var state: DutyState {
    if required == 0 { return .notDue }
    if owed > 0 { return .owed }
    if open > 0 { return .open }
    return late > 0 ? .late : .done
  }

  /// Both together.
  public static func += (a: inout Self, b: Self) {
    a.required += b.required
    a.owed += b.owed
    a.open += b.open
    a.late += b.late
  }
}

/// What one obligation asked of one organisation in a month.
public struct DutyEntry: Hashable, Sendable {
  /// The obligation's id.
  public var obligation: String
  /// The month in which the period ends, 1–12: what is asked for once in a quarter stands in its
  /// last month.
  public var month: Int
  /// What was asked and held.
  public var cell: DutyCell
}

extension Ledger {
  /// What one organisation owed in each period that ends in a year and has begun, without those
  /// below it; in the catalogue's order, then by period. Of a period that is over everything in it
  /// counts, of one that runs what was held up to today; the same as `due` says on those days.
  public func dueLines(
    _ obligations: [Obligation], in year: Int, for id: OrganizationIdentifier, on today: Day
  ) -> [DueLine] {
    guard let first = Day(year: year, month: 1, day: 1) else { return [] }
    return dueLines(
      obligations, endingIn: first...Period(.year, containing: first).last, for: id, on: today)
  }

  /// The same of the periods that end on some days.
  public func dueLines(
    _ obligations: [Obligation], endingIn days: ClosedRange<Day>, for id: OrganizationIdentifier,
    on today: Day
  ) -> [DueLine] {
    let end = min(days.upperBound, today)
    let levels = Set((organizations[id] ?? []).map(\.level))
    let asked = obligations.filter { !levels.isDisjoint(with: $0.levels) }
    guard days.lowerBound <= end, !asked.isEmpty else { return [] }
    // A year that ends on these days may have begun long before them.
    let first = asked.map { Period($0.frequency, containing: days.lowerBound).first }.min()
    let meetings = Meeting.gather(
      activities(
        of: id, in: (first ?? days.lowerBound).adding(days: -Meeting.span)...end))
    var sizes: [Day: Int] = [:]
    return asked.flatMap { obligation -> [DueLine] in
      var lines: [DueLine] = []
      var period = Period(obligation.frequency, containing: days.lowerBound)
      while period.first <= end, period.last <= days.upperBound {
        let day = min(period.last, today)
        if let place = organization(id, on: day), obligation.levels.contains(place.level) {
          let line = line(
            of: obligation, in: period, asOf: day, for: place, among: meetings
          ) {
            if let size = sizes[day] { return size }
            let size = fullMembers(of: id, on: day).count
            sizes[day] = size
            return size
          }
          if let line { lines.append(line) }
        }
        period = Period(obligation.frequency, containing: period.last.adding(days: 1))
      }
      return lines
    }
  }

  /// The organisations that a year is about, of one with everything below it or of all: those of
  /// its last day (of today while it runs) in the order of the tree, then those that ended before,
  /// as they stood last. One whose superior is not among them stands under `root`.
  public func places(
    under root: OrganizationIdentifier?, in year: Int, asOf today: Day
  ) -> [Organization] {
    guard let day = lastDay(of: year, asOf: today) else { return [] }
    let first = Period(.year, containing: day).first
    var found = root.map { descendants(of: $0, on: day) } ?? tree(on: day)
    var known = Set(found.map(\.id))
    var ended = (root.map { placesEver(under: [$0]).sorted() } ?? organizations.keys.sorted())
      .compactMap { id -> Organization? in
        guard !known.contains(id), organization(id, on: day) == nil,
          let last = organizations[id]?.last(where: { $0.since <= day }),
          let until = last.until, until >= first
        else { return nil }
        return last
      }
    // Parents first.
    while let next = ended.firstIndex(where: {
      $0.id == root || $0.parent.map(known.contains) ?? true
    })
      ?? ended.indices.first
    {
      var place = ended.remove(at: next)
      if place.id != root, !(place.parent.map(known.contains) ?? false) { place.parent = root }
      known.insert(place.id)
      found.append(place)
    }
    return found
  }

  /// The same as entries of a grid.
  public func dutyEntries(
    _ obligations: [Obligation], in year: Int, for id: OrganizationIdentifier, on today: Day
  ) -> [DutyEntry] {
    dueLines(obligations, in: year, for: id, on: today).map { line in
      DutyEntry(
        obligation: line.obligation.id, month: line.period.last.month,
        cell: cell(of: line, on: today))
    }
  }

  /// What a line says in a grid.
  public func cell(of line: DueLine, on today: Day) -> DutyCell {
    var cell = DutyCell()
    cell.required = line.required
    if line.period.last < today { cell.owed = line.missing } else { cell.open = line.missing }
    cell.late = line.evidence.count { activity($0)?.daysLate != nil }
    return cell
  }
}

/// Cells of organisations, each with everything below it.
public enum DutyGrid {
  /// The twelve months of every organisation, of one obligation or of all.
  ///
  /// - Parameters:
  ///   - places: the organisations, parents before what is below them.
  ///   - entries: of each organisation alone.
  ///   - obligation: the id of the one that counts; nil for all.
  public static func sums(
    of places: [Organization], _ entries: [OrganizationIdentifier: [DutyEntry]],
    obligation: String?
  ) -> [OrganizationIdentifier: [DutyCell]] {
    let none = Array(repeating: DutyCell(), count: 12)
    var sums: [OrganizationIdentifier: [DutyCell]] = [:]
    for place in places { sums[place.id] = none }
    // Backwards every organisation is whole before it is added to the one above.
    for place in places.reversed() {
      for entry in entries[place.id] ?? []
      where obligation == nil || entry.obligation == obligation {
        sums[place.id]?[entry.month - 1] += entry.cell
      }
      guard let parent = place.parent, parent != place.id, var above = sums[parent],
        let own = sums[place.id]
      else { continue }
      for month in above.indices { above[month] += own[month] }
      sums[parent] = above
    }
    return sums
  }
}
