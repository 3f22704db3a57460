import Testing

@testable import Documents

/// Two columns for everything beyond Latin, as terminals count Han.
func testWidth(_ character: Character) -> Int {
  (character.unicodeScalars.first?.value ?? 0) > 0x2FF && character != "…" ? 2 : 1
}

@Suite("Text for a terminal")
struct TerminalTextTests {
  @Test(
    "controls and invisible characters become marks",
    arguments: [
      ("李敏 ok", "李敏 ok"),
      ("a\u{1B}[31mb", "a␛[31mb"),
      ("a\u{07}b\u{7F}", "a␇b␡"),
      ("a\tb", "a b"),
      ("a\nb", "a b"),
      ("x\u{9B}31my", "x␦31my"),
      ("李\u{202E}敏\u{202C}", "李␦敏␦"),
      ("Q1\u{200B}M01", "Q1␦M01"),
      ("a\u{2028}b", "a␦b"),
      ("e\u{301}", "e\u{301}"),
      ("❤\u{FE0F}", "❤"),
      // Joiners belong to scripts that join and to emoji; elsewhere they hide.
      ("می\u{200C}خواهم", "میخواهم"),
      ("张\u{200D}三 a\u{200C}b", "张␦三 a␦b"),
      ("👨\u{200D}👩\u{200D}👧", "👨👩👧"),
      ("ᠮᠣᠩᠭᠣᠯ\u{180B} ᠬᠠᠷ\u{180E}ᠠ", "ᠮᠣᠩᠭᠣᠯ ᠬᠠᠷᠠ"),
      ("葛\u{E0100}", "葛"),
      ("\u{200E}李\u{61C}敏\u{FEFF}\u{2060}", "␦李␦敏␦␦"),
      ("", ""),
    ])
  func marks(raw: String, shown: String) {
    #expect(TerminalText.safe(raw) == shown)
  }

  @Test("line ends stay where lines are kept")
  func keptLines() {
    #expect(TerminalText.safe("一\n二\r三", keepingLines: true) == "一\n二␍三")
  }

  @Test(
    "text is cut by columns, never within a wide character",
    arguments: [
      ("党员大会", 8, "党员大会"), ("党员大会", 7, "党员大…"), ("党员大会", 6, "党员…"),
      ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("", 1, ""),
    ])
  func elision(text: String, limit: Int, cut: String) {
    #expect(text.elided(to: limit, testWidth) == cut)
  }

  @Test(
    "text is wrapped between characters, Latin words at blanks",
    arguments: [
      ("一二三四五", 4, ["一二", "三四", "五"]),
      ("one two three", 8, ["one two", "three"]),
      ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
      ("一\n\n二", 4, ["一", "", "二"]),
      ("学习 Swift 语言", 9, ["学习", "Swift 语", "言"]),
    ])
  func wrapping(text: String, limit: Int, lines: [String]) {
    #expect(text.wrapped(to: limit, testWidth) == lines)
  }
}
