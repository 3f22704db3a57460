/// A picture of the whole screen: rows of cells, and where the hardware cursor stands.
///
/// Input methods and screen readers follow the cursor, so every frame states one: in the field
/// being edited, otherwise on the selected row.
public struct Frame: Hashable, Sendable {
  /// Rows and columns.
  public let size: TextSize
  /// Where the hardware cursor stands.
  public var cursor: Position
  private var cells: [Cell]

  /// An empty frame with the cursor at the top left.
  public init(size: TextSize) {
    let size = TextSize(rows: max(0, size.rows), columns: max(0, size.columns))
    self.size = size
    cursor = Position(row: 0, column: 0)
    cells = Array(repeating: .blank, count: size.rows * size.columns)
  }

  /// The cell at `row`, `column`; a blank outside the frame.
  public subscript(row: Int, column: Int) -> Cell {
    contains(row, column) ? cells[row * size.columns + column] : .blank
  }

  /// The cells of a row, one per column; empty outside the frame.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < size.rows else { return [] }
    return cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Writes `text` from `column` and returns the column after it.
  ///
  /// With `width`, the text takes exactly that many columns: clipped, or filled with blanks of
  /// the same style. What does not fit into the frame is left out; a wide character that would
  /// lose a half becomes a blank, and so does the other half of one that is written over.
  @discardableResult
  public mutating func put(
    _ text: some StringProtocol, row: Int, column: Int, style: Style = .normal, width: Int? = nil
  ) -> Int {
    let end = width.map { column + max(0, $0) } ?? Int.max
    var next = column
    for character in text {
      let cell = Cell(character, style: style)
      if next + cell.width > end { break }
      if width == nil && next >= size.columns { break }
      set(cell, row, next)
      next += cell.width
    }
    guard width != nil else { return next }
    fill(row: row, from: next, to: end, style: style)
    return end
  }

  /// Blanks of `style` in columns `from ..< to` of a row.
  public mutating func fill(row: Int, from: Int = 0, to: Int? = nil, style: Style = .normal) {
    let end = min(to ?? size.columns, size.columns)
    var column = max(0, from)
    while column < end {
      set(Cell(space: style), row, column)
      column += 1
    }
  }

  private func contains(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && row < size.rows && column >= 0 && column < size.columns
  }

  private mutating func set(_ cell: Cell, _ row: Int, _ column: Int) {
    if cell.width == 2 && !(contains(row, column) && contains(row, column + 1)) {
      set(Cell(space: cell.style), row, column)
      if contains(row, column + 1) { set(Cell(space: cell.style), row, column + 1) }
      return
    }
    guard contains(row, column) else { return }
    release(row, column)
    cells[row * size.columns + column] = cell
    if cell.width == 2 {
      release(row, column + 1)
      cells[row * size.columns + column + 1] = Cell(secondHalf: cell.style)
    }
  }

  /// Blanks the other half of a wide character before one of its cells is written over.
  private mutating func release(_ row: Int, _ column: Int) {
    let index = row * size.columns + column
    if cells[index].isSecondHalf && column > 0 && cells[index - 1].width == 2 {
      cells[index - 1] = Cell(space: cells[index - 1].style)
    } else if cells[index].width == 2 && column + 1 < size.columns {
      cells[index + 1] = Cell(space: cells[index + 1].style)
    }
  }
}
