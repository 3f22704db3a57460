import OrganizationLife
import Testing

@testable import Interface

@Suite("Pages")
struct PageScreenTests {
  private func members(_ numbers: ClosedRange<Int>) throws -> [MemberIdentifier] {
    try numbers.map { try Browsing.member("Q1M0\($0)") }
  }

  private func selectedText(_ screen: PageScreen) -> String {
    screen.selected.map { screen.contents.lines[$0].text } ?? ""
  }

  @Test("the next and the previous member keep the line that is selected")
  func walkOverMembers() throws {
    let browsing = try Browsing()
    let ids = try members(1...5)
    var screen = browsing.page(.member(ids[2], among: ids))
    #expect(screen.status(in: browsing.context) == "3 / 5")
    while !selectedText(screen).hasPrefix("学时") {
      _ = screen.perform(.down, in: browsing.context)
    }
    #expect(selectedText(screen) == "学时        4/56")
    _ = screen.perform(.nextMember, in: browsing.context)
    #expect(screen.title(in: browsing.context) == "王五 · 二监区党支部 第一党小组 · 正式党员 · 在职")
    #expect(selectedText(screen) == "学时        2/32")
    _ = screen.perform(.nextMember, in: browsing.context)
    #expect(selectedText(screen) == "学时        4/32")
    guard case .notice? = screen.perform(.nextMember, in: browsing.context)?.first else {
      return #expect(Bool(false), "the end of the list is said")
    }
    for _ in 0..<4 { _ = screen.perform(.previousMember, in: browsing.context) }
    #expect(screen.status(in: browsing.context) == "1 / 5")
    #expect(selectedText(screen).hasPrefix("学时"))
  }

  @Test("a line that another member lacks is selected again where there is one")
  func anchorComesBack() throws {
    let browsing = try Browsing()
    let ids = try members(3...5)
    var screen = browsing.page(.member(ids[1], among: ids))
    while !selectedText(screen).contains("小组会 11-10(值班)") {
      _ = screen.perform(.down, in: browsing.context)
    }
    _ = screen.perform(.previousMember, in: browsing.context)
    #expect(selectedText(screen).contains("小组会 11-10(值班)") == false)
    _ = screen.perform(.nextMember, in: browsing.context)
    #expect(selectedText(screen).contains("小组会 11-10(值班)"))
  }

  @Test("Enter on a line opens the records behind it")
  func evidence() throws {
    let browsing = try Browsing()
    let ids = try members(4...4)
    var screen = browsing.page(.member(ids[0], among: ids))
    while !selectedText(screen).hasPrefix("2026到会") {
      _ = screen.perform(.down, in: browsing.context)
    }
    guard
      case .open(.list(.records(let title, let references)))? =
        screen.perform(.open, in: browsing.context)?.first
    else { return #expect(Bool(false), "a list of records opens") }
    #expect(title == "王五 · 2026到会")
    #expect(
      references.map(\.text) == [
        "Q1-activity-2026-chen-0007", "Q1G1-activity-2026-chen-0001",
        "Q1-activity-2026-chen-0002", "Q1-activity-2026-chen-0003",
      ])
  }

  @Test("why a page is not exported is said")
  func notExported() throws {
    let desk = try FormDesk()
    let id = try #require(MemberIdentifier("Q1M01"))
    _ = desk.state.open(.page(.member(id, among: [id])))
    desk.press("Ctrl-X")
    #expect(desk.state.notice?.phrase == .pageNotExported)
    _ = desk.state.open(.search(""))
    desk.press("Ctrl-X")
    #expect(desk.state.notice?.phrase == .searchNotExported)
  }

