import Glibc
import Testing

extension InATerminal {
  /// What was typed survives the program.
  @Suite("drafts")
  struct DraftJourneys {
    /// How the program ends.
    enum End: String, CaseIterable, CustomTestStringConvertible {
      case kill = "SIGKILL"
      case hangUp = "SIGHUP"
      case terminate = "SIGTERM"
      case leave = "SIGQUIT"
      case interrupt = "Ctrl-C"

      var testDescription: String { rawValue }
    }

    @Test(arguments: End.allCases)
    func goOnAtTheSameCharacter(end: End) async throws {
      let desk = try Desk.withSample()
      let terminal = try desk.open()
      try await terminal.openMinutes()
      try terminal.type("第一行:集体学习。")
      try terminal.send("Enter")
      try terminal.type("李敏:从三个方面谈了体会")
      try await terminal.waitFor("第2行 共2行")
      // At most the last two seconds are lost; moving the cursor is kept like typing.
      try await waitForDraft("从三个方面谈了体会", of: desk, terminal)
      for _ in 0..<4 { try terminal.send("Left") }
      try await terminal.waitForCursor(row: 3, column: 16)
      switch end {
      case .kill:
        try await waitForDraft("Cursor: 1 8", of: desk, terminal)
        try terminal.signal(SIGKILL)
      case .hangUp: try terminal.signal(SIGHUP)
      case .terminate: try terminal.signal(SIGTERM)
      case .leave: try terminal.signal(SIGQUIT)
      case .interrupt: try terminal.send("Ctrl-C")
      }
      try await terminal.waitForExit()

      let again = try desk.open()
      try await again.waitFor("上次有未完成的「支部委员会会议 2026-11-20」,继续吗?")
      try again.send("Enter")
      try await again.waitUntil("the minutes as they were") { screen in
        screen[0].contains("记录 · ") && screen[2] == " 第一行:集体学习。"
          && screen[3] == " 李敏:从三个方面谈了体会"
      }
      try await again.waitForCursor(row: 3, column: 16)
      try again.type("、")
      try await again.waitFor("李敏:从三个方面、谈了体会")
    }

    /// Waits until a draft on the disk has a text in it.
    private func waitForDraft(
      _ text: String, of desk: Desk, _ terminal: TerminalDriver,
      sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
      try await terminal.waitUntil("“\(text)” in a draft", sourceLocation: sourceLocation) { _ in
        try desk.shell("cat state/zhibu/drafts/* 2>/dev/null || true")
          .contains { $0.contains(text) }
      }
    }

    /// A failure of the program leaves a sentence on a screen that is the shell's again.
    @Test func saySoWhenTheProgramFails() async throws {
      let desk = try Desk.withSample()
      let terminal = try desk.open()
      try await terminal.openMinutes()
      try terminal.type("写了一半")
      try await waitForDraft("写了一半", of: desk, terminal)
      try terminal.signal(SIGSEGV)
      try await terminal.waitForExit()
      try await terminal.waitUntil("what is said of it, and no more") { screen in
        screen.contains { $0.contains("zhibu 意外中止。已写入台账的不受影响;没写完的留有草稿") }
          && !screen.contains { $0.contains("crashed") || $0.contains("Thread 0") }
      }
      let again = try desk.open()
      try await again.waitFor("继续吗?")
    }

    @Test func areKeptWithinTwoSecondsOfAKey() async throws {
      let desk = try Desk.withSample()
      let terminal = try desk.open()
      try await terminal.openMinutes()
      let start = ContinuousClock.now
      try terminal.type("最后两秒")
      try await waitForDraft("最后两秒", of: desk, terminal)
      // Two seconds, and one for looking.
      #expect(ContinuousClock.now - start < .seconds(3))
    }

    @Test func areSavedOnceFromTwoWindows() async throws {
      let desk = try Desk.withSample()
      let terminal = try desk.open()
      try await terminal.openMinutes()
      try await terminal.write("先记一句")
      try await waitForDraft("先记一句", of: desk, terminal)
      let other = try desk.open()
      try await other.waitFor("继续吗?")
      try other.send("Enter")
      try await other.waitFor("先记一句")
      try terminal.send("F2")
      try await terminal.waitFor("已写入台账 Q2-activity-2026-limin-")
      try other.send("F2")
      try await other.waitFor("再存会重复")
      try other.send("Esc")
      try await other.waitUntil("the form as it was") { !$0.joined().contains("再存会重复") }
      let written = try desk.shell(
        "grep -l '先记一句' $store/organizations/Q2/activity-2026.limin.rec | wc -l; "
          + "grep -c '先记一句' $store/organizations/Q2/activity-2026.limin.rec")
      #expect(written == ["1", "1"])
    }

    /// A folder that cannot be written to, as when the disk is full.
    @Test(arguments: ["Esc", "Ctrl-Q"])
    func areAskedAboutWhereTheyCannotBeKept(key: String) async throws {
      let desk = try Desk.withSample()
      try desk.shell("mkdir -p state/zhibu && : > state/zhibu/drafts")
      let terminal = try desk.open()
      try await terminal.openMinutes()
      try await terminal.write("先记一句")
      try terminal.send("Esc")
      try await terminal.waitForMark("记录")
      try terminal.send(key)
      try await terminal.waitFor("草稿没有存下,离开会丢掉所填的")
      try terminal.send("Esc")
      try await terminal.waitUntil("the form as it was") { screen in
        screen.contains { $0.contains("先记一句") }
          && !screen.contains { $0.contains("离开会丢掉所填的") }
      }
      // What keeps it from being written goes away, and the draft is kept with the next try.
      try desk.shell("rm state/zhibu/drafts")
      try terminal.send(key)
      if key == "Esc" {
        try await terminal.waitFor("已留作草稿")
        try terminal.send("q")
      }
      #expect(try await terminal.waitForExit() == 0)
      let again = try desk.open()
      try await again.waitFor("继续吗?")
      try again.send("Enter")
      try await again.waitFor("先记一句")
    }

    @Test func stayWhenTheyAreNotGoneOnWith() async throws {
      let desk = try Desk.withSample()
      let terminal = try desk.open()
      try await terminal.openMinutes()
      try await terminal.write("先记一句")
      try terminal.send("Esc", "Esc")
      try await terminal.waitFor("已留作草稿")
      try terminal.send("q")
      #expect(try await terminal.waitForExit() == 0)

      let again = try desk.open()
      try await again.waitFor("继续吗?")
      try again.send("Esc")
      try await again.waitFor("未完成草稿: 支部委员会会议 2026-11-20")
      try again.send("8", "3")
      try await again.waitFor("支部委员会会议 2026-11-20")
      try again.send("Enter")
      try await again.waitFor("先记一句")
      // Once it is saved, there is no draft any more.
      try again.send("F2")
      try await again.waitFor("已写入台账 Q2-activity-2026-limin-")
      #expect(
        try desk.shell("ls state/zhibu/drafts").filter { !$0.hasPrefix(".") } == [])
    }
  }
}
