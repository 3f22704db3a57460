import RecordLog

/// Makes one file of an index from some log files.
struct SegmentBuilder {
  /// What a log file was like when it was read.
  private var files: [IndexedFile] = []
  private var documents: [SegmentDocuments.Entry] = []
  private var links: [SegmentDocuments.Link] = []
  private var organizations = DocumentTable.Texts()
  private var kinds = DocumentTable.Texts()
  private var types = DocumentTable.Texts()
  private var subjects = DocumentTable.Texts()
  private var names = DocumentTable.Texts()
  /// By name, the documents that name somebody.
  private var naming: [[UInt32]] = []
  private var ids: [UInt8] = []
  private var grams = GramTable()
  private var text = FoldedText()

  /// Adds a log file's records whose Sum agrees.
  mutating func add(_ file: IndexedFile, bytes: [UInt8]) {
    guard let name = LogFileName(path: file.path) else { return }
    let log = LogFile(name: name, bytes: bytes, modified: 0)
    let number = UInt32(files.count)
    var file = file
    file.isDamaged = log.condition != .intact
    files.append(file)
    var seen: Set<String> = []
    for record in log.records where record.isIntact {
      let range = record.byteRange
      record.withBytes { bytes in
        let facts = DocumentFacts(bytes, type: log.type)
        guard facts.isReadable, seen.insert(facts.id).inserted else { return }
        append(facts, type: log.type, file: number, range: range, bytes)
      }
    }
  }

  private mutating func append(
    _ facts: DocumentFacts, type: String, file: UInt32, range: Range<Int>,
    _ bytes: UnsafeRawBufferPointer
  ) {
    let document = UInt32(documents.count)
    let id = Array(facts.id.utf8)
    ids += id
    documents.append(
      SegmentDocuments.Entry(
        file: file, offset: UInt32(range.lowerBound), length: UInt32(range.count),
        first: facts.first?.number ?? .min, last: facts.last?.number ?? .min,
        organization: organizations.number(of: facts.organization),
        kinds: kinds.number(of: facts.kinds.joined(separator: "\n")),
        type: types.number(of: type),
        subject: facts.subject.map { subjects.number(of: $0) } ?? -1, idLength: UInt32(id.count),
        written: facts.written))
    if let target = facts.corrects {
      links.append(SegmentDocuments.Link(document: document, isWithdrawal: false, target: target))
    }
    if let target = facts.withdraws {
      links.append(SegmentDocuments.Link(document: document, isWithdrawal: true, target: target))
    }
    for name in facts.names {
      let number = Int(names.number(of: name))
      if number == naming.count { naming.append([]) }
      naming[number].append(document)
    }
    var text = self.text
    self.text = FoldedText()
    text.removeAll()
    RecordLines.append(of: bytes, to: &text)
    text.withBytes { Gram.forEach(in: $0) { grams.add($0, document) } }
    self.text = text
  }

  private var namingStarts: [UInt32] {
    var starts: [UInt32] = [0]
    for documents in naming { starts.append(starts[starts.count - 1] + UInt32(documents.count)) }
    return starts
  }

  /// The file's bytes.
  func bytes(root: String) -> [UInt8] {
    let (dictionary, postings, blocks) = grams.encoded(documents: documents.count)
    var head = IndexWriter()
    head.write(root)
    SegmentDocuments(
      files: files, entries: documents, links: links, organizations: organizations.all,
      kinds: kinds.all, types: types.all, subjects: subjects.all, names: names.all,
      naming: naming.flatMap(\.self), namingStarts: namingStarts, ids: ids
    ).write(to: &head)
    head.write(blocks.map(\.firstKey))
    head.write(blocks.map(\.checksum))
    head.write(UInt64(dictionary.count))
    head.write(UInt64(postings.count))
    var writer = IndexWriter()
    writer.write(Segment.magic)
    writer.write(UInt64(head.bytes.count))
    writer.write(IndexChecksum.of(head.bytes))
    return writer.bytes + head.bytes + dictionary + postings
  }
}

/// The grams of a segment while it is made: which documents have each.
private struct GramTable {
  /// Open addressing: the key of each place, 0 for none, and the number of its gram.
  private var keys = [UInt64](repeating: 0, count: 1 << 14)
  private var numbers = [UInt32](repeating: 0, count: 1 << 14)
  private var mask = (1 << 14) - 1
  /// By number: the key, the document that had it last, how many have it.
  private var grams: [UInt64] = []
  private var last: [UInt32] = []
  private var counts: [UInt32] = []
  /// Number and document, in the order of documents.
  private var pairs: [UInt64] = []

  mutating func add(_ key: UInt64, _ document: UInt32) {
    let number = self.number(of: key)
    guard last[number] != document else { return }
    last[number] = document
    counts[number] += 1
    pairs.append(UInt64(number) << 32 | UInt64(document))
  }

