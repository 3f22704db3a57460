/// What one reading of a whole store comes to.
public struct Examination: Sendable {
  /// Every log file that could be read, sorted by path.
  public let files: [LogFile]
  /// Every fault, sorted by file and line.
  public let findings: [Finding]
}

extension Store {
  /// Every fault of the whole store, sorted by file and line; none for a store that is well.
  /// Nothing is modified, and no file is kept in memory.
  ///
  /// Throws `StoreError` only when the store's own folder cannot be listed.
  public func verify() throws(StoreError) -> [Finding] {
    let store = self
    return try findings { buffer, name throws(DiskFailure) in
      (try store.inspection(of: name, buffer: &buffer), ())
    }.findings
  }

  /// Every log file and every fault of the whole store; each file is read once. Nothing is
  /// modified.
  ///
  /// Throws `StoreError` only when the store's own folder cannot be listed.
  public func examine() throws(StoreError) -> Examination {
    let store = self
    let (findings, files) = try findings { _, name throws(DiskFailure) in
      try store.inspectionAndFile(of: name)
    }
    return Examination(files: files, findings: findings)
  }

  private func inspection(
    of name: LogFileName, buffer: inout FileBuffer
  ) throws(DiskFailure) -> LogInspection {
    try buffer.read(name.path, in: root, of: disk)
    let zone = manifest.zone
    return buffer.withBytes { bytes in
      LogInspection(
        name: name, bytes: bytes, scan: LogScanner.scan(bytes, name: name), zone: zone)
    }
  }

  private func inspectionAndFile(
    of name: LogFileName
  ) throws(DiskFailure) -> (LogInspection, LogFile) {
    let (bytes, modified) = try disk.listedContents(name.path, in: root)
    let zone = manifest.zone
    return bytes.withUnsafeBytes { buffer in
      let scan = LogScanner.scan(buffer, name: name)
      return (
        LogInspection(name: name, bytes: buffer, scan: scan, zone: zone),
        LogFile(source: LogSource(name: name, bytes: bytes), result: scan, modified: modified)
      )
    }
  }

  /// Inspects every log file, keeps what is wanted of each that could be read, and looks at the
  /// store as a whole.
  private func findings<Kept: Sendable>(
    _ inspect:
      @escaping @Sendable (inout FileBuffer, LogFileName) throws(DiskFailure) -> (
        LogInspection, Kept
      )
  ) throws(StoreError) -> (findings: [Finding], kept: [Kept]) {
    var belonging = Belonging(store: self)
    do throws(DiskFailure) {
      try belonging.inspect()
    } catch {
      throw StoreError(error)
    }
    let names = belonging.logFiles
    let results = Parallel.map(count: names.count, with: { FileBuffer() }) { buffer, index in
      Result<(LogInspection, Kept), DiskFailure> { () throws(DiskFailure) in
        try inspect(&buffer, names[index])
      }
    }
    var findings = belonging.findings
    var inspections: [LogInspection] = []
    var kept: [Kept] = []
    for result in results {
      switch result {
      case .success(let (inspection, file)):
        findings += inspection.findings
        inspections.append(inspection)
        kept.append(file)
      case .failure(let failure) where !failure.isMissing:
        let kind = belonging.oddity(failure.path) ?? .unreadable(code: failure.code)
        findings.append(Finding(file: failure.path, line: 0, kind: kind))
      case .failure: break
      }
    }
    findings += StoreInspection(
      store: self, files: inspections, attachments: belonging.attachments
    ).findings()
    findings.sort {
      if $0.file != $1.file { return $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
      return $0.line < $1.line
    }
    return (findings, kept)
  }
}
