import Testing

extension InATerminal {
  /// 月计划 that is ticked by what was done: entered, carried out from the list, opened again.
  @Suite("a plan, ticked by the record that does it")
  struct PlanJourney {
    private static let files = "organizations/Q2"
    private static let plan = "组织参观法治教育基地"

    @Test func isTickedByItsRecord() async throws {
      let desk = try Desk.withSample()
      let terminal = try desk.open()
      try await terminal.switchOn("湖南")
      try terminal.send("Home")
      try await terminal.waitForMark("1 本月应办")
      try terminal.send("5")
      try await terminal.waitFor("6 计划与任务清单")
      try terminal.send("6")
      try await terminal.waitUntil("the plans") { $0[0].hasPrefix(" 计划与任务清单 · 二监区党支部") }

      try terminal.send("a")
      try await terminal.waitFor("登记计划 · 二监区党支部")
      try await terminal.fill("时段", "2026-11")
      try await terminal.fill("种类", "月计划")
      try await terminal.fill("事项", Self.plan)
      try await terminal.fill("责任人", "陈晓")
      try await terminal.save(as: "Q2-plan-2026-limin-")
      try await terminal.waitUntil("the new plan, not begun") { screen in
        screen.contains {
          $0.hasPrefix(">") && $0.contains("参观法治") && $0.contains("0/1") && $0.contains("未开始")
        }
      }

      // What is done of it begins from the plan, with the tag that says so.
      try terminal.send("n")
      try await terminal.waitFor("记一次:")
      try await terminal.choose("参观践学", typing: "参观践学")
      try await terminal.waitFor("标签 计划=\(Self.plan)")
      try await terminal.fill("主题", "参观市法治教育基地")
      try await terminal.save(as: "Q2-activity-2026-limin-")
      try terminal.send("Esc")
      try await terminal.waitUntil("the plan, done") { screen in
        screen[0].hasPrefix(" 计划与任务清单 · ")
          && screen.contains { $0.contains("参观法治") && $0.contains("1/1") && $0.contains("✓已完成") }
      }
      try terminal.send("Enter")
      try await terminal.waitUntil("what did it") { screen in
        screen[0].hasPrefix(" \(Self.plan) · 已完成")
          && screen.contains { $0.contains("参观市法治教育基地") }
      }
      terminal.kill()

      let plans = try Judges.select(
        "Title = '\(Self.plan)'", print: "Id,Kind,Period,Owner",
        from: Self.files + "/plan-2026.limin.rec", at: desk)
      #expect(plans.dropFirst() == ["月计划", "2026-11", "Q2M02(陈晓)"])
      #expect(
        try Judges.select(
          "Title = '参观市法治教育基地'", print: "Kind,Tag",
          from: Self.files + "/activity-2026.limin.rec", at: desk)
          == ["参观践学", "计划=\(plans.first ?? "")"])
      for type in ["activity", "plan"] {
        #expect(Judges.accept(Self.files + "/\(type)-2026.limin.rec", type: type, at: desk))
      }
      #expect(try desk.run("verify").status == 0)
    }
  }
}
