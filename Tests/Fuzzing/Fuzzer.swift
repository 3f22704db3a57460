import RecordLog

/// Throws bytes that nobody would write at everything that reads a store, and looks whether what
/// comes out can be right. A case is made from its number alone.
package struct Fuzzer {
  /// What many cases came to.
  package struct Report: Sendable {
    package var cases = 0
    /// Records that were accepted; the plain judge accepts the same.
    package var accepted = 0
    /// Log files that were altered and of which not every record was accepted.
    package var refused = 0
    /// Values with bytes that are not UTF-8, shown with U+FFFD.
    package var invalid = 0
    /// What went wrong, each with the number of its case.
    package var failures: [String] = []

    package init() {}

    package static func + (left: Report, right: Report) -> Report {
      var sum = left
      sum.cases += right.cases
      sum.accepted += right.accepted
      sum.refused += right.refused
      sum.invalid += right.invalid
      sum.failures += right.failures
      return sum
    }

    /// In one line.
    package var summary: String {
      "\(cases) cases: \(accepted) records accepted and confirmed, \(refused) files not wholly "
        + "accepted, \(invalid) values that are not UTF-8, \(failures.count) failures"
    }
  }

  private let name: LogFileName
  private var generator = Generator(seed: 0)
  private var number = 0
  private var report = Report()
  /// The bytes of the case at hand.
  private var bytes: [UInt8] = []

  private init(name: LogFileName) { self.name = name }

  /// Runs the cases of some numbers.
  package static func run(_ numbers: Range<Int>) -> Report {
    guard let name = LogFileName(path: PlainJudge.path) else { return Report() }
    var fuzzer = Fuzzer(name: name)
    for number in numbers { fuzzer.run(number) }
    return fuzzer.report
  }

  /// The bytes of one case, to be looked at.
  package static func bytes(of number: Int) -> [UInt8] {
    guard let name = LogFileName(path: PlainJudge.path) else { return [] }
    var fuzzer = Fuzzer(name: name)
    fuzzer.run(number)
    return fuzzer.bytes
  }

  private mutating func run(_ number: Int) {
    self.number = number
    generator = Generator(seed: UInt64(number))
    report.cases += 1
    switch number % 10 {
    case 0: readLog(randomBytes())
    case 1: readPlain(damaged { Material.plainFile(&$0) })
    case 2: readPending()
    case 3: readNames()
    default: readLog(damaged { Material.logFile(&$0) })
    }
  }

  private mutating func randomBytes() -> [UInt8] {
    (0..<generator.below(400)).map { _ in generator.byte() }
  }

  private mutating func damaged(_ make: (inout Generator) -> [UInt8]) -> [UInt8] {
    var bytes = make(&generator)
    for _ in 0...generator.below(4) {
      generator.pick(Mutation.allCases).apply(to: &bytes, &generator)
    }
    return bytes
  }

  private mutating func expect(_ isRight: Bool, _ what: @autoclosure () -> String) {
    if !isRight { report.failures.append("case \(number): \(what())") }
  }

  // MARK: Log files

  private mutating func readLog(_ bytes: [UInt8]) {
    self.bytes = bytes
    let file = LogFile(name: name, bytes: bytes, modified: 0)
    let accepted = file.records.filter(\.isIntact)
    let judged = PlainJudge.accepted(bytes)
    expect(accepted.map(\.byteRange) == judged, "accepted \(accepted.count) of \(judged.count)")
    report.accepted += accepted.count
    let isWhole = file.condition == .intact
    if !isWhole { report.refused += 1 }
    expect(!isWhole || accepted.count == file.records.count, "intact with altered records")
    for record in file.records { readFields(of: record, bytes: bytes) }
    let inspection = LogInspection(name: name, bytes: bytes, zone: "+08:00")
    expect(isWhole || inspection.seesFault, "\(file.condition) without a finding")
  }

  private mutating func readFields(of record: Record, bytes: [UInt8]) {
    var lines = 0
    record.forEachField { name, value, line in
      readText(value.text, of: value.withBytes { [UInt8]($0) })
      expect(!name.description.isEmpty && line >= record.line + lines, "field at \(line)")
      lines = line - record.line
    }
    readText(record.text, of: Array(bytes[record.byteRange]))
    let parts = [record.id, record.by, record.at, record.sum]
    // Whoever forges a Sum can leave the others empty, which verify says.
    expect(!record.isIntact || parts[3].utf8.count == 64, "\(parts)")
    _ = record.identifier
  }

  /// Bytes that are not UTF-8 are shown by U+FFFD, which otherwise appears only where it was.
  private mutating func readText(_ text: String, of bytes: [UInt8]) {
    let marks = text.unicodeScalars.count { $0 == "\u{FFFD}" }
    if String(validating: bytes, as: UTF8.self) == nil {
      report.invalid += 1
      expect(marks > 0, "invalid bytes are not shown")
    } else {
      let stored = bytes.indices.dropFirst(2).count {
        bytes[$0 - 2] == 0xEF && bytes[$0 - 1] == 0xBF && bytes[$0] == 0xBD
      }
      expect(marks == stored, "\(marks) marks of \(stored)")
    }
  }

  // MARK: Everything else

  private mutating func readPlain(_ bytes: [UInt8]) {
    self.bytes = bytes
    let reading = PlainRecords.read(bytes)
    let fields = reading.records.map(\.fields)
    expect(
      PlainRecords.read(PlainRecords.format(reading.records)).records.map(\.fields) == fields,
      "read anew, fields differ: \(fields)")
    for field in fields.joined() {
      expect(
        TextCleaning.forbiddenScalars(in: field.value).isEmpty, "forbidden in \(field.name)")
    }
    do throws(StoreError) {
      let manifest = try Manifest(reading: bytes)
      expect(manifest.format == Manifest.currentFormat, "format \(manifest.format)")
    } catch {
      expect(error != .notAStore(path: ""), "\(error)")
    }
  }

  private mutating func readPending() {
    var bytes = Material.pendingFile(&generator)
    // Half of them end in a line that agrees, as forged ones would.
    let isForged = generator.below(2) == 0
    if isForged { bytes.removeLast(68) }
    for _ in 0...generator.below(3) {
      generator.pick(Mutation.allCases).apply(to: &bytes, &generator)
    }
    if isForged { bytes = Material.trailed(bytes) }
    self.bytes = bytes
    if let pending = PendingFile(bytes) {
      expect(pending.bytes == bytes, "written anew, a pending file differs")
    }
  }

  private mutating func readNames() {
    let names = [
      "Q1-activity-2026-zhang-0007", "Q1-member---zhang-0001", "Q1-activity-2026-zhang-12345",
      PlainJudge.path, "organizations/Q1/restricted/dues-2026.zhang+2.rec",
    ]
    var bytes = Array(generator.pick(names).utf8)
    for _ in 0...generator.below(2) {
      generator.pick(Mutation.allCases).apply(to: &bytes, &generator)
    }
    self.bytes = bytes
    let text = String(decoding: bytes, as: UTF8.self)
    if let identifier = RecordIdentifier(text) {
      expect(identifier.description == text, "\(text) is read as \(identifier)")
    }
    if let name = LogFileName(path: text) {
      expect(name.path == text, "\(text) is read as \(name.path)")
    }
  }
}
