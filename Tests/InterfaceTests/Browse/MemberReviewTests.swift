import Archive
import OrganizationLife
import Testing

@testable import Interface

/// Members' files gone through one after the other by an officer.
@Suite("members reviewed one after the other")
struct MemberReviewTests {
  private func desk(columns: Int = 80, rows: Int = 24) throws -> FormDesk {
    try FormDesk(columns: columns, rows: rows, scope: "DW")
  }

  /// From the main menu to the first member of a sample of five.
  private func draw(_ desk: FormDesk) {
    desk.press("3", "1", "r", "5", "Enter", "Enter")
  }

  @Test("a sample names its seed; the members come in the order of the draw")
  func sample() throws {
    let desk = try desk()
    desk.press("3", "1", "r", "5", "Enter")
    #expect(desk.rows[0].hasPrefix(" 抽查5人(种子 2026-11-20) · 第一监狱党委 · 已核对0/5"))
    guard case .list(let list) = desk.state.top else { return #expect(Bool(false)) }
    // By `printf '%s' "2026-11-20:Q1M01" | sha256sum` and so on for the nine members.
    #expect(
      list.contents.rows.map(\.id) == ["Q1M06", "Q1M02", "Q1M05", "Q1M08", "Q1M09"])
    desk.press("Enter")
    #expect(desk.rows[0].hasSuffix("1 / 5"))
    desk.press("PgDn", "PgDn")
    #expect(desk.rows[0].hasSuffix("3 / 5"))
    desk.press("]")
    #expect(desk.rows[0].hasSuffix("4 / 5"))
  }

