import Archive
import OrganizationLife

/// What a grid shows, found out by steps: some organisations after the others, so that the first
/// rows stand at once and keys are answered meanwhile.
struct GridTally: Sendable {
  /// Whose organisations.
  let root: OrganizationIdentifier
  /// Of which year.
  private(set) var year: Int
  /// The organisations, parents first.
  private(set) var places: [Organization] = []
  /// Those directly below each.
  private(set) var children: [OrganizationIdentifier: [Organization]] = [:]
  /// Those that have still to be looked at.
  private(set) var pending: ArraySlice<OrganizationIdentifier> = []
  /// Of each organisation alone; of an earlier reading until it is looked at again.
  private var entries: [OrganizationIdentifier: [DutyEntry]] = [:]
  /// Steps are so many organisations that about forty make the whole.
  private static let steps = 40
  private var known: (edition: Int, today: Day, year: Int)?
  private var stride = 1

  init(under root: OrganizationIdentifier, of year: Int) {
    self.root = root
    self.year = year
  }

  /// Begins anew when the ledger, the day or the year is another.
  mutating func begin(of year: Int, in context: Context) {
    let today = context.session.today
    guard known.map({ $0 != (context.edition, today, year) }) ?? true else { return }
    if self.year != year { entries = [:] }
    self.year = year
    known = (context.edition, today, year)
    guard let ledger = context.archive?.ledger else {
      (places, children, pending) = ([], [:], [])
      return
    }
    places = ledger.places(under: root, in: year, asOf: today)
    children = Dictionary(grouping: places.dropFirst()) { $0.parent ?? root }
    pending = places.map(\.id)[...]
    stride = max(1, places.count / Self.steps)
  }

  /// Looks at the next organisations.
  mutating func work(in context: Context) {
    guard let archive = context.archive else { return pending = [] }
    for id in pending.prefix(stride) {
      entries[id] = archive.ledger.dutyEntries(
        archive.catalog.obligations, in: year, for: id, on: context.session.today)
    }
    pending = pending.dropFirst(stride)
  }

  /// The twelve months of every organisation with everything below it, of one obligation or all.
  func sums(of obligation: String?) -> [OrganizationIdentifier: [DutyCell]] {
    DutyGrid.sums(of: places, entries, obligation: obligation)
  }
}
