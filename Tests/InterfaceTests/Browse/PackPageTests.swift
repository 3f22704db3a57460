import Archive
import Testing
import Wording

@testable import Interface

@Suite("The page of a pack")
struct PackPageTests {
  @Test(
    "has each mechanism of the article with where it is entered and where it is seen",
    arguments: CatalogPack.all.map(\.id))
  func mechanisms(pack: String) throws {
    let desk = try Browsing()
    let page = PageContents.pack(pack, in: desk.context)
    let mechanisms = Mechanism.all(of: pack)
    #expect(mechanisms.count > 30)
    let own = try #require(CatalogPack.named(pack)).entries
    let entries = CatalogEntry.read(BuiltIn.files(in: "catalog")) + own
    let listed = ["activity": "kind", "procedure": "procedure", "review": "checklist"]
    for mechanism in mechanisms {
      let place = page.lines.firstIndex { $0.anchor == "mechanism \(mechanism.name)" }
      let number = try #require(place, "\(mechanism.name)")
      let told = page.lines[number + 1].spans.map(\.text).joined()
      #expect(told.contains("→ "), "\(told)")
      if let kind = mechanism.kind {
        let title = entries.last {
          $0.key.type == listed[mechanism.recordType] && $0.key.id == kind
        }?.title
        #expect(told.contains("“\(title ?? kind)”"), "\(told)")
      }
    }
  }

  @Test(
    "no title behind a mechanism is broken on a narrow terminal",
    arguments: CatalogPack.all, Language.allCases)
  func narrow(pack: CatalogPack, language: Language) throws {
    let desk = try Browsing(rows: 16, columns: 60, language: language)
    let page = PageContents.pack(pack.id, in: desk.context)
    var broken = 0
    for (way, line) in zip(
      PackGuide(of: pack).ways, page.lines.filter { $0.text.contains("→ ") }.dropFirst())
    {
      let rows = line.rows(columns: 58).map { $0.map(\.text).joined() }
      #expect(rows.allSatisfy { ColumnWidth.of($0) <= 58 })
      if !rows.contains(where: { $0.hasSuffix("→ \(way.seen(language))") }) { broken += 1 }
    }
    #expect(broken == 0)
  }

