import OrganizationLife
import RecordLog
import Testing

@testable import Archive

@Suite("Reports of the catalogue")
struct ReportTests {
  @Test(
    "A number keeps the word that goes with it",
    arguments: [
      ("126", 126_000, "126"), ("2.5", 2500, "2.5"), ("0.25", 250, "0.25"),
      ("-46.1", -46_100, "-46.1"), ("1000+", 1_000_000, "1000+"), ("~20", 20_000, "~20"),
      ("1.23456", 1234, "1.234"),
    ])
  func numbers(text: String, thousandths: Int, shown: String) throws {
    let number = try #require(ReportNumber(text))
    #expect(number.thousandths == thousandths)
    #expect(number.text == shown)
  }

  @Test(
    "What is no number is none",
    arguments: ["", "+", "~", "~20+", "1.", ".5", "-", "~-3", "一百", "1e3"])
  func noNumbers(text: String) { #expect(ReportNumber(text) == nil) }

  @Test("余 and 近 together are 约")
  func sums() throws {
    let more = try #require(ReportNumber("1000+"))
    let nearly = try #require(ReportNumber("~20"))
    #expect((more + ReportNumber(5)).text == "1005+")
    #expect((nearly + nearly).text == "~40")
    #expect((more + nearly).text == "~1020+")
  }

  @Test("Sums and products beyond all numbers stay at the largest")
  func tooLarge() throws {
    let large = try #require(ReportNumber("999999999"))
    var sum = large * large
    for _ in 0..<3 { sum = sum + sum }
    #expect(sum.thousandths == Int.max)
    #expect((sum * ReportNumber(2)).thousandths == Int.max)
    let debt = try #require(ReportNumber("-999999999"))
    #expect((debt * large + debt * large).thousandths == -Int.max)
  }

  @Test(
    "A share is rounded once, a half up",
    arguments: [(2, 3, "66.7"), (1, 8, "12.5"), (1, 16, "6.3"), (0, 7, "0"), (7, 7, "100")])
  func shares(part: Int, whole: Int, shown: String) {
    #expect(
      ReportNumber.quotient(ReportNumber(part), by: ReportNumber(whole), times: 100)?.text == shown)
  }

  @Test("There is no share of nothing")
  func shareOfNothing() {
    #expect(ReportNumber.quotient(ReportNumber(1), by: ReportNumber(0), times: 100) == nil)
  }

  @Test("The program's own reports have no faults")
  func builtIn() {
    let (reports, faults) = ReportReader.read(BuiltIn.files(in: "catalog"))
    #expect(faults.isEmpty)
    #expect(reports.reports.map(\.id) == ["支部报表", "汇总报表", "公开数据"])
    #expect(CatalogReader.read(BuiltIn.files(in: "catalog")).faults.isEmpty)
    print("\(reports.lines.count) lines of reports")
  }

  struct FaultyLine: Sendable {
    var fields: String
    var line: Int
    var problem: CatalogFault.Problem
    var effect = CatalogFault.Effect.entryOut
  }

