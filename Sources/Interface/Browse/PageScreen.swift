import OrganizationLife
import Wording

/// What a page shows, derived from the ledger.
struct PageContents: Sendable {
  /// What stands on the first row of the screen.
  var title: String
  /// What stands at its right end.
  var status = ""
  /// The lines.
  var lines: [PanelLine]
  /// Where commands are looked up, innermost first.
  var scopes: [Scope] = [.page]
  /// What `change` opens.
  var change: FormRequest?
  /// What `change` opens where it leads to one field.
  var correction: Destination?
  /// The record that `history` and `withdraw` speak of.
  var record: Reference?
  /// Position in `lines` of the one that is in view when the page opens; nil for the first.
  var start: Int?
}

/// A page of lines, some of which lead on. Up and down go to the next line that leads somewhere if
/// it is in view, and scroll else.
public struct PageScreen: ScreenBehavior {
  /// What it shows.
  public private(set) var subject: PageSubject
  /// Where a search has found something on it.
  let place: FoundPlace?
  /// The row of what was found that one has come to.
  private var foundRow: Int?
  private(set) var contents = PageContents(title: "", lines: [])
  private(set) var rows: [Row] = []
  /// Position in `rows` of the first row shown.
  private(set) var top = 0
  /// Position in `contents.lines` of the selected line; nil while none is in view.
  private(set) var selected: Int?
  /// Whether the page has been scrolled to where it opens.
  private var hasStarted = false
  /// What the line is about that was selected last, so that the next page selects it as well.
  private var anchor = ""

  /// One row of a wrapped line.
  struct Row: Sendable {
    var line: Int
    var isFirst: Bool
    var spans: [Span]
  }

  /// A page. Its lines are derived by the refresh that follows when it is put on the stack.
  public init(_ subject: PageSubject, at place: FoundPlace? = nil) {
    self.subject = subject
    self.place = place
  }

  public func title(in context: Context) -> String { contents.title }
  public func status(in context: Context) -> String { contents.status }
  public func rowsBelow(in context: Context) -> Int {
    max(0, rows.count - top - height(in: context))
  }
  public var scopes: [Scope] {
    var scopes = contents.scopes
    if subject.hasPapers, let widest = scopes.popLast() { scopes += [.printable, widest] }
    return place == nil ? scopes : [.found] + scopes
  }
  public var acceptsText: Bool { false }

  // MARK: Commands

  public mutating func perform(_ action: Action, in context: Context) -> [Outcome]? {
    switch action {
    case .open:
      let seen = rows[top..<min(rows.count, top + height(in: context))]
      guard let selected, seen.contains(where: { $0.line == selected }),
        let destination = contents.lines[selected].destination
      else { return [] }
      return [.open(destination)]
    case .up: move(by: -1, in: context)
    case .down: move(by: 1, in: context)
    case .pageUp: scroll(to: top - (height(in: context) - 1), in: context)
    case .pageDown: scroll(to: top + (height(in: context) - 1), in: context)
    case .first: scroll(to: 0, in: context)
    case .last: scroll(to: rows.count, in: context, selectsLast: true)
    case .nextMember: return turn(by: 1, in: context)
    case .previousMember: return turn(by: -1, in: context)
    case .nextFound: return goToFound(by: 1, in: context)
    case .previousFound: return goToFound(by: -1, in: context)
    case .newEntry: return [.overlay(.choices(ChoiceBox.catalogTypes(in: context)))]
    case .change where contents.scopes.contains(.catalog) && contents.change == nil:
      return [.notice(Notice(.catalogEditByHand, .warning))]
    case .change:
      if let correction = contents.correction { return [.open(correction)] }
      return contents.change.map { [.open(.form($0))] }
    case .takeStep: return contents.change.map { [.open(.form($0))] }
    case .signMakeUp:
      guard case .makeUp(let absence) = subject else { return nil }
      return [.open(.form(.signMakeUp(absence)))]
    case .returnMatter: return matter.map { [.open(.form(.returnMatter($0)))] }
    case .closeMatter: return matter.map { [.open(.form(.closeMatter($0)))] }
    case .print: return subject.papers(in: context).map { [.effect(.findPapers($0))] }
    case .history: return contents.record.map { [.open(.page(.history($0)))] }
    case .withdraw: return withdraw()
    case .sign:
      guard let reference = subject.activity else { return nil }
      return [.open(.form(.sign(contents.record ?? reference)))]
    case .newRecord: return newRecord(in: context)
    case .newOrganization:
      guard case .organization(let id) = subject else { return nil }
      return [.open(.form(.newOrganization(parent: id)))]
    case .reportProblem: return reportProblem(in: context)
    case .recover: return [.notice(Notice(.settling)), .effect(.recover)]
    case .adopt: return adopt(in: context)
    case .dismiss: return dismiss(in: context)
    case .reload where subject == .verification:
      return [.notice(Notice(.verifying)), .effect(.verify)]
    case .answer:
      guard case .checklistItem(let id, let checklist, let item, nil) = subject else {
        return nil
      }
      return [.open(.form(.answer(id, checklist: checklist, item: item)))]
    default: return nil
    }
    return []
  }

