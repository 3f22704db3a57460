import OrganizationLife
import Testing

/// 补学: each absence from a lesson or theme day opens one, closed by a later record or a signature.
@Suite struct MakeUpTests {
  static let missed = activity("党课", on: "2026-03-20", id: "L") {
    $0.presider = person(1)
    $0.present = people(1, 2, 3)
    $0.absent = [
      Absence(person: person(4), reason: "值班"), Absence(person: person(5), reason: "押解"),
    ]
  }

  func lines(
    _ activities: [Activity], documents: [Document] = [], matters: [Matter] = []
  ) -> [MakeUpLine] {
    var ledger = ledger(members: fullMembers(1...6), activities: activities)
    ledger.documents = documents
    ledger.matters = matters
    let days = date("2026-01-01")...date("2026-12-31")
    let found = ledger.makeUps(
      of: place("P1"), in: days, on: date("2026-12-31"), catalog: catalogue)
    // The list of a branch, of its members, the open matters and the checklist agree.
    for line in found {
      let own = ledger.makeUps(
        of: line.person.id ?? identifier("NONE"), in: days, on: date("2026-12-31"),
        catalog: catalogue)
      #expect(own.contains(line))
    }
    let open = ledger.openMatters(on: date("2026-12-31"), of: nil, kinds: catalogue.kinds)
    #expect(
      Set(open.filter { $0.kind == "补学" && $0.source != nil }.map(\.owners))
        .isSuperset(of: found.filter(\.isOpen).map { [$0.person] }))
    #expect(
      found.filter { !$0.isOpen }.allSatisfy { line in
        !open.contains { $0.reference == line.reference }
      })
    return found
  }

  @Test func eachAbsenceOpensOne() {
    let found = lines([Self.missed])
    #expect(found.map(\.reference.text) == ["L#Q1M04", "L#Q1M05"])
    #expect(found.map(\.reason) == ["值班", "押解"])
    #expect(found.map(\.isOpen) == [true, true])
  }

  @Test func awayFromBothSittingsIsMadeUpOnce() {
    var first = Self.missed
    first.number = 4
    first.sitting = "1/2"
    let second = activity("党课", on: "2026-03-22", id: "M") {
      $0.number = 4
      $0.sitting = "2/2"
      $0.present = people(5)
      $0.absent = [Absence(person: person(4), reason: "值班")]
    }
    #expect(lines([first, second]).map(\.reference.text) == ["L#Q1M04"])
  }

  @Test func aLaterSessionClosesItForThoseWhoCame() {
    let session = activity("政治学习", on: "2026-03-25", id: "S") {
      $0.tags = ["维度=学用", "补学=L"]
      $0.present = people(1, 4)
    }
    #expect(lines([Self.missed, session]).map(\.closing) == [.session(Reference("S")), nil])
    var earlier = session
    earlier.date = date("2026-03-19")
    #expect(lines([Self.missed, earlier]).map(\.isOpen) == [true, true])
  }

  @Test func aReadingListSigned() {
    let list = Document(
      reference: Reference("D"), organization: place("Q1"), kind: "传阅", title: "传阅单",
      date: date("2026-03-26"), authors: people(5), tags: ["补学=L"])
    #expect(
      lines([Self.missed], documents: [list]).map(\.closing) == [nil, .document(Reference("D"))])
  }

  @Test func theOwnSignatureOnTheRecord() {
    var signed = Self.missed
    signed.signatures = [
      Signature(person: person(1), day: date("2026-03-21")),
      Signature(person: person(4), day: date("2026-03-22")),
    ]
    #expect(lines([signed]).map(\.closing) == [.signature(Reference("L")), nil])
    signed.signatures = [Signature(person: person(4), day: date("2026-03-19"))]
    #expect(lines([signed]).map(\.isOpen) == [true, true])
  }

  @Test func theSecretarySignsForTheMeeting() {
    var held = Self.missed
    held.presider = person(2)
    held.present = people(2, 3)
    held.absent = [Absence(person: person(1), reason: "出差")]
    held.signatures = [Signature(person: person(1), day: date("2026-03-22"))]
    #expect(lines([held]).map(\.isOpen) == [true])
  }

  @Test func aRecordedMatterCloses() {
    let matter = Matter(
      reference: Reference("M"), organization: place("Q1"), kind: "补学", title: "补学",
      opened: date("2026-03-20"), owners: people(4), source: Reference("L#Q1M04"),
      state: "已办结")
    #expect(
      lines([Self.missed], matters: [matter]).map(\.closing) == [.matter(Reference("M")), nil])
    var open = matter
    open.state = "办理中"
    #expect(lines([Self.missed], matters: [open]).map(\.isOpen) == [true, true])
  }

  @Test func theTagNamesAnyVersion() {
    var corrected = Self.missed
    corrected.reference = Reference("L2")
    for name in ["L", "L2"] {
      let session = activity("政治学习", on: "2026-03-25", id: "S") {
        $0.tags = ["补学=\(name)"]
        $0.present = people(4)
      }
      #expect(lines([corrected, session]).map(\.isOpen) == [false, true], "\(name)")
    }
  }
}

