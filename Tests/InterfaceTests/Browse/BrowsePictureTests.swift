import Archive
import OrganizationLife
import Testing
import Wording

@testable import Interface

/// Whole screens as they are drawn, at the sizes that have to look right.
@Suite("Pictures of lists and pages")
struct BrowsePictureTests {
  private func body(_ screen: some ScreenBehavior, _ browsing: Browsing) -> String {
    var lines = Array(browsing.frame(screen).text().dropFirst(2))
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  @Test("members at 80 x 24")
  func members() throws {
    let browsing = try Browsing()
    let screen = browsing.list(.members(try Browsing.organization("Q1")))
    #expect(screen.title(in: browsing.context) == "党员名册 · 二监区党支部")
    #expect(screen.status(in: browsing.context) == "1/9")
    #expect(
      body(screen, browsing) == """
          姓名    党小组      身份      职务       年度到会   补学
        > 李敏    第一党小组  正式党员  书记            5/5
          陈晓    第一党小组  正式党员  组织委员        5/5
          张建国  第一党小组  正式党员  纪检委员        5/5
          王五    第一党小组  正式党员                  1/4      1
          赵磊    第二党小组  预备党员                  3/3
          孙丽    第二党小组  正式党员                  3/3
          周强    第二党小组  正式党员                  3/3
          吴燕    第二党小组  正式党员                  3/3
          郑涛                发展对象                    -
        """)
  }

