import Testing

@testable import Interface

/// The editors against a plain string with a scalar offset: no lines, no caches, no cleverness.
private struct NaiveText {
  var text: String
  /// Scalars before the cursor; always at a grapheme boundary.
  var cursor: Int

  /// Scalar offsets of the grapheme boundaries.
  var boundaries: [Int] {
    var offset = 0
    return [0]
      + text.map {
        offset += $0.unicodeScalars.count; return offset
      }
  }

  private func boundary(atOrAfter offset: Int) -> Int {
    boundaries.first { $0 >= offset } ?? offset
  }

  mutating func replace(_ from: Int, _ to: Int, with new: String) {
    var scalars = Array(text.unicodeScalars)
    scalars.replaceSubrange(from..<to, with: Array(new.unicodeScalars))
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    text = String(view)
    cursor = boundary(atOrAfter: from + new.unicodeScalars.count)
  }

  mutating func insert(_ new: String) { replace(cursor, cursor, with: new) }

  mutating func left() { cursor = boundaries.last { $0 < cursor } ?? 0 }
  mutating func right() { cursor = boundaries.first { $0 > cursor } ?? cursor }

  mutating func backspace() {
    if let start = boundaries.last(where: { $0 < cursor }) { replace(start, cursor, with: "") }
  }

  mutating func delete() {
    if let end = boundaries.first(where: { $0 > cursor }) { replace(cursor, end, with: "") }
  }

  /// Text before and after the cursor.
  var halves: (before: String, after: String) {
    var before = String.UnicodeScalarView()
    before.append(contentsOf: text.unicodeScalars.prefix(cursor))
    var after = String.UnicodeScalarView()
    after.append(contentsOf: text.unicodeScalars.dropFirst(cursor))
    return (String(before), String(after))
  }

  mutating func toLineStart() {
    let before = Array(halves.before.unicodeScalars)
    cursor -= before.reversed().prefix { $0 != "\n" }.count
  }

  mutating func toLineEnd() {
    cursor += halves.after.unicodeScalars.prefix { $0 != "\n" }.count
  }
}

private func sameScalars(_ left: String, _ right: String) -> Bool {
  left.unicodeScalars.elementsEqual(right.unicodeScalars)
}

@Suite struct EditorPropertyTests {
  static let seeds: [UInt64] = Array(1...40)

  @Test(arguments: seeds) func theFieldKeepsTheTextAndTheCursorColumn(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let start = RandomText.make(5, lines: false, using: &generator)
    var editor = LineEditor(start)
    var naive = NaiveText(text: start, cursor: start.unicodeScalars.count)
    for step in 0..<250 {
      switch Int.random(in: 0..<12, using: &generator) {
      case 0...4:
        let piece = RandomText.make(1, lines: false, using: &generator)
        editor.paste(piece)
        naive.insert(piece)
      case 5:
        editor.handle(.backspace)
        naive.backspace()
      case 6:
        editor.handle(.delete)
        naive.delete()
      case 7:
        editor.handle(.left)
        naive.left()
      case 8:
        editor.handle(.right)
        naive.right()
      case 9:
        editor.handle(.home)
        naive.cursor = 0
      case 10:
        editor.handle(.control("e"))
        naive.cursor = naive.text.unicodeScalars.count
      default:
        let piece = RandomText.make(4, lines: false, using: &generator)
        editor.paste(piece)
        naive.insert(piece)
      }
      let columns = Int.random(in: 2...30, using: &generator)
      let visible = editor.visible(columns: columns)
      let before = naive.halves.before
      guard sameScalars(editor.text, naive.text), editor.cursor == before.count,
        editor.visible(columns: 100_000).cursorColumn == ColumnWidth.of(before),
        visible.cursorColumn < columns, ColumnWidth.of(visible.text) <= columns,
        isStretch(visible.text, of: naive.text)
      else {
        Issue.record("seed \(seed) step \(step): \(editor.text.debugDescription)")
        return
      }
    }
  }

  /// Whether the scalars of one text stand in the other, one after the other.
  private func isStretch(_ part: String, of whole: String) -> Bool {
    let part = Array(part.unicodeScalars)
    let whole = Array(whole.unicodeScalars)
    guard part.count <= whole.count else { return false }
    return (0...whole.count - part.count).contains {
      whole[$0..<$0 + part.count].elementsEqual(part)
    }
  }

