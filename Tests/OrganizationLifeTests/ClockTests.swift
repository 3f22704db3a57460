import OrganizationLife
import Testing

@Suite struct ClockTests {
  /// R31, R43: from the day of admission, not of 转正.
  @Test(
    arguments: [
      ("2008-07-01", "2026-07", "2026-07-01", 18), ("2008-07-31", "2026-07", "2026-07-31", 18),
      ("2024-02-29", "2026-02", "2026-02-28", 2), ("2024-02-29", "2028-02", "2028-02-29", 4),
      ("2025-07-01", "2026-07", "2026-07-01", 1), ("2026-07-01", "2026-07", nil, 0),
      ("2008-06-30", "2026-07", nil, 0), ("2008-07-01", "2026", "2026-07-01", 18),
    ] as [(String, String, String?, Int)])
  func politicalBirthdays(admitted: String, period: String, on: String?, years: Int) throws {
    let ledger = ledger(members: [
      member(1, admitted: admitted, confirmed: "2026-08-01"),
      member(2, status: .activist, admitted: admitted),
      member(3, rights: .membershipStopped, admitted: admitted), member(4),
    ])
    let period = try #require(Period(period))
    for asked in [nil, place("Q1"), place("P1")] {
      let found = ledger.politicalBirthdays(in: period, of: asked)
      #expect(found.map(\.date) == [on].compactMap { $0.map(date) })
      #expect(found.map(\.years) == (on == nil ? [] : [years]))
    }
  }

  @Test(
    arguments: [
      (OrganizationLevel.branch, "2023-05-10", nil, "2026-05-10"),
      (.branch, "2023-05-10", 5, "2028-05-10"), (.committee, "2023-05-10", nil, "2028-05-10"),
      (.generalBranch, "2024-02-29", nil, "2027-02-28"), (.temporaryBranch, "2023-05-10", 3, nil),
      (.group, "2023-05-10", nil, nil), (.branch, nil, 3, nil),
    ] as [(OrganizationLevel, String?, Int?, String?)])
  func terms(level: OrganizationLevel, elected: String?, years: Int?, ends: String?) {
    let organization = organization(level: level, elected: elected, term: years)
    #expect(ledger(members: []).term(of: organization)?.ends == ends.map(date), "R16, R18")
  }

  @Test(arguments: [
    ("2025-11-09", 6, false, false), ("2025-11-10", 6, false, true),
    ("2025-11-11", 5, false, true), ("2026-04-10", 1, false, true),
    ("2026-04-11", 0, false, true), ("2026-05-10", 0, false, true),
    ("2026-05-11", -1, true, true), ("2026-06-10", -2, true, true),
    ("2024-05-10", 24, false, false),
  ])
  func termLeft(day: String, months: Int, isOver: Bool, isNear: Bool) throws {
    let term = try #require(ledger(members: []).term(of: organization(elected: "2023-05-10")))
    #expect(term.monthsLeft(on: date(day)) == months, "R17")
    #expect(term.isOver(on: date(day)) == isOver)
    #expect(term.isNear(on: date(day)) == isNear)
  }

  @Test func termsThatEndFirstStandFirst() {
    let ledger = ledger(
      organizations: [
        organization(elected: "2025-05-10"), organization("Q2", elected: "2024-05-10"),
        organization("Q3"),
      ], members: [])
    let terms = ledger.terms(on: date("2026-11-20"), under: nil)
    #expect(terms.map(\.organization.id.text) == ["Q2", "Q1"])
  }

  struct Row: Sendable {
    var note: String
    var votes: [(day: String, category: VoteCategory, due: String?)]
    var on: String
    var ends: String
    var isProlonged: Bool
    var decided: String?
    var isOverdue: Bool
  }

