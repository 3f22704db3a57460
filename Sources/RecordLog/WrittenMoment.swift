/// A moment as the log writes it: RFC 3339 with whole seconds and a numeric offset,
/// `2026-03-12T14:30:05+08:00`.
struct WrittenMoment: Hashable, Sendable {
  /// The year in its own zone; it names the file.
  let year: Int
  /// The offset as written, `+08:00`.
  let zone: String
  /// Seconds since 1970 in UTC.
  let instant: Int64

  /// Reads the exact form; nil for anything else, days that do not exist included.
  init?(_ text: String) {
    var text = text
    guard let moment = text.withUTF8({ WrittenMoment(UnsafeRawBufferPointer($0)) }) else {
      return nil
    }
    self = moment
  }

  /// Reads the exact form.
  init?(_ bytes: UnsafeRawBufferPointer) {
    let pattern: StaticString = "0000-00-00T00:00:00+00:00"
    guard bytes.count == pattern.utf8CodeUnitCount else { return nil }
    for index in 0..<bytes.count {
      let byte = bytes[index]
      switch pattern.utf8Start[index] {
      case Byte.zero: guard Byte.isDigit(byte) else { return nil }
      case Byte.plus: guard byte == Byte.plus || byte == Byte.hyphen else { return nil }
      case let expected: guard byte == expected else { return nil }
      }
    }
    func number(_ range: Range<Int>) -> Int {
      range.reduce(0) { $0 * 10 + Int(bytes[$1] - Byte.zero) }
    }
    let (year, month, day) = (number(0..<4), number(5..<7), number(8..<10))
    let (hour, minute, second) = (number(11..<13), number(14..<16), number(17..<19))
    let offset = number(20..<22) * 60 + number(23..<25)
    guard (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year), hour < 24,
      minute < 60, second < 60, number(20..<22) <= 23, number(23..<25) < 60
    else { return nil }
    self.year = year
    zone = bytes.text(19..<25)
    let seconds = Self.dayNumber(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second
    instant = Int64(seconds - (bytes[19] == Byte.hyphen ? -offset : offset) * 60)
  }

  /// Whether the text is an offset as `Zone` has it: `+08:00`.
  static func isZone(_ text: String) -> Bool { WrittenMoment("2000-01-01T00:00:00\(text)") != nil }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01 in the Gregorian calendar.
  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