/// Two sittings of one meeting, put together for its numbers.
@Suite struct SittingTests {
  func sitting(
    _ index: Int, _ day: String, present: [Person], absent: [Int] = [], vote: Vote? = nil
  ) -> Activity {
    activity(on: day, id: "S\(index)") {
      $0.number = 3
      $0.sitting = "\(index)/2"
      $0.present = present
      $0.absent = absent.map { Absence(person: person($0), reason: "值班") }
      if let vote { $0.items = [Item(title: "修订制度", kind: .vote, votes: [vote])] }
    }
  }

  @Test("of two items with one title, the second is judged as the second, at each sitting")
  func itemsOfOneTitle() throws {
    // 3 + 4 of 10 for the first, 3 + 2 for the second.
    let items = [[3, 3], [4, 2]].map { numbers in
      numbers.map { Item(title: "其他", kind: .vote, votes: [Vote(inFavour: $0, against: 1)]) }
    }
    var (first, second) = (
      sitting(1, "2026-03-12", present: people(1...5)),
      sitting(2, "2026-03-14", present: people(6...10))
    )
    (first.items, second.items) = (items[0], items[1])
    // Told apart by what was said, the votes at the first being the same.
    first.items[1].minutes = "第二项"
    let ledger = ledger(members: fullMembers(1...10), activities: [first, second])
    for activity in [first, second] {
      let decisions = activity.items.map { item in
        ledger.outcome(of: item.votes[0], in: item, of: activity, kind: assembly).decision
      }
      #expect(decisions == [.passed, .notPassed], "\(activity.reference)")
    }
  }

