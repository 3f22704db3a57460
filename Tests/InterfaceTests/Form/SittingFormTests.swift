import OrganizationLife
import Testing
import Wording

@testable import Interface

@Suite("meetings in several sittings, late entries that are carried on")
struct SittingFormTests {
  let branch: OrganizationIdentifier

  init() throws { branch = try #require(OrganizationIdentifier("Q1")) }

  /// The first sitting: five came, four have duty.
  private func begun() throws -> FormDesk {
    let desk = try FormDesk()
    desk.open(.newActivity(kind: "党员大会", organization: branch))
    desk.press("Ctrl-B")
    #expect(desk.text("Sitting") == "1/2")
    desk.fill("Date", "11-18")
    desk.go(to: "Present")
    for _ in 0..<5 { desk.press("Space", "Right") }
    desk.press("1", "Right", "1", "Right", "1", "Right", "1")
    desk.go(to: "Item")
    desk.press("F7")
    desk.type("通过工作计划")
    desk.press("Tab")
    desk.type("表决")
    desk.press("Tab")
    desk.fill("VoteFavour1", "4")
    desk.fill("VoteAgainst1", "0")
    desk.fill("VoteAbstain1", "0")
    desk.press("F2")
    #expect(desk.writtenText().contains("Sitting: 1/2"))
    #expect(desk.writtenText().filter { $0.hasPrefix("Present") }.count == 5)
    return desk
  }

  @Test("the form goes on with the second sitting: number, items, those who were away")
  func second() throws {
    let desk = try begun()
    desk.open(.newActivity(kind: "党员大会", organization: branch))
    #expect(desk.text("Sitting") == "2/2")
    #expect(desk.text("Number") == "2")
    #expect(desk.rows(with: "接2026-11-18第1批").count == 1)
    #expect(desk.rows(with: "另批 李敏").count == 1)
    #expect(desk.rows(with: "应到9 实到0 · 有表决权应到8 实到0 · 未标4人").count == 1)
    desk.press("F3")
    #expect(desk.state.notice?.phrase == .everyoneMarked(4))
    #expect(desk.rows(with: "各批合计 应到9 实到9 · 有表决权应到8 实到8 · 可以表决,赞成5票及以上通过").count == 1)
    desk.go(to: "Item")
    desk.press("Enter")
    #expect(desk.text("Item") == "通过工作计划")
    desk.go(to: "ItemKind")
    desk.press("Tab")
    desk.fill("VoteFavour1", "3")
    // Four of the first sitting and three of this one.
    #expect(desk.rows(with: "应到会有表决权8 实到8 · 通过(须5票)").count == 1)
    desk.fill("VoteAgainst1", "1")
    desk.fill("VoteAbstain1", "0")
    desk.press("F2")
    let text = desk.writtenText()
    #expect(text.contains("Sitting: 2/2"))
    #expect(text.contains("Number: 2"))
    #expect(text.filter { $0.hasPrefix("Present") }.count == 4)
    let ledger = try #require(desk.state.context.archive?.ledger)
    let last = try #require(ledger.activities.last)
    #expect(ledger.meeting(of: last).sittings.count == 2)
    // The page of either tells of both and of the whole.
    desk.state.screens.removeAll { if case .form = $0 { true } else { false } }
    _ = desk.state.open(.page(.activity(last.reference)))
    #expect(desk.rows(with: "第1批 11-18 到会5人").count == 1)
    #expect(desk.rows(with: "第2批 11-20 到会4人").count == 1)
    #expect(desk.rows(with: "各批合计 应到9 实到9").count == 1)
    #expect(desk.rows(with: "不能表决").isEmpty)
    // Four votes of the first sitting and three of this one.
    #expect(desk.rows(with: "赞成3 不赞成1 弃权0 通过(须5票)").count == 1)
  }

  @Test("with 分批 cleared it is a meeting of its own")
  func another() throws {
    let desk = try begun()
    desk.open(.newActivity(kind: "党员大会", organization: branch))
    desk.fill("Sitting", "")
    desk.press("Tab")
    #expect(desk.text("Number") == "3")
    #expect(desk.rows(with: "未标9人").count == 1)
  }

  private func member(since: String, group: String, job: String = "") -> String {
    """

    Member: Q1M04
    Name: 王五
    Organization: Q1
    Group: \(group)
    Status: 正式党员
    Gender: 男
    Since: \(since)
    """ + (job.isEmpty ? "" : "\nJob: \(job)")
  }

  @Test("a change from an earlier day starts from that day and may be carried on")
  func carriedOn() throws {
    let later = member(since: "2026-06-01", group: "Q1G2")
    let desk = try FormDesk(more: "%rec: member\n" + later + "\n")
    let id = try #require(MemberIdentifier("Q1M04"))
    desk.open(.changeMember(id))
    #expect(desk.text("Group") == "第二党小组")
    desk.fill("Since", "2026-3-1")
    desk.press("Tab")
    // On that day he was in the first group.
    #expect(desk.text("Group") == "第一党小组")
    desk.fill("Job", "一线值班")
    desk.press("F2")
    #expect(desk.rows(with: "岗位只到2026-05-31为止").count == 1)
    desk.press("Enter")
    #expect(
      desk.writtenText().filter { !$0.hasPrefix("Corrects") } == [
        "Member: Q1M04", "Name: 王五", "Organization: Q1", "Group: Q1G2", "Status: 正式党员",
        "Job: 一线值班", "Gender: 男", "Since: 2026-06-01", "Reason: 补登2026-03-01起的变动,此后的登记一并更正",
      ])
    let ledger = try #require(desk.state.context.archive?.ledger)
    #expect(ledger.latest(id)?.job == "一线值班")
    #expect(ledger.latest(id)?.group?.text == "Q1G2")
    #expect(ledger.overruledSnapshots(of: id).isEmpty)
  }

  @Test("what is not carried on stays as it was")
  func notCarriedOn() throws {
    let desk = try FormDesk(
      more: "%rec: member\n" + member(since: "2026-06-01", group: "Q1G2") + "\n")
    let id = try #require(MemberIdentifier("Q1M04"))
    desk.open(.changeMember(id))
    desk.fill("Since", "2026-3-1")
    desk.fill("Job", "一线值班")
    desk.press("F2", "Esc")
    #expect(desk.state.notice?.phrase == .notCarriedOn)
    #expect(desk.state.context.archive?.ledger.latest(id)?.job == "")
  }
}
