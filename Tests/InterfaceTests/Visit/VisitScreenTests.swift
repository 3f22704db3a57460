import Archive
import OrganizationLife
import RecordLog
import Testing
import Wording

@testable import Interface

/// A checklist gone through at a branch, key by key.
@Suite("a visit to a branch")
struct VisitScreenTests {
  /// An officer of the committee at the checklist of the one branch.
  private func desk(
    columns: Int = 80, rows: Int = 24, more: String = ""
  ) throws -> FormDesk {
    let desk = try FormDesk(columns: columns, rows: rows, more: more, scope: "DW")
    desk.press("4", "2")
    #expect(desk.rows[0].hasPrefix(" 党支部规范化自查表 · 第一监狱党委"))
    return desk
  }

  private func visit(_ desk: FormDesk) throws -> VisitScreen {
    guard case .visit(let visit) = desk.state.top else {
      throw Missing.visit(desk.rows[0])
    }
    return visit
  }

  private enum Missing: Error { case visit(String) }

  /// Goes to an item by its id.
  private func go(_ desk: FormDesk, to item: String) throws {
    desk.press("Home")
    let position = try #require(visit(desk).visit.lines.firstIndex { $0.item.id == item })
    desk.press("Down", times: position)
    #expect(try visit(desk).selectedLine?.item.id == item)
  }

  private func fill(_ desk: FormDesk, _ id: String, _ text: String) throws {
    for _ in 0..<20 where try visit(desk).form?.focusedField?.spec.id != id { desk.press("Tab") }
    #expect(try visit(desk).form?.focusedField?.spec.id == id)
    desk.press("Ctrl-E", "Ctrl-U")
    desk.type(text)
  }

  @Test("every item is there with what the records say; nothing is checked beforehand")
  func beginning() throws {
    let desk = try desk()
    desk.press("v")
    let lines = try visit(desk).visit.lines
    #expect(lines.count == 46)
    #expect(desk.rows[0].hasPrefix(" 检查 · 二监区党支部 · 党支部规范化自查表"))
    #expect(desk.rows[0].hasSuffix("0/46 已核"))
    #expect(lines.allSatisfy { $0.given == nil })
    // The first two are answered by the records, the third only by a person.
    #expect(desk.rows[3].contains("达标"))
    #expect(desk.rows[5].contains("人工核"))
    desk.expectSound()
    // Nothing was said: leaving leaves no draft.
    desk.press("Esc")
    #expect(desk.keptDraft == nil)
  }

  @Test("space confirms what the records say, digits answer by hand, a remark is asked for else")
  func answering() throws {
    let desk = try desk()
    desk.press("v", "Space")
    #expect(desk.rows[0].hasSuffix("1/46 已核"))
    #expect(desk.rows[3].contains("✓ 达标"))
    #expect(try visit(desk).selectedLine?.item.id == "A02")
    try go(desk, to: "A03")
    desk.press("2")
    #expect(desk.rows(with: "人工 部分达标").count == 1)
    // Where there is nothing to confirm, space asks.
    try go(desk, to: "B04")
    desk.press("Space", "3")
    #expect(desk.rows(with: "人工 未达标").count == 1)
    #expect(try visit(desk).selectedLine?.item.id == "C01")
    try go(desk, to: "B04")
    desk.press("Del")
    // Another answer than the records' opens the form with it.
    try go(desk, to: "A01")
    desk.press("3")
    #expect(try visit(desk).form?.page.text("Answer") == "未达标")
    desk.press("F2")
    #expect(desk.state.notice?.phrase == .overrulingWantsRemark)
    desk.type("名册与实际不符")
    desk.press("F2")
    #expect(try visit(desk).visit.lines[0].given?.isOverruling == true)
    #expect(desk.rows[3].contains("人工 未达标"))
    // Confirming takes it back to what the records say.
    try go(desk, to: "A01")
    desk.press("v")
    #expect(try visit(desk).visit.lines[0].given?.isManual == false)
    desk.press("Up", "Del")
    #expect(desk.rows[0].hasSuffix("1/46 已核"))
    // Tab goes to what is open.
    desk.press("Tab")
    #expect(try visit(desk).selectedLine?.item.id == "A02")
    desk.press("Tab", "Tab")
    #expect(try visit(desk).selectedLine?.item.id == "B02")
  }

