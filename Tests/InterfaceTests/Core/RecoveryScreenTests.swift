import Archive
import Foundation
import OrganizationLife
import RecordLog
import Testing
import Wording

@testable import Interface

@Suite("台账校验: what was found, what waits, and what can be done")
struct RecoveryScreenTests {
  private static let file = "organizations/Q1/activity-2026.li.rec"
  private static let moment = "2026-11-20T14:40:00+08:00"
  private static let typed =
    "Kind: 支委会\nDate: 2026-11-18\nTitle: 手写的支委会\nPresent: Q1M01\nPresent: Q1M02\n"

  /// A desk whose store has text behind the end of a file.
  private func desk(
    behind text: String = "", columns: Int = 80, language: Language = .chinese
  ) throws -> FormDesk {
    let desk = try FormDesk(columns: columns, language: language)
    if !text.isEmpty { try append(text, to: Self.file, at: desk) }
    return desk
  }

  private func append(_ text: String, to file: String, at desk: FormDesk) throws {
    let path = URL(fileURLWithPath: "\(desk.path)/\(file)")
    try (try Data(contentsOf: path) + Data(text.utf8)).write(to: path)
  }

  /// What the wiring finds out.
  private func health(_ desk: FormDesk) throws -> LedgerHealth {
    let files = TroubledFile.among(try desk.store.read(), year: 2026)
    return LedgerHealth(
      faults: try desk.store.verify().map {
        LedgerHealth.Fault(file: $0.file, line: $0.line, phrase: $0.kind.phrase)
      },
      remarks: [],
      adoptions: try Archive.open(desk.store).adoptions(
        author: Person("Q1M01(李敏)"), today: try #require(Day(FormDesk.today))),
      files: files, ownTornFiles: files.filter { $0.isTorn && $0.writer == "li" })
  }

  private func verify(_ desk: FormDesk) throws {
    desk.press("!")
    #expect(desk.state.notice?.phrase == .verifying)
    guard case .verify = desk.effects.last else {
      Issue.record("\(desk.effects)")
      return
    }
    desk.run(.verified(try health(desk)))
  }

  private func putAside(_ desk: FormDesk) throws {
    let notices = try desk.store.recover(writer: "li", at: Self.moment)
    desk.run(.recovered(notices, try Archive.open(desk.store), try health(desk)))
  }

  @Test("nothing is wrong, and the settings lead there too")
  func clean() throws {
    let desk = try desk()
    desk.press("8", "4")
    guard case .verify = desk.effects.last else {
      Issue.record("\(desk.effects)")
      return
    }
    desk.run(.verified(try health(desk)))
    #expect(desk.rows[0].hasPrefix(" 台账校验"))
    #expect(desk.rows[2] == "  没有发现问题")
    #expect(desk.rows(with: "移入隔离区").isEmpty)
  }

  @Test("a torn file of one's own is put aside by one key, looked at and adopted")
  func adopting() throws {
    let desk = try desk(behind: Self.typed)
    try verify(desk)
    #expect(desk.rows[2] == "  1处问题,1件待处理")
    #expect(desk.rows[23].contains("r 移入隔离区"))
    #expect(desk.rows(with: "\(Self.file):").count == 1)
    desk.press("r")
    guard case .recover = desk.effects.last else {
      Issue.record("\(desk.effects)")
      return
    }
    try putAside(desk)
    #expect(desk.rows(with: "末尾没写完整的文字已移到“隔离区”保存,不会丢").count == 1)
    #expect(desk.rows[2] == "  没有发现问题,1件待处理")
    #expect(desk.rows(with: "可以采用,共1条记录").count == 1)
    #expect(!desk.rows[23].contains("移入隔离区"))
    desk.press("Enter")
    #expect(desk.rows[0].hasPrefix(" 隔离区 · activity-2026.li.rec"))
    #expect(desk.rows(with: "3│Title: 手写的支委会").count == 1)
    #expect(desk.rows[23].contains("a 采用") && desk.rows[23].contains("x 不采用"))
    desk.press("a")
    #expect(desk.rows(with: "作为1条新记录写入台账,录入人记为 Q1M01(李敏)").count == 1)
    desk.press("Escape")
    #expect(desk.effects.count == 2)
    desk.press("a", "Enter")
    guard case .adopt(let path) = desk.effects.last else {
      Issue.record("\(desk.effects)")
      return
    }
    let adoption = try #require(try health(desk).adoptions.first { $0.tail.path == path })
    let ids = try adoption.carryOut(
      in: desk.store, by: try #require(Author(writer: "li", by: "Q1M01(李敏)")),
      at: Self.moment)
    desk.run(
      .adopted(
        ids.map { Reference($0.description) }, try Archive.open(desk.store), try health(desk),
        notices: []))
    #expect(desk.rows[0].hasPrefix(" 台账校验"))
    #expect(desk.rows[2] == "  没有发现问题")
    #expect(desk.rows(with: "已写入台账 Q1-activity-2026-li-0002").count == 1)
    // What was adopted can be undone like anything else.
    desk.press("Escape", "u")
    #expect(desk.rows(with: "作废刚写入的 Q1-activity-2026-li-0002").count == 1)
  }

  @Test("text that cannot be entered says why, and can be dismissed")
  func faulty() throws {
    let desk = try desk(behind: "随手记一笔\nKind: 支委会\n")
    _ = try desk.store.recover(writer: "li", at: Self.moment)
    try verify(desk)
    desk.press("Enter")
    #expect(desk.rows(with: "处要改,照原样不能采用").count == 1)
    #expect(desk.rows(with: "第1行 不是「字段名: 值」").count == 1)
    #expect(desk.rows(with: "可照着它在表单里另录一条").count == 1)
    desk.press("F4")
    #expect(desk.state.overlay == nil)
    #expect(desk.rows(with: "照原样不能采用").count == 2)
    desk.press("x")
    #expect(desk.rows(with: "不写入台账。原文仍留在隔离区的文件里").count == 1)
    desk.press("Enter")
    guard case .dismiss(let path) = desk.effects.last else {
      Issue.record("\(desk.effects)")
      return
    }
    let tail = try #require(try desk.store.quarantined().first { $0.path == path })
    try desk.store.settle(tail, as: .dismissed)
    desk.run(.dismissed(try health(desk)))
    #expect(desk.rows[2] == "  没有发现问题")
    #expect(desk.state.notice?.phrase == .dismissedText)
  }

  @Test("what the log holds already is only settled")
  func standing() throws {
    let desk = try desk(behind: Self.typed)
    _ = try desk.store.recover(writer: "li", at: Self.moment)
    let missing = try #require(try health(desk).adoptions.first).missing
    _ = try desk.store.append(
      missing, by: try #require(Author(writer: "li", by: "Q1M01(李敏)")), at: Self.moment)
    try verify(desk)
    desk.press("Enter", "a")
    #expect(desk.rows(with: "不会重复写入,只把这件结清").count == 1)
  }

  @Test("a fault leads to its place; records that do not count are marked")
  func place() throws {
    let desk = try desk()
    for number in 2...9 {
      _ = try desk.store.append(
        [
          NewRecord(
            type: "activity", organization: "Q1",
            fields: [
              Field("Organization", "Q1"), Field("Kind", "支委会"),
              Field("Date", "2026-11-0\(number)"),
            ])
        ], by: try #require(Author(writer: "li", by: "Q1M01(李敏)")), at: Self.moment)
    }
    let path = URL(fileURLWithPath: "\(desk.path)/\(Self.file)")
    let text = String(decoding: try Data(contentsOf: path), as: UTF8.self)
    try Data(text.replacing("2026-11-05", with: "2026-11-15").utf8).write(to: path)
    try verify(desk)
    #expect(desk.rows(with: "这个文件不再写入,新记录接着写在").count == 1)
    #expect(desk.rows(with: "activity-2026.li+2.rec").count == 1)
    desk.press("Enter")
    guard case .showFile(let file, let line) = desk.effects.last else {
      Issue.record("\(desk.effects)")
      return
    }
    #expect(file == Self.file)
    desk.run(.file(try desk.store.text(of: file), line: line))
    #expect(desk.rows[0].hasPrefix(" activity-2026.li.rec · 第\(line)行"))
    #expect(desk.rows(with: ">\(line)│Id: Q1-activity-2026-li-0005  ← 不计入").count == 1)
    #expect(desk.rows(with: "! Q1-activity-2026-li-0005 写入后被改动过").count == 1)
    #expect(desk.rows(with: "2026-11-15").count == 1)
    #expect(desk.rows(with: "Id: Q1-activity-2026-li-0006").allSatisfy { !$0.contains("不计入") })
    desk.press("Home")
    #expect(desk.rows[2].contains("1│# zhibu 1 Q1 activity 2026 li"))
    desk.press("End")
    #expect(desk.rows(with: "Id: Q1-activity-2026-li-0009").count == 1)
    desk.press("Escape")
    #expect(desk.rows[0].hasPrefix(" 台账校验"))
  }

  @Test(
    "what an ordinary save did beside saving is said, and leads here",
    arguments: [
      (
        AppendNotice.tailQuarantined(path: file, line: 40, bytes: 20, copy: "x"),
        "已写入。末尾没写完整的文字已移到“隔离区”保存,不会丢;按 ! 查看"
      ),
      (
        .continued(
          damaged: file, line: 3, path: "organizations/Q1/activity-2026.li+2.rec"),
        "已写入。原文件有损坏,保持原样,接着写在 activity-2026.li+2.rec;按 ! 查看"
      ),
    ])
  func afterSaving(notice: AppendNotice, expected: String) throws {
    let desk = try desk()
    let archive = try #require(desk.state.context.archive)
    let written = Reference("Q1-activity-2026-li-0001")
    desk.run(.written([written], archive, notices: [notice]))
    #expect(desk.rows(with: expected).count == 1, "\(desk.picture)")
    #expect(desk.state.notice?.tone == .warning)
    try verify(desk)
    #expect(desk.rows[0].hasPrefix(" 台账校验"))
  }

  @Test("what is stored reaches the screen with marks for controls, zeros by their number")
  func controls() throws {
    let desk = try desk(behind: "Title: a\u{202E}b\u{1B}[31m\n\0\0\0\0")
    var health = try health(desk)
    health.faults.append(
      LedgerHealth.Fault(file: "x", line: 0, phrase: Phrase(verbatim: "c\u{202E}d")))
    desk.run(.verified(health))
    #expect(desk.rows(with: "c\u{2426}d").count == 1)
    desk.run(.file(try desk.store.text(of: Self.file), line: Int.max))
    #expect(desk.rows(with: "│Title: a\u{2426}b\u{241B}[31m").count == 1)
    #expect(desk.rows(with: "│␀×4").count == 1)
  }

  @Test("verifying again stays on the page")
  func again() throws {
    let desk = try desk(behind: Self.typed)
    try verify(desk)
    desk.press("Ctrl-L")
    guard case .verify = desk.effects.last else {
      Issue.record("\(desk.effects)")
      return
    }
    desk.run(.verified(try health(desk)))
    #expect(desk.state.screens.count == 2)
  }

  @Test("every sentence fits 60 columns and is English when it should be")
  func english() throws {
    for (columns, language) in [(60, Language.chinese), (80, .english)] {
      let desk = try desk(
        behind: "Kind: 支委会\nDate: 2026-11-18\n", columns: columns, language: language)
      try verify(desk)
      try putAside(desk)
      desk.press("Enter")
      desk.expectSound()
      if language == .english {
        #expect(desk.rows[23].contains("a adopt") && desk.rows[23].contains("x dismiss"))
        #expect(desk.rows(with: "can be adopted: 1 record(s)").count == 1)
      }
    }
  }
}
