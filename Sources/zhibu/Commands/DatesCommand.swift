import Archive
import ArgumentParser
import Documents
import OrganizationLife
import Wording

/// `zhibu dates`: what falls into a month.
struct DatesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "dates", abstract: Speech.say(.helpDates))
  }

  @OptionGroup var options: GlobalOptions

  @OptionGroup var place: PlaceOption

  @Option(help: ArgumentHelp(Speech.say(.helpMonth), valueName: "month"))
  var month: String?

  func run() throws {
    let workplace = try Workplace(options)
    let archive = try workplace.openArchive()
    let today = workplace.clock(for: archive.store).today()
    var period = Period(.month, containing: today)
    if let month {
      guard let given = Period(month), given == Period(.month, containing: given.first) else {
        throw Failure.badUse(.notAMonth(month))
      }
      period = given
    }
    let under = try workplace.organization(place.organization, in: archive, throughout: nil, today)
    let roots = under.map { [$0] } ?? archive.ledger.roots(on: today)
    let lines = roots.flatMap {
      archive.ledger.dates(in: period, under: $0, on: today, catalog: archive.catalog)
    }
    try workplace.write(Table(of: lines, language: workplace.language), type: "date")
  }
}
