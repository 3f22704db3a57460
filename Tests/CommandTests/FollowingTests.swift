import Testing

/// Commands that print what is followed up, on a small store written by hand.
@Suite("What is followed up, on the command line")
struct FollowingCommandTests {
  static let more = """
    %rec: activity

    Organization: Q1
    Kind: 党课
    Date: 2026-03-05
    Title: 纪律建设
    Place: 二楼会议室
    Presider: Q1M01
    Recorder: Q1M02
    Lecturer: Q1M01
    Present: Q1M01
    Absent: Q1M04 值班
    Absent: Q1M05 出差
    Minutes: 李敏讲授
    State: 定稿
    Signed: Q1M01 2026-03-06
    Signed: Q1M05 2026-03-20

    %rec: matter

    Organization: Q1
    Kind: 检查问题
    Title: 谈心谈话记录不规范
    Opened: 2026-02-01
    State: 已办结
    Closed: 2026-03-01

    Organization: Q1
    Kind: 检查问题
    Title: 谈心谈话记录不规范。
    Opened: 2026-10-10
    Owner: Q1M02
    Due: 2026-11-10
    State: 办理中

    %rec: procedure

    Organization: Q1
    Kind: 组织关系转接
    Subject: Q1M08
    Step: 开具组织关系介绍信
    Date: 2026-09-01

    %rec: dues

    Organization: Q1
    Member: Q1M01
    Month: 2026-09
    Base: 5000.00
    Rate: 1%
    Paid: 50.00
    PaidOn: 2026-09-10

    Organization: Q1
    Member: Q1M01
    Month: 2026-10
    Base: 5000.01
    Paid: 75.00
    PaidOn: 2026-10-10

    """

  private func desk() throws -> Desk {
    let desk = try Desk.withLedger()
    desk.folder.write("more.rec", Self.more)
    let added = desk.zhibu("add", "more.rec", "--as", "Q1M01(李敏)/limin")
    try #require(added.status == 0, "\(added.errors)")
    return desk
  }

  private func lines(_ run: Run) -> [String] {
    run.output.split(separator: "\n").map(String.init)
  }

