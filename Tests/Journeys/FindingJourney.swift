import Testing

extension InATerminal {
  /// A visit finds something, the branch mends it, the level that opened it closes it; then it is
  /// found again.
  @Suite("a finding from the visit to 销号, and its return")
  struct FindingJourney {
    private static let title = "党课签到表缺签名"
    private static let officer = Desk.identity(
      "Q13M07(高春生)", writer: "gaochunsheng", of: "DW", post: "组织员")
    private static let secretary = Desk.identity("Q4M02(丁洁)", writer: "dingjie", of: "Q4")
    private static let files = "organizations/Q4/matter-2026."

    @Test func isMendedClosedAndFoundAgain() async throws {
      let desk = try Desk.withSample(identity: Self.officer)
      try await visit(desk)
      try desk.introduce(Self.secretary)
      try await mend(desk)
      try desk.introduce(Self.officer)
      try await close(desk)
      try await visitAgain(desk)
      let states = try Judges.select(
        "Title = '\(Self.title)'", print: "State", from: Self.files + "gaochunsheng.rec", at: desk)
      #expect(states == ["办理中", "已办结", "办理中"])
      #expect(
        try Judges.select(
          "Title = '\(Self.title)'", print: "State", from: Self.files + "dingjie.rec", at: desk)
          == ["待销号"])
      #expect(Judges.accept(Self.files + "gaochunsheng.rec", type: "matter", at: desk))
    }

    private func register(in terminal: TerminalDriver, due: String) async throws {
      try terminal.send("n")
      try await terminal.waitFor("登记事项 · 四监区党支部")
      try await terminal.fill("种类", "检查问题")
      try await terminal.fill("事项", Self.title)
      try await terminal.fill("责任人", "丁洁")
      try await terminal.fill("时限", due)
      try await terminal.save(as: "Q4-matter-2026-gaochunsheng-")
    }

