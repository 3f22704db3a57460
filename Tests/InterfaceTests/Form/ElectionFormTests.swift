import OrganizationLife
import Testing
import Wording

@testable import Interface

@Suite("elections and the comparisons in the form")
struct ElectionFormTests {
  let branch: OrganizationIdentifier

  init() throws { branch = try #require(OrganizationIdentifier("Q1")) }

  private func election(_ candidates: String, seats: String, absent: Int = 0) throws -> FormDesk {
    let desk = try FormDesk()
    desk.open(.newActivity(kind: "党员大会", organization: branch))
    desk.press("F3")
    for _ in 0..<absent { desk.press("1", "Right") }
    desk.go(to: "Item")
    desk.press("F7")
    desk.type("选举支部委员会委员")
    desk.press("Tab")
    desk.type("表决")
    desk.press("Tab")
    desk.type(candidates)
    desk.press("Tab")
    if !seats.isEmpty { desk.fill("Seats", seats) }
    return desk
  }

  private func count(_ desk: FormDesk, _ numbers: [Int]) {
    for (index, number) in numbers.enumerated() {
      desk.fill("VoteFavour\(index + 1)", "\(number)")
      desk.fill("VoteAgainst\(index + 1)", "\(8 - number)")
      desk.fill("VoteAbstain\(index + 1)", "0")
    }
    desk.press("Tab")
  }

  @Test("each comparison has its own line (R02, R03, R21, R22, R27, R28)")
  func lines() throws {
    let desk = try election("王五 孙丽", seats: "1", absent: 2)
    desk.fill("VoteFavour1", "6")
    desk.press("Esc", "F7")
    desk.type("讨论接收赵磊同志为中共预备党员")
    desk.press("Tab")
    desk.type("表决")
    desk.press("Tab")
    desk.type("zl")
    desk.press("Tab", "Esc")
    // E = 8, P = 6: an ordinary vote and 接收 may be held, four fifths of 8 are 7.
    #expect(desk.rows(with: " · 可以表决,赞成5票及以上通过").count == 1)
    #expect(desk.rows(with: "议题1选举: 有选举权到会6人,不足应到会五分之四即7人,不能选举").count == 1)
    #expect(desk.rows(with: "议题2接收预备党员: 可以表决,赞成5票及以上通过").count == 1)
  }

  @Test("candidate by candidate, seats, a write-in, one ballot for all (R22, R23)")
  func candidates() throws {
    let desk = try election("王五 孙丽 周明 钱进", seats: "3")
    #expect(desk.form?.current.voteCount == 5)
    #expect(desk.rows(with: "有选举权应到8 实到8 · 应选3名 候选4名 · 得5票及以上当选").count == 1)
    count(desk, [8, 7, 5, 4])
    desk.fill("VoteScrutineers1", "李敏")
    desk.fill("VoteTellers1", "陈晓")
    desk.fill("VoteIssued1", "8")
    desk.fill("VoteWriteIn5", "张建国")
    desk.fill("VoteFavour5", "1")
    desk.press("Tab")
    // One more row for a further name.
    #expect(desk.form?.current.voteCount == 6)
    #expect(desk.rows(with: "当选").count == 6)
    #expect(desk.rows(with: "钱进").contains { $0.contains("未当选(须5票)") })
    desk.press("F2")
    #expect(
      desk.writtenText().filter { $0.hasPrefix("Vote") || $0.hasPrefix("Seats") } == [
        "Vote: 对象=Q1M04(王五) 类别=选举 方式=无记名 赞成=8 不赞成=0 弃权=0 发出=8 监票=Q1M01(李敏) 计票=Q1M02(陈晓)",
        "Vote: 对象=Q1M06(孙丽) 类别=选举 方式=无记名 赞成=7 不赞成=1 弃权=0 发出=8 监票=Q1M01(李敏) 计票=Q1M02(陈晓)",
        "Vote: 对象=Q1M08(周明) 类别=选举 方式=无记名 赞成=5 不赞成=3 弃权=0 发出=8 监票=Q1M01(李敏) 计票=Q1M02(陈晓)",
        "Vote: 对象=Q1M09(钱进) 类别=选举 方式=无记名 赞成=4 不赞成=4 弃权=0 发出=8 监票=Q1M01(李敏) 计票=Q1M02(陈晓)",
        "Vote: 类别=选举 方式=无记名 赞成=1 发出=8 监票=Q1M01(李敏) 计票=Q1M02(陈晓) 另选=张建国",
        "Seats: 3",
      ])
  }

  @Test("a tie for the last seat is voted on again: F7 makes the next round")
  func tie() throws {
    let desk = try election("王五 孙丽 周明", seats: "2")
    count(desk, [8, 6, 6])
    #expect(desk.rows(with: "票数相等,再投").count == 2)
    #expect(desk.rows(with: "应选2名 候选3名 · 票数相等,须再次投票").count == 1)
    desk.press("Esc", "F7")
    #expect(desk.text("Item") == "再次投票:选举支部委员会委员")
    #expect(desk.text("About") == "孙丽、周明")
    #expect(desk.text("Seats") == "1")
    #expect(desk.form?.current.voteCount == 3)
  }

  @Test("candidates may change their order while numbers stay with their people")
  func order() throws {
    let desk = try election("王五 孙丽", seats: "1")
    count(desk, [6, 2])
    desk.fill("About", "钱进 孙丽 王五")
    desk.press("Tab")
    #expect(desk.text("VoteSubject1") == "钱进")
    #expect(desk.text("VoteFavour1") == "")
    #expect(desk.text("VoteFavour2") == "2")
    #expect(desk.text("VoteFavour3") == "6")
  }

  @Test("an election that is changed comes back as it was written")
  func again() throws {
    let desk = try election("王五 孙丽", seats: "1")
    count(desk, [6, 2])
    desk.fill("VoteScrutineers1", "李敏")
    desk.press("F2")
    let votes = desk.writtenText().filter { $0.hasPrefix("Vote") }
    let written = try #require(desk.state.context.archive?.ledger.activities.last)
    desk.open(.changeActivity(written.reference))
    desk.fill("Place", "三楼")
    desk.go(to: "Item")
    desk.press("Enter")
    #expect(desk.text("Seats") == "1")
    #expect(desk.text("VoteScrutineers2") == "")
    desk.press("F2")
    #expect(desk.writtenText().filter { $0.hasPrefix("Vote") } == votes)
  }

  @Test("members not counted at an election: the bases stay apart (R26)")
  func excluded() throws {
    let desk = try FormDesk()
    desk.open(.newActivity(kind: "党员大会", organization: branch))
    desk.press("F3", "Right", "Enter")
    desk.type("卧床")
    desk.press("Enter")
    #expect(
      desk.rows(with: "共9 不计入1 应到8 实到8 · 有表决权共8 不计入1 应到7 实到7").count == 1)
  }
}