  @Test("makeups: who missed what, why, how it was closed; 1 while something is open")
  func makeUps() throws {
    let desk = try desk()
    let run = desk.zhibu("makeups", "--format", "tsv")
    #expect(run.status == 1)
    #expect(
      lines(run) == [
        "organization\tmember\tname\tdate\tkind\ttitle\treason\tstate\tclosing\tid",
        "Q1\tQ1M04\t孙丽\t2026-03-05\t党课\t纪律建设\t值班\topen\t\tQ1-activity-2026-limin-0002#Q1M04",
        "Q1\tQ1M05\t王五\t2026-03-05\t党课\t纪律建设\t出差\tsignature\tQ1-activity-2026-limin-0002"
          + "\tQ1-activity-2026-limin-0002#Q1M05",
      ])
    #expect(lines(desk.zhibu("makeups", "--open", "--format", "tsv")).count == 2)
    let before = desk.zhibu("makeups", "--year", "2025", "--format", "tsv")
    #expect(before.status == 0)
    #expect(lines(before).count == 1)
  }

  @Test("matters: overdue in days, how often found before; --all lists those closed")
  func matters() throws {
    let desk = try desk()
    let run = desk.zhibu("matters", "--format", "tsv")
    #expect(run.status == 1)
    #expect(
      lines(run) == [
        "organization\tkind\ttitle\topened\towner\tdue\toverdue\tstate\trepeated\tclosed\tid\tsource",
        "Q1\t检查问题\t谈心谈话记录不规范。\t2026-10-10\tQ1M02(陈晓)\t2026-11-10\t10\t办理中\t1\t"
          + "\tQ1-matter-2026-limin-0002\t",
      ])
    #expect(lines(desk.zhibu("matters", "--all", "--format", "tsv")).count == 3)
  }

  @Test("procedures: the last step, the next and by when; 1 when something is late")
  func procedures() throws {
    let desk = try desk()
    let run = desk.zhibu("procedures", "--kind", "组织关系转接", "--format", "tsv")
    #expect(run.status == 1)
    #expect(
      lines(run) == [
        "organization\tkind\tsubject\tstep\tdate\tnext\tearliest\tlatest\treview\treviewDue\tlate"
          + "\tfinished\tevidence",
        "Q1\t组织关系转接\tQ1M08(吴芳)\t开具组织关系介绍信\t2026-09-01\t收到回执\t\t2026-10-01\t\t\ttrue"
          + "\tfalse\tQ1-procedure-2026-limin-0001",
      ])
    let before = desk.zhibu(
      "procedures", "--kind", "组织关系转接", "--on", "2026-10-01", "--format", "tsv")
    #expect(before.status == 0)
  }

  @Test("dues: base, flat rate, amount, paid through, arrears (R40)")
  func dues() throws {
    let desk = try desk()
    let run = desk.zhibu("dues", "--format", "tsv")
    #expect(run.status == 0)
    let found = lines(run)
    #expect(
      found.prefix(3) == [
        "organization\tmember\tname\tbase\trate\tdue\tpaidThrough\tunpaid\tarrears\towed\tremarks",
        "Q1\tQ1M01\t李敏\t5000.01\t1.5%\t75.00\t2026-10\t0\t0\t0.00\t",
        "Q1\tQ1M02\t陈晓\t\t\t\t\t2\t2\t\t有月份未登记基数,应交数不明",
      ])
  }

  @Test("warnings: each line with kind, text, level, article and rule; 1 when there are some")
  func warnings() throws {
    let desk = try desk()
    let run = desk.zhibu("warnings", "--organization", "Q1", "--format", "tsv")
    #expect(run.status == 1)
    let found = lines(run)
    #expect(
      found.first
        == "organization\tmember\tkind\tdate\ttext\tlevel\tsource\trule\tremedy\tevidence")
    #expect(
      found.contains { line in
        line.hasPrefix("Q1\t\tmatter\t\t一年内重复发现,此前1次,最近2026-02-01\t本单位规定\t检查整改通行做法\tP2\t")
          && line.hasSuffix("\tQ1-matter-2026-limin-0002 Q1-matter-2026-limin-0001")
      }, "\(run.output)")
    #expect(
      found.contains { line in
        line.hasPrefix("Q1\t\towed\t2026-06-30\t2026-Q2 支部党员大会欠1项(应1已0)\t党内法规\t")
      }, "\(run.output)")
    #expect(
      found.contains { line in
        line.hasPrefix("Q1\t\tgap\t2026-10-12\t还缺:议题1决议") || line.contains("还缺:")
      }, "\(run.output)")
    #expect(!run.output.contains("违纪"))
    let english = desk.zhibu(
      "--language", "en", "warnings", "--organization", "Q1", "--format", "tsv")
    #expect(english.output.contains("found before within a year, 1 times, last 2026-02-01"))
    let json = desk.zhibu("warnings", "--format", "json")
    #expect(json.output.hasPrefix("["))
    #expect(json.output.contains("\"rule\""))
  }

  @Test(
    "a table for people says words where programs read codes",
    arguments: [
      (["terms"], ["半年内届满"], "notice"), (["makeups"], ["待补学", "已传阅签名"], "open"),
      (["warnings"], ["应开未开"], "owed"), (["agenda", "Q1", "--kind", "支委会"], ["固定议题"], "preset"),
      (["dates", "--month", "2027-03"], ["任期届满"], "term"),
      (["procedures", "--kind", "组织关系转接"], ["是"], "true"),
      (["catalog", "list"], ["活动种类", "应办事项"], "obligation"),
    ])
  func words(arguments: [String], words: [String], code: String) throws {
    let desk = try desk()
    let cells = { (run: Run) in
      Set(
        run.output.split(separator: "\n").flatMap { line in
          line.split { $0 == " " || $0 == "\t" }.map(String.init)
        })
    }
    let table = cells(desk.shell("$zhibu \(arguments.joined(separator: " ")) --format table"))
    for word in words { #expect(table.contains(word), "\(word) in \(arguments)") }
    #expect(!table.contains(code), "\(code) in \(arguments)")
    let lines = cells(desk.shell("$zhibu \(arguments.joined(separator: " ")) --format tsv"))
    #expect(lines.contains(code), "\(code) in \(arguments)")
  }

  @Test("terms: a seat that was always empty is one, by its post")
  func terms() throws {
    let desk = try desk()
    desk.folder.write(
      "q2.rec",
      "%rec: organization\n\nOrganization: Q2\nName: 二监区党支部\nLevel: 党支部\nSince: 2026-09-01\n")
    #expect(desk.zhibu("add", "q2.rec", "--as", "Q1M01(李敏)/limin").status == 0)
    let found = lines(desk.zhibu("terms", "--format", "tsv"))
    #expect(
      found.first
        == "organization\tname\telected\tends\textended\tstate\tdays\treminded\tvacant"
        + "\tvacantSince\tvacantPosts")
    #expect(found.contains("Q2\t二监区党支部\t\t\t\tunknown\t\t\t1\t2026-09-01\t书记"), "\(found)")
    #expect(found.contains { $0.hasPrefix("Q1\t") && $0.hasSuffix("\t\t\t") }, "\(found)")
  }

  @Test("agenda: presets, what is owed, what is to be made up")
  func agenda() throws {
    let desk = try desk()
    let run = desk.zhibu("agenda", "Q1", "--kind", "支委会", "--format", "tsv")
    #expect(run.status == 0)
    let found = lines(run)
    #expect(found.first == "organization\tkind\titem\tfrom\tdue\tevidence")
    #expect(found.allSatisfy { $0.hasPrefix("Q1\t支委会\t") || $0.hasPrefix("organization") })
    #expect(found.contains { $0.contains("\towed\t2026-12-31\t") }, "\(run.output)")
  }

  @Test("dates: a month without anything is a table without rows")
  func dates() throws {
    let desk = try desk()
    #expect(
      desk.zhibu("dates", "--format", "tsv").output
        == "date\torganization\tmember\tname\tkind\tyears\ttext\n")
    let term = desk.zhibu("dates", "--month", "2027-03", "--format", "tsv")
    #expect(
      term.output.hasSuffix("2027-03-01\tQ1\t\t\tterm\t\t任期届满\n"), "\(term.output)")
  }

  @Test(
    "bad use says what to write",
    arguments: [
      (["warnings", "--year", "26"], "「26」不是年份,请写成 2026"),
      (["dates", "--month", "2026-Q4"], "「2026-Q4」不是月份,请写成 2026-11"),
      (["makeups", "--organization", "Q9"], "没有编号为「Q9」的党组织"),
      (["procedures", "--kind", "郊游"], "没有流程「郊游」"),
      (["agenda", "--kind", "郊游"], "没有「郊游」这种活动"),
    ])
  func badUse(arguments: [String], sentence: String) throws {
    let desk = try Desk.withLedger()
    let run = Binary.run(
      Binary.path, arguments, environment: desk.environment, in: desk.folder)
    #expect(run.status == 2)
    #expect(run.errors.contains(sentence), "\(run.errors)")
  }
}
