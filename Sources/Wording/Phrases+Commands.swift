import OrganizationLife
import RecordLog

// What the command line says: results and refusals. Help texts stand in Phrases+Help.swift.
extension Phrase {
  // MARK: Use

  /// A day that cannot be read.
  public static func notADay(_ text: String) -> Phrase {
    Phrase(
      "「\(text)」不是日期,请写成 2026-03-12 这样", "“\(text)” is no date: write one such as 2026-03-12")
  }

  /// Neither a day nor a month nor a year.
  public static func notAPeriod(_ text: String) -> Phrase {
    Phrase(
      "「\(text)」不是日期、月份或年份,请写成 2026-03-12、2026-03 或 2026",
      "“\(text)” is no day, month or year: write 2026-03-12, 2026-03 or 2026")
  }

  /// A language the program does not speak.
  public static func unknownLanguage(_ text: String) -> Phrase {
    Phrase("没有「\(text)」这种语言,请用 zh 或 en", "There is no language “\(text)”: use zh or en")
  }

  /// No such type of record.
  public static func typeNotFound(_ text: String, _ types: [String]) -> Phrase {
    Phrase(
      "没有「\(text)」这种类型,请从 \(types.joined(separator: " ")) 中选",
      "There is no type “\(text)”: choose one of \(types.joined(separator: " "))")
  }

  /// No such kind of activity.
  public static func kindNotFound(_ text: String, _ kinds: [String]) -> Phrase {
    Phrase(
      "没有「\(text)」这种活动,请从 \(kinds.joined(separator: " ")) 中选",
      "There is no kind “\(text)”: choose one of \(kinds.joined(separator: " "))")
  }

  /// No such organisation.
  public static func organizationNotFound(_ text: String) -> Phrase {
    Phrase(
      "没有编号为「\(text)」的党组织,请用 zhibu list organization 查看",
      "There is no organisation “\(text)”: see zhibu list organization")
  }

  /// The organisation is there, but not on that day.
  public static func organizationNotThere(_ text: String, on day: Day) -> Phrase {
    Phrase(
      "\(day) 没有党组织「\(text)」(尚未成立或已撤销),请换一个日期",
      "The organisation “\(text)” was not there on \(day): choose another day")
  }

  /// No such member.
  public static func memberNotFound(_ text: String) -> Phrase {
    Phrase(
      "没有编号为「\(text)」的党员,请用 zhibu list member 查看",
      "There is no member “\(text)”: see zhibu list member")
  }

  /// No such checklist.
  public static func checklistNotFound(_ text: String, _ checklists: [String]) -> Phrase {
    Phrase(
      "没有清单「\(text)」,请从 \(checklists.joined(separator: " ")) 中选",
      "There is no checklist “\(text)”: choose one of \(checklists.joined(separator: " "))")
  }

  /// No such record.
  public static func recordNotFound(_ text: String) -> Phrase {
    Phrase(
      "没有编号为「\(text)」的记录,请用 zhibu list 查看", "There is no record “\(text)”: see zhibu list")
  }

  /// Days make no sense for the type.
  public static func typeWithoutSpan(_ type: String) -> Phrase {
    Phrase(
      "\(type) 没有起止日期,--on 只用于 organization、member、team,请改用 --since 和 --until",
      "\(type) has no first and last day; --on is for organization, member and team: "
        + "use --since and --until")
  }

  /// `--kind` for a type without one.
  public static func typeWithoutKind(_ type: String) -> Phrase {
    Phrase("\(type) 没有种类,请去掉 --kind", "\(type) has no kind: leave out --kind")
  }

  /// `--since` after `--until`.
  public static func sinceAfterUntil(_ since: Day, _ until: Day) -> Phrase {
    Phrase(
      "起始日 \(since) 晚于截止日 \(until),请对调", "\(since) comes after \(until): exchange them")
  }

  /// A store without `zhibu.rec`.
  public static func noManifest(_ path: String) -> Phrase {
    Phrase(
      "\(path) 里有台账的文件夹,但缺 zhibu.rec;请从备份里把它拷回来",
      "\(path) has a ledger's folders but no zhibu.rec: copy that back from a backup")
  }

  /// `init --unit` with nothing, a line end or far too much.
  public static let badUnit = Phrase(
    "--unit 写单位名称,一行,不超过100个字", "--unit is the unit's name: one line of at most 100 characters")

