import Testing

@testable import OrganizationLife

/// 迎检自查: what a year owes, lacks or has against a rule, each line once and with its article.
@Suite struct InspectionTests {
  static let assemblies = Obligation(
    id: "党员大会", title: "支部党员大会", kinds: ["党员大会"], frequency: .quarter, times: 1,
    levels: [.branch], level: .regulation, source: "支部工作条例第十一条",
    validity: Validity(since: date("2019-01-01")))
  static let themeDays = Obligation(
    id: "主题党日", title: "主题党日", kinds: ["主题党日"], frequency: .month, times: 1,
    levels: [.branch], level: .local, source: "本单位规定",
    validity: Validity(since: date("2026-03-01")))

  private func owed(on today: String, held: [String]) -> [String] {
    let ledger = ledger(
      members: (1...8).map { member($0) }, activities: held.map { activity(on: $0) })
    guard let branch = ledger.organization(place("Q1"), on: date(today)),
      let first = Day(year: date(today).year, month: 1, day: 1)
    else { return ["no branch"] }
    return ledger.owed(
      by: branch, in: first...date(today), obligations: [Self.assemblies, Self.themeDays]
    ).map { "\($0.obligation.id) \($0.period) \($0.done)/\($0.required)" }
  }

  @Test(
    "what is owed: periods that are over, and from the 25th of the last month on those that run",
    arguments: [
      ("2026-03-24", ["2026-02-10"], []),
      ("2026-03-25", ["2026-02-10"], ["主题党日 2026-03 0/1"]),
      ("2026-03-24", [], []),
      ("2026-03-25", [], ["党员大会 2026-Q1 0/1", "主题党日 2026-03 0/1"]),
      ("2026-04-01", [], ["党员大会 2026-Q1 0/1", "主题党日 2026-03 0/1"]),
      (
        "2026-07-01", ["2026-05-05"],
        [
          "党员大会 2026-Q1 0/1", "主题党日 2026-03 0/1", "主题党日 2026-04 0/1",
          "主题党日 2026-05 0/1", "主题党日 2026-06 0/1",
        ]
      ),
    ] as [(String, [String], [String])])
  func whatIsOwed(today: String, held: [String], expected: [String]) {
    #expect(owed(on: today, held: held) == expected)
  }

  /// 2026-11-16 is a Monday; a week is not reminded of before it is over.
  @Test(arguments: [("2026-11-21", 0), ("2026-11-22", 1), ("2026-11-23", 1)])
  func theLastDayOfAWeek(today: String, expected: Int) throws {
    var weekly = Self.assemblies
    weekly.frequency = .week
    weekly.validity = Validity(since: date("2026-11-16"))
    let ledger = ledger(members: fullMembers(1...8))
    let branch = try #require(ledger.organization(place("Q1"), on: date(today)))
    let owed = ledger.owed(
      by: branch, in: date("2026-01-01")...date(today), obligations: [weekly])
    #expect(owed.count == expected)
  }

  @Test("of talks nothing is said once everybody has been talked with", arguments: [2, 3])
  func talksAllHeld(came: Int) {
    let catalog = Catalog(kinds: [talk], obligations: [], checklists: [])
    let ledger = ledger(
      members: fullMembers(1...3),
      activities: [activity("谈心谈话", on: "2026-02-01") { $0.present = people(1...came) }])
    let found = ledger.inspection(
      of: 2026, under: place("Q1"), on: date("2026-11-20"), catalog: catalog
    ).filter { if case .talks = $0.finding { true } else { false } }
    #expect(found.count == (came == 3 ? 0 : 1))
  }

  @Test("a record with gaps: what a rule asks for apart, the rest in one line, with their articles")
  func gaps() throws {
    let meeting = activity(on: "2026-03-12") { activity in
      activity.present = (1...8).map { person($0) }
      activity.items = [
        Item(
          title: "讨论接收", kind: .vote, about: [person(9)], minutes: "介绍。",
          votes: [Vote(category: .admission, method: "无记名", inFavour: 8)])
      ]
    }
    let catalog = Catalog(
      kinds: [kind("党员大会", items: [.vote], needs: ["Place", "Signed"])], obligations: [],
      checklists: [])
    let ledger = ledger(members: (1...8).map { member($0) }, activities: [meeting])
    let lines = ledger.inspection(
      of: 2026, under: place("Q1"), on: date("2026-04-01"), catalog: catalog)
    let shown = lines.compactMap { line -> String? in
      guard case .gaps(let gaps, let activity) = line.finding else { return nil }
      return "\(activity.date) \(gaps.map(\.field)) \(line.citation.rule?.rawValue ?? "-") "
        + line.citation.level.rawValue
    }
    #expect(
      shown == [
        #"2026-03-12 ["Vote"] R24 党内法规"#, #"2026-03-12 ["Vote"] R24 党内法规"#,
        #"2026-03-12 ["Place", "Resolution", "Signed"] - 本单位规定"#,
      ])
  }

  @Test(
    "talks of a year from November on; where they are restricted and none is there, nothing is said",
    arguments: [
      ("2026-10-31", false, true, 0), ("2026-11-01", false, true, 1),
      ("2026-11-01", true, true, 1), ("2026-11-01", true, false, 0),
      ("2026-11-01", false, false, 1),
    ])
  func talks(today: String, isRestricted: Bool, hasSome: Bool, expected: Int) {
    let catalog = Catalog(
      kinds: [kind("谈心谈话", body: .people, restricted: isRestricted)], obligations: [],
      checklists: [])
    let ledger = ledger(
      members: (1...5).map { member($0) },
      activities: hasSome ? [activity("谈心谈话", on: "2026-02-01")] : [])
    let found = ledger.inspection(
      of: 2026, under: place("Q1"), on: date(today), catalog: catalog
    ).filter { if case .talks = $0.finding { true } else { false } }
    #expect(found.count == expected)
  }

  @Test("nothing of other years, of other organisations, of days to come")
  func bounds() {
    let catalog = Catalog(
      kinds: [kind("党员大会", needs: ["Place"])], obligations: [], checklists: [])
    let ledger = ledger(
      organizations: [organization("Q2")], members: (1...8).map { member($0) },
      activities: [
        activity(on: "2025-12-31"), activity(on: "2026-01-01"), activity(on: "2026-06-02"),
        activity(on: "2026-03-01", of: "Q2"),
      ])
    func days(_ year: Int, _ today: String) -> [String] {
      ledger.inspection(of: year, under: place("Q1"), on: date(today), catalog: catalog)
        .compactMap { line in
          if case .gaps(_, let activity) = line.finding { activity.date.description } else { nil }
        }
    }
    #expect(days(2026, "2026-01-01") == ["2026-01-01"])
    #expect(days(2026, "2026-06-01") == ["2026-01-01"])
    #expect(days(2026, "2026-06-02") == ["2026-01-01", "2026-06-02"])
    #expect(days(2025, "2026-06-02") == ["2025-12-31"])
    #expect(days(2027, "2026-06-02") == [])
  }
}
