import OrganizationLife
import Testing
import Wording

@testable import Interface

@Suite("what the rules say while a meeting is entered")
struct RemarkFormTests {
  let branch: OrganizationIdentifier

  init() throws { branch = try #require(OrganizationIdentifier("Q1")) }

  private func meeting() throws -> FormDesk {
    let desk = try FormDesk()
    desk.open(.newActivity(kind: "党员大会", organization: branch))
    desk.press("F3")
    return desk
  }

  private func addVote(_ desk: FormDesk, _ title: String, _ about: String = "") {
    desk.go(to: "Item")
    desk.press("F7")
    desk.type(title)
    desk.press("Tab")
    desk.type("表决")
    desk.press("Tab")
    desk.type(about)
    desk.press("Tab")
  }

  @Test("a remark stands below the form and, at its field, with its article (R06)")
  func presider() throws {
    let desk = try meeting()
    desk.fill("Presider", "王五")
    #expect(desk.rows(with: "主持人王五未任本组织职务").isEmpty == false)
    desk.go(to: "Recorder")
    #expect(desk.rows(with: " 主持人王五未任本组织职务 (F5 看").count == 1)
    desk.go(to: "Presider")
    #expect(desk.rows(with: "主持人王五未任本组织职务(党内法规 支部工作条例(试行)第十四条)").count == 1)
    desk.press("F2")
    #expect(desk.writtenText().contains("Presider: Q1M04(王五)"))
  }

  @Test(
    "F5 lists what is missing and said; Enter goes to the field",
    arguments: [
      ("应选名额", "Seats"), ("记录", "Minutes"), ("监票人", "VoteScrutineers1"), ("票数", "VoteFavour1"),
    ])
  func list(typed: String, field: String) throws {
    let desk = try meeting()
    addVote(desk, "选举支部委员会委员", "王五 孙丽")
    if field != "VoteFavour1" { desk.fill("VoteFavour1", "6") }
    desk.press("Esc", "F5")
    #expect(desk.rows(with: "还缺与提示(").count == 1)
    desk.type(typed)
    desk.press("Enter")
    #expect(desk.form?.openItem != nil)
    let focused = desk.form?.focusedField?.spec.id
    #expect(focused == field)
  }

  @Test(
    "F5 lists what F2 would refuse, and Enter goes there",
    arguments: [
      ("Recorder", "txx", "名册里没有「txx」"), ("Start", "3n4", "「3n4」"),
    ])
  func refused(field: String, typed: String, words: String) throws {
    let desk = try meeting()
    desk.fill(field, typed)
    desk.press("Tab", "F5")
    #expect(desk.rows(with: words).isEmpty == false)
    desk.type(words)
    desk.press("Enter")
    #expect(desk.form?.focusedField?.spec.id == field)
    desk.press("F2")
    #expect(desk.written.isEmpty)
    // What the cursor still stands in counts as well.
    let other = try meeting()
    other.fill(field, typed)
    other.press("F5")
    #expect(other.rows(with: words).isEmpty == false)
  }

  @Test("fixed items that nothing is recorded of, and a presider who did not come, are said")
  func fixedSlots() throws {
    let desk = try FormDesk()
    desk.open(.newActivity(kind: "周例会", organization: branch))
    let slots = ["政治理论周研讨", "警示教育周讲评", "业务工作周安排"]
    func said() -> [String] { desk.form?.remarksHere.map { $0.phrase.chinese } ?? [] }
    #expect(said().filter { $0.contains("固定议程") } == slots.map { "固定议程“\($0)”没有记" })
    desk.fill("Presider", "李敏")
    desk.fill("Recorder", "陈晓")
    desk.press("Tab")
    #expect(!said().contains { $0.contains("不在到会人员里") })
    desk.fill("Present", "陈晓")
    desk.press("Tab")
    #expect(said().filter { $0.contains("不在到会人员里") } == ["主持李敏不在到会人员里"])
    desk.fill("Present", "陈晓、李敏")
    desk.go(to: "Item")
    desk.press("Space", "Down", "Space")
    #expect(said().filter { $0.contains("不在到会人员里") } == [])
    #expect(said().filter { $0.contains("固定议程") } == ["固定议程“业务工作周安排”没有记"])
    desk.press("F2")
    #expect(desk.writtenText().contains("Item: 警示教育周讲评"))
  }

  @Test("a plain form names what must be entered once")
  func namedOnce() throws {
    let desk = try FormDesk()
    desk.open(.newPlain(type: "document", branch))
    desk.press("F5")
    guard case .choices(let box) = desk.state.overlay else {
      Issue.record("nothing is listed")
      return
    }
    #expect(box.choices.count { $0.label.contains("标题") } == 1)
  }

  @Test(
    "who counts the votes was there and is one of those who vote (R24)",
    arguments: [
      ("VoteScrutineers1", "王五", "监票人王五未到会"), ("VoteTellers1", "王五", "计票人王五未到会"),
      ("VoteScrutineers1", "刘×(政治处)", "监票人刘×(政治处)不是参会党员"),
      ("VoteScrutineers1", "孙丽", nil),
    ])
  func counters(field: String, name: String, remark: String?) throws {
    let desk = try FormDesk()
    desk.open(.newActivity(kind: "党员大会", organization: branch))
    desk.go(to: "Present")
    desk.press("Right", times: 3)
    desk.press("1", "F3")
    addVote(desk, "接收钱进为预备党员", "钱进")
    desk.fill("VoteFavour1", "5")
    desk.fill(field, name)
    desk.press("Tab")
    let found = desk.form?.remarksHere.map { $0.phrase.chinese } ?? []
    let counting = found.filter { $0.contains("监票人") || $0.contains("计票人") }
      .filter { $0.hasPrefix("议题1:") }
    #expect(counting == (remark.map { ["议题1:\($0)"] } ?? []))
  }

  @Test(
    "a title that names another person than the vote is on",
    arguments: [
      ("接收王五为预备党员", "钱进", "议题1:标题写的是王五,表决对象是钱进"),
      ("接收钱进为预备党员,介绍人王五", "钱进", nil), ("讨论接收预备党员", "钱进", nil),
    ])
  func otherName(title: String, about: String, remark: String?) throws {
    let desk = try meeting()
    addVote(desk, title, about)
    desk.fill("VoteFavour1", "5")
    desk.press("Tab")
    let found = desk.form?.remarksHere.map { $0.phrase.chinese } ?? []
    #expect(found.filter { $0.contains("标题") } == [remark].compactMap { $0 })
  }

  @Test("a meeting that ends before it starts is said before it is saved")
  func ends() throws {
    let desk = try meeting()
    desk.fill("Start", "1430")
    desk.fill("End", "1400")
    desk.press("Tab")
    #expect(desk.rows(with: "结束").contains { $0.contains("早于") })
    desk.press("F5")
    desk.type("早于")
    desk.press("Enter")
    #expect(desk.form?.focusedField?.spec.id == "End")
  }

  @Test("who came late is asked for when a vote is missing, and left out with one entry")
  func late() throws {
    let desk = try meeting()
    desk.go(to: "Present")
    desk.press("=")
    addVote(desk, "通过工作计划")
    desk.fill("VoteFavour1", "7")
    desk.fill("VoteAgainst1", "0")
    desk.fill("VoteAbstain1", "0")
    desk.press("Tab")
    #expect(desk.rows(with: "李敏迟到").count == 1)
    // All eight voted: she was there in time.
    desk.fill("VoteFavour1", "8")
    desk.press("Tab")
    #expect(desk.rows(with: "李敏迟到").isEmpty)
    desk.fill("VoteFavour1", "7")
    desk.go(to: "Away")
    desk.press("Enter")
    #expect(desk.rows(with: ">  李敏 迟").count == 1)
    desk.press("Enter")
    #expect(desk.text("Away") == "李敏")
    #expect(desk.rows(with: "应到会有表决权8 实到7(此项缺席1) · 通过(须5票)").count == 1)
    #expect(desk.rows(with: "李敏迟到").isEmpty)
  }

  @Test("F5 knows what other forms lack, too")
  func otherForms() throws {
    let desk = try FormDesk()
    desk.open(.newMember(branch))
    #expect(desk.rows(with: "还缺: ").count == 1)
    desk.press("F5")
    #expect(desk.rows(with: "还缺与提示(").count == 1)
    desk.type("姓名")
    desk.press("Enter")
    #expect(desk.form?.focusedField?.spec.name == "Name")
  }

  @Test("who is not ticked is gone to on the roster")
  func unmarked() throws {
    let desk = try FormDesk()
    desk.open(.newActivity(kind: "党员大会", organization: branch))
    desk.go(to: "Present")
    desk.press("Space", "Right", "Space")
    desk.go(to: "Start")
    desk.press("F5")
    desk.type("未标")
    desk.press("Enter")
    #expect(desk.form?.focusedField?.spec.id == "Present")
    #expect(desk.form?.page.roster?.focus == 2)
  }

  @Test("more votes than voters are said at the field and kept as what happened")
  func beyondVoters() throws {
    let desk = try meeting()
    addVote(desk, "通过工作计划")
    desk.fill("VoteFavour1", "9")
    #expect(desk.rows(with: "议题1票数9超过有表决权到会人数(含书面)8").count == 1)
    desk.press("F2")
    #expect(desk.written.isEmpty)
    desk.press("Enter")
    #expect(desk.writtenText().contains("Vote: 类别=普通 方式=举手 赞成=9"))
  }

  @Test("an election without four fifths can be kept, with the rule said (R21)")
  func election() throws {
    let desk = try FormDesk()
    desk.open(.newActivity(kind: "党员大会", organization: branch))
    desk.press("F3", "1", "Right", "1", "Right", "1")
    addVote(desk, "选举支部委员会委员", "王五 孙丽")
    desk.fill("Seats", "1")
    desk.fill("VoteFavour1", "5")
    #expect(desk.rows(with: "不足应到会五分之四(7人),不能选举").count == 1)
    #expect(desk.rows(with: "到会5人,应到会五分之四即7人以上,选举无效").count >= 1)
    desk.press("F2")
    #expect(desk.writtenText().contains { $0.hasPrefix("Vote: 对象=Q1M04(王五) 类别=选举") })
  }

  @Test("nothing missing, nothing said")
  func nothing() throws {
    let desk = try FormDesk()
    desk.open(.newMember(branch))
    desk.fill("Name", "王新民")
    desk.fill("Status", "入党申请人")
    desk.press("F5")
    #expect(desk.state.notice?.phrase == .nothingToRemark, "\(desk.rows(with: "还缺"))")
  }

  @Test("the rows below stay within 60 × 16")
  func small() throws {
    let desk = try FormDesk(columns: 60, rows: 16)
    desk.open(.newActivity(kind: "党员大会", organization: branch))
    desk.press("F3")
    desk.fill("Presider", "王五")
    addVote(desk, "选举支部委员会委员", "王五 孙丽")
    desk.fill("VoteFavour1", "9")
    desk.expectSound()
    #expect(desk.rows.filter { $0.contains("赞成 9") }.count == 1)
  }
}
