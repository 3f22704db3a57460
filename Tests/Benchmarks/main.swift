// Start and typing, side by side with what a user would pick instead, in one run: release build,
// warm cache, a pseudo-terminal of 24×80. Medians and p99 of 30, in milliseconds, and the ratio to
// vim's median, which does not depend on the machine.
//
//   swift build -c release && .build/release/Benchmarks

import Glibc

let rounds = 30
let place = Workplace()
defer { place.remove() }

guard place.makeSampleStore() else {
  print("zhibu is not built: run swift build -c release --product zhibu first")
  exit(2)
}
place.writeMinutes(lines: 500)

print("start to the first full screen, \(rounds) rounds (ms)")
report([
  ("zhibu, sample prison", place.startTimes([place.zhibu, "--store", place.store], marker: "退出")),
  ("vim, 500 lines", place.startTimes(["vim", "-u", "NONE", "-N", place.minutes], marker: "第8条")),
  ("tig, this repository", place.startTimes(["tig"], marker: "[main]")),
])

print("a key to the repainted screen, 500 lines of minutes, \(rounds) keys (ms)")
report([
  ("zhibu, minutes", place.minutesKeyTimes()),
  ("vim, insert mode", place.vimKeyTimes()),
  ("tig, arrow down", place.tigKeyTimes()),
])

/// Prints a line for each program: median, p99, and the median's ratio to vim's.
func report(_ results: [(name: String, times: [Double]?)]) {
  let vim = results.first { $0.name.hasPrefix("vim") }?.times.flatMap(median)
  for (name, times) in results {
    guard let times, let middle = median(times) else {
      print("  \(name): not measured (is it installed?)")
      continue
    }
    let slowest = times.sorted()[min(times.count - 1, times.count * 99 / 100)]
    let ratio = vim.map { "  \(rounded(middle / $0)) × vim" } ?? ""
    print("  \(name): median \(rounded(middle))  p99 \(rounded(slowest))\(ratio)")
  }
}

/// The median of some times; nil for none.
func median(_ times: [Double]) -> Double? {
  times.isEmpty ? nil : times.sorted()[times.count / 2]
}

/// Two digits after the point.
func rounded(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
}
