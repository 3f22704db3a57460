/// Something that has to be done: a finding, a risk, a suggestion, a resolution to carry out, a
/// lesson to make up.
public struct Matter: Hashable, Sendable {
  /// The record it was read from, or for a derived matter `Id#n` of what it follows from.
  public var reference: Reference
  /// Whose it is.
  public var organization: OrganizationIdentifier
  /// 检查问题 风险隐患 意见建议 办实事 决议落实 补学 …
  public var kind: String
  /// What is to be done.
  public var title: String
  /// Since when.
  public var opened: Day
  /// Who does it.
  public var owners: [Person]
  /// By when.
  public var due: Day?
  /// The record or item from which it follows.
  public var source: Reference?
  /// 办理中 阶段完成 待销号 已办结
  public var state: String
  /// When it was closed.
  public var closed: Day?
  /// What came of it.
  public var result: String
  /// 销号人
  public var confirmer: Person?

  /// An open matter.
  public init(
    reference: Reference, organization: OrganizationIdentifier, kind: String, title: String,
    opened: Day, owners: [Person] = [], due: Day? = nil, source: Reference? = nil,
    state: String = "办理中", closed: Day? = nil, result: String = "", confirmer: Person? = nil
  ) {
    self.reference = reference
    self.organization = organization
    self.kind = kind
    self.title = title
    self.opened = opened
    self.owners = owners
    self.due = due
    self.source = source
    self.state = state
    self.closed = closed
    self.result = result
    self.confirmer = confirmer
  }

  /// Not yet 已办结.
  public var isOpen: Bool { state != Matter.closedState }
}

/// What a branch wrote or received: rules, plans, study notes, agreements.
public struct Document: Hashable, Sendable {
  /// The record it was read from.
  public var reference: Reference
  /// Whose it is.
  public var organization: OrganizationIdentifier
  /// 制度 计划 总结 学习笔记 心得 思想动态分析 …
  public var kind: String
  /// Its title.
  public var title: String
  /// Its day.
  public var date: Day
  /// Who wrote it.
  public var authors: [Person]
  /// 份 or 篇
  public var count: Quantity?
  /// 融合标签; `补学=ID` names the activity that its authors made up by it.
  public var tags: [String]

  /// A document.
  public init(
    reference: Reference, organization: OrganizationIdentifier, kind: String, title: String,
    date: Day, authors: [Person] = [], count: Quantity? = nil, tags: [String] = []
  ) {
    self.tags = tags
    self.reference = reference
    self.organization = organization
    self.kind = kind
    self.title = title
    self.date = date
    self.authors = authors
    self.count = count
  }
}

/// An honour given to people or to the organisation.
public struct Honor: Hashable, Sendable {
  /// The record it was read from.
  public var reference: Reference
  /// Whose record it is.
  public var organization: OrganizationIdentifier
  /// When it was given.
  public var date: Day
  /// 支部 监狱 省局 司法部 全国 …
  public var level: String
  /// What it is called.
  public var title: String
  /// To whom.
  public var recipients: [Person]

  /// An honour.
  public init(
    reference: Reference, organization: OrganizationIdentifier, date: Day, level: String,
    title: String, recipients: [Person] = []
  ) {
    self.reference = reference
    self.organization = organization
    self.date = date
    self.level = level
    self.title = title
    self.recipients = recipients
  }
}

/// The answer to an item of a checklist.
public enum ChecklistAnswer: String, CaseIterable, Sendable {
  /// Met.
  case met = "达标"
  /// Met in part.
  case partlyMet = "部分达标"
  /// Not met.
  case unmet = "未达标"
  /// Does not apply to this organisation.
  case notApplicable = "不适用"
  /// Waits for a person.
  case pending = "待人工核"
}

/// One answered item of a review.
public struct ReviewItem: Hashable, Sendable {
  /// The item's id in the checklist.
  public var item: String
  /// What was asked, in the words that it had then; empty where the record does not say.
  public var text: String
  /// The answer.
  public var answer: ChecklistAnswer
  /// Given by a person (人工) rather than from the records.
  public var isManual: Bool
  /// The records that support it.
  public var evidence: [Reference]
  /// A remark.
  public var remark: String
  /// What the records said then, where a person said something else; nil where they agreed, or
  /// only a person could answer.
  public var recorded: ChecklistAnswer?

  /// An answered item.
  public init(
    item: String, text: String = "", answer: ChecklistAnswer, isManual: Bool,
    evidence: [Reference] = [], remark: String = "", recorded: ChecklistAnswer? = nil
  ) {
    self.text = text
    self.recorded = recorded
    self.item = item
    self.answer = answer
    self.isManual = isManual
    self.evidence = evidence
    self.remark = remark
  }
}

/// A checklist gone through for an organisation on a day.
public struct Review: Hashable, Sendable {
  /// The record it was read from.
  public var reference: Reference
  /// Its first version, as findings name it.
  public var origin: Reference
  /// Which organisation was reviewed.
  public var organization: OrganizationIdentifier
  /// The checklist's id.
  public var checklist: String
  /// When.
  public var date: Day
  /// By whom.
  public var reviewers: [Person]
  /// The items answered.
  public var items: [ReviewItem]
  /// When it was written; the later of two answers to one item holds.
  public var enteredAt: Moment
  /// What the reviewers say of the whole.
  public var note: String

