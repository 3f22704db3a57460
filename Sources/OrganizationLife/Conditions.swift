/// What a named condition came to, in numbers; its wording is not the domain's.
public enum ConditionNote: Hashable, Sendable {
  /// Nothing to add.
  case none
  /// So many of so many are as they should be.
  case share(met: Int, of: Int)
  /// 正式党员 and all members of a branch.
  case size(full: Int, members: Int)
  /// 正式党员 of a branch and members of its committee.
  case committee(full: Int, officers: Int)
  /// The day on which a term is up.
  case term(ends: Day)
  /// The records that it needs may not be read here, or are not kept.
  case unreadable
}

/// The answer to a named condition, with the records behind it: those that support it or, when
/// it is not met, those that show why.
public struct ConditionResult: Hashable, Sendable {
  /// The answer.
  public var answer: ChecklistAnswer
  /// Records, items of records (`Id#n`) and snapshots of members or organisations.
  public var evidence: [Reference]
  /// The numbers.
  public var note: ConditionNote

  /// An answer.
  public init(
    _ answer: ChecklistAnswer, evidence: [Reference] = [], note: ConditionNote = .none
  ) {
    self.answer = answer
    self.evidence = evidence
    self.note = note
  }

  /// Met when nothing is at fault, partly when something is, not met when everything is; not
  /// applicable where there is nothing to judge.
  init(supporting: [Reference], faulty: [Reference]) {
    let total = supporting.count + faulty.count
    note = .share(met: supporting.count, of: total)
    evidence = faulty.isEmpty ? supporting : faulty
    answer =
      if total == 0 { .notApplicable } else if faulty.isEmpty { .met } else if supporting.isEmpty {
        .unmet
      } else { .partlyMet }
  }
}

/// 及时录入: within how many working days after it was held a meeting has to be entered. Units set
/// between one and three; weekends do not count, public holidays are not known here.
public enum EntryTime {
  /// Monday to Friday, after the day of the meeting.
  public static let workingDays = 3

  /// The last day on which an entry is in time.
  public static func lastDay(after day: Day) -> Day {
    var left = workingDays
    var last = day
    while left > 0 {
      last = last.adding(days: 1)
      if last.weekday <= 5 { left -= 1 }
    }
    return last
  }
}

extension Activity {
  /// 迟录: how many days after it was held it was first entered, when that was too late.
  public var daysLate: Int? {
    let held = max(date, endDate ?? date)
    let entered = firstEnteredAt.day
    return entered > EntryTime.lastDay(after: held) ? held.days(until: entered) : nil
  }
}

extension Ledger {
  /// Answers a named condition for an organisation from the records of a period up to a day.
  ///
  /// Conditions on records look at the organisation and everything below it (a branch answers for
  /// its groups); conditions on people and offices at the organisation itself.
  public func answer(
    _ condition: NamedCondition, for organization: Organization, in period: Period, on day: Day,
    catalog: Catalog
  ) -> ConditionResult {
    let last = min(day, period.last)
    guard period.first <= last else { return ConditionResult(.notApplicable) }
    let look = Look(
      organization: organization, period: period, days: period.first...last, catalog: catalog)
    switch condition {
    case .lawfulQuorum: return lawfulQuorum(look)
    case .absencesExplained: return absencesExplained(look)
    case .absencesMadeUp: return absencesMadeUp(look)
    case .resolutionsCarriedOut: return resolutionsCarriedOut(look)
    case .signedOff: return signedOff(look)
    case .complete: return complete(look)
    case .enteredInTime: return enteredInTime(look)
    case .talkCoverage: return talkCoverage(look)
    case .rosterSize: return rosterSize(look)
    case .committeeSize: return committeeSize(look)
    case .withinTerm: return withinTerm(look)
    case .hasSecretary: return hasSecretary(look)
    case .groups: return groups(look)
    case .probations: return probations(look)
    case .studyHours: return studyHours(look)
    case .duesPaid: return duesPaid(look)
    case .rosterComplete: return rosterComplete(look)
    }
  }

  /// What is looked at.
  struct Look {
    var organization: Organization
    var period: Period
    /// The days of the period up to the day asked for.
    var days: ClosedRange<Day>
    var catalog: Catalog
    var day: Day { days.upperBound }
    var id: OrganizationIdentifier { organization.id }
  }

