import Testing

extension InATerminal {
  /// Half of the voters are there: the assembly may be held, and nothing can pass.
  @Suite("a vote that cannot pass")
  struct FailedVoteJourney {
    private static let file = "organizations/Q4/activity-2026.dingjie.rec"

    @Test func mayBeHeldAndDoesNotPass() async throws {
      let desk = try Desk.withSample(
        identity: Desk.identity("Q4M02(丁洁)", writer: "dingjie", of: "Q4"))
      let terminal = try desk.open()
      try await terminal.waitFor("丁洁 书记 · 四监区党支部")
      try terminal.send("n")
      try await terminal.waitFor("记录什么")
      try terminal.send("1")
      try await terminal.waitFor("支部党员大会 · 四监区党支部")
      try await terminal.fill("开始", "1430")
      try await terminal.fill("结束", "1530")
      try terminal.send("F3")
      try await terminal.waitFor("应到10 实到10 · 有表决权应到10 实到10 · 可以表决,赞成6票及以上通过")
      for absent in ["孙广平", "李长河", "周𣲘", "朱佳怡", "薛恺"] {
        try await terminal.go(to: "到 \(absent)", by: "Right")
        try terminal.send("1")
        try await terminal.waitFor("假 \(absent)(值班)")
      }
      try await terminal.waitFor("可以召开;有表决权到会5人,不足通过所需6票")
      try await vote(in: terminal)
      try await terminal.save(as: "Q4-activity-2026-dingjie-")
      try await onPaper(in: terminal)
      #expect(
        try Set(
          Judges.select(
            "Kind = '党员大会' && Date = '2026-11-20'", print: "Vote", from: Self.file, at: desk))
          == ["类别=普通 方式=举手 赞成=5 不赞成=0 弃权=0"])
      let ids = try Judges.select(
        "Kind = '党员大会' && Date = '2026-11-20'", print: "Id", from: Self.file, at: desk)
      let shown = try desk.run("show", try #require(ids.last), "--format", "json").output
        .filter { !$0.isWhitespace }
      #expect(shown.contains("\"mayVote\":true"))
      #expect(shown.contains("\"passed\":false"))
      #expect(Judges.accept(Self.file, type: "activity", at: desk))
    }

    private func vote(in terminal: TerminalDriver) async throws {
      try terminal.send("F7")
      try await terminal.waitForMark("议题")
      try await terminal.fill("议题", "表决支部工作细则修订稿")
      try await terminal.go(to: "性质")
      try terminal.send("Enter")
      try await terminal.choose("表决", typing: "表决")
      try await terminal.waitFor("须6票赞成")
      try await terminal.writeText("记录", "丁洁:请审议修订稿。")
      // Everybody there is in favour, and it is not enough.
      try await terminal.fill("赞成", "5")
      try await terminal.fill("不赞成", "0")
      try await terminal.fill("弃权", "0")
      try await terminal.waitFor("应到会有表决权10 实到5 · 未通过(须6票)")
      try await terminal.writeText("决议", "赞成票未过半数,未通过,下次大会再议。")
    }

    /// The record's page in official form, signed off.
    private func onPaper(in terminal: TerminalDriver) async throws {
      try terminal.send("f")
      try await terminal.waitUntil("the form that signs off") { $0[0].contains("定稿 支部党员大会") }
      try await terminal.waitFor("丁洁")
      try terminal.send("F2")
      try await terminal.waitFor("2026-11-20 定稿")
      try await terminal.waitFor("人数        应到10 实到5 · 有表决权应到10 实到5")
      try await terminal.waitFor("可以召开;有表决权到会5人,不足通过所需6票")
      try terminal.send("End")
      try await terminal.waitFor("未通过")
    }
  }
}
