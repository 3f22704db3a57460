import OrganizationLife
import Testing

/// R01, R04, R05, R07–R11, R44, R46: how often; R14–R19, R45: forms, terms, groups.
@Suite struct OrganizationRuleTests {
  struct Owed: RuleRow {
    var rule: String
    var kind: String
    var every: Frequency
    var level = OrganizationLevel.branch
    var held: [String]
    var on: String
    var period: String
    var done: Int
    var missing: Int
    var isReminded = false

    init(
      _ rule: String, _ kind: String, _ every: Frequency, level: OrganizationLevel = .branch,
      _ held: [String], on: String, _ period: String, _ done: Int, _ missing: Int,
      reminded: Bool = false
    ) {
      self.rule = rule
      self.kind = kind
      self.every = every
      self.level = level
      self.held = held
      self.on = on
      self.period = period
      self.done = done
      self.missing = missing
      isReminded = reminded
    }
  }

  static let frequencies = [
    // R01: 党员大会 each quarter.
    Owed("R01", "党员大会", .quarter, [], on: "2026-03-24", "2026-Q1", 0, 1),
    Owed("R01", "党员大会", .quarter, [], on: "2026-03-25", "2026-Q1", 0, 1, reminded: true),
    Owed("R01", "党员大会", .quarter, ["2026-03-31"], on: "2026-03-31", "2026-Q1", 1, 0),
    Owed("R01", "党员大会", .quarter, ["2026-03-31"], on: "2026-04-01", "2026-Q2", 0, 1),
    Owed(
      "R01", "党员大会", .quarter, ["2026-04-01", "2026-05-01"], on: "2026-06-30", "2026-Q2", 2, 0),
    // R04: 支委会 each month.
    Owed("R04", "支委会", .month, [], on: "2026-04-24", "2026-04", 0, 1),
    Owed("R04", "支委会", .month, [], on: "2026-04-25", "2026-04", 0, 1, reminded: true),
    Owed("R04", "支委会", .month, ["2026-03-31"], on: "2026-04-30", "2026-04", 0, 1, reminded: true),
    Owed("R04", "支委会", .month, ["2026-04-01"], on: "2026-04-30", "2026-04", 1, 0),
    Owed("R04", "支委会", .month, ["2026-04-30"], on: "2026-04-30", "2026-04", 1, 0),
    // R05: 党小组会 each month.
    Owed(
      "R05", "党小组会", .month, level: .group, [], on: "2026-02-28", "2026-02", 0, 1, reminded: true),
    Owed("R05", "党小组会", .month, level: .group, ["2026-02-01"], on: "2026-02-28", "2026-02", 1, 0),
    Owed("R05", "党小组会", .month, level: .group, ["2026-01-31"], on: "2026-02-01", "2026-02", 0, 1),
    Owed(
      "R05", "党小组会", .month, level: .group, ["2026-03-01"], on: "2026-02-28", "2026-02", 0, 1,
      reminded: true),
    Owed(
      "R05", "党小组会", .month, level: .group, ["2026-02-03", "2026-02-17"], on: "2026-02-20",
      "2026-02", 2, 0),
    // R08: a lesson each quarter or half-year, by local rule.
    Owed("R08", "党课", .quarter, [], on: "2026-09-30", "2026-Q3", 0, 1, reminded: true),
    Owed("R08", "党课", .quarter, ["2026-07-01"], on: "2026-09-30", "2026-Q3", 1, 0),
    Owed("R08", "党课", .half, ["2026-07-01"], on: "2026-12-31", "2026-H2", 1, 0),
    Owed("R08", "党课", .half, ["2026-06-30"], on: "2026-12-24", "2026-H2", 0, 1),
    Owed("R08", "党课", .half, ["2026-06-30"], on: "2026-12-25", "2026-H2", 0, 1, reminded: true),
    // R09: 主题党日 each month.
    Owed("R09", "主题党日", .month, [], on: "2026-11-24", "2026-11", 0, 1),
    Owed("R09", "主题党日", .month, [], on: "2026-11-25", "2026-11", 0, 1, reminded: true),
    Owed("R09", "主题党日", .month, ["2026-11-01"], on: "2026-11-20", "2026-11", 1, 0),
    Owed("R09", "主题党日", .month, ["2026-10-31"], on: "2026-11-20", "2026-11", 0, 1),
    Owed("R09", "主题党日", .month, ["2026-11-21"], on: "2026-11-20", "2026-11", 0, 1),
    // R10: 组织生活会 each year.
    Owed("R10", "组织生活会", .year, [], on: "2026-10-01", "2026", 0, 1),
    Owed("R10", "组织生活会", .year, [], on: "2026-12-24", "2026", 0, 1),
    Owed("R10", "组织生活会", .year, [], on: "2026-12-25", "2026", 0, 1, reminded: true),
    Owed("R10", "组织生活会", .year, ["2026-01-01"], on: "2026-12-31", "2026", 1, 0),
    Owed("R10", "组织生活会", .year, ["2025-12-31"], on: "2026-12-31", "2026", 0, 1, reminded: true),
    // R11: 民主评议 each year.
    Owed("R11", "民主评议", .year, [], on: "2026-12-31", "2026", 0, 1, reminded: true),
    Owed("R11", "民主评议", .year, ["2026-12-31"], on: "2026-12-31", "2026", 1, 0),
    Owed("R11", "民主评议", .year, ["2027-01-05"], on: "2026-12-31", "2026", 0, 1, reminded: true),
    Owed("R11", "民主评议", .year, ["2026-12-31"], on: "2027-01-05", "2027", 0, 1),
    Owed("R11", "民主评议", .year, ["2026-01-10", "2026-12-10"], on: "2026-12-31", "2026", 2, 0),
    // R44: a 总支 by the half-year and by the month, local.
    Owed(
      "R44", "党员大会", .half, level: .generalBranch, [], on: "2026-06-25", "2026-H1", 0, 1,
      reminded: true),
    Owed(
      "R44", "党员大会", .half, level: .generalBranch, ["2026-06-30"], on: "2026-06-30", "2026-H1", 1, 0
    ),
    Owed(
      "R44", "党员大会", .half, level: .generalBranch, ["2026-06-30"], on: "2026-07-01", "2026-H2", 0, 1
    ),
    Owed(
      "R44", "党课", .half, level: .generalBranch, ["2026-01-01"], on: "2026-06-30", "2026-H1", 1, 0),
    Owed(
      "R44", "总支委员会", .month, level: .generalBranch, ["2026-05-31"], on: "2026-06-24", "2026-06", 0,
      1),
    // R46: 述职评议 each year.
    Owed("R46", "述职评议", .year, level: .committee, [], on: "2026-11-30", "2026", 0, 1),
    Owed(
      "R46", "述职评议", .year, level: .committee, [], on: "2026-12-25", "2026", 0, 1, reminded: true),
    Owed("R46", "述职评议", .year, level: .committee, ["2026-12-31"], on: "2026-12-31", "2026", 1, 0),
    Owed("R46", "述职评议", .year, level: .committee, ["2027-01-01"], on: "2027-01-01", "2027", 1, 0),
    Owed("R46", "述职评议", .year, level: .committee, ["2025-12-31"], on: "2026-01-01", "2026", 0, 1),
  ]

