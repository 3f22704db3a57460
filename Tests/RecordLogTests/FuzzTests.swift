import Fuzzing
import RecordLog
import Testing

@Suite("Bytes that nobody would write") struct FuzzTests {
  /// Never a crash, an endless loop, a record that the plain judge does not confirm, or text that
  /// shows what is not there. `Benchmarks fuzz` does the same a hundred times as often.
  @Test func areReadAsWhatTheyAre() {
    let share = 1_000
    let reports = Parallel.map(count: 100) { Fuzzer.run($0 * share..<($0 + 1) * share) }
    let sum = reports.reduce(Fuzzer.Report(), +)
    print(sum.summary)
    #expect(sum.cases == 100_000)
    #expect(sum.failures.isEmpty, "\(sum.failures.prefix(5).joined(separator: "; "))")
    // A fuzzer that damages everything, or nothing, tests little.
    #expect(sum.accepted > 20_000)
    #expect(sum.refused > 20_000)
    #expect(sum.invalid > 1_000)
  }
}
