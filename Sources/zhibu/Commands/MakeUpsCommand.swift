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

  @OptionGroup var place: PlaceOption

  @OptionGroup var asked: YearOption

  @Flag(name: .customLong("open"), help: ArgumentHelp(Speech.say(.helpOpenOnly)))
  var isOpenOnly = false

  func run() throws {
    let question = try Question(options, place, asked)
    let ledger = question.archive.ledger
    let catalog = question.archive.catalog
    var lines: [MakeUpLine] = []
    // Whoever is absent belongs to a branch or group of one of the roots.
    if asked.year == nil {
      lines = question.roots.flatMap {
        ledger.makeUpsToFollow(of: $0, on: question.day, catalog: catalog)
      }
    } else if let last = ledger.lastDay(of: question.year, asOf: question.day) {
      lines = question.roots.flatMap {
        ledger.makeUps(
          of: $0, in: Period(.year, containing: last).first...last, on: question.day,
          catalog: catalog)
      }
    }
    if isOpenOnly { lines = lines.filter(\.isOpen) }
    try question.workplace.write(Table(of: lines), type: "makeup")
    if lines.contains(where: \.isOpen) { throw Failure.found }
  }
}
