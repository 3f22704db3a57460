import Glibc

/// An open file or folder, closed when it goes out of use.
struct OpenFile: ~Copyable {
  let descriptor: Int32
  let path: String

  init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { _ = Glibc.close(descriptor) }
}

/// A system call that failed.
struct DiskFailure: Error, Hashable {
  var call: Disk.Call
  var path: String
  var code: Int32

  /// Whether the path does not exist.
  var isMissing: Bool { code == ENOENT }
  /// Whether the system does not let this user.
  var isForbidden: Bool { code == EACCES || code == EPERM }
}

/// The few system calls the log needs. Paths are relative to a root; no symbolic link below it is
/// followed. A rehearsal may be given that makes calls fail as a bad disk would.
struct Disk: Sendable {
  /// A call that changes something, or opens.
  enum Call: Hashable, Sendable {
    case open, read, create, write, synchronize, truncate, rename, remove, makeFolder
  }

  /// What a rehearsal does to a call.
  enum Fault: Hashable, Sendable {
    /// The call fails and does nothing.
    case error(Int32)
    /// A write writes only so many bytes.
    case short(Int)
  }

  /// Asked before each call that changes something; nil lets it pass.
  var rehearsal: (@Sendable (Call, String) -> Fault?)?

  static let fileMode: mode_t = 0o640
  static let folderMode: mode_t = 0o750
  static let restrictedFolderMode: mode_t = 0o700
  static let privateFileMode: mode_t = 0o600
  static let lockMode: mode_t = 0o660

  private func check(_ call: Call, _ path: String) throws(DiskFailure) {
    guard case .error(let code) = rehearsal?(call, path) else { return }
    throw DiskFailure(call: call, path: path, code: code)
  }

  private func failure(_ call: Call, _ path: String) -> DiskFailure {
    DiskFailure(call: call, path: path, code: errno)
  }

  // MARK: Opening

