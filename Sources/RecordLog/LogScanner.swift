import Crypto
import Glibc

/// Cuts a log file's bytes into records and checks the chain. It accepts a record only when it is
/// complete, ends in its empty line, and its Sum agrees with its bytes and with the Sum stored
/// before it, so that a damaged body spoils one record and a damaged Sum line two.
struct LogScanner {
  /// A run of lines up to an empty one.
  struct Block {
    var start: Int
    /// Behind the LF of its last line.
    var end: Int
    var line: Int
    /// Where its last line `Sum: HEX` begins; nil when there is none.
    var sumStart: Int?
    var isIntact: Bool
    /// Whether an empty line follows.
    var isClosed: Bool

    var isShaped: Bool { sumStart != nil && isClosed }
  }

  /// What a scan finds.
  struct Result {
    var blocks: [Block] = []
    var condition: FileCondition = .intact
    /// `prev` of the header, also of one that does not agree with the path.
    var previousSum: String?
    /// Behind the last record that agrees, or behind the header.
    var acceptedEnd = 0
    var lastSum = Chain.zeros
    /// Whether the torn tail is one whole record that lacks only LF at its end.
    var unclosedSum: String?
    /// Where the header's text ends; nil without one.
    var headerEnd: Int?
  }

  static func scan(_ bytes: UnsafeRawBufferPointer, name: LogFileName) -> Result {
    var result = Result()
    guard let header = Header(bytes, name: name) else {
      result.condition = .tornTail(line: 1, bytes: bytes.count)
      return result
    }
    result.headerEnd = header.end
    if let format = header.newerFormat {
      result.condition = .newerFormat(format)
      result.acceptedEnd = bytes.count
      return result
    }
    result.previousSum = header.previous
    result.acceptedEnd = header.begin
    // What is usual: records of about a kilobyte.
    result.blocks.reserveCapacity(bytes.count / 768 + 2)
    var lastSum: UnsafeRawBufferPointer?
    forEachBlock(bytes, header: header, isChecked: { _ in header.isGood }) { block, agrees in
      if let sumStart = block.sumStart, agrees {
        let stored = bytes.part((sumStart + 5)..<(sumStart + Chain.sumLineLength))
        if block.isClosed {
          result.acceptedEnd = block.end + 1
          lastSum = stored
        } else {
          result.unclosedSum = stored.text(0..<stored.count)
        }
      }
      result.blocks.append(block)
    }
    if let lastSum { result.lastSum = lastSum.text(0..<lastSum.count) }
    conclude(&result, bytes: bytes, isHeaderGood: header.isGood)
    return result
  }

  /// The blocks that agree with their Sum and hold one of some places, ascending, with those places.
  /// The chain of the others is not checked.
  static func intactBlocks(
    _ bytes: UnsafeRawBufferPointer, name: LogFileName, holding places: [Int]
  ) -> [(block: Block, places: [Int])] {
    guard let header = Header(bytes, name: name), header.isGood else { return [] }
    var found: [(block: Block, places: [Int])] = []
    var index = 0
    var inside: [Int] = []
    forEachBlock(bytes, header: header) { block in
      while index < places.count, places[index] < block.start { index += 1 }
      inside.removeAll(keepingCapacity: true)
      while index < places.count, places[index] < block.end {
        inside.append(places[index])
        index += 1
      }
      return !inside.isEmpty
    } _: { block, _ in
      if block.isIntact { found.append((block, inside)) }
    }
    return found
  }

  /// The first line of a file.
  private struct Header {
    /// Where its text ends.
    let end: Int
    /// Where the records begin.
    let begin: Int
    /// Their first line.
    let line: Int
    /// `prev`, also when the header does not agree with the path.
    let previous: String?
    /// Whether it agrees with the path.
    let isGood: Bool
    /// The format it gives when this program does not know it yet.
    let newerFormat: Int?

