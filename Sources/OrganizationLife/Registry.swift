/// 名册: the organisations and the members, each as they stood from day to day.
package final class Registry: Sendable {
  /// The snapshots of each organisation, by `since`, then by when they were written.
  let organizations: [OrganizationIdentifier: [Organization]]
  /// The snapshots of each member, by `since`, then by when they were written.
  let members: [MemberIdentifier: [Member]]
  /// Ids in order, so that no question has to sort them again.
  let organizationOrder: [OrganizationIdentifier]
  /// Those that stood directly below one at any time, by id.
  let placesBelow: [OrganizationIdentifier: [OrganizationIdentifier]]
  /// The organisations in which somebody holds office in any snapshot.
  let officePlaces: [MemberIdentifier: [OrganizationIdentifier]]
  /// Those who were on the roll of an organisation at any time, by id.
  let memberPlaces: [OrganizationIdentifier: [MemberIdentifier]]

  /// The snapshots put in order.
  package init(organizations: [Organization], members: [Member]) {
    (self.organizations, organizationOrder) = Self.timelines(of: organizations)
    let memberOrder: [MemberIdentifier]
    (self.members, memberOrder) = Self.timelines(of: members)
    var placesBelow: [OrganizationIdentifier: [OrganizationIdentifier]] = [:]
    var officePlaces: [MemberIdentifier: [OrganizationIdentifier]] = [:]
    for id in organizationOrder {
      let snapshots = self.organizations[id] ?? []
      for parent in Set(snapshots.compactMap(\.parent)) {
        placesBelow[parent, default: []].append(id)
      }
      for officer in Set(snapshots.flatMap(\.officers).compactMap(\.person.id)) {
        officePlaces[officer, default: []].append(id)
      }
    }
    self.placesBelow = placesBelow
    self.officePlaces = officePlaces
    var memberPlaces: [OrganizationIdentifier: [MemberIdentifier]] = [:]
    for id in memberOrder {
      let snapshots = self.members[id] ?? []
      for (position, snapshot) in snapshots.enumerated() {
        let place = snapshot.organization
        // Most have one snapshot, and none has many.
        guard !snapshots[..<position].contains(where: { $0.organization == place }) else {
          continue
        }
        memberPlaces[place, default: []].append(id)
      }
    }
    self.memberPlaces = memberPlaces
  }

  /// Snapshots by id, each in the order in which they take effect; and the ids in order.
  private static func timelines<State: Snapshot>(
    of snapshots: [State]
  ) -> (snapshots: [State.ID: [State]], ids: [State.ID]) {
    var timelines: [State.ID: [State]] = [:]
    // Records come nearly in the order of their ids, which is then soon put right.
    var ids: [State.ID] = []
    for snapshot in snapshots {
      if timelines[snapshot.id] == nil { ids.append(snapshot.id) }
      timelines[snapshot.id, default: []].append(snapshot)
    }
    ids.sort()
    for id in ids {
      // Most have one.
      guard let count = timelines[id]?.count, count > 1 else { continue }
      timelines[id]?.sort {
        ($0.since, $0.enteredAt, $0.reference) < ($1.since, $1.enteredAt, $1.reference)
      }
    }
    return (timelines, ids)
  }
}

extension Ledger {
  /// The snapshots of each organisation, by `since`, then by when they were written.
  public var organizations: [OrganizationIdentifier: [Organization]] { registry.organizations }

  /// The snapshots of each member, by `since`, then by when they were written.
  public var members: [MemberIdentifier: [Member]] { registry.members }

  /// An organisation as it stood on a day; nil before its founding and after its end.
  public func organization(_ id: OrganizationIdentifier, on day: Day) -> Organization? {
    guard let snapshot = organizations[id]?.last(where: { $0.since <= day }) else { return nil }
    return snapshot.until.map { day <= $0 } ?? true ? snapshot : nil
  }

  /// The last day that an organisation had; nil while it is there.
  public func lastDay(of id: OrganizationIdentifier) -> Day? { organizations[id]?.last?.until }

  /// All organisations that existed on a day, by id.
  public func organizations(on day: Day) -> [Organization] {
    registry.organizationOrder.compactMap { organization($0, on: day) }
  }

