import Testing

extension InATerminal {
  /// 技能比武: a plan, three rounds from the own unit to the final, those who won, and what came of
  /// it.
  @Suite("a contest through its rounds")
  struct ContestJourney {
    private static let officer = Desk.identity(
      "Q13M07(高春生)", writer: "gaochunsheng", of: "DW", post: "组织员")
    private static let files = "organizations/DW"
    private static let contest = "政工业务比武"
    private static let rounds = [
      (step: "本单位初赛", day: "08-20", people: "36"), (step: "片区预赛", day: "09-18", people: "12"),
      (step: "系统决赛", day: "10-22", people: "50+"),
    ]
    private static let report = "三大活动报表"

    @Test func goesThroughItsRounds() async throws {
      let desk = try Desk.withSample(identity: Self.officer)
      let terminal = try desk.open()
      try await terminal.switchOn("广西")
      let rounds = try await terminal.line("比武轮次", of: Self.report)
      let finals = try await terminal.line("举办技能比武", of: Self.report)
      let used = try await terminal.line("比武结果已运用", of: Self.report)
      #expect(rounds == 0)

      try await plan(in: terminal)
      for round in Self.rounds {
        try await hold(round.step, on: round.day, round.people, in: terminal)
        try await step(round.step, "\(round.people)人参加。", on: round.day, in: terminal)
      }
      try await award(in: terminal)
      try await step("结果运用", "计入年度考核、评先评优和职级晋升。", on: "11-18", in: terminal)

      #expect(
        try await terminal.line("比武轮次", of: Self.report, opening: Self.rounds.map(\.step))
          == rounds + 3)
      #expect(try await terminal.line("举办技能比武", of: Self.report) == finals + 1)
      #expect(try await terminal.line("比武结果已运用", of: Self.report) == used + 1)
      terminal.kill()
      try judge(desk)
    }

    private func plan(in terminal: TerminalDriver) async throws {
      try await terminal.openProcedures()
      try terminal.send("n")
      try await terminal.waitFor("哪个流程")
      try await terminal.choose("技能比武", typing: "技能")
      try await terminal.waitFor("技能比武 · 登记一步")
      try await terminal.fill("对象", Self.contest)
      try await terminal.fill("日期", "08-03")
      try await terminal.save(as: "DW-procedure-2026-gaochunsheng-")
      try terminal.send("Esc", "Esc")
    }

    private func hold(
      _ round: String, on day: String, _ people: String, in terminal: TerminalDriver
    ) async throws {
      try await terminal.waitFor("1 本月应办")
      try await terminal.record("竞赛")
      try await terminal.waitFor("竞赛 2026-11-20 · ")
      try await terminal.go(to: "日期", by: "Shift-Tab")
      try await terminal.fill("日期", day)
      try await terminal.fill("主题", "\(Self.contest)\(round)")
      try await terminal.fill("人次", people)
      try await terminal.tick(["轮次=\(round)"], in: "标签")
      try await terminal.save(as: "DW-activity-2026-gaochunsheng-")
      try terminal.send("Esc")
    }

    private func step(
      _ title: String, _ result: String, on day: String, in terminal: TerminalDriver
    ) async throws {
      try await terminal.openProcedures()
      try terminal.send("/")
      try terminal.type(Self.contest)
      try await terminal.waitUntil("the contest alone") { screen in
        screen.contains { $0.hasPrefix(">") && $0.contains(Self.contest) }
      }
      try terminal.send("Esc", "Esc")
      try await terminal.waitUntil("the list without a filter") { screen in
        screen.contains { $0.hasPrefix(">") && $0.contains(Self.contest) }
          && !screen.contains { $0.contains("筛选:") }
      }
      try terminal.send("e")
      try await terminal.waitFor("登记一步")
      // It is the round that comes next, so it is there already.
      try await terminal.waitFor("步骤 \(title) ")
      try await terminal.fill("日期", day)
      try await terminal.writeText("结果", result)
      try await terminal.save(as: "DW-procedure-2026-gaochunsheng-")
      try terminal.send("Esc", "Esc")
    }

    private func award(in terminal: TerminalDriver) async throws {
      try await terminal.waitFor("1 本月应办")
      try terminal.send("n")
      try await terminal.waitFor("记录什么")
      try await terminal.choose("荣誉、表彰", typing: "荣誉")
      try await terminal.waitFor("登记荣誉 · ")
      try await terminal.fill("日期", "10-22")
      try await terminal.fill("级别", "省局")
      try await terminal.fill("名称", "比武先进个人")
      try await terminal.fill("获得者", "胡骁、林丽")
      try await terminal.save(as: "DW-honor-2026-gaochunsheng-")
    }

    /// Other programs read the same from the files.
    private func judge(_ desk: Desk) throws {
      #expect(
        try Judges.select(
          "Kind = '竞赛' && Title ~ '\(Self.contest)'", print: "Date,Tag,Headcount",
          from: Self.files + "/activity-2026.gaochunsheng.rec", at: desk)
          == Self.rounds.flatMap { ["2026-\($0.day)", "轮次=\($0.step)", $0.people] })
      #expect(
        try Judges.select(
          "Kind = '竞赛' && Subject = '\(Self.contest)'", print: "Step,Date",
          from: Self.files + "/procedure-2026.gaochunsheng.rec", at: desk)
          == [
            "制定方案", "2026-08-03", "本单位初赛", "2026-08-20", "片区预赛", "2026-09-18", "系统决赛",
            "2026-10-22", "结果运用", "2026-11-18",
          ])
      #expect(
        try Judges.select(
          "Title = '比武先进个人'", print: "Level,To",
          from: Self.files + "/honor-2026.gaochunsheng.rec", at: desk)
          == ["省局", "Q2M06(胡骁)", "Q2M03(林丽)"])
      for type in ["activity", "procedure", "honor"] {
        #expect(
          Judges.accept(Self.files + "/\(type)-2026.gaochunsheng.rec", type: type, at: desk))
      }
      #expect(try desk.run("verify").status == 0)
    }
  }
}
