import Archive
import OrganizationLife
import RecordLog
import Testing

@Suite("Changing a catalogue") struct CatalogChangeTests {
  private let builtIn = BuiltIn.files(in: "catalog")

  private func text(_ files: [(path: String, bytes: [UInt8])], _ path: String) throws -> String {
    String(decoding: try #require(files.first { $0.path == path }).bytes, as: UTF8.self)
  }

  private func entry(_ type: String, _ id: String, in text: CatalogText) throws -> CatalogEntry {
    try #require(text.entries.last { $0.key == CatalogEntry.Key(type: type, id: id) })
  }

  @Test func whatIsNotChangedStaysByteByByte() {
    let files = CatalogText(builtIn).files
    #expect(files.map(\.path) == builtIn.map(\.path))
    #expect(files.map(\.bytes) == builtIn.map(\.bytes))
  }

  @Test func anEntryGoesOnFromADay() throws {
    var text = CatalogText(builtIn)
    let lesson = try entry("obligation", "党课", in: text)
    let fields = lesson.record.fields.map { $0.name == "Every" ? Field("Every", "月") : $0 }
    text.carryOn(lesson, with: fields, from: try day("2027-01-01"))
    let (catalog, faults) = CatalogReader.read(text.files)
    #expect(faults == [])
    let found = catalog.obligations.filter { $0.id == "党课" }
    #expect(found.map(\.frequency) == [.quarter, .month])
    #expect(found.map { $0.validity.until?.description } == ["2026-12-31", nil])
    // Nothing but the day and the new entry was added.
    let before = try self.text(builtIn, "catalog/obligation.rec")
    let after = try self.text(text.files, "catalog/obligation.rec")
    let removed = after.split(separator: "\n").filter { !before.contains($0) }
    #expect(removed == ["Until: 2026-12-31", "Since: 2027-01-01", "Revision: 2"])
  }

  @Test func anEntryThatHasNotBegunIsRewritten() throws {
    var text = CatalogText(builtIn)
    let lesson = try entry("obligation", "党课", in: text)
    text.carryOn(lesson, with: lesson.record.fields, from: try day("2018-10-28"))
    #expect(CatalogReader.read(text.files).faults == [])
    #expect(text.entries.filter { $0.key == lesson.key }.count == 1)
  }

  @Test func aNewEntryStandsBehindThoseOfItsType() throws {
    var text = CatalogText([("catalog/a.rec", Array(CatalogTests.held.utf8))])
    text.add("kind", [Field("Id", "乙"), Field("Title", "乙\n丙")], comments: ["# 新"])
    text.add("study", [Field("Id", "学时")])
    #expect(text.files.map(\.path) == ["catalog/a.rec", "catalog/study.rec"])
    #expect(
      String(decoding: text.files[0].bytes, as: UTF8.self) == CatalogTests.held.dropLast()
        + "\n# 新\nId: 乙\nTitle: 乙\n+ 丙\n\n")
    #expect(String(decoding: text.files[1].bytes, as: UTF8.self) == "%rec: study\n\nId: 学时\n")
  }

  /// What packs bring and the catalogue itself has not.
  private var ofPacks: Set<CatalogEntry.Key> {
    Set(CatalogPack.all.flatMap(\.entries).map(\.key))
      .subtracting(CatalogEntry.read(builtIn).map(\.key))
  }

  @Test("what a pack's entries said before is taken up by updating, too")
  func earlierPacks() throws {
    let current = PackAddition(CatalogPack.all, to: builtIn).files
    let changed = CatalogEntry.read(BuiltIn.files(in: "earlier")).filter {
      ofPacks.contains($0.key)
    }
    #expect(!changed.isEmpty)
    var text = CatalogText(current)
    for old in changed {
      text.replace(
        try #require(text.entries.last { $0.key == old.key }, "\(old.key)"),
        with: old.record.fields)
    }
    let comparison = CatalogComparison(of: text.files)
    #expect(comparison.differences.map(\.kind) == changed.map { _ in .outdated })
    #expect(comparison.updated().map(\.bytes) == current.map(\.bytes))
  }

