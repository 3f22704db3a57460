import OrganizationLife
import Testing

@Suite struct ProposalTests {
  func numbered(_ day: String, _ number: Int?, kind: String = "党员大会") -> Activity {
    activity(kind, on: day) {
      $0.number = number
      $0.place = day
    }
  }

  @Test(arguments: [(2026, 4), (2025, 8), (2027, 1)])
  func theNextNumberIsOneMoreThanTheHighestOfTheYear(year: Int, number: Int) {
    let ledger = ledger(
      members: [],
      activities: [
        numbered("2025-12-31", 7), numbered("2026-01-01", 3), numbered("2026-03-01", 2),
        numbered("2026-06-01", nil), numbered("2026-07-01", 9, kind: "党课"),
      ])
    #expect(ledger.nextNumber(of: "党员大会", organization: place("Q1"), year: year) == number)
    #expect(ledger.nextNumber(of: "党员大会", organization: place("Q2"), year: year) == 1)
  }

  @Test(
    arguments: [
      ("2026-06-02", "2026-06-01"), ("2026-06-01", "2023-01-05"), ("2023-01-05", nil),
    ] as [(String, String?)])
  func thePreviousMeetingIsBeforeTheDay(day: String, previous: String?) {
    let ledger = ledger(
      members: [],
      activities: [
        numbered("2023-01-05", 1), numbered("2026-06-01", 1), numbered("2026-05-01", 1, kind: "党课"),
      ])
    let found = ledger.previous(of: "党员大会", organization: place("Q1"), before: date(day))
    #expect(found?.place == previous)
  }

  func proposals(
    _ kind: ActivityKind, on day: String = "2026-11-20", catalog: Catalog = catalogue,
    fullMembers count: Int = 7, by body: ActivityKind? = nil
  ) -> [String] {
    let earlier = activity((body ?? kind).id, on: "2026-03-12", id: "A1") {
      $0.items = [Item(title: "一", resolution: "修订制度", owners: people(2))]
    }
    let ledger = ledger(
      organizations: [organization(elected: "2024-07-10", officers: [1, 2, 3])],
      members: [
        member(1, admitted: "2008-11-05"), member(2),
        member(3, status: .probationary, admitted: "2025-11-20"),
      ] + fullMembers(4...(count + 1)), activities: [earlier])
    return ledger.proposals(for: kind, of: place("Q1"), on: date(day), catalog: catalog).map {
      switch $0 {
      case .preset(let text): text
      case .openResolution(let matter): "决议 \(matter.title)"
      case .makeUps(let lines): "补学 \(lines.map(\.reference))"
      case .step(let standing, let step): "\(standing.kind.id) \(step.step.id)"
      case .review(let standing, let clock): "\(standing.kind.id) \(clock.step.id) \(clock.due)"
      case .vacancy(let vacancy): "空缺 \(vacancy.seats)"
      case .endedProbation(let probation): "预备期满 \(probation.member.id)"
      case .endingTerm(let term): "换届 \(term.ends)"
      case .birthdays(let birthdays): "生日 \(birthdays.map(\.years))"
      case .owed(let line): "应开 \(line.obligation.id)"
      }
    }
  }

