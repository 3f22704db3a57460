import RecordLog

/// The records of a store as its index knows them. What holds a word is looked up; the text itself is
/// read from the log files, for what is shown and for what the index alone cannot tell.
struct IndexCorpus: SearchCorpus {
  let table: DocumentTable
  let order: [Int32]
  let snapshots: [Int32]
  /// A file is opened for each record.
  let costOfReading = 8
  private let segments: [Segment]
  /// The number of each segment's first document, a multiple of 64.
  private let bases: [Int]
  private let book: NameBook
  /// Where each name's documents are listed: segments and the numbers of the name in them.
  private let places: [[(segment: Int32, name: Int32)]]
  private let root: String

  init(_ segments: [Segment], live: [[Bool]], root: String) {
    self.segments = segments
    self.root = root
    var table = DocumentTable()
    var bases: [Int] = []
    for segment in segments {
      table.pad(toMultipleOf: 64)
      bases.append(table.count)
      table.append(segment.documents)
    }
    self.bases = bases
    var counted = DocumentSet(capacity: table.count)
    for ((segment, isLive), base) in zip(zip(segments, live), bases) {
      for (index, entry) in segment.documents.entries.enumerated() where isLive[Int(entry.file)] {
        counted.insert(base + index)
      }
    }
    Self.removeSameIds(from: &counted, segments, bases, live, table)
    Self.links(segments, bases, among: counted, table).narrow(&counted)
    (book, places) = Self.names(segments, bases, among: counted)
    self.table = table
    order = table.newestFirst(counted)
    snapshots = table.newestSnapshots(order)
  }

  /// The names of those whom a record names that holds.
  private static func names(
    _ segments: [Segment], _ bases: [Int], among counted: DocumentSet
  ) -> (NameBook, [[(segment: Int32, name: Int32)]]) {
    var book = NameBook()
    var places: [[(segment: Int32, name: Int32)]] = []
    for (number, segment) in segments.enumerated() {
      for (index, name) in segment.documents.names.enumerated()
      where segment.documents.documents(naming: index)
        .contains(where: { counted.contains(bases[number] + Int($0)) })
      {
        let known = book.number(of: name)
        if known == places.count { places.append([]) }
        places[known].append((Int32(number), Int32(index)))
      }
    }
    book.prepare()
    return (book, places)
  }

  // MARK: What holds

  /// Of records with one Id in several files the first file's counts. Only files that count their
  /// records together can have any.
  private static func removeSameIds(
    from counted: inout DocumentSet, _ segments: [Segment], _ bases: [Int], _ live: [[Bool]],
    _ table: DocumentTable
  ) {
    var files: [String: [(path: String, segment: Int, file: Int)]] = [:]
    for (number, segment) in segments.enumerated() {
      for (index, file) in segment.documents.files.enumerated() where live[number][index] {
        let name = file.path.replacing("/restricted/", with: "/").prefix { $0 != "+" }
        let key = name.hasSuffix(".rec") ? String(name.dropLast(4)) : String(name)
        files[key, default: []].append((file.path, number, index))
      }
    }
    for related in files.values where related.count > 1 {
      var seen: Set<ArraySlice<UInt8>> = []
      for file in related.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
        let entries = segments[file.segment].documents.entries
        for index in entries.indices where Int(entries[index].file) == file.file {
          let document = bases[file.segment] + index
          if !seen.insert(table.id(of: document)).inserted { counted.remove(document) }
        }
      }
    }
  }

  /// The corrections and withdrawals among records that count.
  private static func links(
    _ segments: [Segment], _ bases: [Int], among counted: DocumentSet, _ table: DocumentTable
  ) -> RecordFold {
    var wanted: Set<ArraySlice<UInt8>> = []
    for segment in segments {
      for link in segment.documents.links { wanted.insert(ArraySlice(Array(link.target.utf8))) }
    }
    var found: [ArraySlice<UInt8>: Int] = [:]
    if !wanted.isEmpty {
      for document in 0..<table.count where counted.contains(document) {
        let id = table.id(of: document)
        if wanted.contains(id) { found[id] = document }
      }
    }
    func place(_ document: Int) -> (segment: Segment, index: Int) {
      var low = 0
      var high = bases.count
      while high - low > 1 {
        let middle = (low + high) / 2
        if bases[middle] <= document { low = middle } else { high = middle }
      }
      return (segments[low], document - bases[low])
    }
    func folder(_ document: Int) -> Substring {
      let (segment, index) = place(document)
      let path = segment.documents.files[Int(segment.documents.entries[index].file)].path
      return path.split(separator: "/").dropFirst().first ?? ""
    }
    func written(_ document: Int) -> Int64 {
      let (segment, index) = place(document)
      return segment.documents.entries[index].written
    }
    var links: [RecordFold.Link] = []
    for (number, segment) in segments.enumerated() {
      for link in segment.documents.links {
        let document = bases[number] + Int(link.document)
        guard counted.contains(document) else { continue }
        var target = found[ArraySlice(Array(link.target.utf8))]
        if let other = target {
          // A correction is of the same type; whoever writes for one organisation cannot take back
          // what another has recorded.
          let isMeant =
            link.isWithdrawal
            ? folder(other) == folder(document)
            : table.documents[other].type == table.documents[document].type
          if !isMeant { target = nil }
        }
        links.append(
          RecordFold.Link(document: document, isWithdrawal: link.isWithdrawal, target: target))
      }
    }
    return RecordFold(links) { a, b in
      let (x, y) = (written(a), written(b))
      return x == y ? table.id(of: a).lexicographicallyPrecedes(table.id(of: b)) : x < y
    }
  }

  // MARK: Questions

  func documents(holding text: [UInt8]) -> (set: DocumentSet, isExact: Bool) {
    let (grams, isExact) = Gram.needed(for: text)
    var all = DocumentSet(capacity: table.count)
    var isTrusted = true
    for (segment, base) in zip(segments, bases) {
      do {
        var common: DocumentSet?
        for gram in grams {
          guard let set = try segment.documents(having: gram) else {
            common = nil
            break
          }
          if common == nil { common = set } else { common?.formIntersection(set) }
          if common?.isEmpty == true { break }
        }
        if let common { all.insert(common, at: base) }
      } catch {
        // What cannot be believed is looked through, and made anew the next time.
        segment.forget()
        isTrusted = false
        all.insert(DocumentSet(capacity: segment.count, isFull: true), at: base)
      }
    }
    return (all, isExact && isTrusted)
  }

  func documents(naming letters: [UInt8]) -> DocumentSet {
    var set = DocumentSet(capacity: table.count)
    for number in book.reading(letters) {
      for place in places[number] {
        let base = bases[Int(place.segment)]
        for document in segments[Int(place.segment)].documents.documents(naming: Int(place.name)) {
          set.insert(base + Int(document))
        }
      }
    }
    return set
  }

  func names(reading letters: [UInt8]) -> [String] { book.reading(letters).map { book.names[$0] } }

  func withRecord<Result>(
    _ document: Int, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result? {
    var low = 0
    var high = bases.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if bases[middle] <= document { low = middle } else { high = middle }
    }
    let documents = segments[low].documents
    let entry = documents.entries[document - bases[low]]
    guard
      let bytes = LogFileListing.record(
        table.id(of: document), of: documents.files[Int(entry.file)], in: root,
        offset: Int(entry.offset), count: Int(entry.length))
    else { return nil }
    return bytes.withUnsafeBytes(body)
  }
}
