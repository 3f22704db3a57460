import Wording

extension Command {
  /// Panes, grids, calendars, exports and imports.
  static let tables: [Command] = [
    Command(
      .nextPane, [.tab, .backTab], in: [.mainMenu, .panel],
      Phrase("换栏", "other side"),
      Phrase("在菜单与右边应办之间切换", "Switch between the menu and what is due"), hint: true),
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
  ]
}