  /// The activities that a condition judges, by organisation and date, with their kinds.
  private func judged(_ look: Look) -> [(activity: Activity, kind: ActivityKind)] {
    let kinds = look.catalog.kindsByIdentifier
    return descendants(of: look.id, on: look.day)
      .flatMap { activities(of: $0.id, in: look.days) }
      .compactMap { activity in kinds[activity.kind].map { (activity, $0) } }
  }

  /// 到会合法: one vote without enough voters is one too many; there is no “partly”. Sittings of one
  /// meeting have their voters together.
  private func lawfulQuorum(_ look: Look) -> ConditionResult {
    var lawful: [Reference] = []
    var unlawful: [Reference] = []
    for (activity, kind) in judged(look) {
      for (index, item) in activity.items.enumerated() {
        for vote in item.votes {
          let reference = activity.reference.item(index + 1)
          if outcome(of: vote, in: item, of: activity, kind: kind).mayVote
            || isLawful(vote, at: item, over: activity, kind)
          {
            lawful.append(reference)
          } else {
            unlawful.append(reference)
          }
        }
      }
    }
    var result = ConditionResult(supporting: lawful, faulty: unlawful)
    if result.answer == .partlyMet { result.answer = .unmet }
    return result
  }

  private func isLawful(
    _ vote: Vote, at item: Item, over activity: Activity, _ kind: ActivityKind
  ) -> Bool {
    guard let whole = whole(of: activity) else { return false }
    return outcome(of: vote, in: item, of: whole, kind: kind).mayVote
  }

  /// 请假有因
  private func absencesExplained(_ look: Look) -> ConditionResult {
    let activities = judged(look).map(\.activity).filter(\.hasRoster)
    func isExplained(_ activity: Activity) -> Bool {
      activity.absent.allSatisfy { !$0.reason.isEmpty }
    }
    return ConditionResult(
      supporting: activities.filter(isExplained).map(\.reference),
      faulty: activities.filter { !isExplained($0) }.map(\.reference))
  }

  /// 补学
  private func absencesMadeUp(_ look: Look) -> ConditionResult {
    let kinds = look.catalog.kindsByIdentifier
    let settled = SettledSources(self)
    var closed: [Reference] = []
    var open: [Reference] = []
    for (activity, _) in judged(look) {
      for matter in makeUps(of: activity, on: look.day, kinds: kinds) {
        if let record = settled.closing(of: matter) {
          closed.append(record)
        } else {
          open.append(matter.reference)
        }
      }
    }
    return ConditionResult(supporting: closed, faulty: open)
  }

  /// 决议落实: of the resolutions that follow from the period's meetings, and of the recorded
  /// matters of that kind opened in it, none may be open past its day.
  private func resolutionsCarriedOut(_ look: Look) -> ConditionResult {
    let settled = SettledSources(self)
    let places = descendants(of: look.id, on: look.day).map(\.id)
    let derived = judged(look).flatMap { resolutions(of: $0.activity) }
    let recorded = matters(of: places).filter {
      $0.kind == Matter.resolutionKind && look.days.contains($0.opened)
    }
    let all = derived.filter { !settled.holds($0) } + recorded
    return ConditionResult(
      supporting: all.filter { !$0.isOverdue(on: look.day) }.map(\.reference),
      faulty: all.filter { $0.isOverdue(on: look.day) }.map(\.reference))
  }

  /// 审签
  private func signedOff(_ look: Look) -> ConditionResult {
    let meetings = judged(look).filter(\.kind.isSigned)
    return ConditionResult(
      supporting: meetings.filter(\.activity.isFinal).map(\.activity.reference),
      faulty: meetings.filter { !$0.activity.isFinal }.map(\.activity.reference))
  }

  /// 记录完整
  private func complete(_ look: Look) -> ConditionResult {
    var whole: [Reference] = []
    var lacking: [Reference] = []
    for (activity, kind) in judged(look) {
      if gaps(in: activity, kind: kind).isEmpty {
        whole.append(activity.reference)
      } else {
        lacking.append(activity.reference)
      }
    }
    return ConditionResult(supporting: whole, faulty: lacking)
  }

  /// 及时录入: the first version counts, not a later correction.
  private func enteredInTime(_ look: Look) -> ConditionResult {
    var inTime: [Reference] = []
    var late: [Reference] = []
    for (activity, _) in judged(look) {
      if activity.daysLate == nil {
        inTime.append(activity.reference)
      } else {
        late.append(activity.reference)
      }
    }
    return ConditionResult(supporting: inTime, faulty: late)
  }
}
