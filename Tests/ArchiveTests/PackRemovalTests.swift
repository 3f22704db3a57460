import OrganizationLife
import RecordLog
import Testing

@testable import Archive

@Suite("Packs are switched off and on again, and bring what a unit sees")
struct PackRemovalTests {
  private let core = BuiltIn.files(in: "catalog")

  private func catalog(_ files: [(path: String, bytes: [UInt8])]) -> Catalog {
    CatalogReader.read(files).catalog
  }

  private func isOwed(_ id: String, _ on: String, in catalog: Catalog) throws -> Bool {
    let on = try day(on)
    return catalog.obligations.contains { $0.id == id && $0.validity.contains(on) }
  }

  @Test(
    "kinds of packs stand in the catalogue and are offered where one of their packs is on",
    arguments: [
      ("周例会", ["三维融合"]), ("碰头会", ["乔司"]), ("举荐会", ["乔司"]), ("竞赛", ["湖北", "乔司", "广西"]),
      ("岗位训练", ["广西"]), ("现场观摩", ["三维融合", "湖北"]), ("督学", ["三维融合", "湖北", "湖南"]),
      ("业务导向型学习", ["三维融合"]), ("主题党日", ["三维融合", "湖北", "乔司", "湖南", "广西", ""]),
      ("座谈会", ["三维融合", "湖北", "乔司", "湖南", "广西", ""]),
    ] as [(String, [String])])
  func offered(kind: String, by packs: [String]) throws {
    let today = try day("2026-11-20")
    for pack in CatalogPack.all.map(\.id) + [""] {
      let files = PackAddition([CatalogPack.named(pack)].compactMap { $0 }, to: core).files
      let isOffered = catalog(files).kind(kind)?.isOffered(on: today) ?? false
      #expect(isOffered == packs.contains(pack), "\(kind) with \(pack)")
    }
  }

  @Test("家属鼓劲 and the nomination belong to 乔司 alone")
  func nomination() throws {
    let today = try day("2026-11-20")
    let pack = try #require(CatalogPack.named("乔司"))
    let with = catalog(PackAddition([pack], to: core).files)
    #expect(with.kind("举荐会")?.presets.contains("环节 家属鼓劲") == true)
    #expect(with.procedure("举荐", on: today)?.isOffered(on: today) == true)
    #expect(catalog(core).procedure("举荐", on: today)?.isOffered(on: today) == false)
    // What was begun of it is still known.
    #expect(catalog(core).procedure("举荐", on: today)?.steps.count == 5)
  }

