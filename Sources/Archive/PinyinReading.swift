/// Finding Chinese names by what a keyboard types: full pinyin or initials, without tones.
///
/// A character with several readings is found by each of them (单 as `shan` and `dan`), so a name
/// is never missed for being read the less usual way.
public enum PinyinReading {
  /// Whether a query of letters matches a name: `zjg`, `zhangjg` and `zhang jianguo` all match
  /// 张建国, and so does any part of the name itself. Case and spaces do not matter.
  public static func matches(_ query: String, name: String) -> Bool {
    let query = Array(query.lowercased().filter { $0 != " " })
    if query.isEmpty { return true }
    let name = Array(name.lowercased().filter { $0 != " " })
    return name.indices.contains { matches(query[...], name[$0...]) }
  }

  /// The initials by which a name can be typed, one for each way to read it, the usual one first:
  /// 单雄 gives `dx`, then `sx` and `cx`; letters stand for themselves.
  public static func initials(of name: String) -> [String] {
    var found = [""]
    for character in name {
      var letters: [Character] = []
      for reading in readings(of: character) {
        if let letter = reading.first, !letters.contains(letter) { letters.append(letter) }
      }
      if letters.isEmpty {
        guard character.isASCII, character.isLetter else { continue }
        letters = [Character(character.lowercased())]
      }
      // A name of many ambiguous characters is cut off rather than multiplied without end.
      found = Array(found.flatMap { start in letters.map { start + String($0) } }.prefix(16))
    }
    return found.filter { !$0.isEmpty }
  }

  private static func matches(
    _ query: ArraySlice<Character>, _ name: ArraySlice<Character>
  ) -> Bool {
    guard let wanted = query.first else { return true }
    guard let character = name.first else { return false }
    if wanted == character, matches(query.dropFirst(), name.dropFirst()) { return true }
    return readings(of: character).contains { reading in
      var rest = query
      for letter in reading {
        guard rest.first == letter else { return false }
        rest = rest.dropFirst()
        if matches(rest, name.dropFirst()) { return true }
      }
      return false
    }
  }

  /// How a character may be read, in letters without tones; nothing for what is not Han. By
  /// characters, to which composed and decomposed letters are the same.
  static func readings(of character: Character) -> [String] {
    guard !character.isASCII, let scalar = character.unicodeScalars.first else { return [] }
    if let readings = table[scalar] { return readings }
    // A compatibility form of a Han character is read like the character that it stands for.
    let isCompatible = (0xF900...0xFAFF).contains(scalar.value) || scalar.value >= 0x2F800
    return isCompatible ? unified[character].flatMap { table[$0] } ?? [] : []
  }

  /// The characters of the table, found by any form that is equal; made when such a form is met.
  private static let unified: [Character: Unicode.Scalar] = Dictionary(
    table.keys.map { (Character($0), $0) }
  ) { first, _ in first }

  /// Made at the first use: a name typed by its letters, never the first screen, pays for it.
  private static let table: [Unicode.Scalar: [String]] = {
    var table: [Unicode.Scalar: [String]] = [:]
    table.reserveCapacity(28_000)
    guard let bytes = BuiltIn.bytes(of: "reading/pinyin.txt") else { return table }
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      guard let blank = line.firstIndex(of: UInt8(ascii: " ")) else { continue }
      let reading = String(decoding: line[..<blank], as: UTF8.self)
      for scalar in String(decoding: line[line.index(after: blank)...], as: UTF8.self)
        .unicodeScalars
      {
        table[scalar, default: []].append(reading)
      }
    }
    return table
  }()
}
