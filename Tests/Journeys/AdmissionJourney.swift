import Testing

extension InATerminal {
  /// From the application to 转正, over three years, step by step: the day of the assembly, the day
  /// of the approval from above and the day from which 党龄 counts are three dates.
  @Suite("an admission from application to 转正, with its three dates")
  struct AdmissionJourney {
    private static let files = "organizations/Q2/"
    private static let name = "苏晓雯"

    @Test func isToldInThreeDates() async throws {
      let desk = try Desk.withSample()
      try await apply(desk)
      try await educate(desk)
      try await decide(desk)
      try await approve(desk)
      try await confirm(desk)
      try await lookBack(desk)
      #expect(
        try Judges.select(
          "Name = '\(Self.name)'", print: "Status", from: Self.files + "member.limin.rec",
          at: desk) == ["入党申请人", "入党积极分子", "发展对象", "预备党员", "正式党员"])
      #expect(Judges.accept(Self.files + "member.limin.rec", type: "member", at: desk))
    }

    /// The application, and within a month the talk.
    private func apply(_ desk: Desk) async throws {
      var terminal = try desk.open()
      try await terminal.waitForMark("1 本月应办")
      try terminal.send("3", "4")
      try await terminal.waitFor("登记党员 · 二监区党支部")
      for (label, text) in [
        ("姓名", Self.name), ("身份", "入党申请人"), ("性别", "女"), ("申请入党", "2026-11-20"),
      ] {
        try await terminal.fill(label, text)
      }
      try await terminal.save(as: "Q2-member---limin-")
      terminal = try desk.open("--today", "2026-12-10")
      try await terminal.takeStep(
        "党组织派人谈话", of: Self.name, "由陈晓谈话。", as: "Q2-procedure-2026-limin-")
    }

    /// 积极分子 with a review each half-year, a year later 发展对象, checked and trained.
    private func educate(_ desk: Desk) async throws {
      var terminal = try desk.open("--today", "2027-01-15")
      try await terminal.openMember(Self.name)
      try await terminal.change([("身份", "入党积极分子")], as: "Q2-member---limin-")
      for (day, step, result) in [
        ("2027-07-12", "半年考察", "表现良好。"), ("2028-01-10", "半年考察", "可列为发展对象。"),
      ] {
        terminal = try desk.open("--today", day)
        try await terminal.takeStep(
          step, of: Self.name, result, as: "Q2-procedure-\(day.prefix(4))-limin-")
      }
      terminal = try desk.open("--today", "2028-01-20")
      try await terminal.openMember(Self.name)
      try await terminal.change([("身份", "发展对象")], as: "Q2-member---limin-")
      for (day, step, result) in [
        ("2028-02-10", "政治审查", "结论:合格。"), ("2028-02-25", "集中培训", "3天24学时,考试合格。"),
      ] {
        terminal = try desk.open("--today", day)
        try await terminal.takeStep(step, of: Self.name, result, as: "Q2-procedure-2028-limin-")
      }
    }

