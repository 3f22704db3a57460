import Archive
import OrganizationLife
import RecordLog
import Wording

/// All that verifying a store comes to: faults of the log, of what its records say and of what they
/// refer to, what the seals show, remarks, and the heads. The store is read once.
struct Verification {
  /// One fault, or something to remark on.
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

  /// What could not be read first, since others follow from it; then by file and line.
  let faults: [Fault]
  /// What is no fault, by file and line: fields that neither the format nor the unit's schema has,
  /// signatures and files that could not be checked, a catalogue edited since it was sealed.
  let remarks: [Fault]
  /// Whether some of the faults lie in what records say; these are corrected, not restored.
  let concernsContent: Bool
  /// The heads of the store and its organisations.
  let heads: StoreHeads
  /// The store as it was read.
  let archive: Archive
  /// The log's files, and what it found by itself.
  let examination: Examination

  /// Verifies a whole store; nothing is modified.
  ///
  /// - Parameters:
  ///   - allowedSigners: whose key is whose; a file that need not be there.
  ///   - today: what is dated later is remarked on.
  init(of store: Store, allowedSigners: String, on today: Day) throws {
    let examination = try store.examine()
    let archive = try Archive.open(store, reading: examination.files)
    let heads = try archive.heads ?? store.heads(of: examination.files)
    let content = archive.check(examination.files, on: today)
    var signatures = SignatureCheck(allowedSigners: allowedSigners)
    let sealed = store.compareWithSeals(examination.files, plainFiles: heads.plainFiles) {
      signatures.take($0, $1)
    }
    try signatures.run()

    var faults = examination.findings.map {
      Fault(file: $0.file, line: $0.line, code: $0.kind.code, phrase: $0.kind.phrase)
    }
    faults += archive.notices.compactMap { Self.fault($0, archive) }
    faults += content.filter(\.isFault).map(Self.fault)
    faults += sealed.filter(\.isFault).map(Self.fault)
    faults += signatures.faults
    var remarks = content.filter { !$0.isFault }.map(Self.fault)
    remarks += sealed.filter { !$0.isFault }.map(Self.fault)
    remarks += signatures.remarks
    remarks += archive.standInCatalogFiles.map {
      Fault(file: $0, line: 0, code: "catalog-stand-in", phrase: .catalogStandIn)
    }
    if let warning = store.fileSystem.warning {
      remarks.append(Fault(file: "zhibu.rec", line: 0, code: "file-system", phrase: warning))
    }
    let sorted = Self.sorted(faults)
    self.faults =
      sorted.filter { Self.reasons.contains($0.code) }
      + sorted.filter { !Self.reasons.contains($0.code) }
    self.remarks = Self.sorted(remarks)
    concernsContent = content.contains(where: \.isFault)
    self.heads = heads
    self.archive = archive
    self.examination = examination
  }

  /// Organisations of which something could not be read, so that their heads are not known.
  var partlyRead: Set<String> {
    Set(
      examination.findings.compactMap { finding in
        let parts = finding.file.split(separator: "/")
        guard Self.reasons.contains(finding.kind.code), parts.count > 1,
          parts[0] == "organizations"
        else { return nil }
        if case .unreadable = finding.kind { return String(parts[1]) }
        // A link among what lies beside the log has no part in a head.
        return parts.count == 2 || LogFileName(path: finding.file) != nil ? String(parts[1]) : nil
      })
  }

  /// What became of a store since one of its seals: faults only.
  func differences(fromSeal id: String, of store: Store) -> [SealFinding] {
    store.compareWithSeals(examination.files, plainFiles: heads.plainFiles, only: id)
      .filter(\.isFault)
  }

  /// The codes of what was not read at all.
  private static let reasons: Set<String> = ["unreadable", "link", "not-a-file", "not-a-folder"]

  private static func sorted(_ faults: [Fault]) -> [Fault] {
    faults.sorted { ($0.file, $0.line, $0.code) < ($1.file, $1.line, $1.code) }
  }

