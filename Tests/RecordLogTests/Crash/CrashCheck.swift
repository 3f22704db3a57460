import Glibc
import Synchronization

@testable import RecordLog

/// What must hold after a crash, whatever it left: acknowledged ⊆ recovered ⊆ attempted, several
/// files all or none, old bytes unchanged, nothing refused comes back, nothing is lost that was
/// typed by hand; recovery changes nothing the second time, and work goes on.
final class CrashCheck: Sendable {
  /// What a store has to be after a crash.
  struct Expectation: Sendable {
    /// Contents of records that were there before, all of them intact.
    var old: Set<String>
    /// Log files and their bytes up to the end of the last record that was intact.
    var oldBytes: [String: [UInt8]]
    /// Bytes that are no record but a person's work: they stay, be it in the quarantine.
    var handwriting: [UInt8] = []
    var acknowledged: Set<String> = []
    /// Records none of which may appear.
    var refused: Set<String> = []
    /// Groups of records that were attempted; all of a group or none.
    var groups: [[String]] = []
    /// Records that were committed: they appear when recovery is through.
    var committed: Set<String> = []
    /// The log files that a refused append left as they were, which is the state now.
    var untouched: [String: [UInt8]]?

    /// Whether a record may be there.
    func allows(_ content: String) -> Bool {
      old.contains(content) || groups.contains { $0.contains(content) }
    }
  }

  /// What a store is like after recovery.
  private enum Aftermath: Sendable {
    case well([String: Int])
    case violation(String)
  }

  /// Whether `verify` has to find nothing; on a disk that lies it may find what was given up.
  let isStrict: Bool

  init(isStrict: Bool = true) { self.isStrict = isStrict }

  private let different = Mutex<Set<Int>>([])
  private let checked = Mutex<Set<Int>>([])
  private let aftermaths = Mutex<[Int: Aftermath]>([:])

  /// How many disks were looked at that differ in their names or bytes.
  var differentCount: Int { different.withLock { $0.count } }

  /// What is wrong after a crash that left this disk, in words; nil when nothing is, or when the
  /// same was asked before.
  func violation(_ image: DiskImage, _ expected: Expectation, expectation key: Int) -> String? {
    let digest = image.digest()
    _ = different.withLock { $0.insert(digest) }
    var hasher = Hasher()
    hasher.combine(digest)
    hasher.combine(key)
    let question = hasher.finalize()
    guard checked.withLock({ $0.insert(question).inserted }) else { return nil }
    do {
      return try look(image, expected)
    } catch {
      return "the store cannot be used: \(error)"
    }
  }

  private func look(_ image: DiskImage, _ expected: Expectation) throws -> String? {
    for (path, bytes) in expected.oldBytes where image.bytes(path)?.begins(with: bytes) != true {
      return "the old bytes of \(path) are not what they were"
    }
    if let untouched = expected.untouched {
      for (path, bytes) in image.logFiles
      where untouched[path]?.begins(with: bytes) != true && !bytes.isEmpty {
        return "\(path) is not as it was though nothing was said to be written"
      }
    }
    let disk = MemoryDisk(image)
    let store = try Store(opening: "", disk: disk)
    let seen = try store.contents()
    if let wrong = seen.keys.first(where: { !expected.allows($0) }) {
      return "a reader accepts what nobody wrote: \(wrong)"
    }
    if let missing = expected.acknowledged.first(where: { seen[$0] == nil }) {
      return "a reader misses an acknowledged record: \(missing)"
    }
    _ = try store.completePending()
    for author in CrashRun.authors {
      _ = try store.recover(writer: author.writer, at: Bench.moment)
    }
    let recovered = disk.image
    switch aftermath(recovered) {
    case .violation(let words): return words
    case .well(let found): return compare(found, recovered, expected)
    }
  }

