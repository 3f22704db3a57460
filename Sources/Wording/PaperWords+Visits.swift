import OrganizationLife

// 检查反馈单, 整改通知书 of a visit and its 回执.
extension PaperWords {
  /// 受检党组织
  public static let inspected = "受检党组织"
  /// 检查清单
  public static let checklist = "检查清单"
  /// 检查日期
  public static let inspectedOn = "检查日期"
  /// 检查结论
  public static let answers = "检查结论"
  /// How many items were checked, and how they were answered.
  public static func answers(_ checked: Int, _ counts: String) -> String {
    "核查\(checked)条：\(counts)"
  }
  /// 条目
  public static let item = "条目"
  /// 检查内容
  public static let asked = "检查内容"
  /// 结论
  public static let answer = "结论"
  /// 依据
  public static let evidence = "依据"
  /// 说明
  public static let explanation = "说明"
  /// Where an answer comes from: the records, so many of them, or the reviewer, with what the
  /// records said where that was something else.
  public static func evidence(of item: ReviewItem) -> String {
    if let recorded = item.recorded { return "人工\n（记录：\(recorded.rawValue)）" }
    if item.isManual { return "人工" }
    return item.evidence.isEmpty ? "记录" : "记录\(item.evidence.count)条"
  }
  /// `见问题1`
  public static func seeFinding(_ number: Int) -> String { "见问题\(number)" }
  /// 总体意见
  public static let overall = "总体意见"
  /// 发现的问题
  public static let findings = "发现的问题"
  /// Nothing was found.
  public static let noFindings = "未发现需要整改的问题。"
  /// Its last sentence.
  public static let feedbackClosing = "以上情况已向受检党组织反馈。双方签字，各存一份。"
  /// 受检党组织书记, to sign
  public static let inspectedSecretary = "受检党组织书记（签名）"
  /// First sentence of a notice about a visit.
  public static func visitOpening(_ day: String, _ checklist: String, _ count: Int) -> String {
    "\(day)按《\(checklist)》检查，发现下列\(count)个问题，请认真核实，按期整改。"
  }
  /// What is asked for.
  public static let visitRequest =
    "请在各项时限前完成整改，并将整改情况填入回执报送。整改完成后由提出问题的一级核实销号。"
  /// The same was found before, on those days.
  public static func repeated(_ days: String) -> String { "重复提出\n\(days)" }
}
