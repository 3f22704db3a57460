import Archive
import OrganizationLife
import Wording

/// A list that scrolls, sorts and filters. Rows are derived in `refresh(in:)` alone; drawing
/// touches only those that are seen.
public struct ListScreen: ScreenBehavior {
  /// What it lists.
  public internal(set) var source: ListSource
  private(set) var contents: ListContents
  /// Positions in `contents.rows` of what the filter lets through, in the order of the sorting.
  private(set) var visible: [Int] = []
  /// Position of the selected row in `visible`.
  private(set) var selected = 0
  /// Position in `visible` of the first row shown.
  private(set) var top = 0
  /// The line that is typed into; nil while the filter is closed.
  private(set) var filter: LineEditor?
  private(set) var sorting: Sorting?
  private(set) var naturalWidths: [Int] = []
  private var order: [Int] = []
  /// What is found out by steps; nil for lists that are there at once.
  private var tally: InspectionTally?
  private var filtered = ""
  /// Whether the rows are worked out in the next step, so that it can be said before.
  private var isWaiting = false
  private var known: (source: ListSource, edition: Int, today: Day)?

  /// By which column the rows are sorted.
  struct Sorting: Hashable, Sendable {
    var column: Int
    var isReversed: Bool
  }

  /// A list. Its rows are derived by the refresh that follows when it is put on the stack.
  public init(_ source: ListSource) {
    self.source = source
    contents = ListContents(title: "", columns: [], empty: .nothingHere)
  }

  public func title(in context: Context) -> String { contents.title }

  public func status(in context: Context) -> String {
    let position = visible.isEmpty ? 0 : selected + 1
    guard visible.count < contents.rows.count else { return "\(position)/\(visible.count)" }
    return context.say(.position(position, of: visible.count, among: contents.rows.count))
  }

  public var scopes: [Scope] {
    guard filter == nil else { return [.filter] }
    return contents.scopes + (selectedPage?.hasPapers ?? false ? [.printable] : []) + [.list]
  }

  public var acceptsText: Bool { filter != nil }
  public var scopesBeneath: [Scope] { filter == nil ? [] : contents.scopes + [.list] }

  /// The row that the selection is on.
  var selectedRow: ListRow? {
    visible.indices.contains(selected) ? contents.rows[visible[selected]] : nil
  }

  // MARK: Commands

  public mutating func perform(_ action: Action, in context: Context) -> [Outcome]? {
    switch action {
    case .open: return open()
    case .up: move(to: selected - 1, in: context)
    case .down: move(to: selected + 1, in: context)
    case .pageUp: move(to: selected - page(in: context), in: context)
    case .pageDown: move(to: selected + page(in: context), in: context)
    case .first: move(to: 0, in: context)
    case .last: move(to: visible.count - 1, in: context)
    case .filter:
      if filter == nil { filter = LineEditor() }
    case .search: return [.open(.search(filter?.text ?? ""))]
    case .sort: sortByNext(in: context)
    case .back: return closeFilter(in: context)
    case .change:
      if case .catalog = source, selectedRow?.change == nil {
        return [.notice(Notice(.catalogEditByHand, .warning))]
      }
      return selectedRow?.change.map { [.open($0)] }
    case .newEntry: return [.overlay(.choices(ChoiceBox.catalogTypes(in: context)))]
    case .newRecord: return newRecord(in: context)
    case .newMember: return organization.map { [.open(.form(.newMember($0)))] }
    case .drawSample: return drawSample(in: context)
    case .pasteRoster: return organization.map { [.open(.form(.pasteRoster($0)))] }
    case .newOrganization: return newOrganization()
    case .sign: return selectedActivity.map { [.open(.form(.sign($0)))] }
    case .print: return selectedPage?.papers(in: context).map { [.effect(.findPapers($0))] }
    case .history where contents.scopes.contains(.checklist): return openVisits()
    case .history: return selectedActivity.map { [.open(.page(.history($0)))] }
    case .answer: return answer()
    case .agenda: return agenda()
    case .newPlan:
      guard case .plans(let organization) = source else { return nil }
      return [.open(.form(.newPlain(type: "plan", organization)))]
    case .takeStep:
      return selectedRow.map { row in
        [row.change.map { .open($0) } ?? .notice(Notice(.procedureHasNoNextStep, .warning))]
      }
    case .signMakeUp:
      guard case .makeUps = source, let row = selectedRow, row.change != nil else { return nil }
      return [.open(.form(.signMakeUp(Reference(row.id))))]
    case .returnMatter: return selectedMatter.map { [.open(.form(.returnMatter($0)))] }
    case .closeMatter: return selectedMatter.map { [.open(.form(.closeMatter($0)))] }
    case .export: return [.offerExport(exported(in: context))]
    case .discardDraft: return discardDraft()
    case .beginVisit: return beginVisit()
    case .nextPeriod, .previousPeriod, .periodLength, .graph, .sentence:
      return performInReport(action, in: context)
    default: return nil
    }
    return []
  }

