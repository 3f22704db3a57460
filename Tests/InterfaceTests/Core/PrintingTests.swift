import OrganizationLife
import Testing
import Wording

@testable import Interface

@Suite("Printing from a page")
struct PrintingTests {
  private static let meeting = PaperSubject.activity(Reference("Q1-activity-2026-li-0001"))

  /// A desk that shows the page of the one assembly and was asked to print it.
  private func desk(columns: Int = 80) throws -> FormDesk {
    let desk = try FormDesk(columns: columns)
    desk.press("2", "Enter", "Enter", "Ctrl-P")
    guard case .findPapers(let subject)? = desk.effects.last else {
      Issue.record("nothing was asked for")
      return desk
    }
    #expect(subject == Self.meeting)
    desk.run(.papersFound(subject, [.notice, .minutes]))
    return desk
  }

  private func lastOrder(_ desk: FormDesk) -> PaperOrder? {
    if case .print(let order)? = desk.effects.last { order } else { nil }
  }

  @Test("the box offers what there is; Enter makes a page, F4 text")
  func box() throws {
    let desk = try desk()
    #expect(desk.rows(with: "1 会议通知").count == 1)
    #expect(desk.rows(with: "2 会议记录").count == 1)
    #expect(desk.rows(with: "签到表").isEmpty)
    desk.press("Down", "Enter")
    #expect(lastOrder(desk) == PaperOrder(.minutes, of: Self.meeting, as: .html))
    desk.press("Ctrl-P")
    desk.run(.papersFound(Self.meeting, [.notice, .minutes]))
    desk.press("F4")
    #expect(lastOrder(desk) == PaperOrder(.notice, of: Self.meeting, as: .text))
    desk.press("Ctrl-P")
    desk.run(.papersFound(Self.meeting, [.notice]))
    let count = desk.effects.count
    desk.press("Escape")
    #expect(desk.effects.count == count)
  }

  @Test("a path that fits stands on the notice line, a longer one in a box until Enter")
  func whereItLies() throws {
    let desk = try desk()
    desk.press("Enter")
    desk.run(.paperWritten(path: "~/支部台账打印/2026-09-10 支部党员大会 会议记录.html", .html))
    #expect(
      desk.rows(with: "已存 ~/支部台账打印/2026-09-10 支部党员大会 会议记录.html,浏览器打开打印").count == 1)
    let long = "~/文档/支部台账打印/二监区党支部/2026-09-10 支部党员大会 会议记录.html"
    desk.run(.paperWritten(path: long, .html))
    #expect(desk.rows(with: "已存为:").count == 1)
    #expect(desk.rows(with: "按 Ctrl-P 打印").count == 1)
    desk.press("q")
    #expect(!desk.state.isFinished)
    desk.press("Enter")
    #expect(desk.rows(with: "已存为:").isEmpty)
  }

  @Test("another file of its name is asked about and not simply replaced")
  func replacing() throws {
    let desk = try desk()
    desk.press("Enter")
    let order = try #require(lastOrder(desk))
    desk.run(.paperTaken(order, path: "~/支部台账打印/a.html"))
    #expect(desk.rows(with: "换成这一份吗").count == 1)
    let count = desk.effects.count
    desk.press("Escape")
    #expect(desk.effects.count == count)
    #expect(desk.state.notice?.phrase == .paperLeft)
    desk.run(.paperTaken(order, path: "~/支部台账打印/a.html"))
    desk.press("Enter")
    #expect(lastOrder(desk)?.isReplacing == true)
    #expect(lastOrder(desk)?.kind == order.kind)
  }

  @Test("where there is nothing for paper, that is said")
  func nothing() throws {
    let desk = try desk()
    desk.press("Escape")
    desk.run(.papersFound(Self.meeting, []))
    #expect(desk.state.notice?.phrase == .noPapersHere)
    #expect(desk.rows(with: "打印什么").isEmpty)
  }

  @Test("P prints from a list too, and means nothing where there is no paper")
  func elsewhere() throws {
    let desk = try FormDesk()
    desk.press("P")
    #expect(desk.state.notice?.phrase == .unknownKey)
    desk.press("2", "Enter", "P")
    guard case .findPapers(let subject)? = desk.effects.last else {
      return #expect(Bool(false), "the list asks for papers")
    }
    #expect(subject == Self.meeting)
  }
}
