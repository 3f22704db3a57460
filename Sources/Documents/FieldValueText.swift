import Archive
import OrganizationLife
import Wording

/// Takes apart the values that begin with a person: `Q1M05(王五) 值班 批准=Q1M01(李敏)`.
struct PersonText {
  var person: Person
  /// What follows the person, the approver left out.
  var rest: String
  var approver: Person?

  init(_ text: String) {
    var depth = 0
    var end = text.endIndex
    for index in text.indices {
      switch text[index] {
      case "(": depth += 1
      case ")": depth -= 1
      case " " where depth <= 0: end = index
      default: continue
      }
      if end != text.endIndex { break }
    }
    person = Person(String(text[..<end]))
    var words = text[end...].split(separator: " ")
    if let mark = words.lastIndex(where: { $0.hasPrefix("批准=") }) {
      approver = Person(words[mark...].joined(separator: " ").dropping("批准="))
      words.removeSubrange(mark...)
    }
    rest = words.joined(separator: " ")
  }
}

extension String {
  fileprivate func dropping(_ prefix: String) -> String { String(dropFirst(prefix.count)) }
}

extension ValueShape {
  /// The value of one field of this shape: people and what begins with one as objects, everything
  /// else as the text that stands in the record.
  func value(of text: String) -> Value {
    switch self {
    case .person, .rosterPerson, .recipient: return .person(Person(text))
    case .absence:
      let parts = PersonText(text)
      return Self.object(
        of: parts.person, .init("reason", .text(parts.rest)),
        parts.approver.map { .init("approver", .person($0)) })
    case .exclusion:
      let parts = PersonText(text)
      return Self.object(of: parts.person, .init("reason", .text(parts.rest)), nil)
    case .officer:
      let parts = PersonText(text)
      return Self.object(of: parts.person, .init("post", .text(parts.rest)), nil)
    case .signature:
      let parts = PersonText(text)
      return Self.object(
        of: parts.person, .init("date", parts.rest.isEmpty ? .missing : .text(parts.rest)), nil)
    default: return .text(text)
    }
  }

  /// As a page shows it: names without ids.
  func shownText(_ text: String, _ language: Language) -> String {
    switch self {
    case .person, .rosterPerson, .recipient: return Person(text).shownName
    case .absence:
      let parts = PersonText(text)
      let approver = parts.approver.map { " " + Phrase.approvedBy($0.shownName)(language) } ?? ""
      return "\(parts.person.shownName)(\(parts.rest)\(approver))"
    case .exclusion:
      let parts = PersonText(text)
      return "\(parts.person.shownName)(\(parts.rest))"
    case .officer, .signature:
      let parts = PersonText(text)
      return parts.rest.isEmpty ? parts.person.shownName : "\(parts.person.shownName) \(parts.rest)"
    case .vote:
      return text.split(separator: " ").map { word in
        guard let equals = word.firstIndex(of: "=") else { return String(word) }
        let name = Person(String(word[word.index(after: equals)...])).shownName
        return word[...equals] + name
      }.joined(separator: " ")
    default: return text
    }
  }

  /// Whether the values of a repeated field are short enough to stand in one line.
  var isInline: Bool {
    switch self {
    case .text, .vote: false
    default: true
    }
  }

  private static func object(
    of person: Person, _ entry: Value.Entry, _ last: Value.Entry?
  ) -> Value {
    .object(
      [.init("id", Value(person.id?.text)), .init("name", .text(person.name)), entry]
        + (last.map { [$0] } ?? []))
  }
}

extension Person {
  /// The name, or the id where a record gives no name.
  var shownName: String { name.isEmpty ? id?.text ?? "" : name }
}
