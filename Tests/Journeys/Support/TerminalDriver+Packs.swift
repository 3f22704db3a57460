import Testing

/// Steps of the stories about packs.
extension TerminalDriver {
  /// From a main menu: switches a pack on and comes back.
  func switchOn(
    _ pack: String, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try await waitForMark("1 本月应办", sourceLocation: sourceLocation)
    try send("8", "7")
    try await waitUntil("the packs", sourceLocation: sourceLocation) { $0[0].hasPrefix(" 做法包 ") }
    try await go(to: pack, by: "Down", sourceLocation: sourceLocation)
    try send("Enter")
    try await waitFor("启用这个做法包", sourceLocation: sourceLocation)
    try send("Enter")
    try await waitFor("应办从哪天起算", sourceLocation: sourceLocation)
    try send("Enter")
    try await waitFor("启用“", sourceLocation: sourceLocation)
    try send("Enter")
    try await waitFor("目录已保存", sourceLocation: sourceLocation)
    try send("Esc", "Esc", "Esc")
    try await waitForMark("8 设置", sourceLocation: sourceLocation)
  }

  /// From a main menu: the row of a line in a report of this year, and whether the report's
  /// records open from there; comes back to the menu.
  ///
  /// - Parameter texts: what the list of the records behind the line has to show.
  func line(
    _ title: String, of report: String, opening texts: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> Int {
    try await waitFor("1 本月应办", sourceLocation: sourceLocation)
    try send("7")
    try await waitUntil("the reports", sourceLocation: sourceLocation) {
      $0[0].hasPrefix(" 报表 · ")
    }
    try await go(to: report, by: "Down", sourceLocation: sourceLocation)
    try send("Enter")
    try await waitUntil("the report", sourceLocation: sourceLocation) {
      $0[0].hasPrefix(" \(report) · ") && !$0.contains { $0.contains("正在统计") }
    }
    try send("/")
    try type(title)
    // A number that is still being painted would be taken for another.
    var before: [String] = []
    let screen = try await waitUntil("the line “\(title)”", sourceLocation: sourceLocation) {
      screen in
      defer { before = screen }
      return screen == before && screen.contains { $0.hasPrefix(">") && $0.contains("\(title) ") }
    }
    let row = screen.first { $0.hasPrefix(">") } ?? ""
    let words = row.split(separator: " ").map(String.init)
    let number = words.drop { $0 != title }.dropFirst().first.map { $0.prefix(while: \.isNumber) }
    if !texts.isEmpty {
      try send("Enter")
      try await waitUntil("the records of the line", sourceLocation: sourceLocation) { screen in
        screen[0].hasPrefix(" \(title)  ")
          && texts.allSatisfy { text in screen.contains { $0.contains(text) } }
      }
      try send("Esc")
    }
    try send("Esc", "Esc", "Esc", "Esc")
    try await waitForMark("7 报表", sourceLocation: sourceLocation)
    return try #require(number.flatMap { Int($0) }, "\(row)", sourceLocation: sourceLocation)
  }

  /// From a screen that is no form: a new record of a kind, which an open box finds by its name.
  func record(
    _ kind: String, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try send("n")
    try await waitFor("记录什么", sourceLocation: sourceLocation)
    try await choose(kind, typing: kind, sourceLocation: sourceLocation)
  }

  /// In a field that takes several words of a box: ticks some of them.
  func tick(
    _ words: [String], in label: String, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try await go(to: label, sourceLocation: sourceLocation)
    try send("Enter")
    try await waitFor("┌ \(label)", sourceLocation: sourceLocation)
    for word in words {
      // A box has fewer lines than this.
      for _ in 0..<80 {
        let screen = try screen()
        if screen.contains(where: { Self.isChosen($0, word) }) { break }
        let before = screen.first { $0.contains("│ >") }
        try send("Down")
        try await waitUntil("the next line of the box", sourceLocation: sourceLocation) { screen in
          screen.contains { $0.contains("│ >") && $0 != before }
        }
      }
      try send("Space")
      try await waitUntil("“\(word)” ticked", sourceLocation: sourceLocation) { screen in
        screen.contains { $0.contains("│ >* \(word) ") }
      }
    }
    try send("Enter")
    try await waitFor("\(label) \(words.joined(separator: "、"))", sourceLocation: sourceLocation)
  }

  /// Writes behind an offered item, which is taken up by that: `环节 现场点评`.
  func take(
    up item: String, number: Int, _ text: String, by key: String = "Down",
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try await go(to: "- \(item)", by: key, sourceLocation: sourceLocation)
    try send("F4")
    try await waitUntil("the text of \(item)", sourceLocation: sourceLocation) {
      $0[0].contains("记录 · ") && $0.contains { $0.contains("第1行 共1行") }
    }
    try await write(text, sourceLocation: sourceLocation)
    try send("Esc")
    try await waitForMark("\(number) \(item)", sourceLocation: sourceLocation)
  }

  private static func isChosen(_ row: String, _ word: String) -> Bool {
    row.contains("│ >  \(word) ") || row.contains("│ >* \(word) ")
  }
}

extension Desk {
  /// How many lines of an organisation's records of the year are `text`, counted by awk.
  func count(_ text: String, of organization: String) throws -> Int {
    let lines = try shell(
      "cat $store/organizations/\(organization)/*-2026.*.rec | awk -v wanted='\(text)' "
        + "'$0 == wanted { n++ } END { print n + 0 }'")
    return Int(lines.first ?? "") ?? -1
  }
}
