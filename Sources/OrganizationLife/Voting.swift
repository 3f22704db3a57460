/// The comparisons that decide votes (RULES: five comparisons). They differ in their base and in
/// whether the half itself is enough, so that each is a function of its own. Every one gives the
/// least number that does.
///
/// E is 应到会有表决权 (eligible), P 实到会有表决权 (eligible and present), Y 赞成 (in favour).
public enum Voting {
  /// “半数以上” is read as including exactly half, as against “超过半数” (党章 and 支部条例 use
  /// both). All readings of 半数以上 go through this constant.
  public static let halfIncludesExactlyHalf = true

  /// 党员大会, ordinary vote: “必须有半数以上有表决权的党员到会”, 2P ≥ E (支部条例第十一条).
  public static func assemblyQuorum(eligible: Int) -> Int { halfOrMore(of: eligible) }

  /// 党员大会, ordinary vote: in favour more than half of those **expected** with a vote, 2Y > E
  /// (支部条例第十一条). Not half of those present: that is the test of elections.
  public static func assemblyMajority(eligible: Int) -> Int { moreThanHalf(of: eligible) }

  /// 接收预备党员 and 转正: more than half of those expected must be present, 2P > E, stricter than
  /// an ordinary vote (发展党员工作细则第二十条, 第三十三条).
  public static func admissionQuorum(eligible: Int) -> Int { moreThanHalf(of: eligible) }

  /// 接收预备党员 and 转正: in favour, written opinions included, more than half of those expected
  /// with a vote, 2Y > E (发展党员工作细则第二十一条, 第三十三条).
  public static func admissionMajority(eligible: Int) -> Int { moreThanHalf(of: eligible) }

  /// 选举: at least four fifths of those expected must be present, 5P ≥ 4E (基层组织选举工作条例
  /// 2020, “不少于应到会人数的五分之四”).
  public static func electionQuorum(eligible: Int) -> Int { (4 * max(eligible, 0) + 4) / 5 }

  /// 选举: in favour more than half of those **present**, 2Y > P; exactly half is not elected
  /// (基层组织选举工作条例 2020).
  public static func electionMajority(eligiblePresent: Int) -> Int {
    moreThanHalf(of: eligiblePresent)
  }

  /// 支委会: half of the committee must be present, 2P ≥ C (支部条例第十二条).
  public static func committeeQuorum(members: Int) -> Int { halfOrMore(of: members) }

  /// 支委会: a majority of the whole committee, 2Y > C (the article gives no figure; 少数服从多数
  /// over all its members is the careful reading).
  public static func committeeMajority(members: Int) -> Int { moreThanHalf(of: members) }

  /// 差额: candidates must outnumber the seats by at least a fifth of the seats
  /// (选举条例第九条、第十三条).
  public static func hasSurplus(candidates: Int, seats: Int) -> Bool {
    seats > 0 && candidates >= candidatesNeeded(seats: seats)
  }

  /// The least number of candidates for so many seats: 3 seats 4, 5 seats 6, 7 seats 9.
  public static func candidatesNeeded(seats: Int) -> Int { seats + (seats + 4) / 5 }

  /// The category that decides: an ordinary vote of a committee is a committee vote.
  public static func category(_ category: VoteCategory, in body: Body?) -> VoteCategory {
    category == .ordinary && body == .committee ? .committee : category
  }

  /// The least number of voters present with which such a vote may be held.
  ///
  /// 延长预备期, 取消预备资格 and 处分 are resolutions of the members (支部条例第十一条): the 细则
  /// asks its stricter quorum of the meetings on admission and on 转正 alone, and the 党章 has
  /// discipline decided by the branch's members without a quorum of its own.
  public static func quorum(_ category: VoteCategory, eligible: Int) -> Int {
    switch category {
    case .ordinary, .prolongation, .disqualification, .discipline:
      assemblyQuorum(eligible: eligible)
    case .admission, .confirmation: admissionQuorum(eligible: eligible)
    case .election: electionQuorum(eligible: eligible)
    case .committee: committeeQuorum(members: eligible)
    }
  }

  /// Whether such a vote may be held. Nobody may vote where nobody has a vote.
  public static func mayVote(
    _ category: VoteCategory, eligible: Int, eligiblePresent: Int
  ) -> Bool {
    eligible > 0 && eligiblePresent >= quorum(category, eligible: eligible)
  }