  /// R30: one year from the meeting that admitted, prolonged once by 6 to 12 months.
  @Test(arguments: [
    Row(
      note: "still running", votes: [], on: "2026-03-01", ends: "2026-03-01", isProlonged: false,
      decided: nil, isOverdue: false),
    Row(
      note: "over", votes: [], on: "2026-03-02", ends: "2026-03-01", isProlonged: false,
      decided: nil, isOverdue: true),
    Row(
      note: "voted", votes: [("2026-03-10", .confirmation, nil)], on: "2026-03-20",
      ends: "2026-03-01", isProlonged: false, decided: "V0#1", isOverdue: false),
    Row(
      note: "a vote still to come does not count",
      votes: [("2026-03-21", .confirmation, nil)], on: "2026-03-20", ends: "2026-03-01",
      isProlonged: false, decided: nil, isOverdue: true),
    Row(
      note: "cancelled", votes: [("2026-03-10", .disqualification, nil)], on: "2026-03-20",
      ends: "2026-03-01", isProlonged: false, decided: "V0#1", isOverdue: false),
    Row(
      note: "prolonged, until a year later", votes: [("2026-03-10", .prolongation, nil)],
      on: "2027-03-01", ends: "2027-03-01", isProlonged: true, decided: nil, isOverdue: false),
    Row(
      note: "prolonged by half a year", votes: [("2026-03-10", .prolongation, "2026-09-01")],
      on: "2026-09-02", ends: "2026-09-01", isProlonged: true, decided: nil, isOverdue: true),
    Row(
      note: "less than half a year is no prolongation's end",
      votes: [("2026-03-10", .prolongation, "2026-08-31")], on: "2026-09-02",
      ends: "2027-03-01", isProlonged: true, decided: nil, isOverdue: false),
    Row(
      note: "prolonged, then decided",
      votes: [("2026-03-10", .prolongation, nil), ("2027-03-05", .confirmation, nil)],
      on: "2027-03-20", ends: "2027-03-01", isProlonged: true, decided: "V1#1",
      isOverdue: false),
    Row(
      note: "a vote of another category says nothing", votes: [("2026-03-10", .ordinary, nil)],
      on: "2026-03-20", ends: "2026-03-01", isProlonged: false, decided: nil, isOverdue: true),
  ])
  func probation(row: Row) {
    let activities = row.votes.enumerated().map { index, vote in
      activity(on: vote.day, id: "V\(index)") {
        $0.present = people(1...6)
        $0.items = [
          Item(
            title: "讨论", kind: .vote,
            votes: [Vote(subject: person(7), category: vote.category, inFavour: 6)],
            due: vote.due.map(date))
        ]
      }
    }
    let probationary = member(7, status: .probationary, admitted: "2025-03-01")
    let ledger = ledger(members: fullMembers(1...6) + [probationary], activities: activities)
    let found = ledger.probation(of: probationary, on: date(row.on))
    #expect(found?.ends == date(row.ends), "\(row.note)")
    #expect(found?.isProlonged == row.isProlonged, "\(row.note)")
    #expect(found?.decided?.text == row.decided, "\(row.note)")
    #expect(found?.isOverdue(on: date(row.on)) == row.isOverdue, "\(row.note)")
  }

  @Test func aProlongationThatDidNotPassDoesNotProlong() {
    let held = activity(on: "2026-03-10") {
      $0.present = people(1...6)
      $0.items = [
        Item(
          title: "讨论", about: people(7),
          votes: [Vote(category: .prolongation, inFavour: 3, against: 3)])
      ]
    }
    let probationary = member(7, status: .probationary, admitted: "2025-03-01")
    let ledger = ledger(members: fullMembers(1...6) + [probationary], activities: [held])
    #expect(ledger.probation(of: probationary, on: date("2026-04-01"))?.ends == date("2026-03-01"))
  }

  @Test func onlyOfThoseOnProbation() {
    let ledger = ledger(members: fullMembers(1...3))
    #expect(ledger.probation(of: member(1, admitted: "2025-03-01"), on: date("2026-04-01")) == nil)
    let undated = member(4, status: .probationary)
    #expect(ledger.probation(of: undated, on: date("2026-04-01")) == nil)
  }
}

@Suite struct TalkTests {
  /// Three on the committee, four others: 3 pairs, 4 with the committee, 4 among members (R13).
  func coverage(
    _ talks: [(Int?, [Int])], members: [Member] = fullMembers(1...7)
  ) -> TalkCoverage {
    let held = talks.enumerated().map { index, talk in
      activity("谈心谈话", on: "2026-05-05", id: "T\(index)") {
        $0.presider = talk.0.map(person)
        $0.present = talk.1.map(person)
      }
    }
    return ledger(members: members, activities: held).talkCoverage(
      of: place("Q1"), in: date("2026-01-01")...date("2026-12-31"), catalog: catalogue)
  }

  @Test func coverageNotAllPairs() {
    let none = coverage([])
    #expect(none.required == 11)
    #expect(none.done == 0)
    let all = coverage([
      (1, [2]), (2, [3]), (3, [1]), (1, [4, 5]), (3, [6]), (2, [7]), (4, [5]), (6, [7]),
    ])
    #expect(all.done == 11)
    #expect(all.evidence.count == 8)
  }

  @Test func whoIsListedWithThePresiderTalkedWithThePresiderOnly() {
    let found = coverage([(1, [1, 4, 5])])
    #expect(found.done == 2)
    #expect(found.withoutMember.map(\.id.text) == ["Q1M04", "Q1M05", "Q1M06", "Q1M07"])
    #expect(found.withoutCommittee.map(\.id.text) == ["Q1M06", "Q1M07"])
  }

  @Test func nobodyTalksWithHimself() {
    let found = coverage([(4, [4, 1])])
    #expect(found.done == 1)
    #expect(found.withoutMember.map(\.id.text) == ["Q1M04", "Q1M05", "Q1M06", "Q1M07"])
  }

  @Test func withoutAPresiderAllTalkedWithEachOther() {
    #expect(coverage([(nil, [4, 5, 6])]).done == 3)
    #expect(coverage([(nil, [1, 2, 3])]).committeePairs == [])
  }

  @Test func detainedMembersAreNotAskedFor() {
    let members = fullMembers(1...6) + [member(7, rights: .suspended)]
    #expect(coverage([], members: members).required == 9)
  }

  @Test func aSingleOrdinaryMemberHasNobodyElseToTalkWith() {
    #expect(coverage([], members: fullMembers(1...4)).required == 4)
  }
}
