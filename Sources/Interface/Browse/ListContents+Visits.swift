import Archive
import OrganizationLife
import Wording

extension ListContents {
  /// The visits to an organisation and those below it, the newest first, each with the numbers of
  /// its answers and what became of its findings.
  static func visits(
    to id: OrganizationIdentifier, _ archive: Archive, in context: Context
  ) -> ListContents {
    let ledger = archive.ledger
    let today = context.session.today
    var places = context.places(under: id).map(\.id)
    if places.isEmpty { places = [id] }
    let visits = places.flatMap { ledger.visits(to: $0, through: today) }
      .sorted { ($1.date, $1.enteredAt, $1.reference) < ($0.date, $0.enteredAt, $0.reference) }
    let isOfSeveral = places.count { context.organization($0)?.level != .group } > 1
    let placeColumn = ListColumn(title: .headingOrganization, minimum: 16, isElastic: true)
    return ListContents(
      title: context.title(.menuVisits, of: id),
      columns: [ListColumn(title: .headingDate)] + (isOfSeveral ? [placeColumn] : []) + [
        ListColumn(title: .menuChecklist, minimum: 16, rank: 2, isElastic: true),
        ListColumn(title: .reviewers, minimum: 6, maximum: 14, rank: 1, isElastic: true),
        ListColumn(title: .headingChecked, alignment: .trailing),
        ListColumn(title: .word(ChecklistAnswer.met), alignment: .trailing, rank: 4),
        ListColumn(title: .word(ChecklistAnswer.partlyMet), alignment: .trailing, rank: 3),
        ListColumn(title: .word(ChecklistAnswer.unmet), alignment: .trailing),
        ListColumn(title: .headingFinding),
      ],
      rows: visits.map { visit in
        let checklist = archive.catalog.checklists.first { $0.id == visit.checklist }
        let name = context.fullName(visit.organization)
        return ListRow(
          id: visit.reference.text,
          cells: [ListCell(context.shown(visit.date), order: Int(visit.date.number))]
            + (isOfSeveral ? [ListCell(name)] : []) + [
              ListCell(checklist?.title ?? visit.checklist),
              ListCell(context.names(visit.reviewers), .dim), ListCell(number: visit.items.count),
              ListCell(number: visit.count(.met), .good), ListCell(number: visit.count(.partlyMet)),
              ListCell(number: visit.count(.unmet), .bad),
              context.findingsCell(ledger.findings(of: visit)),
            ],
          destination: .page(.visit(visit.reference)),
          names: visit.reviewers.map(context.name) + [name], texts: [visit.reference.text])
      },
      empty: .noVisits)
  }
}

extension Context {
  /// `2 未销1`
  fileprivate func findingsCell(_ findings: [Matter]) -> ListCell {
    let open = findings.count(where: \.isOpen)
    guard !findings.isEmpty else { return ListCell("", order: 0) }
    return ListCell(
      say(.findings(findings.count, open: open)), open > 0 ? .warning : .good, order: open)
  }
}
