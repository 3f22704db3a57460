/// A folder of papers outside any store. Files are this user's only (0600), appear whole or not at
/// all, and take another's place only when that is wanted.
public struct PaperFolder: Sendable {
  /// The folder; made with the first paper.
  public let directory: String
  let disk: any Disk

  /// What came of writing a paper.
  public enum Outcome: Hashable, Sendable {
    /// It is there.
    case written
    /// The very same was there already.
    case unchanged
    /// Another file has the name, and was left as it is.
    case taken
  }

  /// A folder that need not exist yet.
  public init(directory: String) { self.init(directory: directory, disk: SystemDisk()) }

  init(directory: String, disk: any Disk) {
    self.directory = directory
    self.disk = disk
  }

  /// Writes a paper under a name without `/`. Throws `StoreError.unwritable` when the folder cannot
  /// be made or the file not be written to its end; nothing of it is left then.
  public func write(
    name: String, bytes: [UInt8], replacing: Bool
  ) throws(StoreError) -> Outcome {
    guard !name.isEmpty, name != ".", name != "..", !name.contains("/") else {
      throw .badPath(name)
    }
    do throws(DiskFailure) {
      try SystemDisk.makeFolders(directory, mode: FileMode.privateFolder)
      if disk.exists(name, in: directory) {
        if (try? disk.contents(name, in: directory).bytes) == bytes { return .unchanged }
        guard replacing else { return .taken }
      }
      try disk.replace(name, in: directory, with: bytes, mode: .exactly(FileMode.privateFile))
      return .written
    } catch {
      let isFolder = error.call == .makeFolder
      throw .unwritable(
        path: isFolder ? error.path : "\(directory)/\(name)", code: error.code)
    }
  }
}
