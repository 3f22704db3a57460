import OrganizationLife
import Testing

/// Elections candidate by candidate, with 另选, more elected than seats, ties and void ones.
@Suite struct ElectionTests {
  struct Row: Sendable {
    var note: String
    var seats: Int?
    var eligible = 10
    var present = 10
    /// Votes in favour of candidates 1, 2, 3 …
    var candidates: [Int]
    /// Votes for names written in.
    var writtenIn: [(name: String, votes: Int)] = []
    var outcomes: [CandidateOutcome]
    var again = 0
    var vacant = 0
    var elected: [String]
  }

  static let rows = [
    Row(
      note: "three of four", seats: 3, candidates: [10, 9, 8, 3],
      outcomes: [.elected, .elected, .elected, .notEnoughVotes],
      elected: ["Q1M01", "Q1M02", "Q1M03"]),
    Row(
      note: "exactly half is not elected", seats: 3, candidates: [10, 6, 5, 9],
      outcomes: [.elected, .elected, .notEnoughVotes, .elected],
      elected: ["Q1M01", "Q1M04", "Q1M02"]),
    Row(
      note: "more with enough votes than seats: those with most", seats: 3,
      candidates: [7, 10, 6, 9], outcomes: [.elected, .elected, .outvoted, .elected],
      elected: ["Q1M02", "Q1M04", "Q1M01"]),
    Row(
      note: "a tie for the last seat is voted on again", seats: 3, candidates: [10, 9, 7, 7],
      outcomes: [.elected, .elected, .tied, .tied], again: 1, elected: ["Q1M01", "Q1M02"]),
    Row(
      note: "a tie for two seats among three", seats: 3, candidates: [10, 7, 7, 7],
      outcomes: [.elected, .tied, .tied, .tied], again: 2, elected: ["Q1M01"]),
    Row(
      note: "a tie above the last seat decides nothing less", seats: 3,
      candidates: [9, 9, 7, 6], outcomes: [.elected, .elected, .elected, .outvoted],
      elected: ["Q1M01", "Q1M02", "Q1M03"]),
    Row(
      note: "all tied", seats: 1, candidates: [6, 6], outcomes: [.tied, .tied], again: 1,
      elected: []),
    Row(
      note: "a tie below the half is none", seats: 1, candidates: [5, 5],
      outcomes: [.notEnoughVotes, .notEnoughVotes], vacant: 1, elected: []),
    Row(
      note: "too few with enough votes", seats: 3, candidates: [8, 7, 5, 4],
      outcomes: [.elected, .elected, .notEnoughVotes, .notEnoughVotes], vacant: 1,
      elected: ["Q1M01", "Q1M02"]),
    Row(
      note: "a name written in is counted like any other", seats: 3, candidates: [9, 8, 4, 2],
      writtenIn: [("王五", 6)],
      outcomes: [.elected, .elected, .notEnoughVotes, .notEnoughVotes, .elected],
      elected: ["Q1M01", "Q1M02", "王五"]),
    Row(
      note: "one name written in on two lines is one", seats: 3, candidates: [9, 8, 4, 2],
      writtenIn: [("王五", 4), ("王五", 2)],
      outcomes: [.elected, .elected, .notEnoughVotes, .notEnoughVotes, .elected],
      elected: ["Q1M01", "Q1M02", "王五"]),
    Row(
      note: "seven of ten may not elect", seats: 3, present: 7, candidates: [7, 7, 7, 0],
      outcomes: [.void, .void, .void, .void], elected: []),
    Row(
      note: "half of those present, not of those expected", seats: 3, present: 8,
      candidates: [5, 5, 5, 4], outcomes: [.elected, .elected, .elected, .notEnoughVotes],
      elected: ["Q1M01", "Q1M02", "Q1M03"]),
    Row(
      note: "seats not said: whoever has enough votes", seats: nil, candidates: [9, 8, 7, 5],
      outcomes: [.elected, .elected, .elected, .notEnoughVotes],
      elected: ["Q1M01", "Q1M02", "Q1M03"]),
    Row(
      note: "no seats are seats not said", seats: 0, candidates: [9, 5],
      outcomes: [.elected, .notEnoughVotes], elected: ["Q1M01"]),
    Row(
      note: "more votes than voters elect nobody", seats: 3, present: 8,
      candidates: [9, 8, 7, 5], outcomes: [.impossible, .elected, .elected, .elected],
      elected: ["Q1M02", "Q1M03", "Q1M04"]),
  ]

