import OrganizationLife
import RecordLog
import Testing

@testable import Archive

/// Thirty records by hand, two or three of the mechanisms of each pack, counted by hand.
@Suite("All packs in one ledger")
struct HandmadePackTests {
  @Test("the lines are what a person counts")
  func counted() throws {
    let addition = PackAddition(CatalogPack.all, to: BuiltIn.files(in: "catalog"))
    let sandbox = try Sandbox(files: addition.files + BuiltIn.files(in: "schema"))
    try sandbox.add(Sandbox.branch, at: "2026-01-02T09:00:00+08:00", today: "2026-01-02")
    let ids = try sandbox.add(Self.records)
    #expect(ids.count == 30)
    let archive = try sandbox.archive()
    let maker = ReportMaker(archive, on: try day("2026-11-20"))
    let year = Period(.year, containing: try day("2026-11-20"))
    for (id, number) in Self.counts {
      let line = try #require(maker.catalog.lines.first { $0.id == id }, "\(id)")
      let value = maker.values(of: line, for: nil, in: [year])[0]
      #expect(value.number?.text == number, "\(id)")
    }
  }

  /// By hand, from the records below.
  static let counts = [
    ("业务导向型学习", "2"), ("业务导向型学习支部", "1"), ("融合维度", "2"), ("周例会", "1"), ("任务指标", "2"),
    ("任务大类", "2"), ("任务完成", "1"), ("总品牌", "1"), ("子品牌", "1"), ("亲情寄语", "130+"),
    ("巡察单位", "1"), ("巡察批次", "1"), ("巡察整改", "1"), ("主要负责同志党课", "1"), ("试点单位", "0"),
    ("调研课题", "1"), ("表彰三牛型民警", "2"), ("举荐推荐", "1"), ("举荐评出", "0"), ("每周议一议", "1"),
    ("诉求", "2"), ("诉求办结", "1"), ("政治生日礼物", "1"), ("意见方面", "2"), ("意见建议", "3"),
    ("办实事阶段", "1"), ("办实事办结", "0"), ("支部学习笔记", "15+"), ("督学次数", "1"), ("培训期数", "1"),
    ("培训人次", "45"), ("培训科目", "1"), ("技能比武", "1"), ("比武轮次", "2"), ("优胜单位", "1"),
  ]

  static let records = """
    %rec: activity

    Organization: Q1
    Kind: 业务导向型学习
    Date: 2026-02-10
    Title: 执法程序合规
    Tag: 维度=学用

    Organization: Q1
    Kind: 业务导向型学习
    Date: 2026-03-10
    Title: 监管安全规范
    Tag: 维度=学用

    Organization: DW
    Kind: 周例会
    Date: 2026-03-02
    Presider: DWM1
    Tag: 维度=目标
    Item: 政治理论周研讨
    Item: 警示教育周讲评
    Item: 业务工作周安排

    Organization: DW
    Kind: 政治巡察
    Date: 2026-03-03
    Title: 第一批巡察
    Tag: 批次=第一批

    Organization: DW
    Kind: 党课
    Date: 2026-07-01
    Title: 书记党课
    Lecturer: DWM1
    Tag: 讲课人=主要负责同志

    Organization: Q1
    Kind: 每周议一议
    Date: 2026-03-06
    Headcount: 7

    Organization: Q1
    Kind: 政治生日
    Date: 2026-03-09
    Presider: Q1M01
    Present: Q1M05
    Tag: 礼物=政治生日贺卡

    Organization: DW
    Kind: 督学
    Date: 2026-03-15
    Title: 上半月督导考核
    Presider: DWM1

    Organization: DW
    Kind: 培训
    Date: 2026-04-07
    Title: 刑罚执行培训
    Sessions: 1
    Headcount: 45
    Hours: 8
    Tag: 科目=刑罚执行

    Organization: DW
    Kind: 竞赛
    Date: 2026-06-06
    Title: 公文写作比武初赛
    Tag: 轮次=本单位初赛

    Organization: DW
    Kind: 竞赛
    Date: 2026-07-06
    Title: 公文写作比武决赛
    Sessions: 1
    Tag: 轮次=系统决赛

    %rec: plan

    Organization: DW
    Period: 2026
    Kind: 任务清单
    Title: 每月开展业务导向型学习
    Tag: 大类=学习教育

    Organization: DW
    Period: 2026
    Kind: 任务清单
    Title: 签订共建协议
    Tag: 大类=品牌共建

    Organization: DW
    Period: 2026
    Kind: 调研课题
    Title: 一线警力配置

    %rec: document

    Organization: DW
    Kind: 亲情寄语
    Title: 亲情云寄语
    Date: 2026-03-31
    Count: 130+

    Organization: DW
    Kind: 总结
    Title: 任务落实情况
    Date: 2026-06-30
    Tag: 计划=DW-plan-2026-li-0001

    Organization: Q1
    Kind: 学习笔记
    Title: 学习笔记
    Date: 2026-03-20
    Author: Q1M02
    Count: 3

    Organization: Q1
    Kind: 学习笔记
    Title: 集中交来的笔记
    Date: 2026-03-21
    Count: 12+

    %rec: team

    Organization: DW
    Kind: 品牌
    Name: 总品牌
    Since: 2026-01-10

    Organization: Q1
    Kind: 品牌
    Name: 法治帮教
    Part: 总品牌
    Since: 2026-01-10

    %rec: matter

    Organization: DW
    Kind: 检查问题
    Title: 记录不全
    Opened: 2026-03-03
    State: 已办结
    Closed: 2026-04-03
    Result: 已补
    Tag: 来源=巡察

    Organization: Q1
    Kind: 诉求
    Title: 通勤班车
    Opened: 2026-03-04
    State: 办理中

    Organization: Q1
    Kind: 诉求
    Title: 老人陪护
    Opened: 2026-03-05
    State: 已办结
    Closed: 2026-03-09

    Organization: DW
    Kind: 意见建议
    Title: 会见预约时间短
    Opened: 2026-03-06
    State: 办理中
    Tag: 方面=便民服务

    Organization: DW
    Kind: 意见建议
    Title: 办事指南不清
    Opened: 2026-03-06
    State: 办理中
    Tag: 方面=执法公开

    Organization: DW
    Kind: 意见建议
    Title: 公开栏更新慢
    Opened: 2026-03-07
    State: 办理中
    Tag: 方面=执法公开

    Organization: DW
    Kind: 办实事
    Title: 会见中心便民
    Opened: 2026-03-08
    State: 阶段完成

    %rec: honor

    Organization: DW
    Date: 2026-06-30
    Level: 省局
    Title: “三牛型”民警
    To: Q1M05
    To: Q1M06

    Organization: DW
    Date: 2026-06-30
    Level: 省局
    Title: 比武优胜单位
    To: Q1
    Collective: 是

    %rec: procedure

    Organization: Q1
    Kind: 举荐
    Subject: Q1M07
    Step: 推荐
    Date: 2026-05-12

    """
}
