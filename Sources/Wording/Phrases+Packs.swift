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

  /// Obligations that would begin on an earlier day.
  public static func wouldBeOwedEarlier(_ titles: [String], _ day: Day) -> Phrase {
    let titles = several(titles)
    return Phrase(
      "应办将改从\(day)起算(未写入):\(titles.chinese)",
      "Would be owed from \(day) on (nothing written): \(titles.english)")
  }

  /// Obligations that begin on an earlier day now.
  public static func owedEarlier(_ titles: [String], _ day: Day) -> Phrase {
    let titles = several(titles)
    return Phrase(
      "应办改从\(day)起算:\(titles.chinese)", "Owed from \(day) on now: \(titles.english)")
  }

  /// A pack that was on before the day that was asked for, which was not taken.
  public static func packStanding(_ name: String, _ since: Day) -> Phrase {
    Phrase(
      "\(name) 的应办已从\(since)起算,没有改晚;要改晚,先停用再启用",
      "Obligations of \(name) hold from \(since) already and were not put later: to do so switch it "
        + "off first")
  }

  /// Packs that are to be off from that day on already.
  public static func packsEnding(_ names: [String], _ day: Day) -> Phrase {
    Phrase(
      "\(names.joined(separator: "、")) 已定于\(day)起停用,没有变化",
      "To be off from \(day) on already: \(names.joined(separator: ", "))")
  }

  /// The catalogue could not be written, and why.
  public static func catalogUnchanged(_ reason: Phrase) -> Phrase {
    Phrase(
      "目录保持原样,什么都没有启用、停用或更新;\(reason.chinese)",
      "The catalogue is as it was, nothing switched on, off or updated. \(reason.english)")
  }

  /// Something of a pack that was not added.
  public static func packConflict(_ type: String, _ title: String) -> Phrase {
    let type = catalogType(type)
    return Phrase(
      "\(type.chinese)“\(title)”目录里已有、内容不同,保留目录里的",
      "The \(type.english) “\(title)” is in the catalogue already and differs: that one stays")
  }

  /// 做法包 in 设置.
  public static let menuPacks = Phrase("做法包", "Packs")
  /// The article that a pack follows.
  public static let labelArticle = Phrase("出自", "From")
  /// A heading: what a pack brings.
  public static let headingBrings = Phrase("带来什么", "Brings")
  /// Asked in the calendar before a pack is switched on.
  public static let packOnSince = Phrase("应办从哪天起算", "Owed from when")
  /// Asked in the calendar before a pack is switched off.
  public static let packOffSince = Phrase("从哪天起停用", "Off from when")
  /// Asked before a pack is switched on.
  public static func switchPackOn(
    _ title: String, _ summary: String, _ count: Int, _ day: Day
  ) -> Phrase {
    Phrase(
      "启用“\(title)”?\n\(summary)\n目录里将加上\(count)条,应办事项从\(day)起算;本单位已有的不动",
      "Switch “\(title)” on?\n\(summary)\n\(count) entries join the catalogue, obligations hold from "
        + "\(day) on; what the unit has stays")
  }
  /// Asked before a pack is switched off.
  public static func switchPackOff(
    _ title: String, _ obligations: [String], _ kinds: [String], _ day: Day
  ) -> Phrase {
    Phrase(
      "停用“\(title)”?\n从\(day)起不再应办:\(several(obligations).chinese)\n"
        + "新记录里不再列出:\(several(kinds).chinese)\n已有的记录不变,以后可以再启用",
      "Switch “\(title)” off?\nFrom \(day) on not owed: \(several(obligations).english)\n"
        + "No longer offered: \(several(kinds).english)\n"
        + "What was recorded stays; it can be switched on again")
  }

  /// A few titles, and how many there are in all.
  private static func several(_ titles: [String]) -> Phrase {
    let few = titles.prefix(3)
    guard titles.count > few.count else {
      return titles.isEmpty
        ? Phrase("无", "none")
        : Phrase(few.joined(separator: "、"), few.joined(separator: ", "))
    }
    return Phrase(
      "\(few.joined(separator: "、"))等\(titles.count)项",
      "\(few.joined(separator: ", ")) and others, \(titles.count) in all")
  }

  /// Packs are switched off from a day on.
  public static func packsSwitchedOff(_ names: [String], _ day: Day) -> Phrase {
    Phrase(
      "\(names.joined(separator: "、")) 从\(day)起停用,已有的记录不变",
      "Switched off from \(day) on: \(names.joined(separator: ", ")); what was recorded stays")
  }

  /// What switching packs off would do, before it is done.
  public static func packsWouldSwitchOff(_ names: [String], _ day: Day) -> Phrase {
    Phrase(
      "\(names.joined(separator: "、")) 从\(day)起停用(未写入)",
      "Would switch off from \(day) on: \(names.joined(separator: ", ")) (nothing written)")
  }

  /// What would join the catalogue, before it does.
  public static func packsWouldSwitchOn(_ names: [String], _ entries: Int) -> Phrase {
    Phrase(
      "启用 \(names.joined(separator: "、")),目录里将加上\(entries)条(未写入)",
      "Would switch on \(names.joined(separator: ", ")): \(entries) entries (nothing written)")
  }

  /// An obligation that is owed no longer.
  public static func owedNoLonger(_ title: String) -> Phrase {
    Phrase("不再应办:\(title)", "No longer owed: \(title)")
  }

  /// A kind that is offered no longer.
  public static func offeredNoLonger(_ title: String) -> Phrase {
    Phrase("新记录里不再列出:\(title)", "No longer offered: \(title)")
  }

  /// Packs that were off already.
  public static let packsOffAlready = Phrase("没有启用,不用停用", "Off already: nothing to do")

  /// `catalog pack --off`
  public static let helpCatalogPackOff = Phrase(
    "停用:从今天(或 --since 的日期)起不再计它的应办、不再列出它的种类,已有记录不变",
    "Switch off from today (or --since) on: not owed, not offered; what was recorded stays")
  /// `catalog pack --preview`
  public static let helpCatalogPackPreview = Phrase(
    "只说会有什么变化,不写入", "Say what would change and write nothing")
  /// On the page of a pack that is on.
  public static let switchThisPackOff = Phrase("停用这个做法包", "switch this pack off")

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

  /// A heading of the help: the pages of the packs.
  public static let headingPackPages = Phrase(
    "五家单位的做法:在哪里记、在哪里看", "Five units' ways of working: entered where, seen where")
  /// A heading of the help: the keys that only move.
  public static let headingMoving = Phrase("移动", "Moving")
  /// How a pack is switched on.
  public static func packSwitchedOnBy(_ id: String) -> Phrase {
    Phrase(
      "启用:设置 → 做法包,或 zhibu catalog pack \(id)",
      "Switched on in Settings → Packs, or by zhibu catalog pack \(id)")
  }
  /// Several titles one after the other.
  public static func enumeration(_ titles: [String]) -> Phrase {
    Phrase(titles.joined(separator: "、"), titles.joined(separator: ", "))
  }

  /// A heading: what the article tells of, one by one.
  public static let headingMechanisms = Phrase(
    "文章里的做法 · 在哪里记 → 在哪里看", "What the article tells of · entered → seen")

  /// Where a record of a type and kind is entered; `levels` where only organisations above
  /// branches do.
  public static func enteredAt(_ type: String, kind: String?, by levels: [String] = []) -> Phrase {
    let place = enteredAt(type, kind: kind)
    guard !levels.isEmpty else { return place }
    return Phrase(
      "\(place.chinese)(\(levels.joined(separator: "、"))用)",
      "\(place.english) (\(levels.joined(separator: ", ")))")
  }

  private static func enteredAt(_ type: String, kind: String?) -> Phrase {
    let of = kind.map { Phrase("“\($0)”", " “\($0)”") } ?? Phrase(verbatim: "")
    switch type {
    case "activity":
      return Phrase("新记录(n、F7),选\(of.chinese)", "new record (n, F7):\(of.english)")
    case "matter":
      return Phrase(
        "整改落实,事项\(of.chinese)", "open matters, matter\(of.english)")
    case "procedure":
      return Phrase(
        "整改落实,流程进度\(of.chinese)", "open matters, procedures\(of.english)")
    case "review":
      return Phrase("检查清单\(of.chinese)", "checklist\(of.english)")
    case "organization", "member":
      return Phrase("支部与党员", "branch and members")
    case "figure":
      let name = plainRecord(type)
      return Phrase(
        "新记录(n),选\(name.chinese),指标\(of.chinese)",
        "new record (n): \(name.english.lowercased()),\(of.english)")
    case "document", "honor", "team", "plan":
      let name = recordType(type)
      return Phrase(
        "新记录(n),选\(name.chinese)\(of.chinese)",
        "new record (n): \(name.english.lowercased())\(of.english)")
    default:
      let name = recordType(type)
      return Phrase(
        "zhibu add 录入\(name.chinese)\(of.chinese)",
        "zhibu add, \(name.english.lowercased())\(of.english)")
    }
  }
  /// What was entered is in a line of a report.
  public static func seenInLine(_ title: String, of report: String?) -> Phrase {
    guard let report else { return Phrase("报表“\(title)”", "reports, “\(title)”") }
    return Phrase("报表 \(report)“\(title)”", "\(report), “\(title)”")
  }
  /// An entry of a pack that is off until the unit switches it on.
  public static func offAtFirst(_ title: String) -> Phrase {
    Phrase("\(title)(启用前不计)", "\(title) (off until switched on)")
  }
  /// An obligation that will be owed.
  public static func owedFromThen(_ title: String) -> Phrase {
    Phrase("将要应办:\(title)", "Will be owed: \(title)")
  }
  /// What was entered is found by a search.
  public static func seenBySearch(_ word: String) -> Phrase {
    Phrase("查找(F6)“\(word)”", "find (F6) “\(word)”")
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

// Plans with what was done of them.
extension Phrase {
  /// 计划 in 整改落实.
  public static let menuPlans = Phrase("计划与任务清单", "Plans and tasks")
  /// A heading: what is planned.
  public static let headingPlanned = Phrase("计划", "Plan")
  /// A heading: 大类.
  public static let headingCategory = Phrase("大类", "Category")
  /// A heading: how many records do it, of how many wanted.
  public static let headingTicked = Phrase("已记", "Done")
  /// A heading: how far it is.
  public static let headingProgress = Phrase("进度", "Progress")
  /// In the title: how many are done.
  public static func plansDone(_ done: Int, of all: Int) -> Phrase {
    Phrase("已完成\(done)/\(all)", "\(done)/\(all) done")
  }
  /// Nothing is planned.
  public static let noPlans = Phrase(
    "今年没有计划;按 a 增加", "Nothing is planned this year; press a to add")
}

extension PublishedVerdict {
  /// 相等, 相符, 引用 or 不等
  public var phrase: Phrase {
    switch self {
    case .equal: Phrase(rawValue, "equal")
    case .within: Phrase(rawValue, "agrees")
    case .quoted: Phrase(rawValue, "quoted")
    case .different: Phrase(rawValue, "different")
    case .notCompared: Phrase(rawValue, "not compared")
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
