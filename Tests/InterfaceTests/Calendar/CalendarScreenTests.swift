import OrganizationLife
import Testing
import Wording

@testable import Interface

/// The calendar on the screen.
@Suite("the calendar on the screen")
struct CalendarScreenTests {
  private static let more = """
    %rec: matter

    Organization: Q1
    Kind: 检查问题
    Title: 缺签名
    Opened: 2026-10-01
    Due: 2026-11-16
    State: 办理中

    %rec: plan

    Organization: Q1
    Period: 2026-11-24
    Title: 书记讲党课

    """

  private func desk(columns: Int = 80, rows: Int = 24, scope: String = "Q1") throws -> FormDesk {
    let desk = try FormDesk(columns: columns, rows: rows, more: Self.more, scope: scope)
    desk.press("d")
    return desk
  }

  private func settle(_ desk: FormDesk) {
    while desk.state.hasWork { desk.run(.terminal(.idle)) }
  }

  private func body(_ desk: FormDesk, _ rows: ClosedRange<Int>) -> [String] {
    desk.rows[rows].map { row in
      var text = row
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  @Test("a month stands at once and is found out by steps; today and overdue without colour")
  func picture() throws {
    let desk = try desk()
    #expect(desk.rows[0].hasPrefix(" 日历 · 2026年11月 · 二监区党支部 "), "\(desk.rows[0])")
    #expect(desk.rows[0].hasSuffix("正在查看 0/3"), "\(desk.rows[0])")
    settle(desk)
    #expect(
      body(desk, 2...12) == [
        "   一         二         三         四         五         六         日",
        "                                                                      1",
        "    2          3          4          5          6          7          8",
        "    9         10         11         12         13         14         15",
        "   16 1项!1   17         18         19       >*20         21         22",
        "   23         24 1项     25         26         27         28         29",
        "   30 4项",
        "─ 2026-11-20 周五  0项 ─────────────────────────────────────────────────────────",
        "  这一天没有事项", "", "",
      ], "\(desk.rows.joined(separator: "\n"))")
    #expect(desk.rows.contains { $0.hasPrefix("  * 今天  > 所选  3项=这天有3项  !2=其中2项已超期") })
  }

  @Test("arrows move by days and weeks, PgDn and PgUp by months, Home to today; years as well")
  func moving() throws {
    let desk = try desk()
    settle(desk)
    desk.press("Right", "Down", "Left")
    #expect(desk.rows.contains { $0.hasPrefix("─ 2026-11-27 周五") })
    desk.press("PgDn", "PgDn")
    #expect(desk.state.hasWork)
    settle(desk)
    #expect(desk.rows[0].hasPrefix(" 日历 · 2027年1月"))
    #expect(desk.rows.contains { $0.hasPrefix("─ 2027-01-27") })
    desk.press("PgUp", "Home")
    settle(desk)
    #expect(desk.rows.contains { $0.hasPrefix("─ 2026-11-20") })
    desk.press("Up", "Up", "Up")
    #expect(desk.rows[0].hasPrefix(" 日历 · 2026年10月"))
    desk.press("t", "Esc")
    #expect(desk.rows.contains { $0.contains("1 本月应办") })
  }

  @Test("Enter opens what stands there; of several it goes to the list first")
  func opening() throws {
    let desk = try desk()
    settle(desk)
    desk.press("Enter")
    #expect(desk.state.notice?.phrase == .nothingOnDay)
    desk.press("Left", "Left", "Left", "Left", "Enter")
    #expect(desk.rows[0].hasPrefix(" 检查问题 · 缺签名"), "\(desk.rows[0])")
    desk.press("Esc", "Down", "Right", "Enter")
    #expect(desk.rows.contains { $0.contains("书记讲党课") }, "\(desk.rows)")
    desk.press("Esc", "Down", "Left", "Enter")
    #expect(desk.rows.filter { $0.hasPrefix(">  应办") }.count == 1, "\(desk.rows)")
    desk.press("Down", "Down")
    #expect(desk.rows[0].hasSuffix("3/4"), "\(desk.rows[0])")
    desk.press("Enter")
    #expect(desk.rows[0].contains("应办"), "\(desk.rows[0])")
    desk.press("Esc", "Esc")
    #expect(desk.rows[0].hasPrefix(" 日历"))
    desk.press("Up", "Tab", "Tab")
    #expect(desk.rows.contains { $0.hasPrefix("─ 2026-11-23") })
  }

  @Test("the month leaves as a table, or as a calendar", arguments: ["1", "5"])
  func export(key: String) throws {
    let desk = try desk()
    settle(desk)
    desk.press("x", key)
    guard case .export(let order)? = desk.effects.last else { return #expect(Bool(false)) }
    #expect(order.form == (key == "1" ? .spreadsheet : .ics))
    #expect(order.name == "日历-Q1-2026-11")
    #expect(order.items?.count == 6 && order.rows.count == 7)
    #expect(order.rows[1] == ["2026-11-16", "二监区党支部", "待落实", "检查问题 缺签名", "超期"])
  }

  @Test("a day too narrow for both numbers says how much is overdue")
  func narrowDay() throws {
    let desk = try desk(columns: 60, rows: 16)
    settle(desk)
    #expect(desk.rows.contains { $0.contains("16 !1") })
    #expect(!desk.rows.dropFirst(2).prefix(6).contains { $0.contains("..") })
  }

  @Test("fits", arguments: [(60, 16), (80, 24), (132, 43), (40, 10)])
  func fits(columns: Int, rows: Int) throws {
    let desk = try desk(columns: columns, rows: rows, scope: "DW")
    settle(desk)
    for key in ["Right", "Down", "PgDn", "End", "Tab", "Down", "Home", "PgUp", "Up", "F8", "Esc"] {
      desk.press(key)
      settle(desk)
      #expect(desk.rows.allSatisfy { ColumnWidth.of($0) <= columns })
      desk.expectSound()
    }
  }
}
