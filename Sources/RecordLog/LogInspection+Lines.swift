import CSystem

/// The fields of a record that its inspection looks at.
struct BlockFields {
  /// The first `Id`.
  var id: FieldScanner.Place?
  var thirdToLast: FieldScanner.Place?
  var secondToLast: FieldScanner.Place?
  var last: FieldScanner.Place?
  /// Every `File`, its first line.
  var files: [FieldScanner.Place] = []
}

extension LogInspection {
  /// Reports lines that are not rec as the format wants it, and gives the fields.
  mutating func inspectLines(
    _ bytes: UnsafeRawBufferPointer, block: LogScanner.Block
  ) -> BlockFields {
    var fields = BlockFields()
    var cursor = block.start
    var line = block.line
    while cursor < block.end {
      let end = min(bytes.lineEnd(from: cursor), block.end)
      if bytes[cursor] == Byte.plus {
        if fields.last == nil {
          add(.grammar(.strayContinuation), line: line)
        } else {
          if end > cursor + 1, bytes[cursor + 1] != Byte.space {
            add(.grammar(.missingBlank), line: line)
          }
          fields.last?.valueEnd = end
        }
      } else {
        inspectFieldLine(bytes, cursor..<end, line: line, into: &fields)
      }
      if end > cursor {
        if bytes[end - 1] == Byte.space { add(.grammar(.trailingBlank), line: line) }
        if bytes[end - 1] == Byte.backslash { add(.grammar(.trailingBackslash), line: line) }
      }
      cursor = end + 1
      line += 1
    }
    if !block.isClosed, block.sumStart != nil { add(.grammar(.unclosed), line: line - 1) }
    return fields
  }

  private mutating func inspectFieldLine(
    _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, line: Int,
    into fields: inout BlockFields
  ) {
    var colon = range.lowerBound
    while colon < range.upperBound, Byte.isNamePart(bytes[colon]) { colon += 1 }
    guard colon > range.lowerBound, colon < range.upperBound, bytes[colon] == Byte.colon else {
      let kind: GrammarFault.Kind =
        switch range.isEmpty ? Byte.lineFeed : bytes[range.lowerBound] {
        case Byte.lineFeed: .emptyLine
        case Byte.hash: .comment
        case Byte.percent: .descriptor
        default: .notAField
        }
      return add(.grammar(kind), line: line)
    }
    if !Byte.isUpper(bytes[range.lowerBound]) {
      add(.grammar(.badFieldName(bytes.text(range.lowerBound..<colon))), line: line)
    }
    var value = colon + 1
    if value < range.upperBound {
      if bytes[value] == Byte.space {
        value += 1
      } else {
        add(.grammar(.missingBlank), line: line)
      }
    }
    let place = FieldScanner.Place(
      nameStart: range.lowerBound, nameEnd: colon, valueStart: value,
      valueEnd: range.upperBound, line: line)
    switch colon - range.lowerBound {
    case 2 where fields.id == nil && bytes.holds("Id", at: range.lowerBound, before: colon):
      fields.id = place
    case 4 where bytes.holds("File", at: range.lowerBound, before: colon):
      fields.files.append(place)
    default: break
    }
    fields.thirdToLast = fields.secondToLast
    fields.secondToLast = fields.last
    fields.last = place
  }

  // MARK: Encoding

  /// Encoding and forbidden characters, line by line only where a look at the whole shows that
  /// there may be something. What is torn off is not looked into.
  mutating func inspectEncoding(_ bytes: UnsafeRawBufferPointer, to end: Int) {
    if bytes.holds("\u{FEFF}", at: 0, before: bytes.count) {
      add(.grammar(.byteOrderMark), line: 1)
    }
    let whole = bytes.part(0..<min(end, bytes.count))
    let isValid = Self.isValid(whole)
    if isValid, !whole.mayHoldForbidden { return }
    var cursor = 0
    var line = 1
    while cursor < whole.count {
      let lineEnd = whole.lineEnd(from: cursor)
      let content = whole.part(cursor..<lineEnd)
      if !isValid || content.mayHoldForbidden { inspectEncoding(content, line: line) }
      cursor = lineEnd + 1
      line += 1
    }
  }

  private mutating func inspectEncoding(_ content: UnsafeRawBufferPointer, line: Int) {
    guard let text = String(validating: content, as: UTF8.self) else {
      return add(.grammar(.invalidEncoding), line: line)
    }
    var seen: Set<UInt32> = []
    for scalar in text.unicodeScalars
    where TextCleaning.isControl(scalar) || TextCleaning.isDirectionMark(scalar) {
      if seen.insert(scalar.value).inserted {
        add(.grammar(.forbiddenCharacter(scalar.value)), line: line)
      }
    }
  }

  private static func isValid(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.withMemoryRebound(to: UInt8.self) { bytes in
      (try? UTF8Span(validating: bytes.span)) != nil
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether some byte is a control character or may begin a forbidden one.
  fileprivate var mayHoldForbidden: Bool {
    guard let base = baseAddress else { return false }
    return system_may_be_forbidden(base, count)
  }
}
