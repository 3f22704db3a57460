import OrganizationLife
import Testing

@Suite struct MemberFileTests {
  /// Assemblies and lessons by month, attended or not.
  func meeting(
    _ kind: String, _ day: String, came: [Int], absent: [(Int, String)] = [], hours: Double? = nil
  ) -> Activity {
    activity(kind, on: day, id: "\(kind)-\(day)") {
      $0.present = came.map(person)
      $0.absent = absent.map { Absence(person: person($0.0), reason: $0.1) }
      $0.hours = hours
    }
  }

  func file(
    _ number: Int = 4, on day: String = "2026-11-20", members: [Member] = fullMembers(1...6),
    organizations: [Organization] = [], activities: [Activity] = [],
    change: (inout Ledger) -> Void = { _ in }
  ) throws -> MemberFile {
    var ledger = ledger(
      organizations: organizations, members: members, activities: activities)
    change(&ledger)
    return try #require(
      ledger.file(of: identifier(memberText(number)), on: date(day), catalog: catalogue))
  }

  @Test func anUnknownMemberHasNone() {
    let ledger = ledger(members: [member(1, since: "2026-03-01")])
    #expect(ledger.file(of: identifier("Q1M99"), on: date("2026-11-20"), catalog: catalogue) == nil)
    #expect(ledger.file(of: identifier("Q1M01"), on: date("2026-02-28"), catalog: catalogue) == nil)
  }

  @Test func attendanceByKindAndByMonth() throws {
    let file = try file(activities: [
      meeting("党员大会", "2025-12-30", came: [4]),
      meeting("党员大会", "2026-03-12", came: [1, 4]),
      meeting("党员大会", "2026-06-12", came: [1], absent: [(4, "值班")]),
      meeting("党课", "2026-03-20", came: [4], hours: 2),
      meeting("党课", "2026-06-20", came: [1], absent: [(4, "")], hours: 2),
      meeting("支委会", "2026-03-01", came: [1, 2, 3]),
      // Not of the year up to the day, or without a roster: says nothing.
      meeting("党课", "2026-11-21", came: [4]), meeting("党课", "2026-09-01", came: []),
    ])
    #expect(file.attendance.map(\.kind) == ["党员大会", "党课"])
    #expect(file.attendance.map(\.present) == [1, 1])
    #expect(file.attendance.map(\.expected) == [2, 2])
    #expect(file.attendance[0].attended.map(\.text) == ["党员大会-2026-03-12"])
    #expect(file.attendance[0].missed.map(\.text) == ["党员大会-2026-06-12"])
    #expect(file.months.map(\.expected) == [0, 0, 2, 0, 0, 2, 0, 0, 0, 0, 0, 0])
    #expect(file.months.map(\.present) == [0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    #expect(file.hours.done == 2)
    #expect(file.hours.evidence.map(\.text) == ["党课-2026-03-20"])
  }

  @Test func anOfficerIsExpectedInTheCommittee() throws {
    let file = try file(2, activities: [meeting("支委会", "2026-03-01", came: [1, 2])])
    #expect(file.attendance.map(\.kind) == ["支委会"])
    #expect(file.offices.map(\.post) == ["委员"])
    #expect(file.offices[0].evidence.map(\.text) == ["Q1-organization---zhang-2020-01-01"])
  }

  @Test func aMeetingInTwoSittingsIsOne() throws {
    func sitting(_ text: String, _ day: String, came: [Int], absent: [Int]) -> Activity {
      var found = meeting("党课", day, came: came, absent: absent.map { ($0, "值班") }, hours: 2)
      found.number = 1
      found.sitting = text
      return found
    }
    let file = try file(activities: [
      sitting("1/2", "2026-03-20", came: [1], absent: [4]),
      sitting("2/2", "2026-03-22", came: [4], absent: []),
    ])
    #expect(file.attendance.map(\.present) == [1])
    #expect(file.attendance.map(\.expected) == [1])
    #expect(file.hours.done == 2)
    #expect(file.absences == [])
  }

  @Test func attendanceFollowsATransfer() throws {
    var elsewhere = meeting("党员大会", "2026-06-12", came: [4])
    elsewhere.organization = place("Q2")
    let file = try file(
      members: [member(1), member(4), member(4, in: "Q2", since: "2026-05-01")],
      organizations: [organization("Q2")],
      activities: [
        meeting("党员大会", "2026-03-12", came: [4]), elsewhere,
        meeting("党员大会", "2026-09-12", came: [1]),
      ])
    #expect(file.attendance.map(\.present) == [2])
    #expect(file.attendance.map(\.expected) == [2])
    #expect(file.branch?.id.text == "Q2")
  }

  @Test func absencesAndTheirMakingUp() throws {
    let activities = [
      meeting("党课", "2026-03-20", came: [1], absent: [(4, "值班")]),
      meeting("党课", "2026-06-20", came: [1], absent: [(4, "")]),
      meeting("党员大会", "2026-06-21", came: [1], absent: [(4, "病假")]),
    ]
    let file = try file(activities: activities) { ledger in
      ledger.matters = [
        Matter(
          reference: Reference("M1"), organization: place("Q1"), kind: "补学", title: "补学",
          opened: date("2026-03-20"), source: Reference("党课-2026-03-20#Q1M04"),
          state: "已办结")
      ]
    }
    #expect(file.absences.map(\.reason) == ["值班", "", "病假"])
    #expect(file.absences.map(\.makeUp) == [.done(Reference("M1")), .pending, .notRequired])
    #expect(file.absences[0].evidence.map(\.text) == ["党课-2026-03-20", "M1"])
    #expect(
      file.contradictions.map(\.contradiction).contains(.absencesWithoutReason(count: 1)))
  }

  /// R32, R33.
  @Test(
    arguments: [
      (1, MemberStatus.full, false, 56.0), (4, .full, false, 32.0),
      (4, .probationary, false, 32.0), (4, .full, true, nil), (4, .activist, false, nil),
    ] as [(Int, MemberStatus, Bool, Double?)])
  func hoursTarget(number: Int, status: MemberStatus, retired: Bool, target: Double?) throws {
    let file = try file(number, members: [member(number, status: status, retired: retired)])
    #expect(file.hours.target == target)
    #expect(file.hours.missing == target ?? 0)
  }

  /// R31: 党龄 from 转正, the political birthday from admission.
  @Test func dates() throws {
    let file = try file(
      members: [member(4, admitted: "2008-07-01", confirmed: "2009-12-01")])
    #expect(file.partyAge == 16)
    #expect(file.birthday?.date == date("2026-07-01"))
    #expect(file.birthday?.years == 18)
    #expect(try self.file(members: [member(4, status: .probationary)]).partyAge == nil)
  }

  @Test func appraisalsByYear() throws {
    func meeting(_ day: String, _ resolution: String) -> Activity {
      activity("民主评议党员", on: day, id: day) {
        $0.items = [
          Item(title: "成员1", about: people(1), resolution: "优秀"),
          Item(title: "成员4", about: people(4), resolution: resolution),
        ]
      }
    }
    let file = try file(activities: [
      meeting("2023-12-10", "不定等次"), meeting("2024-12-10", "评为优秀"),
      meeting("2025-12-10", "基本合格"),
    ])
    #expect(file.appraisals.map(\.year) == [2025, 2024])
    #expect(file.appraisals.map(\.grade) == [.basicallyQualified, .excellent])
    #expect(file.appraisals[0].evidence.map(\.text) == ["2025-12-10#2"])
  }

  @Test(
    arguments: [
      ("优秀", AppraisalGrade.excellent), ("评定为合格等次", .qualified), ("基本合格", .basicallyQualified),
      ("不合格", .unqualified), ("不定等次", nil), ("", nil),
    ] as [(String, AppraisalGrade?)])
  func grades(text: String, grade: AppraisalGrade?) {
    #expect(AppraisalGrade(in: text) == grade)
  }

  @Test func writingsAndHonours() throws {
    func document(_ kind: String, _ day: String, _ author: Int, _ count: String?) -> Document {
      Document(
        reference: Reference("\(kind)-\(day)"), organization: place("Q1"), kind: kind,
        title: kind, date: date(day), authors: people(author),
        count: count.flatMap { Quantity($0) })
    }
    let file = try file { ledger in
      ledger.documents = [
        document("学习笔记", "2026-05-01", 4, "10"), document("学习笔记", "2026-03-01", 4, nil),
        document("学习笔记", "2025-03-01", 4, "7"), document("学习笔记", "2026-03-01", 1, "7"),
        document("心得体会", "2026-03-01", 4, nil), document("思想汇报", "2026-02-01", 4, nil),
      ]
      ledger.honors = [
        Honor(
          reference: Reference("H1"), organization: place("Q1"), date: date("2019-07-01"),
          level: "监狱", title: "优秀党员", recipients: people(4)),
        Honor(
          reference: Reference("H2"), organization: place("Q1"), date: date("2025-07-01"),
          level: "省局", title: "先进", recipients: people(1, 4)),
        Honor(
          reference: Reference("H3"), organization: place("Q1"), date: date("2025-07-01"),
          level: "省局", title: "先进", recipients: people(1)),
      ]
    }
    #expect(file.notes.count == 11)
    #expect(file.notes.newest == date("2026-05-01"))
    #expect(file.notes.evidence.map(\.text) == ["学习笔记-2026-03-01", "学习笔记-2026-05-01"])
    #expect(file.essays.count == 1)
    #expect(file.thoughtReports.count == 1)
    #expect(file.honors.map(\.reference.text) == ["H2", "H1"])
  }

  @Test func duesAreUnknownWhereNoneAreKept() throws {
    #expect(try file().dues == nil)
    func pay(_ member: Int, _ month: String, _ paid: Int?) throws -> DuesPayment {
      DuesPayment(
        reference: Reference("\(member)-\(month)"), member: identifier(memberText(member)),
        month: try #require(Period(month)), paid: paid)
    }
    let payments = [
      try pay(4, "2026-05", 3000), try pay(4, "2026-06", 3000), try pay(4, "2026-07", 3000),
      try pay(4, "2026-08", 3000), try pay(4, "2026-09", nil), try pay(1, "2026-05", 3000),
    ]
    let paying = try file(on: "2026-11-30") { $0.dues = payments }
    #expect(paying.dues?.paidThrough?.description == "2026-08")
    #expect(paying.dues?.unpaid.map(\.description) == ["2026-09", "2026-10"])
    #expect(!paying.contradictions.contains { $0.contradiction == .duesUnpaid(months: 2) })
    let late = try file(on: "2026-12-01") { $0.dues = payments }
    #expect(late.contradictions.map(\.contradiction).contains(.duesUnpaid(months: 3)))
    // A month left out in between is owed like one at the end, as in the list of dues.
    let between = payments.filter { $0.reference.text != "4-2026-06" }
    let leftOut = try file(on: "2026-11-30") { $0.dues = between }
    #expect(leftOut.dues?.paidThrough?.description == "2026-05")
    #expect(leftOut.dues?.unpaid.map(\.description) == ["2026-06", "2026-09", "2026-10"])
    // Never paid: since the store keeps dues, not since 2020.
    let never = try file(5, on: "2026-12-01") { $0.dues = payments }
    #expect(never.dues?.paidThrough == nil)
    #expect(never.contradictions.map(\.contradiction).contains(.duesUnpaid(months: 7)))
  }

  @Test func talksWithCommitteeAndWithMembers() throws {
    func talk(_ presider: Int, _ other: Int, _ id: String) -> Activity {
      activity("谈心谈话", on: "2026-05-05", id: id) {
        $0.presider = person(presider)
        $0.present = people(other)
      }
    }
    let file = try file(activities: [talk(1, 4, "T1"), talk(4, 5, "T2"), talk(5, 6, "T3")])
    #expect(file.talks?.withCommittee.map(\.text) == ["T1"])
    #expect(file.talks?.withMembers.map(\.text) == ["T2"])
    #expect(file.attendance == [])
  }

  struct Row: Sendable {
    var rule: String
    var on: String
    var contradiction: Contradiction
    var shown: Bool
  }

  @Test(arguments: [
    Row(
      rule: "R32", on: "2026-09-30", contradiction: .hoursShort(missing: 30, daysLeft: 92),
      shown: false),
    Row(
      rule: "R32", on: "2026-10-01", contradiction: .hoursShort(missing: 30, daysLeft: 91),
      shown: true),
    Row(
      rule: "R32", on: "2026-11-20", contradiction: .hoursShort(missing: 30, daysLeft: 41),
      shown: true),
    Row(rule: "R13", on: "2026-10-31", contradiction: .noTalkWithCommittee, shown: false),
    Row(rule: "R13", on: "2026-11-01", contradiction: .noTalkWithCommittee, shown: true),
    Row(rule: "R13", on: "2026-11-01", contradiction: .noTalkWithMember, shown: true),
    Row(
      rule: "连续缺席", on: "2026-11-20",
      contradiction: .consecutiveAbsences(count: 3, since: date("2026-05-05")), shown: true),
    Row(
      rule: "连续缺席", on: "2026-06-30",
      contradiction: .consecutiveAbsences(count: 2, since: date("2026-05-05")), shown: false),
    Row(
      rule: "R38", on: "2026-11-20",
      contradiction: .noParticipation(meetings: 3, since: date("2026-06-05")), shown: true),
    Row(
      rule: "R38", on: "2026-09-03",
      contradiction: .noParticipation(meetings: 3, since: date("2026-05-05")), shown: false),
    Row(rule: "R05", on: "2026-11-20", contradiction: .inNoGroup, shown: false),
  ])
  func contradictions(row: Row) throws {
    let file = try file(
      on: row.on,
      activities: [
        meeting("党课", "2026-03-05", came: [4], hours: 2),
        meeting("党员大会", "2026-05-05", came: [1], absent: [(4, "值班")]),
        meeting("党课", "2026-06-05", came: [1], absent: [(4, "值班")]),
        // Not marked at all: neither breaks the run nor adds to it.
        meeting("党课", "2026-06-25", came: [1]),
        meeting("党课", "2026-07-05", came: [1], absent: [(4, "出差")]),
      ])
    #expect(
      file.contradictions.map(\.contradiction).contains(row.contradiction) == row.shown,
      "\(row.rule)")
    #expect(file.contradictions.allSatisfy { !$0.evidence.isEmpty })
  }

  @Test func inNoGroupWhereThereAreSome() throws {
    let groups = [organization("Q1X1", level: .group, parent: "Q1")]
    let without = try file(organizations: groups)
    #expect(without.contradictions.map(\.contradiction).contains(.inNoGroup))
    let within = try file(members: [member(4, group: "Q1X1")], organizations: groups)
    #expect(!within.contradictions.map(\.contradiction).contains(.inNoGroup))
  }

  @Test func probationOver() throws {
    let file = try file(
      members: [member(4, status: .probationary, admitted: "2025-03-01")])
    #expect(
      file.contradictions.first?.contradiction == .probationEnded(on: date("2026-03-01")), "R30")
  }

  @Test func whoLeftHasAFileWithoutContradictions() throws {
    let file = try file(members: [member(4, until: "2026-06-30")])
    #expect(!file.isCurrent)
    #expect(file.contradictions == [])
  }

  @Test func restrictedTalksThatAreNotThereSayNothing() throws {
    var restricted = catalogue
    restricted.kinds = restricted.kinds.map { kind in
      var kind = kind
      kind.isRestricted = kind.id == "谈心谈话"
      return kind
    }
    let file = try #require(
      ledger(members: fullMembers(1...6)).file(
        of: identifier("Q1M04"), on: date("2026-11-20"), catalog: restricted))
    #expect(file.talks == nil)
    #expect(!file.contradictions.map(\.contradiction).contains(.noTalkWithCommittee))
  }
}
