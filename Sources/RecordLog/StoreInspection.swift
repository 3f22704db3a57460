/// What `verify` finds by comparing the log files of a store with one another.
struct StoreInspection {
  private let store: Store
  private let files: [LogInspection]
  private let attachments: [String: Set<String>]
  /// The places in `files` of those that count their records together.
  private let counted: [LogFileName.Numbering: [Int]]

  /// - Parameters:
  ///   - files: sorted by path.
  ///   - attachments: the 64 hex digits of those that records may name, by the folder of the
  ///     records; nothing is said of the records of other folders.
  init(store: Store, files: [LogInspection], attachments: [String: Set<String>] = [:]) {
    self.store = store
    self.files = files
    self.attachments = attachments
    counted = Dictionary(grouping: files.indices) { files[$0].name.numbering }
  }

  func findings() -> [Finding] {
    files.flatMap { file in file.gaps.map { finding($0, in: file) } }
      + repetitions() + chains() + missingAttachments()
  }

  /// A gap in the numbers whose records stand elsewhere (in `restricted/`, in a continuation)
  /// is none; the record behind it was altered.
  private func finding(_ gap: LogInspection.Gap, in file: LogInspection) -> Finding {
    let present = Set(
      counted[file.name.numbering, default: []].flatMap { files[$0].entries.map(\.number) })
    let missing = gap.numbers.prefix(1_000).filter { !present.contains($0) }
    return Finding(
      file: file.path, line: gap.line,
      kind: missing.isEmpty ? .edited(id: gap.id) : .removed(before: gap.id, numbers: missing))
  }

  // MARK: Ids

  /// Ids that stand twice: in files that count together, in one whose numbers do not rise, or in a
  /// file whose name they do not have. All other ids differ because their files' names do.
  private func repetitions() -> [Finding] {
    let named = Set(
      files.flatMap(\.strangers).compactMap { stranger in
        RecordIdentifier(stranger.id).map { LogFileName.Numbering($0) }
      })
    var first: [String: (file: String, line: Int)] = [:]
    var findings: [Finding] = []
    for file in files {
      let numbering = file.name.numbering
      let isShared =
        !file.isRising || counted[numbering, default: []].count > 1 || named.contains(numbering)
      var ids = file.strangers.map { (id: $0.id, line: $0.line) }
      if isShared {
        ids += file.entries.map { (file.name.identifier($0.number).description, $0.line) }
        ids.sort { $0.line < $1.line }
      }
      for (id, line) in ids {
        if let before = first[id] {
          findings.append(
            Finding(
              file: file.path, line: line,
              kind: .repeatedIdentifier(id: id, file: before.file, line: before.line)))
        } else {
          first[id] = (file.path, line)
        }
      }
    }
    return findings
  }

  // MARK: The chain from file to file

  private func chains() -> [Finding] {
    var findings: [Finding] = []
    for files in Dictionary(grouping: files, by: \.name.series).values {
      var before: LogInspection?
      for file in files.sorted(by: { $0.name.precedes($1.name) }) {
        findings += link(file, to: before)
        before = file
      }
    }
    return findings
  }

  private func link(_ file: LogInspection, to before: LogInspection?) -> [Finding] {
    if let missing = missingFile(file, before: before) { return missing + unlinked(file) }
    guard file.hasGoodHeader, let found = file.previousSum, before?.isKnown ?? true else {
      return unlinked(file)
    }
    let expected = before?.chainEnd ?? Chain.zeros
    // A damaged last record before is reported as such.
    if found == expected || (before != nil && found == before?.lastStoredSum) {
      return unlinked(file)
    }
    if let opening = file.opening {
      // The first record may tell whether `prev` was altered, or the record itself.
      for previous in Set([expected, before?.lastStoredSum ?? expected]) {
        let header = file.name.header(previous: previous)
        let sum = Chain.sum(previous: Chain.start(header: header), body: opening.body[...])
        guard sum == opening.sum else { continue }
        return [Finding(file: file.path, line: 1, kind: .badHeader(expected: header))]
      }
    }
    if let before, isContinued(before, from: found, by: file) { return unlinked(file) }
    return unlinked(file) + [
      Finding(
        file: file.path, line: 1,
        kind: .brokenChain(expected: expected, found: found, before: before?.path))
    ]
  }

  /// What is to be said of a first record that does not follow its header.
  private func unlinked(_ file: LogInspection) -> [Finding] {
    guard let opening = file.opening else { return [] }
    return opening.findings + opening.gaps.map { finding($0, in: file) }
  }

  /// Of a continuation `+N` the file with the number before must be there.
  private func missingFile(_ file: LogInspection, before: LogInspection?) -> [Finding]? {
    guard file.name.continuation > 1 else { return nil }
    var name = file.name
    name.continuation -= 1
    guard before?.name != name else { return nil }
    return [Finding(file: file.path, line: 0, kind: .missingFile(name.path))]
  }

  /// A continuation follows the last record that agreed when the file was damaged: once that file
  /// has been restored, any of its records may be that one.
  private func isContinued(
    _ before: LogInspection, from sum: String, by file: LogInspection
  ) -> Bool {
    guard file.name.continuation > 1 else { return false }
    if sum == before.previousSum { return true }
    guard let bytes = try? store.disk.listedContents(before.path, in: store.root).bytes else {
      return false
    }
    let stored = LogFile(name: before.name, bytes: bytes, modified: 0)
    return stored.records.contains { $0.isIntact && $0.sum == sum }
  }

  // MARK: Attachments

  private func missingAttachments() -> [Finding] {
    files.flatMap { file -> [Finding] in
      guard !file.references.isEmpty, let present = attachments[file.name.folder] else {
        return []
      }
      return file.references.compactMap { reference in
        guard !present.contains(reference.hash) else { return nil }
        return Finding(
          file: file.path, line: reference.line,
          kind: .missingAttachment(id: reference.id, hash: reference.hash))
      }
    }
  }
}

extension LogFileName.Numbering {
  fileprivate init(_ identifier: RecordIdentifier) {
    self.init(
      organization: identifier.organization, type: identifier.type, year: identifier.year,
      writer: identifier.writer)
  }
}
