import Glibc
import Testing

/// Why a journey cannot go on.
enum TerminalDriverError: Error, CustomStringConvertible {
  case tmuxMissing
  case tmuxFailed(arguments: [String], output: String)
  case timedOut(waitingFor: String, screen: [String], cursor: String, at: SourceLocation)

  var description: String {
    switch self {
    case .tmuxMissing:
      return "The journeys need tmux (3.3 or newer) in PATH, and it is not there."
    case .tmuxFailed(let arguments, let output):
      return "tmux \(arguments.joined(separator: " ")) failed: \(output)"
    case .timedOut(let awaited, let screen, let cursor, let location):
      let rows = screen.enumerated().map { "\($0.offset)\t|\($0.element)" }.joined(separator: "\n")
      return "\(location): waited for \(awaited); the screen was (cursor \(cursor)):\n\(rows)"
    }
  }
}

/// Drives a program in a terminal of its own: a tmux server with its own socket, no
/// configuration, a fixed size and a clean environment.
final class TerminalDriver: Sendable {
  /// How long a wait lasts before it fails, and how often it looks at least: where every test
  /// waits for its turn, more time than that may pass between two looks.
  static let patience = (time: Duration.seconds(10), looks: 100)

  private let socket = "zhibu-test-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"

  /// Starts `command` in a terminal of `columns` × `rows`. `environment` adds to, or replaces, the
  /// clean one; an empty value leaves a variable out.
  init(
    _ command: [String], columns: Int = 80, rows: Int = 24,
    environment: [String: String] = [:], directory: String = "/"
  ) throws {
    let version = ChildProcess.run(["tmux", "-V"], environment: TerminalDriver.tmuxEnvironment)
    guard version.status == 0 else { throw TerminalDriverError.tmuxMissing }
    let settings = TerminalDriver.programEnvironment
      .merging(environment) { $1 }
      .filter { !$0.value.isEmpty }
      .map { "\($0.key)=\($0.value)" }
      .sorted()
    try tmux(
      ["start-server"],
      ["set-option", "-g", "remain-on-exit", "on"],
      ["set-option", "-gq", "remain-on-exit-format", ""],
      ["set-option", "-g", "status", "off"],
      ["set-option", "-s", "set-clipboard", "on"],
      ["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "-c", directory, "--"]
        + ["env", "-i"] + settings + command)
  }

  deinit { kill() }

  // MARK: Doing

  /// Presses keys, named as on hint lines (`Enter`, `F2`, `Ctrl-A`, `PgDn`, `Alt-x`, `Esc`) or as
  /// tmux names them.
  func send(_ keys: String...) throws {
    for key in keys {
      try tmux(["send-keys", "--", TerminalDriver.tmuxName(of: key)])
      // A key within the escape delay after Escape would be read as Alt with that key.
      if key == "Esc" || key == "Escape" { usleep(60_000) }
    }
  }

  /// Types text, as an input method commits it.
  func type(_ text: String) throws {
    try tmux(["send-keys", "-l", "--", text])
  }

  /// Pastes text, bracketed if the program asked for it.
  func paste(_ text: String) throws {
    try tmux(["load-buffer", "-"], input: text)
    try tmux(["paste-buffer", "-p", "-d"])
  }

  /// Gives the terminal another size.
  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// Sends a signal to the program.
  func signal(_ number: Int32) throws {
    _ = Glibc.kill(try processID(), number)
  }

  /// Ends the terminal and whatever runs in it.
  func kill() {
    _ = run([["kill-server"]])
    // tmux leaves the socket behind.
    unlink("/tmp/tmux-\(getuid())/\(socket)")
  }

  // MARK: Looking

  /// The rows of the screen without trailing blanks, a wide character once.
  func screen() throws -> [String] {
    try rows(["capture-pane", "-p"])
  }

  /// The rows of the screen with the escape sequences of their colours and attributes.
  func styledScreen() throws -> [String] {
    try rows(["capture-pane", "-p", "-e"])
  }

  /// The hardware cursor, from 0.
  func cursor() throws -> (row: Int, column: Int) {
    let numbers = try ask("#{cursor_y} #{cursor_x}").split(separator: " ").compactMap { Int($0) }
    return numbers.count == 2 ? (numbers[0], numbers[1]) : (-1, -1)
  }

  /// What a program could change beside its screen: the title, and the clipboard.
  func surroundings() throws -> (title: String, clipboard: String) {
    (try ask("#{pane_title}"), run([["show-buffer"]]).output)
  }

  /// Whether the program still runs.
  func isAlive() throws -> Bool {
    try ask("#{pane_dead}") != "1"
  }

  /// The process of the program.
  func processID() throws -> Int32 {
    Int32(try ask("#{pane_pid}")) ?? -1
  }

  // MARK: Waiting

  /// Waits until some row of the screen holds `text`; returns the screen.
  @discardableResult
  func waitFor(
    _ text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> [String] {
    try await waitUntil("“\(text)”", sourceLocation: sourceLocation) { screen in
      screen.contains { $0.contains(text) }
    }
  }

  /// Waits until the screen is as `condition` wants it; returns the screen.
  @discardableResult
  func waitUntil(
    _ awaited: String = "a condition", sourceLocation: SourceLocation = #_sourceLocation,
    _ condition: ([String]) throws -> Bool
  ) async throws -> [String] {
    let deadline = ContinuousClock.now + TerminalDriver.patience.time
    var looks = 0
    while true {
      let screen = try screen()
      if try condition(screen) { return screen }
      looks += 1
      if ContinuousClock.now > deadline, looks >= TerminalDriver.patience.looks {
        let cursor = try cursor()
        throw TerminalDriverError.timedOut(
          waitingFor: awaited, screen: screen, cursor: "\(cursor.row),\(cursor.column)",
          at: sourceLocation)
      }
      try await Task.sleep(for: .milliseconds(15))
    }
  }

  /// Waits until the cursor stands at a cell.
  func waitForCursor(
    row: Int, column: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try await waitUntil("the cursor at \(row),\(column)", sourceLocation: sourceLocation) { _ in
      let cursor = try cursor()
      return cursor.row == row && cursor.column == column
    }
  }

  /// Waits until the program has ended; returns its exit status, `nil` if a signal ended it.
  @discardableResult
  func waitForExit(sourceLocation: SourceLocation = #_sourceLocation) async throws -> Int32? {
    var status = ""
    try await waitUntil("the end of the program", sourceLocation: sourceLocation) { _ in
      let known = try ask("#{pane_dead}:#{pane_dead_status}:#{pane_dead_signal}")
      // tmux at times misses that its child ended, and asks again when it is told.
      if known == "1::", let server = Int32(try ask("#{pid}")) { _ = Glibc.kill(server, SIGCHLD) }
      guard known.hasPrefix("1:"), known != "1::" else { return false }
      status = String(known.dropFirst(2).prefix { $0 != ":" })
      return true
    }
    return Int32(status)
  }
}

// MARK: - tmux

extension TerminalDriver {
  private static let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"

  private static let tmuxEnvironment = [
    "PATH": path, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "HOME": "/",
  ]

  private static let programEnvironment = [
    "PATH": path, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "HOME": "/nonexistent",
    "ESCDELAY": "25", "NCURSES_NO_UTF8_ACS": "1",
  ]

  private static let tmuxNames = [
    "Esc": "Escape", "Backspace": "BSpace", "Del": "DC", "Ins": "IC", "PgUp": "PPage",
    "PgDn": "NPage", "Shift-Tab": "BTab",
  ]

  private static func tmuxName(of key: String) -> String {
    if key.hasPrefix("Ctrl-") {
      let rest = key.dropFirst(5)
      return "C-" + (rest.count == 1 ? rest.lowercased() : tmuxName(of: String(rest)))
    }
    if key.hasPrefix("Alt-") { return "M-" + tmuxName(of: String(key.dropFirst(4))) }
    return tmuxNames[key] ?? key
  }

  private func run(_ commands: [[String]], input: String = "") -> ChildProcess.Outcome {
    // tmux takes a semicolon at the end of an argument for the end of the command.
    let literal = commands.map { command in
      command.map { $0.hasSuffix(";") ? $0.dropLast() + "\\;" : $0 }
    }
    let arguments =
      ["tmux", "-L", socket, "-f", "/dev/null"] + Array(literal.joined(separator: [";"]))
    return ChildProcess.run(
      arguments, environment: TerminalDriver.tmuxEnvironment, input: input)
  }

  @discardableResult
  private func tmux(_ commands: [String]..., input: String = "") throws -> String {
    let outcome = run(commands, input: input)
    guard outcome.status == 0 else {
      throw TerminalDriverError.tmuxFailed(
        arguments: Array(commands.joined(separator: [";"])), output: outcome.output)
    }
    return outcome.output
  }

  private func ask(_ format: String) throws -> String {
    String(try tmux(["display-message", "-p", format]).prefix { $0 != "\n" })
  }

  private func rows(_ command: [String]) throws -> [String] {
    var rows = try tmux(command).split(separator: "\n", omittingEmptySubsequences: false)
    if rows.last?.isEmpty == true { rows.removeLast() }
    return rows.map { row in
      var row = row
      while row.last == " " { row.removeLast() }
      return String(row)
    }
  }
}
