import Archive
import RecordLog
import Wording

/// All that verifying a store comes to: faults of the log, what its records say that cannot be
/// read or followed, fields nobody knows, and the heads.
struct Verification {
  /// One fault.
  struct Fault {
    /// Relative to the store.
    let file: String
    /// 1-based; 0 for a whole file.
    let line: Int
    /// A word for programs.
    let code: String
    /// What is wrong and what to do about it, without the place.
    let phrase: Phrase

    /// `file:line: what, remedy`.
    var located: Phrase { .located(file, line, phrase) }
  }

  /// By file and line.
  let faults: [Fault]
  /// Fields that neither the format nor the unit's schema has: kept, shown, no fault.
  let unknownFields: [Fault]
  /// The heads of the store and its organisations.
  let heads: StoreHeads

  /// Verifies a whole store; nothing is modified.
  init(of store: Store) throws {
    let findings = try store.verify()
    let archive = try Archive.open(store)
    var faults = findings.map {
      Fault(file: $0.file, line: $0.line, code: $0.kind.code, phrase: $0.kind.phrase)
    }
    faults += archive.notices.compactMap(Self.fault)
    self.faults = faults.sorted {
      ($0.file, $0.line, $0.code) < ($1.file, $1.line, $1.code)
    }
    let files = try store.read()
    unknownFields = Self.unknownFields(in: files, schemas: archive.schemas)
    heads = try store.heads(of: files)
  }

  /// Every fault and every unknown field as a sentence.
  static func lines(of store: Store) throws -> [Phrase] {
    let verification = try Verification(of: store)
    return (verification.faults + verification.unknownFields).map(\.located)
  }

  /// What the log's own verification does not say already.
  private static func fault(_ notice: ArchiveNotice) -> Fault? {
    let code: String
    switch notice {
    case .file, .notIntact, .sameIdentifier, .unreadableClosing: return nil
    case .value: code = "value"
    case .pending: code = "unknown-reference"
    case .otherSum: code = "other-sum"
    case .conflict: code = "conflict"
    case .foreignFolder: code = "foreign-folder"
    case .catalog: code = "catalog"
    }
    let (file, line) = notice.place
    return Fault(file: file, line: line, code: code, phrase: notice.phrase)
  }

  private static func unknownFields(
    in files: [LogFile], schemas: [String: Schema]
  ) -> [Fault] {
    var faults: [Fault] = []
    for file in files {
      var known: Set<String> = ["Id", "By", "At", "Sum"]
      known.formUnion(RecordShape.of(file.type)?.fields.map(\.name) ?? [])
      known.formUnion(schemas[file.type]?.fields.map(\.name) ?? [])
      for record in file.records where record.isIntact {
        record.forEachField { name, _, line in
          let text = name.description
          guard !known.contains(text) else { return }
          faults.append(
            Fault(
              file: file.path, line: line, code: "unknown-field",
              phrase: .unknownField(text, in: file.type)))
        }
      }
    }
    return faults
  }
}
