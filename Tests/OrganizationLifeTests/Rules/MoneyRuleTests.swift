import OrganizationLife
import Testing

/// R40–R42: dues in exact arithmetic.
@Suite struct MoneyRuleTests {
  struct Row: RuleRow {
    var rule: String
    var base: Int
    var isRetired = false
    var due: String
    var perMille: Int
  }

  /// In fen. The eight test points of the rules are the first of their band or the last.
  static let rates = [
    Row(rule: "R40", base: 299_999, due: "15.00", perMille: 5),
    Row(rule: "R40", base: 300_000, due: "15.00", perMille: 5),
    Row(rule: "R40", base: 300_001, due: "30.00", perMille: 10),
    Row(rule: "R40", base: 500_000, due: "50.00", perMille: 10),
    Row(rule: "R40", base: 500_001, due: "75.00", perMille: 15),
    Row(rule: "R40", base: 1_000_000, due: "150.00", perMille: 15),
    Row(rule: "R40", base: 1_000_001, due: "200.00", perMille: 20),
    Row(rule: "R40", base: 0, due: "0.00", perMille: 5),
    Row(rule: "R40", base: 99, due: "0.00", perMille: 5),
    // Half a fen goes upwards: 0.5% of 1.00 yuan is half a fen.
    Row(rule: "R40", base: 100, due: "0.01", perMille: 5),
    Row(rule: "R40", base: 123_456, due: "6.17", perMille: 5),
    Row(rule: "R41", base: 500_000, isRetired: true, due: "25.00", perMille: 5),
    Row(rule: "R41", base: 500_001, isRetired: true, due: "50.00", perMille: 10),
    Row(rule: "R41", base: 499_999, isRetired: true, due: "25.00", perMille: 5),
    Row(rule: "R41", base: 300_001, isRetired: true, due: "15.00", perMille: 5),
    Row(rule: "R41", base: 1_200_000, isRetired: true, due: "120.00", perMille: 10),
  ]

