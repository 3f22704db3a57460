extension Phrase {
  /// A page goes on below the last row.
  public static func rowsBelow(_ count: Int) -> Phrase {
    Phrase("下面还有\(count)行", "\(count) more below")
  }
  // MARK: Chrome

  /// The program's name on the first row.
  public static let programTitle = Phrase("支部台账", "Branch ledger")
  /// The terminal is too small to work in.
  public static func tooSmall(columns: Int, rows: Int) -> Phrase {
    Phrase(
      "窗口太小(\(columns)×\(rows)),请放大到至少 60×16",
      "The window is too small (\(columns)×\(rows)); 60×16 at least")
  }
  /// A day of the week, 1 for Monday.
  public static func weekday(_ number: Int) -> Phrase {
    let names = ["一", "二", "三", "四", "五", "六", "日"]
    let english = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    guard names.indices.contains(number - 1) else { return Phrase(verbatim: "") }
    return Phrase("周\(names[number - 1])", english[number - 1])
  }
  /// Monday to Sunday, short.
  public static let weekdays = [
    Phrase("一", "Mo"), Phrase("二", "Tu"), Phrase("三", "We"), Phrase("四", "Th"),
    Phrase("五", "Fr"), Phrase("六", "Sa"), Phrase("日", "Su"),
  ]
  /// A month of a year.
  public static func month(_ year: Int, _ month: Int) -> Phrase {
    Phrase("\(year)年\(month)月", "\(year)-\(month < 10 ? "0" : "")\(month)")
  }

  /// The name of the space bar.
  public static let spaceBar = Phrase("空格", "Space")

  // MARK: Menus

  /// What the program is for, on the start screen.
  public static let welcome = Phrase(
    """
    三会一课、主题党日、党员名册、检查清单,都记在这里。
    台账是纯文本文件,没有本程序也能读。

    还没有台账,请选择:
    """,
    """
    Meetings, lessons, theme days, the roll and checklists of Party branches.
    The ledger is plain text and can be read without this program.

    There is no ledger yet. Please choose:
    """)
  /// 新建台账
  public static let menuNewStore = Phrase("新建台账", "New ledger")
  /// 演示
  public static let menuSample = Phrase("演示(样例监狱,随便试)", "Sample prison, to try things out")
  /// 打开
  public static let menuOpenStore = Phrase("打开已有台账", "Open a ledger")
  /// 新建第一个党组织
  public static let menuFirstOrganization = Phrase("设立党组织", "Set up an organisation")
  /// 本月应办
  public static let menuDue = Phrase("本月应办", "What is due")
  /// 三会一课
  public static let menuMeetings = Phrase("三会一课", "Meetings and lessons")
  /// 支部与党员
  public static let menuBranch = Phrase("支部与党员", "Branch and members")
  /// 检查清单
  public static let menuChecklist = Phrase("检查清单", "Checklist")
  /// 整改落实
  public static let menuMatters = Phrase("整改落实", "Open matters")
  /// 查找
  public static let menuSearch = Phrase("查找", "Find")
  /// 设置
  public static let menuSettings = Phrase("设置", "Settings")
  /// 党员名册
  public static let menuMembers = Phrase("党员名册", "Members")
  /// 支部概况
  public static let menuOrganization = Phrase("支部概况", "This organisation")
  /// 组织树
  public static let menuTree = Phrase("组织树", "All organisations")
  /// 登记党员
  public static let menuNewMember = Phrase("登记党员", "Enter a person")
  /// 粘贴花名册
  public static let menuPasteRoster = Phrase("粘贴花名册", "Paste a roster")
  /// 新设下级组织或党小组
  public static let menuNewOrganization = Phrase("新设下级组织、党小组", "New group or organisation")
  /// 我是谁
  public static let menuIdentity = Phrase("我是谁", "Who I am")
  /// 语言
  public static let menuLanguage = Phrase("语言 Language: 中文", "语言 Language: English")
  /// 未完成草稿
  public static let menuDrafts = Phrase("未完成草稿", "Unfinished drafts")
  /// 台账校验
  public static let menuVerify = Phrase("台账校验", "Verify the ledger")
  /// 重新读取
  public static let menuReload = Phrase("重新读取", "Read again")

  // MARK: Boxes

  /// Title of the box of kinds.
  public static let whatWasHeld = Phrase("记录什么", "What was held?")
  /// Title of the box of what was done of a plan.
  public static func whatWasDone(_ plan: String) -> Phrase {
    Phrase("记一次:\(plan)", "Done of: \(plan)")
  }
  /// Title of the box of groups.
  public static let whichGroup = Phrase("哪个党小组", "Which group?")
  /// Title of the palette.
  public static let allCommands = Phrase("全部命令", "All commands")
  /// Title of the help.
  public static let helpTitle = Phrase(
    "这里能用的键,五家单位的做法", "Keys that work here, and five units' ways of working")
  /// Title of a question.
  public static let question = Phrase("请确认", "Please confirm")
  /// How to answer a question.
  public static let questionHint = Phrase("Enter 是   Esc 否", "Enter yes   Esc no")
  /// How a box of choices works.
  public static let boxHint = Phrase("输入筛选 Enter 选定 Esc 返回", "type to narrow, Enter, Esc")
  /// How a box of choices with ticks works.
  public static let boxHintMultiple = Phrase(
    "空格勾选 F3 全选 Enter 选定 Esc 返回", "Space ticks, F3 all, Enter, Esc")
  /// Help of a box, a line for each.
  public static func boxKeys(_ lines: [Phrase]) -> Phrase {
    Phrase(
      lines.map(\.chinese).joined(separator: "\n"), lines.map(\.english).joined(separator: "\n"))
  }
  /// Help of a box of choices: typing.
  public static let boxKeysFilter = Phrase(
    "直接输入:筛选,汉字、拼音首字母都可以", "Typing narrows the list")
  /// Help of a box of choices: moving.
  public static let boxKeysMoving = Phrase("↑ ↓ PgUp PgDn:移动", "Arrows, PgUp, PgDn move")
  /// Help of a box of choices: choosing one.
  public static let boxKeysChoosing = Phrase("Enter:选定所在的一行", "Enter chooses the line")
  /// Help of a box of choices: ticking several.
  public static let boxKeysTicking = Phrase(
    "空格:勾选或取消;F3:全选,再按全不选;Enter:选定勾选的,没有勾选时选定所在的一行",
    "Space ticks; F3 ticks all, or none; Enter takes what is ticked, or else the line")
  /// Help of a box of choices: its first nine.
  public static let boxKeysDigits = Phrase(
    "1-9:没有输入文字时直接选定前九行", "1 to 9 choose one of the first nine before anything is typed")
  /// Help of a box of choices that takes other text.
  public static let boxKeysOther = Phrase(
    "没有合适的:输入后按 Enter,就用所输入的", "Where nothing fits: type it, and Enter takes it")
  /// Help of a box: leaving it.
  public static let boxKeysClosing = Phrase(
    "Esc:返回,什么都不改;F8:看这里的键", "Esc goes back and changes nothing; F8 shows these keys")
  /// Help of the calendar.
  public static let calendarKeys = Phrase(
    "方向键:选日期;PgUp PgDn:上月、下月;Enter:选定;Esc:返回,什么都不改",
    "Arrows choose a day; PgUp, PgDn another month; Enter takes it; Esc goes back")
  /// How the calendar works.
  public static let calendarHint = Phrase("方向键 PgUp/PgDn换月 Enter", "arrows PgUp/PgDn Enter")
  /// How the help works.
  public static let helpHint = Phrase(
    "输入筛选  Enter 执行  Esc 返回", "type to narrow   Enter runs it   Esc back")
  /// Nothing matches what was typed.
  public static let nothingMatches = Phrase("没有相符的", "Nothing matches")
  /// Nothing matches, but what was typed can be taken.
  public static let nothingMatchesEnterTakes = Phrase(
    "没有相符的,Enter 就用所输入的", "Nothing matches; Enter takes what you typed")

  // MARK: Notices

  /// Why nothing can be written before a store is open.
  public static let noStoreOpen = Phrase("还没有打开台账", "No ledger is open")
  /// Why nothing can be written to this store.
  public static let storeNotWritable = Phrase(
    "您对这个台账只有读的权限,不能写入", "You may read this ledger but not write to it")
  /// A key that means nothing here.
  public static let unknownKey = Phrase(
    "此键在这里无作用,按 ? 看帮助", "This key does nothing here; ? for help")
  /// Pasted text that means nothing here.
  public static let pasteMeansNothing = Phrase(
    "这里不能粘贴;请先打开要填写的项", "Nothing can be pasted here; open a field first")
  /// A form that could not be opened.
  public static let cannotOpenForm = Phrase(
    "打不开:记录已不在,或类别不在目录里", "Cannot open it: the record or its kind is gone")
  /// A draft that could not be read.
  public static func draftUnreadable(_ title: String) -> Phrase {
    Phrase(
      "草稿「\(title)」读不出;文件仍留着", "The draft “\(title)” cannot be read; its file is kept")
  }
  /// Offers to go on with a draft.
  public static func goOnWithDraft(_ title: String, _ saved: some CustomStringConvertible)
    -> Phrase
  {
    Phrase("上次有未完成的「\(title)」,继续吗?", "“\(title)” was left unfinished. Go on with it?")
  }
  /// A draft stays for later.
  public static let draftStays = Phrase(
    "草稿留着,在右栏或 设置→未完成草稿 里", "The draft stays: on the right, or in Settings")
  /// A form was closed; what was typed is a draft now.
  public static func keptAsDraft(_ title: String) -> Phrase {
    Phrase("已留作草稿:\(title)", "Kept as a draft: \(title)")
  }
  /// Leaving something whose draft cannot be kept.
  public static let draftNotKept = Phrase(
    "草稿没有存下,离开会丢掉所填的", "The draft could not be kept: leaving loses it")
  /// The answer that keeps what was typed on the screen.
  public static let stayAndRetry = Phrase("留下,再试着存草稿", "Stay, and try again to keep it")
  /// The answer that lets go of what was typed.
  public static let throwAway = Phrase("放弃所填的,离开", "Throw it away and leave")
  /// What was typed is gone, as was asked for.
  public static let thrownAway = Phrase("没有存下的已放弃", "What was not kept is gone")
  /// A second form of what was begun already.
  public static func anotherDraft(_ title: String) -> Phrase {
    Phrase(
      "这是新的一份;另有未完成的草稿「\(title)」,在首页右栏",
      "This is a new one; the unfinished draft “\(title)” is on the first screen")
  }
  /// Esc on the first screen.
  public static let quitFromMenu = Phrase("这已是首页;按 q 退出", "This is the first screen; q quits")
  /// Esc on the start screen.
  public static let quitFromStart = Phrase("按 q 退出", "q quits")
  /// Something was written.
  public static func written(_ ids: [String]) -> Phrase {
    guard let first = ids.first, ids.count == 1 else {
      return Phrase("已写入台账 \(ids.count) 条", "\(ids.count) records written")
    }
    return Phrase("已写入台账 \(first)", "Written: \(first)")
  }
  /// Something was withdrawn.
  public static func withdrawn(_ ids: [String]) -> Phrase {
    let list = ids.joined(separator: " ")
    return Phrase("已作废 \(list);原记录仍可查", "Withdrawn: \(list); it stays readable")
  }
  /// A store was opened though something in it could not be read.
  public static func openedWithNotices(_ count: Int) -> Phrase {
    Phrase(
      "台账有 \(count) 处读不通,按 ! 台账校验", "\(count) places could not be read: ! verifies the ledger")
  }
  /// Files that are torn or damaged, on the first screen until they are dealt with.
  public static func filesDamaged(_ count: Int) -> Phrase {
    Phrase(
      "! 有\(count)个台账文件不完整,按 ! 查看", "! \(count) files of the ledger are not whole: ! shows them")
  }
  /// Files and folders that could not be read, on the first screen and on pages that count.
  public static func filesUnreadable(_ count: Int) -> Phrase {
    Phrase(
      "! 有\(count)个文件读不了,数字可能不全,按 ! 查看",
      "! \(count) files cannot be read; numbers may lack them: ! shows them")
  }
  /// The same behind a title.
  public static func filesUnreadableShort(_ count: Int) -> Phrase {
    Phrase("有\(count)个文件读不了", "\(count) files unreadable")
  }
  /// There is no organisation to record for.
  public static let noOrganizationYet = Phrase(
    "还没有党组织,请先设立", "There is no organisation yet; set one up first")
  /// Nothing was written in this session.
  public static let nothingToUndo = Phrase("这次还没有写入什么", "Nothing was written in this session")
  /// Asks before an undo.
  public static func undoQuestion(_ ids: [String]) -> Phrase {
    let list = ids.joined(separator: " ")
    return Phrase("作废刚写入的 \(list)?(原记录仍可查)", "Withdraw \(list)? (The record stays readable.)")
  }
  /// The reason that an undo records.
  public static let undoReason = Phrase("写入后即撤销", "Undone right after writing")
  /// A writer's name that cannot be one.
  public static func badWriter(_ name: String) -> Phrase {
    Phrase(
      "记录代号「\(name)」不合规:用小写字母开头的2至16位字母或数字,如 limin",
      "“\(name)” is no writer name: 2–16 lower-case letters or digits, beginning with a letter")
  }
  /// The store was read again.
  public static let reloaded = Phrase("已重新读取", "Read again")
  /// The log is being verified.
  public static let verifying = Phrase("正在校验……", "Verifying …")
}
