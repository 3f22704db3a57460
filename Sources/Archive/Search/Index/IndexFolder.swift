import Glibc

/// The folder of a store's index, outside the store: a file for each segment. It may be thrown away at
/// any time, and nobody but its owner may read it.
struct IndexFolder: Sendable {
  /// The folder.
  let path: String

  /// The folder for a store within a user's folder of such.
  init(in folder: String, root: String) {
    var name = String(IndexChecksum.of(Array(root.utf8)), radix: 16)
    while name.utf8.count < 16 { name = "0" + name }
    path = "\(folder)/search-\(name)"
  }

  /// The paths of the segments, in the order in which they were made.
  var segments: [String] { names(endingIn: ".segment").sorted().map { "\(path)/\($0)" } }

  /// The paths of what was begun by programs that are there no more.
  var leftovers: [String] {
    names(endingIn: Self.unfinished).filter { name in
      let process = name.dropLast(".segment".count + Self.unfinished.count).split(separator: "-")
        .last.flatMap { pid_t($0) }
      guard let process, process != getpid() else { return false }
      return kill(process, 0) != 0 && errno == ESRCH
    }.map { "\(path)/\($0)" }
  }

  /// What the name of a file ends in while it is written.
  private static let unfinished = ".tmp"

  private func names(endingIn end: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(end) { names.append(name) }
    }
    return names
  }

  /// Puts a segment behind those that are there; false when it cannot be written: an index is a
  /// convenience, and a full disk no reason not to search.
  func add(_ bytes: [UInt8], number: Int) -> Bool {
    makeFolders()
    var digits = String(number)
    while digits.utf8.count < 8 { digits = "0" + digits }
    let name = "\(path)/\(digits)-\(getpid()).segment"
    let temporary = name + Self.unfinished
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { return false }
    var done = 0
    bytes.withUnsafeBytes { bytes in
      while done < bytes.count, let base = bytes.baseAddress {
        let part = write(file, base + done, bytes.count - done)
        if part < 0, errno == EINTR { continue }
        if part <= 0 { break }
        done += part
      }
    }
    let isClosed = close(file) == 0
    guard done == bytes.count, isClosed, rename(temporary, name) == 0 else {
      unlink(temporary)
      return false
    }
    return true
  }

  /// The number behind those of the segments that are there.
  var nextNumber: Int {
    let last = segments.last?.split(separator: "/").last?.prefix { $0 != "-" }
    return (last.flatMap { Int($0) } ?? 0) + 1
  }

  func remove(_ segment: String) { unlink(segment) }

  private func makeFolders() {
    var built = ""
    for part in path.split(separator: "/") {
      built += "/" + part
      mkdir(built, 0o700)
    }
  }
}

/// The log files of a store as the disk lists them.
enum LogFileListing {
  /// What is known of a log file; nil when it is gone, no file, or not this user's to read.
  static func file(_ path: String, in root: String) -> IndexedFile? {
    var status = stat()
    let whole = "\(root)/\(path)"
    guard lstat(whole, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      access(whole, R_OK) == 0
    else { return nil }
    return IndexedFile(path, status)
  }

  /// The bytes of a log file that is still as it was listed; nil when it is not.
  static func bytes(of file: IndexedFile, in root: String) -> [UInt8]? {
    part(of: file, in: root, offset: 0, count: Int(file.size))
  }

  /// The bytes of a record in it. A file that was written to since it was listed has the record
  /// where it was, as files only grow: what stands there is told by its Id.
  static func record(
    _ id: ArraySlice<UInt8>, of file: IndexedFile, in root: String, offset: Int, count: Int
  ) -> [UInt8]? {
    let bytes = part(of: file, in: root, offset: offset, count: count, isAsListed: false)
    let beginning = Array("Id: ".utf8) + id + [UInt8(ascii: "\n")]
    return bytes?.starts(with: beginning) ?? false ? bytes : nil
  }

  /// Some of its bytes, of a file that is as it was listed.
  private static func part(
    of file: IndexedFile, in root: String, offset: Int, count: Int, isAsListed: Bool = true
  ) -> [UInt8]? {
    let descriptor = open("\(root)/\(file.path)", O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var done = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      while done < count, let base = buffer.baseAddress {
        let part = pread(descriptor, base + done, count - done, off_t(offset + done))
        if part < 0, errno == EINTR { continue }
        if part <= 0 { break }
        done += part
      }
      initialized = done
    }
    // Looked at after reading: what was read is of the file that was listed.
    var status = stat()
    guard done == count, fstat(descriptor, &status) == 0,
      !isAsListed || IndexedFile(file.path, status).isSame(as: file)
    else { return nil }
    return bytes
  }
}

extension IndexedFile {
  fileprivate init(_ path: String, _ status: stat) {
    self.init(
      path: path, size: Int64(status.st_size), modified: Self.nanoseconds(status.st_mtim),
      changed: Self.nanoseconds(status.st_ctim), number: UInt64(status.st_ino))
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
