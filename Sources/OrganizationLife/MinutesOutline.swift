/// The order of business that minutes are written along, and what of it is still to be written:
/// headings alone are no minutes.
public enum MinutesOutline {
  /// 接收预备党员 at a 党员大会, in order (发展党员工作细则第二十一条 and practice).
  public static let admission = [
    "本人汇报", "介绍人意见", "支委会审查意见", "讨论", "表决", "宣布表决结果", "本人表态",
  ]

  /// The headings as lines, to be written under.
  public static func text(_ headings: [String]) -> String {
    headings.map { "\($0):" }.joined(separator: "\n")
  }

  /// Whether anything stands there but headings.
  public static func isFilled(_ minutes: String) -> Bool {
    lines(minutes).contains { !isHeading($0) }
  }

  /// The headings of the order of business under which nothing stands.
  public static func emptyHeadings(in minutes: String) -> [String] {
    let lines = lines(minutes)
    return lines.indices.compactMap { index in
      guard let heading = known(lines[index]) else { return nil }
      let isLast = index + 1 == lines.count
      return isLast || known(lines[index + 1]) != nil || begins(lines[index + 1]) ? heading : nil
    }
  }

  private static func lines(_ text: String) -> [Substring] {
    // By scalars: finding where characters end takes most of the time over a whole ledger.
    text.unicodeScalars.split(whereSeparator: isNewline)
      .filter { $0.contains { !$0.properties.isWhitespace } }.map { Substring($0) }
  }

  private static func isNewline(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func isHeading(_ line: Substring) -> Bool {
    line.last { !$0.isWhitespace }.map { ":：".contains($0) } ?? true
  }

  /// The heading that a line consists of.
  private static func known(_ line: Substring) -> String? {
    guard isHeading(line) else { return nil }
    return admission.first { heading in
      line.filter { !$0.isWhitespace }.dropLast() == heading[...]
    }
  }

  /// Whether a line begins with a heading and goes on behind it.
  private static func begins(_ line: Substring) -> Bool {
    admission.contains { line.hasPrefix("\($0):") || line.hasPrefix("\($0)：") }
  }
}
