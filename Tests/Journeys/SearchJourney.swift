import Testing

extension InATerminal {
  /// Somebody is looked for by the initials of his name; the place is opened, one comes back, and
  /// what was found is narrowed by organisation and year.
  @Suite("a search by initials")
  struct SearchJourney {
    private func count(_ desk: Desk, _ arguments: String...) throws -> Int {
      let command =
        "\"$program\" search \(arguments.joined(separator: " ")) --limit 0 --format tsv"
        + " --store \"$store\" --today \(Desk.today) | tail -n +2 | wc -l"
      let answer = try desk.shell("program='\(try Desk.program())'; \(command)")
      return try #require(answer.first.flatMap { Int($0.filter { $0 != " " }) })
    }

    @Test func opensThePlaceComesBackAndNarrows() async throws {
      let desk = try Desk.withSample()
      let terminal = try desk.open()
      try await terminal.waitFor("查找")
      try terminal.send("/")
      try await terminal.waitFor("人名也可以用拼音或首字母(zjg)")
      try terminal.type("zjg")
      let all = try count(desk, "zjg")
      try await terminal.waitUntil("all that is found") { $0[0].contains("1/\(all)条") }
      // The person first, then the records, the newest first, each with its line.
      try await terminal.waitUntil("the person") {
        $0[5].contains("党员登记") && $0[5].contains("赵建国") && $0[6].contains("姓名 【赵建国】")
      }
      try terminal.send("Down")
      try await terminal.waitUntil("the newest record") {
        $0[0].contains("2/\(all)条") && $0[7].hasPrefix("> 2026-") && $0[8].contains("【赵建国】")
      }
      let before = try terminal.screen()
      try terminal.send("Enter")
      try await terminal.waitUntil("its page at the line") { screen in
        !screen[0].contains("查找") && screen.contains { $0.contains("*") && $0.contains("赵建国") }
      }
      let place = try terminal.cursor()
      #expect(try terminal.screen()[place.row].contains("赵建国"))
      try terminal.send("Escape")
      try await terminal.waitUntil("the same list") { $0 == before }
      try terminal.send("F3")
      try await terminal.waitFor("查哪个组织(含下级)")
      try terminal.type("五监区党支部")
      try terminal.send("Enter")
      let inside = try count(desk, "zjg", "--organization", "Q5")
      try await terminal.waitUntil("those of one branch") {
        $0[0].contains("1/\(inside)条") && $0[3].contains("组织 五监区党支部")
      }
      try terminal.send("F5")
      try await terminal.waitFor("查哪段时间")
      try terminal.type("2025")
      try terminal.send("Enter")
      let inYear = try count(
        desk, "zjg", "--organization", "Q5", "--since", "2025-01-01", "--until", "2025-12-31")
      try await terminal.waitUntil("those of one year") {
        $0[0].contains("1/\(inYear)条") && $0[3].contains("时间 2025") && $0[5].contains("2025-")
      }
      #expect(inYear > 0 && inYear < inside && inside <= all)
      print("search by initials: \(all) records, \(inside) of one branch, \(inYear) of one year")
      // What is not there is said.
      try terminal.send("C-u")
      try terminal.type("%")
      try await terminal.waitFor("没有找到“%”。F3、F4、F5 可以放宽")
      try terminal.send("Escape")
      try await terminal.waitFor("退出")
    }
  }
}
