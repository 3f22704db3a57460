/// Where a person stands on the way to full membership.
public enum MemberStatus: String, CaseIterable, Sendable {
  /// 正式党员
  case full = "正式党员"
  /// 预备党员: on probation, without a vote (党章第七条)
  case probationary = "预备党员"
  /// 发展对象
  case candidate = "发展对象"
  /// 入党积极分子
  case activist = "入党积极分子"
  /// 入党申请人
  case applicant = "入党申请人"

  /// Whether the person is a Party member (full or probationary).
  public var isMember: Bool { self == .full || self == .probationary }
}

/// What a member may do (选举条例第五条, 党章第七条、第四十条).
public enum MemberRights: String, CaseIterable, Sendable {
  /// Nothing is suspended.
  case normal = "正常"
  /// 留党察看: takes part, has no vote
  case onProbationForDiscipline = "留党察看"
  /// 中止党员权利, as during detention
  case suspended = "中止"
  /// 停止党籍: out of contact
  case membershipStopped = "停止党籍"
}

/// A member as he or she stood from a day on: a complete snapshot.
public struct Member: Hashable, Sendable {
  /// What a snapshot holds, as its properties say.
  package struct Fields: Hashable, Sendable {
    package var reference: Reference
    package var id: MemberIdentifier
    package var name: String
    package var organization: OrganizationIdentifier
    package var group: OrganizationIdentifier?
    package var status: MemberStatus
    package var isRetired: Bool = false
    package var isFloating: Bool = false
    package var rights: MemberRights = .normal
    package var posts: [String] = []
    package var job: String = ""
    package var rank: String = ""
    package var gender: String = ""
    package var nation: String = ""
    package var born: String = ""
    package var education: String = ""
    package var worked: String = ""
    package var applied: String = ""
    package var admitted: Day?
    package var approved: Day?
    package var confirmed: Day?
    package var introducers: [Person] = []
    package var since: Day
    package var until: Day?
    package var left: String = ""
    package var enteredAt: Moment

    /// Those that every one has; the others are empty.
    package init(
      reference: Reference, id: MemberIdentifier, name: String,
      organization: OrganizationIdentifier, status: MemberStatus, since: Day, enteredAt: Moment
    ) {
      self.reference = reference
      self.id = id
      self.name = name
      self.organization = organization
      self.status = status
      self.since = since
      self.enteredAt = enteredAt
    }
  }

  /// Shared by all copies until one of them is changed.
  private var shared: Shared<Fields>

  package init(_ fields: Fields) { shared = Shared(fields) }

