/// How a unit counts hours of study; the figures of the year are law (教育管理条例第二十条), how a
/// 学时 is measured is the unit's own.
public struct StudyPolicy: Hashable, Sendable {
  /// How many minutes a 学时 has: 45 or 60 in most units.
  public var minutesPerHour: Int
  /// Whether those who became members in the course of the year are asked for their share of it,
  /// a twelfth for each month from that of admission on, rather than for the whole. The article
  /// speaks of a year and of no share; a unit that reads it so says so here.
  public var sharesFirstYear: Bool
  /// When the entry holds.
  public var validity: Validity

  /// The whole year of everybody, 45 minutes to a 学时.
  public static let standard = StudyPolicy(minutesPerHour: 45, sharesFirstYear: false)

  /// A policy; it holds always unless the days are given.
  public init(
    minutesPerHour: Int, sharesFirstYear: Bool,
    validity: Validity = .always
  ) {
    self.validity = validity
    self.minutesPerHour = minutesPerHour
    self.sharesFirstYear = sharesFirstYear
  }

  /// The 学时 of so many minutes, in tenths rounded down: 120 minutes at 45 are 2.6.
  public func hours(minutes: Int) -> Double {
    guard minutes > 0, minutesPerHour > 0 else { return 0 }
    return Double(minutes * 10 / minutesPerHour) / 10
  }

  /// The minutes of so many 学时.
  public func minutes(hours: Double) -> Int { Int((hours * Double(minutesPerHour)).rounded()) }

  /// The 学时 of an activity by its times of day; nil when they are not both given or it lasts
  /// longer than a day. Something to propose, never filled in by itself.
  public func proposedHours(of activity: Activity) -> Double? {
    guard let start = activity.start, let end = activity.end, start < end,
      activity.endDate == nil || activity.endDate == activity.date
    else { return nil }
    return hours(minutes: end.minutes - start.minutes)
  }
}

/// Of whom how many hours are asked.
public enum StudyRole: Hashable, Sendable {
  /// 党员: 32
  case member
  /// 书记 and 班子成员, by the offices on record in an organisation above the groups: 56, and at
  /// least one 集中培训.
  case leader
  /// 年老体弱 (第二十三条: 不作硬性要求), by 离退休 on the roll: none.
  case frail

  /// Hours a year; nil where none are asked for.
  public var hours: Double? {
    switch self {
    case .member: StudyHours.member
    case .leader: StudyHours.committee
    case .frail: nil
    }
  }
}

/// The hours of one member in a year.
public struct StudyStanding: Hashable, Sendable {
  /// Whose.
  public var member: Member
  /// In which role.
  public var role: StudyRole
  /// What is asked for the year, the first year's share applied; nil when nothing is.
  public var target: Double?
  /// What was done up to the day asked for.
  public var done: Double
  /// 集中培训 attended.
  public var trainings: [Reference]
  /// Since when he or she has been secretary of the present organisation; nil if not.
  public var secretarySince: Day?
  /// The records behind the hours.
  public var evidence: [Reference]

  /// What is short, never below 0.
  public var missing: Double { max(0, (target ?? 0) - done) }
}

/// What the rules say about hours of study.
public enum StudyWarning: RuledWarning {
  /// So many hours are missing, from October on or after the year's end.
  case short(missing: Double, target: Double, daysLeft: Int)
  /// A secretary or committee member without 集中培训 this year, from October on.
  case withoutTraining
  /// A secretary elected more than six months ago without training since (任职培训).
  case newSecretaryUntrained(since: Day, due: Day)

  public var rule: Rule { .studyHours }
}

extension Ledger {
  /// The hours of a member in the year of a day, up to it; nil of those who are no Party members
  /// that day.
  public func studyStanding(
    of id: MemberIdentifier, on day: Day, catalog: Catalog
  ) -> StudyStanding? {
    guard let member = member(id, on: day), member.belongsToBody else { return nil }
    let year = Period(.year, containing: day)
    let line = studyHours(of: id, in: year.first...day)
    let offices = offices(of: id, on: day).filter { $0.organization.level != .group }
    let role: StudyRole = member.isRetired ? .frail : offices.isEmpty ? .member : .leader
    let share = firstYearShare(of: member, in: year, policy: catalog.study(on: day))
    return StudyStanding(
      member: member, role: role, target: role.hours.map { ($0 * share * 10).rounded(.up) / 10 },
      done: line.done,
      trainings: trainings(of: id, in: year.first...day, catalog: catalog).map(\.reference),
      secretarySince: offices.compactMap { secretarySince(id, $0.organization, on: day) }.max(),
      evidence: line.evidence)
  }

  /// What the rules say about a member's hours on a day.
  public func studyWarnings(
    of id: MemberIdentifier, on day: Day, catalog: Catalog
  ) -> [Warning] {
    guard let standing = studyStanding(of: id, on: day, catalog: catalog), standing.role != .frail
    else { return [] }
    var found: [(StudyWarning, [Reference])] = []
    let own = [standing.member.reference]
    if day.month >= 10 {
      if let target = standing.target, standing.missing > 0 {
        let daysLeft = day.days(until: Period(.year, containing: day).last)
        found.append(
          (
            .short(missing: standing.missing, target: target, daysLeft: daysLeft),
            standing.evidence + own
          ))
      }
      if standing.role == .leader, standing.trainings.isEmpty {
        found.append((.withoutTraining, own))
      }
    }
    if let since = standing.secretarySince {
      let due = since.adding(months: 6)
      if due < day, trainings(of: id, in: since...day, catalog: catalog).isEmpty,
        activities.first.map({ $0.date <= since }) ?? false
      {
        found.append((.newSecretaryUntrained(since: since, due: due), own))
      }
    }
    return found.map {
      Warning(.study($0), of: standing.member.organization, member: id, evidence: $1)
    }
  }

  /// 1, or the months from that of admission on as a share of the year.
  private func firstYearShare(of member: Member, in year: Period, policy: StudyPolicy) -> Double {
    guard policy.sharesFirstYear, let admitted = member.admitted, year.contains(admitted) else {
      return 1
    }
    return Double(13 - admitted.month) / 12
  }

  private func trainings(
    of id: MemberIdentifier, in days: ClosedRange<Day>, catalog: Catalog
  ) -> [Activity] {
    let kinds = catalog.meanings.trainings
    return places(of: id, in: days).flatMap { place in
      activities(of: place, in: days) { activity in
        activity.wasAttended(by: id)
          && (kinds.contains(activity.kind) || activity.counts.contains(where: kinds.contains))
      }
    }
  }

  /// Since which day somebody has been secretary of an organisation without a break, if that day
  /// is in the records: the first snapshot of an organisation says who was secretary already.
  private func secretarySince(
    _ id: MemberIdentifier, _ organization: Organization, on day: Day
  ) -> Day? {
    guard organization.secretary?.id == id else { return nil }
    let snapshots = (organizations[organization.id] ?? []).filter { $0.since <= day }
    guard let other = snapshots.lastIndex(where: { $0.secretary?.id != id }) else { return nil }
    return snapshots[other + 1].since
  }
}
