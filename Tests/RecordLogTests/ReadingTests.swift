import Glibc
import Testing

@testable import RecordLog

@Suite("Reading: never a wrong record accepted") struct ReadingTests {
  private let name = LogFileName(
    organization: "Q1", isRestricted: false, type: "activity", year: 2026, writer: "zhang",
    continuation: 1)

  @Test func zeroFilledTailIsTorn() throws {
    let bytes = try Bench().threeRecords()
    let file = LogFile(
      name: name, bytes: bytes + Array(repeating: 0, count: 512), modified: 0)
    #expect(file.records.count { $0.isIntact } == 3)
    guard case .tornTail(_, bytes: 512) = file.condition else {
      Issue.record("\(file.condition)")
      return
    }
  }

  @Test func anAlteredBodySpoilsOneRecordAnAlteredSumTwo() throws {
    let text = String(decoding: try Bench().threeRecords(), as: UTF8.self)
    let body = text.replacing("Title: 一", with: "Title: 七")
    let file = LogFile(name: name, bytes: Array(body.utf8), modified: 0)
    #expect(file.records.map(\.isIntact) == [false, true, true])
    #expect(file.condition == .damaged(line: 3))
    let sum = try #require(LogFile(name: name, bytes: Array(text.utf8), modified: 0).records.first)
      .sum
    let other = LogFile(
      name: name, bytes: Array(text.replacing(sum, with: Chain.zeros).utf8), modified: 0)
    #expect(other.records.map(\.isIntact) == [false, false, true])
  }

  @Test func anAlteredLastRecordIsDamageNotATornTail() throws {
    let text = String(decoding: try Bench().threeRecords(), as: UTF8.self)
    let file = LogFile(
      name: name, bytes: Array(text.replacing("Title: 三", with: "Title: 九").utf8), modified: 0)
    #expect(file.records.map(\.isIntact) == [true, true, false])
    #expect(file.condition == .damaged(line: 23))
  }

  @Test(arguments: [
    ("Q1 activity", "Q2 activity"), ("2026 zhang", "2025 zhang"), ("zhibu 1", "zhibu 0"),
    ("zhang prev", "zhang+2 prev"), ("# zhibu", "#  zhibu"), ("zhibu 1", "zhibu 02"),
  ])
  func aHeaderThatDoesNotBelongToThePathSpoilsTheFile(_ before: String, after: String) throws {
    let text = String(decoding: try Bench().threeRecords(), as: UTF8.self)
    let file = LogFile(
      name: name, bytes: Array(text.replacing(before, with: after, maxReplacements: 1).utf8),
      modified: 0)
    #expect(file.condition == .badHeader)
    #expect(file.records.allSatisfy { !$0.isIntact })
  }

  @Test func recordsGiveTheirFields() throws {
    let bench = try Bench()
    _ = try bench.store.append(
      [
        NewRecord(
          type: "review", organization: "Q1",
          fields: [
            Field("Item", "1"), Field("By", "人工"), Field("Text", "甲\n\n乙: 丙"), Field("Item", "2"),
          ])
      ], by: bench.zhang, at: Bench.moment)
    let file = try bench.file("organizations/Q1/review-2026.zhang.rec")
    let record = try #require(file.records.first)
    #expect(record.id == "Q1-review-2026-zhang-0001")
    #expect(record.identifier == RecordIdentifier("Q1-review-2026-zhang-0001"))
    #expect(record.by == "Q1M01(张明)")
    #expect(record.at == Bench.moment)
    #expect(record.sum == file.lastSum)
    #expect(record.type == "review")
    #expect(record.organizationFolder == "Q1")
    #expect(record.line == 3)
    #expect(record.first("Text") == "甲\n\n乙: 丙")
    #expect(record.all("Item") == ["1", "2"])
    #expect(record.all("By") == ["人工", "Q1M01(张明)"])
    #expect(record.first("Nothing") == nil)
    let name = "Text"
    #expect(record.first(name) == "甲\n\n乙: 丙")
    #expect(
      record.fields.map(\.name) == ["Id", "Item", "By", "Text", "Item", "By", "At", "Sum"])
    var lines: [Int] = []
    record.forEachField { _, _, line in lines.append(line) }
    #expect(lines == [3, 4, 5, 6, 9, 10, 11, 12])
    #expect(record.text.hasPrefix("Id: Q1-review-2026-zhang-0001\nItem: 1\n"))
    #expect(record.text.hasSuffix("Sum: \(file.lastSum)\n"))
  }

  @Test("what reading leaves out is said once and as a look at the folders says it")
  func leftOut() throws {
    let bench = try Bench()
    _ = try bench.threeRecords()
    let folder = bench.folder.path + "/organizations/Q1/"
    #expect(symlink("/etc/passwd", folder + "review-2026.zhang.rec") == 0)
    #expect(mkfifo(folder + "plan-2026.zhang.rec", 0o600) == 0)
    // A folder named as a file, and a link in place of a folder, are no files of the log.
    bench.folder.makeFolder("organizations/Q1/matter-2026.zhang.rec")
    #expect(symlink(folder, bench.folder.path + "/organizations/Q2") == 0)
    // Nor is a file in the place of a folder.
    try bench.folder.write("x", to: "organizations/Q3")
    try bench.folder.write("x", to: "organizations/readme")
    let reading = try bench.store.readWithUnreadable()
    #expect(reading.files.map(\.path) == [Bench.activityPath])
    let own = [
      Finding(
        file: "organizations/Q1/matter-2026.zhang.rec", line: 0, kind: .unreadable(code: EISDIR)),
      Finding(file: "organizations/Q1/plan-2026.zhang.rec", line: 0, kind: .notAFile),
      Finding(file: "organizations/Q1/review-2026.zhang.rec", line: 0, kind: .link),
    ]
    let others = [
      Finding(file: "organizations/Q2", line: 0, kind: .link),
      Finding(file: "organizations/Q3", line: 0, kind: .notAFolder),
    ]
    #expect(reading.unreadable == own + others)
    #expect(try bench.store.unreadable() == own + others)
    // One organisation's own files tell of themselves, a search of every folder and what it sought.
    #expect(try bench.store.readWithUnreadable(organization: "Q1").unreadable == own)
    #expect(try bench.store.readWithUnreadable(organization: "Q3").unreadable == [others[1]])
    let search = try bench.store.searchWithUnreadable(for: "第一行") { $1 == "plan" }
    #expect(search.hits.isEmpty)
    #expect(Set(search.unreadable) == Set([own[0], own[1]] + others))
  }

  @Test("two pieces of work are done once each, whichever thread does them")
  func both() {
    let counts = (0..<50).map { number in
      Parallel.both({ number }, { number * number })
    }
    #expect(counts.map(\.0) == Array(0..<50))
    #expect(counts.map(\.1) == (0..<50).map { $0 * $0 })
  }
}
