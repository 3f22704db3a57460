import OrganizationLife
import Testing

/// R03, R04, R20, R28–R30: which body decides what, of whom, and who takes a seat.
@Suite struct DecidingTests {
  /// A vote at a meeting of a body of ten full members, five of them its officers.
  struct Place: RuleRow {
    var rule: String
    var body: Body
    var level = OrganizationLevel.branch
    var category: VoteCategory
    var decision: VoteDecision
  }

  static let places: [Place] = [
    Place(rule: "R03", body: .members, category: .discipline, decision: .passed),
    Place(rule: "R03", body: .committee, category: .discipline, decision: .notDecidedHere),
    Place(rule: "R03", body: .committee, category: .prolongation, decision: .notDecidedHere),
    Place(rule: "R03", body: .committee, category: .disqualification, decision: .notDecidedHere),
    Place(rule: "R03", body: .people, category: .discipline, decision: .notDecidedHere),
    Place(rule: "R28", body: .members, category: .admission, decision: .passed),
    Place(rule: "R28", body: .committee, category: .admission, decision: .notDecidedHere),
    Place(rule: "R28", body: .committee, category: .confirmation, decision: .notDecidedHere),
    Place(
      rule: "R28", body: .group, level: .group, category: .admission, decision: .notDecidedHere),
    // The level above approves by a vote of its committee.
    Place(
      rule: "R29", body: .committee, level: .committee, category: .admission, decision: .passed),
    Place(
      rule: "R28", body: .committee, level: .temporaryBranch, category: .admission,
      decision: .notDecidedHere),
    // A committee resolves what it thinks of somebody's admission, and elects its secretary.
    Place(rule: "R04", body: .committee, category: .ordinary, decision: .passed),
    Place(rule: "R04", body: .committee, category: .committee, decision: .passed),
    Place(rule: "R04", body: .members, category: .committee, decision: .notDecidedHere),
    Place(
      rule: "R04", body: .group, level: .group, category: .committee, decision: .notDecidedHere),
    Place(rule: "R25", body: .committee, category: .election, decision: .candidate(.withoutRight)),
  ]

  @Test(arguments: places)
  func whoDecides(row: Place) {
    let ledger = ledger(
      organizations: [organization(level: row.level, officers: [1, 2, 3, 4, 5])],
      members: fullMembers(1...10) + [member(11, status: .candidate)])
    let kind = kind("会议", body: row.body)
    let vote = Vote(subject: person(11), category: row.category, inFavour: 5)
    let unanimous = Vote(subject: person(11), category: row.category, inFavour: 10)
    let isWhole = row.body == .members
    let held = assembly(
      on: "2026-03-12", present: people(1...(isWhole ? 10 : 5)),
      votes: [isWhole ? unanimous : vote], seats: row.category == .election ? 1 : nil)
    let outcome = ledger.outcome(
      of: held.items[0].votes[0], in: held.items[0], of: held, kind: kind)
    #expect(outcome.decision == row.decision, "\(row.rule) \(row.body) \(row.category)")
    let said = ledger.warnings(in: held, kind: kind).contains { warning in
      switch warning.kind {
      case .meeting(.forAssemblyAlone(1, 1, row.category)):
        row.category != .committee
      case .meeting(.committeeVoteElsewhere(1, 1)): row.category == .committee
      default: false
      }
    }
    #expect(said == (row.decision == .notDecidedHere), "\(row.rule) \(row.body) \(row.category)")
  }

  /// A meeting on 2026-03-12 that decided about member 11, who was that since the day given.
  struct Subject: RuleRow {
    var rule: String
    var category: VoteCategory
    var status: MemberStatus
    var since = "2024-01-01"
    var fits: Bool
  }

  static let subjects: [Subject] = [
    Subject(rule: "R29", category: .admission, status: .candidate, fits: true),
    Subject(rule: "R29", category: .admission, status: .activist, fits: false),
    Subject(rule: "R29", category: .admission, status: .applicant, fits: false),
    Subject(rule: "R29", category: .admission, status: .full, fits: false),
    Subject(rule: "R29", category: .admission, status: .probationary, fits: false),
    Subject(
      rule: "R29", category: .admission, status: .probationary, since: "2026-03-11", fits: false),
    // The status dates back to the meeting.
    Subject(
      rule: "R29", category: .admission, status: .probationary, since: "2026-03-12", fits: true),
    Subject(
      rule: "R29", category: .admission, status: .full, since: "2026-03-12", fits: false),
    // Not on the roll yet: nothing can be said.
    Subject(rule: "R29", category: .admission, status: .full, since: "2026-03-13", fits: true),
    Subject(rule: "R30", category: .confirmation, status: .probationary, fits: true),
    Subject(rule: "R30", category: .confirmation, status: .candidate, fits: false),
    Subject(rule: "R30", category: .confirmation, status: .activist, fits: false),
    // Said of the member: the status before the vote.
    Subject(rule: "R30", category: .confirmation, status: .full, fits: true),
    Subject(rule: "R30", category: .prolongation, status: .probationary, fits: true),
    Subject(rule: "R30", category: .prolongation, status: .full, fits: false),
    Subject(rule: "R30", category: .disqualification, status: .candidate, fits: false),
    Subject(rule: "R30", category: .discipline, status: .activist, fits: true),
    Subject(rule: "R30", category: .ordinary, status: .activist, fits: true),
  ]

