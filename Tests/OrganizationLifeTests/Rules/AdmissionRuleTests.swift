import OrganizationLife
import Testing

/// R29–R31: from application to full membership, with its three dates.
@Suite struct AdmissionRuleTests {
  /// Member 7 of a branch of six voters, admitted on 2025-03-01 unless said otherwise.
  struct Row: RuleRow {
    var rule: String
    var note: String
    var votes: [(day: String, category: VoteCategory, yes: Int, due: String?)] = []
    /// The status on the roll at last, and since when it is full.
    var full: String?
    var recorded: String? = "2025-03-01"
    var approved: String? = "2025-04-10"
    var confirmed: String?
    var on: String
    var stage: AdmissionStage
    var ends: String?
    var partyAge: String?
    var warnings: [AdmissionWarning] = []
  }

  static let taken =
    ("2025-03-01", VoteCategory.admission, 6, nil)
    as (
      day: String, category: VoteCategory, yes: Int, due: String?
    )

  static let probations = [
    Row(
      rule: "R30", note: "still running", votes: [taken], on: "2026-03-01", stage: .onProbation,
      ends: "2026-03-01"),
    Row(
      rule: "R30", note: "over by a day", votes: [taken], on: "2026-03-02",
      stage: .probationOver, ends: "2026-03-01",
      warnings: [.confirmationOverdue(ends: date("2026-03-01"))]),
    Row(
      rule: "R30", note: "a day early", votes: [taken, ("2026-02-28", .confirmation, 6, nil)],
      on: "2026-03-10", stage: .awaitingConfirmation, ends: "2026-03-01",
      partyAge: "2026-03-01",
      warnings: [.confirmedEarly(meeting: date("2026-02-28"), ends: date("2026-03-01"))]),
    Row(
      rule: "R30", note: "on the day", votes: [taken, ("2026-03-01", .confirmation, 6, nil)],
      on: "2026-03-10", stage: .awaitingConfirmation, ends: "2026-03-01",
      partyAge: "2026-03-01"),
    Row(
      rule: "R30", note: "prolonged by less than six months",
      votes: [taken, ("2026-03-05", .prolongation, 6, "2026-08-31")], on: "2026-03-10",
      stage: .onProbation, ends: "2027-03-01",
      warnings: [
        .prolongationOutOfRange(
          until: date("2026-08-31"), earliest: date("2026-09-01"), latest: date("2027-03-01"))
      ]),
    Row(
      rule: "R30", note: "prolonged by six months",
      votes: [taken, ("2026-03-05", .prolongation, 6, "2026-09-01")], on: "2026-09-01",
      stage: .onProbation, ends: "2026-09-01"),
    Row(
      rule: "R30", note: "prolonged by a year",
      votes: [taken, ("2026-03-05", .prolongation, 6, "2027-03-01")], on: "2027-03-02",
      stage: .probationOver, ends: "2027-03-01",
      warnings: [.confirmationOverdue(ends: date("2027-03-01"))]),
    Row(
      rule: "R30", note: "prolonged by a day more",
      votes: [taken, ("2026-03-05", .prolongation, 6, "2027-03-02")], on: "2026-03-10",
      stage: .onProbation, ends: "2027-03-01",
      warnings: [
        .prolongationOutOfRange(
          until: date("2027-03-02"), earliest: date("2026-09-01"), latest: date("2027-03-01"))
      ]),
    Row(
      rule: "R30", note: "prolonged twice",
      votes: [
        taken, ("2026-03-05", .prolongation, 6, "2026-09-01"),
        ("2026-09-02", .prolongation, 6, "2027-03-01"),
      ], on: "2026-08-01", stage: .onProbation, ends: "2026-09-01"),
    Row(
      rule: "R30", note: "prolonged twice, seen after it",
      votes: [
        taken, ("2026-03-05", .prolongation, 6, "2026-09-01"),
        ("2026-09-01", .prolongation, 6, "2027-03-01"),
      ], on: "2026-09-01", stage: .onProbation, ends: "2026-09-01",
      warnings: [.prolongedTwice(on: date("2026-09-01"))]),
    Row(
      rule: "R30", note: "a prolongation that did not pass",
      votes: [taken, ("2026-03-05", .prolongation, 3, "2026-09-01")], on: "2026-03-10",
      stage: .probationOver, ends: "2026-03-01",
      warnings: [.confirmationOverdue(ends: date("2026-03-01"))]),
    Row(
      rule: "R30", note: "disqualified and still on the roll",
      votes: [taken, ("2026-03-05", .disqualification, 6, nil)], on: "2026-03-10",
      stage: .disqualified, ends: "2026-03-01",
      warnings: [.stillProbationary(since: date("2026-03-05"))]),
  ]

