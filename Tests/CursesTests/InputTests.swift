import Glibc
import Interface
import Testing

@testable import Curses

/// A pseudo-terminal: what is written to `keyboard` is read by the program.
private final class PseudoTerminal {
  private(set) var keyboard: Int32
  let device: Int32

  init(rows: Int, columns: Int) throws {
    var master: Int32 = -1
    var slave: Int32 = -1
    try #require(openpty(&master, &slave, nil, nil, nil) == 0)
    keyboard = master
    device = slave
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    setSize(rows: rows, columns: columns)
  }

  deinit {
    hangUp()
    close(device)
  }

  func setSize(rows: Int, columns: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(keyboard, UInt(TIOCSWINSZ), &size)
  }

  func press(_ bytes: [UInt8]) {
    #expect(write(keyboard, bytes, bytes.count) == bytes.count)
  }

  func press(_ text: String) { press(Array(text.utf8)) }

  /// What the program has written so far.
  func output() -> String {
    var output: [UInt8] = []
    var bytes = [UInt8](repeating: 0, count: 4096)
    while case let count = read(keyboard, &bytes, bytes.count), count > 0 {
      output += bytes.prefix(count)
    }
    return String(decoding: output, as: UTF8.self)
  }

  func hangUp() {
    if keyboard >= 0 { close(keyboard) }
    keyboard = -1
  }

  var modes: [tcflag_t] {
    var modes = termios()
    tcgetattr(device, &modes)
    return [modes.c_iflag, modes.c_oflag, modes.c_lflag]
  }
}

extension CursesTests {
  @MainActor
  @Suite(.serialized) struct InputTests {
    private func withTerminal(
      type: String = "xterm-256color", _ body: (Terminal, PseudoTerminal) throws -> Void
    ) throws {
      let line = try PseudoTerminal(rows: 24, columns: 80)
      let terminal = try Terminal(input: line.device, output: line.device, type: type)
      defer { terminal.leave() }
      try body(terminal, line)
    }

    private func events(_ terminal: Terminal, _ count: Int) -> [TerminalEvent] {
      (0..<count).map { _ in terminal.next(waitingAtMost: 2000) }
    }

    @Test(
      arguments: [
        ("a", .character("a")), ("支", .character("支")), ("\u{20000}", .character("\u{20000}")),
        ("e\u{301}", .character("e\u{301}")), ("👨‍👩‍👧", .character("👨‍👩‍👧")), ("？", .character("？")),
        ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace),
        ("\u{1B}", .escape), ("\u{1}", .control("a")), ("\u{3}", .control("c")),
        ("\u{1A}", .control("z")), ("\u{13}", .control("s")), ("\u{1F}", .control("_")),
        ("\u{0}", .control("@")), ("\u{1B}x", .alt("x")), ("\u{1B}<", .alt("<")),
        ("\u{1B}\r", .altKey(.enter)), ("\u{1B}\u{7F}", .altKey(.backspace)),
        ("\u{1B}OA", .up), ("\u{1B}[B", .down), ("\u{1B}[H", .home), ("\u{1B}[4~", .end),
        ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[2~", .insert),
        ("\u{1B}[3~", .delete), ("\u{1B}[Z", .backTab), ("\u{1B}OP", .function(1)),
        ("\u{1B}[12~", .function(2)), ("\u{1B}[20~", .function(9)), ("\u{1B}[24~", .function(12)),
        ("\u{1B}[1;5D", .controlKey(.left)), ("\u{1B}[1;5H", .controlKey(.home)),
        ("\u{1B}[1;3C", .altKey(.right)), ("\u{1B}[1;2D", .left), ("\u{1B}\u{1B}OA", .altKey(.up)),
      ] as [(String, Key)])
    func readsKeys(bytes: String, key: Key) throws {
      try withTerminal { terminal, line in
        line.press(bytes)
        #expect(events(terminal, 1) == [.key(key)])
        #expect(terminal.next(waitingAtMost: 0) == .idle)
      }
    }

    @Test(arguments: ["vt100", "linux", "screen-256color", "tmux-256color", "vt220"])
    func readsCommonKeysOnEveryTerminal(type: String) throws {
      try withTerminal(type: type) { terminal, line in
        line.press("\u{1B}[A\u{1B}OB\u{1B}[5~\u{1B}[Z\u{1B}OQ支")
        #expect(
          events(terminal, 6)
            == [.up, .down, .pageUp, .backTab, .function(2), .character("支")].map { .key($0) })
      }
    }

    @Test func keepsACharacterThatComesInPieces() throws {
      try withTerminal { terminal, line in
        let bytes = Array("党𠀀".utf8)
        for byte in bytes.dropLast() {
          line.press([byte])
          let event = terminal.next(waitingAtMost: 0)
          #expect(event == .idle || event == .key(.character("党")))
        }
        line.press([bytes[bytes.count - 1]])
        #expect(events(terminal, 1) == [.key(.character("𠀀"))])
      }
    }

