import OrganizationLife
import Testing

/// R02–R04, R20–R28: votes, elections, who has a vote.
@Suite struct VoteRuleTests {
  struct Row: RuleRow {
    var rule: String
    var category: VoteCategory
    var eligible: Int
    var present: Int
    var inFavour: Int
    var written = 0
    var mayVote: Bool
    var needed: Int
    var passed: Bool

    init(
      _ rule: String, _ category: VoteCategory, _ numbers: (e: Int, p: Int, y: Int),
      written: Int = 0, _ mayVote: Bool, _ needed: Int, _ passed: Bool
    ) {
      self.rule = rule
      self.category = category
      (eligible, present, inFavour) = numbers
      self.written = written
      self.mayVote = mayVote
      self.needed = needed
      self.passed = passed
    }
  }

  static let votes = [
    // R02: half is enough to hold an ordinary vote.
    Row("R02", .ordinary, (10, 4, 4), false, 6, false),
    Row("R02", .ordinary, (10, 5, 5), true, 6, false),
    Row("R02", .ordinary, (10, 6, 6), true, 6, true),
    Row("R02", .ordinary, (11, 5, 5), false, 6, false),
    Row("R02", .ordinary, (11, 6, 6), true, 6, true),
    Row("R02", .ordinary, (1, 0, 0), false, 1, false),
    Row("R02", .discipline, (14, 7, 7), true, 8, false),
    // R03: more than half of those expected, not of those present.
    Row("R03", .ordinary, (10, 10, 5), true, 6, false),
    Row("R03", .ordinary, (10, 10, 6), true, 6, true),
    Row("R03", .ordinary, (10, 8, 5), true, 6, false),
    Row("R03", .ordinary, (11, 7, 5), true, 6, false),
    Row("R03", .ordinary, (11, 7, 6), true, 6, true),
    Row("R03", .ordinary, (50, 26, 25), true, 26, false),
    Row("R03", .ordinary, (50, 26, 26), true, 26, true),
    // R04: half of the committee, and a majority of all of it.
    Row("R04", .committee, (5, 2, 2), false, 3, false),
    Row("R04", .committee, (5, 3, 3), true, 3, true),
    Row("R04", .committee, (4, 1, 1), false, 3, false),
    Row("R04", .committee, (4, 2, 2), true, 3, false),
    Row("R04", .committee, (3, 2, 2), true, 2, true),
    Row("R04", .committee, (7, 3, 3), false, 4, false),
    Row("R04", .committee, (7, 4, 4), true, 4, true),
    // R21: four fifths, reached exactly.
    Row("R21", .election, (10, 7, 7), false, 4, false),
    Row("R21", .election, (10, 8, 8), true, 5, true),
    Row("R21", .election, (11, 8, 8), false, 5, false),
    Row("R21", .election, (11, 9, 9), true, 5, true),
    Row("R21", .election, (5, 4, 4), true, 3, true),
    Row("R21", .election, (6, 4, 4), false, 3, false),
    Row("R21", .election, (50, 40, 40), true, 21, true),
    Row("R21", .election, (50, 39, 39), false, 20, false),
    // R22: more than half of those present; half is not elected.
    Row("R22", .election, (10, 8, 4), true, 5, false),
    Row("R22", .election, (10, 8, 5), true, 5, true),
    Row("R22", .election, (10, 9, 4), true, 5, false),
    Row("R22", .election, (10, 9, 5), true, 5, true),
    Row("R22", .election, (10, 10, 5), true, 6, false),
    Row("R22", .election, (10, 10, 6), true, 6, true),
    // R27: more than half present, stricter than R02.
    Row("R27", .admission, (10, 5, 5), written: 1, false, 6, false),
    Row("R27", .admission, (10, 6, 6), true, 6, true),
    Row("R27", .admission, (11, 5, 5), written: 3, false, 6, false),
    Row("R27", .admission, (11, 6, 6), true, 6, true),
    Row("R27", .admission, (12, 6, 6), written: 2, false, 7, false),
    Row("R27", .confirmation, (12, 7, 7), true, 7, true),
    // R28: more than half of those expected; written opinions count here and only here.
    Row("R28", .admission, (10, 6, 5), true, 6, false),
    Row("R28", .admission, (10, 6, 6), true, 6, true),
    Row("R28", .admission, (11, 6, 7), written: 1, true, 6, true),
    Row("R28", .admission, (20, 11, 10), written: 2, true, 11, false),
    Row("R28", .confirmation, (20, 11, 11), written: 2, true, 11, true),
    Row("R28", .confirmation, (10, 9, 5), true, 6, false),
    Row("R28", .ordinary, (10, 5, 6), written: 1, true, 6, false),
    Row("R28", .prolongation, (10, 5, 6), written: 1, true, 6, false),
  ]

