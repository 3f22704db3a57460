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

  @OptionGroup var place: PlaceOption

  @OptionGroup var on: DayOption

  func run() throws {
    let question = try Question(options, place, on)
    let ledger = question.archive.ledger
    let standings = question.roots.flatMap {
      ledger.duesStandings(under: $0, on: question.day)
    }
    if standings.isEmpty { question.workplace.note(.duesUnreadable) }
    try question.workplace.write(
      Table(of: standings, language: question.workplace.language), type: "dues")
    if standings.contains(where: { $0.monthsInArrears >= Dues.gravestArrears }) {
      throw Failure.found
    }
  }
}