  @Test("a finding is prefilled, and is written with the visit in one command, linked to its item")
  func finding() throws {
    let desk = try desk()
    desk.press("v", "Space")
    try go(desk, to: "A03")
    desk.press("F5")
    let form = try #require(try visit(desk).form)
    #expect(form.page.text("Answer") == "未达标")
    #expect(form.page.text("Owner") == "李敏")
    #expect(form.page.text("Due") == "2026-12-20")
    // The item says how it should be; the finding, that it is not so.
    #expect(form.page.text("Title").hasPrefix("未做到:组织关系转接及时"))
    try fill(desk, "Title", "转接没有回执")
    try fill(desk, "Due", "2026-11-10")
    desk.press("F2")
    #expect(desk.state.notice?.phrase == .dueBeforeVisit)
    try fill(desk, "Due", "2026-12-01")
    try fill(desk, "Remark", "两人的回执没有")
    desk.press("F2")
    #expect(desk.rows(with: "问题").contains { $0.contains("人工 未达标") })
    #expect(desk.rows[0].hasSuffix("2/46 已核 · 问题1"))
    desk.press("F2")
    #expect(desk.rows(with: "还有44条没有核").count == 1)
    desk.press("Enter")
    #expect(desk.written.map(\.type) == ["review", "matter"])
    #expect(desk.written[1].links == [RecordLink("Source", to: 0, suffix: "#2")])
    #expect(
      desk.writtenText().filter { !$0.hasPrefix("Text") && !$0.hasPrefix("Evidence") } == [
        "Organization: Q1", "Checklist: 规范化自查", "Revision: 1", "Date: 2026-11-20",
        "Reviewer: Q1M01(李敏)", "Item: A01", "Answer: 达标", "By: 记录", "Item: A03",
        "Answer: 未达标", "By: 人工", "Remark: 两人的回执没有",
        "Organization: Q1", "Kind: 检查问题", "Title: 转接没有回执", "Opened: 2026-11-20",
        "Owner: Q1M01(李敏)", "Due: 2026-12-01", "Note: 两人的回执没有", "State: 办理中",
      ])
    // The page of the visit is open, with the finding on it.
    #expect(desk.rows[0].hasPrefix(" 检查 11-20 · 二监区党支部 · 党支部"))
    #expect(desk.rows(with: "转接没有回执").count == 1)
    #expect(desk.rows(with: "2/46 已核").count == 1)
    let ledger = try #require(desk.state.context.archive?.ledger)
    let matter = try #require(ledger.matters.first { $0.title == "转接没有回执" })
    #expect(ledger.visitItem(of: matter)?.item == "A03")
    desk.press("Esc", "h")
    #expect(desk.rows[0].hasPrefix(" 历次检查 · 二监区党支部"))
    #expect(desk.rows(with: "1 未销1").count == 1)
  }

  static let before = """
    %rec: review

    Organization: Q1
    Checklist: 规范化自查
    Revision: 1
    Date: 2026-07-10
    Reviewer: Q1M02
    Item: A03
    Text: 组织关系转接
    Answer: 未达标
    By: 人工
    Remark: 缺回执

    %rec: matter

    Organization: Q1
    Kind: 检查问题
    Title: 转接回执缺失
    Opened: 2026-07-10
    Source: Q1-review-2026-li-0001#1
    State: 已办结
    Closed: 2026-08-01

    """

  @Test("what was said before stands beside it, and a finding that comes back is flagged by itself")
  func repeated() throws {
    let first = Self.before.components(separatedBy: "%rec: matter")
    let desk = try desk(more: first[0])
    try desk.add("%rec: matter" + first[1])
    desk.press("v")
    try go(desk, to: "A03")
    #expect(desk.rows(with: "上次 07-10 陈晓 未达标 缺回执").count == 1)
    desk.press("p")
    try fill(desk, "Title", "又没有回执")
    desk.press("F2")
    #expect(desk.state.notice?.phrase == .findingCameBack(1, "07-10"))
    // Said at once, beside the item and below it.
    #expect(desk.rows(with: "重复").count == 3)
    desk.press("F2", "Enter")
    let ledger = try #require(desk.state.context.archive?.ledger)
    let matter = try #require(ledger.matters.first { $0.title == "又没有回执" })
    #expect(ledger.repetitions(of: matter).map(\.title) == ["转接回执缺失"])
    #expect(desk.rows(with: "又没有回执").first?.contains("重复") == true)
    #expect(desk.rows(with: "上次 未达标 07-10").count == 1)
  }

  @Test("a visit that was begun goes on from its draft, a half-typed form included")
  func goesOn() throws {
    let desk = try desk()
    desk.press("v", "Space", "Down")
    desk.press("p")
    try fill(desk, "Title", "~写了\\一半 ")
    desk.run(.clock(FormDesk.now, today: try #require(Day(FormDesk.today))))
    let killed = try #require(desk.keptDraft)
    let resumed = try #require(VisitScreen(resuming: killed, in: desk.state.context))
    #expect(resumed.visit == (try visit(desk)).visit)
    #expect(resumed.form?.page.text("Title") == "~写了\\一半 ")
    #expect(resumed.selectedLine?.item.id == "A03")
    #expect(!resumed.isDirty)
    #expect(killed.author == "Q1M01(李敏)")
    // Leaving the form keeps its text; leaving the visit keeps both; v goes on with them.
    desk.press("Esc", "Esc")
    let left = try #require(desk.keptDraft)
    #expect(desk.state.notice?.phrase == .keptAsDraft(left.title))
    #expect(left.title == "检查 规范化自查 Q1 2026-11-20 1/46")
    desk.run(.drafts([left]))
    desk.press("v")
    #expect(desk.rows[0].hasSuffix("1/46 已核 · 草稿 14:32 已存"))
    try go(desk, to: "A03")
    desk.press("p")
    #expect(try visit(desk).form?.page.text("Title") == "~写了\\一半 ")
    desk.press("F2")
    #expect(try visit(desk).form == nil)
    #expect(try visit(desk).visit.findings.map(\.finding.title) == ["~写了\\一半"])
  }

  @Test("the records changed since: what was confirmed is asked for again")
  func stale() throws {
    let desk = try desk()
    desk.press("v")
    try go(desk, to: "M02")
    let before = try #require(try visit(desk).selectedLine?.recorded)
    #expect(before != .met)
    desk.press("Space")
    #expect(desk.rows[0].hasSuffix("1/46 已核"))
    try desk.add(
      "%rec: document\n\nOrganization: Q1\nKind: 计划\nTitle: 2026年工作计划\nDate: 2026-01-10\n")
    desk.run(.reloaded(try Archive.open(desk.store)))
    #expect(try visit(desk).visit.lines.contains { $0.item.id == "M02" && $0.isStale })
    #expect(desk.rows[0].hasSuffix("0/46 已核"))
    #expect(desk.rows(with: "记录已变").count >= 1)
  }

  @Test("day, reviewers and what is said of the whole")
  func details() throws {
    let desk = try desk()
    desk.press("v", "Space", "i")
    try fill(desk, "Date", "2026-11-25")
    desk.press("F2")
    #expect(desk.state.notice?.phrase == .visitNotYet)
    try fill(desk, "Date", "2018-01-01")
    desk.press("F2")
    #expect(desk.state.notice?.phrase == .visitBeforeFounding)
    try fill(desk, "Date", "2026-11-18")
    try fill(desk, "Reviewer", "李敏、陈晓")
    desk.press("F2")
    #expect(try visit(desk).form == nil)
    #expect(try visit(desk).visit.date.description == "2026-11-18")
    #expect(try visit(desk).visit.reviewers.map(\.name) == ["李敏", "陈晓"])
    desk.press("F2", "Enter")
    #expect(desk.writtenText().contains("Date: 2026-11-18"))
    #expect(desk.rows(with: "检查人").first?.contains("李敏、陈晓") == true)
  }

  @Test("nothing said is nothing written; no items, no organisation: a sentence")
  func nothing() throws {
    let desk = try desk()
    desk.press("v", "F2")
    #expect(desk.state.notice?.phrase == .visitEmpty)
    #expect(desk.written.isEmpty)
    desk.press("Esc")
    let committee = try #require(OrganizationIdentifier("ZZ"))
    desk.run(.terminal(.key(.escape)))
    _ = desk.state.open(.visit(committee, checklist: "规范化自查"))
    #expect(desk.state.notice?.phrase == .visitNobody("ZZ"))
    // A group has no items in the checklist of branches.
    let group = try #require(OrganizationIdentifier("Q1G1"))
    _ = desk.state.open(.visit(group, checklist: "规范化自查"))
    #expect(desk.state.notice?.phrase == .visitWithoutItems)
    let branch = try #require(OrganizationIdentifier("Q1"))
    _ = desk.state.open(.visit(branch, checklist: "没有的清单"))
    #expect(desk.state.notice?.phrase == .visitNobody("二监区党支部"))
  }

  @Test("an overruled answer stands in the checklist beside the records' own, on its day alone")
  func overruled() throws {
    let desk = try desk()
    desk.press("v", "3")
    desk.type("人数不对")
    desk.press("F2", "F2", "Enter")
    let archive = try #require(desk.state.context.archive)
    let branch = try #require(OrganizationIdentifier("Q1"))
    let checklist = try #require(archive.checklist(nil))
    func line(_ day: String) throws -> CheckedItem {
      let day = try #require(Day(day))
      let place = try #require(archive.ledger.organization(branch, on: day))
      return try #require(
        archive.check(checklist, organization: place, on: day).first { $0.item.id == "A01" })
    }
    #expect(try line("2026-11-20").answer == .unmet)
    #expect(try line("2026-11-20").recorded == .met)
    #expect(try line("2026-11-21").answer == .met)
    #expect(try line("2026-11-21").said?.answer.answer == .unmet)
    #expect(desk.rows(with: "记录:达标").count == 1)
  }

  @Test("Enter shows what the records said on the visit's day, and leaves the answer to the visit")
  func evidenceOfTheDay() throws {
    let desk = try desk(
      more: "%rec: activity\n\nOrganization: Q1\nKind: 主题党日\nDate: 2026-11-05\n"
        + "Title: 缅怀先烈\nPresent: Q1M01\n")
    desk.press("v")
    let meeting = "Q1-activity-2026-li-0002"
    let item = try #require(
      visit(desk).visit.lines.first { $0.evidence.map(\.text).contains(meeting) }?.item.id)
    try go(desk, to: item)
    desk.press("Enter")
    #expect(desk.rows[0].hasSuffix("截至 2026-11-20"))
    #expect(desk.rows(with: "缅怀先烈").count > 0)
    guard case .page(let page) = desk.state.top else { return #expect(Bool(false)) }
    #expect(!page.scopes.contains(.checklistItem))
    desk.press("Esc", "i")
    try fill(desk, "Date", "2026-11-04")
    desk.press("F2")
    try go(desk, to: item)
    desk.press("Enter")
    #expect(desk.rows[0].hasSuffix("截至 2026-11-04"))
    #expect(desk.rows(with: "缅怀先烈").isEmpty)
    // The checklist itself goes on telling of today.
    desk.press("Esc", "Esc", "Enter")
    guard case .list(let list) = desk.state.top else { return #expect(Bool(false)) }
    #expect(list.contents.rows.contains { $0.id == item && !$0.cells[4].text.isEmpty })
  }

  @Test("nobody visits her own organisation: it has 迎检自查", arguments: ["Q1", "Q1G1"])
  func ofOneself(scope: String) throws {
    let desk = try FormDesk(scope: scope)
    let branch = try #require(OrganizationIdentifier("Q1"))
    _ = desk.state.open(.list(.checklist(branch, id: "规范化自查")))
    desk.press("v")
    #expect(desk.state.notice?.phrase == .visitOfOneself("二监区党支部"))
    guard case .list = desk.state.top else { return #expect(Bool(false)) }
    // The help says why.
    desk.press("?")
    #expect(desk.rows(with: "检查由上级或其他党组织做").count == 1)
    desk.press("Esc")
    _ = desk.state.open(.visit(branch, checklist: "规范化自查"))
    guard case .list = desk.state.top else { return #expect(Bool(false)) }
  }

  /// A desk with a visit written that has a finding at A03, its page open.
  private func found() throws -> FormDesk {
    let desk = try desk()
    desk.press("v")
    try go(desk, to: "A03")
    desk.press("F5")
    try fill(desk, "Title", "转接没有回执")
    desk.press("F2", "F2", "Enter")
    #expect(desk.rows[0].hasPrefix(" 检查 11-20"))
    return desk
  }

  @Test("a visit is withdrawn with its findings, or without", arguments: [true, false])
  func withdrawn(withFindings: Bool) throws {
    let desk = try found()
    desk.press("w")
    #expect(desk.rows(with: "这次检查提出的1个问题还没有整改记录").count == 1)
    #expect(desk.text("Findings") == "是")
    desk.fill("Reason", "查错了支部")
    if !withFindings { desk.fill("Findings", "否") }
    desk.press("F2")
    #expect(desk.written.map(\.type) == (withFindings ? ["review", "matter"] : ["review"]))
    let ledger = try #require(desk.state.context.archive?.ledger)
    #expect(ledger.matters.map(\.title) == (withFindings ? [] : ["转接没有回执"]))
    #expect(ledger.reviews.isEmpty)
  }

  @Test("what happened to a matter stands on the page from which it was entered")
  func mended() throws {
    let desk = try found()
    let matter = try #require(desk.state.context.archive?.ledger.matters.first)
    _ = desk.state.open(.page(.matter(matter.reference)))
    desk.press("e")
    desk.fill("State", "阶段完成")
    desk.press("F2")
    #expect(desk.rows(with: "没有这个事项").isEmpty)
    #expect(desk.rows(with: "转接没有回执").count >= 1)
    #expect(desk.rows(with: "阶段完成").count >= 1)
    guard case .page(let page) = desk.state.top else { return #expect(Bool(false)) }
    #expect(page.subject == .matter(matter.reference))
  }

  @Test("findings that are being mended are kept, and it is said")
  func withdrawnWhileMended() throws {
    let desk = try found()
    let matter = try #require(desk.state.context.archive?.ledger.matters.first)
    desk.open(.moveMatter(matter.reference))
    desk.fill("State", "待销号")
    desk.press("F2")
    let review = try #require(desk.state.context.archive?.ledger.reviews.first)
    desk.open(.withdraw(review.reference))
    #expect(desk.rows(with: "已有整改记录的仍保留:转接没有回执").count == 1)
    #expect(desk.form?.page.index(of: "Findings") == nil)
    desk.fill("Reason", "查错了支部")
    desk.press("F2")
    #expect(desk.written.map(\.type) == ["review"])
  }

  @Test("fits", arguments: [(60, 16), (80, 24), (132, 43)])
  func fits(columns: Int, rows: Int) throws {
    let desk = try desk(columns: columns, rows: rows)
    desk.press("v")
    for keys in [["Space"], ["End"], ["p"], ["Esc"], ["i"], ["F4"], ["Esc"], ["Esc"], ["Home"]] {
      for key in keys { desk.press(key) }
      #expect(desk.rows.allSatisfy { ColumnWidth.of($0) <= columns }, "\(keys)")
      desk.expectSound()
    }
    // Made smaller and larger again it shows the selected line.
    desk.press("End")
    for size in [(60, 16), (132, 43), (80, 24)] {
      desk.run(.terminal(.resize(TextSize(rows: size.1, columns: size.0))))
      #expect(desk.rows.contains { $0.hasPrefix(">") })
      desk.expectSound()
    }
    desk.press("F2", "Enter")
    #expect(desk.rows.allSatisfy { ColumnWidth.of($0) <= 80 })
  }

  @Test("two visits of one day both stay; of an item that both answered by hand the later holds")
  func twoOfOneDay() throws {
    let desk = try desk()
    desk.press("v")
    try go(desk, to: "A03")
    desk.press("1")
    // While this one is being made somebody else writes hers.
    try desk.add(
      "%rec: review\n\nOrganization: Q1\nChecklist: 规范化自查\nDate: 2026-11-20\nReviewer: Q1M02\n"
        + "Item: A03\nAnswer: 未达标\nBy: 人工\nRemark: 缺回执\n")
    desk.run(.reloaded(try Archive.open(desk.store)))
    #expect(desk.rows[0].hasSuffix("1/46 已核"))
    try go(desk, to: "A03")
    #expect(desk.rows(with: "上次 11-20 陈晓 未达标 缺回执").count == 1)
    desk.press("F2", "Enter")
    let archive = try #require(desk.state.context.archive)
    let branch = try #require(OrganizationIdentifier("Q1"))
    let today = try #require(Day(FormDesk.today))
    #expect(archive.ledger.visits(to: branch, through: today).count == 2)
    let place = try #require(archive.ledger.organization(branch, on: today))
    let checklist = try #require(archive.checklist(nil))
    let line = archive.check(checklist, organization: place, on: today).first {
      $0.item.id == "A03"
    }
    #expect(line?.answer == .met)
  }

  @Test("a branch that is dissolved cannot be visited; what was begun before can be finished")
  func dissolved() throws {
    let desk = try desk()
    desk.press("v", "Space", "i")
    try fill(desk, "Date", "2026-11-18")
    desk.press("F2", "Esc")
    let left = try #require(desk.keptDraft)
    try desk.add(
      "%rec: organization\n\nOrganization: Q1\nName: 二监区党支部\nLevel: 党支部\nParent: DW\n"
        + "Since: 2026-11-01\nUntil: 2026-11-19\n")
    desk.run(.reloaded(try Archive.open(desk.store)))
    let branch = try #require(OrganizationIdentifier("Q1"))
    _ = desk.state.open(.visit(branch, checklist: "规范化自查"))
    #expect(desk.state.notice?.phrase == .visitNobody("二监区党支部"))
    _ = desk.state.open(.draft(left))
    #expect(try visit(desk).visit.checked.count == 1)
    desk.press("F2", "Enter")
    #expect(desk.written.map(\.type) == ["review"])
  }
}
