import Archive
import ArgumentParser
import Documents
import OrganizationLife
import Wording

/// `zhibu member`: everything that the records say of one member.
struct MemberCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "member", abstract: Speech.say(.helpMember))
  }

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp(Speech.say(.helpMemberID), valueName: "id"))
  var id: String

  @Option(name: .customLong("on"), help: ArgumentHelp(Speech.say(.helpOn), valueName: "date"))
  var day: String?

  func run() throws {
    let workplace = try Workplace(options)
    let archive = try workplace.openArchive()
    let day = try workplace.day(day, in: archive.store)
    guard let member = Person(id).id,
      let file = archive.ledger.file(of: member, on: day, catalog: archive.catalog)
    else { throw Failure.badUse(.memberNotFound(id)) }
    let document = MemberDocument(
      file, on: day, catalog: archive.catalog,
      head: archive.head(of: file.member.organization),
      review: archive.ledger.memberReviews(through: day)[member],
      hidesRestricted: archive.access.hidesRecords(of: file.member.organization.text))
    guard workplace.format == .table else {
      return try workplace.write(document.table(workplace.language), type: "person")
    }
    try Output.write(document.page(workplace.setting))
  }
}
