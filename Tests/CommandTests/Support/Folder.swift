import Glibc

/// A folder of its own for one test, removed with everything in it afterwards.
final class Folder {
  let root: String
  private var count = 0

  init() {
    // The six X are replaced by the system with what makes the name new.
    var template = Array("/tmp/zhibu-command-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    root = made ?? "/nonexistent"
  }

  deinit { remove(root) }

  func path(_ name: String) -> String { "\(root)/\(name)" }

  /// A name not used before.
  func unique(_ stem: String) -> String {
    count += 1
    return "\(stem)-\(count)"
  }

  func write(_ name: String, _ text: String) {
    guard let file = fopen(path(name), "w") else { return }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    fwrite(bytes, 1, bytes.count, file)
  }

  /// The text of a file; empty when there is none.
  func read(_ name: String) -> String {
    guard let file = fopen(path(name), "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }

  /// Whether a program ends well in this folder.
  func hasSucceeded(_ command: [String]) -> Bool {
    Binary.run(
      command[0], Array(command.dropFirst()), environment: ["PATH": "/usr/bin:/bin"], in: self
    ).status == 0
  }

  func makeFolder(_ name: String) { mkdir(path(name), 0o755) }

  /// The paths of all files below, sorted, without those of runs.
  func files(below name: String) -> [String] {
    var found: [String] = []
    collect(path(name), into: &found)
    return found.sorted()
  }

  private func collect(_ folder: String, into found: inout [String]) {
    for name in names(in: folder) {
      let path = "\(folder)/\(name)"
      if isFolder(path) { collect(path, into: &found) } else { found.append(path) }
    }
  }

  private func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private func remove(_ path: String) {
    if isFolder(path) {
      chmod(path, 0o755)
      for name in names(in: path) { remove("\(path)/\(name)") }
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}
