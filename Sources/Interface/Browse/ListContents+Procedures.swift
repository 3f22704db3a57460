import Archive
import OrganizationLife
import Wording

extension Context {
  /// Where everybody of an organisation and below stands in procedures, late ones first.
  func standings(
    under id: OrganizationIdentifier, kind: String?
  ) -> [ProcedureStanding] {
    guard let archive else { return [] }
    let today = session.today
    let found = archive.catalog.procedures.filter { entry in
      entry.validity.contains(today) && kind.map { $0 == entry.id } ?? true
    }.flatMap { archive.ledger.standings(of: $0, under: id, on: today) }
    return found.filter { $0.isLate && !$0.isFinished }
      + found.filter { !$0.isLate && !$0.isFinished } + found.filter(\.isFinished)
  }

  /// The step that somebody has reached, or the status where no step is on record.
  func reached(in standing: ProcedureStanding) -> String {
    if let last = standing.done.last { return last.step.title }
    let member = standing.subject.id.flatMap { archive?.ledger.member($0, on: standing.day) }
    return member.map { say(.word($0.status)) } ?? ""
  }

  /// What comes next and by when: the step to be taken, and the repetition that runs beside it.
  func next(in standing: ProcedureStanding) -> (step: NextStep?, clock: NextStep?) {
    let (step, clock) = standing.upcoming
    let day = standing.day
    return (
      step.map { step in
        let isLate = step.isLate(on: day)
        let until = step.latest.map { self.until($0, isLate, on: day) }
        let from = step.earliest.map { say(.notBefore(shown($0))) }
        return NextStep(
          title: step.step.title, until: until ?? from ?? "",
          day: step.latest ?? step.earliest, isLate: isLate)
      },
      clock.map { clock in
        let isLate = clock.isLate(on: day)
        return NextStep(
          title: clock.step.title, until: until(clock.due, isLate, on: day), day: clock.due,
          isLate: isLate)
      }
    )
  }

  /// Both in one line, what is late first; nil once all is done.
  func nextLine(in standing: ProcedureStanding) -> (text: String, isLate: Bool)? {
    let (step, clock) = next(in: standing)
    let both = [step, clock].compactMap(\.self)
    guard !both.isEmpty else { return nil }
    let sorted = both.filter(\.isLate) + both.filter { !$0.isLate }
    return (sorted.map(\.text).joined(separator: " · "), both.contains(where: \.isLate))
  }

  func until(_ day: Day, _ isLate: Bool, on today: Day) -> String {
    isLate ? say(.overdue(day.days(until: today))) : say(.before(shown(day)))
  }
}

/// A step of a procedure that comes next, as it is said.
struct NextStep {
  /// The step's title.
  var title: String
  /// By when, or not before when; empty when nothing bounds it.
  var until: String
  /// That day.
  var day: Day?
  /// Whether it should have been taken by now.
  var isLate: Bool

  var text: String { until.isEmpty ? title : "\(title) \(until)" }
}

extension ListContents {
  /// Who stands where in which procedure, what is next and by when.
  static func procedures(
    of id: OrganizationIdentifier, kind: String?, _ archive: Archive, in context: Context
  ) -> ListContents {
    let found = context.standings(under: id, kind: kind)
    let hasSeveralPlaces = context.areOfSeveralBranches(found.map(\.organization))
    var columns = [
      ListColumn(
        title: .headingSubject, minimum: hasSeveralPlaces ? 12 : 18, maximum: 18, isElastic: true)
    ]
    if hasSeveralPlaces {
      columns.append(
        ListColumn(
          title: .headingOrganization, minimum: 10, maximum: 20, isElastic: true,
          keepsEnd: true))
    }
    if kind == nil {
      columns.append(
        ListColumn(title: .headingProcedure, minimum: 8, maximum: 14, rank: 3, isElastic: true))
    }
    columns += [
      ListColumn(title: .headingStep, minimum: 12, rank: 2, isElastic: true),
      ListColumn(title: .headingDate, rank: 4),
      ListColumn(title: .headingNext, minimum: 12, isElastic: true),
      ListColumn(title: .headingUntil),
      ListColumn(title: .labelClocks, minimum: 21, rank: 1, isElastic: true),
    ]
    return ListContents(
      title: context.title(
        kind.flatMap { archive.catalog.procedure($0, on: context.session.today) }
          .map { Phrase(verbatim: $0.title) } ?? .menuProcedures, of: id),
      columns: columns,
      rows: found.map { standing in
        var cells = [ListCell(context.name(standing.subject))]
        if hasSeveralPlaces {
          cells.append(ListCell(context.fullName(standing.organization), .dim))
        }
        if kind == nil { cells.append(ListCell(standing.kind.title)) }
        let (next, clock) = context.next(in: standing)
        let last = standing.done.last?.day
        cells += [
          ListCell(context.reached(in: standing)),
          ListCell(
            last.map(context.shown) ?? "", .dim, order: last.map { Int($0.number) } ?? 0),
          standing.isFinished
            ? ListCell(context.say(.procedureFinished), .good) : ListCell(next?.title ?? ""),
          ListCell(
            next?.until ?? "", next?.isLate ?? false ? .bad : .normal,
            order: next?.day.map { Int($0.number) } ?? Int(Int32.max)),
          ListCell(
            clock?.text ?? "", clock?.isLate ?? false ? .bad : .normal,
            order: clock?.day.map { Int($0.number) } ?? Int(Int32.max)),
        ]
        return ListRow(
          id: "\(standing.kind.id) \(standing.subject)", cells: cells,
          destination: .page(.standing(standing.subject, kind: standing.kind.id)),
          change: standing.isFinished
            ? nil
            : .form(
              .procedureStep(
                standing.organization, kind: standing.kind.id,
                subject: standing.subject.description)),
          names: [context.name(standing.subject)])
      },
      empty: archive.catalog.procedures.isEmpty ? .noProcedureKinds : .noProcedures,
      scopes: [.procedures])
  }
}