  @Test func rosterQuorumAndVotesTogether() throws {
    let first = sitting(
      1, "2026-03-12", present: people(1...4), absent: [5, 6, 7, 8, 9, 10],
      vote: Vote(inFavour: 4, issued: 4))
    let second = sitting(
      2, "2026-03-14", present: people(5...7), absent: [9],
      vote: Vote(inFavour: 2, abstaining: 1, issued: 3))
    let ledger = ledger(members: fullMembers(1...10), activities: [first, second])
    let meeting = ledger.meeting(of: second)
    #expect(meeting.sittings.count == 2)
    let whole = try #require(meeting.merged)
    #expect(whole.present == people(1...7))
    #expect(whole.absent.map(\.person) == people(8, 9, 10))
    #expect(whole.items.count == 1)
    #expect(whole.items.first?.votes.first?.inFavour == 6)
    #expect(whole.items.first?.votes.first?.issued == 7)
    #expect(
      ledger.turnout(of: meeting, kind: assembly)
        == Turnout(expected: 10, present: 7, eligible: 10, eligiblePresent: 7))
    // The vote of either sitting is judged by the whole, of which neither warns.
    for activity in [first, second] {
      let item = activity.items[0]
      #expect(
        ledger.outcome(of: item.votes[0], in: item, of: activity, kind: assembly)
          == VoteOutcome(mayVote: true, needed: 6, decision: .passed))
      #expect(
        ledger.resolutionNumbers(of: item.votes[0], in: item, of: activity, kind: assembly)?
          .inFavour == 6)
      #expect(ledger.warnings(in: activity, kind: assembly).isEmpty)
    }
    let own = try #require(ledger.organization(place("Q1"), on: date("2026-03-31")))
    let answer = ledger.answer(
      .lawfulQuorum, for: own, in: Period(.quarter, containing: date("2026-03-31")),
      on: date("2026-03-31"), catalog: catalogue)
    #expect(answer.answer == .met)
  }

  @Test func oneSittingAloneIsNotEnough() throws {
    let first = sitting(
      1, "2026-03-12", present: people(1...4), vote: Vote(inFavour: 4))
    let ledger = ledger(members: fullMembers(1...10), activities: [first])
    let item = first.items[0]
    #expect(
      !ledger.outcome(of: item.votes[0], in: item, of: first, kind: assembly).mayVote)
    let own = try #require(ledger.organization(place("Q1"), on: date("2026-03-31")))
    #expect(
      ledger.answer(
        .lawfulQuorum, for: own, in: Period(.quarter, containing: date("2026-03-31")),
        on: date("2026-03-31"), catalog: catalogue
      ).answer == .unmet)
  }

  @Test(
    "sittings of one number belong together for 62 days; what is one of one stands by itself",
    arguments: [
      ("1/2", "2/2", "2026-05-13", 1), ("1/2", "2/2", "2026-05-14", 2),
      ("1/1", "1/1", "2026-03-14", 2), ("1/2", "2/3", "2026-03-14", 2),
    ])
  func howFarApart(first: String, second: String, day: String, meetings: Int) {
    let held = [(first, "2026-03-12"), (second, day)].map { sitting, day in
      activity(on: day, id: day) {
        $0.number = 3
        $0.sitting = sitting
      }
    }
    #expect(Meeting.gather(held).count == meetings)
    let ledger = ledger(members: [], activities: held)
    for sitting in held {
      #expect(ledger.otherSittings(of: sitting).count == 2 - meetings)
      #expect((ledger.whole(of: sitting) == nil) == (meetings == 2))
    }
  }

  @Test("meetings of a kind without numbers: each sitting goes on with the one before it")
  func withoutNumbers() {
    let held = [
      ("1/2", "2026-03-01"), ("2/2", "2026-03-10"), ("1/2", "2026-03-20"), ("2/2", "2026-03-30"),
    ].map { sitting, day in
      activity("政治学习", on: day, id: day) { $0.sitting = sitting }
    }
    let ledger = ledger(members: [], activities: held)
    #expect(
      held.map { ledger.otherSittings(of: $0).map(\.reference.text) } == [
        ["2026-03-10"], ["2026-03-01"], ["2026-03-30"], ["2026-03-20"],
      ])
    // Whatever day one begins to look on.
    let days = date("2026-03-05")...date("2026-12-31")
    #expect(
      ledger.meetings(of: place("Q1"), in: days).map { $0.evidence.map(\.text) }
        == [["2026-03-20", "2026-03-30"]])
    #expect(
      Meeting.gather(Array(held[1...])).map { $0.evidence.map(\.text) }
        == [["2026-03-10"], ["2026-03-20", "2026-03-30"]])
  }

  @Test("the same sitting again is of another meeting; one without another stays as it stands")
  func aSittingAlone() {
    let held = ["2026-03-01", "2026-03-10"].map { day in
      activity("政治学习", on: day, id: day) {
        $0.sitting = "1/2"
        $0.present = people(1, 1, 2)
      }
    }
    #expect(Meeting.gather(held).map(\.merged) == held)
  }

  @Test func leftOutAtEachSittingIsLeftOut() throws {
    var first = sitting(1, "2026-03-12", present: people(1...4))
    var second = sitting(2, "2026-03-14", present: people(5...7))
    first.excluded = [
      Exclusion(person: person(9), reason: "卧床"), Exclusion(person: person(10), reason: "卧床"),
    ]
    second.excluded = [Exclusion(person: person(10), reason: "卧床")]
    let ledger = ledger(members: fullMembers(1...10), activities: [first, second])
    let meeting = ledger.meeting(of: first)
    #expect(ledger.turnout(of: meeting, kind: assembly)?.expected == 9)
  }
}

