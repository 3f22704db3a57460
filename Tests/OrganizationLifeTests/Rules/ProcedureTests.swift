import OrganizationLife
import Testing

/// R29, R35, R36 and the five stages of 举荐: procedures and their clocks.
@Suite struct ProcedureTests {
  struct Row: RuleRow {
    var rule: String
    var note: String
    var kind = Sample.development
    var status = MemberStatus.activist
    var steps: [(step: String, day: String)]
    var on: String
    /// The next steps: id, earliest, latest.
    var ahead: [String]
    /// Running clocks: id and due day.
    var clocks: [String] = []
    var warnings: [String] = []
    var isFinished = false
  }

  static let begun: [(step: String, day: String)] = [
    ("递交入党申请书", "2024-01-10"), ("党组织派人谈话", "2024-02-01"), ("确定为入党积极分子", "2024-09-01"),
  ]
  static let candidate: [(step: String, day: String)] =
    begun + [("半年考察", "2025-03-01"), ("半年考察", "2025-09-01"), ("确定为发展对象", "2025-09-01")]
  static let trained: [(step: String, day: String)] =
    candidate + [("政治审查", "2025-10-01"), ("集中培训", "2025-10-20")]

  static let development = [
    Row(
      rule: "R29", note: "the talk within a month, on the last day", status: .applicant,
      steps: [("递交入党申请书", "2024-01-10")], on: "2024-02-10",
      ahead: ["党组织派人谈话 – 2024-02-10"]),
    Row(
      rule: "R29", note: "a day later", status: .applicant,
      steps: [("递交入党申请书", "2024-01-10")], on: "2024-02-11",
      ahead: ["党组织派人谈话 – 2024-02-10"], warnings: ["overdue 党组织派人谈话 2024-02-10"]),
    Row(
      rule: "R29", note: "held late", status: .applicant,
      steps: [("递交入党申请书", "2024-01-10"), ("党组织派人谈话", "2024-02-11")], on: "2024-03-01",
      ahead: ["确定为入党积极分子 – –"], warnings: ["late 党组织派人谈话 2024-02-11 2024-02-10"]),
    Row(
      rule: "R29", note: "the first review on its last day", steps: begun, on: "2025-03-01",
      ahead: ["确定为发展对象 2025-09-01 –"], clocks: ["半年考察 2025-03-01"]),
    Row(
      rule: "R29", note: "a day later", steps: begun, on: "2025-03-02",
      ahead: ["确定为发展对象 2025-09-01 –"], clocks: ["半年考察 2025-03-01"],
      warnings: ["clock 半年考察 2025-03-01"]),
    Row(
      rule: "R29", note: "the next one half a year after the last",
      steps: begun + [("半年考察", "2025-02-10")], on: "2025-08-11",
      ahead: ["确定为发展对象 2025-09-01 –"], clocks: ["半年考察 2025-08-10"],
      warnings: ["clock 半年考察 2025-08-10"]),
    Row(
      rule: "R29", note: "a candidate after a year", status: .candidate, steps: candidate,
      on: "2025-09-10", ahead: ["政治审查 – –", "集中培训 – –"], clocks: ["半年考察 2026-03-01"]),
    Row(
      rule: "R29", note: "a candidate a day before", status: .candidate,
      steps: begun + [("半年考察", "2025-03-01"), ("确定为发展对象", "2025-08-31")],
      on: "2025-09-01", ahead: ["政治审查 – –", "集中培训 – –"], clocks: ["半年考察 2025-09-01"],
      warnings: ["early 确定为发展对象 2025-08-31 2025-09-01"]),
    Row(
      rule: "R29", note: "the assembly before the examination", status: .candidate,
      steps: candidate + [("集中培训", "2025-10-20"), ("支部大会讨论", "2025-11-01")],
      on: "2025-11-10", ahead: ["政治审查 – –", "上级党委审批 – 2026-02-01"],
      warnings: ["order 支部大会讨论 政治审查"]),
    Row(
      rule: "R29", note: "approval within three months", status: .probationary,
      steps: trained + [("支部大会讨论", "2025-11-01")], on: "2026-02-01",
      ahead: ["上级党委审批 – 2026-02-01"]),
    Row(
      rule: "R29", note: "a day later", status: .probationary,
      steps: trained + [("支部大会讨论", "2025-11-01")], on: "2026-02-02",
      ahead: ["上级党委审批 – 2026-02-01"], warnings: ["overdue 上级党委审批 2026-02-01"]),
    Row(
      rule: "R30", note: "转正 not before a year", status: .probationary,
      steps: trained + [("支部大会讨论", "2025-11-01"), ("上级党委审批", "2025-12-01")],
      on: "2026-02-02", ahead: ["支部大会讨论转正 2026-11-01 –", "支部大会讨论延长预备期 – –"]),
    Row(
      rule: "R30", note: "转正 a day early", status: .probationary,
      steps: trained + [
        ("支部大会讨论", "2025-11-01"), ("上级党委审批", "2025-12-01"), ("支部大会讨论转正", "2026-10-31"),
      ], on: "2026-11-02", ahead: ["上级党委审批转正 – 2027-01-31"],
      warnings: ["early 支部大会讨论转正 2026-10-31 2026-11-01"]),
    Row(
      rule: "R29", note: "ended", status: .activist, steps: begun + [("终止", "2025-01-01")],
      on: "2025-06-01", ahead: [], isFinished: true),
    Row(
      rule: "R29", note: "on the roll alone: what came before is not asked for",
      status: .activist, steps: [], on: "2025-06-01", ahead: ["确定为发展对象 2025-01-01 –"],
      clocks: ["半年考察 2024-07-01"], warnings: ["clock 半年考察 2024-07-01"]),
    Row(
      rule: "R30", note: "on probation, on the roll alone", status: .probationary, steps: [],
      on: "2026-01-10", ahead: ["上级党委审批 – 2026-02-01"]),
    Row(
      rule: "R29", note: "an applicant, on the roll alone", status: .applicant, steps: [],
      on: "2025-06-01", ahead: ["递交入党申请书 – –"]),
  ]

