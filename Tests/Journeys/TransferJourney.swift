import Testing

extension InATerminal {
  /// A letter of transfer runs out before the receipt comes: the member is the branch's so long.
  @Suite("a member transferred out whose receipt is late")
  struct TransferJourney {
    private static let file = "organizations/Q9/procedure-2026.yejingyi.rec"

    @Test func staysOursUntilTheReceipt() async throws {
      let desk = try Desk.withSample(
        identity: Desk.identity("Q9M01(叶静怡)", writer: "yejingyi", of: "Q9"))
      try await letter(desk)
      try await receipt(desk)
      #expect(
        try Judges.select(
          "Subject ~ '何一鸣'", print: "Step,Date", from: Self.file, at: desk)
          == ["开具组织关系介绍信", "2026-11-20", "收到回执", "2026-12-21"])
      #expect(Judges.accept(Self.file, type: "procedure", at: desk))
    }

    private func letter(_ desk: Desk) async throws {
      let terminal = try desk.open()
      try await terminal.openProcedures()
      try terminal.send("n")
      try await terminal.waitFor("哪个流程")
      try await terminal.choose("组织关系转接", typing: "组织")
      try await terminal.waitFor("组织关系转接 · 登记一步")
      try await terminal.fill("对象", "何一鸣")
      try await terminal.fill("步骤", "开具组织关系介绍信")
      try await terminal.save(as: "Q9-procedure-2026-yejingyi-")
      // Thirty days for the receipt.
      try await terminal.waitUntil("the day by which the receipt is due") { screen in
        screen.contains {
          $0.contains("何一鸣") && $0.contains("收到回执") && $0.contains("12-20前")
        }
      }
    }

    /// On the day after the last: late, and the member is still there to be counted.
    private func receipt(_ desk: Desk) async throws {
      let terminal = try desk.open("--today", "2026-12-21")
      try await terminal.waitFor("流程超期 何一鸣(收到回执)")
      try await terminal.openProcedures(at: "何一鸣")
      try terminal.send("Enter")
      try await terminal.waitFor("介绍信2026-12-20到期,未收到回执,仍属本组织")
      try terminal.send("Esc", "e")
      try await terminal.waitFor("组织关系转接 · 登记一步")
      try await terminal.waitFor("步骤 收到回执")
      try await terminal.save(as: "Q9-procedure-2026-yejingyi-")
      try await terminal.waitUntil("the list with it done") { screen in
        screen.contains { $0.contains("何一鸣") && $0.contains("已办完") }
      }
      try await terminal.go(to: "何一鸣", by: "Down")
      try terminal.send("Enter")
      try await terminal.waitFor("收到回执在2026-12-21,晚于2026-12-20")
      let paper = try await terminal.print("办理情况表", as: "何一鸣 组织关系转接 办理情况表", at: desk)
      #expect(
        paper == [
          "                             组织关系转接办理情况表",
          "",
          "对象:何一鸣                             党支部:九监区党支部",
          "截至:2026年12月21日                     进展:已办完",
          "",
          "序号  步骤                 日期             结果             时限",
          "────────────────────────────────────────────────────────────────────────────────",
          "1     开具组织关系介绍信   2026年11月20日",
          "2     收到回执             2026年12月21日                    2026年12月20日前",
          "                                                             （逾期）",
          "",
          "收到回执在2026-12-21,晚于2026-12-20（本单位规定 组织关系介绍信通行做法(市外30",
          "天)）",
          "",
          "经办人:____________    党支部书记（签名）:____________",
          "",
        ])
    }
  }
}
