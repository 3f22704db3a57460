import Fuzzing
import Testing

@testable import RecordLog

/// A file of three records, cut at every byte; with every bit of every byte turned over; with LF and
/// NUL in place of every byte.
@Suite("Every byte cut, every byte altered") struct DamageTests {
  private let bench: Bench
  private let bytes: [UInt8]
  private let name: LogFileName
  /// The first line of each record, and of the header.
  private let starts: [Int]

  init() throws {
    bench = try Bench()
    bytes = try bench.threeRecords()
    name = try #require(LogFileName(path: Bench.activityPath))
    starts = [1] + (try bench.file().records.map(\.line))
    #expect(starts == [1, 3, 13, 23])
  }

  /// What a byte is altered to.
  private static func alterations(of byte: UInt8) -> [UInt8] {
    (0..<8).map { byte ^ 1 << $0 } + [Byte.lineFeed, 0].filter { $0 != byte }
  }

  /// Every cut, shortest first, then every altered byte, in order.
  private func forEachCase(_ body: (_ place: Int, _ isCut: Bool, [UInt8]) -> Void) {
    for length in bytes.indices { body(length, true, Array(bytes[..<length])) }
    for index in bytes.indices {
      for byte in Self.alterations(of: bytes[index]) {
        var altered = bytes
        altered[index] = byte
        body(index, false, altered)
      }
    }
  }

  private func findings(_ bytes: [UInt8]) -> [Finding] {
    let inspection = LogInspection(name: name, bytes: bytes, zone: "+08:00")
    return inspection.findings
      + StoreInspection(store: bench.store, files: [inspection]).findings()
  }

  private func line(of place: Int) -> Int {
    1 + bytes[..<place].count { $0 == Byte.lineFeed }
  }

  // MARK: Nothing wrong accepted, every fault located

  @Test func everyFaultIsLocated() {
    var counts: [String: Int] = [:]
    let texts = LogFile(name: name, bytes: bytes, modified: 0).records.map(\.text)
    forEachCase { place, isCut, altered in
      let what = "\(isCut ? "cut at" : "altered at") byte \(place)"
      let file = LogFile(name: name, bytes: altered, modified: 0)
      let accepted = file.records.filter(\.isIntact).map(\.text)
      #expect(accepted.count < 3 && accepted.allSatisfy(texts.contains), "\(what)")
      let line = line(of: place)
      let start = starts.last { $0 <= line } ?? 1
      let found = findings(altered)
      for finding in found { counts[finding.kind.word, default: 0] += 1 }
      if isCut, file.condition == .intact {
        // Between two records: only a seal tells what is gone.
        counts["cut between records", default: 0] += 1
        #expect(starts.contains(line) && found.isEmpty, "\(what)")
        return
      }
      // In the record that was altered, or in the one behind an altered end of it; none before.
      let lines = found.map(\.line)
      #expect(lines.contains { $0 <= line + 1 }, "\(what): \(found)")
      #expect(lines.allSatisfy { $0 >= start }, "\(what): \(found)")
      if !isCut, line < 2 { #expect(lines.contains(1), "\(what): \(found)") }
    }
    let alterations = bytes.reduce(0) { $0 + Self.alterations(of: $1).count }
    print("\(bytes.count) bytes: \(bytes.count) cuts, \(alterations) altered bytes, all located:")
    for (word, count) in counts.sorted(by: { $0.key < $1.key }) { print("  \(word) \(count)") }
    #expect(counts["cut between records"] == 3)
  }

  // MARK: The README's verifier beside it

  @Test func pythonNamesTheSameFirstBadRecord() throws {
    let harness = """
      import builtins, io, sys
      code = compile(sys.argv[1], "README.md", "exec")
      path = sys.argv[2]
      whole = open(path, "rb").read()
      cases = [whole[:n] for n in range(len(whole))]
      for i in range(len(whole)):
          values = [whole[i] ^ 1 << bit for bit in range(8)] + [v for v in (10, 0) if v != whole[i]]
          cases += [whole[:i] + bytes([value]) + whole[i + 1:] for value in values]
      sys.argv = ["", path]
      for case in cases:
          said = []
          try:
              exec(code, {"open": lambda *_: io.BytesIO(case), "print": said.append})
          except SystemExit as end:
              said.append(end.code)
          print(said[-1])
      """
    let file = "\(bench.folder.path)/\(Bench.activityPath)"
    let outcome = try run(["python3", "-c", harness, readmeVerifier, file])
    let said = outcome.output.split(separator: "\n").map(String.init)
    var index = 0
    var counts: [String: Int] = [:]
    forEachCase { place, isCut, altered in
      defer { index += 1 }
      guard index < said.count else { return }
      let words = said[index].split(separator: " ")
      counts[words[..<min(2, words.count)].joined(separator: " "), default: 0] += 1
      let number = words.compactMap { Int($0) }.first ?? 0
      // `bad record N` is the one behind those that are good.
      let good = words.starts(with: ["bad", "record"]) ? number - 1 : number
      let read = LogFile(name: name, bytes: altered, modified: 0)
      #expect(
        read.goodRecords == good, "\(isCut ? "cut" : "altered") at \(place): python \(said[index])")
      #expect((read.condition == .intact) == (words.first == "ok"))
    }
    #expect(said.count == index, "\(said.last ?? "")")
    print("python and zhibu name the same first bad record in \(index) cases: \(counts)")
  }

