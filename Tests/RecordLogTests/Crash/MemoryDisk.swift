import Glibc
import Synchronization

@testable import RecordLog

/// A disk in memory that keeps a record of every call which changes something, so that what a
/// crash may leave of them can be worked out. It promises as little as a file system may: the
/// bytes of a file last once the file was synchronised, names once their folder was.
final class MemoryDisk: Disk {
  /// What happened, in order.
  enum Event: Sendable {
    /// A file or folder came to be, as yet without a name.
    case made(isFolder: Bool)
    case effect(DiskEffect)
    case synchronized(Int)
    /// The system gave up writing what was not synchronised and takes it for clean: a later
    /// synchronising does not write it either.
    case abandoned(Int)
  }

  fileprivate struct Opened {
    var node: Int
    var flags: Int32
    var position = 0
  }

  fileprivate struct State {
    var image: DiskImage
    var events: [Event] = []
    var opened: [Int32: Opened] = [:]
    /// Far from those of the system, which a call that goes past this disk would hit.
    var nextDescriptor: Int32 = 1_000_000
    var locks: [Int: Int32] = [:]
    /// The process is killed when so many events happened; its last write brings so many bytes.
    var end: (events: Int, bytes: Int)?
    var isDead = false
    let isRecording: Bool
  }

  private let state: Mutex<State>

  init(_ image: DiskImage, isRecording: Bool = false) {
    state = Mutex(State(image: image, isRecording: isRecording))
  }

  /// What a process sees that runs now.
  var image: DiskImage { state.withLock { $0.image } }

  /// What happened so far.
  var events: [Event] { state.withLock { $0.events } }

  var eventCount: Int { state.withLock { $0.events.count } }

  /// The process dies when so many events happened; a write that would be the next brings so many
  /// bytes before. Whatever it calls then fails and does nothing.
  func kill(after events: Int, bytes: Int = 0) {
    state.withLock { $0.end = (events, bytes) }
  }

  /// Another process takes over; what the dead one held open is closed.
  func revive() {
    state.withLock {
      $0.end = nil
      $0.isDead = false
      $0.opened = [:]
      $0.locks = [:]
    }
  }

  /// Whether the process was killed.
  var isDead: Bool { state.withLock { $0.isDead } }

  /// Makes everything durable, as time does.
  func synchronizeAll() {
    state.withLock { state in
      for node in state.image.nodes.indices { state.events.append(.synchronized(node)) }
    }
  }

  /// What was not synchronised of a file or folder is never going to be.
  func abandon(_ file: borrowing OpenFile) {
    let descriptor = file.descriptor
    state.withLock { state in
      if let opened = state.opened[descriptor] {
        state.events.append(.abandoned(opened.node))
      }
    }
  }

  // MARK: Calls

  private func call<Value: Sendable>(
    _ call: DiskFailure.Call, _ path: String,
    _ body: (inout State) -> Result<Value, DiskCode>
  ) throws(DiskFailure) -> Value {
    let outcome = state.withLock { state in
      state.isDead ? .failure(DiskCode(EIO)) : body(&state)
    }
    switch outcome {
    case .success(let value): return value
    case .failure(let code): throw DiskFailure(call: call, path: path, code: code.code)
    }
  }

  func openFolder(_ path: String, in root: String) throws(DiskFailure) -> OpenFile {
    let descriptor = try call(.open, path) { state -> Result<Int32, DiskCode> in
      guard let node = state.image.node(path) else { return .failure(DiskCode(ENOENT)) }
      guard case .folder = state.image.nodes[node] else { return .failure(DiskCode(ENOTDIR)) }
      return .success(state.open(node, flags: O_RDONLY))
    }
    return OpenFile(descriptor: descriptor, path: path, disk: self)
  }

  func open(
    _ path: String, in root: String, flags: Int32, mode: mode_t
  ) throws(DiskFailure) -> OpenFile {
    let makes = flags & O_CREAT != 0
    let descriptor = try call(makes ? .create : .open, path) { state -> Result<Int32, DiskCode> in
      let (folderPath, name) = DiskPath.split(path)
      guard let folder = state.image.node(folderPath) else { return .failure(DiskCode(ENOENT)) }
      if let node = state.image.node(path) {
        if makes, flags & O_EXCL != 0 { return .failure(DiskCode(EEXIST)) }
        guard case .file = state.image.nodes[node] else { return .failure(DiskCode(EISDIR)) }
        if flags & O_TRUNC != 0, !state.perform(.truncate(file: node, size: 0)) {
          return .failure(DiskCode(EIO))
        }
        return .success(state.open(node, flags: flags))
      }
      guard makes else { return .failure(DiskCode(ENOENT)) }
      guard let node = state.make(isFolder: false, name: name, in: folder) else {
        return .failure(DiskCode(EIO))
      }
      return .success(state.open(node, flags: flags))
    }
    return OpenFile(descriptor: descriptor, path: path, disk: self)
  }

