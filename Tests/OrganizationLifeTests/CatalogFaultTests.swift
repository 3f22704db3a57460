import OrganizationLife
import Testing

@Suite struct CatalogFaultTests {
  struct Row: Sendable {
    var note: String
    var change: @Sendable (inout Obligation) -> Void
    var faults: [ObligationFault]
  }

  @Test(arguments: [
    Row(note: "sound", change: { _ in }, faults: []),
    Row(note: "never", change: { $0.times = 0 }, faults: [.noTimes(0)]),
    Row(note: "of nobody", change: { $0.levels = [] }, faults: [.noOrganization]),
    Row(note: "by nothing", change: { $0.kinds = [] }, faults: [.noKind]),
    Row(
      note: "from seven on and below seven",
      change: {
        $0.fullMembersAtLeast = 7
        $0.fullMembersBelow = 7
      }, faults: [.impossibleSize(atLeast: 7, below: 7)]),
    Row(
      note: "exactly seven",
      change: {
        $0.fullMembersAtLeast = 7
        $0.fullMembersBelow = 8
      }, faults: []),
    Row(
      note: "ends before it begins",
      change: { $0.validity.until = date("2018-12-31") },
      faults: [.endsBeforeItBegins(since: date("2019-01-01"), until: date("2018-12-31"))]),
    Row(
      note: "ends on its first day", change: { $0.validity.until = date("2019-01-01") },
      faults: []),
    Row(
      note: "of groups, which hold none", change: { $0.levels = [.branch, .group] },
      faults: [.neverHeld(.group)]),
    Row(
      note: "a lecture may be held below",
      change: {
        $0.levels = [.committee]
        $0.lecturer = "书记"
      }, faults: []),
  ])
  func obligationsThatContradictThemselves(row: Row) {
    var own = Sample.obligation("党员大会", .quarter)
    row.change(&own)
    #expect(own.faults(kinds: catalogue.kinds) == row.faults, "\(row.note)")
  }

  /// What a changed catalogue would change, before it is written.
  @Test func whatWouldBeOwedOtherwise() {
    let ledger = ledger(
      organizations: [organization("Q2")], members: fullMembers(1...8),
      activities: [activity("党课", on: "2026-02-10")])
    let quarterly = Sample.obligation("党课", .quarter)
    let monthly = Sample.obligation("党课", .month)
    let assemblies = Sample.obligation("党员大会", .quarter)
    func texts(_ old: [Obligation], _ new: [Obligation]) -> [String] {
      ledger.changes(from: old, to: new, on: date("2026-03-10"), under: place("P1")).map {
        "\($0.organization) \($0.obligation) \($0.before?.missing ?? -1) \($0.after?.missing ?? -1)"
      }
    }
    #expect(texts([quarterly], [quarterly]) == [])
    #expect(texts([quarterly], [monthly]) == ["Q1 党课 0 1", "Q2 党课 1 1"])
    #expect(texts([quarterly], [quarterly, assemblies]) == ["Q1 党员大会 -1 1", "Q2 党员大会 -1 1"])
    #expect(texts([quarterly], []) == ["Q1 党课 0 -1", "Q2 党课 1 -1"])
  }
}
