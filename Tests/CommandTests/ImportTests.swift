import Testing

/// Tables of other programs come in, all or none.
@Suite("Tables from other programs")
struct ImportTests {
  private static let header = "姓名,性别,出生日期,入党日期,转正日期,党员类别,职务"

  /// Imports a table as members of Q1 and tells what was said.
  private func members(
    _ table: String, _ arguments: String..., at desk: Desk
  ) -> Run {
    desk.folder.write("members.csv", table)
    return desk.shell(
      "\"$zhibu\" import members.csv --organization Q1 --as Q1M01/limin "
        + arguments.joined(separator: " "))
  }

  /// Fields of a member as stored now.
  private func stored(_ name: String, _ fields: String, at desk: Desk) -> [String] {
    desk.shell("\"$zhibu\" list member --format rec | recsel -e \"Name = '\(name)'\" -R \(fields)")
      .lines
  }

  @Test(
    "dates in every common form", .enabled(if: Binary.judges("recsel")),
    arguments: [
      ("2026-3-5", "2026-03-05"), ("2026/03/05", "2026-03-05"), ("2026.3.5", "2026-03-05"),
      ("20260305", "2026-03-05"), ("2026年3月5日", "2026-03-05"), (" 2026年03月05号 ", "2026-03-05"),
      ("２０２６－３－５", "2026-03-05"),
    ])
  func dates(written: String, read: String) throws {
    let desk = try Desk.withLedger()
    let run = members("姓名,党员类别,入党日期\n钱多,预备党员,\(written)\n", at: desk)
    #expect(run.status == 0, "\(run.errors)")
    #expect(stored("钱多", "Admitted", at: desk) == [read])
  }

