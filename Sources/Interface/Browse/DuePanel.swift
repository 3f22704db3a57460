import Archive
import OrganizationLife
import Wording

/// What stands beside the main menu: what is due, open, unsigned, unfinished, and whose political
/// birthday it is. For an organisation above branches: the tree with the gaps of each.
public struct DuePanel: Sendable {
  /// The lines for the scope of a context, each at most `columns` wide.
  public static func lines(in context: Context, columns: Int) -> [PanelLine] {
    guard let archive = context.archive, let organization = context.scopeOrganization else {
      return []
    }
    let panel = DuePanel(
      archive: archive, organization: organization, context: context, columns: columns)
    guard archive.isWhole || organization.level.isBranch else {
      return [PanelLine(panel.clipped([Span(context.say(.panelReading), .dim)]))]
    }
    var lines: [PanelLine] = []
    if context.hidesRecords(under: organization.id) {
      lines.append(PanelLine(context.say(.withoutRestricted), .warning))
    }
    let unreadable = context.unreadableFiles(under: organization.id)
    if unreadable > 0 {
      lines.append(
        PanelLine(
          context.say(.filesUnreadable(unreadable)), .bad, to: .command(.verify),
          anchor: "unreadable"))
    }
    let damage = archive.notices.count { notice in
      if case .file = notice { true } else { false }
    }
    if damage > 0 {
      lines.append(
        PanelLine(
          context.say(.filesDamaged(damage)), .bad, to: .command(.verify), anchor: "damage"))
    }
    if organization.level.isBranch || organization.level == .group {
      lines += panel.duties()
      lines += panel.open()
      lines += panel.drafts()
      lines += panel.birthdays()
    } else {
      lines += panel.ownDuties()
      lines += panel.open()
      lines += panel.drafts()
      lines += panel.tree()
    }
    return lines.map { line in
      var line = line
      line.spans = panel.clipped(line.spans)
      return line
    }
  }

  private let archive: Archive
  private let organization: Organization
  private let context: Context
  private let columns: Int

  private var today: Day { context.session.today }
  private var ledger: Ledger { archive.ledger }

  private func clipped(_ spans: [Span]) -> [Span] {
    var left = columns
    var kept: [Span] = []
    for span in spans where left > 0 {
      let text = span.text.elided(toColumns: left)
      kept.append(Span(text, span.style))
      left -= ColumnWidth.of(text)
    }
    return kept
  }

  /// What an organisation above branches owes itself.
  private func ownDuties() -> [PanelLine] {
    let missing = ledger.due(archive.catalog.obligations, on: today, for: organization)
      .filter { $0.missing > 0 }
    let width = titleWidth(of: missing)
    return missing.map { line($0, width: width) }
  }

  /// Columns for the titles: mark, what is missing and the day need 18 columns beside them.
  private func titleWidth(of lines: [DueLine]) -> Int {
    min(lines.map { ColumnWidth.of($0.obligation.title) }.max() ?? 0, max(8, columns - 18))
  }

  /// `! 支部委员会会议  欠1项  11-30前  支部条例第十二条`; the groups' own duties in one line each.
  private func duties() -> [PanelLine] {
    let id = organization.id
    let own = ledger.due(archive.catalog.obligations, on: today, for: organization)
    let below = ledger.due(archive.catalog.obligations, on: today, under: id)
      .filter { $0.organization != id }
    guard !own.isEmpty || !below.isEmpty else {
      return [PanelLine(context.say(.nothingDue), .dim, to: .list(.due(id)))]
    }
    var lines = [
      PanelLine(context.say(.panelDue), .strong, to: .list(.due(id)), anchor: "due")
    ]
    let reminded = (own + below).filter { $0.isReminded(on: today) }
    if !reminded.isEmpty {
      lines.append(
        PanelLine(
          context.say(.monthEndReminder(reminded.reduce(0) { $0 + $1.missing })), .bad,
          to: .list(.due(id)), anchor: "reminder"))
    }
    let width = titleWidth(of: own + below)
    // What is missing first, each in the catalogue's order.
    let order = own.filter { $0.missing > 0 } + own.filter { $0.missing == 0 }
    for line in order where line.missing > 0 { lines.append(self.line(line, width: width)) }
    var shared: [String: [DueLine]] = [:]
    for line in below { shared[line.obligation.id, default: []].append(line) }
    let obligations = archive.catalog.obligations.filter { shared[$0.id] != nil }
    func groups(_ obligation: Obligation) -> [DueLine] { shared[obligation.id] ?? [] }
    for obligation in obligations where groups(obligation).contains(where: { $0.missing > 0 }) {
      lines.append(line(obligation, groups(obligation), width: width))
    }
    for line in order where line.missing == 0 { lines.append(self.line(line, width: width)) }
    for obligation in obligations where groups(obligation).allSatisfy({ $0.missing == 0 }) {
      lines.append(line(obligation, groups(obligation), width: width))
    }
    return lines
  }

