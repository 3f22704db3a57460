import OrganizationLife
import Testing

@testable import Interface

/// The grid of organisations by months.
@Suite("the grid")
struct GridTests {
  /// Two branches below a 总支, one of them with records.
  private static let more = """
    %rec: organization

    Organization: L1
    Name: 第一党总支
    Level: 党总支
    Parent: DW
    Since: 2019-01-01

    Organization: Q2
    Name: 三监区党支部
    Level: 党支部
    Parent: L1
    Since: 2019-01-01
    Officer: Q2M01 书记

    Organization: Q3
    Name: 四监区党支部
    Level: 党支部
    Parent: L1
    Since: 2026-05-11

    %rec: member

    Member: Q2M01
    Name: 何平
    Organization: Q2
    Status: 正式党员
    Admitted: 2008-11-06
    Since: 2020-01-01

    %rec: activity

    Organization: Q2
    Kind: 主题党日
    Date: 2026-10-15
    Title: 重温誓词
    Presider: Q2M01
    Recorder: Q2M01
    Present: Q2M01
    State: 未定稿

    Organization: Q2
    Kind: 主题党日
    Date: 2026-03-05
    Title: 学雷锋
    Presider: Q2M01
    Recorder: Q2M01
    Present: Q2M01
    State: 未定稿

    """

  private func desk(columns: Int = 80, rows: Int = 24) throws -> FormDesk {
    let desk = try FormDesk(columns: columns, rows: rows, more: Self.more, scope: "DW")
    desk.press("4", "4")
    return desk
  }

  private func settle(_ desk: FormDesk) {
    while desk.state.hasWork { desk.run(.terminal(.idle)) }
  }

  private func grid(_ desk: FormDesk) throws -> GridScreen {
    guard case .grid(let grid) = desk.state.top else {
      throw GridMissing(screen: desk.rows)
    }
    return grid
  }

  private struct GridMissing: Error { let screen: [String] }

  /// Shows 主题党日 alone, which every branch owes each month.
  private func themeDays(_ desk: FormDesk) {
    desk.press("o")
    desk.type("主题党日")
    desk.press("Enter")
  }

