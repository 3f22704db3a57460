import Archive
import OrganizationLife

/// Numbers of each organisation with everything below it.
struct OrganizationSums: Sendable {
  /// Party members, full and probationary.
  private(set) var members: [OrganizationIdentifier: Int] = [:]
  /// What is still missing in the periods of the day; no entry where nothing is owed.
  private(set) var missing: [OrganizationIdentifier: Int] = [:]

  /// Sums over places that come with those above them, as the tree gives them.
  init(_ places: [Organization], _ archive: Archive, on day: Day) {
    let parents = Dictionary(
      places.map { ($0.id, $0.parent) }, uniquingKeysWith: { first, _ in first })
    func above(_ id: OrganizationIdentifier) -> [OrganizationIdentifier] {
      var found = [id]
      while let last = found.last, let parent = parents[last] ?? nil, parents[parent] != nil,
        !found.contains(parent)
      {
        found.append(parent)
      }
      return found
    }
    let due = Dictionary(grouping: archive.due(on: day, at: places), by: \.organization)
    for place in places {
      let count = archive.ledger.partyMembers(of: place.id, on: day).count
      // A group's members are its branch's already.
      for id in place.level == .group ? [place.id] : above(place.id) {
        members[id, default: 0] += count
      }
      guard let lines = due[place.id] else { continue }
      let sum = lines.reduce(0) { $0 + $1.missing }
      for id in above(place.id) { missing[id, default: 0] += sum }
    }
  }

  /// How far below the topmost of them each place stands; those above come before those below.
  static func depths(of places: [Organization]) -> [OrganizationIdentifier: Int] {
    var depths: [OrganizationIdentifier: Int] = [:]
    for place in places {
      depths[place.id] = place.parent.flatMap { depths[$0] }.map { $0 + 1 } ?? 0
    }
    return depths
  }
}

/// Who came how often to what he or she was expected at this year, talks left out.
struct YearAttendance: Sendable {
  private var numbers: [MemberIdentifier: (came: Int, expected: Int)] = [:]

  /// The numbers of the year up to a day, over the meetings of those places.
  init(of places: [OrganizationIdentifier], _ archive: Archive, on day: Day) {
    let kinds = archive.catalog.kindsByIdentifier
    let year = Period(.year, containing: day)
    for place in places {
      for meeting in archive.ledger.meetings(of: place, in: year.first...day) {
        guard let first = meeting.sittings.first, first.hasRoster,
          let kind = kinds[first.kind], kind.body != .people
        else { continue }
        for member in archive.ledger.expected(at: first, as: kind) {
          numbers[member.id, default: (0, 0)].expected += 1
          if meeting.wasAttended(by: member.id) { numbers[member.id]?.came += 1 }
        }
      }
    }
  }

  subscript(id: MemberIdentifier) -> (came: Int, expected: Int) { numbers[id] ?? (0, 0) }
}
