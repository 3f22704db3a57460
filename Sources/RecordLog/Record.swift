import Glibc

/// The bytes of one log file and what its path says; shared by its records.
final class LogSource: Sendable {
  let name: LogFileName
  let path: String
  let bytes: [UInt8]

  init(name: LogFileName, bytes: [UInt8]) {
    self.name = name
    self.path = name.path
    self.bytes = bytes
  }
}

/// One stored record: a window into its file's bytes.
///
/// A record whose `isIntact` is false was altered, moved or follows something removed; it may be
/// shown, but what it says is not to be counted.
public struct Record: Sendable {
  let source: LogSource
  let start: Int
  /// Behind the LF of the Sum line.
  let end: Int
  /// 1-based line of the first field.
  public let line: Int
  /// Whether `Sum` agrees with the record and with the Sum stored before it.
  public let isIntact: Bool

  /// The file's path relative to the store.
  public var file: String { source.path }
  /// The type, from the file's name.
  public var type: String { source.name.type }
  /// The organisation whose folder holds the file.
  public var organizationFolder: String { source.name.organization }
  /// Whether the file lies in `restricted/`.
  public var isRestricted: Bool { source.name.isRestricted }

  /// `Id`, the first field.
  public var id: String {
    source.bytes.withUnsafeBytes { bytes in
      guard bytes.holds("Id: ", at: start, before: end) else { return "" }
      return bytes.text((start + 4)..<min(end, bytes.lineEnd(from: start)))
    }
  }

  /// `Id` taken apart; nil when it is none.
  public var identifier: RecordIdentifier? {
    source.bytes.withUnsafeBytes { bytes in
      guard bytes.holds("Id: ", at: start, before: end) else { return nil }
      let range = (start + 4)..<min(end, bytes.lineEnd(from: start))
      return RecordIdentifier(UnsafeRawBufferPointer(rebasing: bytes[range]))
    }
  }

  /// The `By` that closes the record: who entered it. A `By` of its items is found by `all`.
  public var by: String { closing("By: ", linesBeforeSum: 2) }
  /// `At`: when it was written, RFC 3339 in the store's zone.
  public var at: String { closing("At: ", linesBeforeSum: 1) }
  /// `Sum`: 64 hex digits.
  public var sum: String { closing("Sum: ", linesBeforeSum: 0) }
  /// The record as it stands in the file, `Sum` line included.
  public var text: String { source.bytes.withUnsafeBytes { $0.text(start..<end) } }

  /// Where the record stands in its file: byte offsets, LF of the Sum line included.
  public var byteRange: Range<Int> { start..<end }

