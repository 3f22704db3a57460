import OrganizationLife
import RecordLog

/// Takes the fields of one entry of the catalogue apart and gathers what is wrong.
///
/// What is wrong puts the entry out of force where without it the rest would mean something else;
/// elsewhere only the line is left out, or something is taken for it (`effect`).
struct EntryFields {
  typealias Effect = CatalogFault.Effect

  /// Something wrong at a line.
  struct Wrong {
    var line: Int
    var problem: CatalogFault.Problem
    var effect: Effect
  }

  let record: PlainRecord
  private(set) var problems: [Wrong] = []
  /// Whether something is wrong without which the entry means nothing.
  private(set) var isUnusable = false
  private var known: Set<String> = ["Note", "Enabled", "Pack"]

  init(_ record: PlainRecord) { self.record = record }

  /// The value of a field that may stand once; blanks around it do not count. Of a field given
  /// twice with different values nobody knows which is meant.
  private mutating func single(_ name: String, else effect: Effect) -> String? {
    known.insert(name)
    let values = record.all(name).map(Self.trimmed)
    if values.count > 1 {
      let isSame = Set(values).count == 1
      fail(name, 1, .value(field: name, .repeated), isSame ? .lineOut : effect)
      if !isSame { return nil }
    }
    return values.first.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func trimmed(_ text: String) -> String {
    let blanks: (Character) -> Bool = { $0 == " " || $0 == "\u{3000}" }
    guard text.first.map(blanks) ?? false || text.last.map(blanks) ?? false else { return text }
    return String(text.drop(while: blanks).reversed().drop(while: blanks).reversed())
  }

  mutating func text(_ name: String, else effect: Effect = .entryOut) -> String? {
    if let text = single(name, else: effect) { return text }
    if record.all(name).count < 2 { fail(name, .missing, effect) }
    return nil
  }

  mutating func optionalText(_ name: String, else effect: Effect = .lineOut) -> String? {
    single(name, else: effect)
  }

  mutating func texts(_ name: String, atLeastOne: Bool = false) -> [String] {
    known.insert(name)
    let texts = record.all(name).map(Self.trimmed)
    if atLeastOne, texts.isEmpty { fail(name, .missing, .entryOut) }
    return texts
  }

  mutating func yes(
    _ name: String, otherwise: Bool = false, else effect: Effect = .entryOut
  ) -> Bool {
    guard let text = single(name, else: effect) else { return otherwise }
    return value(FieldText.yesOrNo(text), name, else: effect) ?? otherwise
  }

  mutating func number(
    _ name: String, isMandatory: Bool = false, else effect: Effect = .entryOut
  ) -> Int? {
    guard let text = single(name, else: effect) else {
      if isMandatory, record.all(name).count < 2 { fail(name, .missing, effect) }
      return nil
    }
    return value(FieldText.number(text), name, else: effect)
  }

  mutating func decimal(_ name: String, else effect: Effect = .entryOut) -> Double? {
    guard let text = single(name, else: effect) else { return nil }
    return value(FieldText.decimal(text), name, else: effect)
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, else effect: Effect = .entryOut
  ) -> Choice? where Choice.RawValue == String {
    guard let text = text(name, else: effect) else { return nil }
    return value(FieldText.choice(text, Choice.self), name, else: effect)
  }

  mutating func optionalChoice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, else effect: Effect = .lineOut
  ) -> Choice? where Choice.RawValue == String {
    guard let text = single(name, else: effect) else { return nil }
    return value(FieldText.choice(text, Choice.self), name, else: effect)
  }

  /// Choices of which one that cannot be read is left out, unless none is left and one is needed.
  mutating func choices<Choice: RawRepresentable & CaseIterable>(
    _ name: String, atLeastOne: Bool = false
  ) -> [Choice] where Choice.RawValue == String {
    let texts = texts(name, atLeastOne: atLeastOne)
    let readable = texts.compactMap { try? FieldText.choice($0, Choice.self).get() }
    let effect: Effect = readable.isEmpty && atLeastOne ? .entryOut : .lineOut
    return texts.enumerated().compactMap { index, text in
      value(FieldText.choice(text, Choice.self), name, index, else: effect)
    }
  }

