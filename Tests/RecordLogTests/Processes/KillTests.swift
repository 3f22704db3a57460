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
}
