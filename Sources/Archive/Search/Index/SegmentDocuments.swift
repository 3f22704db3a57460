/// A log file as an index has read it.
struct IndexedFile: Hashable, Sendable {
  /// Relative to the store.
  var path: String
  /// In bytes.
  var size: Int64
  /// When its bytes, and when its name or rights were last changed, in nanoseconds since 1970.
  var modified: Int64
  var changed: Int64
  /// Its number on its device.
  var number: UInt64
  /// Whether something in it does not agree with its Sum.
  var isDamaged = false

  /// Whether it is the same file with the same bytes, as far as the disk says.
  func isSame(as other: IndexedFile) -> Bool {
    path == other.path && size == other.size && modified == other.modified
      && changed == other.changed && number == other.number
  }
}

/// What a segment knows of its records beside their text.
struct SegmentDocuments {
  struct Entry {
    var file: UInt32
    var offset: UInt32
    var length: UInt32
    var first: Int32
    var last: Int32
    var organization: Int32
    var kinds: Int32
    var type: Int32
    var subject: Int32
    var idLength: UInt32
    var written: Int64
  }

  /// A record that corrects or withdraws another.
  struct Link {
    var document: UInt32
    var isWithdrawal: Bool
    /// The other's Id.
    var target: String
  }

  var files: [IndexedFile]
  var entries: [Entry]
  var links: [Link]
  var organizations: [String]
  var kinds: [String]
  var types: [String]
  var subjects: [String]
  var names: [String]
  /// The documents that name each, one name after the other, and where each name's begin.
  var naming: [UInt32]
  var namingStarts: [UInt32]
  var ids: [UInt8]

  /// The documents that name somebody.
  func documents(naming name: Int) -> ArraySlice<UInt32> {
    naming[Int(namingStarts[name])..<Int(namingStarts[name + 1])]
  }

  func write(to writer: inout IndexWriter) {
    writer.write(UInt32(files.count))
    for file in files {
      writer.write(file.path)
      writer.write(file.size)
      writer.write(file.modified)
      writer.write(file.changed)
      writer.write(file.number)
      writer.write(UInt8(file.isDamaged ? 1 : 0))
    }
    writer.write(entries.map(\.file))
    writer.write(entries.map(\.offset))
    writer.write(entries.map(\.length))
    writer.write(entries.map(\.first))
    writer.write(entries.map(\.last))
    writer.write(entries.map(\.organization))
    writer.write(entries.map(\.kinds))
    writer.write(entries.map(\.type))
    writer.write(entries.map(\.subject))
    writer.write(entries.map(\.idLength))
    writer.write(entries.map(\.written))
    writer.write(links.map(\.document))
    writer.write(links.map { UInt8($0.isWithdrawal ? 1 : 0) })
    writer.write(links.map(\.target))
    for texts in [organizations, kinds, types, subjects, names] { writer.write(texts) }
    writer.write(naming)
    writer.write(namingStarts)
    writer.write(bytes: ids)
  }
}

extension SegmentDocuments {
  init(reading reader: inout IndexReader) throws(IndexDamage) {
    files = []
    for _ in 0..<(try reader.count()) {
      files.append(
        IndexedFile(
          path: try reader.text(), size: try reader.number(Int64.self),
          modified: try reader.number(Int64.self), changed: try reader.number(Int64.self),
          number: try reader.number(UInt64.self), isDamaged: try reader.number(UInt8.self) != 0))
    }
    let file = try reader.numbers(UInt32.self)
    let offset = try reader.numbers(UInt32.self)
    let length = try reader.numbers(UInt32.self)
    let first = try reader.numbers(Int32.self)
    let last = try reader.numbers(Int32.self)
    let organization = try reader.numbers(Int32.self)
    let kind = try reader.numbers(Int32.self)
    let type = try reader.numbers(Int32.self)
    let subject = try reader.numbers(Int32.self)
    let idLength = try reader.numbers(UInt32.self)
    let written = try reader.numbers(Int64.self)
    entries = file.indices.map { index in
      Entry(
        file: file[index], offset: offset[index], length: length[index], first: first[index],
        last: last[index], organization: organization[index], kinds: kind[index],
        type: type[index], subject: subject[index], idLength: idLength[index],
        written: written[index])
    }
    let document = try reader.numbers(UInt32.self)
    let isWithdrawal = try reader.numbers(UInt8.self)
    let target = try reader.texts()
    links = document.indices.map {
      Link(document: document[$0], isWithdrawal: isWithdrawal[$0] != 0, target: target[$0])
    }
    organizations = try reader.texts()
    kinds = try reader.texts()
    types = try reader.texts()
    subjects = try reader.texts()
    names = try reader.texts()
    naming = try reader.numbers(UInt32.self)
    namingStarts = try reader.numbers(UInt32.self)
    ids = try reader.block()
  }
}
