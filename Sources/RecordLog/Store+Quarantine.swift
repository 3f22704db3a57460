import Glibc

extension Store {
  /// What was put aside from the ends of files and waits for a person, by path. What lies where
  /// this user may not read is left out.
  ///
  /// Throws `StoreError.unreadable` when the disk fails.
  public func quarantined() throws(StoreError) -> [QuarantinedTail] {
    do throws(DiskFailure) {
      var tails: [QuarantinedTail] = []
      for organization in try organizations() {
        for isRestricted in [false, true] {
          tails += try quarantined(in: organization, isRestricted: isRestricted)
        }
      }
      return tails.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    } catch {
      throw StoreError(error)
    }
  }

  private func quarantined(
    in organization: String, isRestricted: Bool
  ) throws(DiskFailure) -> [QuarantinedTail] {
    let above = "organizations/\(organization)" + (isRestricted ? "/restricted" : "")
    do throws(DiskFailure) {
      var tails: [QuarantinedTail] = []
      for name in try disk.names(in: "\(above)/quarantine", in: root) {
        // Only names of tails that wait are opened.
        guard
          QuarantinedTail(
            name, organization: organization, isRestricted: isRestricted, size: 0) != nil,
          let size = try sizeIfReadable("\(above)/quarantine/\(name)"),
          let tail = QuarantinedTail(
            name, organization: organization, isRestricted: isRestricted, size: size)
        else { continue }
        tails.append(tail)
      }
      return tails
    } catch {
      if error.isMissing || error.isForbidden { return [] }
      throw error
    }
  }

  /// Nil for what is gone, not this user's to read, or no regular file.
  private func sizeIfReadable(_ path: String) throws(DiskFailure) -> Int? {
    do throws(DiskFailure) {
      return try disk.contents(path, in: root).bytes.count
    } catch {
      if error.isPassedOver { return nil }
      throw error
    }
  }

  /// The bytes that were put aside.
  ///
  /// Throws `StoreError.missing` when they were settled in the meantime, `.unreadable`.
  public func bytes(of tail: QuarantinedTail) throws(StoreError) -> [UInt8] {
    do throws(DiskFailure) {
      return try disk.contents(tail.path, in: root).bytes
    } catch {
      throw StoreError(error)
    }
  }

  /// Marks a tail as dealt with: it is renamed to `NAME.adopted` or `NAME.dismissed`, durably, and
  /// stays where it is. One settled that way before may have taken the name: then it is
  /// `NAME.adopted-2`.
  ///
  /// Throws `AppendError.settledBefore` when it no longer waits, `.notWritable`, `.locked`,
  /// `.notSaved`.
  public func settle(
    _ tail: QuarantinedTail, as settlement: QuarantinedTail.Settlement
  ) throws(AppendError) {
    try locked([tail.organization]) { () throws(AppendError) in
      try expectWaiting(tail)
      do throws(DiskFailure) {
        try rename(tail, as: settlement)
      } catch {
        throw AppendError(error)
      }
    }
  }

  /// Enters what a tail holds and settles it as adopted, under one lock, so that two who adopt it
  /// at once do not enter it twice. Without records it only settles.
  ///
  /// When the records were written and the renaming failed, they are in the log and the tail
  /// still waits: `notify` is told, and whoever adopts it next has to see that they are there.
  ///
  /// Throws what `append` throws, and `AppendError.settledBefore`.
  public func adopt(
    _ records: [NewRecord], from tail: QuarantinedTail, by author: Author, at moment: String,
    notify: (AppendNotice) -> Void = { _ in }
  ) throws(AppendError) -> [RecordIdentifier] {
    guard !records.isEmpty else {
      try settle(tail, as: .adopted)
      return []
    }
    return try append(
      records, by: author, at: moment, notify: notify, alsoLocking: [tail.organization],
      before: { () throws(AppendError) in try expectWaiting(tail) },
      after: {
        do throws(DiskFailure) {
          try rename(tail, as: .adopted)
        } catch {
          notify(.notSettled(path: tail.path, code: error.code))
        }
      })
  }

  private func expectWaiting(_ tail: QuarantinedTail) throws(AppendError) {
    guard disk.exists(tail.path, in: root) else { throw .settledBefore(path: tail.path) }
  }

  /// Under the lock.
  private func rename(
    _ tail: QuarantinedTail, as settlement: QuarantinedTail.Settlement
  ) throws(DiskFailure) {
    let wanted = "\(tail.ownName).\(settlement.rawValue)"
    var name = wanted
    var count = 2
    while disk.exists("\(tail.folder)/\(name)", in: root) {
      name = "\(wanted)-\(count)"
      count += 1
    }
    try disk.rename(tail.path, to: name, in: root)
    try disk.synchronizeFolder(tail.folder, in: root)
  }
}
