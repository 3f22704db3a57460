/// What came of one candidate, or of one whose name was written in (另选).
public enum CandidateOutcome: Hashable, Sendable {
  /// 当选
  case elected
  /// Not more than half of those present were in favour.
  case notEnoughVotes
  /// More than half were in favour, and others with more votes took the seats.
  case outvoted
  /// As many votes as somebody else for the last seats: these are voted on again (得票相等再投).
  case tied
  /// No full member, or one whose rights are suspended: cannot be elected, however many votes
  /// (选举条例第五条).
  case withoutRight
  /// More votes were counted than there were voters: the numbers cannot be so.
  case impossible
  /// The election is void, so that nothing came of it.
  case void
}

/// Why an election decides nothing.
public enum ElectionVoid: Hashable, Sendable {
  /// Fewer than four fifths of those expected were present.
  case noQuorum(present: Int, required: Int)
  /// More ballots came back than there were voters: it is held again (选举条例).
  case ballotsBeyondVoters(returned: Int, most: Int)
}

/// One person of an election and the votes for him or her.
public struct CandidateResult: Hashable, Sendable {
  /// Who; one who is written in is known by name alone.
  public var person: Person
  /// A candidate, rather than a name written in.
  public var isCandidate: Bool
  /// 赞成
  public var inFavour: Int
  /// 不赞成
  public var against: Int
  /// 弃权
  public var abstaining: Int
  /// What came of it.
  public var outcome: CandidateOutcome

  /// How many votes were counted.
  var votes: Int { inFavour + against + abstaining }
}

/// An election as the rules see it (基层组织选举工作条例): each candidate by himself, more than half
/// of those present, the seats to those with most votes.
public struct ElectionResult: Hashable, Sendable {
  /// 应选名额; nil when the record does not say, and then everybody with enough votes is elected.
  public var seats: Int?
  /// Candidates and written-in names in the order of the record.
  public var people: [CandidateResult]
  /// The least number in favour that elects.
  public var needed: Int
  /// Why it decides nothing; nil when it does.
  public var void: ElectionVoid?
  /// Seats for which those tied are voted on again; 0 without a tie.
  public var seatsToVoteAgain: Int
  /// Seats that nobody took and no tie holds open: they are elected separately (另行选举), or fewer
  /// are elected by more than half of the voters' consent. 0 when `seats` is not known.
  public var vacantSeats: Int

  /// The people with that outcome, in the order of the record.
  public func people(_ outcome: CandidateOutcome) -> [Person] {
    people.filter { $0.outcome == outcome }.map(\.person)
  }

  /// Those elected, those with most votes first and, among equals, in the order of the record.
  public var elected: [Person] {
    people.enumerated().filter { $0.element.outcome == .elected }
      .sorted { a, b in
        (b.element.inFavour, a.offset) < (a.element.inFavour, b.offset)
      }.map(\.element.person)
  }

  /// Whether every seat is filled and nobody has to be voted on again.
  public var decides: Bool {
    void == nil && seatsToVoteAgain == 0 && vacantSeats == 0 && !elected.isEmpty
  }

  /// How many candidates stood, written-in names not counted.
  public var candidates: Int { people.count(where: \.isCandidate) }

  /// The result that belongs to a vote; of several on the same candidate the one behind so many.
  func result(of vote: Vote, after earlier: Int) -> CandidateResult? {
    guard let person = vote.subject ?? vote.writtenIn else { return nil }
    let isCandidate = vote.subject != nil
    let same = people.filter { $0.isCandidate == isCandidate && $0.person.isSame(as: person) }
    return isCandidate ? same.dropFirst(earlier).first : same.first
  }

  /// Judges an election from its votes; votes of other categories are left out. Several lines for
  /// the same written-in name are added up. Those without the right to be elected take no seat.
  public init(votes: [Vote], seats: Int?, turnout: Turnout, withoutRight: [Person] = []) {
    self.seats = seats.flatMap { $0 > 0 ? $0 : nil }
    needed = Voting.electionMajority(eligiblePresent: turnout.eligiblePresent)
    people = ElectionResult.gather(votes)
    seatsToVoteAgain = 0
    vacantSeats = 0
    void = ElectionResult.void(votes, turnout)
    guard void == nil else { return }
    decide(among: turnout.eligiblePresent, withoutRight)
  }

  private static func gather(_ votes: [Vote]) -> [CandidateResult] {
    var people: [CandidateResult] = []
    for vote in votes where vote.category == .election {
      guard let person = vote.subject ?? vote.writtenIn else { continue }
      let isCandidate = vote.subject != nil
      if !isCandidate,
        let known = people.firstIndex(where: { !$0.isCandidate && $0.person == person })
      {
        people[known].inFavour += vote.inFavour
        people[known].against += vote.against
        people[known].abstaining += vote.abstaining
      } else {
        people.append(
          CandidateResult(
            person: person, isCandidate: isCandidate, inFavour: vote.inFavour,
            against: vote.against, abstaining: vote.abstaining, outcome: .void))
      }
    }
    return people
  }

  private static func void(_ votes: [Vote], _ turnout: Turnout) -> ElectionVoid? {
    let (eligible, present) = (turnout.eligible, turnout.eligiblePresent)
    if !Voting.mayVote(.election, eligible: eligible, eligiblePresent: present) {
      return .noQuorum(present: present, required: Voting.electionQuorum(eligible: eligible))
    }
    for vote in votes where vote.category == .election {
      // 收回 ≤ 投票人数: the ballots issued where they were counted, else the voters present.
      let most = min(vote.issued ?? present, present)
      if let returned = vote.returned, returned > most {
        return .ballotsBeyondVoters(returned: returned, most: most)
      }
    }
    return nil
  }

