import Archive
import Glibc
import OrganizationLife
import RecordLog

/// What an officer of a province waits for: the first screen, what is due, the reports, the grid,
/// what an inspection would ask, the calendar, a search; side by side with `rg` over the same files
/// in the same run. The store is the sample of the province (`zhibu demo --seed-case 湖北`). Every
/// command is a process of its own that reads the whole store; its memory is the most it had at once.
///
/// `ZHIBU_BENCHMARK_KEEP=FOLDER` keeps the store and uses it again.
enum ProvinceBenchmark {
  private static let rounds = 15
  private static let today = "2026-11-20"
  private static let year = "2026"
  /// The province, one of its prisons and one branch of that.
  private static let places = (province: "JW", prison: "P2", branch: "P2B1")

  static func run() -> Bool {
    let kept = getenv("ZHIBU_BENCHMARK_KEEP").map { String(cString: $0) }
    // The six X are replaced by the system with what makes the name new.
    var template = Array("/tmp/zhibu-province-XXXXXX".utf8CString)
    guard let folder = kept ?? mkdtemp(&template).map({ String(cString: $0) }) else { return false }
    defer { if kept == nil { _ = ChildProcess(["rm", "-rf", "--", folder]) } }
    mkdir(folder, 0o700)
    setenv("HOME", folder, 1)
    setenv("ZHIBU_TODAY", today, 1)
    setenv("LC_ALL", "C.UTF-8", 1)
    // Whoever has set where such folders lie has set it for real work.
    for name in ["XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"] { unsetenv(name) }
    let store = folder + "/store"
    if access(store, F_OK) != 0 {
      print("making the store…")
      let making = ["demo", "--seed-case", "湖北", "--directory", store, "--no-open"]
      guard ChildProcess([program] + making)?.status == 0 else { return false }
    }
    print("\(rounds) rounds each (ms)")
    for place in [places.branch, places.province] {
      guard let secretary = secretary(of: place, in: store),
        firstScreen(of: place, for: secretary, folder, store)
      else { return false }
    }
    var isDone = true
    for words in commands {
      isDone =
        show("zhibu " + words.joined(separator: " "), [program] + words + ["--store", store])
        && isDone
    }
    if ChildProcess.isInstalled("rg") {
      for words in [["-F", "-c", "防汛预案"], ["-c", "^Kind: 党员大会"]] {
        show("rg " + words.joined(separator: " "), ["rg"] + words + [store + "/organizations"])
      }
    }
    // Last: the system counts what a process has in memory to those that it starts.
    return describe(store) && isDone
  }

  private static func secretary(of place: String, in path: String) -> Person? {
    guard let id = OrganizationIdentifier(place), let day = Day(today),
      let store = try? Store(opening: path)
    else { return nil }
    return try? PartialOpening(of: store).organization(id, on: day)?.secretary
  }

  private static let commands = [
    ["due"],
    ["report", "公开数据", "--year", year, "--compare"],
    ["report", "支部报表", "--year", year],
    ["report", "汇总报表", "--year", year],
    ["report", "汇总报表", "--year", year, "--organization", places.prison],
    ["report", "支部报表", "--month", "2026-10", "--organization", places.branch],
    ["grid", "--year", year],
    ["check", "--on", year],
    ["warnings", "--year", year],
    ["calendar"],
    ["search", "防汛预案", "--limit", "20"],
    ["search", "zjg", "--limit", "20"],
    ["print", places.branch, "--paper", "handbook", "--year", year],
  ]

  /// Prints how much there is in the store; false when it cannot be read.
  private static func describe(_ path: String) -> Bool {
    do {
      let store = try Store(opening: path)
      let archive = try Archive.open(store)
      guard let day = Day(today) else { return false }
      let organizations = archive.ledger.organizations(on: day)
      let people = archive.ledger.members.values.filter { $0.last?.until == nil }
      let files = try store.read()
      print(
        "\(organizations.count { $0.level != .group }) organisations and "
          + "\(organizations.count { $0.level == .group }) groups, \(people.count) people, "
          + "\(archive.ledger.activities.count) activities; \(archive.storedRecords) records in "
          + "\(files.count) files, \(files.reduce(0) { $0 + $1.size } / 1_000_000) MB")
      return true
    } catch {
      print("\(error)")
      return false
    }
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
    print("  \(title): \(told(times))  \(memory / 1_000_000) MB")
    return true
  }

  /// From the start to the last byte of the first screen, and to that of the last change of it while
  /// no key is pressed.
  private static func firstScreen(
    of place: String, for person: Person, _ folder: String, _ store: String
  ) -> Bool {
    mkdir(folder + "/.config", 0o700)
    mkdir(folder + "/.config/zhibu", 0o700)
    guard let file = fopen(folder + "/.config/zhibu/config.rec", "w") else { return false }
    fputs("Person: \(person)\nPost: 书记\nWriter: bench\nOrganization: \(place)\n", file)
    fclose(file)
    let environment = [
      "HOME": folder, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "ESCDELAY": "25",
      "ZHIBU_TODAY": today, "PATH": "/usr/bin:/bin",
    ]
    var first: [Double] = []
    var final: [Double] = []
    for _ in 0..<rounds {
      let begin = PseudoTerminal.now()
      guard
        let terminal = try? PseudoTerminal([program, "--store", store], environment: environment)
      else { return false }
      let (shown, output) = terminal.settle(quiet: 10, marker: "退出")
      let (changed, more) = terminal.settle(quiet: 2_500, atMost: 2_500)
      terminal.end()
      guard String(decoding: output, as: UTF8.self).contains("退出") else { return false }
      first.append(Double(shown - begin) / 1_000_000)
      final.append(Double((more.isEmpty ? shown : changed) - begin) / 1_000_000)
    }
    print("  first screen of \(place): \(told(first)); its last change: \(told(final))")
    return true
  }

  private static func told(_ times: [Double]) -> String {
    "median \(Figures.rounded(Figures.median(times) ?? 0))  "
      + "p99 \(Figures.rounded(Figures.percentile(times, 99)))"
  }

  /// The program `zhibu` beside this one.
  private static let program: String = {
    let own = ReadingBenchmark.program
    let parts = own.split(separator: "/").dropLast().joined(separator: "/")
    return (own.hasPrefix("/") ? "/" : "") + parts + "/zhibu"
  }()
}