  @Test(arguments: subjects)
  func ofWhom(row: Subject) {
    let ledger = ledger(
      members: fullMembers(1...10) + [member(11, status: row.status, since: row.since)])
    for isNamedByTheVote in [true, false] {
      let held = assembly(
        on: "2026-03-12", present: people(1...10), about: isNamedByTheVote ? [] : people(11),
        votes: [
          Vote(
            subject: isNamedByTheVote ? person(11) : nil, category: row.category, inFavour: 10)
        ])
      let expected: [WarningKind] =
        row.fits
        ? []
        : [
          .meeting(
            .subjectOfAnotherStatus(item: 1, vote: 1, row.category, person(11), row.status))
        ]
      let found = ledger.warnings(in: held, kind: assembly)
      #expect(found.map(\.kind) == expected, "\(row.rule) \(row.category) \(row.status)")
      #expect(found.allSatisfy { $0.citation.rule?.rawValue == row.rule })
    }
  }

  @Test(arguments: [
    (VoteCategory.admission, true), (.confirmation, true), (.prolongation, true),
    (.disqualification, true), (.discipline, false), (.ordinary, false), (.election, false),
  ])
  func onNobody(category: VoteCategory, isSaid: Bool) {
    let ledger = ledger(members: fullMembers(1...10))
    let held = assembly(
      on: "2026-03-12", present: people(1...10), votes: [Vote(category: category, inFavour: 10)],
      seats: category == .election ? 1 : nil)
    let kinds = ledger.warnings(in: held, kind: assembly).map(\.kind)
    #expect(
      kinds.contains(.meeting(.subjectMissing(item: 1, vote: 1, category))) == isSaid, "R28")
  }

  /// An election of three seats by ten: votes for 1, 2, 3, 4, 5 and 11, who is what the row says.
  struct Seat: RuleRow {
    var rule = "R20"
    var status = MemberStatus.full
    var rights = MemberRights.normal
    var votes: Int
    var outcome: CandidateOutcome
    var others: [CandidateOutcome]
  }

  static let seats: [Seat] = [
    Seat(votes: 10, outcome: .elected, others: [.elected, .elected, .outvoted, .outvoted]),
    Seat(
      status: .probationary, votes: 10, outcome: .withoutRight,
      others: [.elected, .elected, .elected, .outvoted]),
    Seat(
      status: .candidate, votes: 6, outcome: .withoutRight,
      others: [.elected, .elected, .elected, .outvoted]),
    Seat(
      rights: .onProbationForDiscipline, votes: 10, outcome: .withoutRight,
      others: [.elected, .elected, .elected, .outvoted]),
    Seat(
      rights: .suspended, votes: 2, outcome: .withoutRight,
      others: [.elected, .elected, .elected, .outvoted]),
    Seat(votes: 5, outcome: .notEnoughVotes, others: [.elected, .elected, .elected, .outvoted]),
    // Tied with the third: who cannot be elected is tied with nobody.
    Seat(votes: 7, outcome: .tied, others: [.elected, .elected, .tied, .outvoted]),
    Seat(
      status: .probationary, votes: 7, outcome: .withoutRight,
      others: [.elected, .elected, .elected, .outvoted]),
  ]

  @Test(arguments: seats)
  func whoTakesASeat(row: Seat) {
    let ledger = ledger(
      members: fullMembers(1...10) + [member(11, status: row.status, rights: row.rights)])
    func vote(_ number: Int, _ votes: Int) -> Vote {
      Vote(subject: person(number), category: .election, inFavour: votes)
    }
    let votes = [vote(1, 9), vote(2, 8), vote(3, 7), vote(4, 6), vote(11, row.votes)]
    let held = assembly(on: "2026-03-12", present: people(1...10), votes: votes, seats: 3)
    let item = held.items[0]
    let outcomes = votes.map { ledger.outcome(of: $0, in: item, of: held, kind: assembly) }
    #expect(
      outcomes.map(\.decision) == (row.others + [row.outcome]).map { .candidate($0) },
      "\(row.status) \(row.rights) \(row.votes)")
    #expect(
      outcomes.map(\.passed) == (row.others + [row.outcome]).map { $0 == .elected },
      "\(row.status) \(row.rights) \(row.votes)")
  }

  /// Without a catalogue a meeting is judged by the name of its kind.
  @Test(arguments: [
    ("支委会", false), ("支部委员会", false), ("党员大会", true), ("支部党员大会", true),
  ])
  func aCommitteeProlongsNothing(kind: String, isProlonged: Bool) throws {
    let held = assembly(
      on: "2026-02-20", present: people(1...4),
      votes: [Vote(subject: person(11), category: .prolongation, inFavour: 4)]
    ) { $0.kind = kind }
    let ledger = ledger(
      organizations: [organization(officers: [1, 2, 3, 4])],
      members: fullMembers(1...4) + [
        member(11, status: .probationary, since: "2025-03-01", admitted: "2025-03-01")
      ], activities: [held])
    let own = try #require(ledger.member(identifier("Q1M11"), on: date("2026-03-10")))
    let probation = try #require(ledger.probation(of: own, on: date("2026-03-10")))
    #expect(probation.isProlonged == isProlonged, "R30")
  }
}
