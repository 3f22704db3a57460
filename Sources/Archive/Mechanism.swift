import RecordLog

/// A way of working that the article behind a pack tells of, and where in the program it is.
public struct Mechanism: Sendable {
  /// What shows it again.
  public enum Place: Sendable, Equatable {
    /// A line of the reports, by its id.
    case line(String)
    /// A search: records of the type for which that selection holds.
    case selection(String)
  }

  /// What it is called.
  public let name: String
  /// The type of the records that carry it: `activity`, `plan` …
  public let recordType: String
  /// Their kind, the checklist or the indicator; nil where the type alone says it.
  public let kind: String?
  /// Where it is seen.
  public let place: Place

  /// Those of a pack, in the order of the article; none for a name that is no pack.
  public static func all(of pack: String) -> [Mechanism] {
    guard let bytes = BuiltIn.bytes(of: "mechanisms/\(pack).rec") else { return [] }
    return PlainRecords.parse(bytes).records.compactMap { record in
      guard let name = record.first("Id"), let type = record.first("Records") else { return nil }
      let line = record.first("Line").map { Place.line($0) }
      guard let place = line ?? record.first("Where").map({ Place.selection($0) }) else {
        return nil
      }
      return Mechanism(
        name: name, recordType: type, kind: record.first("Kind"), place: place)
    }
  }
}
