/// Everything that the records say, folded: what holds now, with the past still there to ask for.
///
/// Snapshots of organisations and members are kept by id in the order in which they take effect.
public struct Ledger: Sendable {
  /// The snapshots of each organisation, by `since`, then by when they were written.
  public private(set) var organizations: [OrganizationIdentifier: [Organization]] = [:]
  /// The snapshots of each member, by `since`, then by when they were written.
  public private(set) var members: [MemberIdentifier: [Member]] = [:]
  /// Activities by date, then by reference.
  public private(set) var activities: [Activity] = []
  /// Recorded matters (a derived one has no record until something happens to it).
  public var matters: [Matter] = [] {
    didSet {
      settledIndex.set(matters)
      matterPositions = Dictionary(grouping: matters.indices) { matters[$0].organization }
      correctionPositions = [:]
      for (position, matter) in matters.enumerated() where matter.kind == Matter.correctionKind {
        for owner in Set(matter.owners.compactMap(\.id)) {
          correctionPositions[owner, default: []].append(position)
        }
      }
    }
  }
  /// Documents.
  public var documents: [Document] = [] {
    didSet { settledIndex.set(documents, in: self) }
  }
  /// Honours.
  public var honors: [Honor] = []
  /// Reviews.
  public var reviews: [Review] = [] {
    didSet {
      reviewByReference = [:]
      for (position, review) in reviews.enumerated() {
        reviewByReference[review.reference] = position
        reviewByReference[review.origin] = position
      }
    }
  }
  /// Procedures, the newest step of each.
  public var procedures: [ProcedureStep] = []
  /// Every step of every procedure, by date, then by reference; each record is one.
  public var procedureSteps: [ProcedureStep] = [] {
    didSet {
      stepPositions = Dictionary(grouping: procedureSteps.indices) {
        procedureSteps[$0].organization
      }
      stepPositionsBySubject = Dictionary(grouping: procedureSteps.indices) {
        procedureSteps[$0].subject.id
      }
      stepByReference = Dictionary(
        procedureSteps.enumerated().map { ($1.reference, $0) },
        uniquingKeysWith: { first, _ in first })
    }
  }
  /// Teams.
  public var teams: [Team] = []
  /// Plans, by period, then by reference.
  public var plans: [Plan] = []
  /// Dues, where they may be read.
  public var dues: [DuesPayment] = [] {
    didSet {
      placesKeepingDues = Set(
        dues.compactMap { payment in
          (member(payment.member, on: payment.month.last) ?? latest(payment.member))?.organization
        })
      duesPositions = Dictionary(grouping: dues.indices) { dues[$0].organization }
    }
  }
  /// The branches of which any dues are there: of the others none are recorded, or they may not be
  /// read, and neither says that somebody owes.
  private(set) var placesKeepingDues: Set<OrganizationIdentifier> = []

  /// The organisations with restricted records that may not be read: of what would stand there
  /// nobody can say that it is missing.
  public var unreadablePlaces: Set<OrganizationIdentifier> = []

  /// Ids in order, so that no question has to sort them again.
  private var organizationOrder: [OrganizationIdentifier] = []
  /// Those that stood directly below one at any time, by id.
  private var placesBelow: [OrganizationIdentifier: [OrganizationIdentifier]] = [:]
  private var matterPositions: [OrganizationIdentifier: [Int]] = [:]
  /// Of matters that give somebody a time to improve (限期改正), by whom.
  private var correctionPositions: [MemberIdentifier: [Int]] = [:]
  private var stepPositions: [OrganizationIdentifier: [Int]] = [:]
  private var stepPositionsBySubject: [MemberIdentifier?: [Int]] = [:]
  private var stepByReference: [Reference: Int] = [:]
  /// With those in which no organisation is named.
  private var duesPositions: [OrganizationIdentifier?: [Int]] = [:]
  private var activityPositions: [OrganizationIdentifier: [Int]] = [:]
  private var activityByReference: [Reference: Int] = [:]
  private var reviewByReference: [Reference: Int] = [:]
  private(set) var settledIndex = SettledIndex()
  /// The organisations in which somebody holds office in any snapshot.
  private var officePlaces: [MemberIdentifier: [OrganizationIdentifier]] = [:]
  private var memberPlaces: [OrganizationIdentifier: [MemberIdentifier]] = [:]
  /// Activities that make up for an absence, by the first version of the one that was missed.
  private var makeUpSessions: [Reference: [Int]] = [:]