  @Test("the tree of organisations at 60 x 16")
  func tree() throws {
    let browsing = try Browsing(rows: 16, columns: 60)
    let screen = browsing.list(.organizations(nil))
    #expect(
      body(screen, browsing) == """
          名称            级别    书记    党员  应办
        > 第一监狱党委    党委              11  本期欠15项
            二监区党支部  党支部  李敏       8  本期欠7项
              第一党小组  党小组             4  已开齐
              第二党小组  党小组             4  本期欠1项
            三监区党支部  党支部  何平       3  本期欠6项
        """)
  }

  @Test("what was held at 132 x 43")
  func activities() throws {
    let browsing = try Browsing(rows: 43, columns: 132)
    let screen = browsing.list(.activities(try Browsing.organization("Y1"), kind: nil))
    #expect(
      body(screen, browsing) == """
          日期   类别     次  标题                                          到会  状态    迟录
        > 11-10  小组会   11  第一党小组 党小组会                            3/4  定稿
          11-05  党日         重温入党誓词                                   8/8  未定稿
          09-12  党课      3  纪律建设专题党课                               7/8  定稿    迟55天
          06-03  支委会    1  支部委员会会议                                 3/3  未定稿  迟156天
          03-12  大会      1  学习上级文件;讨论接收郑涛同志为中共预备党员    7/8  定稿    迟239天
        """)
  }

  @Test("what is due at 60 x 16 keeps rule and article")
  func due() throws {
    let browsing = try Browsing(rows: 16, columns: 60)
    let screen = browsing.list(.due(try Browsing.organization("Q1")))
    #expect(
      body(screen, browsing) == """
          事项                 应办    时限     依据
        > 支部党员大会         欠1项   12-31前  支部工作条例第十一条
          支部委员会会议       欠1项   11-30前  支部工作条例第十二条
          党课                 欠1项   12-31前  本单位..按期上党课)
          组织生活会           欠1项   12-31前  支部工作条例第十七条
          民主评议党员         欠1项   12-31前  支部工作条例第十八条
          谈心谈话             欠1项   12-31前  支部工作条例第十九条
          第二党小组 党小组会  欠1项   11-30前  支部工作条例第十三条
          主题党日             已开齐  12-31前  支部工作条例第十六条
          第一党小组 党小组会  已开齐  12-31前  支部工作条例第十三条
        """)
  }

  @Test("open matters at 80 x 24: what is overdue says by how many days; 补学 has its own list")
  func matters() throws {
    let browsing = try Browsing()
    let screen = browsing.list(.matters(try Browsing.organization("Q1")))
    #expect(
      body(screen, browsing) == """
          时限       类别      事项                               责任人   状态    提出
        > 超期234天  决议落实  讨论接收郑涛同志为中共预备党员:..  陈晓     办理中  03-12
          超期10天   检查问题  谈心谈话记录不规范                 李敏     办理中  10-20
        """)
  }

  @Test("a member's page at 80 x 24")
  func member() throws {
    let browsing = try Browsing()
    let ids = try (1...8).map { try Browsing.member("Q1M0\($0)") }
    let screen = browsing.page(.member(ids[3], among: ids))
    #expect(screen.title(in: browsing.context) == "王五 · 二监区党支部 第一党小组 · 正式党员 · 在职")
    #expect(screen.status(in: browsing.context) == "4 / 8")
    let branch = try Browsing.organization("Q1")
    let head = try #require(browsing.context.archive?.head(of: branch))
    #expect(head.utf8.count == 64)
    #expect(body(browsing.page(.organization(branch)), browsing).hasSuffix("Q1 校验码 \(head)"))
    #expect(
      body(screen, browsing) == """
        > 身份        男 汉族 1984-06 大学 三级警长 · 一线值班
        - 入党        申请 2006-03  入党 2008-11-01  批复 2008-11-20  转正 2009-11-01
                      党龄 17年  介绍人 张建国
        - ! 学时不足: 距年末41天,还差30
        - ! 今年支委尚未与其谈心
        - ! 今年尚未与其他党员谈心
        - 2026到会    大会 0/1  小组会 0/1  党课 0/1  党日 1/1
        - 各月        --▁-----▁-▄-  3月 0/1  9月 0/1  11月 1/2
        - 缺席        党课 09-12(值班) 待补学
        -             小组会 11-10(值班)
        -             大会 03-12(值班)
        - 学时        2/32
        - 笔记心得    无
        - 谈心        支委 0次  党员 0次
        - 评议        无
        - 奖励        无
        - 政治生日    11-01(第18个)

          Q1 校验码 \(head)
        """)
  }

  @Test("what was held, in paper order, at 132 x 43")
  func activity() throws {
    let browsing = try Browsing(rows: 43, columns: 132)
    let screen = browsing.page(.activity(Reference("Q1-activity-2026-chen-0001")))
    #expect(screen.title(in: browsing.context) == "2026年第1次支部党员大会 · 二监区党支部")
    #expect(screen.status(in: browsing.context) == "2026-03-12 定稿")
    #expect(
      body(screen, browsing) == """
        > 状态        定稿(李敏 11-07) · 陈晓 11-06 08:30录入 · 迟录239天 · 更正1次

          名称        2026年第1次支部党员大会
        - 党组织      二监区党支部
          时间        2026-03-12 周四 14:30–16:00
          地点        三楼会议室
        - 主持        李敏
        - 记录人      陈晓
        - 人数        应到8 实到7 · 有表决权应到7 实到6 · 可以表决,赞成4票及以上通过
        - 到会        第一党小组 李敏、陈晓、张建国
        -             第二党小组 赵磊、孙丽、周强、吴燕
        - 缺席        王五(值班) 李敏批准
          列席        刘×(政治处)

          议题1 传达学习 学习上级文件
          记录        李敏领学。
                      陈晓:结合实际谈体会。
                      张建国:请大家月底前完成。

          议题2 表决 讨论接收郑涛同志为中共预备党员
        - 对象        郑涛
          记录        张建国介绍郑涛同志的情况。
        - 表决        郑涛 接收预备党员 无记名 发出6 收回6 有效6 赞成6 不赞成0 弃权0 通过(须4票)
          监票人      孙丽
          计票人      周强
          表决结语    应到会有表决权的正式党员7名，实到6名。经无记名投票表决，6票赞成，0票不赞成，0票弃权
          决议        同意接收郑涛同志为中共预备党员,报上级党委审批。
        - 责任人      陈晓 03-31前 超期234天

          主持人小结  会议开得认真。
          审签        李敏 2026-11-07

        - 编号        Q1-activity-2026-chen-0007
        """)
  }

  @Test("a page that is scrolled at 60 x 16; the cursor stands on the selected line")
  func scrolledActivity() throws {
    let browsing = try Browsing(rows: 16, columns: 60)
    var screen = browsing.page(.activity(Reference("Q1-activity-2026-chen-0001")))
    for _ in 0..<14 { _ = screen.perform(.down, in: browsing.context) }
    #expect(
      body(screen, browsing) == """
        - 人数        应到8 实到7 · 有表决权应到7 实到6
                      可以表决,赞成4票及以上通过
        - 到会        第一党小组 李敏、陈晓、张建国
        -             第二党小组 赵磊、孙丽、周强、吴燕
        > 缺席        王五(值班) 李敏批准
          列席        刘×(政治处)

          议题1 传达学习 学习上级文件
          记录        李敏领学。
                      陈晓:结合实际谈体会。
                      张建国:请大家月底前完成。
        """)
    #expect(browsing.frame(screen).cursor == Position(row: 6, column: 0))
  }
}

