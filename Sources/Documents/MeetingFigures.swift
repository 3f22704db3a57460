import Archive
import OrganizationLife

/// What the rules say of one activity: the numbers that `show` adds (format, section 7).
public struct MeetingFigures: Hashable, Sendable {
  /// Expected, present, eligible, eligible and present.
  public var turnout: Turnout
  /// Whether an ordinary resolution may be put to the vote.
  public var mayVote: Bool
  /// For each item, for each of its votes.
  public var outcomes: [[VoteOutcome]]
  /// For each item, for each of its votes that is about one person's way into the Party: the numbers
  /// of the resolution's closing. Nil for other votes and where numbers are missing.
  public var closings: [[ResolutionNumbers?]]
  /// For each item its election; nil for items without one.
  public var elections: [ElectionResult?]
  /// Who came over all sittings; nil for a meeting that was not held in batches.
  public var whole: WholeMeeting?
  /// What the rules say about how it was held.
  public var warnings: [Warning]

  /// A meeting in several sittings (分批).
  public struct WholeMeeting: Hashable, Sendable {
    /// By date.
    public var sittings: [Activity]
    /// The sittings as one.
    public var merged: Activity
    /// The numbers over all of them.
    public var turnout: Turnout
  }

  /// Judges an activity by the rolls of its day.
  ///
  /// - Parameters:
  ///   - activity: the activity.
  ///   - kind: its kind in the catalogue, which says whose members are expected.
  ///   - ledger: organisations and members.
  public init(of activity: Activity, kind: ActivityKind?, ledger: Ledger) {
    turnout = ledger.turnout(of: activity, kind: kind)
    if case .noQuorum = ledger.verdict(on: activity, kind: kind) {
      mayVote = false
    } else {
      mayVote = true
    }
    outcomes = activity.items.map { item in
      item.votes.map { ledger.outcome(of: $0, in: item, of: activity, kind: kind) }
    }
    closings = activity.items.map { item in
      item.votes.map { vote in
        guard vote.category.isOneByOne else { return nil }
        return ledger.resolutionNumbers(of: vote, in: item, of: activity, kind: kind)
      }
    }
    elections = activity.items.map { ledger.election(at: $0, of: activity, kind: kind) }
    warnings = ledger.warnings(in: activity, kind: kind)
    let meeting = ledger.meeting(of: activity)
    if meeting.sittings.count > 1, let merged = meeting.merged {
      whole = WholeMeeting(
        sittings: Array(meeting.sittings), merged: merged,
        turnout: ledger.turnout(of: merged, kind: kind))
    }
  }

  /// As the entries of a JSON object.
  func entries(items: [Item]) -> [Value.Entry] {
    [
      .init("expected", .number(turnout.expected)), .init("present", .number(turnout.present)),
      .init("eligible", .number(turnout.eligible)),
      .init("eligiblePresent", .number(turnout.eligiblePresent)),
      .init("mayVote", .truth(mayVote)),
      .init(
        "items",
        .list(
          zip(items, zip(outcomes, elections)).map { item, judged in
            .object(Self.entries(item: item, outcomes: judged.0, election: judged.1))
          })),
    ]
  }

  private static func entries(
    item: Item, outcomes: [VoteOutcome], election: ElectionResult?
  ) -> [Value.Entry] {
    var entries: [Value.Entry] = [
      .init("title", .text(item.title)), .init("kind", Value(item.kind?.rawValue)),
      .init("about", Value(item.about)), .init("minutes", .text(item.minutes)),
      .init(
        "votes",
        .list(zip(item.votes, outcomes).map { .object(Self.entries(vote: $0, outcome: $1)) })),
    ]
    if outcomes.count == 1, let outcome = outcomes.first { entries += Self.entries(outcome) }
    if let election { entries += Self.entries(election) }
    return entries + [
      .init("resolution", .text(item.resolution)), .init("owners", Value(item.owners)),
      .init("due", Value(item.due)), .init("away", Value(item.away)),
    ]
  }

  /// The parts of a vote keep the names that they have in a record.
  private static func entries(vote: Vote, outcome: VoteOutcome) -> [Value.Entry] {
    func entry(_ part: VotePart, _ value: Value) -> Value.Entry { .init(part.rawValue, value) }
    return [
      entry(.subject, Value(vote.subject)), entry(.category, .text(vote.category.rawValue)),
      entry(.method, .text(vote.method)), entry(.inFavour, .number(vote.inFavour)),
      entry(.against, .number(vote.against)), entry(.abstaining, .number(vote.abstaining)),
      entry(.written, .number(vote.written)), entry(.issued, Value(vote.issued)),
      entry(.returned, Value(vote.returned)), entry(.valid, Value(vote.valid)),
      entry(.scrutineers, Value(vote.scrutineers)), entry(.tellers, Value(vote.tellers)),
      entry(.writeIn, .text(vote.writeIn)),
    ] + entries(outcome)
  }

  private static func entries(_ outcome: VoteOutcome) -> [Value.Entry] {
    [
      .init("mayVote", .truth(outcome.mayVote)), .init("needed", .number(outcome.needed)),
      .init("passed", .truth(outcome.passed)), .init("outcome", .text(outcome.decision.word)),
    ]
  }

  /// Who was elected at an item, in the order of their votes, who is voted on again, and how many
  /// seats are left for that and by nobody's having enough votes.
  private static func entries(_ election: ElectionResult) -> [Value.Entry] {
    [
      .init("seats", Value(election.seats)), .init("elected", Value(election.elected)),
      .init("tied", Value(election.people(.tied))),
      .init("seatsToVoteAgain", .number(election.seatsToVoteAgain)),
      .init("vacantSeats", .number(election.vacantSeats)),
    ]
  }
}

extension VoteDecision {
  /// The word of the program's JSON for it.
  var word: String {
    switch self {
    case .passed: "passed"
    case .notPassed: "notPassed"
    case .noQuorum: "noQuorum"
    case .impossible: "impossible"
    case .notDecidedHere: "notDecidedHere"
    case .candidate(.elected): "elected"
    case .candidate(.notEnoughVotes): "notElected"
    case .candidate(.outvoted): "outvoted"
    case .tied, .candidate(.tied): "tied"
    case .candidate(.withoutRight): "withoutRight"
    case .candidate(.impossible): "impossible"
    case .candidate(.void): "void"
    }
  }
}
