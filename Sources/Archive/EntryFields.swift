import OrganizationLife
import RecordLog

/// Takes the fields of one entry of the catalogue apart and gathers what is wrong.
struct EntryFields {
  let record: PlainRecord
  private(set) var problems: [(line: Int, problem: CatalogFault.Problem)] = []
  /// Whether something is wrong without which the entry means nothing.
  private(set) var isUnusable = false
  private var known: Set<String> = ["Note", "Enabled"]

  init(_ record: PlainRecord) { self.record = record }

  mutating func text(_ name: String) -> String? {
    known.insert(name)
    guard let text = record.first(name), !text.isEmpty else {
      fail(name, .missing)
      return nil
    }
    return text
  }

  mutating func optionalText(_ name: String) -> String? {
    known.insert(name)
    return record.first(name).flatMap { $0.isEmpty ? nil : $0 }
  }

  mutating func texts(_ name: String, atLeastOne: Bool = false) -> [String] {
    known.insert(name)
    let texts = record.all(name)
    if atLeastOne, texts.isEmpty { fail(name, .missing) }
    return texts
  }

  mutating func yes(_ name: String, otherwise: Bool = false) -> Bool {
    known.insert(name)
    guard let text = record.first(name) else { return otherwise }
    return value(FieldText.yesOrNo(text), name) ?? otherwise
  }

  mutating func number(_ name: String, isMandatory: Bool = false) -> Int? {
    known.insert(name)
    guard let text = record.first(name) else {
      if isMandatory { fail(name, .missing) }
      return nil
    }
    return value(FieldText.number(text), name)
  }

  mutating func decimal(_ name: String) -> Double? {
    known.insert(name)
    guard let text = record.first(name) else { return nil }
    return value(FieldText.decimal(text), name)
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(_ name: String) -> Choice?
  where Choice.RawValue == String {
    guard let text = text(name) else { return nil }
    return value(FieldText.choice(text, Choice.self), name)
  }

  mutating func optionalChoice<Choice: RawRepresentable & CaseIterable>(_ name: String) -> Choice?
  where Choice.RawValue == String {
    guard let text = optionalText(name) else { return nil }
    return value(FieldText.choice(text, Choice.self), name)
  }

  mutating func choices<Choice: RawRepresentable & CaseIterable>(
    _ name: String, atLeastOne: Bool = false
  ) -> [Choice] where Choice.RawValue == String {
    texts(name, atLeastOne: atLeastOne).enumerated().compactMap { index, text in
      value(FieldText.choice(text, Choice.self), name, index)
    }
  }

  /// Lines of a form of their own; one that cannot be read is said with the problem.
  mutating func parsed<Value>(
    _ name: String, _ read: (String) -> Value?, _ problem: (String) -> CatalogFault.Problem
  ) -> [Value] {
    texts(name).enumerated().compactMap { index, text in
      if let value = read(text) { return value }
      fail(name, index, problem(text))
      return nil
    }
  }

  mutating func validity() -> Validity? {
    known.formUnion(["Since", "Until"])
    guard let since = record.first("Since").flatMap({ value(FieldText.day($0), "Since") }) else {
      if record.first("Since") == nil { fail("Since", .missing) }
      return nil
    }
    guard let until = record.first("Until") else { return Validity(since: since) }
    guard let last = value(FieldText.day(until), "Until") else { return nil }
    if last < since {
      fail("Until", 0, .obligation(.endsBeforeItBegins(since: since, until: last)))
      return nil
    }
    return Validity(since: since, until: last)
  }

  @discardableResult
  mutating func revision() -> Int {
    number("Revision", isMandatory: true) ?? 1
  }

  /// 义务 ID, 选择 TYPE >= N with `Where`, 条件 NAME or 人工.
  mutating func answer() -> ItemSource? {
    known.formUnion(["Answer", "Where"])
    guard let text = text("Answer") else { return nil }
    let words = text.split(separator: " ").map(String.init)
    switch (words.first, words.count) {
    case ("义务", 2): return .obligation(words[1])
    case ("人工", 1): return .manual
    case ("条件", 2):
      guard let condition = NamedCondition(rawValue: words[1]) else {
        fail("Answer", 0, .unknownCondition(words[1]))
        return nil
      }
      return .condition(condition)
    case ("选择", 4):
      guard words[2] == ">=", let count = Int(words[3]), count > 0,
        RecordShape.of(words[1]) != nil
      else { break }
      return selection(type: words[1], atLeast: count)
    default: break
    }
    fail("Answer", 0, .badAnswer(text))
    return nil
  }

  private mutating func selection(type: String, atLeast count: Int) -> ItemSource? {
    guard let expression = text("Where") else { return nil }
    do {
      _ = try Selection(expression)
      return .selection(type: type, expression: expression, atLeast: count)
    } catch {
      fail("Where", 0, .selection(error))
      return nil
    }
  }

  mutating func noteUnknown() {
    for (index, field) in record.fields.enumerated() where !known.contains(field.name) {
      problems.append((record.fieldLines[index], .unknownField(field.name)))
    }
  }

  private mutating func value<Value>(
    _ reading: FieldText.Reading<Value>, _ name: String, _ index: Int = 0
  ) -> Value? {
    switch reading {
    case .success(let value): return value
    case .failure(let error):
      fail(name, index, .value(field: name, error.problem))
      return nil
    }
  }

  private mutating func fail(_ name: String, _ problem: ValueProblem) {
    fail(name, 0, .value(field: name, problem))
  }

  mutating func fail(_ name: String, _ index: Int, _ problem: CatalogFault.Problem) {
    isUnusable = true
    problems.append((record.line(of: name, at: index), problem))
  }
}

extension PlainRecord {
  /// The line of a field's appearance, counted from 0, or the record's.
  func line(of name: String, at index: Int) -> Int {
    let positions = fields.indices.filter { fields[$0].name == name }
    guard positions.indices.contains(index), positions[index] < fieldLines.count else {
      return line(of: name)
    }
    return fieldLines[positions[index]]
  }

  /// The line of a field that has that value, or of the field, or the record's.
  func line(of name: String, saying value: String) -> Int {
    let index = fields.indices.first {
      fields[$0].name == name && fields[$0].value.contains(value)
    }
    return index.flatMap { $0 < fieldLines.count ? fieldLines[$0] : nil } ?? line(of: name)
  }
}
