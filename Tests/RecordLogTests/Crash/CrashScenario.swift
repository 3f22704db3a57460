@testable import RecordLog

/// A piece of work on a disk in memory, whose crashes are to be looked at.
struct CrashScenario: Sendable {
  var name: String
  /// What was durable before.
  var base: DiskImage
  /// The disk the work is done on, when it fails or misbehaves.
  var disk: @Sendable (MemoryDisk) -> any Disk = { $0 }
  /// See `CrashRun.settle`.
  var settle: @Sendable (MemoryDisk) -> Void = { _ in }
  /// Bytes of the base that are no record but a person's work.
  var handwriting: [UInt8] = []
  /// Whether writes are cut at every byte.
  var isFine = true
  /// What has to hold whenever the crash comes; nil when it is told from the work.
  var expected: CrashCheck.Expectation?
  var work: @Sendable (inout CrashRun) throws -> Void

  /// The work done, the disks that crashes may leave, and what is expected of each.
  struct Recording: Sendable {
    var states: CrashStates
    var expectations: [CrashCheck.Expectation]
    var keys: [Int]
    /// How many events there are.
    var events: Int
    /// What the work was answered.
    var outcomes: [CrashRun.Outcome]
  }

  func record() throws -> Recording {
    let memory = MemoryDisk(base, isRecording: true)
    var run = CrashRun(memory: memory, store: try Store(opening: "", disk: disk(memory)))
    run.settle = settle
    try work(&run)
    let events = memory.events
    let states = CrashStates(base: base, events: events, from: run.first, isFine: isFine)
    let expectations = try states.points.map { try expectation(after: $0.events, run.attempts) }
    return Recording(
      states: states, expectations: expectations, keys: expectations.map { key($0) },
      events: events.count, outcomes: run.attempts.map(\.outcome))
  }

  private func expectation(
    after events: Int, _ attempts: [CrashRun.Attempt]
  ) throws -> CrashCheck.Expectation {
    if let expected { return expected }
    var expectation = try CrashCheck.Expectation(base: base)
    expectation.handwriting = handwriting
    for attempt in attempts where attempt.start <= events {
      expectation.groups.append(attempt.contents)
      expectation.untouched = nil
      guard let end = attempt.end, end <= events else { continue }
      switch attempt.outcome {
      case .acknowledged: expectation.acknowledged.formUnion(attempt.contents)
      case .committed: expectation.committed.formUnion(attempt.contents)
      case .refused:
        expectation.refused.formUnion(attempt.contents)
        expectation.untouched = attempt.before
      case .unknown: break
      }
    }
    return expectation
  }

  private func key(_ expectation: CrashCheck.Expectation) -> Int {
    var hasher = Hasher()
    hasher.combine(expectation.old.count)
    hasher.combine(expectation.handwriting)
    hasher.combine(expectation.acknowledged)
    hasher.combine(expectation.committed)
    hasher.combine(expectation.refused)
    hasher.combine(expectation.groups)
    hasher.combine(expectation.untouched != nil)
    return hasher.finalize()
  }

  /// Looks at every crash; what is wrong, in words, in order.
  func violations(_ check: CrashCheck) throws -> (states: Int, words: [String]) {
    let recording = try record()
    let states = recording.states
    let name = name
    let found = Parallel.map(count: states.states.count) { index -> String? in
      let state = states.states[index]
      return check.violation(
        states.image(state), recording.expectations[state.point],
        expectation: recording.keys[state.point]
      ).map { "\(name): \(states.description(of: state)): \($0)" }
    }
    return (states.states.count, found.compactMap { $0 })
  }
}

extension CrashCheck.Expectation {
  /// What stands in a base, which is well but for torn tails.
  init(base: DiskImage) throws {
    self.init(old: [], oldBytes: [:])
    let store = try Store(opening: "", disk: MemoryDisk(base))
    for file in try store.read() {
      let records = file.records.filter(\.isIntact)
      old.formUnion(records.map(\.content))
      // Of a file without records not even the header has to stay.
      guard let end = records.last.map({ $0.byteRange.upperBound + 1 }) else { continue }
      oldBytes[file.path] = Array((base.bytes(file.path) ?? [])[..<end])
    }
  }
}
