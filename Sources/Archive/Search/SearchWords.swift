/// The words of a query, with the names that may be read so: to mark them where they stand.
public struct SearchWords: Hashable, Sendable {
  /// A word, and the names that it may be; folded.
  struct Word: Hashable, Sendable {
    var text: [UInt8]
    var names: [[UInt8]]
  }

  private let words: [Word]

  init(_ words: [Word]) { self.words = words }

  /// Where the words stand in a line: offsets in characters, ascending, apart from one another.
  public func marks(in text: String) -> [Range<Int>] { places(in: text).marks }

  /// The same, and how many of the words stand there.
  func places(in text: String) -> (marks: [Range<Int>], words: Int) {
    let line = Line(text)
    var marks: [Range<Int>] = []
    var number = 0
    for word in words {
      let found = ([word.text] + word.names).flatMap { line.places(of: $0) }
      if !found.isEmpty { number += 1 }
      marks += found
    }
    var apart: [Range<Int>] = []
    for mark in marks.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = apart.last, mark.lowerBound <= last.upperBound {
        apart[apart.count - 1] = last.lowerBound..<max(last.upperBound, mark.upperBound)
      } else {
        apart.append(mark)
      }
    }
    return (apart, number)
  }

  /// A line in its folded form.
  private struct Line {
    let text: String
    let bytes: [UInt8]

    init(_ text: String) {
      self.text = text
      bytes = FoldedText.of(text)
    }

    /// Where a folded text stands, in characters of the line.
    func places(of word: [UInt8]) -> [Range<Int>] {
      let starts = starts(of: word)
      guard !starts.isEmpty else { return [] }
      // The character to which each byte belongs: folded one by one.
      var characters: [Int] = []
      for (number, character) in text.enumerated() {
        characters += Array(repeating: number, count: FoldedText.of(String(character)).count)
      }
      guard characters.count == bytes.count else { return [] }
      return starts.map { characters[$0]..<characters[$0 + word.count - 1] + 1 }
    }

    private func starts(of word: [UInt8]) -> [Int] {
      guard !word.isEmpty else { return [] }
      return bytes.withUnsafeBytes { bytes in
        word.withUnsafeBytes { word in
          var starts: [Int] = []
          var cursor = 0
          while let start = bytes.firstIndex(of: word, from: cursor) {
            starts.append(start)
            cursor = start + word.count
          }
          return starts
        }
      }
    }
  }
}
