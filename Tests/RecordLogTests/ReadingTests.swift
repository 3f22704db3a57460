import Testing

@testable import RecordLog

@Suite("Reading: never a wrong record accepted") struct ReadingTests {
  private let name = LogFileName(
    organization: "Q1", isRestricted: false, type: "activity", year: 2026, writer: "zhang",
    continuation: 1)

  private func accepted(_ bytes: [UInt8]) -> [String] {
    LogFile(name: name, bytes: bytes, modified: 0).records.filter(\.isIntact).map(\.text)
  }

  @Test func truncatedAtEveryByte() throws {
    let bytes = try Bench().threeRecords()
    let whole = LogFile(name: name, bytes: bytes, modified: 0)
    #expect(whole.condition == .intact)
    let texts = whole.records.map(\.text)
    let ends = whole.records.map { $0.byteRange.upperBound + 1 }
    #expect(texts.count == 3)
    #expect(ends.last == bytes.count)
    for length in 0..<bytes.count {
      let file = LogFile(name: name, bytes: Array(bytes[..<length]), modified: 0)
      let expected = ends.count { $0 <= length }
      #expect(file.records.map(\.text) == Array(texts[..<expected]))
      let headerEnd = (ends.first ?? 0) - texts[0].utf8.count - 1
      if length == headerEnd || ends.contains(length) {
        #expect(file.condition == .intact)
      } else if case .tornTail = file.condition {
      } else {
        Issue.record("\(length) bytes: \(file.condition)")
      }
    }
  }

  @Test func flippedAtEveryByte() throws {
    let bytes = try Bench().threeRecords()
    let texts = accepted(bytes)
    for index in bytes.indices {
      for mask: UInt8 in [0x01, 0x20, 0x80, bytes[index] ^ 0x0A, bytes[index]] where mask != 0 {
        var damaged = bytes
        damaged[index] ^= mask
        let file = LogFile(name: name, bytes: damaged, modified: 0)
        let found = file.records.filter(\.isIntact).map(\.text)
        #expect(found.count < 3, "byte \(index)")
        #expect(found.allSatisfy { texts.contains($0) }, "byte \(index)")
        #expect(file.condition != .intact, "byte \(index)")
      }
    }
  }

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

  @Test func anyBytesAreRead() {
    var seed: UInt64 = 11
    let pieces: [[UInt8]] = [
      Array("# zhibu 1 Q1 activity 2026 zhang prev=\(Chain.zeros)".utf8), Array("\n".utf8),
      Array("\n\n".utf8), Array("Id: Q1-activity-2026-zhang-0001\n".utf8),
      Array("Sum: \(Chain.zeros)\n".utf8), Array("+ x\n".utf8), Array("A: b\n".utf8), [0xFF, 0],
      Array("Sum: ".utf8),
    ]
    for _ in 0..<5_000 {
      var bytes: [UInt8] = pieces[0] + pieces[2]
      for _ in 0..<12 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes += pieces[Int(seed >> 33) % pieces.count]
      }
      let file = LogFile(name: name, bytes: bytes, modified: 0)
      #expect(file.records.allSatisfy { !$0.isIntact })
      #expect(file.records.flatMap(\.fields).count >= file.records.count)
      _ = LogInspection(name: name, bytes: bytes, zone: "+08:00")
    }
  }
}
