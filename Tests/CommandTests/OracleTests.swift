import Testing

/// The program's answers beside those of a script that reads the files itself and knows the
/// written rules alone.
@Suite("The oracle", .enabled(if: Binary.judges("python3")))
struct OracleTests {
  /// Every kind of ledger is asked on days at the borders of its periods and on others.
  static let days =
    "2024-12-31,2025-01-20,2025-03-31,2025-06-15,2025-09-15,2025-12-31,2026-02-10,2026-02-28,"
    + "2026-03-02,2026-05-31,2026-06-01,2026-07-01,2026-10-15,2026-11-20,2027-01-05"

  private func scripts() -> String {
    "\(#filePath)".split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/") + "/Oracle"
  }

  @Test("agrees on what a sample prison owes, on its rolls and on meetings with votes")
  func sample() throws {
    var desk = Desk()
    #expect(desk.zhibu("demo", "--no-open", "--directory", "demo").status == 0)
    desk.environment["PYTHONDONTWRITEBYTECODE"] = "1"
    // What a unit may ask for beside the rest is asked for too.
    _ = desk.shell("sed -i 's/^Enabled: 否/Enabled: 是/' demo/catalog/obligation.rec")
    let days = Self.days + ",2026-01-08,2026-05-20,2026-05-21"
    let run = desk.shell(
      "python3 '\(scripts())/compare.py' \"$zhibu\" demo DW '\(days)' 20 20261120")
    print("sample, seed 20261120: \(run.output)")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("20 meetings with"))
  }

  /// What `hard.py` writes no form and no `add` would let through together: its seeds are the
  /// cases.
  @Test("agrees on ledgers full of hard cases", arguments: [1])
  func hardCases(seed: Int) throws {
    var desk = Desk()
    #expect(desk.zhibu("init", "hard", "--unit", "难").status == 0)
    desk.environment["PYTHONDONTWRITEBYTECODE"] = "1"
    let run = desk.shell(
      """
      python3 '\(scripts())/hard.py' hard \(seed) &&
      python3 '\(scripts())/compare.py' "$zhibu" hard DW '\(Self.days)'
      """)
    print("hard cases, seed \(seed): \(run.output)")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("meetings with"))
    // Written by another program, the log is sound: the only faults are in what the records say.
    let faults = desk.shell("\"$zhibu\" verify --store hard --format tsv | awk 'NR > 1'").lines
    #expect(!faults.isEmpty)
    #expect(faults.allSatisfy { $0.hasPrefix("organizations/") && $0.contains(".rec\t") })
    let codes = faults.map { $0.split(separator: "\t").dropFirst(2).first.map(String.init) ?? "" }
    #expect(
      Set(codes).isSubset(of: [
        "conflict", "doubtful", "doubtful-vote", "impossible", "missing-signature",
      ]),
      "\(faults.prefix(10))")
  }

  @Test("agrees on every line of every report of a ledger full of hard cases", arguments: [1])
  func hardReports(seed: Int) throws {
    var desk = Desk()
    #expect(desk.zhibu("init", "hard", "--unit", "难").status == 0)
    desk.environment["PYTHONDONTWRITEBYTECODE"] = "1"
    let run = desk.shell(
      """
      python3 '\(scripts())/report_hard.py' hard \(seed) &&
      python3 '\(scripts())/report_compare.py' "$zhibu" hard ALL,DW,Z1,Q1,Q2,Q3,Q4,T1,Q1G1 \
        2026-11-20=2026 2027-01-05=2026-Q2 2026-02-10=2025-01-15..2026-02-03
      """)
    print("reports, seed \(seed): \(run.output)")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains(": 0 disagreements"))
  }

  @Test("agrees on the reports of a sample prison")
  func sampleReports() throws {
    var desk = Desk()
    #expect(desk.zhibu("demo", "--no-open", "--directory", "demo").status == 0)
    desk.environment["PYTHONDONTWRITEBYTECODE"] = "1"
    let run = desk.shell(
      """
      python3 '\(scripts())/report_compare.py' "$zhibu" demo ALL,Q1,L1 2026-11-20=2026,2025-H2
      """)
    print("reports of the sample: \(run.output)")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }
}