  private func mark(_ isMissing: Bool) -> Span {
    isMissing ? Span("! ", .bad) : Span("✓ ", .good)
  }

  private func title(_ text: String, width: Int) -> Span {
    Span(text.elided(toColumns: width).padded(toColumns: width) + "  ")
  }

  private func line(_ line: DueLine, width: Int) -> PanelLine {
    var spans = [mark(line.missing > 0), title(line.obligation.title, width: width)]
    let kind = line.obligation.kinds.first
    guard line.missing > 0 else {
      let latest = line.evidence.compactMap { ledger.activity($0)?.date }.max()
      let held = latest.map { context.say(.held(context.shown($0))) }
      let count = line.required > 1 ? "\(line.done)/\(line.required) " : ""
      spans.append(
        Span(
          count + (line.required > 1 ? context.say(.complete) : held ?? context.say(.complete)),
          .dim))
      return PanelLine(
        spans, to: .list(.activities(line.organization, kind: kind)),
        anchor: line.obligation.id)
    }
    spans.append(Span(context.say(.missing(line.missing)) + "  ", .bad))
    spans.append(Span(context.say(.before(context.shown(line.next))) + "  "))
    let left = columns - spans.reduce(0) { $0 + ColumnWidth.of($1.text) }
    if left >= 12 {
      spans.append(Span(context.rule(line.obligation.source, columns: left), .dim))
    }
    let canWrite = context.readOnlyReason(for: line.organization) == nil
    return PanelLine(
      spans,
      to: kind.map {
        canWrite
          ? .form(.newActivity(kind: $0, organization: line.organization))
          : .list(.activities(line.organization, kind: $0))
      },
      anchor: line.obligation.id)
  }

  /// One duty of all groups: `✓ 党小组会  2/2 已开齐`.
  private func line(_ obligation: Obligation, _ groups: [DueLine], width: Int) -> PanelLine {
    let complete = groups.filter { $0.missing == 0 }.count
    let missing = groups.reduce(0) { $0 + $1.missing }
    var spans = [
      mark(missing > 0), title(obligation.title, width: width),
      Span("\(complete)/\(groups.count) "),
    ]
    if missing == 0 {
      spans.append(Span(context.say(.complete), .dim))
    } else {
      let names = groups.filter { $0.missing > 0 }.map { context.name($0.organization) }
      spans.append(Span(context.say(.missing(missing)) + " ", .bad))
      spans.append(Span(context.list(names), .dim))
    }
    return PanelLine(spans, to: .list(.due(organization.id)), anchor: obligation.id)
  }

  /// 待落实, 待审签, 待补学, 任期.
  private func open() -> [PanelLine] {
    let id = organization.id
    var lines: [PanelLine] = []
    let matters = ledger.mattersToSettle(on: today, of: id)
    let makeUps = ledger.openMakeUps(of: id, on: today, catalog: archive.catalog)
    let overdue = matters.overdue(on: today).count
    if !matters.isEmpty {
      lines.append(
        PanelLine(
          [
            Span(context.say(.panelMatters) + " "),
            Span(
              context.say(.matters(matters.count, overdue: overdue)),
              overdue > 0 ? .bad : .normal),
          ], to: .list(.matters(id)), anchor: "matters"))
    }
    let waiting = matters.filter { $0.state == Matter.waitingState }.map(\.reference)
    if !waiting.isEmpty {
      lines.append(
        PanelLine(
          [Span(context.say(.panelWaiting) + " "), Span("\(waiting.count)", .warning)],
          to: .list(.records(title: context.title(.panelWaiting, of: id), waiting)),
          anchor: "waiting"))
    }
    let unsigned = context.unsigned(under: id)
    if !unsigned.isEmpty {
      lines.append(
        PanelLine(
          [Span(context.say(.panelUnsigned) + " "), Span("\(unsigned.count)", .warning)],
          to: .list(.records(title: context.title(.panelUnsigned, of: id), unsigned)),
          anchor: "unsigned"))
    }
    if !makeUps.isEmpty {
      let isFew = makeUps.count <= 3
      let names = makeUps.prefix(3).map { line in
        "\(context.name(line.person))(\(context.subject(of: line.activity)))"
      }
      lines.append(
        PanelLine(
          [
            Span(context.say(.panelMakeUps) + " "),
            Span(isFew ? context.list(names) : "\(makeUps.count)", .warning),
          ], to: .list(.makeUps(id)), anchor: "makeups"))
    }
    lines += clocks()
    for probation in ledger.probations(on: today, of: id)
    where probation.isOverdue(on: today) && organization.level.isBranch {
      lines.append(
        PanelLine(
          [
            mark(true),
            Span(
              context.say(
                .probationOver(probation.member.name, probation.ends.description)), .bad),
          ], to: .page(.member(probation.member.id, among: [probation.member.id])),
          anchor: "probation \(probation.member.id)"))
    }
    return lines
  }

