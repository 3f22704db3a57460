import Testing

@testable import OrganizationLife

/// A checklist gone through at a branch: what counts as checked, what stays of it, what came back.
@Suite struct VisitTests {
  private func item(_ id: String, _ source: ItemSource = .manual) -> ChecklistItem {
    ChecklistItem(
      id: id, checklist: "自查", section: "组织设置", title: "条目\(id)", source: source,
      frequency: .year, levels: [.branch], level: .local, article: "本单位规定",
      validity: Validity(since: date("2019-01-01")))
  }

  /// A: the records say it is met; B: that it is not; C: only a person can say.
  private func visit(
    _ a: ChecklistAnswer = .met, on day: String = "2026-11-20"
  ) -> Visit {
    Visit(
      organization: place("Q1"), checklist: "自查", revision: 1, date: date(day),
      reviewers: [person(1)],
      lines: [
        VisitLine(item: item("A"), recorded: a, evidence: [Reference("R1")]),
        VisitLine(item: item("B"), recorded: .unmet, evidence: []),
        VisitLine(item: item("C"), recorded: nil, evidence: []),
      ])
  }

  private let finding = VisitFinding(title: "缺签到表", owners: [person(2)], due: date("2026-12-20"))

  @Test func nothingIsCheckedBeforeSomebodySaysSo() {
    var visit = visit()
    #expect(visit.checked.isEmpty)
    visit.confirm(0)
    #expect(visit.checked.map(\.item.id) == ["A"])
    #expect(visit.lines[0].given?.isManual == false)
    // Only a person can say it: there is nothing to confirm.
    let isConfirmed = [visit.confirm(2), visit.confirm(3)]
    #expect(isConfirmed == [false, false])
    visit.answer(2, .pending, remark: "")
    #expect(visit.checked.count == 1)
    visit.clear(0)
    #expect(visit.checked.isEmpty)
  }

  @Test(arguments: [
    (0, ChecklistAnswer.met, false, false), (0, .unmet, true, true), (2, .met, true, false),
  ])
  func whoseAnswerItIs(index: Int, answer: ChecklistAnswer, isManual: Bool, isOverruling: Bool) {
    var visit = visit()
    visit.answer(index, answer, remark: "看过")
    #expect(visit.lines[index].given?.isManual == isManual)
    #expect(visit.lines[index].given?.isOverruling == isOverruling)
    #expect(visit.count(answer) == 1)
  }

  @Test func aFindingGoesWhereNothingIsLackingAnyMore() {
    var visit = visit()
    visit.raise(1, finding, answer: .unmet, remark: "")
    visit.raise(0, finding, answer: .partlyMet, remark: "不全")
    #expect(visit.findings.map(\.line.item.id) == ["A", "B"])
    // What is met has no finding.
    visit.raise(2, finding, answer: .met, remark: "")
    #expect(visit.findings.count == 2)
    visit.confirm(1)
    #expect(visit.findings.map(\.line.item.id) == ["A", "B"])
    visit.confirm(0)
    #expect(visit.findings.map(\.line.item.id) == ["B"])
    #expect(visit.lines[0].given?.remark == "")
    visit.answer(1, .notApplicable, remark: "")
    #expect(visit.findings.isEmpty)
  }

  @Test func whatTheRecordsNoLongerSayIsAskedForAgain() {
    var before = visit()
    before.confirm(0)
    before.answer(2, .met, remark: "")
    before.note = "总体较好"
    let after = visit(.partlyMet).takingOver(before)
    #expect(after.note == "总体较好")
    #expect(after.lines[0].isStale)
    #expect(after.checked.map(\.item.id) == ["C"])
    #expect(visit().takingOver(before).checked.map(\.item.id) == ["A", "C"])
  }

  @Test func aDraftsItemThatIsNoMoreIsLeftOut() {
    var visit = visit()
    let met = VisitAnswer(.met, remark: "", recorded: .met)
    visit.restore("Z", met, nil)
    visit.restore("A", met, finding)
    #expect(visit.checked.map(\.item.id) == ["A"])
    #expect(visit.findings.isEmpty)
  }

  // MARK: What the log has

  private func review(
    _ id: String, on day: String, _ answers: [(String, ChecklistAnswer)],
    checklist: String = "自查", origin: String? = nil
  ) -> Review {
    Review(
      reference: Reference(id), origin: origin.map { Reference($0) }, organization: place("Q1"),
      checklist: checklist, date: date(day), reviewers: [person(1)],
      items: answers.map { ReviewItem(item: $0.0, answer: $0.1, isManual: false) },
      enteredAt: Moment("\(day)T18:00:00+08:00") ?? writtenAt)
  }

