import Archive
import ArgumentParser
import Documents
import OrganizationLife
import Wording

/// `zhibu procedures`: where everybody stands, what is next and what is late.
struct ProceduresCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "procedures", abstract: Speech.say(.helpProcedures))
  }

  @OptionGroup var options: GlobalOptions

  @OptionGroup var place: PlaceOption

  @Option(help: ArgumentHelp(Speech.say(.helpProcedureKind), valueName: "kind"))
  var kind: String?

  @OptionGroup var on: DayOption

  func run() throws {
    let question = try Question(options, place, on)
    let (archive, day) = (question.archive, question.day)
    var kinds = archive.catalog.procedures.filter { $0.validity.contains(day) }
    if let kind {
      let known = kinds.map(\.id)
      kinds = kinds.filter { $0.id == kind || $0.title == kind }
      guard !kinds.isEmpty else { throw Failure.badUse(.procedureNotFound(kind, known)) }
    }
    let standings = kinds.flatMap { kind in
      question.roots.flatMap { archive.ledger.standings(of: kind, under: $0, on: day) }
    }
    try question.workplace.write(Table(of: standings), type: "procedure")
    if archive.hasCatalogFaults || standings.contains(where: { $0.isLate && !$0.isFinished }) {
      throw Failure.found
    }
  }
}
