/// Heads: what a dossier prints and a seal signs (format, section 3).
public struct StoreHeads: Hashable, Sendable {
  /// One file in a head.
  public struct File: Hashable, Sendable, CustomStringConvertible {
    /// Relative to the store.
    public let path: String
    /// Bytes.
    public let size: Int
    /// 64 hex digits: of a log file the last Sum that agrees (zeros without any), of a file of the
    /// catalog or schema the SHA-256 of its bytes.
    public let sum: String
    /// The organisation in whose folder a log file lies; nil for catalog and schema.
    public let organization: String?

    /// `path size Sum`, the form of a seal's `Files`.
    public var description: String { "\(path) \(size) \(sum)" }

    private init(path: String, size: Int, sum: String, organization: String?) {
      self.path = path
      self.size = size
      self.sum = sum
      self.organization = organization
    }

    /// A log file as it was read.
    public init(_ file: LogFile) {
      self.init(
        path: file.path, size: file.size, sum: file.lastSum, organization: file.organization)
    }

    /// A file of the catalog or schema.
    public init(path: String, plain bytes: [UInt8]) {
      self.init(path: path, size: bytes.count, sum: Chain.hash(bytes), organization: nil)
    }

    /// Reads `path size Sum`; nil for another form, and for a path that is none of a log file or
    /// of a file of the catalog or schema.
    init?(_ text: String) {
      let parts = text.split(separator: " ", omittingEmptySubsequences: false)
      guard parts.count == 3, let size = Int(parts[1]), String(size) == parts[1], size >= 0,
        parts[2].utf8.count == Chain.length, parts[2].utf8.allSatisfy(Byte.isLowerHexadecimal)
      else { return nil }
      let path = String(parts[0])
      let organization = LogFileName(path: path)?.organization
      guard organization != nil || Names.isPlainFile(path) else { return nil }
      self.init(path: path, size: size, sum: String(parts[2]), organization: organization)
    }

    /// Whether it is a file of the catalog or schema.
    var isPlain: Bool { organization == nil }
  }

  /// The head of one organisation.
  public struct Organization: Hashable, Sendable {
    /// Its id.
    public let organization: String
    /// SHA-256 over the sorted lines `path size last-Sum`, an LF after each.
    public let head: String
    /// The files, sorted by path.
    public let files: [File]

    /// The head of an organisation's log files, in any order.
    public init(_ organization: String, files: [File]) {
      self.organization = organization
      self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      head = StoreHeads.head(of: self.files.map(\.description))
    }
  }

  /// SHA-256 over the sorted lines `organizations/ID HEAD`, `catalog/… SHA-256` and
  /// `schema/… SHA-256`, an LF after each.
  public let store: String
  /// Sorted by id.
  public let organizations: [Organization]
  /// The files of catalog and schema, sorted by path.
  public let plainFiles: [File]

  /// The heads of log files and of the files of catalog and schema, both in any order.
  public init(logFiles: [File], plainFiles: [File]) {
    var byOrganization: [String: [File]] = [:]
    for file in logFiles {
      guard let organization = file.organization else { continue }
      byOrganization[organization, default: []].append(file)
    }
    organizations = byOrganization.keys.sorted().map {
      Organization($0, files: byOrganization[$0, default: []])
    }
    self.plainFiles = plainFiles.sorted {
      $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
    store = Self.head(
      of: organizations.map { "organizations/\($0.organization) \($0.head)" }
        + self.plainFiles.map { "\($0.path) \($0.sum)" })
  }

  /// Every file in the store's head: log files, then catalog and schema.
  public var files: [File] { organizations.flatMap(\.files) + plainFiles }

  private static func head(of lines: [String]) -> String {
    let sorted = lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return Chain.hash(sorted.flatMap { Array($0.utf8) + [Byte.lineFeed] })
  }
}

extension Store {
  /// The heads of all organisations and of the store. Files this user may not read are not in
  /// them.
  public func heads() throws(StoreError) -> StoreHeads {
    try heads(of: read())
  }

  /// The heads of what was read.
  public func heads(of files: [LogFile]) throws(StoreError) -> StoreHeads {
    var plain: [StoreHeads.File] = []
    for folder in ["catalog", "schema"] {
      plain += try plainFiles(in: folder).map { StoreHeads.File(path: $0.path, plain: $0.bytes) }
    }
    return StoreHeads(logFiles: files.map { StoreHeads.File($0) }, plainFiles: plain)
  }
}