  /// Opens the root itself, which may be reached over links.
  func openRoot(_ root: String) throws(DiskFailure) -> OpenFile {
    let descriptor = Glibc.open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(.open, root) }
    return OpenFile(descriptor: descriptor, path: root)
  }

  /// Opens a folder below the root, part by part.
  func openFolder(_ path: String, in root: String) throws(DiskFailure) -> OpenFile {
    var folder = try openRoot(root)
    for part in path.split(separator: "/") {
      let descriptor = openat(
        folder.descriptor, String(part), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
      guard descriptor >= 0 else { throw failure(.open, path) }
      folder = OpenFile(descriptor: descriptor, path: path)
    }
    return folder
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[..<slash]), String(path[path.index(after: slash)...]))
  }

  /// Opens a file below the root. `O_NONBLOCK` keeps a named pipe from stopping the program.
  func open(
    _ path: String, in root: String, flags: Int32, mode: mode_t = Disk.fileMode
  ) throws(DiskFailure) -> OpenFile {
    if flags & O_CREAT != 0 { try check(.create, path) }
    let (folderPath, name) = Self.split(path)
    let folder = try openFolder(folderPath, in: root)
    let descriptor = openat(
      folder.descriptor, name, flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, mode)
    guard descriptor >= 0 else { throw failure(flags & O_CREAT != 0 ? .create : .open, path) }
    return OpenFile(descriptor: descriptor, path: path)
  }

  // MARK: Reading

  /// Size, and seconds since 1970 of the last change; nil for what is no regular file.
  func status(_ file: borrowing OpenFile) -> (size: Int, modified: Int64)? {
    var status = stat()
    guard fstat(file.descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return (Int(status.st_size), Int64(status.st_mtim.tv_sec))
  }

  /// The whole file.
  func contents(
    _ path: String, in root: String
  ) throws(DiskFailure) -> (bytes: [UInt8], modified: Int64) {
    let file = try open(path, in: root, flags: O_RDONLY)
    return try contents(file)
  }

  /// The whole of a file whose folder was just listed and found to be no link.
  func listedContents(
    _ path: String, in root: String
  ) throws(DiskFailure) -> (bytes: [UInt8], modified: Int64) {
    let descriptor = Glibc.open(
      "\(root)/\(path)", O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(.open, path) }
    return try contents(OpenFile(descriptor: descriptor, path: path))
  }

  /// The whole of an open file.
  func contents(
    _ file: borrowing OpenFile
  ) throws(DiskFailure) -> (bytes: [UInt8], modified: Int64) {
    guard let status = status(file) else {
      throw DiskFailure(call: .read, path: file.path, code: EINVAL)
    }
    var code: Int32 = 0
    let descriptor = file.descriptor
    // Bytes added while reading are left to the next reading.
    let bytes = [UInt8](unsafeUninitializedCapacity: status.size) { buffer, count in
      while count < status.size, let base = buffer.baseAddress {
        let done = pread(descriptor, base + count, status.size - count, off_t(count))
        if done > 0 {
          count += done
        } else if done == 0 || errno != EINTR {
          if done < 0 { code = errno }
          break
        }
      }
    }
    guard code == 0 else { throw DiskFailure(call: .read, path: file.path, code: code) }
    return (bytes, status.modified)
  }

  /// The names in a folder, sorted by bytes, `.` and `..` left out; folders end in `/`.
  func names(in path: String, in root: String) throws(DiskFailure) -> [String] {
    let folder = try openFolder(path, in: root)
    let copy = dup(folder.descriptor)
    guard copy >= 0, let stream = fdopendir(copy) else { throw failure(.open, path) }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw failure(.read, path) }
        break
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name == "." || name == ".." { continue }
      var isFolder = Int(entry.pointee.d_type) == Int(DT_DIR)
      if Int(entry.pointee.d_type) == Int(DT_UNKNOWN) {
        var status = stat()
        isFolder =
          fstatat(folder.descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0
          && status.st_mode & S_IFMT == S_IFDIR
      }
      names.append(isFolder ? name + "/" : name)
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  // MARK: Writing

  /// One `write`; how many bytes went. An interruption before any byte went is tried again.
  func write(
    _ bytes: ArraySlice<UInt8>, to file: borrowing OpenFile
  ) throws(DiskFailure) -> Int {
    var length = bytes.count
    switch rehearsal?(.write, file.path) {
    case .error(let code): throw DiskFailure(call: .write, path: file.path, code: code)
    case .short(let limit): length = min(length, limit)
    case nil: break
    }
    while true {
      let descriptor = file.descriptor
      let done = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, length) }
      if done >= 0 { return done }
      if errno != EINTR { throw failure(.write, file.path) }
    }
  }

  /// Writes everything, in as many calls as it takes.
  func writeAll(_ bytes: [UInt8], to file: borrowing OpenFile) throws(DiskFailure) {
    var start = 0
    while start < bytes.count {
      let done = try write(bytes[start...], to: file)
      guard done > 0 else { throw DiskFailure(call: .write, path: file.path, code: ENOSPC) }
      start += done
    }
  }

  func synchronize(_ file: borrowing OpenFile) throws(DiskFailure) {
    try check(.synchronize, file.path)
    while fsync(file.descriptor) != 0 {
      if errno != EINTR { throw failure(.synchronize, file.path) }
    }
  }

  func truncate(_ file: borrowing OpenFile, to size: Int) throws(DiskFailure) {
    try check(.truncate, file.path)
    while ftruncate(file.descriptor, off_t(size)) != 0 {
      if errno != EINTR { throw failure(.truncate, file.path) }
    }
  }

  /// Makes the names in a folder durable.
  func synchronizeFolder(_ path: String, in root: String) throws(DiskFailure) {
    let folder = try openFolder(path, in: root)
    try synchronize(folder)
  }

  /// Writes a file under another name, makes it durable, and gives it its own: readers see the
  /// old file or the new one.
  func replace(
    _ path: String, in root: String, with bytes: [UInt8], mode: mode_t = Disk.fileMode
  ) throws(DiskFailure) {
    let (folderPath, name) = Self.split(path)
    let temporary = ".\(name).\(getpid()).tmp"
    let temporaryPath = folderPath.isEmpty ? temporary : "\(folderPath)/\(temporary)"
    do throws(DiskFailure) {
      let file = try open(
        temporaryPath, in: root, flags: O_WRONLY | O_CREAT | O_TRUNC, mode: mode)
      try writeAll(bytes, to: file)
      try synchronize(file)
      try check(.rename, path)
      let folder = try openFolder(folderPath, in: root)
      guard renameat(folder.descriptor, temporary, folder.descriptor, name) == 0 else {
        throw failure(.rename, path)
      }
      try synchronize(folder)
    } catch {
      try? remove(temporaryPath, in: root)
      throw error
    }
  }

  func remove(_ path: String, in root: String) throws(DiskFailure) {
    try check(.remove, path)
    let (folderPath, name) = Self.split(path)
    let folder = try openFolder(folderPath, in: root)
    guard unlinkat(folder.descriptor, name, 0) == 0 else { throw failure(.remove, path) }
  }

  /// Makes a folder and its name durable; one that exists is fine. A set-group-id bit of the
  /// folder above is passed on by the system.
  func makeFolder(
    _ path: String, in root: String, mode: mode_t = Disk.folderMode
  ) throws(DiskFailure) {
    let (folderPath, name) = Self.split(path)
    let folder = try openFolder(folderPath, in: root)
    var status = stat()
    if fstatat(folder.descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { return }
      throw DiskFailure(
        call: .makeFolder, path: path,
        code: status.st_mode & S_IFMT == S_IFLNK ? ELOOP : ENOTDIR)
    }
    try check(.makeFolder, path)
    guard mkdirat(folder.descriptor, name, mode) == 0 || errno == EEXIST else {
      throw failure(.makeFolder, path)
    }
    try synchronize(folder)
  }

  /// Makes a folder and those above it, outside any store.
  static func makeFolders(_ path: String, mode: mode_t) throws(DiskFailure) {
    var built = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      built += (built.isEmpty || built.hasSuffix("/") ? "" : "/") + part
      guard mkdir(built, mode) == 0 || errno == EEXIST || errno == EISDIR || errno == EROFS
      else { throw DiskFailure(call: .makeFolder, path: built, code: errno) }
    }
  }

  /// Whether the process may write to a folder.
  func isWritable(_ path: String, in root: String) -> Bool {
    let full = path.isEmpty ? root : "\(root)/\(path)"
    return access(full, W_OK | X_OK) == 0
  }
}

extension Disk {
  /// Whether a name is taken, by a link too.
  func exists(_ path: String, in root: String) -> Bool {
    var status = stat()
    return lstat("\(root)/\(path)", &status) == 0
  }

  /// Gives a file another name in its folder.
  func rename(
    _ name: String, to other: String, folder path: String, in root: String
  ) throws(DiskFailure) {
    if case .error(let code) = rehearsal?(.rename, "\(path)/\(name)") {
      throw DiskFailure(call: .rename, path: "\(path)/\(name)", code: code)
    }
    let folder = try openFolder(path, in: root)
    guard renameat(folder.descriptor, name, folder.descriptor, other) == 0 else {
      throw DiskFailure(call: .rename, path: "\(path)/\(name)", code: errno)
    }
    try synchronize(folder)
  }
}