    /// 支部大会讨论接收: the ballot and the resolution come out of the numbers entered.
    private func decide(_ desk: Desk) async throws {
      let terminal = try desk.open("--today", "2028-03-10")
      try await terminal.waitForMark("1 本月应办")
      try await terminal.openAssembly(present: 16)
      try await vote(on: "讨论接收苏晓雯同志为中共预备党员", in: terminal) {
        try await terminal.writeOutline(
          ["汇报个人情况。", "陈晓、任家兴:同意。", "手续完备。", "一致同意。", "无记名。", "通过。", "表示感谢。"])
      }
      try await terminal.save(as: "Q2-activity-2028-limin-")
      let ballot = try await terminal.print(
        "表决票、选票", as: "2028-03-10 支部党员大会 表决票、选票", at: desk)
      #expect(
        ballot == [
          "                     讨论接收苏晓雯同志为中共预备党员表决票",
          "",
          "姓名                      赞成              不赞成            弃权",
          "────────────────────────────────────────────────────────────────────────────────",
          "苏晓雯",
          "",
          "说明：在赞成、不赞成、弃权三栏中选一栏画“○”，多选或者不能辨认的，该票无效。",
          "",
          "                                                                    二监区党支部",
          "                                                                   2028年3月10日",
        ])
      let resolution = try await terminal.print(
        "决议", as: "2028-03-10 支部党员大会 决议", at: desk)
      #expect(
        resolution == [
          "密级:________",
          "                     关于接收苏晓雯同志为中共预备党员的决议",
          "",
          "    2028年3月10日，2028年第1次支部党员大会对有关事项进行了讨论和表决，形成如下决",
          "议：",
          "    应到会有表决权的正式党员15名，实到15名。经无记名投票表决，14票赞成，0票不赞",
          "成，1票弃权，同意接收苏晓雯同志为中共预备党员。",
          "",
          "党支部书记（签名）:____________",
          "",
          "                                                                    二监区党支部",
          "                                                                   2028年3月10日",
          "",
        ])
    }

    /// The status changes with the approval; the probation runs from the day of the assembly.
    private func approve(_ desk: Desk) async throws {
      let terminal = try desk.open("--today", "2028-05-20")
      try await terminal.openMember(Self.name)
      try await terminal.change(
        [
          ("身份", "预备党员"), ("支部大会通过", "2028-03-10"), ("上级批复", "2028-05-20"),
          ("入党介绍人", "陈晓 任家兴"),
        ], as: "Q2-member---limin-")
      try await terminal.waitFor("预备期")
      try await terminal.waitFor("2029-03-10")
    }

    private func confirm(_ desk: Desk) async throws {
      var terminal = try desk.open("--today", "2029-03-16")
      try await terminal.waitForMark("1 本月应办")
      try await terminal.openAssembly(present: 17)
      try await vote(on: "讨论苏晓雯同志转为中共正式党员", in: terminal) {
        try await terminal.writeText("记录", "支委会:预备期表现良好。")
      }
      try await terminal.save(as: "Q2-activity-2029-limin-")
      terminal = try desk.open("--today", "2029-04-25")
      try await terminal.takeStep(
        "上级党委审批转正", of: Self.name, "同意转正。", as: "Q2-procedure-2029-limin-")
      try terminal.send("Esc", "Esc")
      try await terminal.openMember(Self.name)
      try await terminal.change(
        [("身份", "正式党员"), ("转正", "2029-03-10")], as: "Q2-member---limin-")
    }

    /// A year on: 党龄 counts from the end of the probation, neither from the vote nor from the
    /// approval.
    private func lookBack(_ desk: Desk) async throws {
      let terminal = try desk.open("--today", "2030-03-15")
      try await terminal.openMember(Self.name)
      let page = try await terminal.waitFor("党龄")
      #expect(
        page[3...6] == [
          "- 入党        申请 2026-11-20  入党 2028-03-10  批复 2028-05-20  转正 2029-03-10",
          "              党龄 1年  介绍人 陈晓、任家兴",
          "- 入党转正    接收大会 2028-03-10  批复 2028-05-20  转正大会 2029-03-16  按时",
          "              批复 2029-04-25  党龄自 2029-03-10",
        ])
      let file = try await terminal.print("党员档案", as: "苏晓雯 2030-03-15 党员档案", at: desk)
      #expect(
        file == [
          "密级:________",
          "                               苏晓雯同志党员档案",
          "",
          "姓名:苏晓雯                             性别:女",
          "民族:                                   出生年月:",
          "学历:                                   参加工作:",
          "警衔:                                   岗位:",
          "党支部:二监区党支部                     党小组:",
          "身份:正式党员                           申请入党:2026-11-20",
          "支部大会通过:2028年3月10日              上级批复:2028年5月20日",
          "转正:2029年3月10日                      党龄:1年",
          "入党介绍人:陈晓、任家兴",
          "党内职务:",
          "",
          "入党和转正",
          "    接收大会 2028-03-10，批复 2028-05-20，转正大会 2029-03-16，按时，批复",
          "2029-04-25，党龄自 2029-03-10。",
          "",
          "2030年学习和谈心谈话",
          "    集中学习0/32学时；与支部委员谈心谈话0次，与其他党员0次。",
          "",
          "党费交纳",
          "    没有交纳记录 · 欠24个月。",
          "",
          "流程办理",
          "    发展党员：上级党委审批转正（2029年4月25日），已办完。",
          "",
          "需要核实的情况",
          "    党费欠24个月",
          "    未编入党小组",
          "",
          "本人（签名）:____________    党支部书记（签名）:____________",
          "",
        ])
      try terminal.send("Esc", "Esc", "Esc", "Esc", "Esc")
      try await terminal.openProcedures(at: Self.name)
      let steps = try await terminal.print("办理情况表", as: "苏晓雯 发展党员 办理情况表", at: desk)
      #expect(
        steps == [
          "                               发展党员办理情况表",
          "",
          "对象:苏晓雯                             党支部:二监区党支部",
          "截至:2030年3月15日                      进展:已办完",
          "",
          "序号  步骤                 日期             结果             时限",
          "────────────────────────────────────────────────────────────────────────────────",
          "1     递交入党申请书       2026年11月20日",
          "2     党组织派人谈话       2026年12月10日   由陈晓谈话。     2026年12月20日前",
          "3     确定为入党积极分子   2027年1月15日",
          "4     半年考察             2027年7月12日    表现良好。",
          "5     半年考察             2028年1月10日    可列为发展对",
          "                                            象。",
          "6     确定为发展对象       2028年1月20日                     2028年1月15日后",
          "7     政治审查             2028年2月10日    结论:合格。",
          "8     集中培训             2028年2月25日    3天24学时,考试",
          "                                            合格。",
          "9     支部大会讨论接收     2028年3月10日",
          "10    上级党委审批         2028年5月20日                     2028年6月10日前",
          "11    支部大会讨论转正     2029年3月16日                     2029年3月10日后",
          "12    上级党委审批转正     2029年4月25日    同意转正。       2029年6月16日前",
          "",
          "经办人:____________    党支部书记（签名）:____________",
          "",
        ])
    }

    private func vote(
      on title: String, in terminal: TerminalDriver, minutes: () async throws -> Void
    ) async throws {
      try terminal.send("F7")
      try await terminal.waitForMark("议题")
      try await terminal.fill("议题", title)
      try await terminal.go(to: "性质")
      try terminal.send("Enter")
      try await terminal.choose("表决", typing: "表决")
      try await terminal.waitForMark("对象")
      try await terminal.fill("对象", Self.name)
      try await minutes()
      for (label, count) in [
        ("赞成", "14"), ("不赞成", "0"), ("弃权", "1"), ("其中书面", "0"), ("发出票", "15"), ("收回票", "15"),
        ("有效票", "15"),
      ] {
        try await terminal.fill(label, count)
      }
      try await terminal.fill("监票人", "陈克勤")
      try await terminal.fill("计票人", "解若溪")
      try await terminal.go(to: "决议")
      try terminal.send("F3")
      try await terminal.waitFor("14票赞成")
      try terminal.send("Esc")
      try await terminal.waitFor("无记名 赞成14 不赞成0 弃权1 通过")
    }
  }
}
