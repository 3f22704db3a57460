import OrganizationLife
import Testing
import Wording

@testable import Interface

@Suite("Lists")
struct ListScreenTests {
  private func type(_ text: String, into screen: inout ListScreen, _ context: Context) {
    for character in text { _ = screen.type(.character(character), in: context) }
  }

  private func identifiers(_ screen: ListScreen) -> [String] {
    screen.visible.map { screen.contents.rows[$0].id }
  }

  @Test(
    "the filter finds text, pinyin, initials and several words",
    arguments: [
      ("zjg", ["Q1M03"]), ("wangwu", ["Q1M04"]), ("sunl", ["Q1M06"]), ("李", ["Q1M01"]),
      ("预备", ["Q1M05"]), ("q1m08", ["Q1M08"]), ("第二 zq", ["Q1M07"]), ("yb", ["Q1M05"]),
      ("查无此人", []),
      ("", ["Q1M01", "Q1M02", "Q1M03", "Q1M04", "Q1M05", "Q1M06", "Q1M07", "Q1M08", "Q1M09"]),
    ])
  func filter(query: String, expected: [String]) throws {
    let browsing = try Browsing()
    var screen = browsing.list(.members(try Browsing.organization("Q1")))
    _ = screen.perform(.filter, in: browsing.context)
    type(query, into: &screen, browsing.context)
    #expect(identifiers(screen) == expected)
  }

  @Test("a Chinese character starts the filter at once, a letter does not")
  func chineseStartsFilter() throws {
    let browsing = try Browsing()
    var screen = browsing.list(.members(try Browsing.organization("Q1")))
    #expect(screen.type(.character("x"), in: browsing.context) == nil)
    #expect(screen.acceptsText == false)
    #expect(screen.type(.character("王"), in: browsing.context)?.isEmpty == true)
    #expect(screen.acceptsText)
    #expect(screen.scopes == [.filter])
    #expect(identifiers(screen) == ["Q1M04"])
    #expect(screen.status(in: browsing.context) == "1/1 共9")
  }

  @Test("Escape clears the filter, then closes it, then leaves the list")
  func escape() throws {
    let browsing = try Browsing()
    var screen = browsing.list(.members(try Browsing.organization("Q1")))
    type("王", into: &screen, browsing.context)
    #expect(screen.perform(.back, in: browsing.context)?.isEmpty == true)
    #expect(screen.acceptsText)
    #expect(screen.visible.count == 9)
    #expect(screen.selectedRow?.id == "Q1M04")
    #expect(screen.perform(.back, in: browsing.context)?.isEmpty == true)
    #expect(screen.acceptsText == false)
    #expect(screen.perform(.back, in: browsing.context) == nil)
  }

  @Test("while filtering the cursor is real: it moves and deletes, arrows move the selection")
  func cursor() throws {
    let browsing = try Browsing()
    var screen = browsing.list(.members(try Browsing.organization("Q1")))
    _ = screen.perform(.filter, in: browsing.context)
    type("正式", into: &screen, browsing.context)
    #expect(browsing.frame(screen).cursor == Position(row: 2, column: 12))
    _ = screen.type(.left, in: browsing.context)
    #expect(browsing.frame(screen).cursor == Position(row: 2, column: 10))
    _ = screen.perform(.down, in: browsing.context)
    _ = screen.perform(.down, in: browsing.context)
    #expect(screen.selectedRow?.id == "Q1M03")
    _ = screen.type(.backspace, in: browsing.context)
    #expect(screen.filter?.text == "式")
    #expect(screen.selectedRow?.id == "Q1M03")
    guard
      case .open(.page(.member(let id, let among)))? = screen.type(.enter, in: browsing.context)?
        .first
    else { return #expect(Bool(false), "Enter opens the selected member") }
    #expect(id.text == "Q1M03")
    #expect(
      among.map(\.text) == ["Q1M01", "Q1M02", "Q1M03", "Q1M04", "Q1M06", "Q1M07", "Q1M08"])
  }