    /// Nil when not even the header is whole.
    init?(_ bytes: UnsafeRawBufferPointer, name: LogFileName) {
      end = bytes.lineEnd(from: 0)
      guard end + 1 < bytes.count else { return nil }
      let text = bytes.part(0..<end)
      let isFollowed = bytes[end + 1] == Byte.lineFeed
      if bytes.holds("Id: ", at: 0, before: end) {
        // There is no header at all.
        begin = 0
        line = 1
      } else {
        begin = isFollowed ? end + 2 : end + 1
        line = isFollowed ? 3 : 2
      }
      previous = LogScanner.previous(inHeader: text)
      isGood =
        isFollowed
        && previous.map { text.isEqual(to: name.header(previous: $0)) } ?? false
      newerFormat = LogScanner.format(inHeader: text).flatMap {
        $0 > Manifest.currentFormat ? $0 : nil
      }
    }
  }

  /// Walks the blocks; of those that are to be checked it is said whether their Sum agrees, though
  /// the empty line behind them may be missing.
  private static func forEachBlock(
    _ bytes: UnsafeRawBufferPointer, header: Header, isChecked: (Block) -> Bool,
    _ body: (Block, _ agrees: Bool) -> Void
  ) {
    let start = Chain.start(header: bytes.part(0..<header.end))
    start.withUnsafeBytes { start in
      var previous = start
      var walker = Walker(bytes: bytes, cursor: header.begin, line: header.line)
      while var block = walker.next() {
        var agrees = false
        if let sumStart = block.sumStart {
          if isChecked(block), bytes.holds("Id: ", at: block.start, before: block.end) {
            let stored = bytes.part((sumStart + 5)..<(sumStart + Chain.sumLineLength))
            let body = bytes.part(block.start..<sumStart)
            agrees = Chain.agrees(Chain.digest(previous: previous, body: body), with: stored)
            block.isIntact = agrees && block.isClosed
          }
          if block.isClosed {
            // With the LF that the digest wants behind it.
            previous = bytes.part((sumStart + 5)..<(sumStart + Chain.sumLineLength + 1))
          }
        }
        body(block, agrees)
      }
    }
  }

  private static func conclude(
    _ result: inout Result, bytes: UnsafeRawBufferPointer, isHeaderGood: Bool
  ) {
    let firstFault = result.blocks.firstIndex { !$0.isIntact }
    guard isHeaderGood else {
      result.unclosedSum = nil
      if result.isTraceOfFirstWrite(bytes) {
        result = Result()
        result.condition = .tornTail(line: 1, bytes: bytes.count)
      } else {
        result.condition = .badHeader
      }
      return
    }
    guard let firstFault else { return }
    let fault = result.blocks[firstFault]
    let isFollowed = result.blocks[firstFault...].contains { $0.isIntact }
    // A whole Sum line is never the trace of an interrupted write, unless the write lacks only
    // the LF at its very end.
    let isShaped = result.blocks[firstFault...].contains { $0.sumStart != nil }
    let isUnclosedRecord = result.unclosedSum != nil && firstFault == result.blocks.count - 1
    // Zeros are what a disk puts in place of bytes it was not given in time.
    let hasZeros = bytes.firstIndex(of: 0, from: result.acceptedEnd) != nil
    if hasZeros { result.unclosedSum = nil }
    if isFollowed || (isShaped && !isUnclosedRecord && !hasZeros) {
      result.condition = .damaged(line: fault.line)
      result.unclosedSum = nil
    } else {
      result.condition = .tornTail(line: fault.line, bytes: bytes.count - result.acceptedEnd)
      result.blocks.removeSubrange(firstFault...)
    }
  }

  /// `prev` of a header line of this format.
  static func previous(inHeader header: UnsafeRawBufferPointer) -> String? {
    let marker: StaticString = " prev="
    let start = header.count - Chain.length
    guard header.holds("# zhibu 1 ", at: 0, before: header.count), start > 16,
      header.holds(marker, at: start - marker.utf8CodeUnitCount, before: start),
      header[start...].allSatisfy(Byte.isLowerHexadecimal)
    else { return nil }
    return header.text(start..<header.count)
  }

