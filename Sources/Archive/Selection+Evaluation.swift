import OrganizationLife
import RecordLog

/// A day (from midnight) or a moment, comparable with each other at the same offset.
struct SelectionTime: Hashable, Comparable {
  private let day: Day
  private let moment: Moment?

  init?(_ text: String) {
    if let day = Day(text) {
      self.day = day
      moment = nil
    } else if let moment = Moment(text) {
      day = moment.day
      self.moment = moment
    } else {
      return nil
    }
  }

  static func < (a: Self, b: Self) -> Bool {
    if let left = a.moment, let right = b.moment { return left < right }
    if a.day != b.day { return a.day < b.day }
    // A day stands for its midnight.
    return a.moment == nil && (b.moment.map { !$0.isMidnight } ?? false)
  }

  static func isSame(_ a: Self, _ b: Self) -> Bool { !(a < b) && !(b < a) }
}

extension Moment {
  fileprivate var isMidnight: Bool { time == "00:00" && description.hasPrefix("\(day)T00:00:00") }
}

extension Selection {
  /// Whether a record is selected.
  public func selects(_ record: FoldedRecord) -> Bool {
    selects { record.all($0) }
  }

  /// Whether fields are selected.
  public func selects(_ fields: [Field]) -> Bool {
    selects { name in fields.compactMap { $0.name == name ? $0.value : nil } }
  }

  /// Whether something is selected whose values of a field are given by its name.
  func selects(_ values: (String) -> [String]) -> Bool {
    // Most entries ask for one value of one field; a missing one is empty.
    if case .comparison(.field(let name), .equal, .text(let text)) = condition {
      let all = values(name)
      return all.isEmpty ? text.isEmpty : all.contains(text)
    }
    let found = Values(names.map { ($0, values($0)) })
    if holds(found) { return true }
    for (name, all) in found.entries where all.count > 1 {
      for value in all where holds(found.replacing(name, by: value)) { return true }
    }
    return false
  }

  /// The values of the few fields that a selection speaks of.
  private struct Values {
    let entries: [(name: String, all: [String])]
    /// One value put in the place of all of a field.
    private var replaced: (name: String, value: String)?

    init(_ entries: [(name: String, all: [String])]) { self.entries = entries }

    func replacing(_ name: String, by value: String) -> Self {
      var values = self
      values.replaced = (name, value)
      return values
    }

    func first(_ name: String) -> String {
      if let replaced, replaced.name == name { return replaced.value }
      for entry in entries where entry.name == name { return entry.all.first ?? "" }
      return ""
    }

    func count(_ name: String) -> Int {
      if let replaced, replaced.name == name { return 1 }
      for entry in entries where entry.name == name { return entry.all.count }
      return 0
    }
  }

  /// The fields that a condition speaks of.
  static func names(in condition: Condition) -> Set<String> {
    var names: Set<String> = []
    func visit(_ operand: Operand) {
      if case .field(let name) = operand { names.insert(name) }
      if case .count(let name) = operand { names.insert(name) }
    }
    func visit(_ condition: Condition) {
      switch condition {
      case .comparison(let left, _, let right):
        visit(left)
        visit(right)
      case .isNotZero(let operand): visit(operand)
      case .not(let inner): visit(inner)
      case .both(let left, let right), .either(let left, let right):
        visit(left)
        visit(right)
      }
    }
    visit(condition)
    return names
  }

  /// The values that a condition asks for by `=`, one of which there has to be.
  static func values(asked condition: Condition) -> Set<SelectionValue>? {
    switch condition {
    case .comparison(.field(let name), .equal, .text(let text)),
      .comparison(.text(let text), .equal, .field(let name)):
      // A field that is not there is as one that is empty.
      return text.isEmpty ? nil : [SelectionValue(name: name, text: text)]
    case .both(let left, let right):
      return [values(asked: left), values(asked: right)].compactMap { $0 }
        .min { $0.count < $1.count }
    case .either(let left, let right):
      guard let first = values(asked: left), let second = values(asked: right) else { return nil }
      return first.union(second)
    case .comparison, .isNotZero, .not: return nil
    }
  }

  private func holds(_ values: Values) -> Bool {
    evaluate(condition, values) ?? false
  }

  /// Nil where text is no number, or no date, though one is wanted.
  private func evaluate(_ condition: Condition, _ values: Values) -> Bool? {
    switch condition {
    case .comparison(let left, let comparison, let right):
      return compare(value(left, values), comparison, value(right, values))
    case .isNotZero(let operand):
      return value(operand, values).integer.map { $0 != 0 }
    case .not(let inner):
      return evaluate(inner, values).map { !$0 }
    case .both(let left, let right):
      guard let first = evaluate(left, values), let second = evaluate(right, values) else {
        return nil
      }
      return first && second
    case .either(let left, let right):
      guard let first = evaluate(left, values), let second = evaluate(right, values) else {
        return nil
      }
      return first || second
    }
  }

  private enum Value {
    case text(String)
    case integer(Int)
    case decimal(Double)

    var integer: Int? {
      switch self {
      case .text(let text): text.isEmpty ? 0 : Int(text)
      case .integer(let number): number
      case .decimal(let number): Int(exactly: number.rounded(.towardZero))
      }
    }

    var decimal: Double? {
      switch self {
      case .text(let text):
        text.isEmpty
          ? 0
          : text.utf8.allSatisfy {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
              || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
          } ? Double(text) : nil
      case .integer(let number): Double(number)
      case .decimal(let number): number
      }
    }

    var text: String {
      switch self {
      case .text(let text): text
      case .integer(let number): "\(number)"
      case .decimal(let number): "\(number)"
      }
    }

    var isText: Bool {
      if case .text = self { return true }
      return false
    }
  }

  private func value(_ operand: Operand, _ values: Values) -> Value {
    switch operand {
    case .field(let name): .text(values.first(name))
    case .count(let name): .integer(values.count(name))
    case .text(let text): .text(text)
    case .integer(let number): .integer(number)
    case .decimal(let number): .decimal(number)
    }
  }

  private func compare(_ left: Value, _ comparison: Comparison, _ right: Value) -> Bool? {
    switch comparison {
    case .equal, .different:
      let isEqual: Bool
      if left.isText && right.isText {
        isEqual = left.text.utf8.elementsEqual(right.text.utf8)
      } else {
        guard let first = left.decimal, let second = right.decimal else { return nil }
        isEqual = first == second
      }
      return isEqual == (comparison == .equal)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard let first = left.decimal, let second = right.decimal else { return nil }
      switch comparison {
      case .less: return first < second
      case .lessOrEqual: return first <= second
      case .greater: return first > second
      default: return first >= second
      }
    case .contains:
      guard left.isText, right.isText else { return nil }
      return left.text.utf8Contains(right.text)
    case .before, .after, .sameTime:
      guard let first = SelectionTime(left.text), let second = SelectionTime(right.text) else {
        return nil
      }
      switch comparison {
      case .before: return first < second
      case .after: return second < first
      default: return SelectionTime.isSame(first, second)
      }
    }
  }
}

extension String {
  /// Whether another string's bytes occur in this one's; canonical equivalence plays no part.
  func utf8Contains(_ other: String) -> Bool {
    let needle = Array(other.utf8)
    guard let initial = needle.first else { return true }
    let text = Array(utf8)
    guard text.count >= needle.count else { return false }
    for start in 0...(text.count - needle.count) where text[start] == initial {
      if text[start..<(start + needle.count)].elementsEqual(needle) { return true }
    }
    return false
  }
}