  /// Lines of a form of their own; one that cannot be read is left out.
  mutating func parsed<Value>(
    _ name: String, _ read: (String) -> Value?, else effect: Effect = .lineOut,
    _ problem: (String) -> CatalogFault.Problem
  ) -> [Value] {
    texts(name).enumerated().compactMap { index, text in
      if let value = read(text) { return value }
      fail(name, index, problem(text), effect)
      return nil
    }
  }

  /// The same for one that may stand once.
  mutating func parsedOnce<Value>(
    _ name: String, _ read: (String) -> Value?, _ problem: (String) -> CatalogFault.Problem
  ) -> Value? {
    guard let text = single(name, else: .lineOut) else { return nil }
    if let value = read(text) { return value }
    fail(name, 0, problem(text), .lineOut)
    return nil
  }

  mutating func validity() -> Validity? {
    guard let text = text("Since"), let since = value(FieldText.day(text), "Since") else {
      known.insert("Until")
      return nil
    }
    guard let until = single("Until", else: .entryOut) else {
      return record.all("Until").count > 1 ? nil : Validity(since: since)
    }
    guard let last = value(FieldText.day(until), "Until") else { return nil }
    if last < since {
      fail("Until", 0, .obligation(.endsBeforeItBegins(since: since, until: last)))
      return nil
    }
    return Validity(since: since, until: last)
  }

  @discardableResult
  mutating func revision() -> Int {
    number("Revision", isMandatory: true, else: .taken("1")) ?? 1
  }

  /// 义务 ID, 选择 TYPE >= N with `Where`, 条件 NAME or 人工; what cannot be read is for a person to
  /// answer.
  mutating func answer() -> ItemSource {
    known.formUnion(["Answer", "Where"])
    guard let text = text("Answer", else: .byHand) else { return .manual }
    let words = text.split(separator: " ").map(String.init)
    switch (words.first, words.count) {
    case ("义务", 2): return .obligation(words[1])
    case ("人工", 1): return .manual
    case ("条件", 2):
      guard let condition = NamedCondition(rawValue: words[1]) else {
        fail("Answer", 0, .unknownCondition(words[1]), .byHand)
        return .manual
      }
      return .condition(condition)
    case ("选择", 4):
      guard words[2] == ">=", let count = Int(words[3]), count > 0,
        RecordShape.of(words[1]) != nil
      else { break }
      return selection(type: words[1], atLeast: count)
    default: break
    }
    fail("Answer", 0, .badAnswer(text), .byHand)
    return .manual
  }

  private mutating func selection(type: String, atLeast count: Int) -> ItemSource {
    guard let expression = text("Where", else: .byHand) else { return .manual }
    do {
      _ = try Selection(expression)
      return .selection(type: type, expression: expression, atLeast: count)
    } catch {
      fail("Where", 0, .selection(error), .byHand)
      return .manual
    }
  }

  mutating func noteUnknown() {
    for (index, field) in record.fields.enumerated() where !known.contains(field.name) {
      problems.append(
        Wrong(
          line: record.fieldLines[index], problem: .unknownField(field.name), effect: .lineOut))
    }
  }

  private mutating func value<Value>(
    _ reading: FieldText.Reading<Value>, _ name: String, _ index: Int = 0,
    else effect: Effect = .entryOut
  ) -> Value? {
    switch reading {
    case .success(let value): return value
    case .failure(let error):
      fail(name, index, .value(field: name, error.problem), effect)
      return nil
    }
  }

  private mutating func fail(_ name: String, _ problem: ValueProblem, _ effect: Effect) {
    fail(name, 0, .value(field: name, problem), effect)
  }

  mutating func fail(
    _ name: String, _ index: Int, _ problem: CatalogFault.Problem, _ effect: Effect = .entryOut
  ) {
    if effect == .entryOut { isUnusable = true }
    problems.append(
      Wrong(line: record.line(of: name, at: index), problem: problem, effect: effect))
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
