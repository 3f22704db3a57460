/// What a log file is like as a whole.
public enum FileCondition: Hashable, Sendable {
  /// Every byte belongs to the header or to a record whose Sum agrees.
  case intact
  /// Bytes after the last record that are no record: an interrupted write, or typed by hand.
  /// `line` is where they begin.
  case tornTail(line: Int, bytes: Int)
  /// A record whose Sum does not agree, or something between records; `line` is the first.
  case damaged(line: Int)
  /// The header line is not the one that belongs to the file's path.
  case badHeader
  /// The header is of a format this program does not know yet: nothing in the file is read, and
  /// nothing is written behind it.
  case newerFormat(Int)
}

/// One log file as read.
public struct LogFile: Sendable {
  let name: LogFileName
  /// Relative to the store.
  public let path: String
  /// Those that agree with their Sum, and with `isIntact` false those that do not. Bytes of a
  /// torn tail are never among them.
  public let records: [Record]
  /// What the file is like as a whole.
  public let condition: FileCondition
  /// The Sum of the last record that agrees; 64 zeros when there is none.
  public let lastSum: String
  /// `prev` of the header; nil when it cannot be read.
  public let previousSum: String?
  /// Bytes on disk.
  public let size: Int
  /// Seconds since 1970 when the file was last changed. A tail younger than 5 seconds may be a
  /// record being written.
  public let modified: Int64

  /// The organisation whose folder holds it.
  public var organization: String { name.organization }
  /// The type of its records.
  public var type: String { name.type }
  /// Who writes it, without the `+N` of a continuation.
  public var writer: String { name.writer }
  /// 1; 2 and more for a file continued after damage.
  public var continuation: Int { name.continuation }
  /// Whether it lies in `restricted/`.
  public var isRestricted: Bool { name.isRestricted }
}
