import OrganizationLife

extension PaperWords {
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
