import OrganizationLife
import RecordLog

/// What keeps an archive from being opened.
public enum ArchiveError: Error, Hashable, Sendable {
  /// The store cannot be read.
  case store(StoreError)
}

/// A store as it reads at one moment: every record with its history, and what they say as values
/// of the domain. Nothing in it depends on the day it is looked at.
public struct Archive: Sendable {
  /// Where it was read from.
  public let store: Store
  /// What this user may do there.
  public let access: StoreAccess
  /// What the unit's catalogue says.
  public let catalog: Catalog
  /// The reports of the catalogue.
  public let reports: ReportCatalog
  /// The files of the unit's catalogue, paths relative to the store.
  public let catalogFiles: [(path: String, bytes: [UInt8])]
  /// Files of the program's own that stand in for what the unit's catalogue has nothing of: a
  /// store made before there were such entries.
  public let standInCatalogFiles: [String]
  /// The schemas by type: the store's, with the program's own for types it has none for.
  public let schemas: [String: Schema]
  /// What holds now.
  public let ledger: Ledger
  /// What had to be read around: damaged files, unreadable values, open conflicts, with file and
  /// line.
  public let notices: [ArchiveNotice]
  /// The folders and files that were left out though everybody who may read the store should be able
  /// to read them, by path; when only a part was read, those that were looked for.
  public let unreadable: [Finding]
  /// Whether something in the catalogue could not be read, so that an answer may lack what it asks.
  public var hasCatalogFaults: Bool {
    notices.contains { if case .catalog = $0 { true } else { false } }
  }
  /// What could not be read that may concern an organisation or what stood below it at any time:
  /// what lies in a folder of one that is known to be elsewhere does not.
  public func unreadable(under organization: OrganizationIdentifier) -> [Finding] {
    guard !unreadable.isEmpty else { return [] }
    let below = Set(ledger.placesEver(under: [organization]).map(\.text))
    return unreadable.filter { finding in
      let parts = finding.file.split(separator: "/")
      guard parts.count > 1 else { return true }
      let place = String(parts[1])
      return below.contains(place)
        || OrganizationIdentifier(place).map { ledger.organizations[$0] == nil } ?? true
    }
  }

  /// How far the log went when it was read; nil when not all was.
  public var extent: LogExtent? { headFiles.map { LogExtent($0.log) } }
  /// Whether all of the store was read; nothing is to be counted in a part of it.
  public var isWhole: Bool { headFiles != nil }
  let replay: Replay
  /// What the heads of organisations and store are made of; nil when not all was read.
  private let headFiles: (log: [StoreHeads.File], plain: [StoreHeads.File])?

  /// How many records were read, those that hold no more included.
  public var storedRecords: Int { replay.entries.count }

  /// An archive of the whole store.
  init(store: Store, reading: StoreReading, in surroundings: Surroundings) {
    let plain = surroundings.catalogFiles + surroundings.schemaFiles
    self.init(
      store: store, files: reading.files, surroundings: surroundings,
      headFiles: (
        reading.files.map { StoreHeads.File($0) },
        plain.map { StoreHeads.File(path: $0.path, plain: $0.bytes) }
      ), unreadable: reading.unreadable)
  }

  /// An archive of some files.
  init(store: Store, readingOnly reading: StoreReading, in surroundings: Surroundings) {
    self.init(
      store: store, files: reading.files, surroundings: surroundings, headFiles: nil,
      unreadable: reading.unreadable)
  }

  private init(
    store: Store, files: [LogFile], surroundings: Surroundings,
    headFiles: (log: [StoreHeads.File], plain: [StoreHeads.File])?, unreadable: [Finding]
  ) {
    self.store = store
    self.headFiles = headFiles
    self.unreadable = unreadable
    access = surroundings.access
    schemas = surroundings.schemas
    catalog = surroundings.catalog
    reports = surroundings.reports
    catalogFiles = surroundings.catalogFiles
    standInCatalogFiles = surroundings.standInCatalogFiles
    replay = Replay(files)
    var builder = LedgerBuilder(replay)
    var ledger = builder.run()
    ledger.unreadablePlaces = Set(
      access.organizationsHidingRecords.compactMap { OrganizationIdentifier($0) })
    self.ledger = ledger
    notices =
      headFiles == nil
      ? []
      : surroundings.catalogFaults.map(ArchiveNotice.catalog) + replay.notices + builder.notices
  }

