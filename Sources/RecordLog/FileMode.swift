import Glibc

/// The permissions of what is made. They follow those of the folder it is made in, whatever the
/// process's umask: files are readable by its group when the folder is, and never by everybody;
/// folders are open to its group as far as the one above.
enum FileMode {
  /// As the folder says.
  case asFolder
  /// As the folder says, but of a lock, which whoever writes there signs.
  case lock
  case exactly(mode_t)
  /// Readable by the group only if every one of these folders is, by the same group: the file holds
  /// what belongs into all of them.
  case asAll([FileStatus])

  /// Of a folder outside any store.
  static let folder: mode_t = 0o750
  static let privateFolder: mode_t = 0o700
  static let privateFile: mode_t = 0o600

  static let groupReads: mode_t = 0o040
  static let setGroup: mode_t = 0o2000
  static let permissions: mode_t = 0o777

  /// Of a file in a folder. `group` is the file's, nil while it is not made.
  func file(in folder: FileStatus, group: gid_t? = nil) -> mode_t {
    let isOpen = folder.mode & Self.groupReads != 0
    switch self {
    case .exactly(let mode): return mode
    case .asFolder: return isOpen ? 0o640 : 0o600
    case .lock: return isOpen ? 0o660 : 0o600
    case .asAll(let folders):
      let isShared = folders.allSatisfy { $0.mode & Self.groupReads != 0 && $0.group == group }
      return isOpen && isShared ? 0o640 : 0o600
    }
  }

  /// Of a folder in another.
  static func folder(in folder: FileStatus) -> mode_t { folder.mode & 0o770 | privateFolder }
}
