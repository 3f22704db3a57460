import Archive
import OrganizationLife
import Testing

@testable import Interface

@Suite("Searching while typing")
struct SearchScreenTests {
  @Test("what was found stands in its line, marked; the line that is typed into has the cursor")
  func picture() throws {
    var desk = try SearchDesk()
    desk.type("/")
    desk.type("面向党旗")
    #expect(
      desk.body == """
          查找: 面向党旗
          组织 全部组织   种类 全部种类   时间 全部年份

        > 2026-11-05  党日  二监区党支部  重温入党誓词
            第1项 记录 全体党员【面向党旗】宣誓。
        """)
    #expect(desk.title.hasSuffix("1/1条"))
    #expect(desk.state.render().cursor == Position(row: 2, column: 16))
  }

  @Test(
    "each way to type a name, each oddity: how many records hold it",
    arguments: [
      ("zhangjianguo", "张建国"), ("zjg", "张建国"), ("ZJG", "张建国"), ("ｚｊｇ", "张建国"),
      ("zhang jianguo", "张建国"),
    ])
  func names(typed: String, name: String) throws {
    var desk = try SearchDesk()
    desk.type("/")
    desk.type(typed)
    let typed = try #require(desk.answer)
    desk.press(.control("u"))
    desk.type(name)
    let named = try #require(desk.answer)
    #expect(typed.count > 3)
    // The name may also stand where nobody is meant as a person.
    #expect(Set(typed.found.map(\.reference)).isSubset(of: named.found.map(\.reference)))
    #expect(typed.found.first?.isNamed == true)
    #expect(typed.found.first?.title == "张建国")
  }

  @Test(
    "what means something elsewhere is text here; what is not there is said",
    arguments: ["%", "*", ".*", "\"", "'", "\\", "[", "没有这样的字"])
  func plain(text: String) throws {
    var desk = try SearchDesk()
    desk.type("/")
    desk.type(text)
    #expect(desk.body.hasSuffix("没有找到“\(text)”。"))
    #expect(desk.title.hasSuffix("0/0条"))
  }

  @Test("nothing typed, an empty ledger: a sentence")
  func sentences() throws {
    var desk = try SearchDesk()
    desk.type("/")
    #expect(desk.body.contains("人名也可以用拼音或首字母(zjg)"))
    desk.type("   ")
    #expect(desk.body.contains("人名也可以用拼音或首字母(zjg)"))
    desk.press(.enter, .down, .pageDown)
    #expect(desk.isSearching)
  }

  @Test("Enter opens the place, Tab the next one, Esc comes back to the same records")
  func places() throws {
    var desk = try SearchDesk(rows: 16, columns: 60)
    desk.press(.function(6))
    desk.type("王五")
    let count = try #require(desk.answer?.count)
    #expect(count > 3)
    desk.press(.down, .down, .down)
    let before = desk.body
    desk.press(.enter)
    guard case .page(let page) = desk.state.top else { return #expect(Bool(false), "a page opens") }
    #expect(page.place?.line.contains("王五") == true)
    #expect(desk.body.contains("*"), "the row is marked: \(desk.body)")
    let cursor = desk.state.render().cursor
    #expect(desk.state.render().text()[cursor.row].contains("王五"))
    desk.press(.escape)
    #expect(desk.body == before)
    // From place to place and record to record to the end, and back.
    desk.press(.enter)
    var steps = 0
    while !desk.notice(at: 14).contains("最后一处"), steps < 500 {
      desk.press(.tab)
      steps += 1
    }
    #expect(steps > count - 4 && steps < 500)
    desk.press(.escape)
    #expect(desk.title.hasSuffix("\(count)/\(count)条"))
    desk.press(.enter, .backTab)
    while !desk.notice(at: 14).contains("第一处"), steps < 1000 {
      desk.press(.backTab)
      steps += 1
    }
    desk.press(.escape)
    #expect(desk.title.hasSuffix("1/\(count)条"))
  }

  @Test("filters by organisation, kind and period are chosen, shown and taken back")
  func filters() throws {
    var desk = try SearchDesk()
    desk.press(.function(6))
    desk.type("李敏")
    let all = try #require(desk.answer?.count)
    desk.press(.function(3), .character("2"))
    #expect(desk.body.contains("组织 二监区党支部"))
    desk.press(.function(4))
    desk.type("党课")
    desk.press(.enter)
    let lessons = try #require(desk.answer)
    #expect(lessons.count < all && lessons.count > 0)
    #expect(lessons.found.allSatisfy { $0.kind == "党课" })
    desk.press(.function(5))
    desk.type("2019-03")
    desk.press(.enter)
    #expect(desk.body.contains("时间 2019-03"))
    #expect(desk.body.contains("F3、F4、F5 可以放宽"))
    desk.press(.function(5))
    desk.type("去年春天")
    desk.press(.enter)
    #expect(desk.notice.contains("不是时间"))
    for key in [3, 4] { desk.press(.function(key), .character("1")) }
    desk.press(.function(5), .enter)
    let taken = desk.answer?.count
    #expect(taken == all)
  }

  @Test("in a list / filters that list; a second / or F6 looks in everything")
  func fromLists() throws {
    for keys in [[Key.character("/"), .character("、")], [.character("/"), .function(6)]] {
      var desk = try SearchDesk()
      desk.type("31")
      #expect(desk.title.contains("党员名册"))
      for key in keys { desk.press(key) }
      #expect(desk.isSearching)
      desk.press(.escape)
      #expect(desk.title.contains("党员名册"))
    }
    var desk = try SearchDesk()
    desk.type("31/王")
    desk.press(.function(6))
    let text = desk.answer?.query.text
    #expect(text == "王")
  }

  @Test("going on typing finds what typing it anew finds")
  func narrowing() throws {
    for text in ["安全生产", "zhangjg", "2026-11", "李敏 党课", "Q1M0"] {
      var whole = try SearchDesk()
      whole.press(.function(6))
      whole.handle(.paste(text))
      var typed = try SearchDesk()
      typed.press(.function(6))
      typed.type(text)
      let (one, other) = (typed.answer, whole.answer)
      #expect(one?.count == other?.count, "\(text)")
      #expect(one?.found.map(\.reference) == other?.found.map(\.reference), "\(text)")
    }
  }
}

extension SearchDesk {
  var answer: SearchAnswer? {
    guard case .search(let search) = state.top else { return nil }
    return search.answer
  }

  var isSearching: Bool { if case .search = state.top { true } else { false } }

  func notice(at row: Int) -> String { state.render().text()[row] }
}
