import OrganizationLife
import Wording

/// A month to choose a day from: arrows move by days and weeks, PgUp and PgDn by months, Home to
/// today.
public struct CalendarBox: Sendable {
  /// Given back with the day.
  public let id: String
  /// What is asked, where the screen below does not say it.
  private let asked: Phrase?
  private var day: Day

  /// A calendar that opens at a day.
  public init(id: String, asking asked: Phrase? = nil, day: Day) {
    self.id = id
    self.asked = asked
    self.day = day
  }

  /// Takes a key; gives the day when one was chosen.
  mutating func handle(_ key: Key, today: Day) -> OverlayChoice? {
    switch key {
    case .escape: return .cancelled(id: id)
    case .enter: return .day(id: id, day)
    case .left: day = day.adding(days: -1)
    case .right: day = day.adding(days: 1)
    case .up: day = day.adding(days: -7)
    case .down: day = day.adding(days: 7)
    case .pageUp: day = day.adding(months: -1)
    case .pageDown: day = day.adding(months: 1)
    case .home: day = today
    default: break
    }
    return nil
  }

  /// Draws the month in the middle of an area; gives the cursor's place: the chosen day.
  func draw(on frame: inout Frame, area: Area, today: Day, language: Language) -> Position {
    let box = Box(rows: 9, columns: 30, in: area)
    let month = Phrase.month(day.year, day.month)(language)
    box.drawBorder(
      on: &frame, title: asked.map { "\($0(language)) · \(month)" } ?? month)
    let names = Phrase.weekdays.map { $0(language) }
    for (column, name) in names.enumerated() {
      frame.put(
        name.padded(toColumns: 3, alignment: .trailing), row: box.top,
        column: box.left + 1 + column * 4, style: .label)
    }
    let first = day.adding(days: 1 - day.dayOfMonth)
    let start = first.adding(days: 1 - first.weekday)
    var cursor = Position(row: box.top, column: box.left)
    for position in 0..<42 {
      let shown = start.adding(days: position)
      guard shown.month == day.month else { continue }
      let row = box.top + 1 + position / 7
      let column = box.left + 1 + position % 7 * 4
      let mark = shown == day ? ">" : shown == today ? "*" : " "
      let number = "\(shown.dayOfMonth)".padded(toColumns: 2, alignment: .trailing)
      frame.put(
        mark + number, row: row, column: column, style: shown == day ? .selected : .normal)
      if shown == day { cursor = Position(row: row, column: column + 2) }
    }
    frame.put(
      Phrase.calendarHint(language), row: box.top + 8, column: box.left + 1, style: .hint,
      width: 28)
    return cursor
  }
}
