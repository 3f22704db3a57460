/// A file of a store line by line, for a person to look at.
public struct FileText: Hashable, Sendable {
  /// What a line belongs to.
  public enum Mark: Hashable, Sendable {
    /// The header of a log file.
    case header
    /// A record that counts.
    case counted
    /// A record, or what should be one, that does not count.
    case notCounted
    /// What stands behind the last record and is none.
    case tail
    /// An empty line, or a line of a file that is no log.
    case plain
  }

  /// One line.
  public struct Line: Hashable, Sendable {
    /// The text without its line end; what is not UTF-8 is shown by replacement characters.
    public var text: String
    /// What it belongs to.
    public var mark: Mark
    /// The id of the record that begins here; nil for all other lines.
    public var id: String?
  }

  /// Relative to the store.
  public let path: String
  /// In order; the first is line 1.
  public let lines: [Line]

  /// Whether a path, relative to the store, is that of a file that can be looked at.
  public static func isShown(_ path: String) -> Bool {
    LogFileName(path: path) != nil || Names.isPlainFile(path) || QuarantinedTail.isPath(path)
  }

  init(path: String, bytes: [UInt8], name: LogFileName?) {
    self.path = path
    var lines = bytes.split(separator: Byte.lineFeed, omittingEmptySubsequences: false).map {
      Line(text: String(decoding: $0, as: UTF8.self), mark: .plain, id: nil)
    }
    if lines.last?.text.isEmpty ?? false { lines.removeLast() }
    if let name {
      let file = LogFile(name: name, bytes: bytes, modified: 0)
      Self.mark(&lines, of: file)
    }
    self.lines = lines
  }

  private static func mark(_ lines: inout [Line], of file: LogFile) {
    var unmarked = Set(lines.indices.filter { !lines[$0].text.isEmpty })
    if lines.indices.contains(0), file.condition != .badHeader, file.previousSum != nil {
      lines[0].mark = .header
      unmarked.remove(0)
    }
    for record in file.records {
      let start = record.line - 1
      let count = record.text.utf8.count { $0 == Byte.lineFeed }
      guard lines.indices.contains(start) else { continue }
      lines[start].id = record.id.isEmpty ? nil : record.id
      for line in start..<min(lines.count, start + count) {
        lines[line].mark = record.isIntact ? .counted : .notCounted
        unmarked.remove(line)
      }
    }
    var tailStart = lines.count
    if case .tornTail(let line, _) = file.condition { tailStart = line - 1 }
    for line in unmarked { lines[line].mark = line >= tailStart ? .tail : .notCounted }
  }
}

extension Store {
  /// A file of the log, the catalogue or the schema, or something in the quarantine, to be looked
  /// at.
  ///
  /// Throws `StoreError.badPath` for any other path, `.missing`, `.unreadable`.
  public func text(of path: String) throws(StoreError) -> FileText {
    guard FileText.isShown(path) else { throw .badPath(path) }
    let name = LogFileName(path: path)
    do throws(DiskFailure) {
      return FileText(path: path, bytes: try disk.contents(path, in: root).bytes, name: name)
    } catch {
      throw StoreError(error)
    }
  }
}

extension QuarantinedTail {
  /// Whether a path is that of a tail that waits.
  static func isPath(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4 || (parts.count == 5 && parts[2] == "restricted"),
      parts[0] == "organizations", Names.isOrganization(parts[1]),
      parts[parts.count - 2] == "quarantine", let name = parts.last
    else { return false }
    return QuarantinedTail(
      name, organization: parts[1], isRestricted: parts.count == 5, size: 0) != nil
  }
}
