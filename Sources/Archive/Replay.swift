import OrganizationLife
import RecordLog

/// The order of FORMAT.md 4, applied: `Corrects`, `Withdraws` and `Follows` before clocks, else the
/// instant of `At`, then `Id`.
///
/// Versions that correct one another form a tree; its root is the first version and its tip the
/// newest. Where two corrections name the same version, the later is provisional until one of the
/// two is withdrawn. Withdrawing a version on such a side branch ends that branch, any other ends
/// the whole.
struct Replay: Sendable {
  /// What the log says of one record beside its content.
  struct Entry: Sendable {
    var record: Record
    var id: String
    var moment: Moment
    /// Position of the version it corrects.
    var corrects: Int?
    /// Position of the record it withdraws.
    var withdraws: Int?
    /// Position of the record it follows.
    var follows: Int?
    var isWithdrawal = false
    var isFinal = false
  }

  private(set) var entries: [Entry] = []
  /// Positions by Id.
  private(set) var positions: [String: Int] = [:]
  /// Records that are shown and not counted.
  private(set) var damaged: [String: Record] = [:]
  /// The first version of each record's chain, by position.
  private(set) var roots: [Int] = []
  /// The newest version of each chain at its root's place; none when it is withdrawn.
  private(set) var tips: [Int?] = []
  /// The withdrawals that hold, by the position of the record they name.
  private(set) var withdrawals: [Int: [Int]] = [:]
  private(set) var conflicts: [Int: Conflict] = [:]
  /// The roots of chains that hold, by type and then by the folder of the newest version.
  private(set) var rootsByType: [String: [String: [Int]]] = [:]
  /// Roots whose chain goes on in a later record that follows it.
  private(set) var followed: Set<Int> = []
  private(set) var notices: [ArchiveNotice] = []
  private var corrections: [Int: [Int]] = [:]
  private var followers: [Int: [Int]] = [:]

  init(_ files: [LogFile]) {
    collect(files)
    let withdrawn = link(unresolvedLinks)
    fold(withdrawn: withdrawn)
    chain()
    unresolvedLinks = []
  }

  /// A reference not yet looked up.
  private struct Link {
    var position: Int
    var field: String
    var text: String
    var line: Int
  }

  private var unresolvedLinks: [Link] = []

  private mutating func collect(_ files: [LogFile]) {
    let count = files.reduce(0) { $0 + $1.records.count }
    entries.reserveCapacity(count)
    positions.reserveCapacity(count)
    let readings = Parallel.map(count: files.count) { files[$0].records.map(Reading.init) }
    for (number, file) in files.enumerated() {
      if file.condition != .intact {
        notices.append(.file(path: file.path, condition: file.condition))
      }
      for (record, reading) in zip(file.records, readings[number]) { collect(record, reading) }
    }
  }

  /// What is read of one record by itself, on any thread.
  private struct Reading: Sendable {
    var id: String
    /// Nil when `By` or `At` cannot be read.
    var moment: Moment?
    var links: [(field: FieldName, text: String, line: Int)] = []
    /// What `Organization` says and its line, where it is not the folder's.
    var foreign: [(text: String, line: Int)] = []
    var isFinal = false

    init(_ record: Record) {
      id = record.id
      guard record.isIntact else { return }
      moment = record.by.isEmpty ? nil : Moment(record.at)
      guard moment != nil else { return }
      record.forEachField(where: Self.isWanted) { name, value, line in
        switch name {
        case "Organization":
          if !(value == record.organizationFolder) { foreign.append((value.text, line)) }
        case "State":
          if value == "定稿" { isFinal = true }
        default: links.append((name, value.text, line))
        }
      }
    }

    private static func isWanted(_ name: FieldName) -> Bool {
      switch name {
      case "Corrects", "Withdraws", "Follows", "Organization", "State": true
      default: false
      }
    }
  }

  private mutating func collect(_ record: Record, _ reading: Reading) {
    let id = reading.id
    guard record.isIntact else {
      damaged[id] = record
      notices.append(.notIntact(Reference(id), path: record.file, line: record.line))
      return
    }
    guard let moment = reading.moment else {
      damaged[id] = record
      notices.append(.unreadableClosing(Reference(id), path: record.file, line: record.line))
      return
    }
    let position = entries.count
    guard positions[id] == nil else {
      notices.append(.sameIdentifier(Reference(id), path: record.file, line: record.line))
      return
    }
    positions[id] = position
    var entry = Entry(record: record, id: id, moment: moment, isFinal: reading.isFinal)
    for link in reading.links {
      let field = link.field.description
      unresolvedLinks.append(
        Link(position: position, field: field, text: link.text, line: link.line))
      if field == "Withdraws" { entry.isWithdrawal = true }
    }
    for (text, line) in reading.foreign {
      notices.append(
        .foreignFolder(Reference(id), organization: text, path: record.file, line: line))
    }
    entries.append(entry)
  }

