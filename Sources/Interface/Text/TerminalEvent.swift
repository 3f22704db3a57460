/// A signal the program answers by saving and leaving.
public enum TerminalSignal: Sendable, Hashable {
  /// The terminal is gone.
  case hangup
  /// The system asks the program to end.
  case terminate
  /// An interrupt sent by another process; the key Ctrl-C arrives as a key.
  case interrupt
}

/// What the terminal reports.
public enum TerminalEvent: Sendable, Hashable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted, of any number of lines; line ends are `\n`.
  case paste(String)
  /// The terminal has a new size.
  case resize(TextSize)
  /// Nothing happened in the time given.
  case idle
  /// A signal arrived.
  case signal(TerminalSignal)
}
