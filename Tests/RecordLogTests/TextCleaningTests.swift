import Testing

@testable import RecordLog

@Suite("Format 1: text is kept") struct TextCleaningTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var text: String
    var clean: String
    var changes: Set<TextChange>
    var testDescription: String { text.debugDescription }
  }

  @Test(arguments: [
    Row(text: "", clean: "", changes: []),
    Row(text: "会议记录", clean: "会议记录", changes: []),
    Row(text: "一\n二", clean: "一\n二", changes: []),
    Row(text: "“引号”……", clean: "“引号”……", changes: []),
    Row(text: "a\tb", clean: "a    b", changes: [.tabs]),
    Row(text: "a\t", clean: "a", changes: [.tabs, .trailingBlanks]),
    Row(text: "一\r\n二\r\n", clean: "一\n二\n", changes: [.lineEnds]),
    Row(text: "一\r二", clean: "一\n二", changes: [.lineEnds]),
    Row(text: "一  \n二 ", clean: "一\n二", changes: [.trailingBlanks]),
    Row(text: "   ", clean: "", changes: [.trailingBlanks]),
    Row(text: #"C:\"#, clean: "C:＼", changes: [.backslashes]),
    Row(text: "C:\\ ", clean: "C:＼", changes: [.backslashes, .trailingBlanks]),
    Row(text: "a\\\\\nb", clean: "a\\＼\nb", changes: [.backslashes]),
    Row(text: #"a\b"#, clean: #"a\b"#, changes: []),
    Row(text: "a\u{1B}[31mb", clean: "a[31mb", changes: [.controls]),
    Row(text: "a\u{0}\u{7F}\u{85}\u{9B}b", clean: "ab", changes: [.controls]),
    Row(text: "a\u{202E}b\u{2066}c", clean: "abc", changes: [.directionMarks]),
    Row(text: "a\u{200D}\u{FEFF}\u{61C}b", clean: "a\u{200D}\u{FEFF}\u{61C}b", changes: []),
    Row(text: "a\u{A0}", clean: "a\u{A0}", changes: []),
    Row(text: "𠮷ᠠᠡئۇ👩‍👧", clean: "𠮷ᠠᠡئۇ👩‍👧", changes: []),
  ])
  func cleans(_ row: Row) {
    let (text, changes) = TextCleaning.clean(row.text)
    #expect(Array(text.utf8) == Array(row.clean.utf8))
    #expect(changes == row.changes)
    #expect(TextCleaning.clean(text).changes.isEmpty)
  }

  @Test(
    arguments: [
      ("好", []), ("a\tb\r\n", []), ("\u{1B}", [0x1B]),
      ("x\u{7F}\u{80}\u{9F}\u{A0}", [0x7F, 0x80, 0x9F]),
      ("\u{2029}\u{202A}\u{202E}\u{202F}", [0x202A, 0x202E]),
      ("\u{2065}\u{2066}\u{2069}\u{206A}", [0x2066, 0x2069]), ("\u{200B}\u{FEFF}", []),
    ] as [(String, [UInt32])])
  func findsForbidden(_ text: String, values: [UInt32]) {
    #expect(TextCleaning.forbiddenScalars(in: text).map(\.value) == values)
  }

  @Test func findsInvisible() {
    let text = "a\u{61C}\u{200A}\u{200B}\u{200F}\u{2010}\u{FEFF}"
    #expect(
      TextCleaning.invisibleScalars(in: text).map(\.value) == [0x61C, 0x200B, 0x200F, 0xFEFF])
  }
}
