/// What the path of a log file says, and its header must agree:
/// `organizations/ID/[restricted/]TYPE[-YEAR].WRITER[+N].rec`.
package struct LogFileName: Hashable, Sendable {
  var organization: String
  var isRestricted: Bool
  var type: String
  var year: Int?
  var writer: String
  /// 1; 2 and more for a file continued after damage (`zhang+2`).
  var continuation: Int

  init(
    organization: String, isRestricted: Bool, type: String, year: Int?, writer: String,
    continuation: Int
  ) {
    self.organization = organization
    self.isRestricted = isRestricted
    self.type = type
    self.year = year
    self.writer = writer
    self.continuation = continuation
  }

  /// Reads a file's own name within a folder; nil when it is not that of a log file.
  init?(_ name: String, organization: String, isRestricted: Bool) {
    guard name.hasSuffix(".rec") else { return nil }
    var rest = name.utf8.dropLast(".rec".utf8.count)
    func take(_ isPart: (UInt8) -> Bool) -> String {
      let part = rest.prefix(while: isPart)
      rest = rest[part.endIndex...]
      return String(Substring(part))
    }
    let type = take(Byte.isLower)
    guard Names.isType(type) else { return nil }
    var year: Int?
    if rest.first == Byte.hyphen {
      rest = rest.dropFirst()
      let digits = take(Byte.isDigit)
      guard digits.utf8.count == 4 else { return nil }
      year = Int(digits)
    }
    let known = year == nil ? Names.yearlyTypes : Names.lastingTypes
    guard !known.contains(type), rest.first == UInt8(ascii: ".") else { return nil }
    rest = rest.dropFirst()
    let writer = take { Byte.isLower($0) || Byte.isDigit($0) }
    guard Names.isWriter(writer) else { return nil }
    var continuation = 1
    if rest.first == Byte.plus {
      rest = rest.dropFirst()
      let digits = take(Byte.isDigit)
      guard let number = Int(digits), (2...9_999).contains(number), String(number) == digits else {
        return nil
      }
      continuation = number
    }
    guard rest.isEmpty else { return nil }
    self.init(
      organization: organization, isRestricted: isRestricted, type: type, year: year,
      writer: writer, continuation: continuation)
  }

  /// Reads a path relative to the store.
  package init?(path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3 || parts.count == 4, parts[0] == "organizations",
      Names.isOrganization(parts[1]), parts.count == 3 || parts[2] == "restricted"
    else { return nil }
    self.init(
      parts[parts.count - 1], organization: parts[1], isRestricted: parts.count == 4)
  }

  /// The writer as header and path have it: `zhang`, `zhang+2`.
  var writerText: String { continuation == 1 ? writer : "\(writer)+\(continuation)" }

  /// The folder, relative to the store.
  var folder: String {
    "organizations/\(organization)" + (isRestricted ? "/restricted" : "")
  }

  /// The file's own name.
  var name: String {
    (year == nil ? type : "\(type)-\(Names.year(year))") + ".\(writerText).rec"
  }

  /// Relative to the store.
  package var path: String { "\(folder)/\(name)" }

  /// The header line without its LF.
  func header(previous: String) -> String {
    "# zhibu 1 \(organization) \(type) \(Names.year(year)) \(writerText) prev=\(previous)"
  }

  /// The chain the file belongs to: the files of one writer and type in one folder.
  var series: Series {
    Series(
      organization: organization, isRestricted: isRestricted, type: type, writer: writer)
  }

  /// What the files of one chain share.
  struct Series: Hashable, Sendable {
    var organization: String
    var isRestricted: Bool
    var type: String
    var writer: String
  }

  /// The order of the chain's files: by year, then continuation.
  func precedes(_ other: Self) -> Bool {
    (year ?? 0, continuation) < (other.year ?? 0, other.continuation)
  }

  /// Files that count their records together; no number is used twice among them.
  var numbering: Numbering {
    Numbering(organization: organization, type: type, year: year, writer: writer)
  }

  /// What ids of one file and its relatives share.
  struct Numbering: Hashable, Sendable {
    var organization: String
    var type: String
    var year: Int?
    var writer: String
  }

  func identifier(_ number: Int) -> RecordIdentifier {
    RecordIdentifier(
      organization: organization, type: type, year: year, writer: writer, number: number)
  }
}
