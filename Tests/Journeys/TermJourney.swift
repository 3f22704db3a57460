import Testing

extension InATerminal {
  /// 换届: overdue, extended by the level above, held, and the new term.
  @Suite("a committee's term")
  struct TermJourney {
    private static let file = "organizations/Q11/activity-2026.jiangmeng.rec"

    /// The secretary of 十一监区党支部, whose term ran out in June.
    private static let secretary = """
      Person: Q11M01(姜勐)
      Post: 书记
      Writer: jiangmeng
      Organization: Q11

      """

    @Test func isOverdueExtendedAndHeld() async throws {
      let desk = try Desk.withSample(identity: Self.secretary)
      let terminal = try desk.open()
      try await terminal.waitFor("! 任期2026-06-20已届满")
      try terminal.send("5")
      try await terminal.waitFor("4 任期与换届")
      try terminal.send("4")
      try await terminal.waitFor("2023-06-20  2026-06-20  超期153天")
      try terminal.send("Esc")
      try await terminal.waitFor("3 流程进度")
      try terminal.send("3")
      try await terminal.waitFor("流程进度 · 十一监区党支部")
      try await terminal.go(to: "十一监区党支部委..", by: "Down")
      try terminal.send("Enter")
      try await terminal.waitFor("接下来      报送换届请示")

      try await step("延期批复", "经上级党委同意延期", in: terminal)
      try await terminal.waitFor("2026-11-20 延期批复 经上级党委同意延期")
      try await step("报送换届请示", "报第二党总支", in: terminal)
      try await step("上级批复同意换届", "同意换届", in: terminal)
      try await terminal.waitFor("2026-11-20 上级批复同意换届 同意换届")
      try await elect(in: terminal)
      try await terminal.waitFor("已写入台账 Q11-activity-2026-jiangmeng-")

      let votes = try Judges.select(
        "Kind = '党员大会' && Date = '2026-11-20'", print: "Vote", from: Self.file, at: desk)
      let elected = votes.compactMap { vote in
        vote.split { "()".contains($0) }.dropFirst().first.map(String.init)
      }
      #expect(elected == ["冯岚", "任学军", "陈秀梅", "姜勐"])
      let steps = try Judges.select(
        "Kind = '换届'", print: "Step", from: "organizations/Q11/procedure-2026.jiangmeng.rec",
        at: desk)
      #expect(steps == ["延期批复", "报送换届请示", "上级批复同意换届"])
      // On paper: ballots in stroke order, and the minutes.
      let identifier = try #require(
        try Judges.select(
          "Kind = '党员大会' && Date = '2026-11-20'", print: "Id", from: Self.file, at: desk
        ).first)
      let ballot = try desk.run("print", identifier, "--paper", "ballots").output
      let names = ballot.split(separator: "\n").map(String.init)
        .filter { ["冯岚", "任学军", "陈秀梅", "姜勐"].contains($0) }
      #expect(names == ["冯岚", "任学军", "陈秀梅", "姜勐"])
      let minutes = try desk.run("print", identifier).output
      #expect(minutes.contains("赞成12票，不赞成0票，弃权0票"), "\(minutes)")
      #expect(Judges.accept(Self.file, type: "activity", at: desk))
    }

    /// The next step, chosen by name, with what came of it.
    private func step(
      _ name: String, _ result: String, in terminal: TerminalDriver
    ) async throws {
      try terminal.send("e")
      try await terminal.waitFor("登记一步")
      try await terminal.go(to: "步骤", by: "Shift-Tab")
      try terminal.send("Enter")
      try await terminal.choose(name, typing: name)
      try await terminal.writeText("结果", result)
      try terminal.send("F2")
      try await terminal.waitFor("2026-11-20 \(name) \(result)")
    }

    private func elect(in terminal: TerminalDriver) async throws {
      try terminal.send("n")
      try await terminal.waitFor("记录什么")
      try terminal.send("1")
      try await terminal.waitFor("次支部党员大会")
      try terminal.send("F3")
      try await terminal.waitFor("12人标为到会")
      try terminal.send("F7")
      try await terminal.waitForMark("议题")
      try await terminal.fill("议题", "选举新一届支部委员会委员")
      try await terminal.go(to: "性质")
      try terminal.send("Enter")
      try await terminal.choose("表决", typing: "表决")
      try await terminal.go(to: "候选人")
      try terminal.type("姜勐 冯岚 任学军 陈秀梅")
      try terminal.send("Tab")
      try await terminal.waitFor("候选人 冯岚、任学军、陈秀梅、姜勐")
      try await terminal.fill("应选名额", "3")
      try await terminal.waitFor("应选3名 候选4名 · 得7票及以上当选")
      for (favour, against) in [("12", "0"), ("9", "3"), ("3", "9"), ("12", "0")] {
        try await terminal.count(favour, against)
      }
      try terminal.send("Esc")
      try await terminal.waitForMark("1 表决 选举新一届支部委员会委员")
      try terminal.send("F2")
    }
  }
}
