import Archive
import OrganizationLife
import Wording

/// Brings what was typed into the form in which records write it, and back.
struct FieldInput: Sendable {
  /// What was typed, put right, and what is wrong with it if that cannot be done.
  struct Reading: Hashable {
    var text: String
    var problem: Phrase?
  }

  /// The day on which the program works: the base of 今天 and of dates without a year.
  var today: Day
  /// The base of dates without a year or month where it is not today.
  var base: Day?
  /// The people that can be named.
  var people: PeopleBook
  /// The organisations that can be named.
  var organizations: OrganizationBook
  /// The plans that a tag can name.
  var plans = PlanBook()

  /// Normalises a text for its field; text that cannot be understood stays as it is.
  func reading(_ text: String, _ kind: FieldKind) -> Reading {
    let trimmed = text.trimmed
    if trimmed.isEmpty { return Reading(text: "") }
    switch kind {
    case .date:
      guard let day = FieldInput.day(trimmed, today: today, base: base) else {
        return Reading(text: text, problem: .notADate(trimmed))
      }
      return Reading(text: day.description)
    case .looseDate:
      guard let date = FieldInput.looseDate(trimmed) else {
        return Reading(text: text, problem: .notALooseDate(trimmed))
      }
      return Reading(text: date)
    case .time:
      guard let time = FieldInput.time(trimmed) else {
        return Reading(text: text, problem: .notATime(trimmed))
      }
      return Reading(text: time.description)
    case .number:
      guard let number = FieldInput.number(trimmed) else {
        return Reading(text: text, problem: .notANumber(trimmed))
      }
      return Reading(text: "\(number)")
    case .decimal:
      let folded = FieldInput.folded(trimmed).filter { !"学时小次".contains($0) }
      guard let value = Double(folded), value >= 0, folded.allSatisfy({ $0.isNumber || $0 == "." })
      else { return Reading(text: text, problem: .notANumber(trimmed)) }
      return Reading(text: folded)
    case .quantity:
      guard let quantity = FieldInput.quantity(trimmed) else {
        return Reading(text: text, problem: .notAQuantity(trimmed))
      }
      return Reading(text: quantity.description)
    case .period:
      guard let period = FieldInput.period(trimmed, today: today) else {
        return Reading(text: text, problem: ValueProblem.notAPeriod(trimmed).phrase)
      }
      return Reading(text: period.description)
    case .choice(let words, let isMultiple, let allowsOther):
      return choice(trimmed, words, isMultiple: isMultiple, allowsOther: allowsOther)
    case .people(let isMultiple, let allowsGuests):
      return people(trimmed, isMultiple: isMultiple, allowsGuests: allowsGuests)
    case .officer:
      return officer(trimmed)
    case .words:
      return several(FieldInput.tokens(trimmed))
    case .organization:
      switch organizations.resolve(trimmed) {
      case .found(let id): return Reading(text: organizations.shown(id))
      case .several: return Reading(text: text, problem: .severalOrganizations(trimmed))
      case .none: return Reading(text: text, problem: .noOrganizationNamed(trimmed))
      }
    case .line:
      return Reading(text: trimmed)
    case .longText, .attendance, .items, .shown, .hidden:
      return Reading(text: text)
    }
  }

  private func choice(
    _ text: String, _ words: [String], isMultiple: Bool, allowsOther: Bool
  ) -> Reading {
    var found: [String] = []
    for token in isMultiple ? FieldInput.tokens(text) : [text] {
      if words.contains(token) {
        found.append(token)
        continue
      }
      let matching = words.filter { PeopleBook.matches(token, $0) }
      if matching.count == 1, token.allSatisfy(\.isASCII) || !allowsOther {
        found += matching
      } else if allowsOther {
        found.append(token)
      } else {
        return Reading(text: text, problem: .notAChoice(token, words))
      }
    }
    return several(found)
  }

  /// Several values; one that the unit has to write itself is a problem until it is written.
  private func several(_ tokens: [String]) -> Reading {
    Reading(
      text: tokens.joined(separator: "、"),
      problem: tokens.first { !TagText.isFilled($0) }.map(Phrase.unfilledTag))
  }

  private func people(_ text: String, isMultiple: Bool, allowsGuests: Bool) -> Reading {
    var shown: [String] = []
    var problem: Phrase?
    for token in peopleTokens(text) {
      switch people.resolve(token) {
      case .found(let person):
        shown.append(people.shown(person))
      case .several(let persons):
        shown.append(token)
        problem = problem ?? .severalPeople(token, persons.map(\.description))
      case .none:
        shown.append(token)
        let isGuest = allowsGuests && !PeopleBook.isLetters(token)
        if !isGuest { problem = problem ?? .unknownPerson(token, mayBeGuest: allowsGuests) }
      }
    }
    if !isMultiple, shown.count > 1 { problem = problem ?? .onlyOnePerson }
    return Reading(text: shown.joined(separator: "、"), problem: problem)
  }