  /// The organisations directly below one on a day, by id.
  public func children(of id: OrganizationIdentifier, on day: Day) -> [Organization] {
    (registry.placesBelow[id] ?? []).compactMap { organization($0, on: day) }.filter {
      $0.parent == id
    }
  }

  /// The 党小组 of a branch on a day, by id.
  public func groups(of id: OrganizationIdentifier, on day: Day) -> [Organization] {
    children(of: id, on: day).filter { $0.level == .group }
  }

  /// An organisation and everything below it on a day, parents first.
  public func descendants(of id: OrganizationIdentifier, on day: Day) -> [Organization] {
    guard let own = organization(id, on: day) else { return [] }
    var found: [Organization] = []
    var seen: Set<OrganizationIdentifier> = []
    func visit(_ organization: Organization) {
      guard seen.insert(organization.id).inserted else { return }
      found.append(organization)
      for child in children(of: organization.id, on: day) { visit(child) }
    }
    visit(own)
    return found
  }

  /// An organisation and everything below it on a day, and those below it that had ended by then:
  /// what they recorded stays.
  public func placesWithEnded(
    under id: OrganizationIdentifier, on day: Day
  ) -> [OrganizationIdentifier] {
    let there = descendants(of: id, on: day).map(\.id)
    let known = Set(there)
    return there
      + placesEver(under: [id]).filter { place in
        !known.contains(place)
          && organizations[place]?.last.map { $0.until.map { $0 < day } ?? false } ?? false
      }.sorted()
  }

  /// Some organisations and all that stood somewhere under them at any time.
  public func placesEver(
    under tops: some Sequence<OrganizationIdentifier>
  ) -> Set<OrganizationIdentifier> {
    var found = Set(tops)
    var waiting = Array(found)
    while let id = waiting.popLast() {
      for child in registry.placesBelow[id] ?? [] where found.insert(child).inserted {
        waiting.append(child)
      }
    }
    return found
  }

  /// The branch that an organisation is or, for a 党小组, belongs to.
  public func branch(of id: OrganizationIdentifier, on day: Day) -> Organization? {
    guard let organization = organization(id, on: day) else { return nil }
    guard organization.level == .group, let parent = organization.parent else {
      return organization
    }
    return self.organization(parent, on: day)
  }

  /// The organisations in which somebody holds office in any snapshot, by id.
  func placesWithOffice(of id: MemberIdentifier) -> [OrganizationIdentifier] {
    registry.officePlaces[id] ?? []
  }

  /// A member as he or she stood on a day; nil before joining and after leaving.
  public func member(_ id: MemberIdentifier, on day: Day) -> Member? {
    guard let snapshot = members[id]?.last(where: { $0.since <= day }) else { return nil }
    return snapshot.until.map { day <= $0 } ?? true ? snapshot : nil
  }

  /// The newest snapshot of a member, whether or not it still holds.
  public func latest(_ id: MemberIdentifier) -> Member? { members[id]?.last }

  /// Everyone on the roll of a branch (or of a 党小组) on a day, applicants included, by id.
  public func roll(of id: OrganizationIdentifier, on day: Day) -> [Member] {
    if let group = organization(id, on: day), group.level == .group, let branch = group.parent {
      return roll(of: branch, on: day).filter { $0.group == id }
    }
    return (registry.memberPlaces[id] ?? []).compactMap { member($0, on: day) }
      .filter { $0.organization == id }
  }

  /// Everyone on the roll of an organisation and of everything below it on a day, applicants
  /// included, by organisation in tree order, then by id. Whoever stands on the roll of an
  /// organisation above branches is among them.
  public func wholeRoll(of id: OrganizationIdentifier, on day: Day) -> [Member] {
    if organization(id, on: day)?.level == .group { return roll(of: id, on: day) }
    return descendants(of: id, on: day).filter { $0.level != .group }
      .flatMap { roll(of: $0.id, on: day) }
  }

  /// The Party members, full and probationary, of a branch or group on a day, by id.
  public func partyMembers(of id: OrganizationIdentifier, on day: Day) -> [Member] {
    roll(of: id, on: day).filter(\.belongsToBody)
  }
}
