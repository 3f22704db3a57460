import Testing

extension InATerminal {
  /// 换届: overdue, extended by the level above, held, and the new term.
  @Suite("a committee's term")
  struct TermJourney {
    private static let file = "organizations/Q11/activity-2027.jiangmeng.rec"

    /// The secretary of 十一监区党支部, whose term ran out in June.
    private static let secretary = """
      Person: Q11M01(姜勐)
      Post: 书记
      Writer: jiangmeng
      Organization: Q11

      """

    @Test func isOverdueExtendedAndHeld() async throws {
      let desk = try Desk.withSample(identity: Self.secretary)
      try await extend(desk)
      try await hold(desk)
      try await enterTheNewTerm(desk)
      let votes = try Judges.select(
        "Kind = '党员大会' && Date = '2027-02-26'", print: "Vote", from: Self.file, at: desk)
      let elected = votes.compactMap { vote in
        vote.split { "()".contains($0) }.dropFirst().first.map(String.init)
      }
      #expect(elected == ["冯岚", "任学军", "陈秀梅", "姜勐"])
      #expect(
        try Judges.select(
          "Elected = '2027-02-26'", print: "Officer",
          from: "organizations/Q11/organization.jiangmeng.rec", at: desk) == [
            "Q11M01(姜勐) 书记", "Q11M03(任学军) 副书记", "Q11M02(冯岚) 组织委员",
          ])
      #expect(Judges.accept(Self.file, type: "activity", at: desk))
    }

    private func extend(_ desk: Desk) async throws {
      let terminal = try desk.open()
      try await terminal.waitFor("! 任期2026-06-20已届满")
      try terminal.send("5")
      try await terminal.waitFor("4 任期与换届")
      try terminal.send("4")
      try await terminal.waitFor("2023-06-20  2026-06-20  超期153天")
      try terminal.send("Esc", "Esc")
      try await openElection(in: terminal)
      try await terminal.waitFor("接下来      报送换届请示")
      try await step("延期批复", "同意延期至2027-03-20。", on: "2026-11-20", in: terminal)
      try terminal.send("Esc", "Esc")
      try await terminal.waitFor("4 任期与换届")
      try terminal.send("4")
      try await terminal.waitFor("2023-06-20  2027-03-20  提醒期,剩4个月")
    }

    private func openElection(in terminal: TerminalDriver) async throws {
      try await terminal.openProcedures(at: "十一监区党支部委..")
      try terminal.send("Enter")
      try await terminal.waitFor("接下来")
    }