  @Test(arguments: frequencies)
  func owed(row: Owed) throws {
    let ledger = ledger(
      organizations: [organization(level: row.level, officers: [1, 2, 3])],
      members: fullMembers(1...8),
      activities: row.held.map { activity(row.kind, on: $0) })
    let lines = ledger.due(
      [Sample.obligation(row.kind, row.every, levels: [row.level])], on: date(row.on),
      under: place("Q1"))
    let line = try #require(lines.first)
    #expect(line.period.description == row.period, "\(row.rule)")
    #expect([line.required, line.done, line.missing] == [1, row.done, row.missing], "\(row.rule)")
    #expect(line.isReminded(on: date(row.on)) == row.isReminded, "\(row.rule) \(row.on)")
  }

  struct Lesson: RuleRow {
    var rule = "R07"
    var note: String
    var place = "P1"
    var lecturer: Int
    var on = "2026-05-05"
    var done: Int
  }

  /// The committee's secretary is member 20 until the end of June, then 21.
  static let lessons = [
    Lesson(note: "by the secretary", lecturer: 20, done: 1),
    Lesson(note: "by somebody else", lecturer: 21, done: 0),
    Lesson(note: "by the secretary, in a branch", place: "Q1", lecturer: 20, done: 1),
    Lesson(note: "by the branch's secretary", place: "Q1", lecturer: 1, done: 0),
    Lesson(note: "by the former one", lecturer: 20, on: "2026-07-01", done: 0),
    Lesson(note: "by the new one", lecturer: 21, on: "2026-07-01", done: 1),
    Lesson(note: "last year", lecturer: 20, on: "2025-12-31", done: 0),
  ]

