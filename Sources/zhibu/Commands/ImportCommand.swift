import Archive
import ArgumentParser
import Documents
import Interface
import OrganizationLife
import RecordLog
import Wording

/// `zhibu import`: members and past activities from a table, all or none.
struct ImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import", abstract: Speech.say(.helpImport),
      discussion: Speech.say(.helpImportDiscussion))
  }

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: ArgumentHelp(Speech.say(.helpImportFile), valueName: "file"),
    completion: .file(extensions: ["csv", "tsv", "txt"]))
  var file: String

  @Option(
    name: .customLong("type"),
    help: ArgumentHelp(Speech.say(.helpImportSubject), valueName: "members|activities"))
  var subject: TableImport.Subject?

  @Option(help: ArgumentHelp(Speech.say(.helpImportMap), valueName: "column=field"))
  var map: [String] = []

  @Option(help: ArgumentHelp(Speech.say(.helpEncoding), valueName: "encoding"))
  var encoding: TextEncoding?

  @Option(help: ArgumentHelp(Speech.say(.helpImportOrganization), valueName: "id"))
  var organization: String?

  @Option(help: ArgumentHelp(Speech.say(.helpImportSince), valueName: "date"))
  var since: String?

  @Flag(help: ArgumentHelp(Speech.say(.helpPreview)))
  var preview = false

  func run() throws {
    var workplace = try Workplace(options)
    let text = try InputFile.text(of: file, encoding: encoding)
    let ids = try workplace.appendingToNewest { workplace, archive in
      try append(text, to: archive, in: &workplace)
    }
    try Output.write(ids.map { "\($0)\n" }.joined())
  }

  /// Appends what a table says that an archive does not; nothing when it is only looked at.
  private func append(
    _ text: ForeignText, to archive: Archive, in workplace: inout Workplace
  ) throws -> [RecordIdentifier] {
    let clock = workplace.clock(for: archive.store)
    let today = clock.today()
    let identity = try workplace.identity(in: archive)
    let own = identity.organization.flatMap { archive.ledger.organization($0, on: today) }
    let branch =
      try organization.map { text throws(Failure) in
        try workplace.organization(text, in: archive, on: today).id
      } ?? (own?.level.isBranch == true ? own?.id : nil)
    let table = TableImport(
      text.text, as: subject, map: try mapping(),
      in: TableImport.Place(
        archive: archive, branch: branch,
        since: try since.map { text throws(Failure) in try GlobalOptions.day(text) },
        author: identity.person, today: today))
    try tell(of: table, text, workplace)
    let summary = Phrase.importSummary(
      added: table.added, updated: table.updated, unchanged: table.unchanged)
    guard !preview, !table.records.isEmpty else {
      workplace.note(summary)
      if preview { workplace.note(.previewOnly) }
      return []
    }
    workplace.warn(of: archive.store)
    let author = try workplace.author(identity)
    let ids = try archive.store.append(
      table.records, by: author, checkedAgainst: archive.extent, at: clock.now().description,
      notify: { workplace.note($0.phrase) })
    workplace.note(summary)
    workplace.remember(archive.store)
    return ids
  }

  /// What was understood, the first rows, everything that is wrong; ends there when anything is.
  private func tell(
    of table: TableImport, _ text: ForeignText, _ workplace: Workplace
  ) throws {
    workplace.note(
      .importRead(table.rows.count, text.encoding.rawValue, table.table.separator))
    let headings = table.columns.map(\.heading)
    for column in map.compactMap({ $0.split(separator: "=").first.map(String.init) })
    where !headings.contains(column) && !headings.isEmpty {
      throw Failure.badUse(.noSuchColumn(column, headings))
    }
    for note in table.notes { workplace.note(note) }
    for warning in table.warnings { workplace.note(.located(file, warning.line, warning.phrase)) }
    if preview { try workplace.write(Table(previewOf: table), type: table.subject.type) }
    guard table.faults.isEmpty else {
      for fault in table.faults { workplace.note(.located(file, fault.line, fault.phrase)) }
      workplace.note(.nothingAdded(table.faults.count))
      throw Failure.found
    }
  }

  private func mapping() throws(Failure) -> [String: String] {
    let fields = subject ?? .members
    var found: [String: String] = [:]
    for text in map {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else { throw .badUse(.notAMapping(text)) }
      guard let field = fields.field(named: String(parts[1])) else {
        throw .badUse(.notAFieldToMap(String(parts[1]), fields.fields.map(\.name)))
      }
      found[String(parts[0])] = field
    }
    return found
  }
}

extension TableImport.Subject: ExpressibleByArgument {}
extension TextEncoding: ExpressibleByArgument {}

extension Table {
  /// The first rows as the columns were understood.
  fileprivate init(previewOf table: TableImport) {
    let shown = table.columns.indices.filter {
      table.columns[$0].field.map { !$0.isEmpty } ?? false
    }
    self.init(
      columns: [Column("line", .rosterLineTitle, isNumeric: true)]
        + shown.map { position in
          let field = table.columns[position].field ?? ""
          return Column(field, Phrase.label(ofField: field, of: table.subject.type))
        },
      rows: table.rows.prefix(10).map { row in
        [.number(row.line)]
          + shown.map { .text(row.cells.indices.contains($0) ? row.cells[$0] : "") }
      })
  }
}
