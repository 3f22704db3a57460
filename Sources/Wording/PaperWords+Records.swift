import OrganizationLife

extension PaperWords {
  // MARK: 补学

  /// Which sitting, behind the name of a meeting.
  public static func sitting(_ index: Int) -> String { "（第\(index)批）" }
  /// 传阅签名
  public static let signedForReading = "传阅签名"
  /// 参加补课
  public static let attendedLater = "参加补学"
  /// 书面材料
  public static let handedIn = "书面材料"
  /// In another way, as a matter says.
  public static let madeUpOtherwise = "已登记补学"

  // MARK: 民主评议结果表

  /// The title of the table of grades.
  public static func gradesTitle(_ place: String) -> String { "\(place)民主评议党员结果表" }
  /// 党员总数
  public static let allMembers = "党员总数"
  /// 评定等次
  public static let grade = "评定等次"
  /// How many there are, and may be (支部工作条例第十八条: 优秀 no more than a third).
  public static func atMost(_ count: String, _ most: Int) -> String { "\(count)（不超过\(most)）" }
  /// Takes part, and no grade is set.
  public static func withoutGrade(_ status: MemberStatus) -> String {
    "\(status.rawValue)，参加评议，不定等次"
  }

  // MARK: 整改通知书

  /// 问题
  public static let finding = "存在问题"
  /// 种类
  public static let matterKind = "种类"
  /// 提出日期
  public static let found = "提出日期"
  /// 责任人
  public static let owner = "整改责任人"
  /// 整改时限
  public static let due = "整改时限"
  /// Its first sentence.
  public static let rectificationOpening = "检查中发现下列问题，请认真核实，按期整改。"
  /// What is asked for.
  public static func rectificationRequest(_ due: String) -> String {
    "请于\(due)前完成整改，并将整改情况填入回执报送。整改完成后由提出问题的一级核实销号。"
  }
  /// The same was found before, on those days.
  public static func foundBefore(_ days: String) -> String { "重复问题：一年内曾于\(days)提出。" }
  /// 整改情况回执
  public static let rectificationReceipt = "整改情况回执"
  /// 整改措施和结果
  public static let rectified = "整改措施和结果"
  /// 销号日期
  public static let closedOn = "销号日期"
  /// 销号人
  public static let closedBy = "销号人"

  // MARK: 办理情况表

  /// `组织关系转接办理情况表`
  public static func stepsTitle(_ procedure: String) -> String { "\(procedure)办理情况表" }
  /// 对象
  public static let subject = "对象"
  /// 截至
  public static let asOf = "截至"
  /// 进展
  public static let state = "进展"
  /// 步骤
  public static let step = "步骤"
  /// 结果
  public static let result = "结果"
  /// 时限
  public static let bound = "时限"
  /// 经办人
  public static let handler = "经办人"
  /// Whether all steps are taken.
  public static func progress(isFinished: Bool) -> String { isFinished ? "已办完" : "办理中" }
  /// Not before, not after, and whether that was kept.
  public static func bounds(
    _ earliest: Day?, _ latest: Day?, isEarly: Bool, isLate: Bool
  ) -> String {
    var parts: [String] = []
    if let earliest { parts.append("\(day(earliest))后" + (isEarly ? "（提前）" : "")) }
    if let latest { parts.append("\(day(latest))前" + (isLate ? "（逾期）" : "")) }
    return parts.joined(separator: "；")
  }
}
