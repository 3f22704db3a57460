import OrganizationLife
import Testing
import Wording

@testable import Interface

@Suite("resolutions, outlines and grades in the form")
struct ResolutionFormTests {
  let branch: OrganizationIdentifier

  init() throws { branch = try #require(OrganizationIdentifier("Q1")) }

  private func vote(_ title: String, about: String = "") throws -> FormDesk {
    let desk = try FormDesk()
    desk.open(.newActivity(kind: "党员大会", organization: branch))
    desk.press("F3", "1", "Right")
    desk.go(to: "Item")
    desk.press("F7")
    desk.type(title)
    desk.press("Tab")
    desk.type("表决")
    desk.press("Tab")
    desk.type(about)
    desk.press("Tab")
    return desk
  }

  @Test("F3 writes the fixed closing from the numbers entered")
  func closing() throws {
    let desk = try vote("讨论接收赵磊同志为中共预备党员", about: "zl")
    desk.go(to: "Resolution")
    desk.press("F3")
    #expect(desk.state.notice?.phrase == .noClosing)
    #expect(desk.text("Resolution") == "")
    desk.fill("VoteWritten1", "1")
    desk.fill("VoteFavour1", "6")
    desk.fill("VoteAgainst1", "0")
    desk.fill("VoteAbstain1", "2")
    desk.go(to: "Resolution")
    desk.press("F3")
    #expect(
      desk.text("Resolution")
        == "应到会有表决权的正式党员8名，实到7名。经无记名投票表决，6票赞成，0票不赞成，2票弃权（其中书面意见1票），同意接收赵磊同志为中共预备党员。")
    desk.press("F3")
    #expect(desk.state.notice?.phrase == .closingIsThere)
  }

  @Test("numbers that cannot be have no closing")
  func impossible() throws {
    let desk = try vote("通过工作计划")
    desk.fill("VoteFavour1", "9")
    desk.fill("VoteAgainst1", "0")
    desk.fill("VoteAbstain1", "2")
    desk.go(to: "Resolution")
    desk.press("F3")
    #expect(desk.text("Resolution") == "")
    #expect(desk.state.notice?.phrase == .closingImpossible)
  }

  @Test(
    "what was voted on and how it ended decide the words",
    arguments: [
      ("讨论赵磊同志转正", "zl", 5, "5票赞成，2票不赞成，0票弃权，同意赵磊同志转为中共正式党员。"),
      ("讨论赵磊同志转正", "zl", 4, "4票赞成，3票不赞成，0票弃权，未获通过。"),
      ("讨论取消预备党员资格", "zl", 5, "5票赞成，2票不赞成，0票弃权，同意取消赵磊同志预备党员资格。"),
      ("通过工作计划", "", 7, "经表决，7票赞成，0票不赞成，0票弃权，通过。"),
    ])
  func words(title: String, about: String, inFavour: Int, end: String) throws {
    let desk = try vote(title, about: about)
    desk.fill("VoteFavour1", "\(inFavour)")
    desk.fill("VoteAgainst1", "\(7 - inFavour)")
    desk.fill("VoteAbstain1", "0")
    desk.go(to: "Resolution")
    desk.press("F3")
    #expect(desk.text("Resolution").hasSuffix(end))
    #expect(desk.text("Resolution").hasPrefix("应到会有表决权的正式党员8名，实到7名。"))
  }