  static let ages = [
    Row(
      rule: "R31", note: "decided in time: from the end of probation",
      votes: [taken, ("2026-03-05", .confirmation, 6, nil)], full: "2026-04-02",
      confirmed: "2026-03-01", on: "2026-06-01", stage: .confirmed, ends: "2026-03-01",
      partyAge: "2026-03-01"),
    Row(
      rule: "R31", note: "decided late: from the end all the same",
      votes: [taken, ("2026-07-20", .confirmation, 6, nil)], full: "2026-08-25",
      confirmed: "2026-03-01", on: "2026-09-01", stage: .confirmed, ends: "2026-03-01",
      partyAge: "2026-03-01"),
    Row(
      rule: "R31", note: "the roll has the day of the meeting",
      votes: [taken, ("2026-07-20", .confirmation, 6, nil)], full: "2026-08-25",
      confirmed: "2026-07-20", on: "2026-09-01", stage: .confirmed, ends: "2026-03-01",
      partyAge: "2026-03-01",
      warnings: [
        .partyAgeDiffers(recorded: date("2026-07-20"), expected: date("2026-03-01"))
      ]),
    Row(
      rule: "R31", note: "the roll is a day off",
      votes: [taken, ("2026-03-05", .confirmation, 6, nil)], full: "2026-04-02",
      confirmed: "2026-03-02", on: "2026-09-01", stage: .confirmed, ends: "2026-03-01",
      partyAge: "2026-03-01",
      warnings: [
        .partyAgeDiffers(recorded: date("2026-03-02"), expected: date("2026-03-01"))
      ]),
    Row(
      rule: "R20", note: "full on the roll before the vote: a vote in the own matter",
      votes: [taken, ("2026-03-05", .confirmation, 6, nil)], full: "2026-03-05",
      confirmed: "2026-03-01", on: "2026-06-01", stage: .confirmed, ends: "2026-03-01",
      partyAge: "2026-03-01",
      warnings: [.fullBeforeVote(since: date("2026-03-05"), meeting: date("2026-03-05"))]),
    Row(
      rule: "R31", note: "after a prolongation: from its end",
      votes: [
        taken, ("2026-03-05", .prolongation, 6, "2026-09-01"),
        ("2026-09-10", .confirmation, 6, nil),
      ], full: "2026-10-20", confirmed: "2026-09-01", on: "2026-12-01", stage: .confirmed,
      ends: "2026-09-01", partyAge: "2026-09-01"),
    Row(
      rule: "R31", note: "the roll forgets the prolongation",
      votes: [
        taken, ("2026-03-05", .prolongation, 6, "2026-09-01"),
        ("2026-09-10", .confirmation, 6, nil),
      ], full: "2026-10-20", confirmed: "2026-03-01", on: "2026-12-01", stage: .confirmed,
      ends: "2026-09-01", partyAge: "2026-09-01",
      warnings: [
        .partyAgeDiffers(recorded: date("2026-03-01"), expected: date("2026-09-01"))
      ]),
    Row(
      rule: "R31", note: "the political birthday is the meeting's, not the approval's",
      votes: [taken], recorded: "2025-04-10", on: "2025-06-01", stage: .onProbation,
      ends: "2026-04-10",
      warnings: [
        .admissionDayDiffers(recorded: date("2025-04-10"), voted: date("2025-03-01"))
      ]),
    Row(
      rule: "R31", note: "29 February",
      votes: [("2024-02-29", .admission, 6, nil)], recorded: "2024-02-29",
      approved: "2024-04-10", on: "2025-02-28", stage: .onProbation, ends: "2025-02-28"),
  ]

