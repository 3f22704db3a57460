import Glibc

extension Store {
  /// Under the lock: appends the target's bytes with one write and makes them durable. A write
  /// that fails or is cut short is taken back.
  func apply(_ target: AppendTarget) throws(AppendError) {
    let path = target.name.path
    // The header holds the last Sum of the file before: that has to last as well.
    if let behind = target.behind { try confirm(behind) }
    let file = try opened(target)
    var code: Int32 = 0
    do throws(DiskFailure) {
      let done = try disk.write(target.bytes[...], to: file)
      if done != target.bytes.count { code = ENOSPC }
    } catch {
      code = error.code
    }
    guard code == 0 else {
      try takeBack(file, target: target, code: code)
      throw .notSaved(path: path, code: code)
    }
    do throws(DiskFailure) {
      try disk.synchronize(file)
    } catch {
      forget(file, target: target)
      throw .notConfirmed(path: path, code: error.code)
    }
  }

  /// After a failed fsync the system takes bytes for written that are not on the disk, and asking
  /// again would confirm them. They are cut off, so that nobody confirms them or builds on them;
  /// that the cut lasts is asked of another descriptor. What is on the disk is not known even so.
  private func forget(_ file: borrowing OpenFile, target: AppendTarget) {
    do throws(DiskFailure) {
      try disk.truncate(file, to: target.size)
      try disk.synchronize(disk.open(target.name.path, in: root, flags: O_RDONLY))
      if target.isNew { try disk.remove(target.name.path, in: root) }
    } catch {
      // The caller says that nothing is known.
    }
  }

  /// The file to write to, its name durable: a file that holds anything therefore has a durable
  /// name, whoever was interrupted where.
  private func opened(_ target: AppendTarget) throws(AppendError) -> OpenFile {
    let path = target.name.path
    let flags = O_WRONLY | O_APPEND
    let file: OpenFile
    do throws(DiskFailure) {
      if target.isNew {
        file = try disk.create(path, in: root, flags: flags | O_EXCL)
      } else {
        file = try disk.open(path, in: root, flags: flags)
      }
    } catch {
      throw AppendError(error)
    }
    do throws(DiskFailure) {
      guard try disk.status(file).size == target.size else {
        throw DiskFailure(call: .write, path: path, code: EBUSY)
      }
      if target.size == 0 { try disk.synchronizeFolder(target.name.folder, in: root) }
    } catch {
      if target.isNew { try? disk.remove(path, in: root) }
      throw .notSaved(path: path, code: error.code)
    }
    return file
  }

  private func takeBack(
    _ file: borrowing OpenFile, target: AppendTarget, code: Int32
  ) throws(AppendError) {
    do throws(DiskFailure) {
      try disk.truncate(file, to: target.size)
      try disk.synchronize(file)
      if target.isNew { try disk.remove(target.name.path, in: root) }
    } catch {
      throw .notRestored(path: target.name.path, code: code)
    }
  }

  /// Under the lock: makes the end of a file fit to append to, and returns the file's size then.
  /// Bytes after the last record are copied to the quarantine and cut off. A whole record that
  /// lacks only LF gets them. A file of which not even the header is whole is removed.
  func recoverTail(
    of name: LogFileName, bytes: [UInt8], scan: LogScanner.Result, line: Int, length: Int,
    moment: String, notify: (AppendNotice) -> Void
  ) throws(AppendError) -> Int {
    do throws(DiskFailure) {
      let file = try disk.open(name.path, in: root, flags: O_WRONLY | O_APPEND)
      guard try disk.status(file).size == bytes.count else {
        throw DiskFailure(call: .write, path: name.path, code: EBUSY)
      }
      if scan.unclosedSum != nil {
        let missing = bytes.last == Byte.lineFeed ? 1 : 2
        try disk.writeAll(Array(repeating: Byte.lineFeed, count: missing), to: file)
        try disk.synchronize(file)
        notify(.tailCompleted(path: name.path))
        return bytes.count + missing
      }
      let tail = Array(bytes[scan.acceptedEnd...])
      if !tail.isEmpty {
        let copy = try quarantine(tail, of: name, moment: moment)
        notify(
          .tailQuarantined(path: name.path, line: line, bytes: length, copy: copy))
      }
      if scan.acceptedEnd == 0 {
        try disk.remove(name.path, in: root)
        try disk.synchronizeFolder(name.folder, in: root)
        return 0
      }
      try disk.truncate(file, to: scan.acceptedEnd)
      try disk.synchronize(file)
      return scan.acceptedEnd
    } catch {
      throw AppendError(error)
    }
  }

