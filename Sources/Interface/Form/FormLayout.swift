import OrganizationLife
import Wording

/// The rows of a form at a width: labels and values in flow, the roster's grid, the items, and
/// where the cursor can stand.
struct FormLayout {
  /// A piece of text in a row.
  struct Piece: Hashable {
    var text: String
    var column: Int
    var style: Style
    var width: Int?
  }

  /// A place that the cursor can reach: a field, a seat of the roster, an item.
  struct Anchor: Hashable {
    var field: Int
    var part: Int
    var row: Int
    var column: Int
  }

  private(set) var rows: [[Piece]] = [[]]
  private(set) var anchors: [Anchor] = []
  /// Row and column of the cursor among the rows.
  private(set) var cursor = Position(row: 0, column: 0)
  /// Rows that stay at the bottom: what to enter here, what is missing.
  private(set) var footer: [(text: String, style: Style)] = []

  private let columns: Int
  private let screen: FormScreen
  private let language: Language
  private var column = 0

  init(_ screen: FormScreen, columns: Int, in context: Context) {
    self.columns = max(20, columns)
    self.screen = screen
    language = context.session.language
    build()
    addFooter()
  }

  // MARK: Scrolling and finding

  /// The first row to show so that the cursor is seen, moved as little as possible.
  func scrolled(from top: Int, height: Int) -> Int {
    let last = max(0, rows.count - height)
    // The row above the cursor stays in sight, and so does the top of the form.
    let highest = max(0, cursor.row - 1)
    let lowest = cursor.row - height + 1
    return min(last, max(0, max(lowest, min(top, highest))))
  }

  /// Where the screen's cursor stands.
  func anchor(of screen: FormScreen) -> Anchor? {
    let page = screen.current
    let part: Int
    switch page.focused?.value {
    case .roster(let roster): part = roster.focus
    case .items(let list): part = list.selected
    default: part = 0
    }
    return anchors.first { $0.field == page.focus && $0.part == part }
      ?? anchors.first { $0.field == page.focus }
  }

  /// The place of a row that is nearest to a column.
  func nearest(toColumn column: Int, inRow row: Int?) -> Anchor? {
    anchors.filter { $0.row == row }.min {
      (abs($0.column - column), $0.column) < (abs($1.column - column), $1.column)
    }
  }

  // MARK: Building

  private mutating func build() {
    let page = screen.current
    for note in screen.openItem == nil ? screen.derived.notes : [] {
      for line in note.wrapped(toColumns: columns - 2) { putRow([piece(String(line), 1, .dim)]) }
    }
    var vote = 0
    for index in page.fields.indices {
      let field = page.fields[index]
      if vote > 0, field.spec.vote != vote {
        putVoteResult(vote, page, isLast: field.spec.vote == nil)
        vote = 0
      }
      if let number = field.spec.vote, field.spec.kind != .hidden, number != vote {
        vote = number
        newRow()
      }
      switch field.spec.kind {
      case .hidden: continue
      case .shown: putShown(field)
      case .longText: putLong(index, field)
      case .attendance: putRoster(index, page)
      case .items: putItems(index, page)
      default: putShort(index, field)
      }
      if let number = field.spec.vote, field.spec.id == "VoteAbstain\(number)" {
        putCandidateResult(number, page)
      }
    }
    if vote > 0 { putVoteResult(vote, page, isLast: true) }
    newRow()
    if rows.count > 1, rows[rows.count - 1].isEmpty { rows.removeLast() }
  }

  private func piece(_ text: String, _ column: Int, _ style: Style, _ width: Int? = nil) -> Piece {
    Piece(text: text, column: column, style: style, width: width)
  }

  private mutating func newRow() {
    if column > 0 || !rows[rows.count - 1].isEmpty { rows.append([]) }
    column = 0
  }

  private mutating func putRow(_ pieces: [Piece]) {
    newRow()
    rows[rows.count - 1] = pieces
    column = columns
  }

  private func isFocused(_ index: Int) -> Bool { screen.current.focus == index }

