import Archive
import OrganizationLife
import RecordLog
import Testing

@Suite struct ConversionTests {
  private func provenance() throws -> Provenance {
    Provenance(
      reference: Reference("Q1-activity-2026-li-0002"),
      origin: Reference("Q1-activity-2026-li-0001"),
      enteredAt: try #require(Moment("2026-03-12T17:00:00+08:00")),
      enteredBy: Person("Q1M02(陈晓)"), folder: try organization("Q1"))
  }

  static let meeting = """
    Organization: Q1
    Kind: 党员大会
    Counts: 组织生活会
    Number: 1
    Date: 2026-03-12
    EndDate: 2026-03-13
    Start: 14:30
    End: 16:00
    Sitting: 1/2
    Title: 第一季度党员大会
    Place: 二楼会议室
    Presider: Q1M01(李敏)
    Recorder: Q1M02(陈晓)
    Present: Q1M01(李敏)
    Present: Q1M02(陈晓)
    Video: Q1M03(张建国)
    Absent: Q1M05(王五) 住院 看护 批准=Q1M01(李敏)
    Absent: Q1M06(周一)
    Late: Q1M02(陈晓)
    Left: Q1M03(张建国)
    Excluded: Q1M09(钱 多) 卧床
    Attending: 刘×(政治处)
    Lecturer: Q1M01(李敏)
    Hours: 1.5
    Sessions: 2
    Headcount: 1000+
    Minutes: 第一行
    +
    + 第三行
    Summary: 会议开得好
    State: 定稿
    Signed: Q1M01(李敏) 2026-03-13
    Tag: 维度=学用
    Note: 备注
    Item: 传达学习
    ItemKind: 传达学习
    Minutes: 学了
    Item: 讨论接收周××同志
    ItemKind: 表决
    About: Q1M08(赵磊)
    Vote: 对象=Q1M08(赵磊) 类别=接收预备党员 方式=无记名 赞成=12 不赞成=0 弃权=1 书面=1 发出=13 收回=13 有效=13 监票=Q1M02(陈晓) 计票=Q1M03(张建国)
    Resolution: 同意
    Owner: Q1M02(陈晓)
    Due: 2026-04-01
    Away: Q1M03(张建国)
    Seats: 1

    """

  @Test func readsAnActivity() throws {
    let converted = Conversion.activity(try fields(Self.meeting), from: try provenance())
    #expect(converted.faults == [])
    let activity = try #require(converted.value)
    #expect(activity.reference.text == "Q1-activity-2026-li-0002")
    #expect(activity.origin.text == "Q1-activity-2026-li-0001")
    #expect(activity.organization.text == "Q1")
    #expect(activity.kind == "党员大会")
    #expect(activity.counts == ["组织生活会"])
    #expect(activity.number == 1)
    #expect(activity.date.description == "2026-03-12")
    #expect(activity.endDate?.description == "2026-03-13")
    #expect(activity.start?.description == "14:30")
    #expect(activity.end?.description == "16:00")
    #expect(activity.sitting == "1/2")
    #expect(activity.title == "第一季度党员大会")
    #expect(activity.place == "二楼会议室")
    #expect(activity.presider?.description == "Q1M01(李敏)")
    #expect(activity.recorder?.name == "陈晓")
    #expect(activity.present.map(\.description) == ["Q1M01(李敏)", "Q1M02(陈晓)"])
    #expect(activity.video.map(\.name) == ["张建国"])
    #expect(activity.absent.map(\.person.name) == ["王五", "周一"])
    #expect(activity.absent.map(\.reason) == ["住院 看护", ""])
    #expect(activity.absent.first?.approver?.name == "李敏")
    #expect(activity.late.map(\.name) == ["陈晓"])
    #expect(activity.leftEarly.map(\.name) == ["张建国"])
    #expect(activity.excluded.map(\.person.name) == ["钱 多"])
    #expect(activity.excluded.map(\.reason) == ["卧床"])
    #expect(activity.attending == [Person("刘×(政治处)")])
    #expect(activity.lecturers.map(\.name) == ["李敏"])
    #expect(activity.hours == 1.5)
    #expect(activity.sessions == 2)
    #expect(activity.headcount?.description == "1000+")
    #expect(activity.minutes == "第一行\n\n第三行")
    #expect(activity.summary == "会议开得好")
    #expect(activity.isFinal)
    #expect(activity.signatures.map(\.day?.description) == ["2026-03-13"])
    #expect(activity.tags == ["维度=学用"])
    #expect(activity.notes == ["备注"])
    #expect(activity.enteredBy.name == "陈晓")
  }

