import Archive
import ArgumentParser
import Documents
import OrganizationLife
import Wording

/// `zhibu makeups`: absences that have to be made up, or were.
struct MakeUpsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "makeups", abstract: Speech.say(.helpMakeUps))
  }

  @OptionGroup var options: GlobalOptions

  @Option(help: ArgumentHelp(Speech.say(.helpOrganization), valueName: "id"))
  var organization: String?

  @Option(help: ArgumentHelp(Speech.say(.helpYear), valueName: "year"))
  var year: String?

  @Flag(name: .customLong("open"), help: ArgumentHelp(Speech.say(.helpOpenOnly)))
  var isOpenOnly = false

  func run() throws {
    let workplace = try Workplace(options)
    let archive = try workplace.openArchive()
    let today = workplace.clock(for: archive.store).today()
    let year = try workplace.year(year, today: today)
    let under = try workplace.organization(organization, in: archive, throughout: year, today)
    var lines: [MakeUpLine] = []
    if let first = Day(year: year, month: 1, day: 1), first <= today {
      let days = first...min(Period(.year, containing: first).last, today)
      // Whoever is absent belongs to a branch or group of one of the roots.
      let roots = under.map { [$0] } ?? archive.ledger.roots(on: today)
      lines = roots.flatMap {
        archive.ledger.makeUps(of: $0, in: days, on: today, catalog: archive.catalog)
      }
    }
    if isOpenOnly { lines = lines.filter(\.isOpen) }
    try workplace.write(Table(of: lines), type: "makeup")
    if lines.contains(where: \.isOpen) { throw Failure.found }
  }
}
