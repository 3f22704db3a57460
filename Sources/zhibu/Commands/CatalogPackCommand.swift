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
    let today = store.map { workplace.clock(for: $0).today() }
    let on = Set(CatalogPack.switchedOn(in: files ?? [], on: today).map(\.id))
    try workplace.write(Table(of: CatalogPack.all, switchedOn: on), type: "pack")
  }
}

/// `zhibu catalog pack`: switches packs on in a ledger, or off.
struct CatalogPackCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "pack", abstract: Speech.say(.helpCatalogPack))
  }

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp(Speech.say(.helpInitPack), valueName: "name"))
  var names: [String]

  @Option(help: ArgumentHelp(Speech.say(.helpCatalogPackSince), valueName: "date"))
  var since: String?

  @Flag(help: ArgumentHelp(Speech.say(.helpCatalogPackOff)))
  var off = false

  @Flag(help: ArgumentHelp(Speech.say(.helpCatalogPackPreview)))
  var preview = false

  func run() throws {
    let workplace = try Workplace(options)
    let packs = try names.map { name throws(Failure) in try Self.pack(name) }
    let store = try workplace.openStore()
    let files = try workplace.catalogFiles(of: store)
    let today = workplace.clock(for: store).today()
    let day = try since.map { text throws(Failure) in try GlobalOptions.day(text) } ?? today
    if off { return try switchOff(packs, in: store, files, from: day, workplace) }
    let addition = PackAddition(packs, to: files, from: day)
    guard !addition.added.isEmpty || !addition.earlier.isEmpty else {
      workplace.note(.packsThereAlready)
      if since != nil { workplace.note(standing: addition.standing) }
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
    if preview {
      if !addition.added.isEmpty {
        workplace.note(.packsWouldSwitchOn(packs.map(\.id), addition.added.count))
      }
      if !addition.earlier.isEmpty {
        workplace.note(.wouldBeOwedEarlier(addition.earlier.map(\.title), day))
      }
      for entry in addition.added where entry.key.type == "obligation" && entry.isEnabled {
        workplace.note(.owedFromThen(entry.title))
      }
      for entry in addition.conflicts { workplace.note(.packConflict(entry.key.type, entry.title)) }
      if since != nil { workplace.note(standing: addition.standing) }
      return
    }
    guard store.isCatalogWritable else { throw Failure.notWritten(.catalogReadOnly) }
    workplace.warn(of: store)
    try store.replaceCatalog(files, with: addition.files)
    workplace.note(addition)
    workplace.note(earlier: addition.earlier, day)
    if since != nil { workplace.note(standing: addition.standing) }
  }

  private func switchOff(
    _ packs: [CatalogPack], in store: Store, _ files: [(path: String, bytes: [UInt8])],
    from day: Day, _ workplace: Workplace
  ) throws {
    let today = workplace.clock(for: store).today()
    let removal = PackRemoval(packs, in: files, from: day, today: today)
    if !removal.ending.isEmpty { workplace.note(.packsEnding(removal.ending.map(\.id), day)) }
    guard !removal.packs.isEmpty else {
      return removal.ending.isEmpty ? workplace.note(.packsOffAlready) : ()
    }
    let names = removal.packs.map(\.id)
    if !preview {
      guard store.isCatalogWritable else { throw Failure.notWritten(.catalogReadOnly) }
      workplace.warn(of: store)
      try store.replaceCatalog(files, with: removal.files)
    }
    workplace.note(
      preview ? .packsWouldSwitchOff(names, day) : .packsSwitchedOff(names, day))
    for title in removal.obligations { workplace.note(.owedNoLonger(title)) }
    for title in removal.kinds { workplace.note(.offeredNoLonger(title)) }
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

  /// Says which obligations begin on an earlier day than before.
  fileprivate func note(earlier: [CatalogEntry], _ day: Day) {
    if !earlier.isEmpty { note(.owedEarlier(earlier.map(\.title), day)) }
  }

  /// Says from when on packs hold that were on before the day that was asked for.
  fileprivate func note(standing: [(pack: CatalogPack, since: Day)]) {
    for (pack, since) in standing { note(.packStanding(pack.id, since)) }
  }
}
