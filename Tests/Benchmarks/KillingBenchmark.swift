import Glibc
import ProcessTrials
import RecordLog

/// The long form of the tests that kill: 10,000 processes at 1 KB and at 64 KB, 500 at 4 MB, where
/// most are killed inside the write.
enum KillingBenchmark {
  private static let series: [(name: String, size: Int, rounds: Int, organizations: [String])] = [
    ("1 KB", 1_000, 10_000, ["Q1"]),
    ("64 KB", 65_536, 10_000, ["Q1"]),
    ("4 MB", 4 << 20, 500, ["Q1"]),
    ("1 KB, two organisations", 1_000, 10_000, ["Q2", "Q1"]),
  ]

  /// False when the program it kills is not built.
  static func run() -> Bool {
    guard let author = Author(writer: "zhang", by: "Q1M01(张明)") else { return false }
    guard let place = Workplace() else { return false }
    defer { place.remove() }
    var isSound = true
    for (number, series) in series.enumerated() {
      var trial = KillTrial(
        in: "\(place.directory)/\(number)", size: series.size, rounds: series.rounds, author: author
      )
      trial.organizations = series.organizations
      trial.largest = max(trial.largest, 12 * series.size)
      trial.isKept = false
      do {
        let figures = try trial.run()
        print("\(series.name): \(figures.summary)")
        for fault in figures.faults.prefix(20) { print("  \(fault)") }
        fflush(nil)
        isSound = isSound && figures.faults.isEmpty && figures.acknowledged > 0
      } catch {
        print("\(series.name): \(error)")
        return false
      }
    }
    if !isSound { print("FAULTS") }
    return isSound
  }
}
