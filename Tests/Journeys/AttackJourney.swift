import Testing

extension InATerminal {
  /// Records that hold what a terminal would obey.
  @Suite("text that would steer the terminal")
  struct AttackJourney {
    private static let forge =
      #filePath.split(separator: "/").dropLast(2).reduce("") { "\($0)/\($1)" }
      + "/Attacks/forge.py"

    /// Keys that lead from the first screen to others.
    private static let ways = [
      ["2"], ["2", "Enter"], ["3", "1"], ["3", "1", "Enter"], ["4"], ["4", "2"], ["5", "1"],
      ["5", "2"], ["7"],
    ]

    @Test func showsMarksAndChangesNothingElse() async throws {
      let desk = try Desk.withSample()
      try desk.shell(
        "python3 '\(Self.forge)' \"$store\" before Title,Place,Minutes,Item,Resolution,Summary,Text"
      )
      let terminal = try desk.open()
      try await terminal.waitForMark("1 本月应办")
      let before = try terminal.surroundings()
      // The list of matters, and one of them, while nothing else is under way.
      try terminal.send("5")
      try await terminal.waitFor("2 补学")
      try terminal.send("1")
      try await terminal.waitFor("␛]52")
      try terminal.send("Enter")
      try await terminal.waitFor("␛[2J␦31m")
      try terminal.send("Esc")
      try await terminal.waitFor("␛]52")
      var marked = 0
      for way in Self.ways {
        for key in way { try terminal.send(key) }
        for key in ["", "Enter", "PgDn", "PgDn", "End"] {
          if !key.isEmpty { try terminal.send(key) }
          let screen = try await terminal.waitUntil("a drawn screen") { $0.count == 24 }
          if screen.contains(where: { $0.contains("␛]") || $0.contains("␦") }) { marked += 1 }
          let after = try terminal.surroundings()
          #expect(after.title == before.title)
          #expect(after.clipboard == before.clipboard)
        }
        for _ in 0..<6 { try terminal.send("Esc") }
        try await terminal.waitFor("Tab 换栏")
      }
      print("screens that show marks: \(marked)")
      #expect(marked > 3)
      #expect(try terminal.isAlive())
    }
  }
}