  static let approvals = [
    Row(
      rule: "R29", note: "approved on the last day of three months", votes: [taken],
      approved: "2025-06-01", on: "2025-07-01", stage: .onProbation, ends: "2026-03-01"),
    Row(
      rule: "R29", note: "a day later", votes: [taken], approved: "2025-06-02",
      on: "2025-07-01", stage: .onProbation, ends: "2026-03-01",
      warnings: [.approvalLate(due: date("2025-06-01"), isBeyondSixMonths: false)]),
    Row(
      rule: "R29", note: "on the last day of six months", votes: [taken],
      approved: "2025-09-01", on: "2025-12-01", stage: .onProbation, ends: "2026-03-01",
      warnings: [.approvalLate(due: date("2025-06-01"), isBeyondSixMonths: false)]),
    Row(
      rule: "R29", note: "beyond six months", votes: [taken], approved: "2025-09-02",
      on: "2025-12-01", stage: .onProbation, ends: "2026-03-01",
      warnings: [.approvalLate(due: date("2025-06-01"), isBeyondSixMonths: true)]),
    Row(
      rule: "R29", note: "not approved, and on the roll as one", votes: [taken], approved: nil,
      on: "2025-06-01", stage: .onProbation, ends: "2026-03-01",
      warnings: [.admittedWithoutApproval(meeting: date("2025-03-01"))]),
    Row(
      rule: "R29", note: "not approved for more than three months", votes: [taken],
      approved: nil, on: "2025-06-02", stage: .onProbation, ends: "2026-03-01",
      warnings: [
        .admittedWithoutApproval(meeting: date("2025-03-01")),
        .approvalLate(due: date("2025-06-01"), isBeyondSixMonths: false),
      ]),
    Row(
      rule: "R29", note: "approved before the meeting", votes: [taken], approved: "2025-02-28",
      on: "2025-07-01", stage: .onProbation, ends: "2026-03-01",
      warnings: [
        .approvalBeforeMeeting(approved: date("2025-02-28"), meeting: date("2025-03-01"))
      ]),
    Row(
      rule: "R28", note: "no vote in the records", votes: [], on: "2025-07-01",
      stage: .onProbation, ends: "2026-03-01",
      warnings: [.admittedWithoutVote(on: date("2025-03-01"))]),
    Row(
      rule: "R28", note: "the vote did not pass",
      votes: [("2025-03-01", .admission, 3, nil)], on: "2025-07-01", stage: .onProbation,
      ends: "2026-03-01", warnings: [.admittedDespiteVote(on: date("2025-03-01"))]),
    Row(
      rule: "R28", note: "full without a vote on 转正", votes: [taken], full: "2026-03-01",
      confirmed: "2026-03-01", on: "2026-06-01", stage: .confirmed, ends: "2026-03-01",
      partyAge: "2026-03-01", warnings: [.confirmedWithoutVote(on: date("2026-03-01"))]),
    Row(
      rule: "R28", note: "full although the vote failed",
      votes: [taken, ("2026-03-05", .confirmation, 3, nil)], full: "2026-04-02",
      confirmed: "2026-03-01", on: "2026-06-01", stage: .confirmed, ends: "2026-03-01",
      partyAge: "2026-03-01", warnings: [.confirmedDespiteVote(on: date("2026-03-05"))]),
  ]

