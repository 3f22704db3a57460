import Archive
import OrganizationLife
import RecordLog
import Testing

@Suite struct EntryCheckTests {
  /// One record of a file with one thing wrong: where it is said, and what.
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var line: Int
    var field: String?
    var item: Int?
    var problem: EntryProblem

    init(
      _ text: String, _ line: Int, _ field: String?, item: Int? = nil, _ problem: EntryProblem
    ) {
      self.text = text
      self.line = line
      self.field = field
      self.item = item
      self.problem = problem
    }

    var testDescription: String { "\(problem)" }
  }

  /// Five lines; what a case adds begins on line 6.
  static let meeting = "%rec: activity\n\nOrganization: Q1\nKind: 党员大会\nDate: 2026-03-12\n"
  static let attended = meeting + "Present: Q1M01\nPresent: Q1M02\nItem: 一\nItemKind: 表决\n"
  static let matter = "%rec: matter\n\nOrganization: Q1\nKind: 办实事\nTitle: 一\nState: 办理中\n"
  static let member = "%rec: member\n\nOrganization: Q1\nStatus: 正式党员\nSince: 2026-01-01\n"

  static var cases: [Case] {
    guard let four = TimeOfDay("16:00"), let two = TimeOfDay("14:00") else { return [] }
    return cases(four: four, two: two)
  }

  static func cases(four: TimeOfDay, two: TimeOfDay) -> [Case] {
    [
      Case("Kind: 党课\n", 1, nil, .noType),
      Case("%rec: meeting\n\nKind: 党课\n", 3, nil, .unknownType("meeting")),
      Case(meeting + "Id: Q1-activity-2026-li-0009\n", 6, "Id", .reservedField),
      Case(meeting + "By: Q1M01\n", 6, "By", .reservedField),
      Case(meeting + "At: 2026-03-12T10:00:00+08:00\n", 6, "At", .reservedField),
      Case(meeting + "Sum: 0\n", 6, "Sum", .reservedField),
      Case(
        "%rec: activity\n\nOrganization: Q1\nDate: 2026-03-12\n", 3, "Kind", .value(.missing)),
      Case("%rec: activity\n\nOrganization: Q1\nKind: 党课\n", 3, "Date", .value(.missing)),
      Case(
        "%rec: activity\n\nKind: 党课\nDate: 2026-03-12\n", 3, "Organization", .value(.missing)),
      Case(
        "%rec: activity\n\nOrganization: Q1\nKind: 党课\nDate: 2026-02-30\n", 5, "Date",
        .value(.doesNotExist("2026-02-30"))),
      Case(
        "%rec: activity\n\nOrganization: Q9\nKind: 党课\nDate: 2026-03-12\n", 3, "Organization",
        .unknownOrganization("Q9")),
      Case(
        "%rec: activity\n\nOrganization: 一支部\nKind: 党课\nDate: 2026-03-12\n", 3, "Organization",
        .value(.notAnOrganization("一支部"))),
      Case(meeting + "Start: 9:00\n", 6, "Start", .value(.notATime("9:00"))),
      Case(meeting + "Sitting: 一\n", 6, "Sitting", .value(.notASitting("一"))),
      Case(meeting + "Number: 一\n", 6, "Number", .value(.notANumber("一"))),
      Case(meeting + "Hours: 两\n", 6, "Hours", .value(.notADecimal("两"))),
      Case(meeting + "Headcount: 约20\n", 6, "Headcount", .value(.notAQuantity("约20"))),
      Case(
        meeting + "State: 好\n", 6, "State",
        .value(.unknownChoice("好", allowed: ["未定稿", "定稿"]))),
      Case(meeting + "Place: 一\nPlace: 二\n", 7, "Place", .value(.repeated)),
      Case(meeting + "Place: 一\n+ 二\n", 6, "Place", .value(.severalLines)),
      Case(meeting + "Due: 2026-04-01\n", 6, "Due", .value(.outsideItem)),
      Case(meeting + "Present: Q1M99\n", 6, "Present", .unknownMember("Q1M99")),
      Case(meeting + "Presider: Q1M99\n", 6, "Presider", .unknownMember("Q1M99")),
      Case(meeting + "Present: 李敏\n", 6, "Present", .value(.notAMember("李敏"))),
      Case(
        meeting + "Present: Q1M01(陈晓)\n", 6, "Present",
        .nameMismatch(id: "Q1M01", given: "陈晓", known: ["李敏"])),
      Case(
        meeting + "Absent: Q1M05(陈晓) 值班\n", 6, "Absent",
        .nameMismatch(id: "Q1M05", given: "陈晓", known: ["王五"])),
      Case(
        meeting + "Absent: Q1M05 值班 批准=Q1M77\n", 6, "Absent", .unknownMember("Q1M77")),
      Case(meeting + "Excluded: Q1M06\n", 6, "Excluded", .value(.incomplete("Q1M06"))),
      Case(meeting + "Presider: 李\u{200B}敏\n", 6, "Presider", .invisibleCharacter(0x200B)),
      Case(
        meeting + "Start: 16:00\nEnd: 14:00\n", 7, "End",
        .activity(.endsBeforeStart(start: four, end: two))),
      Case(
        meeting + "EndDate: 2026-03-11\n", 6, "EndDate",
        .activity(
          .endDateBeforeDate(
            date: date("2026-03-12"), endDate: date("2026-03-11")))),
      Case(
        meeting + "Present: Q1M05\nAbsent: Q1M05 值班\n", 7, "Absent",
        .activity(.listedTwice(Person("Q1M05(王五)"), first: .present, second: .absent))),
      Case(
        meeting + "Late: Q1M05\n", 6, "Late",
        .activity(.notPresent(Person("Q1M05(王五)"), in: .late))),
      Case(attended + "Seats: 三\n", 10, "Seats", item: 1, .value(.notANumber("三"))),
      Case(meeting + "Seats: 3\n", 6, "Seats", .value(.outsideItem)),
      Case(attended + "Vote: 类别=普通\n", 10, "Vote", item: 1, .value(.voteWithout("赞成"))),
      Case(
        attended + "Vote: 赞成=2 监票=Q1M99\n", 10, "Vote", item: 1, .unknownMember("Q1M99")),
      Case(
        attended + "Due: 2026-04-31\n", 10, "Due", item: 1,
        .value(.doesNotExist("2026-04-31"))),
      Case(meeting + "State: 定稿\n", 6, "Signed", .signatureMissing),
      Case(meeting + "Minutes: a\u{1B}b\n", 6, nil, .grammar(.forbiddenCharacter(0x1B))),
      Case(meeting + "Minutes: a\u{202E}b\n", 6, nil, .grammar(.forbiddenCharacter(0x202E))),
      Case(meeting + "标题: 一\n", 6, nil, .grammar(.badFieldName("标题"))),
      Case(matter, 3, "Opened", .value(.missing)),
      Case(
        matter + "Opened: 2026-04-10\nDue: 2026-04-01\n", 8, "Due",
        .dayBefore(
          date("2026-04-01"), other: "Opened", otherDay: date("2026-04-10"))),
      Case(
        matter + "Opened: 2026-04-10\nSource: Q1-activity-2026-li-0099#1\n", 8, "Source",
        .unknownReference("Q1-activity-2026-li-0099#1")),
      Case(
        member + "Member: Q1M01\nName: 李明\n", 6, "Member", .identifierTaken(id: "Q1M01", by: "李敏")),
      Case(member + "Member: q1m9\nName: 李明\n", 6, "Member", .value(.notAMember("q1m9"))),
      Case(
        member + "Member: Q1M20\nName: 李明\nGroup: Q1Z\n", 8, "Group",
        .unknownOrganization("Q1Z")),
      Case(
        member + "Member: Q1M20\nName: 李明\nUntil: 2025-12-31\n", 8, "Until",
        .dayBefore(
          date("2025-12-31"), other: "Since", otherDay: date("2026-01-01"))),
      Case(
        "%rec: dues\n\nOrganization: Q1\nMember: Q1M05\nMonth: 2026-13\n", 5, "Month",
        .value(.notAMonth("2026-13"))),
      Case(
        "%rec: dues\n\nOrganization: Q1\nMember: Q1M05\nMonth: 2026-03\nPaidOn: 2999-01-01\n", 6,
        "PaidOn", .value(.outsideYears("2999-01-01"))),
      Case(
        "%rec: dues\n\nOrganization: Q1\nMember: Q1M05\nMonth: 2026-03\nRate: abc\n", 6, "Rate",
        .value(.notARate("abc"))),
      Case(
        "%rec: dues\n\nOrganization: Q1\nMember: Q1M05\nMonth: 2026-03\nRate: -1%\n", 6, "Rate",
        .value(.notARate("-1%"))),
      Case(
        "%rec: dues\n\nOrganization: Q1\nMember: Q1M05\nMonth: 2026-03\nRate: 1.5\n", 6, "Rate",
        .value(.notARate("1.5"))),
      Case(
        "%rec: dues\n\nOrganization: Q1\nMember: Q1M05\nMonth: 2026-03\nBase: 1e9\n", 6, "Base",
        .value(.notAnAmount("1e9"))),
      Case(
        "%rec: dues\n\nOrganization: Q1\nMember: Q1M05\nMonth: 2026-03\nBase: 1000000000.00\n", 6,
        "Base", .value(.tooLarge("1000000000.00"))),
      Case(
        "%rec: dues\n\nOrganization: Q1\nMember: Q1M05\nMonth: 2026-03\nPaid: 50\n", 6, "Paid",
        .value(.notAnAmount("50"))),
      Case(
        "%rec: activity\n\nWithdraws: Q1-activity-2026-li-0099\nReason: 一\n", 3, "Withdraws",
        .unknownReference("Q1-activity-2026-li-0099")),
      Case(
        "%rec: activity\n\nWithdraws: 上次\nReason: 一\n", 3, "Withdraws",
        .value(.notAReference("上次"))),
      Case(
        meeting + "Corrects: Q1-activity-2026-li-0099\n", 6, "Corrects",
        .unknownReference("Q1-activity-2026-li-0099")),
    ]
  }

  /// A day that exists, for a table; another would not be found in what is expected.
  static func date(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

  /// Read once: a case changes nothing.
  static let archive = Result { try Sandbox.withBranch().archive() }

  @Test(arguments: cases) func saysWhatIsWrongAndWhere(wrong: Case) throws {
    let result = EntryCheck(try Self.archive.get()).check(
      Array(wrong.text.utf8), source: "三月.rec", today: try day("2026-11-20"))
    #expect(
      result.faults == [
        EntryFault(
          source: "三月.rec", line: wrong.line, record: 0, field: wrong.field, item: wrong.item,
          problem: wrong.problem)
      ])
  }

  /// Numbers of a vote that do not fit together are said at their line, and the record is kept.
  @Test(arguments: [
    (
      "Vote: 赞成=3 不赞成=0 弃权=0\n",
      ActivityFault.votesBeyondVoters(item: 1, vote: 1, given: 3, most: 2)
    ),
    (
      "Vote: 类别=普通 赞成=2 书面=1\n", .writtenNotAllowed(item: 1, vote: 1, category: .ordinary)
    ),
    (
      "Vote: 类别=选举 对象=Q1M03 赞成=2 发出=2 收回=3\n",
      .returnedBeyondIssued(item: 1, vote: 1, returned: 3, issued: 2)
    ),
    ("Vote: 赞成=2 有效=1\n", .votesBeyondValid(item: 1, vote: 1, given: 2, valid: 1)),
  ])
  func keepsWhatHappened(vote: String, fault: ActivityFault) throws {
    let result = EntryCheck(try Self.archive.get()).check(
      Array((Self.attended + vote).utf8), source: "三月.rec", today: try day("2026-11-20"))
    #expect(result.faults == [])
    #expect(result.records.count == 1)
    let kept = result.notices.filter { if case .activity = $0.kind { true } else { false } }
    #expect(
      kept == [
        EntryNotice(
          source: "三月.rec", line: 10, record: 0, field: "Vote", kind: .activity(fault))
      ])
    // What the rules say of it stands beside.
    #expect(result.notices.contains { if case .warning = $0.kind { true } else { false } })
  }

  @Test func saysEverythingThatIsWrongInAllRecords() throws {
    let sandbox = try Sandbox.withBranch()
    let text =
      Self.meeting + "Start: 9:00\nPresent: Q1M99\n\nOrganization: Q1\nKind: 聚餐\nDate: 昨天\n\n"
      + "%rec: matter\n\nOrganization: Q1\n"
    let result = EntryCheck(try sandbox.archive()).check(
      Array(text.utf8), source: "a", today: try day("2026-11-20"))
    #expect(result.faults.map(\.line) == [6, 7, 10, 11, 15, 15, 15, 15])
    #expect(result.faults.map(\.record) == [0, 0, 1, 1, 2, 2, 2, 2])
    #expect(
      result.faults.map(\.field)
        == ["Start", "Present", "Kind", "Date", "Kind", "Title", "Opened", "State"])
    guard case .unknownKind("聚餐", let known) = result.faults[2].problem else {
      Issue.record("\(result.faults[2])")
      return
    }
    #expect(known.first == "党员大会")
  }

  @Test func completesWhatItIsGiven() throws {
    let sandbox = try Sandbox.withBranch()
    let text =
      Self.meeting
      + "Presider: Q1M01\nPresent: Q1M01\nPresent: Q1M02(陈晓)\nVideo: Q1M03\n"
      + "Absent: Q1M05 值班 批准=Q1M01\nExcluded: Q1M06 卧床\nAttending: 刘×(政治处)\nLate: Q1M02\n"
      + "Minutes: 一\t二 \nSummary:\nWeather: 晴\nItem: 接收\nItemKind: 表决\nAbout: Q1M08\n"
      + "Vote: 对象=Q1M08 类别=接收预备党员 方式=无记名 赞成=3 反对=0 弃权=0 监票=Q1M02、Q1M03\nOwner: Q1M02\n"
    let result = EntryCheck(try sandbox.archive()).check(
      Array(text.utf8), source: "a", today: try day("2026-11-20"))
    #expect(result.faults == [])
    #expect(
      result.records == [
        NewRecord(
          type: "activity", organization: "Q1",
          fields: [
            Field("Organization", "Q1"), Field("Kind", "党员大会"), Field("Date", "2026-03-12"),
            Field("Presider", "Q1M01(李敏)"), Field("Present", "Q1M01(李敏)"),
            Field("Present", "Q1M02(陈晓)"), Field("Video", "Q1M03(张建国)"),
            Field("Absent", "Q1M05(王五) 值班 批准=Q1M01(李敏)"), Field("Excluded", "Q1M06(周一) 卧床"),
            Field("Attending", "刘×(政治处)"), Field("Late", "Q1M02(陈晓)"),
            Field("Minutes", "一    二"), Field("Weather", "晴"), Field("State", "未定稿"),
            Field("Item", "接收"), Field("ItemKind", "表决"), Field("About", "Q1M08(赵磊)"),
            Field(
              "Vote",
              "对象=Q1M08(赵磊) 类别=接收预备党员 方式=无记名 赞成=3 不赞成=0 弃权=0 "
                + "监票=Q1M02(陈晓)、Q1M03(张建国)"),
            Field("Owner", "Q1M02(陈晓)"),
          ])
      ])
    let said = result.notices.map(\.kind).filter { if case .warning = $0 { false } else { true } }
    #expect(said == [.cleaned([.tabs, .trailingBlanks]), .unknownField])
  }

  @Test func whatTheSameFileIntroducesIsKnown() throws {
    let sandbox = try Sandbox()
    let result = EntryCheck(try sandbox.archive()).check(
      Array(
        (Sandbox.branch + "\n" + Self.attended + "Vote: 赞成=2 不赞成=0 弃权=0\n").utf8),
      source: "a", today: try day("2026-11-20"))
    #expect(result.faults == [])
    #expect(result.records.count == 15)
    #expect(
      result.records[1].all("Officer") == ["Q1M01(李敏) 书记", "Q1M02(陈晓) 副书记", "Q1M03(张建国) 组织委员"])
    #expect(result.records.last?.all("Present") == ["Q1M01(李敏)", "Q1M02(陈晓)"])
  }

  @Test func correctionsNameTheNewestVersion() throws {
    let sandbox = try Sandbox.withBranch()
    let first = try #require(try sandbox.add(Self.meeting).first)
    let second = try #require(
      try sandbox.add(Self.meeting + "Place: 一楼\nCorrects: \(first)\n").first)
    let version = try sandbox.version(second)
    let archive = try sandbox.archive()
    #expect(archive.record(Reference(second))?.first("Corrects") == (try sandbox.version(first)))
    func check(_ corrects: String) throws -> EntryResult {
      EntryCheck(archive).check(
        Array((Self.meeting + "Place: 二楼\nCorrects: \(corrects)\n").utf8), source: "a",
        today: try day("2026-11-20"))
    }
    #expect(try check(first).records.first?.first("Corrects") == version)
    #expect(try check(version).faults == [])
    // Whoever started from an older version has to look again.
    #expect(
      try check(sandbox.version(first)).faults.map(\.problem) == [
        .outdated(first, newest: second)
      ])
    #expect(try check("\(second) 00000000").faults.map(\.problem) == [.otherSum(second)])
  }

  @Test func reasonsAreAskedForWhenTheyAreOwed() throws {
    let sandbox = try Sandbox.withBranch()
    let open = try #require(try sandbox.add(Self.meeting).first)
    let signed = Self.meeting + "State: 定稿\nSigned: Q1M01 2026-03-13\n"
    let closed = try #require(try sandbox.add(signed).first)
    let matter = try #require(try sandbox.add(Self.matter + "Opened: 2026-04-01\n").first)
    let archive = try sandbox.archive()
    func problems(_ text: String) throws -> [EntryProblem] {
      EntryCheck(archive).check(
        Array(text.utf8), source: "a", today: try day("2026-11-20")
      ).faults.map(\.problem)
    }
    // 未定稿 needs none, not even to be signed off.
    #expect(try problems(Self.meeting + "Corrects: \(open)\n") == [])
    #expect(try problems(signed + "Corrects: \(open)\n") == [])
    #expect(try problems(signed + "Corrects: \(closed)\n") == [.reasonMissing])
    #expect(try problems(signed + "Corrects: \(closed)\nReason: 错字\n") == [])
    let correction = Self.matter + "Opened: 2026-04-02\nCorrects: \(matter)\n"
    #expect(try problems(correction) == [.reasonMissing])
    #expect(try problems("%rec: activity\n\nWithdraws: \(open)\n") == [.reasonMissing])
    #expect(
      try problems("%rec: activity\n\nWithdraws: \(open)\nReason: 一\nKind: 党课\n")
        == [.notInWithdrawal])
    #expect(
      try problems("%rec: activity\n\nWithdraws: \(open)\nReason: 一\nCorrects: \(open)\n")
        == [.severalLinks])
    #expect(
      try problems("%rec: activity\n\nWithdraws: \(matter)\nReason: 一\n")
        == [.otherType(matter, type: "matter")])
  }

  @Test func whatIsWithdrawnTakesNoMore() throws {
    let sandbox = try Sandbox.withBranch()
    let id = try #require(try sandbox.add(Self.meeting).first)
    try sandbox.add("%rec: activity\n\nWithdraws: \(id)\nReason: 没有开\n")
    let archive = try sandbox.archive()
    for text in [
      "%rec: activity\n\nWithdraws: \(id)\nReason: 一\n", Self.meeting + "Corrects: \(id)\n",
      Self.meeting + "Follows: \(id)\n",
    ] {
      let result = EntryCheck(archive).check(
        Array(text.utf8), source: "a", today: try day("2026-11-20"))
      #expect(result.faults.map(\.problem) == [.withdrawn(id)])
    }
  }

  @Test func aMemberKeepsTheId() throws {
    let sandbox = try Sandbox.withBranch()
    let archive = try sandbox.archive()
    let li = try #require(archive.ledger.members.values.joined().first { $0.name == "李敏" })
    func problems(_ text: String) throws -> [EntryProblem] {
      EntryCheck(archive).check(
        Array((Self.member + text).utf8), source: "a", today: try day("2026-11-20")
      ).faults.map(\.problem)
    }
    #expect(
      try problems("Member: Q1M02\nName: 陈晓\nCorrects: \(li.reference)\nReason: 一\n")
        == [.identityChanged(from: "Q1M01", to: "Q1M02")])
    // A new name needs a word of why.
    #expect(try problems("Member: Q1M01\nName: 李慧敏\nReason: 改名\n") == [])
    #expect(try problems("Member: Q1M01\nName: 李敏\nGroup: Q1B\n") == [])
  }

  @Test func duesAndWhatFollowsRestrictedRecordsAreRestricted() throws {
    let sandbox = try Sandbox.withBranch()
    let dues = "%rec: dues\n\nOrganization: Q1\nMember: Q1M05\nMonth: 2026-03\n"
    let id = try #require(try sandbox.add(dues).first)
    let archive = try sandbox.archive()
    #expect(archive.record(Reference(id))?.isRestricted == true)
    let result = EntryCheck(archive).check(
      Array("%rec: dues\n\nWithdraws: \(id)\nReason: 一\n".utf8), source: "a",
      today: try day("2026-11-20"))
    #expect(result.records.map(\.restricted) == [true])
    #expect(result.records.map(\.organization) == ["Q1"])
  }

  @Test func aFindingIsClosedByTheLevelThatOpenedIt() throws {
    let sandbox = try Sandbox.withBranch()
    let finding =
      "%rec: matter\n\nOrganization: Q1\nKind: 检查问题\nTitle: 缺签字\nOpened: 2026-04-01\n"
    let officer = Author(writer: "gao", by: "DWM1(高远)")
    let opened = try sandbox.write(
      "matter", try fields(finding + "State: 办理中\n"), by: officer)
    let archive = try sandbox.archive()
    let closing = finding + "State: 已办结\nClosed: 2026-05-01\nFollows: \(opened)\n"
    func problems(by author: String) throws -> [EntryProblem] {
      EntryCheck(archive, author: Person(author)).check(
        Array(closing.utf8), source: "a", today: try day("2026-11-20")
      ).faults.map(\.problem)
    }
    #expect(
      try problems(by: "Q1M01(李敏)") == [.closedByOtherLevel(opener: Person("DWM1(高远)"))])
    #expect(try problems(by: "DWM1(高远)") == [])
  }

  @Test func saysWhatLooksOdd() throws {
    let sandbox = try Sandbox.withBranch()
    let text = Self.meeting + "Start: 09:00\nPresent: DWM1\nCounts: 政治学习\n"
    let first = try #require(try sandbox.add(text).first)
    let archive = try sandbox.archive()
    let result = EntryCheck(archive).check(
      Array(text.utf8), source: "a", today: try day("2026-03-11"))
    #expect(result.faults == [])
    #expect(
      result.notices.map(\.kind) == [
        .perhapsTwice(Reference(first)), .afterToday(try day("2026-03-12")),
        .notExpected(Person("DWM1(高远)")), .countsNotForeseen("政治学习"),
      ])
    #expect(result.notices.map(\.line) == [3, 5, 7, 8])
  }
}