  /// The format in a header line of any format: `# zhibu 2 …`.
  private static func format(inHeader header: UnsafeRawBufferPointer) -> Int? {
    let start = "# zhibu ".utf8.count
    guard header.holds("# zhibu ", at: 0, before: header.count) else { return nil }
    let digits = header[start...].prefix(while: Byte.isDigit)
    guard (1...9).contains(digits.count), digits.first != Byte.zero,
      digits.endIndex < header.count, header[digits.endIndex] == Byte.space
    else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - Byte.zero) }
  }

  /// Runs over the blocks of a file.
  struct Walker {
    let bytes: UnsafeRawBufferPointer
    var cursor: Int
    var line: Int

    /// The next block; an empty line where a record should begin is a block without lines.
    mutating func next() -> Block? {
      guard cursor < bytes.count else { return nil }
      var block = Block(
        start: cursor, end: cursor, line: line, sumStart: nil, isIntact: false, isClosed: false)
      if bytes[cursor] == Byte.lineFeed {
        block.isClosed = true
        cursor += 1
        line += 1
        return block
      }
      var firstSum = isSum(at: cursor) ? cursor : nil
      var place = cursor
      block.end = bytes.count
      while let found = bytes.firstLineBreak(
        before: Byte.lineFeed, or: Byte.initialOfSum, from: place)
      {
        if bytes[found + 1] == Byte.lineFeed {
          block.end = found + 1
          block.isClosed = true
          break
        }
        place = found + 1
        if firstSum == nil, isSum(at: place) { firstSum = place }
      }
      if let firstSum, isLastLine(firstSum, of: block) { block.sumStart = firstSum }
      line += bytes.countOfLineFeeds(in: cursor..<block.end) + (block.isClosed ? 1 : 0)
      cursor = block.end + (block.isClosed ? 1 : 0)
      return block
    }

    @inline(__always)
    private func isSum(at start: Int) -> Bool {
      bytes.holds("Sum: ", at: start, before: bytes.count)
    }

    /// Whether a line that begins `Sum: ` goes on with 64 digits and is the block's last: `Sum` is
    /// a record's last field, so a line of this kind before it spoils the record.
    @inline(__always)
    private func isLastLine(_ start: Int, of block: Block) -> Bool {
      let end = start + Chain.sumLineLength
      // What is cut off at the end of the file may lack its LF.
      guard end == block.end || (end + 1 == block.end && bytes[end] == Byte.lineFeed) else {
        return false
      }
      return bytes.isLowerHexadecimal((start + 5)..<end)
    }
  }
}

extension LogScanner.Result {
  /// Whether a file without a good header may be what an interrupted first write left: zeros in
  /// the header or right behind it, and no more than one record.
  fileprivate func isTraceOfFirstWrite(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let headerEnd, blocks.count(where: \.isShaped) <= 1 else { return false }
    return bytes.firstIndex(of: 0, from: 0).map { $0 <= headerEnd + 1 } ?? false
  }
}

extension LogFile {
  /// Reads a file's bytes.
  package init(name: LogFileName, bytes: [UInt8], modified: Int64) {
    let source = LogSource(name: name, bytes: bytes)
    let result = bytes.withUnsafeBytes { LogScanner.scan($0, name: name) }
    self.init(source: source, result: result, modified: modified)
  }

  init(source: LogSource, result: LogScanner.Result, modified: Int64) {
    self.name = source.name
    self.path = source.path
    self.records = result.blocks.compactMap { block in
      guard block.isShaped else { return nil }
      return Record(
        source: source, start: block.start, end: block.end, line: block.line,
        isIntact: block.isIntact)
    }
    self.condition = result.condition
    self.lastSum = result.lastSum
    self.previousSum = result.previousSum
    self.size = source.bytes.count
    self.modified = modified
  }
}
