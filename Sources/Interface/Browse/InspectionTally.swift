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
    let rows = places.map { place in
      let count = tally.counts[place.id]
      return ListRow(
        id: place.id.text,
        cells: [
          ListCell(String(repeating: "  ", count: depths[place.id] ?? 0) + place.name),
          cell(count?.all, .strong), cell(count?.owed, .bad), cell(count?.records, .warning),
          cell(count?.rules, .warning),
        ],
        destination: .list(.inspection(place.id, year: tally.year)), names: [place.name])
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
