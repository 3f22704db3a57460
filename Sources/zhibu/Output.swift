import Documents
import Glibc
import RecordLog
import Wording

/// Standard output and standard error. Text goes out in one piece; what goes to a terminal is
/// made safe for it, and controls go to nobody.
enum Output {
  /// Whether answers go to a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Columns of the terminal; 80 when it does not say.
  static var columns: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Writes an answer. Throws `Failure.notWritten` when it cannot be written to the end.
  static func write(_ text: String) throws(Failure) {
    let shown =
      isTerminal
      ? TerminalText.safe(text, keepingLines: true)
      : VisibleText.exported(document: text)
    if let code = write(shown, to: STDOUT_FILENO) {
      throw .notWritten(.cannotPrint(code))
    }
  }

  /// Says something beside the answer, a line on standard error.
  static func note(_ phrase: Phrase, _ language: Language) {
    _ = write(TerminalText.safe(phrase(language), keepingLines: true) + "\n", to: STDERR_FILENO)
  }

  /// The error number that ended the writing; nil when all was written, or when whoever reads has
  /// seen enough (`zhibu list … | head`).
  private static func write(_ text: String, to descriptor: Int32) -> Int32? {
    guard !Descriptor.write(Array(text.utf8), to: descriptor) else { return nil }
    return errno == EPIPE ? nil : errno
  }
}
