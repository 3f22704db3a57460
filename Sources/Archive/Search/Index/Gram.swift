/// What an index knows of a text: which characters, which pairs of characters and, of ASCII, which
/// three in a row stand in it. Each is a number.
enum Gram {
  static func single(_ scalar: UInt32) -> UInt64 { UInt64(scalar) }

  static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 {
    1 << 62 | UInt64(first) << 21 | UInt64(second)
  }

  static func triple(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> UInt64 {
    2 << 62 | UInt64(first) << 14 | UInt64(second) << 7 | UInt64(third)
  }

  /// What a text has to have to hold a word, and whether every text that has it holds the word.
  static func needed(for word: [UInt8]) -> (grams: [UInt64], isExact: Bool) {
    let scalars = String(decoding: word, as: UTF8.self).unicodeScalars.map(\.value)
    guard scalars.count > 1 else { return (scalars.map { single($0) }, true) }
    var grams: [UInt64] = []
    for index in 0..<scalars.count - 1 {
      let (first, second) = (scalars[index], scalars[index + 1])
      if index + 2 < scalars.count, first < 0x80, second < 0x80, scalars[index + 2] < 0x80 {
        grams.append(triple(first, second, scalars[index + 2]))
      } else if index == 0 || scalars[index - 1] >= 0x80 || first >= 0x80 || second >= 0x80 {
        grams.append(pair(first, second))
      }
    }
    return (grams, grams.count == 1)
  }

  /// Walks what stands in folded text.
  static func forEach(in text: UnsafeRawBufferPointer, _ body: (UInt64) -> Void) {
    var before: UInt32 = 0
    var beforeThat: UInt32 = 0
    var cursor = 0
    while cursor < text.count {
      let (scalar, length) = scalar(text, at: cursor)
      cursor += length
      // Blanks and line ends are in no word.
      guard scalar > 0x20 else {
        before = 0
        beforeThat = 0
        continue
      }
      body(single(scalar))
      if before != 0 {
        body(pair(before, scalar))
        if beforeThat != 0, beforeThat < 0x80, before < 0x80, scalar < 0x80 {
          body(triple(beforeThat, before, scalar))
        }
      }
      beforeThat = before
      before = scalar
    }
  }

  /// The character at an offset and how many bytes it takes; 0 for what is no UTF-8.
  @inline(__always)
  private static func scalar(
    _ text: UnsafeRawBufferPointer, at index: Int
  ) -> (scalar: UInt32, length: Int) {
    let first = text[index]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first < 0xF5, index + length <= text.count else { return (0, 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let next = text[index + offset]
      guard next & 0xC0 == 0x80 else { return (0, 1) }
      value = value << 6 | UInt32(next & 0x3F)
    }
    return (value, length)
  }
}