  /// A review; without `origin` there is only one version.
  public init(
    reference: Reference, origin: Reference? = nil, organization: OrganizationIdentifier,
    checklist: String, date: Day, reviewers: [Person], items: [ReviewItem], enteredAt: Moment,
    note: String = ""
  ) {
    self.origin = origin ?? reference
    self.note = note
    self.reference = reference
    self.organization = organization
    self.checklist = checklist
    self.date = date
    self.reviewers = reviewers
    self.items = items
    self.enteredAt = enteredAt
  }
}

/// A step of a procedure with a clock (发展党员, 组织关系转接 …).
public struct ProcedureStep: Hashable, Sendable {
  /// The record it was read from.
  public var reference: Reference
  /// Whose procedure it is.
  public var organization: OrganizationIdentifier
  /// The procedure's kind.
  public var kind: String
  /// Whom or what it is about.
  public var subject: Person
  /// The step reached.
  public var step: String
  /// When.
  public var date: Day
  /// With what result.
  public var result: String
  /// The records that prove it (`Evidence`).
  public var evidence: [Reference]
  /// The step that it goes on from (`Follows`); nil for one that opens a procedure.
  public var follows: Reference?

  /// A step.
  public init(
    reference: Reference, organization: OrganizationIdentifier, kind: String, subject: Person,
    step: String, date: Day, result: String = "", evidence: [Reference] = [],
    follows: Reference? = nil
  ) {
    self.evidence = evidence
    self.follows = follows
    self.reference = reference
    self.organization = organization
    self.kind = kind
    self.subject = subject
    self.step = step
    self.date = date
    self.result = result
  }
}

/// A team or pairing of people: 突击队, 讲师团, 网格, 1+N …
public struct Team: Hashable, Sendable {
  /// The record it was read from.
  public var reference: Reference
  /// Whose it is.
  public var organization: OrganizationIdentifier
  /// Its kind.
  public var kind: String
  /// Its name.
  public var name: String
  /// Its first day.
  public var since: Day
  /// Its last day, inclusive.
  public var until: Day?
  /// Who leads it.
  public var leaders: [Person]
  /// Who belongs to it.
  public var people: [Person]

  /// A team.
  public init(
    reference: Reference, organization: OrganizationIdentifier, kind: String, name: String,
    since: Day, until: Day? = nil, leaders: [Person] = [], people: [Person] = []
  ) {
    self.reference = reference
    self.organization = organization
    self.kind = kind
    self.name = name
    self.since = since
    self.until = until
    self.leaders = leaders
    self.people = people
  }
}

/// Dues paid for a month (restricted).
public struct DuesPayment: Hashable, Sendable {
  /// The record it was read from.
  public var reference: Reference
  /// Who paid.
  public var member: MemberIdentifier
  /// For which month, `2026-03`.
  public var month: Period
  /// In fen; nil while unpaid.
  public var paid: Int?
  /// 基数, the monthly base in fen; nil where the record does not say.
  public var base: Int?
  /// 交纳日
  public var paidOn: Day?
  /// Who entered it for the member; nil where that is not known.
  public var organization: OrganizationIdentifier?
  /// 比例, in hundredths of a percent: 150 is 1.5%; nil where the record does not say.
  public var rate: Int?

  /// A payment.
  public init(
    reference: Reference, member: MemberIdentifier, month: Period, paid: Int?, base: Int? = nil,
    paidOn: Day? = nil, organization: OrganizationIdentifier? = nil, rate: Int? = nil
  ) {
    self.organization = organization
    self.rate = rate
    self.base = base
    self.paidOn = paidOn
    self.reference = reference
    self.member = member
    self.month = month
    self.paid = paid
  }
}

/// What is to be done in a period: a year's meetings, a month's work, a day's activity.
public struct Plan: Hashable, Sendable {
  /// The record it was read from.
  public var reference: Reference
  /// Its first version.
  public var origin: Reference
  /// Whose it is.
  public var organization: OrganizationIdentifier
  /// For which period.
  public var period: Period
  /// Of what kind; a kind of activity or anything else.
  public var kind: String
  /// Its title.
  public var title: String
  /// How often; nil when it does not say.
  public var number: Int?
  /// By when, where it says so.
  public var due: Day?
  /// Who sees to it.
  public var owners: [Person]

  /// A plan.
  public init(
    reference: Reference, origin: Reference? = nil, organization: OrganizationIdentifier,
    period: Period, kind: String = "", title: String, number: Int? = nil, due: Day? = nil,
    owners: [Person] = []
  ) {
    self.reference = reference
    self.origin = origin ?? reference
    self.organization = organization
    self.period = period
    self.kind = kind
    self.title = title
    self.number = number
    self.due = due
    self.owners = owners
  }

  /// The day on which it stands in a calendar: its own, or the last of a period up to a month; nil
  /// for what is planned for a quarter or longer without a day.
  public var date: Day? {
    due ?? (period.first.days(until: period.last) < 31 ? period.last : nil)
  }
}