  /// The least number of votes in favour that passes.
  public static func needed(
    _ category: VoteCategory, eligible: Int, eligiblePresent: Int
  ) -> Int {
    switch category {
    case .ordinary, .prolongation, .disqualification, .discipline:
      assemblyMajority(eligible: eligible)
    case .admission, .confirmation: admissionMajority(eligible: eligible)
    case .election: electionMajority(eligiblePresent: eligiblePresent)
    case .committee: committeeMajority(members: eligible)
    }
  }

  /// Whether a vote passed: it could be held, and enough were in favour. Written opinions count
  /// among those in favour and never among those present; they count for 接收预备党员 and 转正
  /// only (细则第二十一条), and no vote passes with more in favour than could have voted.
  public static func passed(
    _ category: VoteCategory, eligible: Int, eligiblePresent: Int, inFavour: Int,
    written: Int = 0
  ) -> Bool {
    let opinions = category.allowsWrittenOpinions ? written : 0
    return mayVote(category, eligible: eligible, eligiblePresent: eligiblePresent)
      && inFavour <= eligiblePresent + opinions
      && inFavour >= needed(category, eligible: eligible, eligiblePresent: eligiblePresent)
  }

  private static func halfOrMore(of number: Int) -> Int {
    halfIncludesExactlyHalf ? (max(number, 0) + 1) / 2 : moreThanHalf(of: number)
  }

  private static func moreThanHalf(of number: Int) -> Int { max(number, 0) / 2 + 1 }
}

/// What the rules say of one vote.
public struct VoteOutcome: Hashable, Sendable {
  /// Enough voters were present.
  public var mayVote: Bool
  /// The least number in favour that passes.
  public var needed: Int
  /// It could be held and enough were in favour.
  public var passed: Bool

  /// An outcome.
  public init(mayVote: Bool, needed: Int, passed: Bool) {
    self.mayVote = mayVote
    self.needed = needed
    self.passed = passed
  }

  /// Judges a vote by the numbers present for it.
  public init(_ vote: Vote, turnout: Turnout, body: Body?) {
    let category = Voting.category(vote.category, in: body)
    let (eligible, present) = (turnout.eligible, turnout.eligiblePresent)
    self.init(
      mayVote: Voting.mayVote(category, eligible: eligible, eligiblePresent: present),
      needed: Voting.needed(category, eligible: eligible, eligiblePresent: present),
      passed: Voting.passed(
        category, eligible: eligible, eligiblePresent: present, inFavour: vote.inFavour,
        written: vote.written))
  }
}

/// The live line while attendance is ticked: may a vote be held, and how many votes pass it.
public enum LiveVerdict: Hashable, Sendable {
  /// Too few voters: so many are present, so many are needed.
  case noQuorum(voters: Int, required: Int)
  /// A vote may be held and cannot pass: more votes are needed than voters are present
  /// (possible at exactly half).
  case mayVoteCannotPass(needed: Int, voters: Int)
  /// A vote may be held; so many in favour pass it.
  case mayVote(needed: Int)

  /// The verdict for a turnout; `written` opinions help to pass where they are allowed.
  public init(_ turnout: Turnout, category: VoteCategory = .ordinary, written: Int = 0) {
    let (eligible, voters) = (turnout.eligible, turnout.eligiblePresent)
    let needed = Voting.needed(category, eligible: eligible, eligiblePresent: voters)
    if !Voting.mayVote(category, eligible: eligible, eligiblePresent: voters) {
      self = .noQuorum(voters: voters, required: Voting.quorum(category, eligible: eligible))
    } else if needed > voters + (category.allowsWrittenOpinions ? written : 0) {
      self = .mayVoteCannotPass(needed: needed, voters: voters)
    } else {
      self = .mayVote(needed: needed)
    }
  }
}

extension Ledger {
  /// Judges a vote taken at an item of an activity, by those present for that item.
  public func outcome(
    of vote: Vote, in item: Item, of activity: Activity, kind: ActivityKind?
  ) -> VoteOutcome {
    VoteOutcome(
      vote, turnout: turnout(for: item, of: activity, kind: kind),
      body: body(of: activity, as: kind))
  }

  /// The verdict on an activity as it stands, for an ordinary vote of its body.
  public func verdict(on activity: Activity, kind: ActivityKind?) -> LiveVerdict {
    LiveVerdict(
      turnout(of: activity, kind: kind),
      category: Voting.category(.ordinary, in: body(of: activity, as: kind)))
  }
}