  @Test(arguments: probations + ages + approvals)
  func history(row: Row) throws {
    // A meeting before all others says that the records reach that far.
    var activities = [activity("党课", on: "2024-01-05", id: "first")]
    for (index, vote) in row.votes.enumerated() {
      activities.append(
        assembly(
          on: vote.day, present: people(1...6), id: "V\(index)",
          votes: [
            Vote(
              subject: person(7), category: vote.category, method: "无记名",
              inFavour: vote.yes, against: 6 - vote.yes)
          ], due: vote.due))
    }
    var probationary = member(
      7, status: .probationary, since: row.recorded ?? "2025-03-01", admitted: row.recorded)
    probationary.approved = row.approved.map(date)
    var snapshots = [member(7, status: .candidate, since: "2023-06-01"), probationary]
    if let full = row.full {
      var confirmed = member(7, since: full, admitted: row.recorded, confirmed: row.confirmed)
      confirmed.approved = row.approved.map(date)
      snapshots.append(confirmed)
    }
    let ledger = ledger(members: fullMembers(1...6) + snapshots, activities: activities)
    let history = try #require(
      ledger.admissionHistory(
        of: identifier("Q1M07"), on: date(row.on), catalog: Sample.catalog))
    #expect(history.stage == row.stage, "\(row.rule) \(row.note)")
    #expect(history.probationEnds == row.ends.map(date), "\(row.rule) \(row.note)")
    #expect(history.partyAgeFrom == row.partyAge.map(date), "\(row.rule) \(row.note)")
    let kinds = history.warnings.map(\.kind)
    #expect(kinds == row.warnings.map(WarningKind.admission), "\(row.rule) \(row.note)")
    #expect(history.warnings.allSatisfy { !$0.evidence.isEmpty }, "\(row.rule) \(row.note)")
  }

  /// The vote alone makes nobody a 预备党员.
  @Test func theStatusWaitsForTheApproval() throws {
    func history(_ yes: Int, on day: String = "2025-03-20") throws -> AdmissionHistory {
      let held = assembly(
        on: "2025-03-01", present: people(1...6),
        votes: [Vote(subject: person(7), category: .admission, inFavour: yes)])
      let ledger = ledger(
        members: fullMembers(1...6) + [member(7, status: .candidate, since: "2023-06-01")],
        activities: [held])
      return try #require(
        ledger.admissionHistory(of: identifier("Q1M07"), on: date(day), catalog: catalogue))
    }
    #expect(try history(6).stage == .awaitingApproval)
    #expect(try history(6).admitted == date("2025-03-01"))
    #expect(try history(3).stage == .refused)
    #expect(try history(3).admitted == nil)
    #expect(try history(6, on: "2025-02-28").stage == .onTheWay)
    #expect(
      try history(6, on: "2025-06-02").warnings.map(\.kind)
        == [.admission(.approvalLate(due: date("2025-06-01"), isBeyondSixMonths: false))])
  }

  @Test func theThreeDatesOfEachEnd() throws {
    var probationary = member(7, status: .probationary, since: "2025-03-01", admitted: "2025-03-01")
    probationary.approved = date("2025-04-10")
    var full = member(
      7, since: "2026-04-02", admitted: "2025-03-01", confirmed: "2026-03-01")
    full.approved = date("2026-04-02")
    full.applied = "2022-05-04"
    let held = [
      assembly(
        on: "2025-03-01", present: people(1...6), id: "V0",
        votes: [Vote(subject: person(7), category: .admission, inFavour: 6)]),
      assembly(
        on: "2026-03-05", present: people(1...6), id: "V1",
        votes: [
          Vote(
            subject: person(7), category: .confirmation, method: "无记名", inFavour: 5, against: 0,
            abstaining: 1)
        ]),
    ]
    let ledger = ledger(members: fullMembers(1...6) + [probationary, full], activities: held)
    let history = try #require(
      ledger.admissionHistory(of: identifier("Q1M07"), on: date("2026-06-01"), catalog: catalogue))
    #expect(history.applied == "2022-05-04")
    #expect(history.admitted == date("2025-03-01"))
    #expect(history.approved == date("2025-04-10"))
    #expect(history.confirmationMeeting == date("2026-03-05"))
    #expect(history.confirmationApproved == date("2026-04-02"))
    #expect(history.confirmed == date("2026-03-01"))
    #expect(history.timing == .prompt)
    let numbers = try #require(history.confirmationVotes.first?.numbers)
    #expect(numbers.subject == person(7))
    #expect(numbers.category == .confirmation)
    #expect([numbers.eligible, numbers.eligiblePresent] == [6, 6])
    #expect(
      [numbers.inFavour, numbers.against, numbers.abstaining, numbers.written] == [5, 0, 1, 0])
    #expect(numbers.isSecret)
    #expect(numbers.passed)
    #expect(history.confirmationVotes.first?.reference == Reference("V1#1"))
  }

  /// “及时” has no figure; a month is read as in time.
  @Test(
    arguments: [
      ("2026-02-27", .early(days: 2)), ("2026-02-28", .early(days: 1)),
      ("2026-03-01", .prompt), ("2026-04-01", .prompt), ("2026-04-02", .late(days: 32)),
    ] as [(String, ConfirmationTiming)])
  func timing(meeting: String, timing: ConfirmationTiming) {
    #expect(
      ConfirmationTiming(meeting: date(meeting), probationEnds: date("2026-03-01")) == timing)
  }

  @Test func numbersComeFromWhatWasEnteredAlone() {
    let ledger = ledger(members: fullMembers(1...6))
    let vote = Vote(subject: person(7), category: .admission, inFavour: 6)
    func numbers(_ vote: Vote, present: [Person]) -> ResolutionNumbers? {
      let held = assembly(on: "2026-03-12", present: present, votes: [vote])
      return ledger.resolutionNumbers(of: vote, in: held.items[0], of: held, kind: assembly)
    }
    #expect(numbers(vote, present: people(1...6))?.passed == true)
    #expect(numbers(vote, present: []) == nil)
    #expect(numbers(Vote(subject: person(7), category: .admission), present: people(1...6)) == nil)
  }

  @Test func approvalsMayStandInTheProcedure() throws {
    var ledger = ledger(
      members: fullMembers(1...6) + [
        member(7, status: .probationary, since: "2025-03-01", admitted: "2025-03-01")
      ],
      activities: [
        assembly(
          on: "2025-03-01", present: people(1...6),
          votes: [Vote(subject: person(7), category: .admission, inFavour: 6)])
      ])
    ledger.procedureSteps = [Sample.record("发展党员", "上级党委审批", "2025-04-20")]
    let history = try #require(
      ledger.admissionHistory(
        of: identifier("Q1M07"), on: date("2025-06-01"), catalog: Sample.catalog))
    #expect(history.approved == date("2025-04-20"))
    #expect(history.warnings == [])
  }

  /// Of a store that began later, nothing is said about what came before.
  @Test func whatLiesBeforeTheRecordsIsNotMissing() throws {
    let ledger = ledger(
      members: fullMembers(1...6) + [
        member(7, since: "2020-01-01", admitted: "2008-07-01", confirmed: "2009-07-01")
      ],
      activities: [activity(on: "2026-01-10")])
    let history = try #require(
      ledger.admissionHistory(
        of: identifier("Q1M07"), on: date("2026-06-01"), catalog: Sample.catalog))
    #expect(history.stage == .confirmed)
    #expect(history.partyAgeFrom == date("2009-07-01"))
    #expect(history.warnings == [])
  }
}
