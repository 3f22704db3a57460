import Testing

@testable import RecordLog

@Suite("Verify") struct VerifyTests {
  private static let id = "Q1-activity-2026-zhang-000"
  private static let other = "Q2-activity-2026-zhang-0002"

  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    /// Rewrites the header and the three records, each with its empty line.
    var change: @Sendable (_ header: String, _ records: [String]) -> String
    var expected: [Finding]
    var testDescription: String { name }

    init(
      _ name: String, _ expected: [(Int, Finding.Kind)],
      _ change: @escaping @Sendable (String, [String]) -> String
    ) {
      self.name = name
      self.change = change
      self.expected = expected.map {
        Finding(file: Bench.activityPath, line: $0.0, kind: $0.1)
      }
    }
  }

  static let rows: [Row] = [
    Row("untouched", []) { $0 + $1.joined() },
    Row("edited", [(13, .edited(id: id + "2"))]) {
      $0 + $1[0] + $1[1].replacing("Title: 二", with: "Title: 八") + $1[2]
    },
    Row("last edited", [(23, .edited(id: id + "3"))]) {
      $0 + $1[0] + $1[1] + $1[2].replacing("Title: 三", with: "Title: 八")
    },
    Row("Sum altered", [(13, .edited(id: id + "2"))]) { header, records in
      header + records[0]
        + records[1].replacing("Sum: ", with: "Sum: 0").replacing(/.\n\n$/, with: "\n\n")
        + records[2]
    },
    Row("Sum line broken", [(13, .unsealed(id: id + "2"))]) { header, records in
      header + records[0] + records[1].replacing("Sum: ", with: "Sum: x") + records[2]
    },
    Row("deleted", [(13, .removed(before: id + "3", numbers: [2]))]) { $0 + $1[0] + $1[2] },
    Row("first deleted", [(3, .removed(before: id + "2", numbers: [1]))]) {
      $0 + $1[1] + $1[2]
    },
    Row(
      "swapped",
      [
        (13, .moved(id: id + "3")), (23, .moved(id: id + "2")),
        (23, .numberNotRising(id: id + "2", previous: 3)),
      ]
    ) { $0 + $1[0] + $1[2] + $1[1] },
    Row("duplicate", [(23, .duplicate(id: id + "2", line: 13))]) {
      $0 + $1[0] + $1[1] + $1[1] + $1[2]
    },
    Row("torn", [(23, .tornTail(bytes: 30))]) { $0 + $1[0] + $1[1] + $1[2].prefix(byteCount: 30) },
    Row("typed by hand", [(33, .tornTail(bytes: 8))]) { $0 + $1.joined() + "A: 手\n\n" },
    Row("empty line", [(13, .grammar(.emptyLine))]) { $0 + $1[0] + "\n" + $1[1] + $1[2] },
    Row("comment", [(13, .edited(id: id + "2")), (13, .grammar(.comment))]) {
      $0 + $1[0] + "# 注\n" + $1[1] + $1[2]
    },
    Row(
      "blank, tab, backslash, escape",
      [
        (14, .grammar(.trailingBlank)), (15, .grammar(.forbiddenCharacter(0x1B))),
        (15, .grammar(.trailingBackslash)), (13, .edited(id: id + "2")),
        (16, .grammar(.forbiddenCharacter(0x202E))), (16, .grammar(.missingBlank)),
      ]
    ) {
      $0 + $1[0]
        + $1[1].replacing("Organization: Q1", with: "Organization: Q1 ")
        .replacing("Title: 二", with: "Title: 二\u{1B}\\")
        .replacing("Minutes: 第", with: "Minutes:\u{202E}") + $1[2]
    },
    Row(
      "duplicate at the end",
      [(33, .duplicate(id: id + "3", line: 23))]
    ) { $0 + $1.joined() + $1[2] },
    Row(
      "two deleted, two edited",
      [(3, .removed(before: id + "3", numbers: [1, 2]))]
    ) { $0 + $1[2] },
    Row("two edited", [(3, .edited(id: id + "1")), (23, .edited(id: id + "3"))]) {
      $0 + $1[0].replacing("Title: 一", with: "Title: 七") + $1[1]
        + $1[2].replacing("Title: 三", with: "Title: 九")
    },
    Row(
      "edited and torn",
      [(3, .edited(id: id + "1")), (23, .unsealed(id: id + "3"))]
    ) {
      $0 + $1[0].replacing("Title: 一", with: "Title: 七") + $1[1] + $1[2].prefix(byteCount: 60)
    },
    Row("a line less", [(13, .edited(id: id + "2"))]) {
      $0 + $1[0] + $1[1].replacing("+ 第三行\n", with: "") + $1[2]
    },
    Row(
      "a line of one record in another", [(3, .edited(id: id + "1")), (13, .edited(id: id + "2"))]
    ) {
      $0 + $1[0].replacing("Title: 一", with: "Title: 二")
        + $1[1].replacing("Title: 二", with: "Title: 一") + $1[2]
    },
    Row(
      "typed by hand with a Sum",
      [(33, .edited(id: id + "4")), (33, .missingField(id: id + "4", name: "By"))]
    ) { $0 + $1.joined() + "Id: \(id)4\nTitle: 手\nSum: \(Chain.zeros)\n\n" },
    Row(
      "from another file",
      [(13, .foreignIdentifier(id: other)), (13, .edited(id: other)), (23, .moved(id: id + "2"))]
    ) {
      $0 + $1[0] + $1[1].replacing("Id: Q1-", with: "Id: Q2-") + $1[1] + $1[2]
    },
    Row(
      "an empty line within",
      [(13, .unsealed(id: id + "2")), (17, .missingField(id: "", name: "Id"))]
    ) {
      $0 + $1[0] + $1[1].replacing("Minutes:", with: "\nMinutes:") + $1[2]
    },
    Row("zeros behind the last", [(33, .zeroFilled(bytes: 512))]) {
      $0 + $1.joined() + String(repeating: "\0", count: 512)
    },
    Row("zeros in the last", [(23, .zeroFilled(bytes: 130))]) {
      $0 + $1[0] + $1[1] + $1[2].prefix(byteCount: 30) + String(repeating: "\0", count: 100)
    },
    Row(
      "zeros in the middle",
      [
        (13, .edited(id: id + "2")), (15, .grammar(.forbiddenCharacter(0))),
      ]
    ) { $0 + $1[0] + $1[1].replacing("Title: 二", with: "Title: \0\0\0") + $1[2] },
    Row("empty", [(1, .tornTail(bytes: 0))]) { _, _ in "" },
    Row("header cut", [(1, .tornTail(bytes: 20))]) { header, _ in header.prefix(byteCount: 20) },
    Row("header gone", [(1, .badHeader(expected: goodHeader))]) { $1.joined() },
    Row("header without its empty line", [(1, .badHeader(expected: goodHeader))]) {
      $0.replacing("\n\n", with: "\n") + $1.joined()
    },
    Row("header's prev", [(1, .badHeader(expected: goodHeader))]) {
      $0.replacing("prev=0", with: "prev=1") + $1.joined()
    },
    Row(
      "header and a record", [(1, .badHeader(expected: goodHeader)), (13, .edited(id: id + "2"))]
    ) {
      $0.replacing("zhang", with: "wang") + $1[0] + $1[1].replacing("Title: 二", with: "Title: 八")
        + $1[2]
    },
    Row("newer format", [(1, .newerFormat(2))]) {
      $0.replacing("zhibu 1", with: "zhibu 2") + $1[0] + $1[2]
    },
    // Only what was said of the file elsewhere, a seal or the file behind it, shows these.
    Row("last deleted", []) { $0 + $1[0] + $1[1] },
    Row("all deleted", []) { header, _ in header },
    Row("header year", [(1, .badHeader(expected: goodHeader))]) {
      $0.replacing("2026", with: "2025") + $1.joined()
    },
  ]
  static let goodHeader = "# zhibu 1 Q1 activity 2026 zhang prev=\(Chain.zeros)"

  @Test(arguments: rows)
  func tellsApart(_ row: Row) throws {
    let bench = try Bench()
    let text = String(decoding: try bench.threeRecords(), as: UTF8.self)
    let parts = text.split(separator: "\n\n", omittingEmptySubsequences: false)
      .filter { !$0.isEmpty }.map { "\($0)\n\n" }
    #expect(parts.count == 4)
    try bench.folder.write(row.change(parts[0], Array(parts[1...])), to: Bench.activityPath)
    let found = try bench.store.verify()
    #expect(Set(found) == Set(row.expected))
    #expect(found.count == row.expected.count)
    #expect(found.map(\.line) == found.map(\.line).sorted())
  }

  @Test func invalidEncodingIsFound() throws {
    let bench = try Bench()
    var bytes = try bench.threeRecords()
    let index = try #require(bytes.firstIndex(of: 0xE4))
    bytes[index] = 0xFF
    try bench.folder.write(bytes, to: Bench.activityPath)
    #expect(
      Set(try bench.store.verify().map(\.kind)) == [
        .grammar(.invalidEncoding), .edited(id: Self.id + "1"),
      ])
  }

  /// Whoever re-computes the Sums can say anything; what remains visible is checked.
  @Test func reSealedFaultsAreFound() throws {
    let bench = try Bench()
    let header = Self.goodHeader
    var bytes = Array("\(header)\n\n".utf8)
    var previous = Chain.start(header: header)
    func add(_ id: String, at: String, extra: [Field] = []) {
      let start = bytes.count
      RecordBytes.append(Field("Id", id), to: &bytes)
      for field in extra { RecordBytes.append(field, to: &bytes) }
      RecordBytes.append(Field("By", "甲"), to: &bytes)
      if !at.isEmpty { RecordBytes.append(Field("At", at), to: &bytes) }
      previous = Chain.sum(previous: previous, body: bytes[start...])
      bytes += Array("Sum: ".utf8) + previous + [Byte.lineFeed, Byte.lineFeed]
    }
    add(Self.id + "2", at: Bench.moment)
    add(Self.id + "1", at: Bench.moment)
    add(Self.id + "2", at: Bench.moment)
    add("Q2-activity-2026-zhang-0009", at: Bench.moment)
    add(Self.id + "5", at: "2026-03-12")
    add(Self.id + "6", at: "2027-01-01T00:00:00+08:00")
    add(Self.id + "7", at: "")
    let start = bytes.count
    bytes += Array("Title: 八\nId: \(Self.id)8\nBy: 甲\nAt: \(Bench.moment)\n".utf8)
    previous = Chain.sum(previous: previous, body: bytes[start...])
    bytes += Array("Sum: ".utf8) + previous + [Byte.lineFeed, Byte.lineFeed]
    bench.folder.makeFolder("organizations/Q1")
    try bench.folder.write(bytes, to: Bench.activityPath)
    #expect(
      try bench.store.verify().map(\.kind) == [
        .numberNotRising(id: Self.id + "1", previous: 2),
        .repeatedIdentifier(id: Self.id + "2", file: Bench.activityPath, line: 3),
        .foreignIdentifier(id: "Q2-activity-2026-zhang-0009"),
        .badMoment(id: Self.id + "5", text: "2026-03-12"),
        .laterYear(id: Self.id + "6", text: "2027-01-01T00:00:00+08:00"),
        .missingField(id: Self.id + "7", name: "By"),
        .missingField(id: Self.id + "8", name: "Id"),
      ])
    #expect(try bench.file().records.map(\.isIntact).suffix(2) == [true, false])
  }

  @Test func theChainAcrossYearsShowsWhatIsGone() throws {
    let bench = try Bench()
    for title in ["一", "二"] {
      _ = try bench.store.append(
        [Bench.activity(title)], by: bench.zhang, at: "2025-06-01T08:00:00+08:00")
    }
    _ = try bench.store.append([Bench.activity("三")], by: bench.zhang, at: Bench.moment)
    #expect(try bench.store.verify() == [])
    let old = "organizations/Q1/activity-2025.zhang.rec"
    let sums = try bench.file(old).records.map(\.sum)
    let end = try bench.file(old).records[0].byteRange.upperBound + 1
    try bench.folder.write(Array(try bench.folder.bytes(old)[..<end]), to: old)
    #expect(
      try bench.store.verify() == [
        Finding(
          file: Bench.activityPath, line: 1,
          kind: .brokenChain(expected: sums[0], found: sums[1], before: old))
      ])
    _ = try run(["rm", "\(bench.folder.path)/\(old)"])
    #expect(
      try bench.store.verify() == [
        Finding(
          file: Bench.activityPath, line: 1,
          kind: .brokenChain(expected: Chain.zeros, found: sums[1], before: nil))
      ])
  }

  @Test func aGapFilledByRestrictedRecordsIsNone() throws {
    let bench = try Bench()
    _ = try bench.store.append(
      [Bench.activity("一"), Bench.activity("二", restricted: true), Bench.activity("三")],
      by: bench.zhang, at: Bench.moment)
    let text = try bench.folder.text(Bench.activityPath)
    try bench.folder.write(text.replacing("Title: 三", with: "Title: 八"), to: Bench.activityPath)
    #expect(try bench.store.verify().map(\.kind) == [.edited(id: Self.id + "3")])
  }

  @Test func filesThatDoNotBelongAreNamed() throws {
    let bench = try Bench()
    _ = try bench.threeRecords()
    bench.folder.makeFolder("organizations/q9")
    bench.folder.makeFolder("organizations/Q1/notes")
    bench.folder.makeFolder(".git")
    for path in [
      "readme.txt", "catalog/kind.rec~", "organizations/Q1/activity-2026.zhang.rec.bak",
      "organizations/Q1/.hidden", "organizations/stray.rec",
    ] {
      try bench.folder.write("x", to: path)
    }
    try bench.folder.write("A: \u{7F}\n坏\n", to: "catalog/bad.rec")
    let found = try bench.store.verify()
    #expect(
      found.filter { $0.kind == .foreignFile }.map(\.file) == [
        "catalog/kind.rec~", "organizations/Q1/.hidden",
        "organizations/Q1/activity-2026.zhang.rec.bak", "organizations/Q1/notes/",
        "organizations/q9/", "organizations/stray.rec", "readme.txt",
      ])
    #expect(
      found.filter { $0.kind != .foreignFile } == [
        Finding(file: "catalog/bad.rec", line: 1, kind: .grammar(.forbiddenCharacter(0x7F))),
        Finding(file: "catalog/bad.rec", line: 2, kind: .grammar(.notAField)),
      ])
  }

  @Test func attachmentsAreCheckedByTheirName() throws {
    let bench = try Bench()
    let name = try bench.store.attach(Array("图片".utf8), ending: "jpg", organization: "Q1")
    #expect(name == "\(Chain.hash(Array("图片".utf8))).jpg")
    #expect(try bench.store.attachment(name, organization: "Q1") == Array("图片".utf8))
    #expect(try bench.store.verify() == [])
    try bench.folder.write("别的", to: "organizations/Q1/files/\(name)")
    #expect(try bench.store.verify().map(\.kind) == [.alteredAttachment])
    #expect(throws: StoreError.badPath("../x")) {
      try bench.store.attachment("../x", organization: "Q1")
    }
  }
}

extension String {
  fileprivate func prefix(byteCount: Int) -> String {
    String(decoding: utf8.prefix(byteCount), as: UTF8.self)
  }
}
