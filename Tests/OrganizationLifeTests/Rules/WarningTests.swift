import OrganizationLife
import Testing

/// Findings that come back, pairings, temporary branches, and everything together.
@Suite struct WarningTests {
  struct Finding: Sendable {
    var note: String
    var title = "会议记录不完整"
    var organization = "Q1"
    var opened: String
    var closed: String?
    var isRepeated: Bool
  }

  @Test(arguments: [
    Finding(note: "a year before to the day", opened: "2025-05-01", isRepeated: true),
    Finding(note: "a day more", opened: "2025-04-30", isRepeated: false),
    Finding(
      note: "closed within the year", opened: "2025-01-10", closed: "2025-05-01", isRepeated: true),
    Finding(
      note: "closed before it", opened: "2025-01-10", closed: "2025-04-30", isRepeated: false),
    Finding(note: "of another branch", organization: "Q2", opened: "2026-01-10", isRepeated: false),
    Finding(note: "another finding", title: "请假未记", opened: "2026-01-10", isRepeated: false),
    Finding(
      note: "the same but for a full stop", title: "会议记录 不完整。", opened: "2026-01-10",
      isRepeated: true),
  ])
  func findingsThatComeBack(row: Finding) {
    func finding(_ id: String, _ row: Finding) -> Matter {
      Matter(
        reference: Reference(id), organization: place(row.organization), kind: "检查问题",
        title: row.title, opened: date(row.opened),
        state: row.closed == nil ? "办理中" : "已办结", closed: row.closed.map(date))
    }
    let now = finding("F2", Finding(note: "", opened: "2026-05-01", isRepeated: false))
    var ledger = ledger(members: fullMembers(1...6))
    ledger.matters = [finding("F1", row), now]
    #expect(
      ledger.repetitions(of: now).map(\.reference.text) == (row.isRepeated ? ["F1"] : []),
      "\(row.note)")
    let found = ledger.repeatedFindings(of: place("Q1"), on: date("2026-06-01"))
    #expect(
      found.map(\.kind)
        == (row.isRepeated ? [.matter(.repeated(times: 1, last: date(row.opened)))] : []),
      "\(row.note)")
  }

  @Test func pairingsSayWithWhom() {
    let held = activity("谈心谈话", on: "2026-05-05") {
      $0.presider = person(1)
      $0.present = people(4)
    }
    var ledger = ledger(members: fullMembers(1...7), activities: [held])
    ledger.teams = [
      Team(
        reference: Reference("T1"), organization: place("Q1"), kind: "1+N", name: "结对",
        since: date("2026-01-01"), leaders: people(1), people: people(4, 5)),
      Team(
        reference: Reference("T2"), organization: place("Q1"), kind: "1+N", name: "旧结对",
        since: date("2025-01-01"), until: date("2025-12-31"), leaders: people(2),
        people: people(6)),
    ]
    let coverage = ledger.talkCoverage(
      of: place("Q1"), in: date("2026-01-01")...date("2026-12-31"), catalog: catalogue)
    #expect(
      coverage.pairingsOpen.map { [$0.first.id.text, $0.second.id.text] } == [["Q1M01", "Q1M05"]])
    #expect(coverage.required == 11)
  }

  @Test(arguments: [
    (VoteCategory.admission, 1), (.confirmation, 1), (.election, 1), (.prolongation, 1),
    (.ordinary, 0), (.discipline, 0),
  ])
  func aTemporaryBranch(category: VoteCategory, count: Int) {
    let ledger = ledger(
      organizations: [organization(level: .temporaryBranch)], members: fullMembers(1...6))
    let held = assembly(
      on: "2026-03-12", present: people(1...6),
      votes: [Vote(subject: person(20), category: category, inFavour: 6)], seats: 1)
    let kinds = ledger.warnings(in: held, kind: assembly).map(\.kind)
    #expect(kinds.count == count)
    #expect(kinds.contains(.meeting(.notForTemporaryBranch(item: 1, category))) == (count == 1))
  }

  /// Everything of a small prison at once: in tree order, each with evidence and an article.
  @Test func everythingTogether() throws {
    var ledger = ledger(
      organizations: [
        organization(elected: "2023-01-10", officers: [1, 2, 3]),
        organization("Q2", officers: []),
      ],
      members: fullMembers(1...8) + [
        member(9, status: .probationary, admitted: "2025-01-10"),
        member(10, status: .activist, since: "2024-01-01"),
        member(11, in: "Q2"),
      ],
      activities: (1...6).map { month in
        activity(on: "2026-0\(month)-10") {
          $0.present = people(1...7)
          $0.absent = [Absence(person: person(8), reason: "值班")]
        }
      })
    ledger.procedureSteps = [
      Sample.record("发展党员", "递交入党申请书", "2024-01-10", subject: person(10))
    ]
    let all = ledger.warnings(under: nil, on: date("2026-07-01"), catalog: Sample.catalog)
    let rules = Set(all.compactMap(\.citation.rule))
    #expect(rules.isSuperset(of: [.termExtension, .probation, .correctionPeriod, .branchSize]))
    #expect(all.allSatisfy { !$0.evidence.isEmpty && !$0.citation.article.isEmpty })
    #expect(all.contains { $0.citation.rule == nil && $0.citation.article == "发展党员工作细则" })
    let places = all.map(\.organization.text)
    #expect(places.lastIndex(of: "Q1") ?? 0 < places.firstIndex(of: "Q2") ?? 0)
    #expect(
      Set(
        ledger.warnings(under: place("Q2"), on: date("2026-07-01"), catalog: Sample.catalog)
          .map(\.organization.text)) == ["Q2"])
    let file = try #require(
      ledger.file(of: identifier("Q1M08"), on: date("2026-07-01"), catalog: Sample.catalog))
    #expect(
      file.warnings.map(\.kind).contains(
        .participation(.nothingForHalfYear(meetings: 6, since: date("2026-01-10")))))
  }

  @Test func everyRuleNamesItsArticle() {
    #expect(Rule.allCases.allSatisfy { !$0.article.isEmpty })
    #expect(Rule.assemblyQuorum.article == "支部工作条例(试行)第十一条")
    #expect(Rule.admissionMajority.article == "发展党员工作细则第二十一、三十三条")
    #expect(Rule.studyHours.level == .regulation)
    #expect(Rule.letterOfTransfer.level == .local)
    #expect(Rule.dues.level == .superior)
  }
}
