import OrganizationLife

/// Something that a stored record says and cannot say: whoever writes by other means than this
/// program goes round the gate (`EntryCheck`), though the Sums agree.
public struct StoredRecordFault: Hashable, Sendable {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    /// What would have kept the record from being added.
    case entry(EntryProblem)
    /// A field that neither the format nor the unit's schema has. It is kept and shown: no fault.
    case unknownField
    /// What can hardly be so. It is kept as what happened: no fault.
    case doubt(RecordDoubt)
  }

  /// The file, relative to the store.
  public var path: String
  /// 1-based, of the field; where one is missing, of the record.
  public var line: Int
  /// The record; nil for a whole file.
  public var record: Reference?
  /// The field; nil for the record as a whole.
  public var field: String?
  /// The item, from 1; nil for the record itself.
  public var item: Int?
  /// What is wrong.
  public var problem: Problem

  /// Whether something is wrong; a field that nobody knows is not, nor are the numbers of a vote
  /// that were kept as what happened.
  public var isFault: Bool {
    switch problem {
    case .unknownField, .doubt: false
    case .entry(.activity(let fault)): !fault.mayBeKept
    case .entry: true
    }
  }
}