  private mutating func number(of key: UInt64) -> Int {
    var place = Self.hash(key) & mask
    while keys[place] != 0 {
      if keys[place] == key { return Int(numbers[place]) }
      place = (place + 1) & mask
    }
    let number = grams.count
    keys[place] = key
    numbers[place] = UInt32(number)
    grams.append(key)
    last.append(.max)
    counts.append(0)
    if 2 * grams.count > mask { grow() }
    return number
  }

  private mutating func grow() {
    mask = 2 * mask + 1
    keys = [UInt64](repeating: 0, count: mask + 1)
    numbers = [UInt32](repeating: 0, count: mask + 1)
    for (number, key) in grams.enumerated() {
      var place = Self.hash(key) & mask
      while keys[place] != 0 { place = (place + 1) & mask }
      keys[place] = key
      numbers[place] = UInt32(number)
    }
  }

  private static func hash(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20)
  }

  /// The dictionary (key, where its postings stand, how long they are, their checksum), the postings,
  /// and where each block of the dictionary begins.
  func encoded(
    documents: Int
  ) -> (dictionary: [UInt8], postings: [UInt8], blocks: [(firstKey: UInt64, checksum: UInt64)]) {
    var starts: [Int] = [0]
    starts.reserveCapacity(counts.count + 1)
    for count in counts { starts.append(starts[starts.count - 1] + Int(count)) }
    var sorted = [UInt32](repeating: 0, count: pairs.count)
    var next = starts
    for pair in pairs {
      let number = Int(pair >> 32)
      sorted[next[number]] = UInt32(truncatingIfNeeded: pair)
      next[number] += 1
    }
    var dictionary = IndexWriter()
    var postings: [UInt8] = []
    for number in grams.indices.sorted(by: { grams[$0] < grams[$1] }) {
      let list = sorted[starts[number]..<starts[number + 1]]
      let encoded = Posting.encoded(list, documents: documents)
      dictionary.write(grams[number])
      dictionary.write(UInt32(postings.count))
      dictionary.write(UInt32(encoded.bytes.count) | (encoded.isBitmap ? Posting.bitmapMark : 0))
      dictionary.write(UInt32(truncatingIfNeeded: IndexChecksum.of(encoded.bytes)))
      postings += encoded.bytes
    }
    var blocks: [(firstKey: UInt64, checksum: UInt64)] = []
    dictionary.bytes.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count, by: Segment.blockSize) {
        let end = min(bytes.count, start + Segment.blockSize)
        let block = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
        blocks.append(
          (UInt64(littleEndian: block.loadUnaligned(as: UInt64.self)), IndexChecksum.of(block)))
      }
    }
    return (dictionary.bytes, postings, blocks)
  }
}

/// Which documents have a gram: the distances between their numbers, or a bit for each document when
/// that is shorter.
enum Posting {
  static let bitmapMark: UInt32 = 1 << 31

  static func encoded(
    _ list: ArraySlice<UInt32>, documents: Int
  ) -> (bytes: [UInt8], isBitmap: Bool) {
    let length = (documents + 7) / 8
    if list.count >= length {
      var bits = [UInt8](repeating: 0, count: length)
      for document in list { bits[Int(document >> 3)] |= 1 << UInt8(document & 7) }
      return (bits, true)
    }
    var bytes: [UInt8] = []
    var expected: UInt32 = 0
    for document in list {
      var distance = document - expected
      while distance >= 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: distance) | 0x80)
        distance >>= 7
      }
      bytes.append(UInt8(distance))
      expected = document + 1
    }
    return (bytes, false)
  }

  static func set(
    _ bytes: UnsafeRawBufferPointer, isBitmap: Bool, documents: Int
  ) throws(IndexDamage) -> DocumentSet {
    var set = DocumentSet(capacity: documents)
    if isBitmap {
      guard bytes.count == (documents + 7) / 8 else { throw IndexDamage() }
      for (place, bits) in bytes.enumerated() { set.insert(bits: bits, atByte: place) }
      return set
    }
    var document: UInt64 = 0
    var cursor = 0
    while cursor < bytes.count {
      var distance: UInt64 = 0
      var shift: UInt64 = 0
      while cursor < bytes.count, bytes[cursor] >= 0x80, shift < 35 {
        distance |= UInt64(bytes[cursor] & 0x7F) << shift
        shift += 7
        cursor += 1
      }
      guard cursor < bytes.count else { throw IndexDamage() }
      distance |= UInt64(bytes[cursor]) << shift
      cursor += 1
      document += distance
      guard document < UInt64(documents) else { throw IndexDamage() }
      set.insert(Int(document))
      document += 1
    }
    return set
  }
}
