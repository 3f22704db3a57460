/// Bytes that were no record, put aside from a file's end: an interrupted write, zeros left by a
/// crash, or something typed by hand.
public struct QuarantinedTail: Hashable, Sendable {
  /// What becomes of such bytes. They stay where they are under either name.
  public enum Settlement: String, CaseIterable, Sendable {
    /// Their records were entered anew.
    case adopted
    /// A person has looked at them and does not want them.
    case dismissed
  }

  let name: LogFileName
  /// Relative to the store: `organizations/ID/[restricted/]quarantine/NAME.TIME[-N]`.
  public let path: String
  /// When they were put aside, as in the name: `20260312T143000`, in the store's zone.
  public let moment: String
  /// How many bytes.
  public let size: Int

  /// The organisation of the file that they come from.
  public var organization: String { name.organization }
  /// The type of that file.
  public var type: String { name.type }
  /// The year of that file; nil for a type without.
  public var year: Int? { name.year }
  /// The writer of that file, without the `+N` of a continuation.
  public var writer: String { name.writer }
  /// Whether that file lies in `restricted/`.
  public var isRestricted: Bool { name.isRestricted }
  /// The path of that file, relative to the store.
  public var file: String { name.path }

  /// The folder, relative to the store.
  var folder: String { name.quarantineFolder }
  /// Its own name within the folder.
  var ownName: String { String(path.dropFirst(folder.utf8.count + 1)) }

  /// Reads a name within the quarantine of a folder; nil for what is no tail or settled.
  init?(_ ownName: String, organization: String, isRestricted: Bool, size: Int) {
    let marker = ".rec."
    guard let range = ownName.firstRange(of: marker),
      let name = LogFileName(
        ownName[..<range.lowerBound] + ".rec", organization: organization,
        isRestricted: isRestricted)
    else { return nil }
    let parts = ownName[range.upperBound...]
      .split(separator: "-", omittingEmptySubsequences: false)
    guard let time = parts.first, Self.isTime(time), parts.count <= 2 else { return nil }
    if parts.count == 2 {
      guard let count = Int(parts[1]), count >= 2, String(count) == parts[1] else { return nil }
    }
    self.name = name
    self.moment = String(time)
    self.size = size
    path = "\(name.quarantineFolder)/\(ownName)"
  }

  /// `20260312T143000`
  private static func isTime(_ text: Substring) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 15 && bytes[8] == UInt8(ascii: "T")
      && bytes[..<8].allSatisfy(Byte.isDigit) && bytes[9...].allSatisfy(Byte.isDigit)
  }
}

extension LogFileName {
  init?(_ name: some StringProtocol, organization: String, isRestricted: Bool) {
    self.init(String(name), organization: organization, isRestricted: isRestricted)
  }

  /// Where the ends of the folder's files are put aside, relative to the store.
  var quarantineFolder: String { "\(folder)/quarantine" }
}
