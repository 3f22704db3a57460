import Archive
import ArgumentParser
import Documents
import OrganizationLife
import Wording

/// `zhibu agenda`: what the next meetings may take up.
struct AgendaCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "agenda", abstract: Speech.say(.helpAgenda))
  }

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp(Speech.say(.helpOrganization), valueName: "id"))
  var branch: String?

  @OptionGroup var place: PlaceOption

  @Option(help: ArgumentHelp(Speech.say(.helpAgendaKind), valueName: "kind"))
  var kind: String?

  func run() throws {
    let workplace = try Workplace(options)
    let archive = try workplace.openArchive()
    let today = workplace.clock(for: archive.store).today()
    let ledger = archive.ledger
    let asked = branch ?? place.organization
    let under = try workplace.organization(asked, in: archive, throughout: nil, today)
    var kinds = archive.catalog.kinds.filter { $0.isOffered(on: today) }
    if let kind {
      let known = kinds.map(\.id)
      kinds = kinds.filter { $0.id == kind }
      guard !kinds.isEmpty else { throw Failure.badUse(.kindNotFound(kind, known)) }
    }
    let places = under.map { ledger.descendants(of: $0, on: today) } ?? ledger.tree(on: today)
    var lines: [(organization: OrganizationIdentifier, kind: String, proposal: Proposal)] = []
    for organization in places {
      let hasCommittee = ledger.holdsCommittee(organization, on: today)
      for kind in kinds
      where kind.levels.contains(organization.level) && (hasCommittee || kind.body != .committee) {
        lines += ledger.proposals(
          for: kind, of: organization.id, on: today, catalog: archive.catalog
        ).map { (organization.id, kind.id, $0) }
      }
    }
    try workplace.write(Table(of: lines, language: workplace.language), type: "proposal")
  }
}
