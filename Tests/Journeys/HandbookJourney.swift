import Testing

extension InATerminal {
  /// The whole handbook of a year, printed from the branch's page.
  @Suite("the handbook of a year")
  struct HandbookJourney {
    /// The chapters of the paper book in its order, and the rows under those that are sums.
    @Test func isPrintedInPaperOrder() async throws {
      let desk = try Desk.withSample()
      let terminal = try desk.open()
      try await terminal.waitForMark("1 本月应办")
      try terminal.send("3", "2")
      try await terminal.waitFor("任期")
      let lines = try await terminal.print("工作手册", as: "2026年 二监区党支部 工作手册", at: desk)
      let trimmed = lines.map { line in String(line.drop { $0 == " " }) }
      let numbers = "一二三四五六七八九十"
      let chapters = zip(lines, trimmed).filter { line, text in
        // The contents stand at the left edge, the titles in the middle.
        line.hasPrefix("          ") && text.contains("、")
          && text.prefix { $0 != "、" }.allSatisfy { numbers.contains($0) }
      }.map(\.1)
      #expect(
        chapters == [
          "一、支部概况与支委分工", "二、党员花名册", "三、年度计划", "四、“三会一课”", "五、主题党日",
          "六、组织生活会和民主评议党员", "七、谈心谈话", "八、党费交纳", "九、发展党员", "十、奖惩", "十一、年度总结",
          "十二、大事记", "十三、上级检查记录",
        ])
      #expect(
        lines.prefix(8) == [
          "密级:________", "                                 党支部工作手册", "", "单位:青石监狱",
          "党支部:二监区党支部", "年度:2026年", "党支部书记:李敏", "截至:2026年11月20日",
        ])
      // The minutes of each assembly and each theme day stand whole behind the list of their kind.
      #expect(trimmed.filter { $0.hasPrefix("会议名称:2026年第") && $0.hasSuffix("支部党员大会") }.count == 4)
      #expect(
        lines.contains { $0.contains("李敏            8               8               1012.80") })
    }
  }
}
