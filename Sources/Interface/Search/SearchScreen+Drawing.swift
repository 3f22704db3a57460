import Archive
import OrganizationLife
import Wording

extension SearchScreen {
  /// Columns on the left for the mark of the selected record.
  private static let gutter = 2

  public func draw(on frame: inout Frame, area: Area, in context: Context) -> Position {
    let cursor = drawInput(on: &frame, area: area, in: context)
    drawFilters(on: &frame, row: area.top + 1, area: area, in: context)
    let end = area.top + area.rows
    var row = area.top + Self.rowsAbove
    let shown = shown(in: context)
    guard let answer, preparation == nil, !shown.isEmpty else {
      drawSentence(on: &frame, from: row, area: area, in: context)
      return cursor
    }
    for position in shown where row + 1 < end {
      draw(
        answer.found[position], isSelected: position == selected, on: &frame, row: row, area: area,
        in: context)
      row += Self.rowsOfRecord
    }
    return cursor
  }

  private func drawInput(on frame: inout Frame, area: Area, in context: Context) -> Position {
    let right = area.left + area.columns
    let start = frame.put(
      context.say(.searchLabel) + " ", row: area.top, column: area.left + Self.gutter,
      style: .label)
    let width = max(1, right - start)
    let (text, column) = input.visible(columns: width)
    frame.put(text, row: area.top, column: start, style: .active, width: width)
    return Position(row: area.top, column: min(start + column, right - 1))
  }

  /// Which records are looked through.
  private func drawFilters(on frame: inout Frame, row: Int, area: Area, in context: Context) {
    let right = area.left + area.columns
    var column = area.left + Self.gutter
    let parts: [(label: Phrase, value: String, isSet: Bool)] = [
      (
        .filterOrganization, organization.map(context.fullName) ?? context.say(.everywhere),
        organization != nil
      ),
      (
        .filterKind, kind.map { shown(kind: $0, in: context) } ?? context.say(.everyKind),
        kind != nil
      ),
      (.filterPeriod, period.map { "\($0)" } ?? context.say(.everyYear), period != nil),
    ]
    for part in parts {
      column = frame.put(
        context.say(part.label) + " ", row: row, column: column, style: .label)
      column = frame.put(
        part.value.elided(toColumns: max(1, min(26, right - column - 2))), row: row,
        column: column, style: part.isSet ? .strong : .dim)
      column += 3
    }
  }

  private func shown(kind: String, in context: Context) -> String {
    if let title = context.archive?.catalog.kind(kind)?.title { return title }
    return context.say(.recordType(kind))
  }

  /// What there is to say instead of records.
  private func drawSentence(
    on frame: inout Frame, from row: Int, area: Area, in context: Context
  ) {
    let phrase: Phrase
    if let answer, answer.records == 0 {
      phrase = .noRecordsToSearch
    } else if let preparation, !query.isEmpty {
      phrase = .preparingSearch(
        percent: preparation.total == 0 ? 0 : preparation.done * 100 / preparation.total)
    } else if query.isEmpty {
      phrase = .whatToSearch
    } else if let answer, answer.query == query, answer.isFinished {
      let isFiltered = organization != nil || kind != nil || period != nil
      phrase = isFiltered ? .notFoundAmong(input.text) : .notFound(input.text)
    } else {
      phrase = .searching
    }
    let lines = context.say(phrase).wrapped(toColumns: max(1, area.columns - 2 * Self.gutter))
    for (index, line) in lines.enumerated() where row + index < area.top + area.rows {
      frame.put(String(line), row: row + index, column: area.left + Self.gutter, style: .dim)
    }
  }

  /// Two rows: what it is, and the line that was found.
  private func draw(
    _ found: FoundRecord, isSelected: Bool, on frame: inout Frame, row: Int, area: Area,
    in context: Context
  ) {
    let right = area.left + area.columns
    if isSelected {
      frame.fill(row: row, from: area.left, to: right, style: .selected)
      frame.put(">", row: row, column: area.left, style: .selected)
    }
    var column = area.left + Self.gutter
    let kind = found.kind.isEmpty ? context.say(.recordType(found.type)) : found.kind
    let place =
      found.type == "organization"
      ? "" : OrganizationIdentifier(found.organization).map(context.fullName) ?? ""
    let parts: [(text: String, width: Int?, style: Style)] = [
      (found.day?.description ?? "", 10, .normal),
      (context.archive?.catalog.kind(kind)?.short ?? kind, nil, .label),
      (place, nil, .dim), (found.title, nil, .strong),
    ]
    for part in parts where !part.text.isEmpty || part.width != nil {
      guard column < right else { break }
      let text = part.text.elided(toColumns: min(part.width ?? right - column, right - column))
      let padded = part.width.map { text.padded(toColumns: $0) } ?? text
      column = frame.put(
        padded, row: row, column: column, style: isSelected ? .selected : part.style)
      column += 2
    }
    let label = context.say(.label(ofField: found.field, of: found.type))
    let item = found.item.map { context.say(.foundItem($0)) + " " } ?? ""
    let head = "\(item)\(label) "
    let indent = area.left + Self.gutter + 2
    let start = frame.put(
      head.clipped(toColumns: max(0, right - indent)), row: row + 1, column: indent, style: .dim)
    frame.put(
      Excerpt.spans(of: found.line, columns: max(1, right - start)), row: row + 1, column: start,
      limit: right)
  }
}

/// The part of a line around what was looked for.
enum Excerpt {
  /// The line with 【】 around what was found, cut to `columns` so that the first of it is seen.
  static func spans(of line: [FoundRecord.Part], columns: Int) -> [Span] {
    var parts = line
    var isCut = false
    if let first = parts.first, !first.isMatch {
      let whole = parts.reduce(0) { $0 + ColumnWidth.of($1.text) + ($1.isMatch ? 4 : 0) }
      // A third of the room is left for what stands before.
      let room = columns / 3
      if whole > columns, ColumnWidth.of(first.text) > room {
        let kept = String(first.text.reversed()).clipped(toColumns: max(0, room - 2))
        parts[0].text = String(kept.reversed())
        isCut = true
      }
    }
    var spans = isCut ? [Span("..", .dim)] : []
    for part in parts {
      spans += part.isMatch ? [Span("【\(part.text)】", .strong)] : [Span(part.text)]
    }
    return spans
  }
}
