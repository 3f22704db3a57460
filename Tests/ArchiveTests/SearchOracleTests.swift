import Foundation
import OrganizationLife
import RecordLog
import Testing

@testable import Archive

/// What a search finds, looking through the whole ledger and with an index that is made, extended,
/// damaged and made anew, is what a script finds that reads the raw files and knows nothing of either.
@Suite(
  "a search against an independent script",
  .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")))
struct SearchOracleTests {
  @Test(
    "random ledgers, random queries: the same records, in the same order", arguments: [1, 2, 3])
  func agrees(seed: UInt64) throws {
    var random = RandomLedger(seed: seed)
    let sandbox = try Sandbox()
    let cache = sandbox.path + "-cache"
    defer { try? FileManager.default.removeItem(atPath: cache) }
    _ = try sandbox.store.write(history: random.history(count: 400)) { record, sum in
      random.complete(&record, sum)
    }
    var compared = (queries: 0, found: 0)
    func compare(_ moment: String) throws {
      let queries = (0..<60).map { _ in random.query() }
      let expected = try oracle(queries, sandbox)
      let archive = try sandbox.archive()
      let index = try #require(try SearchIndex.open(sandbox.store, in: cache))
      var (whole, indexed) = (Search(archive), Search(index))
      for (query, ids) in zip(queries, expected) {
        let one = try answer(&whole, query)
        let other = try answer(&indexed, query)
        #expect(one.found.map(\.reference.text).sorted() == ids, "\(moment): \(query)")
        let isSame = one.found == other.found
        #expect(isSame, "\(moment), with the index: \(query)")
        #expect(one.count == other.count && one.count == one.found.count)
        compared.queries += 1
        compared.found += ids.count
      }
    }
    try compare("made")
    for record in random.more(count: 30) {
      var record = record
      random.complete(&record) { id in
        (try? sandbox.archive())?.record(Reference(id))?.sum
      }
      _ = try sandbox.store.append(
        [record], by: try #require(Sandbox.author), at: random.nextMoment())
    }
    try compare("extended")
    try alter("organizations/Q2", in: sandbox, &random)
    try compare("a record altered by hand")
    for round in 1...6 {
      try damage(cache, &random)
      try compare("index damaged \(round)")
    }
    try FileManager.default.removeItem(atPath: cache)
    try compare("index thrown away")
    print("search, seed \(seed): \(compared.queries) queries, \(compared.found) records agree")
    #expect(compared.found > 500)
  }

  private func answer(_ search: inout Search, _ query: SearchQuery) throws -> SearchAnswer {
    try search.look(for: query)
    // In slices, as the interface does.
    while !search.isFinished { try search.advance(by: 5_000) }
    return try search.answer(limit: .max)
  }

  private func oracle(_ queries: [SearchQuery], _ sandbox: Sandbox) throws -> [[String]] {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let script = sources.appendingPathComponent("Oracle/search.py").path
    let pinyin = sources.appendingPathComponent("../../Resources/reading/pinyin.txt").path
    let input = try JSONSerialization.data(
      withJSONObject: queries.map { query in
        [
          "text": query.text,
          "organizations": query.organizations.map { Array($0) } as Any? ?? NSNull(),
          "kind": query.kind as Any? ?? NSNull(),
          "since": query.since.map { "\($0)" } as Any? ?? NSNull(),
          "until": query.until.map { "\($0)" } as Any? ?? NSNull(),
        ]
      })
    let (output, status) = try run(
      "python3", [script, sandbox.store.root, pinyin], input: Array(input))
    try #require(status == 0, "\(output)")
    let answers = try JSONSerialization.jsonObject(with: Data(output.utf8))
    return try #require(answers as? [[String]])
  }

  /// Changes a letter of one record in place.
  private func alter(_ folder: String, in sandbox: Sandbox, _ random: inout RandomLedger) throws {
    let place = URL(fileURLWithPath: sandbox.store.root).appendingPathComponent(folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path)
      .filter { $0.hasPrefix("activity") }.sorted()
    let file = place.appendingPathComponent(try #require(names.first))
    var text = try String(contentsOf: file, encoding: .utf8)
    let range = try #require(text.range(of: "Title: "))
    text.replaceSubrange(range.upperBound..<text.index(after: range.upperBound), with: "改")
    try Data(text.utf8).write(to: file)
  }

  /// Changes a byte of a file of the index, or cuts it.
  private func damage(_ cache: String, _ random: inout RandomLedger) throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: cache)
    let folder = "\(cache)/\(try #require(folders.first))"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let path = "\(folder)/\(names[random.below(names.count)])"
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    if random.below(4) == 0 {
      bytes.removeLast(1 + random.below(bytes.count - 1))
    } else {
      for _ in 0...random.below(200) {
        bytes[random.below(bytes.count)] ^= 1 << UInt8(random.below(8))
      }
    }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }
}

/// Ledgers and queries without end: text of few characters, so that much is found.
struct RandomLedger {
  private var state: UInt64
  private var seconds = 0
  private var counts: [String: Int] = [:]
  private var ids: [(id: String, type: String, organization: String, isWithdrawal: Bool)] = []

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  mutating func nextMoment() -> String {
    seconds += 1 + below(90_000)
    let moment = Moment(seconds: 1_704_100_000 + Int64(seconds), offset: 8 * 3600)
    return moment.description
  }

  private static let people = [
    "张建国", "李敏", "王海涛", "单雄", "欧阳长河", "艾孜买提·吐尔逊", "赵Anna", "曾柔",
  ]
  private static let words = [
    "安全", "生产", "安", "全生", "隐患排查", "学习", "Ａ１", "a1", "GB/T", "50％", "50%", "张建国", "*", "“引号”",
    "\"q\"", "é", "É", "李", "敏", "ab", "AB12", "2026-03-12", "哈哈哈", "哈哈", "𠮷野家", "ГОСТ", "гост",
  ]

  private mutating func word() -> String { Self.words[below(Self.words.count)] }

  private mutating func line() -> String {
    (0...below(5)).map { _ in word() + (below(3) == 0 ? " " : "") }.joined()
      .trimmingCharacters(in: .whitespaces)
  }

  private mutating func person() -> String {
    let number = below(Self.people.count)
    return "Q1M0\(number)(\(Self.people[number]))"
  }

  private mutating func record(year: Int) -> NewRecord {
    let organization = "Q\(1 + below(4))"
    let type = ["activity", "activity", "activity", "matter", "document", "member", "team"][
      below(7)]
    var fields = [Field("Organization", organization)]
    let day = "\(2024 + below(3))-0\(1 + below(9))-1\(below(9))"
    switch type {
    case "member":
      let number = below(Self.people.count)
      fields += [
        Field("Member", "Q1M0\(number)"), Field("Name", Self.people[number]), Field("Since", day),
        Field("Job", line()),
      ]
    case "team": fields += [Field("Name", line()), Field("Since", day), Field("Kind", "专班")]
    case "matter": fields += [Field("Kind", "检查问题"), Field("Title", line()), Field("Opened", day)]
    default:
      fields += [
        Field("Kind", ["党课", "支委会"][below(2)]), Field("Date", day), Field("Title", line()),
      ]
      if below(4) == 0 { fields.append(Field("Counts", "政治学习")) }
      if below(5) == 0 { fields.append(Field("EndDate", "2026-12-31")) }
      for _ in 0..<below(4) { fields.append(Field("Present", person())) }
      fields.append(Field("Minutes", (0...below(4)).map { _ in line() }.joined(separator: "\n")))
    }
    // Corrections, some of one version twice, and withdrawals, some of withdrawals.
    if let target = ids.isEmpty ? nil : ids[below(ids.count)] {
      let kind = below(10)
      if kind < 3, target.type == type, !target.isWithdrawal {
        fields[0] = Field("Organization", target.organization)
        fields.append(Field("Corrects", target.id))
        fields.append(Field("Reason", line()))
        return finish(type, target.organization, fields, year)
      }
      if kind == 9 {
        return finish(
          target.type, target.organization,
          [Field("Withdraws", target.id), Field("Reason", line())], year, isWithdrawal: true)
      }
    }
    return finish(type, organization, fields, year)
  }

  private mutating func finish(
    _ type: String, _ organization: String, _ fields: [Field], _ year: Int,
    isWithdrawal: Bool = false
  ) -> NewRecord {
    let span = ["member", "team"].contains(type) ? "-" : "\(year)"
    let key = "\(organization)-\(type)-\(span)-li"
    counts[key, default: 0] += 1
    let number = String(10_000 + (counts[key] ?? 0)).dropFirst()
    ids.append(("\(key)-\(number)", type, organization, isWithdrawal))
    return NewRecord(type: type, organization: organization, fields: fields)
  }

  mutating func history(
    count: Int
  ) throws -> [(author: Author, moment: String, record: NewRecord)] {
    let author = try #require(Sandbox.author)
    return (0..<count).map { _ in
      let moment = nextMoment()
      return (author, moment, record(year: Int(moment.prefix(4)) ?? 0))
    }
  }

  mutating func more(count: Int) -> [NewRecord] {
    (0..<count).map { _ in
      record(
        year: Moment(seconds: 1_704_100_000 + Int64(seconds), offset: 8 * 3600).day.year)
    }
  }

  /// Puts the Sum behind what a record corrects.
  func complete(_ record: inout NewRecord, _ sum: (String) -> String?) {
    for index in record.fields.indices where record.fields[index].name == "Corrects" {
      let id = record.fields[index].value
      record.fields[index].value = "\(id) \((sum(id) ?? "00000000").prefix(8))"
    }
  }

  mutating func query() -> SearchQuery {
    let typed = [
      "zjg", "zhangjianguo", "zhang jianguo", "ZHANGJ", "sx", "dx", "oych", "an", "anna", "ak",
      "zeng", "q1m",
      "%", "*", "没有", "全", "安全生产", "建国", "党课", "１", "a", "50", "gb/t", "2026-03", "03-1", "哈哈", "𠮷",
      "г", "E", "张建国 安全", "安 全", "学习 李",
    ]
    var query = SearchQuery(below(3) == 0 ? line() : typed[below(typed.count)])
    if below(4) == 0 { query.organizations = ["Q1", "Q3"] }
    if below(5) == 0 { query.kind = ["党课", "政治学习", "matter", "member", "没有"][below(5)] }
    if below(5) == 0 { query.since = Day("2025-02-11") }
    if below(5) == 0 { query.until = Day("2026-01-11") }
    return query
  }
}