  /// What neither the log's own verification nor the check of the records says already.
  private static func fault(_ notice: ArchiveNotice, _ archive: Archive) -> Fault? {
    let code: String
    switch notice {
    case .file, .notIntact, .sameIdentifier, .unreadableClosing, .value: return nil
    case .pending(_, _, let target, _, _):
      // One that is there and was altered is reported itself.
      let id = String(target.prefix { $0 != " " })
      if archive.record(Reference(id))?.isIntact == false { return nil }
      code = "unknown-reference"
    case .otherSum: code = "other-sum"
    case .conflict: code = "conflict"
    case .foreignFolder: code = "foreign-folder"
    case .catalog(let fault):
      if case .grammar = fault.problem { return nil }
      code = "catalog"
    }
    let (file, line) = notice.place
    return Fault(file: file, line: line, code: code, phrase: notice.phrase)
  }

  private static func fault(_ fault: StoredRecordFault) -> Fault {
    Fault(file: fault.path, line: fault.line, code: fault.code, phrase: fault.phrase)
  }

  private static func fault(_ finding: SealFinding) -> Fault {
    Fault(
      file: finding.file, line: finding.line, code: finding.kind.code, phrase: finding.phrase)
  }
}

/// The signatures of seals.
private struct SignatureCheck {
  let allowedSigners: String
  private(set) var faults: [Verification.Fault] = []
  private(set) var remarks: [Verification.Fault] = []
  private var signed: [Signed] = []

  /// A signature with what it is over.
  private struct Signed: Sendable {
    var id: String
    var file: String
    var line: Int
    var principal: String
    var moment: Moment?
    var text: [UInt8]
    var signature: String
  }

  init(allowedSigners: String) { self.allowedSigners = allowedSigners }

  /// Takes a seal to be checked; the newest comes first.
  mutating func take(_ seal: Seal, _ record: Record) {
    guard let signature = seal.signature, !signature.isEmpty else { return }
    let by = Person(record.by)
    signed.append(
      Signed(
        id: record.id, file: record.file, line: record.line,
        principal: by.id?.text ?? by.name, moment: Moment(record.at), text: seal.signedText,
        signature: signature))
  }

  /// Checks them; each takes two processes at most.
  mutating func run() throws {
    guard let newest = signed.first else { return }
    guard SignatureTool.canRead(allowedSigners) else {
      return remark(newest, .signaturesNotChecked(signed.count, allowedSigners: allowedSigners))
    }
    let (signed, allowedSigners) = (signed, allowedSigners)
    let verdicts = Parallel.map(count: signed.count) { index in
      let seal = signed[index]
      return Result { () throws(SignatureTool.Failure) in
        try SignatureTool.check(
          seal.signature, of: seal.text, by: seal.principal, allowedSigners: allowedSigners,
          at: seal.moment)
      }
    }
    var unchecked = 0
    for (seal, verdict) in zip(signed, verdicts) {
      switch try verdict.get() {
      case .good: continue
      case .notChecked: unchecked += 1
      case .bad: fault(seal, "bad-signature", .badSignature(seal.id))
      case .unknownSigner(let fingerprint):
        fault(
          seal, "unknown-signer",
          .unknownSigner(
            seal.id, by: seal.principal, fingerprint: fingerprint,
            allowedSigners: allowedSigners))
      }
    }
    if unchecked > 0 { remark(newest, .signaturesNeedTool(unchecked)) }
  }

  private mutating func fault(_ seal: Signed, _ code: String, _ phrase: Phrase) {
    faults.append(
      Verification.Fault(file: seal.file, line: seal.line, code: code, phrase: phrase))
  }

  private mutating func remark(_ seal: Signed, _ phrase: Phrase) {
    remarks.append(
      Verification.Fault(
        file: seal.file, line: seal.line, code: "signature-not-checked", phrase: phrase))
  }
}
