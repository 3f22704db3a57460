/// A seal: which files a store or an organisation had on a day, how long each was and with which
/// Sum it ended, and a signature over that. It shows later what a file alone cannot: that records
/// were cut off its end, that it is gone, or that its history was written anew.
public struct Seal: Hashable, Sendable {
  /// What a seal is about.
  public enum Scope: Hashable, Sendable {
    /// Every log file, catalog and schema.
    case store
    /// The log files of one organisation.
    case organization(String)
  }

  /// The organisation in whose folder the record lies.
  public let organization: String
  /// The day, `2026-11-20`.
  public let date: String
  /// 64 hex digits.
  public let head: String
  /// As the record lists them.
  public let files: [StoreHeads.File]
  /// The seal that this one countersigns: its record's Id.
  public let follows: String?
  /// An armoured SSH signature over `signedText`; nil for a seal that nobody signed.
  public var signature: String?
  /// What `signature` is over: the record's lines from `Organization:` through the last `Files:`,
  /// each with its LF. `sed` cuts it out of the file.
  public let signedText: [UInt8]

  /// The namespace of signatures, `ssh-keygen -Y sign -n zhibu-seal`.
  public static let namespace = "zhibu-seal"

  /// A seal of a store as it is, or of one of its organisations.
  ///
  /// Nil when there are no files to seal.
  public init?(of scope: Scope, in heads: StoreHeads, by organization: String, on date: String) {
    switch scope {
    case .store:
      self.init(organization: organization, date: date, head: heads.store, files: heads.files)
    case .organization(let id):
      guard let found = heads.organizations.first(where: { $0.organization == id }) else {
        return nil
      }
      self.init(organization: organization, date: date, head: found.head, files: found.files)
    }
    guard !files.isEmpty else { return nil }
  }

  /// A countersignature: the same head and files, vouched for by somebody else.
  public init(countersigning seal: Seal, id: String, by organization: String, on date: String) {
    self.init(
      organization: organization, date: date, head: seal.head, files: seal.files, follows: id)
  }

  private init(
    organization: String, date: String, head: String, files: [StoreHeads.File],
    follows: String? = nil
  ) {
    self.organization = organization
    self.date = date
    self.head = head
    self.files = files
    self.follows = follows
    var text: [UInt8] = []
    let fields =
      [Field("Organization", organization), Field("Date", date), Field("Head", head)]
      + files.map { Field("Files", $0.description) }
    for field in fields { RecordBytes.append(field, to: &text) }
    signedText = text
  }

  /// Reads a stored record of type `seal`.
  ///
  /// Throws `SealFault.notASeal` for one that lacks `Organization`, `Date` or `Head`, a withdrawal
  /// among them, and `SealFault.badFile` for `Files` that is not `path size Sum`.
  public init(_ record: Record) throws(SealFault) {
    guard let organization = record.first("Organization"), let date = record.first("Date"),
      let head = record.first("Head")
    else { throw .notASeal }
    self.organization = organization
    self.date = date
    self.head = head
    var files: [StoreHeads.File] = []
    for text in record.all("Files") {
      guard let file = StoreHeads.File(text) else { throw .badFile(text) }
      files.append(file)
    }
    self.files = files
    follows = record.first("Follows")
    signature = record.first("Signature")
    signedText = Self.signedText(of: record)
  }

  /// The lines as they stand in the file.
  private static func signedText(of record: Record) -> [UInt8] {
    var first: Int?
    var last = 0
    record.forEachField { name, _, line in
      if name == "Organization", first == nil { first = line - record.line }
      if name == "Head" || name == "Files" { last = line - record.line }
    }
    let lines = record.source.bytes[record.byteRange].split(
      separator: Byte.lineFeed, omittingEmptySubsequences: false)
    guard let first, first <= last, last < lines.count else { return [] }
    return lines[first...last].flatMap { $0 + [Byte.lineFeed] }
  }

  /// What the seal is about; nil when `head` is not the head of `files`.
  public var scope: Scope? {
    let heads = StoreHeads(
      logFiles: files.filter { !$0.isPlain }, plainFiles: files.filter(\.isPlain))
    if head == heads.store { return .store }
    guard heads.plainFiles.isEmpty, heads.organizations.count == 1,
      let only = heads.organizations.first, only.head == head
    else { return nil }
    return .organization(only.organization)
  }

  /// The record to be written.
  public var record: NewRecord {
    var fields: [Field] = []
    if let follows { fields.append(Field("Follows", follows)) }
    fields += [Field("Organization", organization), Field("Date", date), Field("Head", head)]
    fields += files.map { Field("Files", $0.description) }
    if let signature { fields.append(Field("Signature", signature)) }
    return NewRecord(type: "seal", organization: organization, fields: fields)
  }
}

/// What keeps a record from being read as a seal.
public enum SealFault: Error, Hashable, Sendable {
  /// A record without `Organization`, `Date` or `Head`.
  case notASeal
  /// `Files` that is not `path size Sum`.
  case badFile(String)
}