  func openListed(_ path: String, in root: String) throws(DiskFailure) -> OpenFile {
    try open(path, in: root, flags: O_RDONLY, mode: 0)
  }

  func close(_ descriptor: Int32) {
    state.withLock { state in
      guard let opened = state.opened.removeValue(forKey: descriptor) else { return }
      if state.locks[opened.node] == descriptor { state.locks[opened.node] = nil }
    }
  }

  func status(_ file: borrowing OpenFile) throws(DiskFailure) -> FileStatus {
    let descriptor = file.descriptor
    return try call(.read, file.path) { state -> Result<FileStatus, DiskCode> in
      guard let opened = state.opened[descriptor] else { return .failure(DiskCode(EBADF)) }
      return .success(state.status(opened.node))
    }
  }

  func status(of path: String, in root: String) throws(DiskFailure) -> FileStatus {
    try call(.read, path) { state -> Result<FileStatus, DiskCode> in
      guard let node = state.image.node(path) else { return .failure(DiskCode(ENOENT)) }
      return .success(state.status(node))
    }
  }

  func read(
    _ file: borrowing OpenFile, into buffer: UnsafeMutableRawBufferPointer, from offset: Int
  ) throws(DiskFailure) -> Int {
    let descriptor = file.descriptor
    let bytes = try call(.read, file.path) { state -> Result<[UInt8], DiskCode> in
      guard let opened = state.opened[descriptor] else { return .failure(DiskCode(EBADF)) }
      guard case .file(let bytes) = state.image.nodes[opened.node] else {
        return .failure(DiskCode(EISDIR))
      }
      return .success(bytes)
    }
    let count = max(0, min(buffer.count, bytes.count - offset))
    bytes.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<(offset + count)]))
    }
    return count
  }

  func listedNames(in path: String, in root: String) throws(DiskFailure) -> [String] {
    try names(in: path, in: root)
  }

  func names(in path: String, in root: String) throws(DiskFailure) -> [String] {
    try call(.read, path) { state -> Result<[String], DiskCode> in
      guard let node = state.image.node(path) else { return .failure(DiskCode(ENOENT)) }
      guard case .folder(let entries) = state.image.nodes[node] else {
        return .failure(DiskCode(ENOTDIR))
      }
      return .success(
        entries.keys.sorted().map { name in
          guard let child = entries[name], case .folder = state.image.nodes[child] else {
            return name
          }
          return name + "/"
        })
    }
  }

  func refusal(of rights: Int32, to path: String, in root: String) -> Int32? {
    state.withLock { $0.image.node(path) == nil ? ENOENT : nil }
  }

  func write(
    _ bytes: ArraySlice<UInt8>, to file: borrowing OpenFile
  ) throws(DiskFailure) -> Int {
    let descriptor = file.descriptor
    let written = Array(bytes)
    return try call(.write, file.path) { state -> Result<Int, DiskCode> in
      guard let opened = state.opened[descriptor] else { return .failure(DiskCode(EBADF)) }
      guard case .file(let content) = state.image.nodes[opened.node] else {
        return .failure(DiskCode(EISDIR))
      }
      let offset = opened.flags & O_APPEND != 0 ? content.count : opened.position
      guard state.perform(.write(file: opened.node, offset: offset, bytes: written)) else {
        return .failure(DiskCode(EIO))
      }
      state.opened[descriptor]?.position = offset + written.count
      return .success(written.count)
    }
  }

  func synchronize(_ file: borrowing OpenFile) throws(DiskFailure) {
    let descriptor = file.descriptor
    try call(.synchronize, file.path) { state -> Result<Void, DiskCode> in
      guard let opened = state.opened[descriptor] else { return .failure(DiskCode(EBADF)) }
      guard state.mayGoOn() else { return .failure(DiskCode(EIO)) }
      if state.isRecording { state.events.append(.synchronized(opened.node)) }
      return .success(())
    }
  }

  func truncate(_ file: borrowing OpenFile, to size: Int) throws(DiskFailure) {
    let descriptor = file.descriptor
    try call(.truncate, file.path) { state -> Result<Void, DiskCode> in
      guard let opened = state.opened[descriptor] else { return .failure(DiskCode(EBADF)) }
      guard state.perform(.truncate(file: opened.node, size: size)) else {
        return .failure(DiskCode(EIO))
      }
      return .success(())
    }
  }

  func changeAccess(
    _ file: borrowing OpenFile, mode: mode_t, group: gid_t?
  ) throws(DiskFailure) {}

  func rename(_ path: String, to name: String, in root: String) throws(DiskFailure) {
    try call(.rename, path) { state -> Result<Void, DiskCode> in
      let (folderPath, old) = DiskPath.split(path)
      guard let folder = state.image.node(folderPath), let node = state.image.node(path) else {
        return .failure(DiskCode(ENOENT))
      }
      guard state.perform(.rename(folder: folder, from: old, to: name, node: node)) else {
        return .failure(DiskCode(EIO))
      }
      return .success(())
    }
  }

  func remove(_ path: String, in root: String) throws(DiskFailure) {
    try call(.remove, path) { state -> Result<Void, DiskCode> in
      let (folderPath, name) = DiskPath.split(path)
      guard let folder = state.image.node(folderPath), state.image.node(path) != nil else {
        return .failure(DiskCode(ENOENT))
      }
      guard state.perform(.unlink(folder: folder, name: name)) else {
        return .failure(DiskCode(EIO))
      }
      return .success(())
    }
  }

  func removeFolder(_ path: String, in root: String) throws(DiskFailure) {
    guard try names(in: path, in: root).isEmpty else {
      throw DiskFailure(call: .remove, path: path, code: ENOTEMPTY)
    }
    try remove(path, in: root)
  }

  func addFolder(_ path: String, in root: String, mode: mode_t) throws(DiskFailure) {
    try call(.makeFolder, path) { state -> Result<Void, DiskCode> in
      let (folderPath, name) = DiskPath.split(path)
      guard let folder = state.image.node(folderPath) else { return .failure(DiskCode(ENOENT)) }
      guard state.image.node(path) == nil else { return .failure(DiskCode(EEXIST)) }
      guard state.make(isFolder: true, name: name, in: folder) != nil else {
        return .failure(DiskCode(EIO))
      }
      return .success(())
    }
  }

  func lock(_ file: borrowing OpenFile) throws(DiskFailure) -> Bool {
    let descriptor = file.descriptor
    return try call(.lock, file.path) { state -> Result<Bool, DiskCode> in
      guard let opened = state.opened[descriptor] else { return .failure(DiskCode(EBADF)) }
      if let holder = state.locks[opened.node], holder != descriptor { return .success(false) }
      state.locks[opened.node] = descriptor
      return .success(true)
    }
  }
}