  @Test(arguments: votes)
  func vote(row: Row) {
    #expect(
      Voting.mayVote(row.category, eligible: row.eligible, eligiblePresent: row.present)
        == row.mayVote, "\(row.rule)")
    #expect(
      Voting.needed(row.category, eligible: row.eligible, eligiblePresent: row.present)
        == row.needed, "\(row.rule)")
    #expect(
      Voting.passed(
        row.category, eligible: row.eligible, eligiblePresent: row.present,
        inFavour: row.inFavour, written: row.written) == row.passed, "\(row.rule)")
  }

  struct Surplus: RuleRow {
    var rule = "R23"
    var candidates: Int
    var seats: Int
    var isEnough: Bool
    var needed: Int
  }

  static let surpluses = [
    Surplus(candidates: 3, seats: 3, isEnough: false, needed: 4),
    Surplus(candidates: 4, seats: 3, isEnough: true, needed: 4),
    Surplus(candidates: 5, seats: 5, isEnough: false, needed: 6),
    Surplus(candidates: 6, seats: 5, isEnough: true, needed: 6),
    Surplus(candidates: 8, seats: 7, isEnough: false, needed: 9),
    Surplus(candidates: 9, seats: 7, isEnough: true, needed: 9),
    Surplus(candidates: 11, seats: 10, isEnough: false, needed: 12),
    Surplus(candidates: 12, seats: 10, isEnough: true, needed: 12),
  ]

  @Test(arguments: surpluses)
  func surplus(row: Surplus) {
    #expect(
      Voting.hasSurplus(candidates: row.candidates, seats: row.seats) == row.isEnough, "R23")
    #expect(Voting.candidatesNeeded(seats: row.seats) == row.needed, "R23")
  }

  struct Rights: RuleRow {
    var rule = "R20"
    var status: MemberStatus
    var rights = MemberRights.normal
    var hasVote: Bool
    var belongs: Bool
  }

  static let rights = [
    Rights(status: .full, hasVote: true, belongs: true),
    Rights(status: .probationary, hasVote: false, belongs: true),
    Rights(status: .full, rights: .onProbationForDiscipline, hasVote: false, belongs: true),
    Rights(status: .full, rights: .suspended, hasVote: false, belongs: true),
    Rights(status: .full, rights: .membershipStopped, hasVote: false, belongs: false),
    Rights(status: .candidate, hasVote: false, belongs: false),
    Rights(status: .activist, hasVote: false, belongs: false),
    Rights(status: .applicant, hasVote: false, belongs: false),
  ]

  @Test(arguments: rights)
  func votingRights(row: Rights) {
    let member = member(1, status: row.status, rights: row.rights)
    #expect(member.hasVote == row.hasVote, "R20 \(row.status) \(row.rights)")
    #expect(member.belongsToBody == row.belongs, "R20 \(row.status) \(row.rights)")
  }

  struct Report: RuleRow {
    var rule = "R25"
    var post: String
    var report: ElectionReport
  }

  static let reports = [
    Report(post: "书记", report: .approval), Report(post: "副书记", report: .approval),
    Report(post: "组织委员", report: .filing), Report(post: "宣传委员", report: .filing),
    Report(post: "副书记、纪检委员", report: .approval),
    Report(post: "纪检委员、宣传委员", report: .filing), Report(post: "书记助理", report: .filing),
  ]

  @Test(arguments: reports)
  func whoApproves(row: Report) {
    #expect(ElectionReport(post: row.post) == row.report, "R25 \(row.post)")
  }

  struct Ground: RuleRow {
    var rule = "R26"
    var reason: String
    var ground: ExclusionGround?
    /// What it says at an election, and at another vote.
    var atElection: Int
    var elsewhere: Int
  }

  static let grounds = [
    Ground(reason: "病重,不能表达意志", ground: .incapable, atElection: 1, elsewhere: 1),
    Ground(reason: "自费出国一年", ground: .abroad, atElection: 1, elsewhere: 1),
    Ground(reason: "留党察看期间", ground: .underDiscipline, atElection: 1, elsewhere: 1),
    Ground(reason: "卧床", ground: .bedridden, atElection: 1, elsewhere: 1),
    Ground(reason: "应转未转满半年", ground: .notTransferred, atElection: 1, elsewhere: 1),
    Ground(reason: "退休后回原籍长住", ground: .retiredElsewhere, atElection: 1, elsewhere: 1),
    Ground(reason: "出差", ground: nil, atElection: 2, elsewhere: 2),
    Ground(reason: "", ground: nil, atElection: 2, elsewhere: 2),
  ]

  @Test(arguments: grounds)
  func excluded(row: Ground) {
    #expect(ExclusionGround(reason: row.reason) == row.ground, "R26 \(row.reason)")
    let ledger = ledger(members: fullMembers(1...10))
    func warnings(_ vote: Vote, consent: Bool = false) -> [MeetingWarning] {
      var held = assembly(on: "2026-03-12", present: people(1...9), votes: [vote], seats: 1)
      held.excluded = [Exclusion(person: person(10), reason: row.reason)]
      if consent { held.items.insert(Item(title: "不计入应到会", about: people(10)), at: 0) }
      return ledger.warnings(in: held, kind: assembly).compactMap { warning in
        guard case .meeting(let kind) = warning.kind, kind.rule == .exclusion else { return nil }
        return kind
      }
    }
    let election = Vote(subject: person(1), category: .election, inFavour: 9)
    #expect(warnings(election).count == row.atElection, "R26 \(row.reason)")
    #expect(warnings(election).contains(.exclusionWithoutConsent(person(10))))
    #expect(warnings(election, consent: true).count == row.atElection - 1, "R26 \(row.reason)")
    let ordinary = warnings(Vote(inFavour: 9))
    #expect(ordinary.count == row.elsewhere, "R26 \(row.reason)")
    #expect(ordinary.contains(.exclusionOutsideElection(person(10))))
  }

  @Test func theThreeBasesOfAMeeting() {
    let members =
      fullMembers(1...10) + [
        member(11, status: .probationary), member(12, rights: .onProbationForDiscipline),
      ]
    var held = activity { $0.present = people(1...8) }
    held.excluded = [Exclusion(person: person(10), reason: "卧床")]
    #expect(
      ledger(members: members).denominators(of: held, kind: assembly)
        == Denominators(everyone: 12, withVote: 10, afterExclusion: 9), "R26")
  }

  struct Ballot: RuleRow {
    var rule = "R24"
    var note: String
    var issued: Int?
    var returned: Int?
    var counters = [8, 9]
    var isVoid: Bool
    var warnings: [MeetingWarning]
  }

  static let ballots = [
    Ballot(note: "one short", issued: 9, returned: 8, isVoid: false, warnings: []),
    Ballot(note: "as many", issued: 9, returned: 9, isVoid: false, warnings: []),
    Ballot(
      note: "one too many", issued: 9, returned: 10, isVoid: true,
      warnings: [.electionVoid(item: 1, .ballotsBeyondVoters(returned: 10, most: 9))]),
    Ballot(
      note: "more than voters, whatever was issued", issued: 12, returned: 10, isVoid: true,
      warnings: [.electionVoid(item: 1, .ballotsBeyondVoters(returned: 10, most: 9))]),
    Ballot(
      note: "none said to be issued", issued: nil, returned: 10, isVoid: true,
      warnings: [.electionVoid(item: 1, .ballotsBeyondVoters(returned: 10, most: 9))]),
    Ballot(note: "not counted", issued: nil, returned: nil, isVoid: false, warnings: []),
    Ballot(
      note: "a candidate counts", issued: 9, returned: 9, counters: [1, 9], isVoid: false,
      warnings: [.candidateCounted(item: 1, person(1))]),
    Ballot(
      note: "a candidate is scrutineer", issued: 9, returned: 9, counters: [8, 2], isVoid: false,
      warnings: [.candidateCounted(item: 1, person(2))]),
  ]

  @Test(arguments: ballots)
  func ballot(row: Ballot) {
    let votes = [1, 2, 3, 4].map { number in
      Vote(
        subject: person(number), category: .election, method: "无记名",
        inFavour: number == 4 ? 0 : 9, issued: row.issued, returned: row.returned,
        scrutineers: [person(row.counters[1])], tellers: [person(row.counters[0])])
    }
    let held = assembly(
      on: "2026-03-12", present: people(1...9), about: people(1...4), votes: votes, seats: 3)
    let ledger = ledger(members: fullMembers(1...10))
    let result = ledger.election(at: held.items[0], of: held, kind: assembly)
    #expect((result?.void != nil) == row.isVoid, "R24 \(row.note)")
    #expect(
      ledger.warnings(in: held, kind: assembly).map(\.kind)
        == row.warnings.map(WarningKind.meeting), "R24 \(row.note)")
  }

  struct Standing: RuleRow {
    var rule = "R20"
    var member: Member
    var mayBeElected: Bool
  }

  static let candidates = [
    Standing(member: member(4), mayBeElected: true),
    Standing(member: member(4, status: .probationary), mayBeElected: false),
    Standing(member: member(4, status: .candidate), mayBeElected: false),
    Standing(member: member(4, rights: .onProbationForDiscipline), mayBeElected: false),
    Standing(member: member(4, rights: .suspended), mayBeElected: false),
    Standing(member: member(4, rights: .membershipStopped), mayBeElected: false),
  ]

  @Test(arguments: candidates)
  func whoMayStand(row: Standing) {
    let votes = [1, 2, 3, 4].map {
      Vote(subject: person($0), category: .election, method: "无记名", inFavour: $0 == 4 ? 0 : 9)
    }
    let held = assembly(
      on: "2026-03-12", present: people(1...3) + people(5...10), about: people(1...4),
      votes: votes, seats: 3)
    let ledger = ledger(members: fullMembers(1...3) + fullMembers(5...10) + [row.member])
    #expect(
      ledger.warnings(in: held, kind: assembly).map(\.kind)
        == (row.mayBeElected
          ? [] : [.meeting(.candidateWithoutRight(item: 1, person(4)))]),
      "R20")
  }

  @Test func candidatesNotCountedYetStandAllTheSame() {
    let votes = [Vote(subject: person(1), category: .election, method: "无记名", inFavour: 9)]
    let held = assembly(
      on: "2026-03-12", present: people(1...9), about: people(1...4), votes: votes, seats: 3)
    let ledger = ledger(members: fullMembers(1...10))
    #expect(ledger.warnings(in: held, kind: assembly).isEmpty, "R23")
    let gaps = ledger.gaps(in: held, kind: assembly)
    #expect(gaps.contains(.voteWithoutNumbers(item: 1, vote: nil)), "R22")
  }

  struct Chair: RuleRow {
    var rule = "R06"
    var kind: ActivityKind
    var presider: Int
    var secretaryCame: Bool
    var warnings: [MeetingWarning]
  }

  static let chairs = [
    Chair(kind: assembly, presider: 1, secretaryCame: true, warnings: []),
    Chair(
      kind: assembly, presider: 2, secretaryCame: true,
      warnings: [.secretaryDidNotPreside(secretary: person(1), presider: person(2))]),
    Chair(kind: assembly, presider: 2, secretaryCame: false, warnings: []),
    Chair(
      kind: assembly, presider: 5, secretaryCame: false,
      warnings: [.presiderWithoutOffice(person(5))]),
    Chair(kind: committeeMeeting, presider: 3, secretaryCame: false, warnings: []),
    Chair(
      kind: committeeMeeting, presider: 3, secretaryCame: true,
      warnings: [.secretaryDidNotPreside(secretary: person(1), presider: person(3))]),
    // The article speaks of meetings, not of lessons.
    Chair(kind: lesson, presider: 5, secretaryCame: true, warnings: []),
  ]

  @Test(arguments: chairs)
  func presiding(row: Chair) {
    let held = activity(row.kind.id) {
      $0.presider = person(row.presider)
      $0.present = people(2...6) + (row.secretaryCame ? people(1) : [])
    }
    let ledger = ledger(members: fullMembers(1...10))
    #expect(
      ledger.warnings(in: held, kind: row.kind).map(\.kind)
        == row.warnings.map(WarningKind.meeting), "R06")
  }

  @Test func theHeadPresidesInTheGroup() {
    var group = organization("Q1X1", level: .group, parent: "Q1")
    group.officers = [Officer(person: person(4), post: "组长")]
    let ledger = ledger(organizations: [group], members: fullMembers(1...6, group: "Q1X1"))
    func warnings(_ presider: Int) -> Int {
      let held = activity("党小组会", of: "Q1X1") {
        $0.presider = person(presider)
        $0.present = people(1...6)
      }
      return ledger.warnings(in: held, kind: groupMeeting).count
    }
    #expect(warnings(4) == 0, "R06")
    #expect(warnings(1) == 1, "R06")
  }

  @Test func severalPeopleOneByOne() {
    let ledger = ledger(members: fullMembers(1...6))
    func rules(_ votes: [Vote], about: [Person]) -> [MeetingWarning] {
      let held = assembly(on: "2026-03-12", present: people(1...6), about: about, votes: votes)
      return ledger.warnings(in: held, kind: assembly).compactMap { warning in
        if case .meeting(let kind) = warning.kind { kind } else { nil }
      }
    }
    let both = people(7, 8)
    #expect(
      rules([Vote(category: .admission, inFavour: 6)], about: both)
        == [.decidedTogether(item: 1, vote: 1, both)], "R28")
    #expect(
      rules(
        [
          Vote(subject: person(7), category: .admission, inFavour: 6),
          Vote(subject: person(8), category: .admission, inFavour: 6),
        ], about: both) == [], "R28")
    #expect(rules([Vote(category: .ordinary, inFavour: 6)], about: both) == [])
    #expect(
      rules([Vote(category: .confirmation, inFavour: 6, written: 1)], about: people(7))
        == [.writtenBeyondAbsent(item: 1, vote: 1, written: 1, absent: 0)], "R28")
  }

  @Test func whoCameLateOrLeftEarlyMayHaveMissedAVote() {
    let ledger = ledger(members: fullMembers(1...6))
    func warnings(away: [Person], votes: Int = 5) -> [WarningKind] {
      let held = activity {
        $0.present = people(1...6)
        $0.late = people(5)
        $0.leftEarly = people(6)
        $0.items = [
          Item(title: "一", kind: .vote, votes: [Vote(inFavour: votes)], away: away),
          Item(title: "二", kind: .vote, votes: [Vote(inFavour: votes)]),
        ]
      }
      return ledger.warnings(in: held, kind: assembly).map(\.kind)
    }
    #expect(
      warnings(away: []) == [
        .meeting(.voterMayHaveMissed(item: 1, person(5), .late)),
        .meeting(.voterMayHaveMissed(item: 2, person(6), .left)),
      ])
    #expect(warnings(away: people(5)) == [.meeting(.voterMayHaveMissed(item: 2, person(6), .left))])
    // All six are among the votes: who came late was there in time.
    #expect(warnings(away: [], votes: 6) == [])
  }

  @Test(
    "as many for as against: not passed, and voted on again (党章第十七条)",
    arguments: [
      (VoteCategory.ordinary, 3, 3, true), (.ordinary, 4, 2, false), (.ordinary, 2, 3, false),
      (.committee, 3, 3, true), (.admission, 3, 3, true), (.ordinary, 0, 0, false),
      (.election, 3, 3, false),
    ])
  func ties(category: VoteCategory, inFavour: Int, against: Int, isTied: Bool) {
    let vote = Vote(category: category, inFavour: inFavour, against: against)
    let turnout = Turnout(expected: 6, present: 6, eligible: 6, eligiblePresent: 6)
    let outcome = VoteOutcome(vote, turnout: turnout, body: nil)
    #expect((outcome.decision == .tied) == isTied)
    #expect(!isTied || !outcome.passed)
    let few = Turnout(expected: 15, present: 6, eligible: 15, eligiblePresent: 6)
    #expect(VoteOutcome(vote, turnout: few, body: nil).decision != .tied)
  }

  @Test(
    "numbers that cannot be those of a vote: neither passed nor a tie",
    arguments: [
      (VoteCategory.ordinary, 8, 0, 0, 0, VoteDecision.passed),
      (.ordinary, 4, 4, 0, 0, .tied), (.ordinary, 5, 5, 0, 0, .impossible),
      (.ordinary, 6, 2, 1, 0, .impossible), (.ordinary, 6, 1, 1, 0, .passed),
      // R28: written opinions of two who were away; three is one too many.
      (.admission, 9, 1, 0, 2, .passed), (.admission, 9, 2, 0, 2, .impossible),
      (.admission, 10, 1, 0, 3, .impossible), (.admission, 1, 0, 0, 2, .impossible),
      // Written opinions count for 接收 and 转正 only.
      (.ordinary, 9, 0, 0, 2, .impossible), (.election, 5, 4, 0, 0, .impossible),
    ] as [(VoteCategory, Int, Int, Int, Int, VoteDecision)])
  func countable(
    category: VoteCategory, inFavour: Int, against: Int, abstaining: Int, written: Int,
    decision: VoteDecision
  ) {
    let vote = Vote(
      category: category, inFavour: inFavour, against: against, abstaining: abstaining,
      written: written)
    let turnout = Turnout(expected: 10, present: 8, eligible: 10, eligiblePresent: 8)
    #expect(VoteOutcome(vote, turnout: turnout, body: nil).decision == decision)
  }

  @Test(
    "R24: as many ballots back as went out to those present, not one more",
    arguments: [
      (8, 7, VoteDecision.passed), (8, 8, .passed), (8, 9, .impossible), (7, 8, .impossible),
      (9, 9, .impossible),
    ])
  func ballotsBack(issued: Int, returned: Int, decision: VoteDecision) {
    let vote = Vote(category: .ordinary, inFavour: 7, issued: issued, returned: returned)
    let turnout = Turnout(expected: 10, present: 8, eligible: 10, eligiblePresent: 8)
    #expect(VoteOutcome(vote, turnout: turnout, body: nil).decision == decision)
  }

  @Test func aVoteWithoutQuorumIsKeptWithItsWarning() {
    let ledger = ledger(members: fullMembers(1...10))
    let held = assembly(
      on: "2026-03-12", present: people(1...5), about: people(11),
      votes: [Vote(subject: person(11), category: .admission, inFavour: 5)])
    let found = ledger.warnings(in: held, kind: assembly)
    #expect(
      found.map(\.kind) == [
        .meeting(.noQuorum(item: 1, vote: 1, category: .admission, present: 5, required: 6))
      ], "R27")
    #expect(found.first?.citation == Citation(.admissionQuorum))
    #expect(found.first?.citation.article == "发展党员工作细则第二十条")
    #expect(found.first?.citation.level == .regulation)
    #expect(found.first?.evidence == [Reference("A-2026-03-12#1")])
  }
}
