import Archive
import ArgumentParser
import Documents
import OrganizationLife
import Wording

/// `zhibu report`: the reports of the catalogue.
struct ReportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "report", abstract: Speech.say(.helpReport))
  }

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp(Speech.say(.helpReportName), valueName: "name"))
  var name: String?

  @Option(help: ArgumentHelp(Speech.say(.helpReportYear), valueName: "year"))
  var year: String?

  @Option(help: ArgumentHelp(Speech.say(.helpReportHalf), valueName: "half"))
  var half: String?

  @Option(help: ArgumentHelp(Speech.say(.helpReportQuarter), valueName: "quarter"))
  var quarter: String?

  @Option(help: ArgumentHelp(Speech.say(.helpReportMonth), valueName: "month"))
  var month: String?

  @Option(help: ArgumentHelp(Speech.say(.helpSince), valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp(Speech.say(.helpUntil), valueName: "date"))
  var until: String?

  @Option(help: ArgumentHelp(Speech.say(.helpReportOrganization), valueName: "id"))
  var organization: String?

  @Flag(help: ArgumentHelp(Speech.say(.helpReportPrevious)))
  var previous = false

  @Flag(help: ArgumentHelp(Speech.say(.helpReportCompare)))
  var compare = false

  @Option(help: ArgumentHelp(Speech.say(.helpReportEvidence), valueName: "line"))
  var evidence: String?

  @Flag(help: ArgumentHelp(Speech.say(.helpReportSentence)))
  var sentence = false

  func run() throws {
    let workplace = try Workplace(options)
    let archive = try workplace.openArchive()
    let today = workplace.clock(for: archive.store).today()
    let catalog = archive.reports
    guard let name else {
      return try workplace.write(Table(of: catalog.reports(on: today)), type: "report")
    }
    let place = try place(archive)
    let period =
      try period(today)
      ?? (compare ? archive.latestYear(of: place, on: today) : Period(.year, containing: today))
    let day = max(period.first, min(period.last, today))
    if catalog.reports(on: day).isEmpty, let first = catalog.reports.map(\.validity.since).min() {
      throw Failure.badUse(.noReportsYet(first))
    }
    guard let definition = catalog.report(name, on: day) else {
      throw Failure.badUse(.reportNotFound(name, catalog.reports(on: day).map(\.id)))
    }
    if let frequency = period.frequency, !definition.frequencies.contains(frequency) {
      throw Failure.badUse(.reportNotForPeriod(definition.id, definition.frequencies))
    }
    let report = archive.report(definition, for: place, in: period, on: today)
    if let evidence {
      let lines = report.lines(named: evidence)
      guard let line = lines.first else {
        throw Failure.badUse(.reportLineNotFound(evidence, in: definition.id))
      }
      guard lines.count == 1 else {
        throw Failure.badUse(.reportLineAmbiguous(evidence, lines.map(\.definition.id)))
      }
      try workplace.write(Table(ofEvidence: line.evidence, in: archive), type: "evidence")
    } else if sentence {
      let name = place.flatMap { archive.ledger.organizations[$0]?.last?.name }
      guard let text = report.sentence(organizationName: name ?? archive.store.manifest.unit) else {
        throw Failure.badUse(.reportWithoutSentence(definition.id))
      }
      try Output.write(text + "\n")
    } else if compare {
      let isWhole = archive.isWholeUnit(place, on: day)
      let sources = catalog.sources(of: report.lines.map(\.definition.id), on: report.day)
      if !sources.isEmpty { workplace.note(.publishedIn(sources, isComparable: isWhole)) }
      try workplace.write(
        Table(
          comparing: report, with: catalog, isWholeUnit: isWhole, language: workplace.language),
        type: "comparison")
    } else {
      try write(report, workplace)
    }
    if archive.hasCatalogFaults { throw Failure.found }
  }

  private func write(_ report: Report, _ workplace: Workplace) throws {
    switch workplace.format {
    case .table:
      try workplace.write(
        aligned: Table(
          summaryOf: report, withPrevious: previous, language: workplace.language))
    case .json:
      try Output.write(Table(wholeOf: report, language: workplace.language).json())
    case .tsv, .csv, .rec:
      try workplace.write(Table(of: report, withPrevious: previous), type: "number")
    }
  }

  /// The organisation asked for, whether or not it is still there: reports are about the past.
  private func place(_ archive: Archive) throws(Failure) -> OrganizationIdentifier? {
    guard let organization else { return nil }
    guard let id = OrganizationIdentifier(organization),
      archive.ledger.organizations[id] != nil
    else { throw .badUse(.organizationNotFound(organization)) }
    return id
  }

  /// The period asked for; nil when none was.
  private func period(_ today: Day) throws(Failure) -> Period? {
    let named: [(text: String?, frequency: Frequency, example: String)] = [
      (year, .year, "2026"), (half, .half, "2026-H1"), (quarter, .quarter, "2026-Q2"),
      (month, .month, "2026-03"),
    ]
    let given = named.filter { $0.text != nil }
    guard given.count + (since == nil && until == nil ? 0 : 1) <= 1 else {
      throw .badUse(.onePeriodOnly)
    }
    if let one = given.first, let text = one.text {
      guard let period = Period(text), period.frequency == one.frequency else {
        throw .badUse(.notAPeriod(text, example: one.example))
      }
      return period
    }
    guard since != nil || until != nil else { return nil }
    guard let since, let until else { throw .badUse(.bothEndsNeeded) }
    let (first, last) = (try GlobalOptions.day(since), try GlobalOptions.day(until))
    guard first <= last else { throw .badUse(.sinceAfterUntil(first, last)) }
    return Period(first...last)
  }
}
