import Glibc
import RecordLog

/// A store's log files at one moment, byte for byte, read without the log's own code.
public struct Snapshot {
  private let files: [String: [UInt8]]
  /// How many records each organisation has there.
  let counts: [String: Int]
  /// Bytes of all files.
  let size: Int

  /// The files as they are now.
  public init(of store: Store) throws(StoreError) {
    var files: [String: [UInt8]] = [:]
    var counts: [String: Int] = [:]
    for file in try store.read() {
      files[file.path] = Self.bytes("\(store.root)/\(file.path)")
      counts[file.organization, default: 0] += file.records.count
    }
    self.files = files
    self.counts = counts
    size = files.values.reduce(0) { $0 + $1.count }
  }

  /// The files that no longer begin with what they held, sorted.
  func changed(in store: Store) -> [String] {
    files.filter { path, old in
      let now = Self.bytes("\(store.root)/\(path)")
      return now.count < old.count || memcmp(now, old, old.count) != 0
    }.keys.sorted()
  }

  private static func bytes(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }
}

/// What an `Appender` was to append, and what it said was on the disk.
public struct Attempt {
  /// Each append puts one record into each of them.
  public var organizations: [String]
  /// Of each record, about.
  public var size: Int
  /// The ids of each append that returned, in order.
  public var acknowledged: [[String]]

  /// What was attempted.
  public init(organizations: [String], size: Int, lines: [String]) {
    self.organizations = organizations
    self.size = size
    acknowledged = lines.map { Acknowledgement($0).identifiers }
  }
}

/// One line that an `Appender` prints: the ids, and how long the append took.
public struct Acknowledgement {
  /// The new records.
  public let identifiers: [String]
  /// The append, waiting included.
  public let microseconds: Int

  /// Reads a line.
  public init(_ line: String) {
    let parts = line.split(separator: "\t")
    identifiers = parts.first?.split(separator: " ").map(String.init) ?? []
    microseconds = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
  }

  /// The line for an append.
  public static func line(_ identifiers: [RecordIdentifier], microseconds: Int) -> String {
    "\(identifiers.map(\.description).joined(separator: " "))\t\(microseconds)"
  }
}

/// What must hold of a store after something befell a process that appended to it, looked for in
/// this order: as it was left, after completing and recovery, after one more append.
public struct Aftermath {
  /// What should not be.
  public enum Fault: Hashable, Sendable {
    /// Bytes that were there before are not there any more.
    case changed(path: String)
    /// An acknowledged record is not there.
    case lost(id: String)
    /// A record that nobody wrote was accepted.
    case foreign(id: String)
    /// One append wrote to some of its organisations; how many records each has of it.
    case partly([String: Int])
    /// The next append got a number that it should not have.
    case misnumbered(id: String)
    /// The log says that the store is not well.
    case found(Finding)
    /// Completing, or the next append, failed.
    case refused(AppendError)
  }

  /// What should not be; none when all is well.
  public private(set) var faults: [Fault] = []
  /// Files with bytes behind their last record.
  public private(set) var tornTails = 0
  /// Appends that were left in `pending/`.
  public private(set) var completed = 0
  /// Records there that were not acknowledged.
  public private(set) var unacknowledged = 0

  /// Looks at a store, completes and recovers it, and appends to it.
  public init(
    of store: Store, before: Snapshot, attempt: Attempt, author: Author
  ) throws(StoreError) {
    faults += before.changed(in: store).map { .changed(path: $0) }
    tornTails = try store.read().count { if case .tornTail = $0.condition { true } else { false } }
    do throws(AppendError) {
      completed = try store.completePending().count
    } catch {
      faults.append(.refused(error))
    }
    try judge(store, before: before, attempt: attempt)
    var identifiers: [RecordIdentifier] = []
    do throws(AppendError) {
      identifiers = try store.append(
        attempt.organizations.map {
          AppendedRecord.record(1, size: attempt.size, organization: $0)
        }, by: author, at: AppendedRecord.moment)
    } catch {
      faults.append(.refused(error))
    }
    // Counted afterwards: a record that only lacked LF at its end is one of them by then.
    let counts = try judge(store, before: before, attempt: attempt, isAppended: true)
    for identifier in identifiers
    where identifier.number != counts[identifier.organization, default: 0] {
      faults.append(.misnumbered(id: identifier.description))
    }
    faults += before.changed(in: store).map { .changed(path: $0) }
    faults += try store.verify().map { .found($0) }
  }

  /// Compares the new records with what was attempted; gives the number of all, by organisation.
  @discardableResult
  private mutating func judge(
    _ store: Store, before: Snapshot, attempt: Attempt, isAppended: Bool = false
  ) throws(StoreError) -> [String: Int] {
    var counts: [String: Int] = [:]
    var additions: [String: Int] = [:]
    for organization in Set(attempt.organizations) {
      let all = try store.read(organization: organization).flatMap(\.records)
      counts[organization] = all.count
      var new = all.dropFirst(before.counts[organization, default: 0])
      if isAppended { new = new.dropLast() }
      additions[organization] = new.count
      for (index, record) in new.enumerated()
      where !record.isIntact
        || !AppendedRecord.matches(record, number: index + 1, size: attempt.size)
      {
        faults.append(.foreign(id: record.id))
      }
      if new.count > attempt.acknowledged.count + 1, let last = new.last {
        faults.append(.foreign(id: last.id))
      }
      let present = Set(new.map(\.id))
      let promised = attempt.acknowledged.flatMap { $0 }.filter {
        $0.hasPrefix("\(organization)-")
      }
      faults += promised.filter { !present.contains($0) }.map { .lost(id: $0) }
      if !isAppended { unacknowledged += new.count - promised.count }
    }
    if Set(additions.values).count > 1 { faults.append(.partly(additions)) }
    return counts
  }
}
