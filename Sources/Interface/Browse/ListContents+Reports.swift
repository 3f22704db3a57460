import Archive
import OrganizationLife
import Wording

extension ListContents {
  /// The reports meant for an organisation of its level (all, where none is), for this year.
  static func reports(
    for id: OrganizationIdentifier, _ archive: Archive, in context: Context
  ) -> ListContents {
    let today = context.session.today
    let all = archive.reports.reports(on: today)
    let level = archive.ledger.organization(id, on: today)?.level
    let own = all.filter { report in level.map(report.levels.contains) ?? true }
    var rows = (own.isEmpty ? all : own).map { report in
      let longest = Frequency.allCases.last { report.frequencies.contains($0) } ?? .year
      let request = ReportRequest(
        id: report.id, organization: id, period: Period(longest, containing: today))
      return ListRow(
        id: report.id,
        cells: [
          ListCell(report.title),
          ListCell(
            report.frequencies.map { context.say($0.phrase) }.joined(separator: " "), .dim),
        ],
        destination: .list(.report(request)), names: [report.title])
    }
    if let row = comparisonRow(own.isEmpty ? all : own, id, archive, in: context) {
      rows.append(row)
    }
    rows.append(
      ListRow(
        id: "kinds",
        cells: [
          ListCell(context.say(.countsByKind)), ListCell(context.say(Frequency.year.phrase), .dim),
        ],
        destination: .list(.statistics(id, year: today.year))))
    return ListContents(
      title: context.title(.menuReports, of: id),
      columns: [
        ListColumn(title: .headingTitle, minimum: 14, isElastic: true),
        ListColumn(title: .tableFrequencies),
      ],
      rows: rows, empty: .noReports)
  }

  /// The lines of a report: number, the year before, the months as bars, each opening to the
  /// records behind it.
  static func report(
    _ request: ReportRequest, _ archive: Archive, in context: Context
  ) -> ListContents {
    let maker = ReportMaker(archive, on: context.session.today)
    guard let definition = request.definition(maker) else {
      return ListContents(
        title: context.title(.menuReports, of: request.organization), columns: [],
        empty: .reportGone, scopes: [.figures])
    }
    let report = maker.report(definition, for: request.organization, in: request.period)
    let months = request.period.frequency == .month ? [] : request.period.parts(.month)
    let series = maker.series(definition, for: request.organization, in: months)
    var section = ""
    let rows = report.lines.map { line in
      let isNew = line.definition.section != section
      section = line.definition.section
      return row(of: line, section: isNew ? section : "", series[line.definition.id] ?? [], context)
    }
    return ListContents(
      title: title(definition.title, request, context),
      columns: [
        ListColumn(title: .tableSection, rank: 3),
        ListColumn(title: .tableReportLine, minimum: 14, isElastic: true),
        ListColumn(title: .tableNumber, alignment: .trailing),
        ListColumn(title: .tablePlan, alignment: .trailing, rank: 4),
        ListColumn(title: .headingYearBefore, alignment: .trailing, rank: 2),
        ListColumn(title: .headingMonths, rank: 5),
        ListColumn(title: .tableDoubt, rank: 1),
      ],
      rows: rows, empty: .reportGone,
      scopes: definition.sentence == nil ? [.figures] : [.summed, .figures])
  }

  private static func row(
    of line: ReportLine, section: String, _ series: [ReportNumber?], _ context: Context
  ) -> ListRow {
    let definition = line.definition
    func cell(_ number: ReportNumber?, unit: String = "", _ style: Style) -> ListCell {
      ListCell(
        number.map { context.say($0.phrase(unit: unit)) } ?? "-", style,
        order: number?.thousandths ?? -1)
    }
    return ListRow(
      id: definition.id,
      cells: [
        ListCell(section, .label), ListCell(definition.title),
        cell(line.number, unit: definition.unit, line.doubt == nil ? .normal : .warning),
        line.plan == nil ? ListCell("") : cell(line.plan, .dim), cell(line.previous, .dim),
        ListCell(ReportBars.sparkline(series), .dim),
        ListCell(line.doubt.map { context.say($0.word) } ?? "", .warning),
      ],
      destination: line.evidence.isEmpty
        ? nil : .list(.records(title: definition.title, line.evidence)),
      names: [definition.title], texts: [definition.id, definition.section])
  }

  /// One line by month, then by the organisations below, each with a bar and its number. A month
  /// opens to its records, an organisation to its report.
  static func graph(
    of id: String, _ request: ReportRequest, _ archive: Archive, in context: Context
  ) -> ListContents {
    let maker = ReportMaker(archive, on: context.session.today)
    guard let line = request.line(id, maker) else { return nothingToDraw(request, context) }
    let months = request.period.frequency == .month ? [] : request.period.parts(.month)
    let monthly = Array(
      zip(months, maker.values(of: line, for: request.organization, in: months)))
    let last = min(request.period.last, context.session.today)
    let below = archive.ledger.children(of: request.organization, on: last)
    let numbers = maker.numbers(of: line, forEach: below.map(\.id), in: [request.period])
    let places = below.map { place in (place, numbers[place.id]?.first ?? nil) }
    // One scale for the whole picture, so that a longer bar is always more.
    let widest = ReportBars.widest(of: monthly.map(\.1.number) + places.map(\.1))
    var rows = rows(of: monthly, widest, line, context)
    rows += places.map { place, number in
      ListRow(
        id: place.id.text,
        cells: [
          ListCell(place.name), bar(number, widest), shown(number, line.unit, context),
        ],
        destination: .list(.report(request.moved(to: place.id))),
        names: [place.name], texts: [place.id.text])
    }
    return ListContents(
      title: title(line.title, request, context),
      columns: [
        ListColumn(title: .headingName, minimum: 12, maximum: 26, isElastic: true),
        ListColumn(title: .headingBar),
        ListColumn(title: .tableNumber, alignment: .trailing),
      ],
      rows: rows, empty: .nothingToDraw, scopes: [.figures])
  }

