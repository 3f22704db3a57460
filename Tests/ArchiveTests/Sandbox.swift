import Archive
import Foundation
import OrganizationLife
import RecordLog
import Testing

/// A store in a folder of its own, removed when the test lets go of it.
final class Sandbox {
  let path: String
  let store: Store
  static let author = Author(writer: "li", by: "Q1M01(李敏)")

  init(files: [(path: String, bytes: [UInt8])] = BuiltIn.files) throws {
    path = NSTemporaryDirectory() + "zhibu-archive-\(UUID().uuidString)"
    store = try Store.create(
      at: path, manifest: Manifest(unit: "第一监狱"), files: files)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func archive() throws -> Archive { try Archive.open(store) }

  /// Adds rec text through the gate; faults fail the test.
  @discardableResult
  func add(
    _ text: String, at moment: String = "2026-10-24T09:00:00+08:00",
    today: String = "2026-11-20", sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [String] {
    let result = EntryCheck(try archive()).check(
      Array(text.utf8), source: "a.rec", today: try day(today))
    #expect(result.faults == [], sourceLocation: sourceLocation)
    return try store.append(result.records, by: try #require(Self.author), at: moment).map(
      \.description)
  }

  /// Writes fields as they are, past the gate.
  @discardableResult
  func write(
    _ type: String, _ fields: [Field], by author: Author? = Sandbox.author,
    at moment: String = "2026-10-24T09:00:00+08:00"
  ) throws -> String {
    let record = NewRecord(type: type, organization: "Q1", fields: fields)
    let ids = try store.append([record], by: try #require(author), at: moment)
    return try #require(ids.first).description
  }

  /// `ID SUM8` of a stored record.
  func version(_ id: String) throws -> String {
    let record = try #require(try archive().record(Reference(id)))
    return "\(id) \(record.sum.prefix(8))"
  }

  /// A prison with one branch of two groups and nine people.
  static let branch = """
    %rec: organization

    Organization: DW
    Name: 第一监狱党委
    Level: 党委
    Since: 2019-01-01
    Officer: DWM1 书记

    Organization: Q1
    Name: 一监区党支部
    Level: 党支部
    Parent: DW
    Since: 2019-01-01
    Elected: 2024-05-10
    Term: 3
    Officer: Q1M01 书记
    Officer: Q1M02 副书记
    Officer: Q1M03 组织委员

    Organization: Q1A
    Name: 第一党小组
    Level: 党小组
    Parent: Q1
    Since: 2019-01-01

    Organization: Q1B
    Name: 第二党小组
    Level: 党小组
    Parent: Q1
    Since: 2019-01-01

    Organization: JG
    Name: 机关党支部
    Level: 党支部
    Parent: DW
    Since: 2019-01-01

    %rec: member

    Member: DWM1
    Name: 高远
    Organization: JG
    Status: 正式党员
    Since: 2019-01-01

    Member: Q1M01
    Name: 李敏
    Organization: Q1
    Group: Q1A
    Status: 正式党员
    Since: 2019-01-01

    Member: Q1M02
    Name: 陈晓
    Organization: Q1
    Group: Q1A
    Status: 正式党员
    Since: 2019-01-01

    Member: Q1M03
    Name: 张建国
    Organization: Q1
    Group: Q1A
    Status: 正式党员
    Since: 2019-01-01

    Member: Q1M04
    Name: 孙丽
    Organization: Q1
    Group: Q1A
    Status: 正式党员
    Since: 2019-01-01

    Member: Q1M05
    Name: 王五
    Organization: Q1
    Group: Q1B
    Status: 正式党员
    Since: 2019-01-01

    Member: Q1M06
    Name: 周一
    Organization: Q1
    Group: Q1B
    Status: 正式党员
    Since: 2019-01-01

    Member: Q1M07
    Name: 吴越
    Organization: Q1
    Group: Q1B
    Status: 正式党员
    Since: 2019-01-01

    Member: Q1M08
    Name: 赵磊
    Organization: Q1
    Group: Q1B
    Status: 预备党员
    Admitted: 2026-03-01
    Since: 2026-03-01

    """

  /// One with the branch already in it.
  static func withBranch() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.add(branch, at: "2026-01-02T09:00:00+08:00", today: "2026-01-02")
    return sandbox
  }
}

func day(_ text: String) throws -> Day { try #require(Day(text)) }

func organization(_ text: String) throws -> OrganizationIdentifier {
  try #require(OrganizationIdentifier(text))
}

/// The fields of one record of rec text.
func fields(_ text: String) throws -> [Field] {
  let (records, faults) = PlainRecords.parse(Array(text.utf8))
  #expect(faults == [])
  return try #require(records.first).fields
}

/// Runs a program of recutils; its output and exit status. Where it is not installed the test
/// fails and says so.
func run(
  _ program: String, _ arguments: [String], input: [UInt8], directory: String? = nil
) throws -> (output: String, status: Int32) {
  let path = "/usr/bin/\(program)"
  try #require(
    FileManager.default.isExecutableFile(atPath: path), "\(program) is wanted: install recutils")
  let file = NSTemporaryDirectory() + "zhibu-input-\(UUID().uuidString)"
  try Data(input).write(to: URL(fileURLWithPath: file))
  defer { try? FileManager.default.removeItem(atPath: file) }
  let process = Process()
  process.executableURL = URL(fileURLWithPath: path)
  process.arguments = arguments
  process.environment = ["LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai"]
  process.standardInput = FileHandle(forReadingAtPath: file)
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let data = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (String(decoding: data, as: UTF8.self), process.terminationStatus)
}
