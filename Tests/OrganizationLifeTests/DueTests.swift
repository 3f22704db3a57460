import OrganizationLife
import Testing

/// An obligation of branches since 2019.
private func obligation(
  _ kind: String, _ frequency: Frequency, times: Int = 1,
  levels: [OrganizationLevel] = [.branch, .jointBranch], atLeast: Int? = nil, below: Int? = nil,
  since: String = "2019-01-01", until: String? = nil, counts: [String] = []
) -> Obligation {
  Obligation(
    id: kind, title: kind, kinds: [kind] + counts, frequency: frequency, times: times,
    levels: levels, fullMembersAtLeast: atLeast, fullMembersBelow: below, level: .regulation,
    source: "", validity: Validity(since: date(since), until: until.map(date)))
}

@Suite struct DueTests {
  let all = [
    obligation("党员大会", .quarter), obligation("支委会", .month, atLeast: 7),
    obligation("党小组会", .month, levels: [.group]), obligation("党课", .quarter),
    obligation("主题党日", .month, levels: [.branch, .jointBranch, .temporaryBranch]),
    obligation("总支大会", .half, levels: [.generalBranch]),
  ]

  struct Row: Sendable {
    var rule: String
    var level: OrganizationLevel
    var full: Int
    var others: [Member] = []
    var owed: [String]
  }

  @Test(arguments: [
    Row(rule: "R15", level: .branch, full: 6, owed: ["党员大会", "党课", "主题党日"]),
    Row(rule: "R15", level: .branch, full: 7, owed: ["党员大会", "支委会", "党课", "主题党日"]),
    Row(
      rule: "R15: 正式党员", level: .branch, full: 6,
      others: [member(20, status: .probationary), member(21, status: .activist)],
      owed: ["党员大会", "党课", "主题党日"]),
    Row(
      rule: "R15: 留党察看 is 正式党员, 停止党籍 is not", level: .branch, full: 6,
      others: [member(20, rights: .membershipStopped)], owed: ["党员大会", "党课", "主题党日"]),
    Row(
      rule: "R15", level: .branch, full: 6,
      others: [member(20, rights: .onProbationForDiscipline)],
      owed: ["党员大会", "支委会", "党课", "主题党日"]),
    Row(rule: "R05", level: .group, full: 7, owed: ["党小组会"]),
    Row(rule: "临时党支部", level: .temporaryBranch, full: 9, owed: ["主题党日"]),
    Row(rule: "R44", level: .generalBranch, full: 9, owed: ["总支大会"]),
    Row(rule: "R19", level: .committee, full: 9, owed: []),
  ])
  func byLevelAndSize(row: Row) {
    let ledger = ledger(
      organizations: [organization(level: row.level)],
      members: fullMembers(1...row.full) + row.others)
    let lines = ledger.due(all, on: date("2026-11-20"), under: place("Q1"))
    #expect(lines.map(\.obligation.id) == row.owed, "\(row.rule)")
  }

  struct Count: Sendable {
    var note: String
    var on: String
    var held: [String]
    var period: String
    var done: Int
    var missing: Int
    var next: String
  }