  @Test(arguments: lessons)
  func theSecretarysLesson(row: Lesson) {
    func committee(_ secretary: Int, since: String) -> Organization {
      var committee = organization("P1", level: .committee, parent: nil, since: since)
      committee.officers = [Officer(person: person(secretary), post: "书记")]
      return committee
    }
    let held = activity("党课", on: row.on, of: row.place) {
      $0.lecturers = [person(row.lecturer)]
      $0.present = people(1...5)
    }
    let ledger = ledger(
      organizations: [committee(20, since: "2020-01-01"), committee(21, since: "2026-07-01")],
      members: fullMembers(1...6) + [member(20), member(21)], activities: [held])
    let lines = ledger.due(
      [Sample.obligation("党课", .year, levels: [.committee], lecturer: "书记")],
      on: date("2026-12-01"), under: place("P1"))
    #expect(lines.map(\.done) == [row.done], "R07 \(row.note)")
  }

  struct Size: RuleRow {
    var rule: String
    var level = OrganizationLevel.branch
    var full: Int
    var probationary = 0
    var officers = 3
    var units = 0
    var since = "2020-01-01"
    var warnings: [SizeWarning]
  }

  static let sizes = [
    Size(
      rule: "R14", full: 2, officers: 1, warnings: [.tooFewFullMembers(full: 2)]),
    Size(rule: "R14", full: 3, officers: 1, warnings: []),
    Size(
      rule: "R14", full: 2, probationary: 4, officers: 1,
      warnings: [.tooFewFullMembers(full: 2)]),
    Size(rule: "R14", full: 50, warnings: []),
    Size(rule: "R14", full: 51, warnings: [.tooManyMembers(members: 51)]),
    Size(rule: "R14", full: 50, probationary: 1, warnings: [.tooManyMembers(members: 51)]),
    Size(rule: "R14", level: .jointBranch, full: 2, officers: 1, units: 5, warnings: []),
    Size(
      rule: "R14", level: .jointBranch, full: 4, officers: 1, units: 6,
      warnings: [.tooManyUnits(units: 6)]),
    Size(
      rule: "R14", level: .temporaryBranch, full: 4, since: "2026-05-20",
      warnings: [.temporaryForLong(since: date("2026-05-20"))]),
    Size(rule: "R14", level: .temporaryBranch, full: 4, since: "2026-05-21", warnings: []),
    Size(
      rule: "R15", full: 6, officers: 3,
      warnings: [.committeeNotNeeded(full: 6, officers: 3)]),
    Size(rule: "R15", full: 6, officers: 2, warnings: []),
    Size(rule: "R15", full: 7, officers: 2, warnings: [.committeeMissing(full: 7, officers: 2)]),
    Size(rule: "R15", full: 7, officers: 3, warnings: []),
    Size(rule: "R15", full: 6, probationary: 3, officers: 2, warnings: []),
    Size(rule: "R15", full: 9, officers: 7, warnings: []),
    Size(rule: "R15", full: 9, officers: 8, warnings: [.committeeTooLarge(officers: 8)]),
    Size(
      rule: "R15", full: 9, officers: 0,
      warnings: [.committeeMissing(full: 9, officers: 0), .secretaryMissing]),
    Size(
      rule: "R19", level: .generalBranch, full: 49, warnings: [.generalBranchSmall(members: 49)]),
    Size(rule: "R19", level: .generalBranch, full: 50, warnings: []),
    Size(rule: "R19", level: .generalBranch, full: 99, warnings: []),
    Size(
      rule: "R19", level: .generalBranch, full: 100,
      warnings: [.generalBranchTooLarge(members: 100)]),
    Size(rule: "R19", level: .generalBranch, full: 98, probationary: 1, warnings: []),
    Size(
      rule: "R19", level: .generalBranch, full: 98, probationary: 2,
      warnings: [.generalBranchTooLarge(members: 100)]),
    Size(rule: "R45", level: .group, full: 2, warnings: [.groupTooSmall(members: 2)]),
    Size(rule: "R45", level: .group, full: 3, warnings: []),
    Size(rule: "R45", level: .group, full: 1, probationary: 2, warnings: []),
    Size(
      rule: "R45", level: .group, full: 0, probationary: 3, warnings: [.groupWithoutFullMember]),
    Size(
      rule: "R45", level: .group, full: 0, probationary: 2,
      warnings: [.groupTooSmall(members: 2), .groupWithoutFullMember]),
    Size(rule: "R05", level: .group, full: 3, officers: 0, warnings: [.groupWithoutHead]),
  ]

