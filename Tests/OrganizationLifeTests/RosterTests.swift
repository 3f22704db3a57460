import OrganizationLife
import Testing

@Suite struct RosterTests {
  /// Ten full members, one of each other standing.
  let mixed =
    fullMembers(1...10) + [
      member(11, status: .probationary), member(12, rights: .onProbationForDiscipline),
      member(13, rights: .suspended), member(14, rights: .membershipStopped),
      member(15, status: .candidate), member(16, status: .activist),
      member(17, status: .applicant),
    ]

  @Test func theThreeDenominatorsAreKeptApart() {
    let held = activity {
      $0.present = people(1...6) + people(11, 12, 15)
      $0.video = people(7)
      $0.late = people(1)
      $0.leftEarly = people(2)
    }
    let turnout = ledger(members: mixed).turnout(of: held, kind: assembly)
    // R20: 预备党员 and 留党察看 are expected and have no vote; 停止党籍 is not expected; those on
    // the way to membership are not either, though listed.
    #expect(
      turnout == Turnout(expected: 13, present: 9, eligible: 10, eligiblePresent: 7))
  }

  @Test func excludedMembersLeaveBothBases() {
    let held = activity {
      $0.present = people(1...8)
      $0.excluded = [
        Exclusion(person: person(9), reason: "卧床"), Exclusion(person: person(11), reason: "出国"),
      ]
    }
    let turnout = ledger(members: mixed).turnout(of: held, kind: assembly)
    // R26
    #expect(turnout == Turnout(expected: 11, present: 8, eligible: 9, eligiblePresent: 8))
  }

  @Test func awayForOneItemIsAbsentForItsVotesOnly() {
    let item = Item(title: "讨论本人处分", kind: .vote, away: people(1, 2))
    let held = activity {
      $0.present = people(1...10)
      $0.items = [item]
    }
    let ledger = ledger(members: mixed)
    #expect(
      ledger.turnout(for: item, of: held, kind: assembly)
        == Turnout(expected: 13, present: 8, eligible: 10, eligiblePresent: 8))
    #expect(ledger.turnout(of: held, kind: assembly).eligiblePresent == 10)
  }

  @Test func theCommitteeIsItsOfficersEachOnce() {
    var branch = organization(officers: [1, 2, 3])
    branch.officers.append(Officer(person: person(1), post: "纪检委员"))
    // Nobody of that id is on a roll.
    branch.officers.append(Officer(person: person(40), post: "宣传委员"))
    // An officer without a vote sits on the committee and has none there either (R20).
    branch.officers.append(Officer(person: person(12), post: "青年委员"))
    let ledger = ledger(organizations: [branch], members: mixed)
    let held = activity("支委会") { $0.present = people(1, 2, 5) }
    #expect(
      ledger.expected(at: held, as: committeeMeeting).map(\.id.text)
        == ["Q1M01", "Q1M02", "Q1M03", "Q1M12"])
    #expect(
      ledger.turnout(of: held, kind: committeeMeeting)
        == Turnout(expected: 4, present: 2, eligible: 3, eligiblePresent: 2))
  }

  @Test func whoIsNoMemberSitsOnNoCommittee() {
    let ledger = ledger(
      organizations: [organization(officers: [1, 2, 3])],
      members: [
        member(1), member(2, rights: .membershipStopped), member(3, status: .activist),
      ])
    let held = activity("支委会") { $0.present = people(1, 2, 3) }
    #expect(
      ledger.turnout(of: held, kind: committeeMeeting)
        == Turnout(expected: 1, present: 1, eligible: 1, eligiblePresent: 1))
  }

  @Test func aGroupMeetingIsTheGroups() {
    let ledger = ledger(
      organizations: [organization("Q1X1", level: .group, parent: "Q1")],
      members: fullMembers(1...4, group: "Q1X1") + fullMembers(5...9))
    let held = activity("党小组会", of: "Q1X1") { $0.present = people(1, 2, 9) }
    let expected = Turnout(expected: 4, present: 2, eligible: 4, eligiblePresent: 2)
    #expect(ledger.turnout(of: held, kind: groupMeeting) == expected)
    #expect(ledger.turnout(of: held, kind: nil) == expected)
  }

  @Test func aTalkIsThePeopleNamed() {
    let held = activity("谈心谈话") {
      $0.presider = person(1)
      $0.present = people(4, 5)
    }
    #expect(
      ledger(members: mixed).expected(at: held, as: talk).map(\.id.text) == ["Q1M04", "Q1M05"])
  }

  @Test func aGeneralBranchExpectsTheMembersOfItsBranches() {
    let ledger = ledger(
      organizations: [
        organization("Z1", level: .generalBranch, parent: "P1"), organization(parent: "Z1"),
        organization("Q2", parent: "Z1"), organization("Q3", parent: "P1"),
      ],
      members: fullMembers(1...3) + [member(4, in: "Q2"), member(5, in: "Q3")])
    let held = activity(of: "Z1") { $0.present = people(1, 4, 5) }
    #expect(
      ledger.turnout(of: held, kind: assembly)
        == Turnout(expected: 4, present: 2, eligible: 4, eligiblePresent: 2))
  }

  /// Transfer in mid-year: whoever came on 1 June is expected from that day, and was expected at
  /// the old branch until the day before.
  @Test(arguments: [
    ("2026-05-31", "Q1", 3), ("2026-06-01", "Q1", 2), ("2026-05-31", "Q2", 1),
    ("2026-06-01", "Q2", 2),
  ])
  func transfer(day: String, branch: String, expected: Int) {
    let ledger = ledger(
      organizations: [organization(officers: [1]), organization("Q2")],
      members: [
        member(1), member(2), member(3, since: "2020-01-01"), member(4, in: "Q2"),
        member(3, in: "Q2", since: "2026-06-01"),
      ])
    let held = activity(on: day, of: branch)
    #expect(ledger.expected(at: held, as: assembly).count == expected)
  }

  @Test(arguments: [("2026-06-30", 10, 9), ("2026-07-01", 10, 10)])
  func confirmationGivesTheVoteFromItsDayOn(day: String, expected: Int, eligible: Int) {
    let ledger = ledger(
      members: fullMembers(1...9) + [
        member(10, status: .probationary), member(10, since: "2026-07-01"),
      ])
    let turnout = ledger.turnout(of: activity(on: day), kind: assembly)
    #expect(turnout.expected == expected)
    #expect(turnout.eligible == eligible)
  }

  /// A snapshot that is entered late holds from its own day on, and of two of one day the one
  /// written later.
  @Test func lateSnapshots() {
    var late = member(3, status: .probationary, since: "2026-02-01")
    late.enteredAt = Moment(seconds: writtenAt.seconds + 9_000_000, offset: 28_800)
    late.rights = .onProbationForDiscipline
    var corrected = late
    corrected.enteredAt = Moment(seconds: writtenAt.seconds + 9_500_000, offset: 28_800)
    corrected.status = .full
    corrected.rights = .normal
    let ledger = ledger(members: [corrected, late, member(1), member(2), member(3)])
    #expect(ledger.member(identifier("Q1M03"), on: date("2026-01-31"))?.status == .full)
    #expect(
      ledger.member(identifier("Q1M03"), on: date("2026-02-01"))?.enteredAt == corrected.enteredAt)
    #expect(ledger.turnout(of: activity(on: "2026-02-01"), kind: assembly).eligible == 3)
  }

  @Test func whoLeftIsNotExpectedAfterTheLastDay() {
    let ledger = ledger(members: fullMembers(1...3) + [member(4, until: "2026-03-12")])
    #expect(ledger.expected(at: activity(on: "2026-03-12"), as: assembly).count == 4)
    #expect(ledger.expected(at: activity(on: "2026-03-13"), as: assembly).count == 3)
  }

  @Test(
    "what is below an organisation has ended from the day after its last one on",
    arguments: [
      ("2026-06-30", ["P1", "Q1", "Z1", "Q2"]), ("2026-07-01", ["P1", "Q1", "Z1"]),
      ("2026-07-02", ["P1", "Q1", "Q2", "Z1"]),
    ])
  func placesThatEnded(day: String, places: [String]) {
    let ledger = ledger(
      organizations: [
        organization("Z1", level: .generalBranch, until: "2026-06-30"),
        organization("Q2", parent: "Z1", until: "2026-07-01"),
      ], members: [])
    let found = ledger.placesWithEnded(under: place("P1"), on: date(day))
    #expect(found.map(\.text) == places)
  }

  @Test func orderedByGroupThenById() {
    let ledger = ledger(
      organizations: [
        organization("Q1X2", level: .group, parent: "Q1"),
        organization("Q1X10", level: .group, parent: "Q1"),
      ],
      members: [
        member(5), member(1, group: "Q1X10"), member(4, group: "Q1X2"), member(2, group: "Q1X2"),
      ])
    #expect(
      ledger.expected(at: activity(), as: assembly).map(\.id.text)
        == ["Q1M02", "Q1M04", "Q1M01", "Q1M05"])
  }

  /// The short way for one member agrees with the long way for all.
  @Test func isExpectedAgreesWithExpected() {
    let ledger = ledger(
      organizations: [
        organization(officers: [1, 2, 11]), organization("Q1X1", level: .group, parent: "Q1"),
        organization("Q2"),
      ],
      members: mixed + [member(20, group: "Q1X1"), member(21, in: "Q2")])
    let held: [(Activity, ActivityKind?)] = [
      (activity { $0.excluded = [Exclusion(person: person(3), reason: "卧床")] }, assembly),
      (activity("支委会"), committeeMeeting), (activity("党小组会", of: "Q1X1"), groupMeeting),
      (activity("谈心谈话") { $0.present = people(4, 5) }, talk),
      (activity(of: "P1"), assembly), (activity(), nil),
    ]
    for (activity, kind) in held {
      let all = Set(ledger.expected(at: activity, as: kind).map(\.id))
      for number in 1...25 {
        let id = identifier(memberText(number))
        #expect(ledger.isExpected(id, at: activity, as: kind) == all.contains(id))
      }
    }
  }

  @Test func outcomeOfAVoteInTheCommitteeIsTheCommittees() {
    let ledger = ledger(members: mixed)
    let vote = Vote(inFavour: 2)
    let item = Item(title: "研究", kind: .vote, votes: [vote])
    let held = activity("支委会") {
      $0.present = people(1, 2)
      $0.items = [item]
    }
    #expect(
      ledger.outcome(of: vote, in: item, of: held, kind: committeeMeeting)
        == VoteOutcome(mayVote: true, needed: 2, decision: .passed))
    #expect(
      ledger.outcome(of: vote, in: item, of: held, kind: assembly)
        == VoteOutcome(mayVote: false, needed: 6, decision: .noQuorum))
    #expect(ledger.verdict(on: held, kind: committeeMeeting) == .mayVote(needed: 2))
  }

  /// FORMAT.md 7: 人次. Of a talk, and of nothing else whose people are chosen freely, the presider
  /// is none.
  @Test(
    arguments: [
      ("党课", .members, nil, "3"), ("党课", .members, "1000+", "1000+"),
      ("谈心谈话", .people, nil, "2"), ("廉政谈话", .people, nil, "2"), ("培训", .people, nil, "3"),
    ] as [(String, Body, String?, String)])
  func personTimes(name: String, body: Body, headcount: String?, expected: String) {
    let held = activity(name) {
      $0.presider = person(1)
      $0.present = people(1, 2)
      $0.video = people(3)
      $0.headcount = headcount.flatMap { Quantity($0) }
    }
    #expect(held.personTimes(as: kind(name, body: body))?.description == expected)
  }
}
