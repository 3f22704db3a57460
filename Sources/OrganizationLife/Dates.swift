/// Something that falls on a day of a month.
public enum DateOccasion: Hashable, Sendable {
  /// 政治生日: the how-manieth.
  case politicalBirthday(years: Int)
  /// 预备期满
  case probationEnds
  /// 任期届满, extensions included.
  case termEnds

  /// Whether it is a birthday.
  public var isBirthday: Bool {
    if case .politicalBirthday = self { true } else { false }
  }
}

/// One line of the dates of a month.
public struct DateLine: Hashable, Sendable {
  /// The day.
  public var date: Day
  /// The member; nil when it is the organisation's own.
  public var member: Member?
  /// Whose it is.
  public var organization: OrganizationIdentifier
  /// What it is.
  public var occasion: DateOccasion
}

extension Ledger {
  /// What falls into a month, of an organisation and everything below it, by date: political
  /// birthdays with their number, probations and terms that end.
  public func dates(
    in month: Period, under organization: OrganizationIdentifier, on day: Day, catalog: Catalog
  ) -> [DateLine] {
    var found = politicalBirthdays(in: month, of: organization).map { birthday in
      DateLine(
        date: birthday.date, member: birthday.member,
        organization: birthday.member.organization,
        occasion: .politicalBirthday(years: birthday.years))
    }
    found += probations(on: day, of: organization).filter {
      month.contains($0.ends) && $0.decided == nil
    }.map {
      DateLine(
        date: $0.ends, member: $0.member, organization: $0.member.organization,
        occasion: .probationEnds)
    }
    for place in descendants(of: organization, on: day) {
      guard let standing = termStanding(of: place, on: day, catalog: catalog),
        month.contains(standing.ends)
      else { continue }
      found.append(
        DateLine(
          date: standing.ends, member: nil, organization: place.id, occasion: .termEnds))
    }
    return found.enumerated().sorted { a, b in
      (a.element.date, a.offset) < (b.element.date, b.offset)
    }.map(\.element)
  }

  /// The dues of everybody on the roll of an organisation and below it, in tree order; empty where
  /// none are recorded or may be read.
  public func duesStandings(
    under organization: OrganizationIdentifier, on day: Day
  ) -> [DuesStanding] {
    descendants(of: organization, on: day).filter(\.level.isBranch).flatMap { place in
      roll(of: place.id, on: day).compactMap { duesStanding(of: $0.id, on: day) }
    }
  }
}

extension DuesStanding {
  /// The last month before which nothing is unpaid; nil when the first one is.
  public var paidThrough: Period? { months.prefix { $0.paid != nil }.last?.month }
}

extension DuesMonth {
  /// `0.5%`; nil without a base.
  public var rateText: String? {
    base.map { base in
      let perMille = Dues.perMille(base: base, isRetired: isRetired)
      return perMille % 10 == 0 ? "\(perMille / 10)%" : "\(perMille / 10).\(perMille % 10)%"
    }
  }
}

extension Proposal {
  /// By when it is due; nil when it has no day.
  public var due: Day? {
    switch self {
    case .openResolution(let matter): matter.due
    case .step(_, let step): step.latest
    case .review(_, let clock): clock.due
    case .vacancy(let vacancy): vacancy.due
    case .endedProbation(let probation): probation.ends
    case .endingTerm(let term): term.ends
    case .owed(let line): line.period.last
    case .preset, .makeUps, .birthdays: nil
    }
  }
}

extension Ledger {
  /// The organisations of a day that have none above them, by id.
  public func roots(on day: Day) -> [OrganizationIdentifier] {
    let all = organizations(on: day)
    let known = Set(all.map(\.id))
    return all.filter { $0.parent.map { !known.contains($0) } ?? true }.map(\.id)
  }
}
