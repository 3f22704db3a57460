import Archive
import ArgumentParser
import RecordLog
import Wording

/// `zhibu init`: a new store with the program's catalogue and schemas.
struct InitCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "init", abstract: Speech.say(.helpInit))
  }

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: ArgumentHelp(Speech.say(.helpInitDirectory), valueName: "dir"), completion: .directory)
  var directory: String

  @Option(help: ArgumentHelp(Speech.say(.helpInitUnit), valueName: "name"))
  var unit: String

  @Option(
    name: .customLong("pack"), help: ArgumentHelp(Speech.say(.helpInitPack), valueName: "name"))
  var packs: [String] = []

  func run() throws {
    var workplace = try Workplace(options)
    guard Manifest.isUnit(unit) else { throw Failure.badUse(.badUnit) }
    let addition = PackAddition(
      try packs.map { name throws(Failure) in try CatalogPackCommand.pack(name) },
      to: BuiltIn.files(in: "catalog"))
    let store = try Store.create(
      at: directory, manifest: Manifest(unit: unit),
      files: addition.files + BuiltIn.files(in: "schema"))
    workplace.remember(store)
    workplace.note(.storeMade(store.root))
    workplace.note(addition)
  }
}
