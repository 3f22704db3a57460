import Wording

extension Command {
  /// Filling in a form: its fields, who was there, items, votes, long texts.
  static let entering: [Command] = [
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
      .nextField, [.tab], in: [.form],
      Phrase("下一项", "next"), Phrase("到下一项", "Go to the next field"), hint: true),
    Command(
      .previousField, [.backTab], in: [.form],
      Phrase("上一项", "previous"), Phrase("到上一项", "Go to the previous field")),
  ]
}