  @Test(arguments: sizes)
  func size(row: Size) throws {
    let home = row.level == .generalBranch || row.level == .group ? "Q2" : "Q1"
    var own = organization(
      "Q1", level: row.level, since: row.since,
      officers: row.officers == 0 ? [] : Array(1...row.officers))
    own.units = (0..<row.units).map { "单位\($0)" }
    let branch = organization("Q2", parent: row.level == .generalBranch ? "Q1" : "P1")
    if row.level == .group { own.parent = place("Q2") }
    let members = (0..<(row.full + row.probationary)).map { index in
      member(
        index + 1, status: index < row.full ? .full : .probationary, in: home,
        group: row.level == .group ? "Q1" : nil)
    }
    let ledger = ledger(organizations: [own, branch], members: members)
    let found = ledger.sizeWarnings(of: own, on: date("2026-11-20"))
    #expect(found.map(\.kind) == row.warnings.map(WarningKind.size), "\(row.rule)")
  }

  struct TermRow: RuleRow {
    var rule: String
    var note = ""
    var level = OrganizationLevel.branch
    var elected: String?
    var years: Int?
    var on: String
    var steps: [(step: String, day: String, result: String)] = []
    var ends: String?
    var warnings: [TermWarning] = []
  }

  static let terms = [
    TermRow(rule: "R16", elected: "2023-05-10", on: "2025-01-01", ends: "2026-05-10"),
    TermRow(
      rule: "R16", level: .generalBranch, elected: "2023-05-10", on: "2025-01-01",
      ends: "2026-05-10"),
    TermRow(
      rule: "R16", level: .committee, elected: "2023-05-10", on: "2025-01-01",
      ends: "2028-05-10"),
    TermRow(
      rule: "R16", note: "villages and communities", elected: "2023-05-10", years: 5,
      on: "2025-01-01", ends: "2028-05-10", warnings: [.unusualTerm(years: 5, usual: 3)]),
    TermRow(rule: "R16", elected: "2024-02-29", on: "2025-01-01", ends: "2027-02-28"),
    TermRow(rule: "R16", elected: nil, on: "2025-01-01", ends: nil, warnings: [.unknown]),
    TermRow(
      rule: "R16", level: .temporaryBranch, elected: "2023-05-10", on: "2025-01-01", ends: nil),
    TermRow(
      rule: "R17", note: "a day before the notice", elected: "2023-05-10", on: "2025-11-09",
      ends: "2026-05-10"),
    TermRow(
      rule: "R17", note: "six months ahead", elected: "2023-05-10", on: "2025-11-10",
      ends: "2026-05-10", warnings: [.noticeDue(ends: date("2026-05-10"))]),
    TermRow(
      rule: "R17", note: "the last day", elected: "2023-05-10", on: "2026-05-10",
      ends: "2026-05-10", warnings: [.noticeDue(ends: date("2026-05-10"))]),
    TermRow(
      rule: "R17", note: "a day over", elected: "2023-05-10", on: "2026-05-11",
      ends: "2026-05-10", warnings: [.overdue(ends: date("2026-05-10"), days: 1)]),
    TermRow(
      rule: "R17", note: "prolonged by the whole year", elected: "2023-05-10",
      on: "2026-06-01", steps: [("延期批复", "2026-05-01", "同意延期至2027-05-10")],
      ends: "2027-05-10"),
    TermRow(
      rule: "R17", note: "prolonged by a day more", elected: "2023-05-10", on: "2026-06-01",
      steps: [("延期批复", "2026-05-01", "同意延期至2027-05-11")], ends: "2027-05-11",
      warnings: [.extensionTooLong(until: date("2027-05-11"), latest: date("2027-05-10"))]),
    TermRow(
      rule: "R17", note: "prolonged when it was over", elected: "2023-05-10", on: "2026-06-01",
      steps: [("延期批复", "2026-05-11", "同意延期至2026-10-10")], ends: "2026-10-10",
      warnings: [
        .extensionApprovedLate(approved: date("2026-05-11"), ends: date("2026-05-10")),
        .noticeDue(ends: date("2026-10-10")),
      ]),
    TermRow(
      rule: "R17", note: "prolonged, and over again", elected: "2023-05-10", on: "2026-10-11",
      steps: [("延期批复", "2026-05-01", "同意延期至2026-10-10")], ends: "2026-10-10",
      warnings: [.overdue(ends: date("2026-10-10"), days: 1)]),
    TermRow(
      rule: "R17", note: "prolonged on its last day, and seen on it", elected: "2023-05-10",
      on: "2026-05-10", steps: [("延期批复", "2026-05-10", "2026-12-10")], ends: "2026-12-10"),
    TermRow(
      rule: "R17", note: "an approval of the day of the election is of the term before",
      elected: "2023-05-10", on: "2026-05-11", steps: [("延期批复", "2023-05-10", "2023-12-10")],
      ends: "2026-05-10", warnings: [.overdue(ends: date("2026-05-10"), days: 1)]),
    TermRow(
      rule: "R17", note: "no day said: a year", elected: "2023-05-10", on: "2026-06-01",
      steps: [("延期批复", "2026-05-01", "同意延期")], ends: "2027-05-10"),
  ]

