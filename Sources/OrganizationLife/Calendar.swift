/// What a line of the calendar is about.
public enum CalendarOccasion: Hashable, Sendable {
  /// 应办: the last day of a period in which something is still to be held, or was not.
  case owed(DueLine)
  /// 待落实: an open matter is due.
  case matter(Matter)
  /// The latest day of a procedure's step.
  case step(StepAhead, of: ProcedureStanding)
  /// A step that repeats is due again (半年考察).
  case repetition(StepClock, of: ProcedureStanding)
  /// 任期届满, extensions included.
  case termEnds(TermStanding)
  /// 预备期满
  case probationEnds(Probation)
  /// 政治生日
  case politicalBirthday(PoliticalBirthday)
  /// 计划: planned for a day, or by the last day of a week or month; and whether the records can
  /// say that it was not carried out, as they can of a kind of activity.
  case plan(Plan, isWatched: Bool)

  /// Where it stands among others of its day and organisation.
  fileprivate var order: Int {
    switch self {
    case .owed: 0
    case .plan: 1
    case .matter: 2
    case .step: 3
    case .repetition: 4
    case .termEnds: 5
    case .probationEnds: 6
    case .politicalBirthday: 7
    }
  }
}

/// One line of the calendar.
public struct CalendarItem: Hashable, Sendable {
  /// The day on which it stands.
  public var day: Day
  /// Whose it is.
  public var organization: OrganizationIdentifier
  /// What it is.
  public var occasion: CalendarOccasion

  /// A line.
  public init(day: Day, organization: OrganizationIdentifier, occasion: CalendarOccasion) {
    self.day = day
    self.organization = organization
    self.occasion = occasion
  }

  /// Whether its day has passed and it is not done. A birthday is never late, nor a plan of which
  /// nobody can say whether it was carried out.
  public func isOverdue(on today: Day) -> Bool {
    switch occasion {
    case .politicalBirthday, .plan(_, isWatched: false): false
    default: day < today
    }
  }

  /// What it is known by, the same on whatever day the calendar is asked for and, where it is one
  /// record's, when its day is moved.
  public var key: String {
    switch occasion {
    case .owed(let line): "owed \(organization) \(line.obligation.id) \(line.period)"
    case .matter(let matter): "matter \(matter.reference.text)"
    case .step(let step, let standing):
      "step \(organization) \(standing.kind.id) \(standing.subject) \(step.step.id)"
    case .repetition(let clock, let standing):
      "step \(organization) \(standing.kind.id) \(standing.subject) \(clock.step.id) \(clock.due)"
    case .termEnds(let standing): "term \(organization) \(standing.term.elected)"
    case .probationEnds(let probation): "probation \(probation.member.id)"
    case .politicalBirthday(let birthday): "birthday \(birthday.member.id) \(birthday.years)"
    case .plan(let plan, _): "plan \(plan.origin.text)"
    }
  }

  /// Whom it is about.
  public var person: Person? {
    switch occasion {
    case .step(_, let standing), .repetition(_, let standing):
      standing.subject.id == nil ? nil : standing.subject
    case .probationEnds(let probation): probation.member.person
    case .politicalBirthday(let birthday): birthday.member.person
    case .owed, .matter, .termEnds, .plan: nil
    }
  }
}

extension Ledger {
  /// What falls on some days for organisations of today, each without those below it: deadlines of
  /// what is owed, of matters, of steps in procedures, terms and probations that end, political
  /// birthdays, dated plans. By day, then in the order of the organisations.
  ///
  /// Of days that have passed it says what is still open; of periods to come, what they will ask
  /// for.
  public func calendar(
    of places: [Organization], in days: Period, on today: Day, catalog: Catalog
  ) -> [CalendarItem] {
    var found: [CalendarItem] = []
    for place in places {
      found += owedItems(catalog.obligations, of: place, in: days, on: today)
      if let standing = termStanding(of: place, on: today, catalog: catalog),
        days.contains(standing.ends)
      {
        found.append(
          CalendarItem(
            day: standing.ends, organization: place.id, occasion: .termEnds(standing)))
      }
      if place.level.isBranch { found += memberItems(of: place, in: days, on: today) }
    }
    found += matterItems(of: places, in: days, on: today)
    found += stepItems(of: places, in: days, on: today, catalog: catalog)
    found += planItems(of: places, in: days, on: today, catalog: catalog)
    return CalendarItem.sorted(found, places: places)
  }

