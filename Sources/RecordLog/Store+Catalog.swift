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
    try replaceCatalogFiles([CatalogReplacement(path: path, bytes: bytes, expected: expected)])
  }

  /// Replaces files of the unit's catalogue, all or none of them: all are written under other names
  /// before the first gets its own, in the order of the replacements. A machine that stops between
  /// two leaves those before as they are to be and those behind as they were.
  ///
  /// Throws as `replaceCatalogFile` does.
  public func replaceCatalogFiles(_ replacements: [CatalogReplacement]) throws(StoreError) {
    for one in replacements {
      guard Names.isPlainFile(one.path), one.path.hasPrefix("catalog/") else {
        throw .badPath(one.path)
      }
    }
    let changed: String?
    do throws(DiskFailure) {
      changed = try prepare(replacements[...], of: replacements)
    } catch {
      throw StoreError(error)
    }
    if let changed { throw .changedMeanwhile(path: changed) }
  }

  /// Writes the rest beside the files that they replace, each while its own is locked, and gives
  /// all their names behind the last. The path of one that is not as expected; nil when all is done.
  private func prepare(
    _ rest: ArraySlice<CatalogReplacement>, of all: [CatalogReplacement]
  ) throws(DiskFailure) -> String? {
    guard let one = rest.first else {
      try giveNames(to: all)
      return nil
    }
    guard let expected = one.expected else {
      switch try? disk.status(of: one.path, in: root).kind {
      case .folder: throw DiskFailure(call: .create, path: one.path, code: EISDIR)
      case .link, .other: throw DiskFailure(call: .create, path: one.path, code: EINVAL)
      case .file: return one.path
      case nil: return try write(one, thenRestOf: rest, all)
      }
    }
    // The lock is on the file that is being replaced: whoever comes second finds other bytes.
    let file = try disk.open(one.path, in: root, flags: O_RDONLY)
    guard try disk.lock(file), try disk.contents(one.path, in: root).bytes == expected else {
      return one.path
    }
    return try write(one, thenRestOf: rest, all)
  }

  private func write(
    _ one: CatalogReplacement, thenRestOf rest: ArraySlice<CatalogReplacement>,
    _ all: [CatalogReplacement]
  ) throws(DiskFailure) -> String? {
    try disk.writeBeside(one.path, in: root, one.bytes)
    do throws(DiskFailure) {
      let changed = try prepare(rest.dropFirst(), of: all)
      if changed != nil { disk.removeBeside(one.path, in: root) }
      return changed
    } catch {
      disk.removeBeside(one.path, in: root)
      throw error
    }
  }

  /// Gives what was written beside files their names; when one cannot get it, those before are put
  /// back.
  private func giveNames(to all: [CatalogReplacement]) throws(DiskFailure) {
    for (index, one) in all.enumerated() {
      do throws(DiskFailure) {
        try disk.takePlace(of: one.path, in: root)
      } catch {
        for done in all[..<index] {
          if let expected = done.expected {
            try? disk.replace(done.path, in: root, with: expected)
          } else {
            try? disk.remove(done.path, in: root)
          }
        }
        throw error
      }
    }
  }
}

/// A file of the unit's catalogue and what it is to hold.
public struct CatalogReplacement: Sendable {
  /// Relative to the store, `catalog/kind.rec`.
  public var path: String
  /// What it is to hold.
  public var bytes: [UInt8]
  /// What it held when it was read; nil for a file that was not there.
  public var expected: [UInt8]?

  /// A file and what it is to hold.
  public init(path: String, bytes: [UInt8], expected: [UInt8]?) {
    self.path = path
    self.bytes = bytes
    self.expected = expected
  }
}
