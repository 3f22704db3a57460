import Testing

@Suite("From an empty folder to answers")
struct JourneyTests {
  @Test("init makes a store, add prints the new ids in order, one a line")
  func initAndAdd() throws {
    var desk = Desk()
    let made = desk.zhibu("init", "ledger", "--unit", "青石监狱")
    #expect(made.status == 0)
    #expect(made.output == "")
    #expect(desk.folder.read("ledger/zhibu.rec") == "Format: 1\nUnit: 青石监狱\nZone: +08:00\n\n")
    #expect(desk.folder.read("ledger/catalog/kind.rec").contains("Id: 党员大会"))
    #expect(desk.folder.read("ledger/schema/activity.rec").contains("%rec: activity"))
    desk.environment["ZHIBU_STORE"] = desk.folder.path("ledger")
    desk.folder.write("start.rec", Sample.start)
    let added = desk.zhibu("add", "start.rec", "--as", "Q1M01(李敏)/limin")
    #expect(added.status == 0)
    #expect(
      added.lines == ["Q1-organization---limin-0001"]
        + (1...8).map { "Q1-member---limin-000\($0)" } + [Sample.meetingId])
    #expect(added.errors == "")
    let file = desk.folder.read("ledger/organizations/Q1/activity-2026.limin.rec")
    #expect(file.contains("Present: Q1M06(赵磊)\n"))
    #expect(file.contains("Absent: Q1M07(周航) 值班 批准=Q1M01(李敏)\n"))
    #expect(file.contains("\nBy: Q1M01(李敏)\nAt: 2026-11-20T"))
  }

  @Test("records from standard input")
  func standardInput() throws {
    let desk = try Desk.withLedger()
    let added = desk.zhibu("add", "-", "--as", "Q1M02/chenxiao", input: Sample.meeting)
    #expect(added.status == 0)
    #expect(added.output == "Q1-activity-2026-chenxiao-0001\n")
    #expect(added.errors.contains("-:3: "), "the same meeting is said to be there: \(added.errors)")
  }

  @Test("what one file brings another may name, and faults keep file and line")
  func severalFiles() throws {
    let desk = try Desk.withLedger()
    desk.folder.write("a.rec", "%rec: member\n\n" + Sample.member(8, "郑新"))
    desk.folder.write(
      "b.rec",
      "%rec: honor\n\nOrganization: Q1\nDate: 2026-02-30\nTitle: 先进\nTo: Q1M09\n")
    let refused = desk.zhibu("add", "a.rec", "b.rec", "--as", "Q1M01")
    #expect(refused.status == 1)
    #expect(refused.errors.hasPrefix("b.rec:4: Date:"), "\(refused.errors)")
    #expect(desk.zhibu("list", "member").lines.count == 9)
    desk.folder.write(
      "b.rec",
      "%rec: honor\n\nOrganization: Q1\nDate: 2026-02-28\nTitle: 先进\nTo: Q1M09\n")
    let added = desk.zhibu("add", "a.rec", "b.rec", "--as", "Q1M01/limin")
    #expect(added.lines == ["Q1-member---limin-0009", "Q1-honor-2026-limin-0001"])
    #expect(
      desk.zhibu("show", "Q1-honor-2026-limin-0001", "--format", "rec").output
        .contains("To: Q1M09(郑新)\n"))
  }

  @Test("all or none: one fault among ten records and nothing is written")
  func allOrNone() throws {
    var desk = Desk()
    #expect(desk.zhibu("init", "ledger", "--unit", "青石监狱").status == 0)
    desk.environment["ZHIBU_STORE"] = desk.folder.path("ledger")
    let before = desk.folder.files(below: "ledger")
    desk.folder.write("bad.rec", Sample.start + "Away: Q1M77\nDue: tomorrow\n")
    let refused = desk.zhibu("add", "bad.rec", "--as", "Q1M01(李敏)/limin")
    #expect(refused.status == 1)
    #expect(refused.output == "")
    let faults = refused.errors.split(separator: "\n")
    #expect(faults.count == 3, "\(refused.errors)")
    #expect(faults.first?.hasPrefix("bad.rec:90: ") ?? false, "\(refused.errors)")
    #expect(faults.first?.contains("Q1M77") ?? false)
    #expect(faults.dropFirst().first?.hasPrefix("bad.rec:91: ") ?? false)
    #expect(desk.folder.files(below: "ledger") == before)
  }

  @Test(
    "what cannot be kept is refused with its line",
    arguments: [
      ("Title: a\u{1B}[31mb", "x.rec:5: 含有不能保存的字符 U+001B"),
      ("Title: 李\u{202E}敏", "x.rec:5: 含有不能保存的字符 U+202E"),
      ("Title： 先进", "x.rec:5: 字段名后是全角冒号"),
      ("Title: 先进\nTo: Q1M05(赵六)", "x.rec:6: To:Q1M05 是王五,不是赵六"),
      ("Title: 先进\nTo: Q1M0\u{200B}5", "x.rec:6: To:"),
      ("Title: 先进\nSum: 1", "x.rec:6: Sum:由程序填写"),
    ])
  func refusals(lines: String, fault: String) throws {
    let desk = try Desk.withLedger()
    desk.folder.write(
      "x.rec", "%rec: honor\n\nOrganization: Q1\nDate: 2026-03-12\n\(lines)\n")
    let refused = desk.zhibu("add", "x.rec", "--as", "Q1M01")
    #expect(refused.status == 1)
    #expect(refused.errors.contains(fault), "\(refused.errors)")
    #expect(!refused.errors.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }

  @Test("harmless oddities are put right and said once")
  func oddities() throws {
    let desk = try Desk.withLedger()
    desk.folder.write(
      "x.rec", "%rec: honor\r\n\r\nOrganization: Q1\r\nDate: 2026-03-12\r\nTitle: 先\t进  \r\n")
    let added = desk.zhibu("add", "x.rec", "--as", "Q1M01/limin")
    #expect(added.status == 0)
    #expect(added.errors.split(separator: "\n").count == 3, "\(added.errors)")
    #expect(
      desk.folder.read("ledger/organizations/Q1/honor-2026.limin.rec").contains("Title: 先    进\n"))
  }

  @Test("show: any version's id leads to the newest, --version to exactly that one")
  func versions() throws {
    let desk = try Desk.withLedger()
    let page = desk.zhibu("show", Sample.meetingId, "--format", "rec")
    let fields = page.output.split(separator: "\n").filter { line in
      !["Id: ", "By: ", "At: ", "Sum: ", "%rec"].contains { line.hasPrefix($0) }
    }
    desk.folder.write(
      "change.rec",
      "%rec: activity\n\nCorrects: \(Sample.meetingId)\n"
        + fields.joined(separator: "\n").replacing("Place: 二楼会议室", with: "Place: 三楼会议室") + "\n")
    let changed = desk.zhibu("add", "change.rec", "--as", "Q1M01/limin")
    #expect(changed.lines == ["Q1-activity-2026-limin-0002"], "\(changed.errors)")
    let newest = desk.zhibu("show", Sample.meetingId, "--format", "rec")
    #expect(newest.output.contains("Place: 三楼会议室"))
    #expect(newest.errors.contains("Q1-activity-2026-limin-0002"))
    let first = desk.zhibu("show", Sample.meetingId, "--exact", "--format", "rec")
    #expect(first.output.contains("Place: 二楼会议室"))
    #expect(desk.zhibu("list", "activity").lines.count == 2)
    desk.folder.write(
      "withdraw.rec",
      "%rec: activity\n\nWithdraws: Q1-activity-2026-limin-0002\nReason: 误录\n")
    let withdrawn = desk.zhibu("add", "withdraw.rec", "--as", "Q1M01/limin")
    #expect(withdrawn.status == 0, "\(withdrawn.errors)")
    #expect(desk.zhibu("list", "activity").lines.count == 1)
    let shown = desk.zhibu("show", Sample.meetingId, "--format", "table")
    #expect(shown.status == 0)
    #expect(shown.output.contains("! 已作废:误录\n"))
  }

  @Test("due names what is owed and exits with 1 while something is missing")
  func due() throws {
    let desk = try Desk.withLedger()
    let due = desk.zhibu("due", "--organization", "Q1")
    #expect(due.status == 1)
    #expect(
      due.lines.first
        == "organization\tobligation\tperiod\trequired\tdone\tmissing\tnext\tlevel\tsource")
    #expect(
      due.lines.contains(
        "Q1\t党员大会\t2026-Q4\t1\t1\t0\t2027-03-31\t党内法规\t支部工作条例(试行)第十一条"),
      "\(due.output)")
    #expect(
      due.lines.contains(
        "Q1\t支委会\t2026-11\t1\t0\t1\t2026-11-30\t党内法规\t支部工作条例(试行)第十二条"),
      "\(due.output)")
    let before = desk.zhibu("due", "--on", "2017-06-01")
    #expect(before.status == 0)
    #expect(before.lines.count == 1)
  }

  @Test("check answers a checklist; a month means its last day")
  func check() throws {
    let desk = try Desk.withLedger()
    let check = desk.zhibu("check", "规范化自查", "--organization", "Q1", "--on", "2026-10")
    #expect(check.status == 1)
    #expect(
      check.lines.first
        == "organization\titem\ttitle\tanswer\tby\tevidence\tlevel\tsource\trecorded\tsaid")
    let assembly = check.lines.first { $0.contains("\tD01\t") }
    #expect(
      assembly == "Q1\tD01\t支部党员大会每季度召开\t部分达标\t记录\t\(Sample.meetingId)\t党内法规\t支部工作条例(试行)第十一条\t\t",
      "\(check.output)")
    #expect(
      desk.zhibu("check", "--on", "2026-10-31").output
        == desk.zhibu("check", "--on", "2026-10").output)
    #expect(
      desk.zhibu("check", "--on", "2026").output == desk.zhibu("check", "--on", "2026-12-31").output
    )
  }

  @Test("verify says that all is well, then where a record was altered")
  func verify() throws {
    let desk = try Desk.withLedger()
    let well = desk.zhibu("verify")
    #expect(well.status == 0)
    #expect(well.lines.first == "没有发现问题")
    #expect(well.lines.dropFirst().first?.hasPrefix("校验码 Q1 ") ?? false)
    #expect(well.lines.last?.split(separator: " ").last?.count == 64)
    let path = "ledger/organizations/Q1/activity-2026.limin.rec"
    desk.folder.write(path, desk.folder.read(path).replacing("赞成=5", with: "赞成=6"))
    let faulty = desk.zhibu("verify")
    #expect(faulty.status == 1)
    #expect(
      faulty.lines.first?.hasPrefix(
        "organizations/Q1/activity-2026.limin.rec:3: \(Sample.meetingId) 写入后被改动过")
        ?? false, "\(faulty.output)")
  }

  @Test("a field nobody knows is kept, said, and no fault")
  func unknownField() throws {
    let desk = try Desk.withLedger()
    let added = desk.zhibu(
      "add", "-", "--as", "Q1M01/limin",
      input: "%rec: honor\n\nOrganization: Q1\nDate: 2026-03-12\nTitle: 先进\nMedal: 金\n")
    #expect(added.status == 0)
    #expect(added.errors.contains("-:6: Medal:"), "\(added.errors)")
    let verified = desk.zhibu("verify")
    #expect(verified.status == 0)
    #expect(
      verified.lines.first?.hasPrefix("organizations/Q1/honor-2026.limin.rec:7: 未知字段 Medal")
        ?? false,
      "\(verified.output)")
    #expect(
      desk.zhibu("list", "honor", "--format", "json").output.contains("\"Medal\": \"金\""))
  }
}
