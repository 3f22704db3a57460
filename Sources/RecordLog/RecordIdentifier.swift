/// The name of one record: `ORGANIZATION-TYPE-YEAR-WRITER-NNNN`, for example
/// `Q1-activity-2026-zhang-0007`. It names the file that holds the record. Types without a year
/// (organization, member, team) write `-` for it: `Q1-member---zhang-0001`.
public struct RecordIdentifier: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The organisation whose folder holds the record, `[A-Z][A-Z0-9]{1,11}`.
  public let organization: String
  /// The record's type, lower-case letters.
  public let type: String
  /// The year of the file, nil for types that have one file for good.
  public let year: Int?
  /// The writer, `[a-z][a-z0-9]{1,15}`.
  public let writer: String
  /// Counts from 1 within organisation, type, year and writer; never used twice.
  public let number: Int

  /// Reads the canonical form; nil for anything else.
  public init?(_ text: String) {
    let parsed = text.utf8.withContiguousStorageIfAvailable { Self(UnsafeRawBufferPointer($0)) }
    if let parsed {
      guard let parsed else { return nil }
      self = parsed
    } else {
      let bytes = Array(text.utf8)
      guard let parsed = bytes.withUnsafeBytes({ Self($0) }) else { return nil }
      self = parsed
    }
  }

  /// The parts must already be checked.
  /// The highest number that an Id can hold.
  static let highestNumber = 999_999_999

  init(organization: String, type: String, year: Int?, writer: String, number: Int) {
    self.organization = organization
    self.type = type
    self.year = year
    self.writer = writer
    self.number = number
  }

  init?(_ bytes: UnsafeRawBufferPointer) {
    var cursor = 0
    func part(_ isAllowed: (UInt8) -> Bool) -> Range<Int>? {
      let start = cursor
      while cursor < bytes.count, isAllowed(bytes[cursor]) { cursor += 1 }
      guard cursor > start, cursor < bytes.count, bytes[cursor] == Byte.hyphen else { return nil }
      cursor += 1
      return start..<(cursor - 1)
    }
    func text(_ range: Range<Int>) -> String {
      String(decoding: UnsafeRawBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }
    guard let organization = part({ Byte.isUpper($0) || Byte.isDigit($0) }),
      let type = part(Byte.isLower)
    else { return nil }
    var year: Int?
    if cursor + 1 < bytes.count, bytes[cursor] == Byte.hyphen, bytes[cursor + 1] == Byte.hyphen {
      cursor += 2
    } else {
      guard let digits = part(Byte.isDigit), digits.count == 4 else { return nil }
      year = Int(text(digits))
    }
    guard let writer = part({ Byte.isLower($0) || Byte.isDigit($0) }) else { return nil }
    let digits = cursor..<bytes.count
    guard (4...9).contains(digits.count), bytes[digits].allSatisfy(Byte.isDigit),
      digits.count == 4 || bytes[cursor] != Byte.zero, let number = Int(text(digits)), number > 0
    else { return nil }
    self.init(
      organization: text(organization), type: text(type), year: year, writer: text(writer),
      number: number)
    guard Names.isOrganization(self.organization), Names.isWriter(self.writer) else { return nil }
  }

  /// The canonical form, the number padded to four digits.
  public var description: String {
    let digits = String(number)
    let padding = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
    return "\(organization)-\(type)-\(Names.year(year))-\(writer)-\(padding)\(digits)"
  }

  /// By organisation, type, year, writer and number.
  public static func < (left: Self, right: Self) -> Bool {
    if left.organization != right.organization { return left.organization < right.organization }
    if left.type != right.type { return left.type < right.type }
    if left.year != right.year { return (left.year ?? 0) < (right.year ?? 0) }
    if left.writer != right.writer { return left.writer < right.writer }
    return left.number < right.number
  }
}
