import Glibc
import Testing

@testable import RecordLog

@Suite("What others put into a store") struct HostilePendingTests {
  /// A pending file of the form that is carried out, with one section.
  private func pending(_ path: String, _ bytes: [UInt8]) throws -> [UInt8] {
    let name = try #require(LogFileName(path: path))
    return PendingFile(sections: [.init(name: name, bytes: bytes)]).bytes
  }

  /// The next record behind zhang's three, as a command of zhang's would finish it.
  private func fourth(_ bench: Bench, number: Int = 4) throws -> [UInt8] {
    let file = try bench.file()
    var target = AppendTarget(
      existing: file.name, size: file.size,
      scan: try bench.folder.bytes(Bench.activityPath).withUnsafeBytes {
        LogScanner.scan($0, name: file.name)
      }, bytes: try bench.folder.bytes(Bench.activityPath))
    target.append(
      Bench.activity("四"), identifier: file.name.identifier(number), by: bench.zhang.by,
      at: Bench.moment)
    return target.bytes
  }

  @Test("a command's own is completed; under another writer's name it is put aside")
  func writerOfTheName() throws {
    for (name, titles) in [("zhang-1.rec", ["一", "二", "三", "四"]), ("eve-1.rec", ["一", "二", "三"])] {
      let bench = try Bench()
      _ = try bench.threeRecords()
      try bench.folder.write(pending(Bench.activityPath, fourth(bench)), to: "pending/\(name)")
      _ = try bench.store.completePending()
      #expect(try bench.titles() == titles)
      #expect(bench.folder.exists("pending/\(name).aside") == (titles.count == 3))
    }
  }

  @Test("a header or an Id that is not the file's is put aside, and no folder is made")
  func notTheFiles() throws {
    let bench = try Bench()
    _ = try bench.threeRecords()
    let record = try String(decoding: fourth(bench), as: UTF8.self)
    let forged = Array(("# totally bogus header\n\n" + record).utf8)
    try bench.folder.write(
      pending("organizations/ZZZ/activity-2026.zhang.rec", forged), to: "pending/zhang-1.rec")
    let other = record.replacing("Q1-activity-2026-zhang-0004", with: "Q9-activity-2026-zhang-0004")
    try bench.folder.write(
      pending(Bench.activityPath, Array(other.utf8)), to: "pending/zhang-2.rec")
    _ = try bench.store.completePending()
    #expect(try bench.folder.names("pending") == ["zhang-1.rec.aside", "zhang-2.rec.aside"])
    #expect(!bench.folder.exists("organizations/ZZZ"))
    #expect(try bench.titles() == ["一", "二", "三"])
  }

  @Test("a link, a named pipe and something enormous stop nobody") func oddFiles() throws {
    let bench = try Bench()
    _ = try bench.threeRecords()
    let pending = bench.folder.path + "/pending/"
    #expect(symlink("/etc/passwd", pending + "zhang-1.rec") == 0)
    #expect(mkfifo(pending + "zhang-2.rec", 0o600) == 0)
    try bench.folder.write("", to: "pending/zhang-3.rec")
    #expect(truncate(pending + "zhang-3.rec", off_t(1) << 40) == 0)
    #expect(symlink("nowhere", bench.folder.path + "/catalog/zz.rec") == 0)
    #expect(mkfifo(bench.folder.path + "/schema/f.rec", 0o600) == 0)
    _ = try bench.store.append([Bench.activity("四")], by: bench.zhang, at: Bench.moment)
    #expect(try bench.titles() == ["一", "二", "三", "四"])
    #expect(try bench.store.plainFiles(in: "catalog").map(\.path) == ["catalog/kind.rec"])
    #expect(try bench.store.plainFiles(in: "schema").isEmpty)
    #expect(try bench.store.verify().map(\.file).contains("catalog/zz.rec"))
  }

  @Test("what is restricted is not left in pending/ for the group to read") func restricted() throws
  {
    let bench = try Bench()
    let disk = FailingDisk { call, path in
      call == .create && path.contains("restricted/activity") ? .error(EIO) : nil
    }
    let store = try Store(opening: bench.folder.path, disk: disk)
    let records = [Bench.activity("甲", restricted: true), Bench.activity("乙", restricted: true)]
    _ = try? store.append(records, by: bench.zhang, at: Bench.moment)
    for name in try bench.folder.names("pending") {
      #expect(bench.folder.mode("pending/\(name)") == 0o600)
    }
  }

  @Test("numbers that no Id holds and continuations without end are refused")
  func numbers() throws {
    let bench = try Bench()
    _ = try bench.threeRecords()
    try bench.folder.write(
      pending(Bench.activityPath, fourth(bench, number: 999_999_999)), to: "pending/zhang-1.rec")
    _ = try bench.store.completePending()
    #expect(throws: AppendError.numbersExhausted(path: Bench.activityPath)) {
      try bench.store.append([Bench.activity("五")], by: bench.zhang, at: Bench.moment)
    }
    #expect(
      LogFileName(path: "organizations/Q1/activity-2026.zhang+9223372036854775807.rec") == nil)
    #expect(LogFileName(path: "organizations/Q1/activity-2026.zhang+9999.rec") != nil)
  }
}
