import Testing

extension InATerminal {
  /// 民主评议: grades under the cap of a third, a 预备党员 who takes part and gets none.
  @Suite("a democratic appraisal, its grades and its cap")
  struct AppraisalJourney {
    private static let file = "organizations/Q2/activity-2027.limin.rec"

    @Test func givesNoMoreThanAThirdTheBest() async throws {
      let desk = try Desk.withSample()
      let terminal = try desk.open("--today", "2027-01-12")
      try await terminal.waitForMark("1 本月应办")
      try terminal.send("n")
      try await terminal.waitFor("记录什么")
      try await terminal.choose("民主评议党员", typing: "民主")
      try await terminal.waitForMark("开始")
      try await terminal.fill("开始", "0900")
      try await terminal.fill("结束", "1130")
      try terminal.send("F3")
      try await terminal.waitFor("16人标为到会")
      try await adopt("个人自评", by: "Tab", in: terminal)
      try await adopt("党员互评", by: "Down", in: terminal)
      try await item("民主测评", people: "", "李敏:发出测评票16张,收回16张。", in: terminal)
      try terminal.send("Esc")
      try await terminal.waitForMark("3 讨论 民主测评")
      try await excellent(in: terminal)
      try await qualified(in: terminal)
      try await terminal.save(as: "Q2-activity-2027-limin-")
      #expect(
        try Judges.select(
          "Kind = '民主评议'", print: "Resolution", from: Self.file, at: desk) == ["优秀", "合格"])
      let paper = try await terminal.print(
        "民主评议结果表", as: "2027-01-12 民主评议党员 民主评议结果表", at: desk)
      #expect(
        paper == [
          "                         二监区党支部民主评议党员结果表",
          "",
          "会议名称:民主评议党员",
          "时间:2027年1月12日 09:00至11:30         党员总数:16",
          "优秀:5（不超过5）                       合格:10",
          "基本合格:0                              不合格:0",
          "",
          "序号    姓名          党小组        评定等次      备注",
          "────────────────────────────────────────────────────────────────────────────────",
          "1       李敏          第一党小组    合格",
          "2       陈晓          第二党小组    优秀",
          "3       林丽          第三党小组    优秀",
          "4       陈克勤        第一党小组    合格",
          "5       任家兴        第二党小组    合格",
          "6       胡骁          第三党小组    优秀",
          "7       解若溪        第一党小组    合格",
          "8       冯秀梅        第二党小组    合格",
          "9       贾婷          第三党小组    合格",
          "10      陈𬱖          第一党小组    合格",
          "11      徐恺          第二党小组    合格",
          "12      陈少波        第三党小组    合格",
          "13      姜洁          第一党小组    优秀",
          "14      魏致和        第二党小组    优秀",
          "15      唐骁          第三党小组    合格",
          "16      赵学军        第一党小组                  预备党员，参加评议，不定等次",
          "",
          "党支部书记（签名）:____________",
          "",
          "                                                                    二监区党支部",
          "                                                                   2027年1月12日",
          "",
        ])
      #expect(Judges.accept(Self.file, type: "activity", at: desk))
    }

    private func adopt(
      _ step: String, by key: String, in terminal: TerminalDriver
    ) async throws {
      try await terminal.go(to: "- 讨论 \(step)", by: key)
      try terminal.send("Space")
      try await terminal.waitFor("讨论 \(step)")
      try terminal.send("F4")
      try await terminal.waitUntil("the text of \(step)") { $0[0].contains("记录 · 议题") }
      try await terminal.write("李敏:按顺序发言。")
      try terminal.send("Esc")
      try await terminal.waitUntil("the form") { $0[0].hasPrefix(" 民主评议党员 2027-01-12") }
    }

    /// Six would be more than a third of sixteen, and that is said while they are typed.
    private func excellent(in terminal: TerminalDriver) async throws {
      try await item("评定等次:优秀", people: "陈晓 林丽 胡骁 姜洁 魏致和 李敏", in: terminal)
      try await terminal.writeText("决议", "优秀")
      try await terminal.waitFor("优秀6人,党员16人至多5人")
      try await terminal.go(to: "对象", by: "Shift-Tab")
      try terminal.send("Ctrl-E", "Ctrl-U")
      try terminal.type("陈晓 林丽 胡骁 姜洁 魏致和")
      try terminal.send("Tab")
      try await terminal.waitUntil("the cap to be kept") { screen in
        !screen.contains { $0.contains("至多5人") }
      }
      try terminal.send("Esc")
      try await terminal.waitForMark("4 讨论 评定等次:优秀")
    }

    private func qualified(in terminal: TerminalDriver) async throws {
      try await item(
        "评定等次:合格", people: "李敏 陈克勤 任家兴 解若溪 冯秀梅 贾婷 陈𬱖 徐恺 陈少波 唐骁", in: terminal)
      try await terminal.writeText("决议", "合格")
      try terminal.send("Esc")
      try await terminal.waitForMark("5 讨论 评定等次:合格")
      try await terminal.waitFor("等次 优秀5(至多5) 合格10 基本合格0 不合格0")
    }

    private func item(
      _ title: String, people: String, _ minutes: String = "李敏:支部委员会提出评定意见。",
      in terminal: TerminalDriver
    ) async throws {
      try terminal.send("F7")
      try await terminal.waitForMark("议题")
      try await terminal.fill("议题", title)
      try await terminal.go(to: "性质")
      try terminal.send("Enter")
      try await terminal.choose("讨论", typing: "讨论")
      try await terminal.go(to: "对象")
      try terminal.type(people)
      try await terminal.writeText("记录", minutes)
    }
  }
}
