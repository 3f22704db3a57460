import Glibc

extension Store {
  /// Completes what interrupted commands left in `pending/`, as often as needed: records whose
  /// Sum is already in their file are not written again. Returns the names of what was
  /// completed. What no longer fits the files is put aside as `NAME.aside`, and nothing of it is
  /// written. What this user may not write, or whose command is still at work, is left.
  public func completePending() throws(AppendError) -> [String] {
    var completed: [String] = []
    try completePending(of: nil) { notice in
      if case .pendingCompleted(let name) = notice { completed.append(name) }
    }
    return completed
  }

  /// Completes the pending files of one writer, or of all. Of all, those are left to others that
  /// this user may not complete, or whose command is still at work.
  func completePending(
    of writer: String?, notify: (AppendNotice) -> Void
  ) throws(AppendError) {
    for name in try pendingNames(of: writer) {
      do throws(AppendError) {
        try complete(name, notify: notify)
      } catch {
        switch error {
        case .notWritable, .locked: if writer != nil { throw error }
        default: throw error
        }
      }
    }
  }

  /// Removes what commands of a writer had begun to write to `pending/` (`.NAME.PROCESS.tmp`) when
  /// they ended. That of a process that runs is left, and this one's unless `isOwnIncluded`: a
  /// writer name belongs to one machine, but several windows may be open on it.
  func removeUncommitted(of writer: String, isOwnIncluded: Bool = false) {
    for name in (try? disk.names(in: "pending", in: root)) ?? [] {
      guard name.hasPrefix(".\(writer)-"), name.hasSuffix(".tmp"),
        let process = name.split(separator: ".").dropLast().last.flatMap({ pid_t($0) }),
        process == getpid() ? isOwnIncluded : kill(process, 0) != 0 && errno == ESRCH
      else { continue }
      try? disk.remove("pending/\(name)", in: root)
    }
  }

  func isPending(writer: String) throws(AppendError) -> Bool {
    try !pendingNames(of: writer).isEmpty
  }

  /// Names in `pending/` are `WRITER-DIGEST.rec`.
  private func pendingNames(of writer: String?) throws(AppendError) -> [String] {
    do throws(DiskFailure) {
      return try disk.names(in: "pending", in: root).filter { name in
        guard Names.isPathPart(name), name.hasSuffix(".rec") else { return false }
        guard let writer else { return true }
        return name.hasPrefix("\(writer)-")
      }
    } catch {
      if error.isMissing || error.isForbidden { return [] }
      throw AppendError(error)
    }
  }

  // MARK: Committing

  /// Under the locks: writes what goes to several places, all or none. The renaming of the
  /// pending file is the commit.
  func commit(_ targets: [AppendTarget], writer: String) throws(AppendError) {
    let pending = PendingFile(
      sections: targets.map { PendingFile.Section(name: $0.name, bytes: $0.bytes) })
    let bytes = pending.bytes
    let path = "pending/\(writer)-\(Chain.hash(bytes).prefix(16)).rec"
    do throws(DiskFailure) {
      try disk.makeFolder("pending", in: root)
      try disk.replace(path, in: root, with: bytes)
    } catch {
      // The name may be there although its durability was not confirmed.
      try? disk.remove(path, in: root)
      if disk.exists(path, in: root) {
        throw .notCompleted(pending: path, path: path, code: error.code)
      }
      throw AppendError(error)
    }
    for (index, target) in targets.enumerated() {
      do throws(AppendError) {
        try apply(target)
      } catch {
        try withdraw(targets[..<index], failed: target, pending: path, because: error)
        throw error
      }
    }
    removePending(path)
  }

  /// Takes a commit back whose appending failed: the files first, then the commit, so that an
  /// interruption in between completes it instead.
  private func withdraw(
    _ done: ArraySlice<AppendTarget>, failed: AppendTarget, pending: String,
    because error: AppendError
  ) throws(AppendError) {
    let (path, code): (String, Int32) =
      switch error {
      case .notSaved(let path, let code), .notWritable(let path, let code): (path, code)
      case .notConfirmed(let path, let code), .notRestored(let path, let code): (path, code)
      default: (failed.name.path, EIO)
      }
    // What is on the disk of the failed file is not known; completing it finds out.
    switch error {
    case .notConfirmed, .notRestored:
      throw .notCompleted(pending: pending, path: path, code: code)
    default: break
    }
    do throws(DiskFailure) {
      for target in done {
        let file = try disk.open(target.name.path, in: root, flags: O_WRONLY)
        try disk.truncate(file, to: target.size)
        try disk.synchronize(file)
        if target.isNew { try disk.remove(target.name.path, in: root) }
      }
      try disk.remove(pending, in: root)
      try disk.synchronizeFolder("pending", in: root)
    } catch {
      throw .notCompleted(pending: pending, path: path, code: code)
    }
  }

  /// Removing is not essential: a pending file that stays is found to be complete.
  private func removePending(_ path: String) {
    try? disk.remove(path, in: root)
    try? disk.synchronizeFolder("pending", in: root)
  }

  // MARK: Completing

  private func complete(
    _ name: String, notify: (AppendNotice) -> Void
  ) throws(AppendError) {
    let path = "pending/\(name)"
    guard let first = try pendingFile(path) else {
      return try setAside(name, notify: notify)
    }
    let organizations = Set(first.sections.map(\.name.organization)).sorted()
    do throws(DiskFailure) {
      try disk.makeFolder("organizations", in: root)
      for section in first.sections {
        try disk.makeFolder("organizations/\(section.name.organization)", in: root)
        if section.name.isRestricted {
          try disk.makeFolder(section.name.folder, in: root, mode: FileMode.restrictedFolder)
        }
      }
    } catch {
      throw AppendError(error)
    }
    try locked(organizations) { () throws(AppendError) in
      // The command itself may have finished while this one waited for its locks.
      guard disk.exists(path, in: root) else { return }
      var plans: [Completion] = []
      for section in first.sections {
        guard let plan = try completion(of: section) else {
          return try setAside(name, notify: notify)
        }
        plans.append(plan)
      }
      for plan in plans { try carryOut(plan, notify: notify) }
      removePending(path)
      notify(.pendingCompleted(name: name))
    }
  }

