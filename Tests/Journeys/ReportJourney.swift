import Testing

extension InATerminal {
  /// A number of a report is opened to its records, the period changed, a line drawn, the sentence
  /// read.
  @Suite("a report, from a number to its records")
  struct ReportJourney {
    @Test func opensToItsRecords() async throws {
      let desk = try Desk.withSample()
      let terminal = try desk.open()
      try await terminal.waitForMark("1 本月应办")
      try terminal.send("7")
      try await terminal.waitForMark("党支部工作报表")
      try terminal.send("Enter")
      try await terminal.waitUntil("the report of the year") {
        $0[0].hasPrefix(" 党支部工作报表 · ") && $0[0].contains("2026年")
      }

      // A line, its records, and back to it.
      try terminal.send("/")
      try terminal.type("主题党日")
      try await terminal.waitUntil("the line") { screen in
        screen.contains { $0.hasPrefix(">") && $0.contains("主题党日") }
      }
      try terminal.send("Enter")
      try await terminal.waitUntil("its records") { $0[0].hasPrefix(" 主题党日  ") }
      try terminal.send("Enter")
      try await terminal.waitUntil("one of them") {
        $0[0].contains("主题党日") && $0.contains { $0.contains("到会") }
      }
      try terminal.send("Esc")
      try await terminal.waitUntil("the records again") { $0[0].hasPrefix(" 主题党日  ") }
      try terminal.send("Esc")
      try await terminal.waitUntil("the line again") { $0[0].hasPrefix(" 党支部工作报表 · ") }
      try terminal.send("Esc")
      try await terminal.waitUntil("an empty filter") { screen in
        screen.contains { $0.contains("党员大会到会") }
      }
      try terminal.send("Esc")
      try await terminal.waitUntil("the whole report") { screen in
        screen[0].hasPrefix(" 党支部工作报表 · ") && !screen.contains { $0.contains("筛选:") }
      }

      // Months and organisations, then the year before and its second quarter.
      try terminal.send("g")
      try await terminal.waitFor("2026年10月")
      try terminal.send("g")
      try await terminal.waitUntil("the grid") { screen in
        screen[0].hasPrefix(" 主题党日 · ") && screen.contains { $0.contains(" 9   10   11 ") }
      }
      try terminal.send("Esc")
      try await terminal.waitFor("2026年10月")
      try terminal.send("Esc")
      try await terminal.waitUntil("the report again") { $0[0].hasPrefix(" 党支部工作报表 · ") }
      try terminal.send("[")
      try await terminal.waitUntil("the year before") { $0[0].contains("2025年 ") }
      try terminal.send("t", "t")
      try await terminal.waitUntil("its last quarter") { $0[0].contains("2025年第四季度") }
      try terminal.send("]")
      try await terminal.waitUntil("the next quarter") { $0[0].contains("2026年第一季度") }

      try terminal.send("y")
      try await terminal.waitFor("第一季度召开党员大会")
      try terminal.send("Ctrl-Q")
      #expect(try await terminal.waitForExit() == 0)
      // The same by the command.
      let sentence = try desk.run(
        "report", "支部报表", "--quarter", "2026-Q1", "--organization", "Q1", "--sentence")
      #expect(sentence.status == 0)
      #expect(sentence.output.hasPrefix("第一季度召开党员大会"))
    }
  }
}
