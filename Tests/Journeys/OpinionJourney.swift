import Testing

extension InATerminal {
  /// 意见建议 taken apart one by one to owners, one of them closed; and the study notes of one
  /// person, checked for half a month.
  @Suite("opinions taken apart, owned and closed; one person's notes checked")
  struct OpinionJourney {
    private static let officer = Desk.identity(
      "Q13M07(高春生)", writer: "gaochunsheng", of: "DW", post: "组织员")
    private static let files = "organizations/Q2"
    private static let opinions = [
      ("增加夜班后的休整时间", "方面=从优待警", "陈晓"),
      ("减少重复填报的表格", "方面=工作作风", "林丽"),
      ("值班室饮水机需要更换", "方面=从优待警", "胡骁"),
    ]
    private static let report = "学习教育报表"

    @Test func isOwnedClosedAndChecked() async throws {
      let desk = try Desk.withSample()
      let terminal = try desk.open()
      try await terminal.switchOn("湖南")
      let aspects = try await terminal.line("意见建议的方面", of: Self.report)
      let owned = try await terminal.line("分解到责任人的意见建议", of: Self.report)
      let notes = try await terminal.line("支部学习笔记", of: Self.report)

      try await takeApart(in: terminal)
      try await close(in: terminal)
      #expect(
        try await terminal.line(
          "意见建议的方面", of: Self.report, opening: Self.opinions.map { String($0.0.prefix(6)) })
          == aspects + 2)
      #expect(try await terminal.line("分解到责任人的意见建议", of: Self.report) == owned + 3)

      try await keepNotes(in: terminal)
      #expect(try await terminal.line("支部学习笔记", of: Self.report) == notes + 12)
      terminal.kill()
      try desk.introduce(Self.officer)
      try await check(desk)
      try judge(desk)
    }

    /// Each opinion is a matter of its own, with somebody who answers for it and a day.
    private func takeApart(in terminal: TerminalDriver) async throws {
      try terminal.send("Home")
      try await terminal.openMatters()
      for (title, aspect, owner) in Self.opinions {
        try terminal.send("n")
        try await terminal.waitFor("登记事项 · 二监区党支部")
        try await terminal.fill("种类", "意见建议")
        try await terminal.fill("事项", title)
        try await terminal.fill("责任人", owner)
        try await terminal.fill("时限", "12-10")
        try await terminal.fill("标签", aspect)
        try await terminal.save(as: "Q2-matter-2026-limin-")
        // What was just entered is under the mark.
        try await terminal.waitUntil("the mark on “\(title)”") { screen in
          screen.contains { $0.hasPrefix(">") && $0.contains(title.prefix(6)) }
        }
      }
    }

    /// The mark stands on the last one, which is settled first.
    private func close(in terminal: TerminalDriver) async throws {
      try terminal.send("x")
      try await terminal.waitUntil("the form that closes it") { $0[0].contains("销号 · ") }
      try await terminal.writeText("结果", "已更换,并告知提出人。")
      try await terminal.save(as: "Q2-matter-2026-limin-")
      try await terminal.waitUntil("the two others") { screen in
        screen[0].hasPrefix(" 待落实事项 · ")
          && !screen.contains { $0.contains(Self.opinions[2].0.prefix(6)) }
          && screen.contains { $0.contains(Self.opinions[0].0.prefix(6)) }
      }
      try terminal.send("Esc", "Esc")
      try await terminal.waitForMark("5 整改落实")
    }

    /// Twelve notes of one person in the first half of the month.
    private func keepNotes(in terminal: TerminalDriver) async throws {
      try terminal.send("n")
      try await terminal.waitFor("记录什么")
      try await terminal.choose("文件、笔记、心得、承诺书", typing: "笔记")
      try await terminal.waitFor("登记文件 · 二监区党支部")
      try await terminal.fill("种类", "学习笔记")
      try await terminal.fill("标题", "习近平法治思想学习笔记")
      try await terminal.fill("日期", "11-12")
      try await terminal.fill("作者", "胡骁")
      try await terminal.fill("份数", "12")
      try await terminal.save(as: "Q2-document-2026-limin-")
    }

    /// The officer goes to the half month that is over and marks the person as checked.
    private func check(_ desk: Desk) async throws {
      let terminal = try desk.open()
      try await terminal.enter("二监区党支部", as: "高春生 组织员")
      try terminal.send("4")
      try await terminal.waitForMark("1 迎检自查")
      try await terminal.go(to: "6 学习记录督学", by: "Down")
      try terminal.send("Enter")
      try await terminal.waitUntil("the notes by half months") {
        $0[0].hasPrefix(" 学习记录督学 · 二监区党支部")
      }
      try await terminal.go(to: "胡骁", by: "Down")
      try terminal.send("Enter")
      try await terminal.waitUntil("what was written") { screen in
        screen[0].hasPrefix(" 胡骁 · 学习记录督学")
          && screen.contains { $0.contains("习近平法治思想学习笔记") }
      }
      try terminal.send("Esc")
      try await terminal.waitForMark("胡骁")
      try terminal.send("v")
      try await terminal.waitUntil("the check") { screen in
        screen.contains {
          $0.hasPrefix("> 胡骁") && $0.contains("12/0✓") && $0.contains("11-20 高春生")
        }
      }
    }

    /// Other programs read the same from the files.
    private func judge(_ desk: Desk) throws {
      let matters = Self.files + "/matter-2026.limin.rec"
      #expect(
        try Judges.select(
          "Kind = '意见建议' && Opened = '2026-11-20' && State = '办理中'", print: "Title,Owner,Tag",
          from: matters, at: desk)
          == [
            Self.opinions[0].0, "Q2M02(陈晓)", Self.opinions[0].1, Self.opinions[1].0,
            "Q2M03(林丽)", Self.opinions[1].1, Self.opinions[2].0, "Q2M06(胡骁)",
            Self.opinions[2].1,
          ])
      #expect(
        try Judges.select(
          "State = '已办结' && Title = '\(Self.opinions[2].0)'", print: "Closed,Result",
          from: matters, at: desk) == ["2026-11-20", "已更换,并告知提出人。"])
      #expect(
        try Judges.select(
          "Kind = '学习笔记' && Date = '2026-11-12'", print: "Author,Count",
          from: Self.files + "/document-2026.limin.rec", at: desk) == ["Q2M06(胡骁)", "12"])
      let reviews = Self.files + "/review-2026.gaochunsheng.rec"
      let answers = try Judges.select(
        "Item ~ 'Q2M06'", print: "Item,Text,Answer", from: reviews, at: desk)
      #expect(answers.contains("达标"), "\(answers)")
      for (type, file) in [("matter", matters), ("review", reviews)] {
        #expect(Judges.accept(file, type: type, at: desk))
      }
      #expect(try desk.run("verify").status == 0)
    }
  }
}
