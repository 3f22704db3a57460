import Archive
import OrganizationLife

// Words of packs and of what was published.
extension Phrase {
  /// No pack of that name.
  public static func packNotFound(_ name: String, _ known: [String]) -> Phrase {
    Phrase(
      "没有做法包「\(name)」,有:\(known.joined(separator: "、"))",
      "no pack “\(name)”; there are \(known.joined(separator: ", "))")
  }

  /// Packs are switched on now.
  public static func packsSwitchedOn(_ names: [String], _ entries: Int) -> Phrase {
    Phrase(
      "已启用 \(names.joined(separator: "、")),目录里加了\(entries)条",
      "Switched on: \(names.joined(separator: ", ")); \(entries) entries added to the catalogue")
  }

  /// Nothing had to be added.
  public static let packsThereAlready = Phrase("已经启用,没有要加的条目", "On already: nothing to add")

  /// Something of a pack that was not added.
  public static func packConflict(_ type: String, _ title: String) -> Phrase {
    let type = catalogType(type)
    return Phrase(
      "\(type.chinese)“\(title)”目录里已有、内容不同,保留目录里的",
      "The \(type.english) “\(title)” is in the catalogue already and differs: that one stays")
  }

  /// 做法包 in 设置.
  public static let menuPacks = Phrase("做法包", "Packs")
  /// A heading: what a pack brings.
  public static let headingBrings = Phrase("带来什么", "Brings")
  /// Asked before a pack is switched on.
  public static func switchPackOn(_ title: String, _ summary: String, _ count: Int) -> Phrase {
    Phrase(
      "启用“\(title)”?\n\(summary)\n目录里将加上\(count)条,应办事项从今天起算;本单位已有的不动",
      "Switch “\(title)” on?\n\(summary)\n\(count) entries join the catalogue, obligations hold from "
        + "today on; what the unit has stays")
  }
  /// A pack that is on already.
  public static func packIsOn(_ title: String) -> Phrase {
    Phrase("“\(title)”已启用;要改的在目录里逐条改", "“\(title)” is on: change its entries in the catalogue")
  }

  /// On the page of a pack that is off.
  public static let switchThisPackOn = Phrase("启用这个做法包", "switch this pack on")

  /// Where in the program entries of a type are found; nil for those without a place of their own.
  public static func packPlace(of type: String) -> Phrase? {
    switch type {
    case "kind":
      Phrase("新记录(n)和三会一课菜单里选", "chosen for a new record (n) and in the menu of meetings")
    case "obligation": Phrase("首页和本月应办", "the first screen and what is due")
    case "procedure": Phrase("整改落实,流程", "follow-up, procedures")
    case "checklist", "item": Phrase("检查清单", "checklists")
    case "word": Phrase("填表时建议的词", "proposed while a form is filled in")
    case "report", "line": Phrase("报表", "reports")
    default: nil
    }
  }

  // MARK: What was published

  /// `report --compare`
  public static let helpReportCompare = Phrase(
    "与公开发布的数逐行对照;不写期间就是最近有活动的那一年",
    "Compare each line with what was published; without a period, the year of the newest activity")
  /// The number that was published.
  public static let tablePublished = Phrase("公开数", "Published")
  /// A few words of it.
  public static let tableQuotation = Phrase("原文", "Quotation")
  /// Whether they agree.
  public static let tableVerdict = Phrase("对照", "Verdict")
  /// A report beside what was published.
  public static func reportBesidePublished(_ title: String) -> Phrase {
    Phrase("\(title)与公开发布对照", "\(title) beside what was published")
  }
}

extension PublishedVerdict {
  /// 相等, 相符, 引用 or 不等
  public var phrase: Phrase {
    switch self {
    case .equal: Phrase(rawValue, "equal")
    case .within: Phrase(rawValue, "agrees")
    case .quoted: Phrase(rawValue, "quoted")
    case .different: Phrase(rawValue, "different")
    }
  }
}

extension PlanState {
  /// 未开始, 进行中 or 已完成
  public var phrase: Phrase {
    switch self {
    case .notBegun: Phrase(rawValue, "not begun")
    case .underWay: Phrase(rawValue, "under way")
    case .done: Phrase(rawValue, "done")
    }
  }
}
