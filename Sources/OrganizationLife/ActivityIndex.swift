/// The activities in order, and where they stand.
package final class ActivityIndex: Sendable {
  /// By date, then by reference.
  let activities: [Activity]
  /// Of each organisation, by date.
  let positions: [OrganizationIdentifier: [Int]]
  /// By the newest and by the first version.
  let positionByReference: [Reference: Int]
  /// Those that make up for an absence, by the first version of the one that was missed.
  let makeUpSessions: [Reference: [Int]]

  /// The activities put in order.
  package init(_ activities: [Activity]) {
    let activities = Self.inOrder(activities)
    var positions: [OrganizationIdentifier: [Int]] = [:]
    var positionByReference: [Reference: Int] = [:]
    positionByReference.reserveCapacity(activities.count)
    for (position, activity) in activities.enumerated() {
      positions[activity.organization, default: []].append(position)
      positionByReference[activity.reference] = position
      if activity.origin != activity.reference {
        positionByReference[activity.origin] = position
      }
    }
    var makeUpSessions: [Reference: [Int]] = [:]
    for (position, activity) in activities.enumerated() where !activity.tags.isEmpty {
      for missed in activity.madeUp {
        let origin = positionByReference[missed].map { activities[$0].origin } ?? missed
        makeUpSessions[origin, default: []].append(position)
      }
    }
    self.activities = activities
    self.positions = positions
    self.positionByReference = positionByReference
    self.makeUpSessions = makeUpSessions
  }

  /// Activities by date, then by reference. Days part most of them, and those of a day come nearly
  /// in order.
  private static func inOrder(_ activities: [Activity]) -> [Activity] {
    let days = Dictionary(grouping: activities, by: \.date)
    return days.keys.sorted().flatMap { day in
      (days[day] ?? []).sorted { $0.comesBefore($1) }
    }
  }
}

extension Ledger {
  /// Activities by date, then by reference.
  public var activities: [Activity] { activityIndex.activities }

  /// The activities of one organisation (not of those below it), by date.
  public func activities(of id: OrganizationIdentifier) -> [Activity] {
    (activityIndex.positions[id] ?? []).map { activities[$0] }
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
    guard let positions = activityIndex.positions[id] else { return [] }
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
    activityIndex.positionByReference[reference].map { activities[$0] }
  }

  /// The activities at which those absent from one made it up, by date.
  func sessions(for missed: Activity) -> [Activity] {
    (activityIndex.makeUpSessions[missed.origin] ?? []).map { activities[$0] }
  }
}

extension Array {
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
