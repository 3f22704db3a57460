import OrganizationLife
import RecordLog

/// Something that a changed catalogue would change, and from when on.
public struct CatalogChange: Hashable, Sendable {
  /// How often something is owed.
  public struct Amount: Hashable, Sendable {
    /// How often in each period.
    public var times: Int
    /// In which period.
    public var frequency: Frequency

    /// So often in each such period.
    public init(times: Int, frequency: Frequency) {
      self.times = times
      self.frequency = frequency
    }
  }

  /// What changes.
  public enum Kind: Hashable, Sendable {
    /// What organisations owe: before and from then on; nil when nothing.
    case due(before: Amount?, after: Amount?, organizations: [OrganizationIdentifier])
    /// An entry begins to hold that was not there.
    case begins
    /// An entry of the same id goes on with other fields, named.
    case goesOn(fields: [String])
    /// An entry ends, and none of its id goes on.
    case ends
    /// An entry is there no more, or holds from another day on.
    case removed
    /// An entry is rewritten for days on which it held already: fields, named.
    case rewritten(fields: [String])
  }

  /// The first day on which it is so.
  public var since: Day
  /// Which entry.
  public var key: CatalogEntry.Key
  /// Its title.
  public var title: String
  /// What changes.
  public var kind: Kind

  /// Whether what was so before a day becomes otherwise.
  public func concernsPast(before day: Day) -> Bool { since < day }
}

/// What would change if the files of a catalogue were replaced by others.
public struct CatalogPreview: Sendable {
  private let old: [CatalogEntry]
  private let new: [CatalogEntry]
  private let oldCatalog: Catalog
  private let newCatalog: Catalog
  /// What could not be used in the new files; with any of these nothing should be replaced.
  public let faults: [CatalogFault]

  /// Compares two sets of files, paths as in a store; `schemas` are the unit's, by type.
  public init(
    from old: [(path: String, bytes: [UInt8])], to new: [(path: String, bytes: [UInt8])],
    schemas: [String: Schema] = [:]
  ) {
    self.old = CatalogEntry.read(old)
    self.new = CatalogEntry.read(new)
    oldCatalog = CatalogReader.read(old).catalog
    (newCatalog, faults) = CatalogReader.read(new, schemas: schemas)
  }

  /// What changes, by day: for each entry, and for obligations what organisations would owe then
  /// that they do not owe now.
  public func changes(for ledger: Ledger, on today: Day) -> [CatalogChange] {
    var found: [CatalogChange] = []
    for key in changedKeys {
      let before = old.filter { $0.key == key }
      let after = new.filter { $0.key == key }
      let changes = entryChanges(key, before, after)
      found += changes
      if key.type == "obligation" {
        let title = (after.last ?? before.last)?.title ?? key.id
        found += dueChanges(key, title, on: Set(changes.map(\.since)), ledger, today)
      }
    }
    return found.enumerated().sorted { a, b in
      (a.element.since, a.offset) < (b.element.since, b.offset)
    }.map(\.element)
  }

  private var changedKeys: [CatalogEntry.Key] {
    var order: [CatalogEntry.Key] = []
    for entry in old + new where !order.contains(entry.key) { order.append(entry.key) }
    return order.filter { key in
      old.filter { $0.key == key }.map(\.record.fields)
        != new.filter { $0.key == key }.map(\.record.fields)
    }
  }

  // MARK: Entries

  private func entryChanges(
    _ key: CatalogEntry.Key, _ before: [CatalogEntry], _ after: [CatalogEntry]
  ) -> [CatalogChange] {
    var found: [CatalogChange] = []
    func add(_ since: Day?, _ entry: CatalogEntry, _ kind: CatalogChange.Kind) {
      guard let since else { return }
      found.append(CatalogChange(since: since, key: key, title: entry.title, kind: kind))
    }
    for entry in after {
      if let same = before.first(where: { $0.since == entry.since }) {
        let fields = Self.differences(same, entry)
        if !fields.isEmpty { add(entry.since, entry, .rewritten(fields: fields)) }
        guard entry.until != same.until, let until = entry.until else { continue }
        let next = until.adding(days: 1)
        if !after.contains(where: { $0.since == next }) { add(next, entry, .ends) }
      } else if let earlier = after.first(where: { $0.until?.adding(days: 1) == entry.since }) {
        let fields = Self.differences(earlier, entry)
        if !fields.isEmpty { add(entry.since, entry, .goesOn(fields: fields)) }
      } else {
        add(entry.since, entry, .begins)
      }
    }
    for entry in before where !after.contains(where: { $0.since == entry.since }) {
      add(entry.since, entry, .removed)
    }
    return found
  }

  /// The names of the fields in which two entries differ, their days and revision apart.
  private static func differences(_ a: CatalogEntry, _ b: CatalogEntry) -> [String] {
    var names: [String] = []
    for field in a.record.fields + b.record.fields
    where !["Since", "Until", "Revision"].contains(field.name) && !names.contains(field.name) {
      names.append(field.name)
    }
    return names.filter { a.record.all($0) != b.record.all($0) }
  }

  // MARK: What is owed

  private func dueChanges(
    _ key: CatalogEntry.Key, _ title: String, on borders: Set<Day>, _ ledger: Ledger,
    _ today: Day
  ) -> [CatalogChange] {
    let before = oldCatalog.obligations.filter { $0.id == key.id }
    let after = newCatalog.obligations.filter { $0.id == key.id }
    let asked = Set((before + after).map(\.frequency))
    let longest = Frequency.allCases.last { asked.contains($0) } ?? .year
    var found: [CatalogChange] = []
    for border in borders.sorted() {
      let day = Self.settled(longest, from: border, on: today)
      let changes = ledger.changes(from: before, to: after, on: day, under: nil)
      for group in Self.grouped(changes) {
        let isSaid = found.contains { $0.kind == group }
        if isSaid { continue }
        found.append(CatalogChange(since: border, key: key, title: title, kind: group))
      }
    }
    return found
  }

  /// A day on which every period that the change concerns has begun: the last of the first whole
  /// one, and not one long gone, when the organisations of today were not there.
  private static func settled(_ frequency: Frequency, from border: Day, on today: Day) -> Day {
    let start = max(border, Period(frequency, containing: today).first)
    let period = Period(frequency, containing: start)
    if period.first >= start { return period.last }
    return Period(frequency, containing: period.last.adding(days: 1)).last
  }

  private static func grouped(_ changes: [DueChange]) -> [CatalogChange.Kind] {
    struct Amounts: Hashable {
      var before: CatalogChange.Amount?
      var after: CatalogChange.Amount?
    }
    func amount(_ line: DueLine?) -> CatalogChange.Amount? {
      line.map { CatalogChange.Amount(times: $0.required, frequency: $0.obligation.frequency) }
    }
    var order: [Amounts] = []
    var organizations: [Amounts: [OrganizationIdentifier]] = [:]
    for change in changes {
      let amounts = Amounts(before: amount(change.before), after: amount(change.after))
      if organizations[amounts] == nil { order.append(amounts) }
      organizations[amounts, default: []].append(change.organization)
    }
    return order.map {
      .due(before: $0.before, after: $0.after, organizations: organizations[$0] ?? [])
    }
  }
}
