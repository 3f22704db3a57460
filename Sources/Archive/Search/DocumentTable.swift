import OrganizationLife

/// What is known of every document beside its text: the part of an index that is always in memory.
struct DocumentTable: Sendable {
  /// One record.
  struct Document: Sendable {
    /// The days that it is about, by number; `Int32.min` when it does not say.
    var first = Int32.min
    var last = Int32.min
    /// Numbers in the tables of texts.
    var organization: Int32 = 0
    var kinds: Int32 = 0
    var subject: Int32 = -1
    var type: Int32 = 0
    /// Where its Id stands among all ids.
    var idStart: Int32 = 0
    var idCount: Int32 = 0
  }

  /// Texts that many documents share.
  struct Texts: Sendable {
    private(set) var all: [String] = []
    private var numbers: [String: Int32] = [:]

    /// The number of a text, which is added if it is new.
    mutating func number(of text: String) -> Int32 {
      if let number = numbers[text] { return number }
      let number = Int32(all.count)
      all.append(text)
      numbers[text] = number
      return number
    }

    subscript(number: Int32) -> String { all[Int(number)] }
  }

  private(set) var documents: [Document] = []
  private(set) var organizations = Texts()
  /// `Kind` and `Counts`, joined by LF.
  private(set) var kinds = Texts()
  private(set) var types = Texts()
  private(set) var subjects = Texts()
  private var ids: [UInt8] = []

  var count: Int { documents.count }

  /// Adds a document; its number is the count before.
  mutating func append(_ facts: DocumentFacts, type: String) {
    append(
      id: Array(facts.id.utf8), first: facts.first?.number ?? .min,
      last: facts.last?.number ?? .min, organization: facts.organization,
      kinds: facts.kinds.joined(separator: "\n"), subject: facts.subject, type: type)
  }

  mutating func append(
    id: some Collection<UInt8>, first: Int32, last: Int32, organization: String, kinds: String,
    subject: String?, type: String
  ) {
    let start = Int32(ids.count)
    ids += id
    documents.append(
      Document(
        first: first, last: last, organization: organizations.number(of: organization),
        kinds: self.kinds.number(of: kinds), subject: subject.map { subjects.number(of: $0) } ?? -1,
        type: types.number(of: type), idStart: start, idCount: Int32(id.count)))
  }

  /// Adds documents that nobody will find, up to a multiple of a number.
  mutating func pad(toMultipleOf number: Int) {
    while documents.count % number != 0 {
      append(
        id: [], first: .min, last: .min, organization: "", kinds: "", subject: nil, type: "")
    }
  }

  /// Adds a segment's documents, in its order.
  mutating func append(_ segment: SegmentDocuments) {
    let organizations = segment.organizations.map { self.organizations.number(of: $0) }
    let kinds = segment.kinds.map { self.kinds.number(of: $0) }
    let types = segment.types.map { self.types.number(of: $0) }
    let subjects = segment.subjects.map { self.subjects.number(of: $0) }
    var start = Int32(ids.count)
    ids += segment.ids
    for entry in segment.entries {
      documents.append(
        Document(
          first: entry.first, last: entry.last,
          organization: organizations[Int(entry.organization)], kinds: kinds[Int(entry.kinds)],
          subject: entry.subject < 0 ? -1 : subjects[Int(entry.subject)],
          type: types[Int(entry.type)], idStart: start, idCount: Int32(entry.idLength)))
      start += Int32(entry.idLength)
    }
  }

  func id(of document: Int) -> ArraySlice<UInt8> {
    let place = documents[document]
    return ids[Int(place.idStart)..<Int(place.idStart + place.idCount)]
  }

  /// The documents of a set, the newest first; of one day by Id, backwards.
  func newestFirst(_ set: DocumentSet) -> [Int32] {
    let chosen = documents.indices.filter { set.contains($0) }
    return ids.withUnsafeBytes { ids in
      chosen.map { Int32($0) }.sorted { a, b in
        let (x, y) = (documents[Int(a)], documents[Int(b)])
        if x.first != y.first { return x.first > y.first }
        let (p, q) = (bytes(of: x, in: ids), bytes(of: y, in: ids))
        return q.lexicographicallyPrecedes(p)
      }
    }
  }

  private func bytes(
    of document: Document, in ids: UnsafeRawBufferPointer
  ) -> Slice<UnsafeRawBufferPointer> {
    ids[Int(document.idStart)..<Int(document.idStart + document.idCount)]
  }

  /// The newest snapshot of each member, organisation and team among documents that are in order,
  /// the newest first.
  func newestSnapshots(_ order: [Int32]) -> [Int32] {
    var seen: Set<Int64> = []
    return order.filter { number in
      let document = documents[Int(number)]
      guard document.subject >= 0 else { return false }
      // Teams of different organisations may share a name.
      let place = types[document.type] == "team" ? Int64(document.organization) : 0
      let key = Int64(document.subject) << 32 | Int64(document.type) << 24 | place
      return seen.insert(key).inserted
    }
  }

  /// The documents that a query's filters let through.
  func admitted(by query: SearchQuery) -> DocumentSet? {
    guard
      query.organizations != nil || query.kind != nil || query.since != nil || query.until != nil
    else { return nil }
    let places = organizations.all.map { query.organizations?.contains($0) ?? true }
    let isType = types.all.map { $0 == query.kind }
    let isKind = kinds.all.map { kinds in
      query.kind.map { kind in kinds.split(separator: "\n").contains { $0 == kind } } ?? true
    }
    let since = query.since?.number ?? .min
    let until = query.until?.number ?? .max
    var set = DocumentSet(capacity: count)
    for (number, document) in documents.enumerated() {
      if places[Int(document.organization)],
        isKind[Int(document.kinds)] || isType[Int(document.type)],
        document.last >= since, document.first <= until
      {
        set.insert(number)
      }
    }
    return set
  }
}