  private mutating func decide(among present: Int, _ withoutRight: [Person]) {
    for index in people.indices {
      let cannot = withoutRight.contains { $0.isSame(as: people[index].person) }
      people[index].outcome =
        cannot ? .withoutRight : people[index].votes > present ? .impossible : .notEnoughVotes
    }
    let enough = people.indices.filter { index in
      people[index].outcome == .notEnoughVotes
        && Voting.isElected(eligiblePresent: present, inFavour: people[index].inFavour)
    }
    guard let seats, enough.count > seats else {
      for index in enough { people[index].outcome = .elected }
      vacantSeats = seats.map { $0 - enough.count } ?? 0
      return
    }
    let votes = enough.map { people[$0].inFavour }.sorted(by: >)
    let last = votes[seats - 1]
    let isTied = votes[seats] == last
    for index in enough {
      let own = people[index].inFavour
      people[index].outcome =
        own < last ? .outvoted : own > last || !isTied ? .elected : .tied
    }
    if isTied { seatsToVoteAgain = seats - enough.count { people[$0].outcome == .elected } }
  }
}

extension Vote {
  /// The person whose name was written in (另选), known by that name, where the vote is on no
  /// candidate.
  public var writtenIn: Person? {
    subject == nil && !writeIn.isEmpty ? Person(writeIn) : nil
  }
}

/// What becomes of somebody elected to an office (支部条例第二十一条).
public enum ElectionReport: Hashable, Sendable {
  /// 报上级批准: secretary and deputy.
  case approval
  /// 报上级备案: the other members of the committee.
  case filing

  /// For an office, or several separated by `、`; one that asks for approval decides.
  public init(post: String) {
    let asksApproval = post.split(separator: "、").contains { $0 == "书记" || $0 == "副书记" }
    self = asksApproval ? .approval : .filing
  }
}

/// Why a member may be left out of 应到会 at an election, with consent from above and of the
/// assembly (中组部说明).
public enum ExclusionGround: String, CaseIterable, Sendable {
  /// Too ill to express a will.
  case incapable = "病不能表达意志"
  /// Abroad at own cost for half a year or more.
  case abroad = "自费出国半年以上"
  /// Under 留党察看, or serving a sentence.
  case underDiscipline = "留党察看或者服刑"
  /// Bedridden.
  case bedridden = "卧床不能自理"
  /// Should have transferred half a year ago or more, and has not.
  case notTransferred = "应转未转组织关系半年以上"
  /// Retired and living in the home place for good.
  case retiredElsewhere = "离退休回原籍长住"

  /// The ground that a reason, written freely, names; nil when it names none.
  public init?(reason: String) {
    let words: [(ExclusionGround, [String])] = [
      (.underDiscipline, ["留党察看", "服刑"]), (.bedridden, ["卧床", "不能自理"]),
      (.incapable, ["表达意志", "意识不清", "精神"]), (.abroad, ["出国", "国外", "出境"]),
      (.notTransferred, ["未转", "转出未", "组织关系"]), (.retiredElsewhere, ["原籍", "长住"]),
    ]
    let ground = words.first { _, words in words.contains { reason.contains($0) } }?.0
    guard let ground else { return nil }
    self = ground
  }
}

/// The three bases of a meeting, kept apart: one 应到 is not enough to judge a vote by.
public struct Denominators: Hashable, Sendable {
  /// Everybody of the body, full and probationary.
  public var everyone: Int
  /// Those of them who have a vote.
  public var withVote: Int
  /// Those with a vote who are left after `Excluded` (R26).
  public var afterExclusion: Int

  /// The three numbers.
  public init(everyone: Int, withVote: Int, afterExclusion: Int) {
    self.everyone = everyone
    self.withVote = withVote
    self.afterExclusion = afterExclusion
  }
}

extension Ledger {
  /// The three bases of an activity on its own day.
  public func denominators(of activity: Activity, kind: ActivityKind?) -> Denominators {
    var whole = activity
    whole.excluded = []
    let body = expected(at: whole, as: kind)
    return Denominators(
      everyone: body.count, withVote: body.count(where: \.hasVote),
      afterExclusion: expected(at: activity, as: kind).count(where: \.hasVote))
  }

  /// Those of some people who cannot be elected on a day: on the roll, and no full member or one
  /// whose rights are suspended (选举条例第五条).
  public func withoutRight(_ people: [Person], on day: Day) -> [Person] {
    people.filter { person in
      person.id.flatMap { member($0, on: day) }.map { !$0.hasVote } ?? false
    }
  }

  /// The election held at an item, over all sittings of its meeting; nil when none of its votes is
  /// one.
  public func election(
    at item: Item, of activity: Activity, kind: ActivityKind?
  ) -> ElectionResult? {
    guard item.votes.contains(where: { $0.category == .election }) else { return nil }
    let (whole, joined) = judged(item, of: activity)
    return ElectionResult(
      votes: joined.votes, seats: joined.seats ?? item.seats,
      turnout: turnout(for: joined, of: whole, kind: kind),
      withoutRight: withoutRight(joined.votes.compactMap(\.subject), on: whole.date))
  }
}
