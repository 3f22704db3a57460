import Archive
import OrganizationLife
import Wording

extension ListContents {
  /// What an organisation and those below it owe; what is missing comes first.
  static func due(
    of id: OrganizationIdentifier, _ archive: Archive, in context: Context
  ) -> ListContents {
    let lines = archive.ledger.due(
      archive.catalog.obligations, on: context.session.today, under: id)
    let hasSeveralPlaces = context.areOfSeveralBranches(lines.map(\.organization))
    var columns: [ListColumn] = []
    if hasSeveralPlaces {
      columns.append(
        ListColumn(
          title: .headingOrganization, minimum: 18, maximum: 26, isElastic: true, keepsEnd: true))
    }
    columns += [
      ListColumn(title: .headingDuty, minimum: hasSeveralPlaces ? 18 : 24, isElastic: true),
      ListColumn(title: .headingDone, alignment: .trailing, rank: 3),
      ListColumn(title: .headingDue),
      ListColumn(title: .headingUntil),
      ListColumn(title: .headingRule, minimum: 14, rank: 1, isElastic: true, keepsEnd: true),
      ListColumn(title: .headingBinding, rank: 2), ListColumn(title: .headingPeriod, rank: 4),
    ]
    let order = lines.filter { $0.missing > 0 } + lines.filter { $0.missing == 0 }
    return ListContents(
      title: context.title(.menuDue, of: id), columns: columns,
      rows: order.map { line in
        let duty = line.obligation
        var cells: [ListCell] = []
        if hasSeveralPlaces { cells.append(ListCell(context.fullName(line.organization))) }
        cells += [
          ListCell(
            hasSeveralPlaces
              ? duty.title : context.text(duty.title, of: line.organization, below: id)),
          ListCell("\(line.done)/\(line.required)", order: line.done),
          missingCell(line.missing, in: context),
          ListCell(
            context.say(.before(context.shown(line.next))), line.missing > 0 ? .normal : .dim,
            order: Int(line.next.number)),
          ListCell(context.shortRule(duty.source), .dim),
          ListCell(context.say(.word(duty.level)), .dim),
          ListCell(line.period.description, .dim),
        ]
        let kind = duty.kinds.first
        let destination: Destination =
          line.evidence.isEmpty
          ? .list(.activities(line.organization, kind: kind))
          : .list(.records(title: "\(duty.title) \(line.period)", line.evidence))
        return ListRow(
          id: "\(line.organization) \(duty.id)", cells: cells, destination: destination,
          change: kind.map { context.entry(of: $0, at: line.organization, in: line.period) },
          names: [duty.title])
      },
      empty: .nothingDue)
  }

  /// Open matters; what is due first comes first.
  static func matters(
    of id: OrganizationIdentifier, _ archive: Archive, in context: Context
  ) -> ListContents {
    let today = context.session.today
    let matters = archive.ledger.mattersToSettle(on: today, of: id)
    let hasSeveralPlaces = context.areOfSeveralBranches(matters.map(\.organization))
    var columns = [
      ListColumn(title: .headingUntil), ListColumn(title: .headingKind, maximum: 12, rank: 1),
      ListColumn(title: .headingMatter, minimum: 16, isElastic: true),
      ListColumn(title: .headingOwners, minimum: 6, maximum: 24, isElastic: true),
    ]
    if hasSeveralPlaces {
      columns.append(
        ListColumn(
          title: .headingOrganization, minimum: 10, maximum: 26, isElastic: true,
          keepsEnd: true))
    }
    columns += [
      ListColumn(title: .headingState, rank: 3), ListColumn(title: .headingOpened, rank: 4),
    ]
    return ListContents(
      title: context.title(.titleMatters, of: id), columns: columns,
      rows: matters.map { matter in
        var cells = [
          untilCell(matter, in: context), ListCell(matter.kind), ListCell(matter.title),
          ListCell(context.names(matter.owners)),
        ]
        if hasSeveralPlaces {
          cells.append(ListCell(context.fullName(matter.organization), .dim))
        }
        let isRepeated = !archive.ledger.repetitions(of: matter).isEmpty
        cells += [
          isRepeated
            ? ListCell("\(matter.state) \(context.say(.repeatedMark))", .bad)
            : ListCell(matter.state),
          ListCell(context.shown(matter.opened), .dim, order: Int(matter.opened.number)),
        ]
        return ListRow(
          id: matter.reference.text, cells: cells,
          destination: matter.kind == Matter.makeUpKind
            ? .page(.makeUp(matter.reference)) : .page(.matter(matter.reference)),
          change: .form(.moveMatter(matter.reference)),
          names: [matter.title] + matter.owners.map(context.name), texts: [matter.reference.text])
      },
      empty: .noMatters, scopes: [.matters])
  }

  /// 超期N天, or the day.
  private static func untilCell(_ matter: Matter, in context: Context) -> ListCell {
    guard let due = matter.due else { return ListCell("-", .dim, order: Int(Int32.max)) }
    let order = Int(due.number)
    let late = due.days(until: context.session.today)
    if late > 0 { return ListCell(context.say(.overdue(late)), .bad, order: order) }
    return ListCell(
      context.say(.before(context.shown(due))), late > -8 ? .warning : .normal, order: order)
  }
}
