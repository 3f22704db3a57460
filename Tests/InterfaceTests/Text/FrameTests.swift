import RecordLog
import Testing

@testable import Interface

@Suite struct FrameTests {
  private func frame(_ rows: Int = 3, _ columns: Int = 10) -> Frame {
    Frame(size: TextSize(rows: rows, columns: columns))
  }

  @Test(
    arguments: [
      ("支部", 0, nil, "支部", 4), ("支部", 7, nil, "       支", 11), ("支部", 9, nil, "", 11),
      ("支部", -1, nil, " 部", 3), ("abc", -2, nil, "c", 1), ("支部", 0, 3, "支", 3),
      ("ab", 2, 4, "  ab", 6), ("abcdef", 2, 3, "  abc", 5), ("支部", 20, nil, "", 20),
    ] as [(String, Int, Int?, String, Int)])
  func puts(text: String, column: Int, width: Int?, row: String, next: Int) {
    var frame = frame()
    #expect(frame.put(text, row: 1, column: column, width: width) == next)
    #expect(frame.text() == ["", row, ""])
  }

  @Test func nothingIsWrittenOutside() {
    var frame = frame()
    frame.put("支部", row: 3, column: 0)
    frame.put("支部", row: -1, column: 0, width: 8)
    frame.fill(row: 9, style: .selected)
    #expect(frame == self.frame())
    #expect(frame[5, 5] == .blank)
  }

  @Test func theOtherHalfOfAWideCharacterIsBlanked() {
    var frame = frame()
    frame.put("党员大会议", row: 0, column: 0)
    frame.put("X", row: 0, column: 3)
    #expect(frame.text(inRow: 0) == "党 X大会议")
    frame.put("支部", row: 0, column: 5)
    #expect(frame.text(inRow: 0) == "党 X 支部")
    frame.put("Y", row: 0, column: 0)
    #expect(frame.text(inRow: 0) == "Y  X 支部")
    frame.put("会", row: 0, column: 6)
    #expect(frame.text(inRow: 0) == "Y  X  会")
    #expect(frame.row(0).map(\.width) == [1, 1, 1, 1, 1, 1, 2, 0, 1, 1])
  }

  @Test func blanksTakeTheStyle() {
    var frame = frame(1, 6)
    frame.put("一", row: 0, column: 1, style: .selected, width: 4)
    #expect(
      frame.row(0).map(\.style) == [.normal, .selected, .selected, .selected, .selected, .normal])
    #expect(frame.text() == [" 一"])
  }

  @Test func controlsBecomeMarks() {
    var frame = frame(1, 10)
    frame.put("a\u{1B}[2J\u{202E}\u{9B}b", row: 0, column: 0)
    #expect(frame.text() == ["a\u{241B}[2J\u{2426}\u{2426}b"])
  }

  @Test func thePictureShowsRulerAndCursor() {
    var frame = frame(2, 12)
    frame.put("> 表决", row: 0, column: 0)
    frame.cursor = Position(row: 0, column: 2)
    #expect(
      frame.picture() == """
           |0.........10
         0 |> 表决
           |  ^
         1 |
        2 x 12, cursor at row 0 column 2
        """)
  }

  @Test func theDifferenceNamesRowsCellsAndCursor() throws {
    var expected = frame()
    expected.put("支部", row: 1, column: 0)
    var actual = expected
    #expect(Frame.difference(expected, actual) == nil)
    actual.put("大", row: 1, column: 2, style: .bad)
    actual.cursor = Position(row: 2, column: 1)
    #expect(
      Frame.difference(expected, actual) == """
        row 1:
          expected |支部
          actual   |支大
          2 cells, first at column 2: '部' (normal), not '大' (bad)
        cursor: expected 0,0 actual 2,1
        """)
  }
}

@Suite("No cell holds what a terminal would obey or hide")
struct CellSafetyTests {
  @Test("alone, and behind a Latin letter, a Han character, an Arabic letter and an emoji")
  func everyScalar() {
    var drawn = 0
    for value in UInt32(0)...0xE0FFF {
      guard let scalar = Unicode.Scalar(value), VisibleText.isInvisible(scalar) else { continue }
      for base in ["", "a", "人", "ش", "👨", "ᠠ"] {
        for character in base + String(scalar) {
          let cell = Cell(character)
          #expect(
            !cell.character.unicodeScalars.contains { VisibleText.isInvisible($0) },
            "\(base) U+\(String(value, radix: 16))")
          #expect([1, 2].contains(cell.width))
          drawn += 1
        }
      }
    }
    print("cells drawn of \(drawn) characters with something invisible")
    #expect(drawn > 4_000)
  }
}
