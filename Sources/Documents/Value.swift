import OrganizationLife
import Wording

/// A value that leaves the program, in whatever form was asked for.
public indirect enum Value: Hashable, Sendable {
  /// Nothing: empty in a table, `null` in JSON.
  case missing
  /// Text; empty text is empty, not missing.
  case text(String)
  /// A word for programs, and what people are shown for it on a terminal.
  case code(String, Phrase)
  /// A whole number.
  case number(Int)
  /// A number with decimals, written without those that are zero.
  case decimal(Double)
  /// Yes or no.
  case truth(Bool)
  /// A person; `{"id","name"}` in JSON, the id being `null` for a guest.
  case person(Person)
  /// Several values in order.
  case list([Value])
  /// Named values in order.
  case object([Entry])

  /// One named value of an object.
  public struct Entry: Hashable, Sendable {
    /// The key.
    public var key: String
    /// What it holds.
    public var value: Value

    /// A named value.
    public init(_ key: String, _ value: Value) {
      self.key = key
      self.value = value
    }
  }

  /// Text, or missing when there is none.
  public init(_ text: String?) { self = text.map { .text($0) } ?? .missing }

  /// A number, or missing when there is none.
  public init(_ number: Int?) { self = number.map { .number($0) } ?? .missing }

  /// A day as `2026-03-12`, or missing when there is none.
  public init(_ day: Day?) { self = day.map { .text($0.description) } ?? .missing }

  /// A person, or missing when there is none.
  public init(_ person: Person?) { self = person.map { .person($0) } ?? .missing }

  /// People in order.
  public init(_ people: [Person]) { self = .list(people.map { .person($0) }) }

  /// In one text: people as `ID(姓名)`, lists joined by `separator`, objects as `key=value`.
  public func text(separator: String = "; ") -> String {
    switch self {
    case .missing: ""
    case .text(let text), .code(let text, _): text
    case .number(let number): String(number)
    case .decimal(let number): Self.text(of: number)
    case .truth(let truth): truth ? "true" : "false"
    case .person(let person): person.description
    case .list(let values): values.map { $0.text() }.joined(separator: separator)
    case .object(let entries):
      entries.map { "\($0.key)=\($0.value.text())" }.joined(separator: " ")
    }
  }

  /// For people: the words of codes, 是 where something holds and nothing where it does not.
  public func shown(_ language: Language, separator: String = "; ") -> String {
    switch self {
    case .code(_, let word): word(language)
    case .truth(let truth): truth ? Phrase.yes(language) : ""
    case .list(let values): values.map { $0.shown(language) }.joined(separator: separator)
    default: text(separator: separator)
    }
  }

  private static func text(of number: Double) -> String {
    let text = String(number)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
