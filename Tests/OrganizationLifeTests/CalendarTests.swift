import OrganizationLife
import Testing

/// What stands on which day of the calendar, at the edges of each rule.
@Suite("The calendar")
struct CalendarTests {
  private static func obligation(
    _ kind: String, _ frequency: Frequency, times: Int = 1, atLeast: Int? = nil,
    since: String = "2020-01-01"
  ) -> Obligation {
    Obligation(
      id: kind, title: kind, kinds: [kind], frequency: frequency, times: times,
      levels: [.branch], fullMembersAtLeast: atLeast, level: .regulation, source: "",
      validity: Validity(since: date(since)))
  }

  private static func catalog(
    _ obligations: [Obligation] = [], procedures: [ProcedureKind] = []
  ) -> Catalog {
    Catalog(
      kinds: catalogue.kinds, obligations: obligations, checklists: [], procedures: procedures)
  }

  /// Day, organisation and what it is, of the branch alone as on 2026-11-20.
  private func items(
    _ ledger: Ledger, _ catalog: Catalog = catalog(), from first: String = "2026-01-01",
    to last: String = "2026-12-31", on today: String = "2026-11-20"
  ) -> [String] {
    let places = [ledger.organization(place("Q1"), on: date(today))].compactMap(\.self)
    return ledger.calendar(
      of: places, in: Period(date(first)...date(last)), on: date(today), catalog: catalog
    ).map { "\($0.day.description.dropFirst(5)) \($0.key)" }
  }

