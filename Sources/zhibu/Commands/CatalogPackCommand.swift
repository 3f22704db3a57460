import Archive
import ArgumentParser
import Documents
import OrganizationLife
import RecordLog
import Wording

/// `zhibu catalog packs`: which packs there are, and which are switched on.
struct CatalogPacksCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "packs", abstract: Speech.say(.helpCatalogPacks))
  }

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let workplace = try Workplace(options)
    // Which there are can be asked before there is a ledger; one that does not open is said.
    let store = try workplace.hasStore ? workplace.openStore() : nil
    let files = try store.map { store throws(Failure) in try workplace.catalogFiles(of: store) }
    let on = Set(CatalogPack.switchedOn(in: files ?? []).map(\.id))
    try workplace.write(Table(of: CatalogPack.all, switchedOn: on), type: "pack")
  }
}

/// `zhibu catalog pack`: switches packs on in a ledger.
struct CatalogPackCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "pack", abstract: Speech.say(.helpCatalogPack))
  }

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp(Speech.say(.helpInitPack), valueName: "name"))
  var names: [String]

  @Option(help: ArgumentHelp(Speech.say(.helpCatalogPackSince), valueName: "date"))
  var since: String?

  func run() throws {
    let workplace = try Workplace(options)
    let packs = try names.map { name throws(Failure) in try Self.pack(name) }
    let store = try workplace.openStore()
    let files = try workplace.catalogFiles(of: store)
    let today = workplace.clock(for: store).today()
    let day = try since.map { text throws(Failure) in try GlobalOptions.day(text) } ?? today
    let addition = PackAddition(packs, to: files, from: day)
    guard !addition.added.isEmpty else {
      workplace.note(.packsThereAlready)
      return workplace.note(addition)
    }
    // What was wrong before is not made better by keeping what is new away.
    let before = Set(CatalogReader.read(files).faults.map(\.problem))
    let faults = CatalogReader.read(addition.files).faults.filter { !before.contains($0.problem) }
    guard faults.isEmpty else {
      for fault in faults { workplace.note(.located(fault.path, fault.line, fault.phrase)) }
      workplace.note(.catalogHasFaults(faults.count))
      throw Failure.found
    }
    guard store.isCatalogWritable else { throw Failure.notWritten(.catalogReadOnly) }
    workplace.warn(of: store)
    try store.replaceCatalog(files, with: addition.files)
    workplace.note(addition)
  }

  /// The pack of that name.
  static func pack(_ name: String) throws(Failure) -> CatalogPack {
    guard let pack = CatalogPack.named(name) else {
      throw .badUse(.packNotFound(name, CatalogPack.all.map(\.id)))
    }
    return pack
  }
}

extension Workplace {
  /// Says what switching packs on brought, and what it left as it was.
  func note(_ addition: PackAddition) {
    let packs = addition.added.filter { $0.key.type == "pack" }.map(\.key.id)
    if !packs.isEmpty { note(.packsSwitchedOn(packs, addition.added.count)) }
    for entry in addition.conflicts { note(.packConflict(entry.key.type, entry.title)) }
  }
}
