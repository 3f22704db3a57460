/// What lies on a disk: files and folders by number, the root being number 0. What no name leads
/// to is lost.
struct DiskImage: Sendable {
  enum Node: Sendable {
    case file([UInt8])
    case folder([String: Int])
  }

  var nodes: [Node] = [.folder([:])]

  /// The number behind a path; nil when there is none.
  func node(_ path: String) -> Int? {
    var number = 0
    for part in path.split(separator: "/") {
      guard case .folder(let entries) = nodes[number], let next = entries[String(part)] else {
        return nil
      }
      number = next
    }
    return number
  }

  func bytes(_ path: String) -> [UInt8]? {
    guard let number = node(path), case .file(let bytes) = nodes[number] else { return nil }
    return bytes
  }

  /// Every file with its path, sorted by path within each folder.
  func forEachFile(_ body: (_ path: String, _ bytes: [UInt8]) -> Void) {
    walk(0, path: "") { path, node in
      if case .file(let bytes) = node { body(path, bytes) }
    }
  }

  private func walk(
    _ number: Int, path: String, _ body: (_ path: String, _ node: Node) -> Void
  ) {
    guard case .folder(let entries) = nodes[number] else { return }
    for name in entries.keys.sorted() {
      guard let child = entries[name] else { continue }
      let childPath = path.isEmpty ? name : "\(path)/\(name)"
      body(childPath, nodes[child])
      walk(child, path: childPath, body)
    }
  }

  /// A number for all names and bytes that can be reached. What `isLeftOut` names is left out.
  func digest(leavingOut isLeftOut: (_ name: String) -> Bool = { _ in false }) -> Int {
    var hasher = Hasher()
    digest(0, into: &hasher, leavingOut: isLeftOut)
    return hasher.finalize()
  }

  private func digest(
    _ number: Int, into hasher: inout Hasher, leavingOut isLeftOut: (_ name: String) -> Bool
  ) {
    switch nodes[number] {
    case .file(let bytes):
      hasher.combine(bytes.count)
      bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    case .folder(let entries):
      let names = entries.keys.filter { !isLeftOut($0) }.sorted()
      hasher.combine(names.count)
      for name in names {
        hasher.combine(name)
        if let child = entries[name] { digest(child, into: &hasher, leavingOut: isLeftOut) }
      }
    }
  }

  // MARK: Effects

  mutating func apply(_ effect: DiskEffect) {
    switch effect {
    case .write(let file, let offset, let bytes):
      change(file) { $0.put(bytes, at: offset) }
    case .truncate(let file, let size):
      change(file) { $0.resize(to: size) }
    case .link(let folder, let name, let node):
      rename(in: folder) { $0[name] = node }
    case .unlink(let folder, let name):
      rename(in: folder) { $0[name] = nil }
    case .rename(let folder, let old, let new, let node):
      rename(in: folder) {
        $0[old] = nil
        $0[new] = node
      }
    }
  }

  private mutating func change(_ number: Int, _ body: (inout [UInt8]) -> Void) {
    guard case .file(var bytes) = nodes[number] else { return }
    nodes[number] = .file([])
    body(&bytes)
    nodes[number] = .file(bytes)
  }

  private mutating func rename(in number: Int, _ body: (inout [String: Int]) -> Void) {
    guard case .folder(var entries) = nodes[number] else { return }
    body(&entries)
    nodes[number] = .folder(entries)
  }
}

/// A change that a call makes to a file or a folder, and that a crash may lose while it was not
/// synchronised.
enum DiskEffect: Sendable {
  case write(file: Int, offset: Int, bytes: [UInt8])
  case truncate(file: Int, size: Int)
  case link(folder: Int, name: String, node: Int)
  case unlink(folder: Int, name: String)
  case rename(folder: Int, from: String, to: String, node: Int)

  /// The file or folder to be synchronised for the effect to last.
  var node: Int {
    switch self {
    case .write(let node, _, _), .truncate(let node, _), .link(let node, _, _),
      .unlink(let node, _), .rename(let node, _, _, _):
      node
    }
  }
}

extension [UInt8] {
  fileprivate mutating func put(_ bytes: [UInt8], at offset: Int) {
    if offset + bytes.count > count { resize(to: offset + bytes.count) }
    withUnsafeMutableBytes { own in
      bytes.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(rebasing: own[offset...]).copyMemory(from: $0)
      }
    }
  }

  fileprivate mutating func resize(to size: Int) {
    if size < count {
      removeLast(count - size)
    } else {
      self += [UInt8](repeating: 0, count: size - count)
    }
  }
}
