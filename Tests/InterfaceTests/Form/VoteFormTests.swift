import OrganizationLife
import Testing
import Wording

@testable import Interface

@Suite("votes in the form")
struct VoteFormTests {
  let branch: OrganizationIdentifier

  init() throws { branch = try #require(OrganizationIdentifier("Q1")) }

  private func vote(
    _ title: String, about: String = "", absent: Int = 0, kind: String = "党员大会"
  ) throws -> FormDesk {
    let desk = try FormDesk()
    desk.open(.newActivity(kind: kind, organization: branch))
    desk.press("F3")
    for _ in 0..<absent { desk.press("1", "Right") }
    desk.go(to: "Item")
    desk.press("F7")
    desk.type(title)
    desk.press("Tab")
    desk.type("表决")
    desk.press("Tab")
    desk.type(about)
    desk.go(to: "VoteFavour1")
    return desk
  }

  @Test("the line above the roster is live (R02, R03)")
  func liveLine() throws {
    let desk = try FormDesk()
    desk.open(.newActivity(kind: "党员大会", organization: branch))
    #expect(desk.rows(with: " 应到9 实到0 · 有表决权应到8 实到0 · 未标9人").count == 1)
    desk.go(to: "Present")
    desk.press("Space", "Right", "Space", "Right", "Space")
    #expect(
      desk.rows(with: " 应到9 实到3 · 有表决权应到8 实到3 · 有表决权到会3人,不足4人,不能表决").count
        == 1)
    desk.press("Right", "Space")
    #expect(desk.rows(with: "可以召开;有表决权到会4人,不足通过所需5票").count == 1)
    desk.press("F3")
    #expect(desk.rows(with: " 应到9 实到9 · 有表决权应到8 实到8 · 可以表决,赞成5票及以上通过").count == 1)
  }

  @Test(
    "category and method follow from the title",
    arguments: [
      ("讨论接收赵磊同志为中共预备党员", "接收预备党员", "无记名"), ("讨论赵磊同志转正", "转正", "无记名"),
      ("选举出席代表", "选举", "无记名"), ("给予处分", "处分", "无记名"), ("通过工作计划", "普通", "举手"),
    ])
  func proposedCategory(title: String, category: String, method: String) throws {
    let desk = try vote(title)
    #expect(desk.text("VoteCategory1") == category)
    #expect(desk.text("VoteMethod1") == method)
  }

  @Test("a committee's votes are its own")
  func committee() throws {
    let desk = try vote("研究补选", kind: "支委会")
    #expect(desk.text("VoteCategory1") == "支委会")
    #expect(desk.text("VoteMethod1") == "举手")
    #expect(desk.rows(with: "应到会有表决权3 实到3 · 须2票赞成").count == 1)
  }

  @Test("弃权 is offered as the remainder and only Enter takes it")
  func remainder() throws {
    let desk = try vote("讨论接收赵磊同志为中共预备党员", about: "zl", absent: 1)
    desk.type("6")
    desk.press("Tab")
    desk.type("0")
    #expect(desk.rows(with: "弃权 1?").count == 1)
    #expect(desk.text("VoteAbstain1") == "")
    desk.press("Tab")
    #expect(desk.rows(with: "余1票;清点属实按 Enter 记为弃权").count == 1)
    desk.press("Tab")
    #expect(desk.text("VoteAbstain1") == "")
    desk.press("Shift-Tab", "Enter")
    #expect(desk.text("VoteAbstain1") == "1")
    #expect(desk.rows(with: "应到会有表决权8 实到7 · 通过(须5票)").count == 1)
  }

  @Test("written opinions widen the remainder for 接收 only (R28)")
  func written() throws {
    let desk = try vote("讨论接收赵磊同志为中共预备党员", about: "zl", absent: 1)
    desk.fill("VoteWritten1", "1")
    desk.fill("VoteFavour1", "6")
    desk.fill("VoteAgainst1", "0")
    #expect(desk.rows(with: "弃权 2?").count == 1)
    let ordinary = try vote("通过工作计划")
    #expect(
      ordinary.form?.current.fields.first { $0.spec.id == "VoteWritten1" }?.spec.kind == .hidden)
  }

  @Test("F3 in a vote is 全票; a vote short of half of those expected fails")
  func unanimous() throws {
    let desk = try vote("通过工作计划", absent: 4)
    desk.press("F3")
    #expect(desk.text("VoteFavour1") == "4")
    #expect(desk.text("VoteAgainst1") == "0")
    #expect(desk.text("VoteAbstain1") == "0")
    #expect(desk.rows(with: "应到会有表决权8 实到4 · 未通过(须5票)").count == 1)
    desk.press("Esc")
    #expect(desk.rows(with: "举手 赞成4 不赞成0 弃权0 未通过").count == 1)
  }

  @Test("two people voted on have a vote each (R28)")
  func oneByOne() throws {
    let desk = try vote("选举支部委员会委员", about: "王五 孙丽")
    // The third has room for a name that is written in.
    #expect(desk.form?.current.voteCount == 3)
    #expect(desk.text("VoteSubject1") == "王五")
    #expect(desk.text("VoteSubject2") == "孙丽")
    desk.fill("VoteFavour1", "8")
    desk.fill("VoteFavour2", "7")
    desk.fill("VoteAgainst2", "1")
    desk.press("F2")
    #expect(
      desk.writtenText().filter { $0.hasPrefix("Vote") } == [
        "Vote: 对象=Q1M04(王五) 类别=选举 方式=无记名 赞成=8",
        "Vote: 对象=Q1M06(孙丽) 类别=选举 方式=无记名 赞成=7 不赞成=1",
      ])
  }

  @Test("numbers without those in favour are a fault at 赞成")
  func withoutFavour() throws {
    let desk = try vote("通过工作计划")
    desk.fill("VoteAgainst1", "1")
    desk.press("F2")
    #expect(desk.written.isEmpty)
    #expect(desk.form?.focusedField?.spec.id == "VoteFavour1")
    #expect(desk.state.notice?.phrase == .voteWithoutFavour)
  }
}
