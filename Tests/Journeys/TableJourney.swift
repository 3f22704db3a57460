import Testing

extension InATerminal {
  /// Twenty people come in from a spreadsheet with one fault that is mended, leave again for
  /// another program, and the calendar leads to a record.
  @Suite("in from a table, out to another program")
  struct TableJourney {
    /// The rows of the table; names are invented.
    private static let names =
      "安子墨 卜凡星 柴若谷 邓云帆 鄂南山 方知行 葛清越 霍青阳 简书言 康乐山 蓝天野 明远志 宁静远 欧若水 浦东流 齐思远 冉云飞 桑白露 汤池水 万里程"
      .split(separator: " ").map(String.init)

    /// Due on a Saturday a week on.
    private static let matter = """
      %rec: matter

      Organization: Q2
      Kind: 风险隐患
      Title: 登记簿未上锁
      Opened: 2026-11-10
      Due: 2026-11-28
      State: 办理中

      """

    private static func table(mended: Bool) -> String {
      let rows = names.enumerated().map { index, name in
        let month = index == 11 && !mended ? "13" : "\(index % 12 + 1)"
        return
          "\(index + 1),\(name),\(index % 2 == 0 ? "男" : "女"),汉族,19\(80 + index % 15)年\(index % 12 + 1)月,"
          + "2015/\(month)/\(index + 1),2016.\(index % 12 + 1).\(index + 1),第一党小组"
      }
      return "二监区党支部花名册,,,,,,,\r\n序号,姓名,性别,民族,出生日期,入党日期,转正日期,党小组\r\n"
        + rows.joined(separator: "\r\n") + "\r\n,,,,,,,\r\n,,,,,,,\r\n"
    }

    @Test func twentyPeople() async throws {
      let desk = try Desk.withSample()
      try desk.write("home/花名册.csv", Self.table(mended: false))
      let added = try desk.run("add", "-", input: Self.matter)
      try #require(added.status == 0, "\(added.output)")
      let terminal = try desk.open()
      try await terminal.waitForMark("1 本月应办")
      try terminal.send("3")
      try await terminal.waitForMark("1 党员名册")
      try terminal.send("9")
      try await terminal.waitFor("~/花名册.csv")
      try terminal.send("Enter")
      try await terminal.waitFor("第14行: 入党日期 2015/13/12 这一天不存在,请核对")
      try terminal.send("F2")
      try await terminal.waitFor("有1处要改,一条也没有写入")
      try desk.write("home/花名册.csv", Self.table(mended: true))
      try terminal.send("F5")
      try await terminal.waitFor("没有错误:新增 20,更新 0,无变化 0。F2 全部写入")
      try terminal.send("F2")
      try await terminal.waitFor("已写入台账 20 条")
      #expect(Judges.verify("organizations/Q2/member.limin.rec", at: desk).hasPrefix("ok "))

      // Out again: the list of members, read by Python's csv.
      try terminal.send("1")
      try await terminal.waitFor("党员名册 · 二监区党支部")
      try terminal.send("Ctrl-X")
      try await terminal.waitFor("导出成哪一种文件")
      try terminal.send("Enter")
      try await terminal.waitFor("已导出 ~/支部台账打印/党员名册")
      try desk.write(
        "read.py",
        """
        import csv, glob
        [path] = glob.glob("home/支部台账打印/党员名册*.csv")
        assert open(path, "rb").read(3) == b"\\xef\\xbb\\xbf"
        rows = list(csv.DictReader(open(path, encoding="utf-8-sig", newline=""), strict=True))
        names = [r["姓名"] for r in rows]
        print(" ".join(n for n in names if n in set("\(Self.names.joined(separator: " "))".split())))
        """)
      #expect(try desk.shell("python3 read.py") == [Self.names.joined(separator: " ")])
      #expect(
        try desk.shell("stat -c %a home/支部台账打印/*.csv") == ["600"])

      // The calendar: today, a week on, what is due then, its record.
      try terminal.send("Esc", "Esc")
      try await terminal.waitFor("9 日历")
      try terminal.send("9")
      try await terminal.waitUntil("the calendar, found out to the end") {
        $0[0].hasPrefix(" 日历 · 2026年11月 · 二监区党支部") && !$0[0].contains("正在查看")
          && $0.contains { $0.contains(">*20") }
      }
      try terminal.send("PgDn", "PgUp", "Down", "Right")
      try await terminal.waitFor("─ 2026-11-28")
      try await terminal.waitFor("风险隐患 登记簿未上锁")
      try terminal.send("Enter")
      let isMatter: @Sendable ([String]) -> Bool = { $0[0].hasPrefix(" 风险隐患 · 登记簿未上锁") }
      try await terminal.waitUntil("the matter, or the list of the day") { screen in
        isMatter(screen) || screen.contains { $0.hasPrefix(">  待落实") }
      }
      if try !isMatter(terminal.screen()) { try terminal.send("Enter") }
      try await terminal.waitUntil("the matter", isMatter)
      let told = try desk.run(
        "calendar", "--organization", "Q2", "--since", "2026-11-28", "--until", "2026-11-28")
      #expect(told.output.contains("\tmatter\t"), "\(told.output)")
    }
  }
}
