import OrganizationLife
import Testing

/// R24, R26, R28: who counts for which vote, and which numbers decide nothing.
@Suite struct CountedVoteTests {
  struct Counted: RuleRow {
    var rule: String
    var vote: Vote
    /// Of ten with a vote; two of them are left out.
    var present: Int
    var mayVote: Bool
    var needed: Int
    var passed: Bool
  }

  private static func cast(
    _ category: VoteCategory, _ inFavour: Int, against: Int = 0, written: Int = 0,
    issued: Int? = nil, returned: Int? = nil
  ) -> Vote {
    Vote(
      subject: category == .ordinary ? nil : person(1), category: category, inFavour: inFavour,
      against: against, written: written, issued: issued, returned: returned)
  }

  static let counted = [
    // R26: members are left out at elections alone; ten count for every other vote.
    Counted(
      rule: "R26", vote: cast(.ordinary, 5), present: 5, mayVote: true, needed: 6, passed: false),
    Counted(
      rule: "R26", vote: cast(.ordinary, 4), present: 4, mayVote: false, needed: 6, passed: false),
    Counted(
      rule: "R26", vote: cast(.admission, 5), present: 5, mayVote: false, needed: 6, passed: false),
    Counted(
      rule: "R26", vote: cast(.admission, 6), present: 6, mayVote: true, needed: 6, passed: true),
    Counted(
      rule: "R26", vote: cast(.election, 4), present: 7, mayVote: true, needed: 4, passed: true),
    Counted(
      rule: "R26", vote: cast(.election, 4), present: 6, mayVote: false, needed: 4, passed: false),
    // R24: more ballots back than voters, or than were given out: nothing is decided.
    Counted(
      rule: "R24", vote: cast(.election, 5, issued: 8, returned: 8), present: 8, mayVote: true,
      needed: 5, passed: true),
    Counted(
      rule: "R24", vote: cast(.election, 5, issued: 8, returned: 9), present: 8, mayVote: true,
      needed: 5, passed: false),
    Counted(
      rule: "R24", vote: cast(.election, 5, issued: 9, returned: 9), present: 8, mayVote: true,
      needed: 5, passed: false),
    // R28: no more written opinions than votes, or than members who are away.
    Counted(
      rule: "R28", vote: cast(.admission, 8, written: 2), present: 6, mayVote: true, needed: 6,
      passed: true),
    Counted(
      rule: "R28", vote: cast(.admission, 10, written: 4), present: 6, mayVote: true, needed: 6,
      passed: true),
    Counted(
      rule: "R28", vote: cast(.admission, 11, written: 5), present: 6, mayVote: true, needed: 6,
      passed: false),
    Counted(
      rule: "R28", vote: cast(.admission, 6, written: 8), present: 6, mayVote: true, needed: 6,
      passed: false),
  ]

  @Test(arguments: counted)
  func whoCounts(row: Counted) {
    let ledger = ledger(members: fullMembers(1...10))
    var held = assembly(on: "2026-03-12", present: people(1...row.present), votes: [row.vote])
    held.excluded = [9, 10].map { Exclusion(person: person($0), reason: "卧床") }
    let outcome = ledger.outcome(of: row.vote, in: held.items[0], of: held, kind: assembly)
    #expect(outcome.mayVote == row.mayVote, "\(row.rule) \(row.vote)")
    #expect(outcome.needed == row.needed, "\(row.rule) \(row.vote)")
    #expect(outcome.passed == row.passed, "\(row.rule) \(row.vote)")
  }
}
