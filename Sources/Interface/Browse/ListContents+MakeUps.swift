import Archive
import OrganizationLife
import Wording

extension Context {
  /// The absences that have to be made up, or were, of an organisation and everything below it:
  /// those of this year, and what is open of earlier ones; open ones first.
  func makeUps(under id: OrganizationIdentifier) -> [MakeUpLine] {
    guard let archive else { return [] }
    return archive.ledger.makeUpsToFollow(
      of: id, on: session.today, catalog: archive.catalog)
  }

  /// What became of an absence.
  func madeUpCell(_ line: MakeUpLine) -> (text: String, style: Style) {
    guard let closing = line.closing else {
      return (say(.openFor(line.activity.date.days(until: session.today))), .warning)
    }
    var text = say(.madeUpBy(closing))
    if case .session(let record) = closing, let held = archive?.ledger.activity(record) {
      text += " \(shown(held.date))"
    }
    return (text, .good)
  }
}

extension Context {
  /// The lessons and theme days since an absence that the member came to, the newest ten.
  func sessions(after missed: Activity, attendedBy id: MemberIdentifier) -> [Activity] {
    guard let archive, missed.date < session.today else { return [] }
    let kinds = Set(archive.catalog.kinds.filter { $0.isMadeUp || $0.isStudy }.map(\.id))
    return
      archive.ledger.activities(of: missed.organization, in: missed.date...session.today)
      .filter { held in
        held.reference != missed.reference && kinds.contains(held.kind)
          && held.wasAttended(by: id)
      }.suffix(10).reversed()
  }

  /// What was missed: the day, the kind and the subject where that does not begin with it.
  func missedTitle(_ missed: Activity) -> String {
    let kind = kind(of: missed)?.title ?? missed.kind
    let subject = subject(of: missed)
    let parts = [missed.date.description, subject.hasPrefix(kind) ? "" : kind, subject]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// `11-05 主题党日 ……`: a lesson by its day, kind and subject.
  func sessionTitle(_ held: Activity) -> String {
    "\(shown(held.date)) \(kind(of: held)?.short ?? "") \(subject(of: held))"
  }
}

extension ListContents {
  /// 补学: who was absent from what, why, and how it was made up.
  static func makeUps(
    of id: OrganizationIdentifier, _ archive: Archive, in context: Context
  ) -> ListContents {
    let found = context.makeUps(under: id)
    let hasSeveralPlaces = context.areOfSeveralBranches(found.map(\.activity.organization))
    var columns = [ListColumn(title: .headingPerson, minimum: 6)]
    if hasSeveralPlaces {
      columns.append(
        ListColumn(
          title: .headingOrganization, minimum: 10, maximum: 20, rank: 1, isElastic: true,
          keepsEnd: true))
    }
    columns += [
      ListColumn(title: .headingDate),
      ListColumn(title: .headingMissed, minimum: 16, isElastic: true),
      ListColumn(title: .headingReason, minimum: 6, maximum: 14, isElastic: true),
      ListColumn(title: .headingMadeUp),
    ]
    return ListContents(
      title: context.title(.menuMakeUps, of: id), columns: columns,
      rows: found.map { line in
        let state = context.madeUpCell(line)
        var cells = [ListCell(context.name(line.person))]
        if hasSeveralPlaces {
          cells.append(ListCell(context.fullName(line.activity.organization), .dim))
        }
        let kind = context.kind(of: line.activity)?.short ?? line.activity.kind
        cells += [
          ListCell(
            context.shown(line.activity.date), order: Int(line.activity.date.number)),
          ListCell("\(kind) \(context.subject(of: line.activity))"),
          ListCell(line.reason.isEmpty ? context.say(.noReason) : line.reason),
          ListCell(state.text, state.style),
        ]
        return ListRow(
          id: line.reference.text, cells: cells, destination: .page(.makeUp(line.reference)),
          change: line.isOpen ? .form(.makeUp(line.reference)) : nil,
          names: [context.name(line.person)])
      },
      empty: .noMakeUps, scopes: [.makeUps])
  }
}

extension PageContents {
  /// One absence: what was missed, what became of it, and the ways to make it up.
  static func makeUp(
    _ absence: Reference, _ archive: Archive, in context: Context
  ) -> PageContents {
    let today = context.session.today
    guard let id = absence.member,
      let activity = archive.ledger.activity(Reference(absence.recordText)),
      let line = archive.ledger.makeUps(
        of: id, in: activity.date...activity.date, on: today, catalog: archive.catalog
      ).first(where: { $0.reference == absence })
    else { return missing(.recordUnknown(absence.text), in: context) }
    var lines = PageLines(in: context)
    let state = context.madeUpCell(line)
    lines.add(
      .labelAbsent, context.name(line.person), to: context.destination(of: line.person),
      anchor: "person")
    lines.add(
      .labelMissed,
      context.missedTitle(activity),
      to: .page(.activity(activity.reference)), anchor: "activity")
    lines.add(.labelReason, line.reason.isEmpty ? context.say(.noReason) : line.reason)
    lines.add(
      .labelMadeUp, state.text, state.style,
      to: line.closing.flatMap { context.destination(of: $0.reference) }, anchor: "state")
    if line.isOpen {
      lines.addSpace()
      lines.add(
        .labelWays, context.say(.waySignature), to: .form(.signMakeUp(absence)),
        anchor: "signature")
      for session in context.sessions(after: activity, attendedBy: id) {
        lines.add(
          nil, [Span(context.say(.waySession(context.sessionTitle(session))))],
          to: .makeUp(absence, at: session.reference), anchor: "session \(session.reference)")
      }
      lines.add(
        nil, [Span(context.say(.wayMatter))], to: .form(.makeUp(absence)), anchor: "matter")
    }
    return PageContents(
      title: "\(context.say(.menuMakeUps)) · \(context.name(line.person)) · "
        + context.shortName(of: activity),
      lines: lines.lines, scopes: line.isOpen ? [.makeUps, .page] : [.page],
      change: line.isOpen ? .makeUp(absence) : nil)
  }
}
