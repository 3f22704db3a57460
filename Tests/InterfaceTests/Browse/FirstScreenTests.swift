import Archive
import Foundation
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

  @Test(
    "What cannot be read is said before everything was read and after",
    arguments: [
      // Its own records, a folder below it, and what may be one.
      ("Q1", "Q1/activity-2026.limin.rec", 1), ("Q1", "Q1G1", 1), ("Q1", "Q99", 1),
      ("Q1", "Q1G1/organization.limin.rec", 1),
      // What is known to be elsewhere.
      ("Q1", "Q2/activity-2026.limin.rec", 0),
    ])
  func unreadable(place: String, path: String, expected: Int) throws {
    let branch = try Browsing.organization(place)
    let day = try #require(Day("2026-11-20"))
    let (part, whole) = try SampleLedger.written { store in
      let full = "\(store.root)/organizations/\(path)"
      let aside = "\(store.root)/aside"
      // A pipe is what nobody can read, whoever runs the tests.
      if FileManager.default.fileExists(atPath: full) {
        try FileManager.default.moveItem(atPath: full, toPath: aside)
      }
      #expect(mkfifo(full, 0o600) == 0)
      return (
        try PartialOpening(of: store).branch(branch, on: day), try Archive.open(store)
      )
    }
    let sentence = "! 有\(expected)个文件读不了,数字可能不全,按 ! 查看"
    for archive in [part, whole] {
      let lines = try panel(place, of: archive)
      #expect(lines.contains { $0.contains("读不了") } == (expected > 0))
      if expected > 0 { #expect(lines.first == sentence) }
      #expect(archive.unreadable(under: branch).count == expected)
    }
    var browsing = try Browsing(archive: whole)
    browsing.context.scope = branch
    let title = ListContents.of(.reports(branch), in: browsing.context).title
    #expect(title.contains("有1个文件读不了") == (expected > 0), "\(title)")
  }
}
