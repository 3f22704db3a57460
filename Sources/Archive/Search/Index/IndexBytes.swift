/// What the files of an index are made of: numbers of fixed width, lowest byte first, and texts with
/// their length before them.
struct IndexWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ text: String) { write(bytes: Array(text.utf8)) }

  mutating func write(bytes text: [UInt8]) {
    write(UInt32(text.count))
    bytes += text
  }

  mutating func write<Number: FixedWidthInteger>(_ numbers: [Number]) {
    write(UInt32(numbers.count))
    numbers.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ texts: [String]) {
    write(UInt32(texts.count))
    for text in texts { write(text) }
  }
}

/// Something in a file of an index is not what was written there.
struct IndexDamage: Error {}

/// Reads what `IndexWriter` has written, in the same order.
struct IndexReader {
  private let bytes: [UInt8]
  private var cursor = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func number<Number: FixedWidthInteger>(_ type: Number.Type) throws(IndexDamage)
    -> Number
  {
    let size = MemoryLayout<Number>.size
    guard bytes.count - cursor >= size else { throw IndexDamage() }
    defer { cursor += size }
    return bytes.withUnsafeBytes {
      Number(littleEndian: $0.loadUnaligned(fromByteOffset: cursor, as: Number.self))
    }
  }

  mutating func count() throws(IndexDamage) -> Int { Int(try number(UInt32.self)) }

  mutating func block() throws(IndexDamage) -> [UInt8] {
    let count = try count()
    guard bytes.count - cursor >= count else { throw IndexDamage() }
    defer { cursor += count }
    return Array(bytes[cursor..<cursor + count])
  }

  mutating func text() throws(IndexDamage) -> String {
    String(decoding: try block(), as: UTF8.self)
  }

  mutating func numbers<Number: FixedWidthInteger>(_ type: Number.Type) throws(IndexDamage)
    -> [Number]
  {
    let count = try count()
    let size = count * MemoryLayout<Number>.size
    guard bytes.count - cursor >= size else { throw IndexDamage() }
    defer { cursor += size }
    return bytes.withUnsafeBytes { raw in
      (0..<count).map {
        Number(
          littleEndian: raw.loadUnaligned(
            fromByteOffset: cursor + $0 * MemoryLayout<Number>.size, as: Number.self))
      }
    }
  }

  mutating func texts() throws(IndexDamage) -> [String] {
    let count = try count()
    var texts: [String] = []
    for _ in 0..<count { texts.append(try text()) }
    return texts
  }
}

/// Tells bytes from what a disk or a hand has made of them; it is no seal.
enum IndexChecksum {
  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var sum = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
    var cursor = 0
    while cursor + 8 <= bytes.count {
      sum = mixed(
        sum ^ UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: cursor, as: UInt64.self)))
      cursor += 8
    }
    var rest: UInt64 = 0
    while cursor < bytes.count {
      rest = rest << 8 | UInt64(bytes[cursor])
      cursor += 1
    }
    return mixed(sum ^ rest)
  }

  static func of(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { of($0) } }

  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = (value ^ value >> 29) &* 0xBF58_476D_1CE4_E5B9
    return product ^ product >> 32
  }
}
