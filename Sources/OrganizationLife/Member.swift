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
  /// The record it was read from.
  public var reference: Reference
  /// The member's id.
  public var id: MemberIdentifier
  /// 姓名
  public var name: String
  /// The branch.
  public var organization: OrganizationIdentifier
  /// The 党小组 within the branch.
  public var group: OrganizationIdentifier?
  /// Full, probationary, or on the way.
  public var status: MemberStatus
  /// 离退休 rather than 在职.
  public var isRetired: Bool
  /// 流动党员 (教育条例第三十二条).
  public var isFloating: Bool
  /// What the member may do.
  public var rights: MemberRights
  /// Posts in the Party and at work.
  public var posts: [String]
  /// 岗位
  public var job: String
  /// 警衔
  public var rank: String
  /// 性别
  public var gender: String
  /// 民族
  public var nation: String
  /// 出生, as written (`1984-06` or a full date)
  public var born: String
  /// 学历
  public var education: String
  /// 参加工作, as written
  public var worked: String
  /// 申请入党, as written
  public var applied: String
  /// 支部大会通过为预备党员之日: the political birthday (党章第七条)
  public var admitted: Day?
  /// 上级批复之日
  public var approved: Day?
  /// 转正之日, from which the years of membership count (党龄)
  public var confirmed: Day?
  /// 入党介绍人
  public var introducers: [Person]
  /// The first day on which this snapshot holds.
  public var since: Day
  /// The last day on which it holds, inclusive; nil while nothing ended it.
  public var until: Day?
  /// Why it ended (转出 去世 退党 除名 …).
  public var left: String
  /// When the snapshot was written; breaks ties between snapshots of one day.
  public var enteredAt: Moment

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
    self.reference = reference
    self.id = id
    self.name = name
    self.organization = organization
    self.group = group
    self.status = status
    self.isRetired = isRetired
    self.isFloating = isFloating
    self.rights = rights
    self.posts = posts
    self.job = job
    self.rank = rank
    self.gender = gender
    self.nation = nation
    self.born = born
    self.education = education
    self.worked = worked
    self.applied = applied
    self.admitted = admitted
    self.approved = approved
    self.confirmed = confirmed
    self.introducers = introducers
    self.since = since
    self.until = until
    self.left = left
    self.enteredAt = enteredAt
  }

  /// The member as records name one, `ID(姓名)`.
  public var person: Person { Person(id: id, name: name) }

  /// Whether such a member is expected where the members, a group or a committee meet: full and
  /// probationary members, those under 留党察看 included, those of stopped membership not.
  public var belongsToBody: Bool { status.isMember && rights != .membershipStopped }

  /// 有表决权: full members whose rights are not suspended (选举条例第五条, 党章第七条).
  public var hasVote: Bool { status == .full && rights == .normal }
}
