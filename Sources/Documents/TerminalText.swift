/// Text made safe to write to a terminal: what is stored may hold characters that would move the
/// cursor, change colours or turn the direction of writing; each becomes a visible mark.
public enum TerminalText {
  /// Stands for an invisible or direction-changing character.
  static let invisibleMark: Unicode.Scalar = "\u{2426}"

  /// The text with marks for controls and invisible characters. LF stays when `keepingLines`,
  /// and becomes a blank otherwise.
  public static func safe(_ text: String, keepingLines: Bool = false) -> String {
    guard !isSafe(text) else { return text }
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: safe.append(keepingLines ? scalar : " ")
      case 0x09: safe.append(" ")
      case 0..<0x20: safe.append(Unicode.Scalar(0x2400 + scalar.value) ?? invisibleMark)
      case 0x7F: safe.append("\u{2421}")
      default: if let shown = shown(scalar) { safe.append(shown) }
      }
    }
    return String(safe)
  }

  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard scalar.value > 0x7F else { return scalar }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return invisibleMark
    default: return scalar.properties.isDefaultIgnorableCodePoint ? nil : scalar
    }
  }

  /// Whether the text is printable ASCII or common Han throughout, as nearly all of it is.
  private static func isSafe(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      switch $0.value {
      case 0x20..<0x7F, 0x4E00...0x9FFF, 0x3001...0x3029, 0xFF01...0xFF5E: true
      default: false
      }
    }
  }
}

extension String {
  /// Columns taken, by a width function for single characters.
  func columns(_ width: (Character) -> Int) -> Int { reduce(0) { $0 + width($1) } }

  /// At most so many columns, with `…` where something was cut off.
  func elided(to limit: Int, _ width: (Character) -> Int) -> String {
    var taken = 0
    var end = startIndex
    var fitting = startIndex
    while end < endIndex {
      taken += width(self[end])
      if taken > limit { return String(self[..<fitting]) + "…" }
      end = index(after: end)
      if taken <= limit - 1 { fitting = end }
    }
    return self
  }

  /// Blanks behind (or before) it up to so many columns.
  func filled(to limit: Int, atEnd: Bool = true, _ width: (Character) -> Int) -> String {
    let blanks = String(repeating: " ", count: max(0, limit - columns(width)))
    return atEnd ? self + blanks : blanks + self
  }

  /// Its lines, each broken where it reaches the limit: at a blank between Latin words, else
  /// between any two characters.
  func wrapped(to limit: Int, _ width: (Character) -> Int) -> [String] {
    split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      Self.wrapped(line, to: max(limit, 2), width)
    }
  }

  private static func wrapped(
    _ line: Substring, to limit: Int, _ width: (Character) -> Int
  ) -> [String] {
    var lines: [String] = []
    var start = line.startIndex
    var cursor = start
    var taken = 0
    var blank: Substring.Index?
    while cursor < line.endIndex {
      let character = line[cursor]
      let columns = width(character)
      if taken + columns > limit, cursor > start {
        let isWord = character.isASCII && character != " "
        let end = isWord ? blank.map { line.index(after: $0) } ?? cursor : cursor
        lines.append(String(line[start..<end]).trimmingLastBlanks)
        start = end
        taken = line[start..<cursor].reduce(0) { $0 + width($1) }
        blank = nil
        if character == " ", cursor == start {
          start = line.index(after: start)
          cursor = start
          continue
        }
      }
      if character == " " { blank = cursor }
      if !character.isASCII { blank = nil }
      taken += columns
      cursor = line.index(after: cursor)
    }
    lines.append(String(line[start...]).trimmingLastBlanks)
    return lines
  }

  private var trimmingLastBlanks: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
