import Archive
import OrganizationLife
import Wording

extension PageContents {
  /// An organisation: what it is, who leads it, how long the term runs, what it owes, and the ways
  /// on from it.
  static func organization(
    _ id: OrganizationIdentifier, _ archive: Archive, in context: Context
  ) -> PageContents {
    let today = context.session.today
    guard let organization = context.organization(id) else {
      return missing(.organizationUnknown(id.text), in: context)
    }
    var lines = PageLines(in: context)
    if let until = organization.until, until < today {
      lines.addPlain("! " + context.say(.ended(until.description)), .bad)
    }
    if organization.level != .group {
      lines.addPlain(
        context.say(context.scope == id ? .isScope : .makeScope), .strong, to: .scope(id),
        anchor: "scope")
    }
    addData(of: organization, to: &lines, archive, in: context)
    addOfficers(of: organization, to: &lines, archive, in: context)
    addNumbers(of: organization, to: &lines, archive, in: context)
    addDuties(of: organization, to: &lines, archive, in: context)
    addBelow(organization, to: &lines, archive, in: context)
    addHead(of: id, to: &lines, archive, in: context)
    return PageContents(
      title: "\(organization.name) · \(context.say(.word(organization.level)))",
      lines: lines.lines, scopes: [.organization, .page], change: .changeOrganization(id),
      record: organization.reference)
  }

  private static func addData(
    of organization: Organization, to lines: inout PageLines, _ archive: Archive,
    in context: Context
  ) {
    let snapshots = archive.ledger.organizations[organization.id] ?? []
    let founded = snapshots.first?.since.description ?? ""
    lines.add(
      .labelOrganization,
      [organization.id.text, context.say(.since(founded))].joined(separator: " · "),
      to: .list(
        .records(
          title: context.say(.snapshotsOf(organization.name)),
          snapshots.reversed().map(\.reference))),
      anchor: "data")
    if let parent = organization.parent {
      lines.add(
        .label(ofField: "Parent"), context.name(parent), to: .page(.organization(parent)),
        anchor: "parent")
    }
    lines.add(.label(ofField: "Unit"), context.list(organization.units))
  }

  private static func addOfficers(
    of organization: Organization, to lines: inout PageLines, _ archive: Archive,
    in context: Context
  ) {
    let today = context.session.today
    let officers = organization.officers.compactMap(\.person.id)
    for (number, officer) in organization.officers.enumerated() {
      lines.add(
        number == 0 ? .label(ofField: "Officer") : nil,
        [Span("\(context.name(officer.person)) \(officer.post)")],
        to: officer.person.id.map { .page(.member($0, among: officers)) },
        anchor: "officer \(number)")
    }
    if organization.secretary == nil, organization.level.isBranch {
      lines.addPlain(
        "! " + context.say(.noSecretary), .bad,
        to: .form(.changeOrganization(organization.id)), anchor: "secretary")
    }
    if let standing = archive.ledger.termStanding(
      of: organization, on: today, catalog: archive.catalog)
    {
      let clock = context.clock(of: standing)
      let text = context.say(
        .term(from: standing.term.elected.description, to: standing.term.ends.description))
      lines.add(
        .labelTerm, [Span(text, clock.style), Span(" " + clock.text, clock.style)],
        to: .form(.changeOrganization(organization.id)), anchor: "term")
    }
    for kind in archive.catalog.procedures where kind.validity.contains(today) {
      // 换届 is the organisation's own; what its people stand in is listed for all of them.
      guard kind.isOfOrganizations,
        let standing = archive.ledger.standings(of: kind, under: organization.id, on: today)
          .last(where: { $0.organization == organization.id })
      else { continue }
      let next = context.nextLine(in: standing)
      lines.add(
        .labelProcedure,
        [
          Span("\(kind.title) \(context.reached(in: standing))"),
          Span(
            next.map { " → \($0.text)" } ?? "  " + context.say(.procedureFinished),
            next?.isLate ?? false ? .bad : .normal),
        ],
        to: .page(.standing(standing.subject, kind: kind.id)), anchor: "procedure \(kind.id)")
    }
    addWarnings(
      archive.ledger.sizeWarnings(of: organization, on: today).filter {
        $0.kind != .size(.secretaryMissing) || !organization.level.isBranch
      }
        + archive.ledger.termWarnings(of: organization, on: today, catalog: archive.catalog)
        .filter { warning in
          // The line above says how long the term runs and that it is over.
          switch warning.kind {
          case .term(.noticeDue), .term(.overdue): false
          default: true
          }
        },
      to: &lines, in: context)
  }