    private func hold(_ desk: Desk) async throws {
      var terminal = try desk.open("--today", "2027-01-20")
      try await openElection(in: terminal)
      try await step("报送换届请示", "报第二党总支。", on: "2027-01-20", in: terminal)
      try await step("上级批复同意换届", "同意换届。", on: "2027-01-20", in: terminal)
      terminal = try desk.open("--today", "2027-02-26")
      try await terminal.waitForMark("1 本月应办")
      try await elect(in: terminal)
      try await terminal.save(as: "Q11-activity-2027-jiangmeng-")
      let ballot = try await terminal.print("表决票、选票", as: "2027-02-26 支部党员大会 表决票、选票", at: desk)
      #expect(
        ballot == [
          "                          十一监区党支部委员会委员选票",
          "",
          "姓名                      赞成              不赞成            弃权",
          "────────────────────────────────────────────────────────────────────────────────",
          "冯岚",
          "任学军",
          "陈秀梅",
          "姜勐",
          "另选：",
          "另选：",
          "另选：",
          "",
          "说明：候选人按姓氏笔画为序。应选3名，所选人数等于或者少于应选名额的有效，多于的",
          "无效。赞成的画“○”，不赞成的画“×”，弃权的不画符号；另选他人的，在“另选”栏写上姓名",
          "并画“○”。",
          "",
          "                                                                  十一监区党支部",
          "                                                                   2027年2月26日",
        ])
      let count = try await terminal.print("计票单", as: "2027-02-26 支部党员大会 计票单", at: desk)
      #expect(
        count == [
          "                         十一监区党支部委员会选举计票单",
          "",
          "时间:2027年2月26日 14:30至16:00         有表决权实到:",
          "发出票数:                               收回票数:",
          "有效票数:                               无效票数:",
          "",
          "姓名                      赞成              不赞成            弃权",
          "────────────────────────────────────────────────────────────────────────────────",
          "冯岚",
          "任学军",
          "陈秀梅",
          "姜勐",
          "另选：",
          "另选：",
          "另选：",
          "",
          "注：按票画“正”字，合计数写在格内；另选他人的写明姓名。",
          "",
          "监票人:____________    计票人:____________",
        ])
    }

    /// The committee elected, and the clock that begins anew.
    private func enterTheNewTerm(_ desk: Desk) async throws {
      var terminal = try desk.open("--today", "2027-03-10")
      try await openElection(in: terminal)
      try await step("上级批复选举结果", "同意选举结果。", on: "2027-03-10", in: terminal)
      let paper = try await terminal.print("办理情况表", as: "十一监区党支部委员会 换届选举 办理情况表", at: desk)
      #expect(
        paper == [
          "                               换届选举办理情况表",
          "",
          "对象:十一监区党支部委员会               党支部:十一监区党支部",
          "截至:2027年3月10日                      进展:已办完",
          "",
          "序号  步骤                 日期             结果             时限",
          "────────────────────────────────────────────────────────────────────────────────",
          "1     上级提醒             2026年1月23日    任期将于六个月",
          "                                            内届满",
          "2     延期批复             2026年11月20日   同意延期至",
          "                                            2027-03-20。",
          "3     报送换届请示         2027年1月20日    报第二党总支。",
          "4     上级批复同意换届     2027年1月20日    同意换届。",
          "5     党员大会选举         2027年2月26日",
          "6     上级批复选举结果     2027年3月10日    同意选举结果。",
          "",
          "经办人:____________    党支部书记（签名）:____________",
          "",
        ])
      terminal = try desk.open("--today", "2027-03-10")
      try await terminal.waitForMark("1 本月应办")
      try terminal.send("3", "2")
      try await terminal.waitFor("提醒期,剩0个月 · 延期至2027-03-20")
      try terminal.send("e")
      try await terminal.waitFor("修改 十一监区党支部")
      try await terminal.waitForMark("编号")
      try await terminal.fill("本届选出", "2027-02-26")
      try await terminal.go(to: "班子成员")
      for officer in ["姜勐 书记", "任学军 副书记", "冯岚 组织委员"] {
        try terminal.send("Ctrl-E", "Ctrl-U")
        try terminal.type(officer)
        try await terminal.waitForMark("班子成员 \(officer)")
        try terminal.send("Tab")
        try await terminal.waitForMark("班子成员")
      }
      try await terminal.save(as: "Q11-organization---jiangmeng-")
      try await terminal.waitFor("2027-02-26选出,2030-02-26届满")
    }

    /// The next step, chosen by name, with what came of it.
    private func step(
      _ name: String, _ result: String, on day: String, in terminal: TerminalDriver
    ) async throws {
      try terminal.send("e")
      try await terminal.waitFor("登记一步")
      try await terminal.waitForMark("步骤")
      try terminal.send("Enter")
      try await terminal.choose(name, typing: name)
      try await terminal.writeText("结果", result)
      try terminal.send("F2")
      try await terminal.waitFor("\(day) \(name) \(result)")
    }

    private func elect(in terminal: TerminalDriver) async throws {
      try await terminal.openAssembly(present: 12)
      try terminal.send("F7")
      try await terminal.waitForMark("议题")
      try await terminal.fill("议题", "选举新一届支部委员会委员")
      try await terminal.go(to: "性质")
      try terminal.send("Enter")
      try await terminal.choose("表决", typing: "表决")
      try await terminal.go(to: "候选人")
      try terminal.type("姜勐 冯岚 任学军 陈秀梅")
      try terminal.send("Tab")
      try await terminal.waitFor("候选人 冯岚、任学军、陈秀梅、姜勐")
      try await terminal.fill("应选名额", "3")
      try await terminal.waitFor("应选3名 候选4名 · 得7票及以上当选")
      for (favour, against) in [("12", "0"), ("9", "3"), ("3", "9"), ("12", "0")] {
        try await terminal.count(favour, against)
      }
      try terminal.send("Esc")
      try await terminal.waitForMark("1 表决 选举新一届支部委员会委员")
    }
  }
}