  // MARK: Why the header is in the chain

  /// How many altered bytes leave all three records accepted.
  private func unnoticed(_ bytes: [UInt8], _ accepted: ([UInt8]) -> Int) -> Int {
    var count = 0
    for index in bytes.indices {
      for byte in Self.alterations(of: bytes[index]) {
        var altered = bytes
        altered[index] = byte
        if accepted(altered) == 3 { count += 1 }
      }
    }
    return count
  }

  @Test func aChainWithoutTheHeaderAcceptsAWrongFile() throws {
    #expect(PlainJudge.accepted(bytes).count == 3)
    let alteredButAccepted = unnoticed(bytes) { altered in
      LogFile(name: name, bytes: altered, modified: 0).records.count(where: \.isIntact)
    }
    #expect(alteredButAccepted == 0)
    #expect(unnoticed(bytes) { PlainJudge.accepted($0).count } == 0)
    // The same records, the first of them chained to nothing.
    let records = try bench.file().records
    var without = Array(bytes[..<records[0].byteRange.lowerBound])
    var previous = Array(Chain.zeros.utf8)
    for record in records {
      let body = bytes[record.byteRange].dropLast(Chain.sumLineLength + 1)
      previous = Chain.sum(previous: previous, body: body)
      without += body
      without += Array("Sum: ".utf8) + previous
      without += [Byte.lineFeed, Byte.lineFeed]
    }
    #expect(PlainJudge.accepted(without, from: .nothing).count == 3)
    let missed = unnoticed(without) { PlainJudge.accepted($0, from: .nothing).count }
    // Four bits of each of the 64 zeros of `prev` make another hexadecimal digit of it.
    #expect(missed == 4 * 64)
    print(
      "altered bytes accepted: \(alteredButAccepted); with the header not in the hash: \(missed)")
  }

  // MARK: What recovery leaves

  @Test func recfixAcceptsWhatRecoveryLeaves() throws {
    let quarantine = "organizations/Q1/quarantine"
    var left: Set<[UInt8]> = []
    var quarantined = 0
    for length in bytes.indices {
      try bench.folder.write(Array(bytes[..<length]), to: Bench.activityPath)
      _ = try bench.store.recover(writer: "zhang", at: Bench.moment)
      if bench.folder.exists(Bench.activityPath) {
        let recovered = try bench.folder.bytes(Bench.activityPath)
        #expect(LogFile(name: name, bytes: recovered, modified: 0).condition == .intact)
        #expect(bytes.starts(with: recovered))
        left.insert(recovered)
      }
      guard bench.folder.exists(quarantine) else { continue }
      for copy in try bench.folder.names(quarantine) {
        let tail = try bench.folder.bytes("\(quarantine)/\(copy)")
        #expect(Array(bytes[..<length].suffix(tail.count)) == tail)
        try SystemDisk().remove("\(quarantine)/\(copy)", in: bench.folder.path)
        quarantined += 1
      }
    }
    for recovered in left {
      try bench.folder.write(recovered, to: "left.rec")
      let outcome = try run(["recfix", "--check", "\(bench.folder.path)/left.rec"])
      #expect(outcome.status == 0, "\(outcome.output)")
    }
    #expect(left.count == 4)
    print(
      "\(bytes.count) cuts recovered, \(quarantined) tails put aside, \(left.count) different files "
        + "left, recfix accepts each")
  }
}

extension LogFile {
  /// The records before the first fault.
  fileprivate var goodRecords: Int {
    switch condition {
    case .intact: records.count
    case .badHeader, .newerFormat: 0
    case .damaged(let line), .tornTail(let line, _): records.count { $0.line < line }
    }
  }
}

extension Finding.Kind {
  /// The case without its values.
  fileprivate var word: String {
    let text = "\(self)"
    return String(text.prefix { $0 != "(" })
  }
}
