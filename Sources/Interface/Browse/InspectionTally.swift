import Archive
import OrganizationLife
import Wording

/// How many lines of 迎检自查 an organisation has, by what they are about.
struct InspectionCount: Hashable, Sendable {
  /// 应开未开
  var owed = 0
  /// Records that lack something or contradict themselves.
  var records = 0
  /// What rules say of the organisation, its members, their talks.
  var rules = 0
  /// All of them.
  var all: Int { owed + records + rules }

  static func += (sum: inout Self, other: Self) {
    sum.owed += other.owed
    sum.records += other.records
    sum.rules += other.rules
  }

  init(_ lines: [InspectionLine]) {
    for line in lines {
      switch line.finding {
      case .owed: owed += 1
      case .gaps, .fault, .doubt: records += 1
      case .talks, .warning: rules += 1
      }
    }
  }
}

/// 迎检自查 of many organisations, found out by steps: a branch after the other, so that the list
/// stands at once and keys are answered meanwhile.
struct InspectionTally: Sendable {
  /// Whose organisations.
  let root: OrganizationIdentifier
  /// Of which year.
  let year: Int
  /// Those that have still to be looked at.
  private(set) var pending: ArraySlice<OrganizationIdentifier> = []
  /// What was found; of an earlier reading of the ledger until it is looked at again.
  private(set) var counts: [OrganizationIdentifier: InspectionCount] = [:]
  /// Steps are so many organisations that about fifty make the whole.
  private static let steps = 50
  private var known: (edition: Int, today: Day)?
  private var stride = 1

  init(under root: OrganizationIdentifier, of year: Int) {
    self.root = root
    self.year = year
  }

  /// Begins anew when the ledger or the day is another.
  mutating func begin(in context: Context) {
    let today = context.session.today
    guard known.map({ $0 != (context.edition, today) }) ?? true else { return }
    known = (context.edition, today)
    let places = Self.places(under: root, in: context)
    pending = places.map(\.id)[...]
    stride = max(1, places.count / Self.steps)
  }

  /// Looks at the next organisations.
  mutating func work(in context: Context) {
    for id in pending.prefix(stride) {
      counts[id] = InspectionCount(context.inspection(of: year, at: id))
    }
    pending = pending.dropFirst(stride)
  }

  /// The counts of organisations with everything below them; none while something of it is still
  /// to be looked at. Those above come before those below.
  func sums(of places: [Organization]) -> [OrganizationIdentifier: InspectionCount] {
    var sums = counts
    var open = Set(places.map(\.id).filter { counts[$0] == nil })
    for place in places.reversed() {
      guard let parent = place.parent else { continue }
      if open.contains(place.id) {
        open.insert(parent)
      } else if let own = sums[place.id] {
        sums[parent]? += own
      }
    }
    for id in open { sums[id] = nil }
    return sums
  }

  /// The organisations with a line of their own: 党小组 belong to their branch's.
  static func places(
    under root: OrganizationIdentifier, in context: Context
  ) -> [Organization] {
    context.places(under: root).filter { $0.level != .group }
  }
}

extension Context {
  /// 迎检自查 of a branch with its groups, or of another organisation alone.
  func inspection(of year: Int, at id: OrganizationIdentifier) -> [InspectionLine] {
    guard let archive, let day = archive.ledger.lastDay(of: year, asOf: session.today) else {
      return []
    }
    let places = archive.ledger.descendants(of: id, on: day)
    return archive.ledger.inspection(
      of: year, at: places.filter { $0.id == id || ($0.level == .group && $0.parent == id) },
      on: session.today, catalog: archive.catalog)
  }
}

extension ListContents {
  /// Every organisation with the counts of its 迎检自查; Enter opens its lines.
  static func inspections(_ tally: InspectionTally, in context: Context) -> ListContents {
    let places = InspectionTally.places(under: tally.root, in: context)
    let depths = OrganizationSums.depths(of: places)
    func cell(_ count: Int?, _ style: Style) -> ListCell {
      guard let count else { return ListCell("..", .dim, order: -1) }
      return ListCell(number: count, count == 0 ? .dim : style)
    }
    func row(_ id: String, _ name: String, _ count: InspectionCount?, _ source: ListSource)
      -> ListRow
    {
      ListRow(
        id: id,
        cells: [
          ListCell(name), cell(count?.all, .strong), cell(count?.owed, .bad),
          cell(count?.records, .warning), cell(count?.rules, .warning),
        ],
        destination: .list(source), names: [name])
    }
    let sums = tally.sums(of: places)
    let parents = Set(places.compactMap(\.parent))
    let rows = places.flatMap { place -> [ListRow] in
      let depth = depths[place.id] ?? 0
      let indent = String(repeating: "  ", count: depth)
      let own = ListSource.inspection(place.id, year: tally.year)
      guard parents.contains(place.id) else {
        return [row(place.id.text, indent + place.name, tally.counts[place.id], own)]
      }
      // With everything below it, and what is of itself alone in a row of its own.
      return [
        row(
          place.id.text, indent + place.name, sums[place.id],
          place.id == tally.root ? own : .inspections(place.id, year: tally.year)),
        row(
          "\(place.id) =", indent + "  " + context.say(.itselfAlone), tally.counts[place.id], own),
      ]
    }
    let isRunning = tally.year == context.session.today.year
    let sum = tally.counts.values.reduce(0) { $0 + $1.all }
    return ListContents(
      title: context.title(
        isRunning ? .menuInspection : .menuInspectionOf(tally.year), of: tally.root) + " · "
        + context.say(
          tally.pending.isEmpty
            ? .inspectionLines(sum)
            : .inspectedSoFar(places.count - tally.pending.count, of: places.count)),
      columns: [ListColumn(title: .headingOrganization, minimum: 14, isElastic: true)]
        + [Phrase.headingAll, .headingNotHeld, .headingRecords, .headingRules].map {
          ListColumn(title: $0, alignment: .trailing)
        },
      rows: rows, empty: .noOrganizations)
  }
}
