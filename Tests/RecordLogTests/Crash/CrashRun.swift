@testable import RecordLog

/// What was asked of a store while its disk recorded, and what it answered when.
struct CrashRun {
  enum Outcome: Hashable, Sendable {
    /// The records are on the disk.
    case acknowledged
    /// The records are committed and will be completed; they must not be written again.
    case committed
    /// Nothing was written.
    case refused
    /// Nobody can say.
    case unknown
  }

  struct Attempt: Sendable {
    var contents: [String]
    /// How many events had happened before.
    var start: Int
    /// How many events had happened when the answer came; nil when the process died.
    var end: Int?
    var outcome: Outcome
    /// The bytes of the log files before, when the answer was that nothing was written.
    var before: [String: [UInt8]]
  }

  let memory: MemoryDisk
  /// The store on the disk that fails or misbehaves as the scenario wants.
  var store: Store
  /// What happens behind the back of a writer that was told its bytes are durable.
  var settle: @Sendable (MemoryDisk) -> Void = { _ in }
  private(set) var attempts: [Attempt] = []
  /// Crashes before so many events are not looked at.
  private(set) var first = 0

  init(memory: MemoryDisk, store: Store) {
    self.memory = memory
    self.store = store
  }

  /// Appends, and notes the answer.
  mutating func append(
    _ records: [NewRecord], by author: Author = CrashRun.authors[0],
    at moment: String = Bench.moment
  ) {
    let start = memory.eventCount
    let before = memory.image.logFiles
    var outcome: Outcome
    do throws(AppendError) {
      _ = try store.append(records, by: author, at: moment)
      outcome = .acknowledged
    } catch {
      switch error {
      case .notConfirmed, .notRestored: outcome = .unknown
      case .notCompleted: outcome = .committed
      default: outcome = .refused
      }
    }
    let end = memory.isDead ? nil : memory.eventCount
    if end == nil { outcome = .unknown }
    settle(memory)
    attempts.append(
      Attempt(
        contents: records.map(\.content), start: start, end: end, outcome: outcome,
        before: outcome == .refused ? before : [:]))
  }

  /// The process dies when so many events happened, and after so many bytes of the write that
  /// would be the next.
  func kill(after events: Int, bytes: Int = 0) { memory.kill(after: events, bytes: bytes) }

  /// Another process takes over, on a good disk; the machine runs on. Crashes before that are
  /// not looked at.
  mutating func revive() throws {
    memory.revive()
    first = memory.eventCount
    try goOnWithGoodDisk()
  }

  /// The disk that failed works again.
  mutating func goOnWithGoodDisk() throws { store = try Store(opening: "", disk: memory) }

  /// Completes and recovers what an earlier process left.
  mutating func recover() {
    _ = try? store.completePending()
    for author in Self.authors {
      _ = try? store.recover(writer: author.writer, at: Bench.moment)
    }
  }

  /// Zhang and Wang.
  static let authors = [("zhang", "Q1M01(张明)"), ("wang", "Q1M02(王芳)")]
    .compactMap { Author(writer: $0.0, by: $0.1) }
}

extension DiskImage {
  /// The bytes of every log file by path.
  var logFiles: [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    forEachFile { path, bytes in
      if LogFileName(path: path) != nil { files[path] = bytes }
    }
    return files
  }
}

extension NewRecord {
  /// Where a record belongs, its title, and a digest of everything it says.
  var content: String {
    RecordContent.words(
      "\(organization)\(restricted ? "/restricted" : "") \(type)", fields[...])
  }
}

extension Record {
  /// As `NewRecord.content`.
  var content: String {
    RecordContent.words(
      "\(organizationFolder)\(isRestricted ? "/restricted" : "") \(type)",
      fields.dropFirst().dropLast(3))
  }
}

private enum RecordContent {
  static func words(_ place: String, _ fields: ArraySlice<Field>) -> String {
    var hasher = Hasher()
    for field in fields {
      for var text in [field.name, field.value] {
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
      }
    }
    let title = fields.first { $0.name == "Title" }?.value ?? ""
    return "\(place) \(title) \(String(UInt(bitPattern: hasher.finalize()), radix: 16))"
  }
}
