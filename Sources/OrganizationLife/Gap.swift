/// Something that a complete record would have, in the order of the paper form. A gap never keeps
/// a record from being saved. Items and votes are counted from 1.
public enum Gap: Hashable, Sendable {
  /// A field that the kind needs is empty; its name as in FORMAT.md 6.
  case empty(field: String)
  /// Members expected who are neither present nor absent.
  case unmarked([Member])
  /// An absence without its reason.
  case absenceWithoutReason(Person)
  /// There are no items.
  case noItems
  /// An item without minutes, where the whole has none either.
  case itemWithoutMinutes(item: Int)
  /// Headings of the order of business under which nothing was written.
  case headingsWithoutText(item: Int, headings: [String])
  /// A discussion or a vote without its resolution.
  case itemWithoutResolution(item: Int)
  /// A vote (表决) without any numbers: none recorded, or all of them zero.
  case voteWithoutNumbers(item: Int, vote: Int?)
  /// How the vote was taken is not said.
  case voteWithoutMethod(item: Int, vote: Int)
  /// 接收, 转正 and elections are by secret ballot (细则第二十一条, 选举条例), and this was not.
  case voteNotSecret(item: Int, vote: Int, category: VoteCategory)
  /// A secret ballot without 监票人.
  case ballotWithoutScrutineer(item: Int, vote: Int)
  /// A secret ballot without 计票人.
  case ballotWithoutTeller(item: Int, vote: Int)
  /// A resolution has somebody who carries it out and no day.
  case resolutionWithoutDue(item: Int)
  /// A resolution has a day and nobody who carries it out.
  case resolutionWithoutOwner(item: Int)
  /// Not signed off (待审签).
  case unsigned

  /// The field (FORMAT.md 6) at which a form shows it.
  public var field: String {
    switch self {
    case .empty(let field): field
    case .unmarked: "Present"
    case .absenceWithoutReason: "Absent"
    case .noItems: "Item"
    case .itemWithoutMinutes, .headingsWithoutText: "Minutes"
    case .itemWithoutResolution: "Resolution"
    case .voteWithoutNumbers, .voteWithoutMethod, .voteNotSecret, .ballotWithoutScrutineer,
      .ballotWithoutTeller:
      "Vote"
    case .resolutionWithoutDue: "Due"
    case .resolutionWithoutOwner: "Owner"
    case .unsigned: "Signed"
    }
  }

  /// The item it concerns, from 1; nil for the activity itself.
  public var item: Int? {
    switch self {
    case .empty, .unmarked, .absenceWithoutReason, .noItems, .unsigned: nil
    case .itemWithoutMinutes(let item), .headingsWithoutText(let item, _),
      .itemWithoutResolution(let item),
      .voteWithoutNumbers(let item, _), .voteWithoutMethod(let item, _),
      .voteNotSecret(let item, _, _), .ballotWithoutScrutineer(let item, _),
      .ballotWithoutTeller(let item, _), .resolutionWithoutDue(let item),
      .resolutionWithoutOwner(let item):
      item
    }
  }
}

extension Gap {
  /// The vote it concerns, from 1 within its item; nil when it concerns no single vote.
  public var vote: Int? {
    switch self {
    case .voteWithoutNumbers(_, let vote): vote
    case .voteWithoutMethod(_, let vote), .voteNotSecret(_, let vote, _),
      .ballotWithoutScrutineer(_, let vote), .ballotWithoutTeller(_, let vote):
      vote
    default: nil
    }
  }
}

extension Vote {
  /// 无记名
  public var isSecret: Bool { method == Vote.secretMethod }

  /// The word for a secret ballot.
  public static let secretMethod = "无记名"
}

extension VoteCategory {
  /// Whether such a vote must be by secret ballot (细则第二十一条、第三十三条; 选举条例).
  public var isSecretBallot: Bool {
    switch self {
    case .admission, .confirmation, .election: true
    case .ordinary, .prolongation, .disqualification, .discipline, .committee: false
    }
  }
}

extension Ledger {
  /// What is missing in an activity, in paper order. The kind's `needs` decide which fields a
  /// record of it has to have; what an item lacks follows from the item's own kind.
  public func gaps(in activity: Activity, kind: ActivityKind) -> [Gap] {
    var gaps: [Gap] = []
    for field in kind.needs {
      switch field {
      case "Present", "Video", "Absent", "Item", "ItemKind", "Minutes", "Resolution", "Vote",
        "Owner", "Due", "Signed", "State":
        continue
      default:
        if activity.isEmpty(field) { gaps.append(.empty(field: field)) }
      }
    }
    gaps += rosterGaps(in: activity, kind: kind)
    if kind.needs.contains("Item"), activity.items.isEmpty { gaps.append(.noItems) }
    let needsMinutes =
      kind.needs.contains("Minutes") && !MinutesOutline.isFilled(activity.minutes)
    if needsMinutes,
      activity.items.allSatisfy({ $0.kind == .part && !MinutesOutline.isFilled($0.minutes) })
    {
      gaps.append(.empty(field: "Minutes"))
    }
    for (index, item) in activity.items.enumerated() {
      gaps += itemGaps(in: item, number: index + 1, needsMinutes: needsMinutes, needs: kind.needs)
    }
    if kind.needs.contains("Signed") || kind.needs.contains("State"),
      !activity.isFinal || activity.signatures.isEmpty
    {
      gaps.append(.unsigned)
    }
    return gaps
  }

