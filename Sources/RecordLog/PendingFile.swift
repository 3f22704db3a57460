/// What one command writes to several files, made durable as a whole before the first of them is
/// touched (format, section 5):
///
///     # zhibu 1 pending
///     #> organizations/Q1/activity-2026.zhang.rec
///     …the finished bytes, with the header when the file is new…
///     #> organizations/Q1/matter-2026.zhang.rec
///     …
///     #= SHA-256 of everything before this line
package struct PendingFile {
  struct Section {
    var name: LogFileName
    var bytes: [UInt8]
  }

  static let header = "# zhibu 1 pending\n"

  var sections: [Section]

  init(sections: [Section]) { self.sections = sections }

  package var bytes: [UInt8] {
    var bytes = Array(Self.header.utf8)
    for section in sections {
      bytes += Array("#> \(section.name.path)\n".utf8)
      bytes += section.bytes
    }
    return bytes + Array("#= \(Chain.hash(bytes))\n".utf8)
  }

  /// Nil when the bytes are not a whole file of this form.
  package init?(_ bytes: [UInt8]) {
    let trailer = 3 + Chain.length + 1
    guard bytes.count > trailer + Self.header.utf8.count,
      bytes.starts(with: Self.header.utf8)
    else { return nil }
    let body = Array(bytes.dropLast(trailer))
    guard Array("#= \(Chain.hash(body))\n".utf8) == Array(bytes.suffix(trailer)) else {
      return nil
    }
    sections = []
    let isWhole = body.withUnsafeBytes { body -> Bool in
      var cursor = Self.header.utf8.count
      while cursor < body.count {
        let end = body.lineEnd(from: cursor)
        if body.holds("#> ", at: cursor, before: end) {
          guard let name = LogFileName(path: body.text((cursor + 3)..<end)) else { return false }
          sections.append(Section(name: name, bytes: []))
        } else {
          guard !sections.isEmpty, end < body.count else { return false }
          sections[sections.count - 1].bytes.append(contentsOf: body[cursor...end])
        }
        cursor = end + 1
      }
      return true
    }
    guard isWhole, !sections.isEmpty, sections.allSatisfy({ !$0.records.isEmpty }) else {
      return nil
    }
  }
}

extension PendingFile.Section {
  /// One finished record.
  struct Finished {
    var bytes: [UInt8]
    var sum: String
  }

  /// The header and empty line at the section's start; nil when it has none.
  var header: [UInt8]? {
    bytes.withUnsafeBytes { bytes in
      let end = bytes.lineEnd(from: 0)
      guard bytes.first == Byte.hash, end + 1 < bytes.count, bytes[end + 1] == Byte.lineFeed
      else { return nil }
      return Array(bytes[..<(end + 2)])
    }
  }

  /// Whether header, ids and chain are those of the file that the section is for. What its first
  /// record is chained to is found in the file, when the section has no header.
  var isSound: Bool {
    if header != nil {
      let scan = bytes.withUnsafeBytes { LogScanner.scan($0, name: name) }
      guard scan.condition == .intact else { return false }
    }
    var previous: Finished?
    for record in records {
      let body = record.bytes.dropLast(Chain.sumLineLength + 2)
      let line = body.prefix { $0 != Byte.lineFeed }
      guard line.starts(with: "Id: ".utf8),
        let identifier = RecordIdentifier(String(decoding: line.dropFirst(4), as: UTF8.self)),
        name.identifier(identifier.number) == identifier
      else { return false }
      if let previous,
        Chain.sum(previous: Array(previous.sum.utf8), body: body) != Array(record.sum.utf8)
      {
        return false
      }
      previous = record
    }
    return true
  }

  /// The finished records.
  var records: [Finished] {
    let start = header?.count ?? 0
    return bytes.withUnsafeBytes { bytes in
      var walker = LogScanner.Walker(bytes: bytes, cursor: start, line: 1)
      var found: [Finished] = []
      while let block = walker.next() {
        guard block.isShaped, let sumStart = block.sumStart else { return [] }
        found.append(
          Finished(
            bytes: Array(bytes[block.start..<(block.end + 1)]),
            sum: bytes.text((sumStart + 5)..<(sumStart + Chain.sumLineLength))))
      }
      return found
    }
  }
}
