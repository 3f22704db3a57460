import OrganizationLife
import RecordLog
import Testing
import Wording

@testable import Interface

/// What is said alike in several places.
@Suite("lists and pages that say the same")
struct NextStepTests {
  private func list(_ desk: FormDesk) -> ListScreen? {
    if case .list(let list) = desk.state.top { list } else { nil }
  }

  @Test("the list of procedures says the next step and the repetition, as the domain has them")
  func bothNext() throws {
    let desk = try FormDesk(more: FollowingTests.more)
    desk.press("5", "3")
    let row = try #require(list(desk)?.contents.rows.first { $0.names == ["郑涛"] })
    let archive = try #require(desk.state.context.archive)
    let today = desk.state.context.session.today
    let kind = try #require(archive.catalog.procedure("发展党员", on: today))
    let standing = try #require(
      archive.ledger.standing(of: Person("Q1M10(郑涛)"), in: kind, on: today))
    let (step, clock) = standing.upcoming
    #expect(step?.step.title == "确定为发展对象")
    #expect(clock?.step.title == "半年考察")
    let texts = row.cells.map(\.text)
    #expect(texts.contains("确定为发展对象"))
    #expect(texts.contains { $0.hasPrefix("半年考察 超期") }, "\(texts)")
    let line = desk.state.context.nextLine(in: standing)
    #expect(line?.isLate == true)
    #expect(line?.text.hasPrefix("半年考察 超期") == true)
    #expect(line?.text.contains(" · 确定为发展对象") == true)
  }

  @Test("the list of terms says an empty secretary's seat")
  func emptySeats() throws {
    let branch = """
      %rec: organization

      Organization: Q3
      Name: 四监区党支部
      Level: 党支部
      Parent: DW
      Since: 2026-09-01
      """
    let desk = try FormDesk(more: branch, scope: "DW")
    desk.press("5", "4")
    let row = try #require(list(desk)?.contents.rows.first { $0.id == "Q3" })
    #expect(row.cells.map(\.text).contains("书记(自09-01)"), "\(row.cells.map(\.text))")
  }

  @Test("who I am is found by typing, and nothing else can be begun there")
  func identities() throws {
    let desk = try FormDesk(more: FollowingTests.more, scope: "DW")
    _ = desk.state.open(.list(.identities))
    let count = try #require(list(desk)?.contents.rows.count)
    #expect(!desk.rows[23].contains("n 新记录"))
    desk.type("hp")
    #expect(list(desk)?.selectedRow?.names.first == "何平")
    // Behind what is found stands the way on for whoever is not on the roster.
    #expect(list(desk)?.visible.count == 2)
    desk.press("Esc")
    #expect(list(desk)?.visible.count == count)
    desk.press("/")
    #expect(list(desk)?.source == .identities)
    desk.type("n")
    #expect(list(desk)?.source == .identities)
    desk.press("Esc", "Esc")
    #expect(list(desk) == nil)
  }

  @Test("of several offices of one person that in a branch comes first")
  func branchFirst() throws {
    let posts = """
      %rec: organization

      Organization: Z1
      Name: 第一党总支
      Level: 党总支
      Parent: DW
      Since: 2019-01-01
      Officer: Q2M01 书记

      Organization: Q2
      Name: 三监区党支部
      Level: 党支部
      Parent: Z1
      Since: 2019-01-01
      Officer: Q2M01 书记

      %rec: member

      Member: Q2M01
      Name: 何平
      Organization: Q2
      Status: 正式党员
      Admitted: 2008-11-06
      Since: 2020-01-01
      """
    let desk = try FormDesk(more: posts, scope: "DW")
    _ = desk.state.open(.list(.identities))
    let own = list(desk)?.contents.rows.filter { $0.names.first == "何平" } ?? []
    #expect(own.map { $0.cells.last?.text ?? "" } == ["三监区党支部", "第一党总支"])
  }

  @Test("a draft that another window has settled is asked about, and not lost")
  func takenDraft() throws {
    let branch = try #require(OrganizationIdentifier("Q1"))
    let desk = try FormDesk()
    desk.open(.newActivity(kind: "支委会", organization: branch))
    desk.fill("Place", "三楼")
    let name = try #require(desk.form?.draft?.name)
    desk.run(.draftTaken(name: name, isSaving: false))
    #expect(desk.rows[22].contains("这份草稿已在别的窗口保存或删掉"))
    desk.press("F2")
    #expect(desk.written.isEmpty)
    #expect(desk.rows.joined().contains("再存会重复"))
    desk.press("Esc")
    #expect(desk.written.isEmpty)
    #expect(desk.text("Place") == "三楼")
    desk.press("F2", "Enter")
    #expect(desk.writtenText().contains("Place: 三楼"))
  }

  @Test("a draft found gone while it is saved asks at once")
  func takenWhileSaving() throws {
    let branch = try #require(OrganizationIdentifier("Q1"))
    let desk = try FormDesk()
    desk.open(.newActivity(kind: "支委会", organization: branch))
    desk.fill("Place", "三楼")
    let name = try #require(desk.form?.draft?.name)
    desk.run(.draftTaken(name: name, isSaving: true))
    #expect(desk.rows.joined().contains("再存会重复"))
    desk.press("Enter")
    #expect(desk.writtenText().contains("Place: 三楼"))
  }

  @Test("only digits are typed where votes are counted")
  func onlyDigits() throws {
    let branch = try #require(OrganizationIdentifier("Q1"))
    let desk = try FormDesk()
    desk.open(.newActivity(kind: "党员大会", organization: branch))
    desk.go(to: "Item")
    desk.press("F7")
    desk.fill("Item", "关于确定发展对象的决议")
    desk.fill("ItemKind", "表决")
    desk.press("Tab")
    desk.go(to: "VoteFavour1")
    desk.type("1a票２")
    #expect(desk.text("VoteFavour1") == "1２")
    #expect(desk.effects.contains { if case .bell = $0 { true } else { false } })
    desk.press("Tab")
    #expect(desk.text("VoteFavour1") == "12")
  }
}
