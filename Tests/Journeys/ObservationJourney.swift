import Testing

extension InATerminal {
  /// 主题党日现场观摩: others come to see a theme day and say what they think of it.
  @Suite("a visited theme day with comments")
  struct ObservationJourney {
    private static let file = "organizations/Q2/activity-2026.limin.rec"
    private static let parts = [
      ("重温入党誓词", "全体党员面向党旗,由李敏领誓。"),
      ("书记讲党课", "李敏以《从誓词看初心》为题讲党课。"),
      ("党员发言讨论", "胡骁:把规矩讲清楚。解若溪:守住底线。"),
      ("现场点评", "周敏:程序完整,发言要更多联系岗位;高春生:查摆的问题下月回头看。"),
    ]

    @Test func isRecordedAndItsCommentsFound() async throws {
      let desk = try Desk.withSample()
      let terminal = try desk.open()
      try await terminal.switchOn("湖北")
      let report = "双一流建设报表"
      let before = try await terminal.line("主题党日现场观摩", of: report)

      try await terminal.record("现场观摩")
      try await terminal.waitFor("现场观摩 2026-11-20 · 二监区党支部")
      try await terminal.go(to: "日期", by: "Shift-Tab")
      try await terminal.fill("日期", "10-23")
      try await terminal.fill("开始", "1430")
      try await terminal.fill("结束", "1620")
      try await terminal.fill("主题", "重温入党誓词 汲取奋进力量")
      try await terminal.fill("地点", "机关2楼会议室")
      try await terminal.fill("主持", "李敏")
      try await terminal.go(to: "同时计入")
      try terminal.send("Enter")
      try await terminal.waitFor("┌ 同时计入")
      try await terminal.choose("主题党日", typing: "ztdr")
      try await terminal.fill("到会", "李敏、陈晓、林丽、胡骁、解若溪")
      try await terminal.fill("列席", "高春生、周敏(局纪委监察专员办)")
      for (number, part) in Self.parts.enumerated() {
        try await terminal.take(
          up: part.0, number: number + 1, part.1, by: number == 0 ? "Tab" : "Down")
      }
      try await terminal.save(as: "Q2-activity-2026-limin-")
      try await terminal.waitUntil("the page of the observation") { screen in
        screen[0].contains("重温入党誓词 汲取奋进力量") && screen.contains { $0.contains("环节3") }
      }
      try terminal.send("Esc")
      #expect(
        try await terminal.line("主题党日现场观摩", of: report, opening: ["重温入党誓词 汲取奋进力量"])
          == before + 1)

      // What was said is found by any of its words.
      try terminal.send("6")
      try await terminal.waitUntil("the search") { $0[0].hasPrefix(" 查找") }
      try terminal.type("发言要更多联系岗位")
      try await terminal.waitUntil("the comment") { screen in
        screen.contains { $0.hasPrefix(">") && $0.contains("2026-10-23  观摩") }
          && screen.contains { $0.contains("第4项 记录 周敏:程序完整,【发言要更多联系岗位】") }
      }
      terminal.kill()
      try judge(desk)
    }

    /// Other programs read the same from the files.
    private func judge(_ desk: Desk) throws {
      let held = "Kind = '现场观摩' && Date = '2026-10-23'"
      #expect(
        try Judges.select(held, print: "Counts,Start,End,Item", from: Self.file, at: desk)
          == ["主题党日", "14:30", "16:20"] + Self.parts.map(\.0))
      #expect(
        try Judges.select(held, print: "Attending", from: Self.file, at: desk)
          == ["Q13M07(高春生)", "周敏(局纪委监察专员办)"])
      #expect(
        try Judges.select(held, print: "Minutes", from: Self.file, at: desk)
          == Self.parts.map(\.1))
      #expect(Judges.accept(Self.file, type: "activity", at: desk))
      // The theme day that was owed for October is held by that.
      let check = try desk.run(
        "check", "--on", "2026-10", "--organization", "Q2", "--format", "tsv")
      let row = check.output.split(separator: "\n").first { $0.contains("主题党日每月开展") } ?? ""
      #expect(row.contains("达标") && !row.contains("未达标"), "\(row)")
      #expect(try desk.run("verify").status == 0)
    }
  }
}
