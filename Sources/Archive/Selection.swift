/// Which records an entry of the catalogue selects: a subset of recutils' selection expressions,
/// with their meaning.
///
///     Kind = '党课' && Hours > 1
///     #Present >= 3
///     Tag = '维度=学用' || Item ~ '第一议题'
///     !(State = '已办结') && Due << '2026-07-01'
///
/// - `Field` is the name of a field, a missing one is empty. `#Field` is how often it stands.
/// - Literals: numbers, `'text'` or `"text"`.
/// - `=` `!=` compare text, or numbers when one side is a number (a literal or a `#`);
///   `<` `<=` `>` `>=` compare numbers; `~` asks whether literal text occurs in a value;
///   `<<` `>>` `==` compare days (`2026-03-12`) and moments.
/// - `!` stands before `(…)` or `#Field`; `&&` binds more than `||`.
/// - Text that is no number, or no date, where one is wanted makes the whole expression false, a
///   `!` before it or an `||` beside it notwithstanding. An empty value is the number 0 and no
///   date.
/// - A field that stands several times: the expression holds if it does with one value of one
///   field put in the place of all values of that field, the first value of every other field
///   standing for it. So `Tag = 'a' && Tag = 'b'` never holds, as in recutils.
///
/// Not in the subset: arithmetic, `=>`, `? :`, `&`, subscripts, regular expressions (`~` refuses
/// their special characters), a bare field as a condition.
public struct Selection: Hashable, Sendable {
  let condition: Condition
  /// The fields that it speaks of.
  let names: Set<String>
  /// Values of which something that is selected has at least one; nil where none can be named.
  let oneOf: Set<SelectionValue>?

  /// Reads an expression.
  public init(_ text: String) throws(SelectionError) {
    var parser = SelectionParser(text)
    condition = try parser.run()
    names = Self.names(in: condition)
    oneOf = Self.values(asked: condition)
  }

  indirect enum Condition: Hashable, Sendable {
    case comparison(Operand, Comparison, Operand)
    case isNotZero(Operand)
    case not(Condition)
    case both(Condition, Condition)
    case either(Condition, Condition)
  }

  enum Operand: Hashable, Sendable {
    case field(String)
    case count(String)
    case text(String)
    case integer(Int)
    case decimal(Double)
  }

  enum Comparison: String, Hashable, Sendable {
    case equal = "="
    case different = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case contains = "~"
    case before = "<<"
    case after = ">>"
    case sameTime = "=="
  }
}

/// A field with a value.
struct SelectionValue: Hashable, Sendable {
  var name: String
  var text: String
}

/// Why an expression cannot be read.
public struct SelectionError: Error, Hashable, Sendable {
  /// What was met.
  public enum Problem: Hashable, Sendable {
    /// The expression ends too early.
    case unexpectedEnd
    /// A character or word that cannot stand there.
    case unexpected(String)
    /// A quotation mark without its partner.
    case openText
    /// A comparison is wanted.
    case noComparison
    /// `~` takes literal text; this one has a character with a meaning in regular expressions.
    case pattern(String)
    /// `<<`, `>>` and `==` want a date.
    case notADate(String)
  }

  /// What was met.
  public var problem: Problem
  /// Where, in characters from 1.
  public var position: Int

  /// An error at a position.
  public init(problem: Problem, position: Int) {
    self.problem = problem
    self.position = position
  }
}

private struct SelectionParser {
  private enum Token: Hashable {
    case name(String)
    case text(String)
    case number(String)
    case symbol(String)
  }

  private var tokens: [(token: Token, position: Int)] = []
  private var cursor = 0
  private let length: Int
  private var failure: SelectionError?

  init(_ text: String) {
    length = text.count
    tokenize(Array(text))
  }

  mutating func run() throws(SelectionError) -> Selection.Condition {
    if let failure { throw failure }
    let condition = try either()
    if let extra = tokens.dropFirst(cursor).first {
      throw SelectionError(problem: .unexpected(word(extra.token)), position: extra.position)
    }
    return condition
  }

