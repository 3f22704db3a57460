/// 政治生日: a day on which somebody was admitted so many years before (党章第七条: the day of the
/// branch meeting that took them in; RULES R31, R43).
public struct PoliticalBirthday: Hashable, Sendable {
  /// Whose it is.
  public var member: Member
  /// The day in the month asked for.
  public var date: Day
  /// The how-manieth it is, from 1.
  public var years: Int
}

/// 任期: the term of a committee (支部条例第二十一条, 2018 任期意见).
public struct Term: Hashable, Sendable {
  /// Whose it is.
  public var organization: Organization
  /// The day of the election, from which it runs; those who join later do not change it.
  public var elected: Day
  /// The day on which it is up.
  public var ends: Day

  /// Whole months left on a day: 0 in the last month, -1 in the first after it has run out.
  public func monthsLeft(on day: Day) -> Int {
    day <= ends ? day.wholeMonths(until: ends) : -1 - ends.wholeMonths(until: day)
  }

  /// Whether it has run out.
  public func isOver(on day: Day) -> Bool { ends < day }

  /// Whether the level above should have reminded by now: half a year ahead (R17).
  public func isNear(on day: Day) -> Bool { ends.adding(months: -6) <= day }
}

/// 预备期: the year of probation of a member (党章第七条, 细则第三十二条).
public struct Probation: Hashable, Sendable {
  /// Whose it is, as on the day asked for.
  public var member: Member
  /// The day on which it is up, a prolongation included.
  public var ends: Day
  /// Whether it was prolonged (once, by 6 to 12 months).
  public var isProlonged: Bool
  /// The vote on 转正 or on its end, as an item: `Id#n`.
  public var decided: Reference?

  /// Over, and nothing was decided: 预备期满未讨论转正.
  public func isOverdue(on day: Day) -> Bool { decided == nil && ends < day }
}

extension OrganizationLevel {
  /// The usual term in years: 3 for a branch (villages and communities set 5) and a 总支, 5 for a
  /// committee; none for a temporary branch or a group (支部条例第二十一条, 2018 任期意见).
  public var usualTerm: Int? {
    switch self {
    case .committee, .officesCommittee: 5
    case .generalBranch, .branch, .jointBranch: 3
    case .temporaryBranch, .group: nil
    }
  }
}

extension Ledger {
  /// The political birthdays in a month, or any other period, of the Party members of an
  /// organisation and everything below it, or of all; by date, then by id. The day of admission
  /// itself is none. Someone admitted on 29 February has the 28th in common years.
  public func politicalBirthdays(
    in period: Period, of organization: OrganizationIdentifier?
  ) -> [PoliticalBirthday] {
    let people: [Member]
    if let organization {
      people = allPartyMembers(of: organization, on: period.last)
    } else {
      people = members.keys.sorted().compactMap { member($0, on: period.last) }
        .filter(\.belongsToBody)
    }
    var found: [PoliticalBirthday] = []
    for member in people {
      guard let admitted = member.admitted else { continue }
      for year in period.first.year...period.last.year where year > admitted.year {
        let date = admitted.adding(years: year - admitted.year)
        if period.contains(date) {
          found.append(
            PoliticalBirthday(member: member, date: date, years: year - admitted.year))
        }
      }
    }
    return found.sorted { ($0.date, $0.member.id) < ($1.date, $1.member.id) }
  }

  /// The term of an organisation; nil when it has none or no election is recorded.
  public func term(of organization: Organization) -> Term? {
    guard let elected = organization.elected,
      let years = organization.level == .temporaryBranch || organization.level == .group
        ? nil : organization.term ?? organization.level.usualTerm
    else { return nil }
    return Term(
      organization: organization, elected: elected, ends: elected.adding(years: years))
  }

  /// The terms of an organisation and everything below it, or of all, on a day; first the one
  /// that ends first.
  public func terms(on day: Day, under organization: OrganizationIdentifier?) -> [Term] {
    (organization.map { descendants(of: $0, on: day) } ?? tree(on: day))
      .compactMap { term(of: $0) }
      .sorted { ($0.ends, $0.organization.id) < ($1.ends, $1.organization.id) }
  }

  /// The probation of a 预备党员 as on a day; nil for anybody else and without a day of admission.
  ///
  /// A prolongation that passed runs to the item's `Due` when that lies 6 to 12 months after the
  /// first end, else the full 12 months.
  public func probation(of member: Member, on day: Day) -> Probation? {
    guard member.status == .probationary, let admitted = member.admitted else { return nil }
    let firstEnd = admitted.adding(years: 1)
    var probation = Probation(
      member: member, ends: firstEnd, isProlonged: false, decided: nil)
    guard admitted <= day else { return probation }
    for activity in activities(of: member.organization, in: admitted...day) {
      for (index, item) in activity.items.enumerated() {
        for vote in item.votes where isAbout(member.id, vote: vote, item: item) {
          switch vote.category {
          case .confirmation, .disqualification:
            probation.decided = activity.reference.item(index + 1)
          case .prolongation:
            guard outcome(of: vote, in: item, of: activity, kind: nil).passed else { continue }
            let range = Probation.prolongation(from: firstEnd)
            probation.ends =
              item.due.flatMap { range.contains($0) ? $0 : nil } ?? range.upperBound
            probation.isProlonged = true
            // What was voted down before led to the prolongation; it does not end it.
            probation.decided = nil
          case .ordinary, .admission, .discipline, .election, .committee: continue
          }
        }
      }
    }
    return probation
  }

  /// The probations that run on a day in an organisation and everything below it, first the one
  /// that ends first.
  public func probations(on day: Day, of organization: OrganizationIdentifier) -> [Probation] {
    allPartyMembers(of: organization, on: day).compactMap { probation(of: $0, on: day) }
      .sorted { ($0.ends, $0.member.id) < ($1.ends, $1.member.id) }
  }

  private func isAbout(_ id: MemberIdentifier, vote: Vote, item: Item) -> Bool {
    if let subject = vote.subject { return subject.id == id }
    return item.about.contains { $0.id == id }
  }
}
