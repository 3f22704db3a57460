import RecordLog
import Testing
import Wording

@testable import Interface

/// A table is brought in from the interface.
@Suite("bringing in a table")
struct ImportScreenTests {
  private func desk(columns: Int = 80, rows: Int = 24) throws -> FormDesk {
    let desk = try FormDesk(columns: columns, rows: rows)
    desk.press("3", "9")
    return desk
  }

  private func read(_ text: String, at desk: FormDesk) throws {
    desk.run(.tableRead(path: "~/桌面/a.csv", try ForeignText(Array(text.utf8))))
  }

  @Test("a file is chosen from those found, or typed; a failure says so and leaves the screen")
  func file() throws {
    let desk = try desk()
    guard case .findTables? = desk.effects.last else { return #expect(Bool(false)) }
    desk.press("Enter")
    #expect(desk.state.notice?.phrase == .importWhichFile)
    desk.run(.tablesFound(["~/桌面/花名册.csv", "~/b.csv"]))
    desk.press("Down", "Enter")
    guard case .readTable("~/b.csv")? = desk.effects.last else {
      return #expect(Bool(false), "\(desk.effects)")
    }
    desk.press("Ctrl-U")
    desk.type("/tmp/我的 表.csv")
    desk.press("Enter")
    guard case .readTable("/tmp/我的 表.csv")? = desk.effects.last else {
      return #expect(Bool(false), "\(desk.effects)")
    }
    desk.run(.failed(.foreignText(.notText(.gb18030))))
    #expect(desk.rows.contains { $0.contains("表格请先另存为 CSV") }, "\(desk.rows)")
    desk.press("Esc")
    #expect(desk.rows[0].hasPrefix(" 支部与党员"))
  }

  @Test("faults stand at their lines; read again when mended; then all is written at once")
  func mended() throws {
    let desk = try desk()
    try read("姓名,党员类别,入党日期\n钱多,预备党员,2026-2-30\n郑好,预备党员,2026-3-1\n", at: desk)
    #expect(desk.rows[0].hasPrefix(" 从表格导入 · 二监区党支部 · 党员"))
    #expect(desk.rows(with: "第2行: 入党日期 2026-2-30 这一天不存在,请核对").count == 1, "\(desk.rows)")
    desk.press("F2")
    #expect(desk.written.isEmpty)
    #expect(desk.rows(with: "有1处要改,一条也没有写入").count == 1)
    desk.press("F5")
    guard case .readTable("~/桌面/a.csv")? = desk.effects.last else { return #expect(Bool(false)) }
    try read("姓名,党员类别,入党日期\n钱多,预备党员,2026-2-28\n郑好,预备党员,2026-3-1\n", at: desk)
    #expect(desk.rows(with: "没有错误:新增 2,更新 0,无变化 0。F2 全部写入").count == 1)
    desk.press("F2")
    #expect(desk.written.count == 2)
    #expect(desk.writtenText().contains("Admitted: 2026-02-28"))
    #expect(desk.rows(with: "已写入台账 2 条").count == 1, "\(desk.rows)")
    #expect(desk.rows[0].hasPrefix(" 支部与党员"))
  }

  @Test("what a column means is chosen; members or activities are switched by F4")
  func columns() throws {
    let desk = try desk()
    try read("花名,姓名\n小钱,钱多\n", at: desk)
    #expect(desk.rows(with: "钱多: 没有党员类别").count == 1, "\(desk.rows)")
    for _ in 0..<20 where !desk.rows.contains(where: { $0.hasPrefix(">  花名") }) {
      desk.press("Down")
    }
    desk.press("Enter")
    #expect(desk.rows.contains { $0.contains("「花名」这一列是") })
    desk.type("岗位")
    desk.press("Enter")
    #expect(desk.rows(with: "→ 岗位").count == 1, "\(desk.rows)")
    desk.press("F4")
    #expect(desk.rows[0].contains("往期活动"))
    #expect(desk.rows(with: "没有找到标题行(要有 日期、种类)").count == 1, "\(desk.rows)")
    desk.press("Esc", "Esc")
    #expect(desk.rows[0].hasPrefix(" 支部与党员"))
  }

  @Test("fits", arguments: [(60, 16), (80, 24), (132, 43), (40, 10)])
  func fits(columns: Int, rows: Int) throws {
    let desk = try desk(columns: columns, rows: rows)
    desk.expectSound()
    let rows = (1...40).map { "王某某\($0),正式党员,2026-13-\($0),\"多行\n内容\"\n" }.joined()
    try read("姓名,党员类别,入党日期,备注\n" + rows, at: desk)
    for key in ["Down", "PgDn", "End", "Home", "PgUp", "F8", "Esc"] {
      desk.press(key)
      #expect(desk.rows.allSatisfy { ColumnWidth.of($0) <= columns })
      desk.expectSound()
    }
  }
}
