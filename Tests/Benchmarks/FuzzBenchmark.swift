import Fuzzing
import Glibc
import RecordLog

/// Ten million cases of random and damaged bytes, the long form of what the tests do; `fuzz COUNT` for
/// another number, `fuzz case NUMBER` writes the bytes of one of them.
enum FuzzBenchmark {
  static func run() -> Bool {
    let words = CommandLine.arguments
    if words.count == 4, words[2] == "case", let number = Int(words[3]) {
      let bytes = Fuzzer.bytes(of: number)
      return write(1, bytes, bytes.count) == bytes.count
    }
    let cases = words.dropFirst(2).first.flatMap { Int($0) } ?? 10_000_000
    let share = 10_000
    let begin = PseudoTerminal.now()
    let reports = Parallel.map(count: cases / share) {
      Fuzzer.run($0 * share..<($0 + 1) * share)
    }
    let sum = reports.reduce(Fuzzer.Report(), +)
    let seconds = Double(PseudoTerminal.now() - begin) / 1_000_000_000
    print("\(sum.summary), \(Figures.rounded(seconds)) s")
    for failure in sum.failures.prefix(20) { print("  \(failure)") }
    return sum.failures.isEmpty
  }
}
