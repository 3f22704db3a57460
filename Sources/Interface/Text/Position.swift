/// A size in character cells.
public struct TextSize: Hashable, Sendable {
  /// Number of rows.
  public var rows: Int
  /// Number of columns.
  public var columns: Int

  /// A size of `rows` × `columns` cells.
  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }
}

/// A cell of a frame, counted from 0 at the top left.
public struct Position: Hashable, Sendable {
  /// Row from the top.
  public var row: Int
  /// Column from the left.
  public var column: Int

  /// The cell at `row`, `column`.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}
