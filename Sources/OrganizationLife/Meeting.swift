/// 分批开展: the n-th of so many sittings of one meeting, written `1/2`.
public struct Sitting: Hashable, Sendable, CustomStringConvertible {
  /// Which one, from 1.
  public let index: Int
  /// Of how many.
  public let total: Int

  /// Reads `1/2`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let index = Int(parts[0]), let total = Int(parts[1]), index >= 1,
      index <= total
    else { return nil }
    self.index = index
    self.total = total
  }

  /// `1/2`.
  public var description: String { "\(index)/\(total)" }
}

/// One meeting: an activity, or the sittings of one that was held in batches (分批开展). Whoever
/// came to one sitting attended the meeting.
public struct Meeting: Hashable, Sendable {
  /// The sittings, by date; one where it was not held in batches. Never empty.
  public private(set) var sittings: Sittings

  /// A meeting held in one.
  fileprivate init(_ activity: Activity) { sittings = Sittings(activity) }

  /// The sittings of a meeting: most have one, which stands here without a list of its own.
  public struct Sittings: RandomAccessCollection, Hashable, Sendable {
    private let opening: Activity
    private var later: [Activity] = []

    fileprivate init(_ opening: Activity) { self.opening = opening }

    fileprivate mutating func append(_ activity: Activity) { later.append(activity) }

    /// Leaves so many of them, at least one.
    fileprivate mutating func keep(_ count: Int) { later.removeSubrange((count - 1)...) }

    public var startIndex: Int { 0 }
    public var endIndex: Int { 1 + later.count }
    public subscript(position: Int) -> Activity {
      position == 0 ? opening : later[position - 1]
    }
  }

  /// The day on which it began, which decides the period it counts in.
  public var date: Day? { sittings.first?.date }

  /// Meetings by the day on which they began, then by the first record.
  func begins(before other: Meeting) -> Bool {
    guard let own = sittings.first, let others = other.sittings.first else { return false }
    return (own.date, own.reference) < (others.date, others.reference)
  }

  /// The records it stands in.
  public var evidence: [Reference] { sittings.map(\.reference) }

  /// What had been held of it by a day; nil when it had not begun.
  func held(by day: Day) -> Meeting? {
    guard let last = sittings.lastIndex(where: { $0.date <= day }) else { return nil }
    if last == sittings.count - 1 { return self }
    var part = self
    part.sittings.keep(last + 1)
    return part
  }

  /// Whether it counts as one of those kinds, by its own kind or by `Counts`.
  public func counts(asAnyOf kinds: [String]) -> Bool {
    sittings.contains { sitting in kinds.contains { sitting.counts(as: $0) } }
  }

  /// Whether an item of any of its sittings has those words in its title.
  public func hasItem(_ words: String) -> Bool {
    sittings.contains { $0.items.contains { $0.title.holds(words) } }
  }

  /// Whether a member came to any of its sittings.
  public func wasAttended(by member: MemberIdentifier) -> Bool {
    sittings.contains { $0.wasAttended(by: member) }
  }

  /// The longest stretch over which sittings of one meeting are held, in days. Numbers begin
  /// anew each year; the same one within this stretch is the same meeting.
  public static let span = 62

  /// Puts the sittings of one meeting together: the same organisation, kind, `Number` and count
  /// of sittings; where meetings of the kind bear no number, a sitting goes on with the one before
  /// it. Activities come by date and so do the meetings.
  public static func gather(_ activities: [Activity]) -> [Meeting] {
    var meetings: [Meeting] = []
    var open: [Key: Int] = [:]
    for activity in activities {
      guard let sitting = Sitting(activity.sitting), sitting.total > 1 else {
        meetings.append(Meeting(activity))
        continue
      }
      let key = Key(
        organization: activity.organization, kind: activity.kind, number: activity.number,
        total: sitting.total)
      if let position = open[key], let first = meetings[position].date,
        first.days(until: activity.date) <= Meeting.span,
        activity.number != nil || meetings[position].isFollowed(by: sitting)
      {
        meetings[position].sittings.append(activity)
      } else {
        open[key] = meetings.count
        meetings.append(Meeting(activity))
      }
    }
    return meetings
  }

  /// Whether a sitting comes after all that are here.
  private func isFollowed(by sitting: Sitting) -> Bool {
    sittings.allSatisfy { (Sitting($0.sitting)?.index ?? 0) < sitting.index }
  }

  private struct Key: Hashable {
    var organization: OrganizationIdentifier
    var kind: String
    var number: Int?
    var total: Int
  }
}

extension Ledger {
  /// The meetings of one organisation that began on those days, by date; sittings held after
  /// them belong to theirs all the same, and those of an earlier meeting are left out.
  public func meetings(
    of id: OrganizationIdentifier, in days: ClosedRange<Day>
  ) -> [Meeting] {
    let before = days.lowerBound.adding(days: -Meeting.span)
    return Meeting.gather(activities(of: id, in: before...days.upperBound))
      .filter { meeting in meeting.date.map { days.contains($0) } ?? false }
  }

  /// The meeting that an activity is, or is a sitting of, with the activity as it stands, recorded
  /// or not.
  public func meeting(of activity: Activity) -> Meeting {
    guard Sitting(activity.sitting) != nil else { return Meeting(activity) }
    // What began a span before the earliest that may have begun this one could take part of it.
    let days =
      activity.date.adding(days: -2 * Meeting.span)...activity.date.adding(days: Meeting.span)
    let others = activities(of: activity.organization, in: days).filter {
      $0.kind == activity.kind && $0.origin != activity.origin && !$0.sitting.isEmpty
    }
    return Meeting.gather((others + [activity]).sorted { $0.comesBefore($1) })
      .first { $0.sittings.contains { $0.origin == activity.origin } } ?? Meeting(activity)
  }

  /// The other sittings of the same meeting, by date; empty when it was not held in batches.
  public func otherSittings(of activity: Activity) -> [Activity] {
    meeting(of: activity).sittings.filter { $0.origin != activity.origin }
  }
}
