import Wording

extension ListScreen {
  /// Columns on the left for the mark of the selected row.
  private static let gutter = 2

  public func draw(on frame: inout Frame, area: Area, in context: Context) -> Position {
    var row = area.top
    let end = area.top + area.rows
    var cursor = Position(row: area.top, column: area.left)
    if let filter {
      cursor = draw(filter, on: &frame, row: row, area: area, in: context)
      row += 1
    }
    guard !visible.isEmpty else {
      drawEmpty(on: &frame, from: row + 1, area: area, in: context)
      return cursor
    }
    let widths = ListColumn.widths(
      of: contents.columns, natural: naturalWidths,
      headings: contents.columns.map { ColumnWidth.of(context.say($0.title)) },
      available: area.columns - Self.gutter)
    if row < end {
      drawHeader(widths, on: &frame, row: row, area: area, in: context)
      row += 1
    }
    let first = firstShown(rows: end - row)
    for position in first..<max(first, min(visible.count, first + end - row)) {
      let screenRow = row + position - first
      draw(
        contents.rows[visible[position]], isSelected: position == selected, widths: widths,
        on: &frame, row: screenRow, area: area)
      if position == selected && filter == nil {
        cursor = Position(row: screenRow, column: area.left)
      }
    }
    return cursor
  }

  private func draw(
    _ filter: LineEditor, on frame: inout Frame, row: Int, area: Area, in context: Context
  ) -> Position {
    let right = area.left + area.columns
    let label = context.say(.filterLabel) + " "
    let start = frame.put(label, row: row, column: area.left + Self.gutter, style: .label)
    let width = max(1, right - start)
    let (text, column) = filter.visible(columns: width)
    frame.put(text, row: row, column: start, style: .active, width: width)
    return Position(row: row, column: min(start + column, right - 1))
  }

  private func drawHeader(
    _ widths: [Int?], on frame: inout Frame, row: Int, area: Area, in context: Context
  ) {
    var column = area.left + Self.gutter
    for (index, heading) in contents.columns.enumerated() {
      guard let width = widths[index] else { continue }
      var title = context.say(heading.title)
      if let sorting, sorting.column == index {
        title = title.clipped(toColumns: width - 1) + (sorting.isReversed ? "v" : "^")
      }
      frame.put(
        title.elided(toColumns: width).padded(toColumns: width, alignment: heading.alignment),
        row: row, column: column,
        style: .label)
      column += width + 2
    }
  }

  private func draw(
    _ listed: ListRow, isSelected: Bool, widths: [Int?], on frame: inout Frame, row: Int,
    area: Area
  ) {
    let right = area.left + area.columns
    if isSelected {
      frame.fill(row: row, from: area.left, to: right, style: .selected)
      frame.put(">", row: row, column: area.left, style: .selected)
    }
    var column = area.left + Self.gutter
    for (index, cell) in listed.cells.enumerated() {
      guard index < widths.count, let width = widths[index] else { continue }
      let heading = contents.columns[index]
      let text =
        heading.keepsEnd
        ? cell.text.elidedInside(toColumns: width) : cell.text.elided(toColumns: width)
      frame.put(
        text.padded(toColumns: width, alignment: heading.alignment), row: row, column: column,
        style: isSelected ? .selected : cell.style)
      column += width + 2
    }
  }

  private func drawEmpty(
    on frame: inout Frame, from row: Int, area: Area, in context: Context
  ) {
    let isFiltered = !contents.rows.isEmpty
    let text = context.say(isFiltered ? .nothingMatches : contents.empty)
    let lines = text.wrapped(toColumns: max(1, area.columns - 2 * Self.gutter))
    for (index, line) in lines.enumerated() where row + index < area.top + area.rows {
      frame.put(line, row: row + index, column: area.left + Self.gutter, style: .dim)
    }
  }
}
