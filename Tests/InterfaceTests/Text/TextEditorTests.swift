import Testing

@testable import Interface

@Suite struct TextEditorTests {
  private func editor(
    _ text: String, columns: Int = 11, height: Int = 4, keys names: String = ""
  ) -> TextEditor {
    var editor = TextEditor(text)
    editor.resize(columns: columns, height: height)
    for name in names.unicodeScalars.split(separator: " ") {
      let key = Key(named: String(name))
      if let key { editor.handle(key) }
      #expect(key != nil, "\(name)")
    }
    return editor
  }

  /// The text with `|` at the cursor.
  private func marked(_ editor: TextEditor) -> String {
    (0..<editor.lineCount).map { number in
      let line = editor.text(ofLine: number)
      guard number == editor.cursorLine else { return line }
      return line.prefix(editor.cursorOffset) + "|" + line.dropFirst(editor.cursorOffset)
    }.joined(separator: "\n")
  }

  @Test(arguments: [
    ("", "支 部", "支部|"),
    ("支部", "Right Enter", "支\n|部"),
    ("支\n部", "Down Backspace", "支|部"),
    ("支\n部", "Right Del", "支|部"),
    ("支\n部", "Right Right", "支\n|部"),
    ("支\n部", "Down Left", "支|\n部"),
    ("支部\n大会", "Ctrl-K", "|\n大会"),
    ("支部\n大会", "Ctrl-K Ctrl-K", "|大会"),
    ("支部\n大会", "Ctrl-K Ctrl-K Ctrl-E Ctrl-Y", "大会支部\n|"),
    ("支部\n大会", "Ctrl-K Ctrl-Y Ctrl-Y", "支部支部|\n大会"),
    ("支部大会", "Right Right Ctrl-U", "|大会"),
    ("支部大会 abc，def", "Ctrl-E Ctrl-W Ctrl-W", "支部大会 |"),
    ("支部大会 abc，def", "Ctrl-E Ctrl-W Ctrl-W Ctrl-Y", "支部大会 abc，def|"),
    ("支部大会 abc", "Alt-f", "支部大会| abc"),
    ("支部大会 abc\nx", "Ctrl-E Alt-f", "支部大会 abc\n|x"),
    ("支部大会\nx", "Down Alt-b", "支部大会|\nx"),
    ("支部 abc", "Alt-d", "| abc"),
    ("一\n二\n三", "Ctrl-End", "一\n二\n三|"),
    ("一\n二\n三", "Ctrl-End Ctrl-Home", "|一\n二\n三"),
    ("一\n二\n三", "Alt-> Alt-<", "|一\n二\n三"),
    ("", "a b c Ctrl-Z", "|"),
    ("", "a b ， c d Ctrl-Z", "ab，|"),
    ("", "a b ， c d Ctrl-Z Ctrl-Z Ctrl-R", "ab，|"),
    ("", "a Left b Ctrl-Z", "|a"),
    ("abc", "Ctrl-E Backspace Backspace Ctrl-Z", "abc|"),
    ("", "a Enter b Ctrl-Z Ctrl-Z", "a|"),
    ("", "a Ctrl-Z b Ctrl-R", "b|"),
    ("e", "Right \u{301} x", "e\u{301}x|"),
    ("\u{301}", "e", "e\u{301}|"),
  ])
  func edits(start: String, keys: String, result: String) {
    #expect(marked(editor(start, keys: keys)) == result)
  }

  @Test(arguments: [Key.tab, .escape, .backTab, .function(2), .control("c"), .alt("x")])
  func leavesOtherKeys(key: Key) {
    var editor = editor("支部")
    let isUsed = editor.handle(key)
    #expect(!isUsed)
    #expect(editor.text == "支部")
  }

  @Test(arguments: [
    "\r\n", "a\r\nb", "\n\n", "\u{2028}", "ئۇيغۇر\u{301}\u{20000}\u{31350}👨‍👩‍👧", "\u{FEFF}x", "\t",
  ])
  func keepsTheTextItIsGiven(text: String) {
    #expect(editor(text).text.unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test func pastesAnyNumberOfLinesAsOneStep() {
    var editor = editor("支部", keys: "Right")
    editor.paste("一\r\n二\r三\tx\u{1B}[0m\u{9B}\u{0}\n")
    #expect(marked(editor) == "支一\n二\n三  x[0m\n|部")
    editor.handle(.control("z"))
    #expect(marked(editor) == "支|部")
  }

