import Archive
import Glibc
import RecordLog

/// Searching 200,000 records while typing: what each key costs, side by side with `rg` over the same
/// files in the same run. Ours is a process of its own that opens the index and types; its memory is
/// the most it had at once, mapped pages included. The first key after the page cache was emptied of
/// the store and the index is told apart from those after it.
///
/// The store is that of `reading`; `ZHIBU_BENCHMARK_KEEP=FOLDER` keeps it and uses it again.
enum SearchingBenchmark {
  private static let rounds = 20
  /// What is typed, a character at a time.
  private static let words: [(what: String, text: String)] = [
    ("in every record", "监区会议室"), ("common", "排查隐患"), ("in one of twenty", "防汛预案"),
    ("a name by initials", "zjg"), ("a name by pinyin", "zhangjianguo"), ("nowhere", "没有这样的字"),
    ("a day", "2021-03-15"), ("a sign", "%"), ("two words", "防汛预案 郑强"),
  ]

  static func run() -> Bool {
    let arguments = CommandLine.arguments
    if arguments.count >= 4, arguments[1] == "searching" {
      return work(arguments[2], at: arguments[3], isCold: arguments.count > 4)
    }
    let kept = getenv("ZHIBU_BENCHMARK_KEEP").map { String(cString: $0) }
    // The six X are replaced by the system with what makes the name new.
    var template = Array("/tmp/zhibu-searching-XXXXXX".utf8CString)
    guard let folder = kept ?? mkdtemp(&template).map({ String(cString: $0) }) else { return false }
    defer { if kept == nil { _ = ChildProcess(["rm", "-rf", "--", folder]) } }
    mkdir(folder, 0o700)
    guard chdir(folder) == 0 else { return false }
    let store = ReadingStore(folder: folder)
    if !store.isMade {
      print("making the store…")
      guard ChildProcess([ReadingBenchmark.program, "reading", "make", folder])?.status == 0,
        store.isMade
      else { return false }
    }
    _ = ChildProcess(["rm", "-rf", "--", folder + "/cache"])
    print("\(ReadingStore.records) records in \(ReadingStore.files) files")
    guard report("making the index", ["make", folder]),
      report("opening it again", ["open", folder])
    else { return false }
    dropCaches(folder)
    guard report("cold: store and index not in memory", ["type", folder, "cold"]),
      report("warm: \(rounds) rounds in one process", ["type", folder])
    else { return false }
    compare(folder)
    return true
  }

  /// Runs a part as a process of its own and prints what it says, and its memory.
  private static func report(_ title: String, _ arguments: [String]) -> Bool {
    guard let child = ChildProcess([ReadingBenchmark.program, "searching"] + arguments),
      child.status == 0
    else { return false }
    print("\(title): \(child.residentBytes / 1_000_000) MB at most")
    for line in child.text.split(separator: "\n") { print("  \(line)") }
    return true
  }

  // MARK: In a process of its own

  private static func work(_ part: String, at folder: String, isCold: Bool) -> Bool {
    do {
      let begin = PseudoTerminal.now()
      let store = try Store(opening: folder + "/store")
      guard let index = try SearchIndex.open(store, in: folder + "/cache") else { return false }
      let search = Search(index)
      print(
        "open after \(milliseconds(since: begin)) ms, index \(index.size / 1_000_000) MB, "
          + "\(search.records) records hold")
      if part == "type" { try type(search, rounds: isCold ? 1 : rounds) }
      return true
    } catch {
      print("\(error)")
      return false
    }
  }

  /// Types each word; prints what each key cost until the first records are there to be shown, and
  /// until all are counted.
  private static func type(_ search: Search, rounds: Int) throws(StoreError) {
    var all: [Double] = []
    for word in words {
      var shown = [[Double]](repeating: [], count: word.text.count)
      var counted = shown
      var counts = [Int](repeating: 0, count: word.text.count)
      for round in 0..<rounds {
        var search = search
        for key in 0..<word.text.count {
          let begin = PseudoTerminal.now()
          try search.look(for: SearchQuery(String(word.text.prefix(key + 1))))
          try search.advance(by: 1 << 20)
          let answer = try search.answer(limit: 60)
          shown[key].append(Double(PseudoTerminal.now() - begin) / 1_000_000)
          guard answer.found.count == min(60, answer.count) else { return }
          // Who types on does not wait for all to be counted.
          guard round == 0 else { continue }
          try search.advance(by: .max)
          counted[key].append(Double(PseudoTerminal.now() - begin) / 1_000_000)
          counts[key] = search.count
        }
      }
      print("\(word.what):")
      for (key, _) in word.text.enumerated() {
        all += shown[key]
        let text = String(word.text.prefix(key + 1))
        print(
          "  \(text): \(times(shown[key])), counted \(times(counted[key])), \(counts[key]) records")
      }
    }
    print("all \(all.count) keys: \(times(all))")
  }

  private static func times(_ times: [Double]) -> String {
    guard times.count > 1 else { return "\(Figures.rounded(times.first ?? 0)) ms" }
    return
      "median \(Figures.rounded(Figures.median(times) ?? 0)) p99 "
      + "\(Figures.rounded(Figures.percentile(times, 99))) ms"
  }

  private static func milliseconds(since begin: UInt64) -> String {
    Figures.rounded(Double(PseudoTerminal.now() - begin) / 1_000_000)
  }

  // MARK: rg

  private static func compare(_ folder: String) {
    guard ChildProcess.isInstalled("rg") else {
      return print("rg: not measured (is it installed?)")
    }
    func run(_ text: String) -> ChildProcess? {
      ChildProcess(["rg", "-F", "-c", text, "store/organizations"])
    }
    dropCaches(folder)
    if let child = run("防汛预案") {
      print("rg -F -c 防汛预案, cold: \(Figures.rounded(child.milliseconds)) ms")
    }
    for word in words where !word.text.contains(" ") && !word.what.contains("name") {
      let children = (0..<rounds).compactMap { _ in run(word.text) }
      print(
        "rg -F -c \(word.text): \(times(children.map(\.milliseconds))), "
          + "\((children.first?.residentBytes ?? 0) / 1_000_000) MB")
    }
  }

  /// Takes the store and the index out of the page cache, as far as the system lets a user.
  private static func dropCaches(_ folder: String) {
    sync()
    let paths = ChildProcess(["find", "store/organizations", "cache", "-type", "f"])?.text ?? ""
    for path in paths.split(separator: "\n") {
      let file = open(String(path), O_RDONLY)
      guard file >= 0 else { continue }
      posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED)
      close(file)
    }
  }
}
