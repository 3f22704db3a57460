import Testing

/// Every rule has at least five hand-written rows, by its number.
@Suite struct RuleCoverageTests {
  /// What the tables of all suites name as their rules.
  static var named: [String] {
    let tables: [[any RuleRow]] = [
      VoteRuleTests.votes, VoteRuleTests.surpluses, VoteRuleTests.rights, VoteRuleTests.reports,
      VoteRuleTests.grounds, VoteRuleTests.ballots, VoteRuleTests.chairs,
      AdmissionRuleTests.probations, AdmissionRuleTests.ages, AdmissionRuleTests.approvals,
      ProcedureTests.development, ProcedureTests.letters, ProcedureTests.stages,
      ProcedureTests.leavings, ProcedureTests.trainings, OrganizationRuleTests.frequencies,
      OrganizationRuleTests.lessons, OrganizationRuleTests.sizes, OrganizationRuleTests.terms,
      OrganizationRuleTests.seats, MoneyRuleTests.rates, MoneyRuleTests.payments,
      LifeRuleTests.grades, LifeRuleTests.steps, LifeRuleTests.talks, LifeRuleTests.hours,
      DecidingTests.places, DecidingTests.subjects, DecidingTests.seats, LifeRuleTests.absences,
      LifeRuleTests.leaders, LifeRuleTests.birthdays, LifeRuleTests.lives,
    ]
    return tables.flatMap { $0.map(\.rule) }
  }

  @Test func fiveRowsEach() {
    let counts = Dictionary(grouping: Self.named, by: { $0 }).mapValues(\.count)
    var line: [String] = []
    for number in 1...46 {
      let rule = "R\(number < 10 ? "0" : "")\(number)"
      let count = counts[rule] ?? 0
      #expect(count >= 5, "\(rule)")
      line.append("\(rule) \(count)")
    }
    print("rows by rule: \(line.joined(separator: ", ")); \(Self.named.count) in all")
  }
}
