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
      let ballots = "发出=15 收回=15 有效=15 监票=Q2M10(陈𬱖) 计票=Q2M05(任家兴)"
      #expect(
        votes == [
          "对象=Q2M04(陈克勤) 类别=选举 方式=无记名 赞成=13 不赞成=2 弃权=0 \(ballots)",
          "对象=Q2M13(姜洁) 类别=选举 方式=无记名 赞成=8 不赞成=7 弃权=0 \(ballots)",
          "对象=Q2M07(解若溪) 类别=选举 方式=无记名 赞成=8 不赞成=7 弃权=0 \(ballots)",
          "类别=选举 方式=无记名 赞成=1 \(ballots) 另选=林丽",
          "对象=Q2M13(姜洁) 类别=选举 方式=无记名 赞成=10 不赞成=5 弃权=0",
          "对象=Q2M07(解若溪) 类别=选举 方式=无记名 赞成=5 不赞成=10 弃权=0",
        ])
      let ballot = try await terminal.print("表决票、选票", as: "2026-11-20 支部党员大会 表决票、选票", at: desk)
      #expect(
        ballot == [
          "                           二监区党支部委员会委员选票",
          "",
          "姓名                      赞成              不赞成            弃权",
          "────────────────────────────────────────────────────────────────────────────────",
          "陈克勤",
          "姜洁",
          "解若溪",
          "另选：",
          "另选：",
          "",
          "说明：候选人按姓氏笔画为序。应选2名，所选人数等于或者少于应选名额的有效，多于的",
          "无效。赞成的画“○”，不赞成的画“×”，弃权的不画符号；另选他人的，在“另选”栏写上姓名",
          "并画“○”。",
          "",
          "                                                                    二监区党支部",
          "                                                                  2026年11月20日",
          "",
          "                           二监区党支部委员会委员选票",
          "",
          "姓名                      赞成              不赞成            弃权",
          "────────────────────────────────────────────────────────────────────────────────",
          "姜洁",
          "解若溪",
          "另选：",
          "",
          "说明：候选人按姓氏笔画为序。应选1名，所选人数等于或者少于应选名额的有效，多于的",
          "无效。赞成的画“○”，不赞成的画“×”，弃权的不画符号；另选他人的，在“另选”栏写上姓名",
          "并画“○”。",
          "",
          "                                                                    二监区党支部",
          "                                                                  2026年11月20日",
        ])
      let count = try await terminal.print("计票单", as: "2026-11-20 支部党员大会 计票单", at: desk)
      #expect(
        count == [
          "                          二监区党支部委员会选举计票单",
          "",
          "时间:2026年11月20日 ____至16:30         有表决权实到:",
          "发出票数:                               收回票数:",
          "有效票数:                               无效票数:",
          "",
          "姓名                      赞成              不赞成            弃权",
          "────────────────────────────────────────────────────────────────────────────────",
          "陈克勤",
          "姜洁",
          "解若溪",
          "另选：",
          "另选：",
          "",
          "注：按票画“正”字，合计数写在格内；另选他人的写明姓名。",
          "",
          "监票人:____________    计票人:____________",
          "",
          "                          二监区党支部委员会选举计票单",
          "",
          "时间:2026年11月20日 ____至16:30         有表决权实到:",
          "发出票数:                               收回票数:",
          "有效票数:                               无效票数:",
          "",
          "姓名                      赞成              不赞成            弃权",
          "────────────────────────────────────────────────────────────────────────────────",
          "姜洁",
          "解若溪",
          "另选：",
          "",
          "注：按票画“正”字，合计数写在格内；另选他人的写明姓名。",
          "",
          "监票人:____________    计票人:____________",
        ])
      let minutes = try await terminal.print("会议记录", as: "2026-11-20 支部党员大会 会议记录", at: desk)
      #expect(
        minutes == [
          "密级:________",
          "                            2026年第5次支部党员大会",
          "",
          "会议名称:2026年第5次支部党员大会",
          "时间:2026年11月20日 ____至16:30         地点:二监区会议室",
          "主持人:李敏                             记录人:陈晓",
          "应到人数:16                             实到人数:16",
          "有表决权应到:15                         有表决权实到:15",
          "缺席人员及原因:无",
          "议题:1. 选举支部委员会委员",
          "     2. 再次投票:选举支部委员会委员",
          "",
          "议题1　选举支部委员会委员",
          "    选举（无记名）陈克勤：发出15张，收回15张，有效15张；赞成13票，不赞成2票，弃",
          "权0票；监票人陈𬱖；计票人任家兴。当选（须赞成8票）。",
          "    选举（无记名）姜洁：发出15张，收回15张，有效15张；赞成8票，不赞成7票，弃权0",
          "票；监票人陈𬱖；计票人任家兴。票数相等，应再次投票。",
          "    选举（无记名）解若溪：发出15张，收回15张，有效15张；赞成8票，不赞成7票，弃权",
          "0票；监票人陈𬱖；计票人任家兴。票数相等，应再次投票。",
          "    另选（无记名）林丽：发出15张，收回15张，有效15张；赞成1票，不赞成0票，弃权0",
          "票；监票人陈𬱖；计票人任家兴。未当选（须赞成8票）。",
          "",
          "议题2　再次投票:选举支部委员会委员",
          "    选举（无记名）姜洁：赞成10票，不赞成5票，弃权0票。当选（须赞成8票）。",
          "    选举（无记名）解若溪：赞成5票，不赞成10票，弃权0票。未当选（须赞成8票）。",
          "",
          "主持人:____________    记录人:____________",
          "检查（审阅）意见:",
          "检查人:                                 日期:",
          "",
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
