import OrganizationLife

/// The papers that can be printed.
public enum PaperKind: String, CaseIterable, Sendable {
  // Of a meeting, in the order in which they are needed
  /// 会议通知
  case notice
  /// 签到表
  case signIn = "sign-in"
  /// 表决票、选票
  case ballots
  /// 计票单
  case count
  /// 会议记录
  case minutes
  /// 决议 of an assembly or a committee
  case resolution
  /// 民主评议结果表
  case appraisal
  /// 誊抄稿: what is to be copied by hand, in order
  case copy
  /// 缺席补学传阅单
  case makeUp = "make-up"
  // Of other records
  /// 检查反馈单
  case feedback
  /// 整改通知书 with its 回执
  case rectification
  /// 流程办理情况表: each step with its day and its record
  case procedure
  /// 党员档案
  case memberFile = "member-file"
  /// 党支部工作手册 of a year
  case handbook
  /// 党务公开: a list for screens and boards
  case publicity = "public"

  /// Its name.
  public var title: Phrase {
    switch self {
    case .notice: Phrase("会议通知", "notice")
    case .signIn: Phrase("签到表", "sign-in sheet")
    case .ballots: Phrase("表决票、选票", "ballots")
    case .count: Phrase("计票单", "count sheet")
    case .minutes: Phrase("会议记录", "minutes")
    case .resolution: Phrase("决议", "resolution")
    case .appraisal: Phrase("民主评议结果表", "grades given")
    case .copy: Phrase("誊抄稿", "copy to be written out by hand")
    case .makeUp: Phrase("补学传阅单", "make-up sheet")
    case .feedback: Phrase("检查反馈单", "report of the visit")
    case .rectification: Phrase("整改通知书", "notice of rectification")
    case .procedure: Phrase("办理情况表", "steps taken")
    case .memberFile: Phrase("党员档案", "member's file")
    case .handbook: Phrase("工作手册", "handbook of the year")
    case .publicity: Phrase("党务公开", "list to be made public")
    }
  }
}

/// What a paper is about.
public enum PaperSubject: Hashable, Sendable {
  /// Something that was held, or will be.
  case activity(Reference)
  /// An absence from it that has to be made up, `Id#MEMBER`.
  case absence(Reference)
  /// A matter.
  case matter(Reference)
  /// A visit (检查).
  case visit(Reference)
  /// Somebody or an organisation in a procedure.
  case procedure(Person, kind: String)
  /// A member, as on the day of printing.
  case member(MemberIdentifier)
  /// A branch over a year.
  case organization(OrganizationIdentifier, year: Int)
  /// What an organisation makes public of a period.
  case publicity(OrganizationIdentifier, Period)

  /// The papers that there may be of it.
  public var kinds: [PaperKind] {
    switch self {
    case .activity:
      [
        .notice, .signIn, .ballots, .count, .minutes, .resolution, .appraisal, .copy, .makeUp,
      ]
    case .absence: [.makeUp]
    case .matter: [.rectification]
    case .visit: [.feedback, .rectification]
    case .procedure: [.procedure]
    case .member: [.memberFile]
    case .organization: [.handbook, .publicity]
    case .publicity: [.publicity]
    }
  }
}
