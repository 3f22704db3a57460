import Glibc

/// What one reading of a whole store comes to.
public struct Examination: Sendable {
  /// Every log file that could be read, sorted by path.
  public let files: [LogFile]
  /// Every fault, sorted by file and line.
  public let findings: [Finding]
}

extension Store {
  /// Every fault of the whole store, sorted by file and line; none for a store that is well.
  /// Nothing is modified.
  ///
  /// Throws `StoreError` only when the store's own folders cannot be listed.
  public func verify() throws(StoreError) -> [Finding] { try examine().findings }

  /// Every log file and every fault of the whole store; each file is read once. Nothing is
  /// modified.
  ///
  /// Throws `StoreError` only when the store's own folders cannot be listed.
  public func examine() throws(StoreError) -> Examination {
    var findings: [Finding] = []
    var files: [LogFile] = []
    do throws(DiskFailure) {
      findings += try misplaced()
      let names = try logFileNames()
      let store = self
      let results = Parallel.map(count: names.count) { index in store.inspect(names[index]) }
      var inspections: [LogInspection] = []
      for result in results {
        switch result {
        case .success(let (inspection, file)):
          findings += inspection.findings
          inspections.append(inspection)
          files.append(file)
        case .failure(let failure) where !failure.isMissing:
          findings.append(
            Finding(file: failure.path, line: 0, kind: .unreadable(code: failure.code)))
        case .failure: break
        }
      }
      findings += gaps(inspections)
      findings += repetitions(inspections)
      findings += chains(inspections)
    } catch {
      throw StoreError(error)
    }
    findings.sort {
      if $0.file != $1.file { return $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
      return $0.line < $1.line
    }
    return Examination(files: files, findings: findings)
  }

  private func inspect(
    _ name: LogFileName
  ) -> Result<(LogInspection, LogFile), DiskFailure> {
    let zone = manifest.zone
    return Result { () throws(DiskFailure) in
      let (bytes, modified) = try disk.contents(name.path, in: root)
      let scan = bytes.withUnsafeBytes { LogScanner.scan($0, name: name) }
      return (
        LogInspection(name: name, bytes: bytes, zone: zone, scan: scan),
        LogFile(source: LogSource(name: name, bytes: bytes), result: scan, modified: modified)
      )
    }
  }

  // MARK: Among files

  /// A gap in the numbers whose records stand elsewhere (in `restricted/`, in a continuation)
  /// is none; the record behind it was altered.
  private func gaps(_ inspections: [LogInspection]) -> [Finding] {
    var known: [LogFileName.Numbering: Set<Int>] = [:]
    for inspection in inspections {
      let numbers = inspection.entries.compactMap { $0.identifier?.number }
      known[inspection.name.numbering, default: []].formUnion(numbers)
    }
    return inspections.flatMap { inspection in
      inspection.gaps.map { gap in
        let present = known[inspection.name.numbering, default: []]
        let missing = gap.numbers.prefix(1_000).filter { !present.contains($0) }
        return Finding(
          file: inspection.path, line: gap.line,
          kind: missing.isEmpty
            ? .edited(id: gap.id) : .removed(before: gap.id, numbers: missing))
      }
    }
  }

  private func repetitions(_ inspections: [LogInspection]) -> [Finding] {
    var first: [String: (file: String, line: Int)] = [:]
    var findings: [Finding] = []
    for inspection in inspections {
      for entry in inspection.entries where !entry.id.isEmpty {
        if let before = first[entry.id] {
          findings.append(
            Finding(
              file: inspection.path, line: entry.line,
              kind: .repeatedIdentifier(id: entry.id, file: before.file, line: before.line)))
        } else {
          first[entry.id] = (inspection.path, entry.line)
        }
      }
    }
    return findings
  }

  private func chains(_ inspections: [LogInspection]) -> [Finding] {
    var findings: [Finding] = []
    let series = Dictionary(grouping: inspections) { $0.name.series }
    for files in series.values {
      var before: LogInspection?
      for file in files.sorted(by: { $0.name.precedes($1.name) }) {
        defer { before = file }
        guard file.hasGoodHeader, let found = file.previousSum else { continue }
        let expected = before?.chainEnd ?? Chain.zeros
        // A damaged last record before is reported as such.
        if found == expected || (before != nil && found == before?.lastStoredSum) { continue }
        findings.append(
          Finding(
            file: file.path, line: 1,
            kind: .brokenChain(expected: expected, found: found, before: before?.path)))
      }
    }
    return findings
  }

  // MARK: What belongs

  private func misplaced() throws(DiskFailure) -> [Finding] {
    var findings: [Finding] = []
    func foreign(_ path: String) {
      findings.append(Finding(file: path, line: 0, kind: .foreignFile))
    }
    let known: Set = [
      Manifest.path, "catalog/", "schema/", "organizations/", "pending/", ".git/", ".git",
      ".gitattributes", ".gitignore",
    ]
    for name in try disk.names(in: "", in: root) where !known.contains(name) { foreign(name) }
    for folder in ["catalog", "schema"] { findings += try inspectPlain(folder) }
    for name in try listedIfAny("pending") {
      findings.append(Finding(file: "pending/\(name)", line: 0, kind: .pending))
    }
    for name in try listedIfAny("organizations") {
      let organization = String(name.dropLast())
      guard name.hasSuffix("/"), Names.isOrganization(organization) else {
        foreign("organizations/\(name)")
        continue
      }
      findings += try inspectFolder("organizations/\(organization)", of: organization)
    }
    return findings
  }

  private func inspectFolder(
    _ folder: String, of organization: String
  ) throws(DiskFailure) -> [Finding] {
    let isRestricted = folder.hasSuffix("/restricted")
    var findings: [Finding] = []
    let names: [String]
    do throws(DiskFailure) {
      names = try disk.names(in: folder, in: root)
    } catch {
      return [Finding(file: folder, line: 0, kind: .unreadable(code: error.code))]
    }
    for name in names {
      switch name {
      case ".lock", "quarantine/": continue
      case "restricted/" where !isRestricted:
        findings += try inspectFolder(folder + "/restricted", of: organization)
      case "files/":
        findings += try inspectAttachments(folder + "/files")
      default:
        if LogFileName(name, organization: organization, isRestricted: isRestricted) == nil {
          findings.append(Finding(file: "\(folder)/\(name)", line: 0, kind: .foreignFile))
        }
      }
    }
    return findings
  }

  private func inspectAttachments(_ folder: String) throws(DiskFailure) -> [Finding] {
    try listedIfAny(folder).compactMap { name -> Finding? in
      let path = "\(folder)/\(name)"
      guard Attachment.isName(name) else {
        return Finding(file: path, line: 0, kind: .foreignFile)
      }
      do throws(DiskFailure) {
        let bytes = try disk.contents(path, in: root).bytes
        if Chain.hash(bytes) == name.prefix(Chain.length) { return nil }
        return Finding(file: path, line: 0, kind: .alteredAttachment)
      } catch {
        return Finding(file: path, line: 0, kind: .unreadable(code: error.code))
      }
    }
  }

  private func inspectPlain(_ folder: String) throws(DiskFailure) -> [Finding] {
    var findings: [Finding] = []
    for path in try plainPaths(in: folder) {
      guard Names.isPlainFile(path) else {
        findings.append(Finding(file: path, line: 0, kind: .foreignFile))
        continue
      }
      do throws(DiskFailure) {
        let reading = PlainRecords.read(try disk.contents(path, in: root).bytes)
        findings += reading.faults.map {
          Finding(file: path, line: $0.line, kind: .grammar($0.kind))
        }
      } catch {
        findings.append(Finding(file: path, line: 0, kind: .unreadable(code: error.code)))
      }
    }
    return findings
  }
}
