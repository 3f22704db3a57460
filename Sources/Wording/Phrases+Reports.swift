import Archive
import OrganizationLife

// Words of reports.
extension ReportNumber {
  /// `126`, `1000余`, `近20`, `约1020`; `126`, `1000+`, `~20`, `~1020+` in English.
  public var phrase: Phrase { phrase(unit: "") }

  /// The number with its unit: `1000余条`, `近20家`; a blank before units of letters and `%` apart.
  public func phrase(unit: String) -> Phrase {
    let chinese: String
    switch exactness {
    case .exact: chinese = "\(plainText)\(unit)"
    case .atLeast: chinese = "\(plainText)余\(unit)"
    case .nearly: chinese = "近\(plainText)\(unit)"
    case .roughly: chinese = "约\(plainText)\(unit)"
    }
    let gap = unit.isEmpty || unit == "%" ? "" : " "
    return Phrase(chinese, "\(text)\(gap)\(unit)")
  }

  /// 余, 近 or 约; empty for an exact number.
  public var exactnessWord: String {
    switch exactness {
    case .exact: ""
    case .atLeast: "余"
    case .nearly: "近"
    case .roughly: "约"
    }
  }
}

extension ReportDoubt {
  /// Why a number cannot be right.
  public var phrase: Phrase {
    switch self {
    case .above(let most):
      Phrase(
        "不合常理:按常理最多\(most.phrase.chinese),请核对", "cannot be right: \(most.text) at most, check it")
    case .below(let least):
      Phrase(
        "不合常理:至少应有\(least.phrase.chinese),请核对", "cannot be right: \(least.text) at least, check it")
    }
  }

  /// The same in a column.
  public var word: Phrase { Phrase("不合常理", "implausible") }
}

extension Frequency {
  /// 年, 季度 …
  public var phrase: Phrase { Phrase(rawValue, english) }
}

extension Period {
  /// 2026年, 2026年上半年, 2026年第二季度, 2026年3月, or the days.
  public var title: Phrase {
    let year = first.year
    switch frequency {
    case .year: return Phrase("\(year)年", "\(year)")
    case .week, nil: return Phrase(first == last ? "\(first)" : "\(first) 至 \(last)", "\(self)")
    default: return Phrase("\(year)年\(shortTitle.chinese)", "\(self)")
    }
  }

  /// 全年, 上半年, 第二季度, 3月: within a year that is known.
  public var shortTitle: Phrase {
    switch frequency {
    case .year: Phrase("全年", "\(self)")
    case .half: Phrase(first.month == 1 ? "上半年" : "下半年", "\(self)")
    case .quarter:
      Phrase("第\(["一", "二", "三", "四"][(first.quarter - 1) % 4])季度", "\(self)")
    case .month: Phrase("\(first.month)月", "\(self)")
    case .week, nil: title
    }
  }
}

extension Phrase {
  /// 全部: everything in the ledger.
  public static let wholeLedger = Phrase("全台账", "the whole ledger")

  // MARK: The command

  /// `zhibu report`
  public static let helpReport = Phrase(
    "编报表:场次、人次、整改、表彰等,每个数都有记录可查;不写名称就列出有哪些报表",
    "Make a report; without a name, list the reports")
  /// Its argument.
  public static let helpReportName = Phrase("报表名称(Id 或标题)", "The report, by id or title")
  /// `--year`
  public static let helpReportYear = Phrase(
    "哪一年,写成 2026;不写就是今年", "The year, such as 2026; this year if not given")
  /// `--half`
  public static let helpReportHalf = Phrase("哪个半年,写成 2026-H1", "The half-year, such as 2026-H1")
  /// `--quarter`
  public static let helpReportQuarter = Phrase("哪个季度,写成 2026-Q2", "The quarter, such as 2026-Q2")
  /// `--month`
  public static let helpReportMonth = Phrase("哪个月,写成 2026-03", "The month, such as 2026-03")
  /// `--organization`
  public static let helpReportOrganization = Phrase(
    "哪个组织(含下级),写编号;不写就是全部", "This organisation and all below it; everything if not given")
  /// `--previous`
  public static let helpReportPrevious = Phrase("加一列上年同期", "Add the same period of the year before")
  /// `--evidence`
  public static let helpReportEvidence = Phrase(
    "只列出这一行的数依据哪些记录", "List the records behind this line")
  /// `--sentence`
  public static let helpReportSentence = Phrase("只写总结一句话", "Write the sentence that sums it up")

