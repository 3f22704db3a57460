import CSystem
import Glibc

/// The encodings of files that other programs write.
public enum TextEncoding: String, CaseIterable, Sendable {
  /// What everything is written in today.
  case utf8 = "utf-8"
  /// What Chinese spreadsheets write when nobody asks for anything else; holds GBK and GB2312.
  case gb18030
  /// What spreadsheets call Unicode text; known by its byte order mark alone.
  case utf16 = "utf-16"
}

/// Text of a file that another program has written.
public struct ForeignText: Hashable, Sendable {
  /// The text, without a byte order mark, its lines parted by LF.
  public let text: String
  /// The encoding it was read in.
  public let encoding: TextEncoding

  /// What keeps bytes from being text.
  public enum Fault: Error, Hashable, Sendable {
    /// They are no text of that encoding.
    case notText(TextEncoding)
    /// The system has no table for that encoding.
    case unknownEncoding(TextEncoding)
  }

  /// Reads bytes in an encoding, or, without one, in the one they are: by their byte order mark,
  /// else UTF-8 when they are that, else GB18030.
  public init(_ bytes: [UInt8], encoding: TextEncoding? = nil) throws(Fault) {
    let encoding = encoding ?? Self.encoding(of: bytes)
    var text: String
    if encoding == .utf8 {
      guard let read = String(validating: bytes, as: UTF8.self) else { throw .notText(.utf8) }
      text = read
    } else {
      text = try Self.converted(bytes, from: encoding)
    }
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    self.text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    self.encoding = encoding
  }

  private static func encoding(of bytes: [UInt8]) -> TextEncoding {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .utf16 }
    return String(validating: bytes, as: UTF8.self) == nil ? .gb18030 : .utf8
  }

  private static func converted(
    _ bytes: [UInt8], from encoding: TextEncoding
  ) throws(Fault) -> String {
    guard !bytes.isEmpty else { return "" }
    var length = 0
    let found = bytes.withUnsafeBytes { bytes in
      bytes.baseAddress.flatMap { system_utf8(encoding.rawValue, $0, bytes.count, &length) }
    }
    guard let found else {
      throw errno == EINVAL ? .unknownEncoding(encoding) : .notText(encoding)
    }
    defer { free(found) }
    return String(decoding: UnsafeRawBufferPointer(start: found, count: length), as: UTF8.self)
  }
}
