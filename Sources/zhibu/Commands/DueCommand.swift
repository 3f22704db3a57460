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

  @OptionGroup var on: DayOption

  @OptionGroup var place: PlaceOption

  func run() throws {
    let question = try Question(options, place, on)
    let lines = question.archive.due(on: question.day, under: question.under)
    try question.workplace.write(Table(of: lines), type: "due")
    if question.archive.hasCatalogFaults || lines.contains(where: { $0.missing > 0 }) {
      throw Failure.found
    }
  }
}