/// The system's errno.
private struct DiskCode: Error {
  let code: Int32

  init(_ code: Int32) { self.code = code }
}

extension MemoryDisk.State {
  fileprivate mutating func open(_ node: Int, flags: Int32) -> Int32 {
    defer { nextDescriptor += 1 }
    opened[nextDescriptor] = MemoryDisk.Opened(node: node, flags: flags)
    return nextDescriptor
  }

  fileprivate func status(_ node: Int) -> FileStatus {
    let identity = FileStatus.Identity(device: 0, number: UInt64(node))
    var status = FileStatus(
      kind: .folder, size: 0, modified: 0, mode: 0o750, owner: getuid(), group: getgid(),
      identity: identity)
    if case .file(let bytes) = image.nodes[node] {
      status.kind = .file
      status.size = bytes.count
      status.mode = 0o640
    }
    return status
  }

  /// False when the process dies before the next event.
  fileprivate mutating func mayGoOn() -> Bool {
    if let end, events.count >= end.events { isDead = true }
    return !isDead
  }

  fileprivate mutating func make(isFolder: Bool, name: String, in folder: Int) -> Int? {
    guard mayGoOn() else { return nil }
    let node = image.nodes.count
    image.nodes.append(isFolder ? .folder([:]) : .file([]))
    if isRecording { events.append(.made(isFolder: isFolder)) }
    image.apply(.link(folder: folder, name: name, node: node))
    if isRecording { events.append(.effect(.link(folder: folder, name: name, node: node))) }
    return node
  }

  fileprivate mutating func perform(_ effect: DiskEffect) -> Bool {
    if !mayGoOn() {
      if let end, end.bytes > 0, case .write(let file, let offset, let bytes) = effect {
        let part = Array(bytes.prefix(end.bytes))
        image.apply(.write(file: file, offset: offset, bytes: part))
        if isRecording {
          events.append(.effect(.write(file: file, offset: offset, bytes: part)))
        }
      }
      return false
    }
    image.apply(effect)
    if isRecording { events.append(.effect(effect)) }
    return true
  }
}
