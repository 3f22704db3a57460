import Wording

extension ListContents {
  /// What a list shows now.
  static func of(_ source: ListSource, in context: Context) -> ListContents {
    if case .drafts = source { return drafts(in: context) }
    if case .faults(let phrases) = source { return faults(phrases, in: context) }
    guard let archive = context.archive else {
      return ListContents(title: context.say(.programTitle), columns: [], empty: .noStoreOpen)
    }
    switch source {
    case .organizations(let root): return organizations(under: root, archive, in: context)
    case .members(let id): return members(of: id, archive, in: context)
    case .identities: return identities(archive, in: context)
    case .activities(let id, let kind):
      return activities(of: id, kind: kind, archive, in: context)
    case .records(let title, let references):
      return records(title: title, references, archive, in: context)
    case .kinds(let id): return kinds(of: id, archive, in: context)
    case .statistics(let id, let year):
      return statistics(of: id, year: year, archive, in: context)
    case .everything(let root): return everything(under: root, archive, in: context)
    case .due(let id): return due(of: id, archive, in: context)
    case .matters(let id): return matters(of: id, archive, in: context)
    case .checklist(let id, let checklist):
      return self.checklist(checklist, of: id, archive, in: context)
    case .checklists(let id, let checklist):
      return checklists(checklist, under: id, archive, in: context)
    case .drafts, .faults:
      return ListContents(title: "", columns: [], empty: .nothingHere)
    }
  }

  /// Drafts that were not finished, newest first.
  private static func drafts(in context: Context) -> ListContents {
    ListContents(
      title: context.say(.menuDrafts),
      columns: [
        ListColumn(title: .headingTitle, minimum: 12, isElastic: true),
        ListColumn(title: .headingSaved),
      ],
      rows: context.drafts.map { draft in
        ListRow(
          id: draft.name,
          cells: [ListCell(draft.title), ListCell(context.shown(draft.saved), .dim)],
          destination: .draft(draft), names: [draft.title])
      },
      empty: .noDrafts, scopes: [.drafts])
  }

  /// What was found in the log, as sentences.
  private static func faults(_ phrases: [Phrase], in context: Context) -> ListContents {
    ListContents(
      title: context.say(.menuVerify), columns: [],
      rows: phrases.enumerated().map { number, phrase in
        ListRow(id: "\(number)", cells: [ListCell(context.say(phrase))])
      },
      empty: .noFaults, isProse: true)
  }
}
