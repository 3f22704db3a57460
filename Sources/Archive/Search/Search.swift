import RecordLog

/// A search that goes on from key to key.
///
/// `look(for:)` takes what has been typed so far; `advance(by:)` looks through a slice of what may
/// hold it, so that a program can ask for keys in between. What is found comes in this order: people,
/// organisations and teams by their names, then all records, the newest first.
public struct Search: Sendable {
  private let corpus: any SearchCorpus
  /// What is being looked for.
  public private(set) var query = SearchQuery("")
  private var needs: [Need] = []
  private var candidates = DocumentSet(capacity: 0)
  private var stage = Stage.done
  private var cursor = 0
  private var named: [Int32] = []
  private var isNamed = DocumentSet(capacity: 0)
  private var dated: [Int32] = []
  private var text = FoldedText()
  /// The first of what was found, as it was given before; it stays so while more is found.
  private var given: [FoundRecord] = []

  /// What is being looked through.
  private enum Stage { case snapshots, records, done }

  /// One of the words, and the documents that are known to have it.
  private struct Need: Sendable {
    var term: SearchTerm
    /// Those that have it by a name read by its letters.
    var naming: DocumentSet?
    /// Those that hold the text, when that is known without looking.
    var holding: DocumentSet?
  }

  /// So many records are looked through one by one between two keys; more need an index.
  public static let mostWithoutIndex = 20_000
  /// What so many records come to in bytes.
  public static let mostBytesWithoutIndex = 24 << 20

  /// A search among the records of an archive that hold.
  public init(_ archive: Archive) { self.init(ArchiveCorpus(archive)) }

  init(_ corpus: any SearchCorpus) { self.corpus = corpus }

  /// How many records there are to be looked through.
  public var records: Int { corpus.order.count }

  /// How many were found so far.
  public var count: Int { named.count + dated.count }

  /// Whether that is all of them.
  public var isFinished: Bool { stage == .done }

  /// Begins to look for something; `advance(by:)` goes on.
  ///
  /// Throws `StoreError` when what the search stands on cannot be read.
  public mutating func look(for query: SearchQuery) throws(StoreError) {
    let narrows = query.narrows(self.query)
    self.query = query
    let terms = query.terms
    guard !terms.isEmpty else { return stop() }
    needs = []
    var set = DocumentSet(capacity: corpus.table.count, isFull: true)
    for term in terms {
      let (holding, isExact) = try corpus.documents(holding: term.bytes)
      let naming = term.isName ? try corpus.documents(naming: term.bytes) : nil
      var either = holding
      if let naming { either.formUnion(naming) }
      set.formIntersection(either)
      needs.append(Need(term: term, naming: naming, holding: isExact ? holding : nil))
    }
    // What was found not to hold the beginning of a word does not hold the whole of it.
    if narrows {
      set.formIntersection(candidates)
    } else if let admitted = corpus.table.admitted(by: query) {
      set.formIntersection(admitted)
    }
    candidates = set
    named = []
    dated = []
    given = []
    isNamed = DocumentSet(capacity: corpus.table.count)
    cursor = 0
    stage = .snapshots
  }

  private mutating func stop() {
    needs = []
    named = []
    dated = []
    given = []
    stage = .done
    candidates = DocumentSet(capacity: 0)
  }

  /// Goes on: reads that many bytes of records at most, or until everything is found. What lies in
  /// files counts more than what is in memory, so that a number stands for about as much time.
  ///
  /// Throws `StoreError` when a record cannot be read.
  public mutating func advance(by bytes: Int) throws(StoreError) {
    var left = bytes
    while stage != .done, left > 0 {
      let all = stage == .snapshots ? corpus.snapshots : corpus.order
      while cursor < all.count, left > 0 {
        let document = Int(all[cursor])
        cursor += 1
        guard candidates.contains(document) else { continue }
        if stage == .snapshots {
          left -= try lookAtName(of: document) * corpus.costOfReading
        } else if !isNamed.contains(document) {
          left -= try lookAtText(of: document) * corpus.costOfReading
        }
      }
      guard cursor == all.count else { return }
      cursor = 0
      stage = stage == .snapshots ? .records : .done
    }
  }

