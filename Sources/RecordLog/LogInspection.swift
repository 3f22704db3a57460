import Crypto

/// What `verify` finds in one log file by itself, and what it needs to know of it to compare the
/// files of the store.
struct LogInspection: Sendable {
  /// A record as far as comparing needs it.
  struct Entry: Sendable {
    var id: String
    var identifier: RecordIdentifier?
    var line: Int
    var sum: String
  }

  /// A record whose Sum does not agree though the numbers before it leave a gap.
  struct Gap: Sendable {
    var id: String
    var line: Int
    var numbers: Range<Int>
  }

  let name: LogFileName
  let path: String
  let zone: String
  var findings: [Finding] = []
  var entries: [Entry] = []
  var gaps: [Gap] = []
  var previousSum: String?
  var chainEnd = Chain.zeros
  /// The Sum in the file's last line, whether it agrees or not.
  var lastStoredSum: String?
  var hasGoodHeader = false

  /// Searching the whole file for each of very many faults would take too long.
  private static let mostSearches = 64

  init(name: LogFileName, bytes: [UInt8], zone: String, scan: LogScanner.Result? = nil) {
    self.name = name
    self.path = name.path
    self.zone = zone
    bytes.withUnsafeBytes { inspect($0, scan ?? LogScanner.scan($0, name: name)) }
  }

  private mutating func inspect(_ bytes: UnsafeRawBufferPointer, _ scan: LogScanner.Result) {
    previousSum = scan.previousSum
    chainEnd = scan.chainEnd
    inspectEncoding(bytes)
    if case .tornTail(let line, let length) = scan.condition {
      add(.tornTail(bytes: length), line: line)
    }
    if scan.condition == .badHeader {
      add(
        .badHeader(expected: name.header(previous: scan.previousSum ?? Chain.zeros)), line: 1)
    } else {
      hasGoodHeader = scan.headerEnd != nil
    }
    var previousNumber = 0
    let chain = ChainSearch(bytes: bytes, blocks: scan.blocks, headerEnd: scan.headerEnd ?? 0)
    var searches = 0
    for (index, block) in scan.blocks.enumerated() {
      guard block.end > block.start else {
        add(.grammar(.emptyLine), line: block.line)
        continue
      }
      inspectLines(bytes, block: block)
      let id = Self.id(bytes, block: block)
      guard let sumStart = block.sumStart, block.isClosed else {
        add(.unsealed(id: id), line: block.line)
        continue
      }
      let sum = bytes.text((sumStart + 5)..<(sumStart + Chain.sumLineLength))
      lastStoredSum = sum
      let identifier = id.flatMap { RecordIdentifier($0) }
      let shown = id ?? ""
      if !block.isIntact, scan.condition != .badHeader {
        if let copy = entries.first(where: { $0.id == shown && $0.sum == sum }) {
          add(.duplicate(id: shown, line: copy.line), line: block.line)
          continue
        }
        searches += 1
        switch searches <= Self.mostSearches ? chain.cause(of: index) : .unknown {
        case .predecessorsSum: break
        case .elsewhere: add(.moved(id: shown), line: block.line)
        case .unknown:
          if let number = identifier?.number, number > previousNumber + 1 {
            gaps.append(
              Gap(id: shown, line: block.line, numbers: (previousNumber + 1)..<number))
          } else {
            add(.edited(id: shown), line: block.line)
          }
        }
      }
      inspectRecord(bytes, block: block, id: shown, identifier: identifier)
      if let number = identifier?.number {
        if number <= previousNumber {
          add(.numberNotRising(id: shown, previous: previousNumber), line: block.line)
        }
        previousNumber = number
      }
      entries.append(Entry(id: shown, identifier: identifier, line: block.line, sum: sum))
    }
  }

  private mutating func add(_ kind: Finding.Kind, line: Int) {
    findings.append(Finding(file: path, line: line, kind: kind))
  }

  private static func id(
    _ bytes: UnsafeRawBufferPointer, block: LogScanner.Block
  ) -> String? {
    var fields = FieldScanner(
      bytes: bytes, cursor: block.start, end: block.end, line: block.line)
    while let field = fields.next() {
      if fields.isNamed("Id", field) { return bytes.text(field.value) }
    }
    return nil
  }

  // MARK: One record

  private mutating func inspectRecord(
    _ bytes: UnsafeRawBufferPointer, block: LogScanner.Block, id: String,
    identifier: RecordIdentifier?
  ) {
    if id.isEmpty {
      add(.missingField(id: id, name: "Id"), line: block.line)
    } else if identifier.map({ name.identifier($0.number) == $0 }) != true {
      add(.foreignIdentifier(id: id), line: block.line)
    }
    var fields = FieldScanner(
      bytes: bytes, cursor: block.start, end: block.end, line: block.line)
    var last: [FieldScanner.Place] = []
    while let field = fields.next() {
      last.append(field)
      if last.count > 3 { last.removeFirst() }
    }
    guard last.count == 3, fields.isNamed("By", last[0]) else {
      return add(.missingField(id: id, name: "By"), line: block.line)
    }
    guard fields.isNamed("At", last[1]) else {
      return add(.missingField(id: id, name: "At"), line: block.line)
    }
    let text = bytes.text(last[1].value)
    guard let moment = WrittenMoment(text), moment.zone == zone else {
      return add(.badMoment(id: id, text: text), line: last[1].line)
    }
    if let year = name.year, moment.year > year {
      add(.laterYear(id: id, text: text), line: last[1].line)
    }
  }