  /// The files of the version before: those that it had, with the entries as they were.
  private func earlier() throws -> [(path: String, bytes: [UInt8])] {
    var text = CatalogText(
      builtIn.filter { $0.path != "catalog/procedure.rec" && $0.path != "catalog/study.rec" })
    for old in CatalogEntry.read(BuiltIn.files(in: "earlier")) where !ofPacks.contains(old.key) {
      let now = try #require(text.entries.last { $0.key == old.key }, "\(old.key)")
      text.replace(now, with: old.record.fields)
    }
    for id in ["述职评议", "支部书记述职", "第一议题", "小支部党员大会"] {
      text.replace(try entry("obligation", id, in: text), with: [])
    }
    return text.files
  }

  @Test func anUpdateBringsWhatIsNewAndLeavesWhatTheUnitChanged() throws {
    var own = CatalogText(try earlier())
    let assembly = try entry("obligation", "党员大会", in: own)
    own.set("Times", to: "2", in: assembly)
    own.add(
      "obligation",
      assembly.record.fields.map { $0.name == "Id" ? Field("Id", "本院例会") : $0 },
      comments: ["# 本院"])
    let comparison = CatalogComparison(of: own.files)
    let byKind = Dictionary(grouping: comparison.differences, by: \.kind).mapValues(\.count)
    print("catalogue of the version before: \(byKind)")
    #expect(byKind[.changed] == 1)
    #expect(byKind[.own] == 1)
    #expect((byKind[.missing] ?? 0) >= 35)
    #expect(byKind[.absent] == 4)
    // Of some entries there were several versions before this one.
    let keys = Set(CatalogEntry.read(BuiltIn.files(in: "earlier")).map(\.key))
    #expect(byKind[.outdated] == keys.subtracting(ofPacks).count)

    let updated = comparison.updated()
    let (catalog, faults) = CatalogReader.read(updated)
    #expect(faults == [])
    #expect(catalog.obligations.first { $0.id == "党员大会" }?.times == 2)
    #expect(catalog.obligations.contains { $0.id == "本院例会" })
    #expect(catalog.obligations.first { $0.id == "党委书记党课" }?.lecturer == "书记")
    #expect(catalog.procedures.count == 4)
    #expect(try text(updated, "catalog/obligation.rec").contains("# 本院\nId: 本院例会"))
    // Twice changes no more than once.
    let again = CatalogComparison(of: updated)
    let kinds = again.differences.map(\.kind)
    #expect(kinds == [.changed, .absent, .absent, .absent, .absent, .own])
    #expect(again.updated().map(\.bytes) == updated.map(\.bytes))
    // What the unit has not, and may have deleted, comes when it is asked for.
    let absent = Set(again.differences.filter(\.isUpdatable).map(\.key))
    #expect(absent.count == 4)
    let all = CatalogComparison(of: again.updated(only: absent))
    #expect(all.differences.map(\.kind) == [.changed, .own])
  }

