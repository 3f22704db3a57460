import Testing

/// A user's desk: a home of its own and a day that stands still.
struct Desk {
  let folder = Folder()
  var environment: [String: String] = [:]

  init() {
    folder.makeFolder("home")
    environment = [
      "HOME": folder.path("home"), "PATH": Binary.environment("PATH") ?? "/usr/bin:/bin",
      "LC_ALL": "C.UTF-8", "ZHIBU_TODAY": "2026-11-20", "TERM": "xterm-256color",
    ]
  }

  /// Runs the program.
  func zhibu(_ arguments: String..., input: String = "") -> Run {
    Binary.run(
      Binary.path, arguments, environment: environment, input: input, in: folder)
  }

  /// Runs the program on a terminal.
  func onTerminal(_ arguments: String...) -> Run {
    Binary.runOnTerminal(arguments, environment: environment, in: folder)
  }

  /// Runs a line of shell in the desk's folder with `$zhibu` set.
  func shell(_ script: String) -> Run {
    var environment = environment
    environment["zhibu"] = Binary.path
    return Binary.run("/bin/sh", ["-c", script], environment: environment, in: folder)
  }

  /// A desk with a store in `ledger` that holds the sample file.
  static func withLedger() throws -> Desk {
    var desk = Desk()
    try #require(desk.zhibu("init", "ledger", "--unit", "青石监狱").status == 0)
    desk.environment["ZHIBU_STORE"] = desk.folder.path("ledger")
    desk.folder.write("start.rec", Sample.start)
    let added = desk.zhibu("add", "start.rec", "--as", "Q1M01(李敏)/limin")
    try #require(added.status == 0, "\(added.errors)")
    return desk
  }
}

/// Files for `zhibu add`.
enum Sample {
  static let names = ["李敏", "陈晓", "张建国", "孙丽", "王五", "赵磊", "周航", "吴芳"]

  /// A branch with eight full members and a meeting of six of them that voted.
  static let start =
    """
    %rec: organization

    Organization: Q1
    Name: 一监区党支部
    Level: 党支部
    Since: 2020-01-01
    Elected: 2024-03-01
    Term: 3
    Officer: Q1M01 书记
    Officer: Q1M02 组织委员
    Officer: Q1M03 宣传委员

    %rec: member


    """ + names.enumerated().map(member).joined() + meeting

  static func member(_ index: Int, _ name: String) -> String {
    """
    Member: Q1M0\(index + 1)
    Name: \(name)
    Organization: Q1
    Status: 正式党员
    Since: 2020-01-01


    """
  }

  static let meeting = """
    %rec: activity

    Organization: Q1
    Kind: 党员大会
    Number: 4
    Date: 2026-10-12
    Start: 14:30
    End: 16:00
    Place: 二楼会议室
    Presider: Q1M01
    Recorder: Q1M02
    Present: Q1M01
    Present: Q1M02
    Present: Q1M03
    Present: Q1M04
    Present: Q1M05
    Present: Q1M06
    Absent: Q1M07 值班 批准=Q1M01
    Absent: Q1M08 出差
    State: 未定稿
    Item: 讨论接收预备党员
    ItemKind: 表决
    Minutes: 介绍人发言。
    +
    + 大家同意。
    Vote: 对象=某某同志 类别=接收预备党员 方式=无记名 赞成=5 不赞成=0 弃权=1 监票=Q1M02 计票=Q1M03
    Resolution: 同意接收

    """

  static let meetingId = "Q1-activity-2026-limin-0001"
}
