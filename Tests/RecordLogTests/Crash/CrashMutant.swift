import Glibc

@testable import RecordLog

/// A writer that does one thing wrong, as a disk which does it in its place.
enum CrashMutant: String, CaseIterable, Sendable {
  /// Files are never synchronised.
  case noSynchronizing
  /// Folders are never synchronised.
  case noFolderSynchronizing
  /// What a full disk cut short is not taken back.
  case noTruncating
  /// A record is acknowledged first and made durable later.
  case earlyAcknowledgement
  /// The first record of a file is chained as if there were no header.
  case headerNotHashed

  private func fault(_ call: DiskFailure.Call, _ path: String) -> FailingDisk.Fault? {
    let isFile = path.contains(".")
    switch (self, call) {
    case (.noSynchronizing, .synchronize), (.earlyAcknowledgement, .synchronize):
      return isFile ? .swallowed : nil
    case (.noFolderSynchronizing, .synchronize): return isFile ? nil : .swallowed
    case (.noTruncating, .truncate): return path.hasSuffix(".rec") ? .swallowed : nil
    default: return nil
    }
  }

  /// The same work, done wrong.
  func applied(to scenario: CrashScenario) -> CrashScenario {
    var scenario = scenario
    let disk = scenario.disk
    scenario.disk = { memory in
      var wrong = FailingDisk(disk(memory)) { call, path in fault(call, path) }
      if self == .headerNotHashed { wrong.rewrite = { Self.withoutHeader($0) } }
      return wrong
    }
    if self == .earlyAcknowledgement { scenario.settle = { $0.synchronizeAll() } }
    return scenario
  }

  /// The bytes of a new file whose first record is chained to the file before alone.
  private static func withoutHeader(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let name = LogFileName(path: Bench.activityPath) else { return bytes }
    let section = PendingFile.Section(name: name, bytes: Array(bytes))
    guard let header = section.header,
      String(decoding: header, as: UTF8.self).contains(" prev=")
    else { return bytes }
    var previous = Array(header.dropLast(2).suffix(Chain.length))
    var changed = header
    for record in section.records {
      let body = record.bytes.dropLast(Chain.sumLineLength + 2)
      previous = Chain.sum(previous: previous, body: body)
      for part in [Array(body), Array("Sum: ".utf8), previous, Array("\n\n".utf8)] {
        changed += part
      }
    }
    return changed[...]
  }
}
