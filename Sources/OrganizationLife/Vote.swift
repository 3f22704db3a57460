/// What is voted on, which decides base and strictness (RULES: five comparisons).
public enum VoteCategory: String, CaseIterable, Sendable {
  /// An ordinary resolution of the members (支部条例第十一条)
  case ordinary = "普通"
  /// 接收预备党员 (发展党员工作细则第二十、二十一条)
  case admission = "接收预备党员"
  /// 预备党员转正 (细则第三十三条)
  case confirmation = "转正"
  /// 延长预备期
  case prolongation = "延长预备期"
  /// 取消预备党员资格
  case disqualification = "取消预备资格"
  /// 处分
  case discipline = "处分"
  /// 选举 (选举条例)
  case election = "选举"
  /// A vote of the branch committee (支部条例第十二条)
  case committee = "支委会"

  /// Whether written opinions count as votes (发展党员工作细则第二十一条: here only).
  public var allowsWrittenOpinions: Bool { self == .admission || self == .confirmation }
}

/// A vote as a record writes it: `对象=… 类别=… 方式=… 赞成=12 不赞成=0 弃权=1 …`.
public struct Vote: Hashable, Sendable {
  /// 对象: the person voted on.
  public var subject: Person?
  /// 类别
  public var category: VoteCategory
  /// 方式: 举手 无记名 …
  public var method: String
  /// 赞成, written opinions included
  public var inFavour: Int
  /// 不赞成, written opinions included
  public var against: Int
  /// 弃权, written opinions included
  public var abstaining: Int
  /// 书面: how many of the three above came in writing
  public var written: Int
  /// 发出 ballots
  public var issued: Int?
  /// 收回 ballots
  public var returned: Int?
  /// 有效 ballots
  public var valid: Int?
  /// 监票人
  public var scrutineers: [Person]
  /// 计票人
  public var tellers: [Person]
  /// 另选: someone voted for who was no candidate
  public var writeIn: String

  /// A vote; what is not given is zero or empty.
  public init(
    subject: Person? = nil, category: VoteCategory = .ordinary, method: String = "",
    inFavour: Int = 0, against: Int = 0, abstaining: Int = 0, written: Int = 0,
    issued: Int? = nil, returned: Int? = nil, valid: Int? = nil, scrutineers: [Person] = [],
    tellers: [Person] = [], writeIn: String = ""
  ) {
    self.subject = subject
    self.category = category
    self.method = method
    self.inFavour = inFavour
    self.against = against
    self.abstaining = abstaining
    self.written = written
    self.issued = issued
    self.returned = returned
    self.valid = valid
    self.scrutineers = scrutineers
    self.tellers = tellers
    self.writeIn = writeIn
  }

  /// All votes given.
  public var total: Int { inFavour + against + abstaining }
}
