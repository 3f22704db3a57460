import Testing

/// Input that once crashed the program, was taken for true, or reached the terminal.
@Suite("Attacks")
struct AttackTests {
  static let meeting = """
    %rec: activity

    Organization: Q1
    Kind: 党员大会
    Date: 2026-10-13
    Present: Q1M01
    Present: Q1M02
    Item: 议
    ItemKind: 表决

    """

  static let member = """
    %rec: member

    Member: Q1M20
    Organization: Q1
    Status: 正式党员
    Since: 2026-01-01

    """

  @Test(
    "numbers that no sum could hold, parts said twice, names and groups that cannot be",
    arguments: [
      (
        meeting + "Vote: 赞成=9223372036854775807 不赞成=9223372036854775807\n",
        "x.rec:10: 议题1的 Vote:"
      ),
      (meeting + "Vote: 赞成=1 赞成=2\n", "x.rec:10: 议题1的 Vote:只能写一次"),
      (
        "%rec: document\n\nOrganization: Q1\nKind: 心得\nTitle: a\nDate: 2026-01-01\n"
          + "Count: 9223372036854775807\n", "x.rec:7: Count:"
      ),
      (member + "Name: (新人\n", "x.rec:7: Name:"),
      (member + "Name: 新\u{200B}人\n", "x.rec:7: Name:编号和姓名里不能有看不见的字符 U+200B"),
      (member + "Name: 新人\nGroup: Q1\n", "x.rec:8: Group:Q1 不是 Q1 的党小组"),
      (member + "Name: 新人\nLeft: 转出\n", "x.rec:8: Until:没有填写"),
    ])
  func refused(text: String, fault: String) throws {
    let desk = try Desk.withLedger()
    let before = desk.folder.files(below: "ledger").map { desk.folder.read(relative($0, desk)) }
    desk.folder.write("x.rec", text)
    let run = desk.zhibu("add", "x.rec", "--as", "Q1M01/limin")
    #expect(run.status == 1, "\(run.errors)")
    #expect(run.errors.hasPrefix(fault), "\(run.errors)")
    #expect(
      desk.folder.files(below: "ledger").map { desk.folder.read(relative($0, desk)) } == before)
  }

  private func relative(_ path: String, _ desk: Desk) -> String {
    String(path.dropFirst(desk.folder.root.count + 1))
  }

  @Test("joiners in a title are text, and stay")
  func joiners() throws {
    let desk = try Desk.withLedger()
    let title = "می\u{200C}خواهم 👨\u{200D}👩\u{200D}👧"
    let added = desk.zhibu(
      "add", "-", "--as", "Q1M01/limin",
      input: "%rec: honor\n\nOrganization: Q1\nDate: 2026-03-12\nTitle: \(title)\n")
    #expect(added.status == 0, "\(added.errors)")
    #expect(
      desk.folder.read("ledger/organizations/Q1/honor-2026.limin.rec").contains(
        "\nTitle: \(title)\n"))
  }

  @Test("a term of a thousand million years crashes nothing")
  func longTerm() throws {
    let desk = try Desk.withLedger()
    desk.folder.write(
      "x.rec",
      "%rec: organization\n\nOrganization: Q2\nName: 二\nLevel: 党支部\nSince: 2020-01-01\n"
        + "Elected: 2024-01-01\nTerm: 999999999\n")
    #expect(desk.zhibu("add", "x.rec", "--as", "Q1M01/limin").status == 0)
    #expect(desk.zhibu("check").status == 1)
    #expect(desk.zhibu("due").status == 1)
  }

  @Test("an answer from a damaged ledger says so")
  func damaged() throws {
    let desk = try Desk.withLedger()
    let whole = desk.zhibu("list", "member")
    #expect(whole.errors == "")
    let path = "ledger/organizations/Q1/member.limin.rec"
    desk.folder.write(path, desk.folder.read(path).replacing("陈晓", with: "陈小"))
    for command in ["due", "check"] {
      let run = desk.zhibu(command)
      #expect(run.errors.hasPrefix("organizations/Q1/member.limin.rec:"), "\(run.errors)")
      #expect(run.errors.contains("结果可能不全"))
    }
  }

  @Test("a log file that is a link or a pipe is not read, and is said to be missing")
  func noFile() throws {
    let desk = try Desk.withLedger()
    _ = desk.shell(
      """
      ln -s /etc/passwd ledger/organizations/Q1/honor-2026.limin.rec
      mkfifo ledger/organizations/Q1/matter-2026.limin.rec
      """)
    let run = desk.zhibu("list", "member")
    #expect(run.lines.count == 9)
    #expect(run.errors.contains("organizations/Q1/honor-2026.limin.rec: 是符号链接"), "\(run.errors)")
    #expect(run.errors.contains("organizations/Q1/matter-2026.limin.rec: 是管道"), "\(run.errors)")
  }

  @Test("without its catalogue nothing is due, and verify says why")
  func catalogue() throws {
    let desk = try Desk.withLedger()
    _ = desk.shell("rm ledger/catalog/obligation.rec ledger/catalog/checklist.rec")
    let verified = desk.zhibu("verify")
    #expect(verified.status == 1)
    #expect(
      verified.lines.prefix(2).map { String($0.prefix { $0 != ":" }) }
        == ["catalog/checklist.rec", "catalog/obligation.rec"], "\(verified.output)")
    #expect(desk.zhibu("due").errors.contains("catalog/obligation.rec"))
  }

  @Test("many writers at once: every record is there once and the chain holds")
  func writers() throws {
    let desk = try Desk.withLedger()
    desk.folder.write(
      "x.rec",
      "%rec: honor\n\nOrganization: Q1\nDate: 2026-03-12\nTitle: 先进\n\n"
        + "%rec: matter\n\nOrganization: Q1\nKind: 意见建议\nTitle: 事\nOpened: 2026-03-12\n"
        + "State: 办理中\n")
    let run = desk.shell(
      """
      seq 5 | sed 's/.*/aa aa aa bb bb cc/' | tr ' ' '\\n' \
        | xargs -P 6 -I{} "$zhibu" add x.rec --as Q1M01/{}
      """)
    #expect(run.lines.count == 60, "\(run.errors)")
    #expect(Set(run.lines).count == 60)
    #expect(desk.zhibu("list", "honor").lines.count == 31)
    let verified = desk.zhibu("verify")
    #expect(verified.status == 0, "\(verified.output)")
  }

  @Test("of many who give one number to different people at once, one does")
  func oneNumber() throws {
    let desk = try Desk.withLedger()
    for name in 1...6 {
      desk.folder.write(
        "m\(name).rec", Self.member.replacing("Member", with: "Name: 新人\(name)\nMember"))
    }
    let run = desk.shell(
      "seq 6 | xargs -P 6 -I{} sh -c '\"$zhibu\" add m{}.rec --as Q1M01/w{} || true'")
    #expect(run.lines.count == 1, "\(run.output)\(run.errors)")
    let names = desk.shell("\"$zhibu\" list member --format tsv | grep -c 新人")
    #expect(names.lines == ["1"])
  }

  @Test("killed at any moment: all of a file's records or none")
  func killed() throws {
    let desk = try Desk.withLedger()
    let honor = "Organization: Q1\nDate: 2026-03-12\nTitle: 先进\n\n"
    let matter = "Organization: Q1\nKind: 意见建议\nTitle: 事\nOpened: 2026-03-12\nState: 办理中\n\n"
    desk.folder.write(
      "x.rec",
      "%rec: honor\n\n" + String(repeating: honor, count: 1_500) + "%rec: matter\n\n"
        + String(repeating: matter, count: 1_500))
    // In the foreground, timeout waits until the killed one is gone.
    let run = desk.shell(
      """
      for n in 01 04 07 10 13 16 19 22 25 28 31 34 37 40; do
        timeout --foreground -s KILL 0.$n "$zhibu" add x.rec --as Q1M01/limin > added-$n
      done
      "$zhibu" list honor --format rec | grep -c '^Id'
      "$zhibu" list matter --format rec | grep -c '^Id'
      """)
    let counts = run.lines.compactMap { Int($0.filter(\.isNumber)) }
    try #require(counts.count == 2, "\(run.output)\(run.errors)")
    #expect(counts[0] == counts[1])
    #expect(counts[0] % 1_500 == 0)
    // The last may have left a file that it had begun to write; who writes next clears it away.
    let next = desk.zhibu("add", "x.rec", "--as", "Q1M01/limin")
    #expect(next.lines.count == 3_000, "\(next.errors)")
    #expect(desk.shell("ls -A ledger/pending").output == "")
    let verified = desk.zhibu("verify")
    #expect(verified.status == 0, "\(verified.output)")
  }
}
