import OrganizationLife
import Testing
import Wording

@testable import Interface

@Suite("Boxes over the screen")
struct BoxTests {
  static let people = ["张建国", "李敏", "王五", "赵磊"].map { Choice(value: $0, label: $0) }

  private func typed(_ text: String, into box: ChoiceBox) -> ChoiceBox {
    var box = box
    for character in text { _ = box.handle(.character(character)) }
    return box
  }

  @Test(
    "typing narrows by Chinese, pinyin and initials",
    arguments: [("zjg", "张建国"), ("limin", "李敏"), ("王", "王五"), ("zl", "赵磊")])
  func narrowing(query: String, expected: String) {
    var box = typed(query, into: ChoiceBox(id: "p", title: .question, choices: Self.people))
    #expect(box.handle(.enter) == .chosen(id: "p", [expected]))
  }

  @Test("a digit chooses at once while nothing is typed")
  func digits() {
    var box = ChoiceBox(id: "p", title: .question, choices: Self.people)
    #expect(box.handle(.character("３")) == .chosen(id: "p", ["王五"]))
  }

  @Test("several may be ticked; they come back in the box's order")
  func multiple() {
    var box = ChoiceBox(id: "p", title: .question, choices: Self.people, isMultiple: true)
    for key in [Key.down, .down, .character(" "), .up, .up, .character("　")] {
      #expect(box.handle(key) == nil)
    }
    #expect(box.handle(.enter) == .chosen(id: "p", ["张建国", "王五"]))
  }

  @Test("F3 ticks all that is shown, and none of it where all is ticked")
  func tickingAll() {
    var box = ChoiceBox(id: "p", title: .question, choices: Self.people, isMultiple: true)
    #expect(box.handle(.function(3)) == nil)
    #expect(box.ticked.count == 4)
    box = typed("王", into: box)
    #expect(box.handle(.function(3)) == nil)
    #expect(box.ticked == ["张建国", "李敏", "赵磊"])
    #expect(box.handle(.enter) == .chosen(id: "p", ["张建国", "李敏", "赵磊"]))
    var single = ChoiceBox(id: "p", title: .question, choices: Self.people)
    #expect(single.handle(.function(3)) == nil)
    #expect(single.ticked.isEmpty)
  }

  @Test("F8 says how a box works, and leads back to it as it was", arguments: ["F8", "F1"])
  func help(key: String) throws {
    let desk = try FormDesk()
    desk.press("n")
    desk.type("dx")
    #expect(desk.rows[23].contains("F8 帮助"))
    let before = desk.rows
    desk.press(key)
    #expect(desk.rows(with: "直接输入:筛选").count == 1)
    #expect(desk.rows(with: "PgUp").count == 1)
    desk.press("Esc")
    #expect(desk.rows == before)
    desk.press("Esc")
    #expect(desk.rows(with: "┌").isEmpty)
  }

  @Test("what is proposed for other records is found among what can be recorded")
  func proposedKinds() throws {
    let desk = try FormDesk()
    desk.press("n")
    desk.type("学习笔记")
    #expect(desk.rows(with: "· 学习笔记").count == 1)
    desk.press("Enter")
    #expect(desk.text("Kind") == "学习笔记")
    #expect(desk.form?.type == "document")
  }

  @Test("of the title line only one end is shortened, the right one first and by whole parts")
  func titles() throws {
    let desk = try FormDesk()
    desk.press("5", "3")
    let title = desk.rows[0].prefix { $0 != "·" }
    for columns in [132, 80, 70, 60] {
      desk.run(.terminal(.resize(TextSize(rows: 24, columns: columns))))
      let row = desk.rows[0]
      #expect(!row.contains(".."), "\(row)")
      #expect(row.hasPrefix(title), "\(row)")
    }
    desk.press("Esc", "Esc")
    var parts: [String] = []
    for columns in [132, 80, 66, 60] {
      desk.run(.terminal(.resize(TextSize(rows: 24, columns: columns))))
      let row = desk.rows[0]
      #expect(!row.contains(".."), "\(row)")
      #expect(row.hasPrefix(" 支部台账 · 第一监狱 "), "\(row)")
      #expect(row.hasSuffix("二监区党支部"), "\(row)")
      parts.append(row.contains("周五") ? "weekday" : row.contains("2026") ? "day" : "person")
    }
    #expect(parts == ["weekday", "weekday", "weekday", "day"], "\(desk.rows[0])")
  }

  @Test("what matches nothing is taken only where that is allowed")
  func other() {
    var strict = typed("周", into: ChoiceBox(id: "p", title: .question, choices: Self.people))
    #expect(strict.handle(.enter) == nil)
    var open = typed(
      "周", into: ChoiceBox(id: "p", title: .question, choices: Self.people, allowsOther: true))
    #expect(open.handle(.enter) == .chosen(id: "p", ["周"]))
  }

  @Test(
    "the calendar moves by days, weeks and months",
    arguments: [
      ([Key.right], "2026-03-01"), ([.left], "2026-02-27"), ([.down], "2026-03-07"),
      ([.up], "2026-02-21"), ([.pageDown], "2026-03-28"), ([.pageUp, .pageUp], "2025-12-28"),
      ([.right, .home], "2026-11-20"),
    ])
  func calendar(keys: [Key], expected: String) throws {
    let today = try #require(Day("2026-11-20"))
    var box = CalendarBox(id: "d", day: try #require(Day("2026-02-28")))
    for key in keys { #expect(box.handle(key, today: today) == nil) }
    #expect(box.handle(.enter, today: today) == .day(id: "d", try #require(Day(expected))))
  }

  @Test("a box stays within 60×16 and its cursor stands in the filter")
  func drawing() {
    let choices = (1...40).map { Choice(value: "\($0)", label: "第\($0)党支部党员大会") }
    let box = typed("第", into: ChoiceBox(id: "k", title: .whatWasHeld, choices: choices))
    var frame = Frame(size: TextSize(rows: 16, columns: 60))
    let cursor = box.draw(
      on: &frame, area: Area(top: 2, left: 0, rows: 12, columns: 60), language: .chinese)
    let text = frame.text()
    #expect(text[2].contains("┌") && text[2].contains("记录什么"))
    #expect(text[12].contains("└"))
    #expect(text[13].isEmpty)
    #expect(cursor.row == 3)
    #expect(frame[3, cursor.column - 2].character == "第")
  }
}
