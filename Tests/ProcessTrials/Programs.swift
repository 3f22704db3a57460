import Glibc

/// Where programs are.
public enum Programs {
  /// A program built beside the one that runs.
  public static func built(_ name: String) -> String {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let own = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    return own.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/") + "/\(name)"
  }

  /// Whether a program is in PATH.
  public static func exists(_ name: String) -> Bool {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return path.split(separator: ":").contains { access("\($0)/\(name)", X_OK) == 0 }
  }

  /// Whether a build server runs this: there nothing may be left out.
  public static var isBuildServer: Bool { getenv("CI") != nil }

  /// Runs a program to its end.
  @discardableResult
  public static func run(
    _ arguments: [String]
  ) throws(TestedProcess.Failure) -> (ending: TestedProcess.Ending, lines: [String], errors: String)
  {
    let child = try TestedProcess(arguments)
    let lines = child.lines()
    let ending = child.end()
    return (ending, lines, child.errors)
  }
}