  private func officer(_ text: String) -> Reading {
    let (head, post) = FieldInput.headAndTail(text)
    switch people.resolve(head) {
    case .found(let person):
      let shown = people.shown(person)
      if post.isEmpty { return Reading(text: shown, problem: .officerWithoutPost) }
      return Reading(text: "\(shown) \(post)")
    case .several(let persons):
      return Reading(text: text, problem: .severalPeople(head, persons.map(\.description)))
    case .none:
      return Reading(text: text, problem: .unknownPerson(head, mayBeGuest: false))
    }
  }

  /// The values of a record's fields for a text that has been normalised.
  func values(_ text: String, _ kind: FieldKind) -> [String] {
    let text = kind == .longText ? text : text.trimmed
    if text.isEmpty { return [] }
    switch kind {
    case .people: return peopleTokens(text).map { people.person($0).description }
    case .officer:
      let (head, post) = FieldInput.headAndTail(text)
      return ["\(people.person(head)) \(post)".trimmed]
    case .words, .choice(_, isMultiple: true, _):
      return FieldInput.tokens(text).map(plans.written)
    case .choice: return [text]
    case .organization:
      if case .found(let id) = organizations.resolve(text) { return [id.text] }
      return [text]
    default: return [text]
    }
  }

  /// The text to show for the values of a record's fields.
  func text(of values: [String], _ kind: FieldKind) -> String {
    switch kind {
    case .people: values.map { people.shown(Person($0)) }.joined(separator: "、")
    case .officer:
      values.map { value in
        let (head, post) = FieldInput.headAndTail(value)
        return "\(people.shown(Person(head))) \(post)"
      }.joined(separator: "、")
    case .organization:
      values.map { OrganizationIdentifier($0).map(organizations.shown) ?? $0 }
        .joined(separator: "、")
    case .longText: values.joined(separator: "\n")
    case .words, .choice(_, isMultiple: true, _): values.map(plans.shown).joined(separator: "、")
    default: values.joined(separator: "、")
    }
  }

  /// The people named in a text; every other token is a guest.
  func persons(in text: String) -> [Person] {
    peopleTokens(text).map { people.person($0) }
  }

  /// Names may be parted by blanks alone when each of them is known.
  private func peopleTokens(_ text: String) -> [String] {
    FieldInput.tokens(text).flatMap { token -> [String] in
      guard token.contains(" "), !token.contains("("), case .none = people.resolve(token) else {
        return [token]
      }
      let parts = token.split(separator: " ").map(String.init)
      let areKnown = parts.allSatisfy { part in
        if case .none = people.resolve(part) { return false }
        return true
      }
      return areKnown ? parts : [token]
    }
  }
}

extension FieldInput {
  /// ASCII for full-width digits, letters and punctuation.
  static func folded(_ text: String) -> String {
    String(
      text.map { character -> Character in
        if case .character(let folded) = Key.character(character).folded { return folded }
        return character
      })
  }

  /// The parts of a list, parted by `、`, commas or semicolons outside of parentheses.
  static func tokens(_ text: String) -> [String] {
    var tokens: [String] = [""]
    var depth = 0
    for character in text {
      switch character {
      case "(", "（": depth += 1
      case ")", "）": depth = max(0, depth - 1)
      case _ where depth == 0 && "、，,;；".contains(character):
        tokens.append("")
        continue
      default: break
      }
      tokens[tokens.count - 1].append(character)
    }
    return tokens.map(\.trimmed).filter { !$0.isEmpty }
  }

  /// The first word and the rest. A blank inside parentheses parts nothing.
  static func headAndTail(_ text: String) -> (head: String, tail: String) {
    var depth = 0
    for index in text.indices {
      switch text[index] {
      case "(": depth += 1
      case ")": depth -= 1
      case " ", "\u{3000}":
        if depth <= 0 {
          return (String(text[..<index]), String(text[index...]).trimmed)
        }
      default: break
      }
    }
    return (text, "")
  }

