import Testing

@testable import RecordLog

/// Records of one command that name each other, which have no ids before they are written.
@Suite("Links within a command") struct LinkTests {
  private func record(_ type: String, _ title: String, links: [RecordLink] = []) -> NewRecord {
    var record = NewRecord(
      type: type, organization: "Q1", fields: [Field("Title", title)])
    record.links = links
    return record
  }

  @Test func theIdOfAnotherRecordIsWrittenBehindTheFields() throws {
    let bench = try Bench()
    _ = try bench.store.append([record("review", "先")], by: bench.zhang, at: Bench.moment)
    let identifiers = try bench.store.append(
      [
        record("review", "检查"),
        record("matter", "问题一", links: [RecordLink("Source", to: 0, suffix: "#3")]),
        record("matter", "问题二", links: [RecordLink("Source", to: 1), RecordLink("See", to: 3)]),
        record("review", "后"),
      ], by: bench.zhang, at: Bench.moment)
    let review = "Q1-review-2026-zhang-0002"
    #expect(identifiers.first?.description == review)
    let text = try bench.folder.text("organizations/Q1/matter-2026.zhang.rec")
    #expect(text.contains("Title: 问题一\nSource: \(review)#3\nBy: "))
    #expect(
      text.contains(
        "Title: 问题二\nSource: \(identifiers[1])\nSee: Q1-review-2026-zhang-0003\nBy: "))
    #expect(try bench.store.verify() == [])
  }

  @Test(arguments: [
    RecordLink("Source", to: 2), RecordLink("Source", to: -1),
    RecordLink("source", to: 0),
  ])
  func aLinkToNothingWritesNothing(link: RecordLink) throws {
    let bench = try Bench()
    #expect(throws: AppendError.badFieldName(record: 1, link.name)) {
      try bench.store.append(
        [record("review", "检查"), record("matter", "问题", links: [link])], by: bench.zhang,
        at: Bench.moment)
    }
    #expect(!bench.folder.exists("organizations/Q1/review-2026.zhang.rec"))
  }
}
