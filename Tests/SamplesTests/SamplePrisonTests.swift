import OrganizationLife
import RecordLog
import Samples
import Testing

private let today = Day(year: 2026, month: 11, day: 20) ?? Day(number: 0)

@Suite struct SamplePrisonTests {
  @Test func sameSeedAndDayGiveTheSameRecords() {
    let first = SamplePrison.history(seed: 1, today: today)
    let second = SamplePrison.history(seed: 1, today: today)
    #expect(first.map(\.moment) == second.map(\.moment))
    #expect(first.map(\.author) == second.map(\.author))
    #expect(first.map(\.record) == second.map(\.record))
  }

  @Test func anotherSeedGivesOtherPeople() {
    let first = SampleReader(seed: 1, today: today)
    let second = SampleReader(seed: 2, today: today)
    #expect(first.names != second.names)
    #expect(first.names["Q2M01"] == "李敏")
    #expect(second.names["Q2M01"] == "李敏")
    #expect(SamplePrison.secretary.by == "Q2M01(李敏)")
    #expect(first.entries.contains { $0.author.writer == SamplePrison.secretary.writer })
  }

  @Test(arguments: [0, 28_800, -18_000])
  func momentsBearTheOffset(offset: Int) {
    let history = SamplePrison.history(seed: 1, today: today, offset: offset)
    let ending = offset == 0 ? "+00:00" : offset > 0 ? "+08:00" : "-05:00"
    #expect(history.allSatisfy { $0.moment.hasSuffix(ending) })
    let local = SamplePrison.history(seed: 1, today: today).map { $0.moment.prefix(19) }
    #expect(history.map { $0.moment.prefix(19) } == local)
  }

  @Test(arguments: [1, 2, 3, 41, 2026] as [UInt64])
  func coversThePrison(seed: UInt64) {
    let reader = SampleReader(seed: seed, today: today)
    let levels = reader.organizations.values.compactMap { $0.last?.first("Level") }
    func count(_ level: String) -> Int { levels.count { $0 == level } }
    #expect(count("党委") == 1)
    #expect(count("党总支") == 2)
    #expect(count("党支部") == 16)
    #expect(count("联合党支部") == 1)
    #expect(count("临时党支部") == 2)
    #expect(count("党小组") == 42)
    #expect((245...260).contains(reader.names.count))
    #expect(Set(reader.names.values).count == reader.names.count)
    #expect(reader.names.values.contains("艾孜买提·吐尔逊"))

    let now = reader.names.keys.compactMap { reader.member($0, on: "\(today)") }
    func values(_ field: String) -> Set<String> { Set(now.compactMap { $0.first(field) }) }
    #expect(values("Status") == ["正式党员", "预备党员", "发展对象", "入党积极分子", "入党申请人"])
    #expect(values("Category") == ["在职", "离退休"])
    #expect(values("Gender") == ["男", "女"])
    #expect(values("Rights") == ["正常", "留党察看", "中止", "停止党籍"])
    for (rights, people) in [("留党察看", 1), ("中止", 1), ("停止党籍", 2)] {
      #expect(now.count { $0.first("Rights") == rights } == people, "\(rights)")
    }
    #expect(now.contains { $0.first("Floating") == "是" })
    #expect(values("Nation").count >= 4)
    let left = Set(reader.records("member").compactMap { $0.first("Left") })
    #expect(left == ["转出", "去世"])
    let full = now.count {
      $0.first("Organization") == "Q16" && $0.first("Status") == "正式党员"
    }
    #expect(full == 2)
  }

  @Test(arguments: [1, 7] as [UInt64])
  func hasEveryKindAndType(seed: UInt64) {
    let reader = SampleReader(seed: seed, today: today)
    let kinds = Set(reader.records("activity").compactMap { $0.first("Kind") })
    let expected = [
      "党员大会", "支委会", "党小组会", "党课", "主题党日", "组织生活会", "民主评议", "谈心谈话",
      "政治学习", "政治生日", "总支委员会", "党委会", "中心组学习", "专题会议", "周例会", "碰头会",
      "专题研讨", "座谈会", "现场观摩", "培训", "警示教育", "廉政谈话", "家访", "走访慰问", "党建活动",
      "岗位训练", "考试", "竞赛", "举荐会", "述职评议",
    ]
    for kind in expected { #expect(kinds.contains(kind), "\(kind)") }
    #expect(kinds.count == expected.count)
    #expect((2400...3600).contains(reader.records("activity").count))
    for (type, atLeast) in [
      ("matter", 500), ("document", 600), ("honor", 40), ("review", 40), ("procedure", 120),
      ("plan", 100), ("team", 40), ("dues", 400),
    ] {
      #expect(reader.records(type).count >= atLeast, "\(type)")
    }
    let matters = Set(reader.records("matter").compactMap { $0.first("Kind") })
    #expect(matters == ["检查问题", "风险隐患", "意见建议", "办实事", "决议落实", "补学", "限期改正"])
    let states = Set(reader.records("matter").compactMap { $0.first("State") })
    #expect(states == ["办理中", "阶段完成", "待销号", "已办结"])
    #expect(reader.entries.contains { $0.record.first("Withdraws") != nil })
    #expect(reader.records("activity").contains { $0.first("Reason") != nil })
    #expect(reader.records("activity").contains { $0.first("Sitting") == "2/2" })
    #expect(
      reader.records("activity").contains {
        $0.first("Kind") == "岗位训练" && $0.first("EndDate") != nil && $0.first("Start") == "22:30"
      })
    #expect(reader.records("activity").contains { $0.all("Counts").contains("党课") })
    #expect(reader.records("activity").contains { $0.all("Vote").contains { $0.contains("书面=1") } })
    let votes = reader.records("activity").flatMap { $0.all("Vote") }
    for category in [
      "普通", "接收预备党员", "转正", "延长预备期", "取消预备资格", "处分", "选举", "支委会",
    ] {
      #expect(votes.contains { $0.contains("类别=\(category) ") }, "\(category)")
    }
    #expect(reader.records("dues").allSatisfy { $0.restricted })
    #expect(reader.entries.allSatisfy { $0.record.type == "dues" || !$0.record.restricted })
  }

