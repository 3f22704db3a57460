import Glibc
import Testing

/// What a journey needs and does not find.
enum DeskError: Error, CustomStringConvertible {
  case programMissing(path: String)
  case failed(command: String, status: Int32, output: String)

  var description: String {
    switch self {
    case .programMissing(let path):
      return "The journeys drive the built program, and \(path) is not there: run swift build."
    case .failed(let command, let status, let output):
      return "\(command) ended with \(status): \(output)"
    }
  }
}

/// A user's desk: a folder with a home of its own, stores, and the program on a fixed day. All of
/// it goes when the test is over.
final class Desk: Sendable {
  /// The day on which every journey takes place.
  static let today = "2026-11-20"

  /// The folder of everything below.
  let root: String
  /// The store that commands and the interface open; none when empty.
  let store: String

  /// An empty desk; `store` names the folder of a store that is yet to be made.
  init(store: String = "") throws {
    // The six X are replaced by the system with what makes the name new.
    var template = Array("/tmp/zhibu-journey-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    root = try #require(made)
    self.store = store.isEmpty ? "" : "\(root)/\(store)"
    for folder in ["home", "config", "data", "state"] { mkdir("\(root)/\(folder)", 0o700) }
  }

  /// A desk with a copy of the sample prison in `ledger`, whose user is `identity` (the fields of
  /// the configuration), by default the secretary of 二监区党支部.
  static func withSample(identity: String = Desk.secretary) throws -> Desk {
    let desk = try Desk(store: "ledger")
    try SampleStore.copy(to: desk.store)
    try desk.introduce(identity)
    return desk
  }

  /// The secretary of 二监区党支部, as the configuration has her.
  static let secretary = """
    Person: Q2M01(李敏)
    Post: 书记
    Writer: limin
    Organization: Q2

    """

  deinit { _ = ChildProcess.run(["rm", "-rf", root], environment: Desk.plain) }

  /// Says who works here.
  func introduce(_ identity: String) throws {
    mkdir("\(root)/config/zhibu", 0o700)
    try write("config/zhibu/config.rec", identity)
  }

  // MARK: The program

  /// The environment of every program that is started here.
  var environment: [String: String] {
    Desk.plain.merging(
      [
        "HOME": "\(root)/home", "XDG_CONFIG_HOME": "\(root)/config",
        "XDG_DATA_HOME": "\(root)/data", "XDG_STATE_HOME": "\(root)/state",
      ]) { $1 }
  }

  private static let plain = [
    "PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
  ]

  /// The built program: beside the bundle of the tests.
  static func program() throws -> String {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let own = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    let candidates = [own, CommandLine.arguments.first ?? ""].map { path in
      path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        .joined(separator: "/") + "/zhibu"
    }
    guard let found = candidates.first(where: { access($0, X_OK) == 0 }) else {
      throw DeskError.programMissing(path: candidates[0])
    }
    return found
  }

  /// Opens the interface in a terminal.
  func open(
    _ arguments: String..., columns: Int = 80, rows: Int = 24,
    environment extra: [String: String] = [:]
  ) throws -> TerminalDriver {
    let named = store.isEmpty ? [] : ["--store", store]
    return try TerminalDriver(
      [Desk.program()] + named + ["--today", Desk.today] + arguments, columns: columns,
      rows: rows, environment: environment.merging(extra) { $1 }, directory: root)
  }

  /// Runs a command of the program, standard error after standard output in the answer.
  func run(
    _ arguments: String..., input: String = "", environment extra: [String: String] = [:]
  ) throws -> ChildProcess.Outcome {
    let named = store.isEmpty ? [] : ["--store", store]
    return ChildProcess.run(
      [try Desk.program()] + arguments + named + ["--today", Desk.today],
      environment: environment.merging(extra) { $1 }, input: input)
  }

  /// The lines that a line of shell, run in the desk's folder, answers; `$store` is the store.
  @discardableResult
  func shell(_ script: String) throws -> [String] {
    let outcome = ChildProcess.run(
      ["sh", "-c", "cd \"$0\"; \(script)", root],
      environment: environment.merging(["store": store]) { $1 })
    guard outcome.status == 0 else {
      throw DeskError.failed(command: script, status: outcome.status, output: outcome.output)
    }
    return outcome.output.split(separator: "\n").map(String.init)
  }

  // MARK: Files

  /// Writes a file below the desk's folder.
  func write(_ name: String, _ text: String, mode: mode_t = 0o600) throws {
    let file = try #require(fopen("\(root)/\(name)", "w"))
    let bytes = Array(text.utf8)
    let count = fwrite(bytes, 1, bytes.count, file)
    try #require(fclose(file) == 0 && count == bytes.count)
    chmod("\(root)/\(name)", mode)
  }

  /// The text of a file below the desk's folder; empty when there is none.
  func read(_ name: String) -> String {
    guard let file = fopen("\(root)/\(name)", "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }
}

/// The sample prison, made once and copied for each test.
enum SampleStore {
  private static let made = Result { () throws -> Desk in
    let desk = try Desk(store: "sample")
    // The desk of a constant is never released.
    atexit { SampleStore.remove() }
    let outcome = ChildProcess.run(
      [
        try Desk.program(), "demo", "--directory", desk.store, "--no-open", "--today",
        Desk.today,
      ],
      environment: desk.environment)
    guard outcome.status == 0 else {
      throw DeskError.failed(
        command: "zhibu demo", status: outcome.status, output: outcome.output)
    }
    return desk
  }

  static func copy(to directory: String) throws {
    let desk = try made.get()
    let outcome = ChildProcess.run(
      ["cp", "-R", desk.store, directory], environment: desk.environment)
    guard outcome.status == 0 else {
      throw DeskError.failed(command: "cp", status: outcome.status, output: outcome.output)
    }
  }

  private static func remove() {
    guard case .success(let desk) = made else { return }
    _ = ChildProcess.run(["rm", "-rf", desk.root], environment: desk.environment)
  }
}
