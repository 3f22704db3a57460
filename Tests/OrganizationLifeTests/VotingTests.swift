import OrganizationLife
import Testing

@Suite struct VotingTests {
  struct Row: Sendable {
    var rule: String
    var category: VoteCategory
    var eligible: Int
    var present: Int
    var mayVote: Bool
    var needed: Int
  }

  /// RULES 1.2, both columns and the edges beside them.
  @Test(arguments: [
    Row(rule: "R02/R03", category: .ordinary, eligible: 10, present: 4, mayVote: false, needed: 6),
    Row(rule: "R02/R03", category: .ordinary, eligible: 10, present: 5, mayVote: true, needed: 6),
    Row(rule: "R02/R03", category: .ordinary, eligible: 11, present: 5, mayVote: false, needed: 6),
    Row(rule: "R02/R03", category: .ordinary, eligible: 11, present: 6, mayVote: true, needed: 6),
    Row(rule: "R02/R03", category: .ordinary, eligible: 1, present: 1, mayVote: true, needed: 1),
    Row(rule: "R02/R03", category: .ordinary, eligible: 2, present: 1, mayVote: true, needed: 2),
    Row(rule: "R02/R03", category: .ordinary, eligible: 14, present: 12, mayVote: true, needed: 8),
    Row(rule: "R02/R03", category: .ordinary, eligible: 0, present: 0, mayVote: false, needed: 1),
    Row(rule: "R02", category: .discipline, eligible: 10, present: 5, mayVote: true, needed: 6),
    Row(rule: "R02", category: .prolongation, eligible: 10, present: 5, mayVote: true, needed: 6),
    Row(
      rule: "R02", category: .disqualification, eligible: 10, present: 5, mayVote: true, needed: 6),
    Row(rule: "R27/R28", category: .admission, eligible: 10, present: 5, mayVote: false, needed: 6),
    Row(rule: "R27/R28", category: .admission, eligible: 10, present: 6, mayVote: true, needed: 6),
    Row(rule: "R27/R28", category: .admission, eligible: 11, present: 5, mayVote: false, needed: 6),
    Row(rule: "R27/R28", category: .admission, eligible: 11, present: 6, mayVote: true, needed: 6),
    Row(rule: "R28", category: .confirmation, eligible: 10, present: 5, mayVote: false, needed: 6),
    Row(rule: "R28", category: .confirmation, eligible: 10, present: 6, mayVote: true, needed: 6),
    Row(rule: "R21/R22", category: .election, eligible: 10, present: 7, mayVote: false, needed: 4),
    Row(rule: "R21/R22", category: .election, eligible: 10, present: 8, mayVote: true, needed: 5),
    Row(rule: "R21/R22", category: .election, eligible: 11, present: 8, mayVote: false, needed: 5),
    Row(rule: "R21/R22", category: .election, eligible: 11, present: 9, mayVote: true, needed: 5),
    Row(rule: "R21/R22", category: .election, eligible: 10, present: 10, mayVote: true, needed: 6),
    Row(rule: "R21", category: .election, eligible: 5, present: 4, mayVote: true, needed: 3),
    Row(rule: "R21", category: .election, eligible: 6, present: 4, mayVote: false, needed: 3),
    Row(rule: "R04", category: .committee, eligible: 5, present: 2, mayVote: false, needed: 3),
    Row(rule: "R04", category: .committee, eligible: 5, present: 3, mayVote: true, needed: 3),
    Row(rule: "R04", category: .committee, eligible: 3, present: 1, mayVote: false, needed: 2),
    Row(rule: "R04", category: .committee, eligible: 3, present: 2, mayVote: true, needed: 2),
    Row(rule: "R04", category: .committee, eligible: 4, present: 2, mayVote: true, needed: 3),
  ])
  func quorumAndMajority(row: Row) {
    #expect(
      Voting.mayVote(row.category, eligible: row.eligible, eligiblePresent: row.present)
        == row.mayVote, "\(row.rule)")
    #expect(
      Voting.needed(row.category, eligible: row.eligible, eligiblePresent: row.present)
        == row.needed, "\(row.rule)")
  }

  struct Result: Sendable {
    var rule: String
    var category: VoteCategory
    var eligible: Int
    var present: Int
    var inFavour: Int
    var written = 0
    var passed: Bool
  }

  @Test(arguments: [
    Result(rule: "R03", category: .ordinary, eligible: 10, present: 10, inFavour: 5, passed: false),
    Result(rule: "R03", category: .ordinary, eligible: 10, present: 10, inFavour: 6, passed: true),
    Result(rule: "R03", category: .ordinary, eligible: 11, present: 6, inFavour: 6, passed: true),
    // The election's test (half of those present) is not that of an ordinary vote.
    Result(rule: "R03", category: .ordinary, eligible: 10, present: 8, inFavour: 5, passed: false),
    Result(rule: "R22", category: .election, eligible: 10, present: 8, inFavour: 5, passed: true),
    // Nor is the election's quorum: with 6 of 10 present an ordinary vote passes.
    Result(rule: "R02", category: .ordinary, eligible: 10, present: 6, inFavour: 6, passed: true),
    Result(rule: "R21", category: .election, eligible: 10, present: 6, inFavour: 6, passed: false),
    Result(rule: "R22", category: .election, eligible: 10, present: 8, inFavour: 4, passed: false),
    // Exactly half present: may vote, cannot pass.
    Result(rule: "R03", category: .ordinary, eligible: 10, present: 5, inFavour: 5, passed: false),
    Result(rule: "R03", category: .ordinary, eligible: 10, present: 5, inFavour: 6, passed: false),
    // Written opinions count among the votes, never among those present.
    Result(
      rule: "R28", category: .admission, eligible: 11, present: 6, inFavour: 7, written: 1,
      passed: true),
    Result(
      rule: "R28", category: .admission, eligible: 10, present: 5, inFavour: 6, written: 1,
      passed: false),
    Result(
      rule: "R28", category: .ordinary, eligible: 10, present: 5, inFavour: 6, written: 1,
      passed: false),
    Result(rule: "R27", category: .admission, eligible: 10, present: 6, inFavour: 6, passed: true),
    Result(
      rule: "R28", category: .confirmation, eligible: 10, present: 9, inFavour: 5, passed: false),
    Result(rule: "R04", category: .committee, eligible: 5, present: 3, inFavour: 2, passed: false),
    Result(rule: "R04", category: .committee, eligible: 5, present: 3, inFavour: 3, passed: true),
  ])
  func passes(row: Result) {
    #expect(
      Voting.passed(
        row.category, eligible: row.eligible, eligiblePresent: row.present,
        inFavour: row.inFavour, written: row.written) == row.passed, "\(row.rule)")
  }

  /// 转正 is as 接收, and what is no admission, election or committee vote is as an ordinary one;
  /// the least numbers are the first that do.
  @Test func categoriesAreOneOfTheFiveComparisons() {
    var compared = 0
    for eligible in 0...60 {
      for present in 0...eligible {
        func may(_ category: VoteCategory) -> Bool {
          Voting.mayVote(category, eligible: eligible, eligiblePresent: present)
        }
        func needed(_ category: VoteCategory) -> Int {
          Voting.needed(category, eligible: eligible, eligiblePresent: present)
        }
        let ordinary: [VoteCategory] = [.prolongation, .disqualification, .discipline]
        let isSame =
          ordinary.allSatisfy { may($0) == may(.ordinary) && needed($0) == needed(.ordinary) }
          && may(.confirmation) == may(.admission)
          && needed(.confirmation) == needed(.admission)
          && VoteCategory.allCases.allSatisfy { category in
            may(category)
              == (eligible > 0 && present >= Voting.quorum(category, eligible: eligible))
          }
        if isSame { compared += 1 } else { Issue.record("\(eligible) \(present)") }
      }
    }
    #expect(compared == 1891)
  }

  /// R23: the surplus is at least a fifth of the seats.
  @Test(arguments: [
    (3, 3, false), (4, 3, true), (5, 5, false), (6, 5, true), (8, 7, false), (9, 7, true),
    (2, 1, true), (1, 1, false), (5, 0, false),
  ])
  func surplus(candidates: Int, seats: Int, enough: Bool) {
    #expect(Voting.hasSurplus(candidates: candidates, seats: seats) == enough, "R23")
  }

  @Test(arguments: [
    (10, 4, VoteCategory.ordinary, LiveVerdict.noQuorum(voters: 4, required: 5)),
    (10, 5, .ordinary, .mayVoteCannotPass(needed: 6, voters: 5)),
    (10, 6, .ordinary, .mayVote(needed: 6)),
    (14, 12, .ordinary, .mayVote(needed: 8)),
    (11, 5, .ordinary, .noQuorum(voters: 5, required: 6)),
    (10, 5, .admission, .noQuorum(voters: 5, required: 6)),
    (10, 7, .election, .noQuorum(voters: 7, required: 8)),
    (10, 8, .election, .mayVote(needed: 5)),
    (4, 2, .committee, .mayVoteCannotPass(needed: 3, voters: 2)),
    (0, 0, .ordinary, .noQuorum(voters: 0, required: 0)),
  ])
  func liveLine(eligible: Int, voters: Int, category: VoteCategory, verdict: LiveVerdict) {
    let turnout = Turnout(
      expected: eligible, present: voters, eligible: eligible, eligiblePresent: voters)
    #expect(LiveVerdict(turnout, category: category) == verdict)
  }
}