  @Test(arguments: [
    Count(
      note: "nothing", on: "2026-11-20", held: [], period: "2026-Q4", done: 0, missing: 1,
      next: "2026-12-31"),
    Count(
      note: "the last day of the quarter before does not count", on: "2026-11-20",
      held: ["2026-09-30"], period: "2026-Q4", done: 0, missing: 1, next: "2026-12-31"),
    Count(
      note: "the first day counts", on: "2026-11-20", held: ["2026-10-01"], period: "2026-Q4",
      done: 1, missing: 0, next: "2027-03-31"),
    Count(
      note: "so does the day asked for", on: "2026-11-20", held: ["2026-11-20"],
      period: "2026-Q4", done: 1, missing: 0, next: "2027-03-31"),
    Count(
      note: "what comes later does not", on: "2026-11-20", held: ["2026-11-21"],
      period: "2026-Q4", done: 0, missing: 1, next: "2026-12-31"),
    Count(
      note: "more than asked is not negative", on: "2026-12-31",
      held: ["2026-10-01", "2026-11-01", "2026-12-01"], period: "2026-Q4", done: 3, missing: 0,
      next: "2027-03-31"),
    Count(
      note: "first day of the quarter", on: "2026-10-01", held: ["2026-09-30"],
      period: "2026-Q4", done: 0, missing: 1, next: "2026-12-31"),
  ])
  func counts(row: Count) {
    let ledger = ledger(
      members: fullMembers(1...6), activities: row.held.map { activity(on: $0) })
    let lines = ledger.due([obligation("党员大会", .quarter)], on: date(row.on), under: place("Q1"))
    #expect(lines.map(\.period.description) == [row.period], "\(row.note)")
    #expect(lines.map(\.done) == [row.done], "\(row.note)")
    #expect(lines.map(\.missing) == [row.missing], "\(row.note)")
    #expect(lines.map(\.next) == [date(row.next)], "\(row.note)")
    #expect(lines.map(\.evidence.count) == [row.done], "\(row.note)")
  }

  @Test(arguments: [
    (Frequency.week, "2027-01-02", "2026-W53", "2027-01-03"),
    (.month, "2026-12-05", "2026-12", "2026-12-31"),
    (.half, "2026-12-05", "2026-H2", "2026-12-31"),
    (.year, "2026-12-05", "2026", "2026-12-31"),
  ])
  func periods(frequency: Frequency, on: String, period: String, next: String) {
    let lines = ledger(members: fullMembers(1...6))
      .due([obligation("党员大会", frequency, times: 2)], on: date(on), under: place("Q1"))
    #expect(lines.map(\.period.description) == [period])
    #expect(lines.map(\.next) == [date(next)])
    #expect(lines.map(\.missing) == [2])
  }

  @Test func aWeekAcrossNewYearCountsItsDecemberDays() {
    let ledger = ledger(
      members: fullMembers(1...6), activities: [activity("党课", on: "2026-12-29")])
    let lines = ledger.due([obligation("党课", .week)], on: date("2027-01-02"), under: nil)
    #expect(lines.map(\.done) == [1])
  }

  @Test func anActivityCountsForFurtherKindsAndOnceForEach() {
    let both = activity("主题党日", on: "2026-11-05") { $0.counts = ["党课"] }
    let ledger = ledger(members: fullMembers(1...6), activities: [both])
    let lines = ledger.due(
      [
        obligation("党课", .quarter), obligation("主题党日", .month),
        obligation("学习", .month, times: 2, counts: ["党课", "主题党日"]),
      ], on: date("2026-11-20"), under: place("Q1"))
    #expect(lines.map(\.done) == [1, 1, 1])
    #expect(lines.map(\.missing) == [0, 0, 1])
  }