  @Test("each s sorts by the next column or reverses it; the header says so; the selection stays")
  func sorting() throws {
    let browsing = try Browsing()
    var screen = browsing.list(.members(try Browsing.organization("Q1")))
    _ = screen.perform(.down, in: browsing.context)
    _ = screen.perform(.sort, in: browsing.context)
    // By initials: chen, li, sun, wang, zheng.
    let unambiguous: Set<String> = ["Q1M01", "Q1M02", "Q1M04", "Q1M06", "Q1M09"]
    #expect(
      identifiers(screen).filter(unambiguous.contains)
        == ["Q1M02", "Q1M01", "Q1M06", "Q1M04", "Q1M09"])
    #expect(browsing.text(screen)[0].hasPrefix("  姓名^"))
    #expect(screen.selectedRow?.id == "Q1M02")
    _ = screen.perform(.sort, in: browsing.context)
    #expect(identifiers(screen).first == "Q1M09")
    #expect(browsing.text(screen)[0].hasPrefix("  姓名v"))
    #expect(screen.selectedRow?.id == "Q1M02")
    _ = screen.perform(.sort, in: browsing.context)
    #expect(browsing.text(screen)[0].contains("党小组^"))
    // Who is in no group stands last.
    #expect(identifiers(screen).last == "Q1M09")
  }

  @Test("sorting by attendance goes by its share")
  func sortByShare() throws {
    let browsing = try Browsing()
    var screen = browsing.list(.members(try Browsing.organization("Q1")))
    for _ in 0..<9 { _ = screen.perform(.sort, in: browsing.context) }
    #expect(browsing.text(screen)[0].contains("年度到会^"))
    #expect(identifiers(screen).prefix(2) == ["Q1M09", "Q1M04"])
  }

  @Test(
    "keys that move",
    arguments: [
      ([Action.last], "Q1M09"), ([.last, .up], "Q1M08"), ([.last, .first], "Q1M01"),
      ([.up], "Q1M01"), ([.pageDown], "Q1M09"), ([.last, .pageUp, .down], "Q1M02"),
    ])
  func moving(actions: [Action], expected: String) throws {
    let browsing = try Browsing(rows: 24, columns: 80)
    var screen = browsing.list(.members(try Browsing.organization("Q1")))
    for action in actions { #expect(screen.perform(action, in: browsing.context) != nil) }
    #expect(screen.selectedRow?.id == expected)
  }

  @Test("the selected row is seen and the cursor is on it, whatever the size")
  func scrolling() throws {
    let browsing = try Browsing(rows: 16, columns: 60)
    var screen = browsing.list(
      .checklist(try Browsing.organization("Q1"), id: "规范化自查"))
    for step in 0..<60 {
      let frame = browsing.frame(screen)
      #expect(frame[frame.cursor.row, 0].character == ">", "after \(step) steps down")
      _ = screen.perform(.down, in: browsing.context)
    }
    for step in 0..<60 {
      let frame = browsing.frame(screen)
      #expect(frame[frame.cursor.row, 0].character == ">", "after \(step) steps up")
      _ = screen.perform(.up, in: browsing.context)
    }
    #expect(screen.status(in: browsing.context).hasPrefix("1/"))
  }

  @Test("the selection survives a refresh in which rows come before it")
  func survivesRefresh() throws {
    let browsing = try Browsing()
    let id = try Browsing.organization("Q1")
    var screen = browsing.list(.activities(id, kind: "主题党日"))
    #expect(screen.selectedRow?.id == "Q1-activity-2026-chen-0003")
    screen = browsing.list(.activities(id, kind: nil))
    for _ in 0..<8 { _ = screen.perform(.down, in: browsing.context) }
    let before = screen.selectedRow?.id
    var english = browsing.context
    english.session.language = .english
    screen.refresh(in: english)
    #expect(screen.selectedRow?.id == before)
  }

  @Test("n means the kind that is selected; elsewhere the core asks")
  func newRecord() throws {
    let browsing = try Browsing()
    let id = try Browsing.organization("Q1")
    var kinds = browsing.list(.kinds(id))
    _ = kinds.perform(.down, in: browsing.context)
    guard
      case .open(.form(.newActivity(let kind, let place, nil)))? =
        kinds.perform(.newRecord, in: browsing.context)?.first
    else { return #expect(Bool(false), "n opens a form") }
    #expect(kind == "支委会")
    #expect(place == id)
    var members = browsing.list(.members(id))
    #expect(members.perform(.newRecord, in: browsing.context) == nil)
  }

  @Test("n on a kind that groups hold asks which group")
  func newRecordOfGroup() throws {
    let browsing = try Browsing()
    var kinds = browsing.list(.kinds(try Browsing.organization("Q1")))
    while kinds.selectedRow?.id != "党小组会" { _ = kinds.perform(.down, in: browsing.context) }
    guard case .overlay(.choices)? = kinds.perform(.newRecord, in: browsing.context)?.first else {
      return #expect(Bool(false), "a box of groups opens")
    }
  }

  @Test("n on a kind that only organisations below hold says so")
  func newRecordOfOthers() throws {
    let browsing = try Browsing()
    let list = ListSource.activities(try Browsing.organization("Y1"), kind: "党员大会")
    var screen = browsing.list(list)
    guard case .notice(let notice)? = screen.perform(.newRecord, in: browsing.context)?.first else {
      return #expect(Bool(false), "a sentence is shown")
    }
    #expect(notice.phrase.chinese == "支部党员大会由下级组织记录,请先在组织树里进入那个组织")
  }

  @Test("answers by hand look different from those of the records")
  func manualAnswers() throws {
    let browsing = try Browsing()
    let screen = browsing.list(.checklist(try Browsing.organization("Q1"), id: "规范化自查"))
    let texts = screen.contents.rows.reduce(into: [String: String]()) { texts, row in
      texts[row.id] = row.cells[3].text
    }
    #expect(texts["A01"] == "达标")
    #expect(texts["A03"] == "达标(人工)")
    #expect(texts["B04"] == "待人工核")
  }

  @Test(
    "an empty list says what to do",
    arguments: [
      (ListSource.drafts, "没有未完成的草稿。"),
      (.organizations(nil), "还没有党组织。按 o 或 F5 新设一个。"),
      (.identities, "名册里还没有人。按 Esc 返回,先登记党员。"),
      (.records(title: "依据", []), "这一项背后没有记录。Esc 返回。"),
    ])
  func empty(source: ListSource, expected: String) throws {
    let browsing = try Browsing(archive: SampleLedger.openEmpty())
    let screen = browsing.list(source)
    #expect(browsing.text(screen).map { $0.drop { $0 == " " } } == [expected[...]])
    #expect(screen.status(in: browsing.context) == "0/0")
  }

  @Test("an empty ledger breaks no list")
  func emptyLedger() throws {
    let browsing = try Browsing(archive: SampleLedger.openEmpty())
    let id = try Browsing.organization("Q1")
    let sources: [ListSource] = [
      .members(id), .activities(id, kind: nil), .due(id), .matters(id),
      .checklist(id, id: "规范化自查"), .checklists(id, id: "规范化自查"),
      .statistics(id, year: 2026), .kinds(id),
    ]
    for source in sources {
      var screen = browsing.list(source)
      for action in [Action.down, .last, .open, .sort, .pageUp, .filter] {
        _ = screen.perform(action, in: browsing.context)
      }
      #expect(screen.visible.isEmpty, "\(source)")
    }
  }

  @Test("whoever is found goes before the row for those who are not on the roster")
  func whoAmI() throws {
    let browsing = try Browsing()
    var screen = browsing.list(.identities)
    let name = try #require(screen.selectedRow?.names.first)
    for character in "没有这个人" { _ = screen.type(.character(character), in: browsing.context) }
    #expect(screen.selectedRow?.id == "other")
    for _ in "没有这个人" { _ = screen.type(.backspace, in: browsing.context) }
    for character in name { _ = screen.type(.character(character), in: browsing.context) }
    #expect(screen.selectedRow?.names.first == name)
  }

  @Test("what came to light of a withdrawn record is not listed; its kind's records are")
  func activities() throws {
    let browsing = try Browsing()
    let screen = browsing.list(.activities(try Browsing.organization("Q1"), kind: "党课"))
    #expect(identifiers(screen) == ["Q1-activity-2026-chen-0002"])
  }

  @Test("5,000 rows: what is drawn does not grow with what there is")
  func manyRows() throws {
    var browsing = try Browsing()
    browsing.context.allDrafts = (0..<5_000).map { number in
      DraftSummary(
        name: "\(number)", title: "n\(number)", saved: browsing.context.session.now, bytes: [])
    }
    var screen = browsing.list(.drafts)
    _ = screen.perform(.last, in: browsing.context)
    #expect(browsing.text(screen).last?.hasPrefix("> n4999 ") == true)
    #expect(screen.status(in: browsing.context) == "5000/5000")
    _ = screen.perform(.filter, in: browsing.context)
    type("n499", into: &screen, browsing.context)
    // n499, n4990 … n4999
    #expect(screen.visible.count == 11)
  }
}

@Suite("Columns of a list")
struct ListColumnTests {
  private let columns = [
    ListColumn(title: .headingDate), ListColumn(title: .headingTitle, minimum: 8, isElastic: true),
    ListColumn(title: .headingState, rank: 1), ListColumn(title: .headingLate, rank: 2),
  ]

  @Test(
    "columns shrink to their minimum, then the highest rank is left out",
    arguments: [
      (available: 80, expected: [10, 30, 6, 6] as [Int?]),
      (58, [10, 30, 6, 6]), (57, [10, 29, 6, 6]), (36, [10, 8, 6, 6]), (35, [10, 15, 6, nil]),
      (28, [10, 8, 6, nil]), (27, [10, 15, nil, nil]), (20, [10, 8, nil, nil]),
      (18, [10, 6, nil, nil]),
    ])
  func widths(available: Int, expected: [Int?]) {
    #expect(
      ListColumn.widths(of: columns, natural: [10, 30, 6, 6], available: available) == expected)
  }

  @Test("a column in which nothing stands is left out")
  func emptyColumn() {
    #expect(
      ListColumn.widths(of: columns, natural: [10, 30, 0, 6], available: 80) == [10, 30, nil, 6])
  }

  @Test(
    "organisations that are alike stay apart in fewer columns",
    arguments: [
      ("机关第一党支部", 14, "机关第一党支部"), ("机关第一党支部", 12, "机关第一支部"),
      ("机关第二党支部", 12, "机关第二支部"), ("机关第一党支部", 10, "机关一支部"),
      ("机关第一党支部 第二党小组", 24, "机关第一支部 第二小组"),
      ("机关第一党支部 第二党小组", 18, "机关一支部 二小组"),
      ("机关第一党支部 第二党小组", 12, "机关一·二组"), ("机关第二党支部 第二党小组", 12, "机关二·二组"),
      ("中共青石监狱委员会", 14, "中共青..委员会"),
    ])
  func placesApart(name: String, columns: Int, expected: String) {
    let text = name.elidedInside(toColumns: columns)
    #expect(text == expected)
    #expect(ColumnWidth.of(text) <= columns)
  }

  @Test(
    "a rule that is too long keeps its article",
    arguments: [(40, "支部工作条例(试行)第十一条"), (22, "支部工作..行)第十一条"), (8, "支部工..")])
  func elidedInside(columns: Int, expected: String) {
    let text = "支部工作条例(试行)第十一条".elidedInside(toColumns: columns)
    #expect(text == expected)
    #expect(ColumnWidth.of(text) <= columns)
  }
}
