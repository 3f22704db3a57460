import CTerminal
import Glibc

/// Programs run by the tests. Foundation's own way blocks signals in the child, which would go
/// on to the tmux server and to the program under test.
enum ChildProcess {
  /// Exit status (128 + signal if one ended it, negative if it could not start) and what the
  /// program wrote.
  struct Outcome: Sendable {
    var status: Int32
    var output: String
  }

  /// Runs `arguments`, the first found in PATH, with exactly `environment`, and waits for it.
  static func run(
    _ arguments: [String], environment: [String: String], input: String = ""
  ) -> Outcome {
    let settings = environment.map { "\($0.key)=\($0.value)" }
    var argumentPointers = pointers(arguments)
    var settingPointers = pointers(settings)
    defer {
      (argumentPointers + settingPointers).forEach { free(UnsafeMutablePointer(mutating: $0)) }
    }
    var output: UnsafeMutablePointer<CChar>?
    var length = 0
    let status = input.withCString {
      process_capture(
        &argumentPointers, &settingPointers, $0, input.utf8.count, &output, &length)
    }
    defer { free(output) }
    let bytes = UnsafeRawBufferPointer(start: output, count: length)
    return Outcome(status: status, output: String(decoding: bytes, as: UTF8.self))
  }

  private static func pointers(_ strings: [String]) -> [UnsafePointer<CChar>?] {
    strings.map { UnsafePointer(strdup($0)) } + [nil]
  }
}