  public mutating func refresh(in context: Context) {
    contents = PageContents.of(subject, in: context)
    let columns = max(1, context.session.size.columns - PageScreen.gutter)
    rows = contents.lines.enumerated().flatMap { number, line in
      line.rows(columns: columns).enumerated().map { part, spans in
        Row(line: number, isFirst: part == 0, spans: spans)
      }
    }
    let leading = contents.lines.indices.filter { contents.lines[$0].destination != nil }
    let same = leading.first { !anchor.isEmpty && contents.lines[$0].anchor == anchor }
    let kept = selected.flatMap { old in leading.min { abs($0 - old) < abs($1 - old) } }
    selected = same ?? kept ?? leading.first
    if !hasStarted, let start = contents.start {
      // A few lines before it tell where it stands.
      top = max(0, firstRow(of: start) - height(in: context) / 4)
      hasStarted = true
    }
    show(in: context)
    if foundRow == nil, let row = foundStart { comeTo(row, in: context) }
  }

  // MARK: What commands do

  /// The next row in which something was found; behind the last, the next record.
  private mutating func goToFound(by step: Int, in context: Context) -> [Outcome] {
    let from = foundRow ?? (step > 0 ? -1 : rows.count)
    guard let row = nextFound(after: from, by: step) else { return [.turnToFound(by: step)] }
    comeTo(row, in: context)
    return []
  }

  /// Scrolls to a row of what was found; a few rows before it tell where it stands.
  private mutating func comeTo(_ row: Int, in context: Context) {
    foundRow = row
    let height = height(in: context)
    if row < top || row >= top + height { top = max(0, row - height / 4) }
    top = min(top, max(0, rows.count - height))
    if leads(rows[row].line) { select(rows[row].line) }
  }

  /// The open matter that the page is about.
  var matter: Reference? {
    guard contents.scopes.contains(.matters) else { return nil }
    switch subject {
    case .matter(let reference): return reference
    case .record: return contents.record
    default: return nil
    }
  }

  /// Withdrawing speaks of records; people and organisations leave by a change.
  private func withdraw() -> [Outcome]? {
    switch subject {
    case .activity, .drawnRecord, .record, .matter, .visit:
      contents.record.map { [.open(.form(.withdraw($0)))] }
    default: nil
    }
  }

  private func newRecord(in context: Context) -> [Outcome]? {
    if contents.scopes.contains(.plan),
      let plan = context.archive?.ledger.plans.first(where: { $0.reference == contents.record }),
      let box = ChoiceBox.records(doing: plan, in: context)
    {
      return [.overlay(.choices(box))]
    }
    guard let reference = subject.activity,
      let activity = context.archive?.ledger.activity(reference)
    else { return nil }
    return [.open(.form(.newActivity(kind: activity.kind, organization: activity.organization)))]
  }

