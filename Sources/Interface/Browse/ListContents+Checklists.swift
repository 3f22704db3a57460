import Archive
import OrganizationLife
import Wording

extension ListContents {
  /// The lines of a checklist with their answers. An answer by hand says so, one from the records
  /// does not.
  static func checklist(
    _ name: String, of id: OrganizationIdentifier, _ archive: Archive, in context: Context
  ) -> ListContents {
    let checklist = archive.checklist(name.isEmpty ? nil : name)
    let title = context.title(
      checklist.map { Phrase(verbatim: $0.title) } ?? .menuChecklist, of: id)
    guard let checklist, let organization = context.organization(id) else {
      return ListContents(title: title, columns: [], empty: .noChecklist)
    }
    let checked = archive.check(
      checklist, organization: organization, on: context.session.today
    ).filter { $0.answer != .notApplicable || $0.note != .notForLevel }
    return ListContents(
      title: title,
      columns: [
        ListColumn(title: .headingItem, rank: 1),
        ListColumn(title: .headingSection, minimum: 8, maximum: 12, rank: 3, isElastic: true),
        ListColumn(title: .headingQuestion, minimum: 16, isElastic: true),
        ListColumn(title: .headingAnswer),
        ListColumn(title: .headingEvidence, alignment: .trailing, rank: 2),
      ],
      rows: checked.map { line in
        ListRow(
          id: line.item.id,
          cells: [
            ListCell(line.item.id, .dim), ListCell(line.item.section, .dim),
            ListCell(line.item.title), answerCell(line, in: context),
            ListCell(number: line.evidence.count, .dim, zero: ""),
          ],
          destination: .page(
            .checklistItem(organization.id, checklist: checklist.id, item: line.item.id)),
          texts: [line.item.article])
      },
      empty: .noChecklist, scopes: [.checklist, .checklistItem])
  }

  private static func answerCell(_ line: CheckedItem, in context: Context) -> ListCell {
    let order = ChecklistAnswer.allCases.firstIndex(of: line.answer)
    return ListCell(context.answer(line), line.answer.style, order: order)
  }

  /// Every branch below with the numbers of its answers.
  static func checklists(
    _ name: String, under id: OrganizationIdentifier, _ archive: Archive, in context: Context
  ) -> ListContents {
    let checklist = archive.checklist(name.isEmpty ? nil : name)
    let title = context.title(
      checklist.map { Phrase(verbatim: $0.title) } ?? .menuChecklist, of: id)
    guard let checklist else {
      return ListContents(title: title, columns: [], empty: .noChecklist)
    }
    let branches = context.places(under: id).filter(\.level.isBranch)
    let answers: [ChecklistAnswer] = [.met, .partlyMet, .unmet, .pending]
    return ListContents(
      title: title,
      columns: [ListColumn(title: .headingOrganization, minimum: 12, isElastic: true)]
        + answers.map { ListColumn(title: .word($0), alignment: .trailing) }
        + [ListColumn(title: .headingLastVisit, rank: 1)],
      rows: branches.map { branch in
        let checked = archive.check(checklist, organization: branch, on: context.session.today)
        let last = archive.ledger.visits(to: branch.id, through: context.session.today)
          .first { $0.checklist == checklist.id }?.date
        return ListRow(
          id: branch.id.text,
          cells: [ListCell(branch.name)]
            + answers.map { answer in
              let count = checked.filter { $0.answer == answer }.count
              return ListCell(number: count, count == 0 ? .dim : answer.style)
            } + [
              ListCell(
                last.map(context.shown) ?? "", .dim, order: last.map { Int($0.number) } ?? 0)
            ],
          destination: .list(.checklist(branch.id, id: checklist.id)), names: [branch.name])
      },
      empty: .noOrganizations, scopes: [.checklist])
  }
}

extension ChecklistAnswer {
  /// How an answer is drawn.
  var style: Style {
    switch self {
    case .met: .good
    case .partlyMet, .pending: .warning
    case .unmet: .bad
    case .notApplicable: .dim
    }
  }
}

extension Context {
  /// `达标`, or `达标(人工)` when a person said so.
  func answer(_ line: CheckedItem) -> String {
    let word = say(.word(line.answer))
    guard line.isManual, line.answer != .pending else {
      // What a reviewer said on another day is not hidden by what the records say.
      guard let said = line.said, !line.isManual else { return word }
      return "\(word) [\(shown(said.date)) \(say(.word(said.answer.answer)))]"
    }
    let recorded = line.recorded.map {
      $0 == .pending ? "" : " [\(say(.byRecords)) \(say(.word($0)))]"
    }
    return "\(word)(\(say(.byHand)))\(recorded ?? "")"
  }
}
