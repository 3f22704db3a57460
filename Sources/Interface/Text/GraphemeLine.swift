/// One line of text as graphemes with their columns. Every change segments the line anew, so a
/// combining mark typed after a base joins it and no half character can arise.
struct GraphemeLine: Hashable, Sendable {
  private(set) var characters: [Character]
  private(set) var widths: [UInt8]

  init(_ text: some StringProtocol) {
    characters = Array(text)
    widths = characters.map { UInt8(ColumnWidth.of($0)) }
  }

  var count: Int { characters.count }
  var text: String { String(characters) }

  func text(in range: Range<Int>) -> String { String(characters[range]) }

  /// Columns of the graphemes in `range`.
  func columns(in range: Range<Int>) -> Int {
    widths[range].reduce(0) { $0 + Int($1) }
  }

  /// Puts `text` in place of `range`; returns the offset after it, moved past the grapheme that
  /// the end of the text became a part of.
  mutating func replace(_ range: Range<Int>, with text: some StringProtocol) -> Int {
    let before = String(characters[..<range.lowerBound]) + String(text)
    let after = String(characters[range.upperBound...])
    let scalars = before.unicodeScalars.count
    self = GraphemeLine(before + after)
    return offset(atScalar: scalars)
  }

  /// The first grapheme boundary at or after the scalar with number `scalar`.
  func offset(atScalar scalar: Int) -> Int {
    var passed = 0
    for (offset, character) in characters.enumerated() {
      if passed >= scalar { return offset }
      passed += character.unicodeScalars.count
    }
    return characters.count
  }
}

extension GraphemeLine {
  private enum WordClass {
    case blank, punctuation, wide, narrow
  }

  private func wordClass(_ offset: Int) -> WordClass {
    let character = characters[offset]
    if character.isWhitespace { return .blank }
    if character.isPunctuation || character.isSymbol { return .punctuation }
    return widths[offset] == 2 ? .wide : .narrow
  }

  private func isWord(_ offset: Int) -> Bool {
    let kind = wordClass(offset)
    return kind == .wide || kind == .narrow
  }

  /// The start of the word before `offset`; a run of Han characters is a word.
  func wordStart(before offset: Int) -> Int {
    var start = offset
    while start > 0 && !isWord(start - 1) { start -= 1 }
    guard start > 0 else { return 0 }
    let kind = wordClass(start - 1)
    while start > 0 && wordClass(start - 1) == kind { start -= 1 }
    return start
  }

  /// The end of the word after `offset`.
  func wordEnd(after offset: Int) -> Int {
    var end = offset
    while end < count && !isWord(end) { end += 1 }
    guard end < count else { return count }
    let kind = wordClass(end)
    while end < count && wordClass(end) == kind { end += 1 }
    return end
  }
}
