/// A log file that does not end where its last whole record ends, or has something in it that is
/// none: it is read as far as it can be trusted.
public struct TroubledFile: Hashable, Sendable {
  /// A record that is shown and not counted.
  public struct DamagedRecord: Hashable, Sendable {
    /// The id that it gives; empty without one.
    public var id: String
    /// 1-based.
    public var line: Int
  }

  /// Relative to the store.
  public let path: String
  /// The organisation whose folder holds it.
  public let organization: String
  /// The type of its records.
  public let type: String
  /// Whose file it is, without the `+N` of a continuation.
  public let writer: String
  /// What is the matter; never `intact`.
  public let condition: FileCondition
  /// Records in it that do not agree with their Sum, by line.
  public let damaged: [DamagedRecord]
  /// For a damaged file that would still be written to, the path of the one in which writing goes
  /// on.
  public let continuation: String?

  /// The line at which the trouble begins.
  public var line: Int {
    switch condition {
    case .tornTail(let line, _), .damaged(let line): line
    case .badHeader, .newerFormat, .intact: 1
    }
  }

  /// Whether the writer can put the end of the file aside.
  public var isTorn: Bool { tailSize != nil }

  /// How many bytes at the end are no record; nil for a file that is damaged otherwise.
  public var tailSize: Int? {
    if case .tornTail(_, let bytes) = condition { bytes } else { nil }
  }

  /// Those among the files of a store that are in trouble, in the order given. Files of years
  /// before `year` are no longer written to.
  public static func among(_ files: [LogFile], year: Int) -> [TroubledFile] {
    files.compactMap { file in
      guard file.condition != .intact else { return nil }
      return TroubledFile(file, among: files, year: year)
    }
  }

  private init(_ file: LogFile, among files: [LogFile], year: Int) {
    path = file.path
    organization = file.organization
    type = file.type
    writer = file.writer
    condition = file.condition
    damaged = file.records.filter { !$0.isIntact }
      .map { DamagedRecord(id: $0.id, line: $0.line) }
    switch file.condition {
    case .tornTail, .newerFormat:
      continuation = nil
      return
    case .intact, .damaged, .badHeader: break
    }
    guard file.name.year ?? year >= year else {
      continuation = nil
      return
    }
    let newest =
      files.filter { $0.name.series == file.name.series && $0.name.year == file.name.year }
      .max { $0.continuation < $1.continuation } ?? file
    var name = newest.name
    switch newest.condition {
    case .damaged, .badHeader: name.continuation += 1
    case .intact, .tornTail: break
    case .newerFormat:
      continuation = nil
      return
    }
    continuation = name.path
  }
}