  /// 换届: six months' notice, overdue; seats that stand empty; procedures that are late.
  private func clocks() -> [PanelLine] {
    let id = organization.id
    var lines: [PanelLine] = []
    if let standing = ledger.termStanding(
      of: organization, on: today, catalog: archive.catalog)
    {
      if standing.isOverdue || standing.isNoticeDue {
        lines.append(
          PanelLine(
            [
              mark(true),
              Span(
                context.say(
                  .termEnds(standing.ends.description, isOver: standing.isOverdue)),
                standing.isOverdue ? .bad : .warning),
            ], to: .page(.organization(id)), anchor: "term"))
      }
      if let vacancy = standing.vacancy {
        lines.append(
          PanelLine(
            [
              mark(true),
              Span(
                context.say(
                  TermWarning.vacancy(
                    seats: vacancy.seats, since: vacancy.since, due: vacancy.due
                  ).phrase), vacancy.due < today ? .bad : .warning),
            ], to: .page(.organization(id)), anchor: "vacancy"))
      }
    }
    let late = context.standings(under: id, kind: nil).filter { $0.isLate && !$0.isFinished }
    if let first = late.first {
      let name = late.count == 1 ? context.name(first.subject) : "\(late.count)"
      let (step, clock) = context.next(in: first)
      let awaited = [step, clock].compactMap(\.self).first(where: \.isLate)
      lines.append(
        PanelLine(
          [
            Span(context.say(.panelLateProcedures) + " "),
            Span(
              late.count == 1
                ? "\(name)(\(awaited?.title ?? first.kind.title))" : name, .bad),
          ], to: .list(.procedures(id, kind: nil)), anchor: "procedures"))
    }
    return lines
  }

  private func drafts() -> [PanelLine] {
    context.drafts.map { draft in
      PanelLine(
        [
          Span(context.say(.panelDraft) + " "), Span(draft.line + " ", .warning),
          Span(context.say(.panelDraftSaved(context.shown(draft.saved))), .dim),
        ], to: .draft(draft), anchor: "draft \(draft.name)")
    }
  }

  private func birthdays() -> [PanelLine] {
    let found = ledger.politicalBirthdays(
      in: Period(.month, containing: today), of: organization.id)
    guard !found.isEmpty else { return [] }
    let names = found.map { birthday in
      birthday.member.name + context.say(.birthdayNumber(birthday.years))
    }
    return [
      PanelLine(
        [Span(context.say(.panelBirthdays) + " "), Span(names.joined(separator: " "))],
        to: .list(.dates(organization.id, month: Period(.month, containing: today))),
        anchor: "birthdays")
    ]
  }

  /// The tree with what each organisation and everything below it still owes.
  private func tree() -> [PanelLine] {
    let places = ledger.descendants(of: organization.id, on: today).filter { $0.level != .group }
    let sums = OrganizationSums(
      ledger.descendants(of: organization.id, on: today), archive, on: today)
    let depths = OrganizationSums.depths(of: places)
    let names = places.map { place in
      String(repeating: "  ", count: depths[place.id] ?? 0) + place.name
    }
    let width = min(names.map { ColumnWidth.of($0) }.max() ?? 0, max(8, columns - 16))
    return zip(places, names).map { place, name in
      var spans = [Span(name.elided(toColumns: width).padded(toColumns: width) + "  ")]
      if let missing = sums.missing[place.id] {
        spans.append(
          missing == 0
            ? Span("✓ " + context.say(.complete), .good)
            : Span("! " + context.say(.missingNow(missing)), .bad))
      }
      return PanelLine(
        spans,
        to: place.id == organization.id
          ? .list(.due(place.id)) : .page(.organization(place.id)),
        anchor: "tree \(place.id)")
    }
  }
}