  private func fault(_ field: FormField) -> FormScreen.PlacedFault? {
    screen.faults.first {
      $0.item == screen.openItem && $0.field == field.spec.id && $0.seat == nil
    }
  }

  /// The mark before a field: `>` where the cursor is, `!` where something is wrong.
  private func mark(_ index: Int, _ field: FormField) -> Piece {
    let hasFault = fault(field) != nil
    return piece(
      isFocused(index) ? ">" : hasFault ? "!" : " ", column,
      isFocused(index) ? .selected : hasFault ? .bad : .normal, 1)
  }

  private mutating func putShort(_ index: Int, _ field: FormField) {
    guard case .line(let editor) = field.value else { return }
    let label = field.spec.label(language)
    let labelWidth = ColumnWidth.of(label)
    let content = ColumnWidth.of(editor.text)
    let room = max(4, columns - 2 - labelWidth - 1)
    let width = min(max(field.spec.columns, content + 1), room)
    if field.spec.startsRow || column + 2 + labelWidth + width >= columns { newRow() }
    let row = rows.count - 1
    let start = column + 2 + labelWidth
    rows[row].append(mark(index, field))
    rows[row].append(piece(label, column + 1, .label))
    anchors.append(Anchor(field: index, part: 0, row: row, column: start))
    if isFocused(index) {
      let visible = editor.visible(columns: width)
      let isReplaced = screen.isFresh && screen.isReplacedByTyping(field.spec) && content > 0
      rows[row].append(piece(visible.text, start, isReplaced ? .selected : .active, width))
      cursor = Position(row: row, column: start + visible.cursorColumn)
    } else if content == 0 {
      var blank = String(repeating: "_", count: min(width, 10))
      if field.spec.id.hasPrefix("VoteAbstain"), let number = field.spec.vote,
        let count = screen.suggestedAbstentions(vote: number)
      {
        blank = "\(count)?"
      }
      rows[row].append(piece(blank, start, .dim))
    } else {
      let style: Style = fault(field) == nil ? .normal : .bad
      rows[row].append(piece(editor.text.elided(toColumns: width), start, style, width))
    }
    column = start + width + 1
  }

  private mutating func putShown(_ field: FormField) {
    let label = field.spec.label(language)
    let start = 2 + ColumnWidth.of(label)
    for (number, line) in field.text.wrapped(toColumns: max(10, columns - start - 1)).enumerated() {
      putRow(
        (number == 0 ? [piece(label, 1, .label)] : []) + [piece(String(line), start, .normal)])
    }
  }

  private mutating func putLong(_ index: Int, _ field: FormField) {
    guard case .long(let editor) = field.value else { return }
    newRow()
    let row = rows.count - 1
    rows[row].append(mark(index, field))
    let label = field.spec.label(language)
    rows[row].append(piece(label, 1, .label))
    let start = 2 + ColumnWidth.of(label)
    var text = Phrase.linesOfText(editor.lineCount)(language)
    if editor.isEmpty {
      text = Phrase.emptyText(language)
    } else {
      let first = (0..<editor.lineCount).lazy.map { editor.text(ofLine: $0).trimmed }
        .first { !$0.isEmpty }
      text += "  " + (first ?? "")
    }
    rows[row].append(
      piece(
        text.elided(toColumns: columns - start - 1), start,
        isFocused(index) ? .active : editor.isEmpty ? .dim : .normal,
        isFocused(index) ? columns - start - 1 : nil))
    anchors.append(Anchor(field: index, part: 0, row: row, column: start))
    if isFocused(index) { cursor = Position(row: row, column: start) }
    column = columns
  }

  // MARK: The roster

