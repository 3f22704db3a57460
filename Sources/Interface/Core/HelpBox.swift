import Archive
import Wording

/// The keys that work here, with what they do, and the pages of the packs; typing narrows, Enter
/// runs or opens one.
public struct HelpBox: Sendable {
  /// What a key in the box led to.
  enum Result {
    case stay
    case close
    case run(Action)
    case read(PageSubject)
  }

  /// A row of the box.
  private enum Row: Sendable {
    /// A command, and why it cannot be used now, if so.
    case command(Command, reason: Phrase?)
    /// What stands above the rows that follow.
    case heading(Phrase)
    /// The page of a pack.
    case pack(CatalogPack)

    var isHeading: Bool {
      if case .heading = self { true } else { false }
    }
  }

  private let rows: [Row]
  /// Whether a field is being typed into, so that letters are text and no keys.
  private let isTyping: Bool
  private var filter = LineEditor()
  private var selection = 0

  /// A box over those commands, each with why it cannot be used now, if so, and those packs.
  init(_ commands: [(Command, Phrase?)], packs: [CatalogPack], whileTyping isTyping: Bool) {
    // The keys that only move are known to most: they come last.
    let isMoving = { (command: Command) in Self.moving.contains(command.action) }
    rows =
      commands.filter { !isMoving($0.0) }.map { .command($0, reason: $1) }
      + [.heading(.headingPackPages)] + packs.map { .pack($0) } + [.heading(.headingMoving)]
      + commands.filter { isMoving($0.0) }.map { .command($0, reason: $1) }
    self.isTyping = isTyping
  }

  private static let moving: Set<Action> = [
    .up, .down, .left, .right, .pageUp, .pageDown, .first, .last,
  ]

  mutating func handle(_ key: Key) -> Result {
    switch key {
    case .escape, .function(8), .function(1): return .close
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .pageUp: move(by: -10)
    case .pageDown: move(by: 10)
    case .home where filter.isEmpty: move(by: -rows.count)
    case .end where filter.isEmpty: move(by: rows.count)
    case .enter:
      let shown = self.shown
      guard shown.indices.contains(selection) else { return .stay }
      switch shown[selection] {
      case .command(let command, _): return .run(command.action)
      case .pack(let pack): return .read(.pack(pack.id))
      case .heading: return .stay
      }
    default:
      if filter.handle(key) {
        selection = 0
        move(by: 0)
      }
    }
    return .stay
  }

  /// Goes so many rows on; a heading is passed over.
  private mutating func move(by step: Int) {
    let shown = self.shown
    selection = max(0, min(shown.count - 1, selection + step))
    guard shown.indices.contains(selection), shown[selection].isHeading else { return }
    selection = step < 0 && selection > 0 ? selection - 1 : selection + 1
  }

  private var shown: [Row] {
    let query = filter.text
    guard !query.isEmpty else { return rows }
    var isBelowMatch = false
    let matching = rows.filter { row in
      switch row {
      case .command(let command, _):
        return PinyinReading.matches(query, name: command.title.chinese)
          || command.help.chinese.contains(query)
          || command.title.english.contains(query) || command.help.english.contains(query)
          || command.keys.contains { $0.name.lowercased().contains(query.lowercased()) }
      case .heading(let phrase):
        // Its name stands for all that is below it.
        isBelowMatch =
          phrase.chinese.contains(query) || phrase.english.contains(query)
          || PinyinReading.matches(query, name: phrase.chinese)
        return true
      case .pack(let pack):
        return isBelowMatch || PinyinReading.matches(query, name: pack.id)
          || pack.title.contains(query) || pack.summary.contains(query)
          || pack.source.contains(query)
      }
    }
    return matching.enumerated().filter { number, row in
      !row.isHeading || (number + 1 < matching.count && !matching[number + 1].isHeading)
    }.map(\.element)
  }

  /// Draws the box over an area; gives the cursor's place.
  func draw(on frame: inout Frame, area: Area, language: Language) -> Position {
    let columns = min(area.columns - 4, 76)
    let rows = max(3, area.rows - 2)
    let box = Box(rows: rows, columns: columns, in: area)
    box.drawBorder(on: &frame, title: Phrase.helpTitle(language))
    let (text, cursorColumn) = filter.visible(columns: columns - 4)
    frame.put("/", row: box.top, column: box.left + 1, style: .label)
    frame.put(text, row: box.top, column: box.left + 3, style: .active, width: columns - 4)
    let shown = self.shown
    let height = rows - 2
    let top = Box.firstVisible(selection, of: shown.count, rows: height)
    for row in 0..<height where shown.indices.contains(top + row) {
      let isSelected = top + row == selection
      let (line, style) = self.line(of: shown[top + row], language)
      frame.put(
        ((isSelected ? ">" : " ") + line).elided(toColumns: columns - 2), row: box.top + 1 + row,
        column: box.left + 1, style: isSelected ? .selected : style, width: columns - 2)
    }
    frame.put(
      Phrase.helpHint(language), row: box.top + rows - 1, column: box.left + 1, style: .hint,
      width: columns - 2)
    return Position(row: box.top, column: box.left + 3 + cursorColumn)
  }

  private func line(of row: Row, _ language: Language) -> (String, Style) {
    switch row {
    case .command(let command, let reason):
      let keys = command.keys.filter { !isTyping || !$0.isCharacter }.prefix(3).map(\.name)
        .joined(separator: " ")
      let line =
        keys.elided(toColumns: 15).padded(toColumns: 16)
        + command.title(language).elided(toColumns: 13).padded(toColumns: 14)
        + (reason.map(Phrase.unavailable) ?? command.help)(language)
      return (line, reason == nil ? .normal : .dim)
    case .heading(let phrase): return (phrase(language), .label)
    case .pack(let pack): return (pack.id.padded(toColumns: 16) + pack.summary, .normal)
    }
  }
}
