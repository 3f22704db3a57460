import OrganizationLife
import Testing
import Wording

@testable import Interface

@Suite("minutes on the whole screen")
struct MinutesFormTests {
  let branch: OrganizationIdentifier

  init() throws { branch = try #require(OrganizationIdentifier("Q1")) }

  private func writing() throws -> FormDesk {
    let desk = try FormDesk()
    desk.open(.newActivity(kind: "党员大会", organization: branch))
    desk.press("F3")
    desk.go(to: "Minutes")
    desk.press("F4")
    return desk
  }

  @Test("Tab after initials puts the speaker's name; several are asked about")
  func speakers() throws {
    let desk = try writing()
    desk.type("lm")
    desk.press("Tab")
    desk.type("同意。")
    desk.press("Enter")
    desk.type("zjg")
    desk.press("Tab")
    #expect(desk.state.overlay != nil)
    desk.type("国")
    desk.press("Enter")
    desk.type("同意")
    #expect(desk.form?.page.text("Minutes") == "李敏:同意。\n张建国:同意")
    desk.type("xyz")
    desk.press("Tab")
    #expect(desk.state.notice?.phrase == .noSpeaker("xyz"))
  }

  @Test("those present come first among the speakers; guests are there too")
  func order() throws {
    let desk = try FormDesk()
    desk.open(.newActivity(kind: "党员大会", organization: branch))
    desk.fill("Attending", "刘×(政治处)")
    desk.go(to: "Present")
    desk.press("Right", "Space")
    desk.go(to: "Minutes")
    desk.press("Enter", "Tab")
    guard case .choices(let box) = desk.state.overlay else {
      Issue.record("no box of speakers")
      return
    }
    #expect(box.choices.map(\.label).prefix(3) == ["陈晓", "李敏", "刘×"])
  }

  @Test("the row at the bottom says where one is and what must not be written")
  func status() throws {
    let desk = try writing()
    desk.paste("第一行\n第二行字")
    #expect(desk.rows[21] == " 第2行 共2行 7字 · 勿录罪犯姓名、工作秘密")
    #expect(desk.rows[0].hasPrefix(" 记录 · 2026年第2次支部党员大会"))
    #expect(desk.state.render().cursor == Position(row: 3, column: 9))
  }

  @Test("letters are text here; F4 and Esc close; F5 hands the text to one's own editor")
  func keys() throws {
    let desk = try writing()
    desk.type("q?:u/")
    #expect(desk.form?.page.text("Minutes") == "q?:u/")
    desk.press("F5")
    guard case .edit("q?:u/") = desk.effects.last else {
      Issue.record("not handed out: \(desk.effects)")
      return
    }
    desk.run(.edited("改过\n两行"))
    #expect(desk.form?.page.text("Minutes") == "改过\n两行")
    desk.press("Ctrl-Z")
    #expect(desk.form?.page.text("Minutes") == "q?:u/")
    desk.press("F4")
    #expect(desk.form?.isWriting == false)
    #expect(desk.form?.focusedField?.spec.id == "Minutes")
    desk.type("x")
    #expect(desk.form?.isWriting == true)
    desk.press("Esc", "Esc")
    #expect(desk.form == nil)
  }

  @Test("F4 on an item writes its minutes and comes back to the list")
  func itemMinutes() throws {
    let desk = try FormDesk()
    desk.open(.newActivity(kind: "党员大会", organization: branch))
    desk.go(to: "Item")
    desk.press("F4")
    desk.type("学习")
    desk.press("F4")
    #expect(desk.form?.openItem == nil)
    #expect(desk.form?.focusedField?.spec.kind == .items)
    #expect(desk.form?.page.items?.pages[0].text("Minutes") == "学习")
    #expect(desk.form?.page.items?.pages[0].isOffered == false)
    #expect(desk.rows(with: "1 传达学习上级文件和会议精神").first?.hasSuffix("记录1行") == true)
  }

  @Test("two thousand lines are drawn from where the cursor is")
  func longText() throws {
    let desk = try writing()
    desk.paste((1...2000).map { "第\($0)条意见" }.joined(separator: "\n"))
    desk.type("末")
    desk.press("Up")
    #expect(desk.rows(with: "第2000条意见末").count == 1)
    #expect(desk.rows[21].hasPrefix(" 第1999行 共2000行"))
    desk.press("Esc")
    #expect(desk.rows(with: "2000行  第1条意见").count == 1)
  }
}
