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
      // Everybody who writes to some organisation passes through here.
      try disk.makeFolder("pending", in: root, like: disk.status(of: "organizations", in: root))
      let folders = try Set(targets.map(\.name.folder)).map { folder throws(DiskFailure) in
        try disk.status(of: folder, in: root)
      }
      try disk.replace(path, in: root, with: bytes, mode: .asAll(folders))
    } catch {
      guard disk.exists(path, in: root) else { throw AppendError(error) }
      // The name is there although it is not known to last: it must not come back.
      do throws(DiskFailure) {
        try disk.remove(path, in: root)
        try disk.synchronizeFolder("pending", in: root)
      } catch {
        throw .notConfirmed(path: path, code: error.code)
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
    guard let first = try pendingFile(path),
      first.sections.allSatisfy({ name.hasPrefix("\($0.name.writer)-") && $0.isSound })
    else {
      return try setAside(name, notify: notify)
    }
    try refuseForeign(first, path: path)
    let organizations = Set(first.sections.map(\.name.organization)).sorted()
    do throws(DiskFailure) {
      for name in first.sections.map(\.name) {
        try makeFolder(of: name.organization, restricted: name.isRestricted)
      }
    } catch {
      throw AppendError(error)
    }
    try locked(organizations) { () throws(AppendError) in
      // The command itself may have finished while this one waited for its locks.
      guard disk.exists(path, in: root) else { return }
      try confirmPending()
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

  /// What another user put into `pending/` is carried out only where that user's own files go on:
  /// else whoever may write there would write everywhere with the rights of who comes next.
  private func refuseForeign(_ pending: PendingFile, path: String) throws(AppendError) {
    guard let owner = try? disk.status(of: path, in: root).owner, owner != geteuid() else { return }
    for section in pending.sections {
      guard let file = try? disk.status(of: section.name.path, in: root), file.owner == owner else {
        throw .notWritable(path: path, code: EPERM)
      }
    }
  }

  /// What is missing of one section.
  private struct Completion {
    var name: LogFileName
    var isNew: Bool
    /// The file's size now, and up to where it is as it has to be.
    var size: Int
    var kept: Int
    /// What has to stand behind that.
    var missing: [UInt8]
    /// What stands there now and is neither a record nor a trace of writing the section; where.
    var foreign: [UInt8] = []
    var line = 0
  }

  /// Nil when the section does not fit the file.
  private func completion(of section: PendingFile.Section) throws(AppendError) -> Completion? {
    let name = section.name
    guard let file = try contentsIfAny(name) else {
      guard section.header != nil else { return nil }
      return Completion(name: name, isNew: true, size: 0, kept: 0, missing: section.bytes)
    }
    let scan = file.withUnsafeBytes { LogScanner.scan($0, name: name) }
    if case .newerFormat(let format) = scan.condition {
      throw .store(.newerFormat(path: name.path, line: 1, format: format))
    }
    guard let start = start(of: section, in: file, scan: scan) else { return nil }
    var kept = start
    for part in [section.header ?? []] + section.records.map(\.bytes) {
      guard file[kept...].prefix(part.count) == part[...] else { break }
      kept += part.count
    }
    var plan = Completion(
      name: name, isNew: false, size: file.count, kept: kept,
      missing: Array(section.bytes[(kept - start)...]))
    let tail = file[kept...]
    if plan.missing.isEmpty || tail.isTrace(of: plan.missing) { return plan }
    guard case .tornTail(let line, _) = scan.condition, scan.acceptedEnd <= kept else {
      return nil
    }
    plan.foreign = Array(tail)
    plan.line = line
    return plan
  }

  /// Where a section begins in its file: behind the record that its first one is chained to.
  private func start(
    of section: PendingFile.Section, in file: [UInt8], scan: LogScanner.Result
  ) -> Int? {
    if section.header != nil { return 0 }
    guard let first = section.records.first, let headerEnd = scan.headerEnd,
      scan.condition != .badHeader
    else { return nil }
    let body = first.bytes.dropLast(Chain.sumLineLength + 2)
    func follows(_ previous: [UInt8]) -> Bool {
      Chain.sum(previous: previous, body: body) == Array(first.sum.utf8)
    }
    for block in scan.blocks.reversed() where block.isClosed {
      guard let sumStart = block.sumStart else { continue }
      let sum = file[(sumStart + 5)..<(sumStart + Chain.sumLineLength)]
      if follows(Array(sum)) { return block.end + 1 }
    }
    let header = file.withUnsafeBytes {
      Chain.start(header: UnsafeRawBufferPointer(rebasing: $0[..<headerEnd]))
    }
    return follows(header) ? headerEnd + 2 : nil
  }

  private func carryOut(
    _ plan: Completion, notify: (AppendNotice) -> Void
  ) throws(AppendError) {
    if plan.missing.isEmpty { return try confirm(plan.name) }
    do throws(DiskFailure) {
      if !plan.foreign.isEmpty {
        let copy = try quarantine(plan.foreign, of: plan.name, moment: Self.clock())
        notify(
          .tailQuarantined(
            path: plan.name.path, line: plan.line, bytes: plan.foreign.count, copy: copy))
      }
      if plan.kept < plan.size {
        let file = try disk.open(plan.name.path, in: root, flags: O_WRONLY)
        guard try disk.status(file).size == plan.size else {
          throw DiskFailure(call: .write, path: plan.name.path, code: EBUSY)
        }
        try disk.truncate(file, to: plan.kept)
        try disk.synchronize(file)
      }
    } catch {
      throw AppendError(error)
    }
    try apply(
      AppendTarget(name: plan.name, size: plan.kept, isNew: plan.isNew, bytes: plan.missing))
  }

  /// Whoever renamed the pending file may have been interrupted before its name was durable: a
  /// crash must not take it away half carried out.
  private func confirmPending() throws(AppendError) {
    do throws(DiskFailure) {
      try disk.synchronizeFolder("pending", in: root)
    } catch {
      throw AppendError(error)
    }
  }

  /// What is there already may not have reached the disk.
  func confirm(_ name: LogFileName) throws(AppendError) {
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
      // A link, a named pipe or something enormous is none.
      if [ELOOP, EINVAL, EFBIG].contains(error.code) { return nil }
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

extension ArraySlice<UInt8> {
  /// Whether an interrupted write of `bytes` may have left this: their beginning, with zeros where
  /// the disk did not get to.
  fileprivate func isTrace(of bytes: [UInt8]) -> Bool {
    count <= bytes.count && zip(self, bytes).allSatisfy { $0 == $1 || $0 == 0 }
  }
}
