/// How often something recurs.
public enum Frequency: String, CaseIterable, Sendable {
  case week = "周"
  case month = "月"
  case quarter = "季度"
  case half = "半年"
  case year = "年"
}

/// A stretch of the calendar that obligations, plans and reports speak of: `2026`, `2026-H2`,
/// `2026-Q4`, `2026-11`, `2026-W11` or a day.
public struct Period: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The first day.
  public let first: Day
  /// The last day, inclusive.
  public let last: Day
  private let name: String

  /// The period of that kind that holds a day.
  public init(_ frequency: Frequency, containing day: Day) {
    let year = day.year
    switch frequency {
    case .year:
      self.init(name: "\(year)", year: year, from: 1, through: 12, around: day)
    case .half:
      let half = day.month <= 6 ? 1 : 2
      self.init(
        name: "\(year)-H\(half)", year: year, from: half * 6 - 5, through: half * 6, around: day)
    case .quarter:
      let quarter = day.quarter
      self.init(
        name: "\(year)-Q\(quarter)", year: year, from: quarter * 3 - 2, through: quarter * 3,
        around: day)
    case .month:
      let month = day.month
      self.init(
        name: "\(year)-\(padded(month))", year: year, from: month, through: month, around: day)
    case .week:
      let monday = day.adding(days: 1 - day.weekday)
      // The ISO week belongs to the year of its Thursday.
      let thursday = monday.adding(days: 3)
      let start = Day(year: thursday.year, month: 1, day: 1) ?? thursday
      let week = start.days(until: thursday) / 7 + 1
      self.init(
        first: monday, last: monday.adding(days: 6), name: "\(thursday.year)-W\(padded(week))")
    }
  }

  /// Reads the forms above; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, first.utf8.count == 4, let year = Int(first) else { return nil }
    if parts.count == 1 {
      guard let day = Day(year: year, month: 1, day: 1) else { return nil }
      self.init(.year, containing: day)
    } else if parts.count == 2, let number = Int(parts[1].drop(while: { "HQW".contains($0) })) {
      let frequency: Frequency
      let day: Day?
      switch (parts[1].first, number) {
      case ("H", 1...2):
        (frequency, day) = (.half, Day(year: year, month: number * 6, day: 1))
      case ("Q", 1...4):
        (frequency, day) = (.quarter, Day(year: year, month: number * 3, day: 1))
      case ("W", 1...53):
        (frequency, day) = (
          .week, Day(year: year, month: 1, day: 4)?.adding(days: (number - 1) * 7)
        )
      default:
        guard parts[1].utf8.count == 2 else { return nil }
        (frequency, day) = (.month, Day(year: year, month: number, day: 1))
      }
      guard let day else { return nil }
      self.init(frequency, containing: day)
      guard name == text else { return nil }
    } else if let day = Day(text) {
      self.init(day...day)
    } else {
      return nil
    }
  }

  /// A stretch of days without a name of its own; described by its ends.
  public init(_ days: ClosedRange<Day>) {
    let (first, last) = (days.lowerBound, days.upperBound)
    self.init(first: first, last: last, name: first == last ? "\(first)" : "\(first)..\(last)")
  }

  private init(name: String, year: Int, from: Int, through: Int, around day: Day) {
    self.init(
      first: Day(year: year, month: from, day: 1) ?? day,
      last: Day(year: year, month: through, day: Day.daysInMonth(year: year, month: through))
        ?? day,
      name: name)
  }

  private init(first: Day, last: Day, name: String) {
    self.first = first
    self.last = last
    self.name = name
  }

  /// Whether a day lies in the period.
  public func contains(_ day: Day) -> Bool { first <= day && day <= last }

  /// First by beginning, then the shorter.
  public static func < (a: Self, b: Self) -> Bool { (a.first, a.last) < (b.first, b.last) }

  /// The name as in the forms above.
  public var description: String { name }
}
