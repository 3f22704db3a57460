import Testing

/// 党务公开: what stands in the list for screens, and what does not.
@Suite("A list to be made public")
struct PublicityTests {
  private static let records = """
    %rec: activity

    Organization: Q1
    Kind: 主题党日
    Number: 1
    Date: 2026-05-05
    Start: 14:30
    End: 16:00
    Title: 重温入党誓词
    Place: 会议室
    Presider: Q1M01
    Recorder: Q1M02
    Present: Q1M01
    Present: Q1M02
    Minutes: 内部讨论要点甲。
    Item: 重温入党誓词

    Organization: Q1
    Kind: 谈心谈话
    Date: 2026-05-06
    Presider: Q1M01
    Present: Q1M07
    Minutes: 谈话内容乙。

    %rec: honor

    Organization: Q1
    Date: 2026-06-01
    Level: 监狱
    Title: 优秀共产党员
    To: Q1M03

    Organization: Q1
    Date: 2026-08-01
    Level: 监狱
    Title: 八月之星
    To: Q1M03

    %rec: matter

    Organization: Q1
    Kind: 办实事
    Title: 更换值班室饮水机
    Opened: 2026-05-10
    State: 阶段完成

    Organization: Q1
    Kind: 检查问题
    Title: 签到表缺签名
    Opened: 2026-05-10
    State: 办理中

    %rec: document

    Organization: Q1
    Kind: 党务公开
    Title: 第二季度优秀党员名单
    Date: 2026-06-20

    %rec: member

    Member: Q1M09
    Name: 钱进
    Organization: Q1
    Status: 入党积极分子
    Applied: 2025-06-01
    Since: 2026-04-10

    %rec: dues

    Organization: Q1
    Member: Q1M01
    Month: 2026-04
    Base: 5000.00
    Rate: 1%
    Paid: 50.00
    PaidOn: 2026-04-10

    Organization: Q1
    Member: Q1M02
    Month: 2026-05
    Base: 4000.00
    Rate: 1%
    Paid: 40.05
    PaidOn: 2026-05-10

    """

  private func desk() throws -> Desk {
    let desk = try Desk.withLedger()
    desk.folder.write("more.rec", Self.records)
    let added = desk.zhibu("add", "more.rec", "--as", "Q1M01(李敏)/limin")
    try #require(added.status == 0, "\(added.errors)")
    return desk
  }

  @Test("it tells what was held, who was named, sums and honours of its period")
  func whatStandsThere() throws {
    let run = try desk().zhibu("print", "Q1", "--paper", "public", "--period", "2026-Q2")
    #expect(run.status == 0, "\(run.errors)")
    for part in [
      "一监区党支部党务公开", "公开时段：2026年4月1日至2026年6月30日", "主题党日：1次", "2026年5月5日，重温入党誓词",
      "2026年4月10日，钱进确定为入党积极分子", "2名党员交纳党费，合计90.05元。",
      "2026年6月1日，张建国获“优秀共产党员”（监狱）", "更换值班室饮水机（阶段完成）",
      "2026年6月20日，第二季度优秀党员名单",
    ] {
      #expect(run.output.contains(part), "\(part) is not in\n\(run.output)")
    }
    // Another period, minutes, talks, what one person paid, findings.
    for part in ["八月之星", "内部讨论", "谈话", "谈心", "50.00", "签到表", "周航"] {
      #expect(!run.output.contains(part), "\(part) is in\n\(run.output)")
    }
  }

  @Test("without a period it is of the quarter that runs")
  func thisQuarter() throws {
    let desk = try desk()
    let run = desk.zhibu("print", "Q1", "--paper", "public", "--today", "2026-08-20")
    #expect(run.output.contains("公开时段：2026年7月1日至2026年8月20日"), "\(run.output)")
    #expect(run.output.contains("八月之星") && !run.output.contains("钱进"))
    #expect(run.output.contains("本时段无。"))
  }

  @Test("a period that is none, one that has not come, and one of another paper are refused")
  func refused() throws {
    let desk = try desk()
    let paper = ["春天", "2031"].map { period in
      desk.zhibu("print", "Q1", "--paper", "public", "--period", period)
    }
    let others = [
      desk.zhibu("print", "Q1", "--paper", "handbook", "--period", "2026-Q2"),
      desk.zhibu("print", "Q1M01", "--period", "2026-Q2"),
    ]
    for run in paper + others {
      #expect(run.status == 2, "\(run.output)")
      #expect(run.output.isEmpty && !run.errors.isEmpty)
    }
  }
}