  private mutating func tokenize(_ characters: [Character]) {
    var index = 0
    let symbols = ["&&", "||", "!=", "<=", ">=", "<<", ">>", "=="]
    while index < characters.count, failure == nil {
      let character = characters[index]
      let start = index
      if character.isWhitespace {
        index += 1
        continue
      }
      if character == "'" || character == "\"" {
        index += 1
        while index < characters.count, characters[index] != character { index += 1 }
        guard index < characters.count else {
          failure = SelectionError(problem: .openText, position: start + 1)
          return
        }
        tokens.append((.text(String(characters[(start + 1)..<index])), start + 1))
        index += 1
      } else if character.isASCII, character.isLetter {
        while index < characters.count, characters[index].isASCII,
          characters[index].isLetter || characters[index].isNumber
        {
          index += 1
        }
        tokens.append((.name(String(characters[start..<index])), start + 1))
      } else if character.isASCII, character.isNumber || character == "-" {
        index += 1
        while index < characters.count, characters[index].isASCII,
          characters[index].isNumber || characters[index] == "."
        {
          index += 1
        }
        tokens.append((.number(String(characters[start..<index])), start + 1))
      } else if index + 1 < characters.count,
        symbols.contains(String(characters[index...(index + 1)]))
      {
        tokens.append((.symbol(String(characters[index...(index + 1)])), start + 1))
        index += 2
      } else if "=<>~!#()".contains(character) {
        tokens.append((.symbol(String(character)), start + 1))
        index += 1
      } else {
        failure = SelectionError(problem: .unexpected(String(character)), position: start + 1)
      }
    }
  }

  private mutating func either() throws(SelectionError) -> Selection.Condition {
    var condition = try both()
    while accept("||") { condition = .either(condition, try both()) }
    return condition
  }

  private mutating func both() throws(SelectionError) -> Selection.Condition {
    var condition = try single()
    while accept("&&") { condition = .both(condition, try single()) }
    return condition
  }

  private mutating func single() throws(SelectionError) -> Selection.Condition {
    if accept("!") {
      if accept("(") { return .not(try closed()) }
      if accept("#") { return .not(.isNotZero(.count(try name()))) }
      throw unexpected()
    }
    if accept("(") { return try closed() }
    let left = try operand()
    guard cursor < tokens.count, case .symbol(let symbol) = tokens[cursor].token,
      let comparison = Selection.Comparison(rawValue: symbol)
    else {
      if case .count = left { return .isNotZero(left) }
      throw SelectionError(
        problem: .noComparison,
        position: cursor < tokens.count ? tokens[cursor].position : length + 1)
    }
    cursor += 1
    let position = cursor < tokens.count ? tokens[cursor].position : length + 1
    let right = try operand()
    try checkText(right, comparison, position)
    return .comparison(left, comparison, right)
  }

  private mutating func closed() throws(SelectionError) -> Selection.Condition {
    let condition = try either()
    guard accept(")") else { throw unexpected() }
    return condition
  }

  private mutating func operand() throws(SelectionError) -> Selection.Operand {
    if accept("#") { return .count(try name()) }
    guard cursor < tokens.count else {
      throw SelectionError(problem: .unexpectedEnd, position: length + 1)
    }
    switch tokens[cursor].token {
    case .name(let name):
      cursor += 1
      return .field(name)
    case .text(let text):
      cursor += 1
      return .text(text)
    case .number(let text):
      if let integer = Int(text) {
        cursor += 1
        return .integer(integer)
      }
      guard let decimal = Double(text), text.contains(".") else { throw unexpected() }
      cursor += 1
      return .decimal(decimal)
    case .symbol:
      throw unexpected()
    }
  }

  private mutating func name() throws(SelectionError) -> String {
    guard cursor < tokens.count, case .name(let name) = tokens[cursor].token else {
      throw unexpected()
    }
    cursor += 1
    return name
  }

  private func checkText(
    _ operand: Selection.Operand, _ comparison: Selection.Comparison, _ position: Int
  ) throws(SelectionError) {
    guard case .text(let text) = operand else { return }
    switch comparison {
    case .contains where text.contains(where: { ".[]()*+?{}|^$\\".contains($0) }):
      throw SelectionError(problem: .pattern(text), position: position)
    case .before, .after, .sameTime:
      if SelectionTime(text) == nil {
        throw SelectionError(problem: .notADate(text), position: position)
      }
    default: break
    }
  }

  private mutating func accept(_ symbol: String) -> Bool {
    guard cursor < tokens.count, tokens[cursor].token == .symbol(symbol) else { return false }
    cursor += 1
    return true
  }

  private func unexpected() -> SelectionError {
    guard cursor < tokens.count else {
      return SelectionError(problem: .unexpectedEnd, position: length + 1)
    }
    return SelectionError(
      problem: .unexpected(word(tokens[cursor].token)), position: tokens[cursor].position)
  }

  private func word(_ token: Token) -> String {
    switch token {
    case .name(let text), .number(let text), .symbol(let text): text
    case .text(let text): "'\(text)'"
    }
  }
}
