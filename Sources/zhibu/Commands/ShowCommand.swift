import Archive
import ArgumentParser
import Documents
import OrganizationLife
import RecordLog
import Wording

/// `zhibu show`: one record, its newest version unless one is asked for.
struct ShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: Speech.say(.helpShow))
  }

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp(Speech.say(.helpShowRecord), valueName: "id"))
  var id: String

  @Flag(name: .customLong("exact"), help: ArgumentHelp(Speech.say(.helpShowVersion)))
  var showsThisVersion = false

  func run() throws {
    let workplace = try Workplace(options)
    let archive = try workplace.openArchive()
    let asked = Reference(id)
    guard let named = archive.record(asked), archive.hasPart(asked) else {
      throw Failure.badUse(.recordNotFound(id))
    }
    // A withdrawal tells of what it withdrew.
    let target = named.first("Withdraws").map { Reference($0) } ?? asked
    let newest = (archive.current(target) ?? asked).recordText
    let isOlder = asked.recordText != newest
    var remarks: [Phrase] = []
    let record: Record
    if showsThisVersion {
      record = named
      if isOlder { remarks.append(.olderVersion(newest: newest)) }
    } else {
      record = archive.record(Reference(newest)) ?? named
      if isOlder { workplace.note(.showsNewest(asked: asked.recordText, newest: newest)) }
    }
    remarks += self.remarks(on: record, archive)
    let document = document(of: record, archive)
    switch workplace.format {
    case .tsv: try Output.write(Table(of: [document], type: record.type).tsv())
    case .csv: try workplace.write(separatedByCommas: Table(of: [document], type: record.type))
    case .json: try Output.write(RecordDocument.json([document]))
    case .rec: try Output.write(RecordDocument.rec([document]))
    case .table:
      let page = RecordPage(
        of: document, title: title(of: record, archive, workplace.language), remarks: remarks,
        setting: workplace.setting)
      try Output.write(page.text)
      return
    }
    for remark in remarks { workplace.note(remark) }
  }

  private func remarks(on record: Record, _ archive: Archive) -> [Phrase] {
    let reference = Reference(record.id)
    var remarks: [Phrase] = []
    if !record.isIntact { remarks.append(.recordNotIntact) }
    if archive.isWithdrawn(reference) {
      let reason = archive.withdrawal(of: reference)?.first("Reason") ?? ""
      remarks.append(.withdrawnBecause(reason))
    }
    if archive.folded(reference)?.isInConflict ?? false { remarks.append(.inConflict) }
    return remarks
  }

  /// The record with, for an activity that can be read, the numbers that the rules give.
  private func document(of record: Record, _ archive: Archive) -> RecordDocument {
    var document = RecordDocument(type: record.type, fields: record.fields)
    if let folder = OrganizationIdentifier(record.organizationFolder),
      let head = archive.head(of: folder)
    {
      document.head = (folder.text, head)
    }
    guard record.type == "activity", let activity = activity(of: record, archive) else {
      return document
    }
    let kind = archive.catalog.kind(activity.kind, on: activity.date)
    document.judged = RecordDocument.Judged(
      activity: activity,
      figures: MeetingFigures(of: activity, kind: kind, ledger: archive.ledger))
    return document
  }

  /// The newest version is in the ledger; an older one, or one withdrawn, is read by itself.
  private func activity(of record: Record, _ archive: Archive) -> Activity? {
    let reference = Reference(record.id)
    if let activity = archive.ledger.activity(reference), activity.reference == reference {
      return activity
    }
    guard let moment = Moment(record.at),
      let folder = OrganizationIdentifier(record.organizationFolder)
    else { return nil }
    let provenance = Provenance(
      reference: reference, origin: reference, enteredAt: moment, enteredBy: Person(record.by),
      folder: folder)
    return Conversion.activity(record.fields, from: provenance).value
  }

  private func title(
    of record: Record, _ archive: Archive, _ language: Language
  ) -> String {
    let day = (record.first("Date") ?? record.first("Since")).flatMap { Day($0) }
    let organization = record.first("Organization").flatMap { OrganizationIdentifier($0) }
    let place = organization.flatMap { id in
      day.flatMap { archive.ledger.organization(id, on: $0)?.name }
        ?? archive.ledger.organizations[id]?.last?.name
    }
    var what = archive.schemas[record.type]?.title ?? record.type
    if record.type == "activity", let kind = record.first("Kind") {
      let title = day.flatMap { archive.catalog.kind(kind, on: $0)?.title } ?? kind
      if let number = record.first("Number").flatMap({ Int($0) }), let day {
        what = Phrase.numbered(title, year: day.year, number: number)(language)
      } else {
        what = title
      }
    } else if let name = record.first("Title") ?? record.first("Name") {
      what += " · \(name)"
    }
    // An organisation's own name is its title already.
    if record.type == "organization" { return what }
    return [what, place].compactMap { $0 }.joined(separator: " · ")
  }
}
