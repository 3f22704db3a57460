import Glibc
import ProcessTrials
import Testing

@testable import RecordLog

@Suite("Several processes append to one store") struct WritersTests {
  /// Who appends what, at the same time.
  struct Crowd: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// Each a process: its writer name and its organisations, in the order it names them.
    var processes: [(writer: String, organizations: [String])]
    var count = 200
  }

  private static let names = ["zhang", "wang", "li", "zhao", "chen", "sun", "zhou", "wu"]

  static let crowds = [
    Crowd(
      testDescription: "eight, each a writer",
      processes: names.map { ($0, ["Q1"]) }),
    Crowd(
      testDescription: "eight, two of one writer",
      processes: (names.dropLast() + ["zhang"]).map { ($0, ["Q1"]) }),
    Crowd(
      testDescription: "four that name two organisations, in opposite order",
      processes: [
        ("zhang", ["Q1", "Q2"]), ("wang", ["Q2", "Q1"]), ("zhang", ["Q2", "Q1"]),
        ("li", ["Q3", "Q2", "Q1"]),
      ], count: 50),
  ]

  @Test("every acknowledged record is there once, the chain is whole", arguments: crowds)
  func crowd(_ crowd: Crowd) throws {
    let folder = try TemporaryFolder()
    let store = try Store.create(
      at: "\(folder.path)/store", manifest: Manifest(unit: "青松监狱"), files: [])
    let begin = ContinuousClock.now
    let processes = try crowd.processes.map { process in
      try TestedProcess(
        // On a busy machine one fsync may take seconds: here nobody is to give up.
        [Programs.built("Appender"), "patience=60000", store.root, process.writer]
          + ["\(crowd.count)", "400"] + process.organizations)
    }
    var acknowledged: [String] = []
    var longest = 0
    for process in processes {
      let lines = process.lines().map { Acknowledgement($0) }
      #expect(process.end() == .exited(0), "\(process.errors)")
      #expect(lines.count == crowd.count)
      acknowledged += lines.flatMap(\.identifiers)
      longest = max(longest, lines.map(\.microseconds).max() ?? 0)
    }
    let milliseconds = (ContinuousClock.now - begin) / .milliseconds(1)
    print(
      "\(crowd.testDescription): \(acknowledged.count) records in \(Int(milliseconds)) ms, "
        + "the longest append \(longest / 1_000) ms")
    let records = try store.read().flatMap(\.records)
    #expect(records.filter { !$0.isIntact }.map(\.id) == [])
    #expect(records.map(\.id).sorted() == acknowledged.sorted())
    #expect(Set(acknowledged).count == acknowledged.count)
    #expect(
      acknowledged.count == crowd.processes.reduce(0) { $0 + $1.organizations.count } * crowd.count)
    #expect(try store.verify() == [])
    try StoreJudges.accept([store.root])
  }

  /// A process that holds the lock of Q1, has signed it, and stands still.
  private func stoppedHolder(of store: Store) throws -> TestedProcess {
    let holder = try TestedProcess(
      [Programs.built("Appender"), store.root, "zhang", "1000000", "400", "Q1"])
    _ = holder.nextLine()
    let lock = open("\(store.root)/organizations/Q1/.lock", O_RDWR | O_CLOEXEC)
    defer { close(lock) }
    for _ in 0..<1_000 {
      holder.stop()
      var sign = [UInt8](repeating: 0, count: 200)
      let count = pread(lock, &sign, sign.count, 0)
      let isSigned = count > 0 && sign[count - 1] == 0x0A
      if flock(lock, LOCK_EX | LOCK_NB) != 0, isSigned { return holder }
      flock(lock, LOCK_UN)
      holder.goOn()
      _ = holder.nextLine()
    }
    Issue.record("the lock was never held")
    return holder
  }

  @Test("who holds the lock and stands still is named; the others go on when it does")
  func stopped() throws {
    let folder = try TemporaryFolder()
    let store = try Store.create(
      at: "\(folder.path)/store", manifest: Manifest(unit: "青松监狱"), files: [])
    let holder = try stoppedHolder(of: store)
    let before = try store.read().flatMap(\.records).count
    let appender = [Programs.built("Appender"), store.root, "wang", "1", "400"]
    let turnedAway = try Programs.run(appender + ["Q1"])
    #expect(turnedAway.ending == .exited(3))
    #expect(turnedAway.lines == [])
    let user = getenv("USER").map { String(cString: $0) } ?? "\(getuid())"
    #expect(
      turnedAway.errors
        == "locked(organization: \"Q1\", holder: Optional(RecordLog.LockHolder("
        + "process: \(holder.identifier), user: \"\(user)\")))\n")
    // Another organisation is nobody's business.
    let elsewhere = try Programs.run(appender + ["Q2"])
    #expect(elsewhere.ending == .exited(0))
    let waiting = try TestedProcess(appender + ["Q1"])
    holder.goOn()
    #expect(waiting.end() == .exited(0), "\(waiting.errors)")
    holder.kill()
    _ = try store.recover(writer: "zhang", at: AppendedRecord.moment)
    #expect(try store.verify() == [])
    let after = try store.read().flatMap(\.records).count
    #expect(after >= before + 2)
  }
}