  @Test("v writes a review with a line for each line of the page, and says who checked")
  func checked() throws {
    let desk = try desk()
    draw(desk)
    desk.press("v")
    let written = desk.writtenText()
    #expect(
      written.prefix(5) == [
        "Organization: Q1", "Checklist: 党员核对", "Date: 2026-11-20", "Reviewer: Q1M01(李敏)",
        "Sample: 种子 2026-11-20 抽 5/9: Q1M06 Q1M02 Q1M05 Q1M08 Q1M09",
      ])
    #expect(written.contains("Item: Q1M06/到会"))
    #expect(written.contains("Item: Q1M06/学时"))
    #expect(written.filter { $0.hasPrefix("Answer: ") }.allSatisfy { $0 == "Answer: 达标" })
    #expect(written.filter { $0.hasPrefix("By: ") }.allSatisfy { $0 == "By: 人工" })
    #expect(desk.rows(with: "核对        已核对 11-20 李敏").count == 1)
    desk.press("Esc")
    #expect(desk.rows[0].contains("已核对1/5"))
    #expect(desk.rows(with: "孙丽").first?.contains("已核对 11-20 李敏") == true)
  }

  @Test("p on a line: a finding at the branch and a review that says so; v keeps what was found")
  func problem() throws {
    let desk = try desk()
    draw(desk)
    for _ in 0..<30 where !desk.rows.contains(where: { $0.hasPrefix("> 学时") }) {
      desk.press("Down")
    }
    #expect(desk.rows(with: "> 学时").count == 1)
    desk.press("p")
    #expect(desk.form?.focusedField?.spec.id == "Title")
    desk.type("未登记来源")
    desk.fill("Due", "12-15")
    desk.press("F2")
    let written = desk.writtenText()
    #expect(
      written.filter { $0.hasPrefix("Title") || $0.hasPrefix("Due") || $0.hasPrefix("Owner") }
        == ["Title: 孙丽 学时:未登记来源", "Owner: Q1M06(孙丽)", "Due: 2026-12-15"])
    #expect(written.contains("Kind: 检查问题"))
    let item = try #require(written.firstIndex(of: "Item: Q1M06/学时"))
    #expect(
      written[item...].prefix(5) == [
        "Item: Q1M06/学时", "Text: 学时", "Answer: 未达标", "By: 人工", "Remark: 孙丽 学时:未登记来源",
      ])
    #expect(written.contains { $0.hasPrefix("Sample: 种子 2026-11-20 抽 5/9: ") })
    #expect(desk.rows(with: "核对        发现问题1 11-20 李敏").count == 1)
    desk.press("v")
    let after = desk.writtenText()
    let again = try #require(after.firstIndex(of: "Item: Q1M06/学时"))
    #expect(after[again + 2] == "Answer: 未达标")
    #expect(after.filter { $0 == "Answer: 未达标" }.count == 1)
    #expect(desk.rows(with: "核对        发现问题1 11-20 李敏").count == 1)
    #expect(desk.state.context.archive?.ledger.matters.map(\.title) == ["孙丽 学时:未登记来源"])
  }

  @Test("a file is checked off once a day by the same person; the roll says who was looked at")
  func once() throws {
    let desk = try desk()
    desk.press("3", "1", "Enter", "v")
    #expect(!desk.written.isEmpty)
    desk.written = []
    desk.press("v")
    #expect(desk.written.isEmpty)
    #expect(desk.state.notice?.phrase == .memberChecked("李敏"))
    desk.press("Esc")
    #expect(desk.rows(with: "李敏").first?.contains("已核对 11-20") == true)
    // What was found first is no check of the whole file.
    desk.press("Down", "Enter", "p")
    desk.type("缺材料")
    desk.press("F2")
    desk.written = []
    desk.press("v")
    #expect(!desk.written.isEmpty)
  }

  @Test("p on a warning: its words are the finding's, what is restricted is not told")
  func warningsWords() throws {
    let desk = try desk()
    let id = try #require(MemberIdentifier("Q1M05"))
    func go(to words: String) {
      _ = desk.state.open(.page(.member(id, among: [id])))
      for _ in 0..<20 where !desk.rows.contains(where: { $0.hasPrefix("> ! \(words)") }) {
        desk.press("Down")
      }
      #expect(desk.rows(with: "> ! \(words)").count == 1)
    }
    go(to: "学时不足")
    desk.press("p")
    #expect(desk.text("Title").hasPrefix("赵磊 学时:学时不足"))
    #expect(desk.text("Due") == "2026-12-20")
    desk.press("Esc")
    go(to: "今年支委尚未与其谈心")
    desk.press("p")
    #expect(desk.text("Title") == "赵磊 谈心谈话")
  }

  @Test("a line that the next member lacks leaves the selection on none that was not chosen")
  func turning() throws {
    let desk = try desk()
    let ids = ["Q1M05", "Q1M06"].compactMap { MemberIdentifier($0) }
    _ = desk.state.open(.page(.member(ids[0], among: ids)))
    for _ in 0..<30 where !desk.rows.contains(where: { $0.hasPrefix("> 思想汇报") }) {
      desk.press("Down")
    }
    #expect(desk.rows(with: "> 思想汇报").count == 1)
    desk.press("PgDn")
    #expect(desk.rows(with: "> 身份").count == 1)
  }

  @Test("what is restricted is named in a review and not told")
  func restricted() {
    let member = MemberIdentifier("Q1M01")
    for line in MemberLine.allCases {
      let fields = member.map {
        Context.reviewItem(line, of: $0, text: "交至 2026-10", answer: .met)
      }
      let text = fields?.first { $0.name == "Text" }?.value
      #expect(text == (line == .dues || line == .talks ? line.rawValue : "交至 2026-10"))
    }
  }

  @Test("records are drawn in the same way, by what they were first known by")
  func records() throws {
    let desk = try FormDesk(more: FollowingTests.more, scope: "DW")
    desk.press("2")
    guard case .list(let all) = desk.state.top else { return #expect(Bool(false)) }
    desk.press("r")
    // The first number proposed.
    desk.press("Enter")
    guard case .list(let list) = desk.state.top else { return #expect(Bool(false)) }
    let ids = all.contents.rows.map(\.id)
    #expect(desk.rows[0].contains("抽查\(min(5, ids.count))条,共\(ids.count)条(种子 2026-11-20)"))
    #expect(
      list.contents.rows.map(\.id)
        == SampleDraw(seed: "2026-11-20", count: 5).drawn(from: ids))
  }

  /// The desk with five records drawn of those of the branch, and the list of them.
  private func drawnRecords(columns: Int = 80, rows: Int = 24) throws -> FormDesk {
    let desk = try FormDesk(columns: columns, rows: rows, more: FollowingTests.more, scope: "DW")
    desk.press("2", "r", "Enter")
    return desk
  }

  /// The id of the record whose page is open.
  private func openRecord(_ desk: FormDesk) throws -> String {
    guard case .page(let page) = desk.state.top, case .drawnRecord(let record, _) = page.subject
    else { return try #require(nil as String?) }
    return record.text
  }

  @Test("records drawn are gone through one after the other and checked off, once a day")
  func recordsChecked() throws {
    let desk = try drawnRecords()
    guard case .list(let list) = desk.state.top else { return #expect(Bool(false)) }
    let drawn = list.contents.rows.map(\.id)
    #expect(desk.rows[0].contains("已核对0/\(drawn.count)"))
    desk.press("Enter")
    #expect(desk.rows[0].hasSuffix("1 / \(drawn.count)"))
    #expect(desk.rows.last?.contains("v 已核对") == true)
    desk.press("PgDn")
    #expect(desk.rows[0].hasSuffix("2 / \(drawn.count)"))
    #expect(try openRecord(desk) == drawn[1])
    desk.press("v")
    let written = desk.writtenText()
    #expect(
      written.prefix(6) == [
        "Organization: Q1", "Checklist: 记录核对", "Date: 2026-11-20", "Reviewer: Q1M01(李敏)",
        "Sample: 种子 2026-11-20 抽 \(drawn.count)/\(drawn.count): \(drawn.joined(separator: " "))",
        "Item: \(drawn[1])",
      ])
    #expect(written.contains("Answer: 达标"))
    #expect(written.contains("Evidence: \(drawn[1])"))
    #expect(desk.rows(with: "核对        已核对 11-20 李敏").count == 1)
    desk.written = []
    desk.press("F2")
    #expect(desk.written.isEmpty)
    #expect(desk.state.notice?.phrase == .recordChecked)
    desk.press("PgUp", "PgUp")
    #expect(desk.state.notice?.phrase == .firstDrawn)
    for _ in drawn { desk.press("]") }
    #expect(desk.state.notice?.phrase == .lastDrawn)
    desk.press("Esc")
    #expect(desk.rows[0].contains("已核对1/\(drawn.count)"))
    #expect(desk.rows(with: "已核对 11-20 李敏").count == 1)
    // The list stands on the record that was open last.
    guard case .list(let after) = desk.state.top else { return #expect(Bool(false)) }
    #expect(after.selectedRow?.id == drawn.last)
  }

  @Test("p on a record drawn: a finding with the record as its source, a review that says so")
  func recordProblem() throws {
    let desk = try drawnRecords()
    desk.press("Enter")
    let record = try openRecord(desk)
    desk.press("F5")
    #expect(desk.form?.focusedField?.spec.id == "Title")
    desk.type("缺签名")
    desk.fill("Due", "12-15")
    desk.press("F2")
    let written = desk.writtenText()
    #expect(written.contains("Kind: 检查问题"))
    #expect(written.contains("Source: \(record)"))
    #expect(written.contains("Checklist: 记录核对"))
    #expect(written.contains("Item: \(record)"))
    #expect(written.contains("Answer: 未达标"))
    #expect(written.contains { $0.hasPrefix("Remark: ") && $0.hasSuffix("缺签名") })
    #expect(written.contains { $0.hasPrefix("Sample: 种子 2026-11-20 抽 ") })
    #expect(try openRecord(desk) == record)
    #expect(desk.rows(with: "核对        发现问题1 11-20 李敏").count == 1)
    // What was found on a day stays found on it.
    desk.written = []
    desk.press("v")
    #expect(desk.written.isEmpty)
    #expect(desk.state.notice?.phrase == .recordFoundFaulty)
    let matters = desk.state.context.archive?.ledger.matters ?? []
    #expect(matters.contains { $0.source?.text == record && $0.kind == "检查问题" })
  }

  @Test("a review of a record is no visit")
  func recordReviewIsNoVisit() throws {
    let desk = try drawnRecords()
    desk.press("Enter", "v")
    let ledger = try #require(desk.state.context.archive?.ledger)
    let place = try #require(OrganizationIdentifier("Q1"))
    #expect(ledger.visits(to: place, through: try #require(Day("2026-11-20"))).isEmpty)
    #expect(ledger.reviews.contains { $0.checklist == "记录核对" })
  }

  @Test("a sample of records fits", arguments: [(60, 16), (80, 24), (132, 43)])
  func recordsFit(columns: Int, rows: Int) throws {
    let desk = try drawnRecords(columns: columns, rows: rows)
    for _ in 0..<2 {
      #expect(desk.rows.allSatisfy { ColumnWidth.of($0) <= columns })
      desk.expectSound()
      desk.press("Enter", "v")
    }
  }

  @Test("as many as are typed are drawn; what is no number draws nobody")
  func typedNumber() throws {
    let desk = try desk()
    desk.press("3", "1", "r", "7", "Enter")
    #expect(desk.rows[0].hasPrefix(" 抽查7人(种子 2026-11-20)"))
    desk.press("Esc", "r")
    desk.type("一些")
    desk.press("Enter")
    #expect(desk.state.notice?.phrase == .notANumberToDraw("一些"))
    desk.press("r", "0", "Enter")
    #expect(desk.state.notice?.phrase == .notANumberToDraw("0"))
    desk.press("r", "9", "9", "9", "Enter")
    #expect(desk.rows[0].hasPrefix(" 抽查9人"))
  }

  @Test("fits", arguments: [(60, 16), (80, 24), (132, 43)])
  func fits(columns: Int, rows: Int) throws {
    let desk = try desk(columns: columns, rows: rows)
    desk.press("3", "1", "r", "5", "Enter")
    for _ in 0..<2 {
      #expect(desk.rows.allSatisfy { ColumnWidth.of($0) <= columns })
      desk.expectSound()
      desk.press("Enter", "v")
    }
  }

  @Test("study records of the half month before are checked off, once for each person")
  func study() throws {
    let more = """
      %rec: document

      Organization: Q1
      Kind: 学习笔记
      Title: 学习条例
      Date: 2026-11-05
      Author: Q1M04
      Count: 2

      Organization: Q1
      Kind: 心得
      Title: 读后感
      Date: 2026-11-18
      Author: Q1M04

      """
    let desk = try FormDesk(more: more)
    desk.press("4", "5")
    #expect(desk.rows[0].hasPrefix(" 学习记录督学 · 二监区党支部 · 笔记/心得 ✓已核对"))
    guard case .list(let list) = desk.state.top else { return #expect(Bool(false)) }
    let position = try #require(list.contents.rows.firstIndex { $0.id == "Q1M04" })
    #expect(
      list.contents.rows[position].cells.map(\.text)
        == ["王五", "0/0", "0/0", "0/0", "0/0", "2/0", "0/1", ""])
    desk.press("Home")
    desk.press("Down", times: position)
    desk.press("v")
    #expect(
      desk.writtenText() == [
        "Organization: Q1", "Checklist: 学习记录督学", "Date: 2026-11-20", "Reviewer: Q1M01(李敏)",
        "Item: Q1M04/2026-11上", "Text: 笔记2 心得0", "Answer: 达标", "By: 人工",
        "Evidence: Q1-document-2026-li-0001",
      ])
    #expect(desk.rows(with: "王五").first?.contains("2/0✓") == true)
    #expect(desk.rows(with: "王五").first?.contains("11-20 李敏") == true)
    desk.press("v")
    #expect(desk.state.notice?.phrase == .studyChecked("王五", "2026-11上"))
    // Of whom nothing is on record it is said before it is written.
    desk.press("Home", "v")
    #expect(desk.rows(with: "没有登记笔记和心得,核对结果记为未达标吗?").count == 1)
    desk.press("Esc")
    #expect(!desk.writtenText().contains("Answer: 未达标"))
    desk.press("v", "Enter")
    #expect(desk.writtenText().contains("Answer: 未达标"))
    desk.press("Home")
    desk.press("Down", times: position)
    desk.press("Enter")
    #expect(desk.rows(with: "学习条例").count == 1)
  }
}