  @Test(arguments: terms)
  func term(row: TermRow) {
    let own = organization(
      level: row.level, elected: row.elected, term: row.years, officers: [1, 2, 3])
    var ledger = ledger(organizations: [own], members: fullMembers(1...8))
    ledger.procedureSteps = row.steps.map {
      Sample.record("换届", $0.step, $0.day, subject: Person("一支部委员会"), result: $0.result)
    }
    let standing = ledger.termStanding(of: own, on: date(row.on), catalog: Sample.catalog)
    #expect(standing?.ends == row.ends.map(date), "\(row.rule) \(row.note)")
    let found = ledger.termWarnings(of: own, on: date(row.on), catalog: Sample.catalog)
    #expect(found.map(\.kind) == row.warnings.map(WarningKind.term), "\(row.rule) \(row.note)")
  }

  struct Seats: RuleRow {
    var rule = "R18"
    var note: String
    /// Snapshots: from which day, who, elected when.
    var snapshots: [(since: String, officers: [Int], elected: String)]
    /// The last day of member 3 on the roll.
    var leaves: String?
    var steps: [String] = []
    var on: String
    var ends: String
    var warnings: [TermWarning]
  }

  static let seats = [
    Seats(
      note: "complete", snapshots: [("2024-07-10", [1, 2, 3], "2024-07-10")], on: "2026-01-01",
      ends: "2027-07-10", warnings: []),
    Seats(
      note: "a seat falls empty", snapshots: [("2024-07-10", [1, 2, 3], "2024-07-10")],
      leaves: "2025-06-30", on: "2025-10-01", ends: "2027-07-10",
      warnings: [.vacancy(seats: 1, since: date("2025-07-01"), due: date("2025-10-01"))]),
    Seats(
      note: "for three months and a day", snapshots: [("2024-07-10", [1, 2, 3], "2024-07-10")],
      leaves: "2025-06-30", on: "2025-10-02", ends: "2027-07-10",
      warnings: [.vacancyTooLong(seats: 1, since: date("2025-07-01"), due: date("2025-10-01"))]),
    Seats(
      note: "filled: the term runs on",
      snapshots: [
        ("2024-07-10", [1, 2, 3], "2024-07-10"), ("2025-08-20", [1, 2, 4], "2024-07-10"),
      ], leaves: "2025-06-30", on: "2026-01-01", ends: "2027-07-10", warnings: []),
    Seats(
      note: "filled, and wrongly taken for a new term",
      snapshots: [
        ("2024-07-10", [1, 2, 3], "2024-07-10"), ("2025-08-20", [1, 2, 4], "2025-08-20"),
      ], leaves: "2025-06-30", on: "2026-01-01", ends: "2028-08-20",
      warnings: [.byElectionRestarted(on: date("2025-08-20"), termFrom: date("2024-07-10"))]),
    Seats(
      note: "struck from the list",
      snapshots: [
        ("2024-07-10", [1, 2, 3], "2024-07-10"), ("2025-08-20", [1, 2], "2024-07-10"),
      ], on: "2025-08-20", ends: "2027-07-10",
      warnings: [.vacancy(seats: 1, since: date("2025-08-20"), due: date("2025-11-20"))]),
    Seats(
      note: "elected on the last day",
      snapshots: [
        ("2023-01-10", [1, 2, 3], "2023-01-10"), ("2026-01-10", [4, 5, 6], "2026-01-10"),
      ], on: "2026-02-01", ends: "2029-01-10", warnings: []),
    Seats(
      note: "elected a day late",
      snapshots: [
        ("2023-01-10", [1, 2, 3], "2023-01-10"), ("2026-01-11", [4, 5, 6], "2026-01-11"),
      ], on: "2026-02-01", ends: "2029-01-11",
      warnings: [.electedLate(on: date("2026-01-11"), due: date("2026-01-10"))]),
    Seats(
      note: "elected a day early",
      snapshots: [
        ("2023-01-10", [1, 2, 3], "2023-01-10"), ("2026-01-09", [4, 5, 6], "2026-01-09"),
      ], on: "2026-02-01", ends: "2029-01-09",
      warnings: [.electedEarly(on: date("2026-01-09"), due: date("2026-01-10"))]),
    Seats(
      note: "seen on the day of the election",
      snapshots: [
        ("2023-01-10", [1, 2, 3], "2023-01-10"), ("2026-01-11", [4, 5, 6], "2026-01-11"),
      ], on: "2026-01-11", ends: "2029-01-11",
      warnings: [.electedLate(on: date("2026-01-11"), due: date("2026-01-10"))]),
    Seats(
      note: "a year and a day before the end: early, though most stayed",
      snapshots: [
        ("2024-07-10", [1, 2, 3], "2024-07-10"), ("2026-07-09", [1, 2, 4], "2026-07-09"),
      ], on: "2026-08-01", ends: "2029-07-09",
      warnings: [.electedEarly(on: date("2026-07-09"), due: date("2027-07-10"))]),
    Seats(
      note: "half stayed: an election of the whole",
      snapshots: [
        ("2024-07-10", [1, 2], "2024-07-10"), ("2025-08-20", [1, 4], "2025-08-20"),
      ], on: "2026-01-01", ends: "2028-08-20",
      warnings: [.electedEarly(on: date("2025-08-20"), due: date("2027-07-10"))]),
    Seats(
      note: "elected early with approval",
      snapshots: [
        ("2023-01-10", [1, 2, 3], "2023-01-10"), ("2025-12-09", [4, 5, 6], "2025-12-09"),
      ], steps: ["提前批复"], on: "2026-02-01", ends: "2028-12-09", warnings: []),
  ]

