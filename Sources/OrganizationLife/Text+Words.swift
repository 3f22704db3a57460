extension String {
  /// Whether some words stand in it, byte for byte. `contains` looks for them by characters, which
  /// takes many times as long and finds the same in text as people write it.
  func holds(_ words: String) -> Bool {
    var (text, words) = (self, words)
    return text.withUTF8 { text in
      words.withUTF8 { words in
        guard let first = words.first else { return true }
        var start = 0
        while start + words.count <= text.count {
          if text[start] == first,
            text[start..<(start + words.count)].elementsEqual(words)
          {
            return true
          }
          start += 1
        }
        return false
      }
    }
  }
}

extension Unicode.Scalar {
  /// The ASCII character of a full-width form (全角), as input methods type it; anything else as it is.
  package var halfWidth: Unicode.Scalar {
    (0xFF01...0xFF5E).contains(value) ? Unicode.Scalar(value - 0xFEE0) ?? self : self
  }
}
