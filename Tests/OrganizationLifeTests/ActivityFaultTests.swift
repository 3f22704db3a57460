import OrganizationLife
import Testing

@Suite struct ActivityFaultTests {
  let ledger = OrganizationLifeTests.ledger(
    members: fullMembers(1...11) + [member(12, status: .probationary)])

  func faults(_ change: (inout Activity) -> Void) -> [ActivityFault] {
    ledger.faults(in: activity(change: change), kind: assembly)
  }

  @Test func aSoundRecordHasNone() {
    let found = faults {
      $0.start = time("14:30")
      $0.end = time("16:00")
      $0.present = people(1...8)
      $0.video = people(9)
      $0.absent = [Absence(person: person(10), reason: "值班")]
      $0.late = people(1, 9)
      $0.leftEarly = people(1)
      $0.attending = [Person("刘某(政治处)"), Person("刘某(政治处)")]
      $0.items = [
        Item(
          title: "接收", kind: .vote,
          votes: [
            Vote(
              category: .admission, method: "无记名", inFavour: 8, against: 1, abstaining: 1,
              written: 1, issued: 9, returned: 9, valid: 9)
          ])
      ]
    }
    #expect(found == [])
  }

  @Test(
    arguments: [
      ("14:30", "14:29", nil, true), ("14:30", "14:30", nil, false), ("22:00", "06:00", nil, true),
      ("22:00", "06:00", "2026-03-12", true), ("22:00", "06:00", "2026-03-13", false),
      ("14:30", nil, nil, false), (nil, "14:30", nil, false),
    ] as [(String?, String?, String?, Bool)])
  func endsBeforeItStarts(start: String?, end: String?, endDate: String?, isFault: Bool) {
    let found = faults {
      $0.start = start.flatMap(time)
      $0.end = end.flatMap(time)
      $0.endDate = endDate.map(date)
    }
    #expect(found.map(\.field) == (isFault ? ["End"] : []))
  }