  static let letters = [
    Row(
      rule: "R36", note: "a letter of thirty days, on the last", kind: Sample.transfer,
      steps: [("提出申请", "2026-03-01"), ("开具组织关系介绍信", "2026-03-02")], on: "2026-04-01",
      ahead: ["收到回执 – 2026-04-01"]),
    Row(
      rule: "R36", note: "a day later", kind: Sample.transfer,
      steps: [("提出申请", "2026-03-01"), ("开具组织关系介绍信", "2026-03-02")], on: "2026-04-02",
      ahead: ["收到回执 – 2026-04-01"], warnings: ["receipt 收到回执 2026-04-01"]),
    Row(
      rule: "R36", note: "the receipt on the last day", kind: Sample.transfer,
      steps: [("提出申请", "2026-03-01"), ("开具组织关系介绍信", "2026-03-02"), ("收到回执", "2026-04-01")],
      on: "2026-04-20", ahead: [], isFinished: true),
    Row(
      rule: "R36", note: "the receipt too late", kind: Sample.transfer,
      steps: [("提出申请", "2026-03-01"), ("开具组织关系介绍信", "2026-03-02"), ("收到回执", "2026-04-02")],
      on: "2026-04-20", ahead: [], warnings: ["late 收到回执 2026-04-02 2026-04-01"],
      isFinished: true),
    Row(
      rule: "R36", note: "no letter yet: no clock", kind: Sample.transfer,
      steps: [("提出申请", "2026-03-01")], on: "2026-09-01", ahead: ["开具组织关系介绍信 – –"]),
    Row(
      rule: "R36", note: "a second transfer begins anew", kind: Sample.transfer,
      steps: [
        ("提出申请", "2025-03-01"), ("开具组织关系介绍信", "2025-03-02"), ("收到回执", "2025-03-20"),
        ("提出申请", "2026-03-01"),
      ], on: "2026-03-02", ahead: ["开具组织关系介绍信 – –"]),
  ]

  static let stages = [
    Row(
      rule: "举荐", note: "five stages, one after the other", kind: Sample.nomination,
      steps: [("推荐", "2026-05-01"), ("支部研究初选", "2026-05-10")], on: "2026-05-20",
      ahead: ["举荐会 – –"]),
    Row(
      rule: "举荐", note: "done", kind: Sample.nomination,
      steps: [
        ("推荐", "2026-05-01"), ("支部研究初选", "2026-05-10"), ("举荐会", "2026-05-20"),
        ("评出", "2026-06-01"), ("十大百优", "2026-06-10"),
      ], on: "2026-06-20", ahead: [], isFinished: true),
  ]

