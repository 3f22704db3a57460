import Glibc
import Testing

@testable import RecordLog

@Suite("Recovery") struct RecoveryTests {
  @Test func appendingAfterATornTailOfAnyLength() throws {
    let bench = try Bench()
    let bytes = try bench.threeRecords()
    let second = try bench.file().records[1].byteRange.upperBound + 1
    let third = bytes.count
    for length in (second + 1)..<third {
      try bench.folder.write(Array(bytes[..<length]), to: Bench.activityPath)
      var notices: [AppendNotice] = []
      let identifiers = try bench.store.append(
        [Bench.activity("新")], by: bench.zhang, at: Bench.moment
      ) { notices.append($0) }
      let file = try bench.file()
      #expect(file.condition == .intact)
      if length >= third - 2 {
        // Only LF is missing: the record was whole.
        #expect(notices == [.tailCompleted(path: Bench.activityPath)])
        #expect(try bench.titles() == ["一", "二", "三", "新"])
        #expect(identifiers.map(\.number) == [4])
      } else {
        #expect(try bench.titles() == ["一", "二", "新"])
        #expect(identifiers.map(\.number) == [3])
        guard case .tailQuarantined(Bench.activityPath, 23, let count, let copy) = notices.first
        else {
          Issue.record("\(notices)")
          return
        }
        #expect(count == length - second)
        #expect(try bench.folder.bytes(copy) == Array(bytes[second..<length]))
        #expect(
          copy.hasPrefix("organizations/Q1/quarantine/activity-2026.zhang.rec.20260312T143000"))
      }
    }
    #expect(try bench.store.verify() == [])
    #expect(try judge("\(bench.folder.path)/\(Bench.activityPath)").hasPrefix("ok 4 records"))
  }

  @Test func aTornHeaderIsWrittenAnew() throws {
    let bench = try Bench()
    let bytes = try bench.threeRecords()
    for length in [0, 1, 40, 101, 102] {
      try bench.folder.write(Array(bytes[..<length]), to: Bench.activityPath)
      _ = try bench.store.append([Bench.activity("新")], by: bench.zhang, at: Bench.moment)
      #expect(try bench.titles() == ["新"])
      #expect(try bench.file().condition == .intact)
    }
  }

  @Test func damageIsLeftAndWritingGoesOnElsewhere() throws {
    let bench = try Bench()
    let text = String(decoding: try bench.threeRecords(), as: UTF8.self)
    let sums = try bench.file().records.map(\.sum)
    try bench.folder.write(text.replacing("Title: 二", with: "Title: 八"), to: Bench.activityPath)
    let damaged = try bench.folder.bytes(Bench.activityPath)
    var notices: [AppendNotice] = []
    let first = try bench.store.append(
      [Bench.activity("四")], by: bench.zhang, at: Bench.moment
    ) { notices.append($0) }
    let path = "organizations/Q1/activity-2026.zhang+2.rec"
    #expect(notices == [.continued(damaged: Bench.activityPath, line: 13, path: path)])
    #expect(first.map(\.description) == ["Q1-activity-2026-zhang-0004"])
    let second = try bench.store.append([Bench.activity("五")], by: bench.zhang, at: Bench.moment)
    #expect(second.map(\.number) == [5])
    #expect(try bench.folder.bytes(Bench.activityPath) == damaged)
    let file = try bench.file(path)
    #expect(file.previousSum == sums[2])
    #expect(file.writer == "zhang")
    #expect(file.continuation == 2)
    #expect(try bench.titles(path) == ["四", "五"])
    #expect(
      try bench.folder.text(path).hasPrefix("# zhibu 1 Q1 activity 2026 zhang+2 prev=\(sums[2])\n"))
    #expect(try judge("\(bench.folder.path)/\(path)").hasPrefix("ok 2 records"))
    #expect(
      try bench.store.verify() == [
        Finding(
          file: Bench.activityPath, line: 13, kind: .edited(id: "Q1-activity-2026-zhang-0002"))
      ])
    // The next year follows the continuation.
    _ = try bench.store.append(
      [Bench.activity("六")], by: bench.zhang, at: "2027-01-05T09:00:00+08:00")
    #expect(
      try bench.file("organizations/Q1/activity-2027.zhang.rec").previousSum
        == bench.file(path).lastSum)
  }

  @Test func anAlteredLastRecordIsNotCutOff() throws {
    let bench = try Bench()
    let text = String(decoding: try bench.threeRecords(), as: UTF8.self)
    let altered = text.replacing("Title: 三", with: "Title: 九")
    try bench.folder.write(altered, to: Bench.activityPath)
    let identifiers = try bench.store.append(
      [Bench.activity("四")], by: bench.zhang, at: Bench.moment)
    #expect(identifiers.map(\.number) == [4])
    #expect(try bench.folder.text(Bench.activityPath) == altered)
  }

  @Test func recoverTouchesOneWriterOnly() throws {
    let bench = try Bench()
    for author in [bench.zhang, bench.wang] {
      _ = try bench.store.append([Bench.activity("一")], by: author, at: Bench.moment)
    }
    let other = "organizations/Q1/activity-2026.wang.rec"
    for path in [Bench.activityPath, other] {
      try bench.folder.write(try bench.folder.bytes(path) + Array("手写\n".utf8), to: path)
    }
    let notices = try bench.store.recover(writer: "zhang", at: Bench.moment)
    #expect(notices.count == 1)
    #expect(try bench.file().condition == .intact)
    #expect(try bench.file(other).condition == .tornTail(line: 13, bytes: 7))
    #expect(
      try bench.store.verify().filter { $0.kind == .tornTail(bytes: 7) }.map(\.file) == [other])
  }

  // MARK: Several files

  private func pending(_ bench: Bench) throws -> (name: String, bytes: [UInt8]) {
    let records = [
      Bench.activity("甲"), Bench.activity("乙"), Bench.matter("丙", organization: "Q2"),
    ]
    // The disk stops at the first append, after the commit. Taking the commit back needs the
    // pending file to be removed: that is forbidden too.
    let stuck = FailingDisk { call, path in
      let isAppend = call == .write && path.hasPrefix("organizations/")
      let isRemoval = call == .remove && path.hasPrefix("pending/")
      return isAppend || isRemoval ? .error(EIO) : nil
    }
    let store = try Store(opening: bench.folder.path, disk: stuck)
    #expect(throws: AppendError.self) {
      try store.append(records, by: bench.zhang, at: Bench.moment)
    }
    let name = try #require(try bench.folder.names("pending").first { $0.hasSuffix(".rec") })
    return (name, try bench.folder.bytes("pending/\(name)"))
  }

  @Test func whatIsPendingIsCompletedOnce() throws {
    let bench = try Bench()
    _ = try bench.threeRecords()
    let (name, bytes) = try pending(bench)
    #expect(try bench.titles() == ["一", "二", "三"])
    #expect(try bench.store.verify().map(\.kind) == [.pending])
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("# zhibu 1 pending\n#> \(Bench.activityPath)\nId: "))
    #expect(text.contains("\n#> organizations/Q2/matter-2026.zhang.rec\n# zhibu 1 Q2 matter"))
    #expect(try bench.store.completePending() == [name])
    #expect(try bench.titles() == ["一", "二", "三", "甲", "乙"])
    #expect(try bench.titles("organizations/Q2/matter-2026.zhang.rec") == ["丙"])
    #expect(try bench.store.completePending() == [])
    // The same file again, as after a crash before its removal.
    try bench.folder.write(bytes, to: "pending/\(name)")
    #expect(try bench.store.completePending() == [name])
    #expect(try bench.titles() == ["一", "二", "三", "甲", "乙"])
    #expect(try bench.titles("organizations/Q2/matter-2026.zhang.rec") == ["丙"])
    #expect(try bench.store.verify() == [])
  }

  @Test func whatIsPendingIsCompletedFromEveryByte() throws {
    let bench = try Bench()
    let before = try bench.threeRecords()
    let (name, bytes) = try pending(bench)
    _ = try bench.store.completePending()
    let after = try bench.folder.bytes(Bench.activityPath)
    let matterPath = "organizations/Q2/matter-2026.zhang.rec"
    let matter = try bench.folder.bytes(matterPath)
    for length in before.count...after.count {
      try bench.folder.write(Array(after[..<length]), to: Bench.activityPath)
      try bench.folder.write(
        Array(matter[..<min(matter.count, length - before.count)]), to: matterPath)
      try bench.folder.write(bytes, to: "pending/\(name)")
      #expect(try bench.store.completePending() == [name])
      #expect(try bench.folder.bytes(Bench.activityPath) == after)
      #expect(try bench.folder.bytes(matterPath) == matter)
    }
    #expect(!bench.folder.exists("organizations/Q1/quarantine"))
    #expect(!bench.folder.exists("organizations/Q2/quarantine"))
  }

  @Test func aWriterCompletesWhatIsPendingFirst() throws {
    let bench = try Bench()
    _ = try bench.threeRecords()
    let (name, _) = try pending(bench)
    var notices: [AppendNotice] = []
    let identifiers = try bench.store.append(
      [Bench.activity("丁")], by: bench.zhang, at: Bench.moment
    ) { notices.append($0) }
    #expect(notices == [.pendingCompleted(name: name)])
    #expect(identifiers.map(\.number) == [6])
    #expect(try bench.titles() == ["一", "二", "三", "甲", "乙", "丁"])
  }

  @Test func whatNoLongerFitsIsPutAside() throws {
    let bench = try Bench()
    _ = try bench.threeRecords()
    let (name, bytes) = try pending(bench)
    try bench.folder.write(bytes, to: "kept")
    #expect(try bench.store.completePending() == [name])
    // An older copy of the file comes back, and is written on.
    let older = try bench.file().records[0].byteRange.upperBound + 1
    let file = Array(try bench.folder.bytes(Bench.activityPath)[..<older])
    try bench.folder.write(file, to: Bench.activityPath)
    _ = try bench.store.append([Bench.activity("别")], by: bench.zhang, at: Bench.moment)
    try bench.folder.write(bytes, to: "pending/\(name)")
    #expect(try bench.store.completePending() == [])
    #expect(try bench.titles() == ["一", "别"])
    #expect(try bench.folder.bytes("pending/\(name).aside") == bytes)
    // So is one that is not whole.
    try bench.folder.write(bytes.dropLast(), to: "pending/wang-1.rec")
    #expect(try bench.store.completePending() == [])
    #expect(bench.folder.exists("pending/wang-1.rec.aside"))
    #expect(try bench.store.verify().filter { $0.kind == .setAside }.count == 2)
  }
}

extension TemporaryFolder {
  fileprivate func write(_ bytes: ArraySlice<UInt8>, to relative: String) throws {
    try write(Array(bytes), to: relative)
  }
}
