import RecordLog
import Wording

/// Rows of values under named columns, to be written in any of the program's formats.
public struct Table: Hashable, Sendable {
  /// One column.
  public struct Column: Hashable, Sendable {
    /// The name in tsv, JSON and rec.
    public var name: String
    /// The heading on a terminal.
    public var heading: Phrase
    /// Stands between the values of a list.
    public var separator: String
    /// Numbers stand at the right.
    public var isNumeric: Bool
    /// Shown in the aligned table of a terminal.
    public var isShown: Bool

    /// A column.
    public init(
      _ name: String, _ heading: Phrase, separator: String = "; ", isNumeric: Bool = false,
      isShown: Bool = true
    ) {
      self.name = name
      self.heading = heading
      self.separator = separator
      self.isNumeric = isNumeric
      self.isShown = isShown
    }
  }

  /// The columns in order.
  public var columns: [Column]
  /// The rows in order, each with a value for every column.
  public var rows: [[Value]]

  /// A table.
  public init(columns: [Column], rows: [[Value]]) {
    self.columns = columns
    self.rows = rows
  }

  /// Tab-separated: one line of column names, then one line a row. Tabs and line ends in values
  /// become blanks, other controls visible marks; all else stays as it is.
  public func tsv() -> String {
    var text = columns.map(\.name).joined(separator: "\t") + "\n"
    for row in rows {
      let cells = zip(columns, row).map { column, value in
        VisibleText.exported(value.text(separator: column.separator)).inOneLine
      }
      text += cells.joined(separator: "\t") + "\n"
    }
    return text
  }

  /// Comma-separated values (RFC 4180): one line of column names, then one record a row, lines
  /// ending in CR LF. Line ends in values stay, other controls become visible marks, and what a
  /// spreadsheet would take for a formula is made text by an apostrophe. What begins with an
  /// apostrophe gets another one: without its first apostrophe every cell is as it was.
  ///
  /// - Parameter hasByteOrderMark: begins with U+FEFF, by which old spreadsheets know UTF-8.
  public func csv(hasByteOrderMark: Bool = false) -> String {
    var text = hasByteOrderMark ? "\u{FEFF}" : ""
    text += columns.map { CSVText.cell(.text($0.name)) }.joined(separator: ",") + "\r\n"
    for row in rows {
      let cells = zip(columns, row).map { column, value in
        CSVText.cell(value, separator: column.separator)
      }
      text += cells.joined(separator: ",") + "\r\n"
    }
    return text
  }

  /// One array of objects.
  public func json() -> String { JSONText.array(objects) }

  /// An object a line.
  public func jsonLines() -> String { JSONText.lines(objects) }

  private var objects: [Value] {
    rows.map { row in .object(zip(columns, row).map { Value.Entry($0.name, $1) }) }
  }

  /// Rec: a field a value, the columns' names with a capital, missing and empty ones left out.
  public func rec(type: String) -> String {
    let records = rows.map { row in
      var fields: [Field] = []
      for (column, value) in zip(columns, row) {
        let name = column.name.prefix(1).uppercased() + column.name.dropFirst()
        for value in value.parts where value != .missing && value != .text("") {
          fields.append(Field(name, value.text()).exported)
        }
      }
      return PlainRecord(type: type, fields: fields)
    }
    return String(decoding: PlainRecords.format(records), as: UTF8.self)
  }

  /// Aligned for a terminal.
  ///
  /// - Parameters:
  ///   - language: of the headings.
  ///   - limit: columns of the terminal; the widest columns give way. Nil: as wide as it comes.
  ///   - width: columns of one character.
  public func aligned(
    language: Language, limit: Int?, width: (Character) -> Int
  ) -> String {
    let shown = columns.indices.filter { columns[$0].isShown }
    let headings = shown.map { columns[$0].heading(language) }
    let cells = rows.map { row in
      shown.map { TerminalText.safe(row[$0].shown(language, separator: columns[$0].separator)) }
    }
    var widths = headings.map { $0.columns(width) }
    for row in cells {
      for (index, cell) in row.enumerated() {
        widths[index] = max(widths[index], cell.columns(width))
      }
    }
    if let limit { Self.shrink(&widths, to: limit) }
    func line(_ cells: [String]) -> String {
      var text = ""
      for (index, cell) in cells.enumerated() {
        let isNumeric = columns[shown[index]].isNumeric
        text += cell.elided(to: widths[index], width)
          .filled(to: widths[index], atEnd: !isNumeric, width)
        if index < cells.count - 1 { text += "  " }
      }
      while text.last == " " { text.removeLast() }
      return text + "\n"
    }
    return line(headings) + cells.map(line).joined()
  }

  /// Takes columns from the widest until the line fits; none falls below 8.
  private static func shrink(_ widths: inout [Int], to limit: Int) {
    let gaps = 2 * max(0, widths.count - 1)
    var excess = widths.reduce(gaps, +) - limit
    while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > 8
    {
      widths[widest] -= 1
      excess -= 1
    }
  }
}

extension Value {
  /// The values of a list; otherwise the value itself.
  var parts: [Value] {
    if case .list(let values) = self { values } else { [self] }
  }
}

extension Field {
  /// As it can stand in rec, with marks for what leaves the program nowhere.
  var exported: Field {
    Field(name, TextCleaning.clean(VisibleText.exported(document: value)).text)
  }
}

extension String {
  /// Blanks for what other programs may take for the end of a line.
  fileprivate var inOneLine: String {
    guard utf8.contains(where: { $0 == 0x0A || $0 == 0xE2 }) else { return self }
    let isEnd: (Unicode.Scalar) -> Bool = { ["\n", "\u{2028}", "\u{2029}"].contains($0) }
    return String(String.UnicodeScalarView(unicodeScalars.map { isEnd($0) ? " " : $0 }))
  }
}