  @Test func fieldsOfItemsFollowTheirItem() throws {
    let converted = Conversion.activity(try fields(Self.meeting), from: try provenance())
    let items = try #require(converted.value?.items)
    #expect(items.map(\.title) == ["传达学习", "讨论接收周××同志"])
    #expect(items.map(\.kind) == [.study, .vote])
    #expect(items.map(\.minutes) == ["学了", ""])
    #expect(items[1].about.map(\.name) == ["赵磊"])
    #expect(items[1].resolution == "同意")
    #expect(items[1].owners.map(\.name) == ["陈晓"])
    #expect(items[1].due?.description == "2026-04-01")
    #expect(items[1].away.map(\.name) == ["张建国"])
    #expect(items.map(\.seats) == [nil, 1])
    #expect(
      items[1].votes == [
        Vote(
          subject: Person("Q1M08(赵磊)"), category: .admission, method: "无记名", inFavour: 12,
          against: 0, abstaining: 1, written: 1, issued: 13, returned: 13, valid: 13,
          scrutineers: [Person("Q1M02(陈晓)")], tellers: [Person("Q1M03(张建国)")])
      ])
  }

  @Test(arguments: [
    ("Date", "2026-02-30", nil as Int?, ValueProblem.doesNotExist("2026-02-30")),
    ("Date", "3月12日", nil, .notADate("3月12日")),
    ("EndDate", "2026-3-12", nil, .notADate("2026-3-12")),
    ("Start", "24:00", nil, .notATime("24:00")), ("End", "2点", nil, .notATime("2点")),
    ("Number", "一", nil, .notANumber("一")), ("Number", "-1", nil, .notANumber("-1")),
    ("Hours", "1,5", nil, .notADecimal("1,5")), ("Hours", "nan", nil, .notADecimal("nan")),
    ("Headcount", "约20", nil, .notAQuantity("约20")),
    ("State", "完成", nil, .unknownChoice("完成", allowed: ["未定稿", "定稿"])),
    ("Present", "李敏", nil, .notAMember("李敏")), ("Absent", "李敏 值班", nil, .notAMember("李敏")),
    ("Excluded", "Q1M01", nil, .incomplete("Q1M01")),
    ("Signed", "Q1M01 昨天", nil, .notADate("昨天")), ("Due", "2026-05-01", nil, .outsideItem),
    (
      "ItemKind", "闲聊", 1,
      .unknownChoice("闲聊", allowed: ["传达学习", "讨论", "表决", "通报", "环节"])
    ), ("Due", "2026-04-31", 1, .doesNotExist("2026-04-31")),
    ("Vote", "类别=普通", 1, .voteWithout("赞成")),
    ("Vote", "赞成=十", 1, .voteNumber(part: "赞成", "十")),
    ("Vote", "赞成=1 迟疑=2", 1, .unknownVotePart("迟疑=2")),
    ("Away", "某人", 1, .notAMember("某人")),
  ])
  func values(field: String, text: String, item: Int?, problem: ValueProblem) throws {
    var fields = try fields("Organization: Q1\nKind: 党课\nDate: 2026-03-12\n")
    if item != nil { fields.append(Field("Item", "一")) }
    if field == "Date" { fields.removeLast() }
    fields.append(Field(field, text))
    let converted = Conversion.activity(fields, from: try provenance())
    #expect(
      converted.faults == [ValueFault(field: field, line: 0, item: item, problem: problem)])
    // A record without a day cannot stand in the calendar; any other value is left out alone.
    #expect((converted.value == nil) == (field == "Date"))
  }

  @Test(arguments: [
    ("赞成=12 反对=1 弃权=0", 12, 1, 0), ("赞成=12 不赞成=1", 12, 1, 0),
    ("方式=举手 赞成=3", 3, 0, 0),
  ])
  func votes(text: String, inFavour: Int, against: Int, abstaining: Int) throws {
    let fields = try fields(
      "Organization: Q1\nKind: 党课\nDate: 2026-03-12\nItem: 一\nVote: \(text)\n")
    let vote = try #require(
      Conversion.activity(fields, from: try provenance()).value?.items.first?.votes.first)
    #expect(vote.inFavour == inFavour)
    #expect(vote.against == against)
    #expect(vote.abstaining == abstaining)
    #expect(vote.category == .ordinary)
  }

  @Test func anElectionHasWriteIns() throws {
    let fields = try fields(
      "Organization: Q1\nKind: 党课\nDate: 2026-03-12\nItem: 一\n"
        + "Vote: 类别=选举 另选=钱 多 赞成=1\n")
    let vote = try #require(
      Conversion.activity(fields, from: try provenance()).value?.items.first?.votes.first)
    #expect(vote.writeIn == "钱 多")
    #expect(vote.category == .election)
  }

  @Test func readsAMember() throws {
    let read = try fields(
      """
      Member: Q1M05
      Name: 王五
      Organization: Q1
      Group: Q1B
      Status: 正式党员
      Category: 离退休
      Floating: 是
      Rights: 留党察看
      Post: 宣传委员
      Job: 一线值班
      Rank: 三级警长
      Gender: 男
      Nation: 汉族
      Born: 1984-06
      Education: 大学
      Worked: 2006-07
      Applied: 2006-03
      Admitted: 2008-07-01
      Approved: 2008-07-20
      Confirmed: 2009-07-01
      Introducer: Q1M03(张建国)
      Since: 2019-01-01
      Until: 2026-12-31
      Left: 转出

      """)
    let member = try #require(Conversion.member(read, from: try provenance()).value)
    #expect(member.isRetired && member.isFloating)
    #expect(member.rights == .onProbationForDiscipline)
    #expect(member.group?.text == "Q1B")
    #expect(member.admitted?.description == "2008-07-01")
    #expect(member.introducers.map(\.name) == ["张建国"])
    #expect(
      [
        member.name, member.organization.text, member.status.rawValue, member.job, member.rank,
        member.gender, member.nation, member.born, member.education, member.worked, member.applied,
        member.left,
      ] == [
        "王五", "Q1", "正式党员", "一线值班", "三级警长", "男", "汉族", "1984-06", "大学", "2006-07", "2006-03",
        "转出",
      ])
    #expect(member.posts == ["宣传委员"])
    #expect(
      [member.approved, member.confirmed, member.since, member.until].map { $0?.description } == [
        "2008-07-20", "2009-07-01", "2019-01-01", "2026-12-31",
      ])
  }

  @Test func readsAnOrganization() throws {
    let read = try fields(
      """
      Organization: Q1
      Name: 一监区党支部
      Level: 党支部
      Parent: DW
      Since: 2019-01-01
      Elected: 2024-05-10
      Term: 3
      Officer: Q1M01(李敏) 书记
      Officer: Q1M03(张建国) 组织委员、宣传委员
      Unit: 一监区

      """)
    let branch = try #require(Conversion.organization(read, from: try provenance()).value)
    #expect(branch.secretary?.name == "李敏")
    #expect(branch.officers.map(\.post) == ["书记", "组织委员、宣传委员"])
    #expect(branch.name == "一监区党支部" && branch.level == .branch && branch.parent?.text == "DW")
    #expect(branch.since.description == "2019-01-01")
    #expect(branch.elected?.description == "2024-05-10")
    #expect(branch.term == 3 && branch.units == ["一监区"])
  }

  @Test func readsTheOtherTypes() throws {
    let from = try provenance()
    let matter = try #require(
      Conversion.matter(
        try fields(
          "Organization: Q1\nKind: 检查问题\nTitle: 缺签字\nOpened: 2026-04-01\nOwner: Q1M02(陈晓)\n"
            + "Due: 2026-04-30\nSource: Q1-review-2026-li-0001#3\nState: 待销号\nResult: 已补\n"),
        from: from
      ).value)
    #expect(matter.state == "待销号" && matter.isOpen)
    #expect(matter.source?.text == "Q1-review-2026-li-0001#3")
    let document = try #require(
      Conversion.document(
        try fields(
          "Organization: Q1\nKind: 心得\nTitle: 学习心得\nDate: 2026-05-01\nAuthor: Q1M05(王五)\n"
            + "Count: 3\nTag: 补学=Q1-activity-2026-li-0001\n"), from: from
      ).value)
    #expect(document.count?.value == 3 && document.authors.map(\.name) == ["王五"])
    #expect(document.tags == ["补学=Q1-activity-2026-li-0001"])
    let honor = try #require(
      Conversion.honor(
        try fields(
          "Organization: Q1\nDate: 2026-07-01\nLevel: 监狱\nTitle: 优秀共产党员\nTo: Q1M03(张建国)\n"),
        from: from
      ).value)
    #expect(honor.level == "监狱" && honor.recipients.map(\.name) == ["张建国"])
    let step = try #require(
      Conversion.procedure(
        try fields(
          "Organization: Q1\nKind: 发展党员\nSubject: Q1M08(赵磊)\nStep: 考察\nDate: 2026-06-30\n"
            + "Evidence: Q1-document-2026-li-0001\nEvidence: Q1-document-2026-li-0002\n"),
        from: from
      ).value)
    #expect(step.step == "考察" && step.subject.name == "赵磊")
    #expect(
      step.evidence.map(\.text) == ["Q1-document-2026-li-0001", "Q1-document-2026-li-0002"])
    let dues = try #require(
      Conversion.dues(
        try fields(
          "Organization: Q1\nMember: Q1M05\nMonth: 2026-03\nBase: 5000.01\nPaid: 75.00\n"
            + "PaidOn: 2026-04-02\n"), from: from
      ).value)
    #expect(dues.paid == 7500 && dues.base == 500_001 && dues.month.description == "2026-03")
    #expect(dues.paidOn?.description == "2026-04-02")
    let team = try #require(
      Conversion.team(
        try fields("Organization: Q1\nKind: 网格\nName: 一号\nSince: 2026-01-01\nLeader: Q1M01\n"),
        from: from
      ).value)
    #expect(team.leaders.map { $0.id?.text } == ["Q1M01"])
  }

  @Test func theByOfAReviewsItemIsNotTheByOfTheRecord() throws {
    let review = try #require(
      Conversion.review(
        try fields(
          "Organization: Q1\nChecklist: 规范化自查\nDate: 2026-06-30\nItem: A01\nAnswer: 达标\n"
            + "By: 记录\nEvidence: Q1-activity-2026-li-0001\nItem: A02\nAnswer: 未达标\nBy: 人工\n"
            + "Remark: 没有\nBy: Q1M01(李敏)\n"), from: try provenance()
      ).value)
    #expect(review.items.map(\.isManual) == [false, true])
    #expect(review.items.map(\.answer) == [.met, .unmet])
    #expect(review.items[0].evidence.map(\.text) == ["Q1-activity-2026-li-0001"])
    #expect(review.items[1].remark == "没有")
  }
}
