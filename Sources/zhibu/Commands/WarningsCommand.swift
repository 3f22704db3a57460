import Archive
import ArgumentParser
import Documents
import OrganizationLife
import Wording

/// `zhibu warnings`: what an inspection of a year would ask about.
struct WarningsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "warnings", abstract: Speech.say(.helpWarnings))
  }

  @OptionGroup var options: GlobalOptions

  @Option(help: ArgumentHelp(Speech.say(.helpOrganization), valueName: "id"))
  var organization: String?

  @Option(help: ArgumentHelp(Speech.say(.helpYear), valueName: "year"))
  var year: String?

  func run() throws {
    let workplace = try Workplace(options)
    let archive = try workplace.openArchive()
    let today = workplace.clock(for: archive.store).today()
    let year = try workplace.year(year, today: today)
    let under = try workplace.organization(organization, in: archive, throughout: year, today)
    let lines = archive.ledger.inspection(
      of: year, under: under, on: today, catalog: archive.catalog)
    try workplace.write(Table(of: lines, language: workplace.language), type: "warning")
    if !lines.isEmpty { throw Failure.found }
  }
}
