import Testing

extension InATerminal {
  /// 党建+法治+业务周例会: its three slots are offered, and its tags show in the report of the
  /// dimension.
  @Suite("a weekly meeting with its three slots, and its tag in the dimension's report")
  struct WeeklyMeetingJourney {
    private static let file = "organizations/Q2/activity-2026.limin.rec"
    private static let slots = [
      ("传达学习 政治理论周研讨", "领学习近平法治思想有关论述。"),
      ("通报 警示教育周讲评", "通报上周两起违规使用手机问题。"),
      ("通报 业务工作周安排", "布置冬季安全排查和应急演练。"),
    ]

    @Test func isRecordedAndCounted() async throws {
      let desk = try Desk.withSample()
      let terminal = try desk.open()
      try await terminal.switchOn("三维融合")
      let report = "三维融合工作报表"
      let before = try await terminal.line("学用维度的记录", of: report)
      let other = try await terminal.line("目标维度的记录", of: report)
      #expect(try desk.count("Tag: 维度=学用", of: "Q2") == before)

      try await terminal.record("周例会")
      try await terminal.waitFor("次周例会 · 二监区党支部")
      try await terminal.go(to: "开始", by: "Shift-Tab")
      try await terminal.fill("开始", "0830")
      try await terminal.fill("结束", "0915")
      try await terminal.fill("地点", "三楼会议室")
      try await terminal.fill("主持", "李敏")
      try await terminal.fill("到会", "李敏、陈晓、林丽、胡骁")
      try await terminal.tick(["维度=学用", "融合=宪法宣传教育"], in: "标签")
      for (number, slot) in Self.slots.enumerated() {
        try await terminal.take(
          up: slot.0, number: number + 1, slot.1, by: number == 0 ? "Tab" : "Down")
      }
      try await terminal.save(as: "Q2-activity-2026-limin-")
      try await terminal.waitUntil("the meeting's page") { screen in
        Self.slots.allSatisfy { slot in screen.contains { $0.contains(slot.1) } }
      }
      try terminal.send("Esc")
      let after = try await terminal.line("学用维度的记录", of: report, opening: ["周例会"])
      #expect(after == before + 1)
      let otherAfter = try await terminal.line("目标维度的记录", of: report)
      #expect(otherAfter == other)
      terminal.kill()
      try judge(desk, before)
    }

    /// Other programs read the same from the files.
    private func judge(_ desk: Desk, _ before: Int) throws {
      #expect(try desk.count("Tag: 维度=学用", of: "Q2") == before + 1)
      let meeting = "Kind = '周例会' && Date = '2026-11-20'"
      #expect(
        try Judges.select(meeting, print: "Start,End,Present,Tag", from: Self.file, at: desk)
          == [
            "08:30", "09:15", "Q2M01(李敏)", "Q2M02(陈晓)", "Q2M03(林丽)", "Q2M06(胡骁)",
            "维度=学用", "融合=宪法宣传教育",
          ])
      #expect(
        try Judges.select(meeting, print: "Item", from: Self.file, at: desk)
          == ["政治理论周研讨", "警示教育周讲评", "业务工作周安排"])
      #expect(
        try Judges.select(meeting, print: "Minutes", from: Self.file, at: desk)
          == Self.slots.map(\.1))
      #expect(Judges.accept(Self.file, type: "activity", at: desk))
      let verified = try desk.run("verify")
      #expect(verified.status == 0, "\(verified.output)")
    }
  }
}
