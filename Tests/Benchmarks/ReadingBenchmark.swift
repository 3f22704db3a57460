import Glibc
import RecordLog

/// Reading, searching and verifying 200,000 records in 10,000 files, side by side with the tools a
/// user would take instead. Every one, ours too, is timed as a process of its own from start to
/// end, its output read through a pipe, warm; the best of several rounds counts.
///
/// The store is made in a temporary folder and removed; with `ZHIBU_BENCHMARK_KEEP=FOLDER` it is
/// made there, kept, and used again.
enum ReadingBenchmark {
  private static let rounds = 5
  /// Those that take seconds run once.
  private static let slow: Set<String> = ["jq", "recsel"]

  static func run() -> Bool {
    let arguments = CommandLine.arguments
    if arguments.count == 4, arguments[1] == "reading" {
      return ReadingWork.run(arguments[2], at: arguments[3])
    }
    let kept = getenv("ZHIBU_BENCHMARK_KEEP").map { String(cString: $0) }
    guard let folder = kept ?? temporaryFolder() else { return false }
    defer { if kept == nil { _ = ChildProcess(["rm", "-rf", "--", folder]) } }
    mkdir(folder, 0o700)
    guard chdir(folder) == 0 else { return false }
    let store = ReadingStore(folder: folder)
    if !store.isMade {
      print("making the store…")
      guard ours("make", at: folder)?.status == 0, store.isMade else { return false }
    }
    describe(store)
    let tasks = tasks(store)
    var best: [String: ChildProcess] = [:]
    for round in 0..<rounds {
      for task in tasks where round == 0 || !slow.contains(task.arguments[0]) {
        guard let child = task.run() else { continue }
        if best[task.name].map({ child.milliseconds < $0.milliseconds }) ?? true {
          best[task.name] = child
        }
      }
    }
    report(tasks, best: best)
    return true
  }

  /// One program to be timed.
  private struct Task {
    let name: String
    let arguments: [String]
    /// What it is set against, and how many times its time ours may take (less than 1: at most
    /// this part of it).
    var aims: [(name: String, factor: Double)] = []
    /// What it counts, and how many its output means; nil when it counts nothing.
    var counts: (what: String, number: (ChildProcess) -> Int)?

    func run() -> ChildProcess? {
      guard let child = ChildProcess(arguments), child.status == 0 else { return nil }
      return child
    }
  }

  private static func tasks(_ store: ReadingStore) -> [Task] {
    let word = ReadingStore.word
    let sums = "find store/organizations -name '*.rec' -print0 | xargs -0"
    func first(_ child: ChildProcess) -> Int {
      Int(child.text.split(separator: " ").first ?? "") ?? 0
    }
    func lastColumn(_ child: ChildProcess) -> Int {
      child.text.split(separator: "\n").reduce(0) { sum, line in
        sum + (line.split(separator: ":").last.flatMap { Int($0) } ?? 0)
      }
    }
    func lines(_ child: ChildProcess) -> Int { child.text.split(separator: "\n").count }
    return [
      Task(
        name: "read all fields", arguments: [program, "reading", "read", store.folder],
        aims: [("rg -c", 2), ("jq, all fields", 0.1), ("recsel", 0.1)],
        counts: ("fields, By, At and Sum among them", first)),
      Task(
        name: "search", arguments: [program, "reading", "search", store.folder],
        aims: [("rg -c", 1.5), ("grep -r -c", 1.5), ("jq, search", 0.1), ("recsel", 0.1)],
        counts: ("hits", first)),
      Task(
        name: "verify", arguments: [program, "reading", "verify", store.folder],
        aims: [("sha256sum", 1.5), ("sha256sum on all cores", 1.5)],
        counts: ("findings", first)),
      Task(
        name: "rg -c", arguments: ["rg", "-c", word, "store/organizations"],
        counts: ("hits", lastColumn)),
      Task(
        name: "grep -r -c", arguments: ["grep", "-r", "-c", word, "store/organizations"],
        counts: ("hits", lastColumn)),
      Task(name: "sha256sum", arguments: ["sh", "-c", "\(sums) sha256sum"]),
      Task(
        name: "sha256sum on all cores",
        arguments: ["sh", "-c", "\(sums) -n 500 -P \(cores) sha256sum"]),
      Task(
        name: "jq, all fields",
        arguments: [
          "jq", "[.[] | if type == \"array\" then length else 1 end] | add", store.json,
        ], counts: ("fields", lastColumn)),
      Task(
        name: "jq, search",
        arguments: ["jq", "-r", "select(.Minutes | contains(\"\(word)\")) | .Id", store.json],
        counts: ("hits", lines)),
      Task(
        name: "recsel",
        arguments: ["recsel", "-e", "Minutes ~ '\(word)'", "-P", "Id", store.joined],
        counts: ("hits", lines)),
    ]
  }

  // MARK: What it comes to

  private static func describe(_ store: ReadingStore) {
    let total = fileSize(store.joined)
    print(
      "\(ReadingStore.records) records, \(ReadingStore.files) files, \(total / 1_000_000) MB "
        + "(\(total / ReadingStore.records) bytes a record), \(cores) cores, best of \(rounds)")
  }

  private static func report(_ tasks: [Task], best: [String: ChildProcess]) {
    for task in tasks {
      guard let child = best[task.name] else {
        print("  \(task.name): not measured (is it installed?)")
        continue
      }
      var line = "  \(task.name): \(Figures.rounded(child.milliseconds)) ms"
      line += ", \(child.residentBytes / 1_000_000) MB"
      if let counts = task.counts { line += ", \(counts.number(child)) \(counts.what)" }
      print(line)
    }
    for task in tasks {
      guard let child = best[task.name] else { continue }
      for aim in task.aims {
        guard let other = best[aim.name] else { continue }
        let ratio = child.milliseconds / other.milliseconds
        print(
          "  \(task.name) = \(Figures.rounded(ratio)) × \(aim.name)"
            + " (aim \(Figures.rounded(aim.factor))\(ratio <= aim.factor ? "" : ", missed"))")
      }
    }
  }

  private static let cores = Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  private static func ours(_ work: String, at folder: String) -> ChildProcess? {
    ChildProcess([program, "reading", work, folder])
  }

  private static func fileSize(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// This program, wherever it was started from.
  static let program: String = {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &buffer, buffer.count)
    let path = buffer.prefix(max(0, length)).map { UInt8(bitPattern: $0) }
    return String(decoding: path, as: UTF8.self)
  }()

  private static func temporaryFolder() -> String? {
    // The six X are replaced by the system with what makes the name new.
    var template = Array("/tmp/zhibu-reading-XXXXXX".utf8CString)
    return mkdtemp(&template).map { String(cString: $0) }
  }
}
