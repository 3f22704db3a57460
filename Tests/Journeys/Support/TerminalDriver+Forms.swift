import Testing

/// Moving in forms and lists as a user does: by keys, looking where the mark `>` is.
extension TerminalDriver {
  /// Presses `key` until the mark stands before `label`.
  func go(
    to label: String, by key: String = "Tab", sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    // A mark that a screen still being painted leaves behind would be taken for a move.
    var seen = try await settledScreen(sourceLocation: sourceLocation)
    // A form has fewer places than this.
    for _ in 0..<80 {
      if seen.contains(where: { TerminalDriver.isMarked($0, label) }) { return }
      let before = TerminalDriver.marks(in: seen)
      try send(key)
      seen = try await waitUntil(
        "another place after \(key), on the way to “\(label)”", sourceLocation: sourceLocation
      ) { screen in
        let marks = TerminalDriver.marks(in: screen)
        return marks.count == 1 && marks != before
      }
    }
    try await waitForMark(label, sourceLocation: sourceLocation)
  }

  /// Waits until the screen has one mark and stays as it is from one look to the next.
  private func settledScreen(sourceLocation: SourceLocation) async throws -> [String] {
    var before: [String] = []
    return try await waitUntil("a screen with one mark", sourceLocation: sourceLocation) { screen in
      defer { before = screen }
      return screen == before && TerminalDriver.marks(in: screen).count == 1
    }
  }

  /// Waits until the mark stands before `label`.
  @discardableResult
  func waitForMark(
    _ label: String, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> [String] {
    try await waitUntil("the mark at “\(label)”", sourceLocation: sourceLocation) { screen in
      screen.contains { TerminalDriver.isMarked($0, label) }
    }
  }

  /// Goes to a field and puts `text` in place of what it proposes.
  func fill(
    _ label: String, _ text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try await go(to: label, sourceLocation: sourceLocation)
    try send("Ctrl-E", "Ctrl-U")
    try type(text)
    try await waitUntil("“\(text)” in “\(label)”", sourceLocation: sourceLocation) { screen in
      screen.contains { TerminalDriver.isMarked($0, "\(label) \(text)") }
    }
  }

  /// From the first screen: a new 支委会, and the minutes of the meeting on the whole screen.
  func openMinutes(sourceLocation: SourceLocation = #_sourceLocation) async throws {
    try await waitForMark("1 本月应办", sourceLocation: sourceLocation)
    try send("n")
    try await waitFor("记录什么", sourceLocation: sourceLocation)
    try send("2")
    try await waitFor("支部委员会会议 · 二监区党支部", sourceLocation: sourceLocation)
    try await go(to: "记录", sourceLocation: sourceLocation)
    try send("Enter")
    try await waitUntil("the minutes", sourceLocation: sourceLocation) {
      $0[0].contains("记录 · ") && $0.contains { $0.contains("第1行 共1行 0字") }
    }
  }

  /// At an election: the numbers of the next candidate that has none.
  func count(_ favour: String, _ against: String) async throws {
    try await go(to: "赞成")
    try type(favour)
    try send("Tab")
    try await waitForMark("不赞成")
    try type(against)
    try send("Tab")
    try await waitForMark("弃权")
    try type("0")
    try await waitForMark("弃权 0")
  }

  /// Opens the long text of a field, types lines into it and goes back to the form.
  func writeText(
    _ label: String, _ lines: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try await go(to: label, sourceLocation: sourceLocation)
    try send("Enter")
    try await waitUntil("the text of “\(label)”", sourceLocation: sourceLocation) {
      $0[0].contains("\(label) · ") && $0.contains { $0.contains("第1行 共") }
    }
    for (number, line) in lines.enumerated() {
      if number > 0 { try send("Enter") }
      try await write(line, sourceLocation: sourceLocation)
    }
    try send("Esc")
    try await waitForMark(label, sourceLocation: sourceLocation)
  }

  /// Opens the minutes of an item, which begin with an outline, and writes behind each of its
  /// lines.
  func writeOutline(
    _ parts: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try await go(to: "记录", sourceLocation: sourceLocation)
    try send("Enter")
    try await waitUntil("the outline", sourceLocation: sourceLocation) {
      $0[0].contains("记录 · ") && $0.contains { $0.contains("第1行 共\(parts.count)行") }
    }
    for (number, part) in parts.enumerated() {
      if number > 0 { try send("Down") }
      try send("End")
      try await write(part, sourceLocation: sourceLocation)
    }
    try send("Esc")
    try await waitForMark("记录", sourceLocation: sourceLocation)
  }

  /// Types a text without line ends into the open long text and waits until it is there.
  func write(
    _ text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try type(text)
    try await waitFor(String(text.suffix(8)), sourceLocation: sourceLocation)
  }

  /// Chooses in an open box by what narrows it to `label`.
  func choose(
    _ label: String, typing text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try type(text)
    try await waitUntil(
      "“\(label)” first among what “\(text)” finds", sourceLocation: sourceLocation
    ) { screen in
      screen.contains { $0.contains("/ \(text)") }
        && screen.contains { row in
          row.contains("│ >") && row.split(separator: ">").last?.contains(label) == true
        }
    }
    try send("Enter")
    try await waitUntil("the box to close", sourceLocation: sourceLocation) { screen in
      !screen.contains { $0.contains("/ \(text)") }
    }
  }

  /// Whether the mark stands right before `label`, and a blank or nothing after it, in a row.
  private static func isMarked(_ row: String, _ label: String) -> Bool {
    (row + " ").contains(">\(label) ") || (row + " ").contains("> \(label) ")
  }

  /// Where marks stand. Texts that are still being painted do not move them; none or two of them
  /// mean that the screen is half painted.
  private static func marks(in screen: [String]) -> [[Int]] {
    screen.enumerated().flatMap { number, row in
      row.enumerated().filter { $0.element == ">" }.map { [number, $0.offset] }
    }
  }
}
