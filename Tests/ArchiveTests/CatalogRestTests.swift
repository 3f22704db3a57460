import Foundation
import OrganizationLife
import RecordLog
import Testing

@testable import Archive

/// Of what is wrong in a catalogue only that part is left out without which the rest means the
/// same; every fault says what follows.
@Suite("What holds of a catalogue with faults") struct CatalogRestTests {
  private func read(_ text: String) -> (catalog: Catalog, faults: [CatalogFault]) {
    CatalogReader.read([("catalog/a.rec", Array(text.utf8))])
  }

  private func effects(_ faults: [CatalogFault]) -> [String] {
    faults.map { "\($0.line) \($0.effect)" }
  }

  private static let second = CatalogTests.step.replacing("一", with: "二")

  struct Row: Sendable {
    var note: String
    /// What is put behind the first of two steps, which begins at line 13.
    var lines: String
    var faults: [String]
    /// What the procedure still is, in words.
    var rest: String
  }

  static let rows: [Row] = [
    Row(note: "nothing wrong", lines: "", faults: [], rest: "一[] 二[]"),
    Row(
      note: "one bound of two", lines: "Bound: 二 >= 半载\nBound: 二 <= 3个月\n",
      faults: ["20 lineOut"], rest: "一[二 nil 3个月] 二[]"),
    Row(
      note: "a meaning given twice with two values", lines: "Meaning: 介绍信\nMeaning: 回执\n",
      faults: ["21 lineOut"], rest: "一[] 二[]"),
    Row(
      note: "a meaning given twice and the same", lines: "Meaning: 介绍信\nMeaning: 介绍信\n",
      faults: ["21 lineOut"], rest: "一[]介绍信 二[]"),
    Row(
      note: "a repetition given twice", lines: "Every: 6个月\nEvery: 1年\n", faults: ["21 lineOut"],
      rest: "一[] 二[]"),
    Row(
      note: "a meaning that is none", lines: "Meaning: 运气\n", faults: ["20 lineOut"],
      rest: "一[] 二[]"),
    Row(
      note: "optional or not", lines: "Optional: 也许\n", faults: ["20 taken(\"是\")"],
      rest: "一[]? 二[]"),
    Row(
      note: "days that nobody can read put the step out", lines: "Until: 某日\n",
      faults: ["20 entryOut"], rest: "二[]"),
    Row(
      note: "on or off: the step is out", lines: "Enabled: 也许\n", faults: ["20 entryOut"],
      rest: "二[]"),
    Row(
      note: "a step that is not there", lines: "After: 零\nAfter: 二\n", faults: ["20 lineOut"],
      rest: "一[]<二 二[]"),
    Row(
      note: "an hour that is none", lines: "LeastHours: 很多\nLeastDays: 3\n",
      faults: ["20 lineOut"], rest: "一[]3天 二[]"),
  ]

  @Test(arguments: rows)
  func procedures(row: Row) throws {
    let text =
      "\(CatalogTests.course)\n%rec: step\n\n\(CatalogTests.step)\(row.lines)\n\(Self.second)"
    let (catalog, faults) = read(text)
    #expect(effects(faults) == row.faults, "\(row.note)")
    let procedure = try #require(catalog.procedures.first, "\(row.note)")
    let steps = procedure.steps.map { step in
      let bounds = step.bounds.map { bound in
        let times = [bound.least, bound.most].map { $0.map { "\($0)" } ?? "nil" }
        return "\(bound.from) \(times.joined(separator: " "))"
      }
      return step.id + "[\(bounds.joined(separator: ";"))]" + (step.meaning?.rawValue ?? "")
        + step.after.map { "<\($0)" }.joined() + (step.isOptional ? "?" : "")
        + (step.leastDays.map { "\($0)天" } ?? "")
    }
    #expect(steps.joined(separator: " ") == row.rest, "\(row.note)")
  }

  @Test("two steps that wait for each other: one wait is left out, which is said")
  func aCircle() throws {
    let text =
      "\(CatalogTests.course)\n%rec: step\n\n\(CatalogTests.step)After: 二\n\n"
      + "\(Self.second)After: 一\n"
    let (catalog, faults) = read(text)
    #expect(effects(faults) == ["20 lineOut"])
    #expect(catalog.procedures.first?.steps.map(\.after) == [[], ["一"]])
  }

