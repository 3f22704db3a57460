import Archive
import Foundation
import RecordLog
import Testing

@Suite struct SchemaTests {
  @Test(arguments: RecordShape.types)
  func documentsEveryFieldOfTheFormat(type: String) throws {
    let file = try #require(BuiltIn.bytes(of: "schema/\(type).rec"))
    let schema = try #require(Schema.read(file).first)
    let shape = try #require(RecordShape.of(type))
    #expect(schema.type == type)
    #expect(Set(schema.fields.map(\.name)) == Set(shape.fields.map(\.name)))
    for field in shape.fields where field.repeats {
      #expect(schema.fields.first { $0.name == field.name }?.repeats == true, "\(field.name)")
    }
  }

  /// The table of types in FORMAT.md names each field; those of section 4 stand there.
  @Test(arguments: RecordShape.types)
  func formatDocumentNamesEveryField(type: String) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let document = try String(contentsOf: root.appending(path: "FORMAT.md"), encoding: .utf8)
    let row = try #require(document.split(separator: "\n").first { $0.hasPrefix("| `\(type)` |") })
    let shape = try #require(RecordShape.of(type))
    let common = ["Note", "Tag", "File", "Corrects", "Withdraws", "Follows", "Reason"]
    for field in shape.fields where !common.contains(field.name) {
      #expect(
        row.contains("`\(field.name)`") || row.contains("`\(field.name)*`"), "\(field.name)")
    }
  }

  @Test func catalogueFilesPassRecfix() throws {
    for file in BuiltIn.files {
      let result = try run("recfix", ["--check"], input: file.bytes)
      #expect(result.status == 0, "\(file.path): \(result.output)")
    }
  }

  @Test func everyFileOfAStorePassesRecfix() throws {
    let sandbox = try Sandbox.withBranch()
    try sandbox.add(Self.oneOfEachType)
    let archive = try sandbox.archive()
    // A withdrawal has none of its type's fields; the constraints have to let it pass.
    for type in RecordShape.types where type != "organization" && type != "member" {
      let record = try #require(archive.folded(type: type).first)
      try sandbox.add("%rec: \(type)\n\nWithdraws: \(record.reference)\nReason: 重复录入\n")
    }
    let files = try sandbox.store.read()
    #expect(Set(files.map(\.type)) == Set(RecordShape.types))
    for file in files {
      var input = try #require(BuiltIn.bytes(of: "schema/\(file.type).rec"))
      input.append(UInt8(ascii: "\n"))
      input += Array(try Data(contentsOf: URL(fileURLWithPath: "\(sandbox.path)/\(file.path)")))
      let result = try run("recfix", ["--check"], input: input)
      #expect(result.status == 0, "\(file.path): \(result.output)")
    }
  }

  @Test(arguments: [
    ("without Sum", "Organization: Q1\nKind: 党课\nDate: 2026-03-12\n", false),
    ("no such day", "Organization: Q1\nKind: 党课\nDate: 2026-13-12\n", true),
    ("no such time", "Organization: Q1\nKind: 党课\nDate: 2026-03-12\nStart: 25:00\n", true),
    ("without its date", "Organization: Q1\nKind: 党课\n", true),
    (
      "a withdrawal without its reason", "Withdraws: Q1-activity-2026-li-0001\n", true
    ),
  ])
  func recfixRefuses(what: String, body: String, isSummed: Bool) throws {
    let sum = String(repeating: "a", count: 64)
    var text = String(
      decoding: try #require(BuiltIn.bytes(of: "schema/activity.rec")), as: UTF8.self)
    text += "\nId: Q1-activity-2026-li-0002\n\(body)By: Q1M01(李敏)\n"
    text += "At: 2026-03-12T14:30:05+08:00\n" + (isSummed ? "Sum: \(sum)\n" : "")
    let result = try run("recfix", ["--check"], input: Array(text.utf8))
    #expect(result.status != 0, "\(what)")
  }

  @Test func fieldsOfTheUnitsOwnHaveLabels() {
    let text = "%rec: activity\n%doc: 活动\n+ Date 日期\n+ Weather* 天气 情况\n%mandatory: Id\n"
    let schemas = Schema.read(Array(text.utf8))
    #expect(schemas.map(\.title) == ["活动"])
    #expect(schemas.first?.label(of: "Weather") == "天气 情况")
    #expect(schemas.first?.fields.map(\.repeats) == [false, true])
  }

  static let oneOfEachType = """
    %rec: activity

    Organization: Q1
    Kind: 党员大会
    Number: 1
    Date: 2026-03-12
    Start: 14:30
    End: 16:00
    Sitting: 1/2
    Place: 二楼会议室
    Presider: Q1M01
    Recorder: Q1M02
    Present: Q1M01
    Present: Q1M02
    Video: Q1M03
    Absent: Q1M05 值班 批准=Q1M01
    Attending: 刘×(政治处)
    Hours: 1.5
    Headcount: ~20
    Minutes: 第一行
    +
    + 第三行
    State: 定稿
    Signed: Q1M01 2026-03-13
    Tag: 维度=学用
    Item: 表决
    ItemKind: 表决
    Vote: 类别=普通 方式=举手 赞成=3 不赞成=0 弃权=0
    Owner: Q1M02
    Due: 2026-04-01

    %rec: matter

    Organization: Q1
    Kind: 办实事
    Title: 备勤室换床垫
    Opened: 2026-04-01
    State: 办理中

    %rec: document

    Organization: Q1
    Kind: 计划
    Title: 2026年工作计划
    Date: 2026-01-10
    Count: 1

    %rec: honor

    Organization: Q1
    Date: 2026-07-01
    Level: 监狱
    Title: 优秀共产党员
    To: Q1M03
    Collective: 否

    %rec: review

    Organization: Q1
    Checklist: 规范化自查
    Revision: 1
    Date: 2026-06-30
    Item: A01
    Answer: 达标
    By: 人工
    Item: B04
    Answer: 未达标
    By: 人工
    Remark: 没有分工

    %rec: procedure

    Organization: Q1
    Kind: 发展党员
    Subject: Q1M08
    Step: 支部大会通过
    Date: 2026-03-01

    %rec: plan

    Organization: Q1
    Period: 2026-Q2
    Title: 讲党课
    Number: 1

    %rec: team

    Organization: Q1
    Kind: 突击队
    Name: 应急处置突击队
    Since: 2026-01-01
    Person: Q1M05

    %rec: figure

    Organization: Q1
    Indicator: 规范率
    Period: 2026
    Value: 98.5
    Unit: %

    %rec: dues

    Organization: Q1
    Member: Q1M05
    Month: 2026-03
    Base: 5000.00
    Paid: 50.00
    PaidOn: 2026-03-05

    %rec: seal

    Organization: Q1
    Date: 2026-12-31
    Head: 0123456789012345678901234567890123456789012345678901234567890123
    Files: a 1 b

    """
}
