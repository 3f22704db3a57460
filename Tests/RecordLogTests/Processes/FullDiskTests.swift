import Glibc
import ProcessTrials
import Testing

@testable import RecordLog

@Suite("A disk that is full, a limit on files: said clearly, nothing lost, nothing left behind")
struct FullDiskTests {
  private static let size = 900

  /// A store with records in two organisations, Q2 having more of them.
  private struct Bench {
    let store: Store
    let author: Author
    let path = "organizations/Q1/activity-2026.zhang.rec"

    init(at path: String) throws {
      author = try #require(Author(writer: "zhang", by: "Q1M01(张明)"))
      store = try Store.create(at: path, manifest: Manifest(unit: "青松监狱"), files: [])
      for number in 1...6 {
        try append(number, to: "Q2")
        if number < 3 { try append(number, to: "Q1") }
      }
    }

    private func append(_ number: Int, to organization: String) throws {
      _ = try store.append(
        [AppendedRecord.record(number, size: FullDiskTests.size, organization: organization)],
        by: author, at: AppendedRecord.moment)
    }

    func appender(_ count: Int, _ organizations: String...) -> [String] {
      [
        Programs.built("Appender"), store.root, author.writer, "\(count)", "\(FullDiskTests.size)",
      ] + organizations
    }

    func file(_ organization: String = "Q1") throws -> LogFile {
      try #require(try store.read(organization: organization).first)
    }

    /// What should not be when appending went so, the file being without a torn tail.
    func faults(
      _ outcome: (ending: TestedProcess.Ending, lines: [String], errors: String),
      before: Snapshot, to organizations: String...
    ) throws -> [Aftermath.Fault] {
      let attempt = Attempt(
        organizations: organizations, size: FullDiskTests.size, lines: outcome.lines)
      let aftermath = try Aftermath(of: store, before: before, attempt: attempt, author: author)
      #expect(aftermath.tornTails == 0)
      #expect(aftermath.unacknowledged == 0)
      return aftermath.faults
    }
  }

  /// No file may grow beyond so many bytes.
  private func limited(_ bytes: Int) -> [String] { ["prlimit", "--fsize=\(bytes)", "--"] }

  @Test("a limit at any byte of the next records")
  func oneFile() throws {
    var appended: Set<Int> = []
    var runs = 0
    for room in [0, 1, 2] + Array(stride(from: 60, to: 2_100, by: 97)) {
      let folder = try TemporaryFolder()
      let bench = try Bench(at: "\(folder.path)/store")
      let before = try Snapshot(of: bench.store)
      let size = try bench.file().size
      let outcome = try Programs.run(limited(size + room) + bench.appender(9, "Q1"))
      #expect(outcome.ending == .exited(3))
      // Cut short is a full disk; nothing at all is the limit itself.
      #expect(
        [ENOSPC, EFBIG].contains { code in
          outcome.errors == "notSaved(path: \"\(bench.path)\", code: \(code))\n"
        }, "\(outcome.errors)")
      #expect(try bench.faults(outcome, before: before, to: "Q1") == [], "\(room)")
      appended.insert(outcome.lines.count)
      runs += 1
    }
    print("limits on one file: \(runs), appended before they were met: \(appended.sorted())")
    #expect(appended == [0, 1, 2])
  }

  @Test("a limit that the commit meets, or the second of two files")
  func twoFiles() throws {
    var errors: [String: Int] = [:]
    for room in [-6_000, -3_000, 0, 1] + Array(stride(from: 100, to: 2_000, by: 300)) {
      let folder = try TemporaryFolder()
      let bench = try Bench(at: "\(folder.path)/store")
      let before = try Snapshot(of: bench.store)
      let limit = try bench.file("Q2").size + room
      let outcome = try Programs.run(limited(max(100, limit)) + bench.appender(9, "Q1", "Q2"))
      #expect(outcome.ending == .exited(3))
      #expect(outcome.errors.hasPrefix("notSaved("), "\(outcome.errors)")
      errors[outcome.errors.contains("pending/") ? "commit" : "second file", default: 0] += 1
      #expect(try bench.faults(outcome, before: before, to: "Q1", "Q2") == [], "\(room)")
    }
    print("limits on two files met by: \(errors.map { "\($0.key) \($0.value)" }.sorted())")
    #expect(errors.count == 2)
  }

  @Test("a tail for whose copy there is no room stays where it is")
  func noRoomForTheCopy() throws {
    let folder = try TemporaryFolder()
    let bench = try Bench(at: "\(folder.path)/store")
    let before = try Snapshot(of: bench.store)
    let tail = Array(String(repeating: "手写的一行\n", count: 200).utf8)
    let torn = try folder.bytes("store/\(bench.path)") + tail
    try folder.write(torn, to: "store/\(bench.path)")
    for arguments in [bench.appender(1, "Q1"), Array(bench.appender(0).prefix(3)) + ["recover"]] {
      let outcome = try Programs.run(limited(tail.count - 1) + arguments)
      #expect(outcome.ending == .exited(3))
      #expect(
        outcome.errors.hasPrefix("notSaved(path: \"organizations/Q1/quarantine/"),
        "\(outcome.errors)")
      #expect(try folder.bytes("store/\(bench.path)") == torn)
    }
    let attempt = Attempt(organizations: ["Q1"], size: Self.size, lines: [])
    let aftermath = try Aftermath(
      of: bench.store, before: before, attempt: attempt, author: bench.author)
    #expect(aftermath.faults == [])
    let copies = try folder.names("store/organizations/Q1/quarantine")
    #expect(
      try copies.map { try folder.bytes("store/organizations/Q1/quarantine/\($0)") } == [tail])
  }

  @Test(
    "what was cut short and cannot be taken back is a torn tail, and is put aside",
    .enabled(if: Strace.isUsable), arguments: [Strace.Fault.inputOutput, .killed])
  func notTakenBack(_ fault: Strace.Fault) throws {
    let folder = try TemporaryFolder()
    let bench = try Bench(at: "\(folder.path)/store")
    let before = try Snapshot(of: bench.store)
    let limit = try bench.file().size + 400
    // The first ftruncate is that of the lock file.
    let outcome = try Strace.run(
      limited(limit) + bench.appender(1, "Q1"), fault,
      at: Strace.Place(call: "ftruncate", number: 2))
    if fault == .inputOutput {
      #expect(outcome.errors == "notRestored(path: \"\(bench.path)\", code: \(ENOSPC))\n")
    } else {
      #expect(outcome.ending == .signalled(SIGKILL))
    }
    #expect(try bench.file().size == limit)
    let attempt = Attempt(organizations: ["Q1"], size: Self.size, lines: outcome.lines)
    let aftermath = try Aftermath(
      of: bench.store, before: before, attempt: attempt, author: bench.author)
    #expect(aftermath.tornTails == 1)
    #expect(aftermath.faults == [])
    #expect(try folder.names("store/organizations/Q1/quarantine").count == 1)
  }
}
