import Glibc
import Testing

@testable import RecordLog

@Suite("Writing") struct AppendTests {
  @Test func aFirstFileStandsAsTheFormatSays() throws {
    let bench = try Bench()
    let identifiers = try bench.store.append(
      [
        NewRecord(
          type: "activity", organization: "Q1",
          fields: [
            Field("Date", "2026-03-12"), Field("Minutes", "一\n\n三"), Field("Empty", ""),
            Field("Lead", "\n二"),
          ])
      ], by: bench.zhang, at: Bench.moment)
    #expect(identifiers.map(\.description) == ["Q1-activity-2026-zhang-0001"])
    let text = try bench.folder.text(Bench.activityPath)
    let sum = try bench.file().lastSum
    #expect(
      text == """
        # zhibu 1 Q1 activity 2026 zhang prev=\(String(repeating: "0", count: 64))

        Id: Q1-activity-2026-zhang-0001
        Date: 2026-03-12
        Minutes: 一
        +
        + 三
        Empty:
        Lead:
        + 二
        By: Q1M01(张明)
        At: 2026-03-12T14:30:00+08:00
        Sum: \(sum)


        """)
    #expect(try judge("\(bench.folder.path)/\(Bench.activityPath)") == "ok 1 records, head \(sum)")
    #expect(bench.folder.mode(Bench.activityPath) & 0o007 == 0)
    #expect(bench.folder.mode(Bench.activityPath) & 0o600 == 0o600)
    #expect(bench.folder.mode("organizations/Q1") & 0o2007 == 0)
    #expect(try bench.store.verify() == [])
  }

  @Test("what was checked against an older log is not written; other organisations do not matter")
  func checkedAgainstAnOlderLog() throws {
    let bench = try Bench()
    _ = try bench.store.append([Bench.activity("一")], by: bench.zhang, at: Bench.moment)
    let read = LogExtent(try bench.store.read().map { StoreHeads.File($0) })
    _ = try bench.store.append(
      [Bench.activity("别处", organization: "Q2")], by: bench.wang, at: Bench.moment)
    _ = try bench.store.append(
      [Bench.matter("二")], by: bench.zhang, checkedAgainst: read, at: Bench.moment)
    // A file that was not there is a change as much as one that has grown.
    #expect(
      throws: AppendError.changedMeanwhile(path: "organizations/Q1/matter-2026.zhang.rec")
    ) {
      try bench.store.append(
        [Bench.activity("三")], by: bench.wang, checkedAgainst: read, at: Bench.moment)
    }
    let now = LogExtent(try bench.store.read().map { StoreHeads.File($0) })
    _ = try bench.store.append(
      [Bench.activity("三")], by: bench.wang, checkedAgainst: now, at: Bench.moment)
    #expect(
      throws: AppendError.changedMeanwhile(path: "organizations/Q1/activity-2026.wang.rec")
    ) {
      try bench.store.append(
        [Bench.activity("四")], by: bench.zhang, checkedAgainst: now, at: Bench.moment)
    }
    #expect(try bench.store.read().flatMap(\.records).count == 4)
  }

  @Test func setGroupIDIsKept() throws {
    let bench = try Bench()
    #expect(chmod("\(bench.folder.path)/organizations", 0o2750) == 0)
    _ = try bench.store.append([Bench.activity("一")], by: bench.zhang, at: Bench.moment)
    #expect(bench.folder.mode("organizations/Q1") & 0o2000 == 0o2000)
  }

  @Test func independentProgramsAgree() throws {
    let bench = try Bench()
    _ = try bench.threeRecords()
    try bench.folder.write(
      """
      %rec: Activity
      %key: Id
      %mandatory: Id By At Sum
      %type: Sum regexp /^[0-9a-f]{64}$/
      %type: At date
      %allowed: Id Organization Title Minutes By At Sum

      """, to: "activity.rec")
    let path = "\(bench.folder.path)/\(Bench.activityPath)"
    let schema = "\(bench.folder.path)/activity.rec"
    let check = try run(["sh", "-c", "(cat \(schema); echo; cat \(path)) | recfix --check"])
    #expect(check.status == 0, "\(check.output)")
    #expect(check.output == "")
    _ = try bench.store.append(
      [
        NewRecord(
          type: "activity", organization: "Q1",
          fields: [Field("Title", ""), Field("Minutes", "\n二\n\n+ 四")])
      ], by: bench.zhang, at: Bench.moment)
    let odd = try run(["sh", "-c", "(cat \(schema); echo; cat \(path)) | recfix --check"])
    #expect(odd.output == "")
    let texts = try run(["recsel", "-n", "3", "-P", "Title,Minutes", path])
    #expect(texts.output == "\n\n二\n\n+ 四\n")
    let minutes = try run(["recsel", "-e", "Title = '二'", "-P", "Minutes", path])
    #expect(minutes.output == "第一行\n\n第三行\n")
    #expect(try judge(path) == "ok 4 records, head \(try bench.file().lastSum)")
  }

  @Test func everyTypeGoesToItsFile() throws {
    let bench = try Bench()
    for type in Names.yearlyTypes.union(Names.lastingTypes).sorted() {
      let record = NewRecord(type: type, organization: "Q1", fields: [Field("Name", "甲")])
      let identifier = try bench.store.append([record], by: bench.zhang, at: Bench.moment)[0]
      let isLasting = Names.lastingTypes.contains(type)
      #expect(identifier.description == "Q1-\(type)-\(isLasting ? "-" : "2026")-zhang-0001")
      let path = "organizations/Q1/\(type)\(isLasting ? "" : "-2026").zhang.rec"
      #expect(try bench.file(path).records.map(\.id) == [identifier.description])
    }
    #expect(try bench.store.verify() == [])
  }

  @Test func aNewYearIsChainedToTheOld() throws {
    let bench = try Bench()
    _ = try bench.store.append(
      [Bench.activity("旧")], by: bench.zhang, at: "2025-12-31T23:59:59+08:00")
    let old = try bench.file("organizations/Q1/activity-2025.zhang.rec")
    let identifiers = try bench.store.append(
      [Bench.activity("新")], by: bench.zhang, at: "2026-01-01T00:00:00+08:00")
    #expect(identifiers.map(\.description) == ["Q1-activity-2026-zhang-0001"])
    let new = try bench.file()
    #expect(new.previousSum == old.lastSum)
    #expect(try bench.store.verify() == [])
  }

  @Test func aClockThatIsBehindUsesTheNewestFile() throws {
    let bench = try Bench()
    _ = try bench.store.append([Bench.activity("新")], by: bench.zhang, at: Bench.moment)
    var notices: [AppendNotice] = []
    let moment = "2025-06-01T08:00:00+08:00"
    let identifiers = try bench.store.append(
      [Bench.activity("晚")], by: bench.zhang, at: moment
    ) { notices.append($0) }
    #expect(identifiers.map(\.description) == ["Q1-activity-2026-zhang-0002"])
    #expect(notices == [.clockBehind(path: Bench.activityPath, moment: moment)])
    #expect(!bench.folder.exists("organizations/Q1/activity-2025.zhang.rec"))
    #expect(try bench.store.verify() == [])
  }

  @Test func restrictedRecordsCountWithTheOthers() throws {
    let bench = try Bench()
    let identifiers = try bench.store.append(
      [
        Bench.activity("一"), Bench.activity("二", restricted: true), Bench.activity("三"),
      ], by: bench.zhang, at: Bench.moment)
    let more = try bench.store.append(
      [Bench.activity("四", restricted: true)], by: bench.zhang, at: Bench.moment)
    #expect((identifiers + more).map(\.number) == [1, 2, 3, 4])
    let path = "organizations/Q1/restricted/activity-2026.zhang.rec"
    #expect(try bench.titles() == ["一", "三"])
    #expect(try bench.titles(path) == ["二", "四"])
    #expect(try bench.file(path).isRestricted)
    #expect(bench.folder.mode("organizations/Q1/restricted") & 0o077 == 0)
    #expect(try bench.store.verify() == [])
  }

  @Test func writersHaveTheirOwnFiles() throws {
    let bench = try Bench()
    _ = try bench.store.append([Bench.activity("一")], by: bench.zhang, at: Bench.moment)
    let before = try bench.folder.bytes(Bench.activityPath)
    let other = try bench.store.append([Bench.activity("二")], by: bench.wang, at: Bench.moment)
    #expect(other.map(\.description) == ["Q1-activity-2026-wang-0001"])
    #expect(try bench.folder.bytes(Bench.activityPath) == before)
    #expect(try bench.store.verify() == [])
  }

  @Test func textIsCleanedAndSaid() throws {
    let bench = try Bench()
    var notices: [AppendNotice] = []
    let record = NewRecord(
      type: "activity", organization: "Q1",
      fields: [Field("Title", "一"), Field("Minutes", "a\tb \r\nc\u{1B}\\")])
    _ = try bench.store.append([record], by: bench.zhang, at: Bench.moment) {
      notices.append($0)
    }
    #expect(try bench.file().records.first?.first("Minutes") == "a    b\nc＼")
    #expect(
      notices == [
        .cleaned(
          record: 0, field: "Minutes",
          changes: [.tabs, .trailingBlanks, .lineEnds, .controls, .backslashes])
      ])
    #expect(try bench.store.verify() == [])
  }

  @Test func textCannotForgeARecord() throws {
    let bench = try Bench()
    let forged = "甲\n\nId: Q1-activity-2026-zhang-0099\nSum: \(Chain.zeros)\n\n# zhibu 1\n%rec: x"
    let record = NewRecord(
      type: "activity", organization: "Q1", fields: [Field("Minutes", forged)])
    _ = try bench.store.append([record], by: bench.zhang, at: Bench.moment)
    _ = try bench.store.append([record], by: bench.zhang, at: Bench.moment)
    #expect(try bench.file().records.map { $0.id.suffix(4) } == ["0001", "0002"])
    #expect(try bench.file().records.last?.first("Minutes") == forged)
    #expect(try judge("\(bench.folder.path)/\(Bench.activityPath)").hasPrefix("ok 2 records"))
    #expect(try bench.store.verify() == [])
  }

  static let refusals: [(NewRecord, AppendError)] = [
    (
      NewRecord(type: "activity", organization: "../x", fields: [Field("A", "1")]),
      .badOrganization(record: 0, "../x")
    ),
    (
      NewRecord(type: "activity", organization: "q1", fields: [Field("A", "1")]),
      .badOrganization(record: 0, "q1")
    ),
    (
      NewRecord(type: "meeting", organization: "Q1", fields: [Field("A", "1")]),
      .unknownType(record: 0, "meeting")
    ),
    (NewRecord(type: "activity", organization: "Q1", fields: []), .emptyRecord(record: 0)),
    (
      NewRecord(type: "activity", organization: "Q1", fields: [Field("标题", "1")]),
      .badFieldName(record: 0, "标题")
    ),
    (
      NewRecord(type: "activity", organization: "Q1", fields: [Field("A: b\nC", "1")]),
      .badFieldName(record: 0, "A: b\nC")
    ),
    (
      NewRecord(type: "activity", organization: "Q1", fields: [Field("Sum", "1")]),
      .reservedField(record: 0, "Sum")
    ),
    (
      NewRecord(type: "activity", organization: "Q1", fields: [Field("Id", "1")]),
      .reservedField(record: 0, "Id")
    ),
    (
      NewRecord(type: "activity", organization: "Q1", fields: [Field("At", "1")]),
      .reservedField(record: 0, "At")
    ),
  ]

  @Test(arguments: refusals.indices)
  func refuses(_ index: Int) throws {
    let bench = try Bench()
    let (record, error) = Self.refusals[index]
    #expect(throws: error) {
      try bench.store.append([record], by: bench.zhang, at: Bench.moment)
    }
    #expect(try bench.folder.names("organizations") == [])
  }

  @Test func refusesMoments() throws {
    let bench = try Bench()
    #expect(throws: AppendError.badMoment("2026-03-12")) {
      try bench.store.append([Bench.activity("一")], by: bench.zhang, at: "2026-03-12")
    }
    let utc = "2026-03-12T14:30:00+00:00"
    #expect(throws: AppendError.wrongZone(utc, expected: "+08:00")) {
      try bench.store.append([Bench.activity("一")], by: bench.zhang, at: utc)
    }
  }

  @Test(arguments: [
    ("z", "甲"), ("Zhang", "甲"), ("zhang+2", "甲"), ("../z", "甲"), ("zhang", ""),
    ("zhang", "甲\n乙"), ("zhang", "甲\u{200B}"), ("zhang", "甲 "), ("zhangzhangzhangzh", "甲"),
  ])
  func refusesAuthors(_ writer: String, by: String) {
    #expect(Author(writer: writer, by: by) == nil)
  }

  @Test func linksAreNotFollowed() throws {
    let bench = try Bench()
    let outside = try TemporaryFolder()
    #expect(symlink(outside.path, "\(bench.folder.path)/organizations/Q1") == 0)
    #expect(throws: AppendError.symbolicLink(path: "organizations/Q1")) {
      try bench.store.append([Bench.activity("一")], by: bench.zhang, at: Bench.moment)
    }
    try outside.write("x", to: "victim")
    bench.folder.makeFolder("organizations/Q2")
    let path = "organizations/Q2/activity-2026.zhang.rec"
    #expect(symlink("\(outside.path)/victim", "\(bench.folder.path)/\(path)") == 0)
    #expect(throws: AppendError.symbolicLink(path: path)) {
      try bench.store.append(
        [Bench.activity("一", organization: "Q2")], by: bench.zhang, at: Bench.moment)
    }
    #expect(try outside.names("") == ["victim"])
    #expect(try outside.text("victim") == "x")
    #expect(try bench.store.read().isEmpty)
    #expect(
      try bench.store.verify().map(\.file) == ["organizations/Q1", path])
  }

  @Test func aLockHeldTooLongIsNamed() throws {
    var bench = try Bench()
    bench.store.lockPatience = 50
    _ = try bench.store.append([Bench.activity("一")], by: bench.zhang, at: Bench.moment)
    let before = try bench.folder.bytes(Bench.activityPath)
    let descriptor = open("\(bench.folder.path)/organizations/Q1/.lock", O_RDWR)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX) == 0)
    #expect(ftruncate(descriptor, 0) == 0)
    #expect(pwrite(descriptor, "4711 limin\n", 11, 0) == 11)
    let holder = LockHolder(process: 4711, user: "limin")
    #expect(throws: AppendError.locked(organization: "Q1", holder: holder)) {
      try bench.store.append([Bench.activity("二")], by: bench.zhang, at: Bench.moment)
    }
    #expect(try bench.folder.bytes(Bench.activityPath) == before)
    #expect(flock(descriptor, LOCK_UN) == 0)
    _ = try bench.store.append([Bench.activity("二")], by: bench.zhang, at: Bench.moment)
    #expect(try bench.titles() == ["一", "二"])
  }

  @Test func manyAtOnceLoseNothing() async throws {
    let bench = try Bench()
    let store = bench.store
    let authors = [bench.zhang, bench.wang]
    let acknowledged = try await withThrowingTaskGroup(of: [RecordIdentifier].self) { group in
      for task in 0..<8 {
        group.addTask {
          var found: [RecordIdentifier] = []
          for count in 0..<10 {
            var records = [Bench.activity("\(task)-\(count)")]
            if count % 3 == 0 {
              records.append(Bench.matter("\(task)-\(count)", organization: "Q2"))
            }
            found += try store.append(records, by: authors[task % 2], at: Bench.moment)
          }
          return found
        }
      }
      var all: [RecordIdentifier] = []
      for try await found in group { all += found }
      return all
    }
    #expect(acknowledged.count == 8 * 14)
    #expect(Set(acknowledged).count == acknowledged.count)
    let files = try store.read()
    #expect(files.count == 4)
    let stored = files.flatMap(\.records)
    #expect(stored.count { !$0.isIntact } == 0)
    #expect(Set(stored.compactMap(\.identifier)) == Set(acknowledged))
    #expect(try store.verify() == [])
    for file in files {
      #expect(
        try judge("\(store.root)/\(file.path)")
          == "ok \(file.records.count) records, head \(file.lastSum)")
    }
  }
}
