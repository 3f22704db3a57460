import Glibc

/// A folder of drafts outside the log, `$XDG_STATE_HOME/zhibu/drafts`. Files are this user's only
/// (0600) and replaced as a whole: after a crash there is the old draft or the new one.
public struct DraftBox: Sendable {
  /// The folder; made when the first draft is saved.
  public let directory: String
  let disk: any Disk

  /// A box in a folder that need not exist yet.
  public init(directory: String) { self.init(directory: directory, disk: SystemDisk()) }

  init(directory: String, disk: any Disk) {
    self.directory = directory
    self.disk = disk
  }

  /// Saves a draft under a name of letters, digits, `.`, `_`, `-` and `+`; an older one of the
  /// same name is replaced.
  public func save(name: String, bytes: [UInt8]) throws(StoreError) {
    try check(name)
    do throws(DiskFailure) {
      try SystemDisk.makeFolders(directory, mode: FileMode.privateFolder)
      try disk.replace(name, in: directory, with: bytes, mode: .exactly(FileMode.privateFile))
    } catch {
      throw StoreError(error)
    }
  }

  /// A draft's bytes. Throws `StoreError.missing` when there is none.
  public func load(name: String) throws(StoreError) -> [UInt8] {
    try check(name)
    do throws(DiskFailure) {
      return try disk.contents(name, in: directory).bytes
    } catch {
      throw StoreError(error)
    }
  }

  /// Whether there is a draft of that name.
  public func holds(name: String) throws(StoreError) -> Bool {
    do {
      _ = try load(name: name)
      return true
    } catch .missing {
      return false
    }
  }

  /// Does something with a draft that is not to be done twice: nobody else's `settling` runs
  /// meanwhile. Nil, and nothing is done, where the draft is not there any more or another program
  /// is at it this moment.
  public func settling<Outcome>(
    _ name: String, _ body: () -> Outcome
  ) throws(StoreError) -> Outcome? {
    try check(name)
    do throws(DiskFailure) {
      let lock = try disk.create(
        Self.lockName, in: directory, flags: O_WRONLY, mode: .exactly(FileMode.privateFile))
      guard try disk.lock(lock), disk.exists(name, in: directory) else { return nil }
      let outcome = body()
      _ = consume lock
      return outcome
    } catch {
      throw StoreError(error)
    }
  }

  private static let lockName = ".lock"

  /// All drafts, the last changed first; `modified` in seconds since 1970.
  public func list() throws(StoreError) -> [(name: String, modified: Int64)] {
    do throws(DiskFailure) {
      var drafts: [(name: String, modified: Int64)] = []
      for name in try disk.names(in: "", in: directory) where Names.isPathPart(name) {
        let file = try disk.open(name, in: directory, flags: O_RDONLY)
        let status = try disk.status(file)
        if status.kind == .file { drafts.append((name, status.modified)) }
      }
      return drafts.sorted { ($1.modified, $0.name) < ($0.modified, $1.name) }
    } catch {
      if error.isMissing { return [] }
      throw StoreError(error)
    }
  }

  /// Removes a draft; one that is not there is fine.
  public func remove(name: String) throws(StoreError) {
    try check(name)
    do throws(DiskFailure) {
      try disk.remove(name, in: directory)
    } catch {
      if error.isMissing { return }
      throw StoreError(error)
    }
  }

  private func check(_ name: String) throws(StoreError) {
    guard Names.isPathPart(name) else { throw .badPath(name) }
  }
}