  @Test(
    "A fault is said at its line, and the line of the report is left out",
    arguments: [
      FaultyLine(
        fields: "Records: activity\nMeasure: Zählen\n", line: 13, problem: .badMeasure("Zählen")),
      FaultyLine(
        fields: "Records: meeting\nMeasure: Count\n", line: 12, problem: .unknownRecords("meeting")),
      FaultyLine(
        fields: "Measure: Share 甲 丙\n", line: 12, problem: .unknownLine("丙")),
      FaultyLine(
        fields: "Records: matter\nMeasure: Count\nBy: Owner\n", line: 14,
        problem: .badDayField("Owner")),
      FaultyLine(
        fields: "Records: matter\nMeasure: 人次\n", line: 13, problem: .badMeasure("人次")),
      FaultyLine(
        fields: "Measure: Total 甲\nMost: 4 甲\n", line: 13, problem: .badBoundary("4 甲")),
      FaultyLine(
        fields: "Measure: 义务 没有 应\n", line: 12, problem: .unknownObligation("没有", field: "Measure"),
        effect: .lineOut),
      FaultyLine(
        fields: "Records: honor\nMeasure: Count\nWhere: Level >\n", line: 14,
        problem: .selection(SelectionError(problem: .unexpectedEnd, position: 8))),
    ])
  func faults(faulty: FaultyLine) {
    let text =
      "%rec: line\n\nId: 甲\nSection: 一\nTitle: 甲\nRecords: activity\nMeasure: Count\n"
      + "Since: 2020-01-01\nRevision: 1\n"
      + "\nId: 乙\n" + faulty.fields
      + "Section: 一\nTitle: 乙\nSince: 2020-01-01\nRevision: 1\n"
    let (catalog, faults) = ReportReader.read(
      [("catalog/report.rec", Array(text.utf8))], obligations: [])
    #expect(
      faults == [
        CatalogFault(
          path: "catalog/report.rec", line: faulty.line, problem: faulty.problem,
          effect: faulty.effect)
      ])
    // What it is taken for without an obligation that is there is nothing, and said.
    if case .unknownObligation = faulty.problem { return }
    #expect(catalog.lines.map(\.id) == ["甲"])
  }

  @Test(
    "A bracket without its partner is no sentence",
    arguments: ["[a", "a]", "{a", "a}", "[[a]]", "{}"])
  func sentences(text: String) { #expect(ReportSentence(text) == nil) }

  @Test(
    "The same period a year before",
    arguments: [
      ("2026", "2025"), ("2026-H2", "2025-H2"), ("2026-Q1", "2025-Q1"), ("2024-02", "2023-02"),
    ])
  func yearBefore(text: String, before: String) throws {
    #expect(try #require(Period(text)).yearBefore.description == before)
  }

  @Test("A period is parted into those that end in it")
  func parts() throws {
    let quarter = try #require(Period("2026-Q1"))
    #expect(quarter.parts(.month).map(\.description) == ["2026-01", "2026-02", "2026-03"])
    #expect(quarter.parts(.half).isEmpty)
    #expect(quarter.parts(.week).count == 13)
    #expect(quarter.parts(.week).first?.description == "2026-W01")
  }

  @Test(
    "A meeting in two sittings counts once, where it began, with the people of both",
    arguments: [
      // 党员大会 and its 人次 in a period, as on a day.
      ("2026-Q2", "2026-11-20", 1, 5), ("2026-Q3", "2026-11-20", 0, 0),
      ("2026-06", "2026-11-20", 1, 5), ("2026", "2026-11-20", 1, 5),
      ("2026-Q2", "2026-07-01", 1, 3), ("2026-Q2", "2026-06-28", 0, 0),
    ])
  func sittings(period: String, today: String, times: Int, people: Int) throws {
    let archive = try Self.twoSittings.get()
    let period = try #require(Period(period))
    let definition = try #require(archive.reports.report("支部报表", on: period.first))
    for place in [nil, OrganizationIdentifier("Q1")] {
      let report = ReportMaker(archive, on: try day(today))
        .report(definition, for: place, in: period)
      #expect(report.line("党员大会")?.number == ReportNumber(times))
      #expect(report.line("党员大会人次")?.number == ReportNumber(people))
    }
    let line = try #require(archive.reports.lines.first { $0.id == "党员大会人次" })
    let branch = try organization("Q1")
    let numbers = ReportMaker(archive, on: try day(today))
      .numbers(of: line, forEach: [branch], in: [period])
    #expect(numbers[branch] == [ReportNumber(people)])
  }

  /// Q1 met on 29 June with three and on 2 July with two.
  private static let twoSittings = Result<Archive, Error> {
    let sandbox = try Sandbox.withBranch()
    func sitting(_ number: Int, _ date: String, _ present: [String]) -> String {
      "Organization: Q1\nKind: 党员大会\nNumber: 2\nSitting: \(number)/2\nDate: \(date)\n"
        + present.map { "Present: \($0)\n" }.joined() + "\n"
    }
    try sandbox.add(
      "%rec: activity\n\n" + sitting(1, "2026-06-29", ["Q1M01", "Q1M02", "Q1M03"])
        + sitting(2, "2026-07-02", ["Q1M04", "Q1M05"]))
    return try sandbox.archive()
  }

  @Test("In a week the year before is looked at up to the same day of the week")
  func weekBefore() throws {
    let week = try #require(Period("2026-W47"))
    #expect(week.yearBefore.description == "2025-W47")
    // Both are Wednesdays.
    #expect(week.dayBefore(try day("2026-11-18")) == (try day("2025-11-19")))
    #expect(
      try #require(Period("2026-11")).dayBefore(try day("2026-11-18")) == (try day("2025-11-18")))
  }

  @Test(
    "Lines that are made of each other, of one that is off, or of fields that are not there are left out",
    arguments: [
      // From July on 甲 is made of 乙, which is made of 甲.
      (
        "Id: 甲\nRecords: activity\nMeasure: Count\nUntil: 2026-06-30\n",
        "Id: 乙\nMeasure: Total 甲\n", "Id: 甲\nMeasure: Total 乙\nSince: 2026-07-01\n",
        [CatalogFault.Problem.unknownLine("甲"), .unknownLine("乙")]
      ),
      (
        "Id: 甲\nRecords: activity\nMeasure: Count\nEnabled: 否\n",
        "Id: 乙\nMeasure: Total 甲\n", "Id: 丙\nRecords: activity\nMeasure: Count\n",
        [.lineOff("甲")]
      ),
      (
        "Id: 甲\nRecords: activity\nMeasure: Sum Hour\n",
        "Id: 乙\nRecords: matter\nMeasure: Count\nWhere: Sate = '已办结'\n",
        "Id: 丙\nRecords: plan\nMeasure: Count\nWhere: OrganizationLevel = '党支部' && By = 'x'\n",
        [
          .unknownSelectedField("Hour", type: "activity"),
          .unknownSelectedField("Sate", type: "matter"),
        ]
      ),
    ])
  func faultyTogether(
    first: String, second: String, third: String, problems: [CatalogFault.Problem]
  ) {
    let entries = [first, second, third].map { entry in
      entry + "Section: 一\nTitle: 一\nRevision: 1\n"
        + (entry.contains("Since:") ? "" : "Since: 2020-01-01\n")
    }
    let text = "%rec: line\n\n" + entries.joined(separator: "\n")
    let (_, faults) = ReportReader.read([("catalog/report.rec", Array(text.utf8))])
    #expect(faults.map(\.problem) == problems)
    let own = "%rec: matter\n%doc: 事项\n+ Sate 状态\n%rec: activity\n%doc: 活动\n+ Hour 时\n"
    let schemas = Dictionary(
      uniqueKeysWithValues: Schema.read(Array(own.utf8)).map { ($0.type, $0) })
    let again = ReportReader.read([("catalog/report.rec", Array(text.utf8))], schemas: schemas)
    #expect(
      again.faults.map(\.problem)
        == problems.filter {
          if case .unknownSelectedField = $0 { false } else { true }
        })
  }
}