  @Test(arguments: rates)
  func due(row: Row) {
    #expect(
      Dues.due(base: row.base, isRetired: row.isRetired).map(Dues.yuan) == row.due, "\(row.rule)")
    #expect(
      Dues.perMille(base: row.base, isRetired: row.isRetired) == row.perMille, "\(row.rule)")
  }

  @Test func whatIsNoBase() {
    #expect(Dues.due(base: -1, isRetired: false) == nil)
    #expect(Dues.due(base: Dues.largestBase + 1, isRetired: false) == nil)
    #expect(Dues.due(base: Int.max, isRetired: true) == nil)
    #expect(Dues.yuan(-1205) == "-12.05")
  }

  /// Ten thousand bases against long multiplication digit by digit, as on paper.
  @Test func tenThousandBasesAgainstArithmeticOnPaper() {
    var state: UInt64 = 20_261_120
    func random(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    var compared = 0
    for _ in 0..<10_000 {
      // Half of them near the edges of the bands.
      let edge = [300_000, 500_000, 1_000_000][random(3)]
      let base = random(2) == 0 ? random(3_000_000) : edge - 100 + random(201)
      for isRetired in [false, true] {
        let paper = onPaper(base, isRetired: isRetired)
        if Dues.due(base: base, isRetired: isRetired) == paper {
          compared += 1
        } else {
          Issue.record("\(base) \(isRetired): \(paper)")
        }
      }
    }
    #expect(compared == 20_000)
    print("dues: \(compared) bases agree with arithmetic on paper")
  }

  /// The rate times the base, digit by digit with carries, the last three digits cut off and the
  /// first of them looked at for rounding.
  private func onPaper(_ base: Int, isRetired: Bool) -> Int {
    let (yuan, fen) = (base / 100, base % 100)
    func exceeds(_ limit: Int) -> Bool { yuan > limit || (yuan == limit && fen > 0) }
    let rate: Int
    if isRetired {
      rate = exceeds(5000) ? 10 : 5
    } else if exceeds(10_000) {
      rate = 20
    } else if exceeds(5000) {
      rate = 15
    } else if exceeds(3000) {
      rate = 10
    } else {
      rate = 5
    }
    var digits: [Int] = []
    var carry = 0
    for digit in String(base).reversed().compactMap(\.wholeNumberValue) {
      let product = digit * rate + carry
      digits.append(product % 10)
      carry = product / 10
    }
    while carry > 0 {
      digits.append(carry % 10)
      carry /= 10
    }
    while digits.count < 4 { digits.append(0) }
    let whole = digits.dropFirst(3).reversed().reduce(0) { $0 * 10 + $1 }
    return digits[2] >= 5 ? whole + 1 : whole
  }

  struct Paying: RuleRow {
    var rule: String
    var note: String
    var admitted = "2020-07-01"
    var category = "在职"
    var base: Int? = 400_000
    /// Months paid with the amount in fen and the day.
    var paid: [(month: String, fen: Int, on: String?)]
    var on: String
    /// Months owed up to then, and in arrears.
    var months: Int
    var arrears: Int
    var warnings: [DuesWarning] = []
  }

  static let payments = [
    Paying(
      rule: "R42", note: "paid", paid: [("2026-01", 4000, nil)], on: "2026-02-01", months: 1,
      arrears: 0),
    Paying(
      rule: "R42", note: "the month that runs is not owed yet", paid: [("2026-01", 4000, nil)],
      on: "2026-02-28", months: 1, arrears: 0),
    Paying(
      rule: "R42", note: "three months unpaid", paid: [("2026-01", 4000, nil)],
      on: "2026-05-01", months: 4, arrears: 3, warnings: [.arrears(months: 3)]),
    Paying(
      rule: "R42", note: "five", paid: [("2026-01", 4000, nil)], on: "2026-07-31", months: 6,
      arrears: 5, warnings: [.arrears(months: 5)]),
    Paying(
      rule: "R38", note: "six: 党章第九条", paid: [("2026-01", 4000, nil)], on: "2026-08-01",
      months: 7, arrears: 6, warnings: [.arrearsHalfYear(months: 6)]),
    Paying(
      rule: "R42", note: "a gap that was followed by a payment is no arrears",
      paid: [("2026-01", 4000, nil), ("2026-05", 4000, nil)], on: "2026-06-01", months: 5,
      arrears: 0),
    Paying(
      rule: "R42", note: "taken in on the last of April: April is paid",
      admitted: "2026-04-30", paid: [("2026-04", 4000, nil)], on: "2026-05-01", months: 1,
      arrears: 0),
    Paying(
      rule: "R42", note: "taken in on the first of May: April was too early",
      admitted: "2026-05-01", paid: [("2026-04", 4000, nil), ("2026-05", 4000, nil)],
      on: "2026-06-01", months: 1, arrears: 0,
      warnings: [
        .paidBeforeAdmission(month: period("2026-04"), admitted: date("2026-05-01"))
      ]),
    Paying(
      rule: "R42", note: "paid back on the last day of six months",
      paid: [("2026-01", 4000, "2026-07-31")], on: "2026-02-01", months: 1, arrears: 0),
    Paying(
      rule: "R42", note: "paid back later", paid: [("2026-01", 4000, "2026-08-01")],
      on: "2026-02-01", months: 1, arrears: 0,
      warnings: [.paidBackTooFar(month: period("2026-01"), paidOn: date("2026-08-01"))]),
    Paying(
      rule: "R42", note: "999.99 beyond the dues", paid: [("2026-01", 103_999, nil)],
      on: "2026-02-01", months: 1, arrears: 0,
      warnings: [
        .amountDiffers(month: period("2026-01"), due: 4000, paid: 103_999, isRetired: false)
      ]),
    Paying(
      rule: "R42", note: "1000.00 beyond: 大额党费", paid: [("2026-01", 104_000, nil)],
      on: "2026-02-01", months: 1, arrears: 0,
      warnings: [.largeContribution(month: period("2026-01"), beyond: 100_000)]),
    Paying(
      rule: "R40", note: "a fen too little", paid: [("2026-01", 3999, nil)], on: "2026-02-01",
      months: 1, arrears: 0,
      warnings: [
        .amountDiffers(month: period("2026-01"), due: 4000, paid: 3999, isRetired: false)
      ]),
    Paying(
      rule: "R41", note: "the retired pay half of it", category: "离退休",
      paid: [("2026-01", 2000, nil)], on: "2026-02-01", months: 1, arrears: 0),
    Paying(
      rule: "R41", note: "the rate of those in service", category: "离退休",
      paid: [("2026-01", 4000, nil)], on: "2026-02-01", months: 1, arrears: 0,
      warnings: [
        .amountDiffers(month: period("2026-01"), due: 2000, paid: 4000, isRetired: true)
      ]),
    Paying(
      rule: "R42", note: "no base, nothing to compare", base: nil,
      paid: [("2026-01", 1, nil)], on: "2026-02-01", months: 1, arrears: 0),
  ]

  static func period(_ text: String) -> Period {
    Period(.month, containing: date("\(text)-01"))
  }

  @Test(arguments: payments)
  func paying(row: Paying) throws {
    let own = member(
      4, since: min(row.admitted, "2026-05-01") == row.admitted ? row.admitted : "2026-05-01",
      admitted: row.admitted, retired: row.category == "离退休")
    var ledger = ledger(members: [own])
    ledger.dues = row.paid.map { payment in
      DuesPayment(
        reference: Reference("D-\(payment.month)"), member: identifier("Q1M04"),
        month: Self.period(payment.month), paid: payment.fen, base: row.base,
        paidOn: payment.on.map(date))
    }
    let standing = try #require(ledger.duesStanding(of: identifier("Q1M04"), on: date(row.on)))
    #expect(standing.months.count == row.months, "\(row.rule) \(row.note)")
    #expect(standing.monthsInArrears == row.arrears, "\(row.rule) \(row.note)")
    let found = ledger.duesWarnings(of: identifier("Q1M04"), on: date(row.on))
    #expect(found.map(\.kind) == row.warnings.map(WarningKind.dues), "\(row.rule) \(row.note)")
  }

  @Test func whoRetiresPaysByTheMonthsFirstDay() throws {
    var ledger = ledger(members: [
      member(4, admitted: "2010-07-01"),
      member(4, since: "2026-03-02", admitted: "2010-07-01", retired: true),
    ])
    ledger.dues = [
      DuesPayment(
        reference: Reference("D"), member: identifier("Q1M04"), month: Self.period("2026-02"),
        paid: nil, base: 600_000)
    ]
    let standing = try #require(
      ledger.duesStanding(of: identifier("Q1M04"), on: date("2026-05-01")))
    #expect(standing.months.map(\.isRetired) == [false, false, true])
    #expect(standing.months.map(\.due) == [9000, 9000, 6000])
    #expect(standing.owed == 24_000)
    #expect(standing.unpaid.map(\.description) == ["2026-02", "2026-03", "2026-04"])
    #expect(standing.longestArrears == 3)
  }

  @Test(
    "R40: dues are owed from the month of the vote, though the roll says so from the approval on",
    arguments: [("2026-03-01", "2026-03"), ("2026-03-31", "2026-03"), ("2026-04-01", "2026-04")])
  func votedInBeforeTheRollSaysSo(admitted: String, first: String) throws {
    var ledger = ledger(members: [
      member(4, status: .candidate, since: "2025-05-01"),
      member(4, status: .probationary, since: "2026-05-20", admitted: admitted), member(9),
    ])
    ledger.dues = [
      DuesPayment(
        reference: Reference("D"), member: identifier("Q1M09"), month: Self.period("2026-01"),
        paid: 1)
    ]
    let standing = try #require(
      ledger.duesStanding(of: identifier("Q1M04"), on: date("2026-07-01")))
    #expect(standing.months.first?.month.description == first)
  }

  @Test func whoWasHereForADayOfTheMonthOwesIt() throws {
    var ledger = ledger(members: [
      member(4, since: "2026-03-31", until: "2026-03-31", admitted: "2010-07-01"),
      member(5, since: "2026-05-01", admitted: "2010-07-01"), member(9),
    ])
    ledger.dues = [
      DuesPayment(
        reference: Reference("D"), member: identifier("Q1M09"), month: Self.period("2026-01"),
        paid: 1)
    ]
    let gone = try #require(
      ledger.duesStanding(of: identifier("Q1M04"), on: date("2026-06-01")))
    #expect(gone.months.map(\.month.description) == ["2026-03"])
    let new = try #require(ledger.duesStanding(of: identifier("Q1M05"), on: date("2026-05-01")))
    #expect(new.months == [])
    #expect(ledger.duesStanding(of: identifier("Q1M05"), on: date("2026-04-30")) == nil)
  }

  @Test func duesOfOneBranchSayNothingOfAnotherWhoseRecordsMayNotBeRead() {
    var ledger = ledger(
      organizations: [organization("Q2")],
      members: [member(4, admitted: "2010-07-01"), member(9, in: "Q2", admitted: "2010-07-01")])
    ledger.dues = [
      DuesPayment(
        reference: Reference("D"), member: identifier("Q1M09"), month: Self.period("2026-01"),
        paid: 1)
    ]
    let day = date("2026-12-01")
    #expect(ledger.duesStanding(of: identifier("Q1M04"), on: day) == nil)
    #expect(ledger.duesWarnings(of: identifier("Q1M04"), on: day) == [])
    #expect(ledger.duesStanding(of: identifier("Q1M09"), on: day)?.monthsInArrears == 10)
    #expect(ledger.duesStandings(under: place("P1"), on: day).map(\.member.id.text) == ["Q1M09"])
    #expect(
      ledger.file(of: identifier("Q1M04"), on: day, catalog: catalogue)?.dues == nil)
  }

  @Test func aTemporaryBranchTakesNoDues() throws {
    var ledger = ledger(
      organizations: [organization(level: .temporaryBranch)],
      members: [member(4, admitted: "2010-07-01"), member(9)])
    ledger.dues = [
      DuesPayment(
        reference: Reference("D"), member: identifier("Q1M09"), month: Self.period("2026-01"),
        paid: 1)
    ]
    let standing = try #require(
      ledger.duesStanding(of: identifier("Q1M04"), on: date("2026-05-01")))
    #expect(standing.months == [])
  }
}
