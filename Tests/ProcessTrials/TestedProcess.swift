import Glibc

/// A process under test. Its standard output and errors are pipes, read without waiting for their
/// end, which another child that inherited them could hold back.
public final class TestedProcess {
  /// How a process ended.
  public enum Ending: Hashable, Sendable {
    case exited(Int32)
    case signalled(Int32)
  }

  /// What keeps a program from being started.
  public struct Failure: Error, Hashable {
    public let program: String
    public let code: Int32
  }

  /// Its process id.
  public let identifier: pid_t
  private var output: Stream
  private var errorOutput: Stream
  private var ending: Ending?

  /// A pipe's end that is read here, and what came so far.
  private struct Stream {
    let descriptor: Int32
    var bytes: [UInt8] = []
    var isAtEnd = false

    /// Takes what is there; nothing when there is nothing yet.
    mutating func take() {
      var buffer = [UInt8](repeating: 0, count: 65_536)
      while !isAtEnd {
        let count = read(descriptor, &buffer, buffer.count)
        if count > 0 {
          bytes += buffer[..<count]
        } else if count == 0 {
          isAtEnd = true
        } else if errno != EINTR {
          return
        }
      }
    }
  }

  /// Starts a program by its path or by a name in PATH, with no signal blocked or ignored.
  public init(_ arguments: [String]) throws(Failure) {
    let program = arguments.first ?? ""
    var out: [Int32] = [-1, -1]
    var err: [Int32] = [-1, -1]
    guard pipe(&out) == 0, pipe(&err) == 0 else {
      throw Failure(program: program, code: errno)
    }
    for descriptor in out + err { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    for descriptor in [out[0], err[0]] { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, out[1], 1)
    posix_spawn_file_actions_adddup2(&actions, err[1], 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    var vector: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer {
      for pointer in vector { free(pointer) }
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    var process: pid_t = 0
    let code = posix_spawnp(&process, program, &actions, &attributes, &vector, environ)
    close(out[1])
    close(err[1])
    identifier = process
    output = Stream(descriptor: out[0])
    errorOutput = Stream(descriptor: err[0])
    guard code == 0 else {
      ending = .exited(-1)
      throw Failure(program: program, code: code)
    }
  }

  deinit {
    kill()
    close(output.descriptor)
    close(errorOutput.descriptor)
  }

  /// All it has said on its errors so far.
  public var errors: String { String(decoding: errorOutput.bytes, as: UTF8.self) }

  /// The next whole line of its output; nil when it ended without another.
  public func nextLine() -> String? {
    while true {
      if let end = output.bytes.firstIndex(of: 0x0A) {
        let line = String(decoding: output.bytes[..<end], as: UTF8.self)
        output.bytes.removeSubrange(...end)
        return line
      }
      if ending != nil || output.isAtEnd { return nil }
      listen()
    }
  }

  /// All whole lines from here to its end.
  public func lines() -> [String] {
    var lines: [String] = []
    while let line = nextLine() { lines.append(line) }
    return lines
  }

  /// Waits until it ends.
  @discardableResult
  public func end() -> Ending {
    while true {
      if let ending { return ending }
      listen()
    }
  }

  /// Ends it at once, and waits for that.
  @discardableResult
  public func kill() -> Ending {
    if let ending { return ending }
    _ = Glibc.kill(identifier, SIGKILL)
    return reap()
  }

  /// Stops it, and waits until it stands still.
  public func stop() {
    _ = Glibc.kill(identifier, SIGSTOP)
    var status: Int32 = 0
    while waitpid(identifier, &status, WUNTRACED) < 0, errno == EINTR {}
  }

  /// Lets a stopped one go on.
  public func goOn() { _ = Glibc.kill(identifier, SIGCONT) }

  /// Takes what it says; comes back when it said something or ended, and now and then.
  private func listen() {
    var waiting = [output, errorOutput].filter { !$0.isAtEnd }
      .map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
    if waiting.isEmpty {
      reap()
      return
    }
    let isQuiet = poll(&waiting, nfds_t(waiting.count), 20) == 0
    output.take()
    errorOutput.take()
    guard isQuiet else { return }
    var status: Int32 = 0
    if waitpid(identifier, &status, WNOHANG) == identifier { note(status) }
  }

  @discardableResult
  private func reap() -> Ending {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0 {
      if errno != EINTR { return .exited(-1) }
    }
    return note(status)
  }

  @discardableResult
  private func note(_ status: Int32) -> Ending {
    output.take()
    errorOutput.take()
    let signal = status & 0x7F
    let ended = signal == 0 ? Ending.exited(status >> 8 & 0xFF) : .signalled(signal)
    ending = ended
    return ended
  }
}
