import Testing

/// A store with one of each fault that verify knows of, most of them in records that another
/// program wrote with Sums that agree.
@Suite("Verify: what stored records say")
struct VerificationTests {
  /// Blocks for Support/handmade.py, the expected code behind `#!` on the line it is about (taken
  /// out before writing).
  static let handMade = """
    == organizations/Q1/activity-2026.hand.rec
    Organization: Q1
    Kind: 茶话会 #! unknown-kind
    Date: 2026-02-30 #! bad-date
    Start: 25:00 #! bad-time
    Number: 三 #! bad-number
    Hours: 很多 #! bad-number
    Headcount: 约20 #! bad-number
    Sitting: 一 #! bad-value
    Presider: Q1M99(某某) #! unknown-member
    Recorder: Q1M02(陈小) #! other-name
    Present: 客人 #! bad-value
    Present: Q1M03(张建国)
    Absent: Q1M98(某某) 病假 #! unknown-member
    State: 草稿 #! unknown-word
    Vote: 赞成=1 #! outside-item
    Colour: red #! unknown-field
    Item: 一
    ItemKind: 闲聊 #! unknown-word
    ItemKind: 表决 #! repeated-field
    Due: 明天 #! bad-date
    Vote: 类别=普通 赞成=多 #! bad-number
    Vote: 类别=普通 #! bad-value
    Item: 二
    Due: 2026-10-01

    Organization: Q1 #! missing-field missing-field
    Place: 二楼
    Place: 三楼 #! repeated-field

    Organization: Q1
    Kind: 党员大会
    Date: 2026-03-12
    EndDate: 2026-03-11 #! impossible
    Present: Q1M01(李敏)
    Present: Q1M01(李敏) #! impossible
    Late: Q1M02(陈晓) #! impossible
    State: 定稿 #! missing-signature
    Item: 表决
    Vote: 类别=普通 赞成=99 #! doubtful-vote

    Organization: Q1
    Kind: 党员大会
    Date: 2026-03-13
    Present: Q1M01(李敏)
    State: 未定稿

    Corrects: SUM8(Q1-activity-2026-hand-0004)
    Organization: Q1
    Kind: 党员大会
    Date: 2026-03-13
    State: 未定稿

    Corrects: SUM8(Q1-activity-2026-hand-0004) #: conflict
    Organization: Q1
    Kind: 党员大会
    Date: 2026-03-14
    State: 未定稿

    Follows: Q1-activity-2026-hand-0999 #! unknown-reference unknown-reference
    Organization: Q1
    Kind: 党员大会
    Date: 2026-03-15

    Corrects: Q1-activity-2026-limin-0001 00000000 #! other-sum
    Organization: Q2 #! foreign-folder unknown-organization
    Kind: 党员大会
    Date: 2026-03-16

    Withdraws: Q1-activity-2026-hand-0998 #! unknown-reference
    Reason: 错

    Organization: Q1
    Kind: 党员大会
    Date: 2026-03-17
    State: 未定稿

    Withdraws: Q1-activity-2026-hand-0010 #: missing-reason
    Title: 也 #! not-in-withdrawal

    == organizations/Q1/matter-2026.hand.rec
    Organization: Q1
    Kind: 意见建议
    Title: 一
    Opened: 2026-03-12
    Due: 2026-03-01 #! days-reversed
    Source: Q1-activity-2026-limin-0001#7 #! unknown-reference
    Closed: 2026-03-11 #! days-reversed
    State: 已结束 #! unknown-word

    Organization: Q1
    Kind: 意见建议
    Title: 二
    Opened: 2026-03-12
    Source: Q1-activity-2026-limin-0099 #! unknown-reference
    State: 办理中
    File: 0000000000000000000000000000000000000000000000000000000000000000 照片 #! missing-attachment

    Organization: Q1
    Kind: 意见建议
    Title: 三
    Opened: 2026-03-12
    Source: 会上口头提出
    State: 办理中

    Corrects: SUM8(Q1-matter-2026-hand-0003) #! missing-reason
    Organization: Q1
    Kind: 意见建议
    Title: 三,改
    Opened: 2026-03-12
    State: 办理中

    == organizations/Q1/member.hand.rec
    Member: q1m50 #! bad-value
    Name: 甲\u{200B}乙 #! invisible-character
    Organization: Q7 #! unknown-organization foreign-folder
    Status: 正式党员
    Since: 2026-03-12
    Until: 2026-03-01 #! days-reversed

    Member: Q1M51
    Name: 丙丁
    Organization: Q1
    Group: Q1 #! not-a-group
    Status: 正式党员
    Since: 2026-03-12
    Left: 转出 #! missing-field

    Member: Q1M53
    Name: 戊己
    Organization: Q1
    Status: 正式党员
    Since: 2026-03-12

    Corrects: SUM8(Q1-member---hand-0003) #! missing-reason
    Member: Q1M52 #! other-identity
    Name: 丙丁
    Organization: Q1
    Status: 正式党员
    Since: 2026-03-12

    == organizations/Q1/restricted/dues-2026.hand.rec
    Organization: Q1
    Member: Q1M01
    Month: 2026-3 #! bad-date
    Paid: 12.5 #! bad-number

    == organizations/Q1/plan-2026.hand.rec
    Organization: Q1
    Period: 上半年 #! bad-date
    Title: 一
    + 二
    Kind: 一
    + 二 #: bad-value

    == organizations/Q1/seal-2026.hand.rec
    Organization: Q1 #: seal-head
    Date: 2026-03-12
    Head: 123

    == organizations/Q1/honor-2026.old.rec
    Organization: Q1
    Date: 2026-03-12
    Title: 先进一

    Organization: Q1
    Date: 2026-03-12
    Title: 先进

    == organizations/Q1/minutes-2026.hand.rec
    Organization: Q1
    """

