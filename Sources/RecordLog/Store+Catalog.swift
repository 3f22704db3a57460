import Glibc

extension Store {
  /// Whether this user may change the unit's catalogue.
  public var isCatalogWritable: Bool { disk.isWritable("catalog", in: root) }

  /// Replaces a file of the unit's catalogue, whole or not at all: readers see the old file or the
  /// new one.
  ///
  /// - Parameters:
  ///   - path: relative to the store, `catalog/kind.rec`.
  ///   - bytes: what it is to hold.
  ///   - expected: what it held when it was read; nil for a file that was not there.
  ///
  /// Throws `StoreError.badPath`, `.changedMeanwhile` when it holds something else than expected or
  /// somebody else is replacing it, `.unreadable`, `.unwritable`. Nothing was changed then.
  public func replaceCatalogFile(
    _ path: String, with bytes: [UInt8], expecting expected: [UInt8]?
  ) throws(StoreError) {
    guard Names.isPlainFile(path), path.hasPrefix("catalog/") else { throw .badPath(path) }
    let isReplaced: Bool
    do throws(DiskFailure) {
      isReplaced = try replace(path, with: bytes, expecting: expected)
    } catch {
      throw StoreError(error)
    }
    guard isReplaced else { throw .changedMeanwhile(path: path) }
  }

  private func replace(
    _ path: String, with bytes: [UInt8], expecting expected: [UInt8]?
  ) throws(DiskFailure) -> Bool {
    guard let expected else {
      guard !disk.exists(path, in: root) else { return false }
      try disk.replace(path, in: root, with: bytes)
      return true
    }
    // The lock is on the file that is being replaced: whoever comes second finds other bytes.
    let file = try disk.open(path, in: root, flags: O_RDONLY)
    guard try disk.lock(file), try disk.contents(path, in: root).bytes == expected else {
      return false
    }
    try disk.replace(path, in: root, with: bytes, mode: .asFolder)
    return true
  }
}
