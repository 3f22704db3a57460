import Glibc
import Testing

@testable import RecordLog

@Suite("Verify: what stands in a store beside its records") struct VerifyStoreTests {
  // MARK: What does not belong

  @Test func whatIsNoFileIsNamedAsWhatItIs() throws {
    let bench = try Bench()
    _ = try bench.threeRecords()
    _ = try bench.store.attach([1], ending: "jpg", organization: "Q1")
    for folder in ["organizations/Q1/quarantine", "organizations/Q1/files/x"] {
      bench.folder.makeFolder(folder)
    }
    let links = [
      "organizations/Q1/matter-2026.zhang.rec", "organizations/Q1/restricted", "organizations/Q9",
      "catalog/more", "organizations/Q1/files/\(Chain.zeros).png", "pending/zhang-1.rec",
      "organizations/Q1/quarantine/x",
    ]
    for path in links {
      #expect(symlink("/etc/passwd", "\(bench.folder.path)/\(path)") == 0)
    }
    let pipes = [
      "organizations/Q1/honor-2026.zhang.rec", "organizations/Q1/pipe", "schema/x.rec",
    ]
    for path in pipes { #expect(mkfifo("\(bench.folder.path)/\(path)", 0o600) == 0) }
    let sockets = ["organizations/Q1/plan-2026.zhang.rec", "socket"]
    for path in sockets { try bench.folder.makeSocket(path) }
    let leftovers = [
      ".zhibu.rec.77.tmp", "catalog/.kind.rec.77.tmp", "pending/.zhang-1.rec.77.tmp",
      "organizations/Q1/files/.x.77.tmp",
    ]
    for path in leftovers { try bench.folder.write("x", to: path) }
    try bench.folder.write("x", to: "organizations/Q7")
    #expect(mkfifo("\(bench.folder.path)/organizations/Q8", 0o600) == 0)
    bench.folder.makeFolder("organizations/Q1/figure-2026.zhang.rec")
    // What lies in the quarantine is kept whatever it is called.
    try bench.folder.write("x", to: "organizations/Q1/quarantine/.x.77.tmp")
    let expected =
      links.map { Finding(file: $0, line: 0, kind: .link) }
      + (pipes + sockets).map { Finding(file: $0, line: 0, kind: .notAFile) }
      + leftovers.map { Finding(file: $0, line: 0, kind: .leftover) }
      + [
        Finding(file: "organizations/Q1/files/x/", line: 0, kind: .foreignFile),
        Finding(file: "organizations/Q7", line: 0, kind: .notAFolder),
        Finding(file: "organizations/Q8", line: 0, kind: .notAFolder),
        Finding(
          file: "organizations/Q1/figure-2026.zhang.rec", line: 0, kind: .unreadable(code: EISDIR)),
      ]
    let found = try bench.store.verify()
    #expect(Set(found) == Set(expected))
    #expect(found.count == expected.count)
    #expect(try bench.store.examine().findings == found)
    // Readers do without them.
    #expect(try bench.store.read().map(\.path) == [Bench.activityPath])
    #expect(try bench.store.search(for: "第一行").count == 3)
  }

  @Test(arguments: ["pending", "catalog", "schema", "organizations"])
  func aFolderThatIsALinkToItselfStopsNothing(_ folder: String) throws {
    let bench = try Bench()
    _ = try bench.threeRecords()
    try bench.folder.write("x", to: "stray")
    #expect(try run(["rm", "-r", "\(bench.folder.path)/\(folder)"]).status == 0)
    #expect(symlink(folder, "\(bench.folder.path)/\(folder)") == 0)
    #expect(
      try bench.store.verify() == [
        Finding(file: folder, line: 0, kind: .link),
        Finding(file: "stray", line: 0, kind: .foreignFile),
      ])
  }

