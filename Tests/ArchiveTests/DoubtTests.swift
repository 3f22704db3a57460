import Archive
import OrganizationLife
import RecordLog
import Testing

/// What can hardly be so is kept, is said at its line when it is added, and stands in `verify` and
/// in 迎检自查.
@Suite("Records that can hardly be so") struct DoubtTests {
  struct Row: Sendable {
    var note: String
    /// Records that are there before.
    var before = ""
    var text: String
    /// `LINE FIELD what`, for each notice that is a doubt.
    var said: [String]
  }

  static let step = "%rec: procedure\n\nOrganization: Q1\nKind: 发展党员\nSubject: Q1M08\n"
  static let dues = "%rec: dues\n\nOrganization: Q1\nMember: Q1M01\n"
  static let person = "%rec: member\n\nMember: Q1M77\nName: 钱多\nOrganization: Q1\n"
  static let meeting = "%rec: activity\n\nOrganization: Q1\nKind: 党员大会\nDate: 2026-03-12\nItem: 一\n"

  static let rows: [Row] = [
    Row(note: "a step of the procedure", text: step + "Step: 半年考察\nDate: 2026-03-01\n", said: []),
    Row(note: "its end", text: step + "Step: 终止\nDate: 2026-03-01\n", said: []),
    Row(
      note: "a step that it has not", text: step + "Step: 月考察\nDate: 2026-03-01\n",
      said: ["6 Step unknownStep"]),
    Row(
      note: "a procedure that is not there",
      text: step.replacing("发展党员", with: "发展群众") + "Step: 半年考察\nDate: 2026-03-01\n",
      said: ["4 Kind unknownProcedure"]),
    Row(
      note: "going on from another person's step",
      before: step.replacing("Q1M08", with: "Q1M07") + "Step: 半年考察\nDate: 2026-02-01\n",
      text: step + "Step: 半年考察\nDate: 2026-03-01\nFollows: Q1-procedure-2026-li-0001\n",
      said: ["8 Follows followsOther"]),
    Row(
      note: "going on from the same person's step",
      before: step + "Step: 递交入党申请书\nDate: 2026-02-01\n",
      text: step + "Step: 党组织派人谈话\nDate: 2026-03-01\nFollows: Q1-procedure-2026-li-0001\n",
      said: []),
    Row(
      note: "going on from another procedure",
      before: step.replacing("发展党员", with: "组织关系转接") + "Step: 提出申请\nDate: 2026-02-01\n",
      text: step + "Step: 半年考察\nDate: 2026-03-01\nFollows: Q1-procedure-2026-li-0001\n",
      said: ["8 Follows followsOther"]),
    Row(
      note: "on the roll on the eighteenth birthday",
      text: person + "Status: 正式党员\nBorn: 2008-01-01\nSince: 2026-01-01\n", said: []),
    Row(
      note: "the day before it",
      text: person + "Status: 正式党员\nBorn: 2008-01-02\nSince: 2026-01-01\n",
      said: ["7 Born underAge"]),
    Row(
      note: "a year may mean its first day",
      text: person + "Status: 正式党员\nBorn: 1990\nApplied: 2008-01\nSince: 2026-01-01\n", said: []),
    Row(
      note: "applied too young, whatever day of the month is meant",
      text: person + "Status: 正式党员\nBorn: 1990-03\nApplied: 2008-02\nSince: 2026-01-01\n",
      said: ["7 Born underAge"]),
    Row(
      note: "born when nobody knows", text: person + "Status: 正式党员\nBorn: 早年\nSince: 2026-01-01\n",
      said: []),
    Row(
      note: "a full member put down as probationary",
      before: person + "Status: 正式党员\nSince: 2026-01-01\n",
      text: person + "Status: 预备党员\nSince: 2026-02-01\n", said: ["6 Status statusLowered"]),
    Row(
      note: "probation that ended without", before: person + "Status: 预备党员\nSince: 2026-01-01\n",
      text: person + "Status: 入党申请人\nSince: 2026-02-01\n", said: []),
    Row(
      note: "who left and begins anew",
      before: person + "Status: 正式党员\nSince: 2026-01-01\nUntil: 2026-01-15\nLeft: 除名\n",
      text: person + "Status: 入党申请人\nSince: 2026-02-01\n", said: []),
    Row(note: "due on the day of the meeting", text: meeting + "Due: 2026-03-12\n", said: []),
    Row(
      note: "due the day before", text: meeting + "Due: 2026-03-11\n",
      said: ["7 Due dueBeforeMeeting"]),
    Row(
      note: "the right rate", text: dues + "Month: 2026-10\nBase: 8000.00\nRate: 1.5%\n", said: []),
    Row(
      note: "the rate of the band below", text: dues + "Month: 2026-10\nBase: 5000.01\nRate: 1%\n",
      said: ["7 Rate otherRate"]),
    Row(
      note: "the border belongs to the band below",
      text: dues + "Month: 2026-10\nBase: 5000.00\nRate: 1.0%\n", said: []),
    Row(
      note: "a rate that nobody pays", text: dues + "Month: 2026-10\nBase: 8000.00\nRate: 5%\n",
      said: ["7 Rate otherRate"]),
    Row(
      note: "a base beyond all bases",
      text: dues + "Month: 2026-10\nBase: 100000000.01\nRate: 2%\n",
      said: ["6 Base baseTooLarge"]),
    Row(
      note: "the largest base", text: dues + "Month: 2026-10\nBase: 100000000.00\nRate: 2%\n",
      said: []),
    Row(note: "the month that runs", text: dues + "Month: 2026-11\nPaid: 1.00\n", said: []),
    Row(
      note: "the month to come", text: dues + "Month: 2026-12\nPaid: 1.00\n",
      said: ["5 Month monthToCome"]),
    Row(
      note: "of another organisation's member",
      text: dues.replacing("Q1M01", with: "DWM1") + "Month: 2026-10\n",
      said: ["3 Organization otherBranch"]),
    Row(
      note: "entered by the level above",
      text: dues.replacing("Organization: Q1", with: "Organization: DW") + "Month: 2026-10\n",
      said: []),
    Row(
      note: "an organisation below another",
      text: "%rec: organization\n\nOrganization: Q9\nName: 九监区党支部\nLevel: 党支部\n"
        + "Parent: DW\nSince: 2026-01-01\n", said: []),
    Row(
      note: "a day of lessons", text: meeting.replacing("Item: 一", with: "Hours: 24"), said: []),
    Row(
      note: "more than a day has", text: meeting.replacing("Item: 一", with: "Hours: 24.5"),
      said: ["6 Hours hoursBeyondDays"]),
    Row(
      note: "within two days",
      text: meeting.replacing("Item: 一", with: "EndDate: 2026-03-13\nHours: 48"), said: []),
    Row(
      note: "as many as a province has",
      text: meeting.replacing("Item: 一", with: "Headcount: 100000"), said: []),
    Row(
      note: "more", text: meeting.replacing("Item: 一", with: "Headcount: 100001+"),
      said: ["6 Headcount countTooLarge"]),
    Row(note: "as many seats as members", text: meeting + "Seats: 8\n", said: []),
    Row(
      note: "more seats than members", text: meeting + "Seats: 9\n",
      said: ["7 Seats seatsBeyondMembers"]),
    Row(
      note: "paid twice", before: dues + "Month: 2026-10\nPaid: 1.00\n",
      text: dues + "Month: 2026-10\nPaid: 1.00\n", said: ["5 Month monthPaidTwice"]),
    Row(
      note: "paid after it was reckoned", before: dues + "Month: 2026-10\nBase: 8000.00\n",
      text: dues + "Month: 2026-10\nPaid: 120.00\n", said: []),
  ]