  public mutating func type(_ key: Key, in context: Context) -> [Outcome]? {
    guard filter != nil else {
      guard case .character(let character) = key, !character.isASCII, character.isLetter else {
        return nil
      }
      filter = LineEditor(String(character))
      applyFilter(in: context)
      return []
    }
    // A second / widens the filter to everything.
    if filter?.isEmpty == true, key.folded == .character("/") {
      return isAlwaysFiltered ? [] : [.open(.search(""))]
    }
    switch key {
    case .enter: return open()
    case .up: move(to: selected - 1, in: context)
    case .down: move(to: selected + 1, in: context)
    case .pageUp: move(to: selected - page(in: context), in: context)
    case .pageDown: move(to: selected + page(in: context), in: context)
    default:
      guard filter?.handle(key) == true else { return nil }
      applyFilter(in: context)
    }
    return []
  }

  public mutating func paste(_ text: String, in context: Context) -> [Outcome]? {
    if filter == nil { filter = LineEditor() }
    filter?.paste(text)
    applyFilter(in: context)
    return []
  }

  public mutating func receive(_ choice: OverlayChoice, in context: Context) -> [Outcome] {
    if case .chosen(Self.procedureChoice, let kinds) = choice, let kind = kinds.first,
      case .procedures(let organization, _) = source
    {
      return [.open(.form(.procedureStep(organization, kind: kind, subject: "")))]
    }
    if case .chosen(Self.sampleChoice, let counts) = choice {
      guard let count = counts.first.flatMap({ FieldInput.number($0) }), count > 0 else {
        return [.notice(Notice(.notANumberToDraw(counts.first ?? ""), .warning))]
      }
      // The day is the seed, so that nobody picks whom to look at.
      let draw = SampleDraw(seed: context.session.today.description, count: count)
      if let organization { return [.open(.list(.sample(organization, draw)))] }
      let pool = recordPool(in: context)
      let drawn = draw.drawn(from: pool).map { Reference($0) }
      return [.open(.list(.drawnRecords(draw, drawn, of: pool.count)))]
    }
    if case .chosen(ChoiceBox.catalogTypes, let types) = choice, let type = types.first {
      return [.open(.form(.newCatalogEntry(type: type, owner: catalogOwner(of: type))))]
    }
    guard case .confirmed(let name) = choice, case .drafts = source else { return [] }
    return [.effect(.removeDraft(name: name))]
  }

  public mutating func refresh(in context: Context) {
    if case .inspections(let id, let year) = source {
      if tally == nil { tally = InspectionTally(under: id, of: year) }
      tally?.begin(in: context)
    }
    let now = (source: source, edition: context.edition, today: context.session.today)
    if source.takesLong(in: context), known.map({ $0 != now }) ?? true {
      isWaiting = true
      contents = ListContents(title: contents.title, columns: [], empty: .counting)
      (order, visible, naturalWidths) = ([], [], [])
      return
    }
    derive(in: context)
  }

  public var hasWork: Bool { isWaiting || tally?.pending.isEmpty == false }

  public mutating func work(in context: Context) {
    if isWaiting {
      isWaiting = false
      known = (source, context.edition, context.session.today)
    }
    tally?.work(in: context)
    derive(in: context)
  }

