import Glibc

/// The bytes of a field's value: a window into its file's buffer. Comparing it allocates nothing;
/// `text` makes the string, continuation lines joined by LF.
public struct FieldValue: Hashable, Sendable, CustomStringConvertible {
  let buffer: [UInt8]
  let start: Int
  let end: Int

  init(buffer: [UInt8], start: Int, end: Int) {
    self.buffer = buffer
    self.start = start
    self.end = end
  }

  /// The number of stored bytes, `+ ` of continuation lines included.
  public var count: Int { end - start }

  /// Whether the value has more than one line.
  public var isMultiline: Bool {
    withBytes { $0.firstIndex(of: Byte.lineFeed, from: 0) != nil }
  }

  /// The whole text; bytes that are not UTF-8 become U+FFFD.
  public var text: String { withBytes { Self.text(of: $0) } }

  /// The text of stored bytes.
  static func text(of bytes: UnsafeRawBufferPointer) -> String {
    guard let first = bytes.firstIndex(of: Byte.lineFeed, from: 0) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    var joined: [UInt8] = []
    joined.reserveCapacity(bytes.count)
    joined.append(contentsOf: bytes[..<first])
    var cursor = first + 1
    while cursor <= bytes.count {
      joined.append(Byte.lineFeed)
      if cursor < bytes.count, bytes[cursor] == Byte.plus { cursor += 1 }
      if cursor < bytes.count, bytes[cursor] == Byte.space { cursor += 1 }
      let end = bytes.lineEnd(from: cursor)
      joined.append(contentsOf: bytes[min(cursor, end)..<end])
      cursor = end + 1
    }
    return String(decoding: joined, as: UTF8.self)
  }

  /// The same as `text`.
  public var description: String { text }

  /// The stored bytes as they stand.
  public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    buffer.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[start..<end])) }
  }

  /// Where a byte first stands, counted from the value's start.
  public func firstOffset(of byte: UInt8) -> Int? {
    withBytes { $0.firstIndex(of: byte, from: 0) }
  }

  /// A part of the value, offsets counted from its start and cut to its bounds.
  public func part(_ offsets: Range<Int>) -> FieldValue {
    let low = min(max(offsets.lowerBound, 0), count)
    let high = min(max(offsets.upperBound, low), count)
    return FieldValue(buffer: buffer, start: start + low, end: start + high)
  }

  /// What stands before the first `byte`; all of it when there is none. The id of `Q1M01(李敏)` is
  /// `prefix(before: UInt8(ascii: "("))`.
  public func prefix(before byte: UInt8) -> FieldValue {
    part(0..<(firstOffset(of: byte) ?? count))
  }

  /// The value as a whole number; nil unless it is ASCII digits only.
  public var number: Int? {
    guard count > 0, count <= 18 else { return nil }
    return withBytes { bytes in
      var value = 0
      for byte in bytes {
        guard Byte.isDigit(byte) else { return nil }
        value = value * 10 + Int(byte - Byte.zero)
      }
      return value
    }
  }

  /// Byte for byte.
  public static func == (left: Self, right: Self) -> Bool {
    guard left.count == right.count else { return false }
    return left.withBytes { leftBytes in
      right.withBytes { rightBytes in equal(leftBytes, rightBytes) }
    }
  }

  /// Compares the text with a literal; allocates only for values of several lines.
  public static func == (left: Self, right: StaticString) -> Bool {
    left.withBytes { bytes in
      equal(
        bytes, UnsafeRawBufferPointer(start: right.utf8Start, count: right.utf8CodeUnitCount))
    }
  }

  /// Compares the text byte for byte; allocates only for values of several lines.
  public static func == (left: Self, right: String) -> Bool {
    guard left.count >= right.utf8.count else { return false }
    if left.isMultiline { return left.text.utf8.elementsEqual(right.utf8) }
    var right = right
    return right.withUTF8 { other in
      left.withBytes { equal($0, UnsafeRawBufferPointer(other)) }
    }
  }

  /// For `switch`.
  public static func ~= (pattern: StaticString, value: Self) -> Bool { value == pattern }

  /// Whether the stored bytes begin with a literal.
  public func hasPrefix(_ prefix: StaticString) -> Bool {
    withBytes { $0.holds(prefix, at: 0, before: $0.count) }
  }

  /// By the stored bytes.
  public func hash(into hasher: inout Hasher) {
    withBytes { hasher.combine(bytes: $0) }
  }

  private static func equal(
    _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer
  ) -> Bool {
    guard left.count == right.count else { return false }
    guard let leftBase = left.baseAddress, let rightBase = right.baseAddress else {
      return left.isEmpty && right.isEmpty
    }
    return memcmp(leftBase, rightBase, left.count) == 0
  }
}