  @Test("what the unit asks for itself can be recorded without the pack")
  func ownObligation() throws {
    var text = CatalogText(core)
    let entry = try #require(
      text.entries.first { $0.key == CatalogEntry.Key(type: "obligation", id: "周例会") })
    text.set("Enabled", to: "是", in: entry)
    #expect(catalog(text.files).kind("周例会")?.isOffered(on: try day("2026-11-20")) == true)
  }

  @Test("from its day on a pack asks for nothing and offers nothing; what others bring stays")
  func off() throws {
    let on = PackAddition(CatalogPack.all, to: core, from: try day("2026-01-01")).files
    let pack = try #require(CatalogPack.named("三维融合"))
    let removal = PackRemoval(
      [pack], in: on, from: try day("2026-11-20"), today: try day("2026-11-20"))
    #expect(removal.packs.map(\.id) == ["三维融合"])
    #expect(
      removal.obligations.sorted()
        == ["业务导向型学习", "党委理论学习中心组学习", "党建+法治+业务周例会", "季度业务目标检查考核"].sorted())
    #expect(removal.kinds.contains("周例会") && !removal.kinds.contains("督学"))
    let read = CatalogReader.read(removal.files)
    #expect(read.faults.isEmpty)
    for (kind, before, after) in [
      ("周例会", true, false), ("业务导向型学习", true, false), ("督学", true, true), ("现场观摩", true, true),
      ("主题党日", true, true),
    ] {
      let entry = try #require(read.catalog.kind(kind))
      #expect(entry.isOffered(on: try day("2026-11-19")) == before, "\(kind)")
      #expect(entry.isOffered(on: try day("2026-11-20")) == after, "\(kind)")
    }
    #expect(try isOwed("业务导向型学习", "2026-11-19", in: read.catalog))
    #expect(try !isOwed("业务导向型学习", "2026-11-20", in: read.catalog))
    #expect(try isOwed("季度现场观摩", "2026-11-20", in: read.catalog))
    let today = try day("2026-11-20")
    #expect(read.catalog.words(for: "Tag", of: "activity", on: today).contains("五学=支部"))
    #expect(!read.catalog.words(for: "Tag", of: "activity", on: today).contains("维度=学用"))
    #expect(read.catalog.checklists.first { $0.id == "融合检查" }?.isOffered(on: today) == false)
    #expect(
      CatalogPack.switchedOn(in: removal.files, on: today).map(\.id) == ["湖北", "乔司", "湖南", "广西"])
    #expect(
      PackRemoval([pack], in: removal.files, from: today, today: try day("2026-11-20")).packs
        .isEmpty)
  }

  @Test("switched on again it holds from then on, and the days between stay without it")
  func onAgain() throws {
    let pack = try #require(CatalogPack.named("三维融合"))
    let on = PackAddition([pack], to: core, from: try day("2026-01-01")).files
    let off = PackRemoval([pack], in: on, from: try day("2026-06-01"), today: try day("2026-11-20"))
      .files
    let again = PackAddition([pack], to: off, from: try day("2026-11-01"))
    #expect(again.conflicts.isEmpty)
    let read = CatalogReader.read(again.files)
    #expect(read.faults.isEmpty)
    for (date, isHeld) in [
      ("2025-12-31", false), ("2026-05-31", true), ("2026-06-01", false), ("2026-10-31", false),
      ("2026-11-01", true), ("2027-01-01", true),
    ] {
      #expect(try isOwed("业务导向型学习", date, in: read.catalog) == isHeld, "\(date)")
    }
    #expect(read.catalog.kind("周例会")?.isOffered(on: try day("2026-10-31")) == false)
    #expect(read.catalog.kind("周例会")?.isOffered(on: try day("2026-11-01")) == true)
    #expect(PackAddition([pack], to: again.files, from: try day("2026-11-20")).added.isEmpty)
  }

  @Test(
    "a pack that is off, or was for a while, is no difference from the program's catalogue",
    arguments: ["2026-01-01", "2026-06-01", "2026-11-20"])
  func noDifference(off: String) throws {
    let pack = try #require(CatalogPack.named("三维融合"))
    let on = PackAddition([pack], to: core, from: try day("2026-01-01")).files
    let removed = PackRemoval([pack], in: on, from: try day(off), today: try day("2026-11-20"))
      .files
    #expect(CatalogComparison(of: removed).differences.map(\.title) == [])
    let again = PackAddition([pack], to: removed, from: try day("2026-12-01")).files
    #expect(CatalogComparison(of: again).differences.map(\.title) == [])
    var text = CatalogText(removed)
    let heading = try #require(text.entries.first { $0.key.type == "pack" })
    text.set("Title", to: "本单位的融合", in: heading)
    #expect(CatalogComparison(of: text.files).differences.map(\.kind) == [.changed])
  }

  @Test("switched off and on again on the same day nothing is left of it")
  func sameDay() throws {
    let pack = try #require(CatalogPack.named("乔司"))
    let on = PackAddition([pack], to: core, from: try day("2026-01-01")).files
    let off = PackRemoval([pack], in: on, from: try day("2026-11-20"), today: try day("2026-11-20"))
      .files
    let again = PackAddition([pack], to: off, from: try day("2026-11-20")).files
    #expect(again.map(\.bytes) == on.map(\.bytes))
  }

  @Test(
    "switched on for an earlier day it is owed from that day on, whatever it was before",
    arguments: [
      // On for a day to come, and off again.
      (["on 2026-12-01", "off 2026-12-02", "on 2026-01-01"], ["2026-01-01"]),
      // On, and another day.
      (["on 2026-06-01", "on 2026-03-01"], ["2026-03-01"]),
      // A later one takes nothing back.
      (["on 2026-03-01", "on 2026-06-01"], ["2026-03-01"]),
      // Gaps before the day stay, those behind it close.
      (
        ["on 2026-01-05", "off 2026-02-01", "on 2026-05-01", "off 2026-06-01", "on 2026-05-15"],
        ["2026-01-05", "-2026-02-01", "2026-05-01"]
      ),
      (
        [
          "on 2026-02-01", "off 2026-03-01", "on 2026-05-01", "off 2026-06-01", "on 2026-01-10",
        ], ["2026-01-10"]
      ),
      (["off 2026-01-01", "on 2026-03-01"], ["2026-03-01"]),
      // A day within a gap, before the last time and before one that ended.
      (
        ["on 2026-01-05", "off 2026-02-01", "on 2026-05-01", "on 2026-03-01"],
        ["2026-01-05", "-2026-02-01", "2026-03-01"]
      ),
      (
        ["on 2026-01-05", "off 2026-02-01", "on 2026-05-01", "off 2026-06-01", "on 2026-03-01"],
        ["2026-01-05", "-2026-02-01", "2026-03-01"]
      ),
    ])
  func earlier(steps: [String], owed: [String]) throws {
    let pack = try #require(CatalogPack.named("乔司"))
    var files = core
    for step in steps {
      let (verb, date) = (step.split(separator: " ")[0], try day(String(step.suffix(10))))
      files =
        verb == "on"
        ? PackAddition([pack], to: files, from: date).files
        : PackRemoval([pack], in: files, from: date, today: try day("2026-11-20")).files
    }
    let read = CatalogReader.read(files)
    #expect(read.faults.isEmpty)
    // `-` is a day from which it is not owed.
    var expected = false
    for date in try day("2026-01-01").number...day("2026-12-31").number {
      let date = Day(number: date)
      if owed.contains(date.description) { expected = true }
      if owed.contains("-\(date)") { expected = false }
      #expect(try isOwed("每周议一议", date.description, in: read.catalog) == expected, "\(date)")
    }
  }

  @Test("what begins earlier is told, and a day that is not taken")
  func told() throws {
    let pack = try #require(CatalogPack.named("乔司"))
    let on = PackAddition([pack], to: core, from: try day("2026-06-01"))
    #expect(on.earlier.isEmpty && on.standing.isEmpty)
    let sooner = PackAddition([pack], to: on.files, from: try day("2026-03-01"))
    #expect(sooner.added.isEmpty)
    #expect(sooner.earlier.map(\.title) == ["每周议一议", "政治生日"])
    let later = PackAddition([pack], to: on.files, from: try day("2026-08-01"))
    #expect(later.files.map(\.bytes) == on.files.map(\.bytes))
    #expect(later.earlier.isEmpty)
    #expect(later.standing.map(\.since) == [try day("2026-06-01")])
  }

  @Test(
    "a planned end goes to another day while the pack is on; what is off stays off",
    arguments: [
      ("2026-12-01", "2026-12-31", "2026-12-31"), ("2026-12-31", "2026-12-01", "2026-12-01"),
      ("2026-12-01", "2026-12-01", "2026-12-01"), ("2026-11-01", "2026-12-31", "2026-11-01"),
    ])
  func plannedEnd(first: String, second: String, end: String) throws {
    let pack = try #require(CatalogPack.named("湖南"))
    let today = try day("2026-11-20")
    let on = PackAddition([pack], to: core, from: try day("2026-01-01")).files
    let off = PackRemoval([pack], in: on, from: try day(first), today: today)
    let again = PackRemoval([pack], in: off.files, from: try day(second), today: today)
    #expect(again.ending.isEmpty == (first != second))
    #expect(again.packs.isEmpty == (end == first))
    let last = try day(end).adding(days: -1)
    #expect(CatalogPack.switchedOn(in: again.files, on: last).map(\.id) == ["湖南"])
    #expect(CatalogPack.switchedOn(in: again.files, on: try day(end)).isEmpty)
  }
}
