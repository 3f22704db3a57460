import Glibc

/// The disk of the system.
struct SystemDisk: Disk {
  private func failure(_ call: DiskFailure.Call, _ path: String) -> DiskFailure {
    DiskFailure(call: call, path: path, code: errno)
  }

  /// Makes a call again that was interrupted; not for ever, should nothing else ever come.
  private func repeated<Number: SignedInteger>(_ call: () -> Number) -> Number {
    for _ in 0..<1_000 {
      let outcome = call()
      if outcome >= 0 || errno != EINTR { return outcome }
    }
    return -1
  }

  private func full(_ path: String, _ root: String) -> String {
    path.isEmpty ? root : "\(root)/\(path)"
  }

  // MARK: Opening

  func openFolder(_ path: String, in root: String) throws(DiskFailure) -> OpenFile {
    let descriptor = repeated { Glibc.open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw failure(.open, path.isEmpty ? root : path) }
    var folder = OpenFile(descriptor: descriptor, path: path, disk: self)
    for part in path.split(separator: "/") {
      let above = folder.descriptor
      let descriptor = repeated {
        openat(above, String(part), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
      }
      guard descriptor >= 0 else { throw failure(.open, path) }
      folder = OpenFile(descriptor: descriptor, path: path, disk: self)
    }
    return folder
  }

  func open(
    _ path: String, in root: String, flags: Int32, mode: mode_t
  ) throws(DiskFailure) -> OpenFile {
    let (folderPath, name) = DiskPath.split(path)
    let folder = try openFolder(folderPath, in: root)
    let above = folder.descriptor
    // Not to wait for whoever writes to a named pipe.
    let flags = flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    let descriptor = repeated { openat(above, name, flags, mode) }
    guard descriptor >= 0 else { throw failure(flags & O_CREAT != 0 ? .create : .open, path) }
    return OpenFile(descriptor: descriptor, path: path, disk: self)
  }

  func openListed(_ path: String, in root: String) throws(DiskFailure) -> OpenFile {
    let descriptor = repeated {
      Glibc.open("\(root)/\(path)", O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    }
    guard descriptor >= 0 else { throw failure(.open, path) }
    return OpenFile(descriptor: descriptor, path: path, disk: self)
  }

  func close(_ descriptor: Int32) { _ = Glibc.close(descriptor) }

  // MARK: Reading

  func status(_ file: borrowing OpenFile) throws(DiskFailure) -> FileStatus {
    var status = stat()
    guard fstat(file.descriptor, &status) == 0 else { throw failure(.read, file.path) }
    return FileStatus(status)
  }

  func status(of path: String, in root: String) throws(DiskFailure) -> FileStatus {
    var status = stat()
    guard (path.isEmpty ? stat(root, &status) : lstat(full(path, root), &status)) == 0 else {
      throw failure(.read, path)
    }
    return FileStatus(status)
  }

  func read(
    _ file: borrowing OpenFile, into buffer: UnsafeMutableRawBufferPointer, from offset: Int
  ) throws(DiskFailure) -> Int {
    let descriptor = file.descriptor
    let done = repeated { pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset)) }
    guard done >= 0 else { throw failure(.read, file.path) }
    return done
  }

  func names(in path: String, in root: String) throws(DiskFailure) -> [String] {
    let folder = try openFolder(path, in: root)
    let copy = dup(folder.descriptor)
    guard copy >= 0 else { throw failure(.open, path) }
    return try names(in: path, open: copy)
  }

  func listedNames(in path: String, in root: String) throws(DiskFailure) -> [String] {
    let descriptor = repeated {
      Glibc.open(full(path, root), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    }
    guard descriptor >= 0 else { throw failure(.open, path) }
    return try names(in: path, open: descriptor)
  }

  /// Closes the descriptor.
  private func names(in path: String, open descriptor: Int32) throws(DiskFailure) -> [String] {
    guard let stream = fdopendir(descriptor) else {
      let failure = failure(.open, path)
      close(descriptor)
      throw failure
    }
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
          fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0
          && status.st_mode & S_IFMT == S_IFDIR
      }
      names.append(isFolder ? name + "/" : name)
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  func refusal(of rights: Int32, to path: String, in root: String) -> Int32? {
    access(full(path, root), rights) == 0 ? nil : errno
  }

  // MARK: Writing

  func write(
    _ bytes: ArraySlice<UInt8>, to file: borrowing OpenFile
  ) throws(DiskFailure) -> Int {
    let descriptor = file.descriptor
    let done = bytes.withUnsafeBytes { bytes in
      repeated { Glibc.write(descriptor, bytes.baseAddress, bytes.count) }
    }
    guard done >= 0 else { throw failure(.write, file.path) }
    return done
  }

  func synchronize(_ file: borrowing OpenFile) throws(DiskFailure) {
    let descriptor = file.descriptor
    guard repeated({ fsync(descriptor) }) == 0 else { throw failure(.synchronize, file.path) }
  }

  func truncate(_ file: borrowing OpenFile, to size: Int) throws(DiskFailure) {
    let descriptor = file.descriptor
    guard repeated({ ftruncate(descriptor, off_t(size)) }) == 0 else {
      throw failure(.truncate, file.path)
    }
  }

  func changeAccess(
    _ file: borrowing OpenFile, mode: mode_t, group: gid_t?
  ) throws(DiskFailure) {
    if let group, fchown(file.descriptor, uid_t.max, group) != 0 {
      throw failure(.changeAccess, file.path)
    }
    // After the group: changing that takes set-group-id away.
    guard fchmod(file.descriptor, mode) == 0 else { throw failure(.changeAccess, file.path) }
  }

  func rename(_ path: String, to name: String, in root: String) throws(DiskFailure) {
    let (folderPath, old) = DiskPath.split(path)
    let folder = try openFolder(folderPath, in: root)
    guard renameat(folder.descriptor, old, folder.descriptor, name) == 0 else {
      throw failure(.rename, path)
    }
  }

  func remove(_ path: String, in root: String) throws(DiskFailure) {
    try unlink(path, in: root, flags: 0)
  }

  func removeFolder(_ path: String, in root: String) throws(DiskFailure) {
    try unlink(path, in: root, flags: AT_REMOVEDIR)
  }

  private func unlink(_ path: String, in root: String, flags: Int32) throws(DiskFailure) {
    let (folderPath, name) = DiskPath.split(path)
    let folder = try openFolder(folderPath, in: root)
    guard unlinkat(folder.descriptor, name, flags) == 0 else { throw failure(.remove, path) }
  }

  func addFolder(_ path: String, in root: String, mode: mode_t) throws(DiskFailure) {
    let (folderPath, name) = DiskPath.split(path)
    let folder = try openFolder(folderPath, in: root)
    guard mkdirat(folder.descriptor, name, mode) == 0 else { throw failure(.makeFolder, path) }
  }

  func lock(_ file: borrowing OpenFile) throws(DiskFailure) -> Bool {
    let descriptor = file.descriptor
    if repeated({ flock(descriptor, LOCK_EX | LOCK_NB) }) == 0 { return true }
    guard errno == EWOULDBLOCK else { throw failure(.lock, file.path) }
    return false
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
}

extension FileStatus {
  fileprivate init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    size = Int(status.st_size)
    modified = Int64(status.st_mtim.tv_sec)
    mode = status.st_mode & 0o7777
    owner = status.st_uid
    group = status.st_gid
    identity = Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
  }
}