  /// The record's bytes as they stand in the file, `Sum` line included.
  package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    source.bytes.withUnsafeBytes { body($0.part(start..<end)) }
  }

  /// The first value of a field, nil when there is none.
  public func first(_ name: StaticString) -> String? { value(FieldName(name))?.text }
  /// The first value of a field, nil when there is none.
  @_disfavoredOverload
  public func first(_ name: String) -> String? { value(FieldName(name))?.text }
  /// Every value of a field, in order.
  public func all(_ name: StaticString) -> [String] { values(FieldName(name)).map(\.text) }
  /// Every value of a field, in order.
  @_disfavoredOverload
  public func all(_ name: String) -> [String] { values(FieldName(name)).map(\.text) }

  /// The first value of a field as bytes.
  public func value(_ name: FieldName) -> FieldValue? {
    source.bytes.withUnsafeBytes { bytes in
      var fields = FieldScanner(bytes: bytes, cursor: start, end: end, line: line)
      while let place = fields.next() {
        if fields.isNamed(name, place) { return value(place) }
      }
      return nil
    }
  }

  /// Every value of a field as bytes.
  public func values(_ name: FieldName) -> [FieldValue] {
    source.bytes.withUnsafeBytes { bytes in
      var found: [FieldValue] = []
      var fields = FieldScanner(bytes: bytes, cursor: start, end: end, line: line)
      while let place = fields.next() {
        if fields.isNamed(name, place) { found.append(value(place)) }
      }
      return found
    }
  }

  /// All fields in order, `Id By At Sum` included, as strings: for showing.
  public var fields: [Field] {
    var fields: [Field] = []
    forEachField { name, value, _ in fields.append(Field(name.description, value.text)) }
    return fields
  }

  /// The same with the text of each, for a reader that wants most of them.
  package func forEachText(_ body: (FieldName, String, Int) -> Void) {
    source.bytes.withUnsafeBytes { bytes in
      var fields = FieldScanner(bytes: bytes, cursor: start, end: end, line: line)
      while let place = fields.next() {
        body(fields.name(of: place), FieldValue.text(of: bytes.part(place.value)), place.line)
      }
    }
  }

  /// Walks the fields of some names only.
  package func forEachField(
    where isWanted: (FieldName) -> Bool, _ body: (FieldName, FieldValue, Int) -> Void
  ) {
    source.bytes.withUnsafeBytes { bytes in
      var fields = FieldScanner(bytes: bytes, cursor: start, end: end, line: line)
      while let place = fields.next() {
        let name = fields.name(of: place)
        if isWanted(name) { body(name, value(place), place.line) }
      }
    }
  }

  /// Walks all fields in order, `Id By At Sum` included, with the 1-based line of each in the
  /// file. Makes no string: `switch name { case "Date": date = value.text … }`.
  public func forEachField(_ body: (FieldName, FieldValue, Int) -> Void) {
    source.bytes.withUnsafeBytes { bytes in
      var fields = FieldScanner(bytes: bytes, cursor: start, end: end, line: line)
      while let place = fields.next() {
        body(fields.name(of: place), value(place), place.line)
      }
    }
  }

  @inline(__always)
  private func value(_ place: FieldScanner.Place) -> FieldValue {
    FieldValue(buffer: source.bytes, start: place.valueStart, end: place.valueEnd)
  }

  /// The value of one of the last lines; empty when it is not what the format puts there.
  private func closing(_ name: StaticString, linesBeforeSum: Int) -> String {
    source.bytes.withUnsafeBytes { bytes in
      var lineEnd = end - 1
      // A whole `Sum` line is as long as every other.
      let sum = lineEnd - Chain.sumLineLength
      var lineStart =
        sum > start && bytes[sum - 1] == Byte.lineFeed
          && bytes.holds("Sum: ", at: sum, before: lineEnd)
        ? sum : Self.lineStart(bytes, before: lineEnd, from: start)
      for _ in 0..<linesBeforeSum {
        guard lineStart > start else { return "" }
        lineEnd = lineStart - 1
        lineStart = Self.lineStart(bytes, before: lineEnd, from: start)
      }
      guard bytes.holds(name, at: lineStart, before: lineEnd) else { return "" }
      return bytes.text((lineStart + name.utf8CodeUnitCount)..<lineEnd)
    }
  }

  private static func lineStart(
    _ bytes: UnsafeRawBufferPointer, before end: Int, from start: Int
  ) -> Int {
    var cursor = end
    while cursor > start, bytes[cursor - 1] != Byte.lineFeed { cursor -= 1 }
    return cursor
  }
}

/// Walks the fields of a record's bytes. Lines that are no field are passed over: they are
/// `verify`'s business.
struct FieldScanner {
  /// Where a field stands: offsets into the buffer.
  struct Place {
    var nameStart: Int
    var nameEnd: Int
    var valueStart: Int
    /// Before the LF of the value's last line.
    var valueEnd: Int
    var line: Int

    var value: Range<Int> { valueStart..<valueEnd }
  }

  let bytes: UnsafeRawBufferPointer
  var cursor: Int
  let end: Int
  var line: Int

  init(bytes: UnsafeRawBufferPointer, cursor: Int, end: Int, line: Int) {
    self.bytes = bytes
    self.cursor = cursor
    self.end = min(end, bytes.count)
    self.line = line
  }

  mutating func next() -> Place? {
    while cursor < end {
      let lineStart = cursor
      let fieldLine = line
      var lineEnd = min(bytes.lineEnd(from: cursor), end)
      var colon = lineStart
      while colon < lineEnd, Byte.isNamePart(bytes[colon]) { colon += 1 }
      cursor = lineEnd + 1
      line += 1
      while cursor < end, bytes[cursor] == Byte.plus {
        lineEnd = min(bytes.lineEnd(from: cursor), end)
        cursor = lineEnd + 1
        line += 1
      }
      guard colon > lineStart, colon < lineEnd, bytes[colon] == Byte.colon else { continue }
      var value = colon + 1
      if value < lineEnd, bytes[value] == Byte.space { value += 1 }
      return Place(
        nameStart: lineStart, nameEnd: colon, valueStart: value, valueEnd: lineEnd,
        line: fieldLine)
    }
    return nil
  }

  @inline(__always)
  func name(of place: Place) -> FieldName {
    FieldName(in: bytes, from: place.nameStart, to: place.nameEnd)
  }

  @inline(__always)
  func isNamed(_ name: FieldName, _ place: Place) -> Bool {
    place.nameEnd - place.nameStart == name.count && self.name(of: place) == name
  }

  @inline(__always)
  func isNamed(_ name: StaticString, _ place: Place) -> Bool {
    place.nameEnd - place.nameStart == name.utf8CodeUnitCount
      && bytes.holds(name, at: place.nameStart, before: place.nameEnd)
  }
}
