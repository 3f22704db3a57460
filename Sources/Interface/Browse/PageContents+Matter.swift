import Archive
import OrganizationLife
import RecordLog
import Wording

extension PageContents {
  /// A matter, recorded or derived: what, whose, by when, where it comes from, to which meeting it
  /// is carried, all that happened, whether it was found before, and the ways on.
  static func matter(
    _ reference: Reference, _ archive: Archive, in context: Context
  ) -> PageContents {
    let today = context.session.today
    let ledger = archive.ledger
    // What happened to it since the page was opened is the newest step of its chain.
    let newest =
      reference.text.contains("#")
      ? ledger.matters.first { $0.source == reference }?.reference
      : archive.steps(of: reference).last?.reference
    let open = ledger.openMatters(on: today, of: nil, kinds: archive.catalog.kinds)
    guard
      let matter = open.first(where: { $0.reference == newest ?? reference })
        ?? ledger.matters.first(where: { $0.reference == newest ?? reference })
    else { return missing(.matterUnknown(reference.text), in: context) }
    var lines = PageLines(in: context)
    let before = ledger.repetitions(of: matter)
    if !before.isEmpty {
      lines.addPlain(
        "! " + context.say(.repeatedTimes(before.count)), .bad,
        to: .list(
          .records(
            title: context.say(.labelRepetition),
            [matter.reference] + before.map(\.reference))),
        anchor: "repeated")
    }
    lines.add(.headingMatter, matter.title, .strong)
    lines.add(.label(ofField: "Kind", of: "matter"), matter.kind)
    lines.add(
      .label(ofField: "Organization"), context.fullName(matter.organization),
      to: .page(.organization(matter.organization)), anchor: "organization")
    for (number, owner) in matter.owners.enumerated() {
      lines.add(
        number == 0 ? .headingOwners : nil, [Span(context.name(owner))],
        to: context.destination(of: owner), anchor: "owner \(number)")
    }
    lines.add(.headingOpened, matter.opened.description)
    if let due = matter.due {
      let isLate = matter.isOverdue(on: today)
      lines.add(
        .headingUntil,
        [
          Span(due.description),
          Span(isLate ? "  " + context.say(.overdue(due.days(until: today))) : "", .bad),
        ])
    }
    lines.add(.headingState, matter.state, matter.isOpen ? .warning : .good)
    if let source = matter.source, RecordIdentifier(source.recordText) == nil {
      lines.add(.labelOrigin, source.text)
    } else if let source = matter.source {
      let row = ListContents.record(source, archive, in: context)
      lines.add(
        .labelOrigin, row.cells.map(\.text).filter { !$0.isEmpty }.joined(separator: "  "),
        to: row.destination, anchor: "source")
    }
    if let decided = decision(behind: matter, archive) {
      lines.add(.label(ofField: "Resolution"), decided, anchor: "resolution")
    }
    addRest(of: matter, to: &lines, archive, in: context)
    if matter.isOpen {
      addWays(of: matter, to: &lines, archive, in: context)
    } else {
      lines.add(.label(ofField: "Closed", of: "matter"), matter.closed?.description ?? "")
      lines.add(.label(ofField: "Result", of: "matter"), matter.result)
      if let confirmer = matter.confirmer {
        lines.add(.label(ofField: "Confirmed", of: "matter"), context.name(confirmer))
      }
    }
    addSteps(of: matter, to: &lines, archive, in: context)
    let record = newest ?? (archive.record(matter.reference) == nil ? nil : matter.reference)
    return PageContents(
      title: "\(matter.kind) · \(matter.title)",
      lines: lines.lines, scopes: (matter.isOpen ? [.matters] : []) + [.page],
      change: matter.isOpen ? .moveMatter(matter.reference) : nil, record: record)
  }

  /// Whatever else was entered about it, in whichever step: its cause, its tags.
  private static func addRest(
    of matter: Matter, to lines: inout PageLines, _ archive: Archive, in context: Context
  ) {
    guard isRecorded(matter, archive) else { return }
    var names: [String] = []
    var newest: [String: [Field]] = [:]
    for step in archive.steps(of: matter.reference) {
      let fields = step.record.fields.filter { !toldOtherwise.contains($0.name) }
      for (name, values) in Dictionary(grouping: fields, by: \.name) { newest[name] = values }
      for field in fields where !names.contains(field.name) { names.append(field.name) }
    }
    for name in names {
      for (number, field) in (newest[name] ?? []).enumerated() {
        lines.add(
          number == 0 ? .label(ofField: name, of: "matter") : nil,
          [Span(shown(field, in: context))], to: destination(of: field, context),
          anchor: "\(name) \(number)")
      }
    }
  }

