/// Something that an inspection of a year would ask about.
public enum InspectionFinding: Hashable, Sendable {
  /// Owed in a period and not held, the period over or nearly so (应开未开).
  case owed(DueLine)
  /// A record lacks what a complete one has, or several things.
  case gaps([Gap], Activity)
  /// A record says what cannot be so.
  case fault(ActivityFault, Activity)
  /// The talks of the year do not cover what 支部条例第十九条 asks.
  case talks(TalkCoverage)
  /// What a rule says.
  case warning(Warning)
  /// A record says what can hardly be so.
  case doubt(DoubtfulRecord)
}

/// One line of 迎检自查: what is owed, lacking or against a rule in a year, each with its article.
public struct InspectionLine: Hashable, Sendable {
  /// Whose it is.
  public var organization: OrganizationIdentifier
  /// Whom it is about; nil when it is about no single member.
  public var member: MemberIdentifier?
  /// The day of the record, or the last one of the period; nil for what has none of its own.
  public var day: Day?
  /// What it is.
  public var finding: InspectionFinding

  /// A line.
  public init(
    organization: OrganizationIdentifier, member: MemberIdentifier?, day: Day?,
    finding: InspectionFinding
  ) {
    self.organization = organization
    self.member = member
    self.day = day
    self.finding = finding
  }

  /// The records that show it.
  public var evidence: [Reference] {
    switch finding {
    case .owed(let line): line.evidence
    case .gaps(_, let activity), .fault(_, let activity): [activity.reference]
    case .talks(let coverage): coverage.evidence
    case .warning(let warning): warning.evidence
    case .doubt(let record): [record.reference]
    }
  }

  /// The article behind it and how binding that is.
  public var citation: Citation {
    switch finding {
    case .owed(let line):
      Citation(article: line.obligation.source, level: line.obligation.level)
    case .gaps(let gaps, _): gaps.lazy.compactMap(\.rule).first.map { Citation($0) } ?? .minutes
    case .fault: .minutes
    case .talks: Citation(.talks)
    case .warning(let warning): warning.citation
    case .doubt(let record): record.doubt.citation
    }
  }
}

extension Citation {
  /// What minutes have to contain: found alike in every unit's rules, in no article.
  public static let minutes = Citation(article: "会议记录规范要求", level: .local)
}

extension Gap {
  /// The rule that asks for it; nil for what units ask of minutes by themselves.
  public var rule: Rule? {
    switch self {
    case .voteNotSecret(_, _, .election), .ballotWithoutScrutineer, .ballotWithoutTeller: .ballots
    case .voteNotSecret: .admissionMajority
    case .empty, .unmarked, .absenceWithoutReason, .noItems, .itemWithoutMinutes,
      .headingsWithoutText,
      .itemWithoutResolution, .voteWithoutNumbers, .voteWithoutMethod, .resolutionWithoutDue,
      .resolutionWithoutOwner, .unsigned:
      nil
    }
  }
}

extension Ledger {
  /// 迎检自查: everything of a year that is owed, lacking or against a rule, of an organisation and
  /// everything below it, or of all, as on a day (the year's last, or today in a year that runs).
  ///
  /// In tree order; of each organisation first what is owed, then what rules say of it, then its
  /// records by date, then its members. A period that runs is asked about from the 25th of its
  /// last month on; a year's talks from November on.
  public func inspection(
    of year: Int, under organization: OrganizationIdentifier?, on today: Day, catalog: Catalog
  ) -> [InspectionLine] {
    guard let day = lastDay(of: year, asOf: today) else { return [] }
    return inspection(
      of: year, at: organization.map { descendants(of: $0, on: day) } ?? tree(on: day), on: today,
      catalog: catalog)
      + inspection(ofGroup: organization, on: day, catalog: catalog)
  }

  /// Within its branch a group's members are the branch's; asked for by itself it has them. Nothing
  /// for any other organisation.
  package func inspection(
    ofGroup group: OrganizationIdentifier?, on day: Day, catalog: Catalog
  ) -> [InspectionLine] {
    guard let own = group.flatMap({ self.organization($0, on: day) }), own.level == .group,
      let branch = own.parent
    else { return [] }
    return roll(of: branch, on: day).filter { $0.group == own.id }.flatMap { member in
      lines(warnings(about: member.id, on: day, catalog: catalog))
    }
  }

  /// The same of those organisations alone, without what is below them; in their order.
  public func inspection(
    of year: Int, at places: [Organization], on today: Day, catalog: Catalog
  ) -> [InspectionLine] {
    inspection(
      of: year, at: places, on: today, catalog: catalog,
      doubts: doubts(on: today, catalog: catalog, of: Set(places.map(\.id))))
  }

