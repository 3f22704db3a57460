import RecordLog

/// Cells of comma-separated values (RFC 4180), safe to open in a spreadsheet.
enum CSVText {
  /// A value as a cell.
  ///
  /// A text that a spreadsheet would compute gets an apostrophe before it: one that begins with
  /// `= + - @`, their full-width forms, a tab, CR or NUL, also behind blanks or marks that are not
  /// shown. So does one that begins with an apostrophe, so that one is taken away from every cell
  /// that begins with it. Plain numbers stay as they are.
  static func cell(_ value: Value, separator: String = "; ") -> String {
    let text = value.text(separator: separator)
    let shown = VisibleText.exported(text)
    return quoted(begins(text) && !isNumber(text) ? "'" + shown : shown)
  }

  private static func begins(_ text: String) -> Bool {
    if text.unicodeScalars.first == "'" { return true }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\t", "\r", "\0":
        return true
      default:
        if !scalar.properties.isWhitespace, !VisibleText.isInvisible(scalar) { return false }
      }
    }
    return false
  }

  /// `-3`, `2026`, `1.5`
  private static func isNumber(_ text: String) -> Bool {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      }
  }

  private static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      byte != UInt8(ascii: "\"") && byte != UInt8(ascii: ",") && byte != UInt8(ascii: "\n")
        && byte != UInt8(ascii: "\r") && byte != UInt8(ascii: ";") && byte != UInt8(ascii: "\t")
    }
    if isPlain { return text }
    // By scalars: a quotation mark with a combining mark behind it is no character of its own.
    var quoted = "\"".unicodeScalars
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }
}
