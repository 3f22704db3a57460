import Archive
import OrganizationLife
import Wording

extension ListContents {
  /// Terms: when elected, when up, which clock runs, seats that stand empty.
  static func terms(
    under id: OrganizationIdentifier, _ archive: Archive, in context: Context
  ) -> ListContents {
    let today = context.session.today
    let places = context.places(under: id).filter { $0.level.usualTerm != nil }
    let standings = places.map { place in
      (place, archive.ledger.termStanding(of: place, on: today, catalog: archive.catalog))
    }.sorted { a, b in
      switch (a.1, b.1) {
      case (let x?, let y?) where x.ends != y.ends: x.ends < y.ends
      case (nil, .some): true
      case (.some, nil): false
      default: a.0.id < b.0.id
      }
    }
    return ListContents(
      title: context.title(.menuTerms, of: id),
      columns: [
        ListColumn(
          title: .headingOrganization, minimum: 14, maximum: 30, isElastic: true, keepsEnd: true),
        ListColumn(title: .headingElected, rank: 1), ListColumn(title: .headingEnds),
        ListColumn(title: .headingClock, minimum: 14, isElastic: true),
        ListColumn(title: .headingVacancy, minimum: 18, rank: 2, isElastic: true),
      ],
      rows: standings.map { place, standing in
        let clock = context.clock(of: standing)
        let empty = archive.ledger.emptySeats(of: place, standing: standing, on: today)
        return ListRow(
          id: place.id.text,
          cells: [
            ListCell(place.name),
            ListCell(
              standing?.term.elected.description ?? "", .dim,
              order: standing.map { Int($0.term.elected.number) } ?? 0),
            ListCell(
              standing?.ends.description ?? "",
              order: standing.map { Int($0.ends.number) } ?? 0),
            ListCell(clock.text, clock.style),
            ListCell(
              empty.map { context.say(.emptySeats($0, since: context.shown($0.since))) } ?? "",
              empty.map { $0.due < today } ?? false ? .bad : .warning),
          ],
          destination: .page(.organization(place.id)),
          change: .form(.changeOrganization(place.id)), names: [place.name])
      },
      empty: .noTerms, scopes: [.organization])
  }

  /// What falls into a month: political birthdays with their number, probations and terms that
  /// end.
  static func dates(
    of id: OrganizationIdentifier, in month: Period, _ archive: Archive, in context: Context
  ) -> ListContents {
    let found = archive.ledger.dates(
      in: month, under: id, on: context.session.today, catalog: archive.catalog)
    return ListContents(
      title: context.title(.titleDates(month), of: id),
      columns: [
        ListColumn(title: .headingDate), ListColumn(title: .headingSubject, minimum: 8),
        ListColumn(title: .headingOccasion, minimum: 12, isElastic: true),
        ListColumn(
          title: .headingOrganization, minimum: 10, maximum: 26, rank: 1, isElastic: true,
          keepsEnd: true),
      ],
      rows: found.enumerated().map { number, line in
        let destination: Destination =
          line.member.map { .page(.member($0.id, among: [$0.id])) }
          ?? .page(.organization(line.organization))
        return ListRow(
          id: "\(line.date) \(number)",
          cells: [
            ListCell(context.shown(line.date), order: Int(line.date.number)),
            ListCell(line.member?.name ?? context.name(line.organization)),
            ListCell(
              context.say(line.occasion.phrase),
              line.occasion.isBirthday ? .normal : .warning),
            ListCell(context.name(line.organization), .dim),
          ],
          destination: destination, names: [line.member?.name ?? ""])
      },
      empty: .noDates)
  }

