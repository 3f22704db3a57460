import RecordLog
import TextLayout

/// Text made safe to write to a terminal: what is stored may hold characters that would move the
/// cursor, change colours or turn the direction of writing; each becomes a visible mark.
public enum TerminalText {
  /// The text with marks for controls and invisible characters. Joiners and variation selectors
  /// that belong to what they follow are left out, since terminals do not agree on them. LF stays
  /// when `keepingLines`, and becomes a blank otherwise.
  public static func safe(_ text: String, keepingLines: Bool = false) -> String {
    guard !isSafe(text) else { return text }
    var safe = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": safe.append(keepingLines ? scalar : " ")
      case "\t": safe.append(" ")
      default:
        if let mark = VisibleText.mark(for: scalar) {
          safe.append(mark)
        } else if !VisibleText.isInvisible(scalar) {
          safe.append(scalar)
        } else if !VisibleText.belongs(scalar, after: previous) {
          safe.append(VisibleText.invisibleMark)
        }
      }
      previous = scalar
    }
    return String(safe)
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

  /// Its lines, each broken where it reaches the limit, as lines on the screen are.
  func wrapped(to limit: Int, _ width: (Character) -> Int) -> [String] {
    split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      let characters = Array(line)
      let starts = LineBreaking.rowStarts(
        of: characters, widths: characters.map { UInt8(clamping: width($0)) },
        columns: max(limit, 2))
      return zip(starts, starts.dropFirst() + [characters.count]).map { start, end in
        var row = characters[start..<end]
        // The blank at which a line was broken stands neither before nor behind it.
        if start > 0 { row = row.drop { $0 == " " } }
        while row.last == " " { row.removeLast() }
        return String(row)
      }
    }
  }
}
