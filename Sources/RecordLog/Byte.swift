import Glibc

/// The bytes the grammar knows by name.
enum Byte {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let colon = UInt8(ascii: ":")
  static let plus = UInt8(ascii: "+")
  static let hyphen = UInt8(ascii: "-")
  static let hash = UInt8(ascii: "#")
  static let percent = UInt8(ascii: "%")
  static let backslash = UInt8(ascii: "\\")
  static let zero = UInt8(ascii: "0")

  static func isUpper(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "A") < 26 }
  static func isLower(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "a") < 26 }
  static func isDigit(_ byte: UInt8) -> Bool { byte &- zero < 10 }
  static func isNamePart(_ byte: UInt8) -> Bool {
    isUpper(byte) || isLower(byte) || isDigit(byte)
  }
  static func isLowerHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte &- UInt8(ascii: "a") < 6
  }
}

extension UnsafeRawBufferPointer {
  /// Where `byte` first stands at or after `start`, else nil.
  @inline(__always)
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    guard start < count, let base = baseAddress,
      let found = memchr(base + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }

  /// Where the line that begins at `start` ends: its LF, or the end of the buffer.
  @inline(__always)
  func lineEnd(from start: Int) -> Int { firstIndex(of: Byte.lineFeed, from: start) ?? count }

  /// Whether the bytes from `start` on are those of `text`.
  @inline(__always)
  func holds(_ text: StaticString, at start: Int, before limit: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard start + length <= limit, let base = baseAddress else { return false }
    return memcmp(base + start, text.utf8Start, length) == 0
  }

  /// The text of a range; bytes that are not UTF-8 become U+FFFD.
  func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeRawBufferPointer(rebasing: self[range]), as: UTF8.self)
  }
}
