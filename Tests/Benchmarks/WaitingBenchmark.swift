import ProcessTrials
import RecordLog

/// How long an append takes, waiting for the others included, when 1, 2, 4 and 8 processes append
/// to one organisation as fast as they can: records of 1 KB, 100 of each process.
enum WaitingBenchmark {
  private static let names = ["zhang", "wang", "li", "zhao", "chen", "sun", "zhou", "wu"]

  /// False when the program that appends is not built.
  static func run() -> Bool {
    guard let place = Workplace() else { return false }
    defer { place.remove() }
    print("writers  median ms  p99 ms  max ms  appends/s")
    for writers in [1, 2, 4, 8] {
      do {
        print(try line(writers, store: "\(place.directory)/store-\(writers)"))
      } catch {
        print("\(writers) writers: \(error)")
        return false
      }
    }
    return true
  }

  private static func line(_ writers: Int, store path: String) throws -> String {
    let store = try Store.create(at: path, manifest: Manifest(unit: "青松监狱"), files: [])
    let begin = PseudoTerminal.now()
    let processes = try names.prefix(writers).map {
      try TestedProcess([Programs.built("Appender"), store.root, $0, "100", "1000", "Q1"])
    }
    var times: [Double] = []
    for process in processes {
      let lines = process.lines()
      times += lines.map { Double(Acknowledgement($0).microseconds) / 1_000 }
      if lines.count < 100 { print("  \(process.errors)") }
    }
    let seconds = Double(PseudoTerminal.now() - begin) / 1_000_000_000
    let columns = [
      "\(writers)", Figures.rounded(Figures.median(times) ?? 0),
      Figures.rounded(Figures.percentile(times, 99)), Figures.rounded(times.max() ?? 0),
      "\(Int(Double(times.count) / seconds))",
    ]
    return zip(columns, [7, 11, 8, 8, 11]).map { text, width in
      String(repeating: " ", count: max(0, width - text.count)) + text
    }.joined()
  }
}
