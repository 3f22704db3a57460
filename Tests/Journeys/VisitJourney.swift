import Glibc
import Testing

extension InATerminal {
  /// An officer goes through the checklist at a branch and finds two things; the branch mends both,
  /// one is sent back, one is closed; at the next visit it is there again.
  @Suite("a visit with two findings, one closed and confirmed, one repeated")
  struct VisitJourney {
    private static let officer = Desk.identity(
      "Q13M07(高春生)", writer: "gaochunsheng", of: "DW", post: "组织员")
    private static let secretary = Desk.identity("Q4M02(丁洁)", writer: "dingjie", of: "Q4")
    private static let roster = "名册多列一名转出党员"
    private static let notice = "党务公开栏没有更新"
    private static let files = "organizations/Q4"

    @Test func isMadeMendedClosedAndRepeated() async throws {
      let desk = try Desk.withSample(identity: Self.officer)
      try await begin(desk)
      try await finish(desk)
      try desk.introduce(Self.secretary)
      try await mend(desk)
      try desk.introduce(Self.officer)
      try await close(desk)
      try await visitAgain(desk)
      try judge(desk)
    }

    /// From the first screen: the checklist of all branches, the mark on one.
    private func openChecklist(_ terminal: TerminalDriver) async throws {
      try await terminal.waitForMark("1 本月应办")
      try terminal.send("4", "2")
      try await terminal.waitUntil("the branches") { $0[0].hasPrefix(" 党支部规范化自查表 · ") }
      try terminal.send("/")
      try terminal.type("四监区党支部")
      try await terminal.waitUntil("the branch alone") { screen in
        screen.contains { $0.hasPrefix(">") && $0.contains("四监区党支部") }
      }
      try terminal.send("Esc", "Esc")
      try await terminal.waitUntil("the list without a filter") { screen in
        screen.contains { $0.hasPrefix(">") && $0.contains("四监区党支部") }
          && !screen.contains { $0.hasPrefix(" / ") }
      }
      try terminal.send("v")
      try await terminal.waitUntil("the visit") { $0[0].hasPrefix(" 检查 · 四监区党支部") }
    }

    private func goTo(_ item: String, in terminal: TerminalDriver) async throws {
      try terminal.send("Home")
      try await terminal.waitForMark("A01")
      for _ in 0..<60 {
        let screen = try terminal.screen()
        if screen.contains(where: { $0.hasPrefix(">\(item) ") }) { return }
        let before = screen.first { $0.hasPrefix(">") }
        try terminal.send("Down")
        try await terminal.waitUntil("the next item on the way to \(item)") { screen in
          screen.contains { $0.hasPrefix(">") && $0 != before }
        }
      }
      try await terminal.waitForMark(item)
    }

    /// Confirms some, raises one finding, and is cut off while another is typed.
    private func begin(_ desk: Desk) async throws {
      let terminal = try desk.open()
      try await openChecklist(terminal)
      try terminal.send("Space")
      try await terminal.waitFor("1/46 已核")
      try terminal.send("Space")
      try await terminal.waitFor("2/46 已核")
      try await goTo("C01", in: terminal)
      try terminal.send("F5")
      try await terminal.waitFor("发现问题 · 四监区党支部")
      try await terminal.fill("问题", Self.roster)
      try terminal.send("F2")
      try await terminal.waitFor("3/46 已核 · 问题1")
      try await goTo("M01", in: terminal)
      try terminal.send("p")
      try await terminal.waitFor("发现问题 · 四监区党支部")
      try await terminal.fill("问题", String(Self.notice.prefix(6)))
      // The first five characters stand in the item's own words, too.
      try await terminal.waitUntil("the half-typed finding in a draft") { _ in
        try desk.shell("cat state/zhibu/drafts/* 2>/dev/null || true")
          .contains { $0.contains(Self.notice.prefix(6)) }
      }
      try terminal.signal(SIGKILL)
      try await terminal.waitForExit()
    }

    /// Goes on where it was left, to the character, and writes the visit.
    private func finish(_ desk: Desk) async throws {
      let terminal = try desk.open()
      try await terminal.waitFor("上次有未完成的「检查 规范化自查 Q4 2026-11-20 3/46」")
      try terminal.send("Enter")
      try await terminal.waitForMark("问题 \(Self.notice.prefix(6))")
      try terminal.type(String(Self.notice.dropFirst(6)))
      try await terminal.waitForMark("问题 \(Self.notice)")
      try await terminal.fill("时限", "12-05")
      try terminal.send("F2")
      try await terminal.waitFor("4/46 已核 · 问题2")
      try terminal.send("F2")
      try await terminal.waitFor("还有42条没有核")
      try terminal.send("Enter")
      try await terminal.waitFor("已写入台账 3 条")
      try await terminal.waitUntil("the page of the visit") { screen in
        screen[0].hasPrefix(" 检查 11-20 · 四监区党支部")
          && screen.contains { $0.contains(Self.notice) }
      }
      let paper = try await terminal.print(
        "整改通知书", as: "四监区党支部/2026-11-20 规范化自查 整改通知书", at: desk)
      #expect(paper.contains { $0.contains("发现下列2个问题") }, "\(paper)")
      let report = try await terminal.print(
        "检查反馈单", as: "四监区党支部/2026-11-20 规范化自查 检查反馈单", at: desk)
      #expect(report.contains("检查结论:核查4条：达标2，部分达标0，未达标2，不适用0"), "\(report)")
      #expect(report.contains { $0.contains("受检党组织书记（签名）:____") })
    }

