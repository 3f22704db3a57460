/// A field's name as read, up to 16 bytes of it held in place, so that comparing it with a
/// literal or hashing it allocates nothing: `switch name { case "Date": … }`.
public struct FieldName: Hashable, Sendable, CustomStringConvertible {
  @usableFromInline let count: Int
  @usableFromInline let low: UInt64
  @usableFromInline let high: UInt64
  /// What goes beyond 16 bytes; empty for every field the format knows.
  @usableFromInline let rest: String

  /// The name as text.
  public var description: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for index in 0..<min(count, 16) {
      let word = index < 8 ? low : high
      bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(8 * (index & 7))))
    }
    return String(decoding: bytes, as: UTF8.self) + rest
  }

  /// A name to look for.
  @inlinable
  public init(_ name: StaticString) {
    self.init(UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  /// A name to look for.
  public init(_ name: String) {
    var name = name
    self = name.withUTF8 { Self(UnsafeRawBufferPointer($0)) }
  }

  @inlinable
  init(_ bytes: UnsafeRawBufferPointer) {
    count = bytes.count
    low = Self.word(bytes, 0)
    high = Self.word(bytes, 8)
    rest =
      bytes.count <= 16
      ? "" : String(decoding: UnsafeRawBufferPointer(rebasing: bytes[16...]), as: UTF8.self)
  }

  @inline(__always)
  private init(short count: Int, low: UInt64, high: UInt64) {
    self.count = count
    self.low = low
    self.high = high
    rest = ""
  }

  /// The same for a name within a file: the bytes behind it are loaded too, and masked out.
  @inline(__always)
  init(in bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) {
    let count = end - start
    guard count > 0, count <= 16, start + 16 <= bytes.count else {
      self.init(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      return
    }
    let low = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
    let high = bytes.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self)
    let lowMask: UInt64 = .max >> (64 - 8 * min(count, 8))
    let highMask: UInt64 = .max >> (128 - 8 * count)
    self.init(
      short: count, low: UInt64(littleEndian: low) & lowMask,
      high: UInt64(littleEndian: high) & (count > 8 ? highMask : 0))
  }

  @inlinable @inline(__always)
  static func word(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> UInt64 {
    if start + 8 <= bytes.count {
      return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    }
    var word: UInt64 = 0
    var index = start
    while index < bytes.count {
      word |= UInt64(bytes[index]) << UInt64(8 * (index - start))
      index += 1
    }
    return word
  }

  /// Byte for byte.
  @inlinable
  public static func == (left: Self, right: Self) -> Bool {
    left.count == right.count && left.low == right.low && left.high == right.high
      && (left.count <= 16 || left.rest == right.rest)
  }

  /// Byte for byte, without allocating.
  @inlinable
  public static func == (left: Self, right: StaticString) -> Bool {
    left.count == right.utf8CodeUnitCount && left == Self(right)
  }

  /// For `switch`: of many names nearly all differ in length or in the first byte.
  @inlinable @inline(__always)
  public static func ~= (pattern: StaticString, name: Self) -> Bool {
    name.count == pattern.utf8CodeUnitCount
      && UInt8(truncatingIfNeeded: name.low) == pattern.utf8Start.pointee && name == pattern
  }

  /// By the bytes held in place.
  @inlinable
  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    hasher.combine(low)
    hasher.combine(high)
  }
}
