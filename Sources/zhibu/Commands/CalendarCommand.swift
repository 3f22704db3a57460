import Archive
import ArgumentParser
import Documents
import OrganizationLife
import Wording

/// `zhibu calendar`: what is coming.
struct CalendarCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "calendar", abstract: Speech.say(.helpCalendar))
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup var place: PlaceOption

  @Option(help: ArgumentHelp(Speech.say(.helpSince), valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp(Speech.say(.helpUntil), valueName: "date"))
  var until: String?

  func run() throws {
    let workplace = try Workplace(options)
    let archive = try workplace.openArchive()
    let today = workplace.clock(for: archive.store).today()
    let days = try CalendarDays(since: since, until: until, today: today).days
    let under = try workplace.organization(place.organization, in: archive, throughout: nil, today)
    let items = archive.calendar(in: days, under: under, on: today)
    try workplace.write(
      Table(of: items, in: archive, on: today, language: workplace.language), type: "calendar")
    if archive.hasCatalogFaults { throw Failure.found }
  }
}

/// The days of a calendar as given on the command line; without any, from today to the end of next
/// month.
struct CalendarDays {
  let days: Period

  init(since: String?, until: String?, today: Day) throws(Failure) {
    let first = try since.map { text throws(Failure) in try GlobalOptions.day(text) } ?? today
    let month = Period(.month, containing: max(first, today))
    let last =
      try until.map { text throws(Failure) in try GlobalOptions.day(text) }
      ?? Period(.month, containing: month.last.adding(days: 1)).last
    guard first <= last else { throw .badUse(.sinceAfterUntil(first, last)) }
    days = Period(first...last)
  }
}
