import Archive
import OrganizationLife
import Wording

extension PageContents {
  /// A visit: by whom, what became of its findings, and every item checked with what the records
  /// said, what the reviewer said where that was something else, and what was said before.
  static func visit(
    _ reference: Reference, _ archive: Archive, in context: Context
  ) -> PageContents {
    let ledger = archive.ledger
    guard let visit = ledger.review(archive.current(reference) ?? reference) else {
      return missing(.visitUnknown(reference.text), in: context)
    }
    let checklist = archive.catalog.checklists.first { $0.id == visit.checklist }
    var lines = PageLines(in: context)
    lines.add(
      .label(ofField: "Organization"), context.fullName(visit.organization),
      to: .page(.organization(visit.organization)), anchor: "organization")
    lines.add(.reviewers, context.names(visit.reviewers))
    let left = checklist.map { unchecked(in: visit, of: $0, archive) } ?? []
    lines.add(
      .headingChecked,
      context.say(.visitProgress(visit.items.count, of: visit.items.count + left.count)) + "  "
        + context.say(.visitSums(visit)))
    if !left.isEmpty { lines.add(.notChecked, context.list(left)) }
    lines.add(.visitNote, visit.note)
    lines.addSpace()
    let findings = ledger.findings(of: visit)
    for (number, matter) in findings.enumerated() {
      var parts = [
        Span(matter.title), Span(matter.state, matter.isOpen ? .warning : .good),
        Span(context.names(matter.owners)),
      ]
      if matter.isOpen, let due = matter.due {
        parts.append(
          Span(
            context.say(.before(context.shown(due))),
            matter.isOverdue(on: context.session.today) ? .bad : .normal))
      }
      if !ledger.repetitions(of: matter).isEmpty {
        parts.append(Span(context.say(.repeatedMark), .bad))
      }
      lines.add(
        number == 0 ? .headingFinding : nil, parts: parts,
        to: .page(.matter(matter.reference)), anchor: "finding \(number)")
    }
    if findings.isEmpty { lines.add(.headingFinding, context.say(.noFindings), .dim) }
    lines.addSpace()
    addItems(of: visit, checklist, to: &lines, archive, in: context)
    return PageContents(
      title: [
        "\(context.say(.visit)) \(context.shown(visit.date))",
        context.name(visit.organization), checklist?.title ?? visit.checklist,
      ].joined(separator: " · "),
      lines: lines.lines, scopes: [.page], record: visit.reference)
  }

  /// The items for that organisation that were not checked, by their ids.
  private static func unchecked(
    in visit: Review, of checklist: Checklist, _ archive: Archive
  ) -> [String] {
    guard let place = archive.ledger.organization(visit.organization, on: visit.date) else {
      return []
    }
    let checked = Set(visit.items.map(\.item))
    return checklist.items.filter {
      $0.validity.contains(visit.date) && $0.levels.contains(place.level)
        && !checked.contains($0.id)
    }.map(\.id)
  }

  private static func addItems(
    of visit: Review, _ checklist: Checklist?, to lines: inout PageLines, _ archive: Archive,
    in context: Context
  ) {
    let before = archive.ledger.lastAnswers(
      to: visit.checklist, of: visit.organization, through: visit.date, excluding: visit)
    for (number, item) in visit.items.enumerated() {
      let title =
        item.text.isEmpty
        ? checklist?.items.first { $0.id == item.item }?.title ?? "" : item.text
      var spans = [Span(context.say(.word(item.answer)), item.answer.style)]
      spans.append(
        Span(context.say(item.isManual ? .givenByHand : .givenByRecords), .dim))
      if let recorded = item.recorded {
        spans.append(Span(" " + context.say(.recordsSaid(.word(recorded))), .warning))
      }
      if let earlier = before[item.item] {
        let word = context.say(.word(earlier.answer.answer))
        spans.append(
          Span("  \(context.say(.earlierVisit)) \(word) \(context.shown(earlier.date))", .dim))
      }
      spans.append(Span("  " + title))
      if !item.remark.isEmpty {
        spans.append(
          Span("  \(context.say(.label(ofField: "Remark", of: "review"))):\(item.remark)"))
      }
      lines.add(
        Phrase(verbatim: item.item), spans,
        to: item.evidence.isEmpty
          ? nil : .list(.records(title: "\(item.item) \(title)", item.evidence)),
        anchor: "item \(number)")
    }
  }
}
