import OrganizationLife
import Testing
import Wording

@testable import Interface

@Suite("what forms look like")
struct FormFrameTests {
  let branch: OrganizationIdentifier

  init() throws { branch = try #require(OrganizationIdentifier("Q1")) }

  private func meeting(columns: Int, rows: Int) throws -> FormDesk {
    let desk = try FormDesk(columns: columns, rows: rows)
    desk.open(.newActivity(kind: "党员大会", organization: branch))
    desk.type("1430")
    desk.press("F3", "Right", "Right", "1")
    return desk
  }

  @Test("a meeting at 80 × 24")
  func usual() throws {
    let desk = try meeting(columns: 80, rows: 24)
    #expect(
      desk.rows.prefix(22).joined(separator: "\n") == """
         2026年第2次支部党员大会 · 二监区党支部                         未定稿 · 已改动
        ────────────────────────────────────────────────────────────────────────────────
         第几次 2    日期 2026-11-20   开始 14:30   结束 _____  地点 二楼会议室
         主持 李敏      记录人 陈晓      同时计入 __________
         应到9 实到8 · 有表决权应到8 实到7 · 可以表决,赞成5票及以上通过
         第一党小组  到 李敏         到 陈晓        >假 张建国(值班) 到 王五
                     到 赵磊(预备)
         第二党小组  到 孙丽         到 张建功       到 周明         到 钱进
         列席 __________
         议题 - 传达学习上级文件和会议精神                                备选,空格采用
              - 通报上次会议决议落实情况                                  备选,空格采用
              - 讨论 研究换届工作(任期至2027-05-10)                       备选,空格采用
              + 加议题(F7)
         记录 (未填)
         主持人小结 (未填)




         张建国 · 假(值班) · 批准 李敏
         请假: 1值班 2备勤 3押解 4住院看护 5封闭执勤 6出差 7培训 8病假 9事假 0探亲
         还缺: 结束时间、议题、记录
        """)
    #expect(desk.state.render().cursor == Position(row: 5, column: 45))
  }