  @Test(arguments: rows)
  func isSaidEverywhere(row: Row) throws {
    let sandbox = try Sandbox.withBranch()
    if !row.before.isEmpty { try sandbox.add(row.before) }
    let today = try day("2026-11-20")
    let result = EntryCheck(try sandbox.archive()).check(
      Array(row.text.utf8), source: "a", today: today)
    #expect(result.faults == [], "\(row.note)")
    let said = result.notices.compactMap { notice -> String? in
      guard case .doubt(let doubt) = notice.kind else { return nil }
      return "\(notice.line) \(notice.field) \(name(of: doubt))"
    }
    #expect(said == row.said, "\(row.note)")
    try sandbox.add(row.text)
    let archive = try sandbox.archive()
    let kept = archive.check(try archive.store.examine().files, on: today).filter { fault in
      if case .doubt = fault.problem { return true }
      return false
    }
    #expect(kept.map { "\($0.field ?? "")" } == row.said.map(Self.field), "\(row.note)")
    #expect(kept.allSatisfy { !$0.isFault && $0.line > 0 })
    let listed = archive.ledger.inspection(
      of: 2026, under: nil, on: today, catalog: archive.catalog
    ).filter(isDoubt)
    #expect(listed.count == row.said.count, "\(row.note)")
  }