  private static func addNumbers(
    of organization: Organization, to lines: inout PageLines, _ archive: Archive,
    in context: Context
  ) {
    let today = context.session.today
    let ledger = archive.ledger
    let id = organization.id
    let people = ledger.wholeRoll(of: id, on: today)
    let counts = MemberStatus.allCases.compactMap { status -> String? in
      let count = people.filter { $0.status == status }.count
      return count == 0 ? nil : "\(context.say(.word(status))) \(count)"
    }
    // Wherever members are counted they are left out.
    let stopped = people.count { $0.status.isMember && !$0.belongsToBody }
    let notes = stopped > 0 ? [context.say(.membershipStoppedAmong(stopped))] : []
    lines.addSpace()
    lines.add(
      .labelMembers,
      counts.isEmpty ? context.say(.none) : (counts + notes).joined(separator: "  "),
      to: .list(.members(id)), anchor: "members")
    let activities = context.activities(under: id)
    let thisYear = activities.filter { $0.date.year == today.year }
    lines.add(
      .labelActivities,
      context.say(
        .heldThisYear(thisYear.count, latest: activities.first.map { context.shown($0.date) })),
      to: .list(.activities(id, kind: nil)), anchor: "activities")
    let unfinished = context.unsigned(under: id)
    if !unfinished.isEmpty {
      lines.add(
        .labelUnsigned, "\(unfinished.count)", .warning,
        to: .list(.records(title: context.title(.labelUnsigned, of: id), unfinished)),
        anchor: "unsigned")
    }
    lines.add(
      .labelStatistics, "\(today.year)", to: .list(.statistics(id, year: today.year)),
      anchor: "statistics")
  }

  private static func addDuties(
    of organization: Organization, to lines: inout PageLines, _ archive: Archive,
    in context: Context
  ) {
    let today = context.session.today
    let id = organization.id
    let due = archive.ledger.due(archive.catalog.obligations, on: today, under: id)
    if !due.isEmpty {
      let missing = due.reduce(0) { $0 + $1.missing }
      lines.add(
        .labelDue, context.say(missing == 0 ? .complete : .missingNow(missing)),
        missing == 0 ? .good : .bad, to: .list(.due(id)), anchor: "due")
    }
    let matters = archive.ledger.mattersToSettle(on: today, of: id)
    let makeUps = archive.ledger.openMakeUps(of: id, on: today, catalog: archive.catalog)
    let overdue = matters.overdue(on: today).count
    var open = [
      Span(
        context.say(.matters(matters.count, overdue: overdue)), overdue > 0 ? .bad : .normal)
    ]
    if !makeUps.isEmpty {
      open.append(Span(" · \(context.say(.panelMakeUps)) \(makeUps.count)"))
    }
    lines.add(.labelMatters, open, to: .list(.matters(id)), anchor: "matters")
    guard organization.level != .group else { return }
    for checklist in archive.catalog.checklists {
      lines.add(
        .labelChecklist, checklist.title,
        to: organization.level.isBranch
          ? .list(.checklist(id, id: checklist.id)) : .list(.checklists(id, id: checklist.id)),
        anchor: "checklist \(checklist.id)")
    }
  }

  private static func addBelow(
    _ organization: Organization, to lines: inout PageLines, _ archive: Archive,
    in context: Context
  ) {
    let today = context.session.today
    let children = archive.ledger.children(of: organization.id, on: today)
    guard !children.isEmpty else { return }
    let places = archive.ledger.descendants(of: organization.id, on: today)
    let sums = OrganizationSums(places, archive, on: today)
    lines.addSpace()
    let width = min(30, children.map { ColumnWidth.of($0.name) }.max() ?? 0)
    for child in children {
      var spans = [
        Span(child.name.elided(toColumns: width).padded(toColumns: width)),
        Span("  " + context.say(.people(sums.members[child.id] ?? 0)), .dim),
      ]
      if let missing = sums.missing[child.id] {
        spans.append(
          Span(
            "  " + context.say(missing == 0 ? .complete : .missingNow(missing)),
            missing == 0 ? .good : .bad))
      }
      lines.add(
        child.id == children.first?.id ? .labelBelow : nil, spans,
        to: .page(.organization(child.id)), anchor: "below \(child.id)")
    }
  }
}