  /// Rebuilds the rows, and keeps the selection on what it was on.
  private mutating func derive(in context: Context) {
    let id = selectedRow?.id
    contents = ListContents.of(source, tally: tally, in: context)
    // Whoever looks for her own name types it at once.
    if isAlwaysFiltered { filter = contents.rows.isEmpty ? nil : filter ?? LineEditor() }
    naturalWidths = contents.columns.indices.map { column in
      let widest = contents.rows.reduce(0) {
        max($0, $1.cells.count > column ? ColumnWidth.of($1.cells[column].text) : 0)
      }
      // A column in which nothing stands is not shown; one more for the mark of the sorting.
      let heading = ColumnWidth.of(context.say(contents.columns[column].title)) + 1
      return widest == 0 && contents.columns[column].rank > 0 ? 0 : max(widest, heading)
    }
    if let sorting, !contents.columns.indices.contains(sorting.column) { self.sorting = nil }
    sort()
    visible = matching(filter?.text ?? "", among: order)
    filtered = filter?.text ?? ""
    select(id, in: context)
  }

  // MARK: What commands do

  private func open() -> [Outcome] {
    guard let destination = selectedRow?.destination else {
      return selectedRow != nil && source.isOfReports ? [.notice(Notice(.nothingBehind))] : []
    }
    // The next and the previous member are those of the list as it stands.
    if isOfMembers, case .page(.member(let id, _)) = destination {
      let ids = visible.compactMap { MemberIdentifier(contents.rows[$0].id) }
      return [.open(.page(.member(id, among: ids)))]
    }
    return [.open(destination)]
  }

  /// A new record of the kind that is selected, or of the list's kind; nil when no kind is meant.
  private func newRecord(in context: Context) -> [Outcome]? {
    switch source {
    case .activities(let organization, kind: .some(let kind)):
      return newActivity(kind, of: organization, in: context)
    case .kinds(let organization):
      guard let row = selectedRow else { return nil }
      return newActivity(row.id, of: organization, in: context)
    case .due:
      guard let row = selectedRow, let change = row.change else { return nil }
      return [.open(change)]
    case .matters(let organization), .settledMatters(let organization):
      return [.open(.form(.newMatter(organization, about: nil)))]
    case .agenda(let organization, let kind):
      return newActivity(kind, of: organization, in: context)
    case .procedures(let organization, let kind):
      return newProcedure(kind, of: organization, in: context)
    case .plans(let organization):
      return newRecord(ofPlansOf: organization, in: context)
    case .records(let title, let references) where contents.scopes.contains(.plan):
      return context.plan(behind: title, references)
        .flatMap { ChoiceBox.records(doing: $0, in: context) }.map { [.overlay(.choices($0))] }
    default:
      return nil
    }
  }

  /// The form of a kind. What groups hold is recorded for one of them, so it is asked which.
  private func newActivity(
    _ kind: String, of organization: OrganizationIdentifier, in context: Context
  ) -> [Outcome] {
    let form = FormRequest.newActivity(kind: kind, organization: organization)
    if let entry = context.archive?.catalog.kind(kind), !entry.isOffered(on: context.session.today)
    {
      return [.notice(Notice(.kindNotOffered(entry.title), .warning))]
    }
    guard let archive = context.archive, let entry = archive.catalog.kind(kind),
      let level = context.organization(organization)?.level, !entry.levels.contains(level)
    else { return [.open(.form(form))] }
    let groups = archive.ledger.groups(of: organization, on: context.session.today)
    guard entry.body == .group, !groups.isEmpty else {
      return [.notice(Notice(.kindOfOthers(entry.title), .warning))]
    }
    if groups.count == 1, let group = groups.first {
      return [.open(.form(.newActivity(kind: kind, organization: group.id)))]
    }
    return [.overlay(.choices(ChoiceBox(choosing: groups, for: kind)))]
  }

  /// Asks what was done of the selected plan; where nothing is planned, a plan comes first.
  private func newRecord(
    ofPlansOf organization: OrganizationIdentifier, in context: Context
  ) -> [Outcome] {
    let reference = selectedRow.map { Reference($0.id) }
    guard let plan = context.archive?.ledger.plans.first(where: { $0.reference == reference }),
      let box = ChoiceBox.records(doing: plan, in: context)
    else { return [.open(.form(.newPlain(type: "plan", organization)))] }
    return [.overlay(.choices(box))]
  }

