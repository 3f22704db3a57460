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
    let headerEnd = bytes.lineEnd(from: 0)
    let isHeaderWhole = headerEnd + 1 < bytes.count
    if !isHeaderWhole {
      result.condition = .tornTail(line: 1, bytes: bytes.count)
      return result
    }
    result.headerEnd = headerEnd
    let header = UnsafeRawBufferPointer(rebasing: bytes[..<headerEnd])
    result.previousSum = previous(inHeader: header)
    var isHeaderGood = false
    if let previous = result.previousSum, bytes[headerEnd + 1] == Byte.lineFeed {
      isHeaderGood = header.elementsEqual(name.header(previous: previous).utf8)
    }
    let begin = bytes[headerEnd + 1] == Byte.lineFeed ? headerEnd + 2 : headerEnd + 1
    var walker = Walker(bytes: bytes, cursor: begin, line: begin == headerEnd + 2 ? 3 : 2)
    result.acceptedEnd = begin
    scanBlocks(&walker, into: &result, start: Chain.start(header: header), trusted: isHeaderGood)
    conclude(&result, bytes: bytes, begin: begin, isHeaderGood: isHeaderGood)
    return result
  }

  private static func scanBlocks(
    _ walker: inout Walker, into result: inout Result, start: [UInt8], trusted: Bool
  ) {
    let bytes = walker.bytes
    start.withUnsafeBytes { start in
      var previous = start
      var lastSum: UnsafeRawBufferPointer?
      while var block = walker.next() {
        if let sumStart = block.sumStart {
          let stored = UnsafeRawBufferPointer(
            rebasing: bytes[(sumStart + 5)..<(sumStart + Chain.sumLineLength)])
          let body = UnsafeRawBufferPointer(rebasing: bytes[block.start..<sumStart])
          let agrees =
            trusted && bytes.holds("Id: ", at: block.start, before: block.end)
            && Chain.agrees(Chain.digest(previous: previous, body: body), with: stored)
          block.isIntact = agrees && block.isClosed
          if agrees && !block.isClosed { result.unclosedSum = stored.text(0..<stored.count) }
          if block.isIntact {
            result.acceptedEnd = block.end + 1
            lastSum = stored
          }
          if block.isClosed {
            previous = UnsafeRawBufferPointer(
              rebasing: bytes[(sumStart + 5)..<(sumStart + 6 + Chain.length)])
          }
        }
        result.blocks.append(block)
      }
      if let lastSum { result.lastSum = lastSum.text(0..<lastSum.count) }
    }
  }

  private static func conclude(
    _ result: inout Result, bytes: UnsafeRawBufferPointer, begin: Int, isHeaderGood: Bool
  ) {
    let firstFault = result.blocks.firstIndex { !$0.isIntact }
    guard isHeaderGood else {
      result.condition = .badHeader
      result.unclosedSum = nil
      return
    }
    guard let firstFault else { return }
    let fault = result.blocks[firstFault]
    let isFollowed = result.blocks[firstFault...].contains { $0.isIntact }
    // A whole Sum line is never the trace of an interrupted write, unless the write lacks only
    // the LF at its very end.
    let isShaped = result.blocks[firstFault...].contains { $0.sumStart != nil }
    let isUnclosedRecord = result.unclosedSum != nil && firstFault == result.blocks.count - 1
    if isFollowed || (isShaped && !isUnclosedRecord) {
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

  /// Runs over the blocks of a file, line by line.
  struct Walker {
    let bytes: UnsafeRawBufferPointer
    var cursor: Int
    var line: Int

    /// The next block; an empty line where a record should begin is a block without lines.
    mutating func next() -> Block? {
      guard cursor < bytes.count else { return nil }
      var block = Block(
        start: cursor, end: cursor, line: line, sumStart: nil, isIntact: false, isClosed: false)
      var lastLine = cursor
      var hasEarlySum = false
      while cursor < bytes.count {
        guard let lineEnd = bytes.firstIndex(of: Byte.lineFeed, from: cursor) else {
          // The last line has no LF.
          lastLine = cursor
          cursor = bytes.count
          block.end = cursor
          line += 1
          if isSumLine(lastLine, bytes.count), !hasEarlySum { block.sumStart = lastLine }
          return block
        }
        line += 1
        if lineEnd == cursor {
          block.isClosed = true
          cursor += 1
          break
        }
        if block.sumStart != nil {
          hasEarlySum = true
          block.sumStart = nil
        }
        lastLine = cursor
        cursor = lineEnd + 1
        block.end = cursor
        if isSumLine(lastLine, lineEnd), !hasEarlySum { block.sumStart = lastLine }
      }
      return block
    }

    @inline(__always)
    private func isSumLine(_ start: Int, _ end: Int) -> Bool {
      guard end - start == Chain.sumLineLength, bytes[start] == UInt8(ascii: "S"),
        bytes.holds("Sum: ", at: start, before: end)
      else { return false }
      return bytes[(start + 5)..<end].allSatisfy(Byte.isLowerHexadecimal)
    }
  }
}

extension LogFile {
  /// Reads a file's bytes.
  init(name: LogFileName, bytes: [UInt8], modified: Int64) {
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
