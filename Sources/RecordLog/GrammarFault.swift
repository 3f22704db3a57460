/// One line that is not rec as the format wants it.
public struct GrammarFault: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// Neither `Name: value` nor `+ text`, a comment or an empty line.
    case notAField
    /// A full-width colon `：` follows the name.
    case fullWidthColon
    /// The name before the colon is not `[A-Z][A-Za-z0-9]*`.
    case badFieldName(String)
    /// `+ text` without a field before it.
    case strayContinuation
    /// A character the format forbids, as its scalar value.
    case forbiddenCharacter(UInt32)
    /// Bytes that are not UTF-8.
    case invalidEncoding
    /// A line ends in a blank.
    case trailingBlank
    /// A line ends in a backslash, which would join it with the next.
    case trailingBackslash
    /// The file begins with a byte order mark.
    case byteOrderMark
    /// No blank behind the colon or the `+`.
    case missingBlank
    /// `%` lines do not belong in a data file.
    case descriptor
    /// Comments do not belong between the records of a data file.
    case comment
    /// An empty line too many.
    case emptyLine
    /// The file does not end in an empty line.
    case unclosed
  }

  /// What is wrong.
  public var kind: Kind
  /// 1-based.
  public var line: Int

  /// A fault.
  public init(_ kind: Kind, line: Int) {
    self.kind = kind
    self.line = line
  }
}