  @Test(
    "the member's commands lead to forms",
    arguments: [(Action.reportProblem, "newFinding"), (.change, "changeMember")])
  func memberCommands(action: Action, expected: String) throws {
    let browsing = try Browsing()
    let ids = try members(4...4)
    var screen = browsing.page(.member(ids[0], among: ids))
    let outcome = screen.perform(action, in: browsing.context)?.first
    switch outcome {
    case .open(
      .form(.newFinding(let organization, about: let id, line: .identity, words: "", sample: ""))):
      #expect(expected == "newFinding")
      #expect(organization.text == "Q1")
      #expect(id == ids[0])
    case .open(.form(.changeMember(let id))):
      #expect(expected == "changeMember")
      #expect(id == ids[0])
    default: #expect(Bool(false), "a form opens")
    }
  }

  @Test("a page longer than the screen: down goes through every line that leads on, and back")
  func longPage() throws {
    let browsing = try Browsing(rows: 16, columns: 60)
    var screen = browsing.page(.activity(Reference("Q1-activity-2026-chen-0001")))
    let leading = screen.contents.lines.indices.filter {
      screen.contents.lines[$0].destination != nil
    }
    var seen = Set([screen.selected])
    for _ in 0..<(screen.rows.count * 2) {
      _ = screen.perform(.down, in: browsing.context)
      seen.insert(screen.selected)
      let frame = browsing.frame(screen)
      #expect(frame.text(inRow: 2) != "" || screen.top > 0)
    }
    #expect(seen == Set(leading))
    #expect(screen.top == screen.rows.count - 12)
    for _ in 0..<(screen.rows.count * 2) { _ = screen.perform(.up, in: browsing.context) }
    #expect(screen.top == 0)
    #expect(screen.selected == leading.first)
  }

