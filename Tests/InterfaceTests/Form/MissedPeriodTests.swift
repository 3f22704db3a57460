import OrganizationLife
import RecordLog
import Testing

@testable import Interface

@Suite("what is entered for a period that is over")
struct MissedPeriodTests {
  let branch: OrganizationIdentifier

  init() throws { branch = try #require(OrganizationIdentifier("Q1")) }

  private func opened(_ kind: String, _ period: String) throws -> FormDesk {
    let desk = try FormDesk()
    let missed: Period = try #require(Period(period))
    desk.open(.newActivity(kind: kind, organization: branch, period: missed))
    return desk
  }

  @Test("the form says the period, and the day is still to be entered")
  func asksForTheDay() throws {
    let desk = try opened("支委会", "2026-09")
    #expect(desk.text("Date") == "")
    #expect(desk.form?.focusedField?.spec.id == "Date")
    #expect(
      desk.rows(with: "补录 2026-09(2026-09-01至2026-09-30)的支部委员会会议: 日期填实际召开的那天").count
        == 1)
    desk.press("F2")
    #expect(desk.written.isEmpty)
    #expect(desk.rows[22].contains("请填日期"))
  }

  @Test(
    "a day without year and month is one of the period",
    arguments: [
      ("2026-09", "15", "2026-09-15"), ("2025-12", "12-8", "2025-12-08"),
      ("2025-12", "8", "2025-12-08"), ("2026-Q3", "8-12", "2026-08-12"),
      ("2025", "3-1", "2025-03-01"), ("2025-12", "昨天", "2026-11-19"),
    ])
  func daysOfThePeriod(period: String, typed: String, day: String) throws {
    let desk = try opened("支委会", period)
    desk.fill("Date", typed)
    desk.press("Tab")
    #expect(desk.text("Date") == day)
  }

  @Test("saved at once when the day is of the period, asked about when it is not")
  func savedInItsPeriod() throws {
    let desk = try opened("支委会", "2026-09")
    desk.fill("Date", "15")
    desk.press("F2")
    #expect(desk.writtenText().contains("Date: 2026-09-15"))
    let other = try opened("支委会", "2026-09")
    other.fill("Date", "今天")
    other.press("F2")
    #expect(other.written.isEmpty)
    #expect(
      other.rows.joined().contains("日期 2026-11-20 不在 2026-09 内,存了 2026-09 仍欠"))
    other.press("Enter")
    #expect(other.writtenText().contains("Date: 2026-11-20"))
  }

  @Test("a draft of it is still for that period")
  func draft() throws {
    let desk = try opened("支委会", "2026-09")
    desk.fill("Place", "三楼")
    desk.press("Esc")
    let kept = try #require(desk.keptDraft)
    #expect(kept.title == "支部委员会会议 2026-09")
    _ = desk.state.open(.draft(kept))
    #expect(desk.text("Date") == "")
    #expect(desk.rows(with: "补录 2026-09").count == 1)
  }

  @Test("迎检自查 leads to the form of the missed period, what runs to today's")
  func fromTheInspection() throws {
    let desk = try FormDesk()
    let today = desk.state.context.session.today
    let month = Period(.month, containing: today)
    #expect(
      desk.state.context.entry(of: "支委会", at: branch, in: month)
        == .form(.newActivity(kind: "支委会", organization: branch)))
    let lines = desk.state.context.inspection(of: 2026, at: branch)
    let owed = lines.first { line in
      if case .owed(let due) = line.finding { due.period.description == "2026-09" } else { false }
    }
    let line = try #require(owed)
    let place = try #require(desk.state.context.correction(of: line))
    guard case .form(.newActivity(_, _, let period)) = place.destination else {
      Issue.record("no form: \(place.destination)")
      return
    }
    #expect(period?.description == "2026-09")
  }

  @Test("a matter is closed with an empty result, its progress above; a reported result stays")
  func closing() throws {
    func matter(_ state: String) -> String {
      """
      %rec: matter

      Organization: Q1
      Kind: 重点工作
      Title: 修订值班制度
      Opened: 2026-09-01
      State: \(state)
      Result: 初稿已送审
      """
    }
    for (state, result, notes) in [("办理中", "", 1), ("阶段完成", "", 1), ("待销号", "初稿已送审", 0)] {
      let desk = try FormDesk(more: matter(state))
      let found = try #require(desk.state.context.archive?.ledger.matters.first)
      desk.open(.closeMatter(found.reference))
      #expect(desk.text("State") == "已办结")
      #expect(desk.text("Result") == result, "\(state)")
      #expect(desk.rows(with: "此前进展(\(state)): 初稿已送审").count == notes)
    }
  }
}
