import ProcessTrials
import Testing

@testable import RecordLog

@Suite("Processes killed at any moment", .serialized) struct KillTests {
  struct Series: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var size: Int
    var rounds: Int
    var organizations = ["Q1"]
  }

  static let series = [
    Series(testDescription: "1 KB", size: 1_000, rounds: 300),
    Series(testDescription: "64 KB", size: 65_536, rounds: 300),
    Series(testDescription: "1 MB", size: 1 << 20, rounds: 12),
    Series(
      testDescription: "1 KB, two organisations", size: 1_000, rounds: 100,
      organizations: ["Q2", "Q1"]),
  ]

  @Test("nothing acknowledged is lost", arguments: series)
  func killed(_ series: Series) throws {
    let folder = try TemporaryFolder()
    let author = try #require(Author(writer: "zhang", by: "Q1M01(张明)"))
    var trial = KillTrial(
      in: folder.path, size: series.size, rounds: series.rounds, author: author)
    trial.organizations = series.organizations
    trial.largest = max(trial.largest, 12 * series.size)
    let figures = try trial.run()
    print("\(series.testDescription): \(figures.summary)")
    #expect(figures.faults.prefix(5) == [])
    #expect(figures.killed == series.rounds)
    #expect(figures.acknowledged > series.rounds)
    try StoreJudges.accept(figures.stores)
  }

  /// Ten thousand kills met it once: the write reached the disk but for its last bytes.
  @Test(
    "a record that lacks only LF at its end is completed, and keeps its number", arguments: 1...2)
  func unclosed(_ missing: Int) throws {
    let folder = try TemporaryFolder()
    let author = try #require(Author(writer: "zhang", by: "Q1M01(张明)"))
    let store = try Store.create(
      at: "\(folder.path)/store", manifest: Manifest(unit: "青松监狱"), files: [])
    let before = try Snapshot(of: store)
    _ = try store.append(
      [AppendedRecord.record(1, size: 1_000, organization: "Q1")], by: author,
      at: AppendedRecord.moment)
    let path = "store/organizations/Q1/activity-2026.zhang.rec"
    try folder.write(folder.bytes(path).dropLast(missing), to: path)
    let attempt = Attempt(organizations: ["Q1"], size: 1_000, lines: [])
    let aftermath = try Aftermath(of: store, before: before, attempt: attempt, author: author)
    #expect(aftermath.tornTails == 1)
    #expect(aftermath.faults == [])
    #expect(try store.read().flatMap(\.records).map(\.identifier?.number) == [1, 2])
  }
}