  private static func field(_ text: String) -> String {
    text.split(separator: " ").dropFirst().first.map(String.init) ?? ""
  }

  private func isDoubt(_ line: InspectionLine) -> Bool {
    if case .doubt = line.finding { return true }
    return false
  }

  private func name(of doubt: RecordDoubt) -> String {
    Mirror(reflecting: doubt).children.first?.label ?? ""
  }

  @Test("a day to come is said when it is added, by verify, and in the year that runs")
  func daysToCome() throws {
    let sandbox = try Sandbox.withBranch()
    let text = Self.meeting.replacing("2026-03-12", with: "2199-01-01")
    let today = try day("2026-11-20")
    let result = EntryCheck(try sandbox.archive()).check(
      Array(text.utf8), source: "a", today: today)
    #expect(result.notices.map(\.kind).contains(.afterToday(try day("2199-01-01"))))
    try sandbox.add(text)
    let archive = try sandbox.archive()
    let doubts = archive.ledger.doubts(on: today, catalog: archive.catalog).map(\.doubt)
    #expect(doubts == [.afterToday(try day("2199-01-01"), field: "Date")])
    func listed(_ year: Int) -> Int {
      archive.ledger.inspection(of: year, under: nil, on: today, catalog: archive.catalog)
        .count(where: isDoubt)
    }
    #expect(listed(2026) == 1)
    #expect(listed(2025) == 0)
  }

