import Archive
import OrganizationLife
import RecordLog
import Testing
import Wording

@testable import Interface

@Suite("Ways on from lists and pages")
struct WayOnTests {
  let branch: OrganizationIdentifier

  init() throws { branch = try #require(OrganizationIdentifier("Q1")) }

  private static let plan = """
    %rec: plan

    Organization: Q1
    Period: 2026
    Kind: 工作要点
    Title: 清廉家风活动
    """

  private static let matter = """
    %rec: matter

    Organization: Q1
    Kind: 意见建议
    Title: 改善备勤室通风
    Opened: 2026-11-02
    State: 办理中
    Source: 第三网格长上报
    Cause: 窗户常年不能打开
    Tag: 方面=备勤
    Tag: 来源=座谈
    """

  private func choices(_ desk: FormDesk) -> ChoiceBox? {
    if case .choices(let box) = desk.state.overlay { box } else { nil }
  }

  @Test("what is recorded of a plan is tied to it from its list, its records and its page")
  func plan() throws {
    let desk = try FormDesk(more: Self.plan)
    let plan = try #require(desk.state.context.archive?.ledger.plans.first)
    _ = desk.state.open(.list(.plans(branch)))
    for open in [nil, "Enter", "Enter"] {
      if let open { desk.press(open) }
      #expect(desk.rows[23].contains("n 记一次"), "\(desk.rows[23])")
      desk.press("n")
      #expect(choices(desk)?.title == .whatWasDone("清廉家风活动"))
      desk.type("座谈会")
      desk.press("Enter")
      #expect(desk.text("Tag") == "计划=清廉家风活动")
      desk.press("Escape")
    }
    desk.press("n")
    desk.type("学习笔记")
    desk.press("Enter")
    #expect(desk.text("Kind") == "学习笔记" && desk.text("Tag") == "计划=清廉家风活动")
    desk.fill("Title", "家风")
    desk.press("F2")
    #expect(desk.writtenText().contains("Tag: 计划=\(plan.origin)"))
  }

  @Test("a matter's page has all that was entered; one that ends without a result says so")
  func matter() throws {
    let desk = try FormDesk(more: Self.matter)
    let archive = try #require(desk.state.context.archive)
    let reference = try #require(archive.folded(type: "matter").last?.reference)
    _ = desk.state.open(.page(.matter(reference)))
    for text in ["窗户常年不能打开", "方面=备勤", "来源=座谈", "来源        第三网格长上报"] {
      #expect(desk.rows(with: text).count == 1, "\(text)")
    }
    #expect(desk.rows(with: "改善备勤室通风").count == 2)
    desk.open(.closeMatter(reference))
    let result = Phrase.label(ofField: "Result", of: "matter").chinese
    #expect(desk.rows(with: "还缺").contains { $0.contains(result) })
    desk.press("F5")
    #expect(choices(desk)?.choices.contains { $0.label.contains(result) } == true)
    desk.press("Enter")
    #expect(desk.form?.focusedField?.spec.id == "Result")
    desk.type("已修好")
    desk.press("F5")
    #expect(choices(desk)?.choices.contains { $0.label.contains(result) } != true)
  }

  @Test("a matter that follows from a resolution tells of itself, not of the meeting")
  func resolution() throws {
    let desk = try FormDesk(
      more: """
        %rec: activity

        Organization: Q1
        Kind: 支委会
        Date: 2026-11-06
        Place: 小会议室
        Presider: Q1M01
        Present: Q1M01
        Present: Q1M02
        Present: Q1M03
        Item: 备勤室通风
        ItemKind: 讨论
        Minutes: 讨论了一个小时
        Resolution: 月底前装好排风扇
        Owner: Q1M03
        Due: 2026-11-30

        """)
    let archive = try #require(desk.state.context.archive)
    let today = try #require(Day(FormDesk.today))
    let open = archive.ledger.openMatters(on: today, of: branch, kinds: archive.catalog.kinds)
    let matter = try #require(open.first { $0.kind == Matter.resolutionKind })
    let page = PageContents.matter(matter.reference, archive, in: desk.state.context)
    let texts = page.lines.map(\.text)
    #expect(texts.contains { $0.contains("张建国") })
    for text in ["讨论了一个小时", "李敏", "陈晓"] {
      #expect(!texts.contains { $0.contains(text) }, "\(text): \(texts)")
    }
  }

  @Test("a matter that is moved to its end is closed: on a day, by somebody, with a result")
  func movedToItsEnd() throws {
    let desk = try FormDesk(more: Self.matter)
    let archive = try #require(desk.state.context.archive)
    let reference = try #require(archive.folded(type: "matter").last?.reference)
    desk.open(.moveMatter(reference))
    #expect(desk.text("Closed") == "")
    desk.fill("State", "已办结")
    desk.press("Tab")
    #expect(desk.text("Closed") == FormDesk.today && desk.text("Confirmed") == "李敏")
    #expect(desk.rows(with: "还缺").contains { $0.contains("结果") })
    desk.fill("State", "办理中")
    desk.press("Tab")
    #expect(desk.text("Closed") == "" && desk.text("Confirmed") == "")
    #expect(desk.rows(with: "还缺").isEmpty)
  }

  @Test("the key for a sentence is offered where a report has one")
  func sentence() throws {
    let desk = try FormDesk()
    for pack in CatalogPack.all { desk.switchOn(pack.id) }
    let today = try #require(Day(FormDesk.today))
    let reports = try #require(desk.state.context.archive?.reports.reports(on: today))
    var offered = 0
    for report in reports {
      _ = desk.state.open(
        .list(
          .report(
            ReportRequest(
              id: report.id, organization: branch, period: Period(.year, containing: today)))))
      let isOffered = desk.rows[23].contains("y 一句话")
      #expect(isOffered == (report.sentence != nil), "\(report.id)")
      desk.press("y")
      #expect(desk.rows[0].contains("一句话") == isOffered)
      offered += isOffered ? 1 : 0
    }
    #expect(offered > 0 && offered < reports.count)
  }

  @Test("any of the half months that are listed and over can be checked")
  func halfMonth() throws {
    let desk = try FormDesk()
    _ = desk.state.open(.list(.study(branch)))
    #expect(desk.rows[23].contains("选半月"))
    desk.press("h")
    #expect(choices(desk)?.choices.map(\.value).prefix(3) == ["2026-11上", "2026-10下", "2026-10上"])
    desk.press("2")
    guard case .question(_, let question) = desk.state.overlay else {
      Issue.record("not asked")
      return
    }
    #expect(question.chinese.contains("2026-10下"))
    desk.press("Enter")
    #expect(desk.writtenText().contains { $0.hasPrefix("Item: Q1M0") && $0.hasSuffix("/2026-10下") })
    desk.press("h")
    #expect(choices(desk)?.choices[1].label.contains("✓已核对") == true)
    desk.press("2")
    #expect(desk.state.notice?.tone == .warning)
  }

  @Test("a step that a meeting proves leads to the meeting, or to the step alone")
  func proof() throws {
    let desk = try FormDesk()
    desk.switchOn("乔司")
    try desk.add(
      """
      %rec: procedure

      Organization: Q1
      Kind: 举荐
      Subject: Q1M06
      Step: 推荐
      Date: 2026-11-03

      Organization: Q1
      Kind: 举荐
      Subject: Q1M06
      Step: 支部研究初选
      Date: 2026-11-10
      """)
    let request = FormRequest.procedureStep(branch, kind: "举荐", subject: "Q1M06(孙丽)")
    desk.open(request)
    #expect(desk.form == nil)
    #expect(desk.rows(with: "记一次举荐会").count == 1)
    desk.press("1")
    #expect(desk.form?.kind?.id == "举荐会")
    let items = desk.form?.page.items?.pages ?? []
    let stages = ["书记举荐", "本人表态", "家属鼓劲", "现场评荐"]
    #expect(items.prefix(4).map { $0.text("Item") } == stages)
    #expect(items.allSatisfy { $0.isOffered && $0.text("About") == "孙丽" })
    desk.press("Escape")
    desk.open(request)
    desk.press("2")
    #expect(desk.form?.type == "procedure" && desk.text("Step") == "举荐会")
    // Only what the procedure has is a step.
    desk.fill("Step", "谈了一次话")
    desk.press("F2")
    #expect(desk.written.isEmpty && desk.form != nil)
  }
}