@Suite("Beside the main menu")
struct DuePanelTests {
  private func lines(_ browsing: Browsing, columns: Int) -> [String] {
    DuePanel.lines(in: browsing.context, columns: columns).map { line in
      var text = line.text
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  @Test("what a branch owes, what is open, whose birthday it is")
  func branch() throws {
    #expect(
      lines(try Browsing(), columns: 58) == [
        "应办",
        "! 支部党员大会    欠1项  12-31前  支部工作条例第十一条",
        "! 支部委员会会议  欠1项  11-30前  支部工作条例第十二条",
        "! 党课            欠1项  12-31前  本单位规定",
        "! 组织生活会      欠1项  12-31前  支部工作条例第十七条",
        "! 民主评议党员    欠1项  12-31前  支部工作条例第十八条",
        "! 谈心谈话        欠1项  12-31前  支部工作条例第十九条",
        "! 党小组会        1/2 欠1项 第二党小组",
        "✓ 主题党日        11-05 已开",
        "待落实事项 2(2项超期)",
        "待审签 2",
        "待补学 王五(纪律建设专题党课)",
        "! 任期2027-03-10届满,准备换届",
        "流程超期 郑涛(上级党委审批)",
        "! 赵磊预备期2026-10-15已满,未讨论转正",
        "本月政治生日: 李敏(第18个) 陈晓(第18个) 张建国(第18个) ..",
      ])
  }

  @Test("above branches: the tree with the gaps of each")
  func committee() throws {
    var browsing = try Browsing()
    browsing.context.scope = try Browsing.organization("Y1")
    #expect(
      lines(browsing, columns: 58) == [
        "! 党委书记讲党课  欠1项  12-31前  支部工作条例第十六条",
        "! 述职评议        欠1项  12-31前  党员教育管..例第四十三条",
        "待落实事项 2(2项超期)",
        "待审签 2",
        "待补学 王五(纪律建设专题党课)",
        "流程超期 郑涛(上级党委审批)",
        "第一监狱党委    ! 本期欠15项",
        "  二监区党支部  ! 本期欠7项",
        "  三监区党支部  ! 本期欠6项",
      ])
  }

  @Test("drafts are offered, and each line that leads somewhere leads there")
  func destinations() throws {
    var browsing = try Browsing()
    let draft = DraftSummary(
      name: "draft-1", title: "支部委员会会议", saved: try #require(Moment("2026-11-18T14:32:00+08:00")),
      bytes: [])
    browsing.context.allDrafts = [draft]
    let lines = DuePanel.lines(in: browsing.context, columns: 58)
    let found = try #require(lines.first { $0.text.hasPrefix("未完成草稿") })
    #expect(found.text == "未完成草稿: 支部委员会会议 (11-18 14:32存)")
    #expect(found.destination == .draft(draft))
    let duty = try #require(lines.first { $0.text.contains("支部委员会会议  欠") })
    let branch = try Browsing.organization("Q1")
    #expect(duty.destination == .form(.newActivity(kind: "支委会", organization: branch)))
    let held = try #require(lines.first { $0.text.contains("主题党日") })
    #expect(held.destination == .list(.activities(branch, kind: "主题党日")))
  }

  @Test("no line is wider than the panel", arguments: [20, 36, 41, 58, 110])
  func width(columns: Int) throws {
    for scope in ["Q1", "Y1", "Q1G1"] {
      for language in Language.allCases {
        var browsing = try Browsing(language: language)
        browsing.context.scope = try Browsing.organization(scope)
        for line in lines(browsing, columns: columns) {
          #expect(ColumnWidth.of(line) <= columns, "\(line)")
        }
      }
    }
  }

  @Test("nothing without a store or a scope")
  func nothing() throws {
    var browsing = try Browsing()
    browsing.context.scope = nil
    #expect(DuePanel.lines(in: browsing.context, columns: 58).isEmpty)
    browsing.context.archive = nil
    #expect(DuePanel.lines(in: browsing.context, columns: 58).isEmpty)
  }
}

