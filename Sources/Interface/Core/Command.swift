import Wording

/// One command: what it is called, where it works, which keys it has.
///
/// Key dispatch, the hint line, the help screen, the palette and the key chapter of the manual all
/// come from this table.
public struct Command: Sendable {
  /// What it does.
  public let action: Action
  /// Its keys; the first is the one shown. Each command has one that works while an input method
  /// is on.
  public let keys: [Key]
  /// Where it works; empty: everywhere.
  public let scopes: Set<Scope>
  /// Its name, as on the hint line.
  public let title: Phrase
  /// What it does, in a sentence.
  public let help: Phrase
  /// Whether the hint line shows it.
  public let isOnHintLine: Bool
  /// Whether it writes to the log and so needs permission to.
  public let writes: Bool

  init(
    _ action: Action, _ keys: [Key], in scopes: Set<Scope> = [], _ title: Phrase, _ help: Phrase,
    hint: Bool = false, writes: Bool = false
  ) {
    self.action = action
    self.keys = keys
    self.scopes = scopes
    self.title = title
    self.help = help
    isOnHintLine = hint
    self.writes = writes
  }

  /// Why the command cannot be used now; nil when it can.
  public func disabledReason(in context: Context) -> Phrase? {
    writes ? context.readOnlyReason : nil
  }

  /// The command of a key in the innermost scope that has one; commands without a scope come last.
  public static func of(_ key: Key, in scopes: [Scope]) -> Command? {
    for scope in scopes {
      if let command = all.first(where: { $0.scopes.contains(scope) && $0.keys.contains(key) }) {
        return command
      }
    }
    return all.first { $0.scopes.isEmpty && $0.keys.contains(key) }
  }

  /// The command of a function key in the innermost scope that has one; nil for other keys.
  public static func of(function key: Key, in scopes: [Scope]) -> Command? {
    guard case .function = key, !scopes.isEmpty else { return nil }
    return of(key, in: scopes)
  }

  /// The command of an action.
  public static func of(_ action: Action) -> Command? { all.first { $0.action == action } }

  /// The commands that work in those scopes, the innermost first, without those whose keys are all
  /// taken by an inner one.
  public static func available(in scopes: [Scope]) -> [Command] {
    var found: [Command] = []
    for scope in scopes {
      found += all.filter { command in
        command.scopes.contains(scope) && !found.contains { $0.action == command.action }
      }
    }
    found += all.filter(\.scopes.isEmpty)
    return found.filter { command in
      command.keys.contains { of($0, in: scopes)?.action == command.action }
    }
  }
}

extension Command {
  private static let browsing: Set<Scope> = [.menu, .panel, .list, .page]
  private static let everywhere: Set<Scope> = browsing.union([.report, .grid, .calendar])

