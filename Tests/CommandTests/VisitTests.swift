import Testing

@Suite("Visits on the command line and on paper")
struct VisitTests {
  /// A desk with two visits to a branch: at the second an answer stands against the records', and
  /// what was found at the first came back.
  static func desk(items: Int = 0) throws -> Desk {
    let desk = try Desk.withLedger()
    let more = (0..<items).map {
      "Item: M01\nText: 党员活动场所、党务公开栏按要求设置,第\($0)处\nAnswer: 达标\nBy: 人工\n"
    }.joined()
    for (name, text) in [
      (
        "first.rec",
        """
        %rec: review

        Organization: Q1
        Checklist: 规范化自查
        Revision: 1
        Date: 2026-07-10
        Reviewer: Q1M03
        Item: A03
        Text: 组织关系转接及时
        Answer: 未达标
        By: 人工
        Remark: 缺回执

        """
      ),
      (
        "second.rec",
        """
        %rec: review

        Organization: Q1
        Checklist: 规范化自查
        Revision: 1
        Date: 2026-11-18
        Reviewer: Q1M03
        Reviewer: Q1M04
        Note: 总体较好,台账齐全。
        Item: A01
        Text: 正式党员不少于3人,党员一般不超过50人
        Answer: 未达标
        Recorded: 达标
        By: 人工
        Remark: 名册与实际不符
        Item: A03
        Text: 组织关系转接及时,外出6个月以上且地点固定的已转接,有回执
        Answer: 未达标
        By: 人工
        Item: D01
        Text: 支部党员大会每季度召开
        Answer: 达标
        By: 记录
        Evidence: \(Sample.meetingId)
        \(more)
        %rec: matter

        Organization: Q1
        Kind: 检查问题
        Title: 转接没有回执
        Opened: 2026-07-10
        Owner: Q1M01
        Due: 2026-08-10
        Source: Q1-review-2026-limin-0001#1
        State: 已办结
        Closed: 2026-08-01
        Result: 已补
        Confirmed: Q1M03

        Organization: Q1
        Kind: 检查问题
        Title: 名册多列一人
        Opened: 2026-11-18
        Owner: Q1M02
        Due: 2026-12-01
        State: 办理中

        """
      ),
      (
        "third.rec",
        """
        %rec: matter

        Organization: Q1
        Kind: 检查问题
        Title: 仍有两人缺回执
        Opened: 2026-11-18
        Owner: Q1M01
        Owner: Q1M02
        Due: 2026-12-18
        Source: Q1-review-2026-limin-0002#2
        State: 办理中

        """
      ),
    ] {
      desk.folder.write(name, text)
      let added = desk.zhibu("add", name, "--as", "Q1M01(李敏)/limin")
      try #require(added.status == 0, "\(added.errors)")
    }
    return desk
  }

