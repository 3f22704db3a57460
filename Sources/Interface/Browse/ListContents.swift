import Wording

extension ListContents {
  /// What a list shows now; its title says when that is not the whole.
  /// What `tally` found out so far is shown.
  static func of(
    _ source: ListSource, tally: InspectionTally? = nil, in context: Context
  ) -> ListContents {
    var contents =
      tally.map { inspections($0, in: context) } ?? content(of: source, in: context)
    for phrase in lacking(source, in: context) { contents.title += " · " + context.say(phrase) }
    return contents
  }

  /// What is missing from a list: restricted records that this user may not read, and what nobody
  /// could.
  private static func lacking(_ source: ListSource, in context: Context) -> [Phrase] {
    switch source {
    case .due(let id), .activities(let id, _), .matters(let id), .checklist(let id, _),
      .checklists(let id, _), .visits(let id), .statistics(let id, _), .kinds(let id),
      .inspection(let id, _),
      .inspections(let id, _), .duties(let id, _, _), .makeUps(let id), .settledMatters(let id),
      .procedures(let id, _), .plans(let id),
      .agenda(let id, _), .reports(let id):
      context.lacking(under: id)
    case .report(let request), .reportGraph(let request, _), .reportGrid(let request, _),
      .reportComparison(let request):
      context.lacking(under: request.organization)
    case .organizations(let id): context.lacking(under: id)
    case .members, .sample, .drawnRecords, .study, .records, .drafts, .identities, .terms, .dates,
      .dues,
      .catalog, .packs:
      []
    }
  }

  private static func content(of source: ListSource, in context: Context) -> ListContents {
    if case .drafts = source { return drafts(in: context) }
    guard let archive = context.archive else {
      return ListContents(title: context.say(.programTitle), columns: [], empty: .noStoreOpen)
    }
    switch source {
    case .organizations(let root): return organizations(under: root, archive, in: context)
    case .members(let id): return members(of: id, archive, in: context)
    case .study(let id): return study(of: id, archive, in: context)
    case .sample(let id, let draw): return sample(draw, of: id, archive, in: context)
    case .drawnRecords(let draw, let references, let all):
      return drawnRecords(references, by: draw, of: all, archive, in: context)
    case .identities: return identities(archive, in: context)
    case .catalog: return catalog(archive, in: context)
    case .packs: return packs(archive, in: context)
    case .activities(let id, let kind):
      return activities(of: id, kind: kind, archive, in: context)
    case .records(let title, let references):
      return records(title: title, references, archive, in: context)
    case .kinds(let id): return kinds(of: id, archive, in: context)
    case .statistics(let id, let year):
      return statistics(of: id, year: year, archive, in: context)
    case .due(let id): return due(of: id, archive, in: context)
    case .matters(let id): return matters(of: id, archive, in: context)
    case .checklist(let id, let checklist):
      return self.checklist(checklist, of: id, archive, in: context)
    case .checklists(let id, let checklist):
      return checklists(checklist, under: id, archive, in: context)
    case .visits(let id): return visits(to: id, archive, in: context)
    case .inspection(let id, let year):
      return inspection(of: year, under: id, archive, in: context)
    case .duties(let id, let span, let obligation):
      return duties(of: id, in: span, obligation: obligation, archive, in: context)
    case .inspections(let id, let year):
      return inspections(InspectionTally(under: id, of: year), in: context)
    case .makeUps(let id): return makeUps(of: id, archive, in: context)
    case .settledMatters(let id): return settledMatters(of: id, archive, in: context)
    case .procedures(let id, let kind):
      return procedures(of: id, kind: kind, archive, in: context)
    case .plans(let id): return plans(of: id, archive, in: context)
    case .terms(let id): return terms(under: id, archive, in: context)
    case .dates(let id, let month): return dates(of: id, in: month, archive, in: context)
    case .dues(let id): return dues(of: id, archive, in: context)
    case .agenda(let id, let kind): return agenda(for: kind, of: id, archive, in: context)
    case .reports(let id): return reports(for: id, archive, in: context)
    case .report(let request): return report(request, archive, in: context)
    case .reportComparison(let request):
      return comparison(of: request, archive, in: context)
    case .reportGraph(let request, let line):
      return graph(of: line, request, archive, in: context)
    case .reportGrid(let request, let line):
      return grid(of: line, request, archive, in: context)
    case .drafts:
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
          cells: [ListCell(draft.line), ListCell(context.shown(draft.saved), .dim)],
          destination: .draft(draft), names: [draft.title])
      },
      empty: .noDrafts, scopes: [.drafts])
  }
}
