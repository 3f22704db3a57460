/// The comparisons that decide votes (RULES: five comparisons). They differ in their base and in
/// whether the half itself is enough, so that each is a function of its own, written as the
/// article writes it; the least number that does follows from it.
///
/// E is 应到会有表决权 (eligible), P 实到会有表决权 (eligible and present), Y 赞成 (in favour).
public enum Voting {
  /// “半数以上” is read as including exactly half, as against “超过半数” (党章 and 支部条例 use
  /// both). All readings of 半数以上 go through this constant.
  public static let halfIncludesExactlyHalf = true

  /// By how much twice the part must at least exceed the whole for 半数以上.
  private static let halfMargin = halfIncludesExactlyHalf ? 0 : 1

  /// 党员大会, ordinary vote: “必须有半数以上有表决权的党员到会”, 2P ≥ E (支部条例第十一条).
  public static func assemblyMayVote(eligible: Int, present: Int) -> Bool {
    2 * present - eligible >= halfMargin
  }

  /// The least P of `assemblyMayVote`.
  public static func assemblyQuorum(eligible: Int) -> Int {
    least(upTo: eligible) { assemblyMayVote(eligible: eligible, present: $0) }
  }

  /// 党员大会, ordinary vote: in favour more than half of those **expected** with a vote, 2Y > E
  /// (支部条例第十一条). Not half of those present: that is the test of elections.
  public static func assemblyPasses(eligible: Int, inFavour: Int) -> Bool {
    2 * inFavour > eligible
  }

  /// The least Y of `assemblyPasses`.
  public static func assemblyMajority(eligible: Int) -> Int {
    least(upTo: eligible) { assemblyPasses(eligible: eligible, inFavour: $0) }
  }

  /// 接收预备党员 and 转正: more than half of those expected must be present, 2P > E, stricter than
  /// an ordinary vote (发展党员工作细则第二十条, 第三十三条).
  public static func admissionMayVote(eligible: Int, present: Int) -> Bool {
    2 * present > eligible
  }

  /// The least P of `admissionMayVote`.
  public static func admissionQuorum(eligible: Int) -> Int {
    least(upTo: eligible) { admissionMayVote(eligible: eligible, present: $0) }
  }

  /// 接收预备党员 and 转正: in favour, written opinions included, more than half of those expected
  /// with a vote, 2Y > E (发展党员工作细则第二十一条, 第三十三条).
  public static func admissionPasses(eligible: Int, inFavour: Int) -> Bool {
    2 * inFavour > eligible
  }

  /// The least Y of `admissionPasses`.
  public static func admissionMajority(eligible: Int) -> Int {
    least(upTo: eligible) { admissionPasses(eligible: eligible, inFavour: $0) }
  }

  /// 选举: at least four fifths of those expected must be present, 5P ≥ 4E (基层组织选举工作条例
  /// 2020, “不少于应到会人数的五分之四”).
  public static func electionMayVote(eligible: Int, present: Int) -> Bool {
    5 * present >= 4 * eligible
  }

  /// The least P of `electionMayVote`.
  public static func electionQuorum(eligible: Int) -> Int {
    least(upTo: eligible) { electionMayVote(eligible: eligible, present: $0) }
  }

  /// 选举: in favour more than half of those **present**, 2Y > P; exactly half is not elected
  /// (基层组织选举工作条例 2020).
  public static func isElected(eligiblePresent: Int, inFavour: Int) -> Bool {
    2 * inFavour > eligiblePresent
  }

  /// The least Y of `isElected`.
  public static func electionMajority(eligiblePresent: Int) -> Int {
    least(upTo: eligiblePresent) { isElected(eligiblePresent: eligiblePresent, inFavour: $0) }
  }

  /// 支委会: half of the committee must be present, 2P ≥ C (支部条例第十二条).
  public static func committeeMayVote(members: Int, present: Int) -> Bool {
    2 * present - members >= halfMargin
  }

  /// The least P of `committeeMayVote`.
  public static func committeeQuorum(members: Int) -> Int {
    least(upTo: members) { committeeMayVote(members: members, present: $0) }
  }

  /// 支委会: a majority of the whole committee, 2Y > C (the article gives no figure; 少数服从多数
  /// over all its members is the careful reading).
  public static func committeePasses(members: Int, inFavour: Int) -> Bool {
    2 * inFavour > members
  }

  /// The least Y of `committeePasses`.
  public static func committeeMajority(members: Int) -> Int {
    least(upTo: members) { committeePasses(members: members, inFavour: $0) }
  }

  /// 差额: candidates must outnumber the seats by at least a fifth of the seats,
  /// 5(N − S) ≥ S (选举条例第九条、第十三条).
  public static func hasSurplus(candidates: Int, seats: Int) -> Bool {
    seats > 0 && 5 * (candidates - seats) >= seats
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
    guard eligible > 0 else { return false }
    return switch category {
    case .ordinary, .prolongation, .disqualification, .discipline:
      assemblyMayVote(eligible: eligible, present: eligiblePresent)
    case .admission, .confirmation:
      admissionMayVote(eligible: eligible, present: eligiblePresent)
    case .election: electionMayVote(eligible: eligible, present: eligiblePresent)
    case .committee: committeeMayVote(members: eligible, present: eligiblePresent)
    }
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

  /// The least number that does, up to one more than all: with nobody there a majority is one.
  private static func least(upTo number: Int, where does: (Int) -> Bool) -> Int {
    (0...max(number, 0)).first(where: does) ?? max(number, 0) + 1
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
  /// Another body decides it (`Ledger.isDecidedElsewhere`).
  case notDecidedHere

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
