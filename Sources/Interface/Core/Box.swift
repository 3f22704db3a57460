/// A bordered box in the middle of an area; `top` and `left` are those of its inside.
struct Box {
  let top: Int
  let left: Int
  let rows: Int
  let columns: Int

  init(rows: Int, columns: Int, in area: Area) {
    self.rows = rows
    self.columns = columns
    top = area.top + max(1, (area.rows - rows) / 2)
    left = area.left + max(1, (area.columns - columns) / 2)
  }

  func drawBorder(on frame: inout Frame, title: String) {
    let line = String(repeating: "─", count: columns)
    frame.put("┌\(line)┐", row: top - 1, column: left - 1, style: .chrome)
    frame.put(" \(title) ".elided(toColumns: columns), row: top - 1, column: left, style: .title)
    for row in 0..<rows {
      frame.put("│", row: top + row, column: left - 1, style: .chrome)
      frame.put("", row: top + row, column: left, style: .normal, width: columns)
      frame.put("│", row: top + row, column: left + columns, style: .chrome)
    }
    frame.put("└\(line)┘", row: top + rows, column: left - 1, style: .chrome)
  }

  /// The first of so many lines to show so that the selected one stands about in the middle.
  static func firstVisible(_ selection: Int, of count: Int, rows: Int) -> Int {
    min(max(0, selection - rows / 2), max(0, count - rows))
  }
}