  private func matter(
    _ id: String, _ title: String, on day: String, from source: String?, closed: String? = nil
  ) -> Matter {
    Matter(
      reference: Reference(id), organization: place("Q1"), kind: Matter.findingKind, title: title,
      opened: date(day), source: source.map { Reference($0) },
      state: closed == nil ? "办理中" : "已办结", closed: closed.map(date))
  }

  @Test func visitsAreListedWithWhatWasSaidLast() {
    var life = ledger(members: [])
    life.reviews = [
      review("R1", on: "2026-03-10", [("A", .unmet), ("B", .met)]),
      review("R2", on: "2026-07-10", [("A", .met), ("C", .pending)]),
      review("R3", on: "2026-08-10", [("Q1M01/学时", .met)], checklist: MemberReview.checklist),
      review("R4", on: "2026-09-10", [("A", .unmet)], checklist: "另一份"),
    ]
    #expect(
      life.visits(to: place("Q1"), through: date("2026-12-31")).map(\.reference.text)
        == ["R4", "R2", "R1"])
    #expect(life.visits(to: place("Q1"), through: date("2026-07-09")).count == 1)
    #expect(life.visits(to: place("Q1"), through: date("2026-07-10")).count == 2)
    #expect(life.visits(to: place("P1"), through: date("2026-12-31")).isEmpty)
    let last = life.lastAnswers(to: "自查", of: place("Q1"), through: date("2026-12-31"))
    #expect(last.mapValues(\.answer.answer) == ["A": .met, "B": .met])
    #expect(last["B"]?.reference.text == "R1")
    // Beside a visit stands what was said before it.
    let before = life.lastAnswers(
      to: "自查", of: place("Q1"), through: date("2026-12-31"), excluding: life.reviews[1])
    #expect(before["A"]?.answer.answer == .unmet)
  }

  /// Title, item of the review (1 is A, 2 is B), opened, closed; whether a finding at item A of
  /// 2026-11-20 with the title 缺签到表 repeats it.
  @Test(arguments: [
    ("党课缺签到表", 1, "2026-07-10", nil as String?, true),  // The same item in other words.
    ("缺 签到表。", 2, "2026-07-10", nil, true),  // The same words at another item.
    ("党课缺签到表", 2, "2026-07-10", nil, false),
    ("缺签到表", 1, "2026-11-20", nil, false),  // The same day: another reviewer's.
    ("缺签到表", 1, "2025-11-20", nil, true), ("缺签到表", 1, "2025-11-19", nil, false),
    ("缺签到表", 1, "2025-06-01", "2025-11-20", true),
    ("缺签到表", 1, "2025-06-01", "2025-11-19", false),
  ])
  func cameBack(
    title: String, number: Int, opened: String, closed: String?, isRepeated: Bool
  ) {
    var life = ledger(members: [])
    life.reviews = [
      review("R1+", on: opened, [("A", .unmet), ("B", .unmet)], origin: "R1"),
      review("R2", on: "2026-11-20", [("A", .unmet)]),
    ]
    let now = matter("M2", "缺签到表", on: "2026-11-20", from: "R2#1")
    life.matters = [
      matter("M1", title, on: opened, from: "R1#\(number)", closed: closed), now,
    ]
    #expect(life.repetitions(of: now).map(\.reference.text) == (isRepeated ? ["M1"] : []))
    #expect(life.visitItem(of: now) == VisitItem(checklist: "自查", item: "A"))
    #expect(life.findings(of: life.reviews[0]).map(\.reference.text) == ["M1"])
    #expect(
      life.findings(
        like: "缺签到表", at: VisitItem(checklist: "自查", item: "A"), of: place("Q1"),
        before: date("2026-11-20")
      ).isEmpty == !isRepeated)
  }

  @Test func whatIsNoItemOfAVisitIsNone() {
    var life = ledger(members: [])
    life.reviews = [
      review("R1", on: "2026-03-10", [("Q1M01/学时", .unmet)], checklist: MemberReview.checklist)
    ]
    for source in [nil, "R1", "R1#1", "R1#2", "R9#1"] {
      #expect(life.visitItem(of: matter("M", "缺", on: "2026-03-10", from: source)) == nil)
    }
  }
}
