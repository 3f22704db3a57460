import RecordLog

/// The records among which a search looks.
protocol SearchCorpus: Sendable {
  /// What is known of each.
  var table: DocumentTable { get }
  /// Those that hold, the newest first.
  var order: [Int32] { get }
  /// The newest snapshots of members, organisations and teams that hold, the newest first.
  var snapshots: [Int32] { get }
  /// How many bytes of an archive could be looked through in the time that one takes to be read here.
  var costOfReading: Int { get }
  /// The documents that may hold a text, and whether all of them do. None that does is missing.
  func documents(holding text: [UInt8]) throws(StoreError) -> (set: DocumentSet, isExact: Bool)
  /// The documents that name somebody whose name may be read so.
  func documents(naming letters: [UInt8]) throws(StoreError) -> DocumentSet
  /// The names that may be read so.
  func names(reading letters: [UInt8]) -> [String]
  /// A document's bytes as stored, `Sum` line included; nil when they are no longer there.
  func withRecord<Result>(
    _ document: Int, _ body: (UnsafeRawBufferPointer) -> Result
  ) throws(StoreError) -> Result?
}

/// The records of an archive, looked through one by one: what is enough for a prison of sixteen
/// branches, and needs nothing beside the archive.
struct ArchiveCorpus: SearchCorpus {
  let table: DocumentTable
  let order: [Int32]
  let snapshots: [Int32]
  let costOfReading = 1
  private let records: [Record]
  private let book: NameBook
  private let namedBy: [[Int32]]

  init(_ archive: Archive) {
    var table = DocumentTable()
    var book = NameBook()
    var namedBy: [[Int32]] = []
    var records: [Record] = []
    for position in archive.replay.tips.compactMap({ $0 }).sorted() {
      let record = archive.replay.entries[position].record
      let facts = record.withBytes { DocumentFacts($0, type: record.type) }
      let document = Int32(records.count)
      records.append(record)
      table.append(facts, type: record.type)
      for name in facts.names {
        let number = book.number(of: name)
        if number == namedBy.count { namedBy.append([]) }
        namedBy[number].append(document)
      }
    }
    book.prepare()
    self.table = table
    self.book = book
    self.namedBy = namedBy
    self.records = records
    order = table.newestFirst(DocumentSet(capacity: records.count, isFull: true))
    snapshots = table.newestSnapshots(order)
  }

  func documents(holding text: [UInt8]) -> (set: DocumentSet, isExact: Bool) {
    (DocumentSet(capacity: table.count, isFull: true), false)
  }

  func documents(naming letters: [UInt8]) -> DocumentSet {
    var set = DocumentSet(capacity: table.count)
    for number in book.reading(letters) {
      for document in namedBy[number] { set.insert(Int(document)) }
    }
    return set
  }

  func names(reading letters: [UInt8]) -> [String] { book.reading(letters).map { book.names[$0] } }

  func withRecord<Result>(
    _ document: Int, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result? {
    records[document].withBytes(body)
  }
}
