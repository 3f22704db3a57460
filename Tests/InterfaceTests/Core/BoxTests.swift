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
