/// Heads: what a dossier prints and a seal signs (format, section 3).
public struct StoreHeads: Hashable, Sendable {
  /// One log file in a head.
  public struct File: Hashable, Sendable, CustomStringConvertible {
    /// Relative to the store.
    public let path: String
    /// Bytes.
    public let size: Int
    /// The last Sum that agrees; 64 zeros without any.
    public let sum: String

    /// `path size Sum`, the form of a seal's `Files`.
    public var description: String { "\(path) \(size) \(sum)" }
  }

  /// The head of one organisation.
  public struct Organization: Hashable, Sendable {
    /// Its id.
    public let organization: String
    /// SHA-256 over the sorted lines `path size last-Sum`, an LF after each.
    public let head: String
    /// The files, sorted by path.
    public let files: [File]
  }

  /// SHA-256 over the sorted lines `organizations/ID HEAD`, `catalog/… SHA-256` and
  /// `schema/… SHA-256`, an LF after each.
  public let store: String
  /// Sorted by id.
  public let organizations: [Organization]
}

extension Store {
  /// The heads of all organisations and of the store. Files this user may not read are not in
  /// them.
  public func heads() throws(StoreError) -> StoreHeads {
    try heads(of: read())
  }

  /// The heads of what was read.
  public func heads(of files: [LogFile]) throws(StoreError) -> StoreHeads {
    var byOrganization: [String: [StoreHeads.File]] = [:]
    for file in files {
      byOrganization[file.organization, default: []].append(
        StoreHeads.File(path: file.path, size: file.size, sum: file.lastSum))
    }
    let organizations = byOrganization.keys.sorted().map { organization in
      let files = byOrganization[organization, default: []].sorted {
        $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
      }
      return StoreHeads.Organization(
        organization: organization, head: Self.head(of: files.map(\.description)), files: files)
    }
    var lines = organizations.map { "organizations/\($0.organization) \($0.head)" }
    for folder in ["catalog", "schema"] {
      for (path, bytes) in try plainFiles(in: folder) {
        lines.append("\(path) \(Chain.hash(bytes))")
      }
    }
    return StoreHeads(store: Self.head(of: lines), organizations: organizations)
  }

  private static func head(of lines: [String]) -> String {
    let sorted = lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return Chain.hash(sorted.flatMap { Array($0.utf8) + [Byte.lineFeed] })
  }
}
