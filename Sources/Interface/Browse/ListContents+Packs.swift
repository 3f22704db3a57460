import Archive
import OrganizationLife
import Wording

extension ListContents {
  /// The packs that come with the program; one that is off is switched on from here.
  static func packs(_ archive: Archive, in context: Context) -> ListContents {
    let today = context.session.today
    let on = Set(CatalogPack.switchedOn(in: archive.catalogFiles, on: today).map(\.id))
    return ListContents(
      title: context.say(.menuPacks),
      columns: [
        ListColumn(title: .catalogField("Pack"), minimum: 8),
        ListColumn(title: .catalogState),
        ListColumn(title: .headingBrings, minimum: 20, isElastic: true),
      ],
      rows: CatalogPack.all.map { pack in
        let isOn = on.contains(pack.id)
        return ListRow(
          id: pack.id,
          cells: [
            ListCell(pack.id),
            ListCell(
              context.say(isOn ? .catalogInForce : .catalogOff), isOn ? .good : .dim),
            ListCell(pack.summary, .dim),
          ],
          destination: .page(.pack(pack.id)), names: [pack.id, pack.title], texts: [pack.summary])
      },
      empty: .nothingHere)
  }

  /// The row that leads to the report with the most lines of which something was published; nil
  /// where nothing was.
  static func comparisonRow(
    _ reports: [ReportDefinition], _ organization: OrganizationIdentifier, _ archive: Archive,
    in context: Context
  ) -> ListRow? {
    let catalog = archive.reports
    guard !catalog.published.isEmpty else { return nil }
    let today = context.session.today
    let year = archive.latestYear(of: organization, on: today)
    let published = Set(catalog.published.map(\.line))
    func count(_ report: ReportDefinition) -> Int {
      catalog.lines(of: report, on: min(year.last, today)).count { published.contains($0.id) }
    }
    let best = reports.filter { $0.frequencies.contains(.year) }.max { count($0) < count($1) }
    guard let best, count(best) > 0 else { return nil }
    let title = context.say(.reportBesidePublished(best.title))
    let request = ReportRequest(id: best.id, organization: organization, period: year)
    return ListRow(
      id: "published",
      cells: [ListCell(title), ListCell(context.say(year.title), .dim)],
      destination: .list(.reportComparison(request)), names: [title])
  }

  /// Lines beside what was published of them, each opening to its records.
  static func comparison(
    of request: ReportRequest, _ archive: Archive, in context: Context
  ) -> ListContents {
    let maker = ReportMaker(archive, on: context.session.today)
    guard let definition = request.definition(maker) else {
      return ListContents(
        title: context.title(.menuReports, of: request.organization), columns: [],
        empty: .reportGone)
    }
    let report = maker.report(definition, for: request.organization, in: request.period)
    let isWhole = archive.isWholeUnit(request.organization, on: report.day)
    let rows = report.lines.flatMap { line in
      maker.catalog.published(of: line.definition.id, on: report.day).map { one in
        row(of: line, beside: one, isWhole, context)
      }
    }
    let sources = maker.catalog.sources(
      of: report.lines.map(\.definition.id), on: report.day)
    // What is cut where the screen is narrow comes last.
    let parts =
      [
        context.say(.reportBesidePublished(definition.title)),
        context.fullName(request.organization), context.say(request.period.title),
      ] + (sources.count == 1 ? sources : [])
    return ListContents(
      title: parts.joined(separator: " · "),
      columns: [
        ListColumn(title: .tableReportLine, minimum: 14, isElastic: true),
        ListColumn(title: .tableNumber, alignment: .trailing),
        ListColumn(title: .tablePublished, alignment: .trailing),
        ListColumn(title: .tableVerdict),
        ListColumn(title: .tableQuotation, minimum: 10, rank: 1, isElastic: true),
      ],
      rows: rows, empty: .nothingHere)
  }

  private static func style(of verdict: PublishedVerdict) -> Style {
    switch verdict {
    case .equal, .within, .quoted: .good
    case .different: .warning
    case .notCompared: .dim
    }
  }

  private static func row(
    of line: ReportLine, beside one: PublishedNumber, _ isWholeUnit: Bool, _ context: Context
  ) -> ListRow {
    let definition = line.definition
    let verdict = one.verdict(on: line.number, isWholeUnit: isWholeUnit)
    func cell(_ number: ReportNumber?) -> ListCell {
      ListCell(
        number.map { context.say($0.phrase(unit: definition.unit)) } ?? "-",
        order: number?.thousandths ?? -1)
    }
    return ListRow(
      id: "\(definition.id) \(one.pack)",
      cells: [
        ListCell(definition.title), cell(line.number), cell(one.number),
        ListCell(context.say(verdict.phrase), style(of: verdict)),
        ListCell(one.quotation, .dim),
      ],
      destination: line.evidence.isEmpty
        ? nil : .list(.records(title: definition.title, line.evidence)),
      names: [definition.title], texts: [definition.id, one.quotation])
  }
}
