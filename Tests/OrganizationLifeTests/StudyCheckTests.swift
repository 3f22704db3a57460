import OrganizationLife
import Testing

/// 学习笔记 and 心得 by half months.
@Suite struct StudyCheckTests {
  @Test(
    arguments: [
      ("2026-11-01", "2026-11上", "2026-11-01", "2026-11-15"),
      ("2026-11-15", "2026-11上", "2026-11-01", "2026-11-15"),
      ("2026-11-16", "2026-11下", "2026-11-16", "2026-11-30"),
      ("2026-12-31", "2026-12下", "2026-12-16", "2026-12-31"),
      ("2024-02-29", "2024-02下", "2024-02-16", "2024-02-29"),
    ])
  func halves(day: String, name: String, first: String, last: String) {
    let half = HalfMonth(containing: date(day))
    #expect(half.description == name)
    #expect((half.first, half.last) == (date(first), date(last)))
    #expect(HalfMonth(name) == half)
  }

  @Test func theHalfBefore() {
    #expect(HalfMonth(containing: date("2026-01-03")).previous.description == "2025-12下")
    #expect(HalfMonth(containing: date("2026-11-20")).previous.description == "2026-11上")
  }

  @Test(arguments: ["", "2026-11", "2026-11中", "2026上", "2026-13上", "2026-Q1上"])
  func noHalves(text: String) { #expect(HalfMonth(text) == nil) }

  private func document(
    _ id: String, _ kind: String, _ day: String, _ authors: [Person], count: String? = nil
  ) -> Document {
    Document(
      reference: Reference(id), organization: place("Q1"), kind: kind, title: kind,
      date: date(day), authors: authors, count: count.flatMap { Quantity($0) })
  }

  @Test func countsByAuthorAndHalf() throws {
    var ledger = ledger(members: fullMembers(1...3))
    ledger.documents = [
      document("D1", "学习笔记", "2026-11-15", people(1)),
      document("D2", "学习笔记", "2026-11-16", people(1), count: "3"),
      document("D3", "心得体会", "2026-11-30", people(1, 2)),
      document("D4", "思想汇报", "2026-11-30", people(1)),
      document("D5", "学习笔记", "2026-10-31", people(3)),
    ]
    let counts = ledger.studyCounts(in: date("2026-11-01")...date("2026-11-30"))
    func texts(_ number: Int) -> [String] {
      (person(number).id.flatMap { counts[$0] } ?? [:]).sorted { $0.key < $1.key }.map {
        "\($0.key) \($0.value.notes)/\($0.value.essays) \($0.value.evidence.map(\.text))"
      }
    }
    #expect(texts(1) == [#"2026-11上 1/0 ["D1"]"#, #"2026-11下 3/1 ["D2", "D3"]"#])
    #expect(texts(2) == [#"2026-11下 0/1 ["D3"]"#])
    #expect(texts(3) == [])
  }

  @Test("a check is there from its own day on", arguments: [("2026-11-16", 0), ("2026-11-17", 1)])
  func checksThroughTheDay(day: String, count: Int) {
    var ledger = ledger(members: fullMembers(1...3))
    let half = HalfMonth(containing: date("2026-11-01"))
    ledger.reviews = [
      Review(
        reference: Reference("R"), organization: place("Q1"), checklist: StudyCheck.checklist,
        date: date("2026-11-17"), reviewers: people(1),
        items: [
          ReviewItem(
            item: StudyCheck.item(half, of: identifier("Q1M02")), answer: .met, isManual: true)
        ], enteredAt: writtenAt)
    ]
    #expect(ledger.studyChecks(through: date(day)).count == count)
  }

  @Test(
    "a check says whether what was to be there was",
    arguments: [(ChecklistAnswer.met, true), (.partlyMet, true), (.unmet, false)])
  func found(answer: ChecklistAnswer, isMet: Bool) throws {
    var ledger = ledger(members: fullMembers(1...2))
    let half = HalfMonth(containing: date("2026-11-01"))
    let member = identifier("Q1M02")
    ledger.reviews = [
      Review(
        reference: Reference("R"), organization: place("Q1"), checklist: StudyCheck.checklist,
        date: date("2026-11-17"), reviewers: people(1),
        items: [
          ReviewItem(item: StudyCheck.item(half, of: member), answer: answer, isManual: true)
        ], enteredAt: writtenAt)
    ]
    #expect(ledger.studyChecks(through: date("2026-11-20"))[member]?[half]?.isMet == isMet)
  }
}
