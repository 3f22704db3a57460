import Testing

extension InATerminal {
  /// Two meetings entered months later: each has the roster of its own day.
  @Suite("a meeting entered late, with the roster of its own day")
  struct LateEntryJourney {
    private static let file = "organizations/Q4/activity-2026.dingjie.rec"

    /// 任建国 was transferred out on 24 June.
    @Test func seesTheRosterOfItsDay() async throws {
      let desk = try Desk.withSample(
        identity: Desk.identity("Q4M02(丁洁)", writer: "dingjie", of: "Q4"))
      let terminal = try desk.open()
      try await terminal.waitForMark("1 本月应办")
      let before = try await enter("06-10", expected: 11, in: terminal, desk)
      #expect(
        before == [
          "                         2026年第4次支部党员大会签到表",
          "",
          "时间:2026年6月10日 14:30至15:30         地点:四监区党员活动室",
          "应到人数:11                             实到人数:",
          "",
          "序号    姓名           党小组               签名                 备注",
          "────────────────────────────────────────────────────────────────────────────────",
          "1       孙广平         第一党小组",
          "2       杨蓉           第一党小组",
          "3       李长河         第一党小组",
          "4       周𣲘           第一党小组",
          "5       朱佳怡         第一党小组",
          "6       丁洁           第二党小组",
          "7       薛恺           第二党小组",
          "8       高一鸣         第二党小组",
          "9       任建国         第二党小组",
          "10      林少波         第二党小组",
          "11      张德胜         第二党小组",
          "",
        ])
      try terminal.send("Esc")
      let after = try await enter("07-10", expected: 10, in: terminal, desk)
      #expect(
        after == [
          "                         2026年第5次支部党员大会签到表",
          "",
          "时间:2026年7月10日 14:30至15:30         地点:四监区党员活动室",
          "应到人数:10                             实到人数:",
          "",
          "序号    姓名           党小组               签名                 备注",
          "────────────────────────────────────────────────────────────────────────────────",
          "1       孙广平         第一党小组",
          "2       杨蓉           第一党小组",
          "3       李长河         第一党小组",
          "4       周𣲘           第一党小组",
          "5       朱佳怡         第一党小组",
          "6       丁洁           第二党小组",
          "7       薛恺           第二党小组",
          "8       高一鸣         第二党小组",
          "9       林少波         第二党小组",
          "10      张德胜         第二党小组",
          "",
        ])
      #expect(
        try Judges.select(
          "Date = '2026-06-10' && Kind = '党员大会'", print: "Present", from: Self.file, at: desk
        ).contains("Q4M08(任建国)"))
      #expect(Judges.accept(Self.file, type: "activity", at: desk))
    }

    private func enter(
      _ day: String, expected: Int, in terminal: TerminalDriver, _ desk: Desk
    ) async throws -> [String] {
      try terminal.send("n")
      try await terminal.waitFor("记录什么")
      try terminal.send("1")
      try await terminal.waitFor("次支部党员大会")
      try await terminal.waitForMark("开始")
      try await terminal.fill("开始", "1430")
      try await terminal.fill("结束", "1530")
      try await terminal.go(to: "日期", by: "Shift-Tab")
      try await terminal.fill("日期", day)
      try await terminal.waitForMark("日期 \(day)")
      try terminal.send("Tab")
      try await terminal.waitFor("应到\(expected) ")
      try terminal.send("F3")
      try await terminal.waitFor("\(expected)人标为到会")
      try await terminal.save(as: "Q4-activity-2026-dingjie-")
      try await terminal.waitFor("迟录")
      return try await terminal.print("签到表", as: "2026-\(day) 支部党员大会 签到表", at: desk)
    }
  }
}