  @Test(
    "encodings, byte order marks, separators, line ends, a title above, empty rows below",
    .enabled(if: Binary.judges("recsel")),
    arguments: [
      ("utf-8", ",", "\\n", ""), ("utf-8", ",", "\\r\\n", "\\xef\\xbb\\xbf"),
      ("gb18030", ",", "\\r\\n", ""), ("gbk", "\\t", "\\n", ""), ("utf-16", "\\t", "\\r\\n", ""),
      ("utf-8", ";", "\\r", ""),
    ])
  func encodings(encoding: String, separator: String, end: String, mark: String) throws {
    let desk = try Desk.withLedger()
    desk.folder.write(
      "make.py",
      """
      import sys
      s, end = "\(separator)", "\(end)"
      rows = [["一监区党支部花名册", "", ""], ["姓 名", "民族(填全称)", "党员类别", "备注"],
              ["诸葛瑾", "汉族", "正式党员", '他说"好"' + s + "然后" + "\\n" + "走了"],
              ["欧 阳", "回族", "积极分子", ""], ["", "", "", ""], ["", ""]]
      def cell(c): return '"' + c.replace('"', '""') + '"' if set(c) & set('"\\n' + s) else c
      text = "".join(s.join(map(cell, r)) + end for r in rows)
      open("members.csv", "wb").write(b"\(mark)" + text.encode("\(encoding)"))
      """)
    let run = desk.shell(
      "python3 make.py && \"$zhibu\" import members.csv --organization Q1 --as Q1M01/limin")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("新增 2,更新 0,无变化 0"), "\(run.errors)")
    #expect(stored("欧阳", "Nation,Status", at: desk) == ["回族 入党积极分子"])
    #expect(
      stored("诸葛瑾", "Note", at: desk).joined(separator: "/")
        == "他说\"好\"\(separator == "\\t" ? " " : separator)然后/走了"
        || separator == "\\t")
  }

  @Test("a file that is no text, or in another encoding than was said, or has no headings")
  func unreadable() throws {
    let desk = try Desk.withLedger()
    let before = desk.folder.files(below: "ledger").map { desk.shell("cksum '\($0)'").output }
    let odd = desk.shell(
      "printf '\\377\\200\\001' > members.csv; \"$zhibu\" import members.csv --organization Q1 --as Q1M01/limin"
    )
    #expect(odd.status == 2 && odd.errors.contains("另存为 CSV"), "\(odd.errors)")
    let wrong = desk.shell(
      "printf '\\320\\325\\303\\373\\n' > members.csv; \"$zhibu\" import members.csv --encoding utf-8 --organization Q1 --as Q1M01/limin"
    )
    #expect(wrong.status == 2 && wrong.errors.contains("gb18030"), "\(wrong.errors)")
    let none = members("张三,男\n李四,女\n", at: desk)
    #expect(none.status == 1 && none.errors.contains("members.csv:1: 没有找到标题行"), "\(none.errors)")
    let empty = members("", at: desk)
    #expect(empty.status == 1 && empty.errors.contains("表格是空的"), "\(empty.errors)")
    let quotation = members("姓名,党员类别\n张三,\"正式党员\n李四,正式党员\n", at: desk)
    #expect(quotation.status == 1 && quotation.errors.contains("members.csv:2: 从这里起的引号没有配对"))
    #expect(desk.zhibu("import", "nothing.csv", "--as", "Q1M01/limin").status == 2)
    #expect(
      desk.folder.files(below: "ledger").map { desk.shell("cksum '\($0)'").output } == before)
  }

  @Test(
    "two columns of one meaning, one person on two lines: neither is lost in silence",
    .enabled(if: Binary.judges("recsel")),
    arguments: [
      ("姓名,姓名,党员类别\n钱多,李四儿,正式党员\n", "members.csv:2: 有两列都是姓名,一列「钱多」一列「李四儿」;请留一列,或改列名"),
      (
        "姓名,党员类别,身份\n钱多,正式党员,预备党员\n",
        "members.csv:2: 有两列都是身份,一列「正式党员」一列「预备党员」;请留一列,或改列名"
      ),
      (
        "姓名,党员类别\n李敏,正式党员\n李敏,预备党员\n",
        "members.csv:3: 李敏在第2行已有;是同一人请删去一行,是两人请加一列 编号"
      ),
      (
        "编号,姓名,党员类别\nQ1M01,李敏,正式党员\nQ1M01,李敏,预备党员\n",
        "members.csv:3: 李敏在第2行已有;是同一人请删去一行,是两人请加一列 编号"
      ),
    ])
  func contradictions(table: String, said: String) throws {
    let desk = try Desk.withLedger()
    let run = members(table, at: desk)
    #expect(run.status == 1)
    #expect(run.errors.contains(said), "\(run.errors)")
    #expect(stored("钱多", "Name", at: desk).isEmpty)
  }

  @Test(
    "a day that there is not is no earlier day with a time",
    arguments: ["2026-9-31", "2026/9/31", "2026.2.30", "2026-10-32", "2026-9-315"])
  func noSuchDays(day: String) throws {
    let desk = try Desk.withLedger()
    desk.folder.write("held.csv", "日期,类型,主题\n\(day),主题党日,题\n")
    let run = desk.zhibu(
      "import", "held.csv", "--organization", "Q1", "--as", "Q1M01/limin")
    #expect(run.status == 1 && run.errors.contains("held.csv:2: 日期"), "\(run.errors)")
    #expect(desk.zhibu("list", "activity", "--kind", "主题党日").lines.count == 1)
  }

  @Test("who presides and is on no roll is said")
  func guests() throws {
    let desk = try Desk.withLedger()
    desk.folder.write("held.csv", "日期,类型,主题,主持人\n2026-09-03,主题党日,题,李明明\n")
    let run = desk.zhibu(
      "import", "held.csv", "--organization", "Q1", "--as", "Q1M01/limin")
    #expect(run.status == 0 && run.errors.contains("held.csv:2: 主持「李明明」不在名册"), "\(run.errors)")
  }

  @Test("several posts and remarks stand in several columns", .enabled(if: Binary.judges("recsel")))
  func joined() throws {
    let desk = try Desk.withLedger()
    let run = members(
      "姓名,姓名,党员类别,职务,党内职务,备注,备注\n钱多,钱多,正式党员,文员,宣传员,甲,乙\n", at: desk)
    #expect(run.status == 0, "\(run.errors)")
    #expect(stored("钱多", "Post", at: desk) == ["文员 宣传员"])
    #expect(stored("钱多", "Note", at: desk).joined(separator: "/").contains("乙"))
  }

  @Test("people who can hardly be are said at their line")
  func impossible() throws {
    let desk = try Desk.withLedger()
    let run = members(
      "姓名,党员类别,出生日期,转正日期,入党日期\n王早产,正式党员,2030-01-01,1950-01-01,1949-01-01\n"
        + "王反序,正式党员,1990-01-01,1985-01-01,1984-01-01\n王成年,正式党员,1990-01-01,2010-01-01,2009-01-01\n",
      at: desk)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("members.csv:2"), "\(run.errors)")
    #expect(run.errors.contains("members.csv:3"), "\(run.errors)")
    #expect(!run.errors.contains("members.csv:4"), "\(run.errors)")
    let verified = desk.zhibu("verify")
    #expect(verified.output.contains("不满18岁") || verified.errors.contains("不满18岁"))
  }

  @Test("every fault at its line, and nothing is written")
  func faults() throws {
    let desk = try Desk.withLedger()
    let run = members(
      """
      \(Self.header)
      钱多,男,1990-02-30,2015-07-01,2016-07-01,正式党员,
      ,男,1990-02-01,2015-07-01,2016-07-01,正式党员,
      孙少,先生,1990-02,2015-07,2016-07-01,正式党员,
      周全,女,1990,2015-07-01,,党员群众,
      吴忧,女,1990,昨天,,预备党员,,多出一格
      郑好,女,1990,2015-07-01,2016-07-01,正式党员,
      郑好,女,1992,2015-07-01,2016-07-01,正式党员,

      """, at: desk)
    #expect(run.status == 1)
    let said = run.errors.split(separator: "\n").map(String.init).filter { $0.hasPrefix("members") }
    #expect(
      said == [
        "members.csv:2: 出生日期 1990-02-30 这一天不存在,请核对",
        "members.csv:3: 没有姓名,请补上,或删去这一行",
        "members.csv:4: 性别「先生」应为:男、女", "members.csv:4: 入党日期 2015-07 要写到日,如 2015-07-01",
        "members.csv:5: 党员类别「党员群众」应为:正式党员、预备党员、发展对象、入党积极分子、入党申请人",
        "members.csv:6: 入党日期「昨天」不是日期,请写成 2026-03-05",
        "members.csv:6: 「多出一格」没有对应的列,请核对分隔符或补上标题",
        "members.csv:8: 郑好在第7行已有;是同一人请删去一行,是两人请加一列 编号",
      ], "\(run.errors)")
    #expect(run.errors.contains("有8处问题,一条也没有录入"))
    #expect(desk.zhibu("list", "member").lines.count == 9)
  }

  @Test(
    "who is on the roll is brought up to date; namesakes are told apart by their ids alone",
    .enabled(if: Binary.judges("recsel")))
  func updates() throws {
    let desk = try Desk.withLedger()
    let first = members("姓名,性别,出生日期,职务\n王五,男,1984-06,\n孙丽,女,,组织委员、纪检委员\n", at: desk)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.errors.contains("新增 0,更新 2,无变化 0"), "\(first.errors)")
    #expect(first.errors.contains("名册里已有、将更新:王五、孙丽"))
    let now = desk.shell(
      "\"$zhibu\" list member --on 2026-11-20 --format rec | recsel -e \"Name = '孙丽'\" -R Status,Gender,Post"
    )
    #expect(now.lines.first?.hasPrefix("正式党员 女 组织委员") == true, "\(now.output)")
    #expect(stored("王五", "Born", at: desk).last == "1984-06")
    let again = members("姓名,性别,出生日期,职务\n王五,男,1984-06,\n孙丽,女,,组织委员、纪检委员\n", at: desk)
    #expect(again.errors.contains("新增 0,更新 0,无变化 2") && again.lines.isEmpty)
    let other = members("姓名,出生日期,党员类别\n王五,1990-01,正式党员\n", at: desk)
    #expect(other.status == 1 && other.errors.contains("members.csv:2: 名册里的王五(Q1M05)出生日期是 1984-06"))
    let added = members("姓名,出生日期,党员类别,编号\n王五,1990-01,正式党员,Q1M20\n", at: desk)
    #expect(added.status == 0, "\(added.errors)")
    let several = members("姓名,学历\n王五,大学\n", at: desk)
    #expect(
      several.status == 1
        && several.errors.contains("members.csv:2: 名册里有2个王五(Q1M05、Q1M20),请加一列 编号"),
      "\(several.errors)")
    let byID = members("编号,姓名,学历\nQ1M20,王五,大学\n", at: desk)
    #expect(byID.status == 0, "\(byID.errors)")
    #expect(desk.zhibu("verify").status == 0)
  }

  @Test("columns are mapped, numbers of identity cards are not taken in, a preview writes nothing")
  func columns() throws {
    let desk = try Desk.withLedger()
    let table = "花名,身份证号,工作单位,党员类别\n钱多,110101199001011234,某处,预备党员\n"
    let preview = members(table, "--map 花名=姓名 --map 工作单位=Job --type members --preview", at: desk)
    #expect(preview.status == 0, "\(preview.errors)")
    #expect(preview.lines == ["line\tName\tJob\tStatus", "2\t钱多\t某处\t预备党员"], "\(preview.output)")
    #expect(preview.errors.contains("身份证号 不收入台账,已略去"))
    #expect(preview.errors.contains("只是预览,没有写入"))
    #expect(desk.zhibu("list", "member").lines.count == 9)
    let run = members(table, "--map 花名=Name --map 工作单位= --type members", at: desk)
    #expect(run.status == 0, "\(run.errors)")
    let files = desk.shell("grep -rc 110101199001011234 ledger | grep -v ':0'")
    #expect(files.lines.isEmpty, "\(files.output)")
    #expect(members(table, "--map 花名=Nothing", at: desk).status == 2)
    #expect(members(table, "--map 花名", at: desk).status == 2)
    #expect(members(table, "--map 花名=Name --map 没有=Job --type members", at: desk).status == 2)
  }

  @Test(
    "past activities: days with times, kinds by any of their names, people by name",
    .enabled(if: Binary.judges("recsel")))
  func activities() throws {
    let desk = try Desk.withLedger()
    desk.folder.write(
      "past.csv",
      """
      活动名称,日期,时间,类型,地点,主持人,参加人员,缺席人员,列席,内容,学时,序号
      学习党章,2026年3月5日,下午2点半,党课,二楼会议室,李敏,"李敏、陈晓、张建国",王五(值班),刘某某,"第一行
      第二行",2学时,1
      重温誓词,2026.4.5-6,,主题党日,,,,,,,,2
      ,2026-05-11 9:00-10:30,,支委会,,李敏,李敏 陈晓 张建国,,,,,3

      """)
    let run = desk.zhibu("import", "past.csv", "--organization", "Q1", "--as", "Q1M01/limin")
    #expect(run.status == 0 && run.lines.count == 3, "\(run.errors)")
    let told = desk.shell(
      """
      "$zhibu" list activity --until 2026-06-01 --format rec | recsel -R Date,EndDate,Start,End,Kind,Title,Hours,Presider
      "$zhibu" list activity --until 2026-03-31 --format rec | recsel -P Present,Absent,Attending,Minutes,State
      """)
    #expect(
      told.lines == [
        "2026-03-05 14:30 党课 学习党章 2 Q1M01(李敏)", "2026-04-05 2026-04-06 主题党日 重温誓词",
        "2026-05-11 09:00 10:30 支委会 Q1M01(李敏)", "Q1M01(李敏)", "Q1M02(陈晓)", "Q1M03(张建国)",
        "Q1M05(王五) 值班", "刘某某", "第一行", "第二行", "未定稿",
      ], "\(told.output)")
    let again = desk.zhibu("import", "past.csv", "--organization", "Q1", "--as", "Q1M01/limin")
    #expect(again.status == 1)
    #expect(
      again.errors.contains("past.csv:2: 同一天同类的活动已有记录 Q1-activity-2026-limin-0002"),
      "\(again.errors)")
    desk.folder.write(
      "past.csv",
      """
      日期,类型,参加人员,参加人数,开始时间
      2026-13-40,聚餐,,,
      2026-06-05,党课,张三、李敏,,
      2026-06-06,党课,李敏、陈晓,3,25点
      2026-06-07,党小组会,,,
      2026-06-08,党课,,5人,
      2026-06-08,党课,,5人,
      ,党课,,,

      """)
    let faulty = desk.zhibu("import", "past.csv", "--organization", "Q1", "--as", "Q1M01/limin")
    let said = faulty.errors.split(separator: "\n").map(String.init)
      .filter { $0.hasPrefix("past.csv") }.map { String($0.prefix { $0 != ";" }.prefix(34)) }
    #expect(
      said == [
        "past.csv:2: 日期 2026-13-40 这一天不存在,请", "past.csv:2: 没有「聚餐」这种活动,请从 支部党员大会、支",
        "past.csv:3: 「张三」那天不在名册", "past.csv:4: 开始「25点」不是时间,请写成 14:30",
        "past.csv:4: 参加人数写的是3,名单上是2人", "past.csv:5: 党小组会由党小组开,请加一列 党小组",
        "past.csv:7: 与第6行重复", "past.csv:8: 没有日期,请补上",
      ], "\(faulty.errors)")
    #expect(faulty.status == 1 && faulty.lines.isEmpty)
  }
}