  /// Whether a member, an organisation or a team is meant by its name.
  private mutating func lookAtName(of document: Int) throws(StoreError) -> Int {
    let terms = needs.map(\.term)
    // Records of members and teams name the branch too, which is not their own id.
    let idField: StaticString? =
      switch corpus.table.types[corpus.table.documents[document].type] {
      case "member": "Member"
      case "organization": "Organization"
      default: nil
      }
    var name = ""
    var id = ""
    let count = try corpus.withRecord(document) { record in
      RecordLines.forEach(of: record) { line in
        if name.isEmpty, RecordLines.holds(record, line.name, "Name") {
          name = RecordLines.string(record, line.text)
        }
        if id.isEmpty, let idField, RecordLines.holds(record, line.name, idField) {
          id = RecordLines.string(record, line.text)
        }
      }
      return record.count
    }
    let folded = FoldedText.of(name)
    let foldedID = FoldedText.of(id)
    let isMeant = terms.allSatisfy { term in
      foldedID == term.bytes || Self.holds(folded, term.bytes)
        || (term.isName
          && PinyinReading.matches(String(decoding: term.bytes, as: UTF8.self), name: name))
    }
    if isMeant {
      named.append(Int32(document))
      isNamed.insert(document)
    }
    return count ?? 0
  }

  private mutating func lookAtText(of document: Int) throws(StoreError) -> Int {
    let open = needs.filter { need in
      !(need.naming?.contains(document) ?? false) && !(need.holding?.contains(document) ?? false)
    }
    guard !open.isEmpty else {
      dated.append(Int32(document))
      return 0
    }
    var text = self.text
    self.text = FoldedText()
    let count = try corpus.withRecord(document) { record in
      text.removeAll()
      RecordLines.append(of: record, to: &text)
      return record.count
    }
    let holdsAll =
      count != nil
      && text.withBytes { text in open.allSatisfy { Self.holds(text, $0.term.bytes) } }
    self.text = text
    if holdsAll {
      dated.append(Int32(document))
    } else {
      candidates.remove(document)
    }
    return count ?? 0
  }

  private static func holds(_ text: [UInt8], _ word: [UInt8]) -> Bool {
    text.withUnsafeBytes { holds($0, word) }
  }

  private static func holds(_ text: UnsafeRawBufferPointer, _ word: [UInt8]) -> Bool {
    word.withUnsafeBytes { text.firstIndex(of: $0, from: 0) != nil }
  }

  /// What was found so far, the first ones up to a number.
  ///
  /// Throws `StoreError` when a record cannot be read.
  public mutating func answer(limit: Int) throws(StoreError) -> SearchAnswer {
    let words = SearchWords(
      needs.map { need in
        SearchWords.Word(
          text: need.term.bytes,
          names: need.term.isName
            ? corpus.names(reading: need.term.bytes).map { FoldedText.of($0) } : [])
      })
    // Names may still come before what was given.
    if stage == .snapshots { given = [] }
    var isWhole = true
    for place in given.count..<max(given.count, min(max(0, limit), count)) {
      let isNamed = place < named.count
      let document = Int(isNamed ? named[place] : dated[place - named.count])
      let entry = corpus.table.documents[document]
      let record = try corpus.withRecord(document) { record in
        FoundRecord(
          record, id: String(decoding: corpus.table.id(of: document), as: UTF8.self),
          type: corpus.table.types[entry.type],
          day: entry.first == .min ? nil : entry.first, words: words, isNamed: isNamed)
      }
      if let record { given.append(record) } else { isWhole = false }
    }
    let found = Array(given.prefix(max(0, limit)))
    // What could not be read is asked for again.
    if !isWhole { given = [] }
    return SearchAnswer(
      query: query, words: words, found: found, count: count, isFinished: isFinished,
      records: records)
  }
}

/// What a search has found so far.
public struct SearchAnswer: Sendable {
  /// What was looked for.
  public let query: SearchQuery
  /// Its words, to mark them where they stand.
  public let words: SearchWords
  /// The first of what was found: people, organisations and teams by their names, then all records,
  /// the newest first.
  public let found: [FoundRecord]
  /// How many records were found.
  public let count: Int
  /// Whether that is all of them.
  public let isFinished: Bool
  /// How many records there are.
  public let records: Int
}
