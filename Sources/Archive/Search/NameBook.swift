/// The names of everybody who is written down, to be found by pinyin and initials between two keys.
struct NameBook: Sendable {
  private(set) var names: [String] = []
  private var numbers: [String: Int] = [:]
  /// How each character of each name may be typed.
  private var spellings: [[[[UInt8]]]] = []
  /// A bit for each letter with which a character of the name may begin.
  private var initials: [UInt32] = []

  /// The number of a name, which is added if it is new.
  mutating func number(of name: String) -> Int {
    if let number = numbers[name] { return number }
    let number = names.count
    names.append(name)
    numbers[name] = number
    return number
  }

  /// Prepares for `reading`: the first name read by its letters costs as much as thousands after.
  mutating func prepare() {
    for name in names[spellings.count...] {
      let spelling = name.lowercased().filter { $0 != " " }.map { character in
        PinyinReading.readings(of: character).map { Array($0.utf8) }
          + [Array(String(character).utf8)]
      }
      spellings.append(spelling)
      initials.append(
        spelling.joined().reduce(0) { $0 | Self.bit(of: $1.first ?? 0) })
    }
  }

  /// A letter's bit; none for what is no letter.
  private static func bit(of byte: UInt8) -> UInt32 {
    let place = byte &- UInt8(ascii: "a")
    return place < 26 ? 1 << UInt32(place) : 0
  }

  /// The numbers of the names that can be read so: a part of one, each character by its pinyin or
  /// the beginning of it, as by `PinyinReading.matches`.
  func reading(_ letters: [UInt8]) -> [Int] {
    let first = Self.bit(of: letters.first ?? 0)
    return spellings.indices.filter { number in
      guard initials[number] & first != 0 else { return false }
      let spelling = spellings[number]
      return spelling.indices.contains { Self.reads(letters, 0, spelling, $0) }
    }
  }

  private static func reads(
    _ letters: [UInt8], _ start: Int, _ name: [[[UInt8]]], _ character: Int
  ) -> Bool {
    if start == letters.count { return true }
    guard character < name.count else { return false }
    return name[character].contains { reading in
      for offset in reading.indices {
        guard start + offset < letters.count, letters[start + offset] == reading[offset] else {
          return false
        }
        if reads(letters, start + offset + 1, name, character + 1) { return true }
      }
      return false
    }
  }
}
