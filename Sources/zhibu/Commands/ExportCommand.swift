import Archive
import ArgumentParser
import Documents
import OrganizationLife
import Wording

/// `zhibu export`: records, what is owed, the calendar, as files for other programs.
struct ExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export", abstract: Speech.say(.helpExport),
      discussion: Speech.say(.helpExportDiscussion))
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup var place: PlaceOption

  @Argument(
    help: ArgumentHelp(Speech.say(.helpExportType), valueName: "type"),
    completion: .list(ExportCommand.types))
  var type: String

  @Option(help: ArgumentHelp(Speech.say(.helpSince), valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp(Speech.say(.helpUntil), valueName: "date"))
  var until: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp(Speech.say(.helpOutput), valueName: "file"),
    completion: .file())
  var output: String?

  /// What can be exported.
  static let types = RecordShape.types + ["due", "calendar"]

  func run() throws {
    guard Self.types.contains(type) else { throw Failure.badUse(.typeNotFound(type, Self.types)) }
    let asked = try options.exportFormat() ?? output.flatMap(ExportFormat.init(ending:)) ?? .csv
    if asked == .ics, RecordShape.of(type) != nil { throw Failure.badUse(.notForICS(type)) }
    let workplace = try Workplace(options, writesFiles: true)
    let file = try output.flatMap { path throws(Failure) in
      path == "-" ? nil : try OutputFile(path)
    }
    let archive = try workplace.openArchive()
    try file?.check(notIn: archive.store)
    let (text, count) = try text(as: asked, archive, workplace)
    if count == 0 { workplace.note(.nothingToExport) }
    guard let file else { return try Output.write(text) }
    try file.write(text)
    workplace.note(.exportedTo(file.path, count))
  }

  private func text(
    as format: ExportFormat, _ archive: Archive, _ workplace: Workplace
  ) throws(Failure) -> (String, count: Int) {
    let today = workplace.clock(for: archive.store).today()
    switch type {
    case "calendar":
      let days = try CalendarDays(since: since, until: until, today: today).days
      let under = try under(archive, workplace, today)
      let items = archive.calendar(in: days, under: under, on: today)
      if format == .ics { return (ics(items, archive, workplace), items.count) }
      return text(
        Table(of: items, in: archive, on: today, language: workplace.language), as: format)
    case "due":
      let under = try under(archive, workplace, today)
      let first = try since.map { text throws(Failure) in try GlobalOptions.day(text) }
      let last = try until.map { text throws(Failure) in try GlobalOptions.day(text) }
      func isAsked(_ day: Day) -> Bool {
        first.map { $0 <= day } ?? true && last.map { day <= $0 } ?? true
      }
      if format == .ics {
        let items = archive.dueItems(on: today, under: under).filter { isAsked($0.day) }
        return (ics(items, archive, workplace), items.count)
      }
      let lines = archive.due(on: today, under: under).filter { isAsked($0.next) }
      return text(Table(of: lines), as: format)
    default:
      guard let shape = RecordShape.of(type) else { throw .badUse(.typeNotFound(type, Self.types)) }
      return try records(shape, as: format, archive, on: today)
    }
  }

  private func records(
    _ shape: RecordShape, as format: ExportFormat, _ archive: Archive, on today: Day
  ) throws(Failure) -> (String, count: Int) {
    var filter = try RecordFilter(shape: shape, since: since, until: until)
    try filter.keep(to: place.organization, in: archive, on: today)
    let documents = archive.folded(type: type).filter { filter.admits($0) }
      .sorted(by: RecordOrder(type).precedes)
      .map { RecordDocument(type: type, fields: $0.fields) }
    switch format {
    case .json: return (RecordDocument.json(documents), documents.count)
    case .jsonl: return (RecordDocument.jsonLines(documents), documents.count)
    case .csv, .ics: return text(Table(of: documents, type: type), as: format)
    }
  }

  private func text(_ table: Table, as format: ExportFormat) -> (String, count: Int) {
    let text =
      switch format {
      case .json: table.json()
      case .jsonl: table.jsonLines()
      case .csv, .ics: table.csv(hasByteOrderMark: options.hasByteOrderMark)
      }
    return (text, table.rows.count)
  }

  private func ics(
    _ items: [CalendarItem], _ archive: Archive, _ workplace: Workplace
  ) -> String {
    let clock = workplace.clock(for: archive.store)
    return CalendarText.text(
      of: items.map {
        CalendarText.Event($0, of: archive, on: clock.today(), language: workplace.language)
      },
      name: Phrase.calendarName(archive.store.manifest.unit)(workplace.language),
      version: Version.text, at: clock.now())
  }

  private func under(
    _ archive: Archive, _ workplace: Workplace, _ today: Day
  ) throws(Failure) -> OrganizationIdentifier? {
    try workplace.organization(place.organization, in: archive, throughout: nil, today)
  }
}

extension ExportFormat {
  /// The form that the ending of a file's name stands for; nil for others.
  init?(ending name: String) {
    guard let dot = name.lastIndex(of: ".") else { return nil }
    self.init(rawValue: name[name.index(after: dot)...].lowercased())
  }
}