  /// What the second branch leaves to be typed in.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func leavesOctoberOfTheSecondBranchOpen(seed: UInt64) {
    let reader = SampleReader(seed: seed, today: today)
    let held = reader.newest.map(\.record).filter { $0.first("Organization") == "Q2" }
    func count(_ kind: String, _ month: String) -> Int {
      held.count { record in
        ([record.first("Kind")].compactMap { $0 } + record.all("Counts")).contains(kind)
          && record.first("Date")?.hasPrefix(month) == true
      }
    }
    #expect(count("主题党日", "2026-10") == 0)
    #expect(count("主题党日", "2026-09") == 1)
    #expect(count("主题党日", "2026-11") == 1)
    for month in ["2026-10", "2026-11"] { #expect(count("党课", month) == 0) }
    #expect(count("支委会", "2026-10") == 1)
    #expect(count("支委会", "2026-11") == 0)
    #expect(held.allSatisfy { ($0.first("Date") ?? "") < "2026-11-20" })
  }

  @Test func someThingsAreStillOpen() {
    let reader = SampleReader(seed: 1, today: today)
    let newest = reader.newest.map(\.record).filter { $0.type == "activity" }
    let unfinished = newest.filter { $0.first("State") == "未定稿" }
    #expect((20...150).contains(unfinished.count))
    #expect(newest.count { $0.all("Absent").contains { $0.hasSuffix(" 无故") } } > 0)
    #expect(newest.count { $0.all("Absent").contains { !$0.contains(" ") } } > 0)
    #expect(newest.count { !$0.all("Video").isEmpty } > 50)
    let late = reader.newest.count { entry in
      guard let date = entry.record.first("Date").flatMap({ Day($0) }),
        let written = Moment(entry.moment)
      else { return false }
      return date.days(until: written.day) > 14
    }
    #expect(late > 20)
  }

  /// Terms (R16, R17), a probation that ran out (R30), an admission that waits for its approval.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func keepsTheUsualWorries(seed: UInt64) throws {
    let reader = SampleReader(seed: seed, today: today)
    func ends(_ organization: String) throws -> Day {
      let record = try #require(reader.organization(organization, on: "2026-11-20"))
      let elected = try #require(record.first("Elected").flatMap { Day($0) })
      return elected.adding(years: 3)
    }
    #expect(try ends("Q11") < today)
    let near = try ends("Q7")
    #expect(near > today && near < today.adding(months: 6))
    #expect(try ends("Q2") > today.adding(months: 6))

    #expect(reader.organization("L1", on: "2026-03-01") != nil)
    #expect(reader.organization("L1", on: "2026-11-20") == nil)
    #expect(reader.roster("L1", on: "2026-03-01").count == 6)
    #expect(reader.roster("L1", on: "2026-11-20").isEmpty)
    #expect(
      reader.organization("Q4", on: "2025-06-01")?.all("Officer")
        != reader.organization("Q4", on: "2026-11-20")?.all("Officer"))

    let votes = reader.records("activity").flatMap { $0.all("Vote") }
    func isVoted(_ id: String, _ category: String) -> Bool {
      votes.contains { $0.contains("对象=\(id)(") && $0.contains("类别=\(category) ") }
    }
    let overrun = reader.names.keys.filter { id in
      guard let member = reader.member(id, on: "2026-11-20"),
        member.first("Status") == "预备党员",
        let admitted = member.first("Admitted").flatMap({ Day($0) })
      else { return false }
      return admitted.adding(years: 1) < today && !isVoted(id, "转正")
        && !isVoted(id, "取消预备资格")
    }
    #expect(overrun.count == 1)
    #expect(overrun.allSatisfy { $0.hasPrefix("Q8") })
    let waiting = reader.names.keys.filter { id in
      reader.member(id, on: "2026-11-20")?.first("Status") == "发展对象"
        && isVoted(id, "接收预备党员")
    }
    // One was taken in, one was not.
    #expect(Set(waiting.map { $0.prefix { $0 != "M" } }) == ["Q10", "Q3"])
    let confirmedLate = reader.records("member").contains { record in
      guard let confirmed = record.first("Confirmed"), let since = record.first("Since") else {
        return false
      }
      return record.first("Status") == "正式党员" && confirmed >= "2024-12" && confirmed < since
    }
    #expect(confirmedLate)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func staysSmall(seed: UInt64) {
    let reader = SampleReader(seed: seed, today: today)
    // What the log adds to each record: Id, By, At, Sum.
    let bytes = reader.entries.reduce(0) { total, entry in
      entry.record.fields.reduce(total + 170) { $0 + $1.name.utf8.count + $1.value.utf8.count + 4 }
    }
    #expect(bytes < 6_250_000)
  }

  @Test func correctionsAreCompleted() {
    var record = NewRecord(
      type: "activity", organization: "Q1",
      fields: [
        Field("Corrects", "Q1-activity-2026-limin-0001"), Field("Reason", "地点录入有误"),
      ])
    SamplePrison.complete(&record) { id in
      id == "Q1-activity-2026-limin-0001" ? "0123456789abcdef" : nil
    }
    #expect(record.first("Corrects") == "Q1-activity-2026-limin-0001 01234567")
    #expect(record.first("Reason") == "地点录入有误")
  }
}
