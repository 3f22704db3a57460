import OrganizationLife
import Testing

@Suite struct MatterTests {
  let resolved = activity(id: "A1") {
    $0.items = [
      Item(title: "学习", kind: .study),
      Item(
        title: "讨论", kind: .discussion, resolution: "修订制度", owners: people(2),
        due: date("2026-04-01")),
      Item(title: "讨论", kind: .discussion, due: date("2026-05-01")),
    ]
  }
  let missed = activity("党课", on: "2026-03-20", id: "A2") {
    $0.present = people(1...3)
    $0.absent = [
      Absence(person: person(4), reason: "值班"), Absence(person: person(5), reason: "病假"),
    ]
  }

  func open(
    _ activities: [Activity], matters: [Matter] = [], on day: String = "2026-11-20",
    of organization: String? = nil, members: [Member] = fullMembers(1...6)
  ) -> [Matter] {
    var ledger = ledger(members: members, activities: activities)
    ledger.matters = matters
    return ledger.openMatters(
      on: date(day), of: organization.map(place), kinds: catalogue.kinds)
  }

  func record(
    _ source: String?, kind: String = "决议落实", state: String = "已办结", owners: [Person] = []
  ) -> Matter {
    Matter(
      reference: Reference("M1"), organization: place("Q1"), kind: kind, title: "记录",
      opened: date("2026-03-30"), owners: owners, source: source.map { Reference($0) },
      state: state)
  }

  @Test func resolutionsAndAbsencesAreMattersOfTheirOwn() {
    let found = open([resolved, missed])
    #expect(found.map(\.reference.text) == ["A1#2", "A1#3", "A2#Q1M04", "A2#Q1M05"])
    #expect(found.map(\.kind) == ["决议落实", "决议落实", "补学", "补学"])
    #expect(found.map(\.title) == ["讨论:修订制度", "讨论", "支部党课", "支部党课"])
    #expect(found.map(\.owners) == [people(2), [], people(4), people(5)])
  }

  @Test(
    "a matter's title says what is to be done, never the closing of a vote",
    arguments: [
      ("研究组织生活会准备", "同意方案，按时间节点推进。会后通知。", "研究组织生活会准备:同意方案，按时间节点推进"),
      (
        "讨论接收王五为预备党员", "应到会有表决权的正式党员15名，实到13名。经无记名投票表决，13票赞成，0票不赞成，0票弃权。",
        "讨论接收王五为预备党员"
      ),
      (
        "讨论接收王五为预备党员", "应到会有表决权的正式党员15名，实到13名。同意接收王五同志；由组织委员报批。",
        "讨论接收王五为预备党员:同意接收王五同志"
      ),
      ("", "月底前更新公开栏。", "月底前更新公开栏"), ("", "应到会15名。", "应到会15名"), ("更新公开栏", "更新公开栏。", "更新公开栏"),
      ("更新公开栏", "", "更新公开栏"),
    ])
  func titles(item: String, resolution: String, title: String) {
    let held = activity(id: "A1") {
      $0.items = [
        Item(title: item, kind: .discussion, resolution: resolution, due: date("2026-05-01"))
      ]
    }
    #expect(open([held]).map(\.title) == [title])
  }

  @Test func onlyKindsThatAreMadeUp() {
    let assembly = activity { $0.absent = [Absence(person: person(4), reason: "值班")] }
    let counted = activity("主题党日", on: "2026-03-21", id: "A3") {
      $0.counts = ["党课"]
      $0.absent = [Absence(person: person(4), reason: "值班")]
    }
    #expect(open([assembly, counted]).map(\.reference.text) == ["A3#Q1M04"])
  }

