import Testing
import Wording

@testable import Interface

/// Lists leave as files.
@Suite("lists as files")
struct ListExportTests {
  @Test("what the filter leaves, in the order of the sorting, all columns; asked in which form")
  func members() throws {
    let desk = try FormDesk()
    desk.press("3", "1", "/")
    desk.type("zjg")
    desk.press("Ctrl-X")
    #expect(desk.rows.contains { $0.contains("导出成哪一种文件") })
    #expect(!desk.rows.contains { $0.contains("ICS") })
    desk.press("3")
    guard case .export(let order)? = desk.effects.last else { return #expect(Bool(false)) }
    #expect(order.form == .json)
    #expect(order.rows.count == 3, "\(order.rows)")
    #expect(order.rows.dropFirst().allSatisfy { $0[0].hasPrefix("张建") })
    #expect(Set(order.rows.map(\.count)).count == 1)
  }

  @Test("what has days leaves as a calendar as well; Esc leaves nothing; an empty list says so")
  func dated() throws {
    let desk = try FormDesk()
    desk.press("1", "x")
    #expect(desk.rows.contains { $0.contains("ICS 日历") })
    desk.press("5")
    guard case .export(let order)? = desk.effects.last else { return #expect(Bool(false)) }
    #expect(order.form == .ics && order.items?.isEmpty == false)
    let count = desk.effects.count
    desk.press("x", "Esc", "Esc", "5", "1", "Ctrl-X")
    #expect(desk.effects.count == count)
    #expect(desk.state.notice?.phrase == .nothingSeenToExport)
  }
}
