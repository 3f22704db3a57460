/// Damage done to bytes.
enum Mutation: CaseIterable {
  case flipBit, changeByte, insert, remove, duplicate, swapLines, cutCharacter, zero, moveSpan
  case truncate, insertWord, reseal

  /// What the format gives a meaning to.
  private static let words: [[UInt8]] = [
    "\n", "\n\n", "Sum: ", "\nSum: ", "+ ", "\n+ ", "Id: ", "By: ", "At: ", "# ", "%rec: ", ": ",
    "\\\n", " \n", "\r\n", "\u{FEFF}", "\u{202E}", "\u{FFFD}", "\u{85}", "：", "#> ", "#= ",
    "Sum: " + String(repeating: "0", count: 64) + "\n", "Q1-activity-2026-zhang-0002",
    "# zhibu 2 ", "2026-03-12T14:30:00+08:00", "2026-02-30T14:30:00+08:00",
  ].map { Array($0.utf8) }

  func apply(to bytes: inout [UInt8], _ generator: inout Generator) {
    guard !bytes.isEmpty else { return bytes = [generator.byte()] }
    let place = generator.below(bytes.count)
    switch self {
    case .flipBit: bytes[place] ^= 1 << UInt8(generator.below(8))
    case .changeByte: bytes[place] = generator.byte()
    case .insert:
      let new = (0...generator.below(6)).map { _ in generator.byte() }
      bytes.insert(contentsOf: new, at: place)
    case .remove: bytes.removeSubrange(generator.span(bytes.count, longest: 40))
    case .duplicate:
      let span = generator.span(bytes.count, longest: 300)
      bytes.insert(contentsOf: Array(bytes[span]), at: place)
    case .moveSpan:
      let span = generator.span(bytes.count, longest: 300)
      let moved = Array(bytes[span])
      bytes.removeSubrange(span)
      bytes.insert(contentsOf: moved, at: min(place, bytes.count))
    case .swapLines: swapLines(&bytes, &generator)
    case .cutCharacter:
      // The first byte of a character of several, without the rest.
      if let first = bytes[place...].firstIndex(where: { $0 >= 0xC2 }) {
        bytes.removeSubrange((first + 1)..<min(bytes.count, first + 2))
      }
    case .zero:
      let span = generator.span(bytes.count, longest: 64)
      bytes.replaceSubrange(span, with: Array(repeating: 0, count: span.count))
    case .truncate: bytes.removeSubrange(place...)
    case .insertWord: bytes.insert(contentsOf: generator.pick(Self.words), at: place)
    case .reseal: Self.reseal(&bytes, &generator)
    }
  }

  private func swapLines(_ bytes: inout [UInt8], _ generator: inout Generator) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    lines.swapAt(generator.below(lines.count), generator.below(lines.count))
    bytes = Array(lines.joined(separator: [0x0A]))
  }

  /// Writes a Sum that agrees behind one of the records, as whoever forges it would.
  private static func reseal(_ bytes: inout [UInt8], _ generator: inout Generator) {
    var blocks: [Range<Int>] = []
    var start = 0
    for index in bytes.indices.dropFirst() where bytes[index] == 0x0A && bytes[index - 1] == 0x0A {
      blocks.append(start..<index)
      start = index + 1
    }
    guard blocks.count > 1 else { return }
    let chosen = 1 + generator.below(blocks.count - 1)
    let body = bytes[blocks[chosen]].dropLast(70)
    let previous =
      chosen == 1
      ? PlainJudge.hexadecimal(of: bytes[blocks[0]].dropLast())
      : Array(bytes[blocks[chosen - 1]].suffix(65).prefix(64))
    let sum = Array("Sum: ".utf8) + PlainJudge.sum(previous, body) + [0x0A]
    bytes.replaceSubrange(body.endIndex..<blocks[chosen].upperBound, with: sum)
  }
}
