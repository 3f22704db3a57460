import OrganizationLife
import Testing

/// 党员核对: what reviews say of each member's lines.
@Suite struct MemberReviewTests {
  private func review(
    _ id: String, on day: String, _ answers: [(line: MemberLine, answer: ChecklistAnswer)]
  ) -> Review {
    Review(
      reference: Reference(id), organization: place("Q1"), checklist: MemberReview.checklist,
      date: date(day), reviewers: people(1),
      items: answers.map { line, answer in
        ReviewItem(
          item: MemberReview.item(line, of: identifier("Q1M02")), answer: answer, isManual: true,
          remark: answer == .unmet ? id : "")
      }, enteredAt: writtenAt)
  }

  private func problems(_ reviews: [Review], through day: String) -> [String] {
    var ledger = ledger(members: fullMembers(1...3))
    ledger.reviews = reviews
    return (ledger.memberReviews(through: date(day))[identifier("Q1M02")]?.problems ?? [])
      .map { "\($0.line.rawValue) \($0.remark)" }
  }

  @Test("what is found of two lines on one day stays found of both; a later answer for a line wins")
  func ofOneDay() {
    let hours = review("A", on: "2026-11-20", [(.hours, .unmet)])
    let talks = review("B", on: "2026-11-20", [(.talks, .unmet)])
    let settled = review("C", on: "2026-11-20", [(.hours, .met)])
    #expect(problems([hours], through: "2026-11-20") == ["学时 A"])
    #expect(problems([hours, talks], through: "2026-11-20") == ["学时 A", "谈心谈话 B"])
    #expect(problems([hours, talks, settled], through: "2026-11-20") == ["谈心谈话 B"])
    #expect(problems([hours, talks], through: "2026-11-19") == [])
  }

  @Test("a review of another day stands by itself")
  func ofTwoDays() {
    let hours = review("A", on: "2026-11-19", [(.hours, .unmet)])
    let talks = review("B", on: "2026-11-20", [(.talks, .unmet)])
    #expect(problems([hours, talks], through: "2026-11-20") == ["谈心谈话 B"])
  }
}

/// 记录核对: what reviews say of records that were drawn.
@Suite struct RecordReviewTests {
  private func review(
    _ id: String, on day: String, _ record: String, _ answer: ChecklistAnswer
  ) -> Review {
    Review(
      reference: Reference(id), organization: place("Q1"), checklist: RecordReview.checklist,
      date: date(day), reviewers: people(1),
      items: [
        ReviewItem(
          item: record, answer: answer, isManual: true, remark: answer == .unmet ? id : "")
      ], enteredAt: writtenAt)
  }

  @Test(
    "what was found on a day stays found on it; another day stands by itself",
    arguments: [
      (["A 11-20 未达标"], "2026-11-20", ["A"]), (["A 11-20 未达标"], "2026-11-19", nil),
      (["A 11-20 未达标", "B 11-20 达标"], "2026-11-20", ["A"]),
      (["A 11-20 未达标", "B 11-20 未达标"], "2026-11-20", ["A", "B"]),
      (["A 11-19 未达标", "B 11-20 达标"], "2026-11-20", []),
      (["A 11-19 达标", "B 11-20 未达标"], "2026-11-20", ["B"]),
    ])
  func found(_ told: [String], through day: String, expected: [String]?) {
    var ledger = ledger(members: fullMembers(1...3))
    ledger.reviews = told.map { text in
      let parts = text.split(separator: " ").map(String.init)
      return review(
        parts[0], on: "2026-\(parts[1])", "Q1-a-1", parts[2] == "达标" ? .met : .unmet)
    }
    let reviews = ledger.recordReviews(through: date(day))
    #expect(reviews[Reference("Q1-a-1")]?.problems == expected)
    #expect(reviews[Reference("Q1-a-2")] == nil)
    #expect(ledger.visits(to: place("Q1"), through: date("2026-12-31")).isEmpty)
  }
}