  @Test("the minutes of 接收 open with its order; headings alone are no minutes")
  func outline() throws {
    let desk = try vote("讨论接收赵磊同志为中共预备党员", about: "zl")
    desk.go(to: "Minutes")
    desk.press("F4")
    #expect(desk.rows(with: "介绍人意见:").count == 1)
    desk.press("Esc")
    #expect(desk.text("Minutes") == "")
    desk.press("F4")
    desk.type("申请入党两年")
    // Headings without a word below them are still to be written.
    desk.press("Esc")
    #expect(
      desk.form?.derived.missing.map(\.chinese).contains(
        "议题1记录中的介绍人意见、支委会审查意见、讨论、表决、宣布表决结果、本人表态") == true)
    desk.press("F2")
    #expect(
      desk.writtenText().first { $0.hasPrefix("Minutes") }
        == "Minutes: 本人汇报:申请入党两年\n介绍人意见:\n支委会审查意见:\n讨论:\n表决:\n宣布表决结果:\n本人表态:")
    let ordinary = try vote("通过工作计划")
    ordinary.go(to: "Minutes")
    ordinary.press("F4")
    #expect(ordinary.form?.focusedField?.text == "")
  }

  @Test("an election's closing names those elected and the ballots")
  func election() throws {
    let desk = try vote("选举支部委员会委员", about: "王五 孙丽 周明")
    desk.fill("Seats", "2")
    for (number, votes) in [7, 6, 1].enumerated() {
      desk.fill("VoteFavour\(number + 1)", "\(votes)")
    }
    desk.fill("VoteIssued1", "7")
    desk.fill("VoteReturned1", "7")
    desk.go(to: "Resolution")
    desk.press("F3")
    #expect(
      desk.text("Resolution")
        == "应到会有选举权的党员8名，实到7名。发出选票7张，收回7张。经无记名投票选举，王五、孙丽当选（按姓氏笔画为序）。")
  }

  @Test("a closing from other numbers is said; F3 writes it anew in its place and keeps the rest")
  func staleClosing() throws {
    let desk = try vote("讨论接收赵磊同志为中共预备党员", about: "zl")
    desk.fill("VoteFavour1", "6")
    desk.fill("VoteAgainst1", "1")
    desk.fill("VoteAbstain1", "0")
    desk.go(to: "Resolution")
    #expect(desk.rows.last?.contains("F3 写结语") == true)
    desk.press("F3", "F4", "Ctrl-Home", "Home")
    desk.type("支部大会认为")
    desk.press("Esc")
    #expect(desk.rows(with: "不符").isEmpty)
    desk.fill("VoteFavour1", "5")
    desk.fill("VoteAgainst1", "2")
    desk.go(to: "Resolution")
    #expect(desk.text("Resolution").contains("6票赞成，1票不赞成"))
    #expect(desk.rows(with: "议题1:决议结语与现在的到会人数、票数不符").count == 1)
    #expect(desk.rows.last?.contains("F3 重写结语") == true)
    desk.press("F3")
    #expect(
      desk.text("Resolution")
        == "支部大会认为应到会有表决权的正式党员8名，实到7名。经无记名投票表决，5票赞成，2票不赞成，0票弃权，同意接收赵磊同志为中共预备党员。")
    #expect(desk.rows(with: "不符").isEmpty)
    #expect(desk.rows.last?.contains("F3 写结语") == true)
    // Somebody less is there: the closing of before is listed with what to do.
    desk.press("Esc")
    desk.go(to: "Present")
    desk.press("2", "F5")
    desk.type("结语")
    desk.press("Enter")
    #expect(desk.form?.focusedField?.spec.id == "Resolution")
    #expect(desk.state.notice?.phrase == .rewriteClosing)
    desk.press("F3")
    #expect(desk.text("Resolution").contains("实到6名"))
  }

  @Test("the closing of a tied election says who has to be voted on again")
  func tiedElection() throws {
    let desk = try vote("选举支部委员会委员", about: "王五 孙丽 周明")
    desk.fill("Seats", "2")
    for (number, votes) in [7, 5, 5].enumerated() {
      desk.fill("VoteFavour\(number + 1)", "\(votes)")
    }
    desk.go(to: "Resolution")
    desk.press("F3")
    #expect(
      desk.text("Resolution")
        == "应到会有选举权的党员8名，实到7名。经无记名投票选举，王五当选；孙丽、周明票数相等，不能确定，须对孙丽、周明重新投票。")
  }

  @Test("an ordinary vote with as many for as against is voted on again")
  func tiedVote() throws {
    let desk = try vote("通过工作计划")
    desk.fill("VoteFavour1", "3")
    desk.fill("VoteAgainst1", "3")
    desk.fill("VoteAbstain1", "1")
    desk.go(to: "Resolution")
    #expect(desk.rows(with: "应到会有表决权8 实到7 · 票数相等,未通过,须重新表决").count == 1)
    #expect(desk.rows(with: "议题1:赞成、不赞成各3票,票数相等,未通过,须重新表决").count == 1)
    desk.press("F3")
    #expect(
      desk.text("Resolution")
        == "应到会有表决权的正式党员8名，实到7名。经表决，3票赞成，3票不赞成，1票弃权，赞成、不赞成票数相等，未获通过，须重新表决。")
    desk.press("Esc")
    #expect(desk.rows(with: "票数相等,重新表决").count == 1)
  }

  @Test(
    "a committee's vote is its opinion and admits nobody; another body's vote has no closing",
    arguments: [
      (
        "支委会", "支委会", "议题1:支委会表决只是审查意见,接收预备党员须由支部党员大会讨论决定",
        "应到会委员3名，实到3名。经表决，3票赞成，0票不赞成，0票弃权，通过。"
      ),
      ("支委会", "接收预备党员", "议题1", ""), ("党员大会", "支委会", "议题1", ""),
    ])
  func opinion(kind: String, category: String, remark: String, closing: String) throws {
    let desk = try FormDesk()
    desk.open(.newActivity(kind: kind, organization: branch))
    desk.press("F3")
    desk.go(to: "Item")
    desk.press("F7")
    desk.type("接收赵磊为中共预备党员")
    desk.press("Tab")
    desk.type("表决")
    desk.press("Tab")
    desk.type("赵磊")
    desk.press("Tab")
    desk.fill("VoteCategory1", category)
    desk.fill("VoteFavour1", "3")
    desk.fill("VoteAgainst1", "0")
    desk.fill("VoteAbstain1", "0")
    desk.press("Tab")
    let warnings = desk.form?.remarksHere.filter { $0.tone == .warning } ?? []
    #expect(warnings.contains { $0.phrase.chinese.hasPrefix(remark) })
    desk.go(to: "Resolution")
    desk.press("F3")
    #expect(desk.text("Resolution") == closing)
    if closing.isEmpty { #expect(desk.state.notice?.phrase == .closingNotHere) }
  }

  @Test("grades are items; the third that may be 优秀 is said while they are named (R12)")
  func grades() throws {
    let desk = try FormDesk()
    desk.open(.newActivity(kind: "民主评议", organization: branch))
    desk.press("F3")
    desk.go(to: "Item")
    desk.press("Down", times: 5)
    desk.press("Enter")
    #expect(desk.text("Item") == "评定等次:优秀")
    desk.fill("About", "李敏 陈晓 张建国 王五")
    desk.press("Tab", "Esc")
    #expect(desk.rows(with: "等次 优秀4(至多3) 合格0 基本合格0 不合格0 · 未定4").count == 1)
    #expect(desk.rows(with: "优秀4人,党员9人至多3人").count == 1)
    desk.press("Down", "Enter")
    desk.go(to: "About")
    desk.press("Enter")
    #expect(desk.rows(with: "赵磊 预备党员,不定等次").count == 1)
    #expect(desk.rows(with: "李敏 优秀").count == 1)
    desk.press("Esc")
    desk.type("孙丽 张建功 周明 赵磊")
    desk.press("Tab", "Esc")
    #expect(desk.rows(with: "合格4 ").count == 1)
    desk.press("F2")
    let text = desk.writtenText()
    #expect(text.filter { $0.hasPrefix("Item:") } == ["Item: 评定等次:优秀", "Item: 评定等次:合格"])
    #expect(text.contains("Resolution: 评定为优秀"))
    let ledger = try #require(desk.state.context.archive?.ledger)
    let catalog = try #require(desk.state.context.archive?.catalog)
    let day = try #require(Day(FormDesk.today))
    let round = try #require(ledger.appraisalRound(of: branch, on: day, catalog: catalog))
    #expect(round.members(.excellent).map(\.name) == ["李敏", "陈晓", "张建国", "王五"])
    #expect(round.ungraded.map(\.name) == ["钱进"])
  }

  @Test("an 组织生活会 asks for its measures; one with somebody to carry it out is a matter (R10)")
  func measures() throws {
    let desk = try FormDesk()
    desk.open(.newActivity(kind: "组织生活会", organization: branch))
    desk.press("F3")
    desk.go(to: "Item")
    desk.press("Space", "F5")
    #expect(desk.rows(with: "组织生活会没有整改措施").isEmpty == false)
    desk.press("Esc")
    desk.press("Down", times: 3)
    desk.press("Enter")
    #expect(desk.text("Item") == "明确整改措施")
    desk.fill("Owner", "王五")
    desk.fill("Due", "2026-12-31")
    desk.press("Esc", "F5")
    #expect(desk.rows(with: "组织生活会没有整改措施").isEmpty)
    desk.press("Esc", "F2")
    let archive = try #require(desk.state.context.archive)
    let day = try #require(Day(FormDesk.today))
    let open = archive.ledger.openMatters(on: day, of: branch, kinds: archive.catalog.kinds)
    #expect(open.contains { $0.kind == Matter.resolutionKind && $0.owners.first?.name == "王五" })
  }

  @Test("late comers and those out of the room: which votes were missed is asked for at 此项缺席")
  func away() throws {
    let desk = try FormDesk()
    desk.open(.newActivity(kind: "党员大会", organization: branch))
    desk.press("F3", "c")
    desk.go(to: "Item")
    desk.press("F7")
    desk.type("通过工作计划")
    desk.press("Tab")
    desk.type("表决")
    desk.press("Tab")
    desk.fill("VoteFavour1", "7")
    desk.go(to: "Away")
    #expect(desk.rows(with: "李敏迟到,未注明是否参加表决(党内法规 支部工作条例(试行)第十一条)").count == 1)
    desk.type("李敏")
    desk.press("Tab")
    #expect(desk.rows(with: "未注明是否参加表决").isEmpty)
    #expect(desk.rows(with: "应到会有表决权8 实到7(此项缺席1) · 通过(须5票)").count == 1)
    desk.press("Esc")
    // Away for the only vote: the line of the whole does not speak for it.
    #expect(desk.rows(with: " 应到9 实到9 · 有表决权应到8 实到8 · 可以表决").count == 1)
  }
}