  /// What is missing of one section.
  private struct Completion {
    var name: LogFileName
    var bytes: [UInt8]
    var isNew: Bool
    /// The file as it is, when it has a torn tail.
    var torn: (bytes: [UInt8], scan: LogScanner.Result, line: Int, length: Int)?
    var size: Int
  }

  /// Nil when the section does not fit the file.
  private func completion(of section: PendingFile.Section) throws(AppendError) -> Completion? {
    let name = section.name
    guard let bytes = try contentsIfAny(name) else {
      guard section.header != nil else { return nil }
      return Completion(name: name, bytes: section.bytes, isNew: true, torn: nil, size: 0)
    }
    let scan = bytes.withUnsafeBytes { LogScanner.scan($0, name: name) }
    let file = LogFile(source: LogSource(name: name, bytes: bytes), result: scan, modified: 0)
    let stored = Set(file.records.filter(\.isIntact).map(\.sum))
    let missing = Array(section.records.drop { stored.contains($0.sum) })
    if missing.isEmpty {
      return Completion(name: name, bytes: [], isNew: false, torn: nil, size: bytes.count)
    }
    let rest = missing.flatMap(\.bytes)
    switch scan.condition {
    case .intact:
      guard follows(missing[0], scan: scan, file: bytes) else { return nil }
      return Completion(name: name, bytes: rest, isNew: false, torn: nil, size: bytes.count)
    case .tornTail(let line, let length):
      let torn = (bytes, scan, line, length)
      if scan.headerEnd == nil {
        guard section.header != nil else { return nil }
        return Completion(name: name, bytes: section.bytes, isNew: true, torn: torn, size: 0)
      }
      if let sum = scan.unclosedSum {
        // A record of the section that lacks only LF will be whole again.
        guard missing[0].sum == sum else { return nil }
        let rest = missing.dropFirst().flatMap(\.bytes)
        return Completion(name: name, bytes: rest, isNew: false, torn: torn, size: 0)
      }
      guard follows(missing[0], scan: scan, file: bytes) else { return nil }
      return Completion(name: name, bytes: rest, isNew: false, torn: torn, size: 0)
    case .damaged, .badHeader:
      return nil
    case .newerFormat(let format):
      throw .store(.newerFormat(path: name.path, line: 1, format: format))
    }
  }

  /// Whether a finished record is chained to the last one of the file.
  private func follows(
    _ record: PendingFile.Section.Finished, scan: LogScanner.Result, file: [UInt8]
  ) -> Bool {
    let previous: [UInt8] =
      scan.hasRecord
      ? Array(scan.lastSum.utf8)
      : file.withUnsafeBytes {
        Chain.start(header: UnsafeRawBufferPointer(rebasing: $0[..<(scan.headerEnd ?? 0)]))
      }
    let body = record.bytes.dropLast(Chain.sumLineLength + 2)
    return Chain.sum(previous: previous, body: body) == Array(record.sum.utf8)
  }

  private func carryOut(
    _ plan: Completion, notify: (AppendNotice) -> Void
  ) throws(AppendError) {
    var size = plan.size
    if let torn = plan.torn {
      size = try recoverTail(
        of: plan.name, bytes: torn.bytes, scan: torn.scan, line: torn.line, length: torn.length,
        moment: Self.clock(), expected: plan.bytes, notify: notify)
    }
    if plan.bytes.isEmpty { return try confirm(plan.name) }
    try apply(
      AppendTarget(name: plan.name, size: size, isNew: plan.isNew, bytes: plan.bytes))
  }

  /// What is there already may not have reached the disk.
  private func confirm(_ name: LogFileName) throws(AppendError) {
    do throws(DiskFailure) {
      let file = try disk.open(name.path, in: root, flags: O_RDONLY)
      try disk.synchronize(file)
      try disk.synchronizeFolder(name.folder, in: root)
    } catch {
      throw AppendError(error)
    }
  }

  private func contentsIfAny(_ name: LogFileName) throws(AppendError) -> [UInt8]? {
    do throws(DiskFailure) {
      return try disk.contents(name.path, in: root).bytes
    } catch {
      if error.isMissing { return nil }
      throw AppendError(error)
    }
  }

  /// Nil when it is not whole; one that is gone is empty.
  private func pendingFile(_ path: String) throws(AppendError) -> PendingFile? {
    do throws(DiskFailure) {
      return PendingFile(try disk.contents(path, in: root).bytes)
    } catch {
      if error.isMissing { return PendingFile(sections: []) }
      throw AppendError(error)
    }
  }

  private func setAside(
    _ name: String, notify: (AppendNotice) -> Void
  ) throws(AppendError) {
    do throws(DiskFailure) {
      try disk.rename("pending/\(name)", to: "\(name).aside", in: root)
      try disk.synchronizeFolder("pending", in: root)
    } catch {
      throw AppendError(error)
    }
    notify(.pendingSetAside(name: name, copy: "pending/\(name).aside"))
  }

  /// The time in UTC, for the names of copies.
  private static func clock() -> String {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    let numbers = [
      parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min,
      parts.tm_sec,
    ]
    let digits = numbers.map { ($0 < 10 ? "0" : "") + String($0) }
    return digits[..<3].joined(separator: "-") + "T" + digits[3...].joined(separator: ":")
  }
}
