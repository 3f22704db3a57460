import Testing

@testable import RecordLog

@Suite("Seals") struct SealTests {
  private static let date = "2026-03-12"
  private static let matterPath = "organizations/Q2/matter-2026.wang.rec"
  private static let catalogPath = "catalog/kind.rec"

  /// Seals what is there and returns the record's Id.
  @discardableResult
  private static func seal(
    _ bench: Bench, _ scope: Seal.Scope = .store, at moment: String = Bench.moment,
    signature: String? = nil
  ) throws -> String {
    var organization = "Q1"
    if case .organization(let id) = scope { organization = id }
    var seal = try #require(
      Seal(of: scope, in: bench.store.heads(), by: organization, on: date))
    seal.signature = signature
    let ids = try bench.store.append([seal.record], by: bench.zhang, at: moment)
    return try #require(ids.first).description
  }

  /// Three activities of Q1, a matter of Q2, a catalogue; sealed; one more activity.
  private static func sealedBench() throws -> (bench: Bench, seal: String) {
    let bench = try Bench()
    _ = try bench.threeRecords()
    _ = try bench.store.append(
      [Bench.matter("甲", organization: "Q2")], by: bench.wang, at: Bench.moment)
    let id = try seal(bench)
    _ = try bench.store.append([Bench.activity("四")], by: bench.zhang, at: Bench.moment)
    return (bench, id)
  }

  private static func compare(_ bench: Bench) throws -> [SealFinding] {
    let files = try bench.store.read()
    return bench.store.compareWithSeals(
      files, plainFiles: try bench.store.heads(of: files).plainFiles)
  }

  // MARK: What is written

  /// `sed`, `sha256sum` and `sort` know nothing of this program.
  @Test func headAndSignedTextByHand() throws {
    let (bench, id) = try Self.sealedBench()
    let path = "\(bench.folder.path)/organizations/Q1/seal-2026.zhang.rec"
    let script = #"""
      sed -n '/^Organization: /,/^Files: /{/^Organization: \|^Date: \|^Head: \|^Files: /p}' "$1" \
        > "$1.text"
      grep '^Files: ' "$1" | cut -c8- | awk '
        $1 ~ /^organizations/ { split($1, part, "/"); print > ("'"$1"'." part[2]) }
        $1 !~ /^organizations/ { print $1, $3 > ("'"$1"'.lines") }'
      for o in Q1 Q2; do
        echo "organizations/$o $(LC_ALL=C sort "$1.$o" | sha256sum | cut -c1-64)" >> "$1.lines"
      done
      LC_ALL=C sort "$1.lines" | sha256sum | cut -c1-64
      awk '/^Organization: /{on=1} on && /^(Organization|Date|Head|Files): /' "$1"
      """#
    let lines = try run(["sh", "-c", script, "sh", path]).output
      .split(separator: "\n").map(String.init)
    let record = try #require(
      try bench.store.read().first { $0.type == "seal" }?.records.first)
    let seal = try Seal(record)
    #expect(seal.head == lines.first)
    #expect(seal.scope == .store)
    #expect(
      String(decoding: seal.signedText, as: UTF8.self)
        == lines.dropFirst().map { "\($0)\n" }.joined())
    #expect(
      seal.files.map(\.path) == [Bench.activityPath, Self.matterPath, Self.catalogPath])
    #expect(record.id == id)
    #expect(seal.signedText == (try Seal(record)).signedText)
  }

  @Test func whatIsMadeIsWhatIsRead() throws {
    let bench = try Bench()
    _ = try bench.threeRecords()
    let made = try #require(
      Seal(of: .organization("Q1"), in: bench.store.heads(), by: "Q1", on: Self.date))
    var signed = made
    signed.signature = "-----BEGIN SSH SIGNATURE-----\nU1NI\n-----END SSH SIGNATURE-----"
    let first = try #require(
      try bench.store.append([signed.record], by: bench.zhang, at: Bench.moment).first)
    var counter = Seal(
      countersigning: made, id: first.description, by: "DW", on: "2026-03-20")
    counter.signature = "x"
    _ = try bench.store.append([counter.record], by: bench.wang, at: Bench.moment)
    let records = try bench.store.read().filter { $0.type == "seal" }.flatMap(\.records)
    let read = try records.map { try Seal($0) }
    #expect(read.count == 2)
    #expect(Set(read) == [signed, counter])
    #expect(read.map(\.scope) == [.organization("Q1"), .organization("Q1")])
    #expect(counter.follows == first.description)
    #expect(try bench.store.verify() == [])
    #expect(try Self.compare(bench) == [])
    #expect(
      Seal(of: .organization("Q9"), in: try bench.store.heads(), by: "Q9", on: "2026-03-12") == nil)
  }

  // MARK: What it shows

  enum Outcome: Hashable, Sendable {
    case nothing
    case finding(String, SealFinding.Kind)
  }

  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    /// Whether the log by itself finds anything.
    var isSeenWithout: Bool
    var expected: Outcome
    var change: @Sendable (Bench, [String]) throws -> Void
    var testDescription: String { name }

    init(
      _ name: String, seenWithout: Bool = false, _ expected: Outcome,
      _ change: @escaping @Sendable (Bench, [String]) throws -> Void
    ) {
      self.name = name
      isSeenWithout = seenWithout
      self.expected = expected
      self.change = change
    }
  }

  /// Writes the activities' file anew with Sums that agree, as somebody would who wants to hide it.
  private static func rewrite(_ bench: Bench, titles: [String]) throws {
    _ = try run(["rm", "\(bench.folder.path)/\(Bench.activityPath)"])
    for title in titles {
      _ = try bench.store.append([Bench.activity(title)], by: bench.zhang, at: Bench.moment)
    }
  }

  /// Bytes of the three sealed records with the header, and of all four.
  private static let three = 740
  private static let four = 952

  static let rows: [Row] = [
    Row("grown since", .nothing) { _, _ in },
    Row("grown to the year's end", .nothing) { bench, _ in
      for title in ["五", "六"] {
        _ = try bench.store.append([Bench.activity(title)], by: bench.zhang, at: Bench.moment)
      }
    },
    Row("back to where it was sealed", .nothing) { bench, parts in
      try bench.folder.write(parts[0...3].joined(), to: Bench.activityPath)
    },
    Row(
      "cut exactly between records",
      .finding(Bench.activityPath, .cut(sealed: three, found: 528))
    ) { bench, parts in
      try bench.folder.write(parts[0...2].joined(), to: Bench.activityPath)
    },
    Row(
      "cut to the header", .finding(Bench.activityPath, .cut(sealed: three, found: 104))
    ) { bench, parts in
      try bench.folder.write(parts[0], to: Bench.activityPath)
    },
    Row(
      "cut and continued", .finding(Bench.activityPath, .cut(sealed: three, found: 746))
    ) { bench, parts in
      try bench.folder.write(parts[0...1].joined(), to: Bench.activityPath)
      for title in ["另一", "再一"] {
        _ = try bench.store.append([Bench.activity(title)], by: bench.zhang, at: Bench.moment)
      }
    },
    Row("written anew, as long", .finding(Bench.activityPath, .rewritten)) { bench, _ in
      try rewrite(bench, titles: ["一", "八", "三", "四"])
    },
    Row(
      "written anew, longer", .finding(Bench.activityPath, .cut(sealed: three, found: 955))
    ) { bench, _ in try rewrite(bench, titles: ["一", "二二", "三", "四"]) },
    Row("a file is gone", .finding(matterPath, .missing)) { bench, _ in
      _ = try run(["rm", "\(bench.folder.path)/\(matterPath)"])
    },
    Row("a folder is gone", .finding(matterPath, .missing)) { bench, _ in
      _ = try run(["rm", "-r", "\(bench.folder.path)/organizations/Q2"])
    },
    Row(
      "a link in its place", seenWithout: true,
      .finding(matterPath, .notChecked(code: 40))
    ) { bench, _ in
      let path = "\(bench.folder.path)/\(matterPath)"
      _ = try run(["sh", "-c", "mv \(path) \(path).old && ln -s \(path).old \(path)"])
    },
    Row("the catalogue was edited", .finding(catalogPath, .changed)) { bench, _ in
      try bench.folder.write("%rec: kind\n\nId: K1\nTitle: 主题党日\n\n", to: catalogPath)
    },
    Row("edited in the middle", seenWithout: true, .nothing) { bench, parts in
      try bench.folder.write(
        parts.joined().replacing("Title: 二", with: "Title: 八"), to: Bench.activityPath)
    },
  ]

  @Test(arguments: rows)
  func shows(_ row: Row) throws {
    let (bench, id) = try Self.sealedBench()
    let text = try bench.folder.text(Bench.activityPath)
    let parts = text.split(separator: "\n\n").map { "\($0)\n\n" }
    #expect(parts.count == 5)
    #expect(parts[0...3].joined().utf8.count == Self.three)
    #expect(text.utf8.count == Self.four)
    #expect(try Self.compare(bench) == [])
    try row.change(bench, parts)
    #expect(try bench.store.verify().isEmpty == !row.isSeenWithout)
    let found = try Self.compare(bench)
    switch row.expected {
    case .nothing: #expect(found == [])
    case .finding(let path, let kind):
      #expect(found == [SealFinding(file: path, line: 0, seal: id, kind: kind)])
    }
  }

  @Test func aFileIsReportedOnceAgainstTheNewestSealThatShowsIt() throws {
    let bench = try Bench()
    var seals: [String] = []
    for (number, title) in ["一", "二", "三", "四"].enumerated() {
      _ = try bench.store.append([Bench.activity(title)], by: bench.zhang, at: Bench.moment)
      seals.append(try Self.seal(bench, at: "2026-03-1\(number)T14:30:00+08:00"))
    }
    let parts = try bench.folder.text(Bench.activityPath).split(separator: "\n\n")
      .map { "\($0)\n\n" }
    for (kept, seal) in [(4, nil), (3, seals[3]), (2, seals[3])] {
      try bench.folder.write(parts[0...kept].joined(), to: Bench.activityPath)
      #expect(try Self.compare(bench).map(\.seal) == [seal].compactMap { $0 })
    }
    // Grown again beyond every seal: the newest seal that shows it is still the last.
    for title in ["一二三四五", "一二三四五"] {
      _ = try bench.store.append([Bench.activity(title)], by: bench.zhang, at: Bench.moment)
    }
    #expect(try Self.compare(bench).map(\.seal) == [seals[3]])
    #expect(try Self.compare(bench).map(\.file) == [Bench.activityPath])
  }

  @Test func onlyTheNewestSealSpeaksOfTheCatalogue() throws {
    let (bench, _) = try Self.sealedBench()
    try bench.folder.write("%rec: kind\n\nId: K2\nTitle: 党课\n\n", to: Self.catalogPath)
    #expect(try Self.compare(bench).map(\.kind) == [.changed])
    #expect(try Self.compare(bench).map(\.isFault) == [false])
    try Self.seal(bench, at: "2026-03-13T14:30:00+08:00")
    #expect(try Self.compare(bench) == [])
  }

  @Test func aWithdrawnSealStillShowsWhatWasCut() throws {
    let (bench, id) = try Self.sealedBench()
    _ = try bench.store.append(
      [
        NewRecord(
          type: "seal", organization: "Q1",
          fields: [Field("Withdraws", id), Field("Reason", "封错了")])
      ], by: bench.zhang, at: Bench.moment)
    let parts = try bench.folder.text(Bench.activityPath).split(separator: "\n\n")
    try bench.folder.write(
      parts[0...2].map { "\($0)\n\n" }.joined(), to: Bench.activityPath)
    #expect(try Self.compare(bench).map(\.seal) == [id])
  }

  @Test func sealsThatDoNotAgreeWithThemselves() throws {
    let bench = try Bench()
    _ = try bench.threeRecords()
    let good = try #require(
      Seal(of: .store, in: bench.store.heads(), by: "Q1", on: Self.date)
    ).record
    func changed(_ name: String, _ value: String) -> NewRecord {
      var record = good
      if let index = record.fields.firstIndex(where: { $0.name == name }) {
        record.fields[index].value = value
      }
      return record
    }
    let zeros = Chain.zeros
    let path = Bench.activityPath
    for record in [
      changed("Head", zeros), changed("Files", "\(path) 0883 \(zeros)"),
      changed("Files", "../../etc/passwd 10 \(zeros)"), changed("Files", "\(path) 10 \(zeros)"),
    ] {
      _ = try bench.store.append([record], by: bench.zhang, at: Bench.moment)
    }
    #expect(
      Set(try Self.compare(bench).map(\.kind)) == [
        .wrongHead, .badFile("\(path) 0883 \(zeros)"), .badFile("../../etc/passwd 10 \(zeros)"),
      ])
    #expect(try Self.compare(bench).map(\.line) == [3, 13, 23, 33])
  }

  @Test func aDamagedFileCanBeSealed() throws {
    let bench = try Bench()
    let bytes = try bench.threeRecords()
    let text = String(decoding: bytes, as: UTF8.self)
    try bench.folder.write(text.replacing("Title: 三", with: "Title: 八"), to: Bench.activityPath)
    try Self.seal(bench)
    #expect(try Self.compare(bench) == [])
    let parts = text.split(separator: "\n\n").map { "\($0)\n\n" }
    try bench.folder.write(parts[0...1].joined(), to: Bench.activityPath)
    #expect(
      try Self.compare(bench).map(\.kind) == [.cut(sealed: Self.three, found: 316)])
  }

  /// Thirty years of monthly seals over many files: work grows with what is listed, not with its
  /// square.
  @Test func everySealedLineIsLookedUpOnce() throws {
    let bench = try Bench()
    var history: [(author: Author, moment: String, record: NewRecord)] = []
    for number in 0..<200 {
      let author = try #require(Author(writer: "w\(number)", by: "Q1M01(张明)"))
      history.append((author, Bench.moment, Bench.activity("一")))
    }
    _ = try bench.store.write(history: history)
    let seal = try #require(
      Seal(of: .store, in: bench.store.heads(), by: "Q1", on: Self.date))
    _ = try bench.store.append(
      Array(repeating: seal.record, count: 100), by: bench.zhang, at: Bench.moment)
    _ = try run(["sh", "-c", "rm \(bench.folder.path)/organizations/Q1/activity-2026.w1?.rec"])
    let found = try Self.compare(bench)
    #expect(found.count == 10)
    #expect(Set(found.map(\.kind)) == [.missing])
    print("seals: 100 seals of 201 files compared, \(found.count) files missing, each named once")
  }
}
