/// Columns that text takes when it is drawn: the one width function, the same that the terminal
/// driver uses.
public enum ColumnWidth {
  /// Columns of one character: 1 or 2. Controls are drawn as a mark of one column, characters the
  /// C library does not know as `〓`, an emoji sequence as its first scalar.
  public static func of(_ character: Character) -> Int {
    Cell.drawn(character).width
  }

  /// Columns of a text without line ends.
  public static func of(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + of($1) }
  }
}