  @Test func assembliesTakeUpResolutionsProbationsAndTerms() {
    #expect(proposals(assembly) == ["决议 一:修订制度", "预备期满 Q1M03"])
    // R30: never before the probation is up.
    #expect(proposals(assembly, on: "2026-11-19") == ["决议 一:修订制度"])
    // R17: half a year ahead.
    #expect(proposals(assembly, on: "2027-01-09").last == "预备期满 Q1M03")
    #expect(
      proposals(assembly, on: "2027-01-10")
        == ["决议 一:修订制度", "预备期满 Q1M03", "换届 2027-07-10"])
  }

  /// A review by the end of its month, a step from the first day on which it may be taken.
  @Test(
    arguments: [
      ("2026-03-31", [], false), ("2026-04-01", ["2026-04-30"], false),
      ("2026-04-02", ["2026-04-30"], true),
    ] as [(String, [String], Bool)])
  func stepsAndReviewsOfAProcedure(day: String, reviews: [String], isOpen: Bool) {
    let kind = ProcedureKind(
      id: "发展",
      steps: [
        ProcedureStepKind(id: "申请"),
        ProcedureStepKind(
          id: "考察", after: ["申请"], every: Interval(6, .month), until: ["确定"]),
        ProcedureStepKind(
          id: "确定", after: ["申请"],
          bounds: [StepBound(from: "申请", least: Interval(153, .day))]),
      ], validity: Validity(since: date("2019-01-01")))
    var ledger = ledger(members: fullMembers(1...7) + [member(8, status: .activist)])
    ledger.procedureSteps = [
      Sample.record("发展", "申请", "2025-10-31", subject: person(8))
    ]
    var catalog = catalogue
    catalog.procedures = [kind]
    let found = ledger.proposals(
      for: committeeMeeting, of: place("Q1"), on: date(day), catalog: catalog)
    let clocks = found.compactMap { proposal in
      if case .review(_, let clock) = proposal { clock.due.description } else { nil }
    }
    let isStep = found.contains { if case .step = $0 { true } else { false } }
    #expect(clocks == reviews)
    #expect(isStep == isOpen)
  }

  @Test("nothing is said of what has been held")
  func whatIsHeldIsNotOwed() {
    var catalog = catalogue
    catalog.obligations = [Sample.obligation("党课", .quarter)]
    func owed(_ activities: [Activity]) -> Int {
      ledger(members: fullMembers(1...7), activities: activities)
        .proposals(
          for: committeeMeeting, of: place("Q1"), on: date("2026-11-20"), catalog: catalog
        ).count { if case .owed = $0 { true } else { false } }
    }
    #expect(owed([]) == 1)
    #expect(owed([activity("党课", on: "2026-10-12")]) == 0)
  }

  @Test func themeDaysHaveTheirPartsAndBirthdays() {
    #expect(proposals(themeDay) == ["环节 重温入党誓词", "生日 [18, 1]"])
    #expect(proposals(themeDay, on: "2026-12-20") == ["环节 重温入党誓词"])
  }

  @Test func theCommitteeSeesWhatIsOwed() {
    var catalog = catalogue
    catalog.obligations = ["党课", "支委会", "党员大会"].map { kind in
      Obligation(
        id: kind, title: kind, kinds: [kind], frequency: .quarter, times: 1, levels: [.branch],
        level: .regulation, source: "", validity: Validity(since: date("2019-01-01")))
    }
    #expect(
      proposals(committeeMeeting, catalog: catalog)
        == ["决议 一:修订制度", "预备期满 Q1M03", "应开 党课", "应开 党员大会"])
  }

  /// What a body resolved is carried on by that body; what belongs to nobody else goes to the
  /// assembly (支部条例第二十条: a committee from seven full members on).
  @Test(arguments: [
    (assembly, assembly, 7, true), (assembly, committeeMeeting, 7, false),
    (committeeMeeting, assembly, 7, false), (committeeMeeting, committeeMeeting, 7, true),
    (assembly, lesson, 7, true), (assembly, groupMeeting, 7, false),
    (committeeMeeting, lesson, 7, false),
    (assembly, committeeMeeting, 6, true), (committeeMeeting, committeeMeeting, 6, false),
    (committeeMeeting, assembly, 6, false),
  ])
  func aResolutionGoesOnWhereItWasMade(
    kind: ActivityKind, body: ActivityKind, full: Int, isProposed: Bool
  ) {
    let found = proposals(kind, fullMembers: full, by: body)
    #expect(found.contains("决议 一:修订制度") == isProposed)
  }

  @Test func aSmallBranchHasNoCommitteeThatMeets() {
    var catalog = catalogue
    catalog.obligations = [
      Obligation(
        id: "党课", title: "党课", kinds: ["党课"], frequency: .quarter, times: 1, levels: [.branch],
        level: .regulation, source: "", validity: Validity(since: date("2019-01-01")))
    ]
    #expect(proposals(committeeMeeting, catalog: catalog, fullMembers: 6) == [])
    #expect(
      proposals(assembly, catalog: catalog, fullMembers: 6)
        == ["决议 一:修订制度", "预备期满 Q1M03", "应开 党课"])
    #expect(
      proposals(assembly, catalog: catalog, fullMembers: 7) == ["决议 一:修订制度", "预备期满 Q1M03"])
  }

  @Test func kindsWithoutItemsHaveNone() {
    #expect(proposals(lesson) == [])
  }
}
