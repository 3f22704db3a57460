import OrganizationLife
import Wording

extension FormScreen {
  // MARK: Opening and closing

  /// F4: opens the long text of the field, of the selected item or of the form.
  mutating func openText(in context: Context, withOutline: Bool = true) -> [Outcome]? {
    closesItemWithText = false
    if focusedField?.spec.kind != .longText {
      if openItem == nil, let list = page.items, focusedField?.spec.kind == .items,
        list.pages.indices.contains(list.selected)
      {
        openItem = list.selected
        closesItemWithText = true
      } else {
        _ = commit(in: context)
      }
      guard
        let index = current.index(of: "Minutes")
          ?? current.fields.firstIndex(where: { $0.spec.kind == .longText })
      else { return [.notice(Notice(.noLongText, .warning))] }
      current.focus = index
    }
    isWriting = true
    isFresh = false
    if withOutline { presetOutline() }
    if case .long(var editor) = focusedField?.value {
      if editor.cursorLine == 0, editor.cursorOffset == 0 {
        editor.moveCursor(toLine: editor.lineCount - 1, offset: .max)
      }
      current.fields[current.focus].value = .long(editor)
    }
    resizeText(in: context)
    return []
  }

  private mutating func closeText() -> [Outcome] {
    dropUntouchedOutline()
    isWriting = false
    if closesItemWithText {
      openItem = nil
      closesItemWithText = false
    }
    return []
  }

  /// Fits the open text to the window.
  mutating func resizeText(in context: Context) {
    guard isWriting, case .long(var editor) = focusedField?.value else { return }
    let size = context.session.size
    editor.resize(columns: max(2, size.columns - 2), height: max(1, size.rows - 5))
    current.fields[current.focus].value = .long(editor)
  }

  // MARK: Writing

  /// Changes the open text.
  mutating func changeText(_ change: (inout TextEditor) -> Void) {
    guard case .long(var editor) = focusedField?.value else { return }
    change(&editor)
    current.fields[current.focus].value = .long(editor)
    adoptItem()
    if let id = focusedField?.spec.id { removeFaults(at: id) }
    touch()
  }

  /// What a command does in a long text.
  mutating func write(_ action: Action, in context: Context) -> [Outcome]? {
    switch action {
    case .save:
      dropUntouchedOutline()
      return save(in: context)
    case .closing: return writeClosing()
    case .back, .minutes: return closeText()
    case .speaker: return completeSpeaker()
    case .up: return move(.up)
    case .down: return move(.down)
    case .pageUp: return move(.pageUp)
    case .pageDown: return move(.pageDown)
    case .outerEditor: return [.effect(.edit(focusedField?.text ?? ""))]
    case .quit, .suspendDraft, .help, .palette: return nil
    default: return []
    }
  }

  /// What a key does in a long text.
  mutating func write(_ key: Key) -> [Outcome]? {
    guard case .long(var editor) = focusedField?.value else { return nil }
    let before = editor.lines
    guard editor.handle(key) else { return nil }
    let isChanged = editor.lines != before
    current.fields[current.focus].value = .long(editor)
    if isChanged {
      adoptItem()
      touch()
    }
    return []
  }

  private mutating func move(_ key: Key) -> [Outcome] {
    guard case .long(var editor) = focusedField?.value else { return [] }
    editor.handle(key)
    current.fields[current.focus].value = .long(editor)
    return []
  }

  // MARK: Speakers

  /// Tab: the letters before the cursor become the name that they begin.
  private mutating func completeSpeaker() -> [Outcome] {
    guard case .long(let editor) = focusedField?.value else { return [] }
    let letters = editor.completionPrefix()
    let people = speakers()
    if letters.isEmpty {
      guard !people.isEmpty else { return [] }
      return [.overlay(.choices(speakerBox(people)))]
    }
    let exact = people.filter { PeopleBook.hasInitials(letters, $0.name) }
    let found = exact.isEmpty ? people.filter { PeopleBook.matches(letters, $0.name) } : exact
    switch found.count {
    case 0: return [.notice(Notice(.noSpeaker(letters), .warning))]
    case 1:
      changeText { $0.replaceCompletion(with: "\(found[0].name):") }
      return []
    default: return [.overlay(.choices(speakerBox(found)))]
    }
  }

  private func speakerBox(_ people: [Person]) -> ChoiceBox {
    ChoiceBox(
      id: "speaker", title: .speakerTitle,
      choices: people.map { Choice(value: $0.name, label: $0.name) })
  }

  /// Takes a name from the box.
  mutating func insertSpeaker(_ values: [String]) -> [Outcome] {
    guard isWriting, let name = values.first else { return [] }
    changeText { $0.replaceCompletion(with: "\(name):") }
    return []
  }

  /// Who may have spoken: those present first, then guests, then the rest of the roll.
  private func speakers() -> [Person] {
    var found = page.roster?.present ?? []
    let input = derived.input
    for id in ["Presider", "Recorder", "Present", "Attending", "Lecturer"] {
      found += input.persons(in: page.text(id)).map { person in
        // A guest is written with the unit in parentheses; the speaker is the name alone.
        guard person.id == nil, let end = person.name.firstIndex(where: { "(（".contains($0) })
        else { return person }
        return Person(String(person.name[..<end]))
      }
    }
    found += input.people.near.map(\.person)
    var seen: Set<String> = []
    return found.filter { !$0.name.isEmpty && seen.insert($0.name).inserted }
  }

  // MARK: Drawing

  /// Draws the open text; gives the cursor's place.
  func drawText(on frame: inout Frame, area: Area, in context: Context) -> Position {
    guard case .long(let editor) = focusedField?.value else {
      return Position(row: area.top, column: area.left)
    }
    let height = max(1, area.rows - 1)
    let layout = editor.layout(columns: max(2, area.columns - 2), height: height)
    for (number, row) in layout.rows.enumerated() {
      frame.put(row, row: area.top + number, column: area.left + 1, width: area.columns - 1)
    }
    let count = Phrase.textPlace(
      line: editor.cursorLine + 1, lines: editor.lineCount, characters: editor.graphemeCount)
    frame.put(
      " \(context.say(count)) · \(context.say(.textReminder))", row: area.top + area.rows - 1,
      column: area.left, style: .dim, width: area.columns)
    return Position(
      row: area.top + layout.cursor.row, column: area.left + 1 + layout.cursor.column)
  }
}