  private func newOrganization() -> [Outcome]? {
    guard case .organizations(let root) = source else { return nil }
    let parent = selectedRow.flatMap { OrganizationIdentifier($0.id) } ?? root
    return [.open(.form(.newOrganization(parent: parent)))]
  }

  private func answer() -> [Outcome]? {
    guard case .checklist(let organization, let id) = source, let row = selectedRow else {
      return nil
    }
    return [.open(.form(.answer(organization, checklist: id, item: row.id)))]
  }

  /// The organisation and the checklist that a visit would be by.
  var visited: (organization: OrganizationIdentifier, checklist: String)? {
    switch source {
    case .checklist(let organization, let id): (organization, id)
    case .checklists(_, let id):
      selectedRow.flatMap { OrganizationIdentifier($0.id) }.map { ($0, id) }
    default: nil
    }
  }

  private func beginVisit() -> [Outcome]? {
    visited.map { [.open(.visit($0.organization, checklist: $0.checklist))] }
  }

  private func openVisits() -> [Outcome]? {
    visited.map { [.open(.list(.visits($0.organization)))] }
  }

  /// What the next meeting of the selected kind may take up.
  private func agenda() -> [Outcome]? {
    guard case .kinds(let organization) = source, let row = selectedRow else { return nil }
    return [.open(.list(.agenda(organization, kind: row.id)))]
  }

  /// The first step of a procedure; of several it is asked which.
  private func newProcedure(
    _ kind: String?, of organization: OrganizationIdentifier, in context: Context
  ) -> [Outcome] {
    let today = context.session.today
    let level = context.organization(organization)?.level
    let kinds = (context.archive?.catalog.procedures ?? []).filter { entry in
      entry.isOffered(on: today) && level.map(entry.levels.contains) ?? false
        && kind.map { $0 == entry.id } ?? true
    }
    guard let first = kinds.first else { return [.notice(Notice(.noProcedureKinds, .warning))] }
    if kinds.count == 1 {
      return [.open(.form(.procedureStep(organization, kind: first.id, subject: "")))]
    }
    return [
      .overlay(
        .choices(
          ChoiceBox(
            id: Self.procedureChoice, title: .whichProcedure,
            choices: kinds.map { Choice(value: $0.id, label: $0.title) })))
    ]
  }

  private static let procedureChoice = "procedure"

  /// The records from which a sample is drawn: those of this year in the list, as first entered,
  /// so that a correction changes no draw.
  private func recordPool(in context: Context) -> [String] {
    guard case .activities = source, let ledger = context.archive?.ledger else { return [] }
    return contents.rows.compactMap { ledger.activity(Reference($0.id)) }
      .filter { $0.date.year == context.session.today.year }.map(\.origin.text)
  }

  /// Asks how many members or records are to be drawn.
  private func drawSample(in context: Context) -> [Outcome]? {
    let all =
      organization.map { context.samplePool(under: $0).count } ?? recordPool(in: context).count
    guard all > 0 else { return [.notice(Notice(.nobodyToDraw, .warning))] }
    let counts = [5, 10, 15, 20, 30].filter { $0 < all } + [all]
    return [
      .overlay(
        .choices(
          ChoiceBox(
            id: Self.sampleChoice, title: .howManyToDraw,
            choices: counts.map { Choice(value: "\($0)", label: "\($0)") }, isNumbered: false,
            prefersTyped: true)))
    ]
  }

  private static let sampleChoice = "sample"

  /// Whether the rows are members, gone through one after the other.
  private var isOfMembers: Bool {
    switch source {
    case .members, .sample: true
    default: false
    }
  }

  /// The matter that the selection is on.
  var selectedMatter: Reference? {
    guard case .matters = source, let row = selectedRow, row.change != nil else { return nil }
    return Reference(row.id)
  }

  /// The page that the selected row leads to.
  private var selectedPage: PageSubject? {
    if case .page(let subject)? = selectedRow?.destination { subject } else { nil }
  }

  /// The checklist or procedure on which the selection is, or on a part of it.
  private func catalogOwner(of type: String) -> String {
    guard case .page(.catalogEntry(let key, _))? = selectedRow?.destination else { return "" }
    return key.owner(ofNew: type)
  }

  private func discardDraft() -> [Outcome]? {
    guard case .draft(let draft)? = selectedRow?.destination else { return nil }
    return [.overlay(.question(id: draft.name, .discardDraft(draft.title)))]
  }

