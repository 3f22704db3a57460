import Glibc

extension Store {
  /// Whether this user may change the unit's catalogue.
  public var isCatalogWritable: Bool { disk.isWritable("catalog", in: root) }

  /// Replaces files of the unit's catalogue, all or none of them: all are written under other names
  /// before the first gets its own, in the order of the replacements. A machine that stops between
  /// two leaves those before as they are to be and those behind as they were.
  ///
  /// Throws `StoreError.badPath`, `.changedMeanwhile` when one holds something else than expected or
  /// somebody else is replacing it, `.unreadable`, `.unwritable`: nothing was changed then. Throws
  /// `.halfReplaced` when the disk failed between two and did not let the first be put back either.
  public func replaceCatalogFiles(_ replacements: [CatalogReplacement]) throws(StoreError) {
    for one in replacements {
      guard Names.isPlainFile(one.path), one.path.hasPrefix("catalog/") else {
        throw .badPath(one.path)
      }
    }
    let result: CatalogResult
    do throws(DiskFailure) {
      result = try prepare(replacements[...], of: replacements)
    } catch {
      throw StoreError(error)
    }
    switch result {
    case .replaced: return
    case .changed(let path): throw .changedMeanwhile(path: path)
    case .half(let failure): throw .halfReplaced(path: failure.path, code: failure.code)
    }
  }

  /// What replacing came to where nothing failed, or too much.
  private enum CatalogResult {
    case replaced
    /// A file is not as expected; nothing was replaced.
    case changed(path: String)
    /// Some were replaced, and could not be put back.
    case half(DiskFailure)
  }

  /// Writes the rest beside the files that they replace, each while its own is locked, and gives
  /// all their names behind the last.
  private func prepare(
    _ rest: ArraySlice<CatalogReplacement>, of all: [CatalogReplacement]
  ) throws(DiskFailure) -> CatalogResult {
    guard let one = rest.first else { return try giveNames(to: all) }
    guard let expected = one.expected else {
      switch try? disk.status(of: one.path, in: root).kind {
      case .folder: throw DiskFailure(call: .create, path: one.path, code: EISDIR)
      case .link, .other: throw DiskFailure(call: .create, path: one.path, code: EINVAL)
      case .file: return .changed(path: one.path)
      case nil: return try write(one, thenRestOf: rest, all)
      }
    }
    // The lock is on the file that is being replaced: whoever comes second finds other bytes.
    let file = try disk.open(one.path, in: root, flags: O_RDONLY)
    guard try disk.lock(file), try disk.contents(one.path, in: root).bytes == expected else {
      return .changed(path: one.path)
    }
    return try write(one, thenRestOf: rest, all)
  }

  private func write(
    _ one: CatalogReplacement, thenRestOf rest: ArraySlice<CatalogReplacement>,
    _ all: [CatalogReplacement]
  ) throws(DiskFailure) -> CatalogResult {
    try disk.writeBeside(one.path, in: root, one.bytes)
    do throws(DiskFailure) {
      let result = try prepare(rest.dropFirst(), of: all)
      if case .replaced = result { return result }
      disk.removeBeside(one.path, in: root)
      return result
    } catch {
      disk.removeBeside(one.path, in: root)
      throw error
    }
  }

  /// Gives what was written beside files their names. When the disk fails at one, it and those
  /// before are put back: it may have its name already, and that alone may not be on the disk.
  private func giveNames(to all: [CatalogReplacement]) throws(DiskFailure) -> CatalogResult {
    for (index, one) in all.enumerated() {
      do throws(DiskFailure) {
        try disk.takePlace(of: one.path, in: root)
      } catch {
        var failed: DiskFailure?
        for done in all[...index] {
          do throws(DiskFailure) { try putBack(done) } catch { failed = failed ?? error }
        }
        if let failed { return .half(failed) }
        throw error
      }
    }
    return .replaced
  }

  private func putBack(_ one: CatalogReplacement) throws(DiskFailure) {
    let held = try? disk.contents(one.path, in: root).bytes
    guard held != one.expected else { return }
    if let expected = one.expected {
      try disk.replace(one.path, in: root, with: expected)
    } else {
      try disk.remove(one.path, in: root)
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
