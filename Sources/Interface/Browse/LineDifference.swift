/// What changed between two sequences, in their order.
enum Change<Element: Hashable & Sendable>: Hashable, Sendable {
  /// In both.
  case kept(Element)
  /// Only in the old one.
  case removed(Element)
  /// Only in the new one.
  case added(Element)
}

extension Change {
  /// The shortest list of changes that leads from `old` to `new`, removals before additions.
  static func list(from old: [Element], to new: [Element]) -> [Change] {
    var start = 0
    while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
    var oldEnd = old.count
    var newEnd = new.count
    while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
      oldEnd -= 1
      newEnd -= 1
    }
    return old[..<start].map { .kept($0) }
      + middle(Array(old[start..<oldEnd]), Array(new[start..<newEnd]))
      + old[oldEnd...].map { .kept($0) }
  }

  /// By the longest common subsequence.
  private static func middle(_ old: [Element], _ new: [Element]) -> [Change] {
    let width = new.count + 1
    // Two texts of thousands of lines that share nothing are shown whole.
    guard !old.isEmpty, !new.isEmpty, old.count * new.count <= 4_000_000 else {
      return old.map { .removed($0) } + new.map { .added($0) }
    }
    var lengths = [Int32](repeating: 0, count: (old.count + 1) * width)
    for i in stride(from: old.count - 1, through: 0, by: -1) {
      for j in stride(from: new.count - 1, through: 0, by: -1) {
        lengths[i * width + j] =
          old[i] == new[j]
          ? lengths[(i + 1) * width + j + 1] + 1
          : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
      }
    }
    var changes: [Change] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if i < old.count, j < new.count, old[i] == new[j] {
        changes.append(.kept(old[i]))
        i += 1
        j += 1
      } else if i < old.count,
        j == new.count || lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]
      {
        changes.append(.removed(old[i]))
        i += 1
      } else {
        changes.append(.added(new[j]))
        j += 1
      }
    }
    return changes
  }
}
