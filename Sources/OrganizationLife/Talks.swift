extension Team {
  /// The kind of a pairing: one of the committee and N members.
  public static let pairingKind = "1+N"
}

/// Two members who have not talked.
public struct TalkPair: Hashable, Sendable {
  /// The one with the lower id; of a pairing the one of the committee.
  public var first: Member
  /// The other.
  public var second: Member
}

/// How far the talks of a period (谈心谈话) reach what 支部条例第十九条 asks, read as coverage and
/// not as all pairs: each committee member with each other, each member with at least one
/// committee member and with at least one other member (R13).
public struct TalkCoverage: Hashable, Sendable {
  /// How many of these are asked for.
  public var required: Int
  /// Pairs of committee members who have not talked.
  public var committeePairs: [TalkPair]
  /// Members whom no committee member has talked with.
  public var withoutCommittee: [Member]
  /// Members who have not talked with another one outside the committee.
  public var withoutMember: [Member]
  /// 1+N: committee members and those whom each has to talk with by the pairings of the branch
  /// (teams of kind `1+N`) and has not. It says whom; any committee member counts for what is
  /// required.
  public var pairingsOpen: [TalkPair]
  /// The talks.
  public var evidence: [Reference]

  /// How many were done.
  public var done: Int {
    required - committeePairs.count - withoutCommittee.count - withoutMember.count
  }
}

/// A talk and who talked with whom.
struct Talk {
  var reference: Reference
  /// The presider, who talked with each of the others; nil when all talked with each other.
  var host: MemberIdentifier?
  var others: Set<MemberIdentifier>

  init(_ activity: Activity) {
    reference = activity.reference
    host = activity.presider?.id
    others = activity.attendees
    if let host { others.remove(host) }
  }

  /// Whom a member talked with.
  func partners(of id: MemberIdentifier) -> Set<MemberIdentifier> {
    if let host {
      if host == id { return others }
      return others.contains(id) ? [host] : []
    }
    return others.contains(id) ? others.subtracting([id]) : []
  }
}

extension Ledger {
  /// The talks that organisations held on those days, by date.
  func talks(
    of places: [OrganizationIdentifier], in days: ClosedRange<Day>, catalog: Catalog
  ) -> [Talk] {
    let kinds = Set(catalog.kinds.filter(\.isTalk).map(\.id))
    guard !kinds.isEmpty else { return [] }
    return places.flatMap { activities(of: $0, in: days) }
      .filter { kinds.contains($0.kind) || $0.counts.contains(where: kinds.contains) }
      .map(Talk.init)
  }

  /// Whether the records of a branch's talks may be read here: their kind is not restricted, or some
  /// of the branch or its groups are there. Of another branch they say nothing: restricted records
  /// are each organisation's own to open.
  func canReadTalks(
    of branch: OrganizationIdentifier, on day: Day, _ catalog: Catalog
  ) -> Bool {
    let kinds = catalog.kinds.filter(\.isTalk)
    if kinds.contains(where: { !$0.isRestricted }) { return true }
    let ids = Set(kinds.map(\.id))
    return descendants(of: branch, on: day).contains { place in
      activities(of: place.id).contains { ids.contains($0.kind) }
    }
  }

  /// How far the talks of those days cover the members that a branch had on the last of them.
  /// Members who are detained (中止) are not counted.
  public func talkCoverage(
    of branch: OrganizationIdentifier, in days: ClosedRange<Day>, catalog: Catalog
  ) -> TalkCoverage {
    let day = days.upperBound
    let people = allPartyMembers(of: branch, on: day).filter { $0.rights != .suspended }
    let officers = Set(committee(of: branch, on: day).map(\.id))
    let leading = people.filter { officers.contains($0.id) }
    let ordinary = people.filter { !officers.contains($0.id) }
    let places = descendants(of: branch, on: day).map(\.id)
    let talks = talks(of: places, in: days, catalog: catalog)
    var partners: [MemberIdentifier: Set<MemberIdentifier>] = [:]
    for talk in talks {
      for id in talk.others.union(talk.host.map { [$0] } ?? []) {
        partners[id, default: []].formUnion(talk.partners(of: id))
      }
    }
    var coverage = TalkCoverage(
      required: 0, committeePairs: [], withoutCommittee: [], withoutMember: [],
      pairingsOpen: [], evidence: talks.map(\.reference))
    for (index, first) in leading.enumerated() {
      for second in leading[(index + 1)...] {
        coverage.required += 1
        if !(partners[first.id]?.contains(second.id) ?? false) {
          coverage.committeePairs.append(TalkPair(first: first, second: second))
        }
      }
    }
    let others = Set(ordinary.map(\.id))
    for member in ordinary {
      let own = partners[member.id] ?? []
      if !leading.isEmpty {
        coverage.required += 1
        if own.isDisjoint(with: officers) { coverage.withoutCommittee.append(member) }
      }
      if ordinary.count > 1 {
        coverage.required += 1
        if own.isDisjoint(with: others) { coverage.withoutMember.append(member) }
      }
    }
    let byId = Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for team in teams(pairing: branch, on: day) {
      for leader in team.leaders.compactMap(\.id).compactMap({ byId[$0] }) {
        for member in team.people.compactMap(\.id).compactMap({ byId[$0] })
        where member.id != leader.id && !(partners[leader.id]?.contains(member.id) ?? false) {
          coverage.pairingsOpen.append(TalkPair(first: leader, second: member))
        }
      }
    }
    return coverage
  }

  /// The pairings of a branch (1名支委包教N名党员) that hold on a day.
  private func teams(pairing branch: OrganizationIdentifier, on day: Day) -> [Team] {
    teams.filter { team in
      team.kind == Team.pairingKind && team.organization == branch && team.since <= day
        && team.until.map { day <= $0 } ?? true
    }
  }
}