    private func visit(_ desk: Desk) async throws {
      let terminal = try desk.open()
      try await terminal.enter("四监区党支部", as: "高春生 组织员")
      try await terminal.openMatters()
      try await register(in: terminal, due: "11-30")
      try terminal.send("/")
      try terminal.type(Self.title)
      try await terminal.waitUntil("the new finding") { screen in
        screen.contains { $0.hasPrefix(">") && $0.contains(Self.title) }
      }
      try terminal.send("Enter")
      try await terminal.waitUntil("its page") { $0[0].contains("检查问题 · ") }
      let paper = try await terminal.print(
        "整改通知书", as: "四监区党支部/2026-11-20 党课签到表缺签名 整改通知书", at: desk)
      #expect(
        paper == [
          "                                   整改通知书",
          "",
          "四监区党支部：",
          "    检查中发现下列问题，请认真核实，按期整改。",
          "存在问题:党课签到表缺签名",
          "种类:检查问题                           提出日期:2026年11月20日",
          "整改责任人:丁洁                         整改时限:2026年11月30日",
          "    请于2026年11月30日前完成整改，并将整改情况填入回执报送。整改完成后由提出问题",
          "的一级核实销号。",
          "",
          "检查人:____________    党支部书记（签名）:____________",
          "",
          "",
          "                                  整改情况回执",
          "",
          "存在问题:党课签到表缺签名",
          "党支部:四监区党支部                     整改时限:2026年11月30日",
          "整改措施和结果:",
          "销号日期:                               销号人:",
          "",
          "整改责任人:____________    党支部书记（签名）:____________",
          "",
        ])
    }

    /// The branch may not close it, only say that it is done.
    private func mend(_ desk: Desk) async throws {
      let terminal = try desk.open()
      try await terminal.openMatters(at: Self.title)
      try terminal.send("x")
      try await terminal.waitFor("检查问题由提出的一级销号(高春生);请改为“待销号”")
      try terminal.send("e")
      try await terminal.waitUntil("the form of progress") { $0[0].contains("事项进展") }
      try await terminal.go(to: "状态")
      try terminal.send("Enter")
      try await terminal.choose("待销号", typing: "待销号")
      try await terminal.writeText("结果", "已补签并核对。")
      try await terminal.save(as: "Q4-matter-2026-dingjie-")
      try await terminal.waitFor("待销号")
    }

    private func close(_ desk: Desk) async throws {
      let terminal = try desk.open()
      try await terminal.enter("四监区党支部", as: "高春生 组织员")
      try await terminal.openMatters(at: Self.title)
      try terminal.send("x")
      try await terminal.waitUntil("the form that closes it") { $0[0].contains("销号") }
      try await terminal.save(as: "Q4-matter-2026-gaochunsheng-")
      try await terminal.waitUntil("the list without it") { screen in
        screen[0].hasPrefix(" 待落实事项 · ") && !screen.contains { $0.contains(Self.title) }
      }
      try terminal.send("Esc")
      try await terminal.waitFor("已办结事项")
      try await terminal.go(to: "5 已办结事项", by: "Down")
      try terminal.send("Enter")
      try await terminal.waitUntil("what was closed") { $0[0].hasPrefix(" 已办结事项 · ") }
      try await terminal.waitFor(Self.title)
      let paper = try await terminal.print(
        "整改通知书", as: "四监区党支部/2026-11-20 党课签到表缺签名 整改通知书", at: desk,
        replacing: true)
      #expect(
        paper == [
          "                                   整改通知书",
          "",
          "四监区党支部：",
          "    检查中发现下列问题，请认真核实，按期整改。",
          "存在问题:党课签到表缺签名",
          "种类:检查问题                           提出日期:2026年11月20日",
          "整改责任人:丁洁                         整改时限:2026年11月30日",
          "    请于2026年11月30日前完成整改，并将整改情况填入回执报送。整改完成后由提出问题",
          "的一级核实销号。",
          "",
          "检查人:____________    党支部书记（签名）:____________",
          "",
          "",
          "                                  整改情况回执",
          "",
          "存在问题:党课签到表缺签名",
          "党支部:四监区党支部                     整改时限:2026年11月30日",
          "整改措施和结果:已补签并核对。",
          "销号日期:2026年11月20日                 销号人:高春生",
          "",
          "整改责任人:____________    党支部书记（签名）:____________",
          "",
        ])
    }

    /// A month later the same is found again, and the page says so.
    private func visitAgain(_ desk: Desk) async throws {
      let terminal = try desk.open("--today", "2026-12-18")
      try await terminal.enter("四监区党支部", as: "高春生 组织员")
      try await terminal.openMatters()
      try await register(in: terminal, due: "12-30")
      try terminal.send("/")
      try terminal.type(Self.title)
      try await terminal.waitUntil("the new finding") { screen in
        screen.contains { $0.hasPrefix(">") && $0.contains(Self.title) }
      }
      try terminal.send("Enter")
      try await terminal.waitUntil("its page") { $0[0].contains("检查问题 · ") }
      try await terminal.waitFor("重复")
      let paper = try await terminal.print(
        "整改通知书", as: "四监区党支部/2026-12-18 党课签到表缺签名 整改通知书", at: desk)
      #expect(
        paper == [
          "                                   整改通知书",
          "",
          "四监区党支部：",
          "    检查中发现下列问题，请认真核实，按期整改。",
          "存在问题:党课签到表缺签名",
          "种类:检查问题                           提出日期:2026年12月18日",
          "整改责任人:丁洁                         整改时限:2026年12月30日",
          "备注:重复问题：一年内曾于2026年11月20日提出。",
          "    请于2026年12月30日前完成整改，并将整改情况填入回执报送。整改完成后由提出问题",
          "的一级核实销号。",
          "",
          "检查人:____________    党支部书记（签名）:____________",
          "",
          "",
          "                                  整改情况回执",
          "",
          "存在问题:党课签到表缺签名",
          "党支部:四监区党支部                     整改时限:2026年12月30日",
          "整改措施和结果:",
          "销号日期:                               销号人:",
          "",
          "整改责任人:____________    党支部书记（签名）:____________",
          "",
        ])
    }
  }
}
