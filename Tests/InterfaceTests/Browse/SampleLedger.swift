import Archive
import Foundation
import Glibc
import OrganizationLife
import RecordLog
import Testing
import Wording

@testable import Interface

/// A prison with two branches and a year of records, written by hand; every name is invented.
enum SampleLedger {
  static let committee = """
    %rec: organization

    Organization: Y1
    Name: 第一监狱党委
    Level: 党委
    Since: 2020-01-01

    Organization: Q1
    Name: 二监区党支部
    Level: 党支部
    Parent: Y1
    Since: 2020-01-01
    Elected: 2024-03-10
    Term: 3
    Officer: Q1M01(李敏) 书记
    Officer: Q1M02(陈晓) 组织委员
    Officer: Q1M03(张建国) 纪检委员

    Organization: Q1G1
    Name: 第一党小组
    Level: 党小组
    Parent: Q1
    Since: 2020-01-01

    Organization: Q1G2
    Name: 第二党小组
    Level: 党小组
    Parent: Q1
    Since: 2020-01-01

    Organization: Q2
    Name: 三监区党支部
    Level: 党支部
    Parent: Y1
    Since: 2020-01-01
    Elected: 2021-05-01
    Term: 3
    Officer: Q2M01(何平) 书记

    """

  static let people: [(id: String, name: String, group: String, status: String)] = [
    ("Q1M01", "李敏", "Q1G1", "正式党员"), ("Q1M02", "陈晓", "Q1G1", "正式党员"),
    ("Q1M03", "张建国", "Q1G1", "正式党员"), ("Q1M04", "王五", "Q1G1", "正式党员"),
    ("Q1M05", "赵磊", "Q1G2", "预备党员"), ("Q1M06", "孙丽", "Q1G2", "正式党员"),
    ("Q1M07", "周强", "Q1G2", "正式党员"), ("Q1M08", "吴燕", "Q1G2", "正式党员"),
    ("Q1M09", "郑涛", "", "发展对象"), ("Q2M01", "何平", "", "正式党员"),
    ("Q2M02", "高峰", "", "正式党员"), ("Q2M03", "林静", "", "正式党员"),
  ]

  static var roster: String {
    "%rec: member\n\n"
      + people.map { person in
        var lines = [
          "Member: \(person.id)", "Name: \(person.name)",
          "Organization: \(person.id.prefix(2))",
        ]
        if !person.group.isEmpty { lines.append("Group: \(person.group)") }
        lines += [
          "Status: \(person.status)", "Category: 在职", "Job: 一线值班", "Rank: 三级警长",
          "Gender: 男", "Nation: 汉族", "Born: 1984-06", "Education: 大学", "Applied: 2006-03",
        ]
        switch person.status {
        case "正式党员":
          lines += [
            "Admitted: 2008-11-01", "Approved: 2008-11-20", "Confirmed: 2009-11-01",
            "Introducer: Q1M03(张建国)",
          ]
        case "预备党员": lines += ["Admitted: 2025-10-15", "Approved: 2025-11-02"]
        default: break
        }
        return (lines + ["Since: 2020-01-01"]).joined(separator: "\n")
      }.joined(separator: "\n\n") + "\n"
  }

  /// Who came to a meeting of the whole branch; 王五 is on duty where `without` says so.
  static func present(without absent: Set<String> = []) -> String {
    people.filter { $0.id.hasPrefix("Q1") && $0.status.hasSuffix("党员") }
      .filter { !absent.contains($0.id) }
      .map { "Present: \($0.id)(\($0.name))" }.joined(separator: "\n")
  }