  /// Looks references up; returns the withdrawals that are not themselves withdrawn.
  private mutating func link(_ links: [Link]) -> [Int] {
    for link in links {
      let parts = link.text.split(separator: " ", maxSplits: 1)
      let id = String((parts.first ?? "").prefix { $0 != "#" })
      guard let target = positions[id], target != link.position,
        link.field == "Withdraws"
          || entries[target].record.type == entries[link.position].record.type
      else {
        notices.append(
          .pending(
            Reference(entries[link.position].id), field: link.field, target: link.text,
            path: entries[link.position].record.file, line: link.line))
        continue
      }
      switch link.field {
      case "Corrects":
        entries[link.position].corrects = target
        if parts.count == 2, !entries[target].record.sum.hasPrefix(parts[1]) {
          notices.append(
            .otherSum(
              Reference(entries[link.position].id), target: Reference(id),
              path: entries[link.position].record.file, line: link.line))
        }
      case "Withdraws":
        let (record, withdrawn) = (entries[link.position].record, entries[target].record)
        // Whoever writes for one organisation cannot take back what another has recorded.
        guard record.organizationFolder == withdrawn.organizationFolder else {
          notices.append(
            .foreignFolder(
              Reference(entries[link.position].id), organization: withdrawn.organizationFolder,
              path: record.file, line: link.line))
          continue
        }
        entries[link.position].withdraws = target
      default: entries[link.position].follows = target
      }
    }
    for (position, entry) in entries.enumerated() {
      if let target = entry.corrects { corrections[target, default: []].append(position) }
    }
    corrections = corrections.mapValues { $0.sorted { precedes($0, $1) } }
    return holdingWithdrawals()
  }

  /// A withdrawal holds unless one that holds withdraws it.
  private func holdingWithdrawals() -> [Int] {
    var byTarget: [Int: [Int]] = [:]
    var all: [Int] = []
    for (position, entry) in entries.enumerated() {
      guard let target = entry.withdraws else { continue }
      all.append(position)
      byTarget[target, default: []].append(position)
    }
    var known: [Int: Bool] = [:]
    func holds(_ position: Int) -> Bool {
      if let answer = known[position] { return answer }
      known[position] = true
      let answer = !(byTarget[position] ?? []).contains { holds($0) }
      known[position] = answer
      return answer
    }
    return all.filter { holds($0) }
  }

  private mutating func fold(withdrawn: [Int]) {
    roots = entries.indices.map { root(of: $0) }
    var ended: Set<Int> = []
    for position in withdrawn {
      guard let target = entries[position].withdraws else { continue }
      withdrawals[target, default: []].append(position)
      if !entries[target].isWithdrawal { ended.insert(branch(of: target)) }
    }
    tips = Array(repeating: nil, count: entries.count)
    // Most roots stand in the file of the one before.
    var place = (type: "", folder: "")
    var inPlace: [Int] = []
    for position in entries.indices
    where roots[position] == position && !entries[position].isWithdrawal {
      guard let tip = tip(from: position, ended: ended) else { continue }
      tips[position] = tip
      let record = entries[tip].record
      if record.type != place.type || record.organizationFolder != place.folder {
        if !inPlace.isEmpty {
          rootsByType[place.type, default: [:]][place.folder, default: []] += inPlace
        }
        place = (record.type, record.organizationFolder)
        inPlace = []
      }
      inPlace.append(position)
    }
    if !inPlace.isEmpty {
      rootsByType[place.type, default: [:]][place.folder, default: []] += inPlace
    }
    for root in conflicts.keys.sorted() {
      if let conflict = conflicts[root] { notices.append(.conflict(conflict)) }
    }
  }

  private func root(of position: Int) -> Int {
    var current = position
    var steps = 0
    while let earlier = entries[current].corrects, steps < entries.count {
      current = earlier
      steps += 1
    }
    return current
  }