  /// The record it was read from.
  public var reference: Reference {
    get { shared.value.reference }
    set { change { $0.reference = newValue } }
  }
  /// The member's id.
  public var id: MemberIdentifier {
    get { shared.value.id }
    set { change { $0.id = newValue } }
  }
  /// 姓名
  public var name: String {
    get { shared.value.name }
    set { change { $0.name = newValue } }
  }
  /// The branch.
  public var organization: OrganizationIdentifier {
    get { shared.value.organization }
    set { change { $0.organization = newValue } }
  }
  /// The 党小组 within the branch.
  public var group: OrganizationIdentifier? {
    get { shared.value.group }
    set { change { $0.group = newValue } }
  }
  /// Full, probationary, or on the way.
  public var status: MemberStatus {
    get { shared.value.status }
    set { change { $0.status = newValue } }
  }
  /// 离退休 rather than 在职.
  public var isRetired: Bool {
    get { shared.value.isRetired }
    set { change { $0.isRetired = newValue } }
  }
  /// 流动党员 (教育条例第三十二条).
  public var isFloating: Bool {
    get { shared.value.isFloating }
    set { change { $0.isFloating = newValue } }
  }
  /// What the member may do.
  public var rights: MemberRights {
    get { shared.value.rights }
    set { change { $0.rights = newValue } }
  }
  /// Posts in the Party and at work.
  public var posts: [String] {
    get { shared.value.posts }
    set { change { $0.posts = newValue } }
  }
  /// 岗位
  public var job: String {
    get { shared.value.job }
    set { change { $0.job = newValue } }
  }
  /// 警衔
  public var rank: String {
    get { shared.value.rank }
    set { change { $0.rank = newValue } }
  }
  /// 性别
  public var gender: String {
    get { shared.value.gender }
    set { change { $0.gender = newValue } }
  }
  /// 民族
  public var nation: String {
    get { shared.value.nation }
    set { change { $0.nation = newValue } }
  }
  /// 出生, as written (`1984-06` or a full date)
  public var born: String {
    get { shared.value.born }
    set { change { $0.born = newValue } }
  }
  /// 学历
  public var education: String {
    get { shared.value.education }
    set { change { $0.education = newValue } }
  }
  /// 参加工作, as written
  public var worked: String {
    get { shared.value.worked }
    set { change { $0.worked = newValue } }
  }
  /// 申请入党, as written
  public var applied: String {
    get { shared.value.applied }
    set { change { $0.applied = newValue } }
  }
  /// 支部大会通过为预备党员之日: the political birthday (党章第七条)
  public var admitted: Day? {
    get { shared.value.admitted }
    set { change { $0.admitted = newValue } }
  }
  /// 上级批复之日
  public var approved: Day? {
    get { shared.value.approved }
    set { change { $0.approved = newValue } }
  }
  /// 转正之日, from which the years of membership count (党龄)
  public var confirmed: Day? {
    get { shared.value.confirmed }
    set { change { $0.confirmed = newValue } }
  }
  /// 入党介绍人
  public var introducers: [Person] {
    get { shared.value.introducers }
    set { change { $0.introducers = newValue } }
  }
  /// The first day on which this snapshot holds.
  public var since: Day {
    get { shared.value.since }
    set { change { $0.since = newValue } }
  }
  /// The last day on which it holds, inclusive; nil while nothing ended it.
  public var until: Day? {
    get { shared.value.until }
    set { change { $0.until = newValue } }
  }
  /// Why it ended (转出 去世 退党 除名 …).
  public var left: String {
    get { shared.value.left }
    set { change { $0.left = newValue } }
  }
  /// When the snapshot was written; breaks ties between snapshots of one day.
  public var enteredAt: Moment {
    get { shared.value.enteredAt }
    set { change { $0.enteredAt = newValue } }
  }

  private mutating func change(_ body: (inout Fields) -> Void) {
    var fields = shared.value
    body(&fields)
    shared = Shared(fields)
  }

  /// A snapshot; what is not given is empty.
  public init(
    reference: Reference, id: MemberIdentifier, name: String,
    organization: OrganizationIdentifier, group: OrganizationIdentifier? = nil,
    status: MemberStatus, isRetired: Bool = false, isFloating: Bool = false,
    rights: MemberRights = .normal, posts: [String] = [], job: String = "", rank: String = "",
    gender: String = "", nation: String = "", born: String = "", education: String = "",
    worked: String = "", applied: String = "", admitted: Day? = nil, approved: Day? = nil,
    confirmed: Day? = nil, introducers: [Person] = [], since: Day, until: Day? = nil,
    left: String = "", enteredAt: Moment
  ) {
    var fields = Fields(
      reference: reference, id: id, name: name, organization: organization, status: status,
      since: since, enteredAt: enteredAt)
    fields.group = group
    fields.isRetired = isRetired
    fields.isFloating = isFloating
    fields.rights = rights
    fields.posts = posts
    fields.job = job
    fields.rank = rank
    fields.gender = gender
    fields.nation = nation
    fields.born = born
    fields.education = education
    fields.worked = worked
    fields.applied = applied
    fields.admitted = admitted
    fields.approved = approved
    fields.confirmed = confirmed
    fields.introducers = introducers
    fields.until = until
    fields.left = left
    self.init(fields)
  }

  /// The member as records name one, `ID(姓名)`.
  public var person: Person { Person(id: id, name: name) }

  /// Whether such a member is expected where the members, a group or a committee meet: full and
  /// probationary members, those under 留党察看 included, those of stopped membership not.
  public var belongsToBody: Bool { status.isMember && rights != .membershipStopped }

  /// 有表决权: full members whose rights are not suspended (选举条例第五条, 党章第七条).
  public var hasVote: Bool { status == .full && rights == .normal }
}
