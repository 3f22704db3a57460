import Testing

extension InATerminal {
  /// 接收预备党员 by secret ballot, signed off, corrected afterwards.
  @Suite("a members' assembly with a secret ballot")
  struct AssemblyJourney {
    private static let file = "organizations/Q2/activity-2026.limin.rec"
    private static let identifier = "Q2-activity-2026-limin-"

    @Test func isRecordedSignedOffAndCorrected() async throws {
      let desk = try Desk.withSample()
      let terminal = try desk.open()
      try await terminal.waitFor("李敏 书记 · 二监区党支部")
      try terminal.send("n")
      try await terminal.waitFor("记录什么")
      try terminal.send("1")
      try await terminal.waitFor("2026年第5次支部党员大会")
      // Place, presider and recorder are there from the last one.
      try await terminal.waitFor("地点 二监区会议室")
      try await terminal.waitFor("记录人 陈晓")
      try await terminal.go(to: "日期", by: "Shift-Tab")
      try await terminal.fill("日期", "11-19")
      try await terminal.fill("开始", "1430")
      try await terminal.fill("结束", "1610")
      try await tick(in: terminal)
      try await adoptStudy(in: terminal)
      try await vote(in: terminal)
      try terminal.send("F2")
      try await terminal.waitFor("已写入台账 \(Self.identifier)")
      try await terminal.waitFor("2026-11-19 未定稿")
      let unfinished = try Judges.select(
        "Kind = '党员大会' && Date = '2026-11-19'", print: "State", from: Self.file, at: desk)
      #expect(unfinished == ["未定稿"])
      #expect(
        try Judges.select(
          "Kind = '党员大会' && Date = '2026-11-19'", print: "Vote", from: Self.file, at: desk)
          == [
            "对象=Q2M17(李骁) 类别=接收预备党员 方式=无记名 赞成=12 不赞成=1 弃权=1 书面=0 发出=14 收回=14 有效=14 "
              + "监票=Q2M04(陈克勤) 计票=Q2M07(解若溪)"
          ])