  @Test("check shows an answer beside the records' own: on the day of the visit, and after it")
  func check() throws {
    let desk = try Self.desk()
    func line(_ day: String) -> [String] {
      let run = desk.zhibu(
        "check", "规范化自查", "--organization", "Q1", "--on", day, "--format", "tsv")
      #expect(run.status == 1)
      let rows = run.output.split(separator: "\n").map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      }
      let names = rows.first ?? []
      let row = rows.first { $0.contains("A01") } ?? []
      return ["answer", "by", "recorded", "said"].map { name in
        names.firstIndex(of: name).map { row.indices.contains($0) ? row[$0] : "-" } ?? "?"
      }
    }
    #expect(line("2026-11-17") == ["达标", "记录", "", ""])
    #expect(line("2026-11-18") == ["未达标", "人工", "达标", ""])
    #expect(line("2026-11-19") == ["达标", "记录", "", "未达标 2026-11-18"])
  }

  @Test("a visit is listed, shown and verified")
  func lists() throws {
    let desk = try Self.desk()
    let list = desk.zhibu("list", "review", "--organization", "Q1", "--format", "tsv")
    #expect(list.output.split(separator: "\n").count == 3, "\(list.output)")
    let show = desk.zhibu("show", "Q1-review-2026-limin-0002")
    #expect(show.status == 0)
    #expect(show.output.contains("未达标; 未达标; 达标\t达标\tQ1-activity-"), "\(show.output)")
    #expect(desk.zhibu("verify").status == 0)
    let matters = desk.zhibu("matters", "--organization", "Q1", "--format", "tsv")
    let row = matters.output.split(separator: "\n").first { $0.contains("仍有两人缺回执") }
    #expect(row?.split(separator: "\t").contains("1") == true, "\(matters.output)")
  }

  @Test("检查反馈单: every item, what was found, both to sign")
  func feedback() throws {
    let desk = try Self.desk()
    let run = desk.zhibu("print", "Q1-review-2026-limin-0002")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      Self.lines(run.output) == [
        "                                   检查反馈单",
        "",
        "受检党组织:一监区党支部",
        "检查清单:党支部规范化自查表",
        "检查日期:2026年11月18日                 检查人:张建国、孙丽",
        "检查结论:核查3条：达标1，部分达标0，未达标2，不适用0",
        "",
        "条目  检查内容                  结论       依据            说明",
        "────────────────────────────────────────────────────────────────────────────────",
        "A01   正式党员不少于3人,党员一  未达标     人工            名册与实际不符",
        "      般不超过50人                         （记录：达标）",
        "A03   组织关系转接及时,外出6个  未达标     人工            见问题1",
        "      月以上且地点固定的已转",
        "      接,有回执",
        "D01   支部党员大会每季度召开    达标       记录1条",
        "",
        "总体意见",
        "    总体较好,台账齐全。",
        "",
        "发现的问题",
        "",
        "序号   存在问题                   整改责任人  整改时限         备注",
        "────────────────────────────────────────────────────────────────────────────────",
        "1      仍有两人缺回执             李敏、陈晓  2026年12月18日   重复提出",
        "                                                               2026年7月10日",
        "",
        "    以上情况已向受检党组织反馈。双方签字，各存一份。",
        "",
        "检查人:____________    受检党组织书记（签名）:____________",
        "",
      ])
  }

  /// The lines of a paper without the last, which has the head.
  private static func lines(_ paper: String) -> [String] {
    paper.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      .filter { !$0.contains(" 校验码 ") }.dropLast()
  }

  @Test("整改通知书 of a visit names each finding and what came back; its 回执 has room for each")
  func rectification() throws {
    let desk = try Self.desk()
    let run = desk.zhibu("print", "Q1-review-2026-limin-0002", "--paper", "rectification")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      Self.lines(run.output) == [
        "                                   整改通知书",
        "",
        "一监区党支部：",
        "    2026年11月18日按《党支部规范化自查表》检查，发现下列1个问题，请认真核实，按",
        "期整改。",
        "",
        "序号   存在问题                   整改责任人  整改时限         备注",
        "────────────────────────────────────────────────────────────────────────────────",
        "1      仍有两人缺回执             李敏、陈晓  2026年12月18日   重复提出",
        "                                                               2026年7月10日",
        "",
        "    请在各项时限前完成整改，并将整改情况填入回执报送。整改完成后由提出问题的一级",
        "核实销号。",
        "",
        "检查人:____________    党支部书记（签名）:____________",
        "",
        "",
        "                                  整改情况回执",
        "",
        "党支部:一监区党支部                     整改时限:2026年12月18日",
        "检查日期:2026年11月18日",
        "",
        "序号  存在问题             整改措施和结果            销号日期        销号人",
        "────────────────────────────────────────────────────────────────────────────────",
        "1     仍有两人缺回执",
        "",
        "整改责任人:____________    党支部书记（签名）:____________",
        "",
      ])
    // Nothing was found at a visit without findings.
    let old = desk.zhibu("print", "Q1-review-2026-limin-0009")
    #expect(old.status == 2)
  }
}