  /// Somebody writes whom the ledger does not have.
  public static func writerNotOnRoll(_ person: String) -> Phrase {
    Phrase(
      "台账里没有 \(person),仍以此名义写入;写错了请作废重录",
      "The ledger does not have \(person); it is written in that name all the same")
  }

  /// No store where one was looked for.
  public static func noStore(_ path: String) -> Phrase {
    Phrase(
      "没有找到台账(\(path)),请用 --store 文件夹 指明,或用 zhibu init 新建、zhibu demo 看演示",
      "There is no ledger at \(path): name one with --store DIR, make one with zhibu init, or look "
        + "at a sample with zhibu demo")
  }

  /// Files make no sense twice on standard input.
  public static let standardInputTwice = Phrase(
    "标准输入(-)只能写一次,请去掉多余的", "Standard input (-) can be given once: remove the others")

  /// The interface wants a terminal.
  public static let needsTerminal = Phrase(
    "界面要在终端里打开;在管道或脚本里请用子命令,见 zhibu --help",
    "The interface wants a terminal; in a pipe or script use a command, see zhibu --help")

  /// Why the terminal cannot be used: not UTF-8.
  public static func terminalNotUTF8(_ codeset: String) -> Phrase {
    Phrase(
      "终端的字符集是 \(codeset),不是 UTF-8,请先执行 export LC_ALL=C.UTF-8",
      "The terminal's character set is \(codeset), not UTF-8: run export LC_ALL=C.UTF-8 first")
  }

  /// Why the terminal cannot be used: its type.
  public static func terminalUnknown(_ name: String?) -> Phrase {
    Phrase(
      "不认识终端类型「\(name ?? "")」,请先执行 export TERM=xterm-256color",
      "The terminal type “\(name ?? "")” is not known: run export TERM=xterm-256color first")
  }

  /// The editor's file cannot be used.
  public static func editorFile(_ path: String, _ code: Int32) -> Phrase {
    let why = SystemError.phrase(code)
    return Phrase(
      "给编辑器用的文件 \(path) 读写不了:\(why.chinese);表单里的文字没有动",
      "The editor's file \(path) cannot be used: \(why.english); the text in the form is as it was")
  }

  /// No editor of the user's own.
  public static let noOuterEditor = Phrase(
    "没有设置别的编辑器,请在这里写(环境变量 VISUAL 或 EDITOR 写明用哪个)",
    "No other editor is set: write here (VISUAL or EDITOR says which one to use)")

  /// The editor failed.
  public static func editorFailed(_ command: String, _ status: Int32) -> Phrase {
    Phrase(
      "编辑器 \(command) 以 \(status) 结束,表单里的文字没有动,请检查 VISUAL 或 EDITOR",
      "The editor \(command) ended with \(status); the text in the form is as it was: "
        + "check VISUAL or EDITOR")
  }

  /// A file to be added cannot be read.
  public static func cannotRead(_ path: String, _ code: Int32) -> Phrase {
    StoreError.unreadable(path: path, code: code).phrase
  }

  /// Standard output cannot be written.
  public static func cannotPrint(_ code: Int32) -> Phrase {
    let why = SystemError.phrase(code)
    return Phrase("结果没有写出:\(why.chinese)", "The answer could not be written: \(why.english)")
  }

  /// Anything that has no sentence of its own.
  public static func unexpected(_ text: String) -> Phrase {
    Phrase("出错了:\(text)", "Something went wrong: \(text)")
  }

  // MARK: Who writes

  /// `--as` that names nobody.
  public static func notAnIdentity(_ text: String) -> Phrase {
    Phrase(
      "「\(text)」说明不了您是谁,请写成 --as Q1M01、--as 'Q1M01(李敏)' 或 --as 'Q1M01(李敏)/limin'",
      "“\(text)” does not say who you are: write --as Q1M01, --as 'Q1M01(NAME)' or "
        + "--as 'Q1M01(NAME)/writer'")
  }

  /// An id that nobody in the store has and that comes without a name.
  public static func unknownWriterPerson(_ id: String) -> Phrase {
    Phrase(
      "台账里没有编号 \(id),请连姓名一起写:--as '\(id)(姓名)'",
      "Nobody here has the id \(id): give the name too, --as '\(id)(NAME)'")
  }

