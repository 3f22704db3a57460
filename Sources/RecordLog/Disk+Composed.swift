import Glibc

/// No file of a store comes near this; one that claims more is a sparse file or a mistake.
private let mostBytes = 1 << 32

extension Disk {
  /// Opens a file that is there.
  func open(
    _ path: String, in root: String, flags: Int32
  ) throws(DiskFailure) -> OpenFile {
    try open(path, in: root, flags: flags, mode: 0)
  }

  /// Makes a file, with the flags of `open(2)` beside `O_CREAT`.
  func create(
    _ path: String, in root: String, flags: Int32, mode: FileMode = .asFolder
  ) throws(DiskFailure) -> OpenFile {
    let folder = try status(of: DiskPath.split(path).folder, in: root)
    let file = try open(
      path, in: root, flags: flags | O_CREAT, mode: mode.file(in: folder))
    let made = try status(file)
    try setMode(mode.file(in: folder, group: made.group), of: file, now: made)
    return file
  }

  /// Undoes what the umask took away.
  private func setMode(
    _ mode: mode_t, of file: borrowing OpenFile, now status: FileStatus, group: gid_t? = nil
  ) throws(DiskFailure) {
    let special = status.mode & ~FileMode.permissions
    guard status.mode != special | mode || group.map({ $0 != status.group }) ?? false else {
      return
    }
    do throws(DiskFailure) {
      try changeAccess(file, mode: special | mode, group: group)
    } catch {
      // There are file systems without permissions, such as those of memory sticks, and groups
      // that this user is not in.
      guard error.isForbidden || error.code == EOPNOTSUPP || error.code == ENOSYS else {
        throw error
      }
    }
  }

  // MARK: Reading

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
    let file = try openListed(path, in: root)
    return try contents(file)
  }

  /// The whole of an open file.
  func contents(
    _ file: borrowing OpenFile
  ) throws(DiskFailure) -> (bytes: [UInt8], modified: Int64) {
    let status = try status(file)
    guard status.kind == .file else {
      throw DiskFailure(call: .read, path: file.path, code: EINVAL)
    }
    guard status.size <= mostBytes else {
      throw DiskFailure(call: .read, path: file.path, code: EFBIG)
    }
    var failure: DiskFailure?
    // Bytes added while reading are left to the next reading.
    let bytes = [UInt8](unsafeUninitializedCapacity: status.size) { buffer, count in
      do throws(DiskFailure) {
        while count < status.size {
          let rest = UnsafeMutableRawBufferPointer(
            UnsafeMutableBufferPointer(rebasing: buffer[count..<status.size]))
          let done = try read(file, into: rest, from: count)
          if done == 0 { break }
          count += done
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return (bytes, status.modified)
  }

  /// Whether a name is taken, by a link too.
  func exists(_ path: String, in root: String) -> Bool {
    (try? status(of: path, in: root)) != nil
  }

  /// Whether the process may write to a folder.
  func isWritable(_ path: String, in root: String) -> Bool {
    refusal(of: W_OK | X_OK, to: path, in: root) == nil
  }

  // MARK: Writing

  /// Writes everything, in as many calls as it takes.
  func writeAll(_ bytes: [UInt8], to file: borrowing OpenFile) throws(DiskFailure) {
    var start = 0
    while start < bytes.count {
      let done = try write(bytes[start...], to: file)
      guard done > 0 else { throw DiskFailure(call: .write, path: file.path, code: ENOSPC) }
      start += done
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
    _ path: String, in root: String, with bytes: [UInt8], mode: FileMode = .asFolder
  ) throws(DiskFailure) {
    try writeBeside(path, in: root, bytes, mode: mode)
    do throws(DiskFailure) {
      try takePlace(of: path, in: root)
    } catch {
      removeBeside(path, in: root)
      throw error
    }
  }

  /// Writes what is to replace a file under another name and makes it durable; nothing is left of
  /// it when that fails.
  func writeBeside(
    _ path: String, in root: String, _ bytes: [UInt8], mode: FileMode = .asFolder
  ) throws(DiskFailure) {
    do throws(DiskFailure) {
      let file = try create(
        DiskPath.beside(path), in: root, flags: O_WRONLY | O_TRUNC, mode: mode)
      try writeAll(bytes, to: file)
      try synchronize(file)
    } catch {
      removeBeside(path, in: root)
      throw error
    }
  }

  /// Gives what was written beside a file its name.
  func takePlace(of path: String, in root: String) throws(DiskFailure) {
    let (folder, name) = DiskPath.split(path)
    try rename(DiskPath.beside(path), to: name, in: root)
    try synchronizeFolder(folder, in: root)
  }

  /// Takes away what was written beside a file, if it is there.
  func removeBeside(_ path: String, in root: String) {
    try? remove(DiskPath.beside(path), in: root)
  }

  /// Makes a folder and its name durable; one that exists is fine. The name of one that holds
  /// anything was made durable before; that of an empty one may be the trace of an interrupted
  /// command. `like` is a folder whose permissions and group it gets in place of those of the one
  /// above; `mode` its permissions.
  func makeFolder(
    _ path: String, in root: String, mode: mode_t? = nil, like: FileStatus? = nil
  ) throws(DiskFailure) {
    let above = DiskPath.split(path).folder
    switch try? status(of: path, in: root).kind {
    case .folder: if try !names(in: path, in: root).isEmpty { return }
    case .link: throw DiskFailure(call: .makeFolder, path: path, code: ELOOP)
    case .file, .other: throw DiskFailure(call: .makeFolder, path: path, code: ENOTDIR)
    case nil:
      let model: FileStatus
      if let like { model = like } else { model = try status(of: above, in: root) }
      var wanted = mode ?? FileMode.folder(in: model)
      if like != nil { wanted |= model.mode & FileMode.setGroup }
      do throws(DiskFailure) {
        try addFolder(path, in: root, mode: wanted & FileMode.permissions)
        let folder = try openFolder(path, in: root)
        try setMode(wanted, of: folder, now: status(folder), group: like?.group)
      } catch {
        // Another process may have made it just now.
        guard error.code == EEXIST else { throw error }
      }
    }
    do throws(DiskFailure) {
      try synchronizeFolder(above, in: root)
    } catch {
      // One that stays would be asked for again, and be confirmed though it was not written.
      try? removeFolder(path, in: root)
      throw error
    }
  }
}

/// Paths relative to a root, the root itself being the empty one.
enum DiskPath {
  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[..<slash]), String(path[path.index(after: slash)...]))
  }

  /// The name under which this process writes what is to replace a file.
  static func beside(_ path: String) -> String {
    let (folder, name) = split(path)
    return join(folder, ".\(name).\(getpid()).tmp")
  }

  static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : "\(folder)/\(name)"
  }
}