  /// Dues: base, rate and amount of each member, paid through when, what is in arrears.
  static func dues(
    of id: OrganizationIdentifier, _ archive: Archive, in context: Context
  ) -> ListContents {
    let found = archive.ledger.duesStandings(under: id, on: context.session.today)
    let hasSeveralPlaces = context.areOfSeveralBranches(found.map(\.member.organization))
    var columns = [ListColumn(title: .headingPerson, minimum: 6)]
    if hasSeveralPlaces {
      columns.append(
        ListColumn(
          title: .headingOrganization, minimum: 10, maximum: 20, rank: 1, isElastic: true,
          keepsEnd: true))
    }
    columns += [
      ListColumn(title: .headingBase, alignment: .trailing, rank: 2),
      ListColumn(title: .headingRate, alignment: .trailing, rank: 3),
      ListColumn(title: .headingMonthlyDue, alignment: .trailing),
      ListColumn(title: .headingPaidThrough),
      ListColumn(title: .headingArrears, alignment: .trailing),
      ListColumn(title: .headingOwed, alignment: .trailing),
    ]
    return ListContents(
      title: context.title(.labelDues, of: id), columns: columns,
      rows: found.map { standing in
        let last = standing.months.last
        let arrears = standing.monthsInArrears
        let style: Style =
          arrears >= Dues.gravestArrears ? .bad : arrears >= 3 ? .warning : .normal
        var cells = [ListCell(standing.member.name)]
        if hasSeveralPlaces {
          cells.append(ListCell(context.name(standing.member.organization), .dim))
        }
        cells += [
          ListCell(last?.base.map(Dues.yuan) ?? "", order: last?.base ?? 0),
          ListCell(last?.rateText ?? ""),
          ListCell(last?.due.map(Dues.yuan) ?? "", order: last?.due ?? 0),
          ListCell(standing.paidThrough?.description ?? "-"),
          ListCell(number: standing.unpaid.count, style, zero: ""),
          ListCell(
            standing.unpaid.isEmpty
              ? "" : standing.owed.map(Dues.yuan) ?? context.say(.owedUnknown), style,
            order: standing.owed ?? 0),
        ]
        let id = standing.member.id
        let records = standing.months.flatMap(\.evidence)
        return ListRow(
          id: id.text, cells: cells,
          destination: records.isEmpty
            ? .page(.member(id, among: [id]))
            : .list(
              .records(
                title: "\(standing.member.name) · \(context.say(.labelDues))",
                records.reversed())),
          names: [standing.member.name])
      },
      empty: .noDues)
  }

  /// What the next meeting of a kind may take up, in the order of an agenda.
  static func agenda(
    for id: String, of organization: OrganizationIdentifier, _ archive: Archive,
    in context: Context
  ) -> ListContents {
    let today = context.session.today
    let kind = archive.catalog.kind(id, on: today)
    let proposals =
      kind.map {
        archive.ledger.proposals(
          for: $0, of: organization, on: today, catalog: archive.catalog)
      } ?? []
    return ListContents(
      title: context.title(.titleAgenda(kind?.title ?? id), of: organization),
      columns: [
        ListColumn(title: .headingProposal, minimum: 24, isElastic: true),
        ListColumn(title: .headingOrigin),
        ListColumn(title: .headingUntil, rank: 1),
      ],
      rows: proposals.enumerated().map { number, proposal in
        ListRow(
          id: "\(number)",
          cells: [
            ListCell(context.say(proposal.title)), ListCell(context.say(proposal.origin), .dim),
            ListCell(
              proposal.due.map { context.until($0, $0 < today, on: today) } ?? "",
              proposal.due.map { $0 < today } ?? false ? .bad : .normal,
              order: proposal.due.map { Int($0.number) } ?? Int(Int32.max)),
          ],
          destination: context.destination(of: proposal),
          names: [context.say(proposal.title)])
      },
      empty: .noProposals)
  }
}

extension Context {
  /// The clock of a term: how long it runs, the reminder, how long it has been over.
  func clock(of standing: TermStanding?) -> (text: String, style: Style) {
    guard let standing else { return (say(.termUnknown), .warning) }
    var parts: [String] = []
    var style = Style.normal
    if standing.isOverdue {
      parts.append(say(.overdue(standing.daysOverdue)))
      style = .bad
    } else {
      let months = standing.day.wholeMonths(until: standing.ends)
      parts.append(say(standing.isNoticeDue ? .noticeTime(months) : .monthsLeft(months)))
      if standing.isNoticeDue { style = .warning }
    }
    if let granted = standing.extensions.map(\.until).max() {
      parts.append(say(.prolongedUntil(granted.description)))
    }
    if standing.isNoticeDue, let reminded = standing.reminded {
      parts.append(say(.remindedOn(shown(reminded))))
    }
    return (parts.joined(separator: " · "), style)
  }

  /// Where something proposed for a meeting comes from.
  func destination(of proposal: Proposal) -> Destination? {
    switch proposal {
    case .preset: nil
    case .openResolution(let matter): .page(.matter(matter.reference))
    case .makeUps(let lines): lines.first.map { .list(.makeUps($0.activity.organization)) }
    case .step(let standing, _), .review(let standing, _):
      .page(.standing(standing.subject, kind: standing.kind.id))
    case .vacancy, .endingTerm: proposal.evidence.first.flatMap(destination)
    case .endedProbation(let probation):
      .page(.member(probation.member.id, among: [probation.member.id]))
    case .birthdays(let birthdays):
      birthdays.first.map { .page(.member($0.member.id, among: birthdays.map(\.member.id))) }
    case .owed(let line): .list(.due(line.organization))
    }
  }
}