  /// One line as a grid: the organisation and all below it but the groups (of a branch its groups)
  /// in the months of the period; a dot stands for none, a blank for what has not come.
  static func grid(
    of id: String, _ request: ReportRequest, _ archive: Archive, in context: Context
  ) -> ListContents {
    let maker = ReportMaker(archive, on: context.session.today)
    guard let line = request.line(id, maker) else { return nothingToDraw(request, context) }
    let months = request.period.parts(.month)
    let last = min(request.period.last, context.session.today)
    let below = archive.ledger.descendants(of: request.organization, on: last)
    let isBranch = below.first.map { $0.level.isBranch || $0.level == .group } ?? true
    let places = below.filter { isBranch || $0.level != .group }
    let all = maker.numbers(
      of: line, forEach: places.map(\.id), in: months + [request.period])
    let rows = places.map { place in
      let numbers = (all[place.id] ?? []).dropLast()
      let whole = all[place.id]?.last ?? nil
      return ListRow(
        id: place.id.text,
        cells: [ListCell(place.name)]
          + numbers.map { number in
            ListCell(
              number.map { $0.thousandths == 0 ? "." : $0.text } ?? "",
              order: number?.thousandths ?? -1)
          } + [ListCell(whole?.text ?? "-", .strong, order: whole?.thousandths ?? -1)],
        destination: .list(.report(request.moved(to: place.id))),
        names: [place.name], texts: [place.id.text])
    }
    return ListContents(
      title: title(line.title, request, context),
      columns: [ListColumn(title: .headingName, minimum: 10, maximum: 26, isElastic: true)]
        + months.map { month in
          ListColumn(
            title: .monthHeading(month.first.month), alignment: .trailing,
            rank: 13 - month.first.month)
        } + [ListColumn(title: .tableNumber, alignment: .trailing)],
      rows: rows, empty: .nothingToDraw, scopes: [.figures])
  }

  private static func nothingToDraw(
    _ request: ReportRequest, _ context: Context
  ) -> ListContents {
    ListContents(
      title: context.title(.menuReports, of: request.organization), columns: [],
      empty: .nothingToDraw, scopes: [.figures])
  }

  /// What is looked at, of whom and over which period.
  private static func title(
    _ what: String, _ request: ReportRequest, _ context: Context
  ) -> String {
    "\(what) · \(context.fullName(request.organization)) · \(context.say(request.period.title))"
  }

  private static func rows(
    of months: [(Period, (number: ReportNumber?, evidence: [Reference]))], _ widest: Int,
    _ line: ReportLineDefinition, _ context: Context
  ) -> [ListRow] {
    months.map { month, value in
      ListRow(
        id: month.description,
        cells: [
          ListCell(context.say(month.title)), bar(value.number, widest),
          shown(value.number, line.unit, context),
        ],
        destination: value.evidence.isEmpty
          ? nil
          : .list(
            .records(title: "\(line.title) \(context.say(month.title))", value.evidence)))
    }
  }

  private static func bar(_ number: ReportNumber?, _ widest: Int) -> ListCell {
    ListCell(
      ReportBars.bar(number, of: widest, columns: 24), .normal, order: number?.thousandths ?? -1)
  }

  private static func shown(
    _ number: ReportNumber?, _ unit: String, _ context: Context
  ) -> ListCell {
    ListCell(
      number.map { context.say($0.phrase(unit: unit)) } ?? "-", order: number?.thousandths ?? -1)
  }
}

/// Numbers drawn with block characters; the numbers always stand beside them.
enum ReportBars {
  private static let steps = Array("▁▂▃▄▅▆▇█")
  private static let eighths = Array("▏▎▍▌▋▊▉█")

  /// The number that fills the whole width, at least 1.
  static func widest(of numbers: [ReportNumber?]) -> Int {
    max(1, numbers.compactMap { $0?.thousandths }.max() ?? 1)
  }

  /// A column for each number, as high as its share of the highest; `-` for nothing, a blank for
  /// what has not come yet.
  static func sparkline(_ numbers: [ReportNumber?]) -> String {
    guard numbers.contains(where: { $0 != nil }) else { return "" }
    let highest = widest(of: numbers)
    return String(
      numbers.map { number in
        guard let number else { return " " }
        guard number.thousandths > 0 else { return "-" }
        let share = Double(number.thousandths) / Double(highest)
        return steps[Int(share * Double(steps.count - 1))]
      })
  }

  /// A bar of up to so many columns.
  static func bar(_ number: ReportNumber?, of widest: Int, columns: Int) -> String {
    guard let number, number.thousandths > 0 else { return "" }
    let parts = Int(Double(number.thousandths) / Double(widest) * Double(columns * 8))
    let whole = String(repeating: "█", count: parts / 8)
    return parts % 8 == 0 ? (whole.isEmpty ? "▏" : whole) : whole + String(eighths[parts % 8 - 1])
  }
}

extension ReportRequest {
  /// The report of the catalogue as it holds for the period.
  func definition(_ maker: ReportMaker) -> ReportDefinition? {
    maker.catalog.report(id, on: max(period.first, min(period.last, maker.day)))
  }

  /// One line of it.
  func line(_ line: String, _ maker: ReportMaker) -> ReportLineDefinition? {
    definition(maker).flatMap { definition in
      maker.lines(of: definition, in: period).first { $0.id == line }
    }
  }

  /// The same report of another organisation.
  func moved(to place: OrganizationIdentifier) -> ReportRequest {
    ReportRequest(id: id, organization: place, period: period)
  }
}
