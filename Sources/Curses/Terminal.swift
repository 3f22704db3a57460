import CTerminal
import Glibc
import Interface

/// The terminal: paints frames and reports keys. There is one, on the main thread.
@MainActor
public final class Terminal {
  private var painted: Frame?
  private var putBackInput: [terminal_input] = []
  private var isOpen = true

  /// Opens the screen on standard input and output.
  public convenience init() throws(TerminalError) {
    guard isatty(STDIN_FILENO) != 0, isatty(STDOUT_FILENO) != 0 else { throw .notATerminal }
    guard terminal_use_locale() != 0 else {
      throw .notUTF8(codeset: terminal_codeset().map { String(cString: $0) } ?? "")
    }
    try self.init(input: STDIN_FILENO, output: STDOUT_FILENO, type: nil)
  }

  /// Opens the screen on two file descriptors; `type` instead of `TERM`.
  init(input: Int32, output: Int32, type: String?) throws(TerminalError) {
    switch terminal_open(input, output, type) {
    case TERMINAL_OPENED: return
    case TERMINAL_UNKNOWN_TYPE:
      throw .unknownTerminalType(name: type ?? getenv("TERM").map { String(cString: $0) })
    default: throw .notATerminal
    }
  }

  /// A screen that is drawn nowhere and can be read back.
  init?(offscreen size: TextSize) {
    guard terminal_open_offscreen(Int32(size.rows), Int32(size.columns)) == 0 else { return nil }
  }

  /// Rows and columns of the terminal now.
  public var size: TextSize {
    TextSize(rows: Int(terminal_rows()), columns: Int(terminal_columns()))
  }

  /// What is said when the program fails, once the terminal is put back.
  public func sayAtFailure(_ text: String) { terminal_last_words(text) }

  /// Puts the terminal back as it was. Nothing is painted after it.
  public func leave() {
    guard isOpen else { return }
    isOpen = false
    terminal_close()
  }

  /// Rings the bell.
  public func bell() {
    if isOpen { terminal_beep() }
  }

  /// Paints everything anew at the next frame, whatever the terminal shows now.
  public func repaint() {
    guard isOpen else { return }
    painted = nil
    terminal_forget()
  }

  /// Gives the terminal to another program while `body` runs, then paints everything anew.
  public func suspend<Result>(_ body: () throws -> Result) rethrows -> Result {
    terminal_suspend()
    defer {
      terminal_resume()
      painted = nil
    }
    return try body()
  }

  /// Runs `command`, a shell command line, with `file` as its last argument, in the terminal's
  /// foreground. Call inside `suspend`. Returns its exit status, 128 + the signal that ended it, or
  /// a negative number if there is no shell.
  public static func runEditor(command: String, file: String) -> Int32 {
    ChildProcess.run(["/bin/sh", "-c", command + " \"$1\"", "sh", file])
  }
}

// MARK: - What reading needs

extension Terminal {
  /// The next input: one put back, or one from the terminal within `milliseconds`.
  func read(_ milliseconds: Int) -> terminal_input {
    if let input = putBackInput.popLast() { return input }
    guard isOpen else { return terminal_input() }
    return terminal_read(Int32(clamping: milliseconds))
  }

  /// Gives an input back, to be read next.
  func putBack(_ input: terminal_input) {
    if input.kind != TERMINAL_NOTHING { putBackInput.append(input) }
  }

  /// Paints every row at the next frame.
  func forgetPainted() {
    painted = nil
  }
}

// MARK: - Painting

extension Terminal {
  /// Shows a frame: paints the rows that changed and puts the hardware cursor where the frame
  /// states it.
  public func present(_ frame: Frame) {
    guard isOpen else { return }
    let size = self.size
    if painted?.size != frame.size || painted == nil {
      for row in 0..<size.rows { terminal_clear_row(Int32(row)) }
      painted = nil
    }
    for row in 0..<min(size.rows, frame.size.rows) {
      if let painted, painted.row(row) == frame.row(row) { continue }
      paint(frame.row(row).prefix(size.columns), row: row)
    }
    painted = frame
    let row = min(max(0, frame.cursor.row), max(0, size.rows - 1))
    let column = min(max(0, frame.cursor.column), max(0, size.columns - 1))
    terminal_show(Int32(row), Int32(column))
  }

  /// Paints a whole row: half of a wide character cannot be written over.
  private func paint(_ cells: ArraySlice<Cell>, row: Int) {
    terminal_clear_row(Int32(row))
    let colors = terminal_has_colors() != 0
    var column = cells.startIndex
    while column < cells.endIndex {
      let style = cells[column].style
      let end = cells[column...].firstIndex { $0.style != style && !$0.isSecondHalf }
      let run = cells[column..<(end ?? cells.endIndex)]
      paint(run, row: row, column: column - cells.startIndex, look: Look(of: style, colors: colors))
      column = run.endIndex
    }
  }

  private func paint(_ run: ArraySlice<Cell>, row: Int, column: Int, look: Look) {
    var scalars: [UInt32] = []
    for index in run.indices where !run[index].isSecondHalf {
      // A terminal that shrank under the frame cuts a wide character.
      let isCut = run[index].width == 2 && column + index - run.startIndex + 1 >= size.columns
      scalars += (isCut ? " " : run[index].character).unicodeScalars.map(\.value)
      scalars.append(0)
    }
    terminal_paint(
      Int32(row), Int32(column), scalars, Int32(scalars.count), look.attributes, look.color)
  }
}
