import OrganizationLife
import RecordLog

// Questions about many organisations at once: each is answered by itself, so they are spread over
// the processors.
extension Archive {
  /// Enough organisations that a thread is worth starting.
  private static let placesTogether = 24

  /// What is owed on a day; see `Ledger.due`.
  public func due(on day: Day, under organization: OrganizationIdentifier? = nil) -> [DueLine] {
    due(
      on: day,
      at: organization.map { ledger.descendants(of: $0, on: day) } ?? ledger.tree(on: day))
  }

  /// The same of those organisations alone, without what is below them; in their order.
  public func due(on day: Day, at places: [Organization]) -> [DueLine] {
    let (ledger, obligations) = (ledger, catalog.obligations)
    return Parallel.flatMap(places, by: Self.placesTogether) { places in
      places.flatMap { ledger.due(obligations, on: day, for: $0) }
    }
  }

  /// What each organisation owed in a year, for a grid; see `Ledger.dutyEntries`.
  public func dutyEntries(
    _ obligations: [Obligation], in year: Int, at places: [Organization], on today: Day
  ) -> [OrganizationIdentifier: [DutyEntry]] {
    let ledger = ledger
    let entries = Parallel.flatMap(places, by: Self.placesTogether) { places in
      places.map { place in
        (place.id, ledger.dutyEntries(obligations, in: year, for: place.id, on: today))
      }
    }
    return Dictionary(entries, uniquingKeysWith: { first, _ in first })
  }

  /// 迎检自查 of an organisation and everything below it, or of all; see `Ledger.inspection`.
  public func inspection(
    of year: Int, under organization: OrganizationIdentifier?, on today: Day
  ) -> [InspectionLine] {
    let (ledger, catalog) = (ledger, catalog)
    guard let day = ledger.lastDay(of: year, asOf: today) else { return [] }
    let places = organization.map { ledger.descendants(of: $0, on: day) } ?? ledger.tree(on: day)
    // Dues that were entered twice may have been entered at two places.
    let doubts = Dictionary(
      grouping: ledger.doubts(on: today, catalog: catalog, of: Set(places.map(\.id))),
      by: \.organization)
    return Parallel.flatMap(places, by: Self.placesTogether) { places in
      ledger.inspection(
        of: year, at: Array(places), on: today, catalog: catalog,
        doubts: places.flatMap { doubts[$0.id] ?? [] })
    } + ledger.inspection(ofGroup: organization, on: day, catalog: catalog)
  }

  /// A checklist answered for several organisations; see `check(_:organization:on:)`.
  public func check(
    _ checklist: Checklist, at places: [Organization], on day: Day
  ) -> [(organization: Organization, item: CheckedItem)] {
    Parallel.flatMap(places, by: Self.placesTogether) { places in
      places.flatMap { place in
        check(checklist, organization: place, on: day).map { (place, $0) }
      }
    }
  }

  /// The calendar of an organisation and everything below it, or of all that may be read; see
  /// `Ledger.calendar`.
  public func calendar(
    in days: Period, under organization: OrganizationIdentifier?, on today: Day
  ) -> [CalendarItem] {
    let (ledger, catalog) = (ledger, catalog)
    let places =
      organization.map { ledger.descendants(of: $0, on: today) } ?? ledger.tree(on: today)
    let items = Parallel.flatMap(places, by: Self.placesTogether) { places in
      ledger.calendar(of: Array(places), in: days, on: today, catalog: catalog)
    }
    return CalendarItem.sorted(items, places: places)
  }
}
