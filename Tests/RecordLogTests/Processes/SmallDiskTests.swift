import Glibc
import ProcessTrials
import Testing

@testable import RecordLog

@Suite(
  "A small file system that fills up",
  .enabled(if: SmallDisk.isPossible, "only root may mount a tmpfs"))
struct SmallDiskTests {
  struct Series: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var options: String
    var size: Int
    var organizations: [String]
    var isFull: Bool
  }

  static let series = [
    Series(
      testDescription: "64 KB records on 1 MB", options: "size=1m", size: 65_536,
      organizations: ["Q1"], isFull: true),
    Series(
      testDescription: "10 KB records for two on 1 MB", options: "size=1m", size: 10_000,
      organizations: ["Q1", "Q2"], isFull: true),
    Series(
      testDescription: "a name for each of 30 organisations, of 40 in all",
      options: "size=4m,nr_inodes=40", size: 900,
      organizations: (1...30).map { "Q\($0 + 10)" }, isFull: false),
  ]

  @Test("an error, all or none, and all well again when there is room", arguments: series)
  func full(_ series: Series) throws {
    let disk = try SmallDisk(options: series.options)
    let author = try #require(Author(writer: "zhang", by: "Q1M01(张明)"))
    let store = try Store.create(
      at: "\(disk.path)/store", manifest: Manifest(unit: "青松监狱"), files: [])
    let before = try Snapshot(of: store)
    let outcome = try Programs.run(
      [Programs.built("Appender"), store.root, "zhang", "1000", "\(series.size)"]
        + series.organizations)
    print("\(series.testDescription): \(outcome.lines.count) appends, then \(outcome.errors)")
    #expect(outcome.ending == .exited(3))
    #expect(outcome.errors.hasPrefix("notSaved(path: "))
    #expect(outcome.errors.hasSuffix(", code: \(ENOSPC))\n"))
    #expect(outcome.lines.isEmpty != series.isFull)
    for file in try store.read() { #expect(file.condition == .intact, "\(file.path)") }
    #expect(try store.verify() == [])
    try disk.enlarge()
    let attempt = Attempt(
      organizations: series.organizations, size: series.size, lines: outcome.lines)
    let aftermath = try Aftermath(of: store, before: before, attempt: attempt, author: author)
    #expect(aftermath.faults == [])
    #expect(aftermath.unacknowledged == 0)
  }
}

/// A tmpfs of its own for one test, unmounted with it.
private final class SmallDisk {
  let path: String
  private let folder: TemporaryFolder

  /// Whether this user may mount one here.
  static let isPossible: Bool = {
    guard let folder = try? TemporaryFolder() else { return false }
    defer { _ = try? run(["umount", folder.path]) }
    return (try? run(["mount", "-t", "tmpfs", "zhibu-test", folder.path]).status) == 0
  }()

  init(options: String) throws {
    folder = try TemporaryFolder()
    path = "\(folder.path)/disk"
    folder.makeFolder("disk")
    let mounted = try run(["mount", "-t", "tmpfs", "-o", options, "zhibu-test", path])
    try #require(mounted.status == 0, "\(mounted.output)")
  }

  deinit { _ = try? run(["umount", path]) }

  /// Makes room.
  func enlarge() throws {
    let mounted = try run(["mount", "-o", "remount,size=16m,nr_inodes=10000", path])
    #expect(mounted.status == 0, "\(mounted.output)")
  }
}