  /// Reads `2026-3-12`, `2026年3月12日`, `20260312`, `3-12`, `3月12日`, `12`, 今天, 昨天, 前天, 明天.
  /// What is left out is that of `base`, or of today.
  static func day(_ text: String, today: Day, base: Day? = nil) -> Day? {
    let text = folded(text).lowercased()
    if let words = ["今天": 0, "today": 0, "昨天": -1, "yesterday": -1, "前天": -2, "明天": 1]
      .first(where: { $0.key == text })
    {
      return today.adding(days: words.value)
    }
    let base = base ?? today
    guard let numbers = numbers(in: text, parting: "-/.年月日号 ") else { return nil }
    switch numbers.count {
    case 3 where numbers[0].text.count == 4:
      return Day(year: numbers[0].value, month: numbers[1].value, day: numbers[2].value)
    case 3 where numbers[0].text.count == 2:
      return Day(year: 2000 + numbers[0].value, month: numbers[1].value, day: numbers[2].value)
    case 2:
      return Day(year: base.year, month: numbers[0].value, day: numbers[1].value)
    case 1 where numbers[0].text.count == 8:
      let value = numbers[0].value
      return Day(year: value / 10_000, month: value / 100 % 100, day: value % 100)
    case 1 where numbers[0].text.count <= 2:
      return Day(year: base.year, month: base.month, day: numbers[0].value)
    case 1 where numbers[0].text.count <= 4:
      return Day(year: base.year, month: numbers[0].value / 100, day: numbers[0].value % 100)
    default:
      return nil
    }
  }

  /// Reads a day, a month (`1984-06`, `1984年6月`, `198406`, `1984.6`) or a year.
  static func looseDate(_ text: String) -> String? {
    guard let numbers = numbers(in: folded(text), parting: "-/.年月日号 "),
      let first = numbers.first
    else { return nil }
    var values = numbers.map(\.value)
    if numbers.count == 1, first.text.count == 6 || first.text.count == 8 {
      let year = Int(first.text.prefix(4)) ?? 0
      values = [year, Int(first.text.dropFirst(4).prefix(2)) ?? 0]
      if first.text.count == 8 { values.append(first.value % 100) }
    } else if first.text.count != 4 {
      return nil
    }
    guard (1900...2199).contains(values[0]) else { return nil }
    switch values.count {
    case 1: return "\(values[0])"
    case 2:
      guard (1...12).contains(values[1]) else { return nil }
      return "\(values[0])-\(values[1] < 10 ? "0" : "")\(values[1])"
    case 3: return Day(year: values[0], month: values[1], day: values[2])?.description
    default: return nil
    }
  }

  /// Reads `14:30`, `1430`, `930`, `14`, `14点30分`, `下午2点半`.
  static func time(_ text: String) -> TimeOfDay? {
    var text = folded(text)
    var isAfternoon = false
    for word in ["下午", "晚上", "上午", "早上"] where text.hasPrefix(word) {
      isAfternoon = word == "下午" || word == "晚上"
      text = String(text.dropFirst(word.count))
    }
    if text.hasSuffix("半") { text = String(text.dropLast()) + "30" }
    guard let numbers = numbers(in: text, parting: ":.点时分 ") else { return nil }
    var hour: Int
    var minute = 0
    switch numbers.count {
    case 2: (hour, minute) = (numbers[0].value, numbers[1].value)
    case 1 where numbers[0].text.count <= 2: hour = numbers[0].value
    case 1 where numbers[0].text.count <= 4:
      (hour, minute) = (numbers[0].value / 100, numbers[0].value % 100)
    default: return nil
    }
    if isAfternoon, hour < 12 { hour += 12 }
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    return TimeOfDay("\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)")
  }

  /// Reads `3`, `３`, `第3次`, `3人`.
  static func number(_ text: String) -> Int? {
    let digits = folded(text).filter { !"第次人名票期场年份个 ".contains($0) }
    guard !digits.isEmpty, digits.count < 10, digits.allSatisfy({ "0123456789".contains($0) })
    else { return nil }
    return Int(digits)
  }

  /// Reads `126`, `1000+`, `~20`, `1000余`, `近20`, `约20人次`.
  static func quantity(_ text: String) -> Quantity? {
    var text = folded(text).filter { !"人次名个份 ,".contains($0) }
    if text.hasSuffix("余") || text.hasSuffix("多") { text = String(text.dropLast()) + "+" }
    if text.hasPrefix("近") || text.hasPrefix("约") { text = "~" + text.dropFirst() }
    return Quantity(text)
  }

  private static func numbers(
    in text: String, parting marks: String
  ) -> [(text: String, value: Int)]? {
    let parts = text.split(whereSeparator: { marks.contains($0) })
    var numbers: [(text: String, value: Int)] = []
    for part in parts {
      guard part.count <= 8, part.allSatisfy({ "0123456789".contains($0) }), let value = Int(part)
      else { return nil }
      numbers.append((String(part), value))
    }
    return numbers.isEmpty ? nil : numbers
  }
}

extension String {
  /// Without blanks at both ends, full-width ones included.
  var trimmed: String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
