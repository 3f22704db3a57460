import Archive
import ArgumentParser
import Documents
import OrganizationLife
import Wording

/// `zhibu check`: checklists answered by the records.
struct CheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "check", abstract: Speech.say(.helpCheck))
  }

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp(Speech.say(.helpCheckList), valueName: "checklist"))
  var checklist: String?

  @Option(help: ArgumentHelp(Speech.say(.helpOrganization), valueName: "id"))
  var organization: String?

  @Option(name: .customLong("on"), help: ArgumentHelp(Speech.say(.helpCheckOn), valueName: "date"))
  var day: String?

  func run() throws {
    let workplace = try Workplace(options)
    let archive = try workplace.openArchive()
    let day = try lastDay(workplace, archive)
    let checklists = try checklists(archive)
    let organizations: [Organization]
    if let organization {
      let top = try workplace.organization(organization, in: archive, on: day)
      organizations = archive.ledger.descendants(of: top.id, on: day)
    } else {
      organizations = archive.ledger.tree(on: day)
    }
    var lines: [(organization: Organization, item: CheckedItem)] = []
    for checklist in checklists {
      lines += archive.check(
        checklist, at: organizations.filter { Self.concerns(checklist, $0) }, on: day)
    }
    if workplace.format == .table {
      try workplace.write(aligned: Table(summaryOf: lines))
    } else {
      try workplace.write(Table(of: lines), type: "check")
    }
    let isUnmet = lines.contains { $0.item.answer == .unmet || $0.item.answer == .partlyMet }
    if isUnmet { throw Failure.found }
  }

  /// Whether any item is for organisations of that level; groups stay out of a branch's list.
  private static func concerns(_ checklist: Checklist, _ organization: Organization) -> Bool {
    checklist.items.contains { $0.levels.contains(organization.level) }
  }

  /// A day, or the last one of a month or year.
  private func lastDay(_ workplace: Workplace, _ archive: Archive) throws(Failure) -> Day {
    guard let text = day else { return workplace.clock(for: archive.store).today() }
    guard let period = Period(text) else { throw .badUse(.notAPeriod(text)) }
    return period.last
  }

  private func checklists(_ archive: Archive) throws(Failure) -> [Checklist] {
    guard let checklist else { return archive.catalog.checklists }
    guard let found = archive.checklist(checklist) else {
      throw .badUse(.checklistNotFound(checklist, archive.catalog.checklists.map(\.id)))
    }
    return [found]
  }
}
