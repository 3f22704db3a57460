import Archive
import ArgumentParser
import Documents
import OrganizationLife
import Wording

/// `zhibu grid`: organisations by months, each with everything below it.
struct GridCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "grid", abstract: Speech.say(.helpGrid))
  }

  @OptionGroup var options: GlobalOptions

  @Option(help: ArgumentHelp(Speech.say(.helpGridObligation), valueName: "id"))
  var obligation: String?

  @OptionGroup var place: PlaceOption
  @OptionGroup var asked: YearOption

  func run() throws {
    let question = try Question(options, place, asked)
    let ledger = question.archive.ledger
    var obligations = question.archive.catalog.obligations
    if let obligation {
      let known = obligations.map(\.id)
      obligations = obligations.filter { $0.id == obligation || $0.title == obligation }
      guard !obligations.isEmpty else {
        throw Failure.badUse(.obligationNotFound(obligation, known))
      }
    }
    guard ledger.lastDay(of: question.year, asOf: question.day) != nil else {
      throw Failure.badUse(.yearNotBegun)
    }
    let places = ledger.places(under: question.under, in: question.year, asOf: question.day)
    let entries = question.archive.dutyEntries(
      obligations, in: question.year, at: places, on: question.day)
    let sums = DutyGrid.sums(of: places, entries, obligation: nil)
    // A 党小组 stands in its branch's row.
    let rows = places.filter { $0.level != .group || $0.id == question.under }
      .map { (organization: $0, cells: sums[$0.id] ?? []) }
    let workplace = question.workplace
    if workplace.format == .table {
      try workplace.write(Table(marksOf: rows, workplace.language), type: "grid")
      workplace.note(.gridLegend)
    } else {
      try workplace.write(Table(of: rows, in: question.year), type: "grid")
    }
    if rows.contains(where: { $0.cells.contains { $0.owed > 0 } }) { throw Failure.found }
  }
}
