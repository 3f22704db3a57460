import Archive
import OrganizationLife
import Wording

/// Organisations by months or quarters: what was asked for and is done, owed, entered late or still
/// open. Organisations fold; a cell opens what is behind it.
public struct GridScreen: ScreenBehavior {
  /// Whose organisations.
  public let root: OrganizationIdentifier
  private(set) var tally: GridTally
  private(set) var year: Int
  /// The obligation shown; nil for all.
  private(set) var obligation: String?
  private(set) var isByQuarter = false
  private(set) var isByGaps = false
  private(set) var rows: [Row] = []
  /// Position in `rows` of the selected one.
  private(set) var selected = 0
  /// The selected column: 0 is the name, from 1 on the cells.
  private(set) var column = 0
  /// Position in `rows` of the first row shown.
  private(set) var top = 0
  /// The first cell column shown, from 0.
  private(set) var left: Int?
  /// Organisations whose subordinates are shown; nil before the first look.
  private var unfolded: Set<OrganizationIdentifier>?

  /// One organisation with everything below it.
  struct Row: Sendable {
    var id: OrganizationIdentifier
    var name: String
    var level: OrganizationLevel
    var depth: Int
    var hasChildren: Bool
    var isUnfolded: Bool
    var cells: [DutyCell]
    var isKnown: Bool

    /// All that is owed.
    var owed: Int { cells.reduce(0) { $0 + $1.owed } }
  }

  /// A grid of a year.
  public init(_ root: OrganizationIdentifier, year: Int) {
    self.root = root
    self.year = year
    tally = GridTally(under: root, of: year)
  }

  public func title(in context: Context) -> String {
    var parts = [
      context.title(.menuGrid, of: root), context.say(.yearNumber(year)),
      obligationTitle(in: context),
    ]
    if isByGaps { parts.append(context.say(.mostOwedFirst)) }
    if !tally.pending.isEmpty {
      parts.append(
        context.say(
          .inspectedSoFar(tally.places.count - tally.pending.count, of: tally.places.count)))
    }
    parts += context.lacking(under: root).map { context.say($0) }
    return parts.joined(separator: " · ")
  }

  public func status(in context: Context) -> String {
    rows.isEmpty ? "" : "\(selected + 1)/\(rows.count)"
  }

  public var scopes: [Scope] { [.grid] }
  public var acceptsText: Bool { false }

  /// How many columns of cells there are.
  var cellCount: Int { isByQuarter ? 4 : 12 }

  private func obligationTitle(in context: Context) -> String {
    guard let obligation else { return context.say(.allObligations) }
    return context.archive?.catalog.obligations.last { $0.id == obligation }?.title ?? obligation
  }

  // MARK: Commands

  public mutating func perform(_ action: Action, in context: Context) -> [Outcome]? {
    switch action {
    case .up: move(to: selected - 1, in: context)
    case .down: move(to: selected + 1, in: context)
    case .pageUp: move(to: selected - height(in: context), in: context)
    case .pageDown: move(to: selected + height(in: context), in: context)
    case .first: move(to: 0, in: context)
    case .last: move(to: rows.count - 1, in: context)
    case .left: goLeft(in: context)
    case .right: goRight(in: context)
    case .open: return open(in: context)
    case .fold: fold(in: context)
    case .sort:
      isByGaps.toggle()
      arrange(in: context)
    case .switchPeriods:
      isByQuarter.toggle()
      column = min(column, cellCount)
      left = nil
      arrange(in: context)
    case .chooseObligation: return [.overlay(.choices(obligationBox(in: context)))]
    case .previousYear: go(to: year - 1, in: context)
    case .nextYear:
      guard year < context.session.today.year else { return [.notice(Notice(.yearNotBegun))] }
      go(to: year + 1, in: context)
    case .export:
      guard tally.pending.isEmpty else {
        return [.notice(Notice(.gridStillCounting, .warning))]
      }
      return [
        .offerExport(ExportOrder(name: exportName(in: context), rows: seen(in: context)))
      ]
    default: return nil
    }
    return []
  }

  public mutating func receive(_ choice: OverlayChoice, in context: Context) -> [Outcome] {
    guard case .chosen(Self.obligationChoice, let ids) = choice, let id = ids.first else {
      return []
    }
    obligation = id.isEmpty ? nil : id
    arrange(in: context)
    return []
  }

  private static let obligationChoice = "obligation"

  /// Those in force at some time of the year, each once.
  private func obligationBox(in context: Context) -> ChoiceBox {
    var seen: Set<String> = []
    let known = (context.archive?.catalog.obligations ?? []).filter { seen.insert($0.id).inserted }
    return ChoiceBox(
      id: Self.obligationChoice, title: .whichObligation,
      choices: [Choice(value: "", label: context.say(.allObligations))]
        + known.map { Choice(value: $0.id, label: $0.title) })
  }

  private mutating func go(to year: Int, in context: Context) {
    self.year = year
    refresh(in: context)
  }

  /// Enter on a name folds or unfolds it, on a cell opens what is behind it.
  private mutating func open(in context: Context) -> [Outcome] {
    guard rows.indices.contains(selected) else { return [] }
    let row = rows[selected]
    if column == 0, row.hasChildren {
      fold(in: context)
      return []
    }
    let span = column == 0 ? 1...12 : months(ofColumn: column)
    return [
      .open(
        .list(
          .duties(
            row.id, DutySpan(year: year, months: span), obligation: obligation)))
    ]
  }

