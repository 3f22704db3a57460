import Foundation
import OrganizationLife
import Testing
import Wording

@testable import Interface

/// What is followed up, by keys from the main menu: 迎检自查, 补学, matters, agenda, dates.
@Suite("following up, from the main menu")
struct FollowingTests {
  static let more = """
    %rec: activity

    Organization: Q1
    Kind: 党课
    Date: 2026-03-05
    Title: 纪律建设
    Place: 二楼会议室
    Presider: Q1M01
    Recorder: Q1M02
    Lecturer: Q1M01
    Present: Q1M01
    Present: Q1M02
    Absent: Q1M04 值班
    Absent: Q1M06 出差
    Minutes: 李敏讲授
    State: 定稿
    Signed: Q1M01(李敏) 2026-03-06

    Organization: Q1
    Kind: 主题党日
    Date: 2026-04-02
    Title: 重温誓词
    Place: 活动室
    Presider: Q1M01
    Recorder: Q1M02
    Present: Q1M01
    Present: Q1M06
    Minutes: 宣誓
    State: 未定稿
    Item: 重温入党誓词
    ItemKind: 环节

    %rec: matter

    Organization: Q1
    Kind: 检查问题
    Title: 谈心谈话记录不规范
    Opened: 2026-02-01
    Due: 2026-03-01
    State: 已办结
    Closed: 2026-03-01

    Organization: Q1
    Kind: 检查问题
    Title: 谈心谈话记录不规范。
    Opened: 2026-10-10
    Owner: Q1M02
    Due: 2026-11-10
    State: 办理中

    %rec: procedure

    Organization: Q1
    Kind: 发展党员
    Subject: Q1M10
    Step: 递交入党申请书
    Date: 2024-01-10

    Organization: Q1
    Kind: 发展党员
    Subject: Q1M10
    Step: 党组织派人谈话
    Date: 2024-02-15

    Organization: Q1
    Kind: 发展党员
    Subject: Q1M10
    Step: 确定为入党积极分子
    Date: 2024-09-01

    Organization: Q1
    Kind: 发展党员
    Subject: Q1M10
    Step: 半年考察
    Date: 2025-03-01

    Organization: Q1
    Kind: 组织关系转接
    Subject: Q1M08
    Step: 开具组织关系介绍信
    Date: 2026-09-01

    %rec: organization

    Organization: Q2
    Name: 三监区党支部
    Level: 党支部
    Parent: DW
    Since: 2019-01-01
    Officer: Q2M01 书记

    %rec: member

    Member: Q1M10
    Name: 郑涛
    Organization: Q1
    Status: 入党积极分子
    Applied: 2024-01-10
    Since: 2024-09-01

    Member: Q2M01
    Name: 何平
    Organization: Q2
    Status: 正式党员
    Admitted: 2008-11-06
    Since: 2020-01-01

    """

  private func desk() throws -> FormDesk { try FormDesk(more: Self.more) }

  private var list: (FormDesk) -> ListScreen? {
    { desk in if case .list(let list) = desk.state.top { list } else { nil } }
  }

