/// Why the screen cannot be opened.
public enum TerminalError: Error, Hashable, Sendable {
  /// Standard input or output is a file or a pipe.
  case notATerminal
  /// The locale's character set is not UTF-8.
  case notUTF8(codeset: String)
  /// No description of the terminal, or one that cannot place the cursor; `TERM`, `nil` if unset.
  case unknownTerminalType(name: String?)
}