  /// Under the lock: copies bytes to `quarantine/NAME.TIME` of the organisation; returns the copy's
  /// path.
  func quarantine(
    _ bytes: [UInt8], of name: LogFileName, moment: String
  ) throws(DiskFailure) -> String {
    let folder = name.quarantineFolder
    try disk.makeFolder(folder, in: root)
    let time = moment.prefix(19).filter { $0 != "-" && $0 != ":" }
    let taken = Set(try disk.names(in: folder, in: root))
    var copy = "\(name.name).\(time)"
    var count = 2
    while taken.contains(copy) {
      // Whoever copied it may have been interrupted before the tail was cut off.
      if try disk.contents("\(folder)/\(copy)", in: root).bytes == bytes {
        try disk.synchronizeFolder(folder, in: root)
        return "\(folder)/\(copy)"
      }
      copy = "\(name.name).\(time)-\(count)"
      count += 1
    }
    try disk.replace("\(folder)/\(copy)", in: root, with: bytes)
    return "\(folder)/\(copy)"
  }

  /// What interrupted commands of a writer had begun to copy to the quarantine
  /// (`.NAME.TIME.PROCESS.tmp`).
  private func begunCopies(of writer: String, in organization: String) -> [String] {
    var begun: [String] = []
    for isRestricted in [false, true] {
      let folder =
        "organizations/\(organization)" + (isRestricted ? "/restricted" : "") + "/quarantine"
      for name in (try? disk.names(in: folder, in: root)) ?? [] where name.hasSuffix(".tmp") {
        guard name.first == ".", let end = name.firstRange(of: ".rec.")?.lowerBound,
          let copied = LogFileName(
            String(name[..<end].dropFirst()) + ".rec", organization: organization,
            isRestricted: isRestricted), copied.writer == writer
        else { continue }
        begun.append("\(folder)/\(name)")
      }
    }
    return begun
  }

  /// Under the lock: removes them. They are of no use, and one that stays is tried again.
  func removeBegunCopies(of writer: String, in organization: String) {
    for path in begunCopies(of: writer, in: organization) { try? disk.remove(path, in: root) }
  }

  /// Puts the torn tails of a writer's files into the quarantine and completes what an
  /// interrupted command left; the files of other writers are not touched. Nothing is lost: the
  /// notices name the copies.
  public func recover(
    writer: String, at moment: String
  ) throws(AppendError) -> [AppendNotice] {
    var notices: [AppendNotice] = []
    guard Names.isWriter(writer) else { throw .badAuthor(writer) }
    _ = try checked(moment)
    try completePending(of: writer) { notices.append($0) }
    removeUncommitted(of: writer, isOwnIncluded: true)
    let names: [LogFileName]
    let organizations: [String]
    do throws(DiskFailure) {
      names = try logFileNames().filter {
        $0.writer == writer && isWritable(organization: $0.organization)
      }
      organizations = try self.organizations().filter { isWritable(organization: $0) }
    } catch {
      throw AppendError(error)
    }
    for name in names {
      let bytes = try contents(name)
      let seen = bytes.withUnsafeBytes { LogScanner.scan($0, name: name).condition }
      guard case .tornTail = seen else { continue }
      try locked([name.organization]) { () throws(AppendError) in
        let bytes = try contents(name)
        let scan = bytes.withUnsafeBytes { LogScanner.scan($0, name: name) }
        guard case .tornTail(let line, let length) = scan.condition else { return }
        _ = try recoverTail(
          of: name, bytes: bytes, scan: scan, line: line, length: length, moment: moment
        ) { notices.append($0) }
      }
    }
    for organization in organizations
    where !begunCopies(of: writer, in: organization).isEmpty {
      try locked([organization]) { removeBegunCopies(of: writer, in: organization) }
    }
    return notices
  }
}