  /// Reports asked for of a time that no report of the catalogue is about.
  public static func noReportsYet(_ first: Day) -> Phrase {
    Phrase(
      "这一期间还没有报表:目录里最早的从 \(first) 起有效,请换一个期间",
      "there are no reports of that period: the first of the catalogue hold from \(first) on; "
        + "choose another period")
  }

  /// No report of that name.
  public static func reportNotFound(_ name: String, _ known: [String]) -> Phrase {
    Phrase(
      "没有报表「\(name)」,现有:\(known.joined(separator: "、"))",
      "there is no report “\(name)”; there are \(known.joined(separator: ", "))")
  }
  /// No line of that name.
  public static func reportLineNotFound(_ id: String, in report: String) -> Phrase {
    Phrase(
      "报表「\(report)」没有「\(id)」这一行,请运行 zhibu report \(report) 查看各行",
      "report “\(report)” has no line “\(id)”: zhibu report \(report) shows its lines")
  }
  /// A title that several lines have.
  public static func reportLineAmbiguous(_ title: String, _ ids: [String]) -> Phrase {
    Phrase(
      "有\(ids.count)行都叫「\(title)」,请写编号:\(ids.joined(separator: "、"))",
      "\(ids.count) lines are called “\(title)”: give the id, one of "
        + ids.joined(separator: ", "))
  }
  /// Whose article published numbers come from, and whether they are of what is reported.
  public static func publishedIn(_ sources: [String], isComparable: Bool) -> Phrase {
    let list = sources.joined(separator: "、")
    guard isComparable else {
      return Phrase(
        "公开发布的数出自\(list),是全单位的数,不与下级组织相比",
        "Published in \(list): numbers of a whole unit, which a part of one is not compared with")
    }
    return Phrase(
      "公开发布的数出自\(list);其他单位只供参照",
      "Published in \(list); for other units they are for reference only")
  }
  /// A report not made for such periods.
  public static func reportNotForPeriod(_ report: String, _ frequencies: [Frequency]) -> Phrase {
    Phrase(
      "报表「\(report)」只按\(frequencies.map(\.rawValue).joined(separator: "、"))编,请换一个期间",
      "report “\(report)” is made by \(frequencies.map(\.english).joined(separator: ", ")): "
        + "give another period")
  }
  /// A text that is no period of that kind.
  public static func notAPeriod(_ text: String, example: String) -> Phrase {
    Phrase("「\(text)」不是期间,请写成 \(example)", "“\(text)” is no period: write it as \(example)")
  }
  /// Several periods.
  public static let onePeriodOnly = Phrase(
    "--year、--half、--quarter、--month 和 --since 只能写一种,请去掉多余的",
    "give one of --year, --half, --quarter, --month and --since: remove the others")
  /// One end of a stretch of days without the other.
  public static let bothEndsNeeded = Phrase(
    "--since 和 --until 要一起写", "--since and --until go together: give both")
  /// A report without a sentence.
  public static func reportWithoutSentence(_ report: String) -> Phrase {
    Phrase(
      "报表「\(report)」没有总结一句话,可在目录的 Sentence 里写",
      "report “\(report)” has no sentence: write one as its Sentence in the catalogue")
  }

  // MARK: Columns

