/// 应/已/欠: what one organisation owes in one period by one obligation.
public struct DueLine: Hashable, Sendable {
  /// Who owes it.
  public var organization: OrganizationIdentifier
  /// By which entry of the catalogue.
  public var obligation: Obligation
  /// The period that holds the day asked for.
  public var period: Period
  /// How often in the period.
  public var required: Int
  /// How often it was held up to the day asked for; sittings of one meeting count once.
  public var done: Int
  /// What is still missing, never below 0.
  public var missing: Int
  /// By when: the last day of the period while something is missing, else that of the next one.
  public var next: Day
  /// The records that count.
  public var evidence: [Reference]

  /// The same of a period that still runs: it asks for no more than was held of it so far.
  public var heldSoFar: DueLine {
    var line = self
    line.required = min(required, done)
    line.missing = 0
    return line
  }

  /// A line.
  public init(
    organization: OrganizationIdentifier, obligation: Obligation, period: Period, required: Int,
    done: Int, evidence: [Reference]
  ) {
    self.organization = organization
    self.obligation = obligation
    self.period = period
    self.required = required
    self.done = done
    self.evidence = evidence
    missing = max(0, required - done)
    next =
      missing > 0
      ? period.last
      : Period(obligation.frequency, containing: period.last.adding(days: 1)).last
  }
}

extension Obligation {
  /// Whether it is owed only with so many full members, or with fewer.
  var dependsOnSize: Bool { fullMembersAtLeast != nil || fullMembersBelow != nil }
}

extension DueLine {
  /// Whether it is time to remind on a day: something is missing, and the 25th of the period's
  /// last month has come. A week is too short to remind in.
  public func isReminded(on day: Day) -> Bool {
    guard missing > 0, obligation.frequency != .week else { return false }
    return Period(.month, containing: period.last).first.adding(days: 24) <= day
      && day <= period.last
  }
}

extension Ledger {
  /// Every organisation of a day in the order of the tree: each followed by what is below it,
  /// siblings by id. One whose superior is not there stands as a root.
  public func tree(on day: Day) -> [Organization] {
    let all = organizations(on: day)
    let known = Set(all.map(\.id))
    let byParent = Dictionary(grouping: all) { organization in
      organization.parent.flatMap { known.contains($0) ? $0 : nil }
    }
    var found: [Organization] = []
    var seen: Set<OrganizationIdentifier> = []
    func visit(_ organization: Organization) {
      guard seen.insert(organization.id).inserted else { return }
      found.append(organization)
      for child in byParent[organization.id] ?? [] { visit(child) }
    }
    for root in byParent[nil] ?? [] { visit(root) }
    // Superiors that point at each other have no root; nothing may be lost for that.
    for organization in all { visit(organization) }
    return found
  }

  /// What is owed on a day by an organisation and everything below it, or by all; in tree order,
  /// then in the catalogue's.
  ///
  /// A frequency asks something of a whole period, so an obligation is owed only if both it and
  /// the organisation were there on the period's first day; an entry that begins, or a branch
  /// that is founded, in mid-quarter owes from the next quarter on. Size (正式党员) is that of
  /// the day asked for.
  public func due(
    _ obligations: [Obligation], on day: Day, under organization: OrganizationIdentifier?
  ) -> [DueLine] {
    let asked = organization.map { descendants(of: $0, on: day) } ?? tree(on: day)
    return asked.flatMap { due(obligations, on: day, for: $0) }
  }

  /// What one organisation owes on a day, without those below it, in the catalogue's order.
  public func due(
    _ obligations: [Obligation], on day: Day, for organization: Organization
  ) -> [DueLine] {
    let candidates = obligations.filter { $0.levels.contains(organization.level) }
    guard !candidates.isEmpty else { return [] }
    let fullMembers =
      candidates.contains { $0.dependsOnSize }
      ? self.fullMembers(of: organization.id, on: day).count : 0
    // The longest period, the year, holds all others but a week that began before it.
    let earliest = Period(.year, containing: day).first.adding(days: -Meeting.span)
    let meetings = Meeting.gather(activities(of: organization.id, in: earliest...day))
    return candidates.compactMap { obligation in
      line(
        of: obligation, in: Period(obligation.frequency, containing: day), asOf: day,
        for: organization, among: meetings
      ) { fullMembers }
    }
  }

  /// What one obligation asks of an organisation of its level in a period, as on a day in it; nil
  /// when it asks nothing, and where what would fulfil it is not to be read. `meetings` are those of
  /// the organisation around the period; how many full members it has is asked only where that
  /// decides.
  func line(
    of obligation: Obligation, in period: Period, asOf day: Day, for organization: Organization,
    among meetings: [Meeting], fullMembers: () -> Int
  ) -> DueLine? {
    guard obligation.validity.contains(period.first),
      self.organization(organization.id, on: period.first) != nil
    else { return nil }
    if obligation.dependsOnSize {
      let size = fullMembers()
      guard obligation.fullMembersAtLeast.map({ size >= $0 }) ?? true,
        obligation.fullMembersBelow.map({ size < $0 }) ?? true
      else { return nil }
    }
    let candidates =
      obligation.lecturer == nil
      ? meetings
      : lectures(
        obligation, of: organization, in: period.first.adding(days: -Meeting.span)...day)
    // A sitting of later days does not make good what a period asked for.
    let held = candidates.filter { $0.date.map(period.contains) ?? false }
      .compactMap { $0.held(by: day) }.filter { meeting in
        meeting.counts(asAnyOf: obligation.kinds)
          && (obligation.item.map(meeting.hasItem) ?? true)
      }
    if obligation.isRestricted, held.count < obligation.times,
      mayHide(obligation, of: organization, on: day)
    {
      return nil
    }
    return DueLine(
      organization: organization.id, obligation: obligation, period: period,
      required: obligation.times, done: held.count, evidence: held.flatMap(\.evidence))
  }

  /// Whether what fulfils an obligation may stand where it cannot be read.
  private func mayHide(
    _ obligation: Obligation, of organization: Organization, on day: Day
  ) -> Bool {
    guard !unreadablePlaces.isEmpty else { return false }
    let places =
      obligation.lecturer == nil
      ? [organization.id] : descendants(of: organization.id, on: day).map(\.id)
    return !unreadablePlaces.isDisjoint(with: places)
  }

  /// The meetings of an organisation and everything below it that were given by who held the post
  /// asked for in it on their day.
  private func lectures(
    _ obligation: Obligation, of organization: Organization, in days: ClosedRange<Day>
  ) -> [Meeting] {
    let held = descendants(of: organization.id, on: days.upperBound).flatMap { place in
      Meeting.gather(
        activities(of: place.id, in: days).filter { !$0.lecturers.isEmpty || !$0.sitting.isEmpty })
    }
    return held.filter { meeting in
      meeting.sittings.contains { sitting in
        guard !sitting.lecturers.isEmpty else { return false }
        let officers = self.organization(organization.id, on: sitting.date)?.officers ?? []
        return officers.contains { officer in
          sitting.lecturers.contains { $0.isSame(as: officer.person) }
            && officer.holds(obligation.lecturer ?? "")
        }
      }
    }
  }

  /// The full members (正式党员) of an organisation on a day.
  public func fullMembers(of id: OrganizationIdentifier, on day: Day) -> [Member] {
    allPartyMembers(of: id, on: day).filter { $0.status == .full }
  }
}
