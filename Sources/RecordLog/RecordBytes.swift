/// Makes the bytes of records.
enum RecordBytes {
  /// `Name: value` with a `+ ` line for each further line; no line ends in a blank.
  static func append(_ field: Field, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: field.name.utf8)
    bytes.append(Byte.colon)
    var value = field.value
    value.withUTF8 { text in
      let text = UnsafeRawBufferPointer(text)
      var cursor = 0
      while true {
        let end = text.lineEnd(from: cursor)
        if end > cursor {
          bytes.append(Byte.space)
          bytes.append(contentsOf: text[cursor..<end])
        }
        bytes.append(Byte.lineFeed)
        guard end < text.count else { return }
        bytes.append(Byte.plus)
        cursor = end + 1
      }
    }
  }

  /// One stored record with its closing fields and the empty line; returns its Sum.
  static func append(
    _ record: NewRecord, identifier: RecordIdentifier, by: String, at: String,
    previous: [UInt8], to bytes: inout [UInt8]
  ) -> [UInt8] {
    let start = bytes.count
    append(Field("Id", identifier.description), to: &bytes)
    for field in record.fields { append(field, to: &bytes) }
    append(Field("By", by), to: &bytes)
    append(Field("At", at), to: &bytes)
    let sum = Chain.sum(previous: previous, body: bytes[start...])
    bytes.append(contentsOf: "Sum: ".utf8)
    bytes.append(contentsOf: sum)
    bytes.append(Byte.lineFeed)
    bytes.append(Byte.lineFeed)
    return sum
  }
}