  private func compare(
    _ found: [String: Int], _ recovered: DiskImage, _ expected: Expectation
  ) -> String? {
    for required in [expected.old, expected.acknowledged, expected.committed] {
      if let missing = required.first(where: { found[$0] == nil }) { return "lost: \(missing)" }
    }
    if let refused = found.keys.first(where: { expected.refused.contains($0) }) {
      return "was said not to be written and is there: \(refused)"
    }
    if let wrong = found.keys.first(where: { !expected.allows($0) }) {
      return "nobody wrote this: \(wrong)"
    }
    if let twice = found.first(where: { $0.value > 1 }) {
      return "there twice: \(twice.key)"
    }
    for group in expected.groups {
      let count = group.count { found[$0] != nil }
      if count != 0, count != group.count {
        return "\(count) of \(group.count) records written together"
      }
    }
    for (path, bytes) in expected.oldBytes
    where recovered.bytes(path)?.begins(with: bytes) != true {
      return "recovery changed the old bytes of \(path)"
    }
    if !expected.handwriting.isEmpty, !recovered.holds(expected.handwriting) {
      return "what was typed by hand is gone"
    }
    return nil
  }

  // MARK: After recovery

  /// When everybody writes again.
  private static let later = "2027-06-01T08:00:00+08:00"

  /// What comes after recovery depends on nothing but the disk; copies in the quarantine and what
  /// the lock files say do not count.
  private func aftermath(_ image: DiskImage) -> Aftermath {
    let digest = image.digest { $0 == ".lock" || ($0.contains(".rec.2") && $0.first != ".") }
    if let known = aftermaths.withLock({ $0[digest] }) { return known }
    let outcome: Aftermath
    do {
      outcome = try goOn(image)
    } catch {
      outcome = .violation("work does not go on: \(error)")
    }
    aftermaths.withLock { $0[digest] = outcome }
    return outcome
  }

  private func goOn(_ image: DiskImage) throws -> Aftermath {
    let disk = MemoryDisk(image)
    let store = try Store(opening: "", disk: disk)
    let found = try store.contents()
    let faults = try store.verify()
    if isStrict, let fault = faults.first {
      return .violation("verify finds a fault after recovery: \(fault)")
    }
    let before = disk.image.digest { $0 == ".lock" }
    var notices = try store.completePending()
    for author in CrashRun.authors {
      notices += try store.recover(writer: author.writer, at: Bench.moment).map { "\($0)" }
    }
    if let notice = notices.first { return .violation("recovered twice: \(notice)") }
    guard disk.image.digest(leavingOut: { $0 == ".lock" }) == before else {
      return .violation("a second recovery changes the disk")
    }
    let records = [
      Bench.activity("后"), Bench.activity("后", restricted: true),
      Bench.matter("后", organization: "Q2"),
    ]
    var wanted = found
    for author in CrashRun.authors {
      var notices: [AppendNotice] = []
      _ = try store.append([records[0]], by: author, at: Self.later) { notices.append($0) }
      _ = try store.append(records, by: author, at: Self.later) { notices.append($0) }
      for record in [records[0]] + records { wanted[record.content, default: 0] += 1 }
      if isStrict, let notice = notices.first {
        return .violation("recovery left something to the next append: \(notice)")
      }
    }
    guard try store.contents() == wanted else {
      return .violation("what is appended after recovery is not found, or something was lost")
    }
    if isStrict, let fault = try store.verify().first {
      return .violation("verify finds a fault after an append: \(fault)")
    }
    return .well(found)
  }
}

extension Store {
  /// How often each content stands in an intact record.
  fileprivate func contents() throws -> [String: Int] {
    var contents: [String: Int] = [:]
    for record in try read().flatMap(\.records) where record.isIntact {
      contents[record.content, default: 0] += 1
    }
    return contents
  }
}

extension DiskImage {
  /// Whether some file holds these bytes in one piece.
  fileprivate func holds(_ bytes: [UInt8]) -> Bool {
    var isFound = false
    forEachFile { _, content in
      if content.withUnsafeBytes({ $0.find(bytes) }) { isFound = true }
    }
    return isFound
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func find(_ bytes: [UInt8]) -> Bool {
    guard count >= bytes.count else { return false }
    return (0...(count - bytes.count)).contains { start in
      self[start] == bytes[0]
        && UnsafeRawBufferPointer(rebasing: self[start..<(start + bytes.count)])
          .elementsEqual(bytes)
    }
  }
}

extension [UInt8] {
  fileprivate func begins(with bytes: [UInt8]) -> Bool {
    count >= bytes.count
      && withUnsafeBytes { own in
        bytes.withUnsafeBytes { other in
          guard let own = own.baseAddress, let other = other.baseAddress else { return true }
          return memcmp(own, other, bytes.count) == 0
        }
      }
  }
}
