import Archive
import OrganizationLife
import Testing

@testable import Interface

@Suite("Reports on the screen")
struct ReportScreenTests {
  private func request(_ period: String, of organization: String = "Q1") throws -> ReportRequest {
    ReportRequest(
      id: "支部报表", organization: try Browsing.organization(organization),
      period: try #require(Period(period)))
  }

  private func rows(_ browsing: Browsing, _ source: ListSource) -> [String] {
    browsing.list(source).contents.rows.map { $0.cells.map(\.text).joined(separator: "|") }
  }

  @Test("each line has its number with the unit, and leads to the records behind it")
  func lines() throws {
    let browsing = try Browsing()
    let screen = browsing.list(.report(try request("2026")))
    let archive = try #require(browsing.context.archive)
    let held = archive.ledger.activities.filter {
      $0.organization.text == "Q1" && $0.date.year == 2026 && $0.counts(as: "党课")
    }
    let row = try #require(screen.contents.rows.first { $0.id == "党课" })
    #expect(row.cells[2].text == "\(held.count)次")
    guard case .list(.records(let title, let references)) = row.destination else {
      Issue.record("\(String(describing: row.destination))")
      return
    }
    #expect(title == "党课")
    #expect(references.sorted() == held.map(\.reference).sorted())
  }

  @Test(
    "keys go from period to period and never to one that has not begun",
    arguments: [
      (Action.previousPeriod, "2026", "2025"), (.nextPeriod, "2025", "2026"),
      (.nextPeriod, "2026", "2026"), (.periodLength, "2026", "2026-H2"),
      (.periodLength, "2026-H2", "2026-Q4"), (.periodLength, "2026-Q4", "2026-11"),
      (.periodLength, "2026-11", "2026"), (.nextPeriod, "2026-10", "2026-11"),
      (.nextPeriod, "2026-11", "2026-11"), (.previousPeriod, "2026-Q1", "2025-Q4"),
    ])
  func periods(action: Action, from: String, to: String) throws {
    let browsing = try Browsing()
    var screen = browsing.list(.report(try request(from)))
    let outcomes = screen.perform(action, in: browsing.context)
    #expect(screen.source == .report(try request(to)))
    #expect(outcomes?.isEmpty == (from != to))
  }

  @Test("the graph has a bar and a number for each month and each organisation below")
  func graph() throws {
    let browsing = try Browsing()
    let rows = rows(browsing, .reportGraph(try request("2026"), line: "党课"))
    #expect(rows.count >= 12)
    #expect(rows[0].hasPrefix("2026年1月|"))
    #expect(rows[11] == "2026年12月||-")
    #expect(rows.contains { $0.contains("█") && $0.hasSuffix("1次") })
  }

  @Test("the grid has a row for each organisation and a column for each month, adding up")
  func grid() throws {
    let browsing = try Browsing()
    let screen = browsing.list(.reportGrid(try request("2026", of: "Y1"), line: "党课"))
    #expect(screen.contents.columns.count == 14)
    #expect(screen.contents.rows.count > 1)
    for row in screen.contents.rows {
      let months = row.cells[1...12].reduce(0) { $0 + (Int($1.text) ?? 0) }
      #expect(row.cells[13].text == "\(months)")
    }
  }

  @Test("the sentence stands alone on its rows, its numbers below it")
  func sentence() throws {
    let browsing = try Browsing()
    let page = browsing.page(.reportSentence(try request("2026")))
    let first = try #require(page.contents.lines.first?.text)
    #expect(first.hasPrefix("全年召开党员大会"))
    #expect(first.hasSuffix("。"))
    #expect(page.contents.lines.contains { $0.destination != nil })
  }

  @Test("a report that is not there says so")
  func gone() throws {
    let browsing = try Browsing()
    var missing = try request("2026")
    missing.id = "没有"
    let screen = browsing.list(.report(missing))
    #expect(browsing.text(screen).contains { $0.contains("目录里没有这份报表了") })
    #expect(browsing.list(.reportGraph(missing, line: "党课")).contents.rows.isEmpty)
  }

  @Test(
    "numbers as columns of different heights",
    arguments: [
      ([0, 1, 4, 8], "-▁▄█"), ([5, 5], "██"), ([0, 0], "--"),
    ])
  func sparkline(numbers: [Int], drawn: String) {
    #expect(ReportBars.sparkline(numbers.map { ReportNumber($0) }) == drawn)
  }

  @Test("what has not come yet is blank")
  func sparklineOfFuture() {
    #expect(ReportBars.sparkline([ReportNumber(1), nil]) == "█ ")
    #expect(ReportBars.sparkline([nil, nil]).isEmpty)
  }

  @Test(
    "bars end in eighths of a column",
    arguments: [
      (16, 16, 2, "██"), (8, 16, 2, "█"), (1, 16, 2, "▏"), (0, 16, 2, ""), (12, 16, 2, "█▌"),
    ])
  func bars(number: Int, widest: Int, columns: Int, drawn: String) {
    #expect(
      ReportBars.bar(ReportNumber(number), of: widest * 1000, columns: columns) == drawn)
  }
}
