import Archive
import OrganizationLife
import Wording

extension PageContents {
  /// One line of a checklist: what is asked and by which rule, the answer and how it came about,
  /// and every record behind it. At a visit all of it is as of the visit's day, and it is the visit
  /// in which it is answered.
  static func checklistItem(
    _ item: String, of name: String, for id: OrganizationIdentifier, atVisitOn day: Day?,
    _ archive: Archive, in context: Context
  ) -> PageContents {
    let today = context.session.today
    guard let checklist = archive.checklist(name),
      let organization = archive.ledger.organization(id, on: day ?? today),
      let line = archive.check(checklist, organization: organization, on: day ?? today)
        .first(where: { $0.item.id == item })
    else { return missing(.itemUnknown(item), in: context) }
    var lines = PageLines(in: context)
    lines.add(.labelQuestion, line.item.title, .strong)
    lines.add(.labelSection, line.item.section)
    lines.add(
      .labelRule, "\(context.say(.word(line.item.level))) \(line.item.article)")
    lines.add(.labelPeriod, line.period.description)
    lines.addSpace()
    var answer = [Span(context.answer(line), line.answer.style)]
    if let note = line.note.phrase { answer.append(Span("  " + context.say(note))) }
    lines.add(.labelAnswer, answer)
    lines.add(
      .labelSource, context.say(source(of: line, archive)), .dim,
      to: (day ?? today) == today ? obligation(of: line, for: id) : nil, anchor: "source")
    addEvidence(of: line, to: &lines, archive, in: context)
    addReviews(
      of: line, checklist, id, through: day ?? today, to: &lines, archive, in: context)
    return PageContents(
      title: "\(line.item.id) · \(checklist.title) · \(organization.name)",
      status: day.map { context.say(.asOf($0.description)) } ?? "", lines: lines.lines,
      scopes: day == nil ? [.checklistItem, .page] : [.page], record: line.review)
  }

  private static func source(of line: CheckedItem, _ archive: Archive) -> Phrase {
    switch line.item.source {
    case .manual: .sourceManual
    case .obligation(let id):
      .sourceObligation(archive.catalog.obligations.first { $0.id == id }?.title ?? id)
    case .selection(let type, let expression, let least):
      .sourceSelection(type, expression, least)
    case .condition(let condition): .sourceCondition(condition.rawValue)
    }
  }

  private static func obligation(
    of line: CheckedItem, for id: OrganizationIdentifier
  ) -> Destination? {
    guard case .obligation = line.item.source else { return nil }
    return .list(.due(id))
  }

  private static func addEvidence(
    of line: CheckedItem, to lines: inout PageLines, _ archive: Archive, in context: Context
  ) {
    lines.addSpace()
    guard !line.evidence.isEmpty else {
      lines.add(.labelEvidence, context.say(.noRecords), .dim)
      return
    }
    for (number, reference) in line.evidence.enumerated() {
      let row = ListContents.record(reference, archive, in: context)
      lines.add(
        number == 0 ? .labelEvidence : nil,
        [Span(distinct(row.cells.map(\.text)).joined(separator: "  "))],
        to: row.destination, anchor: "evidence \(number)")
    }
  }

  /// Texts in order, each once and none empty.
  static func distinct(_ texts: [String]) -> [String] {
    texts.reduce(into: []) { found, text in
      if !text.isEmpty, !found.contains(text) { found.append(text) }
    }
  }

  /// What people answered, the newest first.
  private static func addReviews(
    of line: CheckedItem, _ checklist: Checklist, _ id: OrganizationIdentifier,
    through day: Day, to lines: inout PageLines, _ archive: Archive, in context: Context
  ) {
    let answers = archive.ledger.reviews
      .filter { $0.organization == id && $0.checklist == checklist.id && $0.date <= day }
      .sorted { ($1.date, $1.enteredAt) < ($0.date, $0.enteredAt) }
      .flatMap { review in
        review.items.filter { $0.item == line.item.id && $0.isManual }.map { (review, $0) }
      }
    guard !answers.isEmpty else { return }
    lines.addSpace()
    for (number, (review, answer)) in answers.enumerated() {
      var spans = [
        Span(context.say(.word(answer.answer)), answer.answer.style),
        Span("  \(context.names(review.reviewers)) \(review.date)"),
      ]
      if !answer.remark.isEmpty { spans.append(Span("  " + answer.remark)) }
      lines.add(
        number == 0 ? .labelReviews : nil, spans, to: .page(.record(review.reference)),
        anchor: "review \(number)")
    }
  }
}