  @Test("a meeting at 60 × 16 scrolls to the cursor and keeps reasons and gaps in sight")
  func small() throws {
    let desk = try meeting(columns: 60, rows: 16)
    #expect(
      desk.rows.prefix(14).joined(separator: "\n") == """
         2026年第2次支部党员大会 · 二监区党支部     未定稿 · 已改动
        ────────────────────────────────────────────────────────────
         第几次 2    日期 2026-11-20   开始 14:30   结束 _____
         地点 二楼会议室        主持 李敏      记录人 陈晓
         同时计入 __________
         应到9 实到8 · 有表决权应到8 实到7
         可以表决,赞成5票及以上通过
         第一党小组
          到 李敏            到 陈晓           >假 张建国(值班)
          到 王五            到 赵磊(预备)
         张建国 · 假(值班) · 批准 李敏
         请假: 1值班 2备勤 3押解 4住院看护 5封闭执勤 6出差 7培训
         8病假 9事假 0探亲
         还缺: 结束时间、议题、记录
        """)
    #expect(desk.state.render().cursor == Position(row: 8, column: 40))
  }

  @Test("a meeting at 132 × 43")
  func wide() throws {
    let desk = try meeting(columns: 132, rows: 43)
    #expect(
      desk.rows[2]
        == " 第几次 2    日期 2026-11-20   开始 14:30   结束 _____  地点 二楼会议室        主持 李敏      记录人 陈晓"
    )
    #expect(
      desk.rows[5]
        == " 第一党小组  到 李敏          到 陈晓         >假 张建国(值班)  到 王五          到 赵磊(预备)")
  }

  @Test("fifty people fit at 80 × 24, with the numbers above and the reasons below")
  func fifty() throws {
    let people = (10...50).map { number in
      """

      Member: Q1M\(number)
      Name: 陈建\(["一", "二", "三", "四", "五", "六", "七", "八", "九"][number % 9])
      Organization: Q1
      Group: Q1G\(number % 2 + 1)
      Status: 正式党员
      Since: 2020-01-01
      """
    }.joined(separator: "\n")
    let desk = try FormDesk(more: "\n%rec: member\n" + people)
    desk.open(.newActivity(kind: "党员大会", organization: branch))
    desk.press("F3")
    for _ in 0..<49 { desk.press("Right") }
    desk.press("1")
    let rows = desk.rows
    #expect(rows.filter { $0.contains("到 ") || $0.contains("假 ") }.joined().count > 300)
    #expect(rows.contains { $0.contains("应到50 实到49") })
    #expect(rows.contains { $0.contains("1值班 2备勤") })
    let marked = rows.joined().components(separatedByMark: " 到 ")
    #expect(marked == 49)
  }

  @Test(
    "the cursor stays within the screen at every field", arguments: [(80, 24), (60, 16), (132, 43)])
  func cursor(columns: Int, rows: Int) throws {
    let desk = try FormDesk(columns: columns, rows: rows)
    for request: FormRequest in [
      .newActivity(kind: "党员大会", organization: branch),
      .newActivity(kind: "主题党日", organization: branch),
      .newActivity(kind: "谈心谈话", organization: branch), .newMember(branch),
      .newOrganization(parent: branch), .changeOrganization(branch), .newMatter(branch, about: nil),
      .newStore, .openStore, .identity, .pasteRoster(branch),
    ] {
      desk.open(request)
      let count = desk.form?.page.fields.count ?? 0
      for _ in 0...count {
        desk.expectSound()
        let frame = desk.state.render()
        #expect(frame.cursor.row >= 2 && frame.cursor.row < rows - 2)
        if let field = desk.form?.focusedField, field.spec.kind != .longText, count > 0 {
          #expect(frame.text(inRow: frame.cursor.row).contains(">"), "\(field.spec.id)")
        }
        desk.press("Tab")
      }
      for _ in 0..<30 { desk.press("Down") }
      desk.expectSound()
      for _ in 0..<30 { desk.press("Up") }
      desk.expectSound()
      desk.press("Esc")
    }
  }

  @Test("every kind of the catalogue has a form that needs no code of its own")
  func everyKind() throws {
    let desk = try FormDesk()
    let kinds = try #require(desk.state.context.archive?.catalog.kinds)
    for kind in kinds {
      desk.open(.newActivity(kind: kind.id, organization: branch))
      let form = try #require(desk.form, "\(kind.id)")
      for name in kind.fields where name != "Video" || kind.body == .people {
        #expect(form.page.index(of: name) != nil, "\(kind.id) \(name)")
      }
      desk.press("Esc")
    }
  }

  @Test(
    "in English no label is Chinese",
    arguments: ["党员大会", "主题党日", "谈心谈话", "member", "organization", "matter", "identity", "store"])
  func english(name: String) throws {
    let desk = try FormDesk(language: .english)
    let requests: [String: FormRequest] = [
      "member": .newMember(branch), "organization": .changeOrganization(branch),
      "matter": .newMatter(branch, about: nil), "identity": .identity, "store": .newStore,
    ]
    desk.open(requests[name] ?? .newActivity(kind: name, organization: branch))
    let form = try #require(desk.form)
    let pages = [form.page] + (form.page.items?.pages ?? [])
    var words = pages.flatMap(\.fields).flatMap { field in
      [field.spec.label(.english), field.spec.hint?(.english) ?? ""]
    }
    words += FormSpec.vote(1).map { $0.label(.english) }
    words += form.derived.missing.map { $0(.english) } + form.derived.notes
    for word in words {
      let names = ["李敏", "陈晓", "张建国", "……"]
      let text = names.reduce(word) { $0.replacing($1, with: "") }
      #expect(!text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(word)")
    }
  }
}

extension String {
  /// How often a mark stands in the text.
  fileprivate func components(separatedByMark mark: String) -> Int {
    var count = 0
    var rest = Substring(self)
    while let range = rest.firstRange(of: mark) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
