/// The numbers of a meeting on its own day. Three denominators are kept apart: everyone on the
/// body (应到), those with a vote (有表决权应到) and, in both, those left after R26.
public struct Turnout: Hashable, Sendable {
  /// 应到: the body that day, less those excluded.
  public var expected: Int
  /// 实到: those expected who came, in the room or by video, late or leaving early included.
  public var present: Int
  /// 有表决权应到: those expected who have a vote; on a committee too (R20).
  public var eligible: Int
  /// 有表决权实到.
  public var eligiblePresent: Int

  /// Numbers that are already known.
  public init(expected: Int, present: Int, eligible: Int, eligiblePresent: Int) {
    self.expected = expected
    self.present = present
    self.eligible = eligible
    self.eligiblePresent = eligiblePresent
  }

  /// Counts a roster that is being ticked: who is expected (after exclusions) and who came.
  public init(expected: [Member], present: Set<MemberIdentifier>) {
    self.init(expected: expected.count, present: 0, eligible: 0, eligiblePresent: 0)
    for member in expected {
      let came = present.contains(member.id)
      let votes = member.hasVote
      if came { self.present += 1 }
      if votes { eligible += 1 }
      if came && votes { eligiblePresent += 1 }
    }
  }
}

extension Activity {
  /// The same with nobody left out (R26).
  var withoutExclusions: Activity {
    guard !excluded.isEmpty else { return self }
    var whole = self
    whole.excluded = []
    return whole
  }

  /// The members who came, in the room or by video; late ones and those who left early came too.
  public var attendees: Set<MemberIdentifier> {
    var found: Set<MemberIdentifier> = []
    for person in present { if let id = person.id { found.insert(id) } }
    for person in video { if let id = person.id { found.insert(id) } }
    return found
  }

  /// Whether anyone is listed as present or absent. Without a list nobody can be said to have
  /// been away.
  public var hasRoster: Bool { !present.isEmpty || !video.isEmpty || !absent.isEmpty }

  /// 人次: `Headcount` when given, else those listed as present; a talk's presider does not count
  /// (FORMAT.md 7).
  public func personTimes(as kind: ActivityKind?) -> Quantity? {
    if let headcount { return headcount }
    var listed = present + video
    if kind?.isConversation ?? false, let presider {
      listed.removeAll { $0 == presider || ($0.id != nil && $0.id == presider.id) }
    }
    return Quantity("\(listed.count)")
  }
}

extension Ledger {
  /// The Party members, full and probationary, that an organisation has on a day: of a branch or
  /// group its own, of any other level those of everything below it and its own. Members under
  /// disciplinary probation (留党察看) belong to it, those whose membership is stopped (停止党籍)
  /// do not. By id within each branch.
  public func allPartyMembers(of id: OrganizationIdentifier, on day: Day) -> [Member] {
    guard let own = organization(id, on: day) else { return [] }
    if own.level.isBranch || own.level == .group { return partyMembers(of: id, on: day) }
    return wholeRoll(of: id, on: day).filter(\.belongsToBody)
  }

  /// The committee (支委会 委员) of an organisation on a day: its officers who are Party members
  /// that day, each once however many posts are held, by id.
  public func committee(of id: OrganizationIdentifier, on day: Day) -> [Member] {
    let officers = organization(id, on: day)?.officers ?? []
    return Set(officers.compactMap(\.person.id)).sorted().compactMap { member($0, on: day) }
      .filter(\.belongsToBody)
  }

  /// The body that decides who is expected: the kind's; without a kind a committee by the name of
  /// the meeting, else that of the organisation's level.
  func body(of activity: Activity, as kind: ActivityKind?) -> Body {
    if let kind { return kind.body }
    if activity.isNamedAfterCommittee { return .committee }
    return organization(activity.organization, on: activity.date)?.level == .group
      ? .group : .members
  }

