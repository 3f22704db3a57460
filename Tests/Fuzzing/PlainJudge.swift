import Crypto

/// Reads a log file as the format's text has it, without a line of the program's: slowly, by
/// cutting it at empty lines.
package enum PlainJudge {
  /// The path of the file that is judged.
  package static let path = "organizations/Q1/activity-2026.zhang.rec"
  static let headerStart = Array("# zhibu 1 Q1 activity 2026 zhang prev=".utf8)
  private static let sumName = Array("Sum: ".utf8)
  private static let idName = Array("Id: ".utf8)

  /// What the first record of a file is chained to.
  package enum Start {
    /// The header, as the format has it.
    case header
    /// Nothing: what the header says is not protected.
    case nothing
  }

  /// Where the records stand that may be accepted: byte offsets, LF of the Sum line included.
  package static func accepted(_ bytes: [UInt8], from start: Start = .header) -> [Range<Int>] {
    guard let headerEnd = bytes.firstIndex(of: 0x0A), headerEnd + 1 < bytes.count,
      bytes[headerEnd + 1] == 0x0A, isHeader(bytes[..<headerEnd])
    else { return [] }
    var previous =
      switch start {
      case .header: hexadecimal(of: bytes[..<headerEnd])
      case .nothing: [UInt8](repeating: 0x30, count: 64)
      }
    var accepted: [Range<Int>] = []
    var start = headerEnd + 2
    for end in emptyLines(bytes, from: start) {
      // From the first byte through the LF of the last line; the empty line begins at `end`.
      let lines = bytes[start..<end]
      if let sumStart = sumLine(lines) {
        let stored = Array(lines[(sumStart + 5)..<(sumStart + 69)])
        if lines.starts(with: idName), sum(previous, lines[..<sumStart]) == stored {
          accepted.append(start..<end)
        }
        previous = stored
      }
      start = end + 1
    }
    return accepted
  }

  /// The Sum of a record behind another, from `Id:` up to the LF before `Sum:`.
  static func sum(_ previous: [UInt8], _ body: some Sequence<UInt8>) -> [UInt8] {
    hexadecimal(SHA256.hash(data: previous + [0x0A] + body))
  }

  /// The SHA-256 of bytes as 64 digits.
  static func hexadecimal(of bytes: some Sequence<UInt8>) -> [UInt8] {
    hexadecimal(SHA256.hash(data: Array(bytes)))
  }

  static func hexadecimal(_ digest: SHA256Digest) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return digest.flatMap { [digits[Int($0 / 16)], digits[Int($0 % 16)]] }
  }

  private static func isHeader(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: headerStart) && line.count == headerStart.count + 64
      && line.suffix(64).allSatisfy(isHexadecimal)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }

  /// Where the empty lines are, from an offset on.
  private static func emptyLines(_ bytes: [UInt8], from start: Int) -> [Int] {
    guard start < bytes.count else { return [] }
    return (start..<bytes.count).filter {
      bytes[$0] == 0x0A && ($0 == start || bytes[$0 - 1] == 0x0A)
    }
  }

  /// Where the last line `Sum: HEX` begins, when no line before it begins `Sum: `.
  private static func sumLine(_ lines: ArraySlice<UInt8>) -> Int? {
    var start = lines.startIndex
    while start < lines.endIndex {
      let end = lines[start...].firstIndex(of: 0x0A) ?? lines.endIndex
      if lines[start..<end].starts(with: sumName) {
        let isLast = end + 1 == lines.endIndex
        let isWhole = end - start == 69 && lines[(start + 5)..<end].allSatisfy(isHexadecimal)
        return isLast && isWhole ? start : nil
      }
      start = end + 1
    }
    return nil
  }
}
