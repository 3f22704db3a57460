import Glibc

/// The few calls the log needs of a disk. Paths are relative to a root; no symbolic link below it
/// is followed. `SystemDisk` is the real one; everything composed of these calls stands in an
/// extension, so that a disk that fails or forgets has only these to misbehave in.
protocol Disk: Sendable {
  // MARK: Opening

  /// Opens a folder; the empty path is the root, which may be reached over links.
  func openFolder(_ path: String, in root: String) throws(DiskFailure) -> OpenFile

  /// Opens a file with the flags of `open(2)`, never waiting for a named pipe. `mode` is what a
  /// file it makes gets, less the process's umask.
  func open(
    _ path: String, in root: String, flags: Int32, mode: mode_t
  ) throws(DiskFailure) -> OpenFile

  /// Opens a file for reading whose folder was just listed and found to be no link.
  func openListed(_ path: String, in root: String) throws(DiskFailure) -> OpenFile

  /// Only `OpenFile` calls this, once for each descriptor.
  func close(_ descriptor: Int32)

  // MARK: Reading

  /// What is known of an open file or folder.
  func status(_ file: borrowing OpenFile) throws(DiskFailure) -> FileStatus

  /// What is known of a name; of a link, not of what it points to, but for the root's own.
  func status(of path: String, in root: String) throws(DiskFailure) -> FileStatus

  /// Reads from an offset; how many bytes came, 0 at the end.
  func read(
    _ file: borrowing OpenFile, into buffer: UnsafeMutableRawBufferPointer, from offset: Int
  ) throws(DiskFailure) -> Int

  /// The names in a folder, sorted by bytes, `.` and `..` left out; folders end in `/`.
  func names(in path: String, in root: String) throws(DiskFailure) -> [String]

  /// The same of a folder that was just found in another and to be no link.
  func listedNames(in path: String, in root: String) throws(DiskFailure) -> [String]

  /// The system's errno when this user may not do what `access(2)` asks with `R_OK`, `W_OK` and
  /// `X_OK`; nil when they may.
  func refusal(of rights: Int32, to path: String, in root: String) -> Int32?

  // MARK: Writing

  /// One `write`; how many bytes went. An interruption before any byte went is tried again.
  func write(
    _ bytes: ArraySlice<UInt8>, to file: borrowing OpenFile
  ) throws(DiskFailure) -> Int

  /// Makes the bytes of a file, or the names in a folder, durable.
  func synchronize(_ file: borrowing OpenFile) throws(DiskFailure)

  /// Cuts a file.
  func truncate(_ file: borrowing OpenFile, to size: Int) throws(DiskFailure)

  /// Gives an open file or folder other permissions, set-group-id included, and another group when
  /// there is one.
  func changeAccess(
    _ file: borrowing OpenFile, mode: mode_t, group: gid_t?
  ) throws(DiskFailure)

  /// Gives a file another name in its folder; what had that name is gone.
  func rename(_ path: String, to name: String, in root: String) throws(DiskFailure)

  /// Removes a file.
  func remove(_ path: String, in root: String) throws(DiskFailure)

  /// Removes a folder that is empty.
  func removeFolder(_ path: String, in root: String) throws(DiskFailure)

  /// Makes a folder. A set-group-id bit of the folder above is passed on by the system.
  func addFolder(_ path: String, in root: String, mode: mode_t) throws(DiskFailure)

  /// Takes the lock of an open file without waiting; false when another holds it. It ends when
  /// the file is closed.
  func lock(_ file: borrowing OpenFile) throws(DiskFailure) -> Bool
}

/// An open file or folder, closed when it goes out of use.
struct OpenFile: ~Copyable, Sendable {
  let descriptor: Int32
  let path: String
  private let disk: any Disk

  init(descriptor: Int32, path: String, disk: any Disk) {
    self.descriptor = descriptor
    self.path = path
    self.disk = disk
  }

  deinit { disk.close(descriptor) }
}

/// What a disk knows of a file or folder beside its bytes.
struct FileStatus: Hashable, Sendable {
  /// What stands behind a name.
  enum Kind: Hashable, Sendable { case file, folder, link, other }

  var kind: Kind
  /// In bytes.
  var size: Int
  /// Seconds since 1970 of the last change.
  var modified: Int64
  /// Permissions, set-group-id included.
  var mode: mode_t
  var owner: uid_t
  var group: gid_t
  /// Tells files apart whatever their names.
  var identity: Identity

  struct Identity: Hashable, Sendable {
    var device: UInt64
    var number: UInt64
  }
}

/// A call to a disk that failed.
struct DiskFailure: Error, Hashable {
  /// A call that changes something, opens or reads.
  enum Call: Hashable, Sendable {
    case open, read, create, write, synchronize, truncate, changeAccess, rename, remove, makeFolder
    case lock
  }

  var call: Call
  var path: String
  var code: Int32

  /// Whether the path does not exist.
  var isMissing: Bool { code == ENOENT }
  /// Whether the system does not let this user.
  var isForbidden: Bool { code == EACCES || code == EPERM }
}
