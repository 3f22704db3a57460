import Glibc
import RecordLog
import Wording

/// A file that is named on the command line: it appears whole or not at all. What is no file but a
/// device or a pipe is written to and stays what it is.
struct OutputFile {
  /// As it was given.
  let path: String
  private let folder: String
  private let name: String
  private let isStream: Bool

  /// A file in a folder that is there; a link stands for the file that it leads to.
  init(_ path: String) throws(Failure) {
    self.path = path
    var status = stat()
    let isThere = stat(path, &status) == 0
    let kind = status.st_mode & S_IFMT
    guard !path.isEmpty, !path.hasSuffix("/"), !isThere || kind != S_IFDIR else {
      throw .notWritten(.outputNameMissing(path))
    }
    // A redirected standard output has an ordinary file behind it that is being written to.
    isStream = isThere && (kind != S_IFREG || path.hasPrefix("/dev/") || path.hasPrefix("/proc/"))
    let target = isThere && !isStream ? Self.real(path) ?? path : path
    let parts = target.split(separator: "/", omittingEmptySubsequences: false)
    name = parts.last.map(String.init) ?? ""
    let above = parts.dropLast().joined(separator: "/")
    folder = parts.count == 1 ? "." : above.isEmpty ? "/" : above
    guard access(folder, F_OK) == 0 else {
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
    if isStream { return try writeThrough(Array(text.utf8)) }
    do throws(StoreError) {
      _ = try PaperFolder(directory: folder).write(
        name: name, bytes: Array(text.utf8), replacing: true)
    } catch {
      throw .notWritten(error.phrase)
    }
  }

  private func writeThrough(_ bytes: [UInt8]) throws(Failure) {
    let stream = open(path, O_WRONLY | O_CLOEXEC)
    guard stream >= 0 else {
      throw .notWritten(StoreError.unwritable(path: path, code: errno).phrase)
    }
    defer { close(stream) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        Glibc.write(stream, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw .notWritten(StoreError.unwritable(path: path, code: errno).phrase)
      }
      written += count
    }
  }

  private static func real(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }
}