  @Test(
    "what is owed stands on the last day of its period, whether that is over, runs or is to come",
    arguments: [
      ("2026-09-30", "2026-09-30", ["09-30 1/2"]), ("2026-10-01", "2026-10-30", []),
      ("2026-10-31", "2026-12-30", ["10-31 2/2", "11-30 1/2"]),
      ("2026-12-01", "2027-01-31", ["12-31 2/2", "01-31 2/2"]),
    ] as [(String, String, [String])])
  func owed(first: String, last: String, expected: [String]) {
    let ledger = ledger(
      members: fullMembers(1...7),
      activities: [
        activity("支委会", on: "2026-09-30"), activity("支委会", on: "2026-11-20"),
        activity("支委会", on: "2026-11-21", id: "tomorrow"),
      ])
    let catalog = Self.catalog([Self.obligation("支委会", .month, times: 2, atLeast: 7)])
    let found = ledger.calendar(
      of: [organization(officers: [1, 2, 3])], in: Period(date(first)...date(last)),
      on: date("2026-11-20"), catalog: catalog)
    let told = found.map { item -> String in
      guard case .owed(let line) = item.occasion else { return "\(item.occasion)" }
      return "\(item.day.description.dropFirst(5)) \(line.missing)/\(line.required)"
    }
    #expect(told == expected)
    #expect(
      found.allSatisfy { $0.isOverdue(on: date("2026-11-20")) == ($0.day < date("2026-11-20")) })
  }

  @Test("an obligation asks for nothing before it holds, nor of a branch that is too small or gone")
  func notOwed() {
    let seven = Self.obligation("支委会", .month, atLeast: 7)
    #expect(items(ledger(members: fullMembers(1...6)), Self.catalog([seven])).isEmpty)
    #expect(items(ledger(members: fullMembers(1...7)), Self.catalog([seven])).count == 12)
    let late = Self.obligation("支委会", .month, since: "2026-11-02")
    #expect(
      items(ledger(members: fullMembers(1...7)), Self.catalog([late]))
        == ["12-31 owed Q1 支委会 2026-12"])
    let ending = ledger(
      organizations: [organization(until: "2026-11-30", officers: [1])], members: fullMembers(1...7)
    )
    #expect(items(ending, Self.catalog([late])).isEmpty)
  }

  @Test("what is held or was resolved on the very day counts")
  func ofTheDay() {
    var ledger = ledger(
      members: fullMembers(1...7),
      activities: [
        activity("党课", on: "2026-11-20", id: "A") {
          $0.items = [Item(title: "一", kind: .discussion, due: date("2026-12-01"))]
        }
      ])
    func plan(_ first: String) -> Plan {
      Plan(
        reference: Reference("P-\(first)"), organization: place("Q1"),
        period: Period(date(first)...date("2026-11-30")), kind: "党课", title: "党课")
    }
    ledger.plans = [plan("2026-11-19"), plan("2026-11-20"), plan("2026-11-21")]
    let quarterly = Self.catalog([Self.obligation("党课", .quarter)])
    #expect(
      items(ledger, quarterly, from: "2026-10-01").map { $0.split(separator: " ")[1...].joined() }
        == ["planP-2026-11-21", "matterA#1"])
  }

  @Test(
    "matters stand on their day while they are open, resolutions as well, those of the past overdue"
  )
  func matters() {
    var ledger = ledger(
      members: fullMembers(1...3),
      activities: [
        activity(id: "A1") {
          $0.items = [
            Item(title: "一", kind: .discussion, due: date("2026-04-01")),
            Item(title: "二", kind: .discussion, owners: people(2)),
            Item(title: "三", kind: .discussion, due: date("2026-12-01")),
          ]
        },
        activity(on: "2026-11-21", id: "A2") {
          $0.items = [Item(title: "明天的", kind: .discussion, due: date("2026-12-02"))]
        },
      ])
    func matter(_ id: String, due: String?, state: String = "办理中", opened: String = "2026-10-01")
      -> Matter
    {
      Matter(
        reference: Reference(id), organization: place("Q1"), kind: "检查问题", title: id,
        opened: date(opened), due: due.map(date), state: state)
    }
    ledger.matters = [
      matter("M1", due: "2026-11-19"), matter("M2", due: "2026-11-20"),
      matter("M3", due: "2026-11-25", state: "已办结"), matter("M4", due: nil),
      matter("M5", due: "2026-11-26", opened: "2026-11-20"),
      matter("M6", due: "2026-11-27", opened: "2026-11-21"),
      Matter(
        reference: Reference("M7"), organization: place("Q1"), kind: "决议落实", title: "一",
        opened: date("2026-04-01"), due: date("2026-12-05"), source: Reference("A1#1")),
    ]
    #expect(
      items(ledger) == [
        "11-19 matter M1", "11-20 matter M2", "11-26 matter M5", "12-01 matter A1#3",
        "12-05 matter M7",
      ])
    let found = ledger.calendar(
      of: [organization()], in: Period(date("2026-11-19")...date("2026-11-20")),
      on: date("2026-11-20"), catalog: Self.catalog())
    #expect(found.map { $0.isOverdue(on: date("2026-11-20")) } == [true, false])
  }

  @Test("birthdays, probations and terms; those below are asked for themselves")
  func peopleAndTerms() {
    let members = [
      member(1, admitted: "2008-11-20"), member(2, status: .probationary, admitted: "2025-12-10"),
      member(3, admitted: "2026-11-25"), member(4, status: .activist),
    ]
    let ledger = ledger(
      organizations: [organization(elected: "2023-12-31", term: 3, officers: [1])],
      members: members)
    #expect(
      items(ledger) == [
        "11-20 birthday Q1M01 18", "12-10 probation Q1M02", "12-10 birthday Q1M02 1",
        "12-31 term Q1 2023-12-31",
      ])
    let above = ledger.calendar(
      of: [organization("P1", level: .committee, parent: nil)],
      in: Period(.year, containing: date("2026-11-20")), on: date("2026-11-20"),
      catalog: Self.catalog())
    #expect(above.isEmpty)
    let birthday = ledger.calendar(
      of: [organization()], in: Period(date("2026-11-20")...date("2026-11-20")),
      on: date("2026-12-20"), catalog: Self.catalog())
    #expect(birthday.map { $0.isOverdue(on: date("2026-12-20")) } == [false])
  }

  @Test("steps of procedures on their latest day, repetitions on the day they are due")
  func steps() {
    let kind = ProcedureKind(
      id: "发展党员", statuses: [.activist],
      steps: [
        ProcedureStepKind(id: "一"),
        ProcedureStepKind(
          id: "二", after: ["一"], bounds: [StepBound(from: "一", most: Interval(3, .month))]),
        ProcedureStepKind(id: "考察", after: ["一"], every: Interval(6, .month), until: ["三"]),
        ProcedureStepKind(id: "三", after: ["二"]),
      ], validity: Validity(since: date("2019-01-01")))
    var ledger = ledger(members: fullMembers(1...3) + [member(4, status: .activist)])
    ledger.procedureSteps = [
      ProcedureStep(
        reference: Reference("P1"), organization: place("Q1"), kind: "发展党员",
        subject: person(4), step: "一", date: date("2026-09-01"))
    ]
    let told = items(ledger, Self.catalog(procedures: [kind]), to: "2027-12-31")
    #expect(
      told == [
        "12-01 step Q1 发展党员 \(person(4)) 二", "03-01 step Q1 发展党员 \(person(4)) 考察 2027-03-01",
      ])
  }

  @Test("plans that have a day, or are for a month or less, until they are carried out")
  func plans() {
    var ledger = ledger(
      members: fullMembers(1...3),
      activities: [activity("党课", on: "2026-10-31"), activity("党课", on: "2026-12-01", id: "later")])
    func plan(
      _ id: String, _ period: String, due: String? = nil, kind: String = "", number: Int? = nil
    ) -> Plan {
      Plan(
        reference: Reference(id), organization: place("Q1"),
        period: Period(period) ?? Period(.year, containing: date("2026-01-01")),
        kind: kind, title: id, number: number, due: due.map(date))
    }
    ledger.plans = [
      plan("year", "2026"), plan("dated", "2026", due: "2026-12-24"), plan("quarter", "2026-Q4"),
      plan("month", "2026-12"), plan("week", "2026-W48"), plan("day", "2026-11-22"),
      plan("held", "2026-10", kind: "党课"), plan("twice", "2026-10", kind: "党课", number: 2),
      plan("coming", "2026-12", kind: "党课"),
    ]
    #expect(
      items(ledger) == [
        "10-31 plan twice", "11-22 plan day", "11-29 plan week", "12-24 plan dated",
        "12-31 plan coming", "12-31 plan month",
      ])
    // Nobody can say of a plan that is for no kind of activity that it was not carried out.
    ledger.plans = [plan("held", "2026-10", kind: "党课", number: 9), plan("day", "2026-10-12")]
    let past = ledger.calendar(
      of: [organization()], in: Period(.year, containing: date("2026-11-20")),
      on: date("2026-11-20"), catalog: Self.catalog())
    #expect(past.map(\.key) == ["plan day", "plan held"])
    #expect(past.map { $0.isOverdue(on: date("2026-11-20")) } == [false, true])
  }

  @Test("in the order of days, of the organisations given, and of what it is")
  func order() {
    var ledger = ledger(
      organizations: [organization("Q2", officers: [])],
      members: fullMembers(1...3) + [member(9, in: "Q2", admitted: "2010-11-30")])
    let plan = { (id: String) in
      Plan(
        reference: Reference("\(id) plan"), organization: place(id),
        period: Period(date("2026-11-30")...date("2026-11-30")), title: "")
    }
    ledger.plans = [plan("Q1"), plan("Q2")]
    let places = ["Q2", "Q1"].compactMap { ledger.organization(place($0), on: date("2026-11-20")) }
    let found = ledger.calendar(
      of: places, in: Period(.month, containing: date("2026-11-20")), on: date("2026-11-20"),
      catalog: Self.catalog([Self.obligation("主题党日", .month)]))
    #expect(
      found.map(\.key) == [
        "owed Q2 主题党日 2026-11", "plan Q2 plan", "birthday Q1M09 16", "owed Q1 主题党日 2026-11",
        "plan Q1 plan",
      ])
  }
}
