import Glibc

/// What comparing a store with one of its seals finds.
public struct SealFinding: Hashable, Sendable {
  /// The file concerned, relative to the store.
  public var file: String
  /// 1-based; 0 when the file as a whole is meant.
  public var line: Int
  /// The Id of the seal that shows it.
  public var seal: String
  /// What was found.
  public var kind: Kind

  /// What may be found.
  public enum Kind: Hashable, Sendable {
    /// `Files` of the seal is not `path size Sum`.
    case badFile(String)
    /// `Head` of the seal is not the head of its `Files`.
    case wrongHead
    /// A sealed file is gone.
    case missing
    /// Records that were sealed are gone from the file's end: it is shorter now, or has been
    /// continued from further up. `sealed` and `found` are sizes in bytes.
    case cut(sealed: Int, found: Int)
    /// The record that ends where the seal says has another Sum than was sealed.
    case rewritten
    /// A sealed file cannot be read by this user; the system's errno.
    case notChecked(code: Int32)
    /// A file of the catalog or schema, which the unit may edit, is not as it was sealed.
    case changed
  }

  /// Whether something is wrong; what could not be checked, or may be, is a remark.
  public var isFault: Bool {
    switch kind {
    case .badFile, .wrongHead, .missing, .cut, .rewritten: true
    case .notChecked, .changed: false
    }
  }
}

extension Store {
  /// Compares log files with every seal among them, the newest seal first, and reports each file
  /// once. What was sealed in the log has to be there for ever; of the catalog and schema, which
  /// the unit may edit, only the newest seal is looked at. A seal that was withdrawn still counts
  /// as evidence; one whose own Sum does not agree is left out.
  ///
  /// - Parameters:
  ///   - files: all log files, as they were read.
  ///   - plainFiles: of catalog and schema, as they are now.
  ///   - only: the Id of the one seal to compare with; nil for all.
  ///   - visit: given each seal that can be read, with its record.
  /// - Returns: by file, line and seal.
  public func compareWithSeals(
    _ files: [LogFile], plainFiles: [StoreHeads.File], only id: String? = nil,
    visit: (Seal, Record) -> Void = { _, _ in }
  ) -> [SealFinding] {
    var comparison = SealComparison(store: self, files: files, plainFiles: plainFiles)
    for record in SealComparison.records(in: files) where id == nil || record.id == id {
      if let seal = comparison.take(record) { visit(seal, record) }
    }
    return comparison.findings.sorted {
      ($0.file, $0.line, $0.seal) < ($1.file, $1.line, $1.seal)
    }
  }
}

/// A store beside its seals.
private struct SealComparison {
  private let store: Store
  private let files: [String: LogFile]
  private let plainFiles: [String: StoreHeads.File]
  private(set) var findings: [SealFinding] = []
  /// Files that need no further look: reported already, or of the catalog and compared once.
  private var settled: Set<String> = []
  /// What was compared last and found well, by path: seals repeat the same lines.
  private var well: [String: StoreHeads.File] = [:]

  init(store: Store, files: [LogFile], plainFiles: [StoreHeads.File]) {
    self.store = store
    self.files = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    self.plainFiles = Dictionary(plainFiles.map { ($0.path, $0) }) { first, _ in first }
  }

  /// The records of seals that are whole, newest first.
  static func records(in files: [LogFile]) -> [Record] {
    var found: [(instant: Int64, id: String, record: Record)] = []
    for file in files where file.type == "seal" {
      for record in file.records
      where record.isIntact && record.value(FieldName("Withdraws")) == nil {
        guard let moment = WrittenMoment(record.at) else { continue }
        found.append((moment.instant, record.id, record))
      }
    }
    return found.sorted { ($1.instant, $1.id) < ($0.instant, $0.id) }.map(\.record)
  }

  /// Compares one seal; nil when the record cannot be read as one.
  mutating func take(_ record: Record) -> Seal? {
    let seal: Seal
    do throws(SealFault) {
      seal = try Seal(record)
    } catch {
      // A record without its fields is reported where all records are checked against the schema.
      if case .badFile(let text) = error { add(record.file, record, .badFile(text)) }
      return nil
    }
    guard seal.scope != nil else {
      add(record.file, record, .wrongHead)
      return seal
    }
    for file in seal.files where !settled.contains(file.path) {
      if well[file.path] == file { continue }
      if let kind = compare(file) {
        settled.insert(file.path)
        findings.append(SealFinding(file: file.path, line: 0, seal: record.id, kind: kind))
      } else if file.isPlain {
        settled.insert(file.path)
      } else {
        well[file.path] = file
      }
    }
    return seal
  }

  private mutating func add(_ path: String, _ record: Record, _ kind: SealFinding.Kind) {
    findings.append(SealFinding(file: path, line: record.line, seal: record.id, kind: kind))
  }

  /// What became of a sealed file; nil when all that was sealed is still there.
  private func compare(_ sealed: StoreHeads.File) -> SealFinding.Kind? {
    if sealed.isPlain { return plainFiles[sealed.path] == sealed ? nil : .changed }
    guard let file = files[sealed.path] else { return absence(of: sealed.path) }
    if file.size == sealed.size, file.lastSum == sealed.sum { return nil }
    if file.size < sealed.size { return .cut(sealed: sealed.size, found: file.size) }
    let records = file.records
    // Behind the last record that ends within the sealed bytes, the empty line behind it included.
    let end = records.partitioningIndex { $0.byteRange.upperBound + 1 > sealed.size }
    if end > 0, records[end - 1].byteRange.upperBound + 1 == sealed.size {
      return records[end - 1].sum == sealed.sum ? nil : .rewritten
    }
    // A file that was damaged when it was sealed does not end with a record.
    let last = records[..<end].last { $0.isIntact }
    if (last?.sum ?? Chain.zeros) == sealed.sum { return nil }
    return .cut(sealed: sealed.size, found: file.size)
  }

  private func absence(of path: String) -> SealFinding.Kind {
    do throws(DiskFailure) {
      _ = try store.disk.contents(path, in: store.root)
      // It was put there while the others were read.
      return .notChecked(code: EAGAIN)
    } catch {
      return error.isMissing ? .missing : .notChecked(code: error.code)
    }
  }
}

extension RandomAccessCollection where Index == Int {
  /// Where the elements begin that a predicate holds of; it holds of all behind the first.
  fileprivate func partitioningIndex(_ isBehind: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
