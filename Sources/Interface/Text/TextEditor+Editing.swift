extension TextEditor {
  /// Inserts text of any number of lines at the cursor as one step that can be undone. Line ends
  /// become `\n`, a tab two blanks; other controls are dropped.
  public mutating func paste(_ text: String) {
    insert(PastedText.lines(text), kind: .other)
  }

  /// The ASCII letters right before the cursor: what the writer typed of a speaker's name.
  public func completionPrefix() -> String {
    let characters = lines[cursor.line].graphemes.characters
    var start = cursor.offset
    while start > 0 && characters[start - 1].isASCII && characters[start - 1].isLetter {
      start -= 1
    }
    return String(characters[start..<cursor.offset])
  }

  /// Puts `text` in place of `completionPrefix()`.
  public mutating func replaceCompletion(with text: String) {
    let start = Place(line: cursor.line, offset: cursor.offset - completionPrefix().count)
    replace(from: start, to: cursor, with: PastedText.lines(text), kind: .other)
  }

  /// Replaces the whole text as one step that can be undone, as after an external editor. The
  /// cursor stays on its line as far as there is one.
  public mutating func replaceAll(with text: String) {
    let before = cursor
    replace(from: Place(line: 0, offset: 0), to: endOfText, with: text, kind: .other)
    moveCursor(toLine: before.line, offset: before.offset)
  }

  mutating func insert(_ text: String, kind: History.Kind) {
    guard !text.isEmpty else { return }
    replace(from: cursor, to: cursor, with: text, kind: kind)
  }

  mutating func remove(from start: Place, to end: Place, kind: History.Kind) {
    guard start < end else { return }
    replace(from: start, to: end, with: "", kind: kind)
  }

  mutating func kill(from start: Place, to end: Place, forward: Bool) {
    guard start < end else { return }
    let text = self.text(from: start, to: end)
    killed = isKilling ? (forward ? killed + text : text + killed) : text
    remove(from: start, to: end, kind: .other)
    isKilling = true
  }

  func text(from start: Place, to end: Place) -> String {
    (start.line...end.line).map { number in
      let graphemes = lines[number].graphemes
      let lower = number == start.line ? start.offset : 0
      let upper = number == end.line ? end.offset : graphemes.count
      return graphemes.text(in: lower..<upper)
    }.joined(separator: "\n")
  }

  /// The one change: puts `text` in place of what stands between two places, wraps the lines
  /// touched, records the step, moves the cursor after the text.
  private mutating func replace(
    from start: Place, to end: Place, with text: String, kind: History.Kind
  ) {
    var inserted = TextEditor.split(text)
    let tail = lines[end.line].graphemes
    let tailText = tail.text(in: end.offset..<tail.count)
    let headText = lines[start.line].graphemes.text(in: 0..<start.offset)
    let last = inserted.count - 1
    let lastText = (last == 0 ? headText : "") + inserted[last].text
    if last > 0 { inserted[0] = GraphemeLine(headText + inserted[0].text) }
    inserted[last] = GraphemeLine(lastText + tailText)
    let after = Place(
      line: start.line + last,
      offset: inserted[last].offset(atScalar: lastText.unicodeScalars.count))

    let new = inserted.map { WrappedLine($0, columns: wrapColumns) }
    history.record(
      Change(
        firstLine: start.line, old: Array(lines[start.line...end.line]), new: new,
        before: cursor, after: after, kind: kind))
    lines.replaceSubrange(start.line...end.line, with: new)
    cursor = after
    goalColumn = nil
    isAtRowEnd = false
    scrollToCursor()
  }
}
