import OrganizationLife

extension Phrase {
  /// A row of an organisation without what is below it
  public static let itselfAlone = Phrase("本级", "itself")
  /// `zhibu grid`
  public static let helpGrid = Phrase(
    "应办网格:各党组织各月已开、欠、补录迟、期内未开", "organisations by months: held, owed, entered late, open")
  /// `--obligation` of `zhibu grid`
  public static let helpGridObligation = Phrase(
    "只看一项应办(编号或名称)", "one obligation only, by id or title")
  /// An obligation that the catalogue does not have
  public static func obligationNotFound(_ text: String, _ known: [String]) -> Phrase {
    Phrase(
      "没有应办事项「\(text)」;有:\(known.joined(separator: "、"))",
      "there is no obligation \(text); there are: \(known.joined(separator: ", "))")
  }
  /// 应办网格
  public static let menuGrid = Phrase("应办网格", "Grid")
  /// Every obligation
  public static let allObligations = Phrase("全部应办", "all obligations")
  /// Title of the box that asks which obligation is shown
  public static let whichObligation = Phrase("看哪一项应办", "Which obligation")
  /// `2026年`
  public static func yearNumber(_ year: Int) -> Phrase { Phrase("\(year)年", "\(year)") }
  /// Heading of the names, months beside it
  public static let gridHeadingMonths = Phrase("党组织 (月)", "Organisation (month)")
  /// Heading of the names, quarters beside it
  public static let gridHeadingQuarters = Phrase("党组织 (季度)", "Organisation (quarter)")
  /// Heading of the sums
  public static let gridHeadingOwed = Phrase("欠", "owed")
  /// Heading: 编号
  public static let headingID = Phrase("编号", "Id")
  /// What the marks of the grid mean
  public static let gridLegend = Phrase(
    "✓已开 迟=已开,补录迟 !N=期满欠N项 .期内未开 -未到或不要求",
    "✓ held  ~ entered late  !N over and owed  . still open  - not yet, or not asked")
  /// The organisations that owe most come first
  public static let mostOwedFirst = Phrase("欠多在前", "most owed first")
  /// The year after this one has not begun
  public static let yearNotBegun = Phrase("这一年还没有开始", "that year has not begun")
  /// Nothing is asked for in these months
  public static let nothingAsked = Phrase(
    "这一期没有应办事项。Esc 返回。", "Nothing is asked for here. Esc goes back.")
  /// Ninety-nine files of that name are there
  public static func tooManyOfThatName(_ name: String) -> Phrase {
    Phrase(
      "同名文件「\(name)」太多,请先移走一些",
      "there are too many files called \(name): move some of them away")
  }
  /// A file was written
  public static func exported(_ path: String) -> Phrase {
    Phrase("已导出 \(path)", "exported to \(path)")
  }
}

extension DutyCell {
  /// The cell's mark: at most four columns wide, told apart without colour.
  public func mark(_ language: Language) -> String {
    switch state {
    case .notDue: "-"
    case .done: "✓"
    case .late: language == .chinese ? "迟" : "~"
    case .open: "."
    case .owed: owed < 1_000 ? "!\(owed)" : "!\(owed / 1_000)k"
    }
  }

  /// The state in words.
  public var phrase: Phrase {
    switch state {
    case .notDue: Phrase("", "")
    case .done: Phrase("已开", "held")
    case .late: Phrase("已开,补录迟", "held, entered late")
    case .open: Phrase("期内未开", "open")
    case .owed: Phrase("欠\(owed)项", "\(owed) owed")
    }
  }
}