  /// The same with the doubts that there are of those organisations, or of more.
  package func inspection(
    of year: Int, at places: [Organization], on today: Day, catalog: Catalog,
    doubts: [DoubtfulRecord]
  ) -> [InspectionLine] {
    guard let day = lastDay(of: year, asOf: today) else { return [] }
    let whole = Period(.year, containing: day)
    let days = whole.first...day
    // What is dated after today is asked about in the year that runs.
    let doubtful = Dictionary(
      grouping: doubts.filter { record in
        days.contains(record.day) || (year == today.year && record.day > today)
      }, by: \.organization)
    return places.flatMap { place -> [InspectionLine] in
      var found = owed(by: place, in: days, obligations: catalog.obligations).map {
        InspectionLine(
          organization: place.id, member: nil, day: $0.period.last, finding: .owed($0))
      }
      found += lines(warnings(about: place, on: day, catalog: catalog))
      for activity in activities(of: place.id, in: days) {
        let kind = catalog.kind(activity.kind, on: activity.date)
        found += inspection(of: activity, kind: kind)
      }
      found += (doubtful[place.id] ?? []).map { record in
        InspectionLine(
          organization: place.id, member: record.member, day: record.day,
          finding: .doubt(record))
      }
      guard place.level != .group else { return found }
      if place.level.isBranch,
        let talks = talksOpen(of: place, in: days, year: whole, catalog: catalog)
      {
        found.append(
          InspectionLine(
            organization: place.id, member: nil, day: whole.last, finding: .talks(talks)))
      }
      for member in roll(of: place.id, on: day) {
        found += lines(warnings(about: member.id, on: day, catalog: catalog))
      }
      return found
    }
  }

  /// The day as on which a year is looked at: its last, or today while it runs; nil before it.
  public func lastDay(of year: Int, asOf today: Day) -> Day? {
    guard let first = Day(year: year, month: 1, day: 1), first <= today else { return nil }
    return min(Period(.year, containing: first).last, today)
  }

  /// What an organisation owed in the periods of those days that are over, or of which it is time
  /// to remind, by their ends.
  public func owed(
    by organization: Organization, in days: ClosedRange<Day>, obligations: [Obligation]
  ) -> [DueLine] {
    var ends: [Day: [Obligation]] = [:]
    for obligation in obligations where obligation.levels.contains(organization.level) {
      var period = Period(obligation.frequency, containing: days.lowerBound)
      while period.first <= days.upperBound {
        ends[min(period.last, days.upperBound), default: []].append(obligation)
        period = Period(obligation.frequency, containing: period.last.adding(days: 1))
      }
    }
    return ends.keys.sorted().flatMap { day in
      due(ends[day] ?? [], on: day, for: organization).filter { line in
        line.missing > 0
          && (line.period.last <= days.upperBound || line.isReminded(on: days.upperBound))
      }
    }
  }

  /// What one record lacks, what in it cannot be so, and what rules say of how it was held.
  private func inspection(of activity: Activity, kind: ActivityKind?) -> [InspectionLine] {
    func line(_ finding: InspectionFinding) -> InspectionLine {
      InspectionLine(
        organization: activity.organization, member: nil, day: activity.date, finding: finding)
    }
    var found = faults(in: activity, kind: kind).map { line(.fault($0, activity)) }
    found += warnings(in: activity, kind: kind).map { line(.warning($0)) }
    if let kind {
      // What a rule asks for stands apart from what makes a record complete.
      let gaps = gaps(in: activity, kind: kind)
      found += gaps.filter { $0.rule != nil }.map { line(.gaps([$0], activity)) }
      let others = gaps.filter { $0.rule == nil }
      if !others.isEmpty { found.append(line(.gaps(others, activity))) }
    }
    return found
  }

  private func talksOpen(
    of branch: Organization, in days: ClosedRange<Day>, year: Period, catalog: Catalog
  ) -> TalkCoverage? {
    let kinds = catalog.kinds.filter(\.isTalk)
    guard days.upperBound.month >= 11, !kinds.isEmpty,
      canReadTalks(of: branch.id, on: days.upperBound, catalog)
    else { return nil }
    let coverage = talkCoverage(of: branch.id, in: days, catalog: catalog)
    return coverage.done < coverage.required ? coverage : nil
  }

  private func lines(_ warnings: [Warning]) -> [InspectionLine] {
    warnings.map {
      InspectionLine(
        organization: $0.organization, member: $0.member, day: nil, finding: .warning($0))
    }
  }
}

extension Ledger {
  /// What rules say of an 组织生活会 or a 民主评议, where the activity is one.
  public func appraisalWarnings(of activity: Activity, catalog: Catalog) -> [Warning] {
    var found: [Warning] = []
    let kind = catalog.kind(activity.kind, on: activity.date)
    if let kind, kind.isLifeMeeting {
      found += warnings(of: lifeMeeting(activity, catalog: catalog))
    }
    if let kind, kind.isAppraisal,
      let round = appraisalRound(of: activity.organization, on: activity.date, catalog: catalog),
      round.meetings.contains(activity.reference)
    {
      found += warnings(of: round)
    }
    return found
  }
}
