/// A stretch of text in one style.
public struct Span: Hashable, Sendable {
  /// The text, without line ends.
  public var text: String
  /// What it is for.
  public var style: Style

  /// A stretch of text.
  public init(_ text: String, _ style: Style = .normal) {
    self.text = text
    self.style = style
  }
}

/// A line of a page, or of the panel beside a menu, that may lead on.
public struct PanelLine: Hashable, Sendable {
  /// What it says, from left to right.
  public var spans: [Span]
  /// Where Enter leads; nil when the line only says something.
  public var destination: Destination?
  /// What the line is about, the same on every page of a kind: the selection is kept by it.
  public var anchor: String
  /// Columns by which rows after the first are indented when the line is wrapped.
  public var indent: Int

  /// A line.
  public init(
    _ spans: [Span], to destination: Destination? = nil, anchor: String = "", indent: Int = 0
  ) {
    self.spans = spans
    self.destination = destination
    self.anchor = anchor
    self.indent = indent
  }

  /// A line of one style.
  public init(
    _ text: String, _ style: Style = .normal, to destination: Destination? = nil,
    anchor: String = "", indent: Int = 0
  ) {
    self.init([Span(text, style)], to: destination, anchor: anchor, indent: indent)
  }

  /// Whether it stands above what it names.
  var isHeading: Bool { spans.count == 1 && spans[0].style == .strong }

  /// The text without its styles.
  public var text: String { spans.map(\.text).joined() }

  /// The line in rows of at most `columns`; an empty line is one empty row.
  public func rows(columns: Int) -> [[Span]] {
    let indent = min(self.indent, max(0, columns - 10))
    if ColumnWidth.of(text) <= columns && !spans.contains(where: { $0.text.contains("\n") }) {
      return [spans]
    }
    let first = text.wrapped(toColumns: max(1, columns))
    guard first.count > 1 else { return [spans] }
    var rows = [styled(first[0])]
    let blanks = Span(String(repeating: " ", count: indent))
    let rest = text[first[0].endIndex...].drop { $0 == " " || $0.isNewline }
    guard indent > 0 else { return rows + first.dropFirst().map(styled) }
    // Rows after the first are narrower, so that what is left is broken anew.
    let offset = text.distance(from: text.startIndex, to: rest.startIndex)
    for row in String(rest).wrapped(toColumns: max(1, columns - indent)) {
      let start = offset + rest.distance(from: rest.startIndex, to: index(of: row, in: rest))
      rows.append([blanks] + styled(from: start, count: row.count))
    }
    return rows
  }

  private func index(of row: Substring, in rest: Substring) -> Substring.Index {
    rest.index(
      rest.startIndex, offsetBy: row.base.distance(from: row.base.startIndex, to: row.startIndex))
  }

  private func styled(_ row: Substring) -> [Span] {
    styled(
      from: row.base.distance(from: row.base.startIndex, to: row.startIndex), count: row.count)
  }

  /// The spans of `count` characters from the character at `start`.
  private func styled(from start: Int, count: Int) -> [Span] {
    var found: [Span] = []
    var passed = 0
    for span in spans {
      let length = span.text.count
      let from = max(start, passed)
      let to = min(start + count, passed + length)
      if from < to {
        let part = span.text.dropFirst(from - passed).prefix(to - from)
        found.append(Span(String(part), span.style))
      }
      passed += length
    }
    return found
  }
}

extension Frame {
  /// Writes spans in columns `column ..< limit` of a row and returns the column after them.
  @discardableResult
  public mutating func put(
    _ spans: [Span], row: Int, column: Int, limit: Int, overriding style: Style? = nil
  ) -> Int {
    var next = column
    for span in spans where next < limit {
      let text = span.text.clipped(toColumns: limit - next)
      next = put(text, row: row, column: next, style: style ?? span.style)
    }
    return next
  }
}