  @Test("stands at once, finds out by steps, and is readable without colour")
  func picture() throws {
    let desk = try desk()
    #expect(desk.rows[0].hasPrefix(" 应办网格 · 第一监狱党委 · 2026年 · 全部应办 · 正在核对 0/7"))
    settle(desk)
    themeDays(desk)
    #expect(desk.rows[0].hasPrefix(" 应办网格 · 第一监狱党委 · 2026年 · 主题党日"), "\(desk.rows[0])")
    let body = desk.rows[2...7].map { String($0.reversed().drop { $0 == " " }.reversed()) }
    #expect(
      body == [
        "  党组织 (月)                1   2   3   4   5   6   7   8   9  10  11  12    欠",
        "> - 第一监狱党委            !2  !2  !1  !2  !2  !3  !3  !3  !3  !2   .   -    23",
        "   - 第一党总支             !1  !1  迟  !1  !1  !2  !2  !2  !2  !1   .   -    13",
        "      三监区党支部          !1  !1  迟  !1  !1  !1  !1  !1  !1  迟   .   -     8",
        "      四监区党支部           -   -   -   -   -  !1  !1  !1  !1  !1   .   -     5",
        "   + 二监区党支部           !1  !1  !1  !1  !1  !1  !1  !1  !1  !1   .   -    10",
      ], "\(body.joined(separator: "\n"))")
    #expect(desk.rows.contains { $0.contains("✓已开 迟=已开,补录迟 !N=期满欠N项 .期内未开 -未到或不要求") })
  }

  @Test(
    "folds by Enter, arrows and space; Enter on a cell opens what is behind it, then the record")
  func opening() throws {
    let desk = try desk()
    settle(desk)
    themeDays(desk)
    desk.press("Down", "Left")
    #expect(try grid(desk).rows.map(\.id.text) == ["DW", "L1", "Q1"])
    desk.press("Enter")
    #expect(try grid(desk).rows.map(\.id.text) == ["DW", "L1", "Q2", "Q3", "Q1"])
    desk.press("Space")
    #expect(try grid(desk).rows.map(\.id.text) == ["DW", "L1", "Q1"])
    desk.press("Right", "Down", "Right", "Right", "Right")
    #expect(try grid(desk).column == 3)
    desk.press("Enter")
    #expect(desk.rows[0].hasPrefix(" 三监区党支部 · 2026-03"))
    #expect(desk.rows(with: "主题党日").first?.contains("1/1") == true)
    desk.press("Enter")
    #expect(desk.rows[0].hasPrefix(" 学雷锋 · 三监区党支部"))
    desk.press("Esc", "Esc")
    #expect(try grid(desk).column == 3)
    #expect(!desk.state.hasWork)
  }

  @Test("what is behind a gap is of its months alone; the order by gaps is said")
  func gap() throws {
    let desk = try desk()
    settle(desk)
    themeDays(desk)
    desk.press("s")
    #expect(desk.rows[0].contains("欠多在前"))
    desk.press("s")
    #expect(!desk.rows[0].contains("欠多在前"))
    desk.press("Down", "Down", "Right")
    desk.press("Enter", "Enter")
    #expect(desk.rows[0].hasPrefix(" 主题党日 2026-01 · 三监区党支部"), "\(desk.rows[0])")
    #expect(desk.rows(with: "学雷锋").isEmpty)
  }

  @Test("by quarters; by gaps; of the year before")
  func arranging() throws {
    let desk = try desk()
    settle(desk)
    themeDays(desk)
    desk.press("c")
    let quarters = try #require(grid(desk).rows.first { $0.id.text == "Q2" })
    #expect(quarters.cells.map(\.owed) == [2, 3, 3, 0])
    #expect(quarters.cells.map(\.state) == [.owed, .owed, .owed, .open])
    desk.press("s")
    #expect(try grid(desk).rows.map(\.id.text) == ["DW", "L1", "Q2", "Q3", "Q1"])
    desk.press("o")
    desk.press("Enter")
    // 二监区党支部 owes most beside 第一党总支, whose id comes first.
    let below = try grid(desk).rows.filter { $0.depth == 1 }
    #expect(below.map(\.owed) == below.map(\.owed).sorted(by: >))
    desk.press("[")
    settle(desk)
    #expect(desk.rows[0].contains("2025年"))
    desk.press("]", "]")
    #expect(desk.state.notice?.phrase == .yearNotBegun)
  }

  @Test("what is seen leaves as a table in words")
  func export() throws {
    let desk = try desk()
    settle(desk)
    themeDays(desk)
    desk.press("Down", "Space", "x", "Enter")
    guard case .export(let order)? = desk.effects.last else { return #expect(Bool(false)) }
    let rows = order.rows
    #expect(order.name == "应办网格-DW-2026-主题党日" && order.form == .spreadsheet)
    #expect(rows.map { $0[1] } == ["编号", "DW", "L1", "Q1"])
    #expect(rows[0].prefix(5) == ["党组织", "编号", "级别", "2026-01", "2026-02"])
    #expect(
      rows[2] == [
        "第一党总支", "L1", "党总支", "欠1项", "欠1项", "已开,补录迟", "欠1项", "欠1项", "欠2项", "欠2项", "欠2项",
        "欠2项", "欠1项", "期内未开", "", "13",
      ])
  }

  @Test("fits, and scrolls both ways", arguments: [(60, 16), (80, 24), (132, 43)])
  func fits(columns: Int, rows: Int) throws {
    let desk = try desk(columns: columns, rows: rows)
    settle(desk)
    for key in ["End", "Right", "Right"] { desk.press(key) }
    for _ in 0..<14 {
      #expect(desk.rows.allSatisfy { ColumnWidth.of($0) <= columns })
      desk.expectSound()
      desk.press("Right")
    }
    #expect(try grid(desk).column == 12)
    for _ in 0..<13 { desk.press("Left") }
    #expect(try grid(desk).column == 0)
    desk.press("F8")
    desk.expectSound()
  }
}