  /// Whether a matter has a record of its own: one that follows from a resolution has none until it
  /// is moved, and its reference is that of the meeting's item.
  private static func isRecorded(_ matter: Matter, _ archive: Archive) -> Bool {
    archive.record(matter.reference)?.type == "matter"
  }

  /// Fields that the page tells in lines of their own, and those of the log.
  private static let toldOtherwise: Set<String> = [
    "Organization", "Kind", "Title", "Opened", "Owner", "Due", "Source", "State", "Closed",
    "Result", "Confirmed", "Note", "Id", "By", "At", "Sum", "Follows", "Corrects", "Reason",
    "Withdraws",
  ]

  /// The words of the resolution that a matter follows from, where they say more than its title.
  private static func decision(behind matter: Matter, _ archive: Archive) -> String? {
    guard matter.kind == Matter.resolutionKind, let source = matter.source,
      let number = source.itemNumber,
      let held = archive.ledger.activity(Reference(source.recordText)),
      held.items.indices.contains(number - 1)
    else { return nil }
    let text = held.items[number - 1].resolution
    return text.isEmpty || text == matter.title ? nil : text
  }

  private static func addWays(
    of matter: Matter, to lines: inout PageLines, _ archive: Archive, in context: Context
  ) {
    let today = context.session.today
    if matter.kind == Matter.resolutionKind, let source = matter.source,
      let held = archive.ledger.activity(Reference(source.recordText)),
      let kind = context.kind(of: held)
    {
      lines.add(
        .labelCarried, context.say(.carriedTo(kind.title)),
        to: .list(.agenda(held.organization, kind: kind.id)), anchor: "carried")
    }
    lines.addSpace()
    lines.add(
      .labelMove, context.say(.wayMove), to: .form(.moveMatter(matter.reference)), anchor: "move")
    let opener = archive.opener(
      of: matter.reference, barring: context.session.identity?.person, on: today)
    if let opener {
      lines.add(.labelClose, context.say(.closedByOpener(context.name(opener))), .dim)
    } else {
      lines.add(
        .labelClose, context.say(.wayClose), to: .form(.closeMatter(matter.reference)),
        anchor: "close")
      if matter.state == Matter.waitingState {
        lines.add(
          .labelReturn, context.say(.wayReturn), to: .form(.returnMatter(matter.reference)),
          anchor: "return")
      }
    }
  }

  /// All that happened, the newest first.
  private static func addSteps(
    of matter: Matter, to lines: inout PageLines, _ archive: Archive, in context: Context
  ) {
    guard isRecorded(matter, archive) else { return }
    lines.addSpace()
    for (number, step) in archive.steps(of: matter.reference).reversed().enumerated() {
      let text = [
        Moment(step.record.at).map { context.shown($0) } ?? "", step.first("State") ?? "",
        context.name(Person(step.record.by)), step.first("Result") ?? "",
        step.first("Note") ?? "",
      ]
      lines.add(
        number == 0 ? .labelSteps : nil,
        [Span(text.filter { !$0.isEmpty }.joined(separator: "  "))],
        to: .page(.record(Reference(step.record.id))), anchor: "step \(number)")
    }
  }
}

extension ListContents {
  /// Matters that were closed this year and last, the newest first.
  static func settledMatters(
    of id: OrganizationIdentifier, _ archive: Archive, in context: Context
  ) -> ListContents {
    let since = Period(.year, containing: context.session.today).first.adding(years: -1)
    let places = Set(context.places(under: id).map(\.id))
    let closed = archive.ledger.matters.filter { matter in
      !matter.isOpen && places.contains(matter.organization)
        && (matter.closed ?? matter.opened) >= since
    }.sorted { a, b in
      (b.closed ?? b.opened, b.reference) < (a.closed ?? a.opened, a.reference)
    }
    return ListContents(
      title: context.title(.menuSettledMatters, of: id),
      columns: [
        ListColumn(title: .label(ofField: "Closed", of: "matter")),
        ListColumn(title: .headingKind, maximum: 12, rank: 1),
        ListColumn(title: .headingMatter, minimum: 20, isElastic: true),
        ListColumn(
          title: .label(ofField: "Result", of: "matter"), minimum: 8, rank: 2, isElastic: true),
        ListColumn(title: .label(ofField: "Confirmed", of: "matter"), rank: 3),
      ],
      rows: closed.map { matter in
        ListRow(
          id: matter.reference.text,
          cells: [
            ListCell(
              matter.closed.map(context.shown) ?? "",
              order: matter.closed.map { Int($0.number) } ?? 0),
            ListCell(matter.kind), ListCell(matter.title), ListCell(matter.result, .dim),
            ListCell(matter.confirmer.map(context.name) ?? ""),
          ],
          destination: .page(.matter(matter.reference)),
          names: [matter.title] + matter.owners.map(context.name), texts: [matter.reference.text])
      },
      empty: .noSettledMatters)
  }
}