  /// What is told by fields alone: at its line when it is added, and by verify.
  @Test(arguments: [
    ("%rec: figure\n\nOrganization: Q1\nIndicator: 人数\nPeriod: 2026\nValue: 999,999,999,999\n", ""),
    (
      "%rec: figure\n\nOrganization: Q1\nIndicator: 人数\nPeriod: 2026\nValue: 1234567890123\n",
      "Value"
    ),
    (
      "%rec: document\n\nOrganization: Q1\nKind: 心得\nTitle: 一\nDate: 2026-03-01\nCount: 100001\n",
      "Count"
    ),
    (
      "%rec: matter\n\nOrganization: Q1\nKind: 检查问题\nTitle: 甲\nOpened: 2026-03-01\n"
        + "State: 待销号\nFollows: Q1-matter-2026-li-0001\n", ""
    ),
    (
      "%rec: matter\n\nOrganization: Q1\nKind: 检查问题\nTitle: 甲\nOpened: 2026-03-02\n"
        + "State: 待销号\nFollows: Q1-matter-2026-li-0001\n", ""
    ),
    (
      "%rec: matter\n\nOrganization: Q1\nKind: 检查问题\nTitle: 乙\nOpened: 2026-03-02\n"
        + "State: 待销号\nFollows: Q1-matter-2026-li-0001\n", "Follows"
    ),
    (
      "%rec: matter\n\nOrganization: DW\nKind: 检查问题\nTitle: 甲\nOpened: 2026-03-01\n"
        + "State: 待销号\nFollows: Q1-matter-2026-li-0001\n", "Follows"
    ),
    (
      "%rec: team\n\nOrganization: Q1\nKind: 突击队\nName: 甲\nSince: 2026-01-01\n"
        + "Follows: Q1-team---li-0001\n", ""
    ),
    (
      "%rec: team\n\nOrganization: Q1\nKind: 责任区\nName: 甲\nSince: 2026-01-01\n"
        + "Follows: Q1-team---li-0001\n", "Follows"
    ),
  ])
  func toldByFields(text: String, field: String) throws {
    let sandbox = try Sandbox.withBranch()
    try sandbox.add(
      "%rec: matter\n\nOrganization: Q1\nKind: 检查问题\nTitle: 甲\nOpened: 2026-03-01\n"
        + "State: 办理中\n\n%rec: team\n\nOrganization: Q1\nKind: 突击队\nName: 甲\n"
        + "Since: 2026-01-01\n")
    let today = try day("2026-11-20")
    let result = EntryCheck(try sandbox.archive()).check(
      Array(text.utf8), source: "a", today: today)
    #expect(result.faults == [])
    let said = result.notices.compactMap { notice -> String? in
      if case .doubt = notice.kind { notice.field } else { nil }
    }
    #expect(said == (field.isEmpty ? [] : [field]), "\(text)")
    try sandbox.add(text)
    let archive = try sandbox.archive()
    let kept = archive.check(try archive.store.examine().files, on: today).filter { fault in
      if case .doubt = fault.problem { true } else { false }
    }
    #expect(kept.map(\.field) == (field.isEmpty ? [] : [field]), "\(text)")
  }

  @Test("dues of one month twice in one file are said at the second")
  func twiceInOneFile() throws {
    let sandbox = try Sandbox.withBranch()
    let one = Self.dues + "Month: 2026-10\nPaid: 1.00\n"
    let result = EntryCheck(try sandbox.archive()).check(
      Array((one + "\n" + one).utf8), source: "a", today: try day("2026-11-20"))
    #expect(result.notices.map(\.line) == [12])
    #expect(
      result.notices.map(\.kind) == [
        .doubt(.monthPaidTwice(Period(.month, containing: try day("2026-10-01")), nil))
      ])
  }

  @Test(
    "a superior that is below the organisation is refused, and where it stands already a fault",
    arguments: [
      (before: "", parent: "Q9"), (before: "Parent: Q9\n", parent: "Z9"),
    ])
  func parentCircle(before: String, parent: String) throws {
    let sandbox = try Sandbox.withBranch()
    if !before.isEmpty {
      try sandbox.add(
        "%rec: organization\n\nOrganization: Q9\nName: 九监区党支部\nLevel: 党支部\nParent: DW\n"
          + "Since: 2026-01-01\n\nOrganization: Z9\nName: 第九党总支\nLevel: 党总支\n\(before)"
          + "Since: 2026-01-01\n")
    }
    let text =
      "%rec: organization\n\nOrganization: Q9\nName: 九监区党支部\nLevel: 党支部\nParent: \(parent)\n"
      + "Since: 2026-03-01\n"
    let today = try day("2026-11-20")
    let result = EntryCheck(try sandbox.archive()).check(
      Array(text.utf8), source: "a", today: today)
    let way = try (parent == "Q9" ? ["Q9"] : ["Z9", "Q9"]).map { try organization($0) }
    #expect(result.faults.map(\.problem) == [.parentCircle(way)])
    #expect(result.faults.map(\.line) == [6])
    try sandbox.write("organization", fields(text.replacing("%rec: organization\n\n", with: "")))
    let archive = try sandbox.archive()
    let kept = archive.check(try archive.store.examine().files, on: today)
      .filter { $0.problem == .entry(.parentCircle(way)) }
    #expect(kept.count == 1 && kept.allSatisfy(\.isFault))
  }
}
