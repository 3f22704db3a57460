import Testing

@testable import RecordLog

@Suite("What leaves the program instead of what nobody sees") struct VisibleTextTests {
  @Test func marksStandForControlsAndDirectionsOnly() {
    var marked: [ClosedRange<UInt32>] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), let mark = VisibleText.mark(for: scalar) else {
        continue
      }
      #expect(!VisibleText.isInvisible(mark))
      if let last = marked.last, last.upperBound + 1 == value {
        marked[marked.count - 1] = last.lowerBound...value
      } else {
        marked.append(value...value)
      }
    }
    #expect(marked == [0...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069])
  }

  @Test(arguments: [
    "李敏", "", "一\n二", "𠮷𬱖\u{30EDD}\u{31350}", "شىنجاڭ\u{200C} ئۇيغۇر", "ᠮᠣᠩᠭᠣᠯ\u{180B}\u{180E}ᠠ",
    "བོད་ཡིག", "葛\u{E0100}", "e\u{301}é", "👨\u{200D}👩\u{200D}👧", "\u{1112}\u{1161}\u{11AB}",
    "a\u{200B}b\u{FEFF}\u{61C}\u{200F}\u{2028}\u{AD}", "€ — “引”",
  ])
  func allElseIsExportedByteForByte(_ text: String) {
    #expect(Array(VisibleText.exported(text).utf8) == Array(text.utf8))
    #expect(Array(VisibleText.exported(document: text).utf8) == Array(text.utf8))
  }

  @Test(arguments: [
    ("\u{1B}]52;c;aGFjaw==\u{07}", "␛]52;c;aGFjaw==␇", "␛]52;c;aGFjaw==␇"),
    ("a\tb\r\nc\rd", "a b␍\nc␍d", "a\tb\r\nc␍d"),
    ("\u{9B}6n\u{90}\u{85}", "␦6n␦␦", "␦6n␦␦"),
    ("\u{202E}\u{2066}x\u{2069}", "␦␦x␦", "␦␦x␦"),
  ])
  func controlsAreMarked(_ text: String, value: String, document: String) {
    #expect(VisibleText.exported(text) == value)
    #expect(
      VisibleText.exported(document: text).unicodeScalars.elementsEqual(document.unicodeScalars))
  }
}
