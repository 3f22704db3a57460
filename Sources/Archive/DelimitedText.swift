/// A table of text whose cells are parted by commas, semicolons or tabs (RFC 4180): quoted cells
/// may hold them, line ends and doubled quotation marks.
public struct DelimitedText: Hashable, Sendable {
  /// One row.
  public struct Row: Hashable, Sendable {
    /// The 1-based line at which it begins.
    public var line: Int
    /// Its cells, without blanks at their ends.
    public var cells: [String]
  }

  /// What parts the cells.
  public let separator: Character
  /// The rows in which anything stands.
  public private(set) var rows: [Row] = []
  /// The line of a quotation mark that is never closed.
  public private(set) var openQuotation: Int?

  /// Reads a text whose lines are parted by LF; the separator is the one that parts most of its
  /// first lines.
  public init(_ text: String) {
    separator = Self.separator(of: text)
    read(text)
  }

  private static func separator(of text: String) -> Character {
    let lines = text.split(separator: "\n", maxSplits: 10).prefix(10)
    let marks: [Character] = ["\t", ",", ";"]
    let counts = marks.map { mark in
      lines.reduce(0) { sum, line in sum + line.count { $0 == mark } }
    }
    let most = counts.max() ?? 0
    return most == 0 ? "," : zip(marks, counts).first { $0.1 == most }?.0 ?? ","
  }

  private mutating func read(_ text: String) {
    var cells: [String] = []
    var cell = String.UnicodeScalarView()
    var line = 1
    var start = 1
    var quotation: Int?
    var wasQuoted = false
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      if quotation != nil {
        if scalar == "\"" {
          if next == "\"" {
            cell.append(scalar)
            next = scalars.next()
          } else {
            quotation = nil
          }
        } else {
          if scalar == "\n" { line += 1 }
          cell.append(scalar)
        }
        continue
      }
      switch scalar {
      case "\"" where !wasQuoted && String(cell).withoutBlankEnds.isEmpty:
        (quotation, wasQuoted, cell) = (line, true, String.UnicodeScalarView())
      case "\n":
        cells.append(String(cell).withoutBlankEnds)
        add(cells, line: start)
        line += 1
        (cells, cell, wasQuoted, start) = ([], String.UnicodeScalarView(), false, line)
      case _ where Character(scalar) == separator:
        cells.append(String(cell).withoutBlankEnds)
        (cell, wasQuoted) = (String.UnicodeScalarView(), false)
      default: cell.append(scalar)
      }
    }
    openQuotation = quotation
    cells.append(String(cell).withoutBlankEnds)
    add(cells, line: start)
  }

  /// Rows of nothing but separators, as spreadsheets leave them at the end, are none.
  private mutating func add(_ cells: [String], line: Int) {
    guard cells.contains(where: { !$0.isEmpty }) else { return }
    var cells = cells
    while cells.last?.isEmpty == true { cells.removeLast() }
    rows.append(Row(line: line, cells: cells))
  }
}

extension String {
  /// Without blanks at both ends, full-width ones included.
  fileprivate var withoutBlankEnds: String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
