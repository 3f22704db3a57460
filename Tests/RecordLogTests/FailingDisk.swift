import Glibc

@testable import RecordLog

/// A disk whose calls fail when asked to. Calls that only read do not.
struct FailingDisk: Disk {
  /// What happens to a call.
  enum Fault: Hashable, Sendable {
    /// The call fails and does nothing.
    case error(Int32)
    /// A write writes only so many bytes.
    case short(Int)
    /// The call does nothing and says it went well.
    case swallowed
    /// Synchronising fails, and what was not synchronised is never going to be, whoever asks.
    case abandoned(Int32)
  }

  let base: any Disk
  /// Asked before each call that changes something; nil lets it pass.
  let fault: @Sendable (_ call: DiskFailure.Call, _ path: String) -> Fault?
  /// What is written in place of what should be.
  var rewrite: @Sendable (_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> = { $0 }

  init(
    _ base: any Disk = SystemDisk(),
    fault: @escaping @Sendable (_ call: DiskFailure.Call, _ path: String) -> Fault?
  ) {
    self.base = base
    self.fault = fault
  }

  /// False when the call is swallowed.
  private func passes(_ call: DiskFailure.Call, _ path: String) throws(DiskFailure) -> Bool {
    switch fault(call, path) {
    case .error(let code): throw DiskFailure(call: call, path: path, code: code)
    case .swallowed: return false
    case .short, .abandoned, nil: return true
    }
  }

  func openFolder(_ path: String, in root: String) throws(DiskFailure) -> OpenFile {
    try base.openFolder(path, in: root)
  }

  func open(
    _ path: String, in root: String, flags: Int32, mode: mode_t
  ) throws(DiskFailure) -> OpenFile {
    if flags & O_CREAT != 0 { _ = try passes(.create, path) }
    return try base.open(path, in: root, flags: flags, mode: mode)
  }

  func openListed(_ path: String, in root: String) throws(DiskFailure) -> OpenFile {
    try base.openListed(path, in: root)
  }

  func close(_ descriptor: Int32) { base.close(descriptor) }

  func status(_ file: borrowing OpenFile) throws(DiskFailure) -> FileStatus {
    try base.status(file)
  }

  func status(of path: String, in root: String) throws(DiskFailure) -> FileStatus {
    try base.status(of: path, in: root)
  }

  func read(
    _ file: borrowing OpenFile, into buffer: UnsafeMutableRawBufferPointer, from offset: Int
  ) throws(DiskFailure) -> Int {
    try base.read(file, into: buffer, from: offset)
  }

  func listedNames(in path: String, in root: String) throws(DiskFailure) -> [String] {
    try base.listedNames(in: path, in: root)
  }

  func names(in path: String, in root: String) throws(DiskFailure) -> [String] {
    try base.names(in: path, in: root)
  }

  func refusal(of rights: Int32, to path: String, in root: String) -> Int32? {
    base.refusal(of: rights, to: path, in: root)
  }

  func write(
    _ bytes: ArraySlice<UInt8>, to file: borrowing OpenFile
  ) throws(DiskFailure) -> Int {
    switch fault(.write, file.path) {
    case .error(let code): throw DiskFailure(call: .write, path: file.path, code: code)
    case .short(let limit): return try base.write(bytes.prefix(limit), to: file)
    case .swallowed: return bytes.count
    case .abandoned, nil: return try base.write(rewrite(bytes), to: file)
    }
  }

  func synchronize(_ file: borrowing OpenFile) throws(DiskFailure) {
    switch fault(.synchronize, file.path) {
    case .error(let code): throw DiskFailure(call: .synchronize, path: file.path, code: code)
    case .abandoned(let code):
      (base as? MemoryDisk)?.abandon(file)
      throw DiskFailure(call: .synchronize, path: file.path, code: code)
    case .swallowed: break
    case .short, nil: try base.synchronize(file)
    }
  }

  func truncate(_ file: borrowing OpenFile, to size: Int) throws(DiskFailure) {
    if try passes(.truncate, file.path) { try base.truncate(file, to: size) }
  }

  func changeAccess(
    _ file: borrowing OpenFile, mode: mode_t, group: gid_t?
  ) throws(DiskFailure) {
    if try passes(.changeAccess, file.path) {
      try base.changeAccess(file, mode: mode, group: group)
    }
  }

  func rename(_ path: String, to name: String, in root: String) throws(DiskFailure) {
    if try passes(.rename, path) { try base.rename(path, to: name, in: root) }
  }

  func remove(_ path: String, in root: String) throws(DiskFailure) {
    if try passes(.remove, path) { try base.remove(path, in: root) }
  }

  func removeFolder(_ path: String, in root: String) throws(DiskFailure) {
    if try passes(.remove, path) { try base.removeFolder(path, in: root) }
  }

  func addFolder(_ path: String, in root: String, mode: mode_t) throws(DiskFailure) {
    if try passes(.makeFolder, path) { try base.addFolder(path, in: root, mode: mode) }
  }

  func lock(_ file: borrowing OpenFile) throws(DiskFailure) -> Bool { try base.lock(file) }
}
