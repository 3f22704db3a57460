import CColumnWidth
import Testing

@testable import Interface

/// Widths are those of glibc 2.36 and newer in C.UTF-8.
@Suite struct ColumnWidthTests {
  @Test(arguments: [
    ("a", "a", 1), (" ", " ", 1), ("~", "~", 1),
    ("支", "支", 2), ("，", "，", 2), ("Ａ", "Ａ", 2), ("\u{3000}", "\u{3000}", 2), ("〓", "〓", 2),
    ("\u{20000}", "\u{20000}", 2), ("\u{20BB7}", "\u{20BB7}", 2), ("\u{3400}", "\u{3400}", 2),
    ("“", "“", 1), ("…", "…", 1), ("—", "—", 1), ("·", "·", 1), ("①", "①", 1), ("│", "│", 1),
    ("ئ", "ئ", 1), ("é", "é", 1), ("e\u{301}", "e\u{301}", 1), ("中\u{301}", "中\u{301}", 2),
    ("\u{301}", "\u{25CC}\u{301}", 1), ("각", "각", 2), ("\u{1112}\u{1161}", "\u{1112}\u{1161}", 2),
    ("👨‍👩‍👧", "👨", 2), ("👍🏽", "👍", 2), ("❤\u{FE0F}", "❤", 1), ("🇨🇳", "🇨🇳", 2),
    ("葛\u{E0100}", "葛", 2), ("न\u{93F}", "न\u{93F}", 2),
    ("\u{0}", "\u{2400}", 1), ("\u{1B}", "\u{241B}", 1), ("\n", "\u{240A}", 1),
    ("\u{7F}", "\u{2421}", 1), ("\u{9B}", "\u{2426}", 1), ("\u{202E}", "\u{2426}", 1),
    ("\u{200E}", "\u{2426}", 1), ("\u{2066}", "\u{2426}", 1), ("\u{61C}", "\u{2426}", 1),
    ("\u{FEFF}", "\u{2426}", 1), ("\u{200B}", "\u{2426}", 1), ("\u{2028}", "\u{2426}", 1),
    ("\u{AD}", "\u{2426}", 1), ("\u{E0041}", "\u{2426}", 1), ("\u{3164}", "\u{2426}", 1),
    ("\u{10FFFF}", "〓", 2), ("\u{0378}", "〓", 2),
  ])
  func draws(text: String, drawn: String, width: Int) throws {
    let cell = Cell(try #require(text.first))
    #expect(String(cell.character).unicodeScalars.elementsEqual(drawn.unicodeScalars))
    #expect(cell.width == width)
    #expect(ColumnWidth.of(text) == width)
  }

  @Test func theFastPathAgreesWithTheLibrary() {
    let plain = (UInt32(0)...0x2FFFF).filter { Cell.isPlainWide($0) }
    #expect(plain.count > 21_000)
    #expect(plain.filter { column_width($0) != 2 } == [])
  }

  @Test func whatIsDrawnIsDrawnAsItself() throws {
    for value in UInt32(0)...0x323AF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let cell = Cell(Character(scalar))
      let again = Cell(cell.character)
      guard again == cell, cell.width == 1 || cell.width == 2 else {
        Issue.record("U+\(String(value, radix: 16)) is drawn as \(cell)")
        return
      }
      let columns = cell.character.unicodeScalars.reduce(0) { $0 + Int(column_width($1.value)) }
      #expect(columns == cell.width, "U+\(String(value, radix: 16))")
    }
  }

  @Test func marksPastFourAreLeftOut() {
    let cell = Cell(Character("a" + String(repeating: "\u{301}", count: 9)))
    #expect(cell.character.unicodeScalars.count == 5)
    #expect(cell.width == 1)
  }
}

@Suite struct ColumnTextTests {
  @Test(arguments: [
    ("支部党员", 8, "支部党员", "支部党员", "支部党员"),
    ("支部党员", 7, "支部党", "支部党 ", "支部.."),
    ("支部党员", 6, "支部党", "支部党", "支部.."),
    ("支部党员", 5, "支部", "支部 ", "支.."),
    ("支部党员", 2, "支", "支", "支"),
    ("支部党员", 1, "", " ", ""),
    ("支部党员", 0, "", "", ""),
    ("ab", 4, "ab", "ab  ", "ab"),
    ("a👨‍👩‍👧b", 3, "a👨‍👩‍👧", "a👨‍👩‍👧", "a.."),
    ("", 2, "", "  ", ""),
  ])
  func fitsColumns(text: String, columns: Int, clipped: String, padded: String, elided: String) {
    #expect(text.clipped(toColumns: columns) == clipped)
    #expect(text.padded(toColumns: columns) == padded)
    #expect(text.elided(toColumns: columns) == elided)
  }

  @Test func numbersKeepToTheRight() {
    #expect("12".padded(toColumns: 5, alignment: .trailing) == "   12")
  }

  @Test(arguments: [
    ("", 10, [""]),
    ("支部党员大会", 8, ["支部党员", "大会"]),
    ("支部党员大会", 7, ["支部党", "员大会"]),
    ("支部党员，大会", 8, ["支部党", "员，大会"]),
    ("他说“同意”。好", 8, ["他说“同", "意”。好"]),
    ("讨论《条例》", 6, ["讨论", "《条", "例》"]),
    ("hello world again", 11, ["hello world", "again"]),
    ("hello world again", 9, ["hello", "world", "again"]),
    ("共 120 人参加", 8, ["共 120", "人参加"]),
    ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ("一\n\n二三", 4, ["一", "", "二三"]),
    ("中", 1, ["中"]),
    ("！！！！！", 4, ["！！", "！！", "！"]),
  ])
  func wraps(text: String, columns: Int, rows: [String]) {
    #expect(text.wrapped(toColumns: columns).map(String.init) == rows)
  }
}
