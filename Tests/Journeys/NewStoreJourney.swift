import Testing

extension InATerminal {
  /// From an empty home to a branch with a roll, officers and a first meeting.
  @Suite("a new ledger, made in the terminal")
  struct NewStoreJourney {
    /// As it comes from a spreadsheet: with a header, parted by tabs.
    private static let roster = """
      序号\t姓名\t性别\t民族\t出生年月\t学历\t入党时间\t转正时间\t党员类别\t党小组\t警衔
      1\t李敏\t女\t汉族\t1975.06\t大学\t1999-12-17\t2000-12-17\t正式党员\t第一党小组\t一级警督
      2\t陈晓\t男\t汉族\t1980.08\t研究生\t2005-03-28\t2006-03-28\t正式党员\t第二党小组\t二级警督
      3\t张建国\t男\t汉族\t1971.08\t大学\t1997-08-07\t1998-08-07\t正式党员\t第三党小组\t一级警督
      4\t王五\t男\t汉族\t1969.05\t大学\t1994-12-05\t1995-12-05\t正式党员\t第一党小组\t一级警督
      5\t孙丽\t女\t汉族\t1977.07\t大专\t2003-02-10\t2004-02-10\t正式党员\t第二党小组\t一级警督
      6\t赵磊\t男\t汉族\t1974.05\t大学\t2001-01-17\t2002-01-17\t正式党员\t第三党小组\t一级警督
      7\t周航\t男\t回族\t1985.07\t大学\t2010-11-27\t2011-11-27\t正式党员\t第一党小组\t二级警督
      8\t吴芳\t女\t汉族\t1993.06\t大学\t2022-03-25\t2023-03-25\t正式党员\t第二党小组\t三级警督
      9\t郑凯\t男\t汉族\t1987.04\t研究生\t2014-11-19\t2015-11-19\t正式党员\t第三党小组\t二级警督
      10\t冯雪\t女\t满族\t1981.12\t研究生\t2010-03-01\t2011-03-01\t正式党员\t第一党小组\t二级警督
      11\t陈志远\t男\t汉族\t1970.09\t大学\t2001-01-22\t2002-01-22\t正式党员\t第二党小组\t一级警督
      12\t卫东升\t男\t汉族\t1972.12\t大学\t2001-05-16\t2002-05-16\t正式党员\t第三党小组\t一级警督
      13\t蒋欣\t女\t汉族\t1995.07\t大学\t2023-03-06\t2024-03-06\t正式党员\t第一党小组\t一级警司
      14\t沈涛\t男\t汉族\t1995.07\t研究生\t2020-09-14\t2021-09-14\t正式党员\t第二党小组\t一级警司
      15\t韩梅\t女\t汉族\t1997.08\t大学\t2026-03-15\t\t预备党员\t第三党小组\t一级警司

      """

    @Test func holdsABranchAndItsFirstMeeting() async throws {
      let desk = try Desk()
      let terminal = try desk.open()
      try await makeStore(in: terminal)
      try await addGroups(in: terminal)
      try await pasteRoster(in: terminal)
      try await nameOfficers(in: terminal)
      try await holdAssembly(in: terminal)
      try await walk(in: terminal)
      try terminal.send("q")
      #expect(try await terminal.waitForExit() == 0)

      let verified = try desk.run("verify")
      #expect(verified.status == 0, "\(verified.output)")
      let members = try desk.run("list", "member", "--on", Desk.today, "--format", "tsv")
      #expect(members.output.split(separator: "\n").count == 16, "\(members.output)")
      let groups = try desk.run("list", "organization", "--on", Desk.today, "--format", "tsv")
      #expect(groups.output.split(separator: "\n").count == 5, "\(groups.output)")
    }

    private func makeStore(in terminal: TerminalDriver) async throws {
      try await terminal.waitForMark("1 新建台账")
      try terminal.send("Enter")
      try await terminal.waitForMark("单位名称")
      try await terminal.fill("单位名称", "青石监狱")
      try await terminal.fill("党组织名称", "三监区党支部")
      try await terminal.fill("您的姓名", "李敏")
      try await terminal.fill("录入名", "limin")
      try terminal.send("F2")
      try await terminal.waitFor("李敏 书记 · 三监区党支部")
    }

    private func addGroups(in terminal: TerminalDriver) async throws {
      try terminal.send("3")
      try await terminal.waitFor("6 新设下级组织、党小组")
      for name in ["第一党小组", "第二党小组", "第三党小组"] {
        try terminal.send("6")
        try await terminal.waitUntil("the form of a group") { $0[0].contains("新设组织") }
        try await terminal.fill("名称", name)
        try terminal.send("F2")
        try await terminal.waitForMark("6 新设下级组织、党小组")
        try await terminal.waitFor("已写入台账 Q1G")
      }
    }

    private func pasteRoster(in terminal: TerminalDriver) async throws {
      try terminal.send("5")
      try await terminal.waitFor("在电子表格里选中花名册")
      try terminal.paste(Self.roster)
      try await terminal.waitFor("读到15人,没有错误")
      try terminal.send("F2")
      try await terminal.waitFor("已写入台账 15 条")
      // Pasted once more, it is found to be there already.
      try terminal.send("5")
      try await terminal.waitFor("在电子表格里选中花名册")
      try terminal.paste(Self.roster)
      try await terminal.waitFor("第3行: 陈晓已在名册(Q1M02)")
      try terminal.send("Del", "Esc")
      try await terminal.waitForMark("5 粘贴花名册")
    }

