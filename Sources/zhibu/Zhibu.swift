import Archive
import ArgumentParser
import Interface
import RecordLog
import Wording

/// The program; without a command it opens the interface.
struct Zhibu: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "zhibu", abstract: Speech.say(.helpProgram),
      discussion: Speech.say(.discussionProgram(CatalogPack.all)), version: Version.text,
      subcommands: [
        DemoCommand.self, InitCommand.self, AddCommand.self, ListCommand.self, ShowCommand.self,
        SearchCommand.self,
        MemberCommand.self, DueCommand.self, CheckCommand.self, VerifyCommand.self,
        SealCommand.self, RecoverCommand.self, PrintCommand.self, CatalogCommand.self,
        WarningsCommand.self, GridCommand.self, MakeUpsCommand.self, MattersCommand.self,
        ProceduresCommand.self, AgendaCommand.self, DatesCommand.self, TermsCommand.self,
        DuesCommand.self,
        ReportCommand.self, CalendarCommand.self, ExportCommand.self, ImportCommand.self,
        HelpCommand.self,
      ])
  }

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let workplace = try Workplace(options)
    let path = workplace.path
    if path.isNamed || path.exists {
      let store = try workplace.openStore()
      let identity =
        options.identity == nil
        ? nil : try workplace.identity(in: workplace.openArchive())
      try Self.open(store.root, workplace, identity: identity)
    } else {
      let identity = options.identity == nil ? nil : try workplace.identity(in: nil)
      try Self.open(nil, workplace, identity: identity)
    }
  }

  /// Opens the interface on a store, or on its start menu; `identity` is who the command line says
  /// works there.
  static func open(
    _ directory: String?, _ workplace: Workplace, identity: Identity?
  ) throws {
    // Commands run where the program begins, on the main thread.
    try MainActor.assumeIsolated {
      try Interactive.run(
        storeDirectory: directory, proposedDirectory: workplace.settings.defaultStore,
        settings: workplace.settings, language: workplace.language, today: workplace.fixedDay,
        identity: identity)
    }
  }
}
