import Archive
import ArgumentParser
import Documents
import OrganizationLife
import Wording

/// `zhibu terms`: terms and empty seats.
struct TermsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "terms", abstract: Speech.say(.helpTerms))
  }

  @OptionGroup var options: GlobalOptions

  @OptionGroup var place: PlaceOption

  @OptionGroup var on: DayOption

  func run() throws {
    let question = try Question(options, place, on)
    let (archive, day) = (question.archive, question.day)
    let ledger = archive.ledger
    let places = question.under.map { ledger.descendants(of: $0, on: day) } ?? ledger.tree(on: day)
    let terms = places.filter { $0.level.usualTerm != nil }.map { place in
      (
        organization: place,
        standing: ledger.termStanding(of: place, on: day, catalog: archive.catalog)
      )
    }
    try question.workplace.write(Table(of: terms), type: "term")
    let isPressing = terms.contains { _, standing in
      standing.map { $0.isOverdue || ($0.vacancy?.due ?? day) < day } ?? true
    }
    if isPressing { throw Failure.found }
  }
}