    private func nameOfficers(in terminal: TerminalDriver) async throws {
      try terminal.send("2")
      try await terminal.waitUntil("the branch's page") { $0[0].contains("三监区党支部 · 党支部") }
      try terminal.send("e")
      try await terminal.waitUntil("the branch's form") { $0[0].contains("修改 三监区党支部") }
      try await terminal.go(to: "班子成员", by: "Shift-Tab")
      try terminal.type("cx 组织委员")
      try terminal.send("Tab")
      try await terminal.waitFor("班子成员 陈晓 组织委员")
      try terminal.send("Enter")
      try await terminal.choose("张建国", typing: "zjg")
      try terminal.type("宣传委员")
      try await terminal.waitFor("张建国 宣传委员")
      try terminal.send("F2")
      try await terminal.waitUntil("three officers on the branch's page") { screen in
        screen.contains { $0.contains("李敏 书记") }
          && screen.contains { $0.contains("陈晓 组织委员") }
          && screen.contains { $0.contains("张建国 宣传委员") }
          && screen.contains { $0.contains("已写入台账 Q1-organization") }
      }
      try terminal.send("Esc", "Esc")
      try await terminal.waitForMark("3 支部与党员")
    }

    private func holdAssembly(in terminal: TerminalDriver) async throws {
      try terminal.send("n")
      try await terminal.waitFor("记录什么")
      try terminal.send("1")
      try await terminal.waitFor("2026年第1次支部党员大会 · 三监区党支部")
      try await terminal.fill("开始", "1430")
      try await terminal.fill("结束", "1600")
      try await terminal.fill("地点", "三监区会议室")
      try await terminal.fill("记录人", "cx")
      try terminal.send("F3")
      try await terminal.waitFor("15人标为到会")
      // Three with a vote stay away, and the live line follows.
      for name in ["李敏", "王五", "周航"] {
        try await terminal.go(to: "到 \(name)", by: "Right")
        try terminal.send("2")
        try await terminal.waitFor("假 \(name)(备勤)")
      }
      try await terminal.waitFor("应到15 实到12 · 有表决权应到14 实到11")
      try terminal.send("F7")
      try await terminal.waitForMark("议题")
      try await terminal.fill("议题", "选定每月5日为主题党日固定日期")
      try await terminal.go(to: "性质")
      try terminal.send("Enter")
      try await terminal.choose("表决", typing: "表决")
      try await terminal.waitFor("须8票赞成")
      try await terminal.writeText("记录", "陈晓说明理由,大家没有不同意见。")
      try await terminal.fill("赞成", "7")
      try await terminal.fill("不赞成", "1")
      try await terminal.go(to: "弃权")
      try await terminal.waitFor("余3票")
      try terminal.send("Enter")
      try await terminal.waitFor("弃权 3")
      try await terminal.waitFor("未通过")
      try await terminal.go(to: "赞成", by: "Shift-Tab")
      try await terminal.fill("赞成", "10")
      try await terminal.fill("不赞成", "1")
      try await terminal.fill("弃权", "0")
      try await terminal.waitUntil("the vote to pass") { screen in
        screen.contains { $0.contains("应到会有表决权14 实到11") && $0.contains("通过") }
          && !screen.contains { $0.contains("未通过") }
      }
      try terminal.send("Esc")
      try await terminal.waitFor("赞成10 不赞成1 弃权0 通过")
      try terminal.send("F2")
      try await terminal.waitFor("已写入台账 Q1-activity-2026-limin-0001")
      try await terminal.waitFor("应到15 实到12 · 有表决权应到14 实到11")
      try terminal.send("Esc")
      try await terminal.waitForMark("3 支部与党员")
    }

    /// The officer's way through the files: the next one with `PgDn`, into a record and back.
    private func walk(in terminal: TerminalDriver) async throws {
      try terminal.send("3", "1")
      try await terminal.waitUntil("the roll") { $0[0].contains("党员名册 · 三监区党支部") }
      try terminal.send("Enter")
      for (number, name) in ["李敏", "王五", "周航", "冯雪", "蒋欣"].enumerated() {
        try await terminal.waitUntil("the page of \(name)") {
          $0[0].contains("\(name) · ") && $0[0].contains("\(number + 1) / 15")
        }
        if name == "冯雪" {
          try await terminal.go(to: "2026到会", by: "Down")
          try terminal.send("Enter")
          try await terminal.waitForMark("11-20")
          try terminal.send("Enter")
          try await terminal.waitUntil("the meeting's page") {
            $0[0].contains("2026年第1次支部党员大会")
          }
          try terminal.send("Esc", "Esc")
          try await terminal.waitUntil("the page of \(name) again") { $0[0].contains("\(name) · ") }
        }
        if number < 4 { try terminal.send("PgDn") }
      }
      try terminal.send("Esc", "Esc", "Esc")
      try await terminal.waitForMark("3 支部与党员")
    }
  }
}
