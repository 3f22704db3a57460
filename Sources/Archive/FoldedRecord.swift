import OrganizationLife
import RecordLog

/// A record as it holds now: the newest version, not withdrawn.
public struct FoldedRecord: Sendable {
  /// The newest version.
  public let record: Record
  /// Its Id.
  public let reference: Reference
  /// The Id of the first version.
  public let origin: Reference
  /// Whether several corrections of one version stand side by side; this one is provisional.
  public let isInConflict: Bool

  /// Its type.
  public var type: String { record.type }
  /// All its fields in order, `Id By At Sum` included.
  public var fields: [Field] { record.fields }
  /// The first value of a field.
  public func first(_ name: String) -> String? { record.first(name) }
  /// Every value of a field.
  public func all(_ name: String) -> [String] { record.all(name) }
}

/// One step in the life of a record.
public struct Version: Sendable {
  /// What the step was.
  public enum Kind: Hashable, Sendable {
    /// 录入
    case entered
    /// 更正
    case corrected
    /// 定稿: an unfinished version was signed off.
    case finished
    /// 接续: what happened next to a matter, procedure or team.
    case followed
    /// 作废
    case withdrawn
    /// The withdrawal was itself withdrawn.
    case restored
    /// One of several corrections of the same version, until one of them is withdrawn.
    case conflict
  }

  /// The record of the step.
  public let record: Record
  /// Its Id.
  public let reference: Reference
  /// When it was written.
  public let at: Moment
  /// Who wrote it.
  public let by: Person
  /// Its `Reason`; empty when none was needed.
  public let reason: String
  /// What it was.
  public let kind: Kind
}

/// Several corrections of one version that nobody has settled by withdrawing all but one.
public struct Conflict: Hashable, Sendable {
  /// The version that was corrected more than once.
  public let version: Reference
  /// The newest version of each, by when its correction was written; the last is provisional.
  public let candidates: [Reference]
  /// The file of the last of them, relative to the store.
  public let path: String
  /// The 1-based line at which that one begins.
  public let line: Int

  /// A conflict.
  public init(version: Reference, candidates: [Reference], path: String, line: Int) {
    self.version = version
    self.candidates = candidates
    self.path = path
    self.line = line
  }
}

/// Something in the log that the program reads around, and says.
public enum ArchiveNotice: Hashable, Sendable {
  /// A file with a torn tail, a damaged record or a header that does not fit its path.
  case file(path: String, condition: FileCondition)
  /// A record whose Sum does not agree: shown, not counted.
  case notIntact(Reference, path: String, line: Int)
  /// A value that could not be read.
  case value(Reference, path: String, fault: ValueFault)
  /// Two records with one Id; the first counts.
  case sameIdentifier(Reference, path: String, line: Int)
  /// `By` or `At` cannot be read; the record is not counted.
  case unreadableClosing(Reference, path: String, line: Int)
  /// `Corrects`, `Withdraws` or `Follows` names a record that is not (yet) there.
  case pending(Reference, field: String, target: String, path: String, line: Int)
  /// `Corrects` gives another Sum than the version it names has.
  case otherSum(Reference, target: Reference, path: String, line: Int)
  /// Several corrections of one version.
  case conflict(Conflict)
  /// `Organization` is not the organisation of the folder.
  case foreignFolder(Reference, organization: String, path: String, line: Int)
  /// Something in the catalogue.
  case catalog(CatalogFault)
}