  /// The branch whose people are listed.
  private var organization: OrganizationIdentifier? {
    guard case .members(let organization) = source else { return nil }
    return organization
  }

  private var selectedActivity: Reference? {
    guard case .activities = source, let row = selectedRow else { return nil }
    return Reference(row.id)
  }

  // MARK: Moving

  /// Rows of the list itself in the body of the screen.
  private func page(in context: Context) -> Int {
    max(1, context.session.bodyRows - headRows)
  }

  /// The rows above the first row of the list: the filter line and the header.
  var headRows: Int { (filter == nil ? 0 : 1) + 1 }

  private mutating func move(to position: Int, in context: Context) {
    selected = max(0, min(position, visible.count - 1))
    top = firstShown(rows: page(in: context))
  }

  /// The first row shown so that the selected one is seen in `rows` rows.
  func firstShown(rows: Int) -> Int {
    let lowest = max(0, selected - max(1, rows) + 1)
    let highest = max(0, min(selected, visible.count - rows))
    return max(lowest, min(top, max(highest, lowest)))
  }

  // MARK: Filtering and sorting

  private mutating func applyFilter(in context: Context) {
    let text = filter?.text ?? ""
    // A row that is always seen was not looked for: what is found is nearer.
    let id = selectedRow.flatMap { $0.isAlwaysSeen ? nil : $0.id }
    // What did not match the beginning of a text does not match the whole of it.
    let narrows = !filtered.isEmpty && text.hasPrefix(filtered)
    visible = matching(text, among: narrows ? visible : order)
    filtered = text
    selected = 0
    select(id, in: context)
  }

  /// Puts the selection on the row of that id, if the list shows it.
  mutating func goTo(_ id: String, in context: Context) { select(id, in: context) }

  /// Keeps the selection on the row of that id, if it is still seen.
  private mutating func select(_ id: String?, in context: Context) {
    let position = id.flatMap { id in visible.firstIndex { contents.rows[$0].id == id } }
    move(to: position ?? selected, in: context)
  }

  /// Whether there is always a line to type into: who I am is looked for by name.
  private var isAlwaysFiltered: Bool {
    if case .identities = source { true } else { false }
  }

  /// In a longer list only names are found by pinyin, since a key must not wait.
  private static let mostRowsRead = 2_000

  private func matching(_ text: String, among rows: [Int]) -> [Int] {
    let words = TextSearch.words(of: text)
    let readsCells = contents.rows.count <= Self.mostRowsRead
    return words.isEmpty
      ? order
      : rows.filter {
        let row = contents.rows[$0]
        return row.isAlwaysSeen || row.matches(words, readingCells: readsCells)
      }
  }

  /// Escape clears the filter, then closes it, then leaves the list.
  private mutating func closeFilter(in context: Context) -> [Outcome]? {
    guard let filter else { return nil }
    if filter.isEmpty {
      if isAlwaysFiltered { return nil }
      self.filter = nil
    } else {
      self.filter?.replace(with: "")
      applyFilter(in: context)
    }
    move(to: selected, in: context)
    return []
  }

  private mutating func sortByNext(in context: Context) {
    guard !contents.columns.isEmpty else { return }
    switch sorting {
    case nil: sorting = Sorting(column: 0, isReversed: false)
    case .some(let now) where !now.isReversed:
      sorting = Sorting(column: now.column, isReversed: true)
    case .some(let now):
      let next = (now.column + 1..<contents.columns.count).first { naturalWidths[$0] > 0 }
      sorting = next.map { Sorting(column: $0, isReversed: false) }
    }
    let id = selectedRow?.id
    sort()
    visible = matching(filter?.text ?? "", among: order)
    select(id, in: context)
  }

  private mutating func sort() {
    order = Array(contents.rows.indices)
    guard let sorting else { return }
    let keys = contents.rows.map { row -> SortKey in
      row.cells.count > sorting.column ? SortKey(row.cells[sorting.column]) : SortKey(ListCell(""))
    }
    order.sort { a, b in
      if keys[a] == keys[b] { return a < b }
      return sorting.isReversed ? keys[b] < keys[a] : keys[a] < keys[b]
    }
  }
}
