import Archive
import ArgumentParser
import Documents
import OrganizationLife
import Wording

/// `zhibu dues`: what each member owes by month and has paid, where dues may be read.
struct DuesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "dues", abstract: Speech.say(.helpDues))
  }

  @OptionGroup var options: GlobalOptions

  @Option(help: ArgumentHelp(Speech.say(.helpOrganization), valueName: "id"))
  var organization: String?

  @Option(name: .customLong("on"), help: ArgumentHelp(Speech.say(.helpOn), valueName: "date"))
  var day: String?

  func run() throws {
    let workplace = try Workplace(options)
    let archive = try workplace.openArchive()
    let day = try workplace.day(day, in: archive.store)
    let under = try workplace.organization(organization, in: archive, throughout: nil, day)
    let roots = under.map { [$0] } ?? archive.ledger.roots(on: day)
    let standings = roots.flatMap { archive.ledger.duesStandings(under: $0, on: day) }
    if standings.isEmpty { workplace.note(.duesUnreadable) }
    try workplace.write(Table(of: standings), type: "dues")
    if standings.contains(where: { $0.monthsInArrears >= Dues.gravestArrears }) {
      throw Failure.found
    }
  }
}