  private mutating func putRoster(_ index: Int, _ page: FormPage) {
    guard let roster = page.roster else { return }
    newRow()
    if let turnout = screen.derived.turnout {
      // Before anybody is ticked there is nothing to judge; of several sittings the whole is judged.
      let isJudged = !roster.marks.isEmpty && screen.derived.whole == nil
      let verdict = isJudged ? screen.derived.verdict : nil
      let line = Phrase.rosterNumbers(
        turnout, screen.derived.denominators, unmarked: roster.unmarkedCount, verdict: verdict)(
          language)
      for part in packed(line) { putRow([piece(part, 1, style(of: verdict))]) }
      if let whole = screen.derived.whole {
        let line = Phrase.sittingsNumbers(whole.turnout, screen.derived.verdict)(language)
        for part in packed(line) { putRow([piece(part, 1, style(of: screen.derived.verdict))]) }
      }
      for verdict in roster.marks.isEmpty ? [] : screen.derived.itemVerdicts.prefix(3) {
        let phrase = Phrase.itemVerdict(verdict.items, verdict.category, verdict.verdict)
        for part in packed(phrase(language)) {
          putRow([piece(part, 1, style(of: verdict.verdict))])
        }
      }
    }
    if let round = screen.derived.appraisal, !round.grades.isEmpty {
      let isBeyond = round.members(.excellent).count > round.mostExcellent
      for part in packed(Phrase.grades(of: round)(language)) {
        putRow([piece(part, 1, isBeyond ? .warning : .normal)])
      }
    }
    if roster.seats.isEmpty {
      putRow([mark(index, page.fields[index]), piece(Phrase.rosterEmpty(language), 1, .dim)])
      anchors.append(Anchor(field: index, part: 0, row: rows.count - 1, column: 1))
      if isFocused(index) { cursor = Position(row: rows.count - 1, column: 1) }
      return
    }
    let grid = RosterGrid(
      roster, columns: columns - 1, extraLabel: Phrase.notOnRoll(language),
      language: language)
    for row in grid.rows {
      newRow()
      let number = rows.count - 1
      if !row.label.isEmpty { rows[number].append(piece(row.label, 1, .label)) }
      for cell in row.cells { putSeat(cell, roster, index, row: number) }
      column = columns
    }
  }

  /// The text in rows that break at blanks alone.
  private func packed(_ text: String) -> [String] {
    var rows: [String] = []
    for word in text.split(separator: " ") {
      if let last = rows.last,
        ColumnWidth.of(last) + 1 + ColumnWidth.of(word) <= columns - 2
      {
        rows[rows.count - 1] = "\(last) \(word)"
      } else {
        rows.append(String(word))
      }
    }
    return rows
  }

  private func style(of verdict: LiveVerdict?) -> Style {
    switch verdict {
    case .noQuorum: .bad
    case .mayVoteCannotPass: .warning
    case .mayVote: .good
    case nil: .normal
    }
  }

  private mutating func putSeat(
    _ cell: RosterGrid.Cell, _ roster: Roster, _ index: Int, row: Int
  ) {
    let isHere = isFocused(index) && roster.focus == cell.seat
    let hasFault = screen.faults.contains { $0.seat == cell.seat && $0.item == nil }
    let style: Style
    switch roster.mark(cell.seat).presence {
    case _ where isHere: style = .selected
    case _ where hasFault: style = .bad
    case .unmarked: style = .dim
    case .present, .video: style = .normal
    case .absent, .excluded: style = .warning
    }
    let mark = isHere ? ">" : hasFault ? "!" : " "
    rows[row].append(
      piece(mark, cell.column, isHere ? .selected : hasFault ? .bad : .normal, 1))
    rows[row].append(piece(cell.text, cell.column + 1, style))
    anchors.append(Anchor(field: index, part: cell.seat, row: row, column: cell.column))
    if isHere { cursor = Position(row: row, column: cell.column + 1) }
  }

  /// Everything about the person on whom the cursor stands.
  private func detail(of roster: Roster) -> String {
    guard roster.seats.indices.contains(roster.focus) else { return "" }
    let seat = roster.seats[roster.focus]
    let mark = roster.mark(roster.focus)
    var parts = [seat.person.name]
    if seat.isProbationary { parts.append(Phrase.probationary(language)) }
    parts.append(
      Phrase.attendanceState(roster.word(roster.focus, language), reason: mark.reason)(language))
    if !mark.approver.isEmpty {
      parts.append(Phrase.absenceApprovedBy(Person(mark.approver).name)(language))
    }
    return parts.joined(separator: " · ")
  }

