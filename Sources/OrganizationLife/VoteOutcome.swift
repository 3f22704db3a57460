/// What came of a vote.
public enum VoteDecision: Hashable, Sendable {
  /// 通过
  case passed
  /// It could be held, and not enough were in favour.
  case notPassed
  /// As many were in favour as against: not passed, and voted on again (党章第十七条). Elections have
  /// a rule of their own.
  case tied
  /// Too few voters were present: nothing was decided.
  case noQuorum
  /// Its numbers cannot be those of a vote: more ballots, votes or written opinions than there were
  /// people to give them.
  case impossible
  /// It is not for this body to decide: 接收, 转正 and the like are the 支部党员大会's alone.
  case notDecidedHere
  /// What came of the candidate of an election, among all those who stood.
  case candidate(CandidateOutcome)
}

/// What the rules say of one vote.
public struct VoteOutcome: Hashable, Sendable {
  /// Enough voters were present, and it was theirs to decide.
  public var mayVote: Bool
  /// The least number in favour that passes.
  public var needed: Int
  /// What came of it.
  public var decision: VoteDecision

  /// It could be held and enough were in favour; of a candidate: was elected.
  public var passed: Bool { decision == .passed || decision == .candidate(.elected) }

  /// An outcome.
  public init(mayVote: Bool, needed: Int, decision: VoteDecision) {
    self.mayVote = mayVote
    self.needed = needed
    self.decision = decision
  }

  /// Judges a vote by the numbers present for it, as if it were a vote of its own: whether a
  /// candidate was elected is known from all of them (`Ledger.outcome`).
  public init(_ vote: Vote, turnout: Turnout, body: Body?) {
    let category = Voting.category(vote.category, in: body)
    let (eligible, present) = (turnout.eligible, turnout.eligiblePresent)
    let mayVote = Voting.mayVote(category, eligible: eligible, eligiblePresent: present)
    let decision: VoteDecision
    if !mayVote {
      decision = .noQuorum
    } else if !vote.isCountable(turnout) {
      decision = .impossible
    } else {
      let passed = Voting.passed(
        category, eligible: eligible, eligiblePresent: present, inFavour: vote.inFavour,
        written: vote.written)
      let isTied = category != .election && vote.isTie
      decision = passed ? .passed : isTied ? .tied : .notPassed
    }
    self.init(
      mayVote: mayVote,
      needed: Voting.needed(category, eligible: eligible, eligiblePresent: present),
      decision: decision)
  }
}

extension Vote {
  /// Whether as many were in favour as against.
  fileprivate var isTie: Bool { inFavour > 0 && inFavour == against }

  /// Whether its numbers can be those of a vote: no more ballots back than voters (选举条例: else
  /// it is held again), no more written opinions than members who were away, and no more votes
  /// than both together.
  fileprivate func isCountable(_ turnout: Turnout) -> Bool {
    let (eligible, present) = (turnout.eligible, turnout.eligiblePresent)
    if let returned, returned > min(issued ?? present, present) { return false }
    let opinions = category.allowsWrittenOpinions ? written : 0
    return opinions <= min(total, eligible - present) && total <= present + opinions
  }
}

extension VoteCategory {
  /// Whether the 支部党员大会 alone decides it: 接收, 转正, 延长预备期, 取消预备党员资格 and 处分
  /// (支部条例第十一条). What the committee says of it before is a vote of the committee.
  public var isForAssembly: Bool {
    switch self {
    case .admission, .confirmation, .prolongation, .disqualification, .discipline: true
    case .ordinary, .election, .committee: false
    }
  }
}

extension Ledger {
  /// Whether a vote of a category decides nothing because another body has to decide it: what is
  /// for the members' assembly at a meeting of a branch's committee or group, and a vote of the
  /// committee (支委会) at a meeting of the members. Above the branch a committee does vote on
  /// somebody's admission: it approves.
  public func isDecidedElsewhere(
    _ category: VoteCategory, at activity: Activity, kind: ActivityKind?
  ) -> Bool {
    let body = body(of: activity, as: kind)
    if category == .committee { return body == .members || body == .group }
    guard category.isForAssembly, body != .members else { return false }
    return organization(activity.organization, on: activity.date)
      .map { $0.level.isBranch || $0.level == .group } ?? true
  }

  /// Judges a vote taken at an item of an activity, by those present for that item; of a meeting in
  /// batches with the votes of all its sittings, by those who came to any. A candidate is judged
  /// among all who stood: elected is who has enough votes, a seat and the right to be elected.
  public func outcome(
    of vote: Vote, in item: Item, of activity: Activity, kind: ActivityKind?
  ) -> VoteOutcome {
    let (whole, joined) = judged(item, of: activity)
    let earlier = item.votes.prefix { $0 != vote }.count { $0.isOnTheSame(as: vote) }
    let counted = joined.votes.filter { $0.isOnTheSame(as: vote) }.dropFirst(earlier).first
    var outcome = VoteOutcome(
      joined == item ? vote : counted ?? vote,
      turnout: turnout(for: joined, of: whole, kind: kind), body: body(of: activity, as: kind))
    if isDecidedElsewhere(vote.category, at: activity, kind: kind) {
      outcome.mayVote = false
      outcome.decision = .notDecidedHere
    } else if vote.category == .election,
      let candidate = election(at: item, of: activity, kind: kind)?
        .result(of: vote, after: earlier)
    {
      outcome.decision = .candidate(candidate.outcome)
    }
    return outcome
  }

  /// The verdict on an activity as it stands, for an ordinary vote of its body, which counts those
  /// too who are left out at elections (R26).
  public func verdict(on activity: Activity, kind: ActivityKind?) -> LiveVerdict {
    LiveVerdict(
      turnout(of: activity.withoutExclusions, kind: kind),
      category: Voting.category(.ordinary, in: body(of: activity, as: kind)))
  }
}