  static var held: String {
    """
    %rec: activity

    Organization: Q1
    Kind: 党员大会
    Number: 1
    Date: 2026-03-12
    Start: 14:30
    End: 16:00
    Place: 二楼会议室
    Presider: Q1M01(李敏)
    Recorder: Q1M02(陈晓)
    \(present(without: ["Q1M04"]))
    Absent: Q1M04(王五) 值班 批准=Q1M01(李敏)
    Attending: 刘×(政治处)
    Summary: 会议开得认真。
    State: 未定稿
    Item: 学习上级文件
    ItemKind: 传达学习
    Minutes: 李敏领学。
    + 陈晓:结合实际谈体会。
    + 张建国:请大家按时完成。
    Item: 讨论接收郑涛同志为中共预备党员
    ItemKind: 表决
    About: Q1M09(郑涛)
    Minutes: 张建国介绍郑涛同志的情况。
    Vote: 对象=Q1M09(郑涛) 类别=接收预备党员 方式=无记名 赞成=6 不赞成=0 弃权=0 发出=6 收回=6 有效=6 监票=Q1M06(孙丽) 计票=Q1M07(周强)
    Resolution: 同意接收郑涛同志为中共预备党员,报上级党委审批。
    Owner: Q1M02(陈晓)
    Due: 2026-03-31

    Organization: Q1
    Kind: 党课
    Number: 3
    Date: 2026-09-12
    Start: 15:00
    End: 16:30
    Title: 纪律建设专题党课
    Place: 二楼会议室
    Presider: Q1M02(陈晓)
    Recorder: Q1M02(陈晓)
    Lecturer: Q1M01(李敏)
    \(present(without: ["Q1M04"]))
    Absent: Q1M04(王五) 值班
    Hours: 2
    State: 定稿
    Signed: Q1M01(李敏) 2026-09-13
    Minutes: 李敏讲授。

    Organization: Q1
    Kind: 主题党日
    Date: 2026-11-05
    Start: 15:00
    End: 17:00
    Title: 重温入党誓词
    Place: 活动室
    Presider: Q1M01(李敏)
    Recorder: Q1M02(陈晓)
    \(present())
    Hours: 2
    State: 未定稿
    Item: 重温入党誓词
    ItemKind: 环节
    Minutes: 全体党员面向党旗宣誓。

    Organization: Q1
    Kind: 党课
    Date: 2026-05-08
    Title: 误录的党课
    Place: 二楼会议室
    State: 未定稿
    Minutes: 重复录入。

    Organization: Q1
    Kind: 支委会
    Number: 1
    Date: 2026-06-03
    Start: 09:00
    End: 10:00
    Place: 二楼会议室
    Presider: Q1M01(李敏)
    Recorder: Q1M02(陈晓)
    Present: Q1M01(李敏)
    Present: Q1M02(陈晓)
    Present: Q1M03(张建国)
    State: 未定稿
    Minutes: 研究党日安排。

    """
  }

  static var meetingsOfGroups: String {
    """
    %rec: activity

    Organization: Q1G1
    Kind: 党小组会
    Number: 11
    Date: 2026-11-10
    Start: 16:00
    End: 17:00
    Place: 值班室
    Presider: Q1M03(张建国)
    Recorder: Q1M03(张建国)
    Present: Q1M01(李敏)
    Present: Q1M02(陈晓)
    Present: Q1M03(张建国)
    Absent: Q1M04(王五) 值班
    State: 定稿
    Signed: Q1M03(张建国) 2026-11-11
    Minutes: 学习文件。

    %rec: matter

    Organization: Q1
    Kind: 检查问题
    Title: 谈心谈话记录不规范
    Opened: 2026-10-20
    Owner: Q1M01(李敏)
    Due: 2026-11-10
    State: 办理中

    %rec: review

    Organization: Q1
    Checklist: 规范化自查
    Revision: 1
    Date: 2026-10-15
    Reviewer: Q1M01(李敏)
    Item: A03
    Text: 组织关系转接
    Answer: 达标
    By: 人工
    Remark: 回执齐全

    """
  }

  static func author() throws -> Author {
    try #require(Author(writer: "chen", by: "Q1M02(陈晓)"))
  }

  static func records(_ text: String) -> [NewRecord] {
    PlainRecords.parse(Array(text.utf8)).records.map { record in
      NewRecord(
        type: record.type ?? "", organization: record.first("Organization") ?? "",
        fields: record.fields)
    }
  }

  /// The sample, written once for all tests.
  static let shared = Result { try open() }

  /// A store with a catalogue and nothing else.
  static func openEmpty() throws -> Archive {
    let store = try create()
    defer { remove(store) }
    return try Archive.open(store)
  }

  /// Removes the folder that `create` made. What is opened has been read whole.
  private static func remove(_ store: Store) {
    let folder = URL(fileURLWithPath: store.root).deletingLastPathComponent()
    try? FileManager.default.removeItem(at: folder)
  }

