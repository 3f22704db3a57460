import Archive
import ArgumentParser
import Documents
import OrganizationLife
import Wording

/// `zhibu list`: the records of a type that hold now.
struct ListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: Speech.say(.helpList))
  }

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: ArgumentHelp(Speech.say(.helpListType), valueName: "type"),
    completion: .list(RecordShape.types))
  var type: String

  @Option(help: ArgumentHelp(Speech.say(.helpOrganization), valueName: "id"))
  var organization: String?

  @Option(help: ArgumentHelp(Speech.say(.helpListKind), valueName: "kind"))
  var kind: String?

  @Option(help: ArgumentHelp(Speech.say(.helpSince), valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp(Speech.say(.helpUntil), valueName: "date"))
  var until: String?

  @Option(name: .customLong("on"), help: ArgumentHelp(Speech.say(.helpListOn), valueName: "date"))
  var day: String?

  func run() throws {
    let workplace = try Workplace(options)
    guard let shape = RecordShape.of(type) else {
      throw Failure.badUse(.typeNotFound(type, RecordShape.types))
    }
    let archive = try workplace.openArchive()
    let filter = try filter(shape, archive, workplace)
    let records = archive.folded(type: type).filter { filter.admits($0) }
      .sorted(by: RecordOrder(type).precedes)
    let documents = records.map { RecordDocument(type: type, fields: $0.fields) }
    switch workplace.format {
    case .tsv: try Output.write(Table(of: documents, type: type).tsv())
    case .csv: try workplace.write(separatedByCommas: Table(of: documents, type: type))
    case .json: try Output.write(RecordDocument.json(documents))
    case .rec: try Output.write(RecordDocument.rec(documents))
    case .table:
      try workplace.write(
        aligned: Table(summaryOf: documents, type: type, language: workplace.language))
    }
  }

  private func filter(
    _ shape: RecordShape, _ archive: Archive, _ workplace: Workplace
  ) throws(Failure) -> RecordFilter {
    var filter = try RecordFilter(shape: shape, since: since, until: until)
    if let day {
      guard shape.field("Since") != nil else { throw .badUse(.typeWithoutSpan(type)) }
      filter.day = try GlobalOptions.day(day)
    }
    if let kind {
      guard shape.field("Kind") != nil else { throw .badUse(.typeWithoutKind(type)) }
      try check(kind, archive)
      filter.kind = kind
    }
    try filter.keep(
      to: organization, in: archive, on: workplace.clock(for: archive.store).today())
    if filter.day != nil, type != "team" {
      filter.holding = Self.holding(type, on: filter.day, archive)
    }
    return filter
  }

  /// A kind of activity has to be one of the catalogue's, or one that records have.
  private func check(_ kind: String, _ archive: Archive) throws(Failure) {
    guard type == "activity" else { return }
    let known = archive.catalog.kinds.map(\.id)
    guard !known.contains(kind), !archive.ledger.activities.contains(where: { $0.kind == kind })
    else { return }
    var seen: Set<String> = []
    throw .badUse(.kindNotFound(kind, known.filter { seen.insert($0).inserted }))
  }

  /// The records of the snapshots that hold on a day.
  private static func holding(
    _ type: String, on day: Day?, _ archive: Archive
  ) -> Set<Reference>? {
    guard let day else { return nil }
    let ledger = archive.ledger
    if type == "member" {
      return Set(ledger.members.keys.compactMap { ledger.member($0, on: day)?.reference })
    }
    return Set(ledger.organizations(on: day).map(\.reference))
  }
}
