import Glibc
import Testing

@testable import RecordLog

@Suite struct StoreTests {
  private func opening(_ manifest: String) throws -> StoreError? {
    let folder = try TemporaryFolder()
    try folder.write(manifest, to: "zhibu.rec")
    do {
      _ = try Store(opening: folder.path)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    arguments: [
      ("Format: 1\nUnit: 青松监狱\nZone: +08:00\n", nil),
      ("# 说明\n\nUnit: 青松监狱\nFormat: 1\nZone: +08:00\nContact: 二号楼\n", nil),
      (
        "Format: 2\nUnit: 青松监狱\nSomething(new)\n",
        .newerFormat(path: "zhibu.rec", line: 1, format: 2)
      ),
      ("", .manifest(path: "zhibu.rec", line: 1, fault: .missing("Format"))),
      (
        "Unit: 青松监狱\nZone: +08:00\n",
        .manifest(path: "zhibu.rec", line: 1, fault: .missing("Format"))
      ),
      (
        "Format: one\nUnit: 青松监狱\n",
        .manifest(path: "zhibu.rec", line: 1, fault: .badFormat("one"))
      ),
      (
        "Format: 1\nZone: +08:00\n",
        .manifest(path: "zhibu.rec", line: 1, fault: .missing("Unit"))
      ),
      (
        "Format: 1\nUnit: 青松监狱\n",
        .manifest(path: "zhibu.rec", line: 1, fault: .missing("Zone"))
      ),
      (
        "Format: 1\nUnit: 青松监狱\nZone: CST\n",
        .manifest(path: "zhibu.rec", line: 1, fault: .badZone("CST"))
      ),
      (
        "Format: 1\nUnit 青松监狱\nZone: +08:00\n",
        .manifest(path: "zhibu.rec", line: 2, fault: .grammar(.notAField))
      ),
      (
        "Format: 1\nUnit: 甲\nZone: +08:00\n\nFormat: 1\n",
        .manifest(path: "zhibu.rec", line: 5, fault: .severalRecords)
      ),
    ] as [(String, StoreError?)])
  func opens(_ manifest: String, error: StoreError?) throws {
    #expect(try opening(manifest) == error)
  }

  @Test func whatIsNoStoreIsSaidSo() throws {
    let folder = try TemporaryFolder()
    #expect(throws: StoreError.notAStore(path: folder.path)) {
      try Store(opening: folder.path + "//")
    }
    #expect(throws: StoreError.notAStore(path: "/nonexistent/x")) {
      try Store(opening: "/nonexistent/x")
    }
  }

  @Test func creates() throws {
    let folder = try TemporaryFolder()
    let root = folder.path + "/a/b"
    let store = try Store.create(
      at: root, manifest: Manifest(unit: "青松监狱"),
      files: [
        ("schema/activity.rec", Array("%rec: Activity\n".utf8)),
        ("catalog/packs/base.rec", Array("%rec: pack\n\nId: P1\n\n".utf8)),
        ("catalog/kind.rec", []),
      ])
    #expect(store.manifest == Manifest(format: 1, unit: "青松监狱", zone: "+08:00"))
    #expect(try folder.text("a/b/zhibu.rec") == "Format: 1\nUnit: 青松监狱\nZone: +08:00\n\n")
    #expect(
      try store.plainFiles(in: "catalog").map(\.path) == [
        "catalog/kind.rec", "catalog/packs/base.rec",
      ])
    #expect(try store.plainFile("schema/activity.rec") == Array("%rec: Activity\n".utf8))
    try store.replacePlainFile("catalog/kind.rec", with: Array("A: 1\n".utf8))
    #expect(try store.plainFile("catalog/kind.rec") == Array("A: 1\n".utf8))
    #expect(try store.read().isEmpty)
    #expect(store.isWritable)
    #expect(store.isWritable(organization: "Q1"))
    #expect(!store.isWritable(organization: "../Q1"))
    #expect(try store.verify() == [])
    #expect(throws: StoreError.notEmpty(path: root)) {
      try Store.create(at: root, manifest: Manifest(unit: "乙"), files: [])
    }
  }

  @Test(arguments: [
    "zhibu.rec", "catalog/../x.rec", "/catalog/x.rec", "catalog/.x.rec", "catalog//x.rec",
    "catalog/x", "organizations/Q1/x.rec", "catalog/类.rec", "catalog",
  ])
  func refusesPaths(_ path: String) throws {
    let folder = try TemporaryFolder()
    #expect(throws: StoreError.badPath(path)) {
      try Store.create(at: folder.path + "/s", manifest: Manifest(unit: "甲"), files: [(path, [])])
    }
    #expect(!folder.exists("s"))
    let bench = try Bench()
    #expect(throws: StoreError.badPath(path)) { try bench.store.plainFile(path) }
  }

  @Test func readingIsSortedAndChangesNothing() throws {
    let bench = try Bench()
    for organization in ["Q2", "Q10", "Q1"] {
      for author in [bench.zhang, bench.wang] {
        for record in [
          Bench.activity("一", organization: organization),
          Bench.matter("二", organization: organization),
        ] {
          _ = try bench.store.append([record], by: author, at: Bench.moment)
        }
      }
    }
    let list = try run(["sh", "-c", "cd \(bench.folder.path) && find . -type f | xargs sha256sum"])
    let files = try bench.store.read()
    #expect(files.map(\.path) == files.map(\.path).sorted())
    #expect(files.count == 12)
    #expect(files.first?.path == "organizations/Q1/activity-2026.wang.rec")
    #expect(
      try bench.store.read(organization: "Q10").map(\.path)
        == files.map(\.path).filter { $0.contains("/Q10/") })
    #expect(try bench.store.organizationFolders() == ["Q1", "Q10", "Q2"])
    let again = try run(["sh", "-c", "cd \(bench.folder.path) && find . -type f | xargs sha256sum"])
    #expect(list.output == again.output)
  }

  @Test func headsCanBeComputedElsewhere() throws {
    let bench = try Bench()
    _ = try bench.threeRecords()
    _ = try bench.store.append(
      [Bench.matter("甲"), Bench.matter("乙", organization: "Q2")], by: bench.wang, at: Bench.moment)
    let script = #"""
      cd "$1" && for o in organizations/*; do
        h=$(for f in $(find $o -name '*.rec'); do
          echo "$f $(stat -c %s $f) $(grep '^Sum: ' $f | tail -1 | cut -c6-)"
        done | LC_ALL=C sort | sha256sum | cut -c1-64)
        echo "$o $h"
      done > ../heads.$$
      for f in catalog/*.rec; do echo "$f $(sha256sum < $f | cut -c1-64)"; done >> ../heads.$$
      cat ../heads.$$; LC_ALL=C sort ../heads.$$ | sha256sum | cut -c1-64; rm ../heads.$$
      """#
    let lines = try run(["sh", "-c", script, "sh", bench.folder.path]).output
      .split(separator: "\n").map(String.init)
    let heads = try bench.store.heads()
    #expect(
      heads.organizations.map { "organizations/\($0.organization) \($0.head)" }
        == Array(lines.prefix(2)))
    #expect(heads.store == lines.last)
    let file = try #require(heads.organizations.first?.files.first)
    let read = try bench.file()
    #expect(file.description == "\(Bench.activityPath) \(read.size) \(read.lastSum)")
  }

  @Test func aHistoryIsTheSameAsAppending() throws {
    let one = try Bench()
    let two = try Bench()
    var history: [(author: Author, moment: String, record: NewRecord)] = []
    for year in 2024...2026 {
      for month in 1...3 {
        let moment = "\(year)-0\(month)-01T08:00:00+08:00"
        history.append((one.zhang, moment, Bench.activity("\(year)\(month)")))
        history.append((one.wang, moment, Bench.matter("\(year)\(month)", organization: "Q2")))
        history.append((one.zhang, moment, Bench.activity("密", restricted: month == 2)))
        history.append(
          (
            one.zhang, moment,
            NewRecord(type: "member", organization: "Q1", fields: [Field("Name", "甲 ")])
          ))
      }
    }
    history.append((one.zhang, "2025-12-01T08:00:00+08:00", Bench.activity("晚")))
    let identifiers = try one.store.write(history: history)
    var appended: [RecordIdentifier] = []
    for entry in history {
      appended += try two.store.append([entry.record], by: entry.author, at: entry.moment)
    }
    #expect(identifiers == appended)
    let paths = try one.store.read().map(\.path)
    #expect(paths.count == 10)
    #expect(try two.store.read().map(\.path) == paths)
    for path in paths { #expect(try one.folder.bytes(path) == two.folder.bytes(path)) }
    #expect(try one.store.verify() == [])
    #expect(throws: AppendError.self) { try one.store.write(history: history) }
  }
}

@Suite struct DraftBoxTests {
  @Test func keepsReplacesListsAndRemoves() throws {
    let folder = try TemporaryFolder()
    let box = DraftBox(directory: folder.path + "/state/zhibu/drafts")
    #expect(try box.list().isEmpty)
    try box.save(name: "activity-1.rec", bytes: Array("一".utf8))
    try box.save(name: "activity-2.rec", bytes: Array("二".utf8))
    try box.save(name: "activity-1.rec", bytes: Array("三".utf8))
    #expect(try box.load(name: "activity-1.rec") == Array("三".utf8))
    #expect(Set(try box.list().map(\.name)) == ["activity-1.rec", "activity-2.rec"])
    #expect(folder.mode("state/zhibu/drafts/activity-1.rec") == 0o600)
    #expect(folder.mode("state/zhibu/drafts") == 0o700)
    var past = [timeval(tv_sec: 1_000, tv_usec: 0), timeval(tv_sec: 1_000, tv_usec: 0)]
    #expect(utimes("\(box.directory)/activity-1.rec", &past) == 0)
    #expect(try box.list().map(\.name) == ["activity-2.rec", "activity-1.rec"])
    #expect(try box.list().last?.modified == 1_000)
    try box.remove(name: "activity-1.rec")
    try box.remove(name: "activity-1.rec")
    #expect(throws: StoreError.missing(path: "activity-1.rec")) {
      try box.load(name: "activity-1.rec")
    }
    #expect(throws: StoreError.badPath("../x")) { try box.save(name: "../x", bytes: []) }
  }

  @Test("a draft is settled once, by one program at a time")
  func settledOnce() throws {
    let folder = try TemporaryFolder()
    let box = DraftBox(directory: folder.path + "/drafts")
    let other = DraftBox(directory: folder.path + "/drafts")
    try box.save(name: "a", bytes: Array("一".utf8))
    try box.save(name: "b", bytes: Array("二".utf8))
    var settled: [String] = []
    let inner = try box.settling("a") {
      settled.append("first")
      // Another window at the same moment.
      let second: Void? = try? other.settling("a") { settled.append("second") }
      try? box.remove(name: "a")
      return second == nil
    }
    #expect(inner == true)
    #expect(settled == ["first"])
    // One that comes after finds nothing.
    #expect(try other.settling("a", { settled.append("third") }) == nil)
    #expect(try other.settling("b", { settled.append("b") }) != nil)
    #expect(settled == ["first", "b"])
    #expect(try box.list().map(\.name) == ["b"])
  }

  @Test func aFailedSaveKeepsTheOldDraft() throws {
    let folder = try TemporaryFolder()
    let good = DraftBox(directory: folder.path)
    try good.save(name: "a", bytes: Array("旧".utf8))
    for call in [DiskFailure.Call.create, .write, .synchronize, .rename] {
      let bad = DraftBox(
        directory: folder.path,
        disk: FailingDisk { made, _ in made == call ? .error(ENOSPC) : nil })
      #expect(throws: StoreError.self) { try bad.save(name: "a", bytes: Array("新".utf8)) }
      #expect(try good.load(name: "a") == Array("旧".utf8))
      #expect(try folder.names("") == ["a"])
    }
  }
}

@Suite("A copy kept by git lacks empty folders") struct EmptyFolderTests {
  @Test func worksWithoutThem() throws {
    let folder = try TemporaryFolder()
    try folder.write("Format: 1\nUnit: 青松监狱\nZone: +08:00\n", to: "zhibu.rec")
    let store = try Store(opening: folder.path)
    #expect(try store.read().isEmpty)
    #expect(try store.plainFiles(in: "catalog").isEmpty)
    #expect(try store.verify() == [])
    #expect(try store.completePending() == [])
    #expect(store.isWritable)
    #expect(store.isWritable(organization: "Q1"))
    let author = try #require(Author(writer: "zhang", by: "Q1M01(张明)"))
    let identifiers = try store.append(
      [Bench.activity("一"), Bench.matter("二", organization: "Q2")], by: author, at: Bench.moment)
    #expect(identifiers.count == 2)
    #expect(try store.verify() == [])
  }
}
