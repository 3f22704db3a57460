import Archive
import OrganizationLife
import Wording

/// Some months of a year.
public struct DutySpan: Hashable, Sendable {
  /// The year.
  public var year: Int
  /// 1–12.
  public var months: ClosedRange<Int>

  /// Some months of a year.
  public init(year: Int, months: ClosedRange<Int>) {
    self.year = year
    self.months = months
  }

  /// `2026-03`, `2026-Q1`, `2026`
  var name: String {
    switch months.count {
    case 1: Period.month(months.lowerBound, of: year)
    case 3: "\(year)-Q\(months.upperBound / 3)"
    default: "\(year)"
    }
  }
}

extension ListContents {
  /// What is behind a cell of the grid: each obligation of the organisations with what was held;
  /// what is owed comes first. Enter opens the record, or the records.
  static func duties(
    of id: OrganizationIdentifier, in span: DutySpan, obligation: String?, _ archive: Archive,
    in context: Context
  ) -> ListContents {
    let today = context.session.today
    let ledger = archive.ledger
    let asked = archive.catalog.obligations.filter { obligation == nil || $0.id == obligation }
    let places = ledger.lastDay(of: span.year, asOf: today).map {
      ledger.descendants(of: id, on: $0)
    }
    let lines = (places ?? []).flatMap { place in
      ledger.dueLines(asked, in: span.year, for: place.id, on: today)
    }.filter { span.months.contains($0.period.last.month) }
    let rows = lines.map { line in (line: line, cell: ledger.cell(of: line, on: today)) }
    let order: [DutyState] = [.owed, .open, .late, .done, .notDue]
    let sorted = order.flatMap { state in rows.filter { $0.cell.state == state } }
    let hasSeveralPlaces = context.areOfSeveralBranches(lines.map(\.organization))
    var columns: [ListColumn] = []
    if hasSeveralPlaces {
      columns.append(
        ListColumn(
          title: .headingOrganization, minimum: 12, maximum: 26, isElastic: true, keepsEnd: true))
    }
    columns += [
      ListColumn(title: .headingDuty, minimum: 14, isElastic: true),
      ListColumn(title: .headingPeriod), ListColumn(title: .headingDone, alignment: .trailing),
      ListColumn(title: .headingState),
      ListColumn(title: .headingRule, minimum: 14, rank: 1, isElastic: true, keepsEnd: true),
    ]
    return ListContents(
      title: "\(context.fullName(id)) · \(span.name)", columns: columns,
      rows: sorted.map { line, cell in
        let duty = line.obligation
        var cells: [ListCell] = []
        if hasSeveralPlaces { cells.append(ListCell(context.fullName(line.organization))) }
        cells += [
          ListCell(
            hasSeveralPlaces
              ? duty.title : context.text(duty.title, of: line.organization, below: id)),
          ListCell(line.period.description),
          ListCell("\(line.done)/\(line.required)", order: line.done),
          ListCell(
            context.say(cell.phrase), cell.state.style,
            order: DutyState.allCases.firstIndex(of: cell.state)),
          ListCell(context.shortRule(duty.source), .dim),
        ]
        return ListRow(
          id: "\(line.organization) \(duty.id) \(line.period)", cells: cells,
          destination: destination(of: line, in: context),
          change: duty.kinds.first.map {
            context.entry(of: $0, at: line.organization, in: line.period)
          },
          names: [duty.title, context.name(line.organization)])
      },
      empty: .nothingAsked)
  }

  /// The one record that counts, or all of the period, which may be none.
  private static func destination(of line: DueLine, in context: Context) -> Destination {
    if line.evidence.count == 1, let page = line.evidence.first.flatMap(context.destination) {
      return page
    }
    let title = "\(line.obligation.title) \(line.period) · \(context.fullName(line.organization))"
    return .list(.records(title: title, line.evidence))
  }
}