/// A snapshot entered late that later ones overrule.
@Suite struct OverruledTests {
  func entered(_ member: Member, _ day: String) -> Member {
    var member = member
    member.enteredAt = Moment("\(day)T09:00:00+08:00") ?? writtenAt
    return member
  }

  let first = member(4, group: "Q1X1", since: "2020-01-01")
  var moved: Member {
    entered(member(4, group: "Q1X2", since: "2026-03-01"), "2026-03-01")
  }

  @Test func whatItChangedEndsWhereTheNextBegins() throws {
    // Retired from 1 February, entered in May, after the move to another group was entered.
    let late = entered(member(4, group: "Q1X1", since: "2026-02-01", retired: true), "2026-05-10")
    let ledger = ledger(members: [first, moved, late])
    let found = ledger.overruledSnapshots(of: identifier("Q1M04"))
    let overruled = try #require(found.first)
    #expect(found.count == 1)
    #expect(overruled.late == late)
    #expect(overruled.endsOn == date("2026-02-28"))
    #expect(overruled.later.map(\.snapshot) == [moved])
    #expect(overruled.fields == [OverruledField(name: "Category", before: "在职", late: "离退休")])
    // Nothing is carried on by itself.
    #expect(ledger.member(identifier("Q1M04"), on: date("2026-03-01"))?.isRetired == false)
  }

  @Test func whatTheLaterOneDecidedItselfStays() {
    // The group was changed by both.
    let late = entered(member(4, group: "Q1X3", since: "2026-02-01"), "2026-05-10")
    #expect(
      ledger(members: [first, moved, late]).overruledSnapshots(of: identifier("Q1M04")) == [])
  }

  @Test func whatWasWrittenAfterKnewOfIt() {
    let late = entered(member(4, group: "Q1X1", since: "2026-02-01", retired: true), "2026-02-20")
    #expect(
      ledger(members: [first, moved, late]).overruledSnapshots(of: identifier("Q1M04")) == [])
  }

  @Test func whatWasWrittenInTheSameMomentKnewOfIt() {
    let late = entered(member(4, group: "Q1X1", since: "2026-02-01", retired: true), "2026-03-01")
    #expect(
      ledger(members: [first, moved, late]).overruledSnapshots(of: identifier("Q1M04")) == [])
  }

  @Test func asFarAsNobodyChangedItAgain() {
    let late = entered(member(4, group: "Q1X1", since: "2026-02-01", retired: true), "2026-09-10")
    let again = entered(member(4, group: "Q1X2", since: "2026-06-01", retired: true), "2026-06-01")
    let last = entered(member(4, group: "Q1X1", since: "2026-08-01", retired: true), "2026-08-01")
    let found = ledger(members: [first, moved, again, last, late])
      .overruledSnapshots(of: identifier("Q1M04"))
    #expect(found.map { $0.later.map(\.snapshot.since) } == [[date("2026-03-01")]])
  }

  @Test func ofAnOrganizationToo() {
    func snapshot(_ since: String, officers: [Int], entered: String, elected: String)
      -> Organization
    {
      var found = organization(since: since, elected: elected, officers: officers)
      found.enteredAt = Moment("\(entered)T09:00:00+08:00") ?? writtenAt
      return found
    }
    let ledger = ledger(
      organizations: [
        snapshot("2020-01-01", officers: [1], entered: "2020-01-01", elected: "2024-01-10"),
        snapshot("2026-03-01", officers: [1, 2], entered: "2026-03-01", elected: "2024-01-10"),
        snapshot("2026-02-01", officers: [1], entered: "2026-04-01", elected: "2025-01-10"),
      ], members: [])
    let found = ledger.overruledSnapshots(of: place("Q1"))
    #expect(found.first?.fields.map(\.name) == ["Elected"])
  }
}