  @Test(
    arguments: [
      ("A1#2", "决议落实", "已办结", ["A1#3", "A2#Q1M04", "A2#Q1M05"]),
      ("A1#2", "决议落实", "办理中", ["A1#3", "M1", "A2#Q1M04", "A2#Q1M05"]),
      ("A2#Q1M04", "补学", "已办结", ["A1#2", "A1#3", "A2#Q1M05"]),
      ("A1#9", "决议落实", "已办结", ["A1#2", "A1#3", "A2#Q1M04", "A2#Q1M05"]),
      (nil, "检查问题", "待销号", ["A1#2", "A1#3", "A2#Q1M04", "A2#Q1M05", "M1"]),
    ] as [(String?, String, String, [String])])
  func aRecordTakesThePlaceOfWhatItNames(
    source: String?, kind: String, state: String, left: [String]
  ) {
    let found = open([resolved, missed], matters: [record(source, kind: kind, state: state)])
    #expect(Set(found.map(\.reference.text)) == Set(left))
    #expect(found.count == left.count)
  }

  @Test func oneLessonMadeUpBySeveral() {
    let record = record("A2", kind: "补学", owners: people(4))
    #expect(open([missed], matters: [record]).map(\.reference.text) == ["A2#Q1M05"])
  }

  @Test func theIdStaysWhenTheMeetingIsCorrected() {
    var corrected = resolved
    corrected.reference = Reference("A7")
    #expect(open([corrected]).map(\.reference.text) == ["A1#2", "A1#3"])
    #expect(open([corrected], matters: [record("A1#2")]).map(\.reference.text) == ["A1#3"])
    #expect(open([corrected], matters: [record("A7#2")]).map(\.reference.text) == ["A1#3"])
  }

  @Test func whoCameToTheOtherSittingHasNothingToMakeUp() {
    func sitting(_ text: String, _ day: String, present: [Person], absent: [Person]) -> Activity {
      activity("党课", on: day, id: "S\(text)") {
        $0.number = 1
        $0.sitting = text
        $0.present = present
        $0.absent = absent.map { Absence(person: $0, reason: "值班") }
      }
    }
    let found = open([
      sitting("1/2", "2026-03-20", present: people(1, 2), absent: people(3, 4)),
      sitting("2/2", "2026-03-22", present: people(3), absent: []),
    ])
    #expect(found.map(\.reference.text) == ["S1/2#Q1M04"])
  }

  @Test func whoLeftHasNothingToMakeUp() {
    let found = open([missed], members: fullMembers(1...4) + [member(5, until: "2026-06-30")])
    #expect(found.map(\.reference.text) == ["A2#Q1M04"])
  }

  @Test func whatComesLaterIsNotOpenYet() {
    #expect(open([resolved, missed], on: "2026-03-19").map(\.reference.text) == ["A1#2", "A1#3"])
    #expect(open([resolved, missed], on: "2026-03-11") == [])
  }

  @Test func ofAnOrganizationAndWhatIsBelow() {
    #expect(open([resolved], of: "P1").count == 2)
    #expect(open([resolved], of: "Q1").count == 2)
    #expect(open([resolved], of: "Q2") == [])
  }

  @Test(arguments: [("2026-04-01", 0), ("2026-04-02", 1), ("2026-05-02", 2)])
  func overdueTheDayAfter(day: String, count: Int) {
    #expect(open([resolved, missed]).overdue(on: date(day)).count == count)
  }

  @Test func whatIsNotSignedOff() {
    var signed = resolved
    signed.isFinal = true
    signed.reference = Reference("A9")
    let ledger = ledger(
      members: fullMembers(1...6),
      activities: [missed, signed, resolved, activity("谈心谈话"), activity("自定")])
    func unsigned(_ id: String?, on day: String = "2026-11-20") -> [String] {
      ledger.unsigned(on: date(day), of: id.map(place), kinds: catalogue.kinds)
        .map(\.reference.text)
    }
    #expect(unsigned(nil) == ["A1", "A2"])
    #expect(unsigned("P1") == ["A1", "A2"])
    #expect(unsigned("Q1", on: "2026-03-12") == ["A1"])
  }
}
