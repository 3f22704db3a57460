extension TextEditor {
  /// Does what the key means in long text; false if it means nothing here (Tab, Escape, function
  /// keys ...).
  ///
  /// Arrows, PgUp and PgDn; Home and End of the row, Ctrl-A and Ctrl-E of the line, Ctrl-Home
  /// and Ctrl-End (Alt-< and Alt->) of the text; Ctrl-B/F/P/N as arrows; Alt-B and Alt-F (Ctrl-Left
  /// and Ctrl-Right) by word; Enter; Backspace, Del/Ctrl-D; Ctrl-K cuts to the end of the line or
  /// the line end itself, Ctrl-U to the start, Ctrl-W and Alt-D a word, Ctrl-Y puts back; Ctrl-Z
  /// and Ctrl-_ undo, Ctrl-R does again.
  @discardableResult
  public mutating func handle(_ key: Key) -> Bool {
    let wasKilling = isKilling
    isKilling = false
    if edit(key) { return true }
    isKilling = wasKilling
    if kill(key) { return true }
    isKilling = false
    return move(key)
  }

  private mutating func edit(_ key: Key) -> Bool {
    switch key {
    case .character(let character):
      insert(PastedText.lines(String(character)), kind: .typing)
      // A phrase is one step to undo, not a whole page.
      if character.isPunctuation || character.isWhitespace { history.endGroup() }
    case .enter: insert("\n", kind: .other)
    case .backspace: remove(from: placeBefore(cursor), to: cursor, kind: .deleting)
    case .delete, .control("d"): remove(from: cursor, to: placeAfter(cursor), kind: .deleting)
    case .control("y"): insert(killed, kind: .other)
    case .control("z"), .control("_"): undo()
    case .control("r"): redo()
    default: return false
    }
    return true
  }

  private mutating func kill(_ key: Key) -> Bool {
    let graphemes = lines[cursor.line].graphemes
    switch key {
    case .control("k"):
      let lineEnd = Place(line: cursor.line, offset: graphemes.count)
      kill(from: cursor, to: cursor == lineEnd ? placeAfter(cursor) : lineEnd, forward: true)
    case .control("u"):
      kill(from: Place(line: cursor.line, offset: 0), to: cursor, forward: false)
    case .control("w"), .altKey(.backspace):
      kill(from: wordStart(before: cursor), to: cursor, forward: false)
    case .alt("d"): kill(from: cursor, to: wordEnd(after: cursor), forward: true)
    default: return false
    }
    return true
  }

  private mutating func move(_ key: Key) -> Bool {
    switch key {
    case .left, .control("b"): place(placeBefore(cursor))
    case .right, .control("f"): place(placeAfter(cursor))
    case .up, .control("p"): moveVertically(by: -1)
    case .down, .control("n"): moveVertically(by: 1)
    case .pageUp: page(by: -1)
    case .pageDown: page(by: 1)
    case .home: place(Place(line: cursor.line, offset: cursorRow.lowerBound))
    case .end: moveToRowEnd()
    case .control("a"): place(Place(line: cursor.line, offset: 0))
    case .control("e"):
      place(Place(line: cursor.line, offset: lines[cursor.line].graphemes.count))
    case .controlKey(.home), .alt("<"): place(Place(line: 0, offset: 0))
    case .controlKey(.end), .alt(">"): place(endOfText)
    case .alt("b"), .controlKey(.left), .altKey(.left): place(wordStart(before: cursor))
    case .alt("f"), .controlKey(.right), .altKey(.right): place(wordEnd(after: cursor))
    default: return false
    }
    return true
  }

  private func placeBefore(_ place: Place) -> Place {
    if place.offset > 0 { return Place(line: place.line, offset: place.offset - 1) }
    guard place.line > 0 else { return place }
    return Place(line: place.line - 1, offset: lines[place.line - 1].graphemes.count)
  }

  private func placeAfter(_ place: Place) -> Place {
    if place.offset < lines[place.line].graphemes.count {
      return Place(line: place.line, offset: place.offset + 1)
    }
    return place.line + 1 < lines.count ? Place(line: place.line + 1, offset: 0) : place
  }

  private func wordStart(before place: Place) -> Place {
    guard place.offset > 0 else { return placeBefore(place) }
    let start = lines[place.line].graphemes.wordStart(before: place.offset)
    return Place(line: place.line, offset: start)
  }

  private func wordEnd(after place: Place) -> Place {
    let graphemes = lines[place.line].graphemes
    guard place.offset < graphemes.count else { return placeAfter(place) }
    return Place(line: place.line, offset: graphemes.wordEnd(after: place.offset))
  }
}