  @Test("a vote is shown with its verdict, a resolution with what became of it")
  func vote() throws {
    let browsing = try Browsing()
    let screen = browsing.page(.activity(Reference("Q1-activity-2026-chen-0001")))
    let lines = screen.contents.lines.map(\.text)
    #expect(
      lines.contains(
        "表决        郑涛 接收预备党员 无记名 发出6 收回6 有效6 赞成6 不赞成0 弃权0 通过(须4票)"))
    #expect(lines.contains("责任人      陈晓 03-31前 超期234天"))
    #expect(lines.contains("监票人      孙丽"))
    #expect(
      lines[0] == "状态        定稿(李敏 11-07) · 陈晓 11-06 08:30录入 · 迟录239天 · 更正1次")
  }

  @Test("the older version of an activity shows what holds now")
  func olderVersion() throws {
    let browsing = try Browsing()
    let screen = browsing.page(.activity(Reference("Q1-activity-2026-chen-0006")))
    #expect(screen.contents.lines.map(\.text).contains("地点        三楼会议室"))
    #expect(screen.contents.record?.text == "Q1-activity-2026-chen-0007")
  }

  @Test("a withdrawn record says so first, with who, when and why")
  func withdrawn() throws {
    let browsing = try Browsing()
    let screen = browsing.page(.activity(Reference("Q1-activity-2026-chen-0004")))
    let first = screen.contents.lines[0]
    #expect(first.text == "! 已作废(陈晓 11-09 11:00): 重复录入")
    #expect(first.spans.allSatisfy { $0.style == .bad })
    #expect(screen.contents.lines.map(\.text).contains("主题        误录的党课"))
  }

  @Test("rival corrections are said, on the page and in the history")
  func conflict() throws {
    let browsing = try Browsing()
    let activity = browsing.page(.activity(Reference("Q1-activity-2026-chen-0005")))
    let sentence = "! 有2份更正并存,暂以最后一份为准;请作废不对的"
    #expect(activity.contents.lines.map(\.text).contains(sentence))
    let history = browsing.page(.history(Reference("Q1-activity-2026-chen-0009")))
    #expect(
      history.contents.lines.map(\.text) == [
        sentence,
        "",
        "1 录入 · 陈晓 · 2026-11-06 08:30",
        "  Q1-activity-2026-chen-0005",
        "  14个字段",
        "",
        "2 更正(并存) · 陈晓 · 2026-11-09 09:00",
        "  Q1-activity-2026-chen-0008",
        "  原因: 补写地点",
        "  - 地点: 二楼会议室",
        "  + 地点: 一楼会议室",
        "",
        "3 更正(并存) · 陈晓 · 2026-11-09 10:00",
        "  Q1-activity-2026-chen-0009",
        "  原因: 补写结束时间",
        "  - 结束: 10:00",
        "  + 结束: 10:30",
      ])
  }

  @Test("the history shows each version's differences, of long texts by line")
  func history() throws {
    let browsing = try Browsing()
    let screen = browsing.page(.history(Reference("Q1-activity-2026-chen-0001")))
    #expect(
      screen.contents.lines.map(\.text) == [
        "1 录入 · 陈晓 · 2026-11-06 08:30",
        "  Q1-activity-2026-chen-0001",
        "  31个字段",
        "",
        "2 定稿 · 陈晓 · 2026-11-07 09:00",
        "  Q1-activity-2026-chen-0006",
        "  - 状态: 未定稿",
        "  + 状态: 定稿",
        "  + 审签: Q1M01(李敏) 2026-11-07",
        "",
        "3 更正 · 陈晓 · 2026-11-08 09:00",
        "  Q1-activity-2026-chen-0007",
        "  原因: 地点写错",
        "  - 地点: 二楼会议室",
        "  + 地点: 三楼会议室",
        "    记录:",
        "    (2行未改)",
        "  - 张建国:请大家按时完成。",
        "  + 张建国:请大家月底前完成。",
      ])
    #expect(screen.status(in: browsing.context) == "共3次")
  }

  @Test("the history of what was withdrawn ends with the withdrawal")
  func historyOfWithdrawn() throws {
    let browsing = try Browsing()
    let screen = browsing.page(.history(Reference("Q1-activity-2026-chen-0004")))
    let lines = screen.contents.lines.map(\.text)
    #expect(lines.first == "! 这条记录已作废,不计入")
    #expect(lines.suffix(3).first == "2 作废 · 陈晓 · 2026-11-09 11:00")
    #expect(lines.last == "  原因: 重复录入")
  }

  @Test(
    "values of any record that name something lead there",
    arguments: [("责任人", "member"), ("党组织", "organization"), ("状态", "")])
  func recordLinks(label: String, expected: String) throws {
    let browsing = try Browsing()
    let screen = browsing.page(.record(Reference("Q1-matter-2026-chen-0001")))
    let line = try #require(screen.contents.lines.first { $0.text.hasPrefix(label) })
    switch line.destination {
    case .page(.member): #expect(expected == "member")
    case .page(.organization): #expect(expected == "organization")
    case nil: #expect(expected == "")
    default: #expect(Bool(false), "\(line)")
    }
  }

  @Test("a line of a checklist: rule, answer, how it came about, evidence, answers by hand")
  func checklistItem() throws {
    let browsing = try Browsing()
    let id = try Browsing.organization("Q1")
    var manual = browsing.page(.checklistItem(id, checklist: "规范化自查", item: "A03"))
    let lines = manual.contents.lines.map(\.text)
    #expect(lines.contains("结论        达标(人工)  回执齐全"))
    #expect(lines.contains("人工结论    达标  李敏 2026-10-15  回执齐全"))
    guard
      case .open(.form(.answer(_, checklist: "规范化自查", item: "A03")))? =
        manual.perform(.answer, in: browsing.context)?.first
    else { return #expect(Bool(false), "a opens the answer's form") }
    let counted = browsing.page(.checklistItem(id, checklist: "规范化自查", item: "A01"))
    let evidence = counted.contents.lines.filter { $0.anchor.hasPrefix("evidence") }
    #expect(evidence.count == 8)
    #expect(evidence.allSatisfy { $0.destination != nil })
    #expect(
      counted.contents.lines.map(\.text).contains("结论        达标  正式党员7名,党员8名"))
  }

  @Test("an organisation: term, officers, numbers and the ways on")
  func organization() throws {
    let browsing = try Browsing()
    let screen = browsing.page(.organization(try Browsing.organization("Q2")))
    let lines = screen.contents.lines.map(\.text)
    #expect(lines.contains("任期        2021-05-01选出,2024-05-01届满 超期933天"))
    #expect(lines.contains("班子成员    何平 书记"))
    #expect(lines.contains("党员        正式党员 3"))
  }

  @Test(
    "what is not there is said",
    arguments: [
      PageSubject.activity(Reference("Q9-activity-2026-x-0001")),
      .record(Reference("Q9-activity-2026-x-0001")), .history(Reference("nothing")),
    ])
  func missing(subject: PageSubject) throws {
    let browsing = try Browsing()
    var screen = browsing.page(subject)
    #expect(screen.contents.lines.count == 1)
    #expect(screen.contents.lines[0].text.hasPrefix("没有编号为"))
    for action in [Action.down, .open, .history, .withdraw, .last, .pageUp] {
      _ = screen.perform(action, in: browsing.context)
    }
    #expect(screen.top == 0)
  }

  @Test(
    "a bar for each month",
    arguments: [
      ([(3, 4), (0, 2), (0, 0), (2, 2)], "▆▁-█"), ([(1, 8), (4, 8), (7, 8), (8, 8)], "▁▄▇█"),
    ])
  func bars(months: [(present: Int, expected: Int)], expected: String) {
    #expect(PageContents.bars(of: months) == expected)
  }
}

