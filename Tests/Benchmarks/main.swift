// What takes too long, or too much of the machine, for the tests. Each prints what it did and how it
// compares with what a user would pick instead, in one run.
//
//   swift build -c release && .build/release/Benchmarks NAME

import Glibc

let benchmarks: [(name: String, about: String, run: () -> Bool)] = [
  ("start", "start to the first screen, a key to the repainted screen", StartBenchmark.run),
  (
    "reading", "reading, searching, verifying 200,000 records in 10,000 files", ReadingBenchmark.run
  ),
  (
    "searching", "each key of a search in 200,000 records, beside rg", SearchingBenchmark.run
  ),
  (
    "province", "what an officer of 915 organisations waits for, beside rg", ProvinceBenchmark.run
  ),
  (
    "killing", "10,000 processes killed while they append, in each of four series",
    KillingBenchmark.run
  ),
  ("waiting", "an append with 1, 2, 4 and 8 writers at once", WaitingBenchmark.run),
  ("fuzz", "ten million cases of random and damaged bytes", FuzzBenchmark.run),
]

let chosen = benchmarks.filter { CommandLine.arguments.dropFirst().contains($0.name) }
guard !chosen.isEmpty else {
  for benchmark in benchmarks { print("\(benchmark.name): \(benchmark.about)") }
  exit(2)
}
for benchmark in chosen where !benchmark.run() {
  print(
    "\(benchmark.name) failed, or could not run: build everything first, with swift build -c release"
  )
  exit(1)
}
