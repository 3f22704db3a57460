import Wording

extension Command {
  /// Visits (到支部检查) and reviews of people, drawn records and study records.
  static let inspecting: [Command] = [
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
      .choosePeriod, [.character("h"), .function(5)], in: [.studyCheck],
      Phrase("选半月", "half month"),
      Phrase("选另一个半月,核对此人的学习记录", "Check this person's records of another half month"),
      hint: true, writes: true),
    Command(
      .reportProblem, [.character("p"), .function(5)], in: [.member],
      Phrase("发现问题", "report a problem"),
      Phrase("在所选一行发现问题:记下并转为检查问题", "A problem on the selected line: becomes a finding"),
      hint: true, writes: true),
  ]
}