  private func reportProblem(in context: Context) -> [Outcome]? {
    if case .drawnRecord(let reference, _) = subject {
      guard context.archive?.ledger.activity(reference) != nil else {
        return [.notice(Notice(.withdrawnSinceDrawn, .warning))]
      }
      return [.open(.form(.newRecordFinding(reference, sample: "")))]
    }
    guard case .member(let id, _) = subject,
      let member = context.archive?.ledger.latest(id)
    else { return nil }
    let panel = selected.map { contents.lines[$0] }
    let line = panel.flatMap { MemberLine(of: $0) } ?? .identity
    // What the page has found by itself is what there is to say.
    let words = panel?.text.hasPrefix("! ") ?? false ? panel?.text.dropFirst(2) ?? "" : ""
    return [
      .open(
        .form(
          .newFinding(
            member.organization, about: id, line: line, words: String(words), sample: "")))
    ]
  }

  /// What stands on each line of a member's page, its rows joined.
  var memberLines: [(line: MemberLine, text: String)] {
    var found: [(line: MemberLine, text: String)] = []
    // The bars of the months say again what the numbers of the year do.
    for panel in contents.lines
    where panel.spans.first?.style == .label && panel.anchor != "months" {
      guard let line = MemberLine(anchor: panel.anchor) else { continue }
      let text = panel.spans.dropFirst().map(\.text).joined()
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if let same = found.firstIndex(where: { $0.line == line }) {
        found[same].text += " " + text
      } else {
        found.append((line, text))
      }
    }
    return found
  }

  /// The page of the member or the record drawn after or before this one; the line about the same
  /// thing stays selected.
  private mutating func turn(by step: Int, in context: Context) -> [Outcome]? {
    if case .drawnRecord(let reference, let among) = subject,
      let position = among.firstIndex(of: reference)
    {
      guard among.indices.contains(position + step) else {
        return [.notice(Notice(step > 0 ? .lastDrawn : .firstDrawn))]
      }
      subject = .drawnRecord(among[position + step], among: among)
      refresh(in: context)
      return []
    }
    guard case .member(let id, let among) = subject,
      let position = among.firstIndex(of: id)
    else { return nil }
    let next = position + step
    guard among.indices.contains(next) else {
      return [.notice(Notice(step > 0 ? .lastMember : .firstMember))]
    }
    subject = .member(among[next], among: among)
    // Where the next page has no line about that, none that was not chosen stands in its place.
    selected = nil
    refresh(in: context)
    return []
  }

  // MARK: Quarantine

  private func adopt(in context: Context) -> [Outcome]? {
    guard case .quarantined(let path) = subject else { return nil }
    guard let adoption = context.health?.adoption(at: path) else {
      return [.notice(Notice(.settledMeanwhile, .warning))]
    }
    switch adoption.outcome {
    case .empty, .faulty: return [.notice(Notice(adoption.phrase, .warning))]
    case .standing, .ready:
      let author = context.session.identity?.person.description ?? ""
      return [
        .overlay(
          .question(
            id: Self.adoptQuestion,
            adoption.outcome == .standing
              ? .settleQuestion : .adoptQuestion(adoption.missing.count, by: author)))
      ]
    }
  }

  private func dismiss(in context: Context) -> [Outcome]? {
    guard case .quarantined = subject else { return nil }
    return [.overlay(.question(id: Self.dismissQuestion, .dismissQuestion))]
  }

  private static let adoptQuestion = "adopt"
  private static let dismissQuestion = "dismiss"

  public mutating func receive(_ choice: OverlayChoice, in context: Context) -> [Outcome] {
    if case .chosen(ChoiceBox.catalogTypes, let types) = choice, let type = types.first {
      guard case .catalogEntry(let key, _) = subject else {
        return [.open(.form(.newCatalogEntry(type: type)))]
      }
      return [.open(.form(.newCatalogEntry(type: type, owner: key.owner(ofNew: type))))]
    }
    guard case .quarantined(let path) = subject else { return [] }
    switch choice {
    case .confirmed(Self.adoptQuestion):
      return [.notice(Notice(.settling)), .effect(.adopt(path: path))]
    case .confirmed(Self.dismissQuestion): return [.effect(.dismiss(path: path))]
    default: return []
    }
  }

