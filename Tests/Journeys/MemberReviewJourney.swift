import Testing

extension InATerminal {
  /// An officer goes through fifteen members drawn by a seed, in one sitting; one problem becomes
  /// a matter of the branch.
  @Suite("fifteen members in one sitting, one problem that becomes a matter")
  struct MemberReviewJourney {
    private static let officer = Desk.identity(
      "Q13M07(高春生)", writer: "gaochunsheng", of: "DW", post: "组织员")
    /// At which of the fifteen the problem is found.
    private static let found = 7

    @Test func fromTheDrawToTheMatter() async throws {
      let desk = try Desk.withSample(identity: Self.officer)
      let terminal = try desk.open()
      try await terminal.waitForMark("1 本月应办")
      try terminal.send("3", "1")
      try await terminal.waitFor("党员名册 · ")
      try terminal.send("F2")
      try await terminal.waitFor("抽查多少")
      try terminal.send("1", "5", "Enter")
      try await terminal.waitFor("抽查15人(种子 \(Desk.today)) · ")
      try terminal.send("Enter")
      for number in 1...15 {
        try await terminal.waitUntil("member \(number)") { $0[0].hasSuffix(" \(number) / 15") }
        if number == Self.found { try await reportProblem(in: terminal) }
        try terminal.send("F2")
        let mark = number == Self.found ? "核对        发现问题1 11-20 高春生" : "核对        已核对 11-20 高春生"
        try await terminal.waitFor(mark)
        if number < 15 { try terminal.send("PgDn") }
      }
      try terminal.send("Esc")
      try await terminal.waitFor("已核对15/15")

      let answers = try Judges.select(
        "Checklist = '党员核对'", print: "Item,Sample",
        from: "organizations/*/review-2026.gaochunsheng.rec",
        at: desk)
      #expect(!answers.isEmpty)
      // The branch sees it among what is to be done.
      let matters = try Judges.select(
        "Kind = '检查问题'", print: "Title,Due", from: "organizations/*/matter-2026.gaochunsheng.rec",
        at: desk)
      #expect(matters.contains { $0.contains("补学记录缺签名") }, "\(matters)")
    }

    private func reportProblem(in terminal: TerminalDriver) async throws {
      try terminal.send("F5")
      try await terminal.waitFor("登记事项 · ")
      try terminal.type("补学记录缺签名")
      try await terminal.fill("时限", "12-10")
      try terminal.send("F2")
      try await terminal.waitFor("已写入台账 2 条")
    }
  }
}
