import Archive
import OrganizationLife
import RecordLog
import Testing

@Suite struct CheckingTests {
  private func check(_ sandbox: Sandbox, on text: String, organization id: String = "Q1") throws
    -> [CheckedItem]
  {
    let archive = try sandbox.archive()
    let day = try day(text)
    let place = try #require(archive.ledger.organization(try organization(id), on: day))
    return archive.check(try #require(archive.checklist(nil)), organization: place, on: day)
  }

  private func item(_ id: String, _ items: [CheckedItem]) throws -> CheckedItem {
    try #require(items.first { $0.item.id == id })
  }

  /// The item that asks for a theme day in each month of the year.
  static let themeDay = "E01"

  static let themeDayWithLesson = """
    %rec: activity

    Organization: Q1
    Kind: 主题党日
    Counts: 党课
    Date: 2026-10-23
    Title: 现场观摩
    Item: 重温入党誓词
    ItemKind: 环节
    Item: 书记讲党课
    ItemKind: 环节
    Item: 党员发言讨论
    ItemKind: 环节
    Item: 现场点评
    ItemKind: 环节

    """

  @Test func themeDaysAreCountedMonthByMonth() throws {
    let sandbox = try Sandbox.withBranch()
    try sandbox.add(
      "%rec: activity\n\nOrganization: Q1\nKind: 主题党日\nDate: 2026-09-11\nTitle: 上月\n\n"
        + "Organization: Q1\nKind: 党课\nDate: 2026-10-09\nTitle: 党课\n")
    let id = try #require(try sandbox.add(Self.themeDayWithLesson).first)
    let items = try check(sandbox, on: "2026-10-31")
    let themeDay = try item(Self.themeDay, items)
    #expect(themeDay.answer == .partlyMet)
    #expect(themeDay.evidence.count == 2)
    #expect(themeDay.evidence.last?.text == id)
    #expect(!themeDay.isManual)
    #expect(themeDay.period.description == "2026")
    #expect(themeDay.note == .owed(required: 10, done: 2, missing: 8))
    // The same record counts as a lesson of the quarter, beside the lesson itself.
    #expect(try item("D04", items).evidence.count == 2)
    #expect(try item("E02", items).evidence.map(\.text) == [id])
    // A theme day after the day asked for does not count yet, and its month can still have one.
    #expect(
      try item(Self.themeDay, check(sandbox, on: "2026-10-22")).note
        == .owed(required: 9, done: 1, missing: 8))
    // The month that runs is owed when it is over.
    #expect(
      try item(Self.themeDay, check(sandbox, on: "2026-11-29")).note
        == .owed(required: 10, done: 2, missing: 8))
    #expect(
      try item(Self.themeDay, check(sandbox, on: "2026-11-30")).note
        == .owed(required: 11, done: 2, missing: 9))
  }

  @Test("what is asked once a year waits for a person until the year is over")
  func stillOpen() throws {
    let sandbox = try Sandbox.withBranch()
    let running = try item("F01", check(sandbox, on: "2026-12-30"))
    #expect(running.answer == .pending)
    #expect(running.recorded == .pending)
    #expect(running.note == .stillOpen(until: try day("2026-12-31")))
    let over = try item("F01", check(sandbox, on: "2026-12-31"))
    #expect(over.answer == .unmet)
    #expect(over.note == .owed(required: 1, done: 0, missing: 1))
    try sandbox.add("%rec: activity\n\nOrganization: Q1\nKind: 组织生活会\nDate: 2026-02-10\n")
    #expect(try item("F01", check(sandbox, on: "2026-12-30")).answer == .met)
  }

  @Test func aLessonAloneIsNoThemeDay() throws {
    let sandbox = try Sandbox.withBranch()
    try sandbox.add(
      "%rec: activity\n\nOrganization: Q1\nKind: 党课\nDate: 2026-10-23\nTitle: 党课\n")
    let items = try check(sandbox, on: "2026-10-31")
    #expect(try item(Self.themeDay, items).answer == .unmet)
    #expect(try item(Self.themeDay, items).evidence == [])
    #expect(try item("D04", items).note == .owed(required: 4, done: 1, missing: 3))
  }

  @Test func aWithdrawnThemeDayDoesNotCount() throws {
    let sandbox = try Sandbox.withBranch()
    let id = try #require(try sandbox.add(Self.themeDayWithLesson).first)
    try sandbox.add("%rec: activity\n\nWithdraws: \(id)\nReason: 没有开\n")
    let themeDay = try item(Self.themeDay, check(sandbox, on: "2026-10-31"))
    #expect(themeDay.answer == .unmet)
    #expect(themeDay.evidence == [])
  }

  @Test func groupMeetingsAreTheBranchsToShow() throws {
    let sandbox = try Sandbox.withBranch()
    func meeting(_ group: String) -> String {
      "%rec: activity\n\nOrganization: \(group)\nKind: 党小组会\nDate: 2026-10-12\n"
    }
    #expect(try item("D03", check(sandbox, on: "2026-10-31")).answer == .unmet)
    try sandbox.add(meeting("Q1A"))
    var checked = try item("D03", check(sandbox, on: "2026-10-31"))
    #expect(checked.answer == .partlyMet)
    #expect(checked.note == .owed(required: 20, done: 1, missing: 19))
    try sandbox.add(meeting("Q1B"))
    checked = try item("D03", check(sandbox, on: "2026-10-31"))
    #expect(checked.note == .owed(required: 20, done: 2, missing: 18))
    #expect(checked.evidence.count == 2)
  }

  @Test func whatIsNotOwedDoesNotApply() throws {
    let sandbox = try Sandbox.withBranch()
    let items = try check(sandbox, on: "2026-10-31", organization: "JG")
    // One full member: no committee (R15); no groups: no meetings of groups.
    #expect(try item("D02", items).answer == .notApplicable)
    #expect(try item("D02", items).note == .nothingOwed)
    #expect(try item("D03", items).note == .nothingOwed)
    // An item for committees above branches.
    #expect(try item("B05", items).note == .notForLevel)
  }

  @Test func aPersonsAnswerHoldsForItsDayWhereTheRecordsAnswer() throws {
    let sandbox = try Sandbox.withBranch()
    func review(_ date: String, _ answer: String, by: String = "人工") -> String {
      "%rec: review\n\nOrganization: Q1\nChecklist: 规范化自查\nDate: \(date)\nItem: E01\n"
        + "Answer: \(answer)\nBy: \(by)\nRemark: 看过\nItem: B04\nAnswer: 达标\nBy: 人工\n"
    }
    #expect(try item("B04", check(sandbox, on: "2026-10-31")).answer == .pending)
    #expect(try item("B04", check(sandbox, on: "2026-10-31")).isManual)
    #expect(try item("B04", check(sandbox, on: "2026-10-31")).recorded == nil)
    try sandbox.add(review("2026-10-20", "达标"))
    let id = try #require(try sandbox.add(review("2026-10-25", "部分达标")).first)
    // What the records answered is no person's answer.
    try sandbox.add(review("2026-10-26", "未达标", by: "记录"))
    let checked = try item("E01", check(sandbox, on: "2026-10-25"))
    #expect(checked.answer == .partlyMet)
    #expect(checked.isManual)
    #expect(checked.recorded == .unmet)
    #expect(checked.review?.text == id)
    #expect(checked.note == .remark("看过"))
    // After that day the records answer again, and what was said stands beside it.
    let later = try item("E01", check(sandbox, on: "2026-10-31"))
    #expect(later.answer == .unmet)
    #expect(!later.isManual)
    #expect(later.review == nil)
    #expect(later.said?.answer.answer == .partlyMet)
    #expect(later.said?.reference.text == id)
    // Not before it, and not in another year.
    #expect(try item("E01", check(sandbox, on: "2026-10-19")).said == nil)
    #expect(try item("E01", check(sandbox, on: "2027-01-20")).said == nil)
    // The item of the year that only a person can answer keeps its answer.
    #expect(try item("B04", check(sandbox, on: "2026-11-20")).answer == .met)
  }

  @Test func aVisitIsWrittenWithItsFindings() throws {
    let sandbox = try Sandbox.withBranch()
    let archive = try sandbox.archive()
    let day = try day("2026-10-31")
    let place = try #require(archive.ledger.organization(try organization("Q1"), on: day))
    let checklist = try #require(archive.checklist(nil))
    var visit = archive.visit(checklist, to: place, on: day, by: [Person("Q1M01")])
    // Those for committees above branches are not asked.
    #expect(!visit.lines.contains { $0.item.id == "B05" })
    func position(_ id: String) throws -> Int {
      try #require(visit.lines.firstIndex { $0.item.id == id })
    }
    visit.confirm(try position("E01"))
    visit.raise(
      try position("D01"),
      VisitFinding(title: "大会记录缺表决", owners: [Person("Q1M02")], due: Day("2026-11-30")),
      answer: .partlyMet, remark: "三月的没有票数")
    visit.raise(
      try position("B04"), VisitFinding(title: "分工不明", owners: [], due: nil), answer: .unmet,
      remark: "")
    let result = EntryCheck(archive).check(visit.records, source: "", today: day)
    #expect(result.faults.isEmpty, "\(result.faults)")
    let ids = try sandbox.store.append(
      visit.linked(result.records), by: try #require(Sandbox.author),
      at: "2026-10-31T17:00:00+08:00"
    ).map(\.description)
    #expect(ids.count == 3)
    let after = try sandbox.archive()
    #expect(after.notices.isEmpty)
    let review = try #require(after.ledger.visits(to: place.id, through: day).first)
    #expect(review.reference.text == ids[0])
    // In the checklist's order, with what the records said where a person said something else.
    #expect(review.items.map(\.item) == ["B04", "D01", "E01"])
    #expect(review.items.map(\.answer) == [.unmet, .partlyMet, .unmet])
    #expect(review.items.map(\.isManual) == [true, true, false])
    #expect(review.items.map(\.recorded) == [nil, .unmet, nil])
    let findings = after.ledger.findings(of: review)
    #expect(findings.map(\.title) == ["分工不明", "大会记录缺表决"])
    #expect(findings.map { $0.source?.text } == ["\(ids[0])#1", "\(ids[0])#2"])
    #expect(after.ledger.visitItem(of: findings[1])?.item == "D01")
  }

  @Test(arguments: [
    (
      "L03",
      "%rec: matter\n\nOrganization: Q1\nKind: 办实事\nTitle: 换床垫\nOpened: 2026-02-01\n"
        + "State: 已办结\nClosed: 2026-03-01\n", ChecklistAnswer.met
    ),
    (
      "M02",
      "%rec: document\n\nOrganization: Q1\nKind: 计划\nTitle: 2026年工作计划\n"
        + "Date: 2026-01-10\n", .partlyMet
    ),
    (
      "H02",
      "%rec: procedure\n\nOrganization: Q1\nKind: 发展党员\nSubject: Q1M08\n"
        + "Step: 半年考察\nDate: 2026-09-30\n", .met
    ),
    ("C04", "%rec: activity\n\nOrganization: Q1\nKind: 走访慰问\nDate: 2026-02-10\n", .met),
  ])
  func selections(id: String, text: String, answer: ChecklistAnswer) throws {
    let sandbox = try Sandbox.withBranch()
    #expect(try item(id, check(sandbox, on: "2026-10-31")).answer == .unmet)
    let reference = try #require(try sandbox.add(text).first)
    let checked = try item(id, check(sandbox, on: "2026-10-31"))
    #expect(checked.answer == answer)
    #expect(checked.evidence.map(\.text) == [reference])
    // Not in the year after.
    #expect(try item(id, check(sandbox, on: "2027-10-31")).evidence == [])
  }

  @Test func everyItemIsAnswered() throws {
    let sandbox = try Sandbox.withBranch()
    let items = try check(sandbox, on: "2026-10-31")
    #expect(items.count == 47)
    // Dues, of which nothing is kept here, and what can still be held this year wait for a person.
    #expect(
      items.filter { $0.answer == .pending && !$0.isManual }.map(\.item.id)
        == ["F01", "F02", "I01"])
    #expect(items.count { !$0.isManual } >= 22)
  }

  @Test func dueIsThatOfTheCatalogue() throws {
    let sandbox = try Sandbox.withBranch()
    let lines = try sandbox.archive().due(on: try day("2026-10-31"), under: organization("Q1"))
    #expect(
      lines.map { "\($0.organization) \($0.obligation.id) \($0.period) \($0.missing)" } == [
        "Q1 党员大会 2026-Q4 1", "Q1 支委会 2026-10 1", "Q1 党课 2026-Q4 1",
        "Q1 主题党日 2026-10 1", "Q1 组织生活会 2026 1", "Q1 民主评议 2026 1",
        "Q1 谈心谈话 2026 1", "Q1A 党小组会 2026-10 1", "Q1B 党小组会 2026-10 1",
      ])
  }
}
