import Archive
import OrganizationLife

/// The items of a year's calendar, found out by steps: some organisations after the others, so that
/// the month stands at once and keys are answered meanwhile.
struct CalendarTally: Sendable {
  /// Whose organisations.
  let root: OrganizationIdentifier
  /// Of which year.
  private(set) var year: Int
  /// How many organisations there are.
  private(set) var count = 0
  /// Those that have still to be looked at.
  private(set) var pending: ArraySlice<Organization> = []
  /// What was found on each day, in the order of the organisations; of an earlier reading until
  /// they are looked at again.
  private(set) var byDay: [Day: [CalendarItem]] = [:]
  /// What was found at each step, by the position of its first organisation.
  private var found: [Int: [CalendarItem]] = [:]
  /// Steps are so many organisations that about forty make the whole.
  private static let steps = 40
  private var known: (edition: Int, today: Day, year: Int)?
  private var stride = 1

  init(under root: OrganizationIdentifier, of year: Int) {
    self.root = root
    self.year = year
  }

  /// How many organisations have been looked at.
  var done: Int { count - pending.count }

  /// Begins anew when the ledger, the day or the year is another.
  mutating func begin(of year: Int, in context: Context) {
    let today = context.session.today
    guard known.map({ $0 != (context.edition, today, year) }) ?? true else { return }
    if self.year != year { (found, byDay) = ([:], [:]) }
    self.year = year
    known = (context.edition, today, year)
    let places = context.places(under: root)
    if places.count != count { (found, byDay) = ([:], [:]) }
    count = places.count
    pending = places[...]
    stride = max(1, places.count / Self.steps)
  }

  /// Looks at the next organisations.
  mutating func work(in context: Context) {
    guard let archive = context.archive, let day = Day(year: year, month: 1, day: 1) else {
      return pending = []
    }
    found[done] = archive.ledger.calendar(
      of: Array(pending.prefix(stride)), in: Period(.year, containing: day),
      on: context.session.today, catalog: archive.catalog)
    pending = pending.dropFirst(stride)
    byDay = Dictionary(
      grouping: found.keys.sorted().flatMap { found[$0] ?? [] }, by: \.day)
  }

  /// The items of some days, by day.
  func items(in days: Period) -> [CalendarItem] {
    byDay.keys.filter(days.contains).sorted().flatMap { byDay[$0] ?? [] }
  }
}
