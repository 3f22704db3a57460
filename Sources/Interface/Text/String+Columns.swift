import TextLayout

/// Which side of a column the text keeps to.
public enum TextAlignment: Sendable, Hashable {
  /// Text first, blanks after it.
  case leading
  /// Blanks first: numbers.
  case trailing
}

extension StringProtocol {
  /// The longest beginning that fits into `columns`, never half a character.
  public func clipped(toColumns columns: Int) -> String {
    var used = 0
    var end = startIndex
    for index in indices {
      used += ColumnWidth.of(self[index])
      if used > columns { break }
      end = self.index(after: index)
    }
    return String(self[..<end])
  }

  /// The text in exactly `columns`: clipped when it is longer, filled with blanks when shorter.
  public func padded(toColumns columns: Int, alignment: TextAlignment = .leading) -> String {
    let text = clipped(toColumns: columns)
    let blanks = String(repeating: " ", count: Swift.max(0, columns - ColumnWidth.of(text)))
    return alignment == .leading ? text + blanks : blanks + text
  }

  /// The text, or its beginning and `..` when it does not fit into `columns`. (The ellipsis
  /// character is one column in some terminals and two in others.)
  public func elided(toColumns columns: Int) -> String {
    if ColumnWidth.of(self) <= columns { return String(self) }
    if columns < 3 { return clipped(toColumns: columns) }
    return clipped(toColumns: columns - 2) + ".."
  }
}

extension String {
  /// The text broken into rows of at most `columns`, at its line ends and where a row is full:
  /// between wide characters, after blanks, and not before closing punctuation. Blanks around a
  /// break are left out. An empty text is one empty row.
  public func wrapped(toColumns columns: Int) -> [Substring] {
    split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .flatMap { line in String.rows(of: line, columns: columns) }
  }

  private static func rows(of line: Substring, columns: Int) -> [Substring] {
    let characters = Array(line)
    let indices = Array(line.indices) + [line.endIndex]
    let starts = LineBreaking.rowStarts(
      of: characters, widths: characters.map { UInt8(ColumnWidth.of($0)) }, columns: columns)
    return starts.indices.map { number in
      var start = starts[number]
      var end = number + 1 < starts.count ? starts[number + 1] : characters.count
      if number > 0 {
        while start < end, characters[start] == " " { start += 1 }
      }
      if number + 1 < starts.count {
        while end > start, characters[end - 1] == " " { end -= 1 }
      }
      return line[indices[start]..<indices[end]]
    }
  }
}
