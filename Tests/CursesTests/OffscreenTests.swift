import CTerminal
import Interface
import Testing

@testable import Curses

/// ncurses has one screen in a process, so nothing here runs beside anything else.
@MainActor
@Suite(.serialized) enum CursesTests {}

extension CursesTests {
  @MainActor
  @Suite(.serialized) struct OffscreenTests {
    /// What a frame states for a row, and what ncurses holds in it: the text of each cell, empty for
    /// the second half of a wide character.
    private func expected(_ frame: Frame, row: Int) -> [String] {
      frame.row(row).map { $0.isSecondHalf ? "" : String($0.character) }
    }

    /// Cells read back from ncurses; a wide character appears in both of its cells.
    private func painted(_ size: TextSize, row: Int) -> [String] {
      var cells: [String] = []
      while cells.count < size.columns {
        let text = cell(row, cells.count).text
        cells.append(text)
        if ColumnWidth.of(text) == 2 { cells.append("") }
      }
      return cells
    }

    private func cell(
      _ row: Int, _ column: Int
    ) -> (text: String, attributes: Int32, color: Int32) {
      var scalars = [UInt32](repeating: 0, count: 8)
      var attributes: Int32 = 0
      var color: Int32 = 0
      let count = terminal_cell(
        Int32(row), Int32(column), &scalars, Int32(scalars.count), &attributes, &color)
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars.prefix(Int(max(0, count))).compactMap(Unicode.Scalar.init))
      return (String(text), attributes, color)
    }

    private func withTerminal(
      _ size: TextSize, _ body: (Terminal) throws -> Void
    ) throws {
      let terminal = try #require(Terminal(offscreen: size))
      defer { terminal.leave() }
      #expect(terminal.size == size)
      try body(terminal)
    }

    @Test(arguments: [
      "支部党员大会 2026-03-12",
      "1234567890123456789宽",
      "12345678901234567890宽",
      "一二三四五六七八九十",
      "一二三四五六七八九十一",
      "e\u{301}中\u{301}x\u{327}\u{301}",
      "\u{20000}\u{20BB7}\u{31350}",
      "ئۇيغۇر تىلى",
      "\u{1B}[31m\u{7}\u{9B}\u{202E}\u{200B}\u{FEFF}\r\n",
      "👨‍👩‍👧👍🏽❤️",
      "\u{301}开头",
      "─│┌┐“”…—①",
      "ＡＢ，。！",
      "\u{1112}\u{1161}\u{11AB}各",
    ])
    func paintsTheFrame(text: String) throws {
      let size = TextSize(rows: 3, columns: 20)
      try withTerminal(size) { terminal in
        var frame = Frame(size: size)
        for row in 0..<3 { frame.put(text, row: row, column: row) }
        frame.cursor = Position(row: 1, column: 7)
        terminal.present(frame)
        var row: Int32 = 0
        var column: Int32 = 0
        terminal_cursor(&row, &column)
        #expect(row == 1 && column == 7)
        for row in 0..<3 { #expect(painted(size, row: row) == expected(frame, row: row)) }
      }
    }

    @Test func givesEachHalfOfAFlagAColumn() throws {
      let size = TextSize(rows: 1, columns: 6)
      try withTerminal(size) { terminal in
        var frame = Frame(size: size)
        frame.put("🇨🇳नि", row: 0, column: 0)
        #expect(frame[0, 0].width == 2 && frame[0, 2].width == 2)
        terminal.present(frame)
        #expect(painted(size, row: 0) == ["🇨", "🇳", "न", "\u{93F}", " ", " "])
      }
    }

    @Test func overwritesHalvesOfWideCharacters() throws {
      let size = TextSize(rows: 2, columns: 10)
      try withTerminal(size) { terminal in
        var frame = Frame(size: size)
        frame.put("党员大会议", row: 0, column: 0)
        frame.put("党员大会议", row: 1, column: 0)
        terminal.present(frame)
        frame.put("X", row: 0, column: 3)
        frame.put("支部", row: 1, column: 1)
        terminal.present(frame)
        #expect(painted(size, row: 0) == ["党", "", " ", "X", "大", "", "会", "", "议", ""])
        #expect(painted(size, row: 1) == [" ", "支", "", "部", "", " ", "会", "", "议", ""])
      }
    }

    @Test func paintsEveryRowAfterTheSizeChanged() throws {
      let size = TextSize(rows: 2, columns: 8)
      try withTerminal(size) { terminal in
        var wide = Frame(size: TextSize(rows: 4, columns: 9))
        wide.put("一二三四五", row: 0, column: 0)
        wide.put("a一二三四", row: 1, column: 0)
        wide.cursor = Position(row: 3, column: 8)
        terminal.present(wide)
        #expect(painted(size, row: 0) == ["一", "", "二", "", "三", "", "四", ""])
        #expect(painted(size, row: 1) == ["a", "一", "", "二", "", "三", "", " "])
        var small = Frame(size: TextSize(rows: 1, columns: 4))
        small.put("小", row: 0, column: 0)
        terminal.present(small)
        #expect(painted(size, row: 0) == ["小", "", " ", " ", " ", " ", " ", " "])
        #expect(painted(size, row: 1) == Array(repeating: " ", count: 8))
      }
    }

    @Test func tellsStylesApart() throws {
      let size = TextSize(rows: 1, columns: 10)
      try withTerminal(size) { terminal in
        var frame = Frame(size: size)
        var column = frame.put("选", row: 0, column: 0, style: .selected)
        column = frame.put("题", row: 0, column: column, style: .title)
        column = frame.put("栏", row: 0, column: column, style: .active)
        column = frame.put("欠", row: 0, column: column, style: .bad)
        terminal.present(frame)
        #expect(Int(cell(0, 0).attributes) == TERMINAL_REVERSE)
        #expect(Int(cell(0, 1).attributes) == TERMINAL_REVERSE)
        #expect(Int(cell(0, 2).attributes) == TERMINAL_BOLD)
        #expect(Int(cell(0, 4).attributes) == TERMINAL_UNDERLINE)
        #expect(Int(cell(0, 6).attributes) == TERMINAL_BOLD)
        #expect(cell(0, 6).color == (terminal_has_colors() == 0 ? 0 : Int32(TERMINAL_RED)))
        #expect(cell(0, 8).attributes == 0)
      }
    }

    @Test(arguments: [false, true])
    func everyMeaningIsReadableWithoutColor(colors: Bool) {
      let plain = Look(of: .normal, colors: colors)
      for style in [Style.title, .strong, .selected, .active, .bad, .warning, .hint] {
        #expect(Look(of: style, colors: colors) != plain, "\(style)")
      }
      #expect(Look(of: .selected, colors: colors).attributes == Int32(TERMINAL_REVERSE))
    }

    @Test func runsAnEditorThroughTheShell() {
      let file = "/tmp/a name with 'quotes' and 汉字"
      #expect(Terminal.runEditor(command: "test -n x -a", file: file) == 0)
      #expect(Terminal.runEditor(command: "exit 7 #", file: file) == 7)
      #expect(Terminal.runEditor(command: "kill -TERM $$ #", file: file) == 128 + 15)
    }
  }
}
