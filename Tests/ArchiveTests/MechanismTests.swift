import Foundation
import OrganizationLife
import RecordLog
import Testing

@testable import Archive

/// A row of the table: what records a mechanism, and what finds it again.
private struct MechanismRow {
  enum Finding {
    case line(String)
    case selection(type: String, Selection)
  }

  var name: String
  var finding: Finding
  var text: String

  /// Reads a file of rows, which are parted by `# NAME | HOW`.
  static func read(_ text: String) throws -> [MechanismRow] {
    var rows: [MechanismRow] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("# "), let bar = line.range(of: " | ") else {
        if !rows.isEmpty { rows[rows.count - 1].text += line + "\n" }
        continue
      }
      let how = line[bar.upperBound...].split(separator: " ", maxSplits: 2).map(String.init)
      let finding: Finding =
        how[0] == "报表行"
        ? .line(how[1]) : .selection(type: how[1], try Selection(how[2]))
      rows.append(
        MechanismRow(
          name: String(line[..<bar.lowerBound].dropFirst(2)), finding: finding, text: ""))
    }
    return rows
  }
}

@Suite("What the packs are for, one by one")
struct MechanismTests {
  private func rows(of pack: String) throws -> [MechanismRow] {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Mechanisms/\(pack).rec")
    return try MechanismRow.read(String(contentsOf: path, encoding: .utf8))
  }

  @Test("every mechanism that is told has one row, and there are no others")
  func complete() throws {
    #expect(ToldMechanisms.all.map(\.pack) == CatalogPack.all.map(\.id))
    var count = 0
    for (pack, names) in ToldMechanisms.all {
      #expect(try rows(of: pack).map(\.name).sorted() == names.sorted(), "\(pack)")
      count += names.count
    }
    print("\(count) mechanisms")
  }

  @Test(
    "each has a place on the page of its pack, that of its row", arguments: CatalogPack.all)
  func place(pack: CatalogPack) throws {
    let places = Mechanism.all(of: pack.id)
    #expect(
      places.map(\.name).sorted() == ToldMechanisms.all.first { $0.pack == pack.id }?.names.sorted()
    )
    let rows = try rows(of: pack.id)
    for (row, place) in zip(rows, places) {
      #expect(row.name == place.name)
      #expect(row.text.contains("%rec: \(place.recordType)\n"), "\(row.name)")
      if let kind = place.kind { #expect(row.text.contains(": \(kind)\n"), "\(row.name)") }
      switch row.finding {
      case .line(let line): #expect(place.place == .line(line), "\(row.name)")
      case .selection(let type, let selection):
        guard case .selection(let text) = place.place else {
          Issue.record("\(row.name): a line")
          continue
        }
        #expect(try Selection(text) == selection, "\(row.name)")
        #expect(type == place.recordType || type == "item", "\(row.name)")
      }
    }
  }

