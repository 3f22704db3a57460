import Archive

/// What a cell is sorted by: numbers by value, Han names by how they are read, the rest as
/// written; empty cells last.
struct SortKey: Hashable, Comparable, Sendable {
  private var isEmpty: Bool
  private var number: Int
  private var reading: String
  private var text: String

  init(_ cell: ListCell) {
    isEmpty = cell.text.isEmpty && cell.order == nil
    number = cell.order ?? 0
    text = cell.text
    reading = cell.order == nil ? PinyinReading.initials(of: cell.text).first ?? "" : ""
  }

  static func < (a: Self, b: Self) -> Bool {
    if a.isEmpty != b.isEmpty { return b.isEmpty }
    return (a.number, a.reading, a.text) < (b.number, b.reading, b.text)
  }
}