extension PageContents {
  /// All steps of one subject: what is next and by when, what repeats, what comes later; then what
  /// was done, the newest first, which record proves it and within which time it had to be.
  static func standing(
    of subject: Person, in kind: String, _ archive: Archive, in context: Context
  ) -> PageContents {
    let today = context.session.today
    guard let entry = archive.catalog.procedure(kind, on: today),
      let standing = archive.ledger.standing(of: subject, in: entry, on: today)
    else { return missing(.noProcedures, in: context) }
    var lines = PageLines(in: context)
    let form = FormRequest.procedureStep(
      standing.organization, kind: entry.id, subject: standing.subject.description)
    addWarnings(archive.ledger.warnings(of: standing), to: &lines, in: context)
    lines.add(
      .headingSubject, context.name(standing.subject),
      to: context.destination(of: standing.subject)
        ?? .page(.organization(standing.organization)), anchor: "subject")
    if standing.isFinished {
      lines.add(.labelNext, context.say(.procedureFinished), .good)
    }
    for (number, step) in standing.ahead.enumerated() {
      var spans = [Span(step.step.title, .strong)]
      if let latest = step.latest {
        let isLate = step.isLate(on: today)
        spans.append(
          Span("  " + context.until(latest, isLate, on: today), isLate ? .bad : .normal))
      } else if let earliest = step.earliest {
        spans.append(Span("  " + context.say(.notBefore(context.shown(earliest))), .dim))
      }
      lines.add(
        number == 0 ? .labelNext : nil, spans, to: .form(form), anchor: "ahead \(number)")
    }
    for (number, clock) in standing.clocks.enumerated() {
      let isLate = clock.isLate(on: today)
      var spans = [Span(clock.step.title)]
      if let last = clock.last {
        spans.append(Span("  " + context.say(.lastTaken(context.shown(last)))))
      }
      spans.append(
        Span("  " + context.until(clock.due, isLate, on: today), isLate ? .bad : .normal))
      lines.add(
        number == 0 ? .labelClocks : nil, spans, to: .form(form), anchor: "clock \(number)")
    }
    addLater(standing, to: &lines, in: context)
    for (number, step) in standing.done.reversed().enumerated() {
      add(step, isFirst: number == 0, to: &lines, in: context)
    }
    return PageContents(
      title: "\(context.name(standing.subject)) · \(entry.title) · "
        + context.name(standing.organization),
      lines: lines.lines, scopes: standing.isFinished ? [.page] : [.procedures, .page],
      change: standing.isFinished ? nil : form)
  }

  private static func add(
    _ step: StepDone, isFirst: Bool, to lines: inout PageLines, in context: Context
  ) {
    var spans = [Span("\(step.day) \(step.step.title)")]
    if !step.result.isEmpty { spans.append(Span(" \(step.result)")) }
    if let earliest = step.earliest, step.isEarly {
      spans.append(Span("  " + context.say(.tooEarly(earliest.description)), .bad))
    } else if let latest = step.latest, step.isLate {
      spans.append(Span("  " + context.say(.tooLate(latest.description)), .bad))
    } else if step.earliest != nil || step.latest != nil {
      spans.append(
        Span(
          " "
            + context.say(
              .within(step.earliest?.description ?? "", step.latest?.description ?? "")),
          .dim))
    }
    let evidence = step.evidence
    lines.add(
      isFirst ? .labelDone : nil, spans,
      to: evidence.count == 1
        ? evidence.first.flatMap(context.destination)
        : .list(.records(title: step.step.title, evidence)),
      anchor: "done \(step.step.id) \(step.day)")
  }

  /// The steps that wait for others.
  private static func addLater(
    _ standing: ProcedureStanding, to lines: inout PageLines, in context: Context
  ) {
    guard !standing.isFinished else { return }
    let known = Set(
      standing.done.map(\.step.id) + standing.ahead.map(\.step.id)
        + standing.clocks.map(\.step.id))
    let reached = standing.kind.steps.lastIndex { known.contains($0.id) } ?? -1
    let later = standing.kind.steps.enumerated().filter { position, step in
      position > reached && !known.contains(step.id)
    }.map(\.element.title)
    lines.add(.labelLater, later.joined(separator: " → "), .dim)
  }
}