  // MARK: Moving

  /// Columns on the left for the mark of lines that lead on.
  static let gutter = 2
  private func height(in context: Context) -> Int { max(1, context.session.bodyRows) }

  private func firstRow(of line: Int) -> Int {
    rows.firstIndex { $0.line == line } ?? 0
  }

  private mutating func select(_ line: Int) {
    selected = line
    anchor = contents.lines[line].anchor
  }

  private mutating func move(by step: Int, in context: Context) {
    let height = height(in: context)
    let seen = top..<min(rows.count, top + height)
    let inView = seen.filter { rows[$0].isFirst && leads(rows[$0].line) }.map { rows[$0].line }
    let current = selected.flatMap { inView.contains($0) ? $0 : nil }
    let next: Int?
    if let current {
      next = step > 0 ? inView.first { $0 > current } : inView.last { $0 < current }
    } else {
      next = step > 0 ? inView.first : inView.last
    }
    if let next { return select(next) }
    let moved = min(max(0, top + step), max(0, rows.count - height))
    guard moved != top else { return }
    top = moved
    // The row that came into view is selected if it leads somewhere.
    let entered = step > 0 ? min(rows.count, top + height) - 1 : top
    if rows[entered].isFirst, leads(rows[entered].line) { select(rows[entered].line) }
  }

  private func leads(_ line: Int) -> Bool { contents.lines[line].destination != nil }

  private mutating func scroll(
    to row: Int, in context: Context, selectsLast: Bool = false
  ) {
    let height = height(in: context)
    let end = max(0, rows.count - height)
    let isAtEdge = min(max(0, row), end) == top
    let isDown = row > top || selectsLast
    top = min(max(0, row), end)
    let inView = rows[top..<min(rows.count, top + height)]
      .filter { $0.isFirst && leads($0.line) }.map(\.line)
    let edge = isDown && (isAtEdge || selectsLast) ? inView.last : inView.first
    if let edge, isAtEdge || selectsLast || row == 0 || !inView.contains(selected ?? -1) {
      select(edge)
    }
  }

  /// Scrolls as little as shows the selected line.
  private mutating func show(in context: Context) {
    let height = height(in: context)
    top = min(top, max(0, rows.count - height))
    guard let selected else { return }
    let first = firstRow(of: selected)
    let last = rows.lastIndex { $0.line == selected } ?? first
    if last >= top + height { top = last - height + 1 }
    if first < top { top = first }
  }

  // MARK: Drawing

  public func draw(on frame: inout Frame, area: Area, in context: Context) -> Position {
    var cursor = Position(row: area.top, column: area.left)
    let right = area.left + area.columns
    for offset in 0..<max(0, min(area.rows, rows.count - top)) {
      let row = rows[top + offset]
      let screenRow = area.top + offset
      let isSelected = row.line == selected
      if isSelected {
        frame.fill(row: screenRow, from: area.left, to: right, style: .selected)
      }
      if row.isFirst, leads(row.line) {
        frame.put(
          isSelected ? ">" : "-", row: screenRow, column: area.left,
          style: isSelected ? .selected : .dim)
        if isSelected { cursor = Position(row: screenRow, column: area.left) }
      }
      let spans = marked(row.spans)
      if spans.contains(where: { $0.style == .found }) {
        frame.put("*", row: screenRow, column: area.left + 1, style: .strong)
      }
      if top + offset == foundRow { cursor = Position(row: screenRow, column: area.left + 1) }
      frame.put(
        spans, row: screenRow, column: area.left + PageScreen.gutter, limit: right,
        overriding: isSelected ? .selected : nil)
    }
    return cursor
  }
}