  @Test(.disabled(if: getuid() == 0, "root may read everything"))
  func aFolderThatCannotBeReadStopsNothing() throws {
    let bench = try Bench()
    let bytes = try bench.threeRecords()
    try bench.folder.write(bytes.dropLast(9), to: Bench.activityPath)
    #expect(chmod("\(bench.folder.path)/pending", 0) == 0)
    defer { chmod("\(bench.folder.path)/pending", 0o750) }
    #expect(
      try bench.store.verify().map(\.file) == [Bench.activityPath, "pending"])
  }

  @Test func attachmentsThatAreNotThereAreNamed() throws {
    let bench = try Bench()
    let plain = try bench.store.attach([1], ending: "jpg", organization: "Q1")
    let other = try bench.store.attach([2], ending: "", organization: "Q2")
    let hidden = try bench.store.attach([3], ending: "", organization: "Q1", restricted: true)
    func record(_ files: [String], restricted: Bool = false) -> NewRecord {
      var record = Bench.activity("会", restricted: restricted)
      record.fields += files.map { Field("File", "\($0) 照片 甲") }
      return record
    }
    _ = try bench.store.append(
      [
        record([plain, String(plain.prefix(64))]), record([other, plain, hidden]),
        record([hidden, plain], restricted: true), record([other], restricted: true),
        record(["见档案柜"]),
      ], by: bench.zhang, at: Bench.moment)
    let restricted = "organizations/Q1/restricted/activity-2026.zhang.rec"
    func missing(_ file: String, _ line: Int, _ number: Int, _ name: String) -> Finding {
      Finding(
        file: file, line: line,
        kind: .missingAttachment(
          id: "Q1-activity-2026-zhang-000\(number)", hash: String(name.prefix(64))))
    }
    #expect(
      try bench.store.verify() == [
        missing(Bench.activityPath, 21, 2, other), missing(Bench.activityPath, 23, 2, hidden),
        missing(restricted, 21, 4, other),
      ])
  }

  // MARK: Newer formats

  @Test func aFileOfANewerFormatIsLeftAlone() throws {
    let bench = try Bench()
    let text = String(decoding: try bench.threeRecords(), as: UTF8.self)
    let newer = text.replacing("# zhibu 1 ", with: "# zhibu 12 ").replacing("By: ", with: "By= ")
    try bench.folder.write(newer, to: Bench.activityPath)
    #expect(
      try bench.store.verify() == [
        Finding(file: Bench.activityPath, line: 1, kind: .newerFormat(12))
      ])
    let file = try bench.file()
    #expect(file.condition == .newerFormat(12))
    #expect(file.records.isEmpty)
    for moment in [Bench.moment, "2027-03-12T14:30:00+08:00"] {
      #expect(
        throws: AppendError.store(
          .newerFormat(path: Bench.activityPath, line: 1, format: 12))
      ) {
        try bench.store.append([Bench.activity("四")], by: bench.zhang, at: moment)
      }
    }
    // Not even with another file at once, and nothing is left of the attempt.
    #expect(throws: AppendError.self) {
      try bench.store.append(
        [Bench.matter("甲"), Bench.activity("乙")], by: bench.zhang, at: Bench.moment)
    }
    #expect(try bench.store.recover(writer: "zhang", at: Bench.moment).isEmpty)
    #expect(try bench.folder.text(Bench.activityPath) == newer)
    #expect(try bench.folder.names("organizations/Q1") == [".lock", "activity-2026.zhang.rec"])
    #expect(try bench.store.verify().count == 1)
    _ = try bench.store.append([Bench.activity("丙")], by: bench.wang, at: Bench.moment)
  }

  // MARK: From file to file

  /// A file with its second record altered, and one behind it.
  private func continued() throws -> (bench: Bench, whole: [UInt8], path: String) {
    let bench = try Bench()
    let whole = try bench.threeRecords()
    let text = String(decoding: whole, as: UTF8.self)
    try bench.folder.write(text.replacing("Title: 三", with: "Title: 九"), to: Bench.activityPath)
    _ = try bench.store.append([Bench.activity("四")], by: bench.zhang, at: Bench.moment)
    return (bench, whole, "organizations/Q1/activity-2026.zhang+2.rec")
  }

  @Test func aContinuedFileMayBeRestored() throws {
    let (bench, whole, path) = try continued()
    #expect(
      try bench.store.verify() == [
        Finding(
          file: Bench.activityPath, line: 23, kind: .edited(id: "Q1-activity-2026-zhang-0003"))
      ])
    try bench.folder.write(whole, to: Bench.activityPath)
    #expect(try bench.store.verify() == [])
    #expect(try bench.titles(path) == ["四"])
  }

  @Test func aContinuedFileMayNotBeMissing() throws {
    let (bench, _, path) = try continued()
    #expect(try run(["rm", "\(bench.folder.path)/\(Bench.activityPath)"]).status == 0)
    #expect(
      try bench.store.verify() == [
        Finding(file: path, line: 0, kind: .missingFile(Bench.activityPath))
      ])
  }

  @Test func anAlteredPreviousSumIsToldFromAnAlteredRecord() throws {
    let bench = try Bench()
    _ = try bench.store.append(
      [Bench.activity("旧")], by: bench.zhang, at: "2025-06-01T08:00:00+08:00")
    let text = String(decoding: try bench.threeRecords(), as: UTF8.self)
    let header = text.prefix { $0 != "\n" }
    let sum = String(header.suffix(64))
    let forged = String(sum.reversed())
    try bench.folder.write(
      text.replacing("prev=\(sum)", with: "prev=\(forged)"), to: Bench.activityPath)
    #expect(
      try bench.store.verify() == [
        Finding(
          file: Bench.activityPath, line: 1, kind: .badHeader(expected: String(header)))
      ])
    try bench.folder.write(text.replacing("Title: 一", with: "Title: 七"), to: Bench.activityPath)
    let edited = Finding(
      file: Bench.activityPath, line: 3, kind: .edited(id: "Q1-activity-2026-zhang-0001"))
    #expect(try bench.store.verify() == [edited])
    // Both at once: neither can be shown from the other.
    try bench.folder.write(
      text.replacing("prev=\(sum)", with: "prev=\(forged)")
        .replacing("Title: 一", with: "Title: 七"), to: Bench.activityPath)
    #expect(
      try bench.store.verify() == [
        Finding(
          file: Bench.activityPath, line: 1,
          kind: .brokenChain(
            expected: sum, found: forged, before: "organizations/Q1/activity-2025.zhang.rec")),
        edited,
      ])
  }

  @Test func idsOfAnotherFileAreComparedWithThoseItHas() throws {
    let bench = try Bench()
    _ = try bench.threeRecords()
    let matter = "organizations/Q1/matter-2026.zhang.rec"
    _ = try bench.store.append([Bench.matter("甲")], by: bench.zhang, at: Bench.moment)
    let text = try bench.folder.text(matter)
    try bench.folder.write(
      text.replacing("Q1-matter-2026-zhang-0001", with: "Q1-activity-2026-zhang-0002"), to: matter)
    let id = "Q1-activity-2026-zhang-0002"
    let kinds: [Finding.Kind] = [
      .foreignIdentifier(id: id), .edited(id: id),
      .repeatedIdentifier(id: id, file: Bench.activityPath, line: 13),
    ]
    let found = try bench.store.verify()
    #expect(Set(found) == Set(kinds.map { Finding(file: matter, line: 3, kind: $0) }))
    #expect(found.count == kinds.count)
  }
}

extension TemporaryFolder {
  fileprivate func write(_ bytes: ArraySlice<UInt8>, to relative: String) throws {
    try write(Array(bytes), to: relative)
  }

  fileprivate func makeSocket(_ relative: String) throws {
    let script = "import socket,sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])"
    let outcome = try run(["python3", "-c", script, "\(path)/\(relative)"])
    #expect(outcome.status == 0, "\(outcome.output)")
  }
}
