import OrganizationLife
import Wording

extension CalendarScreen {
  /// The mark of the chosen day, that of today, the number, and how much stands there.
  private static let cellColumns = 11
  /// Columns of the word that says what kind of thing a line is.
  private static let kindColumns = 9

  public func draw(on frame: inout Frame, area: Area, in context: Context) -> Position {
    let legendRow = area.top + area.rows - 1
    let first = month.first
    let start = first.adding(days: 1 - first.weekday)
    let weeks = (start.days(until: month.last) / 7) + 1
    // In a low terminal as many weeks as leave some rows for the list, the chosen one among them.
    let shownWeeks = max(1, min(weeks, area.rows - 5))
    let chosenWeek = start.days(until: day) / 7
    let firstWeek = max(0, min(chosenWeek - shownWeeks / 2, weeks - shownWeeks))
    let width = max(5, min(Self.cellColumns, (area.columns - 2) / 7))
    drawWeekdays(on: &frame, area: area, width: width, in: context)
    var cursor = Position(row: area.top, column: area.left)
    for week in 0..<shownWeeks {
      for column in 0..<7 {
        let shown = start.adding(days: (firstWeek + week) * 7 + column)
        guard shown.month == day.month else { continue }
        let row = area.top + 1 + week
        let left = area.left + 1 + column * width
        draw(shown, on: &frame, row: row, column: left, width: width, in: context)
        if shown == day { cursor = Position(row: row, column: left) }
      }
    }
    let headingRow = area.top + 1 + shownWeeks
    drawHeading(on: &frame, row: headingRow, area: area, in: context)
    let list = Area(
      top: headingRow + 1, left: area.left, rows: max(0, legendRow - headingRow - 1),
      columns: area.columns)
    if let position = drawList(on: &frame, area: list, in: context), isInList { cursor = position }
    frame.put(
      context.say(.calendarLegend).elided(toColumns: area.columns - 2), row: legendRow,
      column: area.left + 2, style: .dim)
    return cursor
  }

  private func drawWeekdays(
    on frame: inout Frame, area: Area, width: Int, in context: Context
  ) {
    for (column, name) in Phrase.weekdays.enumerated() {
      frame.put(
        context.say(name).padded(toColumns: 4, alignment: .trailing), row: area.top,
        column: area.left + 1 + column * width, style: .label)
    }
  }

  private func draw(
    _ shown: Day, on frame: inout Frame, row: Int, column: Int, width: Int, in context: Context
  ) {
    let today = context.session.today
    let items = tally.byDay[shown] ?? []
    let overdue = items.count { $0.isOverdue(on: today) }
    let number = "\(shown.dayOfMonth)".padded(toColumns: 2, alignment: .trailing)
    var text = (shown == day ? ">" : " ") + (shown == today ? "*" : " ") + number
    if !items.isEmpty {
      let late = overdue > 0 ? "!\(overdue)" : ""
      let tails = [
        " " + context.say(.itemsOfDay(items.count)) + late, " \(items.count)" + late,
        " " + late,
      ]
      // In a narrow terminal what is overdue stands alone: half a number would say something else.
      text += tails.first { ColumnWidth.of(text + $0) < width } ?? " !"
    }
    let style: Style =
      shown == day && !isInList
      ? .selected : overdue > 0 ? .bad : shown == today ? .strong : items.isEmpty ? .dim : .normal
    frame.put(text.elided(toColumns: width - 1), row: row, column: column, style: style)
  }

  private func drawHeading(
    on frame: inout Frame, row: Int, area: Area, in context: Context
  ) {
    let weekday = Phrase.weekdays[day.weekday - 1]
    let text = " " + context.say(.headingOfDay(day, weekday, count: items.count)) + " "
    frame.put(
      String(repeating: "─", count: area.columns), row: row, column: area.left, style: .chrome)
    frame.put(
      text.elided(toColumns: area.columns - 2), row: row, column: area.left + 1, style: .label)
  }

  /// The list of the day; the place of its chosen line.
  private func drawList(on frame: inout Frame, area: Area, in context: Context) -> Position? {
    guard area.rows > 0 else { return nil }
    guard !items.isEmpty else {
      frame.put(
        context.say(hasWork ? .lookedAt(tally.done, of: tally.count) : .nothingOnDay),
        row: area.top, column: area.left + 2, style: .dim)
      return nil
    }
    let today = context.session.today
    let top = Box.firstVisible(isInList ? selected : 0, of: items.count, rows: area.rows)
    let hasSeveralPlaces = Set(items.map(\.organization)) != [root]
    let placeColumns = hasSeveralPlaces ? min(24, area.columns / 3) : 0
    var cursor: Position?
    for (offset, item) in items[top...].prefix(area.rows).enumerated() {
      let isSelected = isInList && top + offset == selected
      let row = area.top + offset
      if isSelected {
        frame.put(">", row: row, column: area.left, style: .selected)
        cursor = Position(row: row, column: area.left)
      }
      let isOverdue = item.isOverdue(on: today)
      let mark = isOverdue ? "!" : " "
      let kind = (mark + context.say(item.occasion.kindPhrase))
        .padded(toColumns: Self.kindColumns)
      let room = area.columns - 2 - Self.kindColumns - placeColumns
      let text = context.say(item.occasion.phrase(on: today))
        .elided(toColumns: room - 1).padded(toColumns: room)
      let place =
        hasSeveralPlaces
        ? context.fullName(item.organization).elidedInside(toColumns: placeColumns) : ""
      frame.put(
        kind + text + place, row: row, column: area.left + 2,
        style: isSelected ? .selected : isOverdue ? .bad : .normal)
    }
    return cursor
  }
}
