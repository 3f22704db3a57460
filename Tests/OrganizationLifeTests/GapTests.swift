import OrganizationLife
import Testing

@Suite struct GapTests {
  let full = kind(
    "党员大会", items: [.study, .discussion, .vote, .report],
    needs: [
      "Number", "Start", "End", "Place", "Presider", "Recorder", "Present", "Item", "Minutes",
      "Signed",
    ])
  let ledger = OrganizationLifeTests.ledger(members: fullMembers(1...4))

  func complete(_ change: (inout Activity) -> Void = { _ in }) -> Activity {
    activity { activity in
      activity.number = 1
      activity.start = time("14:30")
      activity.end = time("16:00")
      activity.place = "二楼会议室"
      activity.presider = person(1)
      activity.recorder = person(2)
      activity.present = people(1...3)
      activity.absent = [Absence(person: person(4), reason: "值班")]
      activity.items = [Item(title: "学习", kind: .study, minutes: "学习了")]
      activity.isFinal = true
      activity.signatures = [Signature(person: person(1), day: date("2026-03-13"))]
      change(&activity)
    }
  }

  @Test func aCompleteRecordHasNone() {
    #expect(ledger.gaps(in: complete(), kind: full) == [])
  }

  @Test func anEmptyRecordLacksEverythingInPaperOrder() {
    let gaps = ledger.gaps(in: activity(), kind: full)
    #expect(
      gaps.map(\.field) == [
        "Number", "Start", "End", "Place", "Presider", "Recorder", "Present", "Item", "Minutes",
        "Signed",
      ])
    #expect(
      gaps.contains { gap in
        if case .unmarked(let members) = gap { members.count == 4 } else { false }
      })
  }

  @Test func aKindThatNeedsNothingLacksNothing() {
    #expect(ledger.gaps(in: activity(), kind: assembly) == [])
  }

  @Test(arguments: [
    ("Lecturer", true), ("Hours", true), ("Sessions", true), ("Headcount", true),
    ("Summary", true), ("Title", true), ("Attending", true), ("Date", false),
    ("Organization", false), ("Kind", false),
  ])
  func fieldsThatAKindNeeds(field: String, isMissing: Bool) {
    let kind = kind("党课", needs: [field])
    #expect(
      ledger.gaps(in: activity("党课"), kind: kind) == (isMissing ? [.empty(field: field)] : []))
  }

  @Test func attendance() {
    let kind = kind("党课", needs: ["Present"])
    let ticked = activity("党课") {
      $0.present = people(1)
      $0.video = people(2)
      $0.absent = [Absence(person: person(3), reason: "")]
    }
    #expect(
      ledger.gaps(in: ticked, kind: kind)
        == [.unmarked([member(4)]), .absenceWithoutReason(person(3))])
    let counted = activity("党课") { $0.headcount = Quantity("126") }
    #expect(ledger.gaps(in: counted, kind: kind) == [])
  }

  @Test func whoCameToTheOtherSittingIsMarked() {
    let kind = kind("党课", needs: ["Present"])
    let first = activity("党课", on: "2026-03-10") {
      $0.number = 3
      $0.sitting = "1/2"
      $0.present = people(1, 2)
    }
    let second = activity("党课") {
      $0.number = 3
      $0.sitting = "2/2"
      $0.present = people(3)
    }
    let ledger = OrganizationLifeTests.ledger(members: fullMembers(1...4), activities: [first])
    #expect(ledger.gaps(in: second, kind: kind) == [.unmarked([member(4)])])
  }

  struct Row: Sendable {
    var rule: String
    var item: Item
    var gaps: [Gap]
  }

  @Test(arguments: [
    Row(
      rule: "1.3 逐人发言要点", item: Item(title: "一", kind: .study),
      gaps: [.itemWithoutMinutes(item: 1)]),
    Row(rule: "环节", item: Item(title: "一", kind: .part, minutes: "重温"), gaps: []),
    Row(
      rule: "headings alone are no minutes",
      item: Item(title: "一", kind: .study, minutes: "本人汇报:\n讨论：\n\n王五:"),
      gaps: [.itemWithoutMinutes(item: 1)]),
    Row(
      rule: "a heading of the order of business with nothing below it",
      item: Item(
        title: "一", kind: .study,
        minutes: "本人汇报:\n介绍人意见:\n王五:\n同意\n支委会审查意见:合格\n讨论：\n表决:全票\n本人表态:"),
      gaps: [.headingsWithoutText(item: 1, headings: ["本人汇报", "讨论", "本人表态"])]),
    Row(
      rule: "a speaker with the words on the next line",
      item: Item(title: "一", kind: .study, minutes: "王五:\n同意\n孙丽:"), gaps: []),
    Row(
      rule: "1.3 决议", item: Item(title: "一", kind: .discussion, minutes: "略"),
      gaps: [.itemWithoutResolution(item: 1)]),
    Row(
      rule: "无决议 only for 讨论 and 表决", item: Item(title: "一", kind: .report, minutes: "略"),
      gaps: []),
    Row(rule: "无决议 only for 讨论 and 表决", item: Item(title: "一", minutes: "略"), gaps: []),
    Row(
      rule: "1.3 表决结果", item: Item(title: "一", kind: .vote, minutes: "略", resolution: "同意"),
      gaps: [.voteWithoutNumbers(item: 1, vote: nil)]),
    Row(
      rule: "1.3 表决结果",
      item: Item(
        title: "一", kind: .vote, minutes: "略", votes: [Vote(method: "举手")], resolution: "同意"),
      gaps: [.voteWithoutNumbers(item: 1, vote: 1)]),
    Row(
      rule: "1.3 表决方式",
      item: Item(
        title: "一", kind: .vote, minutes: "略", votes: [Vote(inFavour: 3)], resolution: "同意"),
      gaps: [.voteWithoutMethod(item: 1, vote: 1)]),
    Row(
      rule: "R24",
      item: Item(
        title: "一", kind: .vote, minutes: "略",
        votes: [
          Vote(category: .election, method: "无记名", inFavour: 3, tellers: people(2)),
          Vote(category: .election, method: "无记名", inFavour: 3, scrutineers: people(3)),
        ], resolution: "当选"),
      gaps: [
        .ballotWithoutScrutineer(item: 1, vote: 1), .ballotWithoutTeller(item: 1, vote: 2),
      ]),
    Row(
      rule: "R28 无记名",
      item: Item(
        title: "一", kind: .vote, minutes: "略",
        votes: [Vote(category: .admission, method: "举手", inFavour: 3)], resolution: "同意"),
      gaps: [.voteNotSecret(item: 1, vote: 1, category: .admission)]),
    Row(
      rule: "1.3 责任人和时限",
      item: Item(title: "一", kind: .report, minutes: "略", owners: people(2)),
      gaps: [.resolutionWithoutDue(item: 1)]),
    Row(
      rule: "1.3 责任人和时限",
      item: Item(title: "一", kind: .report, minutes: "略", due: date("2026-04-01")),
      gaps: [.resolutionWithoutOwner(item: 1)]),
    Row(
      rule: "1.3 责任人和时限",
      item: Item(
        title: "一", kind: .report, minutes: "略", owners: people(2), due: date("2026-04-01")),
      gaps: []),
  ])
  func items(row: Row) {
    let gaps = ledger.gaps(in: complete { $0.items = [row.item] }, kind: full)
    #expect(gaps == row.gaps, "\(row.rule)")
    #expect(gaps.allSatisfy { $0.item == 1 })
  }

  @Test func minutesOfTheWholeStandForThoseOfItsItems() {
    let held = complete {
      $0.items = [Item(title: "一", kind: .study)]
      $0.minutes = "全程记录"
    }
    #expect(ledger.gaps(in: held, kind: full) == [])
  }

  @Test func signing() {
    #expect(ledger.gaps(in: complete { $0.isFinal = false }, kind: full) == [.unsigned])
    #expect(ledger.gaps(in: complete { $0.signatures = [] }, kind: full) == [.unsigned])
  }
}
