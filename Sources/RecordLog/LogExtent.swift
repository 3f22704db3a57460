/// How far the log files of a store went when they were read. What was checked against them may be
/// wrong once somebody has written more: two who register a person at the same time would both
/// choose the next number.
public struct LogExtent: Hashable, Sendable {
  /// Bytes by path.
  private var sizes: [String: Int]

  /// The extent of the files of a head, which are all that were read.
  public init(_ files: [StoreHeads.File]) {
    sizes = Dictionary(files.map { ($0.path, $0.size) }) { first, _ in first }
  }

  /// The size of a file as it was read; 0 when it was not there.
  func size(of path: String) -> Int { sizes[path] ?? 0 }
}

extension Store {
  /// Throws `AppendError.changedMeanwhile` when a log file of those organisations is not as it was
  /// read. Asked under their locks.
  func expect(_ extent: LogExtent, of organizations: Set<String>) throws(AppendError) {
    var changed: String?
    do throws(DiskFailure) {
      for organization in organizations.sorted() where changed == nil {
        for name in try logFileNames(of: organization) where changed == nil {
          let size = try disk.status(of: name.path, in: root).size
          if size != extent.size(of: name.path) { changed = name.path }
        }
      }
    } catch {
      throw AppendError(error)
    }
    if let changed { throw .changedMeanwhile(path: changed) }
  }
}
