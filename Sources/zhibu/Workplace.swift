import Archive
import Documents
import Glibc
import Interface
import OrganizationLife
import RecordLog
import Wording

/// What a command works with: the user's settings, the store, the clock, the form of its answers.
struct Workplace {
  let options: GlobalOptions
  /// The form of an answer that was asked for.
  let requestedFormat: OutputFormat?
  var settings: Settings
  let language: Language
  let fixedDay: Day?

  /// Reads the settings; says what in them was passed over.
  /// Commands that write files of other forms read `--format` themselves.
  init(_ options: GlobalOptions, writesFiles: Bool = false) throws(Failure) {
    try options.checkLanguage()
    self.options = options
    requestedFormat = writesFiles ? nil : try options.answerFormat()
    fixedDay = try options.fixedDay()
    settings = Settings.load(environment: Environment.current)
    language = Speech.language
    for warning in settings.warnings { note(warning) }
  }

  /// Says something on standard error.
  func note(_ phrase: Phrase) { Output.note(phrase, language) }

  /// The store that is meant, whether or not it exists.
  var path: StorePath { StorePath.resolve(option: options.store, settings: settings) }

  /// Whether a store is meant that is there, or that was named.
  var hasStore: Bool { path.exists || path.isNamed }

  /// Opens the store that is meant.
  func openStore() throws(Failure) -> Store {
    let path = path
    guard hasStore else { throw .badUse(.noStore(path.directory)) }
    do {
      return try Store(opening: path.directory)
    } catch {
      if case .notAStore = error {
        // What is left of one is not to be made anew.
        let hasRecords = access("\(path.directory)/organizations", F_OK) == 0
        throw .badUse(hasRecords ? .noManifest(path.directory) : .noStore(path.directory))
      }
      throw Failure(error)
    }
  }

  /// Opens and reads the store that is meant. What an interrupted command left is completed
  /// first, where this user may write (format, section 5).
  func openArchive() throws(Failure) -> Archive {
    let store = try openStore()
    if store.isWritable {
      do {
        for name in try store.completePending() {
          note(AppendNotice.pendingCompleted(name: name).phrase)
        }
      } catch {
        // What is there can be read all the same.
        note(error.phrase)
      }
    }
    do {
      let archive = try Archive.open(store)
      // The command ends with the process: what the archive is made of is not given back piece by
      // piece, which would be felt in a large ledger.
      _ = Unmanaged.passRetained(Held(archive))
      say(archive.notices, unreadable: archive.unreadable)
      let hiding = archive.access.organizationsHidingRecords
      if !hiding.isEmpty { note(.answerWithoutRestricted(hiding)) }
      return archive
    } catch {
      throw Failure(error)
    }
  }

  /// Lets records be checked and appended; reads the store again and lets them be checked once more
  /// when somebody else wrote in between.
  mutating func appendingToNewest(
    _ append: (inout Workplace, Archive) throws -> [RecordIdentifier]
  ) throws -> [RecordIdentifier] {
    while true {
      do {
        return try append(&self, openArchive())
      } catch AppendError.changedMeanwhile {
        continue
      }
    }
  }

  /// An answer from damaged or unreadable files is given and never passed off as whole. What a
  /// record refers to may still be on its way from another writer, and is left to `verify`.
  private func say(_ notices: [ArchiveNotice], unreadable: [Finding]) {
    var faults: [Phrase] = unreadable.map { .located($0.file, $0.line, $0.kind.phrase) }
    for notice in notices {
      if case .pending = notice { continue }
      faults.append(.located(notice.place.file, notice.place.line, notice.phrase))
    }
    for fault in faults.prefix(3) { note(fault) }
    if !faults.isEmpty { note(.answerFromFaults(faults.count)) }
  }

  /// Warns before something is written to a store on a doubtful file system.
  func warn(of store: Store) {
    if let warning = store.fileSystem.warning { note(warning) }
  }

  /// The clock in a store's zone.
  func clock(for store: Store) -> SystemClock {
    SystemClock(today: fixedDay, zone: store.manifest.zone)
  }

  /// A day given on the command line, else today.
  func day(_ text: String?, in store: Store) throws(Failure) -> Day {
    if let text { return try GlobalOptions.day(text) }
    return clock(for: store).today()
  }

  /// The organisation with an id, as it stood on a day.
  func organization(
    _ text: String, in archive: Archive, on day: Day
  ) throws(Failure) -> Organization {
    guard let id = OrganizationIdentifier(text), archive.ledger.organizations[id] != nil else {
      throw .badUse(.organizationNotFound(text))
    }
    guard let organization = archive.ledger.organization(id, on: day) else {
      throw .badUse(.organizationNotThere(text, on: day))
    }
    return organization
  }

  /// A year given on the command line, else that of today.
  func year(_ text: String?, today: Day) throws(Failure) -> Int {
    guard let text else { return today.year }
    guard text.utf8.count == 4, let year = Int(text), Day(year: year, month: 1, day: 1) != nil
    else {
      throw .badUse(.notAYear(text))
    }
    if year > today.year { note(.yearToCome(year)) }
    return year
  }

  /// The id of an organisation that there was on the last day of a year that concerns an answer, or
  /// today; nil when none was asked for.
  func organization(
    _ text: String?, in archive: Archive, throughout year: Int?, _ today: Day
  ) throws(Failure) -> OrganizationIdentifier? {
    guard let text else { return nil }
    let end = year.flatMap { Day(year: $0, month: 12, day: 31) } ?? today
    return try organization(text, in: archive, on: min(end, today)).id
  }

  /// Remembers a store as the last one used; not being able to is no reason to fail.
  mutating func remember(_ store: Store) {
    settings.lastStore = Settings.absolute(store.root)
    try? settings.saveLastStore()
  }

  // MARK: Answers

  /// The format asked for: a table on a terminal, tsv in a pipe.
  var format: OutputFormat { requestedFormat ?? (Output.isTerminal ? .table : .tsv) }

  /// How pages of plain text are set.
  var setting: RecordPage.Setting {
    RecordPage.Setting(
      language: language, columns: Output.isTerminal ? Output.columns : 80,
      width: { ColumnWidth.of($0) })
  }

  /// Writes a table in the format asked for. `type` names its records in rec.
  func write(_ table: Table, type: String) throws(Failure) {
    switch format {
    case .tsv: try Output.write(table.tsv())
    case .csv: try write(separatedByCommas: table)
    case .json: try Output.write(table.json())
    case .rec: try Output.write(table.rec(type: type))
    case .table: try write(aligned: table)
    }
  }

  /// Writes a table for spreadsheets.
  func write(separatedByCommas table: Table) throws(Failure) {
    let text = table.csv(hasByteOrderMark: options.hasByteOrderMark)
    // A terminal has no use for the CR, which would be shown as a mark.
    try Output.write(Output.isTerminal ? text.replacing("\r\n", with: "\n") : text)
  }

  /// Writes a table for people.
  func write(aligned table: Table) throws(Failure) {
    guard !table.rows.isEmpty else { return note(.nothingFound) }
    try Output.write(
      table.aligned(
        language: language, limit: Output.isTerminal ? Output.columns : nil,
        width: { ColumnWidth.of($0) }))
  }
}

/// Holds an archive for as long as the process runs.
private final class Held: Sendable {
  private let archive: Archive

  init(_ archive: Archive) { self.archive = archive }
}
