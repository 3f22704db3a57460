import Glibc

/// A program on a pseudo-terminal of its own, timed by what it writes.
struct PseudoTerminal {
  private let master: Int32
  private let process: pid_t

  /// What keeps a program from being started.
  struct Failure: Error {
    let call: String
    let code: Int32
  }

  /// Starts a program on a terminal of 24 rows and 80 columns, in a session of its own.
  init(_ arguments: [String], environment: [String: String]) throws(Failure) {
    // What posix_openpt and its relatives do, which Swift does not see.
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var unlocked: CInt = 0
    var number: CUnsignedInt = 0
    guard master >= 0, ioctl(master, 0x4004_5431, &unlocked) == 0,
      ioctl(master, 0x8004_5430, &number) == 0
    else { throw Failure(call: "open /dev/ptmx", code: errno) }
    let name = "/dev/pts/\(number)"
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the leader of a session opens becomes its controlling terminal.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, 0x80)  // POSIX_SPAWN_SETSID
    var argumentPointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    var environmentPointers: [UnsafeMutablePointer<CChar>?] =
      environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (argumentPointers + environmentPointers).forEach { free($0) } }
    var process: pid_t = 0
    let code = posix_spawnp(
      &process, arguments[0], &actions, &attributes, &argumentPointers, &environmentPointers)
    guard code == 0 else { throw Failure(call: arguments[0], code: code) }
    self.process = process
  }

  /// Sends bytes as if they were typed.
  func type(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Reads until nothing has come for `quiet` milliseconds after `marker` was seen; gives the moment
  /// of the last byte (nanoseconds of the monotonic clock) and all that was read.
  func settle(
    quiet: Int32, atMost: Int32 = 5000, marker: String = ""
  ) -> (last: UInt64, output: [UInt8]) {
    var last = Self.now()
    let begin = last
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    while Self.now() - begin < UInt64(atMost) * 1_000_000 {
      let isWaiting = output.isEmpty || !(marker.isEmpty || holds(output, marker))
      let wait = isWaiting ? atMost : quiet
      guard poll(&descriptor, 1, wait) > 0 else { break }
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { break }
      last = Self.now()
      output += buffer[..<count]
    }
    return (last, output)
  }

  /// Reads all that the program writes until it ends; gives its exit status.
  func waitForEnd() -> Int32 {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while read(master, &buffer, buffer.count) > 0 {}
    var status: Int32 = 0
    waitpid(process, &status, 0)
    close(master)
    return status >> 8 & 0xFF
  }

  private func holds(_ output: [UInt8], _ marker: String) -> Bool {
    String(decoding: output, as: UTF8.self).contains(marker)
  }

  /// Ends the program and waits for it.
  func end() {
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    close(master)
  }

  /// Nanoseconds of the monotonic clock.
  static func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
