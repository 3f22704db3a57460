import Archive
import ArgumentParser
import Documents
import OrganizationLife
import RecordLog
import Wording

/// `zhibu catalog`: what a unit may set differently, and where it does.
struct CatalogCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "catalog", abstract: Speech.say(.helpCatalog),
      subcommands: [
        CatalogListCommand.self, CatalogCheckCommand.self, CatalogPreviewCommand.self,
        CatalogDifferenceCommand.self, CatalogUpdateCommand.self, CatalogPacksCommand.self,
        CatalogPackCommand.self,
      ])
  }
}

/// `zhibu catalog list`
struct CatalogListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: Speech.say(.helpCatalogList))
  }

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let workplace = try Workplace(options)
    let files = try workplace.catalogFiles(of: workplace.openStore())
    try workplace.write(Table(ofCatalog: CatalogEntry.read(files)), type: "entry")
  }
}

/// `zhibu catalog check`
struct CatalogCheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "check", abstract: Speech.say(.helpCatalogCheck))
  }

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: ArgumentHelp(Speech.say(.helpCatalogFiles), valueName: "file"),
    completion: .file(extensions: ["rec"]))
  var files: [String] = []

  func run() throws {
    let workplace = try Workplace(options)
    let store = try workplace.openStore()
    let edited = try EditedCatalog(files, in: workplace.catalogFiles(of: store))
    let all =
      CatalogReader.lacking(in: edited.files)
      + CatalogReader.read(edited.files, schemas: Schema.ofUnit(store)).faults
    let faults = all.filter { files.isEmpty || edited.names[$0.path] != nil }
    for fault in faults { workplace.note(edited.located(fault)) }
    guard faults.isEmpty else {
      workplace.note(.faultsFound(faults.count))
      throw Failure.found
    }
    workplace.note(.catalogWithoutFaults)
  }
}

/// `zhibu catalog preview`
struct CatalogPreviewCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "preview", abstract: Speech.say(.helpCatalogPreview))
  }

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: ArgumentHelp(Speech.say(.helpCatalogFiles), valueName: "file"),
    completion: .file(extensions: ["rec"]))
  var files: [String]

  func run() throws {
    let workplace = try Workplace(options)
    let archive = try workplace.openArchive()
    let edited = try EditedCatalog(files, in: archive.catalogFiles)
    let preview = CatalogPreview(from: archive.catalogFiles, to: edited.files)
    guard preview.faults.isEmpty else {
      for fault in preview.faults { workplace.note(edited.located(fault)) }
      workplace.note(.catalogHasFaults(preview.faults.count))
      throw Failure.found
    }
    let today = workplace.clock(for: archive.store).today()
    let changes = preview.changes(for: archive.ledger, on: today)
    let past = changes.filter { $0.concernsPast(before: today) }.map(\.since).min()
    if let past { workplace.note(.catalogConcernsPast(past)) }
    guard !changes.isEmpty else { return workplace.note(.catalogChangesNothing) }
    if workplace.format == .table {
      let sentences = Phrase.sentences(of: changes)
      try Output.write(sentences.map { $0(workplace.language) + "\n" }.joined())
    } else {
      try workplace.write(Table(of: changes, workplace.language), type: "change")
    }
  }
}

/// `zhibu catalog diff`
struct CatalogDifferenceCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "diff", abstract: Speech.say(.helpCatalogDiff))
  }

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let workplace = try Workplace(options)
    let files = try workplace.catalogFiles(of: workplace.openStore())
    let differences = CatalogComparison(of: files).differences
    guard !differences.isEmpty else { return workplace.note(.catalogUpToDate) }
    try workplace.write(Table(of: differences, workplace.language), type: "difference")
    if differences.contains(where: \.isUpdated) { throw Failure.found }
  }
}