  private func owedItems(
    _ obligations: [Obligation], of place: Organization, in days: Period, on today: Day
  ) -> [CalendarItem] {
    let candidates = obligations.filter { $0.levels.contains(place.level) }
    guard !candidates.isEmpty else { return [] }
    // The longest period, the year, holds all others but a week that began before it.
    let earliest = Period(.year, containing: days.first).first.adding(days: -Meeting.span)
    let meetings =
      earliest <= today ? Meeting.gather(activities(of: place.id, in: earliest...today)) : []
    var sizes: [Day: Int] = [:]
    var found: [CalendarItem] = []
    for obligation in candidates {
      var period = Period(obligation.frequency, containing: days.first)
      while period.last <= days.last {
        defer { period = Period(obligation.frequency, containing: period.last.adding(days: 1)) }
        // Before its days begin a period is judged as it will stand on its first.
        let day = max(period.first, min(period.last, today))
        guard days.contains(period.last), let own = organization(place.id, on: day),
          let line = line(
            of: obligation, in: period, asOf: day, for: own, among: meetings,
            fullMembers: {
              if let size = sizes[day] { return size }
              let size = fullMembers(of: place.id, on: day).count
              sizes[day] = size
              return size
            }),
          line.missing > 0
        else { continue }
        found.append(
          CalendarItem(day: period.last, organization: place.id, occasion: .owed(line)))
      }
    }
    return found
  }

  private func memberItems(
    of branch: Organization, in days: Period, on today: Day
  ) -> [CalendarItem] {
    let birthdays = politicalBirthdays(in: days, of: branch.id).map { birthday in
      CalendarItem(
        day: birthday.date, organization: branch.id, occasion: .politicalBirthday(birthday))
    }
    let ends = probations(on: today, of: branch.id).filter {
      $0.decided == nil && days.contains($0.ends)
    }.map { probation in
      CalendarItem(
        day: probation.ends, organization: branch.id, occasion: .probationEnds(probation))
    }
    return birthdays + ends
  }

  private func matterItems(
    of places: [Organization], in days: Period, on today: Day
  ) -> [CalendarItem] {
    let asked = Set(places.map(\.id))
    let settled = SettledSources(self)
    var open = matters.filter {
      $0.isOpen && $0.opened <= today && asked.contains($0.organization)
    }
    for place in places {
      for activity in activities(of: place.id) where activity.date <= today {
        guard activity.items.contains(where: { $0.due != nil }) else { continue }
        open += resolutions(of: activity).filter { !settled.holds($0) }
      }
    }
    return open.compactMap { matter in
      guard let due = matter.due, days.contains(due) else { return nil }
      return CalendarItem(day: due, organization: matter.organization, occasion: .matter(matter))
    }
  }

  private func stepItems(
    of places: [Organization], in days: Period, on today: Day, catalog: Catalog
  ) -> [CalendarItem] {
    let kinds = catalog.procedures.filter { $0.validity.contains(today) }
    return kinds.flatMap { standings(of: $0, at: places, on: today) }.filter { !$0.isFinished }
      .flatMap { standing -> [CalendarItem] in
        let steps = standing.ahead.compactMap { step -> CalendarItem? in
          guard let latest = step.latest, days.contains(latest) else { return nil }
          return CalendarItem(
            day: latest, organization: standing.organization,
            occasion: .step(step, of: standing))
        }
        let clocks = standing.clocks.filter { days.contains($0.due) }.map { clock in
          CalendarItem(
            day: clock.due, organization: standing.organization,
            occasion: .repetition(clock, of: standing))
        }
        return steps + clocks
      }
  }

  private func planItems(
    of places: [Organization], in days: Period, on today: Day, catalog: Catalog
  ) -> [CalendarItem] {
    let asked = Set(places.map(\.id))
    return plans.compactMap { plan in
      guard asked.contains(plan.organization), let date = plan.date, days.contains(date) else {
        return nil
      }
      let isWatched = catalog.kinds.contains { $0.id == plan.kind }
      if isWatched, isDone(plan, on: today) { return nil }
      return CalendarItem(
        day: date, organization: plan.organization,
        occasion: .plan(plan, isWatched: isWatched))
    }
  }

  /// Whether a plan for a kind of activity was carried out in its period, as often as planned.
  private func isDone(_ plan: Plan, on today: Day) -> Bool {
    guard plan.period.first <= today else { return false }
    let held = Meeting.gather(
      activities(of: plan.organization, in: plan.period.first...min(plan.period.last, today)))
    return held.count { $0.counts(asAnyOf: [plan.kind]) } >= max(1, plan.number ?? 1)
  }
}

extension CalendarItem {
  /// By day, then in the order of the organisations, then by what they are.
  public static func sorted(_ items: [CalendarItem], places: [Organization]) -> [CalendarItem] {
    let order = Dictionary(
      places.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let keyed = items.map { item in
      (item: item, place: order[item.organization] ?? places.count, key: item.key)
    }
    return keyed.sorted { a, b in
      (a.item.day, a.place, a.item.occasion.order, a.key)
        < (b.item.day, b.place, b.item.occasion.order, b.key)
    }.map(\.item)
  }
}
