/// Where a line is broken into rows: between any two wide characters but not before closing or
/// behind opening punctuation (行首行尾禁则), in Latin text at blanks.
public enum LineBreaking {
  /// Characters that may not begin a row.
  private static let closing: Set<Character> = [
    "，", "。", "、", "；", "：", "！", "？", "）", "》", "〉", "】", "」", "』", "”", "’", "…", "％", "·",
    ",", ".", ";", ":", "!", "?", ")", "]", "}", "%",
  ]
  /// Characters that may not end a row.
  private static let opening: Set<Character> = [
    "（", "《", "〈", "【", "「", "『", "“", "‘", "(", "[", "{",
  ]

  /// Indices of the first character of each row; the first is always 0.
  /// `widths` holds the columns of each character.
  public static func rowStarts(
    of characters: [Character], widths: [UInt8], columns: Int
  ) -> [Int] {
    var starts = [0]
    var start = 0
    var used = 0
    var index = 0
    while index < characters.count {
      let width = Int(widths[index])
      if used + width > columns && index > start {
        start = breakPoint(characters, widths, from: start, to: index)
        starts.append(start)
        used = widths[start..<index].reduce(0) { $0 + Int($1) }
        continue
      }
      used += width
      index += 1
    }
    return starts
  }

  /// The last place in `start + 1 ... limit` where a row may end, or `limit` if there is none.
  private static func breakPoint(
    _ characters: [Character], _ widths: [UInt8], from start: Int, to limit: Int
  ) -> Int {
    var candidate = limit
    while candidate > start {
      if mayBreak(characters, widths, before: candidate) { return candidate }
      candidate -= 1
    }
    return limit
  }

  private static func mayBreak(
    _ characters: [Character], _ widths: [UInt8], before index: Int
  ) -> Bool {
    let previous = characters[index - 1]
    let next = characters[index]
    if previous == " " || next == " " { return true }
    if widths[index - 1] < 2 && widths[index] < 2 { return false }
    return !closing.contains(next) && !opening.contains(previous)
  }
}