  @Test(arguments: seats)
  func byElection(row: Seats) {
    let organizations = row.snapshots.map { snapshot in
      organization(
        since: snapshot.since, elected: snapshot.elected, officers: snapshot.officers)
    }
    var ledger = ledger(
      organizations: organizations,
      members: fullMembers(1...2) + [member(3, until: row.leaves)] + fullMembers(4...9))
    ledger.procedureSteps = row.steps.map {
      Sample.record("换届", $0, "2025-11-01", subject: Person("一支部委员会"))
    }
    let own = organizations[organizations.count - 1]
    let standing = ledger.termStanding(of: own, on: date(row.on), catalog: Sample.catalog)
    #expect(standing?.ends == date(row.ends), "R18 \(row.note)")
    let found = ledger.termWarnings(of: own, on: date(row.on), catalog: Sample.catalog)
    #expect(found.map(\.kind) == row.warnings.map(WarningKind.term), "R18 \(row.note)")
  }

  @Test func whoHeldTheEmptySeat() {
    let own = organization(since: "2024-07-10", elected: "2024-07-10", officers: [1, 2, 3])
    let ledger = ledger(
      organizations: [own],
      members: fullMembers(1...2) + [member(3, until: "2025-06-30")] + fullMembers(4...9))
    let standing = ledger.termStanding(of: own, on: date("2025-09-01"), catalog: Sample.catalog)
    #expect(standing?.vacancy?.posts == ["委员"])
    #expect(standing?.vacancy?.evidence.count == 2)
  }

