import OrganizationLife
import RecordLog
import Testing
import Wording

@testable import Documents

/// A branch of eight full members and one on probation, and a meeting of some of them.
private struct SmallBranch {
  let ledger: Ledger
  var meeting: Activity

  init?(present: Int, votes: [Vote]) {
    guard let branch = OrganizationIdentifier("Q1"), let since = Day("2020-01-01"),
      let day = Day("2026-03-12"), let moment = Moment("2026-03-13T09:00:00+08:00")
    else { return nil }
    let members = (1...9).compactMap { number in
      MemberIdentifier("Q1M0\(number)").map { id in
        Member(
          reference: Reference("m\(number)"), id: id, name: "员\(number)", organization: branch,
          status: number == 9 ? .probationary : .full, since: since, enteredAt: moment)
      }
    }
    let organization = Organization(
      reference: Reference("o"), id: branch, name: "一监区党支部", level: .branch, parent: nil,
      since: since, enteredAt: moment)
    meeting = Activity(
      reference: Reference("Q1-activity-2026-limin-0001"), organization: branch, kind: "党员大会",
      date: day, enteredAt: moment, enteredBy: Person("Q1M01(员1)"))
    meeting.present = members.prefix(present).map(\.person)
    meeting.items = [Item(title: "讨论", kind: .vote, votes: votes)]
    ledger = Ledger(organizations: [organization], members: members, activities: [meeting])
  }
}

@Suite("The numbers that show adds to a meeting")
struct MeetingFiguresTests {
  /// 支部条例第十一条 (half or more present, more than half of those expected in favour); 细则第二十条
  /// (more than half present); 选举条例 (four fifths present, more than half of those present).
  @Test(
    "turnout, quorum and outcome",
    arguments: [
      (6, VoteCategory.ordinary, 5, true, true, 5, true),
      (6, .ordinary, 4, true, true, 5, false),
      (4, .ordinary, 4, true, true, 5, false),
      (3, .ordinary, 3, false, false, 5, false),
      (4, .admission, 4, true, false, 5, false),
      (5, .admission, 5, true, true, 5, true),
      (6, .election, 6, true, false, 4, false),
      (7, .election, 4, true, true, 4, true),
    ])
  func outcome(
    present: Int, category: VoteCategory, inFavour: Int, mayVote: Bool, mayVoteThis: Bool,
    needed: Int, passed: Bool
  ) throws {
    let branch = try #require(
      SmallBranch(present: present, votes: [Vote(category: category, inFavour: inFavour)]))
    let figures = MeetingFigures(of: branch.meeting, kind: nil, ledger: branch.ledger)
    #expect(
      figures.turnout
        == Turnout(expected: 9, present: present, eligible: 8, eligiblePresent: present))
    #expect(figures.mayVote == mayVote)
    let decision: VoteDecision = !mayVoteThis ? .noQuorum : passed ? .passed : .notPassed
    #expect(
      figures.outcomes
        == [[VoteOutcome(mayVote: mayVoteThis, needed: needed, decision: decision)]])
  }

  @Test("an item with one vote carries its outcome, one with two does not")
  func itemOutcome() throws {
    let one = try #require(SmallBranch(present: 6, votes: [Vote(inFavour: 6)]))
    let two = try #require(
      SmallBranch(present: 6, votes: [Vote(inFavour: 6), Vote(inFavour: 1)]))
    func json(_ branch: SmallBranch) -> String {
      RecordDocument.json([
        RecordDocument(
          type: "activity", fields: [Field("Id", "x")],
          judged: .init(
            activity: branch.meeting,
            figures: MeetingFigures(of: branch.meeting, kind: nil, ledger: branch.ledger)))
      ])
    }
    let outcome = #""mayVote": true, "needed": 5, "passed": true, "outcome": "passed""#
    #expect(json(one).contains("}], \(outcome), \"resolution\": \"\""))
    #expect(json(two).contains("}], \"resolution\": \"\""))
    #expect(
      json(one).contains(
        #""expected": 9, "present": 6, "eligible": 8, "eligiblePresent": 6, "mayVote": true, "items""#
      ))
  }

  @Test("of an election it says who was elected, and of each candidate what came of it")
  func election() throws {
    func vote(_ number: Int, _ inFavour: Int) -> Vote {
      Vote(subject: Person("Q1M0\(number)"), category: .election, inFavour: inFavour)
    }
    var branch = try #require(
      SmallBranch(
        present: 8, votes: [vote(1, 8), vote(2, 6), vote(3, 6), vote(4, 5), vote(9, 8), vote(5, 4)])
    )
    branch.meeting.items[0].seats = 2
    let figures = MeetingFigures(of: branch.meeting, kind: nil, ledger: branch.ledger)
    #expect(figures.outcomes[0].map(\.passed) == [true, false, false, false, false, false])
    let text = RecordDocument.json([
      RecordDocument(
        type: "activity", fields: [Field("Id", "x")],
        judged: .init(activity: branch.meeting, figures: figures))
    ])
    let words = text.components(separatedBy: "\"outcome\": \"").dropFirst().map {
      $0.prefix { $0 != "\"" }
    }
    #expect(words == ["elected", "tied", "tied", "outvoted", "withoutRight", "notElected"])
    #expect(text.contains(#""seats": 2, "elected": [{"id": "Q1M01""#))
    #expect(text.contains(#""seatsToVoteAgain": 1, "vacantSeats": 0"#))
  }

  @Test("a page says it in words")
  func page() throws {
    let branch = try #require(
      SmallBranch(
        present: 6,
        votes: [
          Vote(subject: Person("周×"), category: .admission, inFavour: 4, abstaining: 2)
        ]))
    let document = RecordDocument(
      type: "activity",
      fields: [
        Field("Id", "Q1-activity-2026-limin-0001"), Field("Date", "2026-03-12"),
        Field("Present", "Q1M01(员1)"), Field("Present", "Q1M02(员2)"), Field("Item", "讨论"),
        Field("Minutes", "逐个讨论。\n同意。"), Field("Vote", "类别=接收预备党员 赞成=4 弃权=2"),
        Field("By", "Q1M01(员1)"), Field("At", "2026-03-13T09:00:00+08:00"),
      ],
      judged: .init(
        activity: branch.meeting,
        figures: MeetingFigures(of: branch.meeting, kind: nil, ledger: branch.ledger)))
    let page = RecordPage(
      of: document, title: "第1次支部党员大会", remarks: [Phrase("已作废", "Withdrawn")],
      setting: .init(language: .chinese, columns: 80, width: testWidth))
    #expect(
      page.text == """
        第1次支部党员大会
        Q1-activity-2026-limin-0001
        ! 已作废
        应到9 实到6 · 有表决权应到8 实到6 · 可以表决

        日期          2026-03-12
        到会          员1、员2

        议题1 讨论
          记录          逐个讨论。
                        同意。
          表决          类别=接收预备党员 赞成=4 弃权=2
                        → 未通过(需赞成5票)
                        应到会有表决权的正式党员8名，实到6名。经表决，4票赞成，0票不赞
                        成，2票弃权

        员1 录入于 2026-03-13T09:00:00+08:00

        """)
  }
}
