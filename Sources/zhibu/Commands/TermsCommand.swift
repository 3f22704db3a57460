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
      let standing = ledger.termStanding(of: place, on: day, catalog: archive.catalog)
      return (
        organization: place, standing: standing,
        empty: ledger.emptySeats(of: place, standing: standing, on: day)
      )
    }
    try question.workplace.write(Table(of: terms), type: "term")
    let isPressing = terms.contains { _, standing, empty in
      standing?.isOverdue ?? true || (empty?.due ?? day) < day
    }
    if isPressing { throw Failure.found }
  }
}