@Suite("Lines of a page")
struct PanelLineTests {
  @Test("a wrapped line keeps its styles and hangs by its indent")
  func wrapping() {
    let line = PanelLine(
      [Span("记录  ", .label), Span("第一句话在这里,", .normal), Span("第二句话在那里。", .bad)],
      indent: 6)
    let rows = line.rows(columns: 20)
    #expect(
      rows.map { $0.map(\.text).joined() } == [
        "记录  第一句话在这", "      里,第二句话在", "      那里。",
      ])
    #expect(rows[1].map(\.style) == [.normal, .normal, .bad])
    #expect(rows[2].last == Span("那里。", .bad))
  }

  @Test("line ends within a line begin a row")
  func lineEnds() {
    let rows = PanelLine([Span("甲乙  "), Span("丙\n丁", .good)], indent: 6).rows(columns: 40)
    #expect(rows.map { $0.map(\.text).joined() } == ["甲乙  丙", "      丁"])
  }

  @Test(
    "differences of two sequences, removals first",
    arguments: [
      (["a", "b", "c"], ["a", "x", "c"], " a-b+x c"), ([], ["a"], "+a"), (["a"], [], "-a"),
      (["a", "b"], ["b", "a"], "-a b+a"), (["a"], ["a"], " a"), ([], [], ""),
      (["a", "b", "c", "d"], ["a", "c", "d", "e"], " a-b c d+e"),
    ])
  func differences(old: [String], new: [String], expected: String) {
    let text = Change.list(from: old, to: new).map { change in
      switch change {
      case .kept(let element): " \(element)"
      case .removed(let element): "-\(element)"
      case .added(let element): "+\(element)"
      }
    }.joined()
    #expect(text == expected)
  }

  @Test(
    "searching by bytes",
    arguments: [
      ("党课", "纪律建设专题党课", true), ("党果", "纪律建设专题党课", false), ("q1", "Q1M01", true),
      ("m01", "Q1M01", true), ("", "x", true), ("xy", "x", false), ("é", "café", true),
    ])
  func contains(word: String, text: String, expected: Bool) {
    #expect(TextSearch.contains(word, in: text) == expected)
  }

  @Test("letters and digits of an input method are those of the keyboard")
  func fullWidth() {
    #expect(TextSearch.words(of: "Ａ１ 党课　ｑ") == ["a1", "党课", "q"])
  }
}