  /// Puts the selection of the list on the first row that holds a text.
  private func select(_ text: String, _ desk: FormDesk) throws {
    let row = try #require(
      list(desk)?.contents.rows.firstIndex { row in
        row.cells.contains { $0.text.contains(text) }
      }, "\(text)")
    desk.press("Home")
    desk.press("Down", times: row)
  }

  @Test("迎检自查: gaps, warnings and what is owed with rule and level; e leads to the field")
  func inspection() throws {
    let desk = try desk()
    desk.press("4", "1")
    #expect(desk.rows[0].hasPrefix(" 迎检自查 · 二监区党支部"))
    #expect(
      desk.rows(with: "2026-Q1 欠1项").first
        == "  支部党员大会       2026-Q1 欠1项(应1已0)         支部工..第十一条   党内法规")
    try select("大会 09-10", desk)
    #expect(desk.rows(with: "> 大会 09-10").count == 1)
    desk.press("e")
    #expect(desk.form?.focusedField?.spec.id == "Present")
    desk.press("Esc", "Enter")
    #expect(desk.rows(with: "去更正      Enter 打开记录的“到会”").count == 1)
    desk.press("Enter")
    #expect(desk.form?.focusedField?.spec.id == "Present")
    desk.expectSound()
  }

  @Test("迎检自查 over several branches: the list stands at once, counts come by steps")
  func inspectionByBranches() throws {
    let desk = try FormDesk(more: Self.more, scope: "DW")
    desk.press("4", "1")
    #expect(desk.rows[0].hasPrefix(" 迎检自查 · 第一监狱党委 · 正在核对 0/3"), "\(desk.rows[0])")
    // The committee with all below it, the committee itself, its two branches.
    #expect(list(desk)?.contents.rows.count == 4)
    #expect(list(desk)?.contents.rows.last?.cells.map(\.text).dropFirst().first == "..")
    // Keys are answered in between.
    desk.run(.terminal(.idle))
    #expect(desk.rows[0].contains("正在核对 1/3"))
    desk.press("Down")
    #expect(desk.state.hasWork)
    for _ in 0..<2 { desk.run(.terminal(.idle)) }
    #expect(!desk.state.hasWork)
    let branch = try #require(
      list(desk)?.contents.rows.first { $0.cells[0].text.contains("二监区党支部") })
    let numbers = branch.cells.dropFirst().compactMap { Int($0.text) }
    #expect(numbers.count == 4 && numbers[0] == numbers[1...].reduce(0, +) && numbers[0] > 0)
    let sums = (list(desk)?.contents.rows ?? []).map { row in
      row.cells.dropFirst().compactMap { Int($0.text) }
    }
    for column in 0..<4 {
      #expect(sums[0][column] == sums[1...].reduce(0) { $0 + $1[column] })
    }
    try select("二监区党支部", desk)
    desk.press("Enter")
    #expect(desk.rows[0].hasPrefix(" 迎检自查 · 二监区党支部"))
    #expect(list(desk)?.contents.rows.count == numbers[0])
    // Coming back counts nothing again.
    desk.press("Esc")
    #expect(!desk.state.hasWork)
  }

  @Test("迎检自查 at 60 x 16 and 80 x 24 fits", arguments: [(60, 16), (80, 24), (132, 43)])
  func fits(columns: Int, rows: Int) throws {
    let desk = try FormDesk(columns: columns, rows: rows, more: Self.more)
    for keys in [
      ["4", "1"], ["5", "1"], ["5", "2"], ["5", "3"], ["5", "4"], ["5", "5"], ["3", "7"],
    ] {
      for key in keys { desk.press(key) }
      #expect(desk.rows.allSatisfy { ColumnWidth.of($0) <= columns }, "\(keys)")
      #expect(desk.rows[0].contains("二监区党支部"), "\(keys) \(desk.rows[0])")
      desk.press("Enter")
      #expect(desk.rows.allSatisfy { ColumnWidth.of($0) <= columns }, "\(keys)")
      desk.expectSound()
      for _ in 0..<4 { desk.press("Esc") }
    }
  }

  @Test("补学 by 传阅签名: two keys, and the record keeps its sign-off")
  func signature() throws {
    let desk = try desk()
    desk.press("5", "2")
    #expect(
      list(desk)?.contents.rows.map { $0.cells.map(\.text).joined(separator: "|") } == [
        "王五|03-05|党课 纪律建设|值班|待补260天", "孙丽|03-05|党课 纪律建设|出差|待补260天",
      ])
    desk.press("f", "F2")
    let written = desk.writtenText()
    #expect(written.contains("Signed: Q1M01(李敏) 2026-03-06"))
    #expect(written.contains("Signed: Q1M04(王五) 2026-11-20"))
    #expect(written.contains("State: 定稿"))
    #expect(written.contains("Reason: 记补学"))
    #expect(
      list(desk)?.contents.rows.map { $0.cells.map(\.text).joined(separator: "|") } == [
        "孙丽|03-05|党课 纪律建设|出差|待补260天", "王五|03-05|党课 纪律建设|值班|已传阅签名",
      ])
  }

  @Test("补学 at a later theme day: the tag stands on that record; Esc leaves everything as it was")
  func laterSession() throws {
    let desk = try desk()
    desk.press("5", "2")
    try select("孙丽", desk)
    desk.press("Enter")
    #expect(desk.rows(with: "在 04-02 党日 重温誓词 补的学").count == 1)
    desk.press("Down", "Down", "Down", "Enter", "Esc")
    #expect(desk.written.isEmpty)
    desk.press("Enter", "Enter")
    let written = desk.writtenText()
    #expect(written.contains("Title: 重温誓词"))
    #expect(written.contains { $0.hasPrefix("Tag: 补学=Q1-activity-2026-li-") })
    #expect(!written.contains { $0.hasPrefix("Reason") })
    #expect(desk.rows(with: "已参加补学 04-02").count == 1)
  }

  @Test("how an absence was made up has a form of its own: another way is a matter closed")
  func otherWay() throws {
    let desk = try desk()
    desk.press("5", "2", "e")
    #expect(desk.rows[0].contains("登记补学 · 王五"))
    #expect(desk.rows(with: "缺席人 王五 值班").count == 1)
    #expect(desk.rows(with: "缺席活动 2026-03-05 党课 纪律建设").count == 1)
    #expect(desk.form?.focusedField?.spec.id == "MakeUpWay")
    desk.press("F2")
    #expect(desk.written.isEmpty)
    desk.type("送学上门")
    desk.press("F2")
    let written = desk.writtenText()
    for line in [
      "State: 已办结", "Closed: 2026-11-20", "Kind: 补学", "Result: 送学上门", "Owner: Q1M04(王五)",
      "Confirmed: Q1M04(王五)",
    ] {
      #expect(written.contains(line), "\(line)")
    }
    #expect(
      written.contains { $0.hasPrefix("Source: Q1-activity-2026-li-") && $0.hasSuffix("#Q1M04") })
  }

  @Test(
    "its first ways are the signature and the later lessons",
    arguments: [
      ("王五", "传阅签名", "Signed: Q1M04(王五) 2026-11-20"), ("孙丽", "在 04-02", "Title: 重温誓词"),
    ])
  func ways(person: String, way: String, line: String) throws {
    let desk = try desk()
    desk.press("5", "2")
    try select(person, desk)
    desk.press("e", "Enter")
    desk.type(way)
    desk.press("Enter", "F2")
    #expect(desk.writtenText().contains(line))
    #expect(desk.rows(with: person).contains { $0.contains("已") })
  }

  @Test("a finding that came back is marked; it is closed by the level that opened it alone")
  func closing() throws {
    let desk = try desk()
    desk.press("5", "1")
    try select("谈心谈话记录不规范", desk)
    #expect(desk.rows(with: "办理中 重复").count == 1)
    #expect(desk.rows(with: "超期10天").count == 1)
    #expect(desk.rows[23].contains("x 销号"))
    desk.state.context.session.identity?.person = Person("Q2M01(何平)")
    #expect(!desk.rows[23].contains("x 销号"))
    desk.press("x")
    #expect(desk.form == nil)
    #expect(desk.rows[22].contains("检查问题由提出的一级销号(李敏)"))
    desk.press("Enter")
    #expect(desk.rows(with: "! 重复(此前1次)").count == 1)
    desk.state.context.session.identity?.person = Person("Q1M01(李敏)")
    desk.press("x")
    desk.type("已补谈并建账")
    desk.press("F2")
    let written = desk.writtenText()
    #expect(written.contains("State: 已办结"))
    #expect(written.contains("Confirmed: Q1M01(李敏)"))
    #expect(written.contains("Result: 已补谈并建账"))
    #expect(written.contains { $0.hasPrefix("Follows: Q1-matter-2026-li-") })
  }

  private func procedures(_ desk: FormDesk) -> [String] {
    (list(desk)?.contents.rows ?? []).map { $0.cells.map(\.text).joined(separator: "|") }
  }

  @Test("procedures: who stands where, what is late; e takes the next step, which follows the last")
  func procedures() throws {
    let desk = try desk()
    desk.press("5", "3")
    #expect(
      procedures(desk).prefix(2) == [
        "郑涛|发展党员|半年考察|2025-03-01|确定为发展对象|2025-09-01起|半年考察 超期445天",
        "周明|组织关系转接|开具组织关系介绍信|09-01|收到回执|超期50天|",
      ])
    try select("郑涛", desk)
    desk.press("e")
    #expect(desk.text("Step") == "半年考察")
    #expect(desk.text("Date") == "2026-11-20")
    desk.press("F2")
    let written = desk.writtenText()
    #expect(
      written.filter { !$0.hasPrefix("Organization") } == [
        "Kind: 发展党员", "Subject: Q1M10(郑涛)", "Step: 半年考察", "Date: 2026-11-20",
        "Follows: Q1-procedure-2026-li-0004",
      ])
    #expect(
      procedures(desk).contains("郑涛|发展党员|半年考察|11-20|确定为发展对象|2025-09-01起|半年考察 2027-05-20前"))
  }

  @Test("one subject: each step with its record and the time it had, what is late, what comes")
  func standing() throws {
    let desk = try desk()
    desk.press("5", "3")
    try select("郑涛", desk)
    desk.press("Enter")
    #expect(desk.rows[0].hasPrefix(" 郑涛 · 发展党员 · 二监区党支部"))
    let text = desk.rows.map { $0.dropFirst(2).trimmingCharacters(in: .whitespaces) }
    // What is to be done comes first, then what was done, the newest before the older.
    let next = try #require(text.firstIndex(of: "接下来      确定为发展对象  2025-09-01起"))
    let newest = try #require(text.firstIndex(of: "已办        2025-03-01 半年考察"))
    let first = try #require(text.firstIndex(of: "2024-01-10 递交入党申请书"))
    #expect(next < newest && newest < first)
    #expect(text.contains("2024-02-15 党组织派人谈话  晚于2024-02-10"))
    #expect(text.contains("定期        半年考察  上次2025-03-01  超期445天"))
    #expect(text.contains { $0.hasPrefix("! 半年考察应在2025-09-01前再办一次") })
    desk.press("Esc", "Home")
    try select("周明", desk)
    desk.press("Enter")
    #expect(
      desk.rows(with: "介绍信2026-10-01到期,未收到回执,仍属本组织(").count == 1)
  }

  @Test("a procedure is begun from the list: which one, whom, the first step")
  func begin() throws {
    let desk = try desk()
    desk.press("5", "3", "n", "2")
    #expect(desk.form?.focusedField?.spec.id == "Subject")
    desk.type("孙丽")
    desk.press("Tab", "F2")
    #expect(
      desk.writtenText().filter { !$0.hasPrefix("Organization") } == [
        "Kind: 组织关系转接", "Subject: Q1M06(孙丽)", "Step: 提出申请", "Date: 2026-11-20",
      ])
  }

  @Test("the palette finds what stands in the menus below by its name")
  func palette() throws {
    let desk = try desk()
    desk.press("F9")
    desk.type("迎检自查")
    desk.press("Enter")
    #expect(desk.rows[0].hasPrefix(" 迎检自查 · 二监区党支部"))
  }

  @Test("from the 25th on the panel reminds of what has to be held in the period")
  func reminder() throws {
    let desk = try desk()
    let reminder = "月末提醒:"
    #expect(desk.rows(with: reminder).isEmpty)
    let day = try #require(Day("2026-11-25"))
    desk.run(.clock(FormDesk.now, today: day))
    #expect(desk.rows(with: reminder).count == 1)
  }

  @Test("terms: the clock, and the organisation's page says it")
  func terms() throws {
    let desk = try desk()
    desk.press("5", "4")
    #expect(procedures(desk) == ["二监区党支部|2024-05-10|2027-05-10|提醒期,剩5个月|"])
    desk.press("Enter")
    #expect(desk.rows(with: "2027-05-10届满 提醒期,剩5个月").count == 1)
  }

  @Test("what the next committee meeting may take up, from the list of kinds")
  func agenda() throws {
    let desk = try desk()
    desk.press("2")
    try select("支部委员会会议", desk)
    desk.press("a")
    #expect(desk.rows[0].hasPrefix(" 备题 · 支部委员会会议 · 二监区党支部"))
    #expect(!desk.rows(with: "安排").isEmpty)
    desk.press("n")
    #expect(desk.form?.kind?.id == "支委会")
  }

  @Test("dates of the month: the how-manieth political birthday")
  func dates() throws {
    let desk = try desk()
    desk.state.context.scope = OrganizationIdentifier("DW")
    desk.state.refreshAll()
    desk.press("3", "7")
    #expect(
      list(desk)?.contents.rows.map { $0.cells.map(\.text).joined(separator: "|") } == [
        "11-06|何平|第18个政治生日|三监区党支部"
      ])
  }
}
