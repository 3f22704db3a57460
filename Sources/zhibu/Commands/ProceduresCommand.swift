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

  @Option(help: ArgumentHelp(Speech.say(.helpOrganization), valueName: "id"))
  var organization: String?

  @Option(help: ArgumentHelp(Speech.say(.helpProcedureKind), valueName: "kind"))
  var kind: String?

  @Option(name: .customLong("on"), help: ArgumentHelp(Speech.say(.helpOn), valueName: "date"))
  var day: String?

  func run() throws {
    let workplace = try Workplace(options)
    let archive = try workplace.openArchive()
    let day = try workplace.day(day, in: archive.store)
    let under = try workplace.organization(organization, in: archive, throughout: nil, day)
    var kinds = archive.catalog.procedures.filter { $0.validity.contains(day) }
    if let kind {
      let known = kinds.map(\.id)
      kinds = kinds.filter { $0.id == kind || $0.title == kind }
      guard !kinds.isEmpty else { throw Failure.badUse(.procedureNotFound(kind, known)) }
    }
    let roots = under.map { [$0] } ?? archive.ledger.roots(on: day)
    let standings = kinds.flatMap { kind in
      roots.flatMap { archive.ledger.standings(of: kind, under: $0, on: day) }
    }
    try workplace.write(Table(of: standings), type: "procedure")
    if archive.hasCatalogFaults || standings.contains(where: { $0.isLate && !$0.isFinished }) {
      throw Failure.found
    }
  }
}