  private static func create() throws -> Store {
    // The six X are replaced by the system with what makes the name new.
    var template = Array("/tmp/zhibu-browse-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkdtemp($0) != nil } ?? false
    }
    try #require(made)
    let root = String(
      decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return try Store.create(
      at: root + "/store", manifest: Manifest(unit: "第一监狱"), files: BuiltIn.files)
  }

  private static func open() throws -> Archive { try written { try Archive.open($0) } }

  /// Writes the store below a directory of its own, which is removed when it was looked at.
  static func written<Result>(_ body: (Store) throws -> Result) throws -> Result {
    let store = try create()
    defer { remove(store) }
    let author = try author()
    func append(_ text: String, at moment: String) throws {
      _ = try store.append(records(text), by: author, at: moment)
    }
    try append(committee, at: "2025-12-20T09:00:00+08:00")
    try append(roster, at: "2025-12-20T10:00:00+08:00")
    try append(held, at: "2026-11-06T08:30:00+08:00")
    try append(meetingsOfGroups, at: "2026-11-11T08:30:00+08:00")
    try change(store)
    return try body(store)
  }

  /// Signs the assembly off, corrects it, withdraws a lesson and leaves two rival corrections of
  /// the committee's meeting.
  private static func change(_ store: Store) throws {
    let author = try author()
    func correct(
      _ id: String, at moment: String, reason: String?, _ edit: (inout [Field]) -> Void
    ) throws {
      let archive = try Archive.open(store)
      let record = try #require(archive.record(Reference(id)))
      let own: Set<String> = ["Id", "By", "At", "Sum", "Corrects", "Reason"]
      var fields = record.fields.filter { !own.contains($0.name) }
      edit(&fields)
      fields.append(Field("Corrects", "\(id) \(record.sum.prefix(8))"))
      if let reason { fields.append(Field("Reason", reason)) }
      _ = try store.append(
        [NewRecord(type: record.type, organization: "Q1", fields: fields)], by: author,
        at: moment)
    }
    func set(_ name: String, _ value: String, in fields: inout [Field]) {
      for index in fields.indices where fields[index].name == name { fields[index].value = value }
    }
    try correct("Q1-activity-2026-chen-0001", at: "2026-11-07T09:00:00+08:00", reason: nil) {
      set("State", "定稿", in: &$0)
      $0.append(Field("Signed", "Q1M01(李敏) 2026-11-07"))
    }
    try correct(
      "Q1-activity-2026-chen-0006", at: "2026-11-08T09:00:00+08:00", reason: "地点写错"
    ) { fields in
      set("Place", "三楼会议室", in: &fields)
      for index in fields.indices where fields[index].value.contains("按时完成") {
        fields[index].value = fields[index].value.replacing("按时完成", with: "月底前完成")
      }
    }
    try correct(
      "Q1-activity-2026-chen-0005", at: "2026-11-09T09:00:00+08:00", reason: "补写地点"
    ) { set("Place", "一楼会议室", in: &$0) }
    try correct(
      "Q1-activity-2026-chen-0005", at: "2026-11-09T10:00:00+08:00", reason: "补写结束时间"
    ) { set("End", "10:30", in: &$0) }
    _ = try store.append(
      [
        NewRecord(
          type: "activity", organization: "Q1",
          fields: [
            Field("Withdraws", "Q1-activity-2026-chen-0004"), Field("Reason", "重复录入"),
          ])
      ], by: author, at: "2026-11-09T11:00:00+08:00")
  }
}

/// Screens over the sample ledger.
struct Browsing {
  var context: Context

  init(
    rows: Int = 24, columns: Int = 80, language: Language = .chinese, archive: Archive? = nil
  ) throws {
    let today = try #require(Day("2026-11-20"))
    let now = try #require(Moment("2026-11-20T09:00:00+08:00"))
    let identity = Identity(
      person: Person("Q1M01(李敏)"), post: "书记", writer: "limin",
      organization: OrganizationIdentifier("Q1"))
    let session = Session(
      language: language, today: today, now: now, size: TextSize(rows: rows, columns: columns),
      identity: identity, proposedDirectory: "", login: "limin")
    context = Context(
      archive: try archive ?? SampleLedger.shared.get(), session: session, drafts: [],
      scope: OrganizationIdentifier("Q1"))
  }

  static func organization(_ text: String) throws -> OrganizationIdentifier {
    try #require(OrganizationIdentifier(text))
  }

  static func member(_ text: String) throws -> MemberIdentifier {
    try #require(MemberIdentifier(text))
  }

  func list(_ source: ListSource) -> ListScreen {
    var screen = ListScreen(source)
    screen.refresh(in: context)
    return screen
  }

  func page(_ subject: PageSubject) -> PageScreen {
    var screen = PageScreen(subject)
    screen.refresh(in: context)
    return screen
  }

  /// The body of a screen as it is drawn, with its cursor.
  func frame(_ screen: some ScreenBehavior) -> Frame {
    var frame = Frame(size: context.session.size)
    let body = Area(
      top: 2, left: 0, rows: context.session.size.rows - 4, columns: context.session.size.columns)
    frame.cursor = screen.draw(on: &frame, area: body, in: context)
    return frame
  }

  /// The rows of the body that hold something.
  func text(_ screen: some ScreenBehavior) -> [String] {
    frame(screen).text().filter { !$0.isEmpty }
  }
}
