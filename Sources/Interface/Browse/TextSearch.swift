import Archive
import OrganizationLife

/// Looking for what was typed into a filter.
enum TextSearch {
  /// The words of a query, in lower case and with half-width letters and digits, whichever an input
  /// method typed; all of them have to be found.
  static func words(of query: String) -> [String] {
    let folded = String(String.UnicodeScalarView(query.unicodeScalars.map(\.halfWidth)))
    return folded.lowercased().split { $0 == " " || $0 == "\u{3000}" }.map(String.init)
  }

  /// Whether `text` holds `word`; ASCII letters match in either case. Works on bytes, because a
  /// list of all minutes of ten years is searched between two keys.
  static func contains(_ word: String, in text: String) -> Bool {
    var word = word
    var text = text
    return word.withUTF8 { word in
      text.withUTF8 { text in
        guard let first = word.first else { return true }
        guard text.count >= word.count else { return false }
        var start = 0
        let last = text.count - word.count
        while start <= last {
          if lower(text[start]) == first {
            var next = 1
            while next < word.count && lower(text[start + next]) == word[next] { next += 1 }
            if next == word.count { return true }
          }
          start += 1
        }
        return false
      }
    }
  }

  /// Whether a name is meant by `word`: a part of it, its pinyin or its initials.
  static func matches(_ word: String, name: String) -> Bool {
    if contains(word, in: name) { return true }
    guard word.utf8.allSatisfy({ UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }) else {
      return false
    }
    return PinyinReading.matches(word, name: name)
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
  }
}