  // MARK: Items

  private mutating func putItems(_ index: Int, _ page: FormPage) {
    guard let list = page.items else { return }
    newRow()
    let label = page.fields[index].spec.label(language)
    let start = 2 + ColumnWidth.of(label)
    for number in list.pages.indices { putItem(number, list, index, start: start) }
    newRow()
    let row = rows.count - 1
    let isHere = isFocused(index) && list.selected >= list.pages.count
    rows[row].append(piece(isHere ? ">" : " ", start - 1, isHere ? .selected : .normal, 1))
    rows[row].append(piece(Phrase.addItemRow(label)(language), start, isHere ? .selected : .dim))
    anchors.append(Anchor(field: index, part: list.pages.count, row: row, column: start))
    if isHere { cursor = Position(row: row, column: start) }
    column = columns
    rows[list.pages.isEmpty ? row : row - list.pages.count].insert(
      piece(label, 1, .label), at: 0)
  }

  private mutating func putItem(_ number: Int, _ list: ItemList, _ index: Int, start: Int) {
    newRow()
    let row = rows.count - 1
    let item = list.pages[number]
    let isHere = isFocused(index) && list.selected == number
    let hasFault = screen.faults.contains { $0.item == number }
    let ordinal = screen.heldItems.firstIndex(of: number).map { "\($0 + 1)" } ?? "-"
    var left = "\(ordinal) \(item.text("ItemKind"))".trimmed + " " + item.text("Item")
    var right: [(String, Style)] = []
    for vote in stride(from: 1, through: item.voteCount, by: 1) {
      if let summary = voteSummary(vote, item) { right.append(summary) }
    }
    if item.isOffered {
      right.append((Phrase.offeredItem(language), .dim))
    } else if let field = item.fields.first(where: { $0.spec.name == "Minutes" }),
      case .long(let editor) = field.value, !editor.isEmpty
    {
      right.append((Phrase.minutesLines(editor.lineCount)(language), .dim))
    }
    let rightWidth = right.reduce(0) { $0 + ColumnWidth.of($1.0) + 2 }
    let room = columns - start - 1
    if rightWidth + 12 > room, right.count > 1 { right = [right[0]] }
    let used = right.reduce(0) { $0 + ColumnWidth.of($1.0) + 2 }
    left = left.elided(toColumns: max(8, room - used))
    rows[row].append(
      piece(
        isHere ? ">" : hasFault ? "!" : " ", start - 1,
        isHere ? .selected : hasFault ? .bad : .normal, 1))
    rows[row].append(piece(left, start, isHere ? .selected : item.isOffered ? .dim : .normal))
    var at = start + ColumnWidth.of(left) + 2
    for (position, part) in right.enumerated() {
      let width = ColumnWidth.of(part.0)
      if position == right.count - 1, part.1 == .dim { at = max(at, columns - 1 - width) }
      rows[row].append(piece(part.0, at, part.1))
      at += width + 2
    }
    anchors.append(Anchor(field: index, part: number, row: row, column: start))
    if isHere { cursor = Position(row: row, column: start) }
    column = columns
  }

  /// `无记名 赞成11 不赞成0 弃权1 通过`
  private func voteSummary(_ number: Int, _ item: FormPage) -> (String, Style)? {
    guard let vote = item.vote(number, screen.derived.input),
      let ledger = screen.derived.ledger, let activity = screen.derived.activity
    else { return nil }
    let outcome = ledger.outcome(
      of: vote, in: FormScreen.item(item, screen.derived.input), of: activity, kind: screen.kind)
    return (Phrase.voteSummary(vote, outcome)(language), outcome.passed ? .good : .bad)
  }

  /// Below a vote what came of it; below the last candidate of an election that of the whole.
  private mutating func putVoteResult(_ number: Int, _ page: FormPage, isLast: Bool) {
    let isElection = page.category(ofVote: number) == .election
    if isElection, !isLast { return }
    let result =
      isElection ? screen.electionSummary(of: page) : screen.result(ofVote: number, in: page)
    guard let (phrase, style) = result else { return }
    for part in packed(phrase(language)) { putRow([piece(part, 1, style)]) }
  }

