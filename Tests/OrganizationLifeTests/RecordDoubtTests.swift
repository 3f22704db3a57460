import OrganizationLife
import Testing

/// What can hardly be so: on which side the bounds themselves are.
@Suite struct RecordDoubtTests {
  private let today = date("2026-11-20")

  @Test(
    "a day after today",
    arguments: [("2026-11-19", 0), ("2026-11-20", 0), ("2026-11-21", 1)])
  func daysToCome(day: String, count: Int) {
    let ledger = ledger(members: fullMembers(1...6))
    #expect(ledger.doubts(about: activity(on: day), on: today).count == count)
    let lasting = activity(on: "2026-11-01") { $0.endDate = date(day) }
    #expect(ledger.doubts(about: lasting, on: today).count == count)
    let step = Sample.record("发展党员", "政治审查", day)
    #expect(
      ledger.doubts(about: step, after: nil, on: today, catalog: Sample.catalog).count == count)
  }

  @Test(
    "to be carried out before the meeting",
    arguments: [("2026-03-11", 1), ("2026-03-12", 0), ("2026-03-13", 0)])
  func dueBeforeTheMeeting(due: String, count: Int) {
    let held = activity(on: "2026-03-12") {
      $0.items = [Item(title: "讨论", kind: .discussion, due: date(due))]
    }
    #expect(ledger(members: []).doubts(about: held, on: today).count == count)
  }

  @Test(
    "R29: who applies is of age on the eighteenth birthday",
    arguments: [
      ("2008-06-15", "2026-06-15", 0), ("2008-06-15", "2026-06-14", 1),
      ("2008-06", "2026-06-01", 0), ("2008-06", "2026-05-31", 1),
    ])
  func ofAge(born: String, since: String, count: Int) {
    var applicant = member(7, status: .applicant, since: since)
    applicant.born = born
    let doubts = ledger(members: [applicant]).doubts(about: applicant)
    #expect(doubts == Array(repeating: .underAge(born: born), count: count))
  }

  @Test("a full member put down as less is compared with the snapshot before, not with itself")
  func putDownAsLess() {
    let (before, after) = (member(7), member(7, status: .activist, since: "2026-05-05"))
    let ledger = ledger(members: [before, after])
    #expect(ledger.doubts(about: after) == [.statusLowered(.activist)])
    #expect(ledger.doubts(about: before) == [])
  }

  private func doubts(
    month: String, base: Int? = nil, paidOn: String? = nil, on today: String
  ) throws -> [RecordDoubt] {
    let payment = DuesPayment(
      reference: Reference("D"), member: identifier("Q1M01"),
      month: try #require(Period(month)), paid: 3000, base: base, paidOn: paidOn.map(date))
    return ledger(members: fullMembers(1...6)).doubts(about: payment, on: date(today))
  }

  @Test("R37: dues of a month that has begun, paid up to today")
  func duesToCome() throws {
    #expect(try doubts(month: "2026-12", on: "2026-11-30").count == 1)
    #expect(try doubts(month: "2026-12", on: "2026-12-01") == [])
    #expect(try doubts(month: "2026-11", paidOn: "2026-11-20", on: "2026-11-20") == [])
    #expect(
      try doubts(month: "2026-11", paidOn: "2026-11-21", on: "2026-11-20")
        == [.afterToday(date("2026-11-21"), field: "PaidOn")])
  }

  @Test("R37: the largest base is reckoned with, one fen more is not")
  func largestBase() throws {
    let largest = Dues.largestBase
    #expect(try doubts(month: "2026-11", base: largest, on: "2026-11-20") == [])
    #expect(
      try doubts(month: "2026-11", base: largest + 1, on: "2026-11-20")
        == [.baseTooLarge(largest + 1)])
  }

  @Test(
    "no more hours than the days have, people than a unit has, seats than members",
    arguments: [
      (24, 1, 100_000, 6, 0), (24.5, 1, 100_000, 6, 1), (48, 2, 100_000, 6, 0),
      (48.5, 2, 100_000, 6, 1), (1, 1, 100_001, 6, 1), (1, 1, 100_000, 7, 1),
    ] as [(Double, Int, Int, Int, Int)])
  func beyondAllMeasure(hours: Double, days: Int, people count: Int, seats: Int, doubts: Int) {
    let held = activity(on: "2026-03-12") {
      $0.endDate = $0.date.adding(days: days - 1)
      $0.hours = hours
      $0.headcount = Quantity("\(count)")
      $0.items = [Item(title: "选举", kind: .vote, seats: seats)]
    }
    let ledger = ledger(members: fullMembers(1...6))
    #expect(ledger.doubts(about: held, on: today).count == doubts)
  }

  @Test("a name of one character is found in no title", arguments: [("王", false), ("王小明", true)])
  func nameOfOneCharacter(name: String, isFound: Bool) {
    let held = assembly(
      on: "2026-03-12", present: people(1...6),
      votes: [Vote(subject: Person("Q1M04(成员四)"), category: .admission, inFavour: 6)]
    ) { $0.items[0].title = "讨论接收王小明为预备党员" }
    let found = ledger(members: fullMembers(1...6))
      .doubts(in: held, kind: Sample.catalog.kinds.first, people: [Person("Q1M05(\(name))")])
    let isAnother = found.contains { doubt in
      if case .titleNamesAnother = doubt { true } else { false }
    }
    #expect(isAnother == isFound)
  }
}