  /// 栏目
  public static let tableSection = Phrase("栏目", "Section")
  /// 行
  public static let tableReportLine = Phrase("项目", "Line")
  /// 数
  public static let tableNumber = Phrase("数", "Number")
  /// 单位
  public static let tableUnit = Phrase("单位", "Unit")
  /// 上年同期
  public static let tablePrevious = Phrase("上年同期", "Year before")
  /// 计划
  public static let tablePlan = Phrase("计划", "Plan")
  /// 说明
  public static let tableDoubt = Phrase("说明", "Remark")
  /// 约数
  public static let tableExactness = Phrase("约数", "Approximate")
  /// 期间
  public static let tableFrequencies = Phrase("期间", "Periods")
  /// 组织
  public static let tableLevels = Phrase("用于", "For")

  // MARK: Screens

  /// 报表
  public static let menuReports = Phrase("报表", "Reports")
  /// 按种类统计
  public static let countsByKind = Phrase("按活动种类统计", "Counts by kind of activity")
  /// 总结一句话
  public static let titleSentence = Phrase("总结一句话", "In one sentence")
  /// 各月
  public static let headingMonths = Phrase("各月", "By month")
  /// 3月, at the head of a narrow column.
  public static func monthHeading(_ month: Int) -> Phrase { Phrase("\(month)", "\(month)") }
  /// A number without records of its own was to be opened.
  public static let nothingBehind = Phrase(
    "这个数没有可打开的记录:这一期间没有,或由别的行算出",
    "No records behind this number: there are none in the period, or it is made of other lines")
  /// The title of a finding about something restricted, which is fixed.
  public static let titleOfRestricted = Phrase(
    "标题(受限内容只写项目)", "Title (restricted: named only)")
  /// What stands in a list while its numbers are worked out.
  public static let counting = Phrase("正在统计,请稍候…", "Counting…")
  /// What is seen may be exported once it is whole.
  public static let gridStillCounting = Phrase(
    "还在统计,数未齐;算完后(标题里不再有进度)再导出",
    "Still counting: export when the title shows no progress any more")
  /// 图
  public static let headingBar = Phrase("图", "Bar")
  /// 上年
  public static let headingYearBefore = Phrase("上年同期", "Year before")
  /// No reports in the catalogue.
  public static let noReports = Phrase(
    "目录里没有报表。运行 zhibu catalog update 补入程序自带的。Esc 返回。",
    "The catalogue has no reports: zhibu catalog update takes over the program's. Esc goes back.")
  /// A report that is no longer there.
  public static let reportGone = Phrase(
    "目录里没有这份报表了。Esc 返回。", "The catalogue has this report no more. Esc.")
  /// Nothing to draw.
  public static let nothingToDraw = Phrase(
    "没有可以画的数。Esc 返回。", "There is nothing to draw. Esc goes back.")
  /// Which numbers are drawn.
  public static let noLineSelected = Phrase("请先选一行", "Select a line first")
  /// At the end of the years.
  public static let noFurtherPeriod = Phrase("没有更后面的期间了", "There is no later period")
  /// How the sentence is copied.
  public static let copySentence = Phrase(
    "用鼠标选中这段文字即可复制;zhibu report --sentence 也会写出这一句。",
    "Select the text with the mouse to copy it; zhibu report --sentence writes it too.")
}

extension Report {
  /// 总结一句话, in the words of the catalogue; nil when the report has none. Units and names are
  /// the catalogue's, so it is in Chinese whatever the program speaks.
  public func sentence(organizationName: String) -> String? {
    guard let sentence = definition.sentence else { return nil }
    return sentence.clauses.map { clause in
      let numbers = clause.pieces.compactMap { piece -> Int? in
        if case .line(let id) = piece { line(id)?.number?.thousandths ?? 0 } else { nil }
      }
      if clause.isOptional, numbers.allSatisfy({ $0 == 0 }) { return "" }
      return clause.pieces.map { piece in
        switch piece {
        case .text(let text): text
        case .period: period.shortTitle.chinese
        case .organization: organizationName
        case .line(let id): numberText(id)
        }
      }.joined()
    }.joined()
  }

  private func numberText(_ id: String) -> String {
    guard let line = line(id) else { return "0" }
    return (line.number ?? ReportNumber(0)).phrase(unit: line.definition.unit).chinese
  }
}
