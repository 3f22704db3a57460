/// A record of a file without header and `Sum`: `zhibu.rec`, catalog, schema, drafts and files
/// for `zhibu add`.
public struct PlainRecord: Hashable, Sendable {
  /// From the last `%rec:` line before it.
  public var type: String?
  /// 1-based line of its first field.
  public var line: Int
  /// In order.
  public var fields: [Field]
  /// The 1-based line of each field.
  public var fieldLines: [Int]

  /// A record; lines are 0 when it was not read from a file.
  public init(type: String?, line: Int = 0, fields: [Field], fieldLines: [Int] = []) {
    self.type = type
    self.line = line
    self.fields = fields
    self.fieldLines = fieldLines.isEmpty ? Array(repeating: line, count: fields.count) : fieldLines
  }

  /// The first value of a field, nil when there is none.
  public func first(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// Every value of a field, in order.
  public func all(_ name: String) -> [String] {
    fields.compactMap { $0.name == name ? $0.value : nil }
  }

  /// The line of a field's first appearance, or the record's.
  public func line(of name: String) -> Int {
    guard let index = fields.firstIndex(where: { $0.name == name }), index < fieldLines.count
    else { return line }
    return fieldLines[index]
  }
}

/// Files for people and other programs: rec without header and `Sum`.
public enum PlainRecords {
  /// What a file holds.
  public struct Reading: Hashable, Sendable {
    /// In order.
    public var records: [PlainRecord] = []
    /// By line.
    public var faults: [GrammarFault] = []
    /// Harmless oddities put right on the way, with the first line of each.
    public var changes: [TextChange: Int] = [:]
  }

  /// Reads a file; harmless oddities are put right without a word.
  public static func parse(
    _ bytes: [UInt8]
  ) -> (records: [PlainRecord], faults: [GrammarFault]) {
    let reading = read(bytes)
    return (reading.records, reading.faults)
  }

  /// Reads a file and says which harmless oddities were put right. Comments and descriptor lines
  /// other than `%rec:` are passed over.
  public static func read(_ bytes: [UInt8]) -> Reading {
    bytes.withUnsafeBytes { bytes in
      var reader = PlainReader(bytes: bytes)
      reader.run()
      return reader.reading
    }
  }

  /// Writes records, a `%rec:` line before the first of each run of a type. The text must be
  /// clean.
  public static func format(_ records: [PlainRecord]) -> [UInt8] {
    var bytes: [UInt8] = []
    var type: String?
    for record in records {
      if let new = record.type, new != type {
        bytes.append(contentsOf: "%rec: \(new)\n\n".utf8)
        type = new
      }
      for field in record.fields { RecordBytes.append(field, to: &bytes) }
      bytes.append(Byte.lineFeed)
    }
    return bytes
  }
}

private struct PlainReader {
  let bytes: UnsafeRawBufferPointer
  var reading = PlainRecords.Reading()
  private var type: String?
  private var record: PlainRecord?
  private var line = 0
  /// Whether the lines that follow belong to something that was refused or passed over.
  private var isSkipping = false

  init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  mutating func run() {
    var cursor = 0
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { cursor = 3 }
    while cursor < bytes.count {
      let end = bytes.lineEnd(from: cursor)
      line += 1
      take(UnsafeRawBufferPointer(rebasing: bytes[cursor..<end]))
      cursor = end + 1
    }
    finish()
  }

  private mutating func take(_ raw: UnsafeRawBufferPointer) {
    var content = raw
    if content.last == Byte.carriageReturn {
      content = UnsafeRawBufferPointer(rebasing: content[..<(content.count - 1)])
      note(.lineEnds)
    }
    guard let text = String(validating: content, as: UTF8.self) else {
      fault(.invalidEncoding)
      isSkipping = true
      return
    }
    let (clean, changes) = TextCleaning.clean(text)
    guard !changes.isEmpty else { return take(Substring(clean)) }
    let forbidden = TextCleaning.forbiddenScalars(in: text)
    for scalar in forbidden { fault(.forbiddenCharacter(scalar.value)) }
    for change in changes where change != .controls && change != .directionMarks { note(change) }
    // A CR within a line has become a line end; what follows it belongs to the same value.
    let lines = clean.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, part) in lines.enumerated() {
      if index == 0 { take(part) } else { extend(with: part) }
    }
  }

  private mutating func take(_ text: Substring) {
    guard let first = text.utf8.first else {
      finish()
      return
    }
    switch first {
    case Byte.hash:
      return
    case Byte.plus:
      // By bytes: a mark that combines with the blank belongs to the text.
      var rest = text.utf8.dropFirst()
      if rest.first == Byte.space { rest = rest.dropFirst() }
      if record?.fields.isEmpty ?? true, !isSkipping {
        fault(.strayContinuation)
      } else {
        extend(with: Substring(rest))
      }
    case Byte.percent:
      finish()
      isSkipping = true
      if text.hasPrefix("%rec:") {
        let words = text.utf8.dropFirst(5).split(separator: Byte.space)
        type = words.first.map { String(decoding: $0, as: UTF8.self) }
      }
    default:
      takeField(text)
    }
  }

  private mutating func takeField(_ text: Substring) {
    let name = text.utf8.prefix(while: Byte.isNamePart)
    let rest = text.utf8[name.endIndex...]
    guard rest.first == Byte.colon else {
      isSkipping = true
      let before = text.prefix { $0 != ":" && $0 != "：" }
      guard before.endIndex < text.endIndex else { return fault(.notAField) }
      if text[before.endIndex] == "：" { return fault(.fullWidthColon) }
      return fault(.badFieldName(String(before)))
    }
    guard let initial = name.first, Byte.isUpper(initial) else {
      isSkipping = true
      return fault(.badFieldName(String(name) ?? ""))
    }
    isSkipping = false
    var value = rest.dropFirst()
    if value.first == Byte.space { value = value.dropFirst() }
    let field = Field(
      String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self))
    if record == nil { record = PlainRecord(type: type, line: line, fields: []) }
    record?.fields.append(field)
    record?.fieldLines.append(line)
  }

  private mutating func extend(with text: Substring) {
    guard !isSkipping, let last = record?.fields.indices.last else { return }
    record?.fields[last].value += "\n" + text
  }

  private mutating func finish() {
    if let record { reading.records.append(record) }
    record = nil
    isSkipping = false
  }

  private mutating func note(_ change: TextChange) {
    if reading.changes[change] == nil { reading.changes[change] = line }
  }

  private mutating func fault(_ kind: GrammarFault.Kind) {
    reading.faults.append(GrammarFault(kind, line: line))
  }
}