  @Test func whatTheUnitDeletedStaysDeleted() throws {
    var own = CatalogText(builtIn)
    own.replace(try entry("obligation", "谈心谈话", in: own), with: [])
    own.replace(try #require(own.entries.first { $0.key.id == "政治审查" }), with: [])
    let comparison = CatalogComparison(of: own.files)
    #expect(comparison.differences.map(\.kind) == [.absent, .absent])
    #expect(comparison.updated().map(\.bytes) == own.files.map(\.bytes))
    let asked = CatalogEntry.Key(type: "obligation", id: "谈心谈话")
    let updated = comparison.updated(only: [asked])
    #expect(CatalogComparison(of: updated).differences.map(\.key.id) == ["政治审查"])
  }

  @Test func anUpdateOfSomeEntriesLeavesTheOthers() throws {
    let files = try earlier()
    let key = CatalogEntry.Key(type: "obligation", id: "述职评议")
    let updated = CatalogComparison(of: files).updated(only: [key])
    let before = Set(CatalogEntry.read(files).map(\.record.fields))
    let new = CatalogEntry.read(updated).filter { !before.contains($0.record.fields) }
    #expect(new.map(\.key) == [key])
  }

  @Test func thePreviewSaysWhatChangesFromWhen() throws {
    let sandbox = try Sandbox.withBranch()
    let archive = try sandbox.archive()
    var text = CatalogText(archive.catalogFiles)
    let lesson = try entry("obligation", "党课", in: text)
    text.carryOn(
      lesson,
      with: lesson.record.fields.map { $0.name == "Every" ? Field("Every", "月") : $0 },
      from: try day("2027-01-01"))
    let preview = CatalogPreview(from: archive.catalogFiles, to: text.files)
    #expect(preview.faults == [])
    let today = try day("2026-11-20")
    let changes = preview.changes(for: archive.ledger, on: today)
    #expect(changes.map(\.since.description) == ["2027-01-01", "2027-01-01"])
    #expect(
      changes.map(\.kind) == [
        .goesOn(fields: ["Every"]),
        .due(
          before: CatalogChange.Amount(times: 1, frequency: .quarter),
          after: CatalogChange.Amount(times: 1, frequency: .month),
          organizations: [try organization("JG"), try organization("Q1")]),
      ])
    #expect(!changes.contains { $0.concernsPast(before: today) })
  }

  @Test func switchingAnEntryOffIsSaidForWhomItWas() throws {
    let archive = try Sandbox.withBranch().archive()
    var text = CatalogText(archive.catalogFiles)
    text.set("Enabled", to: "否", in: try entry("obligation", "支委会", in: text))
    let today = try day("2026-11-20")
    let changes = CatalogPreview(from: archive.catalogFiles, to: text.files)
      .changes(for: archive.ledger, on: today)
    #expect(
      changes.map(\.kind) == [
        .rewritten(fields: ["Enabled"]),
        .due(
          before: CatalogChange.Amount(times: 1, frequency: .month), after: nil,
          organizations: [try organization("Q1")]),
      ])
    #expect(changes.allSatisfy { $0.concernsPast(before: today) })
  }

  @Test func aFileIsReplacedWholeOrNotAtAll() throws {
    let sandbox = try Sandbox()
    let path = "catalog/study.rec"
    let old = try #require(BuiltIn.bytes(of: path))
    let new = Array("%rec: study\n".utf8)
    #expect(throws: StoreError.changedMeanwhile(path: path)) {
      try sandbox.store.replaceCatalogFiles([
        CatalogReplacement(path: path, bytes: new, expected: new)
      ])
    }
    #expect(throws: StoreError.changedMeanwhile(path: path)) {
      try sandbox.store.replaceCatalogFiles([
        CatalogReplacement(path: path, bytes: new, expected: nil)
      ])
    }
    #expect(throws: StoreError.badPath("schema/dues.rec")) {
      try sandbox.store.replaceCatalogFiles([
        CatalogReplacement(path: "schema/dues.rec", bytes: new, expected: nil)
      ])
    }
    func held() throws -> [UInt8]? {
      try sandbox.store.plainFiles(in: "catalog").first { $0.path == path }?.bytes
    }
    #expect(try held() == old)
    try sandbox.store.replaceCatalogFiles([
      CatalogReplacement(path: path, bytes: new, expected: old)
    ])
    #expect(try held() == new)
    try sandbox.store.replaceCatalogFiles([
      CatalogReplacement(path: "catalog/own.rec", bytes: new, expected: nil)
    ])
    #expect(try sandbox.store.plainFiles(in: "catalog").contains { $0.path == "catalog/own.rec" })
  }
}
