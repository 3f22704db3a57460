/// Names in the order of lists and ballots, 按姓氏笔画为序 (选举条例): by the number of strokes of the
/// surname's first character, then stroke by stroke 横 竖 撇 点 折 (GB 13000.1 字符集汉字字序); of one
/// surname by the next character, and so on. 欧阳 stands where 欧 stands.
public enum StrokeOrder {
  /// Whether a name stands before another. A name that the other begins with stands first, and
  /// characters that the table does not have stand last, in the order of their code points.
  public static func precedes(_ name: String, _ other: String) -> Bool {
    for (own, others) in zip(name.unicodeScalars, other.unicodeScalars) where own != others {
      return (rank(of: own), own.value) < (rank(of: others), others.value)
    }
    return name.unicodeScalars.count < other.unicodeScalars.count
  }

  /// Whatever has a name, in that order; those of one name stay as they were.
  public static func sorted<Named>(_ all: [Named], by name: (Named) -> String) -> [Named] {
    all.enumerated().sorted { a, b in
      let (first, second) = (name(a.element), name(b.element))
      return first == second ? a.offset < b.offset : precedes(first, second)
    }.map(\.element)
  }

  private static func rank(of scalar: Unicode.Scalar) -> Int { table[scalar] ?? Int.max }

  /// How many characters have a place.
  static var count: Int { table.count }

  /// Made at the first use: candidates being listed, never the first screen, pays for it.
  private static let table: [Unicode.Scalar: Int] = {
    var table: [Unicode.Scalar: Int] = [:]
    table.reserveCapacity(30_000)
    guard let bytes = BuiltIn.bytes(of: "stroke/order.txt") else { return table }
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      guard let blank = line.firstIndex(of: UInt8(ascii: " ")) else { continue }
      let characters = String(decoding: line[line.index(after: blank)...], as: UTF8.self)
      for scalar in characters.unicodeScalars { table[scalar] = table.count }
    }
    return table
  }()
}
