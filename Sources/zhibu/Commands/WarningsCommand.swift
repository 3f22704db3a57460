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

  @OptionGroup var place: PlaceOption

  @OptionGroup var asked: YearOption

  func run() throws {
    let question = try Question(options, place, asked)
    let lines = question.archive.inspection(
      of: question.year, under: question.under, on: question.day)
    try question.workplace.write(
      Table(of: lines, language: question.workplace.language), type: "warning")
    if !lines.isEmpty { throw Failure.found }
  }
}