  /// A ledger of those values.
  public init(organizations: [Organization], members: [Member], activities: [Activity]) {
    for organization in organizations {
      // Records come nearly in the order of their ids, which is then soon put right.
      if self.organizations[organization.id] == nil { organizationOrder.append(organization.id) }
      self.organizations[organization.id, default: []].append(organization)
    }
    organizationOrder.sort()
    for id in organizationOrder {
      self.organizations[id]?.sortIfSeveral {
        ($0.since, $0.enteredAt, $0.reference) < ($1.since, $1.enteredAt, $1.reference)
      }
    }
    var memberOrder: [MemberIdentifier] = []
    for member in members {
      if self.members[member.id] == nil { memberOrder.append(member.id) }
      self.members[member.id, default: []].append(member)
    }
    memberOrder.sort()
    for id in memberOrder {
      self.members[id]?.sortIfSeveral {
        ($0.since, $0.enteredAt, $0.reference) < ($1.since, $1.enteredAt, $1.reference)
      }
    }
    self.activities = Self.inOrder(activities)
    for id in organizationOrder {
      for parent in Set((self.organizations[id] ?? []).compactMap(\.parent)) {
        placesBelow[parent, default: []].append(id)
      }
    }
    activityByReference.reserveCapacity(self.activities.count)
    for (position, activity) in self.activities.enumerated() {
      activityPositions[activity.organization, default: []].append(position)
      activityByReference[activity.reference] = position
      if activity.origin != activity.reference {
        activityByReference[activity.origin] = position
      }
    }
    for (position, activity) in self.activities.enumerated() where !activity.tags.isEmpty {
      for missed in activity.madeUp {
        let origin = self.activity(missed)?.origin ?? missed
        makeUpSessions[origin, default: []].append(position)
      }
    }
    for id in organizationOrder {
      let officers = (self.organizations[id] ?? []).flatMap(\.officers).compactMap(\.person.id)
      for officer in Set(officers) { officePlaces[officer, default: []].append(id) }
    }
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
  }

  /// Activities by date, then by reference. Days part most of them, and those of a day come nearly
  /// in order.
  private static func inOrder(_ activities: [Activity]) -> [Activity] {
    let days = Dictionary(grouping: activities, by: \.date)
    return days.keys.sorted().flatMap { day in
      (days[day] ?? []).sorted { $0.comesBefore($1) }
    }
  }

  /// An organisation as it stood on a day; nil before its founding and after its end.
  public func organization(_ id: OrganizationIdentifier, on day: Day) -> Organization? {
    guard let snapshot = organizations[id]?.last(where: { $0.since <= day }) else { return nil }
    return snapshot.until.map { day <= $0 } ?? true ? snapshot : nil
  }

  /// The last day that an organisation had; nil while it is there.
  public func lastDay(of id: OrganizationIdentifier) -> Day? { organizations[id]?.last?.until }

  /// All organisations that existed on a day, by id.
  public func organizations(on day: Day) -> [Organization] {
    organizationOrder.compactMap { organization($0, on: day) }
  }