  @Test(arguments: [
    ("For: 党支部\nFor: 党部\nEvery: 月\nTimes: 1\n", ["21 lineOut"], "月 1 党支部"),
    ("For: 党部\nEvery: 月\nTimes: 1\n", ["20 entryOut"], nil),
    ("For: 党支部\nTimes: 1\n", ["13 entryOut"], nil),
    ("For: 党支部\nEvery: 月\nEvery: 年\nTimes: 1\n", ["22 entryOut"], nil),
    ("For: 党支部\nEvery: 月\nEvery: 月\nTimes: 1\n", ["22 lineOut"], "月 1 党支部"),
    ("For: 党支部\nEvery: 月\nTimes: 1\nFullMembersBelow: 七\n", ["23 entryOut"], nil),
    // Whether it is on nobody can say.
    ("For: 党支部\nEvery: 月\nTimes: 1\nEnabled：否\n", ["23 entryOut"], nil),
    ("For: 党支部\nEvery: 月\nTimes: 1\nKind: 乙\n", ["23 lineOut"], "月 1 党支部"),
    // Blanks that nobody sees are nothing.
    ("For:  党支部\nEvery: 月 \nTimes:  1\n", [], "月 1 党支部"),
    ("For: 党支部\nEvery: 月\nTimes: 1\nLecturer: 书记\nLecturer: 委员\n", ["24 entryOut"], nil),
  ])
  func obligations(lines: String, wrong: [String], rest: String?) {
    let (catalog, faults) = read(CatalogTests.held + CatalogTests.duty + lines)
    #expect(effects(faults) == wrong, "\(lines)")
    let found = catalog.obligations.first.map { duty in
      "\(duty.frequency.rawValue) \(duty.times) \(duty.levels.map(\.rawValue).joined())"
    }
    #expect(found == rest, "\(lines)")
  }

  @Test("how binding, if it cannot be read, is no more than the unit's own")
  func level() {
    let duty = CatalogTests.duty.replacing("Level: 本单位规定", with: "Level: 大家规定")
    let (catalog, faults) = read(CatalogTests.held + duty + "For: 党支部\nEvery: 月\nTimes: 1\n")
    #expect(effects(faults) == ["16 taken(\"本单位规定\")"])
    #expect(catalog.obligations.map(\.level) == [.local])
  }

  @Test("a kind stays when what may be left out is wrong; who may see it is not guessed")
  func kinds() {
    let (catalog, faults) = read(
      "%rec: kind\n\n\(CatalogTests.kind)Restricted: 也许\nHours: 两\nNumbered: 也许\n")
    #expect(effects(faults) == ["11 taken(\"否\")", "9 taken(\"是\")", "10 lineOut"])
    #expect(catalog.kinds.map(\.isRestricted) == [true])
    #expect(catalog.kinds.map(\.isNumbered) == [false])
    #expect(catalog.kinds.map(\.hours) == [nil])
  }

  @Test("a line of a checklist whose answer cannot be read is answered by hand")
  func items() {
    for answer in ["Answer: 也许", "Answer: 义务 乙", "Answer: 条件 运气", "Answer: 人工\nAnswer: 条件 名册"] {
      let (catalog, faults) = read(
        "\(CatalogTests.list)%rec: item\n\n\(CatalogTests.item)\(answer)\n")
      #expect(faults.map(\.effect) == [.byHand], "\(answer)")
      #expect(catalog.checklists.first?.items.map(\.source) == [.manual], "\(answer)")
    }
  }

  @Test("a file that is gone or emptied is named; what came later is only missed when emptied")
  func lacking() {
    func named(_ files: [(path: String, bytes: [UInt8])]) -> [String] {
      CatalogReader.lacking(in: files).map { fault in
        if case .noEntries(_, let isFileThere) = fault.problem {
          "\(fault.path) \(isFileThere)"
        } else {
          fault.path
        }
      }
    }
    let files = BuiltIn.files(in: "catalog")
    #expect(named(files) == [])
    for path in ["catalog/kind.rec", "catalog/obligation.rec", "catalog/checklist.rec"] {
      #expect(named(files.filter { $0.path != path }) == ["\(path) false"])
    }
    // Files that come without entries lack nothing.
    let filled = files.filter { !CatalogEntry.read([$0]).isEmpty }.map(\.path)
    #expect(filled.count == files.count - 3)
    for path in filled {
      let emptied = files.map { $0.path == path ? ($0.path, Array("# 空\n".utf8)) : $0 }
      #expect(named(emptied) == ["\(path) true"])
      #expect(CatalogReader.standIns(for: emptied).isEmpty)
    }
    #expect(named(files.filter { $0.path != "catalog/procedure.rec" }) == [])
  }

  @Test("a folder in the place of a file is said once, as what it is")
  func folder() throws {
    let sandbox = try Sandbox.withBranch()
    let path = "\(sandbox.store.root)/catalog/kind.rec"
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    let said = try sandbox.archive().notices.compactMap { notice -> CatalogFault.Problem? in
      guard case .catalog(let fault) = notice, fault.path == "catalog/kind.rec" else { return nil }
      return fault.problem
    }
    #expect(said == [.isFolder])
  }
}
