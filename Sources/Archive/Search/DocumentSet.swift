/// A set of documents by number, a bit each.
struct DocumentSet: Hashable, Sendable {
  private(set) var words: [UInt64]
  /// How many documents there are to be in it.
  let capacity: Int

  /// An empty set, or a full one.
  init(capacity: Int, isFull: Bool = false) {
    self.capacity = capacity
    words = [UInt64](repeating: isFull ? .max : 0, count: (capacity + 63) / 64)
    if isFull, capacity % 64 != 0 { words[words.count - 1] = (1 << UInt64(capacity % 64)) - 1 }
  }

  func contains(_ document: Int) -> Bool {
    words[document >> 6] >> UInt64(document & 63) & 1 == 1
  }

  mutating func insert(_ document: Int) { words[document >> 6] |= 1 << UInt64(document & 63) }

  mutating func remove(_ document: Int) { words[document >> 6] &= ~(1 << UInt64(document & 63)) }

  mutating func formIntersection(_ other: DocumentSet) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  mutating func formUnion(_ other: DocumentSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  /// Adds eight documents at once; `byte` is a multiple of eight divided by eight.
  mutating func insert(bits: UInt8, atByte byte: Int) {
    words[byte >> 3] |= UInt64(bits) << UInt64((byte & 7) * 8)
  }

  /// Adds another set whose first document is number `base` here, a multiple of 64.
  mutating func insert(_ other: DocumentSet, at base: Int) {
    for (index, word) in other.words.enumerated() { words[base / 64 + index] |= word }
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
}
