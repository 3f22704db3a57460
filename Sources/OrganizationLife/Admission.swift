/// The numbers of a vote as the closing of a 支部大会决议 gives them, taken from what was entered and
/// from nothing else. The sentence is not the domain's.
public struct ResolutionNumbers: Hashable, Sendable {
  /// 对象
  public var subject: Person?
  /// 类别
  public var category: VoteCategory
  /// 应到会有表决权的正式党员
  public var eligible: Int
  /// 实到
  public var eligiblePresent: Int
  /// 赞成, written opinions included
  public var inFavour: Int
  /// 不赞成
  public var against: Int
  /// 弃权
  public var abstaining: Int
  /// How many of the three came in writing.
  public var written: Int
  /// 无记名
  public var isSecret: Bool
  /// Whether it could be held and passed.
  public var passed: Bool
}

/// A vote about one person's way into the Party, with what came of it.
public struct AdmissionVote: Hashable, Sendable {
  /// The day of the meeting (大会日).
  public var day: Day
  /// The item: `Id#n`.
  public var reference: Reference
  /// What was voted on.
  public var category: VoteCategory
  /// What the rules say of it.
  public var outcome: VoteOutcome
  /// The numbers for the resolution; nil when they were not entered.
  public var numbers: ResolutionNumbers?
  /// Until when, of a prolongation.
  public var due: Day?
}

/// How far somebody has come.
public enum AdmissionStage: Hashable, Sendable {
  /// 申请人, 积极分子 or 发展对象; no vote yet.
  case onTheWay
  /// The assembly did not take him or her in.
  case refused
  /// Taken in by the assembly; the level above has not approved, and the status stays.
  case awaitingApproval
  /// 预备期
  case onProbation
  /// The probation is up and nothing is decided.
  case probationOver
  /// 转正 was voted through and awaits approval.
  case awaitingConfirmation
  /// 正式党员
  case confirmed
  /// 取消预备党员资格 was voted through.
  case disqualified
}

/// When 转正 was decided, seen from the end of the probation (细则第三十二条).
public enum ConfirmationTiming: Hashable, Sendable {
  /// Before the end, so many days: it may not be.
  case early(days: Int)
  /// Within a month of the end. “及时” has no figure; a month is the usual reading.
  case prompt
  /// Later than that, so many days after the end; 党龄 counts from the end all the same.
  case late(days: Int)

  /// The timing of a meeting.
  public init(meeting: Day, probationEnds: Day) {
    if meeting < probationEnds {
      self = .early(days: meeting.days(until: probationEnds))
    } else if meeting <= probationEnds.adding(months: 1) {
      self = .prompt
    } else {
      self = .late(days: probationEnds.days(until: meeting))
    }
  }
}

/// One person's way from application to full membership, told from the snapshots, the votes of the
/// assembly and the steps of the procedure: 大会日, 批复日 and 转正日 are three dates.
///
/// The vote makes nobody a 预备党员: the status changes with the approval from above and then dates
/// back to the meeting. 党龄 counts from the end of the probation or of its prolongation, however
/// late 转正 was decided (党章第七条; R31).
public struct AdmissionHistory: Hashable, Sendable {
  /// The member as on the day asked for, or the last snapshot of one who left.
  public var member: Member
  /// 申请入党, as written.
  public var applied: String
  /// Votes on 接收, by date.
  public var admissionVotes: [AdmissionVote]
  /// 大会日: the day of the vote that took him or her in, or the one on the roll.
  public var admitted: Day?
  /// 批复日 of the admission.
  public var approved: Day?
  /// The votes that prolonged the probation; only one may.
  public var prolongations: [AdmissionVote]
  /// The day on which the probation is up, its prolongation included.
  public var probationEnds: Day?
  /// Votes on 转正 and on 取消资格, by date.
  public var confirmationVotes: [AdmissionVote]
  /// 大会日 of 转正: the vote that passed.
  public var confirmationMeeting: Day?
  /// 批复日 of 转正.
  public var confirmationApproved: Day?
  /// 转正日 on the roll.
  public var confirmed: Day?
  /// The day from which 党龄 counts by the rules: the end of the probation, once 转正 passed; the
  /// one on the roll for those whose probation lies before the records.
  public var partyAgeFrom: Day?
  /// How far it has come.
  public var stage: AdmissionStage
  /// What does not fit.
  public var warnings: [Warning]

  /// Whether the probation was prolonged.
  public var isProlonged: Bool { !prolongations.isEmpty }

  /// When 转正 was decided; nil while it is not.
  public var timing: ConfirmationTiming? {
    guard let confirmationMeeting, let probationEnds else { return nil }
    return ConfirmationTiming(meeting: confirmationMeeting, probationEnds: probationEnds)
  }
}

/// What the rules say about somebody's way into the Party.
public enum AdmissionWarning: RuledWarning {
  /// 预备党员 on the roll, and no vote of that assembly is recorded though its meetings are.
  case admittedWithoutVote(on: Day)
  /// 预备党员 on the roll although the vote did not pass.
  case admittedDespiteVote(on: Day)
  /// The roll has another day of admission than the meeting's.
  case admissionDayDiffers(recorded: Day, voted: Day)
  /// 预备党员 on the roll without a 批复日.
  case admittedWithoutApproval(meeting: Day)
  /// Approved before the meeting.
  case approvalBeforeMeeting(approved: Day, meeting: Day)
  /// Approval later than three months after the meeting, or still awaited then; beyond six not
  /// even special circumstances allow it.
  case approvalLate(due: Day, isBeyondSixMonths: Bool)
  /// 转正 discussed before the probation was up.
  case confirmedEarly(meeting: Day, ends: Day)
  /// The probation is up and 转正 was not discussed.
  case confirmationOverdue(ends: Day)
  /// 正式党员 on the roll, and no vote on 转正 is recorded though that time's meetings are.
  case confirmedWithoutVote(on: Day)
  /// 正式党员 on the roll although the vote on 转正 did not pass.
  case confirmedDespiteVote(on: Day)
  /// The roll has 党龄 from another day than the end of the probation.
  case partyAgeDiffers(recorded: Day, expected: Day)
  /// 正式党员 on the roll from a day before the vote on 转正, so that the member has a vote in it: the
  /// status holds from the approval on, only 党龄 counts from the end of the probation.
  case fullBeforeVote(since: Day, meeting: Day)
  /// Prolonged more than once.
  case prolongedTwice(on: Day)
  /// Prolonged by less than six months or more than a year.
  case prolongationOutOfRange(until: Day, earliest: Day, latest: Day)
  /// Still on the roll as 预备党员 after 取消资格 was voted through.
  case stillProbationary(since: Day)