  @Test(arguments: seeds) func theEditorKeepsTheTextAndTheCursorColumn(seed: UInt64) {
    var generator = SeededGenerator(seed: seed &+ 1000)
    let start = RandomText.make(60, lines: true, using: &generator)
    var editor = TextEditor(start)
    var naive = NaiveText(text: start, cursor: 0)
    for step in 0..<300 {
      switch Int.random(in: 0..<16, using: &generator) {
      case 0...3:
        let piece = RandomText.make(1, lines: false, using: &generator)
        editor.paste(piece)
        naive.insert(piece)
      case 4:
        let piece = RandomText.make(9, lines: true, using: &generator)
        editor.paste(piece)
        naive.insert(piece)
      case 5:
        editor.handle(.enter)
        naive.insert("\n")
      case 6, 7:
        editor.handle(.backspace)
        naive.backspace()
      case 8:
        editor.handle(.delete)
        naive.delete()
      case 9:
        editor.handle(.left)
        naive.left()
      case 10:
        editor.handle(.right)
        naive.right()
      case 11:
        editor.handle(.control("a"))
        naive.toLineStart()
      case 12:
        editor.handle(.control("e"))
        naive.toLineEnd()
      case 13:
        let columns = Int.random(in: 3...25, using: &generator)
        editor.resize(columns: columns, height: Int.random(in: 1...8, using: &generator))
      default:
        // Where a vertical move may go is checked by `problem`; the naive text follows.
        let keys: [Key] = [.up, .down, .pageUp, .pageDown, .home, .end]
        editor.handle(keys.randomElement(using: &generator) ?? .up)
        naive.cursor = scalars(before: editor)
      }
      if let problem = problem(editor, naive) {
        Issue.record("seed \(seed) step \(step): \(problem): \(naive.text.debugDescription)")
        return
      }
    }
  }

  private func scalars(before editor: TextEditor) -> Int {
    let lines = (0..<editor.cursorLine).map { editor.text(ofLine: $0).unicodeScalars.count + 1 }
    let prefix = editor.text(ofLine: editor.cursorLine).prefix(editor.cursorOffset)
    return lines.reduce(0, +) + prefix.unicodeScalars.count
  }

  private func problem(_ editor: TextEditor, _ naive: NaiveText) -> String? {
    let lines = naive.text.split(separator: "\n", omittingEmptySubsequences: false)
    if !sameScalars(editor.text, naive.text) { return "text \(editor.text.debugDescription)" }
    if editor.lineCount != lines.count { return "\(editor.lineCount) lines" }
    if editor.graphemeCount != lines.reduce(0, { $0 + $1.count }) { return "half characters" }
    if scalars(before: editor) != naive.cursor { return "cursor" }

    // A window as high as the text shows all rows; they join to the lines.
    let all = editor.layout(columns: editor.columns, height: 10_000)
    if all.top != 0 || all.rows.count != all.rowCount { return "rows missing" }
    if !sameScalars(all.rows.joined(), lines.joined()) { return "rows are not the text" }
    for row in all.rows where row.count > 1 && ColumnWidth.of(row) > editor.wrapColumns {
      return "row of \(ColumnWidth.of(row)) columns"
    }

    let layout = editor.layout(columns: editor.columns, height: editor.height)
    let shown = all.rows.dropFirst(layout.top).prefix(editor.height)
    if layout.rows != Array(shown) { return "window" }
    guard layout.rows.indices.contains(layout.cursor.row) else { return "cursor out of the window" }
    let lineText = editor.text(ofLine: editor.cursorLine)
    let rowsBefore = all.rows[..<(layout.top + layout.cursor.row)]
    let scalarsOfRowsBefore = rowsBefore.reduce(0) { $0 + $1.unicodeScalars.count }
    let lineStart = (0..<editor.cursorLine).reduce(0) {
      $0 + editor.text(ofLine: $1).unicodeScalars.count
    }
    let inRow = lineText.prefix(editor.cursorOffset).unicodeScalars
      .dropFirst(scalarsOfRowsBefore - lineStart)
    if layout.cursor.column != ColumnWidth.of(String(inRow)) { return "cursor column" }
    if !layout.rows[layout.cursor.row].unicodeScalars.starts(with: inRow) { return "cursor row" }
    return nil
  }

  @Test(arguments: seeds.prefix(20)) func undoGoesBackAndRedoForward(seed: UInt64) {
    var generator = SeededGenerator(seed: seed &+ 2000)
    let start = RandomText.make(20, lines: true, using: &generator)
    var editor = TextEditor(start)
    var texts = [start]
    for _ in 0..<60 {
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: editor.paste(RandomText.make(5, lines: true, using: &generator))
      case 1: editor.handle(.control("k"))
      case 2: editor.handle(.control("w"))
      case 3: editor.handle(.enter)
      default: editor.handle(.control("y"))
      }
      if !sameScalars(editor.text, texts[texts.count - 1]) { texts.append(editor.text) }
      editor.moveCursor(
        toLine: Int.random(in: 0...20, using: &generator),
        offset: Int.random(in: 0...20, using: &generator))
    }
    for text in texts.reversed().dropFirst() {
      editor.handle(.control("z"))
      #expect(sameScalars(editor.text, text), "seed \(seed)")
    }
    for text in texts.dropFirst() {
      editor.handle(.control("r"))
      #expect(sameScalars(editor.text, text), "seed \(seed)")
    }
  }
}