    /// The branch sees both, and says that they are mended.
    private func mend(_ desk: Desk) async throws {
      for (title, done) in [(Self.roster, "已从名册中去掉。"), (Self.notice, "已换上新的。")] {
        let terminal = try desk.open()
        try await terminal.waitFor("待落实事项")
        try await terminal.openMatters(at: title)
        try terminal.send("e")
        try await terminal.waitUntil("the form of progress") { $0[0].contains("事项进展") }
        try await terminal.waitForMark("状态")
        try terminal.send("Enter")
        try await terminal.choose("待销号", typing: "待销号")
        try await terminal.writeText("结果", done)
        try await terminal.save(as: "Q4-matter-2026-dingjie-")
      }
    }

    /// The officer sees what waits: one is closed, one is sent back.
    private func close(_ desk: Desk) async throws {
      let terminal = try desk.open()
      try await terminal.waitFor("待销号 3")
      try await terminal.enter("四监区党支部", as: "高春生 组织员")
      try await terminal.openMatters(at: Self.roster)
      try terminal.send("x")
      try await terminal.waitUntil("the form that closes it") { $0[0].contains("销号 · ") }
      try await terminal.save(as: "Q4-matter-2026-gaochunsheng-")
      try terminal.send("Esc", "Esc")
      try await terminal.waitForMark("5 整改落实")
      try terminal.send("Home")
      try await terminal.openMatters(at: Self.notice)
      try terminal.send("b")
      try await terminal.waitUntil("the form that sends it back") { $0[0].contains("退回整改") }
      try await terminal.fill("退回原因", "换上的是去年的")
      try await terminal.save(as: "Q4-matter-2026-gaochunsheng-")
      try await terminal.waitUntil("it is open again") { screen in
        screen.contains { $0.contains(Self.notice) && $0.contains("办理中") }
      }
    }

    /// A month later the roster is found wrong again, in other words.
    private func visitAgain(_ desk: Desk) async throws {
      let terminal = try desk.open("--today", "2026-12-18")
      try await openChecklist(terminal)
      try await goTo("C01", in: terminal)
      try await terminal.waitFor("上次 11-20 高春生 未达标")
      try terminal.send("p")
      try await terminal.waitFor("发现问题 · 四监区党支部")
      try await terminal.fill("问题", "名册与实际人数不符")
      try terminal.send("F2")
      try await terminal.waitFor("重复问题:一年内已提出1次,最近 11-20")
      try terminal.send("F2")
      try await terminal.waitFor("还有45条没有核")
      try terminal.send("Enter")
      try await terminal.waitFor("已写入台账 2 条")
      try await terminal.waitUntil("the finding is flagged") { screen in
        screen.contains { $0.contains("名册与实际人数不符") && $0.contains("重复") }
      }
      let paper = try await terminal.print(
        "整改通知书", as: "四监区党支部/2026-12-18 规范化自查 整改通知书", at: desk)
      #expect(paper.contains { $0.contains("重复提出") }, "\(paper)")
      try terminal.send("Esc", "h")
      try await terminal.waitUntil("both visits") { screen in
        screen[0].hasPrefix(" 历次检查 · 四监区党支部")
          && screen.contains { $0.contains("12-18") && $0.contains("1 未销1") }
          && screen.contains { $0.contains("11-20") && $0.contains("2 未销1") }
      }
    }

    /// Other programs read the same from the files.
    private func judge(_ desk: Desk) throws {
      let visits = try Judges.select(
        "Checklist = '规范化自查'", print: "Id", from: Self.files + "/review-2026.gaochunsheng.rec",
        at: desk)
      #expect(visits.count == 2)
      let sources = try Judges.select(
        "State = '办理中'", print: "Source",
        from: Self.files + "/matter-2026.gaochunsheng.rec", at: desk)
      let visit = "Q4-review-2026-gaochunsheng-000"
      // Two findings, one of them sent back, and the one that came back.
      #expect(
        sources.filter { !$0.isEmpty }
          == ["\(visit)1#3", "\(visit)1#4", "\(visit)1#4", "\(visit)2#1"])
      for type in ["review", "matter"] {
        #expect(
          Judges.accept(Self.files + "/\(type)-2026.gaochunsheng.rec", type: type, at: desk))
      }
      let verified = try desk.run("verify")
      #expect(verified.status == 0, "\(verified.output)")
    }
  }
}