  public var rule: Rule {
    switch self {
    case .admittedWithoutVote, .admittedDespiteVote, .confirmedWithoutVote, .confirmedDespiteVote:
      .admissionMajority
    case .admissionDayDiffers, .partyAgeDiffers: .partyAge
    case .fullBeforeVote: .votingRights
    case .admittedWithoutApproval, .approvalBeforeMeeting, .approvalLate: .development
    case .confirmedEarly, .confirmationOverdue, .prolongedTwice, .prolongationOutOfRange,
      .stillProbationary:
      .probation
    }
  }
}

extension Ledger {
  /// The numbers of a vote for the closing of its resolution; nil unless the roster and the votes
  /// were entered.
  public func resolutionNumbers(
    of vote: Vote, in item: Item, of activity: Activity, kind: ActivityKind?
  ) -> ResolutionNumbers? {
    let (whole, joined) = judged(item, of: activity)
    let vote = joined == item ? vote : joined.votes.first { $0.isOnTheSame(as: vote) } ?? vote
    guard vote.total > 0, activity.hasRoster else { return nil }
    let turnout = turnout(for: joined, of: whole, kind: kind)
    guard turnout.eligible > 0 else { return nil }
    return ResolutionNumbers(
      subject: vote.subject ?? (item.about.count == 1 ? item.about.first : nil),
      category: Voting.category(vote.category, in: body(of: activity, as: kind)),
      eligible: turnout.eligible,
      eligiblePresent: turnout.eligiblePresent, inFavour: vote.inFavour, against: vote.against,
      abstaining: vote.abstaining, written: vote.written, isSecret: vote.isSecret,
      passed: outcome(of: vote, in: item, of: activity, kind: kind).passed)
  }

  /// Somebody's way into the Party as on a day; nil for an unknown id and before the first
  /// snapshot. `catalog` says which steps of procedures are approvals.
  public func admissionHistory(
    of id: MemberIdentifier, on day: Day, catalog: Catalog
  ) -> AdmissionHistory? {
    let snapshots = (members[id] ?? []).filter { $0.since <= day }
    guard let member = snapshots.last else { return nil }
    let places = Set(snapshots.map(\.organization)).sorted()
    let votes = admissionVotes(on: id, at: places, through: day, catalog: catalog)
    let recordsBegin = places.compactMap { activities(of: $0).first?.date }.min()
    return AdmissionTeller(
      member: member, snapshots: snapshots, votes: votes,
      approvals: approvals(of: id, through: day, catalog: catalog), recordsBegin: recordsBegin,
      day: day
    ).history
  }

  /// The histories of everybody of a branch who is on the way, on probation, or became a full
  /// member within the last two years; by id.
  public func admissionHistories(
    of branch: OrganizationIdentifier, on day: Day, catalog: Catalog
  ) -> [AdmissionHistory] {
    let since = day.adding(years: -2)
    return roll(of: branch, on: day)
      .filter { $0.status != .full || ($0.confirmed.map { $0 >= since } ?? false) }
      .compactMap { admissionHistory(of: $0.id, on: day, catalog: catalog) }
  }

  /// The votes of the assembly about one person at those branches, by date; what a committee put to
  /// the vote by itself decided nothing.
  private func admissionVotes(
    on id: MemberIdentifier, at places: [OrganizationIdentifier], through day: Day,
    catalog: Catalog
  ) -> [AdmissionVote] {
    var found: [AdmissionVote] = []
    for activity in places.flatMap({ activities(of: $0) }) where activity.date <= day {
      for (index, item) in activity.items.enumerated() {
        for vote in item.votes where vote.category.isOneByOne {
          let isOwn =
            vote.subject.map { $0.id == id } ?? item.about.contains { $0.id == id }
          guard isOwn else { continue }
          let kind = catalog.kind(activity.kind, on: activity.date)
          if isDecidedElsewhere(vote.category, at: activity, kind: kind) { continue }
          found.append(
            AdmissionVote(
              day: activity.date, reference: activity.reference.item(index + 1),
              category: vote.category,
              outcome: outcome(of: vote, in: item, of: activity, kind: kind),
              numbers: resolutionNumbers(of: vote, in: item, of: activity, kind: kind),
              due: item.due))
        }
      }
    }
    return found.sorted { ($0.day, $0.reference) < ($1.day, $1.reference) }
  }

  /// The days of approvals that steps of procedures give, by what they mean.
  private func approvals(
    of id: MemberIdentifier, through day: Day, catalog: Catalog
  ) -> [StepMeaning: Day] {
    var found: [StepMeaning: Day] = [:]
    for step in procedureSteps(about: id) where step.date <= day {
      guard
        let meaning = catalog.procedure(step.kind, on: step.date)?.step(step.step)?.meaning
      else { continue }
      found[meaning] = max(found[meaning] ?? step.date, step.date)
    }
    return found
  }
}
