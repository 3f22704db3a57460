import Glibc

/// One run of a program to its end.
struct ChildProcess {
  /// What it wrote to standard output.
  let output: [UInt8]
  /// Its exit status; -1 when a signal ended it.
  let status: Int32
  /// From its start to its end, in milliseconds.
  let milliseconds: Double
  /// The most memory it had at once, in bytes. The system counts in what this process had when it
  /// started the other, so a smaller one shows that.
  let residentBytes: Int

  /// Runs a program found on the path; nil when it cannot be started.
  init?(_ arguments: [String]) {
    var pipes: [Int32] = [0, 0]
    guard pipe(&pipes) == 0 else { return nil }
    defer { close(pipes[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, pipes[1], 1)
    posix_spawn_file_actions_addclose(&actions, pipes[0])
    posix_spawn_file_actions_addclose(&actions, pipes[1])
    var vector: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { vector.forEach { free($0) } }
    var process: pid_t = 0
    let begin = PseudoTerminal.now()
    let code = posix_spawnp(&process, arguments[0], &actions, nil, &vector, environ)
    close(pipes[1])
    guard code == 0 else { return nil }
    output = Self.readAll(pipes[0])
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    milliseconds = Double(PseudoTerminal.now() - begin) / 1_000_000
    self.status = status & 0x7F == 0 ? status >> 8 & 0xFF : -1
    residentBytes = usage.ru_maxrss * 1024
  }

  /// The output as text.
  var text: String { String(decoding: output, as: UTF8.self) }

  /// Whether a program is on the path.
  static func isInstalled(_ program: String) -> Bool {
    ChildProcess(["sh", "-c", "command -v \(program)"])?.status == 0
  }

  private static func readAll(_ descriptor: Int32) -> [UInt8] {
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count > 0 {
        output += buffer[..<count]
      } else if count == 0 || errno != EINTR {
        return output
      }
    }
  }
}
