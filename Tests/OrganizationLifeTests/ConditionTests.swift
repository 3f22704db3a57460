import OrganizationLife
import Testing

@Suite struct ConditionTests {
  func answer(
    _ condition: NamedCondition, branch: Organization = organization(officers: [1, 2, 3]),
    organizations: [Organization] = [], members: [Member] = fullMembers(1...7),
    activities: [Activity] = [], in period: String = "2026", on day: String = "2026-11-20",
    catalog: Catalog = catalogue, change: (inout Ledger) throws -> Void = { _ in }
  ) throws -> ConditionResult {
    var ledger = ledger(
      organizations: organizations + [branch], members: members, activities: activities)
    try change(&ledger)
    return ledger.answer(
      condition, for: branch, in: try #require(Period(period)), on: date(day), catalog: catalog)
  }

  /// R14
  @Test(arguments: [
    (3, 0, ChecklistAnswer.met), (2, 0, .unmet), (2, 5, .unmet), (50, 0, .met), (50, 1, .unmet),
  ])
  func rosterSize(full: Int, probationary: Int, answer: ChecklistAnswer) throws {
    let others = (0..<probationary).map { member(60 + $0, status: .probationary) }
    let found = try self.answer(.rosterSize, members: fullMembers(1...full) + others)
    #expect(found.answer == answer)
    #expect(found.note == .size(full: full, members: full + probationary))
    #expect(found.evidence.count == full + probationary)
  }

  /// R15
  @Test(arguments: [
    (6, [1], ChecklistAnswer.notApplicable), (7, [1, 2, 3], .met),
    (7, [1, 2, 3, 4, 5, 6, 7], .met), (7, [1, 2], .partlyMet), (7, [], .unmet),
    (8, [1, 2, 3, 4, 5, 6, 7, 8], .partlyMet),
  ])
  func committeeSize(full: Int, officers: [Int], answer: ChecklistAnswer) throws {
    let found = try self.answer(
      .committeeSize, branch: organization(officers: officers), members: fullMembers(1...full))
    #expect(found.answer == answer)
    #expect(found.note == .committee(full: full, officers: officers.count))
  }

  /// R16
  @Test(
    arguments: [
      ("2023-11-20", ChecklistAnswer.met), ("2023-11-19", .unmet), (nil, .pending),
    ] as [(String?, ChecklistAnswer)])
  func withinTerm(elected: String?, answer: ChecklistAnswer) throws {
    let found = try self.answer(.withinTerm, branch: organization(elected: elected))
    #expect(found.answer == answer)
  }

  @Test func secretary() throws {
    #expect(try answer(.hasSecretary).answer == .met)
    #expect(try answer(.hasSecretary, branch: organization()).answer == .unmet)
    let left = [member(1, until: "2026-10-31")] + fullMembers(2...7)
    let found = try answer(.hasSecretary, members: left)
    #expect(found.answer == .unmet)
    #expect(found.evidence.count == 2)
  }

  /// R45
  @Test func groups() throws {
    let two = [
      organization("Q1X1", level: .group, parent: "Q1"),
      organization("Q1X2", level: .group, parent: "Q1"),
    ]
    #expect(try answer(.groups).answer == .notApplicable)
    let sound = fullMembers(1...3, group: "Q1X1") + fullMembers(4...6, group: "Q1X2")
    #expect(try answer(.groups, organizations: two, members: sound).answer == .met)
    let outside = try answer(.groups, organizations: two, members: sound + [member(7)])
    #expect(outside.answer == .partlyMet)
    #expect(outside.evidence == [member(7).reference])
    let small = fullMembers(1...3, group: "Q1X1") + fullMembers(4...5, group: "Q1X2")
    #expect(
      try answer(.groups, organizations: two, members: small).evidence.map(\.text)
        == ["Q1X2-organization---zhang-2020-01-01"])
  }

  @Test func probations() throws {
    #expect(try answer(.probations).answer == .notApplicable)
    let running = fullMembers(1...7) + [member(8, status: .probationary, admitted: "2026-03-01")]
    #expect(try answer(.probations, members: running).answer == .met)
    let over = running + [member(9, status: .probationary, admitted: "2025-03-01")]
    let found = try answer(.probations, members: over)
    #expect(found.answer == .unmet)
    #expect(found.evidence == [over[8].reference])
  }

