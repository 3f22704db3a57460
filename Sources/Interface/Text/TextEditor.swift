import TextLayout

/// An editor for long text: lines of graphemes, soft wrap by columns, undo. A pure value.
///
/// The text is kept exactly. Rows are wrapped once per changed line; drawing builds only the rows
/// it shows.
public struct TextEditor: Hashable, Sendable {
  /// A place in the text.
  struct Place: Hashable, Comparable {
    var line: Int
    var offset: Int

    static func < (left: Place, right: Place) -> Bool {
      (left.line, left.offset) < (right.line, right.offset)
    }
  }

  /// A line with the offsets at which its rows start.
  struct WrappedLine: Hashable {
    var graphemes: GraphemeLine
    var rowStarts: [Int]

    init(_ graphemes: GraphemeLine, columns: Int) {
      self.graphemes = graphemes
      rowStarts = LineBreaking.rowStarts(
        of: graphemes.characters, widths: graphemes.widths, columns: columns)
    }
  }

  var lines: [WrappedLine]
  var cursor = Place(line: 0, offset: 0)
  /// The column that up and down try to keep.
  var goalColumn: Int?
  /// The cursor stands after the last character of a wrapped row, not before the first of the next.
  var isAtRowEnd = false
  var killed = ""
  var isKilling = false
  var history = History()

  /// Columns and rows of the window.
  var columns = 80
  var height = 24
  /// First row shown: a line and a row in it.
  var topLine = 0
  var topRow = 0

  /// An editor holding `text`, the cursor at its start.
  public init(_ text: String = "") {
    lines = []
    lines = TextEditor.split(text).map { WrappedLine($0, columns: wrapColumns) }
  }

  /// One column is left for the cursor after a full row.
  var wrapColumns: Int { max(1, columns - 1) }

  /// Splits at U+000A alone, so that joining the lines gives the same scalars.
  static func split(_ text: String) -> [GraphemeLine] {
    text.unicodeScalars
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { GraphemeLine(String($0)) }
  }

  /// The text, lines joined by `\n`.
  public var text: String {
    lines.map(\.graphemes.text).joined(separator: "\n")
  }

  /// Number of lines, at least 1.
  public var lineCount: Int { lines.count }

  /// Number of graphemes without line ends.
  public var graphemeCount: Int {
    lines.reduce(0) { $0 + $1.graphemes.count }
  }

  /// Whether there is no text.
  public var isEmpty: Bool { lines.count == 1 && lines[0].graphemes.count == 0 }

  /// Line of the cursor, from 0.
  public var cursorLine: Int { cursor.line }

  /// Graphemes before the cursor in its line.
  public var cursorOffset: Int { cursor.offset }

  /// The text of one line; empty outside the text.
  public func text(ofLine line: Int) -> String {
    lines.indices.contains(line) ? lines[line].graphemes.text : ""
  }

  /// Puts the cursor before grapheme `offset` of `line`, both moved into the text.
  public mutating func moveCursor(toLine line: Int, offset: Int) {
    let line = min(max(0, line), lines.count - 1)
    place(Place(line: line, offset: min(max(0, offset), lines[line].graphemes.count)))
  }

  /// The cursor by a move that is not vertical.
  mutating func place(_ place: Place) {
    cursor = place
    goalColumn = nil
    isAtRowEnd = false
    history.endGroup()
    scrollToCursor()
  }

  var endOfText: Place {
    Place(line: lines.count - 1, offset: lines[lines.count - 1].graphemes.count)
  }
}
