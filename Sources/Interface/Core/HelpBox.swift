import Archive
import Wording

/// The keys that work here, with what they do; typing narrows, Enter runs one.
public struct HelpBox: Sendable {
  /// What a key in the box led to.
  enum Result {
    case stay
    case close
    case run(Action)
  }

  private let commands: [(command: Command, reason: Phrase?)]
  /// Whether a field is being typed into, so that letters are text and no keys.
  private let isTyping: Bool
  private var filter = LineEditor()
  private var selection = 0

  /// A box over those commands, each with why it cannot be used now, if so.
  init(_ commands: [(Command, Phrase?)], whileTyping isTyping: Bool) {
    self.commands = commands
    self.isTyping = isTyping
  }

  mutating func handle(_ key: Key) -> Result {
    let shown = self.shown
    switch key {
    case .escape, .function(8), .function(1): return .close
    case .up: selection = max(0, selection - 1)
    case .down: selection = max(0, min(shown.count - 1, selection + 1))
    case .pageUp: selection = max(0, selection - 10)
    case .pageDown: selection = max(0, min(shown.count - 1, selection + 10))
    case .enter:
      guard shown.indices.contains(selection) else { return .stay }
      return .run(shown[selection].command.action)
    default:
      if filter.handle(key) { selection = 0 }
    }
    return .stay
  }

  private var shown: [(command: Command, reason: Phrase?)] {
    let query = filter.text
    guard !query.isEmpty else { return commands }
    return commands.filter { command, _ in
      PinyinReading.matches(query, name: command.title.chinese)
        || command.help.chinese.contains(query)
        || command.title.english.contains(query) || command.help.english.contains(query)
        || command.keys.contains { $0.name.lowercased().contains(query.lowercased()) }
    }
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
      let (command, reason) = shown[top + row]
      let isSelected = top + row == selection
      let keys = command.keys.filter { !isTyping || !$0.isCharacter }.prefix(3).map(\.name)
        .joined(separator: " ")
      let line =
        (isSelected ? ">" : " ") + keys.elided(toColumns: 15).padded(toColumns: 16)
        + command.title(language).elided(toColumns: 13).padded(toColumns: 14)
        + (reason.map(Phrase.unavailable) ?? command.help)(language)
      frame.put(
        line.elided(toColumns: columns - 2), row: box.top + 1 + row, column: box.left + 1,
        style: isSelected ? .selected : reason == nil ? .normal : .dim, width: columns - 2)
    }
    frame.put(
      Phrase.helpHint(language), row: box.top + rows - 1, column: box.left + 1, style: .hint,
      width: columns - 2)
    return Position(row: box.top, column: box.left + 3 + cursorColumn)
  }
}
