import Archive
import OrganizationLife
import Wording

extension ListScreen {
  /// The rows that the filter lets through, in the order in which they are seen, all columns.
  func exported(in context: Context) -> ExportOrder {
    let columns = contents.columns.indices.filter { naturalWidths[$0] > 0 }
    let rows = visible.map { position in
      let cells = contents.rows[position].cells
      return columns.map { cells.indices.contains($0) ? cells[$0].text.trimmed : "" }
    }
    let isWhole = visible.count == contents.rows.count
    return ExportOrder(
      name: [contents.title, context.session.today.description].joined(separator: "-"),
      rows: [columns.map { context.say(contents.columns[$0].title) }] + rows,
      items: isWhole ? context.calendarItems(of: source) : nil)
  }
}

extension Context {
  /// What a list says as items of a calendar; nil for lists that have nothing to do with days to
  /// come.
  func calendarItems(of source: ListSource) -> [CalendarItem]? {
    guard let archive else { return nil }
    let today = session.today
    /// The calendar of some days, of those kinds.
    func calendar(
      _ id: OrganizationIdentifier, in days: Period, _ isAsked: (CalendarOccasion) -> Bool
    ) -> [CalendarItem] {
      archive.calendar(in: days, under: id, on: today).filter { isAsked($0.occasion) }
    }
    switch source {
    case .due(let id): return archive.dueItems(on: today, under: id)
    case .matters(let id):
      return archive.ledger.openMatters(on: today, of: id, kinds: archive.catalog.kinds)
        .compactMap { matter in
          matter.due.map {
            CalendarItem(day: $0, organization: matter.organization, occasion: .matter(matter))
          }
        }
    case .dates(let id, let month):
      return calendar(id, in: month) {
        switch $0 {
        case .politicalBirthday, .probationEnds, .termEnds: true
        default: false
        }
      }
    case .terms(let id):
      return places(under: id).compactMap { place in
        archive.ledger.termStanding(of: place, on: today, catalog: archive.catalog).map {
          CalendarItem(day: $0.ends, organization: place.id, occasion: .termEnds($0))
        }
      }
    default: return nil
    }
  }
}
