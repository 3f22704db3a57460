/// The rows of a text editor in its window.
public struct TextLayout: Hashable, Sendable {
  /// The rows shown, at most as many as the window has.
  public var rows: [String]
  /// The cursor, counted from the first row shown.
  public var cursor: Position
  /// Number of the first row shown among all rows.
  public var top: Int
  /// Number of all rows.
  public var rowCount: Int
}

extension TextEditor {
  /// Fits the text to a window; call when the editor opens and when the terminal has a new size,
  /// because vertical moves go by rows of the window.
  public mutating func resize(columns: Int, height: Int) {
    let columns = max(2, columns)
    let height = max(1, height)
    if columns != self.columns {
      let place = Place(line: topLine, offset: lines[topLine].rowStarts[topRow])
      isAtRowEnd = false
      goalColumn = nil
      self.columns = columns
      for number in lines.indices {
        lines[number] = WrappedLine(lines[number].graphemes, columns: wrapColumns)
      }
      topRow = rowNumber(of: place)
    }
    self.height = height
    scrollToCursor()
  }

  /// The rows to draw in a window. Fast when the window is the one last given to `resize`.
  public func layout(columns: Int, height: Int) -> TextLayout {
    var editor = self
    if columns != self.columns || height != self.height {
      editor.resize(columns: columns, height: height)
    }
    return editor.presentLayout()
  }

  private func presentLayout() -> TextLayout {
    var rows: [String] = []
    var line = topLine
    var row = topRow
    while rows.count < height && line < lines.count {
      rows.append(lines[line].graphemes.text(in: range(ofRow: row, line: line)))
      row += 1
      if row == lines[line].rowStarts.count {
        line += 1
        row = 0
      }
    }
    let top = rowsBefore(line: topLine) + topRow
    let cursorRow = rowsBefore(line: cursor.line) + rowNumber(of: cursor)
    return TextLayout(
      rows: rows, cursor: Position(row: cursorRow - top, column: cursorColumn),
      top: top, rowCount: rowsBefore(line: lines.count))
  }

  private func rowsBefore(line: Int) -> Int {
    lines[..<line].reduce(0) { $0 + $1.rowStarts.count }
  }

  private func range(ofRow row: Int, line: Int) -> Range<Int> {
    let starts = lines[line].rowStarts
    let end = row + 1 < starts.count ? starts[row + 1] : lines[line].graphemes.count
    return starts[row]..<end
  }

  /// The row of its line in which the place stands.
  private func rowNumber(of place: Place) -> Int {
    let starts = lines[place.line].rowStarts
    let row = (starts.firstIndex { $0 > place.offset } ?? starts.count) - 1
    let isAfterRow = isAtRowEnd && place == cursor && row > 0 && starts[row] == place.offset
    return isAfterRow ? row - 1 : row
  }

  /// Offsets of the row in which the cursor stands.
  var cursorRow: Range<Int> {
    range(ofRow: rowNumber(of: cursor), line: cursor.line)
  }

  private var cursorColumn: Int {
    lines[cursor.line].graphemes.columns(in: cursorRow.lowerBound..<cursor.offset)
  }

  mutating func moveToRowEnd() {
    let end = cursorRow.upperBound
    place(Place(line: cursor.line, offset: end))
    isAtRowEnd = true
    scrollToCursor()
  }

  mutating func moveVertically(by step: Int) {
    let goal = goalColumn ?? cursorColumn
    var line = cursor.line
    var row = rowNumber(of: cursor) + step
    if row < 0 {
      guard line > 0 else { return keepGoal(goal) }
      line -= 1
      row = lines[line].rowStarts.count - 1
    } else if row == lines[line].rowStarts.count {
      guard line + 1 < lines.count else { return keepGoal(goal) }
      line += 1
      row = 0
    }
    moveTo(row: row, line: line, goal: goal)
  }

  /// Moves the cursor and the window by a page less one row.
  mutating func page(by pages: Int) {
    let goal = goalColumn ?? cursorColumn
    let step = max(1, height - 1)
    let target = moved(line: cursor.line, row: rowNumber(of: cursor), by: pages * step)
    let top = moved(line: topLine, row: topRow, by: pages * step)
    topLine = top.line
    topRow = top.row
    moveTo(row: target.row, line: target.line, goal: goal)
  }

  private mutating func keepGoal(_ goal: Int) {
    goalColumn = goal
    history.endGroup()
  }

  private mutating func moveTo(row: Int, line: Int, goal: Int) {
    let range = range(ofRow: row, line: line)
    let graphemes = lines[line].graphemes
    var offset = range.lowerBound
    var column = 0
    while offset < range.upperBound, column + Int(graphemes.widths[offset]) <= goal {
      column += Int(graphemes.widths[offset])
      offset += 1
    }
    cursor = Place(line: line, offset: offset)
    isAtRowEnd = offset == range.upperBound && offset > range.lowerBound
    goalColumn = goal
    history.endGroup()
    scrollToCursor()
  }

  private func moved(line: Int, row: Int, by count: Int) -> (line: Int, row: Int) {
    var line = line
    var row = row + count
    while row < 0 {
      guard line > 0 else { return (0, 0) }
      line -= 1
      row += lines[line].rowStarts.count
    }
    while row >= lines[line].rowStarts.count {
      guard line + 1 < lines.count else { return (line, lines[line].rowStarts.count - 1) }
      row -= lines[line].rowStarts.count
      line += 1
    }
    return (line, row)
  }

  /// Moves the window as little as the cursor needs, and never past the end of the text.
  mutating func scrollToCursor() {
    topLine = min(topLine, lines.count - 1)
    topRow = min(topRow, lines[topLine].rowStarts.count - 1)
    let row = rowNumber(of: cursor)
    if (cursor.line, row) < (topLine, topRow) {
      (topLine, topRow) = (cursor.line, row)
    }
    let lowest = moved(line: cursor.line, row: row, by: 1 - height)
    if (topLine, topRow) < lowest {
      (topLine, topRow) = lowest
    }
    let last = moved(
      line: lines.count - 1, row: lines[lines.count - 1].rowStarts.count - 1, by: 1 - height)
    if last < (topLine, topRow) {
      (topLine, topRow) = last
    }
  }
}
