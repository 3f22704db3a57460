import CSystem
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
  /// What the line `Sum: …` begins with.
  static let initialOfSum = UInt8(ascii: "S")

  static func isUpper(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "A") < 26 }
  static func isLower(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "a") < 26 }
  static func isDigit(_ byte: UInt8) -> Bool { byte &- zero < 10 }
  @inline(__always)
  static func isNamePart(_ byte: UInt8) -> Bool {
    // Upper and lower case differ in one bit.
    isLower(byte | 0x20) || isDigit(byte)
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

  /// Where, at or after `start`, an LF is followed by one of two bytes, else nil.
  @inline(__always)
  func firstLineBreak(before first: UInt8, or second: UInt8, from start: Int) -> Int? {
    guard start < count, let base = baseAddress else { return nil }
    let found = start + system_line_break(base + start, count - start, first, second)
    return found < count ? found : nil
  }

  /// How often LF stands in a range.
  @inline(__always)
  func countOfLineFeeds(in range: Range<Int>) -> Int {
    guard !range.isEmpty, range.upperBound <= count, let base = baseAddress else { return 0 }
    return system_count(base + range.lowerBound, range.count, Byte.lineFeed)
  }

  /// Where bytes first stand at or after `start`, else nil.
  package func firstIndex(of needle: UnsafeRawBufferPointer, from start: Int) -> Int? {
    guard start < count, let base = baseAddress, let needleBase = needle.baseAddress,
      let found = system_find(base + start, count - start, needleBase, needle.count)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }

  /// A part of the buffer.
  @inline(__always)
  func part(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: self[range])
  }

  /// Whether a range holds lower-case hexadecimal digits only.
  @inline(__always)
  func isLowerHexadecimal(_ range: Range<Int>) -> Bool {
    // Without a way out of the loop it becomes a few vector instructions.
    var others: UInt8 = 0
    for index in range { others |= Byte.isLowerHexadecimal(self[index]) ? 0 : 1 }
    return others == 0
  }

  /// Whether the bytes are those of a text.
  func isEqual(to text: String) -> Bool {
    var text = text
    return text.withUTF8 { other in
      guard count == other.count, let base = baseAddress, let otherBase = other.baseAddress else {
        return isEmpty && other.isEmpty
      }
      return memcmp(base, otherBase, count) == 0
    }
  }

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
