import Archive
import ArgumentParser
import Documents
import OrganizationLife
import Wording

/// `zhibu due`: what is owed.
struct DueCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "due", abstract: Speech.say(.helpDue))
  }

  @OptionGroup var options: GlobalOptions

  @Option(name: .customLong("on"), help: ArgumentHelp(Speech.say(.helpOn), valueName: "date"))
  var day: String?

  @Option(help: ArgumentHelp(Speech.say(.helpOrganization), valueName: "id"))
  var organization: String?

  func run() throws {
    let workplace = try Workplace(options)
    let archive = try workplace.openArchive()
    let day = try workplace.day(day, in: archive.store)
    var under: OrganizationIdentifier?
    if let organization {
      under = try workplace.organization(organization, in: archive, on: day).id
    }
    let lines = archive.due(on: day, under: under)
    try workplace.write(Table(of: lines), type: "due")
    if archive.hasCatalogFaults || lines.contains(where: { $0.missing > 0 }) {
      throw Failure.found
    }
  }
}
