import OrganizationLife
import RecordLog
import Testing
import Wording

@testable import Interface

@Suite("changing, signing, withdrawing, people and organisations")
struct RecordFormTests {
  let branch: OrganizationIdentifier

  init() throws { branch = try #require(OrganizationIdentifier("Q1")) }

  private func meeting(_ desk: FormDesk) throws -> Activity {
    try #require(desk.state.context.archive?.ledger.activities.first)
  }

  @Test("a change writes the whole record and keeps what the form does not show")
  func change() throws {
    let desk = try FormDesk()
    let old = try meeting(desk)
    desk.open(.changeActivity(old.reference))
    desk.fill("Place", "三楼会议室")
    desk.press("F2")
    #expect(desk.form == nil)
    let sum = try #require(desk.state.context.archive?.record(old.reference)).sum.prefix(8)
    #expect(
      desk.writtenText() == [
        "Organization: Q1", "Kind: 党员大会", "Number: 1", "Date: 2026-09-10", "Start: 14:30",
        "End: 16:00", "Place: 三楼会议室", "Presider: Q1M01(李敏)", "Recorder: Q1M02(陈晓)",
        "Present: Q1M01(李敏)", "Present: Q1M02(陈晓)", "Present: Q1M03(张建国)",
        "Present: Q1M06(孙丽)", "Present: Q1M07(张建功)", "Present: Q1M08(周明)",
        "Absent: Q1M04(王五) 值班 批准=Q1M01(李敏)", "Attending: 刘×(政治处)",
        "Minutes: 会议记录第一行\n第二行", "State: 未定稿", "Note: 原有备注",
        "Corrects: \(old.reference) \(sum)", "Weather: 晴",
        "Item: 讨论补选支委", "ItemKind: 表决", "Minutes: 张建国:同意",
        "Vote: 类别=普通 方式=举手 赞成=5 不赞成=0 弃权=1", "Resolution: 补选", "Color: 红",
      ])
  }

  @Test("signing writes 定稿 with who signed; after that a change needs a reason")
  func sign() throws {
    let desk = try FormDesk()
    let old = try meeting(desk)
    desk.open(.sign(old.reference))
    #expect(desk.text("Signed") == "李敏")
    desk.fill("SignedOn", "昨天")
    desk.press("F2")
    // It says what is missing before it cannot be added without a reason any more.
    guard case .question(_, let phrase) = desk.state.overlay else {
      Issue.record("not asked")
      return
    }
    #expect(phrase.chinese.hasPrefix("还缺:"), "\(phrase.chinese)")
    #expect(phrase.chinese.hasSuffix("仍要定稿吗?"))
    desk.press("Esc")
    #expect(desk.written.isEmpty)
    desk.press("F2", "Enter")
    #expect(desk.writtenText().contains("State: 定稿"))
    #expect(desk.writtenText().contains("Signed: Q1M01(李敏) 2026-11-19"))
    #expect(desk.writtenText().contains("Color: 红"))
    desk.open(.changeActivity(old.reference))
    desk.fill("Place", "三楼")
    desk.press("F2")
    #expect(desk.form?.focusedField?.spec.id == "Reason")
    #expect(desk.state.notice?.phrase == .pleaseEnter(.label(ofField: "Reason")))
    desk.type("地点写错")
    desk.press("F2")
    #expect(desk.writtenText().contains("Reason: 地点写错"))
    #expect(desk.writtenText().contains("State: 定稿"))
    #expect(desk.writtenText().contains("Signed: Q1M01(李敏) 2026-11-19"))
  }

  @Test("withdrawing needs a reason and writes nothing else")
  func withdraw() throws {
    let desk = try FormDesk()
    let old = try meeting(desk)
    desk.open(.withdraw(old.reference))
    desk.press("F2")
    #expect(desk.written.isEmpty)
    desk.type("重复录入")
    desk.press("F2")
    #expect(desk.writtenText() == ["Withdraws: \(old.reference)", "Reason: 重复录入"])
    #expect(desk.state.context.archive?.isWithdrawn(old.reference) == true)
  }

