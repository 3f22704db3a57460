import Testing

extension InATerminal {
  /// A lesson in two sittings because of the shifts; who missed both makes it up and signs.
  @Suite("a lesson in two sittings, and who missed both")
  struct SittingsJourney {
    private static let file = "organizations/Q2/activity-2026.limin.rec"

    @Test func isHeldTwiceMadeUpAndSigned() async throws {
      let desk = try Desk.withSample()
      let terminal = try desk.open()
      try await terminal.waitFor("李敏 书记 · 二监区党支部")
      try terminal.send("n")
      try await terminal.waitFor("记录什么")
      try terminal.send("4")
      try await terminal.waitFor("次党课 · 二监区党支部")
      try await terminal.fill("主题", "夜班党员也听得到的党课")
      try terminal.send("F3")
      try await terminal.waitFor("16人标为到会")
      for name in ["陈克勤", "解若溪"] {
        try await terminal.go(to: "到 \(name)", by: "Right")
        try terminal.send("1")
        try await terminal.waitFor("假 \(name)(值班)")
      }
      try terminal.send("Ctrl-B")
      try await terminal.waitForMark("分批 1/2")
      try terminal.send("F2")
      try await terminal.waitFor("已写入台账 Q2-activity-2026-limin-")

      // The second sitting asks only for those who were away.
      try terminal.send("n")
      try await terminal.waitFor("补列当时未到会的人")
      try await terminal.waitFor("分批 2/2")
      try await terminal.waitFor("各批合计 应到16 实到14")
      try await terminal.go(to: "另批 李敏")
      try await terminal.go(to: "·· 陈克勤", by: "Right")
      try terminal.send("Space")
      try await terminal.waitFor("各批合计 应到16 实到15")
      try await terminal.go(to: "·· 解若溪", by: "Right")
      try terminal.send("1")
      try await terminal.waitFor("假 解若溪(值班)")
      try terminal.send("F2")
      try await terminal.waitFor("各批均缺席  解若溪")

      // Once on the list, although away twice; signed after reading the record.
      #expect(try missing(at: desk) == ["解若溪"])
      try terminal.send("Esc")
      try await terminal.waitFor("(分批1/2)")
      try terminal.send("Esc")
      try await terminal.waitForMark("1 本月应办")
      try terminal.send("5")
      try await terminal.waitFor("2 补学")
      try terminal.send("2")
      try await terminal.waitFor("补学 · 二监区党支部")
      try terminal.send("/")
      try terminal.type("夜班")
      try await terminal.waitFor("1/1")
      try terminal.send("Enter")
      try await terminal.waitFor("待补0天")
      let sheet = try await terminal.print("补学传阅单", as: "2026-11-20 党课（第1批） 补学传阅单", at: desk)
      #expect(
        sheet == [
          "                               缺席党员补学传阅单",
          "",
          "会议名称:2026年第3次党课(分批1/2)",
          "时间:2026年11月20日                     党支部:二监区党支部",
          "学习内容:夜班党员也听得到的党课",
          "",
          "序号   姓名         缺席原因     补学方式           补学日期     签名",
          "────────────────────────────────────────────────────────────────────────────────",
          "1      解若溪       值班",
          "",
          "注：本人阅读会议记录和学习材料后签名，由记录人在台账中登记。",
          "",
        ])
      try terminal.send("f")
      try await terminal.waitFor("传阅签名 · ")
      try terminal.send("F2")
      try await terminal.waitFor("已传阅签名")
      #expect(try missing(at: desk) == [])

      let signed = try await terminal.print(
        "补学传阅单", as: "2026-11-20 党课（第1批） 补学传阅单", at: desk, replacing: true)
      #expect(
        signed == [
          "                               缺席党员补学传阅单",
          "",
          "会议名称:2026年第3次党课(分批1/2)",
          "时间:2026年11月20日                     党支部:二监区党支部",
          "学习内容:夜班党员也听得到的党课",
          "",
          "序号   姓名         缺席原因     补学方式           补学日期     签名",
          "────────────────────────────────────────────────────────────────────────────────",
          "1      解若溪       值班         传阅签名           2026-11-20",
          "",
          "注：本人阅读会议记录和学习材料后签名，由记录人在台账中登记。",
          "",
        ])
      #expect(Judges.accept(Self.file, type: "activity", at: desk))
    }

    /// Who still has this lesson to make up.
    private func missing(at desk: Desk) throws -> [String] {
      try desk.run("makeups", "--organization", "Q2", "--open", "--format", "tsv").output
        .split(separator: "\n").filter { $0.contains("夜班") }
        .compactMap { row in
          row.split(separator: "\t").dropFirst(2).first.map(String.init)
        }
    }
  }
}
