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
      try await signOff(in: terminal)
      let minutes = try await terminal.print("会议记录", as: "2026-11-20 支部党员大会 会议记录", at: desk)
      #expect(
        minutes == [
          "密级:________",
          "                            2026年第4次支部党员大会",
          "",
          "会议名称:2026年第4次支部党员大会",
          "时间:2026年11月20日 14:30至15:30        地点:四监区党员活动室",
          "主持人:丁洁                             记录人:杨蓉",
          "应到人数:10                             实到人数:5",
          "有表决权应到:10                         有表决权实到:5",
          "缺席人员及原因:孙广平(值班)、李长河(值班)、周𣲘(值班)、朱佳怡(值班)、薛恺(值班)",
          "议题:1. 表决支部工作细则修订稿",
          "",
          "议题1　表决支部工作细则修订稿",
          "    丁洁:请审议修订稿。",
          "    表决（举手）：赞成5票，反对0票，弃权0票。未通过（须赞成6票）。",
          "    决议：赞成票未过半数,未通过,下次大会再议。",
          "",
          "主持人:____________    记录人:____________",
          "检查（审阅）意见:",
          "检查人:                                 日期:",
          "",
        ])
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

    /// The record's page, signed off.
    private func signOff(in terminal: TerminalDriver) async throws {
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