  @Test("the help leads to it from every screen, by a name or its heading; Esc leads back")
  func help() throws {
    let desk = try FormDesk(columns: 60, rows: 16)
    desk.press("?")
    desk.type("五家单位")
    #expect(desk.rows(with: "五家单位的做法:在哪里记、在哪里看").count == 1)
    for pack in CatalogPack.all { #expect(desk.rows(with: " \(pack.id) ").count == 1) }
    desk.press("Esc", "?")
    desk.type("qs")
    #expect(desk.rows(with: ">乔司 ").count == 1)
    desk.press("Enter")
    #expect(desk.rows[0].hasPrefix(" 做法包 · 乔司监狱"))
    #expect(desk.rows(with: "红色根脉强基工程").count == 1)
    desk.press("Esc")
    #expect(desk.rows[0].hasPrefix(" 支部台账"))
    // Without a ledger it is read all the same, and there is nothing to switch on.
    desk.state.context.archive = nil
    let page = PageContents.pack("广西", in: desk.state.context)
    #expect(page.lines.contains { $0.text.hasPrefix("技能") || $0.text.contains("警示教育活动") })
    #expect(page.lines.allSatisfy { $0.destination == nil })
  }

  @Test("while a box is open its own keys are named, and Ctrl-Q leaves from there")
  func keysOfBoxes() throws {
    let desk = try FormDesk()
    desk.press("8", "7", "Enter", "Enter", "Enter")
    guard case .question = desk.state.overlay else {
      Issue.record("not asked")
      return
    }
    #expect(desk.rows.last?.trimmingPrefix(" ") == "Ctrl-Q 退出")
    desk.press("q")
    #expect(!desk.state.isFinished)
    desk.press("Ctrl-Q")
    #expect(desk.state.isFinished)
  }

  @Test("function keys of a list work while it is being narrowed, letters are text")
  func keysWhileFiltering() throws {
    let desk = try FormDesk()
    desk.press("3", "1")
    desk.type("王")
    #expect(desk.rows(with: "筛选: 王").count == 1)
    desk.type("v")
    #expect(desk.rows(with: "筛选: 王v").count == 1)
    desk.press("Backspace", "F4")
    #expect(desk.form != nil)
    #expect(desk.text("Name") == "王五")
  }

  @Test("the tenth line of a menu has a key, and numbers stand below each other")
  func tenthLine() throws {
    let desk = try FormDesk()
    for pack in CatalogPack.all { desk.switchOn(pack.id) }
    desk.press("4")
    #expect(desk.rows(with: "   9 ").count == 1)
    let tenth = try #require(desk.rows(with: "  10 ").first)
    desk.press("0")
    let title = tenth.split(separator: " ").last.map(String.init) ?? ""
    #expect(desk.rows[0].hasPrefix(" \(title)"), "\(desk.rows[0])")
  }

  @Test("however long a question is, how to answer it is seen")
  func longQuestion() throws {
    let desk = try FormDesk(columns: 60, rows: 16)
    let text = String(repeating: "粘贴", count: 500)
    desk.state.overlay = .question(id: "x", Phrase(verbatim: text))
    #expect(desk.rows(with: "Enter 是   Esc 否").count == 1)
    desk.expectSound()
  }

  @Test("a heading is passed over, and going up from the first page leads to the last command")
  func headings() throws {
    let desk = try FormDesk()
    desk.press("?")
    desk.press("End")
    #expect(desk.rows(with: ">End ").count == 1)
    #expect(desk.rows(with: " 移动").count == 1)
    desk.press("Up", times: 6)
    #expect(desk.rows(with: ">广西 ").count == 1)
    desk.press("Up", times: 4)
    #expect(desk.rows(with: ">三维融合 ").count == 1)
    desk.press("Up")
    #expect(desk.rows(with: ">Ctrl-C ").count == 1)
    desk.press("Down")
    #expect(desk.rows(with: ">三维融合 ").count == 1)
    let first = desk.rows(with: ">")
    desk.press("Home")
    #expect(desk.rows(with: ">") != first && desk.rows(with: ">三维融合 ").isEmpty)
  }

  @Test("what help says to choose is what can be chosen", arguments: CatalogPack.all.map(\.id))
  func choosable(name: String) throws {
    let pack = try #require(CatalogPack.named(name))
    let entries = CatalogEntry.read(BuiltIn.files(in: "catalog")) + pack.entries
    let kinds = Set(entries.filter { $0.key.type == "kind" }.map(\.title))
    let mechanisms = Mechanism.all(of: name)
    for (way, mechanism) in zip(PackGuide(of: pack).ways, mechanisms)
    where mechanism.recordType == "activity" {
      let said = way.entered.chinese.split(separator: "“").dropFirst().first?
        .split(separator: "”").first.map(String.init)
      #expect(said.map(kinds.contains) == true, "\(way.entered.chinese)")
    }
  }

  @Test("what the catalogue has for a pack stands on its page, and what is off says so")
  func parts() throws {
    let pack = try #require(CatalogPack.named("三维融合"))
    let guide = PackGuide(of: pack)
    let kinds = guide.parts.first { $0.type == "kind" }?.entries.map(\.title) ?? []
    #expect(kinds.contains("周例会"), "\(kinds)")
    let duties = guide.parts.first { $0.type == "obligation" }?.entries ?? []
    #expect(duties.contains { !$0.isEnabled })
    let page = PageContents.pack(pack.id, in: try Browsing().context)
    #expect(page.lines.contains { $0.text.contains("离退休党员和流动党员线上推送(启用前不计)") })
    let ways = guide.ways.map { $0.seen.chinese }
    #expect(ways.contains("报表 三维融合工作报表“有记录的维度”"), "\(ways)")
    #expect(ways.contains { $0.contains("查找(F6)") })
    let drill = PackGuide(of: try #require(CatalogPack.named("广西")))
    #expect(drill.ways.contains { $0.entered.chinese.contains("用)") })
  }
}
