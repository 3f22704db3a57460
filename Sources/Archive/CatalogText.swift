import OrganizationLife
import RecordLog

/// The files of a catalogue as text in which entries are changed; comments and everything else stay
/// byte by byte.
public struct CatalogText: Sendable {
  private struct File: Sendable {
    var path: String
    var lines: [[UInt8]]
  }

  private var texts: [File]

  /// The text of files, paths as in a store.
  public init(_ files: [(path: String, bytes: [UInt8])]) {
    texts = files.map { file in
      File(
        path: file.path,
        lines: file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
          .map(Array.init))
    }
  }

  /// The files as they are now.
  public var files: [(path: String, bytes: [UInt8])] {
    texts.map { ($0.path, Array($0.lines.joined(separator: [UInt8(ascii: "\n")]))) }
  }

  /// Every entry, in the order of the files.
  public var entries: [CatalogEntry] { CatalogEntry.read(files) }

  /// The file that entries of a type stand in, as the program makes it.
  public static func path(ofType type: String) -> String {
    switch type {
    case "item": "catalog/checklist.rec"
    case "step": "catalog/procedure.rec"
    case "line": "catalog/report.rec"
    default: "catalog/\(type).rec"
    }
  }

  /// Sets a field of an entry that has one value; where it is not there yet it comes behind
  /// `Since`.
  public mutating func set(_ name: String, to value: String, in entry: CatalogEntry) {
    guard let file = index(of: entry.path) else { return }
    let line = Array("\(name): \(value)".utf8)
    if entry.record.first(name) != nil {
      texts[file].lines[entry.record.line(of: name) - 1] = line
    } else {
      texts[file].lines.insert(line, at: entry.record.line(of: "Since"))
    }
  }

  /// Puts other fields in the place of an entry's.
  public mutating func replace(_ entry: CatalogEntry, with fields: [Field]) {
    guard let file = index(of: entry.path) else { return }
    texts[file].lines.replaceSubrange(range(of: entry, in: file), with: Self.lines(of: fields))
  }

  /// Lets an entry go on with other fields from a day on: the old one ends the day before, and what
  /// was stays as it was. One that has not begun by that day is rewritten instead.
  public mutating func carryOn(_ entry: CatalogEntry, with fields: [Field], from day: Day) {
    var own = fields.filter { !["Since", "Until", "Revision"].contains($0.name) }
    guard let since = entry.since, since < day else {
      own.append(Field("Since", day.description))
      if let until = entry.until { own.append(Field("Until", until.description)) }
      own.append(Field("Revision", "\(entry.revision)"))
      return replace(entry, with: own)
    }
    own.append(Field("Since", day.description))
    if let until = entry.until { own.append(Field("Until", until.description)) }
    own.append(Field("Revision", "\(entry.revision + 1)"))
    // From behind, so that the lines before stay where they are.
    add(entry.key.type, own, after: entry)
    set("Until", to: day.adding(days: -1).description, in: entry)
  }

  /// Ends an entry with a day.
  public mutating func end(_ entry: CatalogEntry, on day: Day) {
    set("Until", to: day.description, in: entry)
  }

  /// Takes an entry out, with the empty line above it.
  mutating func remove(_ entry: CatalogEntry) {
    guard let file = index(of: entry.path) else { return }
    var lines = range(of: entry, in: file)
    if lines.lowerBound > 0, texts[file].lines[lines.lowerBound - 1].isEmpty {
      lines = lines.lowerBound - 1..<lines.upperBound
    }
    texts[file].lines.removeSubrange(lines)
  }

  /// Adds an entry behind another of the same type, or behind all of its type; a type that no file
  /// has begins a section at the end of the file for it, which is made if need be.
  ///
  /// - Parameter comments: lines that are put above it, each beginning with `#`.
  public mutating func add(
    _ type: String, _ fields: [Field], comments: [String] = [], after entry: CatalogEntry? = nil
  ) {
    add(type, [(comments, fields)], after: entry)
  }

  /// The same for several entries of a type at once, in order.
  mutating func add(
    _ type: String, _ added: [(comments: [String], fields: [Field])],
    after entry: CatalogEntry? = nil
  ) {
    guard !added.isEmpty else { return }
    let new = Array(
      added.map { $0.comments.map { Array($0.utf8) } + Self.lines(of: $0.fields) }
        .joined(separator: [[]]))
    if let last = entry ?? entries.last(where: { $0.record.type == type }),
      let file = index(of: last.path)
    {
      texts[file].lines.insert(contentsOf: [[]] + new, at: range(of: last, in: file).upperBound)
      return
    }
    let path = Self.path(ofType: type)
    let heading = Array("%rec: \(type)".utf8)
    guard let file = index(of: path) else {
      texts.append(File(path: path, lines: [heading, []] + new + [[]]))
      return
    }
    if texts[file].lines.last == [] { texts[file].lines.removeLast() }
    // A file may end with the section's heading, without an entry yet.
    let section = texts[file].lines.last { $0.starts(with: Array("%rec:".utf8)) }
    texts[file].lines += [[]] + (section == heading ? new : [heading, []] + new) + [[]]
  }

  /// Adds a whole file.
  mutating func add(file path: String, _ bytes: [UInt8]) {
    texts += CatalogText([(path, bytes)]).texts
  }

  /// The comment lines directly above an entry.
  func comments(above entry: CatalogEntry) -> [String] {
    guard let file = index(of: entry.path) else { return [] }
    let above = texts[file].lines[..<(entry.record.line - 1)].reversed()
      .prefix { $0.first == UInt8(ascii: "#") }
    return above.reversed().map { String(decoding: $0, as: UTF8.self) }
  }

  private func index(of path: String) -> Int? { texts.firstIndex { $0.path == path } }

  /// The lines of an entry, 0-based, from its first field to the end of its last.
  private func range(of entry: CatalogEntry, in file: Int) -> Range<Int> {
    let first = entry.record.line - 1
    var end = (entry.record.fieldLines.last ?? entry.record.line)
    while end < texts[file].lines.count, texts[file].lines[end].first == UInt8(ascii: "+") {
      end += 1
    }
    return first..<end
  }

  private static func lines(of fields: [Field]) -> [[UInt8]] {
    let bytes = PlainRecords.format([PlainRecord(type: nil, fields: fields)])
    // A line end and an empty line close the record.
    return bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .dropLast(2).map(Array.init)
  }
}