  /// R02, R27: enough voters for each vote's category.
  @Test func lawfulQuorum() throws {
    func vote(_ category: VoteCategory, present: Int, id: String) -> Activity {
      activity(id: id) {
        $0.present = people(1...present)
        $0.items = [Item(title: "一"), Item(title: "二", votes: [Vote(category: category)])]
      }
    }
    #expect(try answer(.lawfulQuorum).answer == .notApplicable)
    let lawful = vote(.ordinary, present: 4, id: "A1")
    #expect(try answer(.lawfulQuorum, activities: [lawful]).answer == .met)
    let found = try answer(
      .lawfulQuorum, activities: [lawful, vote(.election, present: 5, id: "A2")])
    #expect(found.answer == .unmet)
    #expect(found.evidence.map(\.text) == ["A2#2"])
    #expect(found.note == .share(met: 1, of: 2))
  }

  @Test func absencesExplained() throws {
    let sound = activity(id: "A1") {
      $0.present = people(1)
      $0.absent = [Absence(person: person(2), reason: "值班")]
    }
    let bare = activity(id: "A2") { $0.absent = [Absence(person: person(2), reason: "")] }
    #expect(try answer(.absencesExplained).answer == .notApplicable)
    #expect(try answer(.absencesExplained, activities: [sound]).answer == .met)
    let found = try answer(.absencesExplained, activities: [sound, bare])
    #expect(found.answer == .partlyMet)
    #expect(found.evidence.map(\.text) == ["A2"])
  }

  @Test func absencesMadeUp() throws {
    let missed = activity("党课", id: "A1") {
      $0.absent = [
        Absence(person: person(2), reason: "值班"), Absence(person: person(3), reason: "值班"),
      ]
    }
    #expect(try answer(.absencesMadeUp).answer == .notApplicable)
    #expect(try answer(.absencesMadeUp, activities: [missed]).answer == .unmet)
    let found = try answer(.absencesMadeUp, activities: [missed]) { ledger in
      ledger.matters = [
        Matter(
          reference: Reference("M1"), organization: place("Q1"), kind: "补学", title: "补学",
          opened: date("2026-03-30"), source: Reference("A1#Q1M02"), state: "已办结")
      ]
    }
    #expect(found.answer == .partlyMet)
    #expect(found.evidence.map(\.text) == ["A1#Q1M03"])
  }

  @Test(arguments: [
    ("2026-11-20", "办理中", ChecklistAnswer.met), ("2026-11-19", "办理中", .unmet),
    ("2026-11-19", "已办结", .met),
  ])
  func resolutionsCarriedOut(due: String, state: String, answer: ChecklistAnswer) throws {
    let held = activity(id: "A1") {
      $0.items = [Item(title: "一", resolution: "办", owners: people(2), due: date(due))]
    }
    let found = try self.answer(.resolutionsCarriedOut, activities: [held]) { ledger in
      guard state == "已办结" else { return }
      ledger.matters = [
        Matter(
          reference: Reference("M1"), organization: place("Q1"), kind: "决议落实", title: "办",
          opened: date("2026-03-12"), due: date(due), source: Reference("A1#1"), state: state)
      ]
    }
    #expect(found.answer == answer)
    #expect(found.evidence.map(\.text) == [state == "已办结" ? "M1" : "A1#1"])
  }