  /// The text to write, and `file:line: code` for each mark: the line of the mark as it will be
  /// written, two lines of header and the `Id` of each record counted.
  private static func prepared() -> (text: String, expected: [String]) {
    var text = ""
    var expected: [String] = []
    var path = ""
    var line = 0
    var record = 0
    var isFirst = true
    for source in handMade.split(separator: "\n", omittingEmptySubsequences: false) {
      let parts = source.split(separator: " #", maxSplits: 1)
      text += (parts.first ?? "") + "\n"
      if source.hasPrefix("== ") {
        path = String(source.dropFirst(3))
        line = 2
        isFirst = true
        continue
      }
      if source.isEmpty {
        // By, At and Sum, then the empty line.
        line += 4
        isFirst = true
        continue
      }
      if isFirst {
        line += 1
        record = line
        isFirst = false
      }
      line += 1
      guard parts.count == 2 else { continue }
      let mark = parts[1]
      let codes = mark.dropFirst().split(separator: " ")
      for code in codes {
        // What is missing, and what concerns the record as a whole, stands at its first line.
        let isWhole =
          mark.hasPrefix(":") || (code == "missing-field" && !source.hasPrefix("Left"))
        let place = code == "bad-value" && mark.hasPrefix(":") ? line - 1 : isWhole ? record : line
        expected.append("\(path):\(place): \(code)")
      }
    }
    return (text, expected)
  }

  @Test("every fault at its line, and nothing else", .enabled(if: Binary.judges("python3")))
  func table() throws {
    let desk = try Desk.withLedger()
    let (text, expected) = Self.prepared()
    desk.folder.write("hand", text)
    let made = desk.shell(
      """
      python3 '\(Self.script)' ledger hand
      cd ledger
      echo x > notes.txt
      ln -s /etc/passwd organizations/Q1/honor-2026.hand.rec
      printf '%%rec: kindly\n\nId: 无题\n' > catalog/more.rec
      printf '手写\n' > catalog/hand.rec
      mkdir organizations/Q1/files
      echo x > organizations/Q1/files/$(printf '%064d' 1).txt
      printf 'Id: Q1-plan-2026-hand-0002\nOrg' >> organizations/Q1/plan-2026.hand.rec
      sed -i 's/先进一/先进二/' organizations/Q1/honor-2026.old.rec
      "$zhibu" verify --format tsv
      """)
    #expect(made.errors == "")
    let found = made.lines.dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      return "\(cells[0]):\(cells[1]): \(cells[2])"
    }
    let more = [
      "catalog/hand.rec:1: grammar",
      "catalog/more.rec:3: catalog",
      "notes.txt:0: foreign-file",
      "organizations/Q1/files/0000000000000000000000000000000000000000000000000000000000000001.txt"
        + ":0: altered-attachment",
      "organizations/Q1/honor-2026.hand.rec:0: link",
      "organizations/Q1/honor-2026.old.rec:3: edited",
      "organizations/Q1/minutes-2026.hand.rec:1: unknown-type",
      "organizations/Q1/plan-2026.hand.rec:14: torn-tail",
    ]
    let kinds = Set(found.compactMap { $0.split(separator: " ").last })
    print("verify: \(found.count) faults of \(kinds.count) kinds")
    #expect(found.sorted() == (expected + more).sorted())
  }

  /// Writes hand-made log files.
  static let script =
    "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/")
    + "/Support/handmade.py"
}