  @Test func wrapsWithOneColumnForTheCursor() {
    let editor = editor("支部党员大会讨论，通过", keys: "Ctrl-E")
    let layout = editor.layout(columns: 11, height: 4)
    #expect(layout.rows == ["支部党员大", "会讨论，通", "过"])
    #expect(layout.cursor == Position(row: 2, column: 2))
    #expect(layout.rowCount == 3)
  }

  @Test func homeAndEndGoByRow() {
    var editor = editor("支部党员大会讨论", keys: "End")
    #expect(editor.layout(columns: 11, height: 4).cursor == Position(row: 0, column: 10))
    editor.handle(.down)
    #expect(editor.layout(columns: 11, height: 4).cursor == Position(row: 1, column: 6))
    editor.handle(.home)
    #expect(marked(editor) == "支部党员大|会讨论")
    #expect(editor.layout(columns: 11, height: 4).cursor == Position(row: 1, column: 0))
  }

  @Test func upAndDownKeepTheColumn() {
    var editor = editor("支部党员大会讨论\nab\n支部党员", keys: "Right Right Right Right")
    let cursors = (0..<3).map { _ in
      editor.handle(.down)
      return editor.layout(columns: 11, height: 9).cursor
    }
    #expect(
      cursors == [
        Position(row: 1, column: 6), Position(row: 2, column: 2), Position(row: 3, column: 8),
      ])
    editor.handle(.up)
    editor.handle(.up)
    editor.handle(.up)
    #expect(editor.layout(columns: 11, height: 9).cursor == Position(row: 0, column: 8))
  }

  @Test func theWindowFollowsTheCursor() {
    let text = (1...20).map { "\($0)" }.joined(separator: "\n")
    var editor = editor(text)
    editor.handle(.pageDown)
    #expect(editor.layout(columns: 11, height: 4).rows == ["4", "5", "6", "7"])
    editor.handle(.down)
    #expect(editor.layout(columns: 11, height: 4).cursor == Position(row: 1, column: 0))
    editor.handle(.controlKey(.end))
    var layout = editor.layout(columns: 11, height: 4)
    #expect(layout.rows == ["17", "18", "19", "20"])
    #expect(layout.top == 16 && layout.rowCount == 20)
    editor.handle(.pageUp)
    layout = editor.layout(columns: 11, height: 4)
    #expect(layout.rows == ["14", "15", "16", "17"])
    #expect(layout.cursor == Position(row: 3, column: 2))
  }

  @Test func completesASpeaker() {
    var editor = editor("同意\nlm zjg", keys: "Down Ctrl-E")
    #expect(editor.completionPrefix() == "zjg")
    editor.replaceCompletion(with: "张建国:")
    #expect(marked(editor) == "同意\nlm 张建国:|")
    #expect(editor.completionPrefix() == "")
    editor.handle(.control("z"))
    #expect(marked(editor) == "同意\nlm zjg|")
  }

  @Test func countsLinesAndGraphemes() {
    let editor = editor("支部\n👨‍👩‍👧e\u{301}")
    #expect(editor.lineCount == 2 && editor.graphemeCount == 4)
  }

  @Test func replacesTheWholeTextAsOneStep() {
    var editor = editor("一\n二\n三", keys: "Down Down")
    editor.replaceAll(with: "甲\n乙")
    #expect(marked(editor) == "甲\n|乙")
    editor.handle(.control("z"))
    #expect(editor.text == "一\n二\n三")
  }

  /// A keystroke in a long text wraps its own line only.
  @Test func aKeystrokeCostsItsLineOnly() {
    let line = String(repeating: "支部党员大会讨论，", count: 60)
    let text = Array(repeating: line, count: 1000).joined(separator: "\n")
    var editor = editor(text, columns: 80, height: 20, keys: "Ctrl-End")
    let elapsed = ContinuousClock().measure {
      for _ in 0..<100 {
        editor.handle(.character("会"))
        _ = editor.layout(columns: 80, height: 20)
      }
    }
    // Wrapping everything each time would take minutes in a debug build.
    #expect(elapsed < .seconds(10))
  }
}
