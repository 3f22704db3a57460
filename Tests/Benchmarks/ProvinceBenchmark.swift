import Glibc

/// What an officer of a province waits for: every report for the whole, what is due, the grid, what
/// an inspection would ask, a search, the first screen; side by side with `rg` over the same files in
/// the same run. Every command is a process of its own that reads the whole store; its memory is the
/// most it had at once.
///
/// `ZHIBU_BENCHMARK_KEEP=FOLDER` keeps the store and uses it again.
enum ProvinceBenchmark {
  private static let rounds = 9
  private static let program = ReadingBenchmark.program

  static func run() -> Bool {
    if CommandLine.arguments.count == 4, CommandLine.arguments[2] == "make" {
      return make(CommandLine.arguments[3])
    }
    let kept = getenv("ZHIBU_BENCHMARK_KEEP").map { String(cString: $0) }
    // The six X are replaced by the system with what makes the name new.
    var template = Array("/tmp/zhibu-province-XXXXXX".utf8CString)
    guard let folder = kept ?? mkdtemp(&template).map({ String(cString: $0) }) else { return false }
    defer { if kept == nil { _ = ChildProcess(["rm", "-rf", "--", folder]) } }
    mkdir(folder, 0o700)
    let store = ProvinceStore(folder: folder)
    if !store.isMade {
      print("making the store…")
      guard ChildProcess([program, "province", "make", folder])?.status == 0, store.isMade else {
        return false
      }
    }
    setenv("HOME", folder, 1)
    setenv("ZHIBU_TODAY", ProvinceStore.today, 1)
    setenv("LC_ALL", "C.UTF-8", 1)
    print(
      "\(ProvinceStore.organizations) organisations, \(ProvinceStore.members) members, "
        + "\(ProvinceStore.activities) activities; \(rounds) rounds each (ms)")
    firstScreen(folder, store.store)
    var isDone = true
    for words in commands {
      isDone = measure(words, in: store.store) && isDone
    }
    guard ChildProcess.isInstalled("rg") else { return isDone }
    for words in [["-F", "-c", "防汛预案"], ["-c", "^Kind: 党员大会"]] {
      show("rg " + words.joined(separator: " "), ["rg"] + words + [store.store + "/organizations"])
    }
    return isDone
  }

  private static let commands = [
    ["report", "支部报表", "--year", "2026"], ["report", "汇总报表", "--year", "2026"],
    ["report", "公开数据", "--year", "2026"],
    ["report", "汇总报表", "--year", "2026", "--organization", "J01"],
    ["report", "支部报表", "--month", "2026-10", "--organization", "J01Q01"],
    ["due"], ["grid", "--year", "2026"], ["check", "--on", "2026"],
    ["warnings", "--year", "2026"],
    ["search", "防汛预案", "--limit", "20"], ["search", "zjg", "--limit", "20"],
    ["print", "J01Q01", "--paper", "handbook", "--year", "2026"],
  ]

  private static func measure(_ words: [String], in store: String) -> Bool {
    show(
      "zhibu " + words.joined(separator: " "), [program.zhibu] + words + ["--store", store])
  }

  @discardableResult
  private static func show(_ title: String, _ arguments: [String]) -> Bool {
    var times: [Double] = []
    var memory = 0
    for _ in 0..<rounds {
      // 1 says that something was found.
      guard let child = ChildProcess(arguments), (0...1).contains(child.status) else {
        print("  \(title): failed")
        return false
      }
      times.append(child.milliseconds)
      memory = max(memory, child.residentBytes)
    }
    print(
      "  \(title): median \(Figures.rounded(Figures.median(times) ?? 0))  "
        + "p99 \(Figures.rounded(Figures.percentile(times, 99)))  \(memory / 1_000_000) MB")
    return true
  }

  /// From the start to the last byte of the first screen, for a branch and for the whole.
  private static func firstScreen(_ folder: String, _ store: String) {
    for (person, organization) in [("J01Q01M01(张建国)", "J01Q01"), ("J01Q01M01(张建国)", "SJ")] {
      mkdir(folder + "/.config", 0o700)
      mkdir(folder + "/.config/zhibu", 0o700)
      guard let file = fopen(folder + "/.config/zhibu/config.rec", "w") else { return }
      fputs(
        "Person: \(person)\nPost: 书记\nWriter: bench\nOrganization: \(organization)\n", file)
      fclose(file)
      let environment = [
        "HOME": folder, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "ESCDELAY": "25",
        "ZHIBU_TODAY": ProvinceStore.today, "PATH": "/usr/bin:/bin",
      ]
      var times: [Double] = []
      for _ in 0..<rounds {
        let begin = PseudoTerminal.now()
        guard
          let terminal = try? PseudoTerminal(
            [program.zhibu, "--store", store], environment: environment)
        else { return }
        let (last, _) = terminal.settle(quiet: 30, marker: "退出")
        terminal.end()
        times.append(Double(last - begin) / 1_000_000)
      }
      print(
        "  first screen of \(organization): median \(Figures.rounded(Figures.median(times) ?? 0))  "
          + "p99 \(Figures.rounded(Figures.percentile(times, 99)))")
    }
  }

  private static func make(_ folder: String) -> Bool {
    var store = ProvinceStore(folder: folder)
    do {
      try store.make()
    } catch {
      print("\(error)")
      return false
    }
    return true
  }
}

extension String {
  /// The program `zhibu` beside this one.
  fileprivate var zhibu: String {
    let parts = split(separator: "/").dropLast().joined(separator: "/")
    return (hasPrefix("/") ? "/" : "") + parts + "/zhibu"
  }
}
