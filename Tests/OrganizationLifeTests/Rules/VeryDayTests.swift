import OrganizationLife
import Testing

/// What lies on the very day that is asked for, or on the very day that bounds it: on which side
/// each is.
@Suite struct VeryDayTests {
  // MARK: R29, R35: procedures

  private func standing(
    _ kind: ProcedureKind = Sample.development, members own: [Member],
    steps: [(step: String, day: String)] = [], activities: [Activity] = [],
    documents: [Document] = [], on day: String
  ) -> ProcedureStanding? {
    var ledger = ledger(members: fullMembers(1...6) + own, activities: activities)
    ledger.procedureSteps = steps.map { Sample.record(kind.id, $0.step, $0.day) }
    ledger.documents = documents
    return ledger.standing(of: person(7), in: kind, on: date(day))
  }

  @Test("R35: a step counts on its own day; what is over stands in the list for a year")
  func listOfStandings() {
    var ledger = ledger(members: fullMembers(1...7))
    ledger.procedureSteps = [
      Sample.record("组织关系转接", "提出申请", "2025-03-01"),
      Sample.record("组织关系转接", "开具组织关系介绍信", "2025-03-02"),
      Sample.record("组织关系转接", "收到回执", "2025-03-20"),
    ]
    func count(_ day: String) -> Int {
      ledger.standings(of: Sample.transfer, under: place("Q1"), on: date(day)).count
    }
    #expect(count("2025-02-28") == 0)
    #expect(count("2025-03-01") == 1)
    #expect(count("2026-03-20") == 1)
    #expect(count("2026-03-21") == 0)
    #expect(
      ledger.standing(of: person(7), in: Sample.transfer, on: date("2025-03-01")) != nil)
  }

  @Test("R29: a step on the day of the one before it is in order")
  func oneDayForTwoSteps() throws {
    let found = try #require(
      standing(
        members: [member(7, status: .applicant, since: "2024-01-01")],
        steps: [("递交入党申请书", "2024-01-10"), ("党组织派人谈话", "2024-01-10")], on: "2024-01-10"))
    #expect(found.done.map(\.missingBefore) == [[], []])
  }

  @Test("R29: the roll's dates and status prove steps from their own day on")
  func theRollOnItsDay() throws {
    var own = member(7, status: .activist, since: "2025-06-01")
    own.applied = "2025-06-01"
    let found = try #require(standing(members: [own], on: "2025-06-01"))
    #expect(found.day(of: "递交入党申请书") == date("2025-06-01"))
    #expect(found.day(of: "确定为入党积极分子") == date("2025-06-01"))
  }

  @Test("R29: what proves a step may be of the day from which it could be taken")
  func proofsOfOneDay() throws {
    let candidate = member(7, status: .candidate, since: "2024-01-01")
    let training = activity("培训", on: "2025-09-01", id: "T") { $0.present = people(7) }
    let trained = try #require(
      standing(
        members: [candidate], steps: ProcedureTests.candidate, activities: [training],
        on: "2025-09-01"))
    #expect(trained.day(of: "集中培训") == date("2025-09-01"))
    let vote = assembly(
      on: "2025-10-20", present: people(1...6), id: "V",
      votes: [Vote(subject: person(7), category: .admission, inFavour: 6)])
    let voted = try #require(
      standing(
        members: [candidate], steps: ProcedureTests.trained, activities: [vote],
        on: "2025-10-20"))
    #expect(voted.day(of: .admissionVote) == date("2025-10-20"))
    let reporting = ProcedureKind(
      id: "汇报",
      steps: [
        ProcedureStepKind(id: "约定"),
        ProcedureStepKind(id: "交来", after: ["约定"], proofs: [.document(kind: "思想汇报")]),
      ], validity: Validity(since: date("2020-01-01")))
    let report = Document(
      reference: Reference("D"), organization: place("Q1"), kind: "思想汇报", title: "思想汇报",
      date: date("2026-03-05"), authors: people(7))
    let reported = try #require(
      standing(
        reporting, members: [member(7)], steps: [("约定", "2026-03-05")], documents: [report],
        on: "2026-03-05"))
    #expect(reported.day(of: "交来") == date("2026-03-05"))
  }

  @Test("R29: a step is open from its earliest day on")
  func earliestDay() throws {
    let found = try #require(
      standing(
        members: [member(7, status: .activist, since: "2024-01-01")],
        steps: ProcedureTests.begun, on: "2025-03-01"))
    let ahead = try #require(found.next)
    #expect(!ahead.isOpen(on: date("2025-08-31")))
    #expect(ahead.isOpen(on: date("2025-09-01")))
  }

  @Test("R30: the probation that a snapshot of the day tells of bounds 转正")
  func probationOfTheDay() throws {
    let found = try #require(
      standing(
        members: [
          member(7, status: .candidate, since: "2024-01-01"),
          member(7, status: .probationary, since: "2026-02-02", admitted: "2025-11-05"),
        ],
        steps: ProcedureTests.trained + [
          ("支部大会讨论", "2025-11-01"), ("上级党委审批", "2025-12-01"),
        ], on: "2026-02-02"))
    let next = found.ahead.first { $0.step.meaning == .confirmationVote }
    #expect(next?.earliest == date("2026-11-05"))
  }

  struct Leaving: RuleRow {
    var rule = "R35"
    var note: String
    var snapshots: [Member]
    var leaves: Bool
  }

  @Test(arguments: [
    Leaving(
      note: "the last day on the roll is today",
      snapshots: [member(7, until: "2026-05-01")], leaves: false),
    Leaving(
      note: "a day ago", snapshots: [member(7, until: "2026-04-30")], leaves: true),
    Leaving(
      note: "off the roll from the day of the letter on",
      snapshots: [member(7, until: "2026-03-01")], leaves: true),
    Leaving(
      note: "off the roll before the letter",
      snapshots: [member(7, until: "2026-02-28")], leaves: false),
    Leaving(
      note: "a new snapshot of the same branch begins today",
      snapshots: [member(7), member(7, group: "Q1G1", since: "2026-05-01")], leaves: false),
  ])
  func leavingBeforeTheReceipt(row: Leaving) throws {
    var ledger = ledger(members: fullMembers(1...6) + row.snapshots)
    ledger.procedureSteps = [
      Sample.record("组织关系转接", "提出申请", "2026-03-01"),
      Sample.record("组织关系转接", "开具组织关系介绍信", "2026-03-02"),
    ]
    let standing = try #require(
      ledger.standing(of: person(7), in: Sample.transfer, on: date("2026-05-01")))
    let left = ledger.warnings(of: standing).contains {
      if case .procedure(.leftBeforeReceipt) = $0.kind { true } else { false }
    }
    #expect(left == row.leaves, "R35 \(row.note)")
  }

  // MARK: R29–R31: admission

  private func history(
    _ snapshots: [Member], votes: [(day: String, category: VoteCategory, yes: Int)] = [],
    steps: [(step: String, day: String)] = [], on day: String
  ) throws -> AdmissionHistory {
    var ledger = ledger(
      members: fullMembers(1...6) + snapshots,
      activities: Dictionary(grouping: votes, by: \.day).sorted { $0.key < $1.key }.map {
        day, votes in
        activity(on: day, id: "A-\(day)") {
          $0.present = people(1...6)
          $0.items = votes.map { vote in
            Item(
              title: "讨论", kind: .vote,
              votes: [
                Vote(
                  subject: person(7), category: vote.category, inFavour: vote.yes,
                  against: 6 - vote.yes)
              ])
          }
        }
      })
    ledger.procedureSteps = steps.map { Sample.record("发展党员", $0.step, $0.day) }
    return try #require(
      ledger.admissionHistory(of: identifier("Q1M07"), on: date(day), catalog: Sample.catalog))
  }

  private func probationer(approved: String? = nil, since: String = "2025-03-01") -> Member {
    var own = member(7, status: .probationary, since: since, admitted: "2025-03-01")
    own.approved = approved.map(date)
    return own
  }

  @Test("R29: told from the first snapshot's day on; an approval of the day counts")
  func approvalOfTheDay() throws {
    let told = try history([probationer()], on: "2025-03-01")
    #expect(told.admitted == date("2025-03-01"))
    let approved = try history(
      [probationer()], votes: [("2025-03-01", .admission, 6)],
      steps: [("上级党委审批", "2025-04-10")], on: "2025-04-10")
    #expect(approved.approved == date("2025-04-10"))
  }

  @Test("R29: approved on the day of the meeting is not before it")
  func approvedTheSameDay() throws {
    let told = try history(
      [probationer(approved: "2025-03-01")], votes: [("2025-03-01", .admission, 6)],
      on: "2025-05-01")
    #expect(told.warnings.isEmpty)
  }

  @Test("R30: voted down and prolonged at one meeting is judged by the end it had")
  func votedDownAndProlonged() throws {
    let told = try history(
      [probationer(approved: "2025-04-01")],
      votes: [
        ("2025-03-01", .admission, 6), ("2026-03-05", .confirmation, 1),
        ("2026-03-05", .prolongation, 6),
      ], on: "2026-03-10")
    #expect(told.probationEnds == date("2027-03-01"))
    #expect(told.warnings.isEmpty)
  }

  @Test("R31: the day of 转正's approval is not that of the admission's")
  func twoApprovals() throws {
    func full(_ approved: String) -> Member {
      var own = member(
        7, since: "2026-04-10", admitted: "2025-03-01", confirmed: "2026-03-01")
      own.approved = date(approved)
      return own
    }
    let votes: [(day: String, category: VoteCategory, yes: Int)] = [
      ("2025-03-01", .admission, 6), ("2026-03-05", .confirmation, 6),
    ]
    let kept = try history(
      [probationer(approved: "2025-04-01"), full("2025-04-01")], votes: votes, on: "2026-05-01")
    #expect(kept.confirmationApproved == nil)
    let alone = try history([probationer(), full("2026-03-05")], votes: votes, on: "2026-05-01")
    #expect(alone.confirmationApproved == date("2026-03-05"))
    let before = try history([probationer(), full("2026-03-04")], votes: votes, on: "2026-05-01")
    #expect(before.confirmationApproved == nil)
  }

  @Test("R30: a vote on the day of the admission is seen; who became full two years ago is told of")
  func bordersOfTheStretch() {
    let ledger = ledger(
      members: fullMembers(1...6) + [
        probationer(), member(8, admitted: "2023-03-01", confirmed: "2024-03-01"),
      ],
      activities: [
        assembly(
          on: "2025-03-01", present: people(1...6),
          votes: [Vote(subject: person(7), category: .confirmation, inFavour: 6)])
      ])
    #expect(ledger.probation(of: probationer(), on: date("2025-03-01"))?.decided != nil)
    func told(_ day: String) -> [String] {
      ledger.admissionHistories(of: place("Q1"), on: date(day), catalog: Sample.catalog)
        .map(\.member.id.text)
    }
    #expect(told("2026-03-01") == ["Q1M07", "Q1M08"])
    #expect(told("2026-03-02") == ["Q1M07"])
  }

  @Test("R28: nothing is said of a vote where nobody has one")
  func nobodyHasAVote() {
    let held = assembly(
      on: "2026-03-05", present: people(7),
      votes: [Vote(subject: person(7), category: .admission, inFavour: 1)])
    let ledger = ledger(
      members: [member(7, status: .probationary, admitted: "2025-03-01")], activities: [held])
    #expect(
      ledger.resolutionNumbers(
        of: held.items[0].votes[0], in: held.items[0], of: held, kind: assembly) == nil)
  }

  // MARK: R17, R32, matters, 补学, talks

  @Test("R17: what was decided on the day of the election was about the term before")
  func extensionOnTheDayOfTheElection() throws {
    func extensions(_ day: String) throws -> Int {
      let own = organization(elected: "2024-03-10", officers: [1, 2, 3])
      var ledger = ledger(organizations: [own], members: fullMembers(1...8))
      ledger.procedureSteps = [
        Sample.record("换届", "延期批复", day, subject: Person("一支部委员会"))
      ]
      return try #require(
        ledger.termStanding(of: own, on: date("2026-11-20"), catalog: Sample.catalog)
      ).extensions.count
    }
    #expect(try extensions("2024-03-10") == 0)
    #expect(try extensions("2024-03-11") == 1)
  }

  @Test("R32: hours from minutes, without a measure and without a length")
  func hours() {
    #expect(StudyPolicy(minutesPerHour: 0, sharesFirstYear: false).hours(minutes: 90) == 0)
    let held = activity { held in
      held.start = time("14:30")
      held.end = time("14:30")
    }
    #expect(StudyPolicy.standard.proposedHours(of: held) == nil)
  }

  @Test("R32: secretary from the snapshot's own day on, where the records begin that day")
  func secretaryFromItsDay() throws {
    let ledger = ledger(
      organizations: [
        organization(officers: [2, 3]), organization(since: "2026-02-01", officers: [1]),
      ],
      members: fullMembers(1...8), activities: [activity("党课", on: "2026-02-01")])
    let own = identifier("Q1M01")
    #expect(
      ledger.studyStanding(of: own, on: date("2026-02-01"), catalog: Sample.catalog)?
        .secretarySince == date("2026-02-01"))
    #expect(
      ledger.studyWarnings(of: own, on: date("2026-08-02"), catalog: Sample.catalog).map(\.kind)
        == [
          .study(.newSecretaryUntrained(since: date("2026-02-01"), due: date("2026-08-01")))
        ])
  }

  @Test("补学: owed from the day itself, and made up on it")
  func makeUpOnTheDay() {
    var missed = MakeUpTests.missed
    func closings(
      _ activities: [Activity] = [], documents: [Document] = []
    ) -> [MakeUpClosing?] {
      var ledger = ledger(members: fullMembers(1...6), activities: [missed] + activities)
      ledger.documents = documents
      let day = date("2026-03-20")
      return ledger.makeUps(of: place("Q1"), in: day...day, on: day, catalog: catalogue)
        .map(\.closing)
    }
    #expect(closings() == [nil, nil])
    let session = activity("政治学习", on: "2026-03-20", id: "S") {
      $0.tags = ["补学=L"]
      $0.present = people(4)
    }
    #expect(closings([session]) == [.session(Reference("S")), nil])
    let notes = Document(
      reference: Reference("D"), organization: place("Q1"), kind: "学习笔记", title: "笔记",
      date: date("2026-03-20"), authors: people(5), tags: ["补学=L"])
    #expect(closings(documents: [notes]) == [nil, .document(Reference("D"))])
    missed.signatures = [Signature(person: person(4), day: date("2026-03-20"))]
    #expect(closings() == [.signature(Reference("L")), nil])
  }

  @Test(
    "补学: what was made up of an absence of 1 January is followed up all year",
    arguments: [("2025-12-31", 0), ("2026-01-01", 1)])
  func makeUpsOfTheYear(day: String, count: Int) {
    let missed = activity("党课", on: day, id: "L") {
      $0.present = people(1)
      $0.absent = [Absence(person: person(4), reason: "值班")]
      $0.presider = person(1)
      $0.signatures = [Signature(person: person(4), day: $0.date)]
    }
    let ledger = ledger(members: fullMembers(1...6), activities: [missed])
    #expect(
      ledger.makeUpsToFollow(of: place("Q1"), on: date("2026-11-20"), catalog: catalogue).count
        == count)
  }

  @Test("activities of some days are those of the first and of the last too")
  func activitiesOfSomeDays() {
    let days = ["2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04"]
    let ledger = ledger(members: [], activities: days.map { activity(on: $0, id: $0) })
    #expect(
      ledger.activities(in: date("2026-03-02")...date("2026-03-03")).map(\.reference.text)
        == ["2026-03-02", "2026-03-03"])
  }

  @Test("R19: without a secretary since the very day of the snapshot")
  func noSecretarySinceTheDay() {
    let without = organization(since: "2026-05-01")
    let ledger = ledger(
      organizations: [organization(officers: [1, 2, 3]), without], members: fullMembers(1...6))
    #expect(
      ledger.emptySeats(of: without, standing: nil, on: date("2026-05-01"))?.since
        == date("2026-05-01"))
  }

  @Test(
    "a plan of a month stands on its last day, a longer one on none",
    arguments: [
      ("2026-01-01", "2026-01-31", "2026-01-31"), ("2026-01-01", "2026-02-01", nil),
    ] as [(String, String, String?)])
  func planOfAMonth(first: String, last: String, day: String?) {
    let plan = Plan(
      reference: Reference("P"), organization: place("Q1"),
      period: Period(date(first)...date(last)), title: "计划")
    #expect(plan.date == day.map(date))
  }

  @Test("matters are open from their own day on; findings of the year from 1 January on")
  func mattersOfTheDay() {
    func finding(_ id: String, _ opened: String, state: String = "办理中") -> Matter {
      Matter(
        reference: Reference(id), organization: place("Q1"), kind: "检查问题", title: "记录不全",
        opened: date(opened), state: state, closed: state == "已办结" ? date(opened) : nil)
    }
    var ledger = ledger(
      members: fullMembers(1...6),
      activities: [
        activity(on: "2026-03-12", id: "A") {
          $0.items = [Item(title: "讨论", kind: .discussion, due: date("2026-04-01"))]
        }
      ])
    ledger.matters = [finding("M1", "2026-03-12")]
    func open(_ day: String) -> [String] {
      ledger.openMatters(on: date(day), of: place("Q1"), kinds: []).map(\.reference.text).sorted()
    }
    #expect(open("2026-03-11") == [])
    #expect(open("2026-03-12") == ["A#1", "M1"])
    ledger.matters = [
      finding("M1", "2025-06-01", state: "已办结"), finding("M2", "2026-01-01", state: "已办结"),
    ]
    #expect(
      ledger.repeatedFindings(of: place("Q1"), on: date("2026-01-01")).map(\.evidence.first)
        == [Reference("M2")])
    #expect(
      ledger.repeatedFindings(of: place("Q1"), on: date("2026-12-31")).map(\.evidence.first)
        == [Reference("M2")])
  }

  @Test(
    "R13: a pairing holds on its first and on its last day",
    arguments: [
      ("2026-03-01", "2026-12-31", "2026-03-01", true),
      ("2026-03-02", "2026-12-31", "2026-03-01", false),
      ("2026-01-01", "2026-03-01", "2026-03-01", true),
      ("2026-01-01", "2026-02-28", "2026-03-01", false),
    ])
  func pairing(since: String, until: String, on: String, holds: Bool) {
    var ledger = ledger(members: fullMembers(1...6))
    ledger.teams = [
      Team(
        reference: Reference("T"), organization: place("Q1"), kind: Team.pairingKind,
        name: "结对", since: date(since), until: date(until), leaders: people(1),
        people: people(5))
    ]
    let coverage = ledger.talkCoverage(
      of: place("Q1"), in: date("2026-01-01")...date(on), catalog: catalogue)
    #expect(coverage.pairingsOpen.isEmpty == !holds)
  }
}