  /// The version nearest above (or the same) that shares its corrected version with another, or
  /// the root.
  private func branch(of position: Int) -> Int {
    var current = position
    var steps = 0
    while let earlier = entries[current].corrects, steps < entries.count {
      if (corrections[earlier]?.count ?? 0) > 1 { return current }
      current = earlier
      steps += 1
    }
    return current
  }

  /// The newest version from one on; nil when every branch is withdrawn.
  private mutating func tip(from start: Int, ended: Set<Int>) -> Int? {
    var current = start
    var steps = 0
    while steps <= entries.count {
      steps += 1
      if ended.contains(current) { return nil }
      let next = corrections[current] ?? []
      if next.isEmpty { return current }
      if next.count == 1 {
        current = next[0]
        continue
      }
      let candidates = next.compactMap { tip(from: $0, ended: ended) }
      if candidates.count > 1 {
        let last = entries[candidates[candidates.count - 1]].record
        conflicts[roots[start]] = Conflict(
          version: Reference(entries[current].id),
          candidates: candidates.map { Reference(entries[$0].id) }, path: last.file,
          line: last.line)
      }
      return candidates.last
    }
    return nil
  }

  private mutating func chain() {
    var chains: [Int: [Int]] = [:]
    for (root, tip) in tips.enumerated() {
      guard let tip, let target = entries[tip].follows,
        RecordShape.chainedTypes.contains(entries[root].record.type)
      else { continue }
      followers[roots[target], default: []].append(root)
      chains[start(of: root), default: []].append(root)
    }
    followers = followers.mapValues { $0.sorted { precedes($0, $1) } }
    for (start, members) in chains {
      var all = members
      if tips[start] != nil, !all.contains(start) { all.append(start) }
      // What nobody follows; of several the latest holds.
      let ends = all.filter { root in !(followers[root] ?? []).contains { tips[$0] != nil } }
      let newest = ends.max { precedes(tips[$0] ?? $0, tips[$1] ?? $1) }
      followed.formUnion(all.filter { $0 != newest })
    }
  }

  /// The root of the record with which a chain of `Follows` begins.
  private func start(of root: Int) -> Int {
    var current = root
    var steps = 0
    while let target = entries[tips[current] ?? current].follows, steps < entries.count {
      current = roots[target]
      steps += 1
    }
    return current
  }

  /// By instant, then Id.
  func precedes(_ a: Int, _ b: Int) -> Bool {
    entries[a].moment == entries[b].moment
      ? entries[a].id < entries[b].id
      : entries[a].moment.seconds < entries[b].moment.seconds
  }

  /// The chain of `Follows` that holds a root, in the order in which it went.
  func steps(with root: Int) -> [Int] {
    var found: [Int] = []
    var waiting = [start(of: root)]
    var seen: Set<Int> = []
    while !waiting.isEmpty {
      let next = waiting.removeFirst()
      guard seen.insert(next).inserted else { continue }
      found.append(next)
      waiting += followers[next] ?? []
    }
    return found
  }

  /// Every version of a chain of corrections: a version before its corrections, else by time.
  func versions(under root: Int) -> [Int] {
    var found: [Int] = []
    var waiting = [root]
    while let position = waiting.first {
      waiting.removeFirst()
      found.append(position)
      waiting += corrections[position] ?? []
      waiting.sort { precedes($0, $1) }
    }
    return found
  }

  /// Every withdrawal of a version under a root, and what withdrew those, by time; true for the
  /// latter.
  func allWithdrawals(under root: Int) -> [(position: Int, isRestoring: Bool)] {
    var found: [(position: Int, isRestoring: Bool)] = []
    var targets = Set(versions(under: root))
    var isRestoring = false
    while !targets.isEmpty {
      let next = entries.indices.filter { position in
        entries[position].withdraws.map { targets.contains($0) } ?? false
      }
      found += next.map { ($0, isRestoring) }
      targets = Set(next).subtracting(targets)
      isRestoring.toggle()
      if found.count > entries.count { break }
    }
    return found.sorted { precedes($0.position, $1.position) }
  }

  /// Whether several corrections name the version that this one corrects, and the conflict is
  /// still open.
  func isRival(_ position: Int) -> Bool {
    guard let earlier = entries[position].corrects, (corrections[earlier]?.count ?? 0) > 1 else {
      return false
    }
    return conflicts[roots[position]] != nil
  }
}
