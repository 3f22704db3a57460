import Testing

@Suite("zhibu search")
struct SearchCommandTests {
  private func ids(_ run: Run) -> [String] {
    run.lines.dropFirst().compactMap {
      $0.split(separator: "\t", omittingEmptySubsequences: false).last.map(String.init)
    }
  }

  @Test(
    "finds text of any field, names by pinyin and initials, of several words all",
    arguments: [
      (["介绍人"], [Sample.meetingId]), (["二楼", "接收"], [Sample.meetingId]),
      (["二楼 没有"], []), (["２０２６－１０－１２"], [Sample.meetingId]), (["%"], []), (["*"], []), (["\""], []),
      (["wufang"], ["Q1-member---limin-0008", Sample.meetingId]),
      (["wf"], ["Q1-member---limin-0008", Sample.meetingId]),
      (["吴芳", "--kind", "member"], ["Q1-member---limin-0008"]),
      (["吴芳", "--kind", "党员大会", "--since", "2026-10-12"], [Sample.meetingId]),
      (["吴芳", "--until", "2020-01-01"], ["Q1-member---limin-0008"]),
      (["出差", "--organization", "Q1"], [Sample.meetingId]),
    ] as [([String], [String])])
  func finds(arguments: [String], expected: [String]) throws {
    let desk = try Desk.withLedger()
    let line = arguments.map { "'\($0)'" }.joined(separator: " ")
    let run = desk.shell("\"$zhibu\" search \(line) --format tsv")
    #expect(run.status == 0, "\(run.errors)")
    #expect(ids(run) == expected)
  }

  @Test("what was corrected is found by its newest text, what was withdrawn not at all")
  func folded() throws {
    let desk = try Desk.withLedger()
    desk.folder.write(
      "new.rec",
      Sample.meeting.replacing("二楼会议室", with: "一楼礼堂").replacing(
        "%rec: activity\n\n", with: "%rec: activity\n\nCorrects: \(Sample.meetingId)\n"))
    let added = desk.zhibu("add", "new.rec", "--as", "Q1M01(李敏)/limin")
    try #require(added.status == 0, "\(added.errors)")
    #expect(ids(desk.zhibu("search", "二楼", "--format", "tsv")) == [])
    let newest = ids(desk.zhibu("search", "一楼", "--format", "tsv"))
    #expect(newest == ["Q1-activity-2026-limin-0002"])
    desk.folder.write("gone.rec", "%rec: activity\n\nWithdraws: \(newest[0])\nReason: 记重了\n")
    try #require(desk.zhibu("add", "gone.rec", "--as", "Q1M01(李敏)/limin").status == 0)
    #expect(ids(desk.zhibu("search", "楼", "--format", "tsv")) == [])
    #expect(ids(desk.zhibu("search", "记重了", "--format", "tsv")) == [])
  }

  @Test("says what is wrong, and that there is more")
  func badUse() throws {
    let desk = try Desk.withLedger()
    for (arguments, sentence) in [
      (["search"], "没有写要找的字词"), (["search", " "], "没有写要找的字词"),
      (["search", "会", "--limit", "-1"], "-1"), (["search", "会", "--organization", "Q9"], "Q9"),
      (["search", "会", "--since", "2026-02-01", "--until", "2026-01-01"], "2026-02-01"),
      (["search", "会", "--since", "昨天"], "昨天"),
    ] {
      let line = arguments.map { "'\($0)'" }.joined(separator: " ")
      let run = desk.shell("\"$zhibu\" \(line.replacing("'--limit' '-1'", with: "--limit=-1"))")
      #expect(run.status == 2, "\(arguments)")
      #expect(run.errors.contains(sentence), "\(run.errors)")
      #expect(run.output.isEmpty)
    }
    let some = desk.zhibu("search", "党员", "--limit", "2", "--format", "tsv")
    #expect(some.status == 0)
    #expect(some.lines.count == 3)
    #expect(some.errors.contains("共找到9条,只列出前2条"))
    #expect(desk.zhibu("search", "党员", "--limit", "0", "--format", "tsv").lines.count == 10)
  }

  @Test("an empty ledger: nothing found, and no fault")
  func empty() throws {
    var desk = Desk()
    try #require(desk.zhibu("init", "empty", "--unit", "青石监狱").status == 0)
    desk.environment["ZHIBU_STORE"] = desk.folder.path("empty")
    let run = desk.onTerminal("search", "张")
    #expect(run.status == 0)
    #expect((run.output + run.errors).contains("没有符合的记录"))
    let json = desk.zhibu("search", "张", "--format", "json")
    #expect(json.status == 0 && json.output.filter { !$0.isWhitespace } == "[]")
  }

  @Test("an organisation's id finds the organisation before the teams that it has")
  func byID() throws {
    let desk = try Desk.withLedger()
    desk.folder.write(
      "team.rec",
      "%rec: team\n\nOrganization: Q1\nKind: 专班\nName: 防汛专班\nSince: 2026-06-01\n")
    try #require(desk.zhibu("add", "team.rec", "--as", "Q1M01/limin").status == 0)
    let found = ids(desk.zhibu("search", "Q1", "--format", "tsv"))
    #expect(found.first == "Q1-organization---limin-0001")
    #expect(found.contains("Q1-team---limin-0001"))
  }

  @Test("what an ended branch recorded is listed below the organisation that it stood under")
  func ended() throws {
    let desk = try Desk.withLedger()
    desk.folder.write(
      "ended.rec",
      """
      %rec: organization

      Organization: DW
      Name: 第一监狱党委
      Level: 党委
      Since: 2019-01-01

      Organization: L1
      Name: 专班临时党支部
      Level: 临时党支部
      Parent: DW
      Since: 2026-02-01
      Until: 2026-05-20

      %rec: activity

      Organization: L1
      Kind: 主题党日
      Date: 2026-03-05
      Title: 学雷锋

      """)
    try #require(desk.zhibu("add", "ended.rec", "--as", "Q1M01/limin").status == 0)
    let listed = desk.zhibu("list", "activity", "--organization", "DW")
    #expect(listed.lines.count == 2, "\(listed.output)")
  }
}