      try await signOff(in: terminal)
      let minutes = try await terminal.print("会议记录", as: "2026-11-19 支部党员大会 会议记录", at: desk)
      #expect(
        minutes == [
          "密级:________",
          "                            2026年第5次支部党员大会",
          "",
          "会议名称:2026年第5次支部党员大会",
          "时间:2026年11月19日 14:30至16:10        地点:二监区会议室",
          "主持人:李敏                             记录人:陈晓",
          "应到人数:16                             实到人数:15",
          "有表决权应到:15                         有表决权实到:14",
          "视频到会:姜洁",
          "缺席人员及原因:陈𬱖(探亲)",
          "议题:1. 传达学习上级文件和会议精神",
          "     2. 讨论接收李骁同志为中共预备党员",
          "",
          "议题1　传达学习上级文件和会议精神",
          "    陈晓:传达省局党委会议精神。",
          "",
          "议题2　讨论接收李骁同志为中共预备党员",
          "    本人汇报:汇报个人情况。",
          "    介绍人意见:陈晓、贾婷:同意。",
          "    支委会审查意见:手续完备。",
          "    讨论:一致同意。",
          "    表决:无记名。",
          "    宣布表决结果:通过。",
          "    本人表态:表示感谢。",
          "    表决（无记名）李骁：发出14张，收回14张，有效14张；赞成12票，不赞成1票，弃权1",
          "票；监票人陈克勤；计票人解若溪。通过（须赞成8票）。",
          "    决议：同意接收李骁同志为中共预备党员,报上级党委审批。",
          "",
          "主持人:____________    记录人:____________",
          "检查（审阅）意见:",
          "检查人:                                 日期:",
          "",
        ])
      try await correct(in: terminal, desk)
      try await printAgain(in: terminal, desk)
      try await seeHistory(in: terminal)
      #expect(Judges.accept(Self.file, type: "activity", at: desk))
      let records = try desk.shell("grep -c '^Id: ' $store/\(Self.file)")[0]
      #expect(Judges.verify(Self.file, at: desk) == "ok \(records) records")
    }

    private func tick(in terminal: TerminalDriver) async throws {
      try terminal.send("F3")
      try await terminal.waitFor("16人标为到会")
      try await terminal.go(to: "到 陈𬱖", by: "Right")
      try terminal.send("0")
      try await terminal.waitFor("假 陈𬱖(探亲)")
      try await terminal.go(to: "到 姜洁", by: "Right")
      try terminal.send("v")
      try await terminal.waitFor("视频 姜洁")
      try await terminal.waitFor(
        "应到16 实到15 · 有表决权应到15 实到14 · 可以表决,赞成8票及以上通过")
    }

    /// Takes a proposed item and writes its minutes.
    private func adoptStudy(in terminal: TerminalDriver) async throws {
      try await terminal.go(to: "- 传达学习上级文件和会议精神")
      try terminal.send("Space")
      try await terminal.waitForMark("1 传达学习上级文件和会议精神")
      try terminal.send("F4")
      try await terminal.waitUntil("the first item's text") { $0[0].contains("记录 · 议题1") }
      // A speaker by initials and Tab.
      try terminal.type("cx")
      try terminal.send("Tab")
      try await terminal.waitFor("陈晓:")
      try await terminal.write("传达省局党委会议精神。")
      try terminal.send("Esc")
      try await terminal.waitForMark("1 传达学习上级文件和会议精神")
    }

    private func vote(in terminal: TerminalDriver) async throws {
      try terminal.send("F7")
      try await terminal.waitForMark("议题")
      try await terminal.fill("议题", "讨论接收李骁同志为中共预备党员")
      try await terminal.go(to: "性质")
      try terminal.send("Enter")
      try await terminal.choose("表决", typing: "表决")
      try await terminal.waitFor("类别 接收预备党员   方式 无记名")
      try await terminal.waitFor("须8票赞成")
      try await terminal.fill("对象", "李骁")
      try await terminal.writeOutline(
        ["汇报个人情况。", "陈晓、贾婷:同意。", "手续完备。", "一致同意。", "无记名。", "通过。", "表示感谢。"])
      try await terminal.waitFor("表决对象 李骁")
      try await terminal.fill("赞成", "12")
      try await terminal.fill("不赞成", "1")
      try await terminal.go(to: "弃权")
      // What remains is offered, never entered by itself.
      try await terminal.waitFor("余1票")
      try terminal.send("Enter")
      try await terminal.waitForMark("其中书面")
      try await terminal.fill("其中书面", "0")
      try await terminal.fill("发出票", "14")
      try await terminal.fill("收回票", "14")
      try await terminal.fill("有效票", "14")
      try await terminal.fill("监票人", "ckq")
      try await terminal.fill("计票人", "解若溪")
      try await terminal.waitFor("监票人 陈克勤")
      try await terminal.writeText("决议", "同意接收李骁同志为中共预备党员,报上级党委审批。")
      try await terminal.waitUntil("the vote to pass") { screen in
        screen.contains { $0.contains("应到会有表决权15 实到14") && $0.contains("通过") }
      }
      try terminal.send("Esc")
      try await terminal.waitFor("无记名 赞成12 不赞成1 弃权1 通过")
    }

    private func signOff(in terminal: TerminalDriver) async throws {
      try terminal.send("f")
      try await terminal.waitUntil("the form that signs off") { $0[0].contains("定稿 支部党员大会") }
      try await terminal.waitFor("李敏")
      try terminal.send("F2")
      try await terminal.waitFor("2026-11-19 定稿")
    }

    private func correct(in terminal: TerminalDriver, _ desk: Desk) async throws {
      try terminal.send("e")
      try await terminal.waitFor("此记录已定稿")
      try await terminal.fill("结束", "1640")
      try terminal.send("F2")
      // Nothing is corrected without a reason.
      try await terminal.waitFor("请填原因")
      try await terminal.fill("原因", "结束时间误记")
      try terminal.send("F2")
      try await terminal.waitFor("2026-11-19 周四 14:30–16:40")
      #expect(
        try Judges.select(
          "Kind = '党员大会' && Date = '2026-11-19' && Reason = '结束时间误记'", print: "End,State",
          from: Self.file, at: desk) == ["16:40", "定稿"])
    }

    /// The corrected minutes take the place of the first ones only when that is wanted.
    private func printAgain(in terminal: TerminalDriver, _ desk: Desk) async throws {
      for (answer, said) in [("Esc", "没有存,原来的文件没动"), ("Enter", "已存 ")] {
        try terminal.send("Ctrl-P")
        try await terminal.waitFor("打印什么")
        try terminal.type("会议记录")
        try await terminal.waitFor("│ >1 会议记录 ")
        try terminal.send("F4")
        try await terminal.waitFor("换成这一份吗")
        try terminal.send(answer)
        try await terminal.waitFor(said)
        let text = desk.read("home/支部台账打印/2026-11-19 支部党员大会 会议记录.txt")
        #expect(text.contains("14:30至16:10") == (answer == "Esc"))
        #expect(text.contains("14:30至16:40") == (answer == "Enter"))
      }
    }

    private func seeHistory(in terminal: TerminalDriver) async throws {
      try terminal.send("h")
      try await terminal.waitUntil("the difference and its reason") { screen in
        screen.contains { $0.contains("结束时间误记") }
          && screen.contains { $0.contains("16:10") }
          && screen.contains { $0.contains("16:40") }
      }
      try terminal.send("Esc")
      try await terminal.waitFor("2026-11-19 周四 14:30–16:40")
    }
  }
}
