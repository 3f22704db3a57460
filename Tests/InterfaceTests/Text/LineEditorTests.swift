import Testing

@testable import Interface

@Suite struct LineEditorTests {
  private func keys(_ names: String) -> [Key] {
    names.unicodeScalars.split(separator: " ").compactMap { Key(named: String($0)) }
  }

  /// `|` marks the cursor.
  private func marked(_ editor: LineEditor) -> String {
    let characters = Array(editor.text)
    return String(characters[..<editor.cursor]) + "|" + String(characters[editor.cursor...])
  }

  @Test(arguments: [
    ("", "会 议", "会议|"),
    ("a会议记录员", "Home Right 款", "a款|会议记录员"),
    ("会议", "Left Backspace", "|议"),
    ("会议", "Home Del", "|议"),
    ("会议", "Ctrl-A Ctrl-F x Ctrl-E y", "会x议y|"),
    ("会议", "Ctrl-B Ctrl-D", "会|"),
    ("会议记录 abc", "Ctrl-W", "会议记录 |"),
    ("会议记录 abc", "Alt-b Alt-b", "|会议记录 abc"),
    ("会议记录 abc", "Home Alt-f", "会议记录| abc"),
    ("会议记录，abc", "Home Alt-d", "|，abc"),
    ("会议记录", "Left Ctrl-U", "|录"),
    ("会议记录", "Left Ctrl-K", "会议记|"),
    ("会议记录", "Left Ctrl-U End Ctrl-Y", "录会议记|"),
    ("会", "a b c Ctrl-Z", "会|"),
    ("会", "a b Left c Ctrl-Z", "会a|b"),
    ("会", "a b Left c Ctrl-_ Ctrl-_", "会|"),
    ("会", "a Ctrl-Z Ctrl-R", "会a|"),
    ("会", "Ctrl-Z Ctrl-R Left Left Left", "|会"),
    ("e", "\u{301} x", "e\u{301}x|"),
  ])
  func edits(start: String, keys names: String, result: String) {
    var editor = LineEditor(start)
    for key in keys(names) {
      let isUsed = editor.handle(key)
      #expect(isUsed, "\(key)")
    }
    #expect(marked(editor) == result)
  }

  @Test(arguments: [
    Key.enter, .escape, .tab, .backTab, .up, .down, .pageUp, .function(2), .control("c"), .alt("x"),
    .altKey(.enter),
  ])
  func leavesOtherKeys(key: Key) {
    var editor = LineEditor("会议")
    let isUsed = editor.handle(key)
    #expect(!isUsed)
    #expect(editor == LineEditor("会议"))
  }

  @Test(arguments: [
    ("一行\n二行\r\n三行\n", "一行 二行 三行"), ("a\tb\u{1B}[0m\u{7F}\u{85}", "a  b[0m"), ("\n", ""),
  ])
  func pastesOneLine(pasted: String, text: String) {
    var editor = LineEditor()
    editor.paste(pasted)
    #expect(editor.text == text)
  }

  @Test(arguments: [
    ("会议记录", 0, 8, "会议记录", 0), ("会议记录", 4, 9, "会议记录", 8), ("会议记录", 4, 8, "记录", 4),
    ("会议记录员", 5, 6, "员", 2), ("会议记录员", 2, 6, "会议记", 4), ("abcdefgh", 3, 4, "abcd", 3),
    ("abcdefgh", 8, 4, "gh", 2), ("会", 1, 1, "", 0),
  ])
  func scrollsByColumns(text: String, cursor: Int, columns: Int, shown: String, column: Int) {
    var editor = LineEditor(text)
    editor.handle(.home)
    for _ in 0..<cursor { editor.handle(.right) }
    let visible = editor.visible(columns: columns)
    #expect(visible.text == shown)
    #expect(visible.cursorColumn == column)
  }
}
