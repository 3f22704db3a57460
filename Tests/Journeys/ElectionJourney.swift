import Testing

extension InATerminal {
  /// An election with 差额 that ends in a tie, its next round, and a name written in.
  @Suite("an election, candidate by candidate")
  struct ElectionJourney {
    private static let file = "organizations/Q2/activity-2026.limin.rec"

    @Test func isCountedTiedAndVotedOnAgain() async throws {
      let desk = try Desk.withSample()
      let terminal = try desk.open()
      try await terminal.waitFor("李敏 书记 · 二监区党支部")
      try terminal.send("n")
      try await terminal.waitFor("记录什么")
      try terminal.send("1")
      try await terminal.waitFor("2026年第5次支部党员大会")
      try terminal.send("F3")
      try await terminal.waitFor("16人标为到会")
      try await firstRound(in: terminal)
      try await nextRound(in: terminal)
      try await lookAtWhatIsMissing(in: terminal)
      try terminal.send("F2")
      try await terminal.waitFor("已写入台账 Q2-activity-2026-limin-")
      // The page says of each who was elected, and what the rules say.
      try await terminal.waitFor("议题1选举:姜洁、解若溪票数相等,尚余1名,应再次投票")
      let votes = try Judges.select(
        "Kind = '党员大会' && Date = '2026-11-20'", print: "Vote", from: Self.file, at: desk)
      let ballot = "发出=15 收回=15 有效=15 监票=Q2M10(陈𬱖) 计票=Q2M05(任家兴)"
      #expect(
        votes == [
          "对象=Q2M04(陈克勤) 类别=选举 方式=无记名 赞成=13 不赞成=2 弃权=0 \(ballot)",
          "对象=Q2M13(姜洁) 类别=选举 方式=无记名 赞成=8 不赞成=7 弃权=0 \(ballot)",
          "对象=Q2M07(解若溪) 类别=选举 方式=无记名 赞成=8 不赞成=7 弃权=0 \(ballot)",
          "类别=选举 方式=无记名 赞成=1 \(ballot) 另选=林丽",
          "对象=Q2M13(姜洁) 类别=选举 方式=无记名 赞成=10 不赞成=5 弃权=0",
          "对象=Q2M07(解若溪) 类别=选举 方式=无记名 赞成=5 不赞成=10 弃权=0",
        ])
      let seats = try Judges.select(
        "Kind = '党员大会' && Date = '2026-11-20'", print: "Seats", from: Self.file, at: desk)
      #expect(seats == ["2", "1"])
      #expect(Judges.accept(Self.file, type: "activity", at: desk))
    }

    private func firstRound(in terminal: TerminalDriver) async throws {
      try terminal.send("F7")
      try await terminal.waitForMark("议题")
      try await terminal.fill("议题", "选举支部委员会委员")
      try await terminal.go(to: "性质")
      try terminal.send("Enter")
      try await terminal.choose("表决", typing: "表决")
      try await terminal.go(to: "候选人")
      try terminal.type("解若溪 陈克勤 姜洁")
      try terminal.send("Tab")
      // As on the ballot: 陈 before 姜 before 解.
      try await terminal.waitFor("候选人 陈克勤、姜洁、解若溪")
      try await terminal.fill("应选名额", "2")
      try await terminal.waitFor("有选举权应到15 实到15 · 应选2名 候选3名 · 得8票及以上当选")
      for (favour, against) in [("13", "2"), ("8", "7"), ("8", "7")] {
        try await terminal.count(favour, against)
      }
      try await terminal.waitFor("票数相等,再投")
      try await terminal.waitFor("应选2名 候选3名 · 票数相等,须再次投票")
      try await terminal.go(to: "另选他人")
      try terminal.type("林丽")
      try terminal.send("Tab")
      try await terminal.waitForMark("赞成")
      try terminal.type("1")
      try await terminal.fill("发出票", "15")
      try await terminal.fill("收回票", "15")
      try await terminal.fill("有效票", "15")
      try await terminal.fill("监票人", "陈𬱖")
      try await terminal.fill("计票人", "任家兴")
      try terminal.send("Esc")
      try await terminal.waitForMark("1 表决 选举支部委员会委员")
      try await terminal.waitFor("票数相等,须再次投票")
    }

    /// F7 behind an election that ended in a tie makes the next round.
    private func nextRound(in terminal: TerminalDriver) async throws {
      try terminal.send("F7")
      try await terminal.waitFor("再次投票:选举支部委员会委员")
      try await terminal.waitFor("候选人 姜洁、解若溪")
      try await terminal.count("10", "5")
      try await terminal.count("5", "10")
      try await terminal.waitFor("未当选(须8票)")
      try terminal.send("Esc")
      try await terminal.waitFor("应选1名 当选1名")
    }

    /// F5 lists what is missing and said, each with its article, and leads to the field.
    private func lookAtWhatIsMissing(in terminal: TerminalDriver) async throws {
      try terminal.send("F5")
      try await terminal.waitFor("还缺与提示(")
      try await terminal.choose("还缺结束", typing: "结束")
      try await terminal.waitForMark("结束")
      try terminal.type("1630")
      try await terminal.waitForMark("结束 1630")
    }
  }
}