  /// Behind a candidate's numbers what came of them.
  private mutating func putCandidateResult(_ number: Int, _ page: FormPage) {
    guard page.category(ofVote: number) == .election,
      let (phrase, style) = screen.result(ofVote: number, in: page)
    else { return }
    let text = phrase(language)
    let width = ColumnWidth.of(text)
    if column + 1 + width >= columns { newRow() }
    rows[rows.count - 1].append(piece(text, column + 1, style))
    column += width + 2
  }

  // MARK: Footer

  private mutating func addFooter() {
    let page = screen.current
    if case .roster(let roster) = page.focused?.value, !roster.seats.isEmpty {
      // Which digit is which reason has to be in sight, however long the roster is.
      footer.append((" \(detail(of: roster))".elided(toColumns: columns - 1), .dim))
      for part in packed(Phrase.attendanceDigits(Roster.reasons)(language)) {
        footer.append((" \(part)", .hint))
      }
    }
    if let field = page.focused {
      let seat = page.roster?.focus
      let fault = screen.faults.first {
        $0.item == screen.openItem && $0.field == field.spec.id
          && ($0.seat == nil || $0.seat == seat)
      }
      if let fault {
        footer.append((" \(fault.phrase(language))", .bad))
      } else if let suggestion = suggestion(field) {
        footer.append((" \(suggestion)", .hint))
      } else if let remark = screen.remarkAtFocus {
        addRemark(remark)
      } else if field.isEmpty, field.spec.kind != .attendance, let hint = field.spec.hint {
        footer.append((" \(hint(language))", .hint))
      }
    }
    if !screen.derived.missing.isEmpty {
      let list = screen.derived.missing.map { $0(language) }
      let text = Phrase.stillMissing(list)(language)
      footer.append((" \(text)".elided(toColumns: columns - 1), .warning))
    }
    let said = screen.remarksHere.filter { $0.tone != .missing }
    let here = screen.remarkAtFocus
    if let first = said.first(where: { $0 != here }) {
      let tail = Phrase.remarksKey(said.count)(language)
      let room = columns - 2 - ColumnWidth.of(tail)
      footer.append(
        (" \(first.phrase(language).elided(toColumns: room))\(tail)", style(of: first)))
    }
  }

  /// What is said about the field on which the cursor stands, in two rows at most.
  private mutating func addRemark(_ remark: Remark) {
    let lines = remark.whole(language).wrapped(toColumns: columns - 2).map { String($0) }
    for line in lines.prefix(2) { footer.append((" \(line)", style(of: remark))) }
  }

  private func style(of remark: Remark) -> Style { remark.tone == .fault ? .bad : .warning }

  private func suggestion(_ field: FormField) -> String? {
    guard field.spec.id.hasPrefix("VoteAbstain"), field.isEmpty, let number = field.spec.vote,
      let count = screen.suggestedAbstentions(vote: number)
    else { return nil }
    return Phrase.abstentionsLeft(count)(language)
  }
}

extension FormScreen {
  /// Draws the form or the open text; gives the cursor's place.
  public func draw(on frame: inout Frame, area: Area, in context: Context) -> Position {
    if case .pasteRoster = request {
      return drawPasted(on: &frame, area: area, in: context)
    }
    if isWriting { return drawText(on: &frame, area: area, in: context) }
    let layout = FormLayout(self, columns: area.columns, in: context)
    let height = max(1, area.rows - layout.footer.count)
    let top = layout.scrolled(from: scroll, height: height)
    for row in 0..<height where layout.rows.indices.contains(top + row) {
      for piece in layout.rows[top + row] {
        frame.put(
          piece.text, row: area.top + row, column: area.left + piece.column, style: piece.style,
          width: piece.width)
      }
    }
    for (number, line) in layout.footer.enumerated() {
      frame.put(
        line.text, row: area.top + height + number, column: area.left, style: line.style,
        width: area.columns)
    }
    return Position(
      row: area.top + layout.cursor.row - top, column: area.left + layout.cursor.column)
  }
}
