import OrganizationLife

/// The lines of a stored record at which a search looks: all lines of all values but those that
/// say only how the record is kept (`Id`, `By`, `At`, `Sum`, and which records it corrects,
/// withdraws or follows).
enum RecordLines {
  /// One line of a value: offsets into the record's bytes.
  struct Line {
    /// The name of its field.
    var name: Range<Int>
    /// The text, without name and without `+ `.
    var text: Range<Int>
  }

  /// Walks every line of every value, those that a search passes over included.
  static func forEach(
    of record: UnsafeRawBufferPointer, _ body: (Line) -> Void
  ) {
    var cursor = 0
    var name = 0..<0
    while cursor < record.count {
      let start = cursor
      let end = lineEnd(of: record, from: cursor)
      cursor = end + 1
      var text = start
      if record[start] == UInt8(ascii: "+") {
        text += 1
      } else {
        var colon = start
        while colon < end, record[colon] != UInt8(ascii: ":") { colon += 1 }
        guard colon < end else { continue }
        name = start..<colon
        text = colon + 1
      }
      if text < end, record[text] == UInt8(ascii: " ") { text += 1 }
      body(Line(name: name, text: min(text, end)..<end))
    }
  }

  /// Adds the text that is searched, folded, a line each.
  static func append(of record: UnsafeRawBufferPointer, to text: inout FoldedText) {
    forEach(of: record) { line in
      guard isSearched(record, line.name) else { return }
      text.append(part(record, line.text))
      text.append(UInt8(ascii: "\n"))
    }
  }

  /// Whether a search looks at a field.
  static func isSearched(_ record: UnsafeRawBufferPointer, _ name: Range<Int>) -> Bool {
    switch name.count {
    case 2: !holds(record, name, "Id") && !holds(record, name, "By") && !holds(record, name, "At")
    case 3: !holds(record, name, "Sum")
    case 7: !holds(record, name, "Follows")
    case 8: !holds(record, name, "Corrects")
    case 9: !holds(record, name, "Withdraws")
    default: true
    }
  }

  /// Whether a part of a record is that text.
  static func holds(
    _ record: UnsafeRawBufferPointer, _ range: Range<Int>, _ text: StaticString
  ) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    for offset in 0..<range.count where record[range.lowerBound + offset] != text.utf8Start[offset]
    {
      return false
    }
    return true
  }

  static func part(
    _ record: UnsafeRawBufferPointer, _ range: Range<Int>
  ) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: record[range])
  }

  static func string(_ record: UnsafeRawBufferPointer, _ range: Range<Int>) -> String {
    String(decoding: record[range], as: UTF8.self)
  }

  /// The names in a line of people written `ID(姓名)`, wherever they stand in it.
  static func forEachName(
    _ record: UnsafeRawBufferPointer, _ line: Range<Int>, _ body: (Range<Int>) -> Void
  ) {
    var cursor = line.lowerBound
    while cursor < line.upperBound {
      defer { cursor += 1 }
      guard record[cursor] == UInt8(ascii: "("),
        isIdentifier(record, before: cursor, from: line.lowerBound)
      else { continue }
      let start = cursor + 1
      var end = start
      while end < line.upperBound, record[end] != UInt8(ascii: ")") { end += 1 }
      // No name is longer than 32 characters of three bytes.
      guard end < line.upperBound, end > start, end - start <= 96 else { continue }
      body(start..<end)
    }
  }

  /// Whether capitals and digits, a capital first, stand before an offset.
  private static func isIdentifier(
    _ record: UnsafeRawBufferPointer, before end: Int, from start: Int
  ) -> Bool {
    var first = end
    while first > start, isCapital(record[first - 1]) || isDigit(record[first - 1]) { first -= 1 }
    return end - first >= 2 && isCapital(record[first])
  }

  private static func isCapital(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "A") < 26 }
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  private static func lineEnd(of record: UnsafeRawBufferPointer, from start: Int) -> Int {
    var end = start
    while end < record.count, record[end] != UInt8(ascii: "\n") { end += 1 }
    return end
  }
}