  @Test(
    "with its pack alone each is recorded as zhibu add does, and found again",
    arguments: ToldMechanisms.all.map(\.pack))
  func foundAgain(pack: String) throws {
    let addition = PackAddition(
      [try #require(CatalogPack.named(pack))], to: BuiltIn.files(in: "catalog"))
    #expect(addition.conflicts.isEmpty)
    let sandbox = try Sandbox(files: addition.files + BuiltIn.files(in: "schema"))
    try sandbox.add(Sandbox.branch, at: "2026-01-02T09:00:00+08:00", today: "2026-01-02")
    var ids: [String: String] = [:]
    let rows = try rows(of: pack)
    for row in rows {
      var text = row.text
      for (name, id) in ids { text = text.replacing("{\(name)}", with: id) }
      let id = try #require(try sandbox.add(text).first, "\(row.name)")
      ids[row.name] = id
    }
    let archive = try sandbox.archive()
    #expect(!archive.hasCatalogFaults)
    let maker = ReportMaker(archive, on: try day("2026-11-20"))
    let year = Period(.year, containing: try day("2026-11-20"))
    for row in rows {
      let id = try #require(ids[row.name])
      let found: [Reference]
      switch row.finding {
      case .line(let line):
        let definition = try #require(
          maker.catalog.lines.first { $0.id == line }, "\(row.name): \(line)")
        #expect(!definition.reports.isEmpty, "\(row.name): \(line) stands in no report")
        let value = try #require(maker.values(of: definition, for: nil, in: [year]).first)
        #expect((value.number?.thousandths ?? 0) > 0, "\(row.name)")
        found = value.evidence
      case .selection("item", let selection):
        found = selected(selection, archive, "activity", parts: "Item")
      case .selection(let type, let selection):
        found = selected(selection, archive, type, parts: nil)
      }
      #expect(found.contains { $0.recordText == id }, "\(pack): \(row.name)")
    }
  }

  private func selected(
    _ selection: Selection, _ archive: Archive, _ type: String, parts: String?
  ) -> [Reference] {
    archive.folded(type: type, everyStep: true).filter { folded in
      selection.selects { folded.all($0) }
    }.map(\.reference)
  }

  @Test("without the pack none of its own kinds is offered, and its records are refused")
  func withoutPack() throws {
    let plain = try Sandbox.withBranch()
    let catalog = try plain.archive().catalog
    for pack in CatalogPack.all {
      let kinds = pack.entries.filter { $0.key.type == "kind" }.map(\.key.id)
      for kind in kinds { #expect(catalog.kind(kind) == nil, "\(pack.id) \(kind)") }
    }
    let result = EntryCheck(try plain.archive()).check(
      Array("%rec: activity\n\nOrganization: Q1\nKind: 业务导向型学习\nDate: 2026-05-12\n".utf8),
      source: "a.rec", today: try day("2026-11-20"))
    #expect(result.faults.count == 1)
  }
}

@Suite("Packs join a catalogue")
struct CatalogPackTests {
  private let core = BuiltIn.files(in: "catalog")

  @Test("each alone and all together have no faults and no conflicts, and nothing differs after")
  func whole() {
    for packs in CatalogPack.all.map({ [$0] }) + [CatalogPack.all] {
      let addition = PackAddition(packs, to: core)
      #expect(addition.conflicts.isEmpty, "\(packs.map(\.id))")
      #expect(CatalogReader.read(addition.files).faults.isEmpty, "\(packs.map(\.id))")
      #expect(CatalogComparison(of: addition.files).differences.isEmpty, "\(packs.map(\.id))")
      #expect(CatalogPack.switchedOn(in: addition.files).map(\.id) == packs.map(\.id))
      #expect(PackAddition(packs, to: addition.files).added.isEmpty)
    }
  }

  @Test("what the unit has of the same id stays and is said")
  func conflict() throws {
    var files = core
    let own = "\nId: 督学\nTitle: 我们的督学\nShort: 督学\nBody: 自选\nSince: 2020-01-01\nRevision: 1\n"
    let index = try #require(files.firstIndex { $0.path == "catalog/kind.rec" })
    files[index].bytes += Array(own.utf8)
    let addition = PackAddition([try #require(CatalogPack.named("湖南"))], to: files)
    #expect(addition.conflicts.map(\.key.id) == ["督学"])
    let kept = CatalogEntry.read(addition.files).filter {
      $0.key.id == "督学" && $0.key.type == "kind"
    }
    #expect(kept.map(\.title) == ["我们的督学"])
  }

  @Test("obligations of a pack switched on later begin on that day, and that is no difference")
  func later() throws {
    let day = try day("2026-11-20")
    let addition = PackAddition([try #require(CatalogPack.named("三维融合"))], to: core, from: day)
    let obligations = CatalogEntry.read(addition.files).filter {
      $0.key.type == "obligation" && $0.source.contains("三维融合")
    }
    #expect(!obligations.isEmpty)
    #expect(obligations.allSatisfy { $0.since == day })
    #expect(CatalogComparison(of: addition.files).differences.isEmpty)
  }

  @Test("a catalogue without the newer files, and one with other line ends, take a pack")
  func older() throws {
    let lacking: Set<String> = [
      "catalog/pack.rec", "catalog/word.rec", "catalog/published.rec", "catalog/report.rec",
    ]
    let files = core.filter { !lacking.contains($0.path) }
    let addition = PackAddition([try #require(CatalogPack.named("乔司"))], to: files)
    let (catalog, faults) = CatalogReader.read(addition.files)
    #expect(faults.isEmpty)
    #expect(catalog.words.contains { $0.text == "诉求" })
    let reports = ReportReader.read(addition.files).catalog
    #expect(reports.report("公开数据", on: try day("2026-11-20")) != nil)
    #expect(!reports.published.isEmpty)
  }

  struct Verdict: Sendable {
    var records: String
    var published: String
    var verdict: PublishedVerdict
    var isQuoted = false
  }

  @Test(
    "a number with 余 or 近 agrees with what it may be said of",
    arguments: [
      Verdict(records: "14", published: "14", verdict: .equal),
      Verdict(records: "13", published: "14", verdict: .different),
      Verdict(records: "350+", published: "350+", verdict: .equal),
      Verdict(records: "350", published: "350+", verdict: .within),
      Verdict(records: "359", published: "350+", verdict: .within),
      Verdict(records: "360", published: "350+", verdict: .different),
      Verdict(records: "349", published: "350+", verdict: .different),
      Verdict(records: "1999", published: "1000+", verdict: .within),
      Verdict(records: "2000", published: "1000+", verdict: .different),
      Verdict(records: "350+", published: "350", verdict: .different),
      Verdict(records: "299", published: "~300", verdict: .within),
      Verdict(records: "301", published: "~300", verdict: .different),
      Verdict(records: "41.33", published: "41.33", verdict: .quoted, isQuoted: true),
    ])
  func verdicts(row: Verdict) throws {
    let published = PublishedNumber(
      line: "x", pack: "p", number: try #require(ReportNumber(row.published)), quotation: "",
      source: "", isQuoted: row.isQuoted, validity: .always)
    #expect(published.verdict(on: ReportNumber(row.records)) == row.verdict)
  }
}
