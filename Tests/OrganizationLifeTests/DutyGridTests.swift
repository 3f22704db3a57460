import OrganizationLife
import Testing

/// What a cell of the grid says, and of which periods a year's lines are.
@Suite struct DutyGridTests {
  @Test(
    arguments: [
      (0, 0, 0, 0, .notDue), (1, 0, 0, 0, .done), (3, 0, 0, 1, .late), (3, 0, 1, 0, .open),
      (3, 0, 1, 2, .open), (3, 1, 0, 0, .owed), (3, 1, 1, 1, .owed), (3, 3, 0, 0, .owed),
    ] as [(Int, Int, Int, Int, DutyState)])
  func state(required: Int, owed: Int, open: Int, late: Int, state: DutyState) {
    var cell = DutyCell()
    cell.required = required
    cell.owed = owed
    cell.open = open
    cell.late = late
    #expect(cell.state == state)
  }

  private func cells(on today: String, frequency: Frequency = .month) throws -> [String] {
    let ledger = ledger(
      members: fullMembers(1...6), activities: [activity("主题党日", on: "2026-04-10")])
    return ledger.dutyEntries(
      [Sample.obligation("主题党日", frequency)], in: 2026, for: place("Q1"), on: date(today)
    ).map { "\($0.month) \($0.cell.state)" }
  }

  @Test("R09: a period counts from its first day on, and is owed the day after its last")
  func firstAndLastDay() throws {
    #expect(try cells(on: "2026-01-01") == ["1 open"])
    #expect(try cells(on: "2026-12-31").suffix(2) == ["11 owed", "12 open"])
    #expect(try cells(on: "2027-01-01").suffix(2) == ["11 owed", "12 owed"])
    #expect(try cells(on: "2026-03-31") == ["1 owed", "2 owed", "3 open"])
    #expect(try cells(on: "2026-04-01") == ["1 owed", "2 owed", "3 owed", "4 open"])
    #expect(try cells(on: "2026-04-10").suffix(1) == ["4 done"])
    #expect(try cells(on: "2026-05-31").suffix(2) == ["4 done", "5 open"])
    #expect(try cells(on: "2026-06-01").suffix(2) == ["5 owed", "6 open"])
  }

  @Test("a quarter stands in its last month, a year that is not yet begun nowhere")
  func lastMonths() throws {
    #expect(try cells(on: "2026-06-30", frequency: .quarter) == ["3 owed", "6 done"])
    #expect(try cells(on: "2026-07-01", frequency: .quarter) == ["3 owed", "6 done", "9 open"])
    #expect(try cells(on: "2025-12-31") == [])
  }

  @Test(
    "an organisation that ended stands in the year of its last day",
    arguments: [("2025-12-31", false), ("2026-01-01", true), ("2026-06-30", true)])
  func ended(until: String, stands: Bool) {
    let ledger = ledger(
      organizations: [organization(), organization("Q2", until: until)],
      members: fullMembers(1...6))
    let places = ledger.places(under: place("P1"), in: 2026, asOf: date("2026-11-20"))
    #expect(places.contains { $0.id.text == "Q2" } == stands)
  }
}
