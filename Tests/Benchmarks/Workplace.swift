import Glibc

/// A folder with a sample store and a text, and the measurements made there.
struct Workplace {
  let directory: String
  let zhibu: String
  let store: String
  let minutes: String
  private let environment: [String: String]

  /// Nil when no folder can be made.
  init?() {
    // The six X are replaced by the system with what makes the name new.
    var template = Array("/tmp/zhibu-benchmark-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { return nil }
    directory = String(cString: made)
    let own = CommandLine.arguments[0]
    zhibu =
      own.split(separator: "/").dropLast().reduce(own.hasPrefix("/") ? "" : ".") {
        "\($0)/\($1)"
      } + "/zhibu"
    store = directory + "/store"
    minutes = directory + "/minutes.txt"
    environment = [
      "HOME": directory, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "ESCDELAY": "25",
      "PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin",
      "ZHIBU_TODAY": "2026-11-20",
    ]
  }

  /// Removes the folder.
  func remove() { _ = run(["rm", "-rf", directory]) }

  /// Makes the sample prison and says who is working.
  func makeSampleStore() -> Bool {
    guard
      run([
        zhibu, "demo", "--directory", store, "--no-open", "--as", "Q2M01",
      ])
    else { return false }
    return keepIdentity()
  }

  /// Writes a text of that many lines of Chinese minutes.
  func writeMinutes(lines: Int) {
    guard let file = fopen(minutes, "w") else { return }
    for line in minutesLines(lines) { fputs(line + "\n", file) }
    fclose(file)
  }

  /// Times from the start of a program to the last byte of its first screen, which holds `marker`;
  /// nil if it cannot be started or never shows it.
  func startTimes(_ arguments: [String], marker: String) -> [Double]? {
    var times: [Double] = []
    for _ in 0..<StartBenchmark.rounds {
      let begin = PseudoTerminal.now()
      guard let terminal = try? PseudoTerminal(arguments, environment: environment) else {
        return nil
      }
      let (last, output) = terminal.settle(quiet: 60, marker: marker)
      terminal.end()
      guard String(decoding: output, as: UTF8.self).contains(marker) else { return nil }
      times.append(Double(last - begin) / 1_000_000)
    }
    return times
  }

  /// Times from a typed character to the last byte of the screen that shows it, in the middle of
  /// 500 lines of minutes of a new record.
  func minutesKeyTimes() -> [Double]? {
    guard
      let terminal = try? PseudoTerminal(
        [zhibu, "--store", store], environment: environment)
    else { return nil }
    defer { terminal.end() }
    _ = terminal.settle(quiet: 60, marker: "退出")
    // New record, the first kind, its long text; then the 500 lines as one paste.
    for keys in ["n", "1", "\u{1B}OS"] {
      terminal.type(keys)
      _ = terminal.settle(quiet: 60)
    }
    terminal.type("\u{1B}[200~" + minutesLines(500).joined(separator: "\r") + "\u{1B}[201~")
    _ = terminal.settle(quiet: 200)
    for _ in 0..<100 { terminal.type("\u{1B}[A") }
    let (_, output) = terminal.settle(quiet: 200)
    guard String(decoding: output, as: UTF8.self).contains("监区") else { return nil }
    return keyTimes(terminal, key: "x")
  }

  /// The same in vim's insert mode.
  func vimKeyTimes() -> [Double]? {
    guard
      let terminal = try? PseudoTerminal(
        ["vim", "-u", "NONE", "-N", minutes], environment: environment)
    else { return nil }
    defer { terminal.end() }
    _ = terminal.settle(quiet: 60)
    terminal.type("250Gi")
    _ = terminal.settle(quiet: 60)
    return keyTimes(terminal, key: "x")
  }

  /// An arrow key in tig's main view.
  func tigKeyTimes() -> [Double]? {
    guard let terminal = try? PseudoTerminal(["tig"], environment: environment) else {
      return nil
    }
    defer { terminal.end() }
    _ = terminal.settle(quiet: 100)
    return keyTimes(terminal, key: "\u{1B}[B")
  }

  private func keyTimes(_ terminal: PseudoTerminal, key: String) -> [Double]? {
    var times: [Double] = []
    for _ in 0..<StartBenchmark.rounds {
      let begin = PseudoTerminal.now()
      terminal.type(key)
      let (last, output) = terminal.settle(quiet: 20, atMost: 1000)
      guard !output.isEmpty else { return nil }
      times.append(Double(last - begin) / 1_000_000)
    }
    return times
  }

  private func minutesLines(_ count: Int) -> [String] {
    (1...count).map {
      "第\($0)条 张建国:监区上半月组织学习四次,夜间备勤人员分两批补学,"
        + "下一步把学习安排提前三天公布,由组织委员逐人核对,缺一人补一人。"
    }
  }

  private func keepIdentity() -> Bool {
    run([
      "sh", "-c",
      """
      mkdir -p "$0/.config/zhibu" && printf 'Person: Q2M01(样例)\\nPost: 书记\\nWriter: bench\\n\
      Organization: Q2\\n' > "$0/.config/zhibu/config.rec"
      """, directory,
    ])
  }

  private func run(_ arguments: [String]) -> Bool {
    guard let terminal = try? PseudoTerminal(arguments, environment: environment) else {
      return false
    }
    return terminal.waitForEnd() == 0
  }
}
