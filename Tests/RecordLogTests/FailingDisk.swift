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
  }

  let base: any Disk
  /// Asked before each call that changes something; nil lets it pass.
  let fault: @Sendable (_ call: DiskFailure.Call, _ path: String) -> Fault?

  init(
    _ base: any Disk = SystemDisk(),
    fault: @escaping @Sendable (_ call: DiskFailure.Call, _ path: String) -> Fault?
  ) {
    self.base = base
    self.fault = fault
  }

  private func check(_ call: DiskFailure.Call, _ path: String) throws(DiskFailure) {
    guard case .error(let code) = fault(call, path) else { return }
    throw DiskFailure(call: call, path: path, code: code)
  }

  func openFolder(_ path: String, in root: String) throws(DiskFailure) -> OpenFile {
    try base.openFolder(path, in: root)
  }

  func open(
    _ path: String, in root: String, flags: Int32, mode: mode_t
  ) throws(DiskFailure) -> OpenFile {
    if flags & O_CREAT != 0 { try check(.create, path) }
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
    case nil: return try base.write(bytes, to: file)
    }
  }

  func synchronize(_ file: borrowing OpenFile) throws(DiskFailure) {
    try check(.synchronize, file.path)
    try base.synchronize(file)
  }

  func truncate(_ file: borrowing OpenFile, to size: Int) throws(DiskFailure) {
    try check(.truncate, file.path)
    try base.truncate(file, to: size)
  }

  func rename(_ path: String, to name: String, in root: String) throws(DiskFailure) {
    try check(.rename, path)
    try base.rename(path, to: name, in: root)
  }

  func remove(_ path: String, in root: String) throws(DiskFailure) {
    try check(.remove, path)
    try base.remove(path, in: root)
  }

  func addFolder(_ path: String, in root: String, mode: mode_t) throws(DiskFailure) {
    try check(.makeFolder, path)
    try base.addFolder(path, in: root, mode: mode)
  }

  func lock(_ file: borrowing OpenFile) throws(DiskFailure) -> Bool { try base.lock(file) }
}
