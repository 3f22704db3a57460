import Archive
import RecordLog
import Wording

/// What verifying the ledger came to, and what waits for a person.
public struct LedgerHealth: Sendable {
  /// Something found at a place.
  public struct Fault: Hashable, Sendable {
    /// Relative to the store.
    public var file: String
    /// 1-based; 0 for a file as a whole.
    public var line: Int
    /// What it is and what to do about it, without the place.
    public var phrase: Phrase

    /// Something found.
    public init(file: String, line: Int, phrase: Phrase) {
      self.file = file
      self.line = line
      self.phrase = phrase
    }
  }

  /// What is wrong, by file and line.
  public var faults: [Fault]
  /// What is worth knowing and no fault, by file and line.
  public var remarks: [Fault]
  /// What waits in quarantine, by path.
  public var adoptions: [Adoption]
  /// Files that are torn or damaged, by path.
  public var files: [TroubledFile]
  /// Those of them whose ends the user can put into quarantine, by path.
  public var ownTornFiles: [TroubledFile]

  /// What verifying came to.
  public init(
    faults: [Fault], remarks: [Fault], adoptions: [Adoption], files: [TroubledFile],
    ownTornFiles: [TroubledFile]
  ) {
    self.faults = faults
    self.remarks = remarks
    self.adoptions = adoptions
    self.files = files
    self.ownTornFiles = ownTornFiles
  }

  /// How many things wait for a person.
  var waiting: Int { adoptions.count + ownTornFiles.count }

  /// What waits in quarantine at a path.
  func adoption(at path: String) -> Adoption? { adoptions.first { $0.tail.path == path } }
}
