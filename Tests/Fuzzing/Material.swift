/// Whole files to begin with.
enum Material {
  /// A log file of a few records, different for each generator.
  static func logFile(_ generator: inout Generator) -> [UInt8] {
    var bytes = PlainJudge.headerStart + Array(repeating: 0x30, count: 64)
    var previous = PlainJudge.hexadecimal(of: bytes)
    bytes += [0x0A, 0x0A]
    for number in 1...(1 + generator.below(4)) {
      let start = bytes.count
      bytes += Array("Id: Q1-activity-2026-zhang-000\(number)\n".utf8)
      for _ in 0..<(1 + generator.below(5)) { bytes += generator.pick(lines) }
      bytes += Array("By: Q1M01(张明)\nAt: 2026-03-12T14:30:00+08:00\n".utf8)
      previous = PlainJudge.sum(previous, bytes[start...])
      bytes += Array("Sum: ".utf8) + previous + [0x0A, 0x0A]
    }
    return bytes
  }

  /// A file of `pending/`.
  static func pendingFile(_ generator: inout Generator) -> [UInt8] {
    var bytes = Array("# zhibu 1 pending\n".utf8)
    for section in 0...generator.below(2) {
      let path = section == 0 ? PlainJudge.path : "organizations/Q2/matter-2026.zhang.rec"
      bytes += Array("#> \(path)\n".utf8)
      let file = logFile(&generator)
      // As it is for a file that exists: without the header.
      let end = generator.below(2) == 0 ? 0 : (file.firstIndex(of: 0x0A) ?? 0) + 2
      bytes += file[end...]
    }
    return trailed(bytes)
  }

  /// The bytes with a last line that agrees, so that what lies within is read.
  static func trailed(_ bytes: [UInt8]) -> [UInt8] {
    bytes + Array("#= ".utf8) + PlainJudge.hexadecimal(of: bytes) + [0x0A]
  }

  /// A file for people: catalogue, schema, manifest, or for `zhibu add`.
  static func plainFile(_ generator: inout Generator) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0...generator.below(3) {
      if generator.below(2) == 0 { bytes += Array("%rec: activity\n\n".utf8) }
      for _ in 0...generator.below(5) { bytes += generator.pick(lines + plainLines) }
      bytes.append(0x0A)
    }
    return bytes
  }

  private static let lines: [[UInt8]] = [
    "Organization: Q1\n", "Title: 第一季度党课\n", "Minutes: 第一行\n+\n+ 第三行,𬱖\n+ 四\n",
    "Present: Q1M01(张明)\n", "Item: 一\nBy: 人工\n", "Place: ئۇيغۇر བོད ᠮᠣᠩᠭᠣᠯ\n", "Summary:\n",
    "Sitting: 1/2\nStart: 14:30\n", "LongerThanSixteenLetters: “引号”……\n", "State: 未定稿\n",
  ].map { Array($0.utf8) }

  private static let plainLines: [[UInt8]] = [
    "Format: 1\n", "Zone: +08:00\n", "Unit: 青松监狱\n", "# 注\n", "Title：全角\n", "+ 悬空\n", "小写: x\n",
    "A:b\n", "Text: 尾空格  \n", "Text: \t制表\\\n", "A: b\r\n", "%doc: x\n",
  ].map { Array($0.utf8) }
}
