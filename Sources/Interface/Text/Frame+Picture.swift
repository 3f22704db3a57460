extension Frame {
  /// The rows as text, a wide character once, without trailing blanks.
  public func text() -> [String] {
    (0..<size.rows).map(text(inRow:))
  }

  /// One row as text, without trailing blanks.
  public func text(inRow row: Int) -> String {
    var text = String(self.row(row).filter { !$0.isSecondHalf }.map(\.character))
    while text.last == " " { text.removeLast() }
    return text
  }

  /// The frame as text for snapshots: a ruler of columns, numbered rows, a caret under the cursor.
  public func picture() -> String {
    var lines = ["   |" + ruler()]
    for row in 0..<size.rows {
      lines.append("\(String(row).padded(toColumns: 2, alignment: .trailing)) |" + text(inRow: row))
      if row == cursor.row {
        lines.append("   |" + String(repeating: " ", count: max(0, cursor.column)) + "^")
      }
    }
    lines.append(
      "\(size.rows) x \(size.columns), cursor at row \(cursor.row) column \(cursor.column)")
    return lines.joined(separator: "\n")
  }

  private func ruler() -> String {
    var ruler = ""
    while ruler.count < size.columns {
      ruler += ruler.count.isMultiple(of: 10) ? String(ruler.count) : "."
    }
    return String(ruler.prefix(size.columns))
  }

  /// What differs, row by row, or `nil` if the frames are equal.
  public static func difference(_ expected: Frame, _ actual: Frame) -> String? {
    var lines: [String] = []
    if expected.size != actual.size {
      lines.append(
        "size: expected \(expected.size.rows) x \(expected.size.columns), "
          + "actual \(actual.size.rows) x \(actual.size.columns)")
    }
    for row in 0..<max(expected.size.rows, actual.size.rows)
    where Array(expected.row(row)) != Array(actual.row(row)) {
      lines.append("row \(row):")
      lines.append("  expected |\(expected.text(inRow: row))")
      lines.append("  actual   |\(actual.text(inRow: row))")
      let columns = (0..<max(expected.size.columns, actual.size.columns)).filter {
        expected[row, $0] != actual[row, $0]
      }
      if let first = columns.first {
        lines.append(
          "  \(columns.count) cells, first at column \(first): "
            + "\(describe(expected[row, first])), not \(describe(actual[row, first]))")
      }
    }
    if expected.cursor != actual.cursor {
      lines.append(
        "cursor: expected \(expected.cursor.row),\(expected.cursor.column) "
          + "actual \(actual.cursor.row),\(actual.cursor.column)")
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private static func describe(_ cell: Cell) -> String {
    cell.isSecondHalf ? "second half (\(cell.style))" : "'\(cell.character)' (\(cell.style))"
  }
}
