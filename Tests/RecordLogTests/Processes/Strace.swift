import ProcessTrials

/// Runs a program under strace, which makes one of its calls fail, or kills it there.
enum Strace {
  /// The calls that open, change or close something.
  static let calls = [
    "openat", "mkdirat", "write", "pwrite64", "fsync", "ftruncate", "renameat", "renameat2",
    "unlinkat", "close",
  ]

  /// What befalls a call.
  enum Fault: String, CaseIterable, Sendable {
    case inputOutput = "error=EIO"
    case noSpace = "error=ENOSPC"
    case interrupted = "error=EINTR"
    case killed = "signal=KILL"
  }

  /// One call of a program, counted from 1 among those of its name.
  struct Place: Hashable, Sendable {
    var call: String
    var number: Int
  }

  /// Whether this user may trace their own children here; always on a build server, where not
  /// being able to is a fault.
  static let isUsable =
    Programs.isBuildServer
    || (try? Programs.run(["strace", "-o", "/dev/null", "true"]).ending) == .exited(0)

  /// Every call that a program makes once it has opened its store, which the loader's calls come
  /// before.
  static func places(of program: [String], in folder: TemporaryFolder) throws -> [Place] {
    let trace = "\(folder.path)/trace"
    try Programs.run(
      ["strace", "-f", "-o", trace, "-e", "trace=\(calls.joined(separator: ","))"] + program)
    var numbers: [String: Int] = [:]
    var places: [Place] = []
    var isOpened = false
    for line in try folder.text("trace").split(separator: "\n") {
      guard let call = line.split(separator: " ").dropFirst().first?.split(separator: "(").first,
        calls.contains(String(call))
      else { continue }
      numbers[String(call), default: 0] += 1
      if line.contains("zhibu.rec") { isOpened = true }
      if isOpened {
        places.append(Place(call: String(call), number: numbers[String(call), default: 0]))
      }
    }
    return places
  }

  /// Runs a program with one fault.
  static func run(
    _ program: [String], _ fault: Fault, at place: Place
  ) throws -> (ending: TestedProcess.Ending, lines: [String], errors: String) {
    try Programs.run(
      [
        "strace", "-f", "-o", "/dev/null", "-e", "trace=\(place.call)", "-e",
        "inject=\(place.call):\(fault.rawValue):when=\(place.number)",
      ] + program)
  }
}
