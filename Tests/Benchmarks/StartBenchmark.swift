/// Start and typing, side by side with what a user would pick instead, on a pseudo-terminal of
/// 24×80, warm. Medians and p99 in milliseconds, and the ratio to vim's median, which does not
/// depend on the machine.
enum StartBenchmark {
  static let rounds = 30

  /// False when something it needs is not built.
  static func run() -> Bool {
    guard let place = Workplace() else { return false }
    defer { place.remove() }
    guard place.makeSampleStore() else { return false }
    place.writeMinutes(lines: 500)
    print("start to the first full screen, \(rounds) rounds (ms)")
    report([
      (
        "zhibu, sample prison",
        place.startTimes([place.zhibu, "--store", place.store], marker: "退出")
      ),
      (
        "vim, 500 lines",
        place.startTimes(["vim", "-u", "NONE", "-N", place.minutes], marker: "第8条")
      ),
      ("tig, this repository", place.startTimes(["tig"], marker: "[main]")),
    ])
    print("a key to the repainted screen, 500 lines of minutes, \(rounds) keys (ms)")
    report([
      ("zhibu, minutes", place.minutesKeyTimes()),
      ("vim, insert mode", place.vimKeyTimes()),
      ("tig, arrow down", place.tigKeyTimes()),
    ])
    return true
  }

  /// Prints a line for each program: median, p99, and the median's ratio to vim's.
  private static func report(_ results: [(name: String, times: [Double]?)]) {
    let vim = results.first { $0.name.hasPrefix("vim") }?.times.flatMap(Figures.median)
    for (name, times) in results {
      guard let times, let middle = Figures.median(times) else {
        print("  \(name): not measured (is it installed?)")
        continue
      }
      let slowest = Figures.percentile(times, 99)
      let ratio = vim.map { "  \(Figures.rounded(middle / $0)) × vim" } ?? ""
      print(
        "  \(name): median \(Figures.rounded(middle))  p99 \(Figures.rounded(slowest))\(ratio)")
    }
  }
}