@Suite("In English")
struct EnglishBrowsingTests {
  /// Everything that the unit wrote: records and catalogue.
  private func data(_ archive: Archive) -> String {
    var texts = [archive.store.manifest.unit]
    for type in ["organization", "member", "activity", "matter", "review"] {
      for record in archive.folded(type: type) {
        texts += archive.versions(of: record.reference).flatMap { $0.record.fields.map(\.value) }
      }
    }
    let withdrawn = Reference("Q1-activity-2026-chen-0004")
    texts += archive.versions(of: withdrawn).flatMap { $0.record.fields.map(\.value) }
    texts += archive.catalog.kinds.flatMap { [$0.id, $0.title, $0.short] }
    texts += archive.catalog.obligations.flatMap {
      [$0.title, $0.source, $0.source.replacing("(试行)", with: "")]
    }
    for checklist in archive.catalog.checklists {
      texts.append(checklist.title)
      texts += checklist.items.flatMap { [$0.section, $0.title, $0.article] }
    }
    let maker = ReportMaker(archive, on: Day("2026-11-20") ?? Day(number: 0))
    texts += maker.catalog.lines.flatMap { [$0.section, $0.title, $0.unit] }
    for report in maker.catalog.reports {
      texts.append(report.title)
      guard let year = Period("2026"), let id = OrganizationIdentifier("Q1") else { continue }
      // The sentence is the catalogue's, in its words.
      texts.append(
        maker.report(report, for: id, in: year).sentence(organizationName: "") ?? "")
    }
    texts += NamedCondition.allCases.map(\.rawValue)
    texts += archive.catalog.procedures.flatMap { [$0.title] + $0.steps.map(\.title) }
    // Articles are quoted as they are.
    texts += Rule.allCases.map { $0.article.replacing("(试行)", with: "") }
    texts.append(Citation.minutes.article)
    // What a derived matter is recorded as.
    texts += [Matter.resolutionKind, Matter.makeUpKind, "办理中"]
    return texts.joined(separator: "\n")
  }

  /// The runs of Han characters in a text.
  private func runs(_ text: String) -> [String] {
    text.split { character in
      guard let scalar = character.unicodeScalars.first else { return true }
      return !(0x3400...0x9FFF).contains(scalar.value)
    }.map(String.init)
  }

  @Test("no list and no page says a Chinese word of the program's own")
  func noChinese() throws {
    let browsing = try Browsing(rows: 43, columns: 132, language: .english)
    let archive = try #require(browsing.context.archive)
    let data = data(archive)
    let today = browsing.context.session.today
    let branch = try Browsing.organization("Q1")
    let committee = try Browsing.organization("Y1")
    let found = archive.ledger.inspection(
      of: 2026, under: committee, on: today, catalog: archive.catalog)
    let ids = try (1...9).map { try Browsing.member("Q1M0\($0)") }
    let year = ReportRequest(
      id: "支部报表", organization: branch, period: Period(.year, containing: today))
    let lists: [ListSource] = [
      .organizations(nil), .members(branch), .members(committee), .activities(branch, kind: nil),
      .due(committee), .matters(branch), .checklist(branch, id: "规范化自查"),
      .checklists(committee, id: "规范化自查"), .statistics(branch, year: 2026),
      .kinds(branch), .identities, .drafts, .inspection(committee, year: 2026),
      .makeUps(branch), .settledMatters(branch), .procedures(branch, kind: nil),
      .terms(committee), .dates(branch, month: Period(.month, containing: today)),
      .dues(branch), .reports(branch), .report(year), .reportGraph(year, line: "党课"),
      .reportGrid(year, line: "党课"),
    ]
    let pages: [PageSubject] =
      ids.map { .member($0, among: ids) }
      + (1...9).map { .activity(Reference("Q1-activity-2026-chen-000\($0)")) }
      + (1...9).map { .history(Reference("Q1-activity-2026-chen-000\($0)")) }
      + [
        .organization(branch), .organization(committee),
        .record(Reference("Q1-matter-2026-chen-0001")),
        .checklistItem(branch, checklist: "规范化自查", item: "A01"),
        .checklistItem(branch, checklist: "规范化自查", item: "A03"),
        .checklistItem(branch, checklist: "规范化自查", item: "D01"),
        .matter(Reference("Q1-matter-2026-chen-0001")),
        .makeUp(Reference("Q1-activity-2026-chen-0002#Q1M04")),
        .reportSentence(year),
      ] + found.map { .finding($0) }
    var texts: [String] = []
    for source in lists {
      let screen = browsing.list(source)
      texts += screen.contents.rows.flatMap { $0.cells.map(\.text) }
      texts += screen.contents.columns.map { browsing.context.say($0.title) }
      texts += [screen.contents.title, screen.contents.empty.english]
    }
    for subject in pages {
      let screen = browsing.page(subject)
      texts += [screen.contents.title, screen.contents.status]
      texts += screen.contents.lines.map(\.text)
    }
    texts += DuePanel.lines(in: browsing.context, columns: 110).map(\.text)
    #expect(texts.count > 500)
    for text in texts {
      for run in runs(text) where !data.contains(run) {
        Issue.record("“\(run)” in “\(text)”")
      }
    }
  }
}
