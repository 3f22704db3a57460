import Testing

@testable import RecordLog

@Suite("Searching the log") struct SearchTests {
  /// What a plain walk over every record finds.
  private func expected(_ text: String, in files: [LogFile]) -> [SearchHit] {
    files.flatMap { file in
      file.records.filter(\.isIntact).compactMap { record -> SearchHit? in
        let bytes = Array(record.text.utf8)
        var places: [Int] = []
        var start = 0
        while start + text.utf8.count <= bytes.count {
          if bytes[start...].starts(with: text.utf8) {
            places.append(record.byteRange.lowerBound + start)
            start += text.utf8.count
          } else {
            start += 1
          }
        }
        guard !places.isEmpty else { return nil }
        return SearchHit(
          file: record.file, id: record.id, line: record.line, byteRange: record.byteRange,
          places: places)
      }
    }
  }

  @Test(arguments: ["防汛", "第", "汛汛", "Q1M01", "第三行\nBy", "没有", "", "一"])
  func findsWhatAWalkOverEveryRecordFinds(_ text: String) throws {
    let bench = try Bench()
    let others = (10..<30).map { "R\($0)" }
    for organization in ["Q1", "Q2"] + others {
      _ = try bench.store.append(
        ["防汛", "汛汛汛汛汛", "一一"].map { Bench.activity($0, organization: organization) },
        by: organization == "Q2" ? bench.wang : bench.zhang, at: Bench.moment)
    }
    let hits = try bench.store.search(for: text)
    let isOneLine = !text.isEmpty && !text.contains("\n")
    #expect(hits == (isOneLine ? expected(text, in: try bench.store.read()) : []))
    #expect(hits.isEmpty == (!isOneLine || text == "没有"))
    let some = try bench.store.search(for: text) { organization, _ in organization == "Q2" }
    #expect(some == hits.filter { $0.file.hasPrefix("organizations/Q2/") })
  }

  @Test func findsNothingThatIsNotARecord() throws {
    let bench = try Bench()
    var text = String(decoding: try bench.threeRecords(), as: UTF8.self)
    text = text.replacing("Title: 二", with: "Title: 五")
    try bench.folder.write(text + "Id: 手写 五\n", to: Bench.activityPath)
    // The altered record, the tail and the header hold it; the records beside them are found.
    #expect(try bench.store.search(for: "五").isEmpty)
    #expect(try bench.store.search(for: "prev=").isEmpty)
    #expect(try bench.store.search(for: "Title").map(\.line) == [3, 23])
  }

  @Test func goingThroughFilesIsReadingThem() throws {
    let bench = try Bench()
    for number in 10..<40 {
      _ = try bench.store.append(
        [Bench.activity("会\(number)", organization: "R\(number)")], by: bench.zhang,
        at: Bench.moment)
    }
    let read = try bench.store.read().map { [$0.path] + $0.records.map(\.text) }
    #expect(read.count == 30)
    let mapped = try bench.store.mapFiles { [$0.path] + $0.records.map(\.text) }
    #expect(mapped == read)
    let some = try bench.store.mapFiles {
      organization, type in
      organization == "R11" && type == "activity"
    } _: {
      $0.path
    }
    #expect(some == ["organizations/R11/activity-2026.zhang.rec"])
  }
}
