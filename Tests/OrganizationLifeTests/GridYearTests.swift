import OrganizationLife
import Testing

@Suite("What a year's grid is about")
struct GridYearTests {
  /// Q1 and Z1 with its Q3 are there; Q2 was closed in June, Q4 with its superior Z2 in March, Q5
  /// long ago.
  private let committee = ledger(
    organizations: [
      organization("P1", level: .committee, parent: nil),
      organization("Z1", level: .generalBranch), organization("Q3", parent: "Z1"),
      organization("Q2", until: "2026-06-30"),
      organization("Z2", level: .generalBranch, until: "2026-03-31"),
      organization("Q4", parent: "Z2", until: "2026-03-31"),
      organization("Q5", until: "2025-12-31"),
    ], members: [])

  @Test(
    "has whoever was there at any time of it, parents first",
    arguments: [
      ("P1", 2026, ["P1", "Q1", "Z1", "Q3", "Q2", "Z2", "Q4"]),
      ("Z2", 2026, ["Z2", "Q4"]), ("Z1", 2026, ["Z1", "Q3"]),
      ("P1", 2027, ["P1", "Q1", "Z1", "Q3"]),
      ("P1", 2025, ["P1", "Q1", "Q2", "Q5", "Z1", "Q3", "Z2", "Q4"]),
    ])
  func places(root: String, year: Int, ids: [String]) {
    let today = year == 2027 ? date("2027-02-01") : date("2026-11-20")
    let found = committee.places(under: place(root), in: year, asOf: today)
    #expect(found.map(\.id.text) == ids)
  }

  @Test("is of those that a closed branch owed until then")
  func closed() {
    let meeting = Obligation(
      id: "大会", title: "支部党员大会", kinds: ["党员大会"], frequency: .month, times: 1,
      levels: [.branch], level: .local, source: "", validity: Validity(since: date("2020-01-01")))
    let lines = committee.dueLines([meeting], in: 2026, for: place("Q2"), on: date("2026-11-20"))
    #expect(lines.map(\.period.last.month) == [1, 2, 3, 4, 5, 6])
  }

  @Test(
    "says what `due` said at the end of each period: a sitting of later days makes none good",
    arguments: [
      // The last day asked for, and what December had held.
      ("2025-12-31", 0), ("2026-01-31", 0), ("2026-12-31", 0),
    ])
  func sittingAfterThePeriod(last: String, held: Int) {
    let obligation = Obligation(
      id: "党日", title: "主题党日", kinds: ["主题党日"], frequency: .month, times: 1,
      levels: [.branch], level: .local, source: "", validity: Validity(since: date("2020-01-01")))
    var (first, second) = (
      activity("党员大会", on: "2025-12-30"), activity("党员大会", on: "2026-01-06")
    )
    (first.number, second.number) = (9, 9)
    (first.sitting, second.sitting) = ("1/2", "2/2")
    second.counts = ["主题党日"]
    let ledger = OrganizationLifeTests.ledger(members: [], activities: [first, second])
    let lines = ledger.dueLines(
      [obligation], endingIn: date("2025-12-01")...date(last), for: place("Q1"), on: date(last))
    #expect(lines.first?.done == held)
    #expect(
      lines.first == ledger.due([obligation], on: date("2025-12-31"), under: nil).first)
  }

  @Test(
    "What may stand where it cannot be read is not owed; what is there counts",
    arguments: [
      // Restricted, not to be read, held, missing as said (nil: nothing said).
      (true, true, 0, nil), (true, true, 1, 0), (true, false, 0, 1), (false, true, 0, 1),
    ] as [(Bool, Bool, Int, Int?)])
  func unreadable(isRestricted: Bool, isHidden: Bool, held: Int, missing: Int?) {
    var obligation = Obligation(
      id: "谈心", title: "谈心谈话", kinds: ["谈心谈话"], frequency: .year, times: 1,
      levels: [.branch], level: .regulation, source: "",
      validity: Validity(since: date("2020-01-01")))
    obligation.isRestricted = isRestricted
    var ledger = OrganizationLifeTests.ledger(
      members: [], activities: held == 0 ? [] : [activity("谈心谈话", on: "2026-05-04")])
    ledger.unreadablePlaces = isHidden ? [place("Q1")] : []
    let lines = ledger.due([obligation], on: date("2026-11-20"), under: nil)
    #expect(lines.first?.missing == missing)
    let grid = ledger.dutyEntries(
      [obligation], in: 2026, for: place("Q1"), on: date("2026-11-20"))
    #expect(grid.first?.cell.open == missing)
  }
}