  /// A name that does not belong to the id.
  public static func otherName(id: String, given: String, known: String) -> Phrase {
    Phrase(
      "\(id) 是\(known),不是\(given),请核对编号和姓名",
      "\(id) is \(known), not \(given): check id and name")
  }

  /// Nobody has said who is working.
  public static func writingAs(_ person: String, config: String) -> Phrase {
    Phrase(
      "还不知道您是谁,暂以 \(person) 录入;请用 --as 'Q1M01(姓名)',或在 \(config) 写上 Person: Q1M01(姓名)",
      "Nobody has said who you are; this is entered as \(person). Use --as 'Q1M01(NAME)', or write "
        + "Person: Q1M01(NAME) into \(config)")
  }

  /// A line of the configuration that is passed over.
  public static func badSetting(path: String, line: Int, field: String) -> Phrase {
    .located(
      path, line,
      Phrase(
        "\(field) 的写法不对,没有采用,请改正", "\(field) is not written right and is passed over: correct it"))
  }

  // MARK: Results

  /// Nothing to list.
  public static let nothingFound = Phrase("没有符合的记录", "No records found")

  /// Nothing added, because of faults.
  public static func nothingAdded(_ faults: Int) -> Phrase {
    Phrase(
      "有\(faults)处问题,一条也没有录入,请改正后重来",
      "\(faults) faults; nothing was added: correct them and try again")
  }

  /// Files without a record.
  public static let nothingToAdd = Phrase("没有可录入的记录", "There is no record to add")

  /// Something harmless that was put right in a file.
  public static func cleaned(_ change: TextChange) -> Phrase {
    Phrase("已处理:\(change.phrase.chinese)", "put right: \(change.phrase.english)")
  }

  /// A new store.
  public static func storeMade(_ path: String) -> Phrase {
    Phrase("台账已建在 \(path)", "The ledger is at \(path)")
  }

  /// The sample store.
  public static func sampleMade(_ path: String) -> Phrase {
    Phrase("样例台账已建在 \(path)", "The sample ledger is at \(path)")
  }

  /// How the activities of a sample are spread, the fewest first.
  public static func sampleSpread(
    records: Int, activities: Int, branches: [Int], months: [Int]
  ) -> Phrase {
    let middle = branches.isEmpty ? 0 : branches[(branches.count - 1) / 2]
    let (least, most) = (branches.first ?? 0, branches.last ?? 0)
    let (quiet, busy) = (months.first ?? 0, months.last ?? 0)
    return Phrase(
      """
      共\(records)条记录,其中活动\(activities)次
      \(branches.count)个支部(含党小组)各有活动:最少\(least)次,居中\(middle)次,最多\(most)次
      \(months.count)个月各有活动:最少\(quiet)次,最多\(busy)次
      """,
      """
      \(records) records, \(activities) of them activities
      activities of each of \(branches.count) branches with their groups: \(least) at least, \
      \(middle) in the middle, \(most) at most
      activities in each of \(months.count) months: from \(quiet) to \(busy)
      """)
  }

  /// The sample store was there.
  public static func sampleReused(_ path: String) -> Phrase {
    Phrase("样例台账在 \(path),没有重建", "The sample ledger at \(path) is used as it is")
  }

  /// An older version was asked for.
  public static func showsNewest(asked: String, newest: String) -> Phrase {
    Phrase(
      "\(asked) 已有更新的版本,显示的是 \(newest)(看原版请加 --version)",
      "\(asked) has a newer version; this is \(newest) (--version shows exactly that one)")
  }

  /// An older version is shown.
  public static func olderVersion(newest: String) -> Phrase {
    Phrase("这是旧版本,最新的是 \(newest)", "This is an older version; the newest is \(newest)")
  }

  /// A withdrawn record.
  public static func withdrawnBecause(_ reason: String) -> Phrase {
    Phrase(
      reason.isEmpty ? "已作废" : "已作废:\(reason)",
      reason.isEmpty ? "Withdrawn" : "Withdrawn: \(reason)")
  }

  /// A record whose Sum does not agree.
  public static let recordNotIntact = Phrase(
    "校验码不符,写入后可能被改动过,不计入;请做台账校验(zhibu verify)",
    "The Sum does not agree; the record may have been altered and is not counted: run zhibu verify")

