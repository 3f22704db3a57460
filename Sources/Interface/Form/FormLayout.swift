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

  var rows: [[Piece]] = [[]]
  var anchors: [Anchor] = []
  /// Row and column of the cursor among the rows.
  var cursor = Position(row: 0, column: 0)
  /// Rows that stay at the bottom: what to enter here, what is missing.
  var footer: [(text: String, style: Style)] = []

  let columns: Int
  let screen: FormScreen
  let language: Language
  var column = 0

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

  func piece(_ text: String, _ column: Int, _ style: Style, _ width: Int? = nil) -> Piece {
    Piece(text: text, column: column, style: style, width: width)
  }

  mutating func newRow() {
    if column > 0 || !rows[rows.count - 1].isEmpty { rows.append([]) }
    column = 0
  }

  mutating func putRow(_ pieces: [Piece]) {
    newRow()
    rows[rows.count - 1] = pieces
    column = columns
  }

  func isFocused(_ index: Int) -> Bool { screen.current.focus == index }

  func fault(_ field: FormField) -> FormScreen.PlacedFault? {
    screen.faults.first {
      $0.item == screen.openItem && $0.field == field.spec.id && $0.seat == nil
    }
  }

  /// The mark before a field: `>` where the cursor is, `!` where something is wrong.
  func mark(_ index: Int, _ field: FormField) -> Piece {
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
