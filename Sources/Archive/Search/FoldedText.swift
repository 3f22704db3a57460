/// Text as a search compares it: full-width letters, digits and signs are their half-width forms,
/// the ideographic blank is a blank, and letters are small ones. Everything else is as it stands.
/// A buffer that is filled again and again.
struct FoldedText: Sendable {
  private var storage: [UInt8] = []
  private(set) var count = 0

  /// Text in its folded form.
  static func of(_ text: String) -> [UInt8] {
    var folded = FoldedText()
    Array(text.utf8).withUnsafeBytes { folded.append($0) }
    return Array(folded.storage.prefix(folded.count))
  }

  mutating func removeAll() { count = 0 }

  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    storage.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
  }

  /// Adds a byte as it is.
  mutating func append(_ byte: UInt8) {
    reserve(1)
    storage[count] = byte
    count += 1
  }

  /// Adds UTF-8 text, folded; bytes that are no UTF-8 stay as they are.
  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    // The small letter of a capital may take one byte more than its two.
    reserve(2 * bytes.count)
    let start = count
    count = storage.withUnsafeMutableBytes { Self.fold(bytes, into: $0, from: start) }
  }

  private mutating func reserve(_ more: Int) {
    guard storage.count < count + more else { return }
    storage += [UInt8](repeating: 0, count: max(count + more - storage.count, storage.count, 1024))
  }

  private static func fold(
    _ bytes: UnsafeRawBufferPointer, into folded: UnsafeMutableRawBufferPointer, from start: Int
  ) -> Int {
    var input = 0
    var output = start
    while input < bytes.count {
      let byte = bytes[input]
      if byte < 0x80 {
        folded[output] = small(byte)
        output += 1
        input += 1
      } else if let (ascii, length) = halfWidth(bytes, at: input) {
        folded[output] = small(ascii)
        output += 1
        input += length
      } else if (0xC2...0xE2).contains(byte), let (letters, length) = letter(bytes, at: input) {
        for unit in letters.utf8 {
          folded[output] = unit
          output += 1
        }
        input += length
      } else {
        folded[output] = byte
        output += 1
        input += 1
      }
    }
    return output
  }

  @inline(__always)
  private static func small(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }

  /// U+FF01–FF5E and U+3000 as ASCII.
  @inline(__always)
  private static func halfWidth(
    _ bytes: UnsafeRawBufferPointer, at index: Int
  ) -> (ascii: UInt8, length: Int)? {
    guard bytes[index] == 0xEF || bytes[index] == 0xE3, index + 2 < bytes.count else { return nil }
    switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    case (0xEF, 0xBC, let last) where last >= 0x81: return (last - 0x60, 3)
    case (0xEF, 0xBD, let last) where last <= 0x9E: return (last - 0x20, 3)
    case (0xE3, 0x80, 0x80): return (0x20, 3)
    default: return nil
    }
  }

  /// The small form of a letter beyond ASCII; nil when what stands there has none.
  private static func letter(
    _ bytes: UnsafeRawBufferPointer, at index: Int
  ) -> (letters: String, length: Int)? {
    let length = bytes[index] < 0xE0 ? 2 : 3
    guard index + length <= bytes.count else { return nil }
    // The signs of U+2000–203F are in every Chinese text.
    if length == 3, bytes[index] == 0xE2, bytes[index + 1] == 0x80 { return nil }
    var value = UInt32(bytes[index] & (length == 2 ? 0x1F : 0x0F))
    for offset in 1..<length {
      guard bytes[index + offset] & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(bytes[index + offset] & 0x3F)
    }
    guard value < 0x2E80, let scalar = Unicode.Scalar(value),
      scalar.properties.changesWhenLowercased
    else { return nil }
    return (scalar.properties.lowercaseMapping, length)
  }
}