    @Test func wrongBytesAreReplaced() throws {
      try withTerminal { terminal, line in
        line.press([0xFF, 0xC3, 0x78, 0xED, 0xA0, 0x80, 0x61])
        #expect(
          events(terminal, 5)
            == ["\u{FFFD}", "\u{FFFD}", "x", "\u{FFFD}", "a"].map { .key(.character($0)) })
      }
    }

    @Test func escapeBeforeAnInputMethodsTextIsEscape() throws {
      try withTerminal { terminal, line in
        line.press("\u{1B}支\u{1B}\u{1B}")
        #expect(
          events(terminal, 4)
            == [.key(.escape), .key(.character("支")), .key(.escape), .key(.escape)])
      }
    }

    @Test func escapeIsFast() throws {
      try withTerminal { terminal, line in
        // Others may have the processor for a while, but not each time.
        let fastest = (0..<10).map { _ in
          line.press("\u{1B}")
          return ContinuousClock().measure { #expect(events(terminal, 1) == [.key(.escape)]) }
        }.min()
        #expect(fastest.map { $0 < .milliseconds(500) } == true)
      }
    }

    @Test(arguments: [
      ("一行\r二行\r\n三行\n", "一行\n二行\n三行\n"), ("", ""), ("\u{1B}[31m红\u{1B}OA\t.", "[31m红OA\t."),
      ("\u{3}\u{1B}[201", "[201"),
    ])
    func pastesAsOneEvent(pasted: String, text: String) throws {
      try withTerminal { terminal, line in
        line.press("\u{1B}[200~" + pasted + "\u{1B}[201~x")
        #expect(events(terminal, 2) == [.paste(text), .key(.character("x"))])
      }
    }

    @Test(arguments: ["\u{1B}[99~", "\u{1B}[1;9;9x", "\u{1B}[?1;2c", "\u{1B}Ox", "\u{1B}[<0;1;1M"])
    func unknownSequencesAreSkipped(bytes: String) throws {
      try withTerminal { terminal, line in
        line.press(bytes + "y")
        #expect(events(terminal, 1) == [.key(.character("y"))])
      }
    }

    @Test(arguments: [("\u{1B}[", "["), ("\u{1B}O", "O")] as [(String, Character)])
    func altWithABracketIsAKey(bytes: String, character: Character) throws {
      try withTerminal { terminal, line in
        line.press(bytes)
        #expect(events(terminal, 1) == [.key(.alt(character))])
      }
    }

    @Test func reportsTheNewSize() throws {
      try withTerminal { terminal, line in
        #expect(terminal.size == TextSize(rows: 24, columns: 80))
        line.setSize(rows: 16, columns: 60)
        raise(SIGWINCH)
        #expect(events(terminal, 1) == [.resize(TextSize(rows: 16, columns: 60))])
        #expect(terminal.size == TextSize(rows: 16, columns: 60))
      }
    }

    @Test(arguments: [
      (SIGHUP, TerminalSignal.hangup), (SIGTERM, .terminate), (SIGINT, .interrupt),
    ])
    func reportsSignals(number: Int32, signal: TerminalSignal) throws {
      try withTerminal { terminal, line in
        line.press("a")
        raise(number)
        #expect(events(terminal, 2) == [.signal(signal), .key(.character("a"))])
      }
    }

    @Test func reportsThatTheTerminalIsGone() throws {
      try withTerminal { terminal, line in
        line.hangUp()
        #expect(events(terminal, 2) == [.signal(.hangup), .signal(.hangup)])
      }
    }

    @Test func putsModesBackAndAsksForPasteMarks() throws {
      let line = try PseudoTerminal(rows: 24, columns: 80)
      let before = line.modes
      let terminal = try Terminal(input: line.device, output: line.device, type: "xterm-256color")
      #expect(line.modes != before)
      #expect(line.output().hasSuffix("\u{1B}[?2004h"))
      terminal.suspend {
        #expect(line.modes == before)
        #expect(line.output().contains("\u{1B}[?2004l"))
        #expect(!catchesStop)
      }
      #expect(catchesStop)
      #expect(line.modes != before)
      #expect(line.output().hasSuffix("\u{1B}[?2004h"))
      terminal.leave()
      #expect(line.modes == before)
      #expect(line.output().contains("\u{1B}[?2004l"))
      terminal.leave()
      #expect(line.output() == "")
    }

    /// Whether Ctrl-Z in another program would make ncurses draw when it goes on.
    private var catchesStop: Bool {
      var action = sigaction()
      sigaction(SIGTSTP, nil, &action)
      return action.__sigaction_handler.sa_handler != nil
    }

    @Test(arguments: ["dumb", "no-such-terminal"])
    func refusesATerminalItCannotDraw(type: String) throws {
      let line = try PseudoTerminal(rows: 24, columns: 80)
      #expect(throws: TerminalError.unknownTerminalType(name: type)) {
        try Terminal(input: line.device, output: line.device, type: type)
      }
    }

    @Test func refusesAFile() throws {
      let file = open("/dev/null", O_RDWR)
      defer { close(file) }
      #expect(throws: TerminalError.notATerminal) {
        try Terminal(input: file, output: file, type: "xterm")
      }
    }
  }
}