  private mutating func fold(in context: Context) {
    guard rows.indices.contains(selected), rows[selected].hasChildren else { return }
    let id = rows[selected].id
    if unfolded?.remove(id) == nil { unfolded?.insert(id) }
    arrange(in: context)
  }

  /// On a name: folds it, or goes to the one above it.
  private mutating func goLeft(in context: Context) {
    guard column == 0 else {
      column -= 1
      return show(in: context)
    }
    guard rows.indices.contains(selected) else { return }
    let row = rows[selected]
    if row.isUnfolded { return fold(in: context) }
    let above = rows[..<selected].lastIndex { $0.depth < row.depth }
    if let above { move(to: above, in: context) }
  }

  /// On a folded name: unfolds it; else goes to the next column.
  private mutating func goRight(in context: Context) {
    guard rows.indices.contains(selected) else { return }
    if column == 0, rows[selected].hasChildren, !rows[selected].isUnfolded {
      return fold(in: context)
    }
    column = min(column + 1, cellCount)
    show(in: context)
  }

  /// The months of a column, from 1 on.
  func months(ofColumn column: Int) -> ClosedRange<Int> {
    isByQuarter ? (column * 3 - 2)...(column * 3) : column...column
  }

  // MARK: Deriving

  public mutating func refresh(in context: Context) {
    tally.begin(of: year, in: context)
    if unfolded == nil { unfolded = Self.unfoldedAtFirst(tally, in: context) }
    arrange(in: context)
  }

  public var hasWork: Bool { !tally.pending.isEmpty }

  public mutating func work(in context: Context) {
    tally.work(in: context)
    arrange(in: context)
  }

  /// Down to the branches where these are few enough to be looked over; else the first level.
  private static func unfoldedAtFirst(
    _ tally: GridTally, in context: Context
  ) -> Set<OrganizationIdentifier> {
    let branches = tally.places.filter(\.level.isBranch)
    guard branches.count <= 40 else { return [tally.root] }
    return Set(
      tally.places.filter { $0.id == tally.root || (!$0.level.isBranch && $0.level != .group) }
        .map(\.id))
  }

  /// Puts the rows together, and keeps the selection on the organisation it was on.
  private mutating func arrange(in context: Context) {
    let id = rows.indices.contains(selected) ? rows[selected].id : nil
    let sums = tally.sums(of: obligation)
    let waiting = Set(tally.pending)
    var found: [Row] = []
    func gaps(_ place: Organization) -> Int { (sums[place.id] ?? []).reduce(0) { $0 + $1.owed } }
    func add(_ place: Organization, depth: Int) {
      let below = tally.children[place.id] ?? []
      let isUnfolded = !below.isEmpty && unfolded?.contains(place.id) ?? false
      found.append(
        Row(
          id: place.id, name: place.name, level: place.level, depth: depth,
          hasChildren: !below.isEmpty, isUnfolded: isUnfolded,
          cells: columns(of: sums[place.id] ?? []), isKnown: !waiting.contains(place.id)))
      guard isUnfolded else { return }
      let order =
        isByGaps
        ? below.enumerated().sorted { a, b in
          (gaps(b.element), a.offset) < (gaps(a.element), b.offset)
        }.map(\.element) : below
      for child in order { add(child, depth: depth + 1) }
    }
    if let first = tally.places.first { add(first, depth: 0) }
    rows = found
    move(to: id.flatMap { id in rows.firstIndex { $0.id == id } } ?? selected, in: context)
  }

  /// The twelve months, or their quarters.
  private func columns(of months: [DutyCell]) -> [DutyCell] {
    guard isByQuarter, months.count == 12 else { return months }
    return stride(from: 0, to: 12, by: 3).map { first in
      var sum = DutyCell()
      for month in months[first..<first + 3] { sum += month }
      return sum
    }
  }

  // MARK: Moving

  /// Rows of organisations in the body: the heading is above them, the legend below.
  private func height(in context: Context) -> Int { max(1, context.session.bodyRows - 2) }

  private mutating func move(to position: Int, in context: Context) {
    selected = max(0, min(position, rows.count - 1))
    show(in: context)
  }

  /// Scrolls as little as shows the selected cell; at first so that the month of today is seen.
  private mutating func show(in context: Context) {
    let height = height(in: context)
    top = max(selected - height + 1, min(top, selected))
    top = max(0, min(top, rows.count - height))
    let shown = GridLayout(columns: context.session.size.columns, cells: cellCount).shownCells
    let last = max(0, cellCount - shown)
    let today = context.session.today
    let now = year < today.year ? 12 : today.month
    var first = left ?? max(0, (isByQuarter ? (now + 2) / 3 : now) - shown)
    if column > 0 {
      first = max(column - shown, min(first, column - 1))
    }
    left = min(max(0, first), last)
  }
}

/// How the columns of a grid share a row.
struct GridLayout {
  /// Columns of the mark of the selected row.
  static let gutter = 2
  /// Columns of a cell.
  static let cell = 4
  /// Columns of the sum at the end.
  static let sum = 6
  /// Columns of the names.
  let name: Int
  /// How many cells are seen.
  let shownCells: Int

  init(columns: Int, cells: Int) {
    let room = columns - Self.gutter - Self.sum
    name = max(16, min(28, room - cells * Self.cell))
    shownCells = max(1, min(cells, (room - name) / Self.cell))
  }
}