  @Test("a new person")
  func newMember() throws {
    let desk = try FormDesk()
    desk.open(.newMember(branch))
    #expect(desk.form?.focusedField?.spec.id == "Name")
    #expect(desk.text("Member") == "Q1M10")
    desk.press("F2")
    #expect(
      desk.state.notice?.phrase == .andMore(.pleaseEnter(.label(ofField: "Name", of: "member")), 1))
    desk.type("郑爽")
    desk.fill("Group", "第二党小组")
    desk.fill("Status", "yb")
    desk.fill("Gender", "女")
    desk.fill("Born", "1999.5")
    desk.fill("Post", "宣传委员、民警")
    desk.fill("Admitted", "2026-6-30")
    desk.fill("Introducer", "lm cx")
    desk.press("F2")
    #expect(
      desk.writtenText() == [
        "Member: Q1M10", "Name: 郑爽", "Organization: Q1", "Group: Q1G2", "Status: 预备党员",
        "Category: 在职", "Rights: 正常", "Post: 宣传委员", "Post: 民警", "Gender: 女", "Born: 1999-05",
        "Admitted: 2026-06-30", "Introducer: Q1M01(李敏)", "Introducer: Q1M02(陈晓)",
        "Since: 2026-11-20",
      ])
  }

  @Test(
    "whoever saves behind somebody else is checked against what that one wrote",
    arguments: [
      // What was written meanwhile: the same number, another number, in another organisation.
      ("Q1M10", "Q1", false), ("Q1M30", "Q1", true), ("Q2M10", "Q2", true),
    ])
  func overtaken(member: String, organization: String, isSaved: Bool) throws {
    let desk = try FormDesk(
      more: "%rec: organization\n\nOrganization: Q2\nName: 二支部\nLevel: 党支部\nSince: 2020-01-01\n")
    desk.open(.newMember(branch))
    desk.type("郑爽")
    desk.fill("Status", "zs")
    #expect(desk.text("Member") == "Q1M10")
    try desk.addUnseen(
      "%rec: member\n\nMember: \(member)\nName: 吴新\nOrganization: \(organization)\n"
        + "Status: 正式党员\nSince: 2026-11-01\n")
    desk.press("F2")
    #expect(desk.writtenText().contains("Name: 郑爽") == isSaved)
    #expect((desk.form == nil) == isSaved, "\(desk.picture)")
    guard !isSaved else { return }
    // The form stays, at the number that is taken; with another it is saved.
    #expect(desk.rows(with: "Q1M10").isEmpty == false)
    desk.fill("Member", "Q1M11")
    desk.press("F2")
    #expect(desk.writtenText().contains("Member: Q1M11"))
  }

  @Test("a new person whose name looks like another's is asked about, and may be saved")
  func lookAlike() throws {
    let desk = try FormDesk(
      more: "%rec: member\n\nMember: Q1M60\nName: 赵未\nOrganization: Q1\nStatus: 正式党员\n"
        + "Since: 2020-01-01\n")
    desk.open(.newMember(branch))
    desk.type("赵末")
    desk.fill("Status", "zs")
    desk.press("F2")
    #expect(desk.written.isEmpty)
    #expect(desk.rows(with: "看上去一样").count == 1)
    #expect(desk.rows(with: "仍要保存吗").count == 1)
    desk.press("Enter")
    #expect(desk.writtenText().contains("Name: 赵末"))
  }

  @Test("转正 is a new snapshot from today with everything that was there")
  func changeMember() throws {
    let desk = try FormDesk()
    desk.open(.changeMember(try #require(MemberIdentifier("Q1M05"))))
    #expect(desk.text("Since") == "2026-11-20")
    desk.fill("Status", "正式党员")
    desk.fill("Confirmed", "11-18")
    desk.press("F2")
    #expect(
      desk.writtenText() == [
        "Member: Q1M05", "Name: 赵磊", "Organization: Q1", "Group: Q1G1", "Status: 正式党员",
        "Gender: 男", "Confirmed: 2026-11-18", "Since: 2026-11-20",
      ])
  }

  @Test("a new group, and new officers of the branch")
  func organizations() throws {
    let desk = try FormDesk()
    desk.open(.newOrganization(parent: branch))
    #expect(desk.text("Organization") == "Q1G3")
    #expect(desk.text("Level") == "党小组")
    desk.fill("Name", "第三党小组")
    desk.press("F2")
    #expect(
      desk.writtenText() == [
        "Organization: Q1G3", "Name: 第三党小组", "Level: 党小组", "Parent: Q1", "Since: 2026-11-20",
      ])
    desk.open(.changeOrganization(branch))
    desk.fill("Officer4", "孙丽 宣传委员")
    desk.press("Tab")
    desk.fill("Officer5", "王五")
    desk.press("F2")
    #expect(desk.state.notice?.phrase == .officerWithoutPost)
    desk.press("Ctrl-E")
    desk.type(" 纪检委员")
    desk.press("F2")
    #expect(
      desk.writtenText().filter { $0.hasPrefix("Officer") } == [
        "Officer: Q1M01(李敏) 书记", "Officer: Q1M02(陈晓) 副书记", "Officer: Q1M03(张建国) 组织委员",
        "Officer: Q1M06(孙丽) 宣传委员", "Officer: Q1M04(王五) 纪检委员",
      ])
  }

  @Test("a finding about a member, and what became of it")
  func matters() throws {
    let desk = try FormDesk()
    desk.open(.newMatter(branch, about: MemberIdentifier("Q1M04")))
    #expect(desk.form?.focusedField?.spec.id == "Title")
    desk.type("学时不足")
    desk.fill("Due", "12-31")
    desk.press("F2")
    #expect(
      desk.writtenText() == [
        "Organization: Q1", "Kind: 检查问题", "Title: 王五:学时不足", "Opened: 2026-11-20",
        "Owner: Q1M04(王五)", "Due: 2026-12-31", "State: 办理中",
      ])
    let matter = try #require(desk.state.context.archive?.ledger.matters.first)
    desk.open(.moveMatter(matter.reference))
    desk.fill("State", "待销号")
    desk.press("F2")
    #expect(desk.writtenText().contains("Follows: \(matter.reference)"))
    #expect(desk.writtenText().contains("State: 待销号"))
    #expect(desk.writtenText().contains("Title: 王五:学时不足"))
  }

  @Test("a derived matter gets its first record with its source")
  func derivedMatter() throws {
    let desk = try FormDesk(
      more: """

        %rec: activity

        Organization: Q1
        Kind: 支委会
        Date: 2026-10-10
        Present: Q1M01
        Item: 修订制度
        ItemKind: 讨论
        Resolution: 修订
        Owner: Q1M02
        Due: 2026-12-01
        """)
    let archive = try #require(desk.state.context.archive)
    let matter = try #require(
      archive.ledger.openMatters(on: desk.state.context.session.today, of: branch, kinds: []).first)
    desk.open(.moveMatter(matter.reference))
    desk.fill("State", "已办结")
    desk.fill("Closed", "今天")
    desk.press("F2")
    #expect(desk.writtenText().contains("Source: \(matter.reference)"))
    #expect(desk.writtenText().contains("State: 已办结"))
    #expect(desk.writtenText().contains("Closed: 2026-11-20"))
    #expect(desk.writtenText().contains { $0.hasPrefix("Follows") } == false)
  }

  @Test("an answer by hand becomes a review")
  func answer() throws {
    let desk = try FormDesk()
    let list = try #require(desk.state.context.archive?.catalog.checklists.first)
    let item = try #require(list.items.first)
    desk.open(.answer(branch, checklist: list.id, item: item.id))
    desk.type("达标")
    desk.press("F2")
    #expect(
      desk.writtenText() == [
        "Organization: Q1", "Checklist: \(list.id)", "Revision: \(list.revision)",
        "Date: 2026-11-20", "Reviewer: Q1M01(李敏)", "Item: \(item.id)", "Text: \(item.title)",
        "Answer: 达标", "By: 人工",
      ])
  }

  @Test("a step entered before it may be taken: the day from which on is said, and F5 leads there")
  func earlyStep() throws {
    let desk = try FormDesk(
      more: """
        %rec: member

        Member: Q1M20
        Name: 郑涛
        Organization: Q1
        Status: 入党积极分子
        Since: 2026-03-01

        %rec: procedure

        Organization: Q1
        Kind: 发展党员
        Subject: Q1M20
        Step: 递交入党申请书
        Date: 2026-02-01

        Organization: Q1
        Kind: 发展党员
        Subject: Q1M20
        Step: 党组织派人谈话
        Date: 2026-02-10

        Organization: Q1
        Kind: 发展党员
        Subject: Q1M20
        Step: 确定为入党积极分子
        Date: 2026-03-01
        """)
    desk.open(.procedureStep(branch, kind: "发展党员", subject: "Q1M20(郑涛)"))
    desk.fill("Step", "确定为发展对象")
    #expect(desk.rows(with: "确定为发展对象:最早2027-03-01").count == 1)
    desk.press("Tab")
    #expect(desk.rows(with: "确定为发展对象在2026-11-20,早于2027-03-01").count == 1)
    desk.go(to: "Subject")
    desk.press("F5")
    desk.type("早于")
    desk.press("Enter")
    #expect(desk.form?.focusedField?.spec.id == "Date")
    desk.fill("Date", "2027-03-01")
    desk.press("Tab")
    #expect(desk.rows(with: "早于").isEmpty)
    desk.fill("Step", "上级党委审批")
    desk.press("Tab")
    #expect(desk.rows(with: "之前未见").count == 1)
  }

  @Test("a step is chosen by its title and written by its id, by which reports find it")
  func stepIsWrittenByItsId() throws {
    let desk = try FormDesk()
    desk.switchOn("乔司")
    desk.open(.procedureStep(branch, kind: "举荐", subject: "Q1M06(孙丽)"))
    #expect(desk.text("Step") == "个人自荐、网格长推荐")
    desk.press("F2")
    #expect(desk.writtenText().filter { $0.hasPrefix("Step") } == ["Step: 推荐"])
  }

  @Test("where a matter comes from is chosen by day and title and written by its id")
  func source() throws {
    let desk = try FormDesk()
    let old = try meeting(desk)
    desk.open(.newMatter(branch, about: nil))
    desk.fill("Kind", "意见建议")
    desk.fill("Title", "会见预约时间短")
    desk.go(to: "Source")
    desk.press("Enter", "Enter")
    #expect(desk.text("Source") == "2026-09-10 2026年第1次支部党员大会")
    desk.press("F2")
    #expect(desk.writtenText().contains("Source: \(old.origin)"), "\(desk.writtenText())")
  }

  @Test("the value of an indicator has a form, and is corrected by it")
  func figure() throws {
    let desk = try FormDesk()
    desk.switchOn("三维融合")
    desk.press("n")
    desk.type("指标")
    desk.press("Enter")
    #expect(desk.rows[0].hasPrefix(" 登记数据 · 二监区党支部"))
    #expect(desk.text("Period") == "2026")
    desk.go(to: "Period")
    #expect(desk.rows(with: "也可写 本月、本周、今天").count == 1)
    desk.fill("Indicator", "执法难题解决率")
    desk.fill("Value", "92")
    desk.fill("Unit", "%")
    desk.press("F2")
    #expect(
      desk.writtenText().sorted() == [
        "Indicator: 执法难题解决率", "Organization: Q1", "Period: 2026", "Unit: %", "Value: 92",
      ])
    let id = try #require(desk.state.context.archive?.folded(type: "figure").last?.reference)
    desk.open(.changePlain(id))
    desk.fill("Value", "93")
    desk.fill("Reason", "录错")
    desk.press("F2")
    #expect(desk.writtenText().contains("Value: 93"))
    #expect(desk.writtenText().contains { $0.hasPrefix("Corrects: \(id) ") })
  }

  @Test("a tag that names a plan shows its title, and is written with its id")
  func planTag() throws {
    let desk = try FormDesk(
      more: """
        %rec: plan

        Organization: Q1
        Period: 2026-11
        Kind: 月计划
        Title: 学习、参观

        Organization: Q1
        Period: 2026-11
        Kind: 月计划
        Title: 谈心

        Organization: Q1
        Period: 2026-12
        Kind: 月计划
        Title: 谈心
        """)
    let plans = try #require(desk.state.context.archive?.ledger.plans)
    let book = desk.state.context.plans
    let shown = plans.map { book.shown("计划=\($0.origin)") }
    #expect(shown == ["计划=学习 参观", "计划=谈心(2026-11)", "计划=谈心(2026-12)"])
    #expect(shown.map(book.written) == plans.map { "计划=\($0.origin)" })
    for tag in ["计划=没有", "计划=Q1-plan-2026-li-0099", "维度=学用", "计划=谈心"] {
      #expect(book.shown(tag) == tag && book.written(tag) == tag)
    }
    desk.state.begin("座谈会", doing: plans[0].reference)
    #expect(desk.rows(with: "标签 计划=学习 参观").count == 1)
    desk.go(to: "Tag")
    desk.type("、方式=线上")
    desk.fill("Title", "座谈")
    desk.press("F2")
    #expect(
      desk.writtenText().filter { $0.hasPrefix("Tag") }
        == ["Tag: 计划=\(plans[0].origin)", "Tag: 方式=线上"])
    #expect(desk.rows(with: "标签        计划=学习 参观").count == 1)
  }

  @Test("who one is, from the roll: post and organisation follow")
  func identity() throws {
    let desk = try FormDesk()
    desk.open(.identity)
    desk.type("cx")
    desk.press("Enter")
    #expect(desk.text("YourName") == "陈晓")
    #expect(desk.text("YourPost") == "副书记")
    // What was proposed follows another name; what was entered stays.
    desk.fill("YourName", "王五")
    desk.press("Tab")
    #expect(desk.text("YourPost") == "" && desk.text("Organization") == "二监区党支部")
    desk.fill("YourPost", "党员")
    desk.fill("YourName", "张建国")
    desk.press("Tab")
    #expect(desk.text("YourPost") == "党员")
    desk.fill("YourPost", "副书记")
    desk.fill("YourName", "陈晓")
    desk.press("Tab")
    desk.fill("Writer", "Chen")
    desk.press("F2")
    #expect(desk.state.notice?.phrase == .notAWriter("Chen"))
    desk.fill("Writer", "chen")
    desk.press("F2")
    #expect(
      desk.state.context.session.identity
        == Identity(
          person: Person("Q1M02(陈晓)"), post: "副书记", writer: "chen", organization: branch))
  }

  @Test("a new ledger with its first branch and its first writer")
  func newStore() throws {
    let desk = try FormDesk()
    desk.open(.newStore)
    desk.fill("UnitName", "第一监狱")
    desk.fill("Name", "一监区党支部")
    desk.fill("YourName", "李敏")
    desk.press("F2")
    guard case .createStore(let directory, let unit, let first, let identity) = desk.effects.last
    else {
      Issue.record("no store: \(desk.picture)")
      return
    }
    #expect(directory == "/home/limin/zhibu")
    #expect(unit == "第一监狱")
    #expect(first.map(\.type) == ["organization", "member"])
    #expect(first[0].first("Officer") == "Q1M01(李敏) 书记")
    #expect(identity.person == Person("Q1M01(李敏)"))
    #expect(identity.writer == "li")
  }
}
