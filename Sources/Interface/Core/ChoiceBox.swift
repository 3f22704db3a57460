import Archive
import OrganizationLife
import Wording

/// A box of choices that narrows while one types (Chinese, or pinyin and its initials).
public struct ChoiceBox: Sendable {
  /// Given back with the choice.
  public let id: String
  /// What is asked.
  public let title: Phrase
  /// What can be chosen.
  public let choices: [Choice]
  /// Whether several may be ticked.
  public let isMultiple: Bool
  /// Whether what was typed may be taken when it is none of the choices.
  public let allowsOther: Bool
  /// What the other key that chooses (F4) is for; nil when there is none.
  public let other: Phrase?
  /// Whether a digit chooses one of the first nine before anything is typed.
  public let isNumbered: Bool
  /// Whether what was typed goes before the choices: for numbers, of which a few are proposed.
  public let prefersTyped: Bool
  /// The values ticked so far.
  public private(set) var ticked: Set<String>
  private var filter = LineEditor()
  private var selection = 0
  private var shown: [Int]

  /// A box with the first choice (or the first ticked one) selected.
  public init(
    id: String, title: Phrase, choices: [Choice], isMultiple: Bool = false,
    allowsOther: Bool = false, isNumbered: Bool = true, prefersTyped: Bool = false,
    other: Phrase? = nil, ticked: Set<String> = []
  ) {
    self.prefersTyped = prefersTyped
    self.id = id
    self.title = title
    self.choices = choices
    self.isMultiple = isMultiple
    self.allowsOther = allowsOther
    self.other = other
    self.isNumbered = isNumbered
    self.ticked = ticked
    shown = Array(choices.indices)
    selection = choices.firstIndex { ticked.contains($0.value) } ?? 0
  }

  /// Asks which 党小组 a record of a kind is for; the answer is `KIND ID`.
  init(choosing groups: [Organization], for kind: String) {
    self.init(
      id: State.groupChoice, title: .whichGroup,
      choices: groups.map { Choice(value: "\(kind) \($0.id)", label: $0.name) })
  }

  /// Takes a key; gives what was chosen when that closes the box.
  mutating func handle(_ key: Key) -> OverlayChoice? {
    switch key {
    case .escape:
      return .cancelled(id: id)
    case .up:
      selection = max(0, selection - 1)
    case .down:
      selection = max(0, min(shown.count - 1, selection + 1))
    case .pageUp:
      selection = max(0, selection - 10)
    case .pageDown:
      selection = max(0, min(shown.count - 1, selection + 10))
    case .enter:
      return choose()
    case .function(3) where isMultiple:
      tickAll()
    case .function(4) where other != nil:
      guard case .chosen(let id, let values) = choose() else { return nil }
      return .chosenOtherwise(id: id, values)
    default:
      // Digits choose from the first nine while nothing has been typed.
      if filter.isEmpty, isNumbered, !isMultiple, case .character(let character) = key.folded,
        let digit = character.wholeNumberValue, character.isASCII, (1...9).contains(digit),
        digit <= shown.count
      {
        selection = digit - 1
        return choose()
      }
      if isMultiple, key.folded == .character(" "), shown.indices.contains(selection) {
        ticked.formSymmetricDifference([choices[shown[selection]].value])
      } else if filter.handle(key) {
        narrow()
      }
    }
    return nil
  }

  /// Ticks everything that is shown, or nothing of it where all is ticked already.
  private mutating func tickAll() {
    let values = Set(shown.map { choices[$0].value })
    if values.isSubset(of: ticked) { ticked.subtract(values) } else { ticked.formUnion(values) }
  }

  /// How the box works, its keys one after the other.
  var help: Phrase {
    let keys: [Phrase] =
      [.boxKeysMoving, isMultiple ? .boxKeysTicking : .boxKeysChoosing]
      + (isNumbered && !isMultiple ? [.boxKeysDigits] : [])
      + (allowsOther ? [.boxKeysOther] : []) + [other, .boxKeysClosing].compactMap(\.self)
    return .boxKeys([.boxKeysFilter] + keys)
  }

  /// Takes pasted text into the filter.
  mutating func paste(_ text: String) {
    filter.paste(text)
    narrow()
  }

  private mutating func narrow() {
    if prefersTyped { return }
    let query = filter.text
    shown = choices.indices.filter {
      PinyinReading.matches(query, name: choices[$0].label)
        || PinyinReading.matches(query, name: choices[$0].keywords)
    }
    selection = 0
  }

  private func choose() -> OverlayChoice? {
    if prefersTyped, !filter.isEmpty { return .chosen(id: id, [filter.text.trimmed]) }
    let selected = shown.indices.contains(selection) ? choices[shown[selection]].value : nil
    if isMultiple {
      // Enter on an untouched box takes the line it stands on.
      let values = ticked.isEmpty ? Set([selected].compactMap(\.self)) : ticked
      return .chosen(id: id, choices.map(\.value).filter(values.contains))
    }
    if let selected { return .chosen(id: id, [selected]) }
    return allowsOther && !filter.isEmpty ? .chosen(id: id, [filter.text]) : nil
  }

  /// The columns that a label may take where there is a mark and a number before it.
  static func columnsOfLabels(in size: TextSize) -> Int { size.columns - 9 }

  /// Draws the box in the middle of an area; gives the cursor's place.
  func draw(on frame: inout Frame, area: Area, language: Language) -> Position {
    let widest = choices.map { ColumnWidth.of($0.label) }.max() ?? 0
    let hint = (other ?? (isMultiple ? .boxHintMultiple : .boxHint))(language)
    let inner = min(
      max(widest + 6, ColumnWidth.of(title(language)) + 2, ColumnWidth.of(hint) + 2, 30),
      area.columns - 4)
    let rows = max(1, min(shown.count, area.rows - 5))
    let box = Box(rows: rows + 2, columns: inner, in: area)
    box.drawBorder(on: &frame, title: title(language))
    let (text, cursorColumn) = filter.visible(columns: inner - 4)
    frame.put("/", row: box.top, column: box.left + 1, style: .label)
    frame.put(text, row: box.top, column: box.left + 3, style: .active, width: inner - 4)
    let top = Box.firstVisible(selection, of: shown.count, rows: rows)
    if shown.isEmpty {
      frame.put(
        (allowsOther ? Phrase.nothingMatchesEnterTakes : .nothingMatches)(language),
        row: box.top + 1, column: box.left + 1, style: .dim, width: inner - 2)
    }
    for row in 0..<rows where shown.indices.contains(top + row) {
      let position = top + row
      let choice = choices[shown[position]]
      let isSelected = position == selection
      let tick = isMultiple ? (ticked.contains(choice.value) ? "* " : "  ") : ""
      let isDigit = isNumbered && !isMultiple && position < 9
      let number = isDigit ? "\(position + 1) " : (isMultiple ? "" : "  ")
      let label = "\(isSelected ? ">" : " ")\(tick)\(number)\(choice.label)"
      frame.put(
        label.elided(toColumns: inner - 2), row: box.top + 1 + row,
        column: box.left + 1, style: isSelected ? .selected : .normal, width: inner - 2)
    }
    frame.put(
      hint, row: box.top + 1 + rows, column: box.left + 1, style: .hint, width: inner - 2)
    return Position(row: box.top, column: box.left + 3 + cursorColumn)
  }
}
