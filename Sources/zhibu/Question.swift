import Archive
import ArgumentParser
import OrganizationLife
import Wording

/// `--organization`: whose records, with everything below it.
struct PlaceOption: ParsableArguments {
  @Option(help: ArgumentHelp(Speech.say(.helpOrganization), valueName: "id"))
  var organization: String?
}

/// `--on`: the day as on which something is asked.
struct DayOption: ParsableArguments {
  @Option(name: .customLong("on"), help: ArgumentHelp(Speech.say(.helpOn), valueName: "date"))
  var day: String?
}

/// `--year`: the year that is asked about.
struct YearOption: ParsableArguments {
  @Option(help: ArgumentHelp(Speech.say(.helpYear), valueName: "year"))
  var year: String?
}

/// A ledger that is open for a question about an organisation and everything below it, or about
/// all.
struct Question {
  let workplace: Workplace
  let archive: Archive
  /// The day as on which it is asked.
  let day: Day
  /// The year asked about: the day's, or the one given.
  let year: Int
  /// Whose records; nil for all.
  let under: OrganizationIdentifier?

  /// A question as on a day.
  init(_ options: GlobalOptions, _ place: PlaceOption, _ on: DayOption) throws {
    workplace = try Workplace(options)
    archive = try workplace.openArchive()
    day = try workplace.day(on.day, in: archive.store)
    year = day.year
    under = try workplace.organization(place.organization, in: archive, throughout: nil, day)
  }

  /// A question about a year, as on its last day or today.
  init(_ options: GlobalOptions, _ place: PlaceOption, _ asked: YearOption) throws {
    workplace = try Workplace(options)
    archive = try workplace.openArchive()
    day = workplace.clock(for: archive.store).today()
    year = try workplace.year(asked.year, today: day)
    under = try workplace.organization(place.organization, in: archive, throughout: year, day)
  }

  /// The organisation asked about, or all that have none above them.
  var roots: [OrganizationIdentifier] { under.map { [$0] } ?? archive.ledger.roots(on: day) }
}
