import Wording

extension Command {
  /// Moving about, and what works everywhere.
  static let moving: [Command] = [
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
      Phrase("左移", "left"), Phrase("左移一格", "Move left")),
    Command(
      .right, [.right], in: [.grid, .calendar, .roster, .choiceField],
      Phrase("右移", "right"), Phrase("右移一格", "Move right")),
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
