import OrganizationLife

/// Reads the forms in which the format writes single values. Each function gives the value or
/// says what is wrong with the text.
enum FieldText {
  typealias Reading<Value> = Result<Value, ProblemError>

  /// Carries a problem through `Result`.
  struct ProblemError: Error { let problem: ValueProblem }

  static func day(_ text: String) -> Reading<Day> {
    if let day = Day(text) { return .success(day) }
    let looksLikeDate =
      text.utf8.count == 10
      && text.utf8.enumerated().allSatisfy { index, byte in
        index == 4 || index == 7
          ? byte == UInt8(ascii: "-") : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      }
    guard looksLikeDate else { return failure(.notADate(text)) }
    let isInRange = Int(text.prefix(4)).map { Day.years.contains($0) } ?? false
    return failure(isInRange ? .doesNotExist(text) : .outsideYears(text))
  }

  static func time(_ text: String) -> Reading<TimeOfDay> {
    TimeOfDay(text).map(Reading.success) ?? failure(.notATime(text))
  }

  /// Whole numbers have at most so many digits, so that no sum of them can overflow.
  static let mostDigits = 9

  static func number(_ text: String) -> Reading<Int> {
    guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return failure(.notANumber(text))
    }
    if text.utf8.count > FieldText.mostDigits { return failure(.tooLarge(text)) }
    return Int(text).map(Reading.success) ?? failure(.notANumber(text))
  }

  static func decimal(_ text: String) -> Reading<Double> {
    let isPlain = text.utf8.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".")
    }
    guard isPlain, text.utf8.first != UInt8(ascii: "."), let value = Double(text) else {
      return failure(.notADecimal(text))
    }
    return value < 1_000_000_000 ? .success(value) : failure(.tooLarge(text))
  }

  static func quantity(_ text: String) -> Reading<Quantity> {
    Quantity(text).map(Reading.success) ?? failure(.notAQuantity(text))
  }

  /// Yuan with two decimals, as fen.
  static func amount(_ text: String) -> Reading<Int> {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 2, parts[1].utf8.count == 2, case .success = number("\(parts[1])"),
      case .failure(let error) = number("\(parts[0])"), case .tooLarge = error.problem
    {
      return failure(.tooLarge(text))
    }
    guard parts.count == 2, parts[1].utf8.count == 2,
      case .success(let yuan) = number("\(parts[0])"),
      case .success(let fen) = number("\(parts[1])"), !parts[0].isEmpty, yuan < 1_000_000_000
    else { return failure(.notAnAmount(text)) }
    return .success(yuan * 100 + fen)
  }

  static func choice<Choice: RawRepresentable & CaseIterable>(
    _ text: String, _ type: Choice.Type
  ) -> Reading<Choice> where Choice.RawValue == String {
    Choice(rawValue: text).map(Reading.success)
      ?? failure(.unknownChoice(text, allowed: Choice.allCases.map(\.rawValue)))
  }

  static func yesOrNo(_ text: String) -> Reading<Bool> {
    switch text {
    case "是": .success(true)
    case "否": .success(false)
    default: failure(.unknownChoice(text, allowed: ["是", "否"]))
    }
  }

  static func organization(_ text: String) -> Reading<OrganizationIdentifier> {
    OrganizationIdentifier(text).map(Reading.success) ?? failure(.notAnOrganization(text))
  }

  static func member(_ text: String) -> Reading<MemberIdentifier> {
    MemberIdentifier(text).map(Reading.success) ?? failure(.notAMember(text))
  }

  /// The same as `Person(text)`, which goes by characters; rosters are most of a store's fields.
  static func person(_ text: String) -> Person {
    let quick: Person?? = text.utf8.withContiguousStorageIfAvailable { bytes in
      guard bytes.last == UInt8(ascii: ")"), let open = bytes.firstIndex(of: UInt8(ascii: "(")),
        let id = MemberIdentifier(String(decoding: bytes[..<open], as: UTF8.self))
      else { return nil }
      return Person(
        id: id, name: String(decoding: bytes[(open + 1)..<(bytes.count - 1)], as: UTF8.self))
    }
    return (quick ?? nil) ?? Person(text)
  }

  /// Someone on a roster: a guest cannot stand there.
  static func rosterPerson(_ text: String) -> Reading<Person> {
    let person = person(text)
    return person.id == nil ? failure(.notAMember(text)) : .success(person)
  }

  static func period(_ text: String) -> Reading<Period> {
    Period(text).map(Reading.success) ?? failure(.notAPeriod(text))
  }

  /// `2026-03`
  static func month(_ text: String) -> Reading<Period> {
    guard text.utf8.count == 7, let period = Period(text), text.utf8.allSatisfy({ $0 < 0x3A })
    else { return failure(.notAMonth(text)) }
    return .success(period)
  }

  /// `1.5%` in hundredths of a percent, with two decimals at most and up to 100%.
  static func rate(_ text: String) -> Reading<Int> {
    let number = text.last == "%" || text.last == "％" ? String(text.dropLast()) : ""
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = parts.first, !whole.isEmpty,
      case .success(let percent) = FieldText.number(String(whole)), percent <= 100
    else { return failure(.notARate(text)) }
    guard parts.count == 2 else { return .success(percent * 100) }
    let decimals = String(parts[1])
    guard (1...2).contains(decimals.utf8.count),
      case .success(let hundredths) = FieldText.number(decimals)
    else { return failure(.notARate(text)) }
    return .success(percent * 100 + (decimals.utf8.count == 1 ? hundredths * 10 : hundredths))
  }

  /// `Q1M05(王五) 值班 批准=Q1M01(李敏)`
  static func absence(_ text: String) -> Reading<Absence> {
    let (head, tail) = headAndTail(text)
    let person = person(head)
    guard person.id != nil else { return failure(.notAMember(head)) }
    var reason = tail
    var approver: Person?
    if let range = approval(in: tail) {
      approver = FieldText.person(String(tail[range.upperBound...]))
      reason = String(tail[..<range.lowerBound])
      while reason.utf8.last == UInt8(ascii: " ") { reason.removeLast() }
    }
    return .success(Absence(person: person, reason: reason, approver: approver))
  }

  /// `Q1M09(周一) 卧床`
  static func exclusion(_ text: String) -> Reading<Exclusion> {
    let (head, tail) = headAndTail(text)
    let person = person(head)
    guard person.id != nil else { return failure(.notAMember(head)) }
    guard !tail.isEmpty else { return failure(.incomplete(text)) }
    return .success(Exclusion(person: person, reason: tail))
  }

  /// `Q1M01(李敏) 2026-03-13`
  static func signature(_ text: String) -> Reading<Signature> {
    let (head, tail) = headAndTail(text)
    guard !tail.isEmpty else { return .success(Signature(person: person(head), day: nil)) }
    return day(tail).map { Signature(person: person(head), day: $0) }
  }

  /// `Q1M01(李敏) 书记`
  static func officer(_ text: String) -> Reading<Officer> {
    let (head, tail) = headAndTail(text)
    let person = person(head)
    guard person.id != nil else { return failure(.notAMember(head)) }
    guard !tail.isEmpty else { return failure(.incomplete(text)) }
    return .success(Officer(person: person, post: tail))
  }

  /// The person at the beginning and what follows. A name in parentheses may hold blanks.
  static func headAndTail(_ text: String) -> (head: String, tail: String) {
    let bytes = text.utf8
    var cursor = bytes.startIndex
    var depth = 0
    while cursor < bytes.endIndex {
      switch bytes[cursor] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: " ") where depth <= 0:
        let rest = bytes[cursor...].drop { $0 == UInt8(ascii: " ") }
        return (String(text[..<cursor]), String(Substring(rest)))
      default: break
      }
      cursor = bytes.index(after: cursor)
    }
    return (text, "")
  }

  /// Where `批准=` stands at the beginning of a word, with the blank before it.
  private static func approval(in text: String) -> Range<String.Index>? {
    let bytes = text.utf8
    var word = bytes.startIndex
    while word < bytes.endIndex {
      let isFirst = word == bytes.startIndex
      let start = isFirst ? word : bytes.index(after: word)
      if bytes[start...].starts(with: "批准=".utf8) {
        return word..<bytes.index(start, offsetBy: "批准=".utf8.count)
      }
      guard let next = bytes[bytes.index(after: word)...].firstIndex(of: UInt8(ascii: " ")) else {
        return nil
      }
      word = next
    }
    return nil
  }

  private static func failure<Value>(_ problem: ValueProblem) -> Reading<Value> {
    .failure(ProblemError(problem: problem))
  }
}
