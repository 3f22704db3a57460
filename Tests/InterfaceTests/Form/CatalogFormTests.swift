import Archive
import OrganizationLife
import RecordLog
import Testing
import Wording

@testable import Interface

@Suite("the catalogue in the program")
struct CatalogFormTests {
  /// What the desk was asked to put in the place of the catalogue; it is put there.
  private func replaced(_ desk: FormDesk) throws -> Catalog {
    for case .replaceCatalog(let old, let new) in desk.effects {
      for file in new {
        let before = old.first { $0.path == file.path }?.bytes
        guard before != file.bytes else { continue }
        try desk.store.replaceCatalogFiles([
          CatalogReplacement(path: file.path, bytes: file.bytes, expected: before)
        ])
      }
    }
    let archive = try Archive.open(desk.store)
    desk.run(.catalogReplaced(archive))
    #expect(archive.notices == [])
    return archive.catalog
  }

  private func lesson() -> FormRequest {
    .changeCatalogEntry(
      CatalogEntry.Key(type: "obligation", id: "党课"), since: Day("2018-10-28"))
  }

  @Test("the list says how binding, where it is written and whether it holds; Enter shows it")
  func list() throws {
    let desk = try FormDesk()
    desk.press("8", "6")
    #expect(desk.rows(with: "应办事项  支部党员大会").count == 1)
    #expect(desk.rows(with: "周例会").first?.contains("未启用") == true)
    desk.press("Down", "Down", "Down", "Enter")
    #expect(desk.rows(with: "状态").first?.contains("在用  自 2018-10-28") == true)
    #expect(desk.rows(with: "规定").first?.contains("本单位规定(条例第十六条只要求按期上党课)") == true)
    #expect(desk.rows(with: "catalog/obligation.rec:").count == 1)
    desk.press("e")
    #expect(desk.form != nil)
    desk.expectSound()
  }

  @Test("a pack is switched on from its page, and could be switched off there again")
  func packs() throws {
    let desk = try FormDesk()
    desk.press("8", "7", "Enter", "Enter")
    #expect(desk.rows(with: "应办从哪天起算 · 2026年11月").count == 1)
    desk.press("Left", "Enter")
    guard case .question(_, let on) = desk.state.overlay else {
      Issue.record("not asked")
      return
    }
    #expect(on.chinese.hasPrefix("启用“三维融合"))
    #expect(on.chinese.contains("应办事项从2026-11-19起算"))
    desk.press("Enter")
    let catalog = try replaced(desk)
    #expect(catalog.obligations.first { $0.id == "业务导向型学习" }?.validity.since == Day("2026-11-19"))
    #expect(catalog.kind("周例会")?.isOffered(on: desk.state.context.session.today) == true)
    // Enter alone, on the way through the page, does not come upon it.
    desk.press("Enter")
    #expect(desk.state.overlay == nil)
    desk.press("Escape")
    desk.press("End", "Enter", "Enter")
    guard case .question(_, let off) = desk.state.overlay else {
      Issue.record("not asked")
      return
    }
    #expect(off.chinese.hasPrefix("停用“三维融合"))
    #expect(off.chinese.contains("从2026-11-20起不再应办:业务导向型学习、"))
    #expect(off.chinese.hasSuffix("已有的记录不变,以后可以再启用"))
  }

