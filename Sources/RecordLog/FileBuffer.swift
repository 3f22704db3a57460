import Glibc

/// A buffer that is read into again and again.
struct FileBuffer {
  private var storage: [UInt8] = []
  private var count = 0

  /// Reads a file whose folder was just listed, in place of what was read before.
  mutating func read(_ path: String, in root: String, of disk: any Disk) throws(DiskFailure) {
    count = 0
    let file = try disk.openListed(path, in: root)
    let size = try disk.size(file)
    if storage.count < size {
      storage = [UInt8](repeating: 0, count: max(size, 2 * storage.count))
    }
    // Bytes added while reading are left to the next reading.
    while count < size {
      let done = try disk.read(file, into: &storage, from: count, to: size)
      if done == 0 { break }
      count += done
    }
  }

  /// What was read.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    storage.withUnsafeBytes { body($0.part(0..<count)) }
  }
}

extension Disk {
  /// The size of an open file; one that is no regular file cannot be read.
  fileprivate func size(_ file: borrowing OpenFile) throws(DiskFailure) -> Int {
    let status = try status(file)
    guard status.kind == .file else {
      throw DiskFailure(call: .read, path: file.path, code: EINVAL)
    }
    return status.size
  }

  /// Reads from an offset up to another into the same places of an array.
  fileprivate func read(
    _ file: borrowing OpenFile, into storage: inout [UInt8], from offset: Int, to end: Int
  ) throws(DiskFailure) -> Int {
    var done = 0
    var failure: DiskFailure?
    storage.withUnsafeMutableBytes { bytes in
      do throws(DiskFailure) {
        let rest = UnsafeMutableRawBufferPointer(rebasing: bytes[offset..<end])
        done = try read(file, into: rest, from: offset)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return done
  }
}
