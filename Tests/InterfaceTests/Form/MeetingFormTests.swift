import OrganizationLife
import Testing
import Wording

@testable import Interface

@Suite("recording a meeting")
struct MeetingFormTests {
  let branch: OrganizationIdentifier

  init() throws { branch = try #require(OrganizationIdentifier("Q1")) }

  private func newMeeting(_ kind: String = "党员大会", columns: Int = 80, rows: Int = 24) throws
    -> FormDesk
  {
    let desk = try FormDesk(columns: columns, rows: rows)
    desk.open(.newActivity(kind: kind, organization: branch))
    return desk
  }

  @Test("what can be known is proposed, and the cursor stands on the first thing to enter")
  func proposals() throws {
    let desk = try newMeeting()
    #expect(desk.text("Number") == "2")
    #expect(desk.text("Date") == "2026-11-20")
    #expect(desk.text("Place") == "二楼会议室")
    #expect(desk.text("Presider") == "李敏")
    #expect(desk.text("Recorder") == "陈晓")
    #expect(desk.text("Start") == "")
    #expect(desk.form?.focusedField?.spec.id == "Start")
    #expect(desk.form?.page.roster?.unmarkedCount == 9)
    #expect(desk.form?.draft == nil)
  }

  @Test("a whole meeting in a few keys becomes this record")
  func wholeMeeting() throws {
    let desk = try newMeeting()
    desk.type("1430")
    desk.press("Tab")
    desk.type("16")
    desk.press("F3", "Right", "Right", "Right", "1")
    desk.fill("Attending", "刘×(政治处)")
    desk.go(to: "Item")
    desk.press("Space", "F7")
    desk.type("讨论接收赵磊同志为中共预备党员")
    desk.press("Tab")
    desk.type("表决")
    desk.press("Tab")
    desk.type("zl")
    desk.go(to: "Minutes")
    desk.press("Enter")
    desk.type("lm")
    desk.press("Tab")
    desk.type("同意")
    desk.press("Esc")
    desk.fill("VoteFavour1", "6")
    desk.fill("VoteAgainst1", "0")
    desk.press("Tab", "Enter")
    desk.fill("VoteIssued1", "7")
    desk.fill("VoteReturned1", "7")
    desk.fill("VoteValid1", "7")
    desk.fill("VoteScrutineers1", "张建国")
    desk.fill("VoteTellers1", "孙丽")
    desk.fill("Owner", "cx")
    desk.fill("Due", "12-1")
    desk.press("F2")
    #expect(
      desk.writtenText() == [
        "Organization: Q1", "Kind: 党员大会", "Number: 2", "Date: 2026-11-20", "Start: 14:30",
        "End: 16:00", "Place: 二楼会议室", "Presider: Q1M01(李敏)", "Recorder: Q1M02(陈晓)",
        "Present: Q1M01(李敏)", "Present: Q1M02(陈晓)", "Present: Q1M03(张建国)",
        "Present: Q1M05(赵磊)", "Present: Q1M06(孙丽)", "Present: Q1M07(张建功)",
        "Present: Q1M08(周明)", "Present: Q1M09(钱进)", "Absent: Q1M04(王五) 值班 批准=Q1M01(李敏)",
        "Attending: 刘×(政治处)", "State: 未定稿",
        "Item: 传达学习上级文件和会议精神", "ItemKind: 传达学习",
        "Item: 讨论接收赵磊同志为中共预备党员", "ItemKind: 表决", "About: Q1M05(赵磊)",
        "Minutes: 本人汇报:李敏:同意\n介绍人意见:\n支委会审查意见:\n讨论:\n表决:\n宣布表决结果:\n本人表态:",
        "Vote: 对象=Q1M05(赵磊) 类别=接收预备党员 方式=无记名 赞成=6 不赞成=0 弃权=1 发出=7 收回=7 有效=7 "
          + "监票=Q1M03(张建国) 计票=Q1M06(孙丽)",
        "Owner: Q1M02(陈晓)", "Due: 2026-12-01",
      ])
  }

