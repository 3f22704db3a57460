/// What ids, writers, types and paths look like, checked before any path is built from them.
public enum Names {
  /// Types whose files carry a year.
  public static let yearlyTypes: Set<String> = [
    "activity", "document", "dues", "figure", "honor", "matter", "plan", "procedure", "review",
    "seal",
  ]
  /// Types with one file for good.
  public static let lastingTypes: Set<String> = ["member", "organization", "team"]

  /// `[A-Z][A-Z0-9]{1,11}`
  public static func isOrganization(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, Byte.isUpper(first), (2...12).contains(bytes.count) else {
      return false
    }
    return bytes.allSatisfy { Byte.isUpper($0) || Byte.isDigit($0) }
  }

  /// `[a-z][a-z0-9]{1,15}`: one person on one machine.
  public static func isWriter(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, Byte.isLower(first), (2...16).contains(bytes.count) else {
      return false
    }
    return bytes.allSatisfy { Byte.isLower($0) || Byte.isDigit($0) }
  }

  /// `[A-Z][A-Za-z0-9]*`
  public static func isFieldName(_ text: String) -> Bool {
    guard let first = text.utf8.first, Byte.isUpper(first) else { return false }
    return text.utf8.allSatisfy(Byte.isNamePart)
  }

  /// A type as it stands in a file's name: lower-case letters.
  static func isType(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 24 && text.utf8.allSatisfy(Byte.isLower)
  }

  /// One part of a path: letters, digits, `.`, `_`, `-`, `+`, not beginning with a dot.
  static func isPathPart(_ text: some StringProtocol) -> Bool {
    guard let first = text.utf8.first, Byte.isNamePart(first), text.utf8.count <= 200 else {
      return false
    }
    return text.utf8.allSatisfy {
      Byte.isNamePart($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
        || $0 == Byte.hyphen || $0 == Byte.plus
    }
  }

  /// A file of the unit's: `catalog/….rec` or `schema/….rec`.
  static func isPlainFile(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 2, parts[0] == "catalog" || parts[0] == "schema",
      parts.allSatisfy({ isPathPart($0) })
    else { return false }
    return path.hasSuffix(".rec")
  }

  /// The year as headers and ids write it: four digits, or `-`.
  static func year(_ year: Int?) -> String {
    guard let year else { return "-" }
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
