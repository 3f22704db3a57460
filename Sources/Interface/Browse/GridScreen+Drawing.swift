import OrganizationLife
import Wording

extension GridScreen {
  public func draw(on frame: inout Frame, area: Area, in context: Context) -> Position {
    let layout = GridLayout(columns: area.columns, cells: cellCount)
    let first = left ?? 0
    let shown = first..<min(cellCount, first + layout.shownCells)
    var cursor = Position(row: area.top, column: area.left)
    guard !rows.isEmpty else {
      frame.put(
        context.say(.noOrganizations), row: area.top + 1, column: area.left + GridLayout.gutter,
        style: .dim)
      return cursor
    }
    drawHeading(shown, layout, on: &frame, area: area, in: context)
    let end = area.top + area.rows - 1
    for (offset, row) in rows[top...].enumerated() where area.top + 1 + offset < end {
      let position = draw(
        row, in: context.session.language, isSelected: top + offset == selected, shown, layout,
        on: &frame,
        row: area.top + 1 + offset, area: area)
      if let position { cursor = position }
    }
    frame.put(
      context.say(.gridLegend).elided(toColumns: area.columns - GridLayout.gutter), row: end,
      column: area.left + GridLayout.gutter, style: .dim)
    return cursor
  }

  private func drawHeading(
    _ shown: Range<Int>, _ layout: GridLayout, on frame: inout Frame, area: Area,
    in context: Context
  ) {
    var column = area.left + GridLayout.gutter
    let heading = context.say(isByQuarter ? .gridHeadingQuarters : .gridHeadingMonths)
    frame.put(
      heading.elided(toColumns: layout.name - 1), row: area.top, column: column, style: .label)
    // What is scrolled away on either side is said.
    if shown.lowerBound > 0 {
      frame.put("<", row: area.top, column: column + layout.name - 1, style: .label)
    }
    column += layout.name
    for cell in shown {
      frame.put(
        "\(cell + 1)".padded(toColumns: GridLayout.cell, alignment: .trailing), row: area.top,
        column: column, style: .label)
      column += GridLayout.cell
    }
    if shown.upperBound < cellCount {
      frame.put(">", row: area.top, column: column, style: .label)
    }
    frame.put(
      context.say(.gridHeadingOwed).padded(toColumns: GridLayout.sum, alignment: .trailing),
      row: area.top, column: column, style: .label)
  }

  /// Draws a row; the place of the cursor where it is the selected one.
  private func draw(
    _ row: Row, in language: Language, isSelected: Bool, _ shown: Range<Int>, _ layout: GridLayout,
    on frame: inout Frame, row screenRow: Int, area: Area
  ) -> Position? {
    var cursor: Position?
    var column = area.left + GridLayout.gutter
    let isOnName = isSelected && self.column == 0
    if isSelected {
      frame.put(">", row: screenRow, column: area.left, style: .selected)
      if isOnName { cursor = Position(row: screenRow, column: area.left) }
    }
    let mark = row.hasChildren ? (row.isUnfolded ? "- " : "+ ") : "  "
    let name = String(repeating: " ", count: min(row.depth, 4)) + mark + row.name
    frame.put(
      name.elided(toColumns: layout.name - 1).padded(
        toColumns: layout.name - 1, alignment: .leading),
      row: screenRow, column: column, style: isOnName ? .selected : .normal)
    column += layout.name
    for index in shown {
      let cell = row.cells.indices.contains(index) ? row.cells[index] : DutyCell()
      let isActive = isSelected && self.column == index + 1
      let text = row.isKnown ? cell.mark(language) : ".."
      frame.put(
        text.padded(toColumns: GridLayout.cell, alignment: .trailing), row: screenRow,
        column: column, style: isActive ? .selected : cell.state.style)
      if isActive {
        cursor = Position(row: screenRow, column: column + GridLayout.cell - 1)
      }
      column += GridLayout.cell
    }
    let owed = row.owed
    frame.put(
      (owed == 0 ? "" : "\(owed)").padded(toColumns: GridLayout.sum, alignment: .trailing),
      row: screenRow, column: column, style: owed > 0 ? .bad : .dim)
    return cursor
  }

  // MARK: What leaves the program

  /// The rows as they are seen, all columns of the year, in words.
  func seen(in context: Context) -> [[String]] {
    let periods = (1...cellCount).map {
      isByQuarter ? "\(year)-Q\($0)" : Period.month($0, of: year)
    }
    let heading =
      [Phrase.headingOrganization, .headingID, .headingLevel].map { context.say($0) } + periods
      + [context.say(.gridHeadingOwed)]
    return [heading]
      + rows.map { row in
        [row.name, row.id.text, context.say(.word(row.level))]
          + row.cells.map { context.say($0.phrase) } + ["\(row.owed)"]
      }
  }

  /// The name of the file without its ending.
  func exportName(in context: Context) -> String {
    [context.say(.menuGrid), root.text, "\(year)", obligation ?? ""].filter { !$0.isEmpty }
      .joined(separator: "-")
  }
}

extension Period {
  /// `2026-03`
  static func month(_ month: Int, of year: Int) -> String {
    "\(year)-\(month < 10 ? "0" : "")\(month)"
  }
}

extension DutyState {
  /// How it is drawn.
  var style: Style {
    switch self {
    case .notDue, .open: .dim
    case .done: .good
    case .late: .warning
    case .owed: .bad
    }
  }
}