  @Test(arguments: development + letters + stages)
  func standing(row: Row) throws {
    var ledger = ledger(
      members: fullMembers(1...6) + [
        member(
          7, status: row.status, since: "2024-01-01",
          admitted: row.status == .probationary ? "2025-11-01" : nil)
      ])
    ledger.procedureSteps = row.steps.map { Sample.record(row.kind.id, $0.step, $0.day) }
    let day = date(row.on)
    let standing = try #require(ledger.standing(of: person(7), in: row.kind, on: day))
    func text(_ day: Day?) -> String { day?.description ?? "–" }
    #expect(
      standing.ahead.map { "\($0.step.id) \(text($0.earliest)) \(text($0.latest))" } == row.ahead,
      "\(row.rule) \(row.note)")
    #expect(
      standing.clocks.map { "\($0.step.id) \($0.due)" } == row.clocks, "\(row.rule) \(row.note)")
    #expect(
      ledger.warnings(of: standing).map { Self.text($0) } == row.warnings,
      "\(row.rule) \(row.note)")
    #expect(standing.isFinished == row.isFinished, "\(row.rule) \(row.note)")
    let isLate = row.warnings.contains { warning in
      ["overdue", "clock", "receipt"].contains { warning.hasPrefix($0) }
    }
    #expect(standing.isLate == isLate, "\(row.rule) \(row.note)")
  }

  static func text(_ warning: Warning) -> String {
    guard case .procedure(let kind) = warning.kind else { return "\(warning.kind)" }
    return switch kind {
    case .early(let step, let day, let earliest): "early \(step.id) \(day) \(earliest)"
    case .late(let step, let day, let latest): "late \(step.id) \(day) \(latest)"
    case .overdue(let step, let latest): "overdue \(step.id) \(latest)"
    case .outOfOrder(let step, let missing): "order \(step.id) \(missing.joined())"
    case .clockOverdue(let step, let due): "clock \(step.id) \(due)"
    case .tooShort(let step, let hours, let days): "short \(step.id) \(hours) \(days)"
    case .receiptOverdue(let step, let day): "receipt \(step.id) \(day)"
    case .leftBeforeReceipt(let since, let receipt):
      "left \(since) \(receipt?.description ?? "–")"
    }
  }

  struct Leaving: RuleRow {
    var rule = "R35"
    var note: String
    var lastDay: String?
    var receipt: String?
    var on = "2026-05-01"
    var isExpected: Bool
    var warning: String?
  }

  /// 转出未被接收前原组织仍负责.
  static let leavings = [
    Leaving(note: "still on the roll, no receipt", lastDay: nil, receipt: nil, isExpected: true),
    Leaving(
      note: "off the roll without a receipt", lastDay: "2026-03-31", receipt: nil,
      isExpected: false, warning: "left 2026-04-01 –"),
    Leaving(
      note: "off the roll on the day of the receipt", lastDay: "2026-03-19",
      receipt: "2026-03-20", isExpected: false),
    Leaving(
      note: "off the roll the day after", lastDay: "2026-03-20", receipt: "2026-03-20",
      isExpected: false),
    Leaving(
      note: "off the roll a day before", lastDay: "2026-03-18", receipt: "2026-03-20",
      isExpected: false, warning: "left 2026-03-19 2026-03-20"),
    Leaving(
      note: "received, and still on the roll", lastDay: nil, receipt: "2026-03-20",
      isExpected: true),
  ]

  @Test(arguments: leavings)
  func stillOursUntilReceived(row: Leaving) throws {
    var ledger = ledger(
      members: fullMembers(1...6) + [member(7, until: row.lastDay)])
    ledger.procedureSteps =
      [
        Sample.record("组织关系转接", "提出申请", "2026-03-01"),
        Sample.record("组织关系转接", "开具组织关系介绍信", "2026-03-02"),
      ] + (row.receipt.map { [Sample.record("组织关系转接", "收到回执", $0)] } ?? [])
    let standing = try #require(
      ledger.standing(of: person(7), in: Sample.transfer, on: date(row.on)))
    let left = ledger.warnings(of: standing).map { Self.text($0) }.filter { $0.hasPrefix("left") }
    #expect(left == [row.warning].compactMap { $0 }, "R35 \(row.note)")
    // The roll decides who is expected; nothing changes it by itself.
    #expect(
      ledger.isExpected(identifier("Q1M07"), at: activity(on: row.on), as: assembly)
        == row.isExpected, "R35 \(row.note)")
  }

  struct Training: RuleRow {
    var rule = "R29"
    var days: Int
    var hours: Double
    var isEnough: Bool
  }

  static let trainings = [
    Training(days: 2, hours: 23.9, isEnough: false), Training(days: 2, hours: 24, isEnough: true),
    Training(days: 3, hours: 0, isEnough: true), Training(days: 2, hours: 0, isEnough: false),
    Training(days: 4, hours: 30, isEnough: true),
  ]

  @Test(arguments: trainings)
  func threeDaysOrTwentyFourHours(row: Training) throws {
    var ledger = ledger(
      members: fullMembers(1...6) + [member(7, status: .candidate, since: "2024-01-01")],
      activities: [
        activity("培训", on: "2025-10-20", id: "T") {
          $0.present = people(7)
          $0.hours = row.hours
          $0.endDate = date("2025-10-20").adding(days: row.days - 1)
        }
      ])
    ledger.procedureSteps = (Self.candidate + [("政治审查", "2025-10-01")])
      .map { Sample.record("发展党员", $0.step, $0.day) }
    let standing = try #require(
      ledger.standing(of: person(7), in: Sample.development, on: date("2025-11-01")))
    // The training is found without a step of its own.
    #expect(standing.day(of: "集中培训") == date("2025-10-20"))
    #expect(standing.next?.step.id == "支部大会讨论")
    let short = ledger.warnings(of: standing).contains { Self.text($0).hasPrefix("short") }
    #expect(short == !row.isEnough, "R29")
  }

  @Test func votesAndTheRollProveSteps() throws {
    var applicant = member(7, status: .candidate, since: "2024-01-01")
    applicant.applied = "2024-01-10"
    var ledger = ledger(
      members: fullMembers(1...6) + [applicant],
      activities: [
        assembly(
          on: "2025-11-01", present: people(1...6), id: "V",
          votes: [Vote(subject: person(7), category: .admission, inFavour: 6)])
      ])
    ledger.procedureSteps = (Self.trained.dropFirst()).map {
      Sample.record("发展党员", $0.step, $0.day)
    }
    let standing = try #require(
      ledger.standing(of: person(7), in: Sample.development, on: date("2025-12-01")))
    #expect(standing.day(of: "递交入党申请书") == date("2024-01-10"))
    #expect(standing.day(of: .admissionVote) == date("2025-11-01"))
    #expect(standing.done.last?.evidence == [Reference("V#1")])
    #expect(standing.clocks == [])
    #expect(ledger.warnings(of: standing) == [])
  }

  @Test func everybodyOnTheWayStandsInTheList() {
    var ledger = ledger(
      members: fullMembers(1...6) + [
        member(7, status: .activist), member(8, status: .applicant),
        member(9, status: .probationary, admitted: "2026-01-01"),
      ])
    ledger.procedureSteps = [Sample.record("发展党员", "递交入党申请书", "2025-09-01")]
    let all = ledger.standings(of: Sample.development, under: place("Q1"), on: date("2026-03-01"))
    #expect(all.map { $0.subject.id?.text } == ["Q1M07", "Q1M08", "Q1M09"])
    #expect(
      ledger.standings(of: Sample.development, under: place("P1"), on: date("2026-03-01")).count
        == 3)
  }

  @Test func whoeverMovesOnStandsWhereItGoesOn() {
    var ledger = ledger(
      organizations: [organization("Q2")],
      members: fullMembers(1...6) + [
        member(7, status: .activist, since: "2024-01-01"),
        member(7, status: .activist, in: "Q2", since: "2025-02-01"),
      ])
    ledger.procedureSteps =
      Self.begun.map { Sample.record("发展党员", $0.step, $0.day) } + [
        Sample.record("发展党员", "半年考察", "2025-02-20", of: "Q2")
      ]
    func subjects(_ branch: String) -> [String?] {
      ledger.standings(of: Sample.development, under: place(branch), on: date("2025-03-01"))
        .map { $0.subject.id?.text }
    }
    #expect(subjects("Q1") == [])
    #expect(subjects("Q2") == ["Q1M07"])
    #expect(subjects("P1") == ["Q1M07"])
  }

  @Test func anElectionOfACommitteeIsAboutItsOrganization() throws {
    var ledger = ledger(members: fullMembers(1...10))
    let subject = Person("一支部委员会")
    ledger.procedureSteps = [
      Sample.record("换届", "上级提醒", "2026-01-10", subject: subject),
      Sample.record("换届", "报送换届请示", "2026-05-10", subject: subject),
    ]
    let standing = try #require(
      ledger.standing(of: subject, in: Sample.election, on: date("2026-06-01")))
    #expect(standing.ahead.map(\.step.id) == ["上级批复同意换届"])
  }

  @Test(
    "an election proves 换届 when it is a committee's",
    arguments: [
      ("选举新一届支部委员会委员", true), ("讨论", true), ("选举出席党员代表大会代表", false),
      ("增补选举支部委员会委员", false), ("补选书记", false),
    ])
  func electionsThatProve(title: String, proves: Bool) throws {
    var held = assembly(
      on: "2026-05-20", present: people(1...10), id: "V",
      votes: [Vote(subject: person(3), category: .election, inFavour: 9, against: 1)])
    held.items[0].title = title
    var ledger = ledger(members: fullMembers(1...10), activities: [held])
    let subject = Person("一支部委员会")
    ledger.procedureSteps = [
      Sample.record("换届", "报送换届请示", "2026-05-01", subject: subject),
      Sample.record("换届", "上级批复同意换届", "2026-05-10", subject: subject),
    ]
    let standing = try #require(
      ledger.standing(of: subject, in: Sample.election, on: date("2026-06-01")))
    #expect((standing.day(of: "党员大会选举") == date("2026-05-20")) == proves)
  }

  @Test func proposalsForTheCommittee() {
    var ledger = ledger(
      organizations: [organization(elected: "2025-07-10", officers: [1, 2, 3])],
      members: fullMembers(1...6) + fullMembers(8...8) + [
        member(7, status: .activist, since: "2024-01-01")
      ],
      activities: [
        activity("党课", on: "2026-02-10", id: "L") {
          $0.present = people(1...5)
          $0.absent = [Absence(person: person(6), reason: "值班")]
        }
      ])
    ledger.procedureSteps = Self.begun.map { Sample.record("发展党员", $0.step, $0.day) }
    let found = ledger.proposals(
      for: committeeMeeting, of: place("Q1"), on: date("2026-03-10"), catalog: Sample.catalog)
    let texts = found.map { proposal in
      switch proposal {
      case .review(_, let clock): "\(clock.step.id) \(clock.due)"
      case .step(_, let step): step.step.id
      case .makeUps(let lines): lines.map(\.reference.text).joined()
      default: "?"
      }
    }
    #expect(texts == ["半年考察 2025-03-01", "确定为发展对象", "L#Q1M06"])
  }

  struct Fault: Sendable {
    var steps: [ProcedureStepKind]
    var faults: [ProcedureFault]
  }

  @Test(arguments: [
    Fault(steps: [], faults: [.noSteps]),
    Fault(
      steps: [ProcedureStepKind(id: "一"), ProcedureStepKind(id: "一")],
      faults: [.repeated(step: "一")]),
    Fault(
      steps: [ProcedureStepKind(id: "一", after: ["二"])],
      faults: [.unknown(step: "一", refersTo: "二")]),
    Fault(
      steps: [ProcedureStepKind(id: "一", after: ["二"]), ProcedureStepKind(id: "二", after: ["一"])],
      faults: [.waitsForItself(step: "一"), .waitsForItself(step: "二")]),
    Fault(
      steps: [
        ProcedureStepKind(id: "一"),
        ProcedureStepKind(
          id: "二",
          bounds: [StepBound(from: "一", least: Interval(1, .year), most: Interval(3, .month))]),
      ], faults: [.impossibleBound(step: "二", from: "一")]),
    Fault(
      steps: [ProcedureStepKind(id: "一", every: Interval(0, .month))],
      faults: [.emptyRepetition(step: "一")]),
    Fault(
      steps: [
        ProcedureStepKind(id: "一"),
        ProcedureStepKind(
          id: "二",
          bounds: [StepBound(from: "一", least: Interval(1, .year), most: Interval(12, .month))]),
      ], faults: []),
    Fault(steps: Sample.development.steps, faults: []),
    Fault(steps: Sample.transfer.steps, faults: []),
    Fault(steps: Sample.election.steps, faults: []),
  ])
  func aProcedureThatContradictsItself(row: Fault) {
    let kind = ProcedureKind(
      id: "流程", steps: row.steps, validity: Validity(since: date("2020-01-01")))
    #expect(kind.faults == row.faults)
  }

  @Test(
    arguments: [
      ("30天", "2026-01-31", "2026-03-02"), ("1个月", "2026-01-31", "2026-02-28"),
      ("3月", "2026-01-31", "2026-04-30"), ("1年", "2024-02-29", "2025-02-28"),
      ("天", "2026-01-31", nil), ("三天", "2026-01-31", nil), ("30", "2026-01-31", nil),
      ("99999天", "2026-01-31", nil), ("-1天", "2026-01-31", nil),
    ] as [(String, String, String?)])
  func intervals(text: String, from: String, to: String?) {
    #expect(Interval(text)?.after(date(from)) == to.map(date), "\(text)")
  }
}
