import Archive
import ArgumentParser
import Documents
import Wording

/// `zhibu help`: how to use a command, or where the ways of working of a pack are found. It stands
/// in for the parser's own, which knows commands only.
struct HelpCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "help", abstract: Speech.say(.helpHelp),
      discussion: Speech.say(.discussionHelp(CatalogPack.all)))
  }

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp(Speech.say(.helpHelpName), valueName: "name"))
  var names: [String] = []

  func run() throws {
    try options.checkLanguage()
    let packs = names.compactMap { CatalogPack.named($0) }
    guard !packs.isEmpty, packs.count == names.count else {
      throw CleanExit.helpRequest(try command())
    }
    let workplace = try Workplace(options)
    let texts = packs.map { PackGuide(of: $0).text(workplace.setting) }
    try Output.write(texts.joined(separator: "\n"))
  }

  /// The command of that path of names; the program itself where there are none.
  private func command() throws(Failure) -> any ParsableCommand.Type {
    var found: any ParsableCommand.Type = Zhibu.self
    for name in names {
      let next = found.configuration.subcommands.first { $0.configuration.commandName == name }
      guard let next else { throw .badUse(.noHelpOn(name, CatalogPack.all.map(\.id))) }
      found = next
    }
    return found
  }
}
