import Testing

/// Steps that several told stories take.
extension TerminalDriver {
  /// Saves a form and waits until the log holds the record.
  func save(
    as identifier: String, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try send("F2")
    try await waitFor("已写入台账 \(identifier)", sourceLocation: sourceLocation)
  }

  /// From the first screen of an officer: the main menu of an organisation below.
  func enter(
    _ organization: String, as user: String, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try await waitForMark("1 本月应办", sourceLocation: sourceLocation)
    try send("3", "3")
    try await waitFor("名称", sourceLocation: sourceLocation)
    try send("/")
    try type(organization)
    try await waitUntil("\(organization) alone", sourceLocation: sourceLocation) { screen in
      screen.contains { $0.contains(">") && $0.contains(organization) }
    }
    try send("Enter")
    try await waitFor("> 进入它的主菜单", sourceLocation: sourceLocation)
    try send("Enter")
    try await waitFor("\(user) · \(organization)", sourceLocation: sourceLocation)
    try await waitForMark("1 本月应办", sourceLocation: sourceLocation)
  }

  /// From a main menu: the matters that are open, the mark on the one that a row tells of.
  func openMatters(
    at text: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try await waitForMark("1 本月应办", sourceLocation: sourceLocation)
    try send("5", "1")
    try await waitUntil("the open matters", sourceLocation: sourceLocation) {
      $0[0].hasPrefix(" 待落实事项 · ")
    }
    guard let text else { return }
    try send("/")
    try type(text)
    try await waitUntil("the mark at “\(text)”", sourceLocation: sourceLocation) { screen in
      screen.contains { $0.hasPrefix(">") && $0.contains(text) }
    }
    try send("Esc", "Esc")
    try await waitUntil("the list without a filter", sourceLocation: sourceLocation) { screen in
      screen.contains { $0.hasPrefix(">") && $0.contains(text) }
        && !screen.contains { $0.hasPrefix(" / ") }
    }
  }
}

extension Desk {
  /// The configuration of a user: who, under which writer name, for which organisation, in which
  /// post.
  static func identity(
    _ person: String, writer: String, of organization: String, post: String = "书记"
  ) -> String {
    """
    Person: \(person)
    Post: \(post)
    Writer: \(writer)
    Organization: \(organization)

    """
  }
}
