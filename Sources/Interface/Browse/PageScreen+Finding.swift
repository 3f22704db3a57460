import Archive

extension PageScreen {
  /// Positions in `rows` of those in which something stands that was looked for.
  var foundRows: [Int] {
    guard let words = place?.words else { return [] }
    return rows.indices.filter { row in
      !words.marks(in: rows[row].spans.map(\.text).joined()).isEmpty
    }
  }

  /// The row at which a page opens that a search led to: where the line begins that was found, else
  /// the first in which a word stands.
  var foundStart: Int? {
    guard let place else { return nil }
    let found = foundRows
    // A line of the record may be wrapped, and may stand behind its name.
    let lines = contents.lines.indices.filter { !place.line.isEmpty && holds(place.line, $0) }
    return found.first { lines.contains(rows[$0].line) } ?? found.first
  }

  /// Whether a line of the page shows a line of the record; people are shown without their ids.
  private func holds(_ line: String, _ position: Int) -> Bool {
    contents.lines[position].text.contains(line)
  }

  /// The rest of the page's rows in which something stands that was looked for, from one row on.
  func nextFound(after row: Int, by step: Int) -> Int? {
    step > 0 ? foundRows.first { $0 > row } : foundRows.last { $0 < row }
  }

  /// A row's text, with what was looked for marked.
  func marked(_ spans: [Span]) -> [Span] {
    guard let words = place?.words else { return spans }
    let marks = words.marks(in: spans.map(\.text).joined())
    guard !marks.isEmpty else { return spans }
    var parts: [Span] = []
    var offset = 0
    for span in spans {
      for character in span.text {
        let isFound = marks.contains { $0.contains(offset) }
        let style = isFound ? Style.found : span.style
        if let last = parts.last, last.style == style {
          parts[parts.count - 1].text.append(character)
        } else {
          parts.append(Span(String(character), style))
        }
        offset += 1
      }
    }
    return parts
  }
}