  @Test func endDateBeforeDate() {
    let found = faults { $0.endDate = date("2026-03-11") }
    #expect(
      found == [.endDateBeforeDate(date: date("2026-03-12"), endDate: date("2026-03-11"))])
    #expect(found.map(\.field) == ["EndDate"])
    #expect(found.map(\.item) == [nil])
  }

  @Test(arguments: RosterList.allCases, RosterList.allCases)
  func oneMemberInTwoLists(first: RosterList, second: RosterList) {
    func put(_ list: RosterList, in activity: inout Activity) {
      switch list {
      case .present: activity.present.append(person(1))
      case .video: activity.video.append(person(1))
      case .absent: activity.absent.append(Absence(person: person(1), reason: "值班"))
      case .excluded: activity.excluded.append(Exclusion(person: person(1), reason: "卧床"))
      case .attending: activity.attending.append(person(1))
      case .late: activity.late.append(person(1))
      case .left: activity.leftEarly.append(person(1))
      }
    }
    let found = faults { activity in
      put(first, in: &activity)
      put(second, in: &activity)
    }
    let lists = Set([first, second])
    let marks: Set<RosterList> = [.late, .left]
    if lists.isSubset(of: marks) {
      #expect(found.contains(.notPresent(person(1), in: first)))
      #expect(found.count == 2)
    } else if let mark = lists.first(where: marks.contains) {
      let came = !lists.isDisjoint(with: [.present, .video])
      #expect(found == (came ? [] : [.notPresent(person(1), in: mark)]))
    } else {
      let order: [RosterList] = [.present, .video, .absent, .excluded, .attending]
      let sorted = order.filter(lists.contains)
      #expect(
        found == [
          .listedTwice(person(1), first: sorted[0], second: sorted[sorted.count - 1])
        ])
    }
  }

  struct VoteRow: Sendable {
    var rule: String
    var vote: Vote
    var fault: ActivityFault?
  }

  /// Eight voters present, one of them out of the room for the second item.
  @Test(arguments: [
    VoteRow(rule: "FORMAT.md 6: sum", vote: Vote(inFavour: 8), fault: nil),
    VoteRow(
      rule: "FORMAT.md 6: sum", vote: Vote(inFavour: 7, against: 1, abstaining: 1),
      fault: .votesBeyondVoters(item: 1, vote: 1, given: 9, most: 8)),
    VoteRow(
      rule: "R28", vote: Vote(category: .admission, inFavour: 9, written: 1), fault: nil),
    VoteRow(
      rule: "R28", vote: Vote(category: .confirmation, inFavour: 10, written: 1),
      fault: .votesBeyondVoters(item: 1, vote: 1, given: 10, most: 9)),
    VoteRow(
      rule: "R28: only here", vote: Vote(category: .ordinary, inFavour: 8, written: 1),
      fault: .writtenNotAllowed(item: 1, vote: 1, category: .ordinary)),
    VoteRow(
      rule: "R28: only here", vote: Vote(category: .election, inFavour: 5, written: 2),
      fault: .writtenNotAllowed(item: 1, vote: 1, category: .election)),
    VoteRow(
      rule: "R28: all of them written",
      vote: Vote(category: .admission, inFavour: 2, written: 2), fault: nil),
    VoteRow(
      rule: "R28", vote: Vote(category: .admission, inFavour: 1, written: 2),
      fault: .writtenBeyondVotes(item: 1, vote: 1, written: 2, given: 1)),
    VoteRow(
      rule: "R24", vote: Vote(inFavour: 8, issued: 8, returned: 9, valid: 8),
      fault: .returnedBeyondIssued(item: 1, vote: 1, returned: 9, issued: 8)),
    VoteRow(
      rule: "R24", vote: Vote(inFavour: 7, issued: 8, returned: 7, valid: 8),
      fault: .validBeyondReturned(item: 1, vote: 1, valid: 8, returned: 7)),
    VoteRow(
      rule: "R24", vote: Vote(inFavour: 7, against: 1, issued: 8, returned: 8, valid: 7),
      fault: .votesBeyondValid(item: 1, vote: 1, given: 8, valid: 7)),
    VoteRow(
      rule: "R24, ballots are those present's",
      vote: Vote(
        category: .admission, inFavour: 9, written: 1, issued: 8, returned: 8, valid: 8),
      fault: nil),
    VoteRow(rule: "R24", vote: Vote(inFavour: 8, issued: 8, returned: 8, valid: 8), fault: nil),
    VoteRow(
      rule: "R24: fewer come back", vote: Vote(inFavour: 6, issued: 8, returned: 7, valid: 6),
      fault: nil),
  ])
  func votes(row: VoteRow) {
    let found = faults {
      // 预备党员 are present and have no vote.
      $0.present = people(1...8) + people(12)
      $0.items = [Item(title: "一", votes: [row.vote])]
    }
    #expect(found == [row.fault].compactMap { $0 }, "\(row.rule)")
    #expect(found.map(\.field) == (row.fault == nil ? [] : ["Vote"]))
    #expect(found.map(\.item) == (row.fault == nil ? [] : [1]))
  }

  @Test func whoIsAwayForTheItemDoesNotVote() {
    let found = faults {
      $0.present = people(1...8)
      $0.items = [
        Item(title: "一", votes: [Vote(inFavour: 8)]),
        Item(title: "二", votes: [Vote(inFavour: 1), Vote(inFavour: 8)], away: people(8)),
      ]
    }
    #expect(found == [.votesBeyondVoters(item: 2, vote: 2, given: 8, most: 7)])
  }

  @Test func inTheCommitteeItsOfficersVote() {
    let held = activity("支委会") {
      $0.present = people(1...3)
      $0.items = [Item(title: "一", votes: [Vote(inFavour: 4)])]
    }
    #expect(
      ledger.faults(in: held, kind: committeeMeeting)
        == [.votesBeyondVoters(item: 1, vote: 1, given: 4, most: 3)])
  }
}