  /// The heads of the store as it was read; nil while only part of it was.
  public var heads: StoreHeads? {
    headFiles.map { StoreHeads(logFiles: $0.log, plainFiles: $0.plain) }
  }

  /// The head of one organisation as it was read: one value for all that its files hold. Nil while
  /// only part of the store was read, for an organisation without files, and for one that has
  /// restricted records which this user may not read.
  public func head(of organization: OrganizationIdentifier) -> String? {
    guard !access.hidesRecords(of: organization.text),
      let files = headFiles?.log.filter({ $0.organization == organization.text }),
      !files.isEmpty
    else { return nil }
    return StoreHeads.Organization(organization.text, files: files).head
  }

  /// Any stored record, whatever became of it; of `Id#n` the record.
  public func record(_ reference: Reference) -> Record? {
    let id = reference.recordText
    return replay.positions[id].map { replay.entries[$0].record } ?? replay.damaged[id]
  }

  /// Whether a stored record counts; one that was altered in its file does not.
  func isCounted(_ record: Record) -> Bool { replay.positions[record.id] != nil }

  /// The newest version of what a reference names (for `Id#n` item n of it); nil when there is no
  /// such record or its Sum does not agree. Of something withdrawn the last version.
  public func current(_ reference: Reference) -> Reference? {
    guard let position = replay.positions[reference.recordText] else { return nil }
    let root = replay.roots[position]
    let tip = replay.tips[root] ?? replay.versions(under: root).last ?? position
    return reference.replacingRecord(with: replay.entries[tip].id)
  }

  /// Whether there is what a reference names: a record, `ID#n` with an item n, `ID#MEMBER` with the
  /// id of a member.
  public func hasPart(_ reference: Reference) -> Bool {
    guard let record = record(reference) else { return false }
    guard let mark = reference.text.firstIndex(of: "#") else { return true }
    guard let number = reference.itemNumber else {
      let suffix = String(reference.text[reference.text.index(after: mark)...])
      return record.type == "activity" && MemberIdentifier(suffix) != nil
    }
    guard record.type == "activity" || record.type == "review" else { return false }
    return number <= max(1, record.values(FieldName("Item")).count)
  }

  /// Whether what a reference names was withdrawn.
  public func isWithdrawn(_ reference: Reference) -> Bool {
    guard let position = replay.positions[reference.recordText] else { return false }
    let entry = replay.entries[position]
    return !entry.isWithdrawal && replay.tips[replay.roots[position]] == nil
  }

  /// The record that withdrew what a reference names; nil while it holds.
  public func withdrawal(of reference: Reference) -> Record? {
    guard isWithdrawn(reference), let position = replay.positions[reference.recordText] else {
      return nil
    }
    return replay.versions(under: replay.roots[position])
      .flatMap { replay.withdrawals[$0] ?? [] }
      .max { replay.precedes($0, $1) }
      .map { replay.entries[$0].record }
  }

  /// The life of what a reference names, oldest first: its versions, its withdrawal, and for
  /// matters, procedures and teams every step of it.
  public func versions(of reference: Reference) -> [Version] {
    guard var position = replay.positions[reference.recordText] else { return [] }
    // A withdrawal tells of what it withdrew.
    var steps = 0
    while let target = replay.entries[position].withdraws, steps < replay.entries.count {
      position = target
      steps += 1
    }
    let chain = replay.steps(with: replay.roots[position])
    return chain.enumerated().flatMap { index, root in
      versions(under: root, isFollowing: index > 0)
    }
  }

  /// The records of a type that hold now, by when they were written. A chain of `Follows` counts
  /// as one record, its newest; with `everyStep` all of its records are given.
  public func folded(type: String, everyStep: Bool = false) -> [FoldedRecord] {
    folded(type: type, in: nil, everyStep: everyStep)
  }