  /// Several corrections.
  public static let inConflict = Phrase(
    "有几条互相冲突的更正,这是暂用的一条", "There are rival corrections; this is the one that holds for now")

  /// A store that is well.
  public static let allWell = Phrase("没有发现问题", "No faults found")

  /// How many faults.
  public static func faultsFound(_ count: Int) -> Phrase {
    Phrase("发现\(count)处问题", "\(count) faults found")
  }

  /// The head of an organisation.
  public static func head(of organization: String, _ head: String) -> Phrase {
    Phrase("校验码 \(organization) \(head)", "head \(organization) \(head)")
  }

  /// The head of the store.
  public static func storeHead(_ head: String) -> Phrase {
    Phrase("校验码 全部 \(head)", "head store \(head)")
  }

  /// A field that neither the format nor the unit's schema knows.
  public static func unknownField(_ name: String, in type: String) -> Phrase {
    Phrase(
      "未知字段 \(name),原样保留,可在 schema/\(type).rec 的 %doc 里登记",
      "unknown field \(name), kept as it is: it can be entered under %doc in schema/\(type).rec")
  }

  // MARK: Pages

  /// The line of numbers under a meeting's title.
  public static func meetingCounts(_ turnout: Turnout, mayVote: Bool) -> Phrase {
    Phrase(
      "应到\(turnout.expected) 实到\(turnout.present) · 有表决权应到\(turnout.eligible) "
        + "实到\(turnout.eligiblePresent) · \(mayVote ? "可以表决" : "不能表决(到会人数不足)")",
      "expected \(turnout.expected), present \(turnout.present) · with a vote "
        + "\(turnout.eligible), present \(turnout.eligiblePresent) · "
        + (mayVote ? "a vote may be held" : "no vote may be held, too few are present"))
  }

  /// The heading of an item.
  public static func itemHeading(_ number: Int, _ title: String) -> Phrase {
    Phrase("议题\(number) \(title)", "Item \(number) \(title)")
  }

  /// The heading of a checked line of a checklist.
  public static func checkedHeading(_ number: Int, _ item: String) -> Phrase {
    Phrase("条目\(number) \(item)", "Line \(number) \(item)")
  }

  /// What came of a vote.
  public static func voteOutcome(_ outcome: VoteOutcome) -> Phrase {
    switch outcome.decision {
    case .noQuorum: return Phrase("→ 到会人数不足,表决无效", "→ too few present, the vote is void")
    case .passed:
      return Phrase("→ 通过(需赞成\(outcome.needed)票)", "→ passed (\(outcome.needed) needed)")
    case .notPassed:
      return Phrase("→ 未通过(需赞成\(outcome.needed)票)", "→ not passed (\(outcome.needed) needed)")
    case .tied, .impossible, .notDecidedHere, .candidate:
      return Phrase("→ \(outcome.phrase.chinese)", "→ \(outcome.phrase.english)")
    }
  }

  /// The last line of a page.
  public static func entered(by: String, at moment: String) -> Phrase {
    Phrase("\(by) 录入于 \(moment)", "entered by \(by), \(moment)")
  }

  // MARK: Columns

  /// 党组织
  public static let tableOrganization = Phrase("党组织", "Organisation")
  /// 应办事项
  public static let tableObligation = Phrase("应办事项", "Obligation")
  /// 时段
  public static let tablePeriod = Phrase("时段", "Period")
  /// 应
  public static let tableRequired = Phrase("应", "Due")
  /// 已
  public static let tableDone = Phrase("已", "Done")
  /// 欠
  public static let tableMissing = Phrase("欠", "Owed")
  /// 最迟
  public static let tableNext = Phrase("最迟", "By")
  /// 依据层级
  public static let tableRuleLevel = Phrase("层级", "Level")
  /// 依据
  public static let tableSource = Phrase("依据", "Source")
  /// 条目
  public static let tableItem = Phrase("条目", "Item")
  /// 变化
  public static let tableDifference = Phrase("变化", "Difference")
  /// 类型
  public static let tableType = Phrase("类型", "Type")
  /// 内容
  public static let tableTitle = Phrase("内容", "Title")
  /// 结论
  public static let tableAnswer = Phrase("结论", "Answer")
  /// 由谁回答
  public static let tableBy = Phrase("来源", "By")
  /// 佐证
  public static let tableEvidence = Phrase("佐证", "Evidence")
}
