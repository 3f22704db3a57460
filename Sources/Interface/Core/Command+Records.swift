import Wording

extension Command {
  /// What is done with records, with lists of them and in the whole ledger.
  static let records: [Command] = [
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
      .newRecord, [.character("n"), .function(7)], in: [.procedures],
      Phrase("办新流程", "begin one"),
      Phrase("为一个人或一个组织开始一个流程", "Begin a procedure for a person or an organisation"),
      hint: true, writes: true),
    Command(
      .newRecord, [.character("n"), .function(7)], in: [.plans, .plan],
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
      .sentence, [.character("y"), .function(2)], in: [.summed],
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
  ]
}
