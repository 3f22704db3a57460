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

  /// Prints a paper of what is on the screen as text; its lines, without the one that holds the
  /// head, which is another each time.
  func print(
    _ paper: String, as name: String, at desk: Desk, replacing: Bool = false,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> [String] {
    try send("Ctrl-P")
    try await waitFor("打印什么", sourceLocation: sourceLocation)
    try type(paper)
    try await waitUntil("“\(paper)” in the box", sourceLocation: sourceLocation) { screen in
      screen.contains { $0.contains("│ >1 \(paper) ") }
    }
    try send("F4")
    if replacing {
      try await waitFor("换成这一份吗", sourceLocation: sourceLocation)
      try send("Enter")
    }
    try await waitFor("已存", sourceLocation: sourceLocation)
    let lines = desk.read("home/支部台账打印/\(name).txt")
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    #expect(!lines.isEmpty, "\(name).txt is empty or not there", sourceLocation: sourceLocation)
    return lines.filter { !$0.contains(" 校验码 ") }
  }

  /// From a main menu: the page of one of the branch's people.
  func openMember(
    _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try await waitFor("1 本月应办", sourceLocation: sourceLocation)
    try send("3", "1")
    try await waitUntil("the roster", sourceLocation: sourceLocation) {
      $0[0].hasPrefix(" 党员名册 · ")
    }
    try type(name)
    try await waitForMark(name, sourceLocation: sourceLocation)
    try send("Enter")
    try await waitUntil("the page of \(name)", sourceLocation: sourceLocation) {
      $0[0].hasPrefix(" \(name) · ")
    }
  }

  /// From a main menu: where everybody stands in procedures, the mark on one of them.
  func openProcedures(
    at subject: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try await waitFor("1 本月应办", sourceLocation: sourceLocation)
    try send("5", "3")
    try await waitUntil("the procedures", sourceLocation: sourceLocation) {
      $0[0].hasPrefix(" 流程进度 · ")
    }
    guard let subject else { return }
    try await go(to: subject, by: "Down", sourceLocation: sourceLocation)
  }

  /// Anywhere but in a form: an assembly of today at which everybody is ticked as present.
  func openAssembly(
    present: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try send("n")
    try await waitFor("记录什么", sourceLocation: sourceLocation)
    try send("1")
    try await waitFor("次支部党员大会", sourceLocation: sourceLocation)
    try await waitForMark("开始", sourceLocation: sourceLocation)
    try await fill("开始", "1430", sourceLocation: sourceLocation)
    try await fill("结束", "1600", sourceLocation: sourceLocation)
    try send("F3")
    try await waitFor("\(present)人标为到会", sourceLocation: sourceLocation)
  }

  /// From a main menu: a step of somebody in a procedure, with what came of it.
  func takeStep(
    _ step: String, of subject: String, _ result: String, as identifier: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try await openProcedures(at: subject, sourceLocation: sourceLocation)
    try send("e")
    try await waitFor("登记一步", sourceLocation: sourceLocation)
    try await fill("步骤", step, sourceLocation: sourceLocation)
    try send("Tab")
    try await waitForMark("日期", sourceLocation: sourceLocation)
    try send("Tab")
    try await waitForMark("结果", sourceLocation: sourceLocation)
    try await writeText("结果", result, sourceLocation: sourceLocation)
    try await save(as: identifier, sourceLocation: sourceLocation)
  }

  /// From a member's page: a new snapshot with other fields.
  func change(
    _ fields: [(label: String, text: String)], as identifier: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try send("e")
    try await waitUntil("the form of a change", sourceLocation: sourceLocation) {
      $0[0].hasPrefix(" 修改 ")
    }
    try await waitForMark("姓名", sourceLocation: sourceLocation)
    for field in fields {
      try await fill(field.label, field.text, sourceLocation: sourceLocation)
    }
    try await save(as: identifier, sourceLocation: sourceLocation)
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
