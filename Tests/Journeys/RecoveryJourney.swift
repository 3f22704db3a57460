import Testing

extension InATerminal {
  /// What was typed by hand behind the end of a file becomes a record after all.
  @Suite("recovery")
  struct RecoveryJourney {
    private static let file = "organizations/Q2/activity-2026.limin.rec"

    @Test("typed by hand, put aside, adopted: listed, verified, accepted by the judges")
    func adopting() async throws {
      let desk = try Desk.withSample()
      let count = try records(desk)
      try desk.shell(
        "printf 'Kind: 支委会\\nDate: 2026-11-12\\nTitle: 手写的支委会\\nPresent: Q2M02\\n' "
          + ">> $store/\(Self.file)")
      #expect(Judges.verify(Self.file, at: desk).hasPrefix("torn tail after \(count) records"))
      let terminal = try desk.open()
      try await terminal.waitFor("按 ! 台账校验")
      try await verify(terminal)
      try await terminal.waitFor("1处问题,1件待处理")
      try await terminal.waitFor("\(Self.file):")
      try terminal.send("r")
      try await terminal.waitFor("末尾没写完整的文字已移到“隔离区”保存,不会丢")
      try await terminal.waitFor("没有发现问题,1件待处理")
      #expect(Judges.verify(Self.file, at: desk) == "ok \(count) records")
      try terminal.send("Enter")
      try await terminal.waitFor("3│Title: 手写的支委会")
      try await terminal.waitFor("可以采用,共1条记录")
      try terminal.send("a")
      try await terminal.waitFor("作为1条新记录写入台账,录入人记为 Q2M01(李敏)")
      try terminal.send("Enter")
      try await terminal.waitFor("已写入台账 Q2-activity-2026-limin-")
      try await terminal.waitUntil("nothing left to do") { $0[2] == "  没有发现问题" }

      // It is found like any other record.
      try terminal.send("/")
      try terminal.type("手写的支委会")
      try await terminal.waitFor("1/1")
      try terminal.send("Enter")
      try await terminal.waitUntil("its page") { screen in
        screen[0].contains("手写的支委会") && screen.contains { $0.contains("陈晓") }
      }

      let verified = try desk.run("verify")
      #expect(verified.status == 0, "\(verified.output.prefix(300))")
      #expect(Judges.verify(Self.file, at: desk) == "ok \(count + 1) records")
      #expect(Judges.accept(Self.file, type: "activity", at: desk))
      #expect(
        try Judges.select("Title = '手写的支委会'", print: "Present,By", from: Self.file, at: desk)
          == ["Q2M02(陈晓)", "Q2M01(李敏)"])
      let left = try desk.shell("ls $store/organizations/Q2/quarantine")
      #expect(left.count == 1 && left[0].hasSuffix(".adopted"), "\(left)")
    }

    @Test("an ordinary save puts a torn end aside, says so, and leads to it")
    func saving() async throws {
      let desk = try Desk.withSample()
      try desk.shell("printf 'Kind: 支委会\\nMinutes: 写到一半' >> $store/\(Self.file)")
      let terminal = try desk.open()
      try await terminal.openMinutes()
      try terminal.type("会议记录")
      try terminal.send("F2")
      try await terminal.waitFor("已写入。末尾没写完整的文字已移到“隔离区”保存,不会丢;按 ! 查看")
      try await verify(terminal)
      try await terminal.waitFor("没有发现问题,1件待处理")
      try terminal.send("Enter")
      try await terminal.waitFor("可能没写完,照原样保留")
      try terminal.send("x")
      try await terminal.waitFor("不写入台账。原文仍留在隔离区的文件里")
      try terminal.send("Enter")
      try await terminal.waitFor("已结清,不采用;原文仍留在隔离区")
      let left = try desk.shell("cat $store/organizations/Q2/quarantine/*.dismissed")
      #expect(left == ["Kind: 支委会", "Minutes: 写到一半"])
    }

    @Test("damage is shown where it is; correcting a record of that file goes on in …+2.rec")
    func damage() async throws {
      let desk = try Desk.withSample()
      let lines = try desk.shell("grep -n '^Place: ' $store/\(Self.file) | head -n 1 | cut -d: -f1")
      let line = try #require(lines.first)
      try desk.shell("sed -i '\(line)s/.*/Place: 别处/' $store/\(Self.file)")
      let terminal = try desk.open()
      try await terminal.waitFor("按 ! 台账校验")
      try await verify(terminal)
      try await terminal.waitFor("这个文件不再写入")
      try await terminal.waitFor("activity-2026.limin+2.rec")
      try await terminal.waitForMark("\(Self.file):3:")
      try terminal.send("Enter")
      try await terminal.waitUntil("the damaged record") { screen in
        screen.contains { $0.contains("← 不计入") } && screen.contains { $0.contains("Place: 别处") }
      }
      try terminal.send("Esc", "Esc")
      try await terminal.waitForMark("1 本月应办")
      // A record of the damaged file is changed: the change stands in the next file.
      try terminal.send("2")
      try await terminal.waitFor("主题党日")
      try await terminal.go(to: "主题党日", by: "Down")
      try terminal.send("Enter")
      try await terminal.waitForMark("11-05")
      try terminal.send("Enter")
      try await terminal.waitFor("历次修改")
      try terminal.send("w")
      try await terminal.waitFor("作废")
      try await terminal.fill("原因", "录错了")
      try terminal.send("F2")
      try await terminal.waitFor("接着写在 activity-2026.limin+2.rec;按 ! 查看")
      #expect(
        Judges.verify("organizations/Q2/activity-2026.limin+2.rec", at: desk) == "ok 1 records")
    }

    private func verify(_ terminal: TerminalDriver) async throws {
      try terminal.send("!")
      try await terminal.waitUntil("台账校验") { $0[0].hasPrefix(" 台账校验") }
    }

    private func records(_ desk: Desk) throws -> Int {
      let count = try desk.shell("grep -c '^Sum: ' $store/\(Self.file)")
      return try #require(count.first.flatMap { Int($0) })
    }
  }
}
