import Archive
import Testing

@Suite("Use, exit statuses and forms of answers")
struct UseTests {
  /// Format, section 7: 2 is bad use, with a sentence that says what is wrong and what to do.
  @Test(
    "bad use exits with 2 and says why",
    arguments: [
      (["list", "meeting"], "没有「meeting」这种类型,请从 organization member activity"),
      (["list", "activity", "--kind", "茶话会"], "没有「茶话会」这种活动,请从 党员大会"),
      (["list", "activity", "--organization", "Q9"], "没有编号为「Q9」的党组织"),
      (["list", "activity", "--since", "2026-2-1"], "「2026-2-1」不是日期"),
      (["list", "activity", "--since", "2026-02-02", "--until", "2026-02-01"], "请对调"),
      (["list", "activity", "--on", "2026-02-02"], "--on 只用于"),
      (["list", "honor", "--kind", "先进"], "honor 没有种类"),
      (["show", "Q1-activity-2026-limin-0099"], "没有编号为「Q1-activity-2026-limin-0099」的记录"),
      (["member", "Q1M99"], "没有编号为「Q1M99」的党员"),
      (["due", "--organization", "Q9"], "没有编号为「Q9」的党组织"),
      (["due", "--organization", "Q1", "--on", "2019-12-31"], "2019-12-31 没有党组织「Q1」"),
      (["due", "--on", "tomorrow"], "「tomorrow」不是日期"),
      (["due", "--today", "2026-02-30"], "「2026-02-30」不是日期"),
      (["check", "体检"], "没有清单「体检」,请从 规范化自查 中选"),
      (["check", "--on", "2026-13"], "「2026-13」不是日期、月份或年份"),
      (["add", "none.rec", "--as", "Q1M01"], "读不了 none.rec:不存在"),
      (["add", "-", "-", "--as", "Q1M01"], "标准输入(-)只能写一次"),
      (["add", "-", "--as", "Q1M01"], "没有可录入的记录"),
      (["add", "start.rec", "--as", "李敏"], "「李敏」说明不了您是谁"),
      (["add", "start.rec", "--as", "Q1M01(王五)"], "Q1M01 是李敏,不是王五"),
      (["add", "start.rec", "--as", "Q7M01"], "台账里没有编号 Q7M01"),
      (["add", "start.rec", "--as", "Q1M01/Li Min"], "「Li Min」"),
      (["init", "ledger", "--unit", "二所"], "ledger 不是空文件夹,原有内容没有动"),
      (["--language", "fr", "due"], "没有「fr」这种语言"),
      (["verify", "--store", "nowhere"], "没有找到台账(nowhere)"),
      (["due", "--format", "xml"], "不能是「xml」"),
      (["due", "--bad"], "没有 --bad 这个选项"),
      (["frobnicate"], "多出或不认识的参数「frobnicate」"),
      (["show"], "缺少参数 <id>"),
      (["due", "--on"], "后面缺少值"),
      ([], "界面要在终端里打开"),
    ])
  func badUse(arguments: [String], sentence: String) throws {
    let desk = try Desk.withLedger()
    let run = Binary.run(
      Binary.path, arguments, environment: desk.environment, in: desk.folder)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.contains(sentence), "\(run.errors)")
  }

  @Test("a store of a newer format is refused with a sentence")
  func newerFormat() throws {
    let desk = try Desk.withLedger()
    desk.folder.write("ledger/zhibu.rec", "Format: 2\nUnit: 青石监狱\nZone: +08:00\n\n")
    let run = desk.zhibu("list", "member")
    #expect(run.status == 2)
    #expect(run.errors.contains("台账格式是第2版,比本程序的第1版新"), "\(run.errors)")
  }

  @Test("no store anywhere: what to do about it")
  func noStore() {
    let desk = Desk()
    let run = desk.zhibu("due")
    #expect(run.status == 2)
    #expect(run.errors.contains("zhibu init"))
    #expect(run.errors.contains(desk.folder.path("home/.local/share/zhibu")))
  }

  @Test("a ledger without zhibu.rec is told from a folder that is none")
  func noManifest() throws {
    let desk = try Desk.withLedger()
    #expect(desk.shell("mv ledger/zhibu.rec aside.rec").status == 0)
    let run = desk.zhibu("due")
    #expect(run.status == 2)
    #expect(run.errors.contains("缺 zhibu.rec;请从备份里把它拷回来"), "\(run.errors)")
  }

  @Test(
    "a unit's name is one line of at most 100 characters",
    arguments: ["", " ", "一\n二", String(repeating: "长", count: 101)])
  func unitName(unit: String) {
    let desk = Desk()
    let run = desk.zhibu("init", "new", "--unit", unit)
    #expect(run.status == 2)
    #expect(run.errors.contains("--unit 写单位名称"), "\(run.errors)")
    #expect(desk.shell("test -e new").status == 1)
  }

  @Test("whoever writes and is not on any roll is told so, and it is written")
  func unknownWriter() throws {
    let desk = try Desk.withLedger()
    desk.folder.write(
      "talk.rec",
      "%rec: activity\n\nOrganization: Q1\nKind: 座谈会\nDate: 2026-11-02\nTitle: 座谈\n")
    let run = desk.zhibu("add", "talk.rec", "--as", "Q1M99(钱进)")
    #expect(run.status == 0)
    #expect(run.errors.contains("台账里没有 Q1M99(钱进),仍以此名义写入"), "\(run.errors)")
    #expect(!desk.zhibu("add", "talk.rec", "--as", "Q1M01(李敏)").errors.contains("台账里没有"))
  }

  @Test("an answer that cannot be written to the end exits with 3")
  func fullDisk() throws {
    let desk = try Desk.withLedger()
    let run = desk.shell("\"$zhibu\" list member > /dev/full")
    #expect(run.status == 3)
    #expect(run.errors.contains("磁盘已满"), "\(run.errors)")
  }

  @Test("a folder that cannot be written exits with 3")
  func notWritable() {
    let desk = Desk()
    let run = desk.zhibu("init", "/proc/ledger", "--unit", "青石监狱")
    #expect(run.status == 3)
    #expect(run.errors.contains("/proc/ledger"), "\(run.errors)")
  }

  @Test("a reader that goes away is no fault to complain of")
  func closedPipe() {
    let desk = Desk()
    #expect(desk.zhibu("demo", "--no-open", "--directory", "demo").status == 0)
    let listed = desk.shell("\"$zhibu\" list activity --store demo | head -n 1")
    #expect(listed.output.hasPrefix("Id\t"))
    #expect(listed.errors == "")
    let ignoring = desk.shell(
      "trap '' PIPE; \"$zhibu\" list activity --store demo | head -n 1 > /dev/null")
    #expect(ignoring.errors == "")
  }

  /// Typed by hand into the file: the Sum does not agree, so that it is shown and not counted.
  @Test("what is stored cannot steer a terminal", arguments: ["table", "tsv", "rec", "json"])
  func controls(format: String) throws {
    let desk = try Desk.withLedger()
    let path = "ledger/organizations/Q1/activity-2026.limin.rec"
    desk.folder.write(
      path, desk.folder.read(path).replacing("二楼会议室", with: "二楼\u{1B}[2J\u{202E}室"))
    let shown = desk.onTerminal("show", Sample.meetingId, "--exact", "--format", format)
    #expect(shown.status == 0)
    #expect(shown.output.contains("二楼"), "\(shown.output)")
    #expect(
      !shown.output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" },
      "\(shown.output)")
    #expect(desk.zhibu("list", "activity").lines.count == 1)
  }

  @Test("members are found by branch and by group")
  func membersOfGroup() throws {
    let desk = try Desk.withLedger()
    let added = desk.zhibu(
      "add", "-", "--as", "Q1M01",
      input: """
        %rec: organization

        Organization: Q1G1
        Name: 第一党小组
        Level: 党小组
        Parent: Q1
        Since: 2020-01-01

        %rec: member

        Member: Q1M09
        Name: 郑新
        Organization: Q1
        Group: Q1G1
        Status: 预备党员
        Since: 2026-03-01
        Until: 2026-08-31
        Left: 转出

        """)
    #expect(added.status == 0, "\(added.errors)")
    func count(_ arguments: String...) -> Int {
      let run = Binary.run(
        Binary.path, ["list", "member"] + arguments, environment: desk.environment,
        in: desk.folder)
      return run.lines.count - 1
    }
    #expect(count() == 9)
    #expect(count("--organization", "Q1G1") == 1)
    #expect(count("--organization", "Q1") == 9)
    #expect(count("--on", "2026-08-31") == 9)
    #expect(count("--on", "2026-09-01") == 8)
    #expect(count("--until", "2026-02-28") == 8)
    #expect(count("--since", "2026-09-01") == 8)
  }

  @Test("global options stand before or behind the command")
  func optionPlaces() throws {
    var desk = try Desk.withLedger()
    desk.environment["ZHIBU_STORE"] = nil
    desk.environment["HOME"] = desk.folder.path("elsewhere")
    let before = desk.zhibu("--store", "ledger", "--format", "json", "list", "organization")
    let behind = desk.zhibu("list", "organization", "--store", "ledger", "--format", "json")
    #expect(before.status == 0)
    #expect(before.output == behind.output)
    #expect(before.output.hasPrefix("[\n{\"Id\": \"Q1-organization---limin-0001\""))
  }

  @Test("the store last made or written to is found again; $ZHIBU_STORE and --store go before it")
  func lastStore() throws {
    var desk = try Desk.withLedger()
    desk.environment["ZHIBU_STORE"] = nil
    #expect(desk.zhibu("list", "organization").lines.count == 2)
    #expect(desk.zhibu("init", "second", "--unit", "二所").status == 0)
    #expect(desk.zhibu("list", "organization").lines.count == 1)
    desk.environment["ZHIBU_STORE"] = desk.folder.path("ledger")
    #expect(desk.zhibu("list", "organization").lines.count == 2)
    #expect(desk.zhibu("list", "organization", "--store", "second").lines.count == 1)
  }

  @Test("a table on a terminal, tsv in a pipe, whatever is asked for anywhere")
  func formats() throws {
    let desk = try Desk.withLedger()
    #expect(desk.zhibu("list", "member").lines.first?.hasPrefix("Id\tMember\tName\t") ?? false)
    let terminal = desk.onTerminal("list", "member")
    #expect(terminal.status == 0)
    #expect(terminal.lines.first?.hasPrefix("编号   姓名") ?? false, "\(terminal.output)")
    #expect(!terminal.output.contains("\t"))
    #expect(terminal.lines.count == 9)
    #expect(
      desk.onTerminal("list", "member", "--format", "tsv").lines.first?.hasPrefix("Id\t") ?? false
        || desk.onTerminal("list", "member", "--format", "tsv").lines.first?.hasPrefix("Id ")
          ?? false
    )
    // In a pipe there is no width to keep to.
    let piped = desk.zhibu("list", "member", "--format", "table")
    #expect(piped.lines.first?.hasPrefix("编号   姓名") ?? false, "\(piped.output)")
  }

  @Test("a page of a meeting on a terminal says what the rules say")
  func page() throws {
    let desk = try Desk.withLedger()
    let page = desk.onTerminal("show", Sample.meetingId)
    #expect(page.lines.first == "2026年第4次支部党员大会 · 一监区党支部")
    #expect(page.lines.contains("应到8 实到6 · 有表决权应到8 实到6 · 可以表决"))
    #expect(page.output.contains("→ 通过(需赞成5票)"))
    #expect(page.output.contains("介绍人发言。"))
  }

  @Test("in English the program says nothing in Chinese of its own")
  func english() throws {
    let desk = try Desk.withLedger()
    func han(_ text: String) -> [Character] {
      text.filter { $0.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
    }
    for arguments in [
      ["--help"], ["help", "add"], ["show"], ["due", "--bad"], ["list", "x"], ["member", "Q1M99"],
      ["verify"], ["add", "none.rec", "--as", "Q1M01"], ["add", "-", "--as", "Q7M01"],
    ] {
      let run = Binary.run(
        Binary.path, ["--language", "en"] + arguments, environment: desk.environment,
        in: desk.folder)
      // The packs are called as the unit knows them.
      let said = CatalogPack.all.map(\.id).reduce(run.output + run.errors) { text, pack in
        text.replacing(pack, with: "")
      }
      #expect(han(said).isEmpty, "\(arguments): \(run.output)\(run.errors)")
    }
    let page = desk.zhibu("show", Sample.meetingId, "--format", "table", "--language", "en")
    #expect(page.output.contains("expected 8, present 6"))
    #expect(page.output.contains("passed (5 needed)"))
    #expect(page.lines.contains { $0.hasPrefix("Place ") }, "\(page.output)")
    let fault = desk.zhibu(
      "add", "-", "--language", "en", "--as", "Q1M01",
      input: "%rec: honor\n\nOrganization: Q1\nDate: soon\nTitle: x\n")
    #expect(fault.errors.hasPrefix("-:4: Date: “soon” is no date"), "\(fault.errors)")
  }

  @Test("English by environment and configuration, Chinese unless asked")
  func languages() throws {
    var desk = Desk()
    #expect(desk.zhibu("due").errors.contains("没有找到台账"))
    desk.environment["LANG"] = "en_US.UTF-8"
    #expect(desk.zhibu("due").errors.contains("没有找到台账"))
    desk.environment["ZHIBU_LANGUAGE"] = "en"
    #expect(desk.zhibu("due").errors.contains("There is no ledger"))
    desk.environment["ZHIBU_LANGUAGE"] = nil
    desk.folder.makeFolder("home/.config")
    desk.folder.makeFolder("home/.config/zhibu")
    desk.folder.write("home/.config/zhibu/config.rec", "Language: en\n")
    #expect(desk.zhibu("due").errors.contains("There is no ledger"))
    #expect(desk.zhibu("due", "--language", "zh").errors.contains("没有找到台账"))
  }

  @Test("who writes: the option, the configuration, else the login with a word about it")
  func identity() throws {
    let desk = try Desk.withLedger()
    let honor = "%rec: honor\n\nOrganization: Q1\nDate: 2026-03-12\nTitle: 先进\n"
    let unknown = desk.zhibu("add", "-", input: honor)
    #expect(unknown.status == 0)
    #expect(unknown.errors.contains("还不知道您是谁"), "\(unknown.errors)")
    desk.folder.makeFolder("home/.config")
    desk.folder.makeFolder("home/.config/zhibu")
    desk.folder.write(
      "home/.config/zhibu/config.rec",
      "Person: Q1M02(陈晓)\nPost: 组织委员\nWriter: chenxiao\nOrganization: Q1\n")
    let known = desk.zhibu("add", "-", input: honor)
    #expect(known.output == "Q1-honor-2026-chenxiao-0001\n")
    #expect(!known.errors.contains("还不知道您是谁"))
    #expect(
      desk.folder.read("ledger/organizations/Q1/honor-2026.chenxiao.rec").contains(
        "By: Q1M02(陈晓)\n"))
    let other = desk.zhibu("add", "-", "--as", "Q1M01", input: honor)
    #expect(other.output == "Q1-honor-2026-chenxiao-0002\n")
    #expect(
      desk.folder.read("ledger/organizations/Q1/honor-2026.chenxiao.rec").contains(
        "By: Q1M01(李敏)\n"))
  }

  @Test("the version and the help go to standard output")
  func helpAndVersion() {
    let desk = Desk()
    let version = desk.zhibu("--version")
    #expect(version.status == 0)
    #expect(version.output == "0.1.0\n")
    let help = desk.zhibu("--help")
    #expect(help.status == 0)
    #expect(help.errors == "")
    for command in ["demo", "init", "add", "list", "show", "member", "due", "check", "verify"] {
      #expect(help.output.contains("\n  \(command) "))
    }
    #expect(help.output.hasPrefix("说明: "))
  }

  @Test("a demonstration: made once, found again, never over something else")
  func demo() throws {
    let desk = Desk()
    let made = desk.zhibu("demo", "--no-open")
    #expect(made.status == 0, "\(made.errors)")
    let place = desk.folder.path("home/.local/share/zhibu-demo")
    #expect(made.errors.contains(place))
    #expect(desk.zhibu("list", "organization").lines.count > 16)
    let again = desk.zhibu("demo", "--no-open")
    #expect(again.status == 0)
    #expect(again.errors.contains("没有重建"))
    desk.folder.makeFolder("full")
    desk.folder.write("full/letter.txt", "x")
    let refused = desk.zhibu("demo", "--no-open", "--directory", "full")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("请换一个空的或还不存在的文件夹"))
    #expect(desk.folder.read("full/letter.txt") == "x")
    #expect(desk.zhibu("verify").status == 0)
  }

  @Test("the same seed and day give the same sample, byte for byte")
  func demoIsAFunction() throws {
    let desk = Desk()
    for name in ["a", "b"] {
      #expect(desk.zhibu("demo", "--no-open", "--directory", name, "--seed", "7").status == 0)
    }
    #expect(desk.zhibu("demo", "--no-open", "--directory", "c", "--seed", "8").status == 0)
    #expect(desk.shell("diff -r a b").status == 0)
    #expect(desk.shell("diff -rq a c").status == 1)
  }
}
