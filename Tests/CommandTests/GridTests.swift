import Archive
import OrganizationLife
import RecordLog
import Testing

/// The grid of the sample prison against the due lines of single days.
@Suite("The grid of organisations by months")
struct GridCommandTests {
  private static let today = Day(year: 2026, month: 11, day: 20) ?? Day(number: 0)

  private func desk() throws -> Desk {
    let desk = Desk()
    try #require(desk.zhibu("demo", "--no-open", "--directory", "demo").status == 0)
    return desk
  }

  @Test("each line of a year says what the due lines of its days say, and none is left out")
  func againstDueLines() throws {
    let desk = try desk()
    let archive = try Archive.open(Store(opening: desk.folder.path("demo")))
    let (ledger, obligations) = (archive.ledger, archive.catalog.obligations)
    var compared = 0
    for place in ledger.tree(on: Self.today) {
      for year in [2025, 2026] {
        let lines = ledger.dueLines(obligations, in: year, for: place.id, on: Self.today)
        var found: Set<String> = []
        for line in lines {
          let day = min(line.period.last, Self.today)
          let there = ledger.organization(place.id, on: day)
          let due = there.map { ledger.due([line.obligation], on: day, for: $0) }?.first
          let name = "\(place.id) \(line.obligation.id) \(line.period)"
          #expect(due?.required == line.required && due?.done == line.done, "\(name)")
          found.insert(name)
          compared += 1
        }
        for month in 1...12 {
          guard let first = Day(year: year, month: month, day: 1), first <= Self.today else {
            continue
          }
          let day = min(Period(.month, containing: first).last, Self.today)
          guard let there = ledger.organization(place.id, on: day) else { continue }
          for line in ledger.due(obligations, on: day, for: there) {
            #expect(
              found.contains("\(place.id) \(line.obligation.id) \(line.period)"),
              "\(place.id) \(line.obligation.id) \(line.period) is not in the grid")
          }
        }
      }
    }
    print("\(compared) lines of the grid compared with the due lines of their days")
    #expect(compared > 1_000)
  }

  @Test("grid: a row for each organisation, a column for each month, 1 when something is owed")
  func command() throws {
    let desk = try desk()
    let run = desk.shell(
      "\"$zhibu\" grid --store demo --organization Q5 --obligation 主题党日 --format tsv")
    let lines = run.lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(run.status == 1)
    try #require(lines.count == 2)
    #expect(
      lines[0].joined(separator: " ")
        == "organization name level 2026-01 2026-02 2026-03 2026-04 2026-05 2026-06 2026-07"
        + " 2026-08 2026-09 2026-10 2026-11 2026-12 owed")
    for (month, last) in [(1, "2026-01-31"), (4, "2026-04-30"), (9, "2026-09-30")] {
      let due = desk.shell(
        "\"$zhibu\" due --store demo --organization Q5 --on \(last) --format tsv"
          + " | awk -F'\t' '$1 == \"Q5\" && $2 == \"主题党日\" { print $6 }'")
      let cell = String(lines[1][month + 2])
      let missing = due.lines.first ?? "?"
      #expect(
        missing == "0" ? ["done", "late"].contains(cell) : cell == "owed \(missing)",
        "\(last): \(missing) and \(cell)")
    }
    #expect(lines[1][14] == "", "nothing is said of a month that has not begun")
    let unknown = desk.shell("\"$zhibu\" grid --store demo --obligation 无此事")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("没有应办事项「无此事」;有:"))
  }
}
