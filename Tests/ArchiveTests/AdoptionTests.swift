import Archive
import Foundation
import OrganizationLife
import RecordLog
import Testing

@Suite("Adopting what was put aside from a file's end") struct AdoptionTests {
  private static let file = "organizations/Q1/honor-2026.li.rec"
  private static let moment = "2026-11-20T09:00:00+08:00"

  /// A store with one honor in it, and bytes that the writer put aside from behind it.
  private func bench(
    _ tail: [UInt8], file: String = AdoptionTests.file
  ) throws -> (sandbox: Sandbox, tail: QuarantinedTail) {
    let sandbox = try Sandbox.withBranch()
    try sandbox.add(
      "%rec: honor\n\nOrganization: Q1\nDate: 2026-05-04\nLevel: 监狱\nTitle: 先进党支部\n"
        + "Collective: 是\n")
    try sandbox.put(tail, behind: file)
    _ = try sandbox.store.recover(writer: "li", at: Self.moment)
    return (sandbox, try #require(try sandbox.store.quarantined().first))
  }

  private func adoption(_ sandbox: Sandbox, _ tail: QuarantinedTail) throws -> Adoption {
    try sandbox.archive().adoption(
      of: tail, bytes: try sandbox.store.bytes(of: tail), author: Person("Q1M01(李敏)"),
      today: try day("2026-11-20"))
  }

  private static let typed = "Date: 2026-10-01\nLevel: 全国\nTitle: 优秀党务工作者\nTo: Q1M05\n"
  private static let whole =
    "Id: Q1-honor-2026-li-0002\nOrganization: Q1\n\(typed)By: Q1M01(李敏)\n"
    + "At: 2026-10-24T09:00:00+08:00\nSum: 0123\n"
  private static let entered = [
    Field("Organization", "Q1"), Field("Date", "2026-10-01"), Field("Level", "全国"),
    Field("Title", "优秀党务工作者"), Field("To", "Q1M05(王五)"),
  ]

  @Test(
    "a tail becomes the record that it holds",
    arguments: [
      ("typed by hand", typed, []),
      ("with what the log adds, and an empty line", whole + "\n", []),
      ("cut within the Sum", String(whole.dropLast(3)), [.openLine(line: 9)]),
      (
        "cut within the name Sum", String(whole.dropLast(9)),
        [.openLine(line: 9), .halfWord(line: 9)]
      ),
      ("cut behind the last field", String(typed.dropLast(1)), [.openLine(line: 4)]),
      ("zeros behind it", typed + String(repeating: "\0", count: 512), [.zeros(512)]),
      ("zeros within it", "Date: 2026-10\0\0-01" + typed.dropFirst(16), [.zeros(2)]),
      ("CR LF and tabs", typed.replacing("\n", with: "\r\n"), []),
    ] as [(String, String, [Adoption.Remark])])
  func holds(name: String, text: String, remarks: [Adoption.Remark]) throws {
    let (sandbox, tail) = try bench(Array(text.utf8))
    let adoption = try adoption(sandbox, tail)
    #expect(adoption.faults == [])
    #expect(adoption.remarks == remarks)
    #expect(adoption.outcome == .ready)
    #expect(adoption.records.map(\.fields) == [Self.entered])
    #expect(adoption.records.map(\.type) == ["honor"])
    let ids = try adoption.carryOut(
      in: sandbox.store, by: try #require(Sandbox.author), at: Self.moment)
    #expect(ids.map(\.description) == ["Q1-honor-2026-li-0002"])
    #expect(try sandbox.store.quarantined() == [])
    #expect(try sandbox.store.verify() == [])
    #expect(try sandbox.archive().folded(type: "honor").count == 2)
  }

  @Test("half a character at the end goes; what stands before it stays")
  func halfCharacter() throws {
    let bytes = Array("Date: 2026-10-01\nTitle: 优秀".utf8)
    for cut in 1...2 {
      let (sandbox, tail) = try bench(Array(bytes.dropLast(cut)))
      let adoption = try adoption(sandbox, tail)
      #expect(adoption.records.first?.first("Title") == "优")
      #expect(adoption.remarks == [.openLine(line: 2), .halfWord(line: 2)])
    }
  }

  @Test(
    "nothing to enter",
    arguments: [
      String(repeating: "\0", count: 4096), "\n\n", "Id: Q1-honor-2026-li-0002\n", "Id: Q1-ho",
      "Tit", "# 备忘\n",
    ])
  func empty(text: String) throws {
    let (sandbox, tail) = try bench(Array(text.utf8))
    let adoption = try adoption(sandbox, tail)
    #expect(adoption.outcome == .empty)
    #expect(adoption.records.isEmpty)
  }

  @Test(
    "faults are found by line, and nothing is entered",
    arguments: [
      ("Date: 2026-13-01\nTitle: 甲\n", 1, "Date"), ("随手记的一句话\n", 1, nil),
      ("Date: 2026-10-01\nTitle: 甲\nTo: Q1M99\n", 3, "To"),
      ("Organization: JG\nDate: 2026-10-01\nTitle: 甲\n", 1, "Organization"),
      ("%rec: dessert\n\nDate: 2026-10-01\nTitle: 甲\n", 3, nil),
    ] as [(String, Int, String?)])
  func faults(text: String, line: Int, field: String?) throws {
    let (sandbox, tail) = try bench(Array(text.utf8))
    let adoption = try adoption(sandbox, tail)
    #expect(adoption.outcome == .faulty)
    #expect(adoption.faults.map(\.line) == [line])
    #expect(adoption.faults.map(\.field) == [field])
    #expect(adoption.faults.map(\.source) == [tail.path])
  }

  @Test("two records, the second faulty: both or none")
  func allOrNone() throws {
    let (sandbox, tail) = try bench(Array("\(Self.typed)\nDate: 明天\nTitle: 甲\n".utf8))
    let adoption = try adoption(sandbox, tail)
    #expect(adoption.outcome == .faulty)
    #expect(adoption.faults.map(\.line) == [6])
  }

  @Test("what was put aside from restricted/ stays restricted")
  func restricted() throws {
    let sandbox = try Sandbox.withBranch()
    let author = try #require(Sandbox.author)
    _ = try sandbox.store.append(
      [
        NewRecord(
          type: "honor", organization: "Q1", restricted: true,
          fields: [Field("Organization", "Q1"), Field("Title", "旧")])
      ], by: author, at: Self.moment)
    let file = "organizations/Q1/restricted/honor-2026.li.rec"
    try sandbox.put(Array(Self.typed.utf8), behind: file)
    _ = try sandbox.store.recover(writer: "li", at: Self.moment)
    let tail = try #require(try sandbox.store.quarantined().first)
    #expect(tail.isRestricted)
    let ids = try adoption(sandbox, tail).carryOut(
      in: sandbox.store, by: author, at: Self.moment)
    let id = try #require(ids.first).description
    #expect(try sandbox.archive().record(Reference(id))?.file == file)
  }

  /// What a killed adoption leaves: the records in the log, the tail still waiting.
  private func enterWithoutSettling(_ sandbox: Sandbox, _ tail: QuarantinedTail) throws {
    _ = try sandbox.store.append(
      try adoption(sandbox, tail).missing, by: try #require(Sandbox.author), at: Self.moment)
    #expect(try sandbox.store.quarantined() == [tail])
  }

  @Test(
    "killed before the tail was settled, adopting again only settles",
    arguments: [
      typed, typed + "\n" + typed, whole,
      "Corrects: Q1-honor-2026-li-0001\nReason: 名称不全\nDate: 2026-05-04\nTitle: 先进基层党支部\n",
      "Withdraws: Q1-honor-2026-li-0001\nReason: 重复\n",
    ])
  func killed(text: String) throws {
    let (sandbox, tail) = try bench(Array(text.utf8))
    #expect(try adoption(sandbox, tail).outcome == .ready)
    try enterWithoutSettling(sandbox, tail)
    let count = try sandbox.store.read().reduce(0) { $0 + $1.records.count }
    let again = try adoption(sandbox, tail)
    #expect(again.outcome == .standing)
    #expect(again.missing == [])
    let ids = try again.carryOut(
      in: sandbox.store, by: try #require(Sandbox.author), at: Self.moment)
    #expect(ids == [])
    #expect(try sandbox.store.quarantined() == [])
    #expect(try sandbox.store.read().reduce(0) { $0 + $1.records.count } == count)
  }

  @Test("a step of a matter is recognised though it would now follow itself")
  func followed() throws {
    let sandbox = try Sandbox.withBranch()
    let opened = try sandbox.add(
      "%rec: matter\n\nOrganization: Q1\nKind: 意见建议\nTitle: 活动室\nOpened: 2026-09-01\n"
        + "State: 办理中\n")
    let file = "organizations/Q1/matter-2026.li.rec"
    try sandbox.put(
      Array(
        "Follows: \(opened[0])\nKind: 意见建议\nTitle: 活动室\nOpened: 2026-09-01\nState: 阶段完成\n"
          .utf8), behind: file)
    _ = try sandbox.store.recover(writer: "li", at: Self.moment)
    let tail = try #require(try sandbox.store.quarantined().first)
    try enterWithoutSettling(sandbox, tail)
    let again = try adoption(sandbox, tail)
    #expect(again.outcome == .standing)
    #expect(again.standing.map(\.text) == ["Q1-matter-2026-li-0002"])
  }

  @Test("of two alike one stands: the other is entered")
  func partly() throws {
    let (sandbox, tail) = try bench(Array("\(Self.typed)\n\(Self.typed)".utf8))
    let first = try adoption(sandbox, tail)
    _ = try sandbox.store.append(
      Array(first.missing.prefix(1)), by: try #require(Sandbox.author), at: Self.moment)
    let again = try adoption(sandbox, tail)
    #expect(again.outcome == .ready)
    #expect(again.standing.count == 1 && again.missing.count == 1)
  }

  @Test("what was entered and withdrawn since may be entered again")
  func withdrawnSince() throws {
    let (sandbox, tail) = try bench(Array(Self.typed.utf8))
    try enterWithoutSettling(sandbox, tail)
    try sandbox.add("%rec: honor\n\nWithdraws: Q1-honor-2026-li-0002\nReason: 录错\n")
    #expect(try adoption(sandbox, tail).outcome == .ready)
  }

  @Test("a record of a damaged file can be corrected and withdrawn: that goes into …+2.rec")
  func damagedFile() throws {
    let sandbox = try Sandbox.withBranch()
    for title in ["甲", "乙", "丙"] {
      try sandbox.add(
        "%rec: honor\n\nOrganization: Q1\nDate: 2026-05-04\nLevel: 监狱\nTitle: \(title)\n")
    }
    try sandbox.replace("Title: 乙", with: "Title: 已", in: Self.file)
    let damaged = try sandbox.bytes(Self.file)
    let corrected = try sandbox.add(
      "%rec: honor\n\nCorrects: Q1-honor-2026-li-0001\nReason: 笔误\nOrganization: Q1\n"
        + "Date: 2026-05-04\nLevel: 监狱\nTitle: 甲等\n")
    let withdrawn = try sandbox.add(
      "%rec: honor\n\nWithdraws: Q1-honor-2026-li-0003\nReason: 重复\n")
    #expect(corrected + withdrawn == ["Q1-honor-2026-li-0004", "Q1-honor-2026-li-0005"])
    let archive = try sandbox.archive()
    #expect(
      Set((corrected + withdrawn).map { archive.record(Reference($0))?.file })
        == ["organizations/Q1/honor-2026.li+2.rec"])
    #expect(try sandbox.bytes(Self.file) == damaged)
    #expect(archive.folded(type: "honor").map { $0.first("Title") } == ["甲等"])
    // The altered record itself does not count, so there is nothing to correct.
    let result = EntryCheck(archive).check(
      Array("%rec: honor\n\nWithdraws: Q1-honor-2026-li-0002\nReason: 重复\n".utf8),
      source: "a.rec", today: try day("2026-11-20"))
    #expect(result.faults.map(\.problem) == [.damagedTarget("Q1-honor-2026-li-0002")])
  }
}

extension Sandbox {
  func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(self.path)/\(path)")))
  }

  /// Writes bytes behind the end of a file, as an interrupted write or an editor would.
  func put(_ bytes: [UInt8], behind path: String) throws {
    let whole = try self.bytes(path) + bytes
    try Data(whole).write(to: URL(fileURLWithPath: "\(self.path)/\(path)"))
  }

  /// Alters a file as an editor would.
  func replace(_ text: String, with other: String, in path: String) throws {
    let whole = String(decoding: try bytes(path), as: UTF8.self)
    try Data(whole.replacing(text, with: other).utf8)
      .write(to: URL(fileURLWithPath: "\(self.path)/\(path)"))
  }
}