  /// Who is expected at an activity (应到): the body of its own day, less `Excluded` (R26).
  ///
  /// 党员大会, lessons and theme days: the members, full and probationary; 支委会: the officers;
  /// 党小组会: the group's members; talks: the people named. Ordered by group (those in no group
  /// last), then by id.
  public func expected(at activity: Activity, as kind: ActivityKind?) -> [Member] {
    let body =
      switch body(of: activity, as: kind) {
      case .members, .group: allPartyMembers(of: activity.organization, on: activity.date)
      case .committee: committee(of: activity.organization, on: activity.date)
      case .people: named(in: activity)
      }
    let excluded = Set(activity.excluded.compactMap(\.person.id))
    return body.filter { !excluded.contains($0.id) }.sorted { a, b in
      switch (a.group, b.group) {
      case (let x?, let y?) where x != y: x < y
      case (.some, nil): true
      case (nil, .some): false
      default: a.id < b.id
      }
    }
  }

  /// Whether one member is expected at an activity; the same rule as `expected(at:as:)` without
  /// going through the whole body.
  public func isExpected(
    _ id: MemberIdentifier, at activity: Activity, as kind: ActivityKind?
  ) -> Bool {
    guard let member = member(id, on: activity.date),
      !activity.excluded.contains(where: { $0.person.id == id }),
      let place = organization(activity.organization, on: activity.date)
    else { return false }
    switch body(of: activity, as: kind) {
    case .committee:
      return member.belongsToBody && place.officers.contains { $0.person.id == id }
    case .people:
      return activity.wasAttended(by: id) || activity.absent.contains { $0.person.id == id }
    case .members, .group:
      guard member.belongsToBody else { return false }
      if place.level == .group { return member.group == place.id && belongs(member, to: place) }
      if place.level.isBranch { return member.organization == place.id }
      return ancestors(of: member.organization, on: activity.date).contains(place.id)
    }
  }

  /// 应到、实到、有表决权应到、有表决权实到 of an activity.
  public func turnout(of activity: Activity, kind: ActivityKind?) -> Turnout {
    turnout(of: activity, kind: kind, away: [])
  }

  /// The turnout while those people were out of the room (an item's `Away`): they are expected
  /// and not present.
  public func turnout(of activity: Activity, kind: ActivityKind?, away: [Person]) -> Turnout {
    let present = activity.attendees.subtracting(away.compactMap(\.id))
    return Turnout(expected: expected(at: activity, as: kind), present: present)
  }

  /// The turnout at one item: those absent for it are not present for its votes. Members are left
  /// out at elections only (R26): other votes count everybody.
  public func turnout(for item: Item, of activity: Activity, kind: ActivityKind?) -> Turnout {
    let isOtherVote = item.seats == nil && item.votes.contains { $0.category != .election }
    return turnout(
      of: isOtherVote ? activity.withoutExclusions : activity, kind: kind, away: item.away)
  }

  /// The organisations above one on a day, nearest first.
  func ancestors(of id: OrganizationIdentifier, on day: Day) -> [OrganizationIdentifier] {
    var found: [OrganizationIdentifier] = []
    var next = organization(id, on: day)?.parent
    while let parent = next, parent != id, !found.contains(parent) {
      found.append(parent)
      next = organization(parent, on: day)?.parent
    }
    return found
  }

  /// Whether an organisation is another one, or stands anywhere below it on a day.
  public func isPart(
    _ id: OrganizationIdentifier, of other: OrganizationIdentifier, on day: Day
  ) -> Bool {
    id == other || ancestors(of: id, on: day).contains(other)
  }

  private func belongs(_ member: Member, to group: Organization) -> Bool {
    group.parent.map { member.organization == $0 } ?? true
  }

  /// The members listed as present or absent, each once.
  private func named(in activity: Activity) -> [Member] {
    activity.attendees.union(activity.absent.compactMap(\.person.id)).sorted()
      .compactMap { member($0, on: activity.date) }
  }
}
