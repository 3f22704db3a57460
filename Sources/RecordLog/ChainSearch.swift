/// Finds out why a record's Sum does not agree.
struct ChainSearch {
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
  /// What the first record may be chained to: the header as it stands and as it should be.
  let starts: [[UInt8]]

  init(bytes: UnsafeRawBufferPointer, scan: LogScanner.Result, name: LogFileName) {
    self.bytes = bytes
    blocks = scan.blocks
    var starts = [Chain.start(header: bytes.part(0..<(scan.headerEnd ?? 0)))]
    if scan.condition == .badHeader, let previous = scan.previousSum {
      starts.append(Chain.start(header: name.header(previous: previous)))
    }
    self.starts = starts
  }

  /// Whether a record agrees with its Sum and the Sum stored before it, or with the header.
  func agrees(_ index: Int) -> Bool {
    let block = blocks[index]
    guard block.isShaped, bytes.holds("Id: ", at: block.start, before: block.end) else {
      return false
    }
    if let sum = storedSum(before: index) { return follows(sum, index) }
    return starts.contains { start in start.withUnsafeBytes { follows($0, index) } }
  }

  func cause(of index: Int) -> Cause {
    guard blocks[index].isShaped else { return .unknown }
    if index > 0, blocks[index - 1].end > blocks[index - 1].start {
      for original in recomputed(index - 1)
      where original.withUnsafeBytes({ follows($0, index) }) {
        return .predecessorsSum
      }
    }
    for other in blocks.indices where other != index {
      if let sum = storedSum(other), follows(sum, index) { return .elsewhere }
    }
    return starts.contains { start in start.withUnsafeBytes { follows($0, index) } }
      ? .elsewhere : .unknown
  }

  /// The line of an earlier record that is the same from its Id to its Sum as far as these two tell.
  func lineOfCopy(of index: Int) -> Int? {
    guard let sum = storedSum(index) else { return nil }
    let id = firstLine(index)
    return blocks[..<index].indices.first { other in
      storedSum(other).map { $0.elementsEqual(sum) } ?? false
        && firstLine(other).elementsEqual(id)
    }.map { blocks[$0].line }
  }

  private func firstLine(_ index: Int) -> UnsafeRawBufferPointer {
    bytes.part(blocks[index].start..<bytes.lineEnd(from: blocks[index].start))
  }

  private func follows(_ previous: UnsafeRawBufferPointer, _ index: Int) -> Bool {
    guard let sumStart = blocks[index].sumStart, let stored = storedSum(index) else {
      return false
    }
    let body = bytes.part(blocks[index].start..<sumStart)
    return Chain.agrees(Chain.digest(previous: previous, body: body), with: stored)
  }

  private func storedSum(_ index: Int) -> UnsafeRawBufferPointer? {
    guard blocks[index].isClosed, let start = blocks[index].sumStart else { return nil }
    return bytes.part((start + 5)..<(start + Chain.sumLineLength))
  }

  private func storedSum(before index: Int) -> UnsafeRawBufferPointer? {
    for other in (0..<index).reversed() {
      if let sum = storedSum(other) { return sum }
    }
    return nil
  }

  /// The Sums a record may have had, by what stands before it; of one whose Sum line is unreadable
  /// too.
  private func recomputed(_ index: Int) -> [[UInt8]] {
    let block = blocks[index]
    var end = block.sumStart ?? block.end
    if block.sumStart == nil, end > block.start {
      // The last line stands where the Sum line should.
      end -= 1
      while end > block.start, bytes[end - 1] != Byte.lineFeed { end -= 1 }
    }
    let previous = storedSum(before: index).map { [Array($0)] } ?? starts
    return previous.map { Chain.sum(previous: $0, body: Array(bytes[block.start..<end])[...]) }
  }
}
