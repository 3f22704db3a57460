import Glibc
import RecordLog
import Wording

/// A file that is named on the command line: it appears whole or not at all.
struct OutputFile {
  /// As it was given.
  let path: String
  private let folder: String
  private let name: String

  /// A file in a folder that is there.
  init(_ path: String) throws(Failure) {
    self.path = path
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    name = parts.last.map(String.init) ?? ""
    let above = parts.dropLast().joined(separator: "/")
    folder = parts.count == 1 ? "." : above.isEmpty ? "/" : above
    guard !name.isEmpty, access(folder, F_OK) == 0 else {
      throw .notWritten(.outputFolderMissing(folder))
    }
  }

  /// Refuses a place inside a store, whose folders hold nothing but its own files.
  func check(notIn store: Store) throws(Failure) {
    guard let root = Self.real(store.root), let folder = Self.real(folder) else { return }
    guard folder != root, !folder.hasPrefix(root + "/") else {
      throw .badUse(.outputInStore)
    }
  }

  /// Writes it, in place of what was there. Throws `Failure.notWritten` when it cannot be written
  /// to its end; what was there is left as it was then.
  func write(_ text: String) throws(Failure) {
    do throws(StoreError) {
      _ = try PaperFolder(directory: folder).write(
        name: name, bytes: Array(text.utf8), replacing: true)
    } catch {
      throw .notWritten(error.phrase)
    }
  }

  private static func real(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }
}
