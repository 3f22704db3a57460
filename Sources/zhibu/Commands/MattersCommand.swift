import Archive
import ArgumentParser
import Documents
import OrganizationLife
import Wording

/// `zhibu matters`: what is still to be done, recorded or following from resolutions.
struct MattersCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "matters", abstract: Speech.say(.helpMatters))
  }

  @OptionGroup var options: GlobalOptions

  @OptionGroup var place: PlaceOption

  @Flag(name: .customLong("all"), help: ArgumentHelp(Speech.say(.helpAllMatters)))
  var includesClosed = false

  func run() throws {
    let workplace = try Workplace(options)
    let archive = try workplace.openArchive()
    let today = workplace.clock(for: archive.store).today()
    let ledger = archive.ledger
    let under = try workplace.organization(place.organization, in: archive, throughout: nil, today)
    var matters = ledger.mattersToSettle(on: today, of: under)
    if includesClosed {
      let places = under.map { Set(ledger.descendants(of: $0, on: today).map(\.id)) }
      matters += ledger.matters.filter { matter in
        !matter.isOpen && places?.contains(matter.organization) ?? true
      }.sorted { ($0.opened, $0.reference) < ($1.opened, $1.reference) }
    }
    var repeated: [Reference: Int] = [:]
    for matter in matters { repeated[matter.reference] = ledger.repetitions(of: matter).count }
    try workplace.write(Table(of: matters, on: today, repeated: repeated), type: "matter")
    if matters.contains(where: { $0.isOverdue(on: today) }) { throw Failure.found }
  }
}