  @Test(arguments: rows)
  func election(row: Row) {
    let votes =
      row.candidates.enumerated().map { index, votes in
        Vote(subject: person(index + 1), category: .election, inFavour: votes)
      }
      + row.writtenIn.map { name, votes in
        Vote(category: .election, inFavour: votes, writeIn: name)
      }
    let result = ElectionResult(
      votes: votes, seats: row.seats,
      turnout: Turnout(
        expected: row.eligible, present: row.present, eligible: row.eligible,
        eligiblePresent: row.present))
    #expect(result.people.map(\.outcome) == row.outcomes, "\(row.note)")
    #expect(result.seatsToVoteAgain == row.again, "\(row.note)")
    #expect(result.vacantSeats == row.vacant, "\(row.note)")
    #expect(result.elected.map { $0.id?.text ?? $0.name } == row.elected, "\(row.note)")
    #expect(result.candidates == row.candidates.count, "\(row.note)")
  }

  @Test(
    "Against and abstaining are votes too: more of all than voters elect nobody",
    arguments: [
      (5, 0, 0, .elected), (5, 3, 0, .elected), (5, 2, 1, .elected), (5, 3, 1, .impossible),
      (5, 4, 0, .impossible), (5, 0, 4, .impossible), (4, 4, 0, .notEnoughVotes),
    ] as [(Int, Int, Int, CandidateOutcome)])
  func moreVotesThanVoters(
    inFavour: Int, against: Int, abstaining: Int, outcome: CandidateOutcome
  ) {
    let vote = Vote(
      subject: person(1), category: .election, inFavour: inFavour, against: against,
      abstaining: abstaining)
    let result = ElectionResult(
      votes: [vote], seats: 1,
      turnout: Turnout(expected: 8, present: 8, eligible: 8, eligiblePresent: 8))
    #expect(result.people.map(\.outcome) == [outcome])
  }

  /// What the form says while an election is typed.
  @Test func warningsOfAnElection() {
    let ledger = ledger(members: fullMembers(1...10))
    func kinds(_ votes: [Vote], seats: Int?, present: Int = 10) -> [WarningKind] {
      let held = assembly(
        on: "2026-03-12", present: people(1...present), votes: votes, seats: seats)
      return ledger.warnings(in: held, kind: assembly).map(\.kind)
    }
    func vote(_ number: Int, _ votes: Int, writeIn: String = "") -> Vote {
      Vote(
        subject: person(number), category: .election, inFavour: votes, against: 10 - votes,
        writeIn: writeIn)
    }
    #expect(kinds([vote(1, 9), vote(2, 8), vote(3, 7), vote(4, 3)], seats: 3) == [])
    #expect(
      kinds([vote(1, 9), vote(2, 8), vote(3, 7)], seats: 3)
        == [.meeting(.surplusTooSmall(item: 1, candidates: 3, seats: 3, needed: 4))])
    #expect(kinds([vote(1, 9)], seats: 1) == [])
    #expect(kinds([vote(1, 9), vote(2, 8)], seats: nil) == [.meeting(.seatsUnknown(item: 1))])
    #expect(
      kinds([vote(1, 10), vote(2, 10), vote(3, 10), vote(4, 1)], seats: 3)
        == [.meeting(.choicesBeyondBallots(item: 1, given: 31, most: 30))])
    #expect(
      kinds([vote(1, 9), vote(2, 6), vote(3, 6)], seats: 2)
        == [
          .meeting(.choicesBeyondBallots(item: 1, given: 21, most: 20)),
          .meeting(.voteAgain(item: 1, people(2, 3), seats: 1)),
        ])
    #expect(
      kinds([vote(1, 9), vote(2, 5), vote(3, 5, writeIn: "王五")], seats: 2)
        == [
          .meeting(.writtenInUncounted(item: 1, "王五")),
          .meeting(.seatsVacant(item: 1, 1)),
        ])
    #expect(
      kinds([vote(1, 7), vote(2, 7)], seats: 1, present: 7)
        == [
          .meeting(.electionVoid(item: 1, .noQuorum(present: 7, required: 8))),
          .meeting(.choicesBeyondBallots(item: 1, given: 14, most: 7)),
        ])
  }

  @Test func numbersThatDoNotFitMayBeKept() {
    let ledger = ledger(members: fullMembers(1...10))
    let held = assembly(on: "2026-03-12", present: people(1...5), votes: [Vote(inFavour: 9)])
    let faults = ledger.faults(in: held, kind: assembly)
    #expect(faults == [.votesBeyondVoters(item: 1, vote: 1, given: 9, most: 5)])
    #expect(faults.map(\.mayBeKept) == [true])
    var twice = held
    twice.present += people(1)
    #expect(
      ledger.faults(in: twice, kind: assembly).map(\.mayBeKept) == [false, true])
  }
}
