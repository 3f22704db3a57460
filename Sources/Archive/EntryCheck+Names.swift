import OrganizationLife

/// Everyone on the rolls by how their names look.
struct NameIndex {
  private var members: [NameShape: [Member]] = [:]

  /// The names of a ledger, the newest of each person.
  init(_ ledger: Ledger) {
    for member in ledger.members.values.compactMap(\.last) { add(member) }
  }

  /// One more.
  mutating func add(_ member: Member) {
    members[NameShape(of: member.name), default: []].append(member)
  }

  /// Others whose names are taken for the member's: those of one branch who have the same name,
  /// and all whose names only look the same; the own branch first.
  func others(than member: Member) -> [Member] {
    (members[NameShape(of: member.name)] ?? []).filter { other in
      guard other.id != member.id else { return false }
      if other.name != member.name { return true }
      return other.organization == member.organization && other.until == nil
    }.sorted { a, b in
      let isNear = a.organization == member.organization
      return isNear == (b.organization == member.organization) ? a.id < b.id : isNear
    }
  }
}

extension EntryCheck {
  /// Looks at names that are new to the ledger beside those that are there, and beside those that
  /// the same records bring before them.
  func compareNames(_ checks: inout [RecordCheck]) {
    let newcomers = checks.indices.filter { checks[$0].bringsName }
    guard !newcomers.isEmpty else { return }
    var names = NameIndex(archive.ledger)
    for index in newcomers {
      guard let member = checks[index].member else { continue }
      checks[index].compareName(with: names)
      names.add(member)
    }
  }
}

extension RecordCheck {
  /// More than these would only bury the first.
  private static let mostNamesakes = 3

  /// Whether a person comes with a name that the store does not have for the id.
  var bringsName: Bool {
    guard let member else { return false }
    return !known.storedNames(of: member.id).contains(member.name)
  }

  /// Says whose name the member's may be taken for; it keeps nothing from being added.
  mutating func compareName(with names: NameIndex) {
    guard let member else { return }
    for other in names.others(than: member).prefix(Self.mostNamesakes) {
      add(
        line: line(of: "Name", item: nil), field: "Name",
        notice: other.name == member.name
          ? .sameName(other.person)
          : .similarName(member.name, other.person, other.organization))
    }
  }
}
