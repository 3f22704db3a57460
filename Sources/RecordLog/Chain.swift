import Crypto
import Glibc

/// SHA-256 of a text, as the log's own.
public enum Digest {
  /// The 64 hex digits over the UTF-8 of a text.
  public static func hexadecimal(of text: String) -> String { Chain.hash(Array(text.utf8)) }
}

/// Hexadecimal SHA-256 and the chain of `Sum` fields (format, section 3).
enum Chain {
  /// Digits in a Sum.
  static let length = 64
  /// The `prev` of a first file.
  static let zeros = String(repeating: "0", count: length)
  /// Bytes of the line `Sum: HEX` without its LF.
  static let sumLineLength = 5 + length

  private static let digits: [UInt8] = Array("0123456789abcdef".utf8)

  static func hexadecimal(_ digest: SHA256Digest) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(length)
    digest.withUnsafeBytes { bytes in
      for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
      }
    }
    return text
  }

  /// SHA-256 of the bytes as 64 hex digits.
  static func hash(_ bytes: [UInt8]) -> String {
    String(decoding: hexadecimal(SHA256.hash(data: bytes)), as: UTF8.self)
  }

  /// What the first record of a file is chained to: the hash of its header line.
  static func start(header: UnsafeRawBufferPointer) -> [UInt8] {
    var hasher = SHA256()
    hasher.update(bufferPointer: header)
    return hexadecimal(hasher.finalize())
  }

  static func start(header: String) -> [UInt8] {
    hexadecimal(SHA256.hash(data: [UInt8](header.utf8)))
  }

  /// The digest over the previous Sum's 64 digits, LF, and the record's bytes up to `Sum:`.
  @inline(__always)
  static func digest(
    previous: UnsafeRawBufferPointer, body: UnsafeRawBufferPointer
  ) -> SHA256Digest {
    var hasher = SHA256()
    if previous.count == length + 1 {
      hasher.update(bufferPointer: previous)
    } else {
      hasher.update(bufferPointer: previous)
      var lineFeed = Byte.lineFeed
      withUnsafeBytes(of: &lineFeed) { hasher.update(bufferPointer: $0) }
    }
    hasher.update(bufferPointer: body)
    return hasher.finalize()
  }

  /// The Sum of a record being written.
  static func sum(previous: [UInt8], body: ArraySlice<UInt8>) -> [UInt8] {
    previous.withUnsafeBytes { previous in
      body.withUnsafeBytes { hexadecimal(digest(previous: previous, body: $0)) }
    }
  }

  /// Whether 64 stored digits spell the digest; upper case does not.
  @inline(__always)
  static func agrees(_ digest: SHA256Digest, with stored: UnsafeRawBufferPointer) -> Bool {
    digest.withUnsafeBytes { bytes in
      guard stored.count == length, bytes.count * 2 == length else { return false }
      var difference: UInt8 = 0
      for index in 0..<bytes.count {
        difference |= digit(bytes[index] >> 4) ^ stored[2 * index]
        difference |= digit(bytes[index] & 15) ^ stored[2 * index + 1]
      }
      return difference == 0
    }
  }

  @inline(__always)
  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? Byte.zero + value : UInt8(ascii: "a") + value - 10
  }
}
