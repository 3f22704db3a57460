/// Text from outside, made fit for an editor.
public enum PastedText {
  /// Line ends become `\n`, a tab two blanks unless tabs are kept, as between the cells of a
  /// spreadsheet; other controls (C0, DEL, C1) are dropped. Everything else is kept as it is.
  public static func lines(_ text: String, keepingTabs: Bool = false) -> String {
    var result = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      switch scalar.value {
      case 0x0A where afterReturn: continue
      case 0x0A, 0x0D: result.append("\n")
      case 0x09 where keepingTabs: result.append(scalar)
      case 0x09: result.append(contentsOf: "  ".unicodeScalars)
      case 0..<0x20, 0x7F..<0xA0: continue
      case 0x2028, 0x2029: result.append("\n")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// As `lines(_:)`, with line ends as blanks and none at the end.
  static func oneLine(_ text: String) -> String {
    var scalars = Array(lines(text).unicodeScalars)
    while scalars.last == "\n" { scalars.removeLast() }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars.map { $0 == "\n" ? " " : $0 })
    return String(result)
  }
}