  @Test("votes beyond what was counted are asked about, at their field, and may be kept")
  func voteFault() throws {
    let desk = try newMeeting()
    desk.press("F3")
    desk.go(to: "Item")
    desk.press("F7")
    desk.type("表决事项")
    desk.press("Tab")
    desk.type("表决")
    desk.fill("VoteFavour1", "12")
    desk.press("Esc")
    desk.go(to: "Place")
    desk.press("F2")
    #expect(desk.written.isEmpty)
    #expect(desk.form?.openItem == 1)
    #expect(desk.form?.focusedField?.spec.id == "VoteFavour1")
    guard case .question = desk.state.overlay else {
      Issue.record("not asked")
      return
    }
    desk.press("Esc")
    #expect(desk.written.isEmpty)
    #expect(desk.rows(with: "票数12超过有表决权到会人数").count >= 1)
    desk.press("F2", "Enter")
    #expect(desk.writtenText().contains { $0.hasPrefix("Vote: ") && $0.contains("赞成=12") })
  }

  @Test("nothing is written while a date cannot be read; the cursor goes there and says why")
  func faultJumps() throws {
    let desk = try newMeeting()
    desk.fill("Date", "2-30")
    desk.fill("Start", "2580")
    desk.go(to: "Place")
    desk.press("F2")
    #expect(desk.written.isEmpty)
    #expect(desk.form?.focusedField?.spec.id == "Date")
    #expect(
      desk.state.notice
        == Notice(.andMore(.notADate("2-30"), 1), .bad))
    desk.expectSound()
    desk.fill("Date", "昨天")
    desk.fill("Start", "1500")
    desk.press("F2")
    #expect(desk.writtenText().contains("Date: 2026-11-19"))
  }

  @Test("saving with gaps is allowed, and said while they are there")
  func gaps() throws {
    let desk = try newMeeting()
    #expect(
      desk.rows.last { $0.contains("还缺") }
        == " 还缺: 开始时间、结束时间、9人未标到会(李敏、陈晓、张建国、……)、议题、记录")
    desk.press("F2")
    #expect(
      desk.writtenText() == [
        "Organization: Q1", "Kind: 党员大会", "Number: 2", "Date: 2026-11-20", "Place: 二楼会议室",
        "Presider: Q1M01(李敏)", "Recorder: Q1M02(陈晓)", "State: 未定稿",
      ])
  }

  @Test("the same meeting a second time is asked about")
  func twice() throws {
    let desk = try newMeeting()
    desk.type("1430")
    desk.press("F2")
    #expect(desk.written.count == 1)
    desk.written = []
    desk.open(.newActivity(kind: "党员大会", organization: branch))
    desk.type("1430")
    desk.press("F2")
    #expect(desk.written.isEmpty)
    guard case .question = desk.state.overlay else {
      Issue.record("not asked")
      return
    }
    desk.press("Esc")
    #expect(desk.form != nil && desk.written.isEmpty)
    desk.press("F2", "Enter")
    #expect(desk.written.count == 1)
  }

  @Test("items that were only proposed are left out")
  func offeredItems() throws {
    let desk = try newMeeting()
    #expect(desk.form?.page.items?.pages.map(\.isOffered) == [true, true, true])
    desk.go(to: "Item")
    desk.press("Down", "Space")
    desk.press("F2")
    #expect(
      desk.writtenText().filter { $0.hasPrefix("Item") } == [
        "Item: 通报上次会议决议落实情况", "ItemKind: 通报",
      ])
  }

  @Test("an item is removed, brought back by Ctrl-Z, and moved")
  func itemKeys() throws {
    let desk = try newMeeting()
    desk.go(to: "Item")
    let titles = { desk.form?.page.items?.pages.map { $0.text("Item") } }
    let all = ["传达学习上级文件和会议精神", "通报上次会议决议落实情况", "研究换届工作(任期至2027-05-10)"]
    #expect(titles() == all)
    desk.press("Del")
    #expect(titles() == Array(all.dropFirst()))
    desk.press("Ctrl-Z")
    #expect(titles() == all)
    desk.press("Alt-Down")
    #expect(titles() == [all[1], all[0], all[2]])
    desk.press("Alt-Up")
    #expect(titles() == all)
  }

  @Test("changing the date reads the roster of that day and keeps the marks")
  func rosterOfTheDay() throws {
    let desk = try FormDesk(
      more: """

        %rec: member

        Member: Q1M10
        Name: 新来
        Organization: Q1
        Group: Q1G2
        Status: 正式党员
        Since: 2026-11-01
        """)
    desk.open(.newActivity(kind: "党员大会", organization: branch))
    desk.press("F3", "8")
    #expect(desk.form?.page.roster?.seats.count == 10)
    desk.fill("Date", "2026-10-15")
    desk.press("Tab")
    let roster = try #require(desk.form?.page.roster)
    #expect(roster.mark(0).reason == "病假")
    #expect(roster.seats.count == 10)
    #expect(roster.seats.last?.person.name == "新来")
    #expect(roster.seats.last?.isExtra == true)
    #expect(desk.rows(with: "应到9").count == 1)
    #expect(desk.rows(with: "名册以外").count == 1)
  }

  @Test("the number follows the year of the day until one is entered")
  func numberOfTheYear() throws {
    let desk = try newMeeting()
    desk.fill("Date", "2025-12-30")
    desk.press("Tab")
    #expect(desk.text("Number") == "1")
    desk.fill("Number", "4")
    desk.fill("Date", "2026-11-19")
    desk.press("Tab")
    #expect(desk.text("Number") == "4")
  }

  @Test(
    "each state is a word",
    arguments: [
      (["Space"], "到 李敏"), (["Space", "Space"], "·· 李敏"), (["v"], "视频 李敏"), (["c"], "迟 李敏"),
      (["t"], "退 李敏"), (["1"], "假 李敏(值班)"), (["0"], "假 李敏(探亲)"), (["１"], "假 李敏(值班)"),
      (["1", "Del"], "·· 李敏"), (["1", "Space"], "到 李敏"), (["c", "t"], "迟退 李敏"),
    ])
  func states(keys: [String], shown: String) throws {
    let desk = try newMeeting()
    desk.go(to: "Present")
    for key in keys { desk.press(key) }
    #expect(desk.rows(with: ">" + shown).count == 1, "\(desk.picture)")
  }

  @Test("other reasons and 无故 come from the box")
  func box() throws {
    let desk = try newMeeting()
    desk.go(to: "Present")
    desk.press("Enter")
    #expect(desk.state.overlay != nil)
    desk.type("无故")
    desk.press("Enter")
    #expect(desk.rows(with: ">缺 李敏").count == 1)
    desk.press("Enter")
    desk.type("参加庭审")
    desk.press("Enter")
    #expect(desk.rows(with: "李敏 · 假(参加庭审)").count == 1)
    desk.press("Right", "Enter")
    desk.type("参加庭审 批准=孙丽")
    desk.press("Enter")
    #expect(desk.rows(with: "陈晓 · 假(参加庭审) · 批准 孙丽").count == 1)
  }

  @Test(
    "the body of the kind is on the roster", arguments: [("党小组会", "Q1G1", 5), ("支委会", "Q1", 3)])
  func bodies(kind: String, organization: String, count: Int) throws {
    let desk = try FormDesk()
    let place = try #require(OrganizationIdentifier(organization))
    desk.open(.newActivity(kind: kind, organization: place))
    desk.press("F3")
    #expect(desk.form?.page.roster?.present.count == count)
    #expect(desk.rows(with: "应到\(count) 实到\(count)").count == 1)
    #expect(!desk.rows.dropFirst().contains { $0.contains("第一党小组") })
  }

  @Test("people of a talk are named; there is no grid")
  func talk() throws {
    let desk = try newMeeting("谈心谈话")
    #expect(desk.form?.page.roster == nil)
    desk.fill("Presider", "李敏")
    desk.fill("Present", "王五 孙丽")
    desk.press("Tab")
    #expect(desk.text("Present") == "王五、孙丽")
    desk.press("F2")
    #expect(desk.writtenText().contains("Present: Q1M04(王五)"))
    #expect(desk.writtenText().contains("Present: Q1M06(孙丽)"))
  }

  @Test("a theme day with a lesson in it counts as 党课")
  func themeDay() throws {
    let desk = try newMeeting("主题党日")
    #expect(desk.rows(with: "环节").count > 0)
    desk.fill("Counts", "dk")
    desk.press("Tab")
    #expect(desk.text("Counts") == "党课")
    desk.fill("Lecturer", "lm")
    desk.fill("Hours", "2学时")
    desk.go(to: "Item")
    desk.press("Down", "Space")
    desk.press("F2")
    let written = desk.writtenText()
    #expect(written.contains("Counts: 党课"))
    #expect(written.contains("Lecturer: Q1M01(李敏)"))
    #expect(written.contains("Hours: 2"))
    #expect(written.suffix(2) == ["Item: 书记讲党课", "ItemKind: 环节"])
    let ledger = try #require(desk.state.context.archive?.ledger)
    #expect(ledger.activities.last?.counts(as: "党课") == true)
  }

  @Test("a choice takes initials; the box and the calendar take Enter")
  func boxes() throws {
    let desk = try newMeeting()
    desk.go(to: "Date")
    desk.press("Enter", "Left", "Enter")
    #expect(desk.text("Date") == "2026-11-19")
    desk.go(to: "Attending")
    desk.press("Enter", "Space", "Down", "Space", "Enter")
    #expect(desk.text("Attending") == "李敏、陈晓")
    desk.go(to: "Attending")
    desk.type("刘×")
    desk.press("Tab")
    #expect(desk.text("Attending") == "李敏、陈晓、刘×")
    desk.go(to: "Presider")
    desk.type("zjg")
    desk.press("Enter")
    guard case .choices(let box) = desk.state.overlay else {
      Issue.record("no box of those whom the letters fit")
      return
    }
    #expect(box.choices.map(\.label).sorted() == ["张建功 Q1M07", "张建国 Q1M03"])
    desk.press("Enter")
    #expect(["张建国", "张建功"].contains(desk.text("Presider")))
  }

  @Test("a talk is with somebody and held by who writes it down; nobody is ticked")
  func talkHeldBy() throws {
    let desk = try FormDesk()
    desk.open(.newActivity(kind: "谈心谈话", organization: branch))
    #expect(desk.rows(with: "谈话人 李敏").count == 1)
    #expect(desk.rows(with: " 还缺: 谈话对象").count == 1)
    #expect(desk.rows.last?.contains("全部到会") == false)
    desk.press("F3")
    #expect(desk.state.notice?.phrase == .unknownKey)
  }

  @Test("who presided last time and holds no office any more is not proposed again")
  func presider() throws {
    let desk = try FormDesk()
    desk.open(.newActivity(kind: "党员大会", organization: branch))
    desk.fill("Presider", "王五")
    desk.fill("Date", "2026-11-19")
    desk.press("F2")
    desk.open(.newActivity(kind: "党员大会", organization: branch))
    #expect(desk.text("Presider") == "李敏")
  }

  @Test("an item into which nothing was entered is gone after Esc")
  func emptyItem() throws {
    let desk = try FormDesk()
    desk.open(.newActivity(kind: "党员大会", organization: branch))
    let before = desk.form?.page.items?.pages.count
    desk.press("F7", "Esc")
    #expect(desk.form?.page.items?.pages.count == before)
    desk.press("F7")
    desk.type("一件事")
    desk.press("Esc")
    #expect(desk.form?.page.items?.pages.count == before.map { $0 + 1 })
  }

  @Test("the parts of a theme day are not called parts one by one, and are missed by that name")
  func parts() throws {
    let desk = try FormDesk()
    desk.open(.newActivity(kind: "主题党日", organization: branch))
    #expect(desk.rows(with: "环节 环节").isEmpty)
    #expect(desk.form?.derived.missing.map(\.chinese).contains("环节") == true)
    #expect(desk.form?.derived.missing.map(\.chinese).contains("议题") == false)
  }

  @Test("what is missing is cut between its parts", arguments: [60, 70, 80, 100])
  func missing(columns: Int) throws {
    let desk = try FormDesk(columns: columns)
    desk.open(.newActivity(kind: "党课", organization: branch))
    let all = desk.form?.derived.missing.map(\.chinese) ?? []
    let row = try #require(desk.rows(with: " 还缺: ").first)
    let kept = (1...all.count).first { count in
      let list = all.prefix(count).joined(separator: "、")
      return row == " 还缺: " + list + (count < all.count ? " 等\(all.count)项" : "")
    }
    #expect(kept != nil, "\(row)")
  }
}
