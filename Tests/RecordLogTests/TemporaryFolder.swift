import Glibc
import Testing

@testable import RecordLog

/// A folder that lasts as long as the test.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    // The six X are replaced by the system with what makes the name new.
    var template = Array("/tmp/zhibu-test-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template))
    path = String(cString: made)
  }

  deinit { _ = try? run(["rm", "-rf", "--", path]) }

  func write(_ bytes: [UInt8], to relative: String) throws {
    let file = fopen("\(path)/\(relative)", "wb")
    let stream = try #require(file)
    #expect(fwrite(bytes, 1, bytes.count, stream) == bytes.count)
    #expect(fclose(stream) == 0)
  }

  func write(_ text: String, to relative: String) throws {
    try write(Array(text.utf8), to: relative)
  }

  func bytes(_ relative: String) throws -> [UInt8] {
    try SystemDisk().contents(relative, in: path).bytes
  }

  func text(_ relative: String) throws -> String {
    String(decoding: try bytes(relative), as: UTF8.self)
  }

  func names(_ relative: String) throws -> [String] {
    try SystemDisk().names(in: relative, in: path)
  }

  func exists(_ relative: String) -> Bool { access("\(path)/\(relative)", F_OK) == 0 }

  func mode(_ relative: String) -> UInt32 {
    var status = stat()
    guard lstat("\(path)/\(relative)", &status) == 0 else { return 0 }
    return status.st_mode & 0o7777
  }

  func makeFolder(_ relative: String) {
    _ = mkdir("\(path)/\(relative)", 0o750)
  }
}

/// What a program printed, both streams together, and how it ended.
struct Outcome {
  var status: Int32
  var output: String
}

/// Runs a program found on the path to its end.
@discardableResult
func run(_ arguments: [String]) throws -> Outcome {
  var pipes: [Int32] = [0, 0]
  #expect(pipe(&pipes) == 0)
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  posix_spawn_file_actions_adddup2(&actions, pipes[1], 1)
  posix_spawn_file_actions_adddup2(&actions, pipes[1], 2)
  posix_spawn_file_actions_addclose(&actions, pipes[0])
  posix_spawn_file_actions_addclose(&actions, pipes[1])
  defer { posix_spawn_file_actions_destroy(&actions) }
  var vector: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
  vector.append(nil)
  defer { for pointer in vector { free(pointer) } }
  var process: pid_t = 0
  let code = posix_spawnp(&process, arguments[0], &actions, nil, vector, environ)
  close(pipes[1])
  defer { close(pipes[0]) }
  try #require(code == 0, "\(arguments[0]) is needed for this test and cannot be run")
  var output: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = read(pipes[0], &buffer, buffer.count)
    if count > 0 {
      output += buffer[..<count]
    } else if count == 0 || errno != EINTR {
      break
    }
  }
  var status: Int32 = 0
  while waitpid(process, &status, 0) < 0, errno == EINTR {}
  return Outcome(
    status: status & 0x7F == 0 ? (status >> 8) & 0xFF : -1,
    output: String(decoding: output, as: UTF8.self))
}

/// The verifier that README.md shows, which shares no code with the program, as it stands there.
let readmeVerifier: String = {
  let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  let bytes = (try? SystemDisk().contents("README.md", in: root).bytes) ?? []
  let blocks = String(decoding: bytes, as: UTF8.self)
    .split(separator: "```", omittingEmptySubsequences: false)
  let block = blocks.first { $0.hasPrefix("python\n") } ?? ""
  return String(block.dropFirst("python\n".count))
}()

/// What the independent verifier says of a file, one line.
func judge(_ path: String) throws -> String {
  let outcome = try run(["python3", "-c", readmeVerifier, path])
  return String(outcome.output.split(separator: "\n").last ?? "")
}

/// A store, an author and a few records to play with.
struct Bench {
  let folder: TemporaryFolder
  var store: Store
  let zhang: Author
  let wang: Author

  static let moment = "2026-03-12T14:30:00+08:00"
  static let activityPath = "organizations/Q1/activity-2026.zhang.rec"

  init(disk: any Disk = SystemDisk()) throws {
    folder = try TemporaryFolder()
    _ = try Store.create(
      at: folder.path, manifest: Manifest(unit: "青松监狱"),
      files: [("catalog/kind.rec", Array("%rec: kind\n\nId: K1\nTitle: 党课\n\n".utf8))])
    store = try Store(opening: folder.path, disk: disk)
    zhang = try #require(Author(writer: "zhang", by: "Q1M01(张明)"))
    wang = try #require(Author(writer: "wang", by: "Q1M02(王芳)"))
  }

  static func activity(
    _ title: String, organization: String = "Q1", restricted: Bool = false
  ) -> NewRecord {
    NewRecord(
      type: "activity", organization: organization, restricted: restricted,
      fields: [
        Field("Organization", organization), Field("Title", title),
        Field("Minutes", "第一行\n\n第三行"),
      ])
  }

  static func matter(_ title: String, organization: String = "Q1") -> NewRecord {
    NewRecord(
      type: "matter", organization: organization,
      fields: [Field("Organization", organization), Field("Title", title)])
  }

  /// Three activities, one append each; the bytes of their file.
  func threeRecords() throws -> [UInt8] {
    for title in ["一", "二", "三"] {
      _ = try store.append([Self.activity(title)], by: zhang, at: Self.moment)
    }
    return try folder.bytes(Self.activityPath)
  }

  func file(_ path: String = Bench.activityPath) throws -> LogFile {
    try #require(try store.read().first { $0.path == path })
  }

  func titles(_ path: String = Bench.activityPath) throws -> [String] {
    try file(path).records.filter(\.isIntact).compactMap { $0.first("Title") }
  }
}
