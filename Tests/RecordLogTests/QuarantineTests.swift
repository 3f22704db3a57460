import Glibc
import Testing

@testable import RecordLog

@Suite("Quarantine") struct QuarantineTests {
  private static let name = "activity-2026.zhang.rec.20260312T143000"
  private static let folder = "organizations/Q1/quarantine"

  /// Appends text behind the records and lets the writer put it aside.
  private func putAside(
    _ text: String, in bench: Bench, path: String = Bench.activityPath
  ) throws {
    try bench.folder.write(try bench.folder.bytes(path) + Array(text.utf8), to: path)
    _ = try bench.store.recover(writer: "zhang", at: Bench.moment)
  }

  @Test func tailsAreListedWithWhatTheirNamesSay() throws {
    let bench = try Bench()
    _ = try bench.threeRecords()
    try putAside("手写一\n", in: bench)
    try putAside("手写二行\n", in: bench)
    _ = try bench.store.append(
      [Bench.activity("密", restricted: true)], by: bench.zhang, at: Bench.moment)
    try putAside(
      "手写\n", in: bench, path: "organizations/Q1/restricted/activity-2026.zhang.rec")
    let tails = try bench.store.quarantined()
    #expect(
      tails.map(\.path) == [
        "\(Self.folder)/\(Self.name)", "\(Self.folder)/\(Self.name)-2",
        "organizations/Q1/restricted/quarantine/\(Self.name)",
      ])
    #expect(tails.map(\.size) == [10, 13, 7])
    #expect(tails.map(\.isRestricted) == [false, false, true])
    #expect(Set(tails.map(\.organization)) == ["Q1"])
    #expect(Set(tails.map(\.writer)) == ["zhang"])
    #expect(Set(tails.map(\.type)) == ["activity"])
    #expect(Set(tails.map(\.year)) == [2026])
    #expect(Set(tails.map(\.moment)) == ["20260312T143000"])
    #expect(tails[0].file == Bench.activityPath)
    #expect(try bench.store.bytes(of: tails[1]) == Array("手写二行\n".utf8))
  }

  @Test(
    "names that are no waiting tail are passed over",
    arguments: [
      "activity-2026.zhang.rec", "activity-2026.zhang.rec.2026", "\(name).adopted",
      "\(name).dismissed-2", "\(name)-1", "\(name)-02", "\(name)x", ".\(name).12.tmp",
      "activity.zhang.rec.20260312T143000", "activity-2026.zhang.rec.20260312X143000",
      "activity-2026.Zhang.rec.20260312T143000", "notes.txt",
    ])
  func otherNames(name: String) throws {
    let bench = try Bench()
    _ = try bench.threeRecords()
    bench.folder.makeFolder(Self.folder)
    try bench.folder.write("x\n", to: "\(Self.folder)/\(name)")
    #expect(try bench.store.quarantined() == [])
  }

  @Test("settling renames and keeps every byte, also where the name is taken")
  func settling() throws {
    let bench = try Bench()
    _ = try bench.threeRecords()
    for (text, settlement) in [
      ("一\n", QuarantinedTail.Settlement.adopted), ("二\n", .adopted), ("三\n", .dismissed),
    ] {
      try putAside(text, in: bench)
      let tail = try #require(try bench.store.quarantined().first)
      #expect(tail.path == "\(Self.folder)/\(Self.name)")
      try bench.store.settle(tail, as: settlement)
      #expect(try bench.store.quarantined() == [])
      #expect(throws: AppendError.settledBefore(path: tail.path)) {
        try bench.store.settle(tail, as: .dismissed)
      }
    }
    #expect(
      try bench.folder.names(Self.folder) == [
        "\(Self.name).adopted", "\(Self.name).adopted-2", "\(Self.name).dismissed",
      ])
    #expect(try bench.folder.text("\(Self.folder)/\(Self.name).adopted") == "一\n")
    #expect(try bench.folder.text("\(Self.folder)/\(Self.name).adopted-2") == "二\n")
    #expect(try bench.folder.text("\(Self.folder)/\(Self.name).dismissed") == "三\n")
    #expect(try bench.store.verify() == [])
  }

  @Test("adopting appends and settles at once; who comes second writes nothing")
  func adopting() throws {
    let bench = try Bench()
    _ = try bench.threeRecords()
    try putAside("Title: 手写\n", in: bench)
    let tail = try #require(try bench.store.quarantined().first)
    let ids = try bench.store.adopt(
      [Bench.activity("手写"), Bench.matter("其一", organization: "Q2")], from: tail,
      by: bench.wang, at: Bench.moment)
    #expect(
      ids.map(\.description) == ["Q1-activity-2026-wang-0001", "Q2-matter-2026-wang-0001"])
    #expect(try bench.store.quarantined() == [])
    #expect(throws: AppendError.settledBefore(path: tail.path)) {
      try bench.store.adopt(
        [Bench.activity("手写")], from: tail, by: bench.zhang, at: Bench.moment)
    }
    #expect(try bench.titles("organizations/Q1/activity-2026.wang.rec") == ["手写"])
    #expect(try bench.titles() == ["一", "二", "三"])
    #expect(try bench.store.verify() == [])
  }

  @Test("a disk that does not rename leaves the records in the log and says so")
  func notSettled() throws {
    let bench = try Bench()
    _ = try bench.threeRecords()
    try putAside("Title: 手写\n", in: bench)
    let tail = try #require(try bench.store.quarantined().first)
    let stuck = FailingDisk { call, path in
      call == .rename && path.contains("/quarantine/") ? .error(EIO) : nil
    }
    let store = try Store(opening: bench.folder.path, disk: stuck)
    var notices: [AppendNotice] = []
    let ids = try store.adopt(
      [Bench.activity("手写")], from: tail, by: bench.zhang, at: Bench.moment
    ) { notices.append($0) }
    #expect(ids.map(\.number) == [4])
    #expect(notices == [.notSettled(path: tail.path, code: EIO)])
    #expect(try bench.store.quarantined() == [tail])
    #expect(try bench.titles() == ["一", "二", "三", "手写"])
  }

  @Test("a file is shown line by line with what counts in it")
  func text() throws {
    let bench = try Bench()
    let text = String(decoding: try bench.threeRecords(), as: UTF8.self)
    let altered = text.replacing("Title: 二", with: "Title: 八") + "手写\n"
    try bench.folder.write(altered, to: Bench.activityPath)
    let shown = try bench.store.text(of: Bench.activityPath)
    #expect(shown.lines.map(\.text).joined(separator: "\n") + "\n" == altered)
    #expect(shown.lines[0].mark == .header)
    #expect(shown.lines[1].mark == .plain)
    #expect(
      shown.lines.enumerated().compactMap { number, line in line.id.map { "\(number + 1) \($0)" } }
        == [
          "3 Q1-activity-2026-zhang-0001", "13 Q1-activity-2026-zhang-0002",
          "23 Q1-activity-2026-zhang-0003",
        ])
    #expect(Set(shown.lines[2...10].map(\.mark)) == [.counted])
    #expect(Set(shown.lines[12...20].map(\.mark)) == [.notCounted])
    #expect(Set(shown.lines[22...30].map(\.mark)) == [.counted])
    // Damage before it: what stands behind is not put aside, and does not count.
    #expect(shown.lines[32] == FileText.Line(text: "手写", mark: .notCounted, id: nil))
    try bench.folder.write(text + "手写\n", to: Bench.activityPath)
    #expect(try bench.store.text(of: Bench.activityPath).lines[32].mark == .tail)
    for path in ["zhibu.rec", "organizations/Q1/.lock", "../x", "organizations/Q1/a.rec"] {
      #expect(throws: StoreError.badPath(path)) { try bench.store.text(of: path) }
    }
  }

  @Test("files in trouble are named with their records and where writing goes on")
  func trouble() throws {
    let bench = try Bench()
    let text = String(decoding: try bench.threeRecords(), as: UTF8.self)
    #expect(try bench.troubled() == [])
    try bench.folder.write(text.replacing("Title: 二", with: "Title: 八"), to: Bench.activityPath)
    let before = try #require(try bench.troubled().first)
    #expect(before.condition == .damaged(line: 13))
    #expect(before.damaged == [.init(id: "Q1-activity-2026-zhang-0002", line: 13)])
    #expect(before.continuation == "organizations/Q1/activity-2026.zhang+2.rec")
    _ = try bench.store.append([Bench.activity("四")], by: bench.zhang, at: Bench.moment)
    #expect(try bench.troubled().map(\.continuation) == [before.continuation])
    // Nothing is written to a file of a year that has passed.
    #expect(try bench.troubled(year: 2027).map(\.continuation) == [nil])
    try bench.folder.write(text + "手写\n", to: Bench.activityPath)
    let torn = try #require(try bench.troubled().first)
    #expect(torn.isTorn && torn.line == 33 && torn.continuation == nil)
  }
}

extension Bench {
  fileprivate func troubled(year: Int = 2026) throws -> [TroubledFile] {
    TroubledFile.among(try store.read(), year: year)
  }
}
