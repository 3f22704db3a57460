import Archive
import OrganizationLife
import Wording

extension ListContents {
  /// What is planned for this year, with how much of it was done: what is not done and due first
  /// comes first. Each opens to the records that do it, and to itself.
  static func plans(
    of id: OrganizationIdentifier, _ archive: Archive, in context: Context
  ) -> ListContents {
    let today = context.session.today
    let lines = PlanLine.all(under: id, archive, in: context)
    let done = lines.filter { $0.state == .done }
    let hasSeveralPlaces = context.areOfSeveralBranches(lines.map(\.plan.organization))
    var columns = [
      ListColumn(title: .headingUntil), ListColumn(title: .headingKind, maximum: 12, rank: 2),
      ListColumn(title: .headingCategory, maximum: 16, rank: 4),
      ListColumn(title: .headingPlanned, minimum: 16, isElastic: true),
      ListColumn(title: .headingOwners, minimum: 6, maximum: 18, isElastic: true),
    ]
    if hasSeveralPlaces {
      columns.append(
        ListColumn(
          title: .headingOrganization, minimum: 10, maximum: 26, rank: 3, isElastic: true,
          keepsEnd: true))
    }
    columns += [
      ListColumn(title: .headingTicked, alignment: .trailing), ListColumn(title: .headingProgress),
    ]
    let sorted = lines.filter { $0.state != .done } + done
    var title = context.title(.menuPlans, of: id)
    if !lines.isEmpty { title += " · " + context.say(.plansDone(done.count, of: lines.count)) }
    return ListContents(
      title: title, columns: columns,
      rows: sorted.map { line in
        let plan = line.plan
        var cells = [
          untilCell(line, on: today, in: context), ListCell(plan.kind), ListCell(line.category),
          ListCell(plan.title), ListCell(context.names(plan.owners)),
        ]
        if hasSeveralPlaces { cells.append(ListCell(context.fullName(plan.organization), .dim)) }
        cells += [
          ListCell("\(line.records.count)/\(line.wanted)", order: line.records.count),
          ListCell(
            (line.state == .done ? "✓" : "") + context.say(line.state.phrase),
            line.state == .done ? .good : line.state == .underWay ? .normal : .dim),
        ]
        return ListRow(
          id: plan.reference.text, cells: cells,
          destination: .list(
            .records(
              title: "\(plan.title) · \(context.say(line.state.phrase))",
              line.records + [plan.reference])),
          change: .form(.changePlain(plan.reference)),
          names: [plan.title] + plan.owners.map(context.name),
          texts: [plan.kind, line.category, plan.reference.text])
      },
      empty: .noPlans, scopes: [.plans])
  }

  /// By when, or 超期N天 where it is not done and the records can tell.
  private static func untilCell(
    _ line: PlanLine, on today: Day, in context: Context
  ) -> ListCell {
    let date = line.plan.due ?? line.plan.period.last
    let order = Int(date.number)
    if line.state == .done { return ListCell(context.shown(date), .dim, order: order) }
    let late = date.days(until: today)
    // Of what no record ever named nobody knows whether it was done.
    if late > 0, !line.canBeTold {
      return ListCell(context.shown(date), .dim, order: order)
    }
    if late > 0 { return ListCell(context.say(.overdue(late)), .bad, order: order) }
    return ListCell(
      context.say(.before(context.shown(date))), late > -8 ? .warning : .normal, order: order)
  }
}

extension Context {
  /// The plan of which a list shows what was done: it stands behind those records, and the list is
  /// called after it.
  func plan(behind title: String, _ references: [Reference]) -> Plan? {
    guard let last = references.last,
      let plan = archive?.ledger.plans.first(where: { $0.reference == last }),
      title.hasPrefix("\(plan.title) · ")
    else { return nil }
    return plan
  }
}

/// A plan with what was done of it.
struct PlanLine {
  /// The plan.
  var plan: Plan
  /// The records that name it and, where it is for a kind of activity, those of that kind in its
  /// period.
  var records: [Reference]
  /// Whether the records can tell that it was not done: it is for a kind of activity, or something
  /// was done of it.
  var canBeTold: Bool
  /// 大类, where a tag says so.
  var category: String
  /// How many records are wanted.
  var wanted: Int { max(1, plan.number ?? 1) }
  /// How far it is.
  var state: PlanState { PlanState(done: records.count, of: wanted) }

  /// The plans of this year of an organisation and those below it, what is due first in front.
  static func all(
    under id: OrganizationIdentifier, _ archive: Archive, in context: Context
  ) -> [PlanLine] {
    let today = context.session.today
    let year = Period(.year, containing: today)
    let places = Set(context.places(under: id).map(\.id))
    let progress = PlanProgress(archive, on: today)
    return archive.ledger.plans.filter { plan in
      places.contains(plan.organization) && plan.period.first <= year.last
        && year.first <= plan.period.last
    }.map { plan in
      var records = progress.records(doing: plan.reference)
      let kind =
        archive.catalog.kind(plan.kind)
        ?? archive.catalog.kinds.first { [$0.id, $0.title].contains(plan.title) }
      if let kind, plan.period.first <= today {
        let days = plan.period.first...min(plan.period.last, today)
        let groups = archive.ledger.groups(of: plan.organization, on: today).map(\.id)
        let held = ([plan.organization] + groups)
          .flatMap { archive.ledger.activities(of: $0, in: days) }
          .filter { $0.counts(as: kind.id) }.map(\.reference)
        records += held.filter { !records.contains($0) }
      }
      let tags = archive.record(plan.reference)?.all("Tag") ?? []
      let category = tags.first { $0.hasPrefix("大类=") }.map { String($0.dropFirst(3)) } ?? ""
      return PlanLine(
        plan: plan, records: records, canBeTold: kind != nil || !records.isEmpty,
        category: category)
    }.sorted { a, b in
      (a.plan.due ?? a.plan.period.last, a.plan.reference)
        < (b.plan.due ?? b.plan.period.last, b.plan.reference)
    }
  }
}