  /// The organisations directly below one on a day, by id.
  public func children(of id: OrganizationIdentifier, on day: Day) -> [Organization] {
    (placesBelow[id] ?? []).compactMap { organization($0, on: day) }.filter { $0.parent == id }
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
      for child in placesBelow[id] ?? [] where found.insert(child).inserted {
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
    officePlaces[id] ?? []
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
    return (memberPlaces[id] ?? []).compactMap { member($0, on: day) }
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

  /// The recorded matters of one organisation (not of those below it), in their order.
  public func matters(of id: OrganizationIdentifier) -> [Matter] {
    (matterPositions[id] ?? []).map { matters[$0] }
  }

  /// The recorded matters of some organisations (not of those below them), in their order.
  func matters(of places: some Sequence<OrganizationIdentifier>) -> [Matter] {
    places.flatMap { matterPositions[$0] ?? [] }.sorted().map { matters[$0] }
  }

  /// The recorded matters that give somebody a time to improve (限期改正), in their order.
  func corrections(of id: MemberIdentifier) -> [Matter] {
    (correctionPositions[id] ?? []).map { matters[$0] }
  }

  /// The steps of procedures about one member, in their order.
  func procedureSteps(about id: MemberIdentifier) -> [ProcedureStep] {
    (stepPositionsBySubject[id] ?? []).map { procedureSteps[$0] }
  }

  /// The steps of procedures that one organisation took, in their order.
  func procedureSteps(of id: OrganizationIdentifier) -> [ProcedureStep] {
    (stepPositions[id] ?? []).map { procedureSteps[$0] }
  }

  /// The step of a procedure that is recorded there.
  func procedureStep(_ reference: Reference) -> ProcedureStep? {
    stepByReference[reference].map { procedureSteps[$0] }
  }

  /// The dues that some organisations entered, and those in which none is named, in their order.
  func dues(of places: some Sequence<OrganizationIdentifier>) -> [DuesPayment] {
    (places.flatMap { duesPositions[$0] ?? [] } + (duesPositions[nil] ?? [])).sorted()
      .map { dues[$0] }
  }

  /// The activities of one organisation (not of those below it), by date.
  public func activities(of id: OrganizationIdentifier) -> [Activity] {
    (activityPositions[id] ?? []).map { activities[$0] }
  }

  /// The activities of one organisation (not of those below it) that began on those days, by
  /// date.
  public func activities(
    of id: OrganizationIdentifier, in days: ClosedRange<Day>
  ) -> [Activity] {
    positions(of: id, in: days).map { activities[$0] }
  }

  /// The same of those alone of which something is true.
  func activities(
    of id: OrganizationIdentifier, in days: ClosedRange<Day>, where isWanted: (Activity) -> Bool
  ) -> [Activity] {
    var found: [Activity] = []
    for position in positions(of: id, in: days) where isWanted(activities[position]) {
      found.append(activities[position])
    }
    return found
  }

  private func positions(
    of id: OrganizationIdentifier, in days: ClosedRange<Day>
  ) -> ArraySlice<Int> {
    guard let positions = activityPositions[id] else { return [] }
    // Positions rise with the date, so the first one of a stretch is found by halving.
    let first = positions.firstPosition { activities[$0].date >= days.lowerBound }
    return positions[first...].prefix { activities[$0].date <= days.upperBound }
  }

  /// The activities of all organisations that began on those days, by date.
  public func activities(in days: ClosedRange<Day>) -> ArraySlice<Activity> {
    let first = activities.firstPosition { $0.date >= days.lowerBound }
    return activities[first...].prefix { $0.date <= days.upperBound }
  }

  /// The activity whose newest or first version that is.
  public func activity(_ reference: Reference) -> Activity? {
    activityByReference[reference].map { activities[$0] }
  }

  /// The review whose newest or first version that is.
  public func review(_ reference: Reference) -> Review? {
    reviewByReference[reference].map { reviews[$0] }
  }

  /// The activities at which those absent from one made it up, by date.
  func sessions(for missed: Activity) -> [Activity] {
    (makeUpSessions[missed.origin] ?? []).map { activities[$0] }
  }
}

extension Array {
  /// Sorts what has something to be sorted.
  fileprivate mutating func sortIfSeveral(by precedes: (Element, Element) -> Bool) {
    if count > 1 { sort(by: precedes) }
  }

  /// The position of the first element of which something is true, where it is true of all those
  /// that follow; the count when it is true of none.
  fileprivate func firstPosition(where isTrue: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isTrue(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
