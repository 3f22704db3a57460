/// Something in an activity that cannot be so, and keeps it from being saved unless `mayBeKept`.
///
/// Items and votes are counted from 1.
public enum ActivityFault: Hashable, Sendable {
  /// It ends before it starts, on one and the same day.
  case endsBeforeStart(start: TimeOfDay, end: TimeOfDay)
  /// `EndDate` lies before `Date`.
  case endDateBeforeDate(date: Day, endDate: Day)
  /// One member stands twice on the roster: in two lists, or twice in one.
  case listedTwice(Person, first: RosterList, second: RosterList)
  /// Someone late, or who left early, is not among those present.
  case notPresent(Person, in: RosterList)
  /// More votes than voters present and written opinions.
  case votesBeyondVoters(item: Int, vote: Int, given: Int, most: Int)
  /// Written opinions where they do not count (发展党员工作细则第二十一条: 接收 and 转正 only).
  case writtenNotAllowed(item: Int, vote: Int, category: VoteCategory)
  /// More written opinions than votes.
  case writtenBeyondVotes(item: Int, vote: Int, written: Int, given: Int)
  /// More ballots returned than issued: the vote is void (选举条例).
  case returnedBeyondIssued(item: Int, vote: Int, returned: Int, issued: Int)
  /// More valid ballots than returned ones.
  case validBeyondReturned(item: Int, vote: Int, valid: Int, returned: Int)
  /// More votes, written opinions apart, than valid ballots.
  case votesBeyondValid(item: Int, vote: Int, given: Int, valid: Int)

  /// Whether the record may be kept as what happened, with this said on it: numbers of a vote that
  /// do not fit together were perhaps counted so. A roster or a time that contradicts itself was
  /// mistyped.
  public var mayBeKept: Bool {
    switch self {
    case .endsBeforeStart, .endDateBeforeDate, .listedTwice, .notPresent: false
    case .votesBeyondVoters, .writtenNotAllowed, .writtenBeyondVotes, .returnedBeyondIssued,
      .validBeyondReturned, .votesBeyondValid:
      true
    }
  }

  /// The field (FORMAT.md 6) at which a form shows it.
  public var field: String {
    switch self {
    case .endsBeforeStart: "End"
    case .endDateBeforeDate: "EndDate"
    case .listedTwice(_, _, let second): second.rawValue
    case .notPresent(_, let list): list.rawValue
    case .votesBeyondVoters, .writtenNotAllowed, .writtenBeyondVotes, .returnedBeyondIssued,
      .validBeyondReturned, .votesBeyondValid:
      "Vote"
    }
  }

  /// The item it concerns, from 1; nil for the activity itself.
  public var item: Int? {
    switch self {
    case .endsBeforeStart, .endDateBeforeDate, .listedTwice, .notPresent: nil
    case .votesBeyondVoters(let item, _, _, _), .writtenNotAllowed(let item, _, _),
      .writtenBeyondVotes(let item, _, _, _), .returnedBeyondIssued(let item, _, _, _),
      .validBeyondReturned(let item, _, _, _), .votesBeyondValid(let item, _, _, _):
      item
    }
  }
}

extension ActivityFault {
  /// The vote it concerns, from 1 within its item; nil when it concerns no vote.
  public var vote: Int? {
    switch self {
    case .endsBeforeStart, .endDateBeforeDate, .listedTwice, .notPresent: nil
    case .votesBeyondVoters(_, let vote, _, _), .writtenNotAllowed(_, let vote, _),
      .writtenBeyondVotes(_, let vote, _, _), .returnedBeyondIssued(_, let vote, _, _),
      .validBeyondReturned(_, let vote, _, _), .votesBeyondValid(_, let vote, _, _):
      vote
    }
  }
}

/// The lists of a roster, named by their fields.
public enum RosterList: String, CaseIterable, Sendable {
  /// 到会
  case present = "Present"
  /// 视频到会
  case video = "Video"
  /// 缺席
  case absent = "Absent"
  /// 不计入应到会
  case excluded = "Excluded"
  /// 列席
  case attending = "Attending"
  /// 迟到
  case late = "Late"
  /// 早退
  case left = "Left"
}

extension Ledger {
  /// What cannot be so in an activity, in the order of its fields; empty when it may be saved.
  /// Whether organisations and people are known is not looked at here.
  public func faults(in activity: Activity, kind: ActivityKind?) -> [ActivityFault] {
    var faults: [ActivityFault] = []
    if let endDate = activity.endDate, endDate < activity.date {
      faults.append(.endDateBeforeDate(date: activity.date, endDate: endDate))
    }
    if let start = activity.start, let end = activity.end, end < start,
      activity.endDate == nil || activity.endDate == activity.date
    {
      faults.append(.endsBeforeStart(start: start, end: end))
    }
    faults += rosterFaults(in: activity)
    let isPlaced = organization(activity.organization, on: activity.date) != nil
    for (itemIndex, item) in activity.items.enumerated() where !item.votes.isEmpty {
      let voters =
        isPlaced ? turnout(for: item, of: activity, kind: kind).eligiblePresent : nil
      for (voteIndex, vote) in item.votes.enumerated() {
        faults += voteFaults(
          in: vote, item: itemIndex + 1, number: voteIndex + 1, voters: voters)
      }
    }
    return faults
  }

  private func rosterFaults(in activity: Activity) -> [ActivityFault] {
    var faults: [ActivityFault] = []
    var found: [MemberIdentifier: RosterList] = [:]
    let exclusive: [(RosterList, [Person])] = [
      (.present, activity.present), (.video, activity.video),
      (.absent, activity.absent.map(\.person)), (.excluded, activity.excluded.map(\.person)),
      (.attending, activity.attending),
    ]
    for (list, people) in exclusive {
      for person in people {
        guard let id = person.id else { continue }
        if let first = found[id] {
          faults.append(.listedTwice(person, first: first, second: list))
        } else {
          found[id] = list
        }
      }
    }
    for (list, people) in [(RosterList.late, activity.late), (.left, activity.leftEarly)] {
      var seen: Set<MemberIdentifier> = []
      for person in people {
        guard let id = person.id else { continue }
        if !seen.insert(id).inserted {
          faults.append(.listedTwice(person, first: list, second: list))
        } else if found[id] != .present && found[id] != .video {
          faults.append(.notPresent(person, in: list))
        }
      }
    }
    return faults
  }

  private func voteFaults(
    in vote: Vote, item: Int, number: Int, voters: Int?
  ) -> [ActivityFault] {
    var faults: [ActivityFault] = []
    let written = vote.category.allowsWrittenOpinions ? vote.written : 0
    if vote.written > 0, !vote.category.allowsWrittenOpinions {
      faults.append(.writtenNotAllowed(item: item, vote: number, category: vote.category))
    } else if vote.written > vote.total {
      faults.append(
        .writtenBeyondVotes(item: item, vote: number, written: vote.written, given: vote.total))
    }
    if let voters, vote.total > voters + written {
      faults.append(
        .votesBeyondVoters(item: item, vote: number, given: vote.total, most: voters + written))
    }
    if let returned = vote.returned, let issued = vote.issued, returned > issued {
      faults.append(
        .returnedBeyondIssued(item: item, vote: number, returned: returned, issued: issued))
    }
    if let valid = vote.valid, let returned = vote.returned ?? vote.issued, valid > returned {
      faults.append(
        .validBeyondReturned(item: item, vote: number, valid: valid, returned: returned))
    }
    if let valid = vote.valid, vote.total - written > valid {
      faults.append(
        .votesBeyondValid(item: item, vote: number, given: vote.total - written, valid: valid))
    }
    return faults
  }
}