  /// The list of terms says every empty seat: that of a committee that was complete, and that of a
  /// secretary whom nobody ever was.
  @Test func theSecretarysSeatIsAmongTheEmptyOnes() {
    let day = date("2026-11-20")
    func empty(_ snapshots: [Organization], _ members: [Member]) -> EmptySeats? {
      let ledger = Ledger(organizations: snapshots, members: members, activities: [])
      guard let own = ledger.organization(place("Q1"), on: day) else { return nil }
      let standing = ledger.termStanding(of: own, on: day, catalog: Sample.catalog)
      return ledger.emptySeats(of: own, standing: standing, on: day)
    }
    let full = organization(elected: "2024-07-10", term: 3, officers: [1, 2, 3])
    var without = organization(since: "2026-09-01", elected: "2024-07-10", term: 3)
    without.officers = [2, 3].map { Officer(person: person($0), post: "委员") }
    #expect(empty([full], fullMembers(1...9)) == nil)
    #expect(
      empty([full, without], fullMembers(1...9))
        == EmptySeats(count: 1, posts: ["书记"], since: date("2026-09-01")))
    #expect(
      empty([organization()], fullMembers(1...9))
        == EmptySeats(count: 1, posts: ["书记"], since: date("2020-01-01")))
    #expect(
      empty([full], [member(1), member(2), member(3, until: "2026-06-30")] + fullMembers(4...9))
        == EmptySeats(count: 1, posts: ["委员"], since: date("2026-07-01")))
  }

  /// Fewer than seven full members: no 支委会, and by local rule a monthly assembly instead.
  @Test(arguments: [(6, ["党员大会"]), (7, ["支委会"])])
  func theSmallBranchMeetsAsAWhole(full: Int, owed: [String]) {
    let ledger = ledger(members: fullMembers(1...full))
    let obligations = [
      Sample.obligation("支委会", .month, atLeast: 7),
      Sample.obligation("党员大会", .month, below: 7, level: .local),
    ]
    #expect(
      ledger.due(obligations, on: date("2026-11-20"), under: place("Q1")).map(\.obligation.id)
        == owed, "R15")
  }
}