  /// FORMAT.md 6: 分批, the same `Number`.
  @Test func sittingsOfOneMeetingCountOnce() {
    func sitting(_ day: String, _ text: String, number: Int?) -> Activity {
      activity("主题党日", on: day) {
        $0.sitting = text
        $0.number = number
      }
    }
    let obligations = [obligation("主题党日", .month, times: 3)]
    func done(_ held: [Activity], on day: String = "2026-11-30") -> [Int] {
      ledger(members: fullMembers(1...6), activities: held)
        .due(obligations, on: date(day), under: place("Q1")).map(\.done)
    }
    #expect(
      done([sitting("2026-11-03", "1/2", number: 11), sitting("2026-11-05", "2/2", number: 11)])
        == [1])
    #expect(
      done([sitting("2026-11-03", "1/2", number: 11), sitting("2026-11-05", "2/2", number: 12)])
        == [2])
    #expect(
      done([sitting("2026-11-03", "", number: 11), sitting("2026-11-05", "", number: 11)]) == [2])
    #expect(
      done([
        sitting("2026-11-03", "1/2", number: nil), sitting("2026-11-05", "2/2", number: nil),
        sitting("2026-11-13", "1/2", number: nil), sitting("2026-11-15", "2/2", number: nil),
      ]) == [2])
    // It counts in the month in which it began, and in no other.
    let across = [
      sitting("2026-10-30", "1/2", number: 10), sitting("2026-11-02", "2/2", number: 10),
    ]
    #expect(done(across) == [0])
    #expect(done(across, on: "2026-10-31") == [1])
  }

  @Test func owedOnlyIfRuleAndBranchWereThereOnTheFirstDay() {
    func owed(
      branchSince: String = "2020-01-01", branchUntil: String? = nil,
      since: String = "2019-01-01", until: String? = nil
    ) -> Int {
      ledger(
        organizations: [organization(since: branchSince, until: branchUntil)],
        members: fullMembers(1...6)
      ).due(
        [obligation("党员大会", .quarter, since: since, until: until)], on: date("2026-11-20"),
        under: place("P1")
      ).count
    }
    #expect(owed() == 1)
    #expect(owed(since: "2026-10-01") == 1)
    #expect(owed(since: "2026-10-02") == 0)
    #expect(owed(until: "2026-09-30") == 0)
    #expect(owed(until: "2026-10-01") == 1)
    #expect(owed(branchSince: "2026-10-01") == 1)
    #expect(owed(branchSince: "2026-10-02") == 0)
    #expect(owed(branchUntil: "2026-11-20") == 1)
    #expect(owed(branchUntil: "2026-11-19") == 0)
  }

  @Test func inTreeOrderThenTheCataloguesAndGroupsHaveTheirOwn() {
    let ledger = ledger(
      organizations: [
        organization("Q10"), organization("Q2"), organization("Q1X1", level: .group, parent: "Q1"),
        organization("R1", parent: nil),
      ], members: fullMembers(1...6))
    let obligations = [obligation("党课", .quarter), obligation("党员大会", .quarter), all[2]]
    func lines(_ id: String?) -> [String] {
      ledger.due(obligations, on: date("2026-11-20"), under: id.map(place))
        .map { "\($0.organization) \($0.obligation.id)" }
    }
    #expect(
      lines("P1") == [
        "Q1 党课", "Q1 党员大会", "Q1X1 党小组会", "Q2 党课", "Q2 党员大会", "Q10 党课", "Q10 党员大会",
      ])
    #expect(lines("Q1X1") == ["Q1X1 党小组会"])
    #expect(lines(nil) == lines("P1") + ["R1 党课", "R1 党员大会"])
    #expect(lines("Q9") == [])
  }

  @Test func aBranchWhoseSuperiorEndedIsNotLost() {
    let ledger = ledger(
      organizations: [organization("P1", level: .committee, parent: nil, until: "2026-01-31")],
      members: fullMembers(1...6))
    #expect(ledger.tree(on: date("2026-11-20")).map(\.id.text) == ["Q1"])
    #expect(ledger.tree(on: date("2026-01-31")).map(\.id.text) == ["P1", "Q1"])
  }

  @Test func superiorsInACircleAreListedOnce() {
    let ledger = ledger(
      organizations: [
        organization("P1", level: .committee, parent: "Q1"), organization(parent: "P1"),
      ], members: [])
    #expect(ledger.tree(on: date("2026-11-20")).map(\.id.text) == ["P1", "Q1"])
  }

  @Test(
    arguments: [
      ("1/2", 1, 2), ("2/2", 2, 2), ("3/2", nil, nil), ("0/2", nil, nil), ("", nil, nil),
      ("1", nil, nil), ("1/2/3", nil, nil), ("上午", nil, nil),
    ] as [(String, Int?, Int?)])
  func readsSittings(text: String, index: Int?, total: Int?) {
    #expect(Sitting(text)?.index == index)
    #expect(Sitting(text)?.total == total)
  }
}
