import Testing

extension InATerminal {
  /// 优秀民警举荐 from the first recommendation to 十大百优: five stages, the third proved by the
  /// meeting itself.
  @Suite("a nomination through its five stages")
  struct NominationJourney {
    private static let files = "organizations/Q2"
    private static let lines = ["自荐和推荐", "支部研究初选", "举荐会", "评出优秀民警", "十大百优"]
    private static let parts = [
      ("书记举荐", "李敏介绍胡骁一年来的工作业绩。"),
      ("本人表态", "胡骁:不辜负大家的信任。"),
      ("家属鼓劲", "家属发来视频,支持他的工作。"),
      ("现场评荐", "到会民警逐一评议,一致同意推荐。"),
    ]

    @Test func goesThroughItsStages() async throws {
      let desk = try Desk.withSample()
      let terminal = try desk.open()
      try await terminal.switchOn("乔司")
      var before: [Int] = []
      for line in Self.lines {
        before.append(try await terminal.line(line, of: "家文化和举荐报表"))
      }

      try await nominate(in: terminal)
      try await step("支部研究初选", "支委会研究同意初选。", in: terminal)
      try await meet(in: terminal)
      try await step("评出", "全票通过,评为优秀民警。", in: terminal)
      try await step("十大百优", "入选监狱十大百优。", in: terminal)
      try await terminal.openProcedures(at: "胡骁")
      try await terminal.waitUntil("that it is over") { screen in
        screen.contains { $0.hasPrefix(">") && $0.contains("胡骁") && $0.contains("已办完") }
      }
      try terminal.send("Enter")
      try await terminal.waitUntil("the five stages") { screen in
        ["个人自荐、网格长推荐", "支部研究初选", "举荐会", "评出", "十大百优"].allSatisfy { stage in
          screen.contains { $0.contains(stage) }
        }
      }
      try terminal.send("Esc", "Esc", "Esc")
      for (line, number) in zip(Self.lines, before) {
        #expect(
          try await terminal.line(line, of: "家文化和举荐报表") == number + 1, "\(line)")
      }
      terminal.kill()
      try judge(desk)
    }

    private func nominate(in terminal: TerminalDriver) async throws {
      try await terminal.openProcedures()
      try terminal.send("n")
      try await terminal.waitFor("哪个流程")
      try await terminal.choose("优秀民警举荐", typing: "举荐")
      try await terminal.waitFor("优秀民警举荐 · 登记一步")
      try await terminal.waitForMark("对象")
      try terminal.type("hx")
      try terminal.send("Tab")
      try await terminal.waitFor("对象 胡骁")
      try await terminal.writeText("结果", "第一网格网格长推荐,本人自荐。")
      try await terminal.save(as: "Q2-procedure-2026-limin-")
      // The mark stands on what was just entered, so that the next step is that of this person.
      try await terminal.waitUntil("the mark on the new one") { screen in
        screen.contains { $0.hasPrefix(">") && $0.contains("胡骁") }
      }
      try terminal.send("Esc", "Esc")
    }

    private func step(
      _ title: String, _ result: String, in terminal: TerminalDriver
    ) async throws {
      try await terminal.openProcedures(at: "胡骁")
      try terminal.send("e")
      try await terminal.waitFor("登记一步")
      // It is the stage that comes next, so it is there already.
      try await terminal.waitFor("步骤 \(title) ")
      try await terminal.writeText("结果", result)
      try await terminal.save(as: "Q2-procedure-2026-limin-")
      try terminal.send("Esc", "Esc")
    }

    private func meet(in terminal: TerminalDriver) async throws {
      try await terminal.waitFor("1 本月应办")
      try await terminal.record("举荐会")
      try await terminal.waitFor("举荐会 2026-11-20 · 二监区党支部")
      try await terminal.fill("主题", "优秀民警举荐会")
      try await terminal.fill("地点", "监区会议室")
      try await terminal.fill("主持", "李敏")
      try await terminal.fill("到会", "李敏、陈晓、林丽、胡骁、解若溪")
      for (number, part) in Self.parts.enumerated() {
        try await terminal.take(
          up: "环节 \(part.0)", number: number + 1, part.1, by: number == 0 ? "Tab" : "Down")
      }
      try await terminal.save(as: "Q2-activity-2026-limin-")
      try terminal.send("Esc")
    }

    /// Other programs read the same from the files.
    private func judge(_ desk: Desk) throws {
      let steps = try Judges.select(
        "Kind = '举荐' && Subject = 'Q2M06(胡骁)'", print: "Step",
        from: Self.files + "/procedure-2026.limin.rec", at: desk)
      #expect(steps == ["推荐", "支部研究初选", "评出", "十大百优"])
      let meeting = "Kind = '举荐会' && Date = '2026-11-20'"
      #expect(
        try Judges.select(
          meeting, print: "Item", from: Self.files + "/activity-2026.limin.rec", at: desk)
          == Self.parts.map(\.0))
      for type in ["activity", "procedure"] {
        #expect(Judges.accept(Self.files + "/\(type)-2026.limin.rec", type: type, at: desk))
      }
      #expect(try desk.run("verify").status == 0)
    }
  }
}