  private func rosterGaps(in activity: Activity, kind: ActivityKind) -> [Gap] {
    var gaps: [Gap] = []
    if kind.needs.contains("Present"), activity.hasRoster || activity.headcount == nil {
      if kind.body == .people {
        if activity.present.isEmpty, activity.video.isEmpty {
          gaps.append(.empty(field: "Present"))
        }
      } else {
        var marked = activity.attendees.union(activity.absent.compactMap(\.person.id))
        for sitting in otherSittings(of: activity) {
          marked.formUnion(sitting.attendees)
          marked.formUnion(sitting.absent.compactMap(\.person.id))
        }
        let unmarked = expected(at: activity, as: kind).filter { !marked.contains($0.id) }
        if !unmarked.isEmpty { gaps.append(.unmarked(unmarked)) }
      }
    }
    for absence in activity.absent where absence.reason.isEmpty {
      gaps.append(.absenceWithoutReason(absence.person))
    }
    return gaps
  }

  private func itemGaps(
    in item: Item, number: Int, needsMinutes: Bool, needs: [String]
  ) -> [Gap] {
    var gaps: [Gap] = []
    let isFilled = MinutesOutline.isFilled(item.minutes)
    let headings = MinutesOutline.emptyHeadings(in: item.minutes)
    if needsMinutes, !isFilled, item.kind != .part {
      gaps.append(.itemWithoutMinutes(item: number))
    } else if isFilled, !headings.isEmpty {
      gaps.append(.headingsWithoutText(item: number, headings: headings))
    }
    if item.kind == .vote, item.votes.isEmpty {
      gaps.append(.voteWithoutNumbers(item: number, vote: nil))
    }
    let isElection = item.votes.contains { $0.category == .election }
    let isCounted = item.about.allSatisfy { person in
      item.votes.contains { $0.subject?.isSame(as: person) ?? false }
    }
    if isElection, !isCounted { gaps.append(.voteWithoutNumbers(item: number, vote: nil)) }
    for (index, vote) in item.votes.enumerated() {
      gaps += voteGaps(in: vote, item: number, number: index + 1)
    }
    if item.kind == .discussion || item.kind == .vote, item.resolution.isEmpty {
      gaps.append(.itemWithoutResolution(item: number))
    }
    if !item.owners.isEmpty, item.due == nil { gaps.append(.resolutionWithoutDue(item: number)) }
    if item.owners.isEmpty, item.due != nil {
      gaps.append(.resolutionWithoutOwner(item: number))
    }
    return gaps
  }

  private func voteGaps(in vote: Vote, item: Int, number: Int) -> [Gap] {
    var gaps: [Gap] = []
    if vote.total == 0 { gaps.append(.voteWithoutNumbers(item: item, vote: number)) }
    if vote.method.isEmpty {
      gaps.append(.voteWithoutMethod(item: item, vote: number))
    } else if vote.category.isSecretBallot, !vote.isSecret {
      gaps.append(.voteNotSecret(item: item, vote: number, category: vote.category))
    }
    if vote.isSecret {
      if vote.scrutineers.isEmpty {
        gaps.append(.ballotWithoutScrutineer(item: item, vote: number))
      }
      if vote.tellers.isEmpty { gaps.append(.ballotWithoutTeller(item: item, vote: number)) }
    }
    return gaps
  }
}

extension Activity {
  /// Whether a field of the record (its name in FORMAT.md 6) is empty; a field that is unknown here
  /// counts as filled.
  func isEmpty(_ field: String) -> Bool {
    switch field {
    case "Number": number == nil
    case "EndDate": endDate == nil
    case "Start": start == nil
    case "End": end == nil
    case "Sitting": sitting.isEmpty
    case "Title": title.isEmpty
    case "Place": place.isEmpty
    case "Presider": presider == nil
    case "Recorder": recorder == nil
    case "Late": late.isEmpty
    case "Left": leftEarly.isEmpty
    case "Excluded": excluded.isEmpty
    case "Attending": attending.isEmpty
    case "Lecturer": lecturers.isEmpty
    case "Hours": hours == nil
    case "Sessions": sessions == nil
    case "Headcount": headcount == nil
    case "About": about.isEmpty
    case "Host": host == nil
    case "Visitor": visitors.isEmpty
    case "Summary": summary.isEmpty
    case "Counts": counts.isEmpty
    case "Tag": tags.isEmpty
    case "Note": notes.isEmpty
    default: false
    }
  }
}
