import Glibc

/// What a program left behind.
struct Run {
  var status: Int32
  var output: String
  var errors: String
  /// The lines of the answer.
  var lines: [String] { output.split(separator: "\n").map(String.init) }
}

/// Starts programs and waits for them. Their output goes to files, so that no pipe can fill up.
enum Binary {
  /// The built program beside the tests.
  static let path: String = {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let own = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    return own.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/") + "/zhibu"
  }()

  /// Whether a program is in PATH.
  static func exists(_ name: String) -> Bool {
    (environment("PATH") ?? "/usr/bin:/bin").split(separator: ":")
      .contains { access("\($0)/\(name)", X_OK) == 0 }
  }

  /// Tests with an outside judge run where it is there, and always where a build server runs them.
  static func judges(_ name: String) -> Bool { exists(name) || environment("CI") != nil }

  /// The python that Debian's modules belong to, whichever comes first in PATH.
  static let python = "/usr/bin/python3"

  /// The same for a module of Debian's python.
  static func judges(module name: String) -> Bool {
    environment("CI") != nil
      || Folder().hasSucceeded([python, "-c", "import \(name)"])
  }

  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Runs a program by its path.
  static func run(
    _ path: String, _ arguments: [String], environment: [String: String], input: String = "",
    in folder: Folder
  ) -> Run {
    let stem = folder.unique("run")
    folder.write("\(stem).in", input)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, folder.path("\(stem).in"), O_RDONLY, 0)
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 1, folder.path("\(stem).out"), flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, folder.path("\(stem).err"), flags, 0o600)
    let process = spawn(path, arguments, environment, in: folder, &actions)
    return Run(
      status: wait(for: process), output: folder.read("\(stem).out"),
      errors: folder.read("\(stem).err"))
  }

  /// Starts a program in a folder; −1 when it cannot be started.
  private static func spawn(
    _ path: String, _ arguments: [String], _ environment: [String: String], in folder: Folder,
    _ actions: inout posix_spawn_file_actions_t
  ) -> pid_t {
    let script = "cd \"$0\" && exec \"$@\""
    var words =
      (["/bin/sh", "-c", script, folder.root, path] + arguments).map { strdup($0) } + [nil]
    var variables =
      environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    var process: pid_t = 0
    guard posix_spawn(&process, "/bin/sh", &actions, nil, &words, &variables) == 0 else {
      return -1
    }
    return process
  }

  /// Waits for the end of a program: its exit status, 128 + the signal that ended it, or −1.
  private static func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard process > 0, errno == EINTR else { return -1 }
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  /// From Linux' asm-generic/ioctls.h, which Swift cannot see: unlock a pseudo terminal, and ask
  /// for its number.
  private static let unlockTerminal: UInt = 0x4004_5431
  private static let terminalNumber: UInt = 0x8004_5430

  /// Runs a program on a terminal of its own, 80 columns wide, and gives back all it wrote there.
  static func runOnTerminal(
    _ arguments: [String], environment: [String: String], in folder: Folder
  ) -> Run {
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    defer { close(master) }
    var lock: Int32 = 0
    var number: Int32 = 0
    guard master >= 0, ioctl(master, unlockTerminal, &lock) == 0,
      ioctl(master, terminalNumber, &number) == 0
    else { return Run(status: -1, output: "", errors: "no terminal") }
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    let terminal = "/dev/pts/\(number)"
    // Held open here, so that nothing is lost when the program closes its end.
    let held = open(terminal, O_RDWR | O_NOCTTY | O_CLOEXEC)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in Int32(0)...2 {
      posix_spawn_file_actions_addopen(&actions, descriptor, terminal, O_RDWR | O_NOCTTY, 0)
    }
    let process = spawn(path, arguments, environment, in: folder, &actions)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    // Read while it writes, since a terminal holds only a few lines.
    var bytes: [UInt8] = []
    var isOver = process < 0
    var ended = siginfo_t()
    while true {
      let isLast = isOver
      var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      poll(&waiting, 1, isLast ? 0 : 20)
      var buffer = [UInt8](repeating: 0, count: 65_536)
      let count = read(master, &buffer, buffer.count)
      if count > 0 { bytes += buffer[..<count] }
      if count <= 0, isLast { break }
      waitid(P_PID, id_t(max(process, 0)), &ended, WEXITED | WNOHANG | WNOWAIT)
      isOver = isOver || ended.si_signo == SIGCHLD
    }
    let status = wait(for: process)
    close(held)
    // The terminal itself puts CR before each LF.
    let text = bytes.enumerated().filter { index, byte in
      byte != 0x0D || index + 1 == bytes.count || bytes[index + 1] != 0x0A
    }
    return Run(
      status: status, output: String(decoding: text.map(\.element), as: UTF8.self), errors: "")
  }
}