  @Test func signedOffAndComplete() throws {
    let open = activity(id: "A1")
    let signed = activity(on: "2026-04-12", id: "A2") {
      $0.isFinal = true
      $0.place = "会议室"
    }
    let spoken = activity("谈心谈话", id: "A3") { $0.place = "办公室" }
    var catalog = catalogue
    catalog.kinds[0].needs = ["Place"]
    let all = [open, signed, spoken]
    let signing = try answer(.signedOff, activities: all, catalog: catalog)
    #expect(signing.answer == .partlyMet)
    #expect(signing.evidence.map(\.text) == ["A1"])
    let complete = try answer(.complete, activities: all, catalog: catalog)
    #expect(complete.note == .share(met: 2, of: 3))
    #expect(complete.evidence.map(\.text) == ["A1"])
    // Only what lies in the period, up to the day.
    #expect(try answer(.signedOff, activities: all, in: "2026-Q2").answer == .met)
    #expect(
      try answer(.signedOff, activities: all, in: "2026-Q2", on: "2026-04-11").answer
        == .notApplicable)
    #expect(
      try answer(.signedOff, activities: all, in: "2026-Q2", on: "2026-03-31").answer
        == .notApplicable)
  }

  /// Thursday, 12 March 2026: three working days are Friday, Monday, Tuesday.
  @Test(arguments: [
    ("2026-03-17T23:59:00+08:00", ChecklistAnswer.met), ("2026-03-18T00:01:00+08:00", .unmet),
  ])
  func enteredInTime(at: String, answer: ChecklistAnswer) throws {
    let first = try #require(Moment(at))
    let corrected = try #require(Moment("2026-09-01T00:00:00+08:00"))
    let held = activity {
      $0.firstEnteredAt = first
      $0.enteredAt = corrected
    }
    #expect(try self.answer(.enteredInTime, activities: [held]).answer == answer)
  }

  /// R32: 56 of the three officers, 32 of the others.
  @Test func studyHours() throws {
    func lesson(_ hours: Double, came: [Person], id: String = "A1") -> Activity {
      activity("党课", id: id) {
        $0.present = came
        $0.hours = hours
      }
    }
    let all = people(1...7)
    #expect(try answer(.studyHours).answer == .unmet)
    #expect(try answer(.studyHours, activities: [lesson(56, came: all)]).answer == .met)
    let some = try answer(.studyHours, activities: [lesson(55.5, came: all)])
    #expect(some.answer == .partlyMet)
    #expect(some.note == .share(met: 4, of: 7))
    #expect(some.evidence == fullMembers(1...3).map(\.reference))
    // The year still runs: what is short is not yet missed.
    let few = [lesson(2, came: all)]
    #expect(try answer(.studyHours, activities: few).answer == .partlyMet)
    #expect(try answer(.studyHours, activities: few, on: "2026-12-31").answer == .unmet)
  }

  @Test func talkCoverage() throws {
    let found = try answer(.talkCoverage)
    #expect(found.answer == .unmet)
    #expect(found.note == .share(met: 0, of: 11))
    #expect(found.evidence.count == 7)
    var restricted = catalogue
    restricted.kinds = [kind("谈心谈话", body: .people, restricted: true)]
    #expect(try answer(.talkCoverage, catalog: restricted).answer == .pending)
    // Who is alone in a branch without officers has nobody to talk with.
    let alone = try answer(.talkCoverage, branch: organization(), members: [member(1)])
    #expect(alone.answer == .notApplicable)
    #expect(alone.note == .share(met: 0, of: 0))
  }

  @Test func duesPaid() throws {
    #expect(try answer(.duesPaid).answer == .pending)
    #expect(try answer(.duesPaid).note == .unreadable)
    func paid(_ months: ClosedRange<Int>, by members: ClosedRange<Int>) throws -> [DuesPayment] {
      try members.flatMap { number in
        try months.map { month in
          DuesPayment(
            reference: Reference("\(number)-\(month)"), member: identifier(memberText(number)),
            month: try #require(Period("2026-0\(month)")), paid: 3000)
        }
      }
    }
    let all = try paid(1...6, by: 1...7)
    #expect(try answer(.duesPaid, in: "2026-H1") { $0.dues = all }.answer == .met)
    let some = try answer(.duesPaid, in: "2026-Q3", on: "2026-08-15") {
      $0.dues = try paid(7...7, by: 1...6)
    }
    #expect(some.answer == .partlyMet)
    #expect(some.note == .share(met: 6, of: 7))
    #expect(some.evidence == [member(7).reference])
    // A month that still runs is not owed yet.
    let running = try answer(.duesPaid, in: "2026-Q3", on: "2026-07-30") { $0.dues = all }
    #expect(running.answer == .notApplicable)
    let over = try answer(.duesPaid, in: "2026-Q3", on: "2026-07-31") { $0.dues = all }
    #expect(over.answer == .unmet)
    #expect(over.note == .share(met: 0, of: 7))
  }

  @Test(
    "a period is answered for from its first day on",
    arguments: [("2025-12-31", ChecklistAnswer.notApplicable), ("2026-01-01", .met)])
  func firstDay(day: String, expected: ChecklistAnswer) throws {
    #expect(try answer(.rosterSize, on: day).answer == expected)
  }

  @Test func rosterComplete() throws {
    let whole = member(1, admitted: "2008-07-01", confirmed: "2009-07-01")
    #expect(try answer(.rosterComplete, members: [whole]).answer == .met)
    let found = try answer(.rosterComplete, members: [whole, member(2)])
    #expect(found.answer == .partlyMet)
    #expect(found.evidence == [member(2).reference])
    #expect(member(2).missingFields == ["Admitted", "Confirmed"])
  }

  @Test(arguments: NamedCondition.allCases)
  func nothingIsAskedOfAGroupOrOfTheFuture(condition: NamedCondition) throws {
    #expect(
      try answer(condition, in: "2027", on: "2026-11-20").answer == .notApplicable)
    let group = organization("Q1X1", level: .group, parent: "Q1")
    var ledger = ledger(organizations: [group], members: fullMembers(1...7, group: "Q1X1"))
    ledger.dues = [
      DuesPayment(
        reference: Reference("D"), member: identifier("Q1M01"),
        month: try #require(Period("2026-01")), paid: 1)
    ]
    let found = ledger.answer(
      condition, for: group, in: try #require(Period("2026")), on: date("2026-11-20"),
      catalog: catalogue)
    #expect(found.answer == .notApplicable)
  }
}
