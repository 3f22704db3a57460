import Archive
import OrganizationLife
import Testing

@testable import Interface

/// What stands beside the main menu before everything was read.
struct FirstScreenTests {
  private func panel(_ place: String, of archive: Archive) throws -> [String] {
    var browsing = try Browsing(archive: archive)
    browsing.context.scope = try Browsing.organization(place)
    return DuePanel.lines(in: browsing.context, columns: 56).map(\.text)
  }

  @Test("A branch's first screen from its own files alone is that of the whole ledger")
  func branch() throws {
    let (part, whole) = try SampleLedger.written { store in
      let branch = try Browsing.organization("Q1")
      return (
        try PartialOpening(of: store).branch(branch, on: #require(Day("2026-11-20"))),
        try Archive.open(store)
      )
    }
    #expect(!part.isWhole && whole.isWhole)
    #expect(part.storedRecords < whole.storedRecords)
    // What is said of damage and of conflicts in the store is said when all was read.
    let lines = try panel("Q1", of: part)
    #expect(lines.count > 5)
    #expect(lines == (try panel("Q1", of: whole)))
  }

  @Test("Above branches nothing is counted before everything was read")
  func committee() throws {
    let committee = try Browsing.organization("Y1")
    let (part, whole) = try SampleLedger.written { store in
      (try PartialOpening(of: store).folder(of: committee), try Archive.open(store))
    }
    #expect(part.storedRecords == 1)
    let day = try #require(Day("2026-11-20"))
    #expect(
      part.ledger.organization(committee, on: day) == whole.ledger.organization(committee, on: day))
    #expect(try panel("Y1", of: part) == ["正在读取全部记录,数字随后显示"])
    #expect(try panel("Y1", of: whole).count > 3)
  }
}
