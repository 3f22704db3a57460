/// What `verify` finds in one log file by itself, and what it needs to know of it to compare the
/// files of the store.
package struct LogInspection: Sendable {
  /// A record whose id names this file.
  struct Entry: Sendable {
    var number: Int
    var line: Int
  }

  /// A record whose id names another file, or nothing.
  struct Stranger: Sendable {
    var id: String
    var line: Int
  }

  /// A record whose Sum does not agree though the numbers before it leave a gap.
  struct Gap: Sendable {
    var id: String
    var line: Int
    var numbers: Range<Int>
  }

  /// The first record of a file when it does not follow the header: it, or `prev`, was altered.
  struct Opening: Sendable {
    var body: [UInt8]
    var sum: [UInt8]
    var findings: [Finding]
    var gaps: [Gap]
  }

  /// A field that names an attachment.
  struct Reference: Sendable {
    var id: String
    var line: Int
    /// The 64 hex digits.
    var hash: String
  }

  let name: LogFileName
  let path: String
  let zone: String
  package internal(set) var findings: [Finding] = []
  private(set) var entries: [Entry] = []
  private(set) var strangers: [Stranger] = []
  private(set) var gaps: [Gap] = []
  private(set) var opening: Opening?
  private(set) var references: [Reference] = []
  private(set) var previousSum: String?
  private(set) var chainEnd = Chain.zeros
  /// The last Sum in the file, whether it agrees or not.
  private(set) var lastStoredSum: String?
  /// Whether there is anything to report, be it only after a look at the file before.
  package var seesFault: Bool { !(findings.isEmpty && gaps.isEmpty && opening == nil) }
  /// Whether the header can be compared with the file before.
  private(set) var hasGoodHeader = false
  /// Whether the file can be read at all: of a newer format nothing is known but its header.
  private(set) var isKnown = true
  /// Whether each number is greater than the one before.
  private(set) var isRising = true
  /// What the ids of this file begin with.
  private let idPrefix: [UInt8]

  /// Searching the whole file for each of very many faults would take too long.
  private static let mostSearches = 64

  init(
    name: LogFileName, bytes: UnsafeRawBufferPointer, scan: LogScanner.Result, zone: String
  ) {
    self.name = name
    self.path = name.path
    self.zone = zone
    idPrefix = Array(name.identifier(1).description.utf8.dropLast(4))
    inspect(bytes, scan)
  }

  package init(name: LogFileName, bytes: [UInt8], zone: String) {
    self = bytes.withUnsafeBytes { bytes in
      Self(name: name, bytes: bytes, scan: LogScanner.scan(bytes, name: name), zone: zone)
    }
  }

  private mutating func inspect(_ bytes: UnsafeRawBufferPointer, _ scan: LogScanner.Result) {
    previousSum = scan.previousSum
    chainEnd = scan.chainEnd
    var end = bytes.count
    switch scan.condition {
    case .newerFormat(let format):
      isKnown = false
      add(.newerFormat(format), line: 1)
      return
    case .tornTail(let line, let length):
      end = scan.acceptedEnd
      add(bytes.last == 0 ? .zeroFilled(bytes: length) : .tornTail(bytes: length), line: line)
    case .badHeader:
      add(
        .badHeader(expected: name.header(previous: scan.previousSum ?? Chain.zeros)), line: 1)
    case .intact, .damaged: break
    }
    hasGoodHeader = scan.condition != .badHeader && scan.headerEnd != nil
    inspectEncoding(bytes, to: end)
    inspectBlocks(bytes, scan)
    if let sumStart = scan.blocks.last(where: { $0.isShaped })?.sumStart {
      lastStoredSum = bytes.text((sumStart + 5)..<(sumStart + Chain.sumLineLength))
    }
  }

  mutating func add(_ kind: Finding.Kind, line: Int) {
    findings.append(Finding(file: path, line: line, kind: kind))
  }

  // MARK: Records

  private mutating func inspectBlocks(
    _ bytes: UnsafeRawBufferPointer, _ scan: LogScanner.Result
  ) {
    let chain = ChainSearch(bytes: bytes, scan: scan, name: name)
    var previousNumber = 0
    var searches = 0
    entries.reserveCapacity(scan.blocks.count)
    for (index, block) in scan.blocks.enumerated() {
      guard block.end > block.start else {
        add(.grammar(.emptyLine), line: block.line)
        continue
      }
      let fields = inspectLines(bytes, block: block)
      guard block.isShaped else {
        add(.unsealed(id: fields.id.map { bytes.text($0.value) }), line: block.line)
        continue
      }
      let number = fields.id.flatMap { ownNumber(bytes.part($0.value)) }
      let isWhole = scan.condition == .badHeader ? chain.agrees(index) : block.isIntact
      if !isWhole {
        let id = fields.id.map { bytes.text($0.value) } ?? ""
        if let line = chain.lineOfCopy(of: index) {
          add(.duplicate(id: id, line: line), line: block.line)
          continue
        }
        searches += 1
        let cause = searches <= Self.mostSearches ? chain.cause(of: index) : .unknown
        explain(
          cause, bytes, block: block, id: id, isFirst: index == 0,
          missing: number.map { (previousNumber + 1)..<max($0, previousNumber + 1) } ?? 0..<0)
      }
      inspectRecord(bytes, block: block, fields: fields, number: number)
      guard let number else { continue }
      if number <= previousNumber {
        isRising = false
        let id = name.identifier(number).description
        add(.numberNotRising(id: id, previous: previousNumber), line: block.line)
      }
      previousNumber = number
      entries.append(Entry(number: number, line: block.line))
    }
  }

  /// Says why a record's Sum does not agree; `missing` are the numbers left out before it.
  private mutating func explain(
    _ cause: ChainSearch.Cause, _ bytes: UnsafeRawBufferPointer, block: LogScanner.Block,
    id: String, isFirst: Bool, missing: Range<Int>
  ) {
    switch cause {
    case .predecessorsSum:
      // Whoever forged the Sum of a record that does not begin with its Id made none of it.
      if !id.isEmpty, !bytes.holds("Id: ", at: block.start, before: block.end) {
        add(.missingField(id: id, name: "Id"), line: block.line)
      }
      return
    case .elsewhere: return add(.moved(id: id), line: block.line)
    case .unknown: break
    }
    // The rest of a record that was cut in two: that it has no Id is said.
    guard !id.isEmpty else { return }
    var gaps: [Gap] = []
    var findings: [Finding] = []
    if missing.isEmpty {
      findings.append(Finding(file: path, line: block.line, kind: .edited(id: id)))
    } else {
      gaps.append(Gap(id: id, line: block.line, numbers: missing))
    }
    if isFirst, let sumStart = block.sumStart {
      // With a bad header nothing can be said of what follows it.
      guard hasGoodHeader else { return }
      opening = Opening(
        body: Array(bytes[block.start..<sumStart]),
        sum: Array(bytes[(sumStart + 5)..<(sumStart + Chain.sumLineLength)]),
        findings: findings, gaps: gaps)
    } else {
      self.findings += findings
      self.gaps += gaps
    }
  }

  /// The number of an id that names this file; nil for another.
  private func ownNumber(_ id: UnsafeRawBufferPointer) -> Int? {
    let start = idPrefix.count
    guard (start + 4...start + 9).contains(id.count), id.starts(with: idPrefix) else {
      return nil
    }
    let digits = id[start...]
    guard digits.allSatisfy(Byte.isDigit), digits.count == 4 || digits.first != Byte.zero else {
      return nil
    }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - Byte.zero) }
    return number > 0 ? number : nil
  }

  private mutating func inspectRecord(
    _ bytes: UnsafeRawBufferPointer, block: LogScanner.Block, fields: BlockFields, number: Int?
  ) {
    func id() -> String { fields.id.map { bytes.text($0.value) } ?? "" }
    if number == nil {
      let id = id()
      if id.isEmpty {
        add(.missingField(id: id, name: "Id"), line: block.line)
      } else {
        add(.foreignIdentifier(id: id), line: block.line)
        strangers.append(Stranger(id: id, line: block.line))
      }
    }
    for file in fields.files {
      let hash = bytes.part(file.value).prefix { $0 != Byte.space && $0 != UInt8(ascii: ".") }
      guard hash.count == Chain.length, hash.allSatisfy(Byte.isLowerHexadecimal) else { continue }
      references.append(
        Reference(id: id(), line: file.line, hash: String(decoding: hash, as: UTF8.self)))
    }
    guard let by = fields.thirdToLast, bytes.holds("By:", at: by.nameStart, before: by.valueStart)
    else { return add(.missingField(id: id(), name: "By"), line: block.line) }
    guard let at = fields.secondToLast, bytes.holds("At:", at: at.nameStart, before: at.valueStart)
    else { return add(.missingField(id: id(), name: "At"), line: block.line) }
    guard let moment = WrittenMoment(bytes.part(at.value)),
      zone.utf8.elementsEqual(bytes.part(at.value).suffix(zone.utf8.count))
    else {
      return add(.badMoment(id: id(), text: bytes.text(at.value)), line: at.line)
    }
    if let year = name.year, moment.year > year {
      add(.laterYear(id: id(), text: bytes.text(at.value)), line: at.line)
    }
  }
}
