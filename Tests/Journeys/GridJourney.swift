import Testing

extension InATerminal {
  /// An officer goes from the grid of all branches to the record behind a cell.
  @Suite("from the grid to a record")
  struct GridJourney {
    private static let officer = Desk.identity(
      "Q13M07(高春生)", writer: "gaochunsheng", of: "DW", post: "组织员")

    @Test func fromACellToItsRecord() async throws {
      let desk = try Desk.withSample(identity: Self.officer)
      let terminal = try desk.open()
      try await terminal.waitForMark("1 本月应办")
      try terminal.send("4")
      try await terminal.waitForMark("1 迎检自查")
      try terminal.send("4")
      try await terminal.waitUntil("the grid, found out to the end") { screen in
        screen[0].hasPrefix(" 应办网格 · ") && !screen[0].contains("正在核对")
          && screen.contains { $0.contains("一监区党支部") && !$0.contains("..") }
      }
      try terminal.send("F5")
      try await terminal.waitFor("看哪一项应办")
      try await terminal.choose("主题党日", typing: "主题党日")
      try await terminal.waitFor("2026年 · 主题党日")
      try await goDown(to: "四监区党支部", in: terminal)
      // March: the third cell; the first step to the right unfolds the branch.
      try terminal.send("Right", "Right", "Right", "Right")
      try terminal.send("Enter")
      try await terminal.waitFor("四监区党支部 · 2026-03")
      try await terminal.waitFor("主题党日")
      try terminal.send("Enter")
      try await terminal.waitFor("2026年第3次主题党日 · 四监区党支部")
      try terminal.send("Esc", "Esc")
      try await terminal.waitFor("2026年 · 主题党日")
      try terminal.send("x")
      try await terminal.waitFor("导出成哪一种文件")
      try terminal.send("Enter")
      try await terminal.waitFor("已导出 ")
      let exported = try desk.shell("cat home/*/应办网格-DW-2026-主题党日.csv | tr -d '\\r' | head -2")
      #expect(exported.count == 2 && exported[0].contains("党组织,编号,级别,2026-01"), "\(exported)")
    }

    private func goDown(to name: String, in terminal: TerminalDriver) async throws {
      for _ in 0..<40 {
        let screen = try terminal.screen()
        if screen.contains(where: { $0.hasPrefix(">") && $0.contains(name) }) { return }
        try terminal.send("Down")
        try await terminal.waitUntil("another row") { $0 != screen }
      }
      Issue.record("no row \(name)")
    }
  }
}
