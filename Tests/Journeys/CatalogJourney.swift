import Testing

extension InATerminal {
  /// A unit asks for more than the rules do, and for something of its own: from the menu to what is
  /// owed.
  @Suite("the unit's own catalogue, changed in the terminal")
  struct CatalogJourney {
    @Test func holdsFromItsDayOn() async throws {
      let desk = try Desk.withSample()
      let terminal = try desk.open()
      try await terminal.waitForMark("1 本月应办")
      try terminal.send("8")
      try await terminal.waitFor("6 目录:应办事项、活动种类、流程")
      try terminal.send("6")
      try await terminal.waitFor("支部党员大会")

      // A lesson each month instead of each quarter, from next year on.
      try terminal.send("/")
      try terminal.type("党课")
      try await terminal.waitForMark("应办事项  党课")
      try terminal.send("Enter")
      try await terminal.waitFor("本单位规定(条例第十六条只要求按期上党课)")
      try terminal.send("e")
      try await terminal.waitUntil("the form of the lesson") { $0[0].contains("修改应办事项 · 党课") }
      try await terminal.fill("周期", "月")
      try await terminal.fill("起始日", "2027-01-01")
      try terminal.send("F2")
      try await terminal.waitFor("个组织的“党课”由每季度1次改为每月1次")
      try terminal.send("Enter")
      try await terminal.waitFor("目录已保存")
      try await terminal.waitFor("2018-10-28 至 2026-12-31")

      // A kind that no program knows, and a meeting of it at once.
      try terminal.send("n")
      try await terminal.waitFor("增加什么")
      try terminal.send("2")
      try await terminal.waitUntil("the form of a kind") { $0[0].contains("新的活动种类") }
      try await terminal.fill("名称", "班前会")
      try await terminal.fill("简称", "班前会")
      try terminal.send("F2")
      try await terminal.waitFor("新的活动种类“班前会”")
      try terminal.send("Enter")
      try await terminal.waitFor("目录已保存")
      try terminal.send("Ctrl-Q")
      #expect(try await terminal.waitForExit() == 0)

      #expect(try desk.run("verify").status == 0)
      let list = try desk.run("catalog", "list", "--format", "tsv").output
      #expect(list.contains("kind\t班前会\t班前会\t本单位规定\t本单位规定\t\(Desk.today)\t\t是"))
      // What was stays, what is to come is otherwise.
      let now = try desk.run("due", "--on", Desk.today, "--format", "tsv").output
      let then = try desk.run("due", "--on", "2027-02-01", "--format", "tsv").output
      #expect(now.contains("党课\t2026-Q4\t1") && !now.contains("党课\t2026-11\t1"))
      #expect(then.contains("党课\t2027-02\t1") && !then.contains("党课\t2027-Q1\t1"))
    }
  }
}
