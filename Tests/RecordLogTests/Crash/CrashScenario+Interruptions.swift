import Glibc
import Synchronization

@testable import RecordLog

extension CrashScenario {
  /// Work that is killed at each of its calls, and in the middle of its writes, and taken up by
  /// another process before the machine goes down.
  static func kills() throws -> [CrashScenario] {
    let filled = try filled()
    let lastYear = try Self.filled(at: "2025-12-30T08:00:00+08:00")
    let next = [Bench.activity("又")]
    let works: [(name: String, base: DiskImage, first: [NewRecord], next: [NewRecord])] = [
      ("one more record", filled, [Bench.activity("新")], next),
      ("a first record", empty(), [Bench.activity("新")], next),
      ("a first restricted record", filled, [Bench.activity("新", restricted: true)], next),
      ("the first record of a year", lastYear, [Bench.activity("新")], next),
      ("several records", filled, several, next),
      ("several records in a new store", empty(), several, several.map { $0.renamed("又") }),
    ]
    var scenarios: [CrashScenario] = []
    for (name, base, first, next) in works {
      for events in 0..<(try count(base, first)) {
        for bytes in [0, 1, 150, 280] {
          scenarios.append(
            CrashScenario(
              name: "\(name), killed after \(events) events and \(bytes) bytes, then another",
              base: base, isFine: false
            ) {
              $0.kill(after: events, bytes: bytes)
              $0.append(first)
              try $0.revive()
              $0.append(next)
            })
        }
      }
    }
    // In the last days of a year, and gone on with in the next.
    for events in 0...1 {
      scenarios.append(
        CrashScenario(
          name: "killed after \(events) events in the old year, then a record of the new one",
          base: lastYear, isFine: false
        ) {
          $0.kill(after: events)
          $0.append([Bench.activity("新")], at: "2025-12-31T08:00:00+08:00")
          try $0.revive()
          $0.append(next)
        })
    }
    return scenarios
  }

  /// How many events there are when records are appended on a good disk.
  private static func count(_ base: DiskImage, _ records: [NewRecord]) throws -> Int {
    let memory = MemoryDisk(base, isRecording: true)
    _ = try Store(opening: "", disk: memory)
      .append(records, by: CrashRun.authors[0], at: Bench.moment)
    return memory.eventCount
  }

  /// A full disk cuts the write to a log file short; the command cleans up.
  static func shortWrites() throws -> [CrashScenario] {
    let works = [
      ("a record", [Bench.activity("新")]), ("a first record", [Bench.matter("新")]),
      ("several records", several),
    ]
    var scenarios: [CrashScenario] = []
    for (name, records) in works {
      for path in [Bench.activityPath, "organizations/Q1/matter-2026.zhang.rec"] {
        for length in [0, 1, 100, 211] {
          scenarios.append(
            CrashScenario(
              name: "\(name), \(length) bytes for \(path)", base: try filled(),
              disk: { memory in
                FailingDisk(memory) { call, name in
                  call == .write && name == path ? .short(length) : nil
                }
              }, isFine: records.count == 1
            ) { $0.append(records) })
        }
      }
    }
    return scenarios
  }

  /// One call after the other fails, once or from then on; the command cleans up, another append
  /// follows, and the machine goes down at any point of all this. With `isLying` it is fsync that
  /// fails, and the system gives up what was waiting but says later that all is well.
  static func faults(isLying: Bool, isForGood: Bool) throws -> [CrashScenario] {
    let filled = try filled()
    let works: [(name: String, base: DiskImage, records: [NewRecord])] = [
      ("one more record", filled, [Bench.activity("新")]),
      ("a first record", empty(), [Bench.activity("新")]),
      ("behind a torn record", changed(filled) { $0.removeLast(40) }, [Bench.activity("新")]),
      ("several records", filled, several),
    ]
    let faults: [(name: String, fault: FailingDisk.Fault)] =
      isLying
      ? [("fails and gives up what was waiting", .abandoned(EIO))]
      : [
        ("is cut short after 1 byte", .short(1)), ("is cut short after 150 bytes", .short(150)),
        ("fails", .error(ENOSPC)),
      ]
    var scenarios: [CrashScenario] = []
    for (name, base, records) in works {
      for (words, fault) in faults {
        for index in 0..<60 {
          let counted = CountedFault(index: index, isForGood: isForGood, fault: fault)
          let scenario = CrashScenario(
            name: "\(name), call \(index) \(words)\(isForGood ? ", and all later ones" : "")",
            base: base, disk: { counted.disk($0) }, isFine: false
          ) {
            counted.begin()
            $0.append(records)
            try $0.goOnWithGoodDisk()
            $0.append([Bench.activity("又")])
          }
          scenarios.append(scenario)
        }
      }
    }
    return scenarios
  }
}

/// Counts the calls that a fault may hit and lets one of them, or all from one on, go wrong.
private final class CountedFault: Sendable {
  private let count = Atomic<Int>(0)
  let index: Int
  let isForGood: Bool
  let fault: FailingDisk.Fault

  init(index: Int, isForGood: Bool, fault: FailingDisk.Fault) {
    self.index = index
    self.isForGood = isForGood
    self.fault = fault
  }

  func begin() { count.store(0, ordering: .relaxed) }

  func disk(_ base: MemoryDisk) -> FailingDisk {
    FailingDisk(base) { call, _ in
      switch (self.fault, call) {
      case (.short, .write), (.abandoned, .synchronize), (.error, _): break
      // Once a write was cut short, a disk that is broken does nothing any more.
      case (.short, _) where self.isForGood && self.count.load(ordering: .relaxed) > self.index:
        return .error(EIO)
      default: return nil
      }
      let index = self.count.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index == self.index || (self.isForGood && index > self.index) else { return nil }
      if case .short = self.fault, index > self.index { return .error(EIO) }
      return self.fault
    }
  }
}

extension CrashScenario {
  /// Recovery of what crashes of this work may leave, of so many of them, as a piece of work of
  /// its own.
  func recoveries(atMost count: Int) throws -> [CrashScenario] {
    var coarse = self
    coarse.isFine = false
    let recording = try coarse.record()
    var seen: Set<Int> = []
    var scenarios: [CrashScenario] = []
    for state in recording.states.states {
      let image = recording.states.image(state)
      guard seen.insert(image.digest()).inserted else { continue }
      scenarios.append(
        CrashScenario(
          name: "\(name): \(recording.states.description(of: state)); recovery", base: image,
          isFine: false, expected: recording.expectations[state.point]
        ) { $0.recover() })
    }
    let step = max(1, scenarios.count / count)
    return stride(from: 0, to: scenarios.count, by: step).map { scenarios[$0] }
  }
}

extension NewRecord {
  /// The same with more in its title.
  fileprivate func renamed(_ addition: String) -> NewRecord {
    var record = self
    for index in record.fields.indices where record.fields[index].name == "Title" {
      record.fields[index].value += addition
    }
    return record
  }
}