  /// All commands, in the order of the help screen.
  public static let all: [Command] = [
    Command(
      .open, [.enter, .right], in: [.start, .menu, .list, .panel],
      Phrase("打开", "open"), Phrase("打开所选的一项", "Open what is selected"), hint: true),
    Command(
      .open, [.enter], in: [.filter],
      Phrase("打开", "open"), Phrase("打开所选的一项", "Open what is selected"), hint: true),
    Command(
      .open, [.enter], in: [.page],
      Phrase("看依据", "evidence"),
      Phrase("打开这一行背后的记录", "Open the records behind this line"), hint: true),
    Command(
      .open, [.enter], in: [.report],
      Phrase("打开", "open"), Phrase("打开所选的文字或文件位置", "Open the text or place in the file"),
      hint: true),
    Command(
      .recover, [.character("r"), .function(5)], in: [.tornFiles],
      Phrase("移入隔离区", "put aside"),
      Phrase("自己文件末尾没写完整的文字移入隔离区,不会丢", "Put incomplete ends of your own files aside"),
      hint: true, writes: true),
    Command(
      .adopt, [.character("a"), .function(4)], in: [.quarantined],
      Phrase("采用", "adopt"), Phrase("把这段文字作为新记录写入台账", "Enter this text as new records"),
      hint: true, writes: true),
    Command(
      .dismiss, [.character("x"), .delete], in: [.quarantined],
      Phrase("不采用", "dismiss"),
      Phrase("不写入台账;原文仍留在隔离区", "Do not enter it; the text stays in quarantine"),
      hint: true, writes: true),
    Command(
      .choose, [.enter, .function(6)], in: [.choiceField],
      Phrase("选择", "choose"),
      Phrase("从列表或日历中选择", "Choose from a list or a calendar"), hint: true),
    Command(
      .choose, [.enter], in: [.items],
      Phrase("填写此项", "fill in"), Phrase("填写所选议题或环节", "Fill in the selected item"),
      hint: true),
    Command(
      .choose, [.enter], in: [.roster],
      Phrase("选到会情况", "choose state"),
      Phrase("从列表选此人到会情况和缺席原因", "Choose attendance and reason from a list"), hint: true),
    Command(
      .save, [.function(2), .control("s")], in: [.form],
      Phrase("保存", "save"), Phrase("检查并写入台账", "Check it and write it to the ledger"),
      hint: true),
    Command(
      .remarks, [.function(5)], in: [.form],
      Phrase("还缺与提示", "what is missing"),
      Phrase("列出还缺什么、条例怎么说,回车到该项", "List what is missing and what the rules say")),
    Command(
      .everyonePresent, [.function(3)], in: [.roster, .rollCall],
      Phrase("全部到会", "all present"),
      Phrase("把未标的人都标为到会", "Tick everyone not yet ticked as present"), hint: true),
    Command(
      .togglePresent, [.character(" ")], in: [.roster],
      Phrase("改到会", "present"), Phrase("到会与未标之间切换", "Switch present on or off"),
      hint: true),
    Command(
      .absent,
      "1234567890".map { Key.character($0) }, in: [.roster],
      Phrase("请假原因", "absence reason"),
      Phrase("按数字键直接记请假原因", "A digit records an absence with its reason"), hint: true),
    Command(
      .video, [.character("v"), .character("-")], in: [.roster],
      Phrase("视频", "video"), Phrase("视频到会", "Took part by video")),
    Command(
      .late, [.character("c"), .character("=")], in: [.roster],
      Phrase("迟到", "late"), Phrase("到会,迟到", "Present, came late")),
    Command(
      .leftEarly, [.character("t"), .character("]")], in: [.roster],
      Phrase("早退", "left early"), Phrase("到会,早退", "Present, left early")),
    Command(
      .clearAttendance, [.delete, .backspace], in: [.roster],
      Phrase("清除", "clear"), Phrase("清除此人的到会情况", "Clear this person's attendance")),
    Command(
      .addItem, [.function(7), .insert], in: [.meeting],
      Phrase("加议题", "add item"), Phrase("增加一个议题或环节", "Add an item")),
    Command(
      .sittings, [.control("b")], in: [.meeting],
      Phrase("分批", "sittings"),
      Phrase("会议分批开:本次是第几批", "The meeting is held in several sittings; which one is this")),
    Command(
      .removeItem, [.delete], in: [.items],
      Phrase("删议题", "remove item"), Phrase("删去所选议题", "Remove the selected item")),
    Command(
      .moveItemUp, [.altKey(.up)], in: [.items],
      Phrase("上移", "move up"), Phrase("议题上移", "Move the item up")),
    Command(
      .moveItemDown, [.altKey(.down)], in: [.items],
      Phrase("下移", "move down"), Phrase("议题下移", "Move the item down")),
    Command(
      .unanimous, [.function(3)], in: [.vote],
      Phrase("全票赞成", "unanimous"),
      Phrase("全部赞成,不赞成和弃权为0", "All in favour, none against, none abstaining"),
      hint: true),
    Command(
      .closing, [.function(3)], in: [.resolution],
      Phrase("写结语", "closing"),
      Phrase("按所填到会人数和票数写出决议结语", "Write the closing from the numbers entered"), hint: true),
    Command(
      .closing, [.function(3)], in: [.staleResolution],
      Phrase("重写结语", "write closing anew"),
      Phrase("到会或票数已改,按现在的数字重写结语", "The numbers changed: write the closing anew"),
      hint: true),
    Command(
      .minutes, [.function(4)], in: [.longText],
      Phrase("长文编辑", "long text"),
      Phrase("打开全屏的记录编辑", "Open the full-screen text editor"), hint: true),
    Command(
      .minutes, [.function(4)], in: [.minutes],
      Phrase("写完", "done"), Phrase("写完,回到表单", "Done: back to the form"), hint: true),
    Command(
      .speaker, [.tab], in: [.minutes],
      Phrase("发言人", "speaker"),
      Phrase("拼音首字母后按,写出发言人姓名", "After pinyin initials: writes the speaker's name"), hint: true),
    Command(
      .outerEditor, [.function(5)], in: [.minutes],
      Phrase("外接编辑器", "own editor"),
      Phrase("用 $VISUAL 或 $EDITOR 编辑这段文字", "Edit this text in $VISUAL or $EDITOR"),
      hint: true),
    Command(
      .confirmAnswer, [.character(" "), .function(3), .character("v")], in: [.visit],
      Phrase("确认", "confirm"),
      Phrase("记录给出的结论属实,到下一条", "What the records say is so; go to the next"), hint: true),
    Command(
      .answer, [.character("a"), .function(4)], in: [.visit],
      Phrase("改结论", "answer"),
      Phrase("另给结论并写说明;1达标 2部分 3未达标 4不适用", "Another answer with a remark; 1 to 4 answer at once"),
      hint: true),
    Command(
      .reportProblem, [.character("p"), .function(5)], in: [.visit],
      Phrase("发现问题", "a finding"),
      Phrase("这一条有问题:责任人、时限,转为检查问题", "Something to be mended: by whom, by when"), hint: true),
    Command(
      .save, [.function(2), .control("s")], in: [.visit],
      Phrase("完成", "finish"),
      Phrase("写成检查记录,问题转为检查问题", "Write the visit and its findings to the ledger"), hint: true),
    Command(
      .nextField, [.tab], in: [.visit],
      Phrase("下一未核", "next open"), Phrase("到下一条没有核的", "The next item not yet checked"),
      hint: true),
    Command(
      .previousField, [.backTab], in: [.visit],
      Phrase("上一未核", "previous open"), Phrase("到上一条没有核的", "The item before that is not checked")),
    Command(
      .visitDetails, [.character("i"), .function(7)], in: [.visit],
      Phrase("检查情况", "about"),
      Phrase("检查日期、检查人、总体意见", "Day, reviewers, and what is said of the whole"), hint: true),
    Command(
      .open, [.enter], in: [.visit],
      Phrase("看依据", "evidence"), Phrase("打开这一条背后的记录", "Open the records behind this item"),
      hint: true),
    Command(
      .clearAnswer, [.delete], in: [.visit],
      Phrase("撤回这一条", "take back"), Phrase("这一条恢复为没有核", "This item is not checked any more")),
    Command(
      .history, [.character("h"), .function(6)], in: [.visit],
      Phrase("历次检查", "visits"), Phrase("这个支部的历次检查", "All visits to this branch")),
    Command(
      .beginVisit, [.character("v"), .function(2)], in: [.checklist],
      Phrase("开始检查", "visit"),
      Phrase("逐条核对,提出问题;没做完的下次接着做", "Go through the list; what is begun goes on later"),
      hint: true, writes: true),
    Command(
      .history, [.character("h"), .function(5)], in: [.checklist],
      Phrase("历次检查", "visits"), Phrase("这个支部的历次检查", "All visits to this branch"), hint: true),
    Command(
      .nextField, [.tab], in: [.form],
      Phrase("下一项", "next"), Phrase("到下一项", "Go to the next field"), hint: true),
    Command(
      .previousField, [.backTab], in: [.form],
      Phrase("上一项", "previous"), Phrase("到上一项", "Go to the previous field")),
    Command(
      .nextPane, [.tab, .backTab], in: [.mainMenu, .panel],
      Phrase("换栏", "other side"),
      Phrase("在菜单与右边应办之间切换", "Switch between the menu and what is due"), hint: true),
    Command(
      .nextMember, [.pageDown, .character("]")], in: [.member],
      Phrase("下一人", "next person"), Phrase("下一名党员的页", "The next member's page"),
      hint: true),
    Command(
      .previousMember, [.pageUp, .character("[")], in: [.member],
      Phrase("上一人", "previous person"), Phrase("上一名党员的页", "The previous member's page")),
    Command(
      .markChecked, [.character("v"), .function(2)], in: [.member],
      Phrase("已核对", "checked"),
      Phrase("记下此人各项已与依据核对", "Record that this member's file was checked"), hint: true,
      writes: true),
    Command(
      .nextMember, [.pageDown, .character("]")], in: [.drawn],
      Phrase("下一条", "next"), Phrase("抽到的下一条记录", "The next record of the sample"), hint: true),
    Command(
      .previousMember, [.pageUp, .character("[")], in: [.drawn],
      Phrase("上一条", "previous"), Phrase("抽到的上一条记录", "The record of the sample before")),
    Command(
      .markChecked, [.character("v"), .function(2)], in: [.drawn],
      Phrase("已核对", "checked"),
      Phrase("记下这条记录已与依据核对", "Record that this was compared with its evidence"), hint: true,
      writes: true),
    Command(
      .reportProblem, [.character("p"), .function(5)], in: [.drawn],
      Phrase("发现问题", "report a problem"),
      Phrase("这条记录有问题:记下并转为检查问题", "Something is wrong with it: becomes a finding"), hint: true,
      writes: true),
    Command(
      .markChecked, [.character("v"), .function(2)], in: [.studyCheck],
      Phrase("已核对", "checked"),
      Phrase("记下此人上个半月的学习记录已核对", "This person's study records of the half month before"),
      hint: true, writes: true),
    Command(
      .reportProblem, [.character("p"), .function(5)], in: [.member],
      Phrase("发现问题", "report a problem"),
      Phrase("在所选一行发现问题:记下并转为检查问题", "A problem on the selected line: becomes a finding"),
      hint: true, writes: true),
    Command(
      .open, [.enter], in: [.grid],
      Phrase("打开", "open"),
      Phrase("名称上展开或收起,格子上看背后的记录", "On a name folds it, on a cell opens its records"), hint: true),
    Command(
      .fold, [.character(" "), .tab], in: [.grid],
      Phrase("展开收起", "fold"), Phrase("展开或收起下级党组织", "Show or hide what is below"), hint: true),
    Command(
      .chooseObligation, [.character("o"), .function(5)], in: [.grid],
      Phrase("选应办", "obligation"),
      Phrase("看全部应办,或只看一项", "All obligations, or one of them"), hint: true),
    Command(
      .sort, [.character("s"), .function(3)], in: [.grid],
      Phrase("欠多在前", "by gaps"),
      Phrase("同级中欠项多的在前,再按复原", "Those that owe most first, and back"), hint: true),
    Command(
      .switchPeriods, [.character("c"), .function(4)], in: [.grid],
      Phrase("月/季", "months/quarters"),
      Phrase("按月或按季度", "By months or by quarters"), hint: true),
    Command(
      .export, [.character("x"), .control("x")], in: [.grid],
      Phrase("导出", "export"),
      Phrase("把所见的导出为表格等文件", "Write what is seen to a file for other programs"), hint: true),
    Command(
      .export, [.character("x"), .control("x")], in: [.list],
      Phrase("导出", "export"),
      Phrase("把所见的行导出为表格等文件", "Write the rows that are seen to a file")),
    Command(
      .export, [.control("x")], in: [.filter],
      Phrase("导出", "export"),
      Phrase("把筛选出的行导出为表格等文件", "Write the rows that are left to a file")),
    Command(
      .export, [.control("x")], in: [.page, .search],
      Phrase("导出", "export"),
      Phrase("这里没有表格可导出", "There is no table here to write to a file")),
    Command(
      .open, [.enter], in: [.calendar],
      Phrase("打开", "open"),
      Phrase("打开这天的事项;有几项时先到下面的列表", "Open what stands on this day"), hint: true),
    Command(
      .nextPane, [.tab, .backTab], in: [.calendar],
      Phrase("换栏", "other side"),
      Phrase("在月历与当天列表之间切换", "Switch between the month and the list"), hint: true),
    Command(
      .nextMonth, [.pageDown, .character("]")], in: [.calendar],
      Phrase("下月", "next month"), Phrase("下一个月", "The next month"), hint: true),
    Command(
      .previousMonth, [.pageUp, .character("[")], in: [.calendar],
      Phrase("上月", "month before"), Phrase("上一个月", "The month before"), hint: true),
    Command(
      .goToToday, [.home, .character("t")], in: [.calendar],
      Phrase("今天", "today"), Phrase("回到今天", "Go back to today"), hint: true),
    Command(
      .export, [.character("x"), .control("x")], in: [.calendar],
      Phrase("导出", "export"),
      Phrase("把所见的导出为表格等文件", "Write what is seen to a file for other programs"), hint: true),
    Command(
      .open, [.enter], in: [.importFile],
      Phrase("读取", "read"), Phrase("读取这个文件,先看不写", "Read this file; nothing is written"),
      hint: true),
    Command(
      .save, [.function(2), .control("s")], in: [.importTable],
      Phrase("全部写入", "write all"), Phrase("全部写入台账;有错则一条也不写", "Write all of it, or nothing"),
      hint: true, writes: true),
    Command(
      .choose, [.enter], in: [.importTable],
      Phrase("改这一列", "column"), Phrase("改所选的一列是什么", "Change what the column means"),
      hint: true),
    Command(
      .switchSubject, [.function(4), .tab], in: [.importTable],
      Phrase("党员/活动", "kind of rows"),
      Phrase("表格里是党员,还是往期活动", "Whether the rows are members or activities"), hint: true),
    Command(
      .reload, [.function(5)], in: [.importTable],
      Phrase("重新读取", "read again"), Phrase("表格改好以后重新读取", "Read the file again after a change"),
      hint: true),
    Command(
      .previousYear, [.character("["), .function(2)], in: [.grid],
      Phrase("上一年", "year before"), Phrase("上一年", "The year before")),
    Command(
      .nextYear, [.character("]"), .function(7)], in: [.grid],
      Phrase("下一年", "next year"), Phrase("下一年", "The year after")),
    Command(
      .drawSample, [.character("r"), .function(2)], in: [.members, .activities],
      Phrase("抽查", "sample"),
      Phrase("按种子随机抽出若干人(条),逐一核对", "Draw some by a printed seed and go through them"),
      hint: true),
    Command(
      .sign, [.character("f"), .function(5)], in: [.unsigned, .activities],
      Phrase("定稿", "sign off"),
      Phrase("审签定稿:谁审签,哪一天", "Sign it off: who signed and when"), hint: true, writes: true
    ),
    Command(
      .history, [.character("h"), .function(3)], in: [.page],
      Phrase("历次修改", "history"),
      Phrase("各次修改及其差别", "All versions and their differences"), hint: true),
    Command(
      .print, [.character("P"), .control("p")], in: [.printable],
      Phrase("打印", "print"),
      Phrase("选一种纸面,存成可打印的文件", "Choose a paper and save it as a file to be printed"),
      hint: true),
    Command(
      .answer, [.character("a"), .function(4)], in: [.checklistItem],
      Phrase("人工填", "answer"),
      Phrase("由人填写这一条的结果", "Answer this line by hand"), hint: true, writes: true),
    Command(
      .change, [.character("e"), .function(4)],
      in: [.activity, .activities, .member, .organization, .members, .matters, .record, .plans],
      Phrase("修改", "change"),
      Phrase(
        "修改;定稿以后为更正,须写原因", "Change it; after sign-off this is a correction with a reason"),
      hint: true, writes: true),
    Command(
      .change, [.character("e"), .function(4)], in: [.findings],
      Phrase("去更正", "correct"),
      Phrase("打开记录,光标停在要补的那一项", "Open the record at the field to be corrected"),
      hint: true, writes: true),
    Command(
      .change, [.character("e"), .function(4)], in: [.makeUps],
      Phrase("登记补学", "made up"),
      Phrase("登记怎样补的学", "Record how it was made up"), hint: true, writes: true),
    Command(
      .signMakeUp, [.character("f"), .function(5)], in: [.makeUps],
      Phrase("传阅签名", "signed"),
      Phrase("本人看过记录后签名,即已补学", "The absent member read the record and signed"),
      hint: true, writes: true),
    Command(
      .closeMatter, [.character("x"), .function(5)], in: [.matters],
      Phrase("销号", "close"),
      Phrase("办结销号;检查问题由提出的一级销号", "Close it; a finding is closed by the level that opened it"),
      hint: true, writes: true),
    Command(
      .returnMatter, [.character("b"), .function(2)], in: [.matters],
      Phrase("退回", "send back"),
      Phrase("整改不到位的退回重办,写明原因", "Not mended: back to be done again, with a reason"),
      writes: true),
    Command(
      .takeStep, [.character("e"), .function(4)], in: [.procedures],
      Phrase("办下一步", "next step"),
      Phrase("登记所选流程的下一步", "Record the next step of this procedure"), hint: true,
      writes: true),
    Command(
      .newRecord, [.character("n"), .function(7)], in: [.plans],
      Phrase("记一次", "record"),
      Phrase("记录所选计划的一次落实,记好后自动计入", "Record something done of this plan; it is counted"),
      hint: true, writes: true),
    Command(
      .newPlan, [.character("a"), .function(5)], in: [.plans],
      Phrase("新计划", "new plan"),
      Phrase("增加一项计划、目标或任务", "Add a plan, a goal or a task"), hint: true, writes: true),
    Command(
      .agenda, [.character("a"), .function(4)], in: [.kinds],
      Phrase("备题", "agenda"),
      Phrase("看下次会议可列哪些议题", "What the next meeting may take up"), hint: true),
    Command(
      .withdraw, [.character("w"), .delete], in: [.page],
      Phrase("作废", "withdraw"),
      Phrase("作废这条记录,须写原因", "Withdraw this record with a reason"), writes: true),
    Command(
      .newMember, [.character("n"), .function(7)], in: [.members],
      Phrase("新党员", "new person"), Phrase("登记一名党员或申请人", "Enter a person"),
      hint: true, writes: true),
    Command(
      .pasteRoster, [.character("p"), .function(5)], in: [.members],
      Phrase("粘贴花名册", "paste roster"),
      Phrase("从表格粘贴整个花名册", "Paste a whole roster from a spreadsheet"), hint: true,
      writes: true),
    Command(
      .newOrganization, [.character("o"), .function(5)], in: [.organization],
      Phrase("新增下级", "new below"),
      Phrase("在此组织之下新设党组织或党小组", "Set up an organisation or group below this one"),
      hint: true, writes: true),
    Command(
      .change, [.character("e"), .function(4)], in: [.catalog],
      Phrase("修改", "change"),
      Phrase("从某一天起改变这一条;以前的不变", "Change the entry from a day on; what was stays as it was"),
      hint: true, writes: true),
    Command(
      .newEntry, [.character("n"), .function(7)], in: [.catalog],
      Phrase("新条目", "new entry"),
      Phrase("增加本单位的应办事项或活动种类", "Add an obligation or a kind of activity of the unit"),
      hint: true, writes: true),
    Command(
      .nextPeriod, [.character("]"), .right], in: [.figures],
      Phrase("下一期", "next period"), Phrase("下一个月、季度、半年或年", "The next period"),
      hint: true),
    Command(
      .previousPeriod, [.character("["), .left], in: [.figures],
      Phrase("上一期", "period before"), Phrase("上一个月、季度、半年或年", "The period before"),
      hint: true),
    Command(
      .periodLength, [.character("t"), .function(4)], in: [.figures],
      Phrase("年/季/月", "length"),
      Phrase("年、半年、季度、月之间换", "Change between year, half-year, quarter and month"), hint: true),
    Command(
      .graph, [.character("g"), .function(5)], in: [.figures],
      Phrase("画图", "graph"),
      Phrase(
        "所选一行按月、按组织画出来;再按是各组织各月的表",
        "Draw the line by month and organisation; again: a grid"), hint: true),
    Command(
      .sentence, [.character("y"), .function(2)], in: [.figures],
      Phrase("一句话", "sentence"), Phrase("总结一句话,可以复制", "The sentence that sums it up, to copy"),
      hint: true),
    Command(
      .discardDraft, [.delete], in: [.drafts],
      Phrase("弃草稿", "discard"), Phrase("放弃这份草稿", "Throw this draft away"), hint: true),
    Command(
      .newRecord, [.character("n"), .function(7)], in: browsing,
      Phrase("新记录", "new"), Phrase("记录一次会议、党课或活动", "Record a meeting or activity"),
      hint: true, writes: true),
    Command(
      .filter, [.character("/")], in: [.list],
      Phrase("筛选", "filter"),
      Phrase("边输入边筛选(汉字、拼音首字母)", "Filter while typing (names also by pinyin)"), hint: true),
    Command(
      .sort, [.character("s"), .function(3)], in: [.list],
      Phrase("排序", "sort"),
      Phrase("换一列排序,再按反序", "Sort by the next column"), hint: true),
    Command(
      .search, [.character("/"), .function(6)],
      in: [.menu, .panel, .page, .report, .grid, .calendar],
      Phrase("查找", "find"), Phrase("查找组织、人员和记录", "Find organisations, people, records"),
      hint: true),
    Command(
      .search, [.function(6)], in: [.list, .filter],
      Phrase("查全部", "find all"),
      Phrase("在全部记录中查找,不只在这个列表", "Search all records, not only this list"),
      hint: true),
    Command(
      .open, [.enter], in: [.search],
      Phrase("打开", "open"), Phrase("打开所选的记录,停在找到的那一行", "Open the record at the line found"),
      hint: true),
    Command(
      .chooseOrganization, [.function(3)], in: [.search],
      Phrase("组织", "where"), Phrase("只查一个组织及其下级", "Only one organisation and those below it"),
      hint: true),
    Command(
      .chooseKind, [.function(4)], in: [.search],
      Phrase("种类", "kind"), Phrase("只查一种活动或记录", "Only one kind of activity or record"),
      hint: true),
    Command(
      .choosePeriod, [.function(5)], in: [.search],
      Phrase("时间", "period"), Phrase("只查一年、一季或一月", "Only a year, a quarter or a month"),
      hint: true),
    Command(
      .nextFound, [.tab], in: [.found],
      Phrase("下一处", "next"), Phrase("到找到的下一处;本页没有了就到下一条记录", "Go to the next place or record found"),
      hint: true),
    Command(
      .previousFound, [.backTab], in: [.found],
      Phrase("上一处", "previous"), Phrase("到找到的上一处", "Go to the place or record found before")),
    Command(
      .calendar, [.character("d"), .control("d")], in: browsing.union([.report, .grid]),
      Phrase("日历", "calendar"),
      Phrase("日历:各党组织将到期的应办、待落实、流程等", "What is coming, by days")),
    Command(
      .undo, [.character("u"), .control("z")], in: browsing,
      Phrase("撤销", "undo"),
      Phrase("作废刚才写入的记录", "Withdraw what was just written"), writes: true),
    Command(
      .openSample, [], in: [.start],
      Phrase("演示", "sample"), Phrase("建一个演示台账并打开", "Make a sample ledger and open it")),
    Command(
      .switchLanguage, [], in: [.menu],
      Phrase("切换语言", "language"), Phrase("中文与英文之间切换", "Switch between Chinese and English")),
    Command(
      .verify, [.character("!"), .function(12)], in: everywhere,
      Phrase("台账校验", "verify"), Phrase("逐条校验整个台账", "Verify every record of the ledger")),
    Command(
      .reload, [.control("l")], in: everywhere,
      Phrase("重新读取", "reload"),
      Phrase("重新读取台账(别人可能写入了新记录)", "Read the ledger again")),
    Command(
      .up, [.up],
      in: [
        .start, .menu, .panel, .list, .page, .grid, .calendar, .report, .roster, .items, .form,
        .filter, .search, .visit, .importFile, .importTable,
      ],
      Phrase("上", "up"), Phrase("向上", "Move up")),
    Command(
      .down, [.down],
      in: [
        .start, .menu, .panel, .list, .page, .grid, .calendar, .report, .roster, .items, .form,
        .filter, .search, .visit, .importFile, .importTable,
      ],
      Phrase("下", "down"), Phrase("向下", "Move down")),
    Command(
      .left, [.left], in: [.panel, .grid, .calendar, .roster, .choiceField],
      Phrase("左", "left"), Phrase("向左", "Move left")),
    Command(
      .right, [.right], in: [.grid, .calendar, .roster, .choiceField],
      Phrase("右", "right"), Phrase("向右", "Move right")),
    Command(
      .pageUp, [.pageUp],
      in: [
        .menu, .panel, .list, .page, .grid, .report, .form, .filter, .search, .visit, .importTable,
      ],
      Phrase("上一页", "page up"), Phrase("上翻一页", "Move up a page")),
    Command(
      .pageDown, [.pageDown, .character(" ")], in: [.list, .page, .report],
      Phrase("下一页", "page down"), Phrase("下翻一页", "Move down a page")),
    Command(
      .pageDown, [.pageDown],
      in: [.menu, .panel, .grid, .form, .filter, .search, .visit, .importTable],
      Phrase("下一页", "page down"), Phrase("下翻一页", "Move down a page")),
    Command(
      .first, [.home],
      in: [.start, .menu, .panel, .list, .page, .grid, .report, .visit, .importTable],
      Phrase("开头", "first"), Phrase("到开头", "Go to the first")),
    Command(
      .last, [.end],
      in: [.start, .menu, .panel, .list, .page, .grid, .report, .visit, .importTable],
      Phrase("末尾", "last"), Phrase("到末尾", "Go to the last")),
    Command(
      .help, [.character("?"), .function(8), .function(1)],
      Phrase("帮助", "help"),
      Phrase(
        "显示这里能用的键,和五家单位的做法在哪里",
        "Keys that work here; where the packs' ways of working are"), hint: true),
    Command(
      .palette, [.character(":"), .function(9)],
      Phrase("命令", "commands"), Phrase("从全部命令中查找", "Find among all commands")),
    Command(
      .back, [.escape],
      Phrase("返回", "back"), Phrase("返回上一级,什么都不会丢", "Go back one step; nothing is lost"),
      hint: true),
    Command(
      .quit, [.character("q"), .control("q")],
      Phrase("退出", "quit"), Phrase("退出程序;未完成的留作草稿", "Quit; what is unfinished stays a draft"),
      hint: true),
    Command(
      .suspendDraft, [.control("c")],
      Phrase("中断退出", "interrupt"),
      Phrase("存下草稿并退出", "Keep the draft and quit")),
  ]
}
