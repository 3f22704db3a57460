import Glibc

/// The lock of one organisation's folder, held until it goes out of use. `flock` belongs to the
/// open file, so it also keeps threads of one process apart and ends with the process.
final class FolderLock: Sendable {
  let file: OpenFile
  let organization: String

  /// How long to try while the same process holds it, in milliseconds.
  static let patience = 2_000
  /// How often to try as long again when another has come to hold it meanwhile.
  private static let turns = 10
  /// Short, since a process that appends again and again leaves it free for moments only.
  private static let pause = 1

  /// Relative to the store.
  static func path(of organization: String) -> String { "organizations/\(organization)/.lock" }

  init(
    organization: String, in root: String, disk: any Disk, patience: Int
  ) throws(AppendError) {
    let lockFile = LockFile(path: Self.path(of: organization), root: root, disk: disk)
    var begin = ContinuousClock.now
    var turn = 1
    var holder: LockHolder?
    var seen: Set<LockHolder> = []
    while true {
      if let file = try lockFile.taken() {
        self.file = file
        self.organization = organization
        return
      }
      // There is no name for the moment in which a holder signs.
      if let signed = lockFile.holder {
        holder = signed
        seen.insert(signed)
      }
      if ContinuousClock.now - begin >= .milliseconds(patience) {
        // Several held it in turn: they are at work, and nobody is stuck.
        guard seen.count > 1, turn < Self.turns else {
          throw .locked(organization: organization, holder: holder)
        }
        (seen, begin, turn) = ([], .now, turn + 1)
      }
      var pause = timespec(tv_sec: 0, tv_nsec: Self.pause * 1_000_000)
      nanosleep(&pause, nil)
    }
  }
}

/// Where a lock is taken. Whoever takes it looks at what the file system promises, on the lock file
/// itself: that a lock keeps others out, and that two who append do not write over each other.
private struct LockFile {
  let path: String
  let root: String
  let disk: any Disk

  /// The open file, locked; nil when another holds it.
  func taken() throws(AppendError) -> OpenFile? {
    do throws(DiskFailure) {
      let file = try open()
      guard try disk.lock(file) else { return nil }
      let second = try open()
      // Someone may have put another file in its place in the meantime.
      guard try disk.status(file).identity == disk.status(second).identity else { return nil }
      guard try !disk.lock(second) else {
        throw DiskFailure(call: .lock, path: path, code: ENOLCK)
      }
      guard try isSigned(file, second) else {
        throw DiskFailure(call: .lock, path: path, code: EBADMSG)
      }
      return file
    } catch {
      guard error.call == .lock else { throw AppendError(error) }
      switch error.code {
      case EINTR, EIO, ENOMEM: throw .notWritable(path: path, code: error.code)
      case EBADMSG: throw .appendsIgnored(path: path)
      default: throw .locksIgnored(path: path)
      }
    }
  }

  /// Another user's lock file may be readable only; it locks as well.
  private func open() throws(DiskFailure) -> OpenFile {
    let flags = O_RDWR | O_APPEND
    do throws(DiskFailure) {
      return try disk.open(path, in: root, flags: flags)
    } catch {
      if error.isForbidden { return try disk.open(path, in: root, flags: O_RDONLY) }
      guard error.isMissing else { throw error }
    }
    do throws(DiskFailure) {
      return try disk.create(path, in: root, flags: flags | O_EXCL, mode: .lock)
    } catch {
      guard error.code == EEXIST else { throw error }
      return try disk.open(path, in: root, flags: flags)
    }
  }

  /// Says who holds the lock, for whoever waits in vain: one half through each of the open files.
  /// False when they do not stand one behind the other then.
  private func isSigned(
    _ first: borrowing OpenFile, _ second: borrowing OpenFile
  ) throws(DiskFailure) -> Bool {
    let user = getenv("USER").map { String(cString: $0) } ?? String(getuid())
    let halves = [Array("\(getpid()) ".utf8), Array("\(VisibleText.exported(user))\n".utf8)]
    do throws(DiskFailure) {
      try disk.truncate(first, to: 0)
      guard try disk.write(halves[0][...], to: first) == halves[0].count,
        try disk.write(halves[1][...], to: second) == halves[1].count
      else { return true }
    } catch {
      // Another user's file that is readable only, or a full disk: the lock holds, and nothing is
      // known of appending.
      return true
    }
    return try disk.contents(first).bytes == halves[0] + halves[1]
  }

  /// Who signed last.
  var holder: LockHolder? {
    guard let bytes = try? disk.contents(path, in: root).bytes,
      let line = String(validating: bytes, as: UTF8.self)?.split(separator: "\n").first
    else { return nil }
    let parts = line.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let process = Int(parts[0]),
      TextCleaning.forbiddenScalars(in: String(parts[1])).isEmpty
    else { return nil }
    return LockHolder(process: process, user: String(parts[1]))
  }
}

extension AppendError {
  /// What a failed call before the writing of records means to who appends.
  init(_ failure: DiskFailure) {
    switch failure.code {
    case ELOOP, EMLINK:
      self = .symbolicLink(path: failure.path)
    case EACCES, EPERM, EROFS:
      self = .notWritable(path: failure.path, code: failure.code)
    default:
      self =
        failure.call == .open || failure.call == .read
        ? .store(StoreError(failure)) : .notSaved(path: failure.path, code: failure.code)
    }
  }
}

extension StoreError {
  init(_ failure: DiskFailure) {
    switch failure.call {
    case .open, .read:
      self =
        failure.isMissing
        ? .missing(path: failure.path) : .unreadable(path: failure.path, code: failure.code)
    default:
      self = .unwritable(path: failure.path, code: failure.code)
    }
  }
}