  // MARK: Lines

  private mutating func inspectLines(
    _ bytes: UnsafeRawBufferPointer, block: LogScanner.Block
  ) {
    var cursor = block.start
    var line = block.line
    var hasField = false
    while cursor < block.end {
      let end = min(bytes.lineEnd(from: cursor), block.end)
      if let kind = Self.fault(bytes, cursor..<end, hasField: &hasField) {
        add(.grammar(kind), line: line)
      }
      if end > cursor {
        if bytes[end - 1] == Byte.space { add(.grammar(.trailingBlank), line: line) }
        if bytes[end - 1] == Byte.backslash { add(.grammar(.trailingBackslash), line: line) }
      }
      cursor = end + 1
      line += 1
    }
    if !block.isClosed { add(.grammar(.unclosed), line: line - 1) }
  }

  private static func fault(
    _ bytes: UnsafeRawBufferPointer, _ line: Range<Int>, hasField: inout Bool
  ) -> GrammarFault.Kind? {
    guard let first = line.first.map({ bytes[$0] }) else { return .emptyLine }
    switch first {
    case Byte.hash: return .comment
    case Byte.percent: return .descriptor
    case Byte.plus:
      if !hasField { return .strayContinuation }
      if line.count > 1, bytes[line.lowerBound + 1] != Byte.space { return .missingBlank }
      return nil
    default:
      var colon = line.lowerBound
      while colon < line.upperBound, Byte.isNamePart(bytes[colon]) { colon += 1 }
      guard colon > line.lowerBound, colon < line.upperBound, bytes[colon] == Byte.colon else {
        return .notAField
      }
      hasField = true
      guard Byte.isUpper(first) else {
        return .badFieldName(bytes.text(line.lowerBound..<colon))
      }
      if colon + 1 < line.upperBound, bytes[colon + 1] != Byte.space { return .missingBlank }
      return nil
    }
  }

  /// Encoding and forbidden characters of the whole file, line by line only where needed.
  private mutating func inspectEncoding(_ bytes: UnsafeRawBufferPointer) {
    if bytes.holds("\u{FEFF}", at: 0, before: bytes.count) {
      add(.grammar(.byteOrderMark), line: 1)
    }
    var cursor = 0
    var line = 1
    while cursor < bytes.count {
      let end = bytes.lineEnd(from: cursor)
      let content = UnsafeRawBufferPointer(rebasing: bytes[cursor..<end])
      if content.contains(where: { $0 < 0x20 || $0 >= 0x7F }) {
        if let text = String(validating: content, as: UTF8.self) {
          let bad = text.unicodeScalars.filter {
            TextCleaning.isControl($0) || TextCleaning.isDirectionMark($0)
          }
          var seen: Set<UInt32> = []
          for scalar in bad where seen.insert(scalar.value).inserted {
            add(.grammar(.forbiddenCharacter(scalar.value)), line: line)
          }
        } else {
          add(.grammar(.invalidEncoding), line: line)
        }
      }
      cursor = end + 1
      line += 1
    }
  }
}

/// Finds out why a record's Sum does not agree.
private struct ChainSearch {
  enum Cause {
    /// The record is whole; the Sum stored before it was altered.
    case predecessorsSum
    /// The record is whole; it once followed another.
    case elsewhere
    /// Altered, or what it followed is gone.
    case unknown
  }

  let bytes: UnsafeRawBufferPointer
  let blocks: [LogScanner.Block]
  let headerEnd: Int

  func cause(of index: Int) -> Cause {
    guard let sumStart = blocks[index].sumStart else { return .unknown }
    let body = UnsafeRawBufferPointer(rebasing: bytes[blocks[index].start..<sumStart])
    let stored = slice(sumStart + 5, Chain.length)
    func follows(_ previous: UnsafeRawBufferPointer) -> Bool {
      Chain.agrees(Chain.digest(previous: previous, body: body), with: stored)
    }
    if index > 0, blocks[index - 1].end > blocks[index - 1].start {
      let original = recomputed(index - 1)
      if original.withUnsafeBytes({ follows($0) }) { return .predecessorsSum }
    }
    for other in blocks.indices where other != index {
      guard let start = blocks[other].sumStart, blocks[other].isClosed else { continue }
      if follows(slice(start + 5, Chain.length)) { return .elsewhere }
    }
    let start = Chain.start(header: slice(0, headerEnd))
    if start.withUnsafeBytes({ follows($0) }) { return .elsewhere }
    return .unknown
  }

  /// The Sum a record should have, by the Sum stored before it; of one whose Sum line is
  /// unreadable too.
  private func recomputed(_ index: Int) -> [UInt8] {
    let block = blocks[index]
    let before = blocks[..<index].last { $0.sumStart != nil && $0.isClosed }
    let previous =
      before.flatMap(\.sumStart).map { Array(slice($0 + 5, Chain.length)) }
      ?? Chain.start(header: slice(0, headerEnd))
    var end = block.sumStart ?? block.end
    if block.sumStart == nil, end > block.start {
      // The last line stands where the Sum line should.
      end -= 1
      while end > block.start, bytes[end - 1] != Byte.lineFeed { end -= 1 }
    }
    return Chain.sum(previous: previous, body: Array(bytes[block.start..<end])[...])
  }

  private func slice(_ start: Int, _ count: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[start..<(start + count)])
  }
}