  @Test("a change is previewed, asked about, and holds from its day on")
  func change() throws {
    let desk = try FormDesk()
    desk.open(lesson())
    desk.fill("Every", "月")
    desk.fill("Since", "2027-01-01")
    desk.press("F2")
    guard case .question(_, let phrase) = desk.state.overlay else {
      Issue.record("not asked")
      return
    }
    #expect(
      phrase.chinese
        == "自 2027-01-01 起,应办事项“党课”改变:周期\n"
        + "自 2027-01-01 起,1个组织的“党课”由每季度1次改为每月1次\n保存吗?")
    desk.press("Esc")
    #expect(desk.form != nil)
    desk.press("F2", "Enter")
    let catalog = try replaced(desk)
    let found = catalog.obligations.filter { $0.id == "党课" }
    #expect(found.map(\.frequency) == [.quarter, .month])
    #expect(found.map { $0.validity.until?.description } == ["2026-12-31", nil])
    #expect(desk.form == nil)
    #expect(desk.state.notice == Notice(.catalogSaved, .good))
    // What was typed is no draft any more.
    #expect(desk.effects.contains { if case .removeDraft = $0 { true } else { false } })
  }

  @Test("what is owed before today too is said")
  func past() throws {
    let desk = try FormDesk()
    desk.open(lesson())
    desk.fill("Times", "2")
    desk.fill("Since", "2018-10-28")
    desk.press("F2")
    guard case .question(_, let phrase) = desk.state.overlay else {
      Issue.record("not asked")
      return
    }
    #expect(phrase.chinese.contains("2018-10-28 已经过去,以前的应办次数也会随之改变"))
  }

  @Test("what contradicts itself stops at its field")
  func contradiction() throws {
    let desk = try FormDesk()
    desk.open(lesson())
    desk.fill("FullMembersAtLeast", "7")
    desk.fill("FullMembersBelow", "7")
    desk.press("F2")
    #expect(desk.state.overlay == nil)
    #expect(desk.form?.focusedField?.spec.id == "FullMembersBelow")
    #expect(desk.state.notice?.tone == .bad)
    desk.fill("FullMembersAtLeast", "0")
    desk.fill("FullMembersBelow", "")
    desk.fill("Times", "0")
    desk.press("F2")
    #expect(desk.form?.focusedField?.spec.id == "Times")
    #expect(desk.effects.allSatisfy { if case .replaceCatalog = $0 { false } else { true } })
  }

  @Test("a kind of the unit's own needs no code: it is offered and recorded at once")
  func ownKind() throws {
    let desk = try FormDesk()
    desk.open(.newCatalogEntry(type: "kind"))
    desk.fill("Title", "班前会")
    desk.fill("Short", "班前会")
    desk.press("F2", "Enter")
    let catalog = try replaced(desk)
    let kind = try #require(catalog.kind("班前会"))
    #expect(kind.isOffered(on: try #require(Day("2026-11-20"))))
    #expect(!kind.isOffered(on: try #require(Day("2026-11-19"))))
    #expect(kind.needs == ["Start", "Place", "Presider", "Present", "Minutes"])
    desk.open(.newActivity(kind: "班前会", organization: try #require(OrganizationIdentifier("Q1"))))
    desk.press("F3", "F2")
    #expect(desk.writtenText().contains("Kind: 班前会"))
  }

  @Test("an obligation of the unit's own is owed from its day on")
  func ownObligation() throws {
    let desk = try FormDesk()
    desk.open(.newCatalogEntry(type: "obligation"))
    desk.fill("Title", "每月例会")
    desk.fill("Kind", "周例会")
    desk.press("F2")
    guard case .question(_, let phrase) = desk.state.overlay else {
      Issue.record("not asked: \(desk.rows)")
      return
    }
    #expect(phrase.chinese.contains("自 2026-12-01 起,1个组织多一项“每月例会”:每月1次"))
    desk.press("Enter")
    let catalog = try replaced(desk)
    let ledger = try Archive.open(desk.store).ledger
    func owed(_ day: String) throws -> Int {
      ledger.due(catalog.obligations, on: try #require(Day(day)), under: nil)
        .count { $0.obligation.id == "每月例会" }
    }
    #expect(try owed("2026-11-30") == 0)
    #expect(try owed("2026-12-01") == 1)
    // The same title again is somebody else's.
    desk.open(.newCatalogEntry(type: "obligation"))
    desk.fill("Title", "每月例会")
    desk.fill("Kind", "周例会")
    desk.press("F2")
    #expect(desk.form?.focusedField?.spec.id == "Title")
  }

  @Test("what was not touched is written as it was, and nothing changed is nothing saved")
  func untouched() throws {
    let desk = try FormDesk()
    let key = CatalogEntry.Key(type: "kind", id: "主题党日")
    desk.open(.changeCatalogEntry(key, since: Day("1949-10-01")))
    desk.press("F2")
    #expect(desk.state.notice == Notice(.catalogChangesNothing, .warning))
    let before = try #require(Archive.open(desk.store).catalog.kind("主题党日"))
    desk.fill("Short", "党日活动")
    desk.press("F2", "Enter")
    var after = try #require(try replaced(desk).kind("主题党日"))
    #expect(after.short == "党日活动")
    after.short = before.short
    after.validity = before.validity
    #expect(after == before)
  }

  @Test("a step of a procedure goes on with other times from a day, and what was stays")
  func step() throws {
    let desk = try FormDesk()
    let key = CatalogEntry.Key(type: "step", owner: "发展党员", id: "上级党委审批")
    desk.open(.changeCatalogEntry(key, since: Day("2014-05-28")))
    desk.fill("Bound", "支部大会讨论 <= 2个月")
    desk.fill("Since", "2027-01-01")
    desk.press("F2")
    guard case .question(_, let phrase) = desk.state.overlay else {
      Issue.record("not asked: \(desk.rows)")
      return
    }
    #expect(phrase.chinese == "自 2027-01-01 起,流程步骤“上级党委审批”改变:时限\n保存吗?")
    desk.press("Enter")
    let catalog = try replaced(desk)
    func most(_ day: String) throws -> Interval? {
      try catalog.procedure("发展党员", on: #require(Day(day)))?.step("上级党委审批")?.bounds.first?.most
    }
    #expect(try most("2026-12-31") == Interval(3, .month))
    #expect(try most("2027-01-01") == Interval(2, .month))
  }

  @Test("times that nobody can read stop at their field")
  func badStep() throws {
    let desk = try FormDesk()
    let key = CatalogEntry.Key(type: "step", owner: "发展党员", id: "上级党委审批")
    desk.open(.changeCatalogEntry(key, since: Day("2014-05-28")))
    desk.fill("Bound", "支部大会讨论 两个月内")
    desk.press("F2")
    #expect(desk.form?.focusedField?.spec.id == "Bound")
    #expect(desk.effects.allSatisfy { if case .replaceCatalog = $0 { false } else { true } })
  }

  @Test("a procedure of the unit's own, then its step")
  func ownProcedure() throws {
    let desk = try FormDesk()
    desk.open(.newCatalogEntry(type: "procedure"))
    desk.fill("Title", "劳动竞赛")
    desk.press("F2", "Enter")
    for case .replaceCatalog(let old, let new) in desk.effects {
      for file in new {
        let before = old.first { $0.path == file.path }?.bytes
        if before != file.bytes {
          try desk.store.replaceCatalogFiles([
            CatalogReplacement(path: file.path, bytes: file.bytes, expected: before)
          ])
        }
      }
    }
    desk.run(.catalogReplaced(try Archive.open(desk.store)))
    let text = CatalogText(try Archive.open(desk.store).catalogFiles)
    #expect(text.entries.contains { $0.key == CatalogEntry.Key(type: "procedure", id: "劳动竞赛") })
    // It has no steps yet, and is there to be given some.
    desk.effects = []
    desk.open(.newCatalogEntry(type: "step", owner: "劳动竞赛"))
    desk.fill("Title", "报名")
    desk.press("F2", "Enter")
    let catalog = try replaced(desk)
    #expect(catalog.procedures.last { $0.id == "劳动竞赛" }?.steps.map(\.id) == ["报名"])
  }

  @Test(
    "the next line of a checklist has the next number",
    arguments: [
      (nil, "A1"), ("A1", "A2"), ("A9", "A10"), ("X05", "X06"), ("X09", "X10"), ("7", "8"),
      ("甲", ""), ("A999999999", ""),
    ] as [(String?, String)])
  func nextNumber(last: String?, next: String) {
    #expect(FormScreen.number(after: last) == next)
  }

  @Test("a line of a checklist is added, answered by hand until it says otherwise")
  func ownItem() throws {
    let desk = try FormDesk()
    desk.open(.newCatalogEntry(type: "item"))
    let list = try #require(Archive.open(desk.store).catalog.checklists.first)
    desk.fill("Checklist", list.id)
    desk.fill("Id", "Z1")
    desk.fill("Section", "本单位")
    desk.fill("Title", "党员活动室有人管理")
    desk.press("F2", "Enter")
    let catalog = try replaced(desk)
    let item = try #require(catalog.checklists.first?.items.last { $0.id == "Z1" })
    #expect(item.source == .manual)
    #expect(item.section == "本单位")
    #expect(item.validity.since == Day("2026-11-20"))
    // The same number again is somebody else's.
    desk.open(.newCatalogEntry(type: "item"))
    desk.fill("Checklist", list.id)
    desk.fill("Id", "Z1")
    desk.fill("Section", "本单位")
    desk.fill("Title", "别的")
    desk.press("F2")
    #expect(desk.form?.focusedField?.spec.id == "Id")
  }

  @Test("a new line or step is part of what the selection is on; what it may say can be chosen")
  func partsOfWhatIsSelected() throws {
    let desk = try FormDesk()
    let catalog = try Archive.open(desk.store).catalog
    let list = try #require(catalog.checklists.first)
    let procedure = try #require(catalog.procedures.first)
    let line = CatalogEntry.Key(type: "item", owner: list.id, id: "A01")
    #expect(line.owner(ofNew: "item") == list.id)
    #expect(line.owner(ofNew: "step") == "")
    #expect(CatalogEntry.Key(type: "checklist", id: list.id).owner(ofNew: "item") == list.id)
    #expect(CatalogEntry.Key(type: "procedure", id: "转接").owner(ofNew: "kind") == "")
    desk.open(.newCatalogEntry(type: "item", owner: list.id))
    #expect(desk.text("Checklist") == list.id)
    #expect(desk.text("Section") == list.items.last?.section)
    #expect(desk.text("Id") == FormScreen.number(after: list.items.last?.id))
    #expect(desk.form?.focusedField?.spec.id == "Title")
    desk.go(to: "Answer")
    desk.press("F6")
    desk.type("到会")
    desk.press("Enter")
    #expect(desk.text("Answer") == "条件 到会合法")
    desk.press("Esc")
    desk.open(.newCatalogEntry(type: "step", owner: procedure.id))
    #expect(desk.text("Procedure") == procedure.id)
    let first = try #require(procedure.steps.first?.id)
    desk.go(to: "After")
    desk.press("F6")
    desk.type(first)
    desk.press("Space", "Enter")
    #expect(desk.text("After") == first)
  }

  @Test("how study hours are reckoned changes from a day on")
  func study() throws {
    let desk = try FormDesk()
    let entry = try #require(
      CatalogEntry.read(Archive.open(desk.store).catalogFiles).first { $0.key.type == "study" })
    desk.open(.changeCatalogEntry(entry.key, since: entry.since))
    desk.fill("Minutes", "60")
    desk.fill("Since", "2027-01-01")
    desk.press("F2", "Enter")
    let catalog = try replaced(desk)
    #expect(catalog.study.map(\.minutesPerHour) == [60, 45])
  }

  @Test("what was begun stays as a draft")
  func draft() throws {
    let desk = try FormDesk()
    desk.open(lesson())
    desk.fill("Times", "3")
    desk.press("Esc")
    let draft = try #require(desk.keptDraft)
    let form = try #require(FormScreen(resuming: draft, in: desk.state.context))
    #expect(form.page.text("Times") == "3")
    #expect(form.page.text("Title") == "党课")
  }
}
