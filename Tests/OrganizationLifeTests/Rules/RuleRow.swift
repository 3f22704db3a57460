import OrganizationLife
import Testing

/// A hand-written case of a rule, with the rule's number.
protocol RuleRow: Sendable {
  var rule: String { get }
}

/// Catalogue entries for tests: as the program's own catalogue has them.
enum Sample {
  static func obligation(
    _ kind: String, _ frequency: Frequency, levels: [OrganizationLevel] = [.branch],
    atLeast: Int? = nil, below: Int? = nil, level: RuleLevel = .regulation,
    since: String = "2019-01-01", lecturer: String? = nil
  ) -> Obligation {
    Obligation(
      id: kind, title: kind, kinds: [kind], frequency: frequency, times: 1, levels: levels,
      fullMembersAtLeast: atLeast, fullMembersBelow: below, level: level, source: "",
      validity: Validity(since: date(since)), lecturer: lecturer)
  }

  private static func step(
    _ id: String, after: [String] = [], bounds: [StepBound] = [], proofs: [StepProof] = [],
    every: Interval? = nil, until: [String] = [], optional: Bool = false,
    hours: Double? = nil, days: Int? = nil, meaning: StepMeaning? = nil,
    level: RuleLevel = .regulation
  ) -> ProcedureStepKind {
    ProcedureStepKind(
      id: id, after: after, bounds: bounds, proofs: proofs, every: every, until: until,
      isOptional: optional, leastHours: hours, leastDays: days, meaning: meaning,
      source: "发展党员工作细则", level: level)
  }

  /// 发展党员 (R29, R30).
  static let development = ProcedureKind(
    id: "发展党员", statuses: [.applicant, .activist, .candidate, .probationary],
    steps: [
      step("递交入党申请书", proofs: [.date(field: "Applied")]),
      step(
        "党组织派人谈话", after: ["递交入党申请书"],
        bounds: [StepBound(from: "递交入党申请书", most: Interval(1, .month))]),
      step("确定为入党积极分子", after: ["党组织派人谈话"], proofs: [.status(.activist)]),
      step(
        "半年考察", after: ["确定为入党积极分子"], every: Interval(6, .month),
        until: ["支部大会讨论"]),
      step(
        "确定为发展对象", after: ["确定为入党积极分子"],
        bounds: [StepBound(from: "确定为入党积极分子", least: Interval(1, .year))],
        proofs: [.status(.candidate)]),
      step("政治审查", after: ["确定为发展对象"]),
      step(
        "集中培训", after: ["确定为发展对象"], proofs: [.activity(kind: "培训")], hours: 24, days: 3),
      step(
        "支部大会讨论", after: ["政治审查", "集中培训"], proofs: [.vote(.admission), .date(field: "Admitted")],
        meaning: .admissionVote),
      step(
        "上级党委审批", after: ["支部大会讨论"],
        bounds: [StepBound(from: "支部大会讨论", most: Interval(3, .month))],
        proofs: [.date(field: "Approved")], meaning: .admissionApproval),
      step("支部大会讨论延长预备期", after: ["上级党委审批"], optional: true),
      step(
        "支部大会讨论转正", after: ["上级党委审批"],
        bounds: [StepBound(from: "支部大会讨论", least: Interval(1, .year))],
        proofs: [.vote(.confirmation)], meaning: .confirmationVote),
      step(
        "上级党委审批转正", after: ["支部大会讨论转正"],
        bounds: [StepBound(from: "支部大会讨论转正", most: Interval(3, .month))],
        meaning: .confirmationApproval),
    ], validity: Validity(since: date("2014-05-28")))

  /// 组织关系转接 (R35, R36): thirty days outside the city.
  static let transfer = ProcedureKind(
    id: "组织关系转接",
    steps: [
      step("提出申请"), step("开具组织关系介绍信", after: ["提出申请"], meaning: .letter),
      step(
        "收到回执", after: ["开具组织关系介绍信"],
        bounds: [StepBound(from: "开具组织关系介绍信", most: Interval(30, .day))], meaning: .receipt,
        level: .local),
    ], validity: Validity(since: date("2019-05-06")))

  /// 换届 (R16–R18).
  static let election = ProcedureKind(
    id: "换届",
    steps: [
      step("上级提醒", meaning: .termNotice),
      step("延期批复", optional: true, meaning: .termExtension),
      step("提前批复", optional: true, meaning: .earlyElection), step("报送换届请示"),
      step("上级批复同意换届", after: ["报送换届请示"]),
      step("党员大会选举", after: ["上级批复同意换届"], proofs: [.vote(.election)]),
      step("上级批复选举结果", after: ["党员大会选举"]),
    ], validity: Validity(since: date("2018-07-18")))

  /// 举荐 in its five stages.
  static let nomination = ProcedureKind(
    id: "举荐",
    steps: [
      step("推荐", level: .local), step("支部研究初选", after: ["推荐"], level: .local),
      step(
        "举荐会", after: ["支部研究初选"], proofs: [.activity(kind: "举荐会")], level: .local),
      step("评出", after: ["举荐会"], level: .local),
      step("十大百优", after: ["评出"], level: .local),
    ], validity: Validity(since: date("2020-01-01")))

  static let training = kind("培训", body: .people)
  static let lifeMeeting = kind("组织生活会", items: [.discussion])
  static let catalog = Catalog(
    kinds: catalogue.kinds + [training, lifeMeeting], obligations: [], checklists: [],
    procedures: [development, transfer, election, nomination])

  /// A step of a procedure as a record has it.
  static func record(
    _ kind: String, _ step: String, _ day: String, subject: Person = person(7),
    result: String = "", of organization: String = "Q1", evidence: [Reference] = []
  ) -> ProcedureStep {
    ProcedureStep(
      reference: Reference("\(kind)-\(step)-\(day)"), organization: place(organization),
      kind: kind, subject: subject, step: step, date: date(day), result: result,
      evidence: evidence)
  }
}

/// An assembly with one item that is voted on.
func assembly(
  on day: String, present: [Person], id: String? = nil, about: [Person] = [], votes: [Vote],
  due: String? = nil, seats: Int? = nil, change: (inout Activity) -> Void = { _ in }
) -> Activity {
  activity(on: day, id: id ?? "A-\(day)") {
    $0.present = present
    $0.items = [
      Item(
        title: "讨论", kind: .vote, about: about, votes: votes, due: due.map(date), seats: seats)
    ]
    change(&$0)
  }
}
