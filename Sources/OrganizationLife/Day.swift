/// A calendar day of the Gregorian calendar, counted from 1970-01-01.
///
/// The domain counts days itself: it needs no time zone, and starting a calendar library would
/// cost more than the first screen may take.
public struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01, negative before.
  public let number: Int32

  /// The day with that count since 1970-01-01.
  public init(number: Int32) { self.number = number }

  /// The years that days are counted in.
  public static let years = 1900...2199

  /// Nil when the date does not exist (2026-02-30) or lies outside the years 1900–2199.
  public init?(year: Int, month: Int, day: Int) {
    guard Day.years.contains(year), (1...12).contains(month), day >= 1,
      day <= Day.daysInMonth(year: year, month: month)
    else { return nil }
    number = Day.count(year: year, month: month, day: day)
  }

  /// Reads `2026-03-12`, exactly.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = digits(bytes[0..<4]), let month = digits(bytes[5..<7]),
      let day = digits(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The year, for example 2026.
  public var year: Int { civil.year }
  /// The month, 1–12.
  public var month: Int { civil.month }
  /// The day of the month, 1–31.
  public var dayOfMonth: Int { civil.day }
  /// The quarter, 1–4.
  public var quarter: Int { (month - 1) / 3 + 1 }
  /// The day of the week, 1 (Monday) to 7 (Sunday).
  public var weekday: Int { Int((number % 7 + 7 + 3) % 7) + 1 }

  /// The day that many days later, or earlier when negative.
  public func adding(days: Int) -> Day {
    Day(number: Int32(clamping: Int(number) + Int(Int32(clamping: days))))
  }

  /// The same day of a later (or, when negative, earlier) month; a day that the month does not
  /// have becomes its last. Stays within the years 0–9999, whatever a record asks for.
  public func adding(months: Int) -> Day {
    let total = Swift.min(
      Swift.max(
        year * 12 + month - 1 + Swift.min(Swift.max(months, -Day.mostMonths), Day.mostMonths), 0),
      Day.mostMonths)
    let (newYear, newMonth) = (total / 12, total % 12 + 1)
    let last = Day.daysInMonth(year: newYear, month: newMonth)
    return Day(
      number: Day.count(year: newYear, month: newMonth, day: Swift.min(dayOfMonth, last)))
  }

  /// The same day of a later or earlier year; 29 February becomes the 28th.
  public func adding(years: Int) -> Day {
    adding(months: Swift.min(Swift.max(years, -9999), 9999) * 12)
  }

  /// Up to the end of the year 9999.
  private static let mostMonths = 9999 * 12 + 11

  /// Days from this day to another, negative when the other is earlier.
  public func days(until other: Day) -> Int { Int(other.number - number) }

  /// Whole months from this day to a later one; from the 31st a shorter month counts as whole on
  /// its last day.
  public func wholeMonths(until other: Day) -> Int {
    let difference = (other.year - year) * 12 + other.month - month
    return adding(months: difference) <= other ? difference : difference - 1
  }

  /// Whole years from this day to a later one (a birthday counts on its day).
  public func wholeYears(until other: Day) -> Int {
    let difference = other.year - year
    return adding(years: difference) <= other ? difference : difference - 1
  }

  /// The number of days of a month.
  public static func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  public static func < (a: Self, b: Self) -> Bool { a.number < b.number }

  /// `2026-03-12`.
  public var description: String {
    let (year, month, day) = civil
    return "\(year)-\(padded(month))-\(padded(day))"
  }

  private var civil: (year: Int, month: Int, day: Int) {
    // Days to a civil date over eras of 400 years, with years that begin in March.
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private static func count(year: Int, month: Int, day: Int) -> Int32 {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }
}

/// A time of day to the minute.
public struct TimeOfDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Minutes since midnight, 0–1439.
  public let minutes: Int

  /// Reads `14:30`, exactly; nil for anything else and for times that do not exist.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"), let hour = digits(bytes[0..<2]),
      let minute = digits(bytes[3..<5]), hour < 24, minute < 60
    else { return nil }
    minutes = hour * 60 + minute
  }

  public static func < (a: Self, b: Self) -> Bool { a.minutes < b.minutes }

  /// `14:30`.
  public var description: String { "\(padded(minutes / 60)):\(padded(minutes % 60))" }
}

/// A moment with its offset from UTC (RFC 3339), kept as it was written.
public struct Moment: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int64
  private let offset: Int32

  /// The moment that many seconds after 1970-01-01T00:00:00Z, shown at an offset in seconds
  /// (28,800 for +08:00).
  public init(seconds: Int64, offset: Int) {
    self.seconds = seconds
    self.offset = Int32(offset)
  }

  /// Reads `2026-03-12T14:30:05+08:00` (or `Z`); nil for anything else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), let day = Day(String(decoding: bytes[0..<10], as: UTF8.self)),
      let hour = digits(bytes[11..<13]), let minute = digits(bytes[14..<16]),
      let second = digits(bytes[17..<19]), hour < 24, minute < 60, second < 60
    else { return nil }
    guard let offset = Moment.offset(Array(bytes[19...])) else { return nil }
    self.offset = Int32(offset)
    seconds = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second - offset)
  }

  /// The offset in seconds of `+08:00`, `-05:30` or `Z`; nil for anything else.
  public static func offset(_ bytes: [UInt8]) -> Int? {
    if bytes == [UInt8(ascii: "Z")] { return 0 }
    guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"), let hours = digits(bytes[1..<3]),
      let minutes = digits(bytes[4..<6]), hours < 15, minutes < 60
    else { return nil }
    switch bytes[0] {
    case UInt8(ascii: "+"): return hours * 3600 + minutes * 60
    case UInt8(ascii: "-"): return -(hours * 3600 + minutes * 60)
    default: return nil
    }
  }

  /// The calendar day at the moment's own offset.
  public var day: Day {
    let local = seconds + Int64(offset)
    return Day(number: Int32((local >= 0 ? local : local - 86_399) / 86_400))
  }

  /// The time of day at the moment's own offset, as `14:30`.
  public var time: String {
    let second = secondOfDay
    return "\(padded(second / 3600)):\(padded(second / 60 % 60))"
  }

  public static func < (a: Self, b: Self) -> Bool { a.seconds < b.seconds }

  /// RFC 3339, `2026-03-12T14:30:05+08:00`.
  public var description: String {
    let magnitude = Int(offset.magnitude)
    let sign = offset < 0 ? "-" : "+"
    return "\(day)T\(time):\(padded(secondOfDay % 60))\(sign)\(padded(magnitude / 3600))"
      + ":\(padded(magnitude / 60 % 60))"
  }

  private var secondOfDay: Int {
    Int(seconds + Int64(offset) - Int64(day.number) * 86_400)
  }
}

func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

private func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
  var value = 0
  for byte in bytes {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
    value = value * 10 + Int(byte - UInt8(ascii: "0"))
  }
  return value
}