/// `zhibu catalog update`
struct CatalogUpdateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "update", abstract: Speech.say(.helpCatalogUpdate))
  }

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp(Speech.say(.helpCatalogIds), valueName: "id"))
  var ids: [String] = []

  @Flag(name: .customLong("all"), help: ArgumentHelp(Speech.say(.helpCatalogAll)))
  var takesAll = false

  func run() throws {
    let workplace = try Workplace(options)
    let store = try workplace.openStore()
    let files = try workplace.catalogFiles(of: store)
    let comparison = CatalogComparison(of: files)
    let asked = comparison.differences.filter { difference in
      ids.isEmpty
        ? difference.isUpdated || takesAll && difference.isUpdatable
        : difference.isUpdatable && ids.contains(difference.key.id)
    }
    for id in ids where !asked.contains(where: { $0.key.id == id }) {
      throw Failure.badUse(.catalogEntryNotFound(id))
    }
    let left = comparison.differences.count { $0.isUpdatable } - asked.count
    guard !asked.isEmpty else {
      return workplace.note(left > 0 ? .catalogLeftOut(left) : .catalogUpToDate)
    }
    let updated = comparison.updated(only: Set(asked.map(\.key)))
    // What was wrong before is not made better by keeping what is new away.
    let schemas = Schema.ofUnit(store)
    let before = Set(CatalogReader.read(files, schemas: schemas).faults.map(\.problem))
    let faults = CatalogReader.read(updated, schemas: schemas).faults
      .filter { !before.contains($0.problem) }
    guard faults.isEmpty else {
      for fault in faults { workplace.note(.located(fault.path, fault.line, fault.phrase)) }
      workplace.note(.catalogHasFaults(faults.count))
      throw Failure.found
    }
    guard store.isCatalogWritable else { throw Failure.notWritten(.catalogReadOnly) }
    workplace.warn(of: store)
    try store.replaceCatalog(files, with: updated)
    workplace.note(.catalogUpdated(asked.count))
    if left > 0, ids.isEmpty { workplace.note(.catalogLeftOut(left)) }
    try workplace.write(Table(of: asked, workplace.language), type: "difference")
  }
}

/// Files of a catalogue as a user has edited them, each in the place of the ledger's of that name.
struct EditedCatalog {
  /// All files, paths as in a store.
  private(set) var files: [(path: String, bytes: [UInt8])]
  /// What the user called those that were given, by path.
  private(set) var names: [String: String] = [:]

  /// Puts files by those names among the ones that are there.
  init(
    _ given: [String], in files: [(path: String, bytes: [UInt8])]
  ) throws(Failure) {
    self.files = files
    for name in given {
      let last = name.split(separator: "/").last.map(String.init) ?? name
      guard last.hasSuffix(".rec") else { throw .badUse(.notACatalogFile(name)) }
      let path = "catalog/\(last)"
      names[path] = name
      let bytes = try InputFile.bytes(of: name)
      if let index = self.files.firstIndex(where: { $0.path == path }) {
        self.files[index].bytes = bytes
      } else {
        self.files.append((path, bytes))
      }
    }
  }

  /// A fault at its line, in the file as the user called it.
  func located(_ fault: CatalogFault) -> Phrase {
    .located(names[fault.path] ?? fault.path, fault.line, fault.phrase)
  }
}

extension Workplace {
  /// The files of a store's catalogue.
  func catalogFiles(of store: Store) throws(Failure) -> [(path: String, bytes: [UInt8])] {
    do {
      return try store.plainFiles(in: "catalog")
    } catch {
      throw Failure(error)
    }
  }
}

extension Store {
  /// Replaces the files of the catalogue that differ, all or none of them. What others speak of
  /// comes first and which packs are on comes last, so that what is read in between has no entry
  /// without what it names.
  func replaceCatalog(
    _ old: [(path: String, bytes: [UInt8])], with new: [(path: String, bytes: [UInt8])]
  ) throws(Failure) {
    let order = ["kind", "report", "published", "pack"].map { CatalogText.path(ofType: $0) }
    func rank(_ path: String) -> Int {
      switch order.firstIndex(of: path) {
      case 0: 0
      case let place?: place + 1
      case nil: 1
      }
    }
    let changed = new.compactMap { file -> CatalogReplacement? in
      let before = old.first { $0.path == file.path }?.bytes
      return before == file.bytes
        ? nil : CatalogReplacement(path: file.path, bytes: file.bytes, expected: before)
    }
    do throws(StoreError) {
      try replaceCatalogFiles(
        changed.enumerated().sorted { a, b in
          (rank(a.element.path), a.offset) < (rank(b.element.path), b.offset)
        }.map(\.element))
    } catch {
      if case .unwritable = error { throw .notWritten(.catalogUnchanged(error.phrase)) }
      throw Failure(error)
    }
  }
}
