import Testing

extension InATerminal {
  /// 主题党日 with an oath, a lesson by the secretary, a discussion and comments on the spot.
  @Suite("a theme day, from the keys to the checklist")
  struct ThemeDayJourney {
    private static let file = "organizations/Q2/activity-2026.limin.rec"
    private static let parts = [
      ("重温入党誓词", "全体党员面向党旗,由李敏领誓,重温入党誓词。"),
      ("书记讲党课", "李敏以《从誓词看初心》为题讲党课。"),
      ("党员发言讨论", "解若溪:在带班中把规矩讲清楚。任家兴:守住底线。"),
      ("现场点评", "李敏:查找的问题要逐条改,下月回头看。"),
    ]

    /// The answer and the evidence of the item 主题党日每月开展 of the year up to October.
    private func themeDayItem(_ desk: Desk) throws -> (answer: String, evidence: [String]) {
      let outcome = try desk.run(
        "check", "--on", "2026-10", "--organization", "Q2", "--format", "tsv")
      let rows = outcome.output.split(separator: "\n").map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      }
      let names = try #require(rows.first)
      let row = try #require(rows.first { $0.contains("主题党日每月开展") }, "\(outcome.output)")
      let answer = try #require(names.firstIndex(of: "Answer") ?? names.firstIndex(of: "answer"))
      let evidence = try #require(
        names.firstIndex(of: "Evidence") ?? names.firstIndex(of: "evidence"))
      return (row[answer], row[evidence].split(separator: " ").map(String.init))
    }

    @Test func isRecordedByKeysAndCounts() async throws {
      let desk = try Desk.withSample()
      // One of ten months is missing.
      let before = try themeDayItem(desk)
      #expect(before.answer == "部分达标")
      #expect(before.evidence.count == 9)

      let terminal = try desk.open()
      try await terminal.waitFor("李敏 书记 · 二监区党支部")
      try terminal.send("n")
      try await terminal.waitFor("记录什么")
      try await terminal.choose("主题党日", typing: "ztdr")
      try await terminal.waitForMark("开始")
      try await enterHeader(in: terminal)
      try await tick(in: terminal)
      try await writeParts(in: terminal)
      try terminal.send("F2")
      let screen = try await terminal.waitFor("已写入台账 Q2-activity-2026-limin-")
      let id = try #require(identifier(in: screen))

      #expect(try themeDayItem(desk) == ("达标", before.evidence + [id]))
      try checkFile(id, at: desk)

      try terminal.send("w")
      try await terminal.waitUntil("the form that withdraws") { $0[0].contains("作废 主题党日") }
      try await terminal.fill("原因", "误录")
      try terminal.send("F2")
      try await terminal.waitFor("! 已作废(李敏")
      #expect(try themeDayItem(desk) == before)
      #expect(Judges.accept(Self.file, type: "activity", at: desk))
      terminal.kill()
    }

    private func enterHeader(in terminal: TerminalDriver) async throws {
      try await terminal.go(to: "日期", by: "Shift-Tab")
      try await terminal.fill("日期", "10-23")
      try await terminal.fill("开始", "1430")
      try await terminal.waitFor("日期 2026-10-23")
      try await terminal.fill("结束", "1620")
      try await terminal.fill("主题", "重温入党誓词 汲取奋进力量")
      try await terminal.fill("地点", "机关2楼会议室")
      try await terminal.go(to: "同时计入")
      try terminal.send("Enter")
      try await terminal.waitFor("┌ 同时计入")
      try await terminal.choose("党课", typing: "dk")
    }

    private func tick(in terminal: TerminalDriver) async throws {
      try terminal.send("F3")
      try await terminal.waitFor("16人标为到会")
      try await terminal.go(to: "到 陈克勤", by: "Right")
      try terminal.send("1")
      try await terminal.waitFor("假 陈克勤(值班)")
      try await terminal.waitFor("应到16 实到15")
      try await terminal.waitFor("批准 李敏")
    }

    private func writeParts(in terminal: TerminalDriver) async throws {
      for (number, part) in Self.parts.enumerated() {
        let key = number == 0 ? "Tab" : "Down"
        try await terminal.go(to: "- \(part.0)", by: key)
        try terminal.send("F4")
        try await terminal.waitUntil("the text of \(part.0)") {
          $0[0].contains("记录 · 环节 \(part.0)")
        }
        try await terminal.write(part.1)
        try terminal.send("Esc")
        try await terminal.waitForMark("\(number + 1) \(part.0)")
      }
    }

    private func identifier(in screen: [String]) -> String? {
      let row = screen.first { $0.contains("已写入台账 ") } ?? ""
      return row.split(separator: " ").map(String.init).first { $0.hasPrefix("Q2-activity") }
    }

    /// What others find in the file.
    private func checkFile(_ id: String, at desk: Desk) throws {
      #expect(
        try Judges.select(
          "Kind = '主题党日' && Date = '2026-10-23'",
          print: "Id,Counts,Start,End,Place,Presider,State,Item", from: Self.file, at: desk)
          == [
            id, "党课", "14:30", "16:20", "机关2楼会议室", "Q2M01(李敏)", "未定稿", "重温入党誓词", "书记讲党课",
            "党员发言讨论", "现场点评",
          ])
      #expect(
        try Judges.select("Id = '\(id)'", print: "Absent", from: Self.file, at: desk)
          == ["Q2M04(陈克勤) 值班 批准=Q2M01(李敏)"])
      #expect(
        try Judges.select("Id = '\(id)'", print: "Present", from: Self.file, at: desk).count
          == 15)
      #expect(
        try Judges.select("Id = '\(id)'", print: "Minutes", from: Self.file, at: desk)
          == Self.parts.map(\.1))
      #expect(Judges.accept(Self.file, type: "activity", at: desk))
      let records = try desk.shell("grep -c '^Id: ' $store/\(Self.file)")[0]
      #expect(Judges.verify(Self.file, at: desk) == "ok \(records) records")
    }

    @Test func isNotMetByALessonAlone() throws {
      let desk = try Desk.withSample()
      let before = try themeDayItem(desk)
      let added = try desk.run(
        "add", "-",
        input: """
          %rec: activity

          Organization: Q2
          Kind: 党课
          Date: 2026-10-23
          Start: 14:30
          End: 16:00
          Place: 机关2楼会议室
          Presider: Q2M01
          Recorder: Q2M02
          Lecturer: Q2M01
          Hours: 1.5
          Present: Q2M01
          Present: Q2M02
          Minutes: 李敏以《从誓词看初心》为题讲党课。
          State: 未定稿

          """)
      #expect(added.status == 0, "\(added.output)")
      #expect(added.output.contains("Q2-activity-2026-limin-"))
      #expect(try themeDayItem(desk) == before)
    }
  }
}
