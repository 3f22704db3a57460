import Archive
import OrganizationLife
import RecordLog
import Testing
import Wording

@testable import Interface

@Suite("tags in a form")
struct TagFormTests {
  let branch: OrganizationIdentifier

  init() throws { branch = try #require(OrganizationIdentifier("Q1")) }

  private func desk(_ pack: String, more: String = "") throws -> FormDesk {
    let desk = try FormDesk(more: more)
    desk.switchOn(pack)
    return desk
  }

  private func fillOpinion(_ desk: FormDesk) {
    desk.fill("Title", "改善通风")
    desk.fill("Kind", "意见建议")
  }

  @Test("a tag that the unit writes itself is typed behind its sign, and refused until it is")
  func placeholder() throws {
    let desk = try desk("湖南")
    desk.open(.newMatter(branch, about: nil))
    fillOpinion(desk)
    desk.go(to: "Tag")
    desk.press("Enter")
    desk.type("方面")
    desk.press("Space", "Enter")
    #expect(desk.text("Tag") == "方面=")
    #expect(desk.form?.focusedField?.spec.id == "Tag")
    #expect(desk.state.notice?.phrase == .writeTagValue("方面="))
    desk.press("F2")
    #expect(desk.written.isEmpty)
    #expect(desk.rows(with: "标签「方面=」后面还没有写内容").isEmpty == false)
    desk.go(to: "Tag")
    desk.press("End")
    desk.type("备勤")
    desk.press("F2")
    #expect(desk.writtenText().contains("Tag: 方面=备勤"))
  }

  @Test(
    "what was typed stays beside what is chosen; what is to be written stands last",
    arguments: [("方式=线上", ["任务=英模教育", "方面="], "任务=英模教育、方式=线上、方面=")])
  func chosen(typed: String, ticked: [String], text: String) throws {
    let desk = try desk("湖南")
    desk.open(.newMatter(branch, about: nil))
    desk.fill("Tag", typed)
    desk.press("Tab", "Shift-Tab", "Enter")
    for word in ticked {
      desk.press("Ctrl-U")
      desk.type(word)
      desk.press("Space")
    }
    desk.press("Enter")
    #expect(desk.text("Tag") == text)
  }

  @Test(
    "a tag without its value is refused at the gate",
    arguments: [
      ("方面=(由本单位填写)", false), ("方面=", false), ("方面=备勤", true), ("送学", true),
    ])
  func gate(tag: String, isTaken: Bool) throws {
    let desk = try FormDesk()
    let archive = try #require(desk.state.context.archive)
    let record = PlainRecord(
      type: "matter",
      fields: [
        Field("Organization", "Q1"), Field("Kind", "意见建议"), Field("Title", "改善通风"),
        Field("Opened", "2026-11-02"), Field("State", "办理中"), Field("Tag", tag),
      ])
    let today = try #require(Day(FormDesk.today))
    let result = EntryCheck(archive).check([record], source: "", today: today)
    #expect(result.faults.map(\.problem) == (isTaken ? [] : [.unfilledTag(tag)]))
  }

  @Test("tags of the kind stand first, and the hint names them")
  func order() throws {
    let desk = try desk("乔司")
    desk.open(.newActivity(kind: "政治生日", organization: branch))
    desk.go(to: "Tag")
    #expect(desk.rows(with: "标签").contains { !$0.contains("融合") })
    guard case .choice(let words, _, _)? = desk.form?.focusedField?.spec.kind else {
      Issue.record("no box")
      return
    }
    let dimensions = words.map(TagText.dimension)
    let first = try #require(dimensions.first)
    #expect(["礼物", "第几个"].contains(first), "\(words)")
    let gift = try #require(dimensions.firstIndex(of: "礼物"))
    for other in ["工程", "行动", "载体"] {
      if let place = dimensions.firstIndex(of: other) { #expect(gift < place) }
    }
    #expect(desk.rows(with: "如 \(words[0])").isEmpty == false)
  }

  @Test("a field stays where it was while others are passed", arguments: ["现场观摩"])
  func places(kind: String) throws {
    let desk = try desk("湖北")
    desk.open(.newActivity(kind: kind, organization: branch))
    let before = desk.form?.page.fields.map(\.spec.id)
    desk.press("Tab", times: before?.count ?? 0)
    #expect(desk.form?.page.fields.map(\.spec.id) == before)
  }
}
