import Glibc

/// The lock of one organisation's folder, held until it goes out of use. `flock` belongs to the
/// open file, so it also keeps threads of one process apart and ends with the process.
final class FolderLock: Sendable {
  let file: OpenFile
  let organization: String

  /// How long to try, in milliseconds.
  static let patience = 2_000
  private static let pause = 10

  init(
    organization: String, in root: String, disk: any Disk, patience: Int
  ) throws(AppendError) {
    let path = "organizations/\(organization)/.lock"
    let file: OpenFile
    do throws(DiskFailure) {
      file = try Self.open(path, in: root, disk: disk)
    } catch {
      throw AppendError(error)
    }
    var waited = 0
    while try !Self.tryLock(file, disk: disk) {
      guard waited < patience else {
        throw .locked(organization: organization, holder: Self.holder(file, disk: disk))
      }
      var pause = timespec(tv_sec: 0, tv_nsec: Self.pause * 1_000_000)
      nanosleep(&pause, nil)
      waited += Self.pause
    }
    Self.sign(file)
    self.file = file
    self.organization = organization
  }

  private static func tryLock(
    _ file: borrowing OpenFile, disk: any Disk
  ) throws(AppendError) -> Bool {
    do throws(DiskFailure) {
      return try disk.lock(file)
    } catch {
      throw .notWritable(path: error.path, code: error.code)
    }
  }

  /// Another user's lock file may be readable only; it locks as well.
  private static func open(
    _ path: String, in root: String, disk: any Disk
  ) throws(DiskFailure) -> OpenFile {
    do throws(DiskFailure) {
      return try disk.open(path, in: root, flags: O_RDWR | O_CREAT, mode: FileMode.lock)
    } catch {
      guard error.isForbidden, disk.exists(path, in: root) else { throw error }
      return try disk.open(path, in: root, flags: O_RDONLY)
    }
  }

  /// Says who holds the lock, for whoever waits in vain. Not worth a failure.
  private static func sign(_ file: borrowing OpenFile) {
    let user = getenv("USER").map { String(cString: $0) } ?? String(getuid())
    let text = "\(getpid()) \(user)\n"
    _ = ftruncate(file.descriptor, 0)
    _ = text.utf8.withContiguousStorageIfAvailable {
      pwrite(file.descriptor, $0.baseAddress, $0.count, 0)
    }
  }

  private static func holder(_ file: borrowing OpenFile, disk: any Disk) -> LockHolder? {
    guard let bytes = try? disk.contents(file).bytes,
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