  /// The same of some organisations' folders only; nil for all of them.
  func folded(
    type: String, in organizations: [OrganizationIdentifier]?, everyStep: Bool = false
  ) -> [FoldedRecord] {
    let roots = roots(type: type, in: organizations, everyStep: everyStep)
    return folded(roots: roots.sorted { replay.precedes($0, $1) })
  }

  /// The same in any order.
  func foldedUnordered(
    type: String, in organizations: [OrganizationIdentifier]?, everyStep: Bool = false
  ) -> [FoldedRecord] {
    folded(roots: roots(type: type, in: organizations, everyStep: everyStep))
  }

  private func folded(roots: [Int]) -> [FoldedRecord] {
    Parallel.flatMap(roots, by: Self.foldedTogether) { $0.compactMap { folded(root: $0) } }
  }

  /// Enough records that a thread is worth starting.
  private static let foldedTogether = 2048

  private func roots(
    type: String, in organizations: [OrganizationIdentifier]?, everyStep: Bool
  ) -> [Int] {
    let folders = replay.rootsByType[type, default: [:]]
    let roots =
      organizations.map { $0.flatMap { folders[$0.text] ?? [] } } ?? Array(folders.values.joined())
    return everyStep ? roots : roots.filter { !replay.followed.contains($0) }
  }

  /// The newest version of what a reference names; nil when it is withdrawn or not there.
  public func folded(_ reference: Reference) -> FoldedRecord? {
    guard let position = replay.positions[reference.recordText] else { return nil }
    return folded(root: replay.roots[position])
  }

  /// The steps of the matter, procedure or team that a reference belongs to, oldest first; for
  /// other types the record alone. Withdrawn steps are left out.
  public func steps(of reference: Reference) -> [FoldedRecord] {
    guard let position = replay.positions[reference.recordText] else { return [] }
    return replay.steps(with: replay.roots[position]).compactMap { folded(root: $0) }
  }

  /// Corrections of one version that wait for a person.
  public var conflicts: [Conflict] {
    replay.conflicts.keys.sorted().compactMap { replay.conflicts[$0] }
  }

  /// The conflict that a reference's version is part of: as what was corrected more than once, or
  /// as one of the corrections.
  public func conflict(about reference: Reference) -> Conflict? {
    conflicts.first { $0.version == reference || $0.candidates.contains(reference) }
  }

  private func folded(root: Int) -> FoldedRecord? {
    guard let tip = replay.tips[root] else { return nil }
    return FoldedRecord(
      record: replay.entries[tip].record, reference: Reference(replay.entries[tip].id),
      origin: Reference(replay.entries[root].id), isInConflict: replay.conflicts[root] != nil)
  }

  private func versions(under root: Int, isFollowing: Bool) -> [Version] {
    var found: [Version] = []
    for position in replay.versions(under: root) {
      let entry = replay.entries[position]
      let kind: Version.Kind
      if let earlier = entry.corrects {
        if replay.isRival(position) {
          kind = .conflict
        } else {
          kind = entry.isFinal && !replay.entries[earlier].isFinal ? .finished : .corrected
        }
      } else {
        kind = isFollowing ? .followed : .entered
      }
      found.append(version(entry, kind))
    }
    let ends = replay.allWithdrawals(under: root)
    for (position, isRestoring) in ends {
      found.append(version(replay.entries[position], isRestoring ? .restored : .withdrawn))
    }
    return found
  }

  private func version(_ entry: Replay.Entry, _ kind: Version.Kind) -> Version {
    Version(
      record: entry.record, reference: Reference(entry.id), at: entry.moment,
      by: Person(entry.record.by), reason: entry.record.first("Reason") ?? "", kind: kind)
  }
}

extension Reference {
  /// The same part (`#n`, `#MEMBER`) of another version.
  func replacingRecord(with id: String) -> Reference {
    guard let mark = text.firstIndex(of: "#") else { return Reference(id) }
    return Reference(id + text[mark...])
  }
}
