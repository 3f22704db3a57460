import CTerminal
import Interface

extension Terminal {
  /// The next event, or `.idle` after `milliseconds` without one.
  public func next(waitingAtMost milliseconds: Int) -> TerminalEvent {
    let input = read(milliseconds)
    switch input.kind {
    case TERMINAL_CHARACTER, TERMINAL_KEY:
      // A key that has no name here is as if it was not pressed.
      return key(input).map { .key($0) } ?? next(waitingAtMost: milliseconds)
    case TERMINAL_PASTE: return .paste(pastedText())
    case TERMINAL_RESIZE:
      forgetPainted()
      return .resize(size)
    case TERMINAL_HANGUP: return .signal(.hangup)
    case TERMINAL_TERMINATE: return .signal(.terminate)
    case TERMINAL_INTERRUPT: return .signal(.interrupt)
    default: return .idle
    }
  }

  private func key(_ input: terminal_input) -> Key? {
    if input.kind == TERMINAL_KEY { return namedKey(input) }
    switch input.value {
    case 0x1B: return escape()
    case 0x09: return .tab
    case 0x0A, 0x0D: return .enter
    case 0x08, 0x7F: return .backspace
    case 0..<0x20: return .control(Terminal.controlCharacter(input.value))
    default: return .character(grapheme(startingWith: input.value))
    }
  }

  /// The character whose key with Ctrl sends `value`.
  private static func controlCharacter(_ value: UInt32) -> Character {
    let isLetter = (1...26).contains(value)
    return Unicode.Scalar(value + (isLetter ? 0x60 : 0x40)).map { Character($0) } ?? "@"
  }

  /// Escape, or the key that Alt put an escape before: both come at once. `nil` for a sequence
  /// that is not known.
  private func escape() -> Key? {
    let input = read(0)
    switch input.kind {
    case TERMINAL_CHARACTER:
      switch input.value {
      case 0x5B where skipSequence(isLong: true): return nil
      case 0x4F where skipSequence(isLong: false): return nil
      case 0x20..<0x7F: return .alt(Terminal.character(input.value))
      case 0x0A, 0x0D: return .altKey(.enter)
      case 0x08, 0x7F: return .altKey(.backspace)
      case 0x09: return .altKey(.tab)
      default: break
      }
    case TERMINAL_KEY:
      if let key = namedKey(input) { return .altKey(key) }
    default: break
    }
    putBack(input)
    return .escape
  }

  /// Reads the rest of an escape sequence, which would come out as text; false if nothing follows
  /// at once. A long one has parameters (0x20-0x3F) and one final character.
  private func skipSequence(isLong: Bool) -> Bool {
    var input = read(0)
    guard input.kind == TERMINAL_CHARACTER else {
      putBack(input)
      return false
    }
    while isLong && input.kind == TERMINAL_CHARACTER && (0x20..<0x40).contains(input.value) {
      input = read(0)
    }
    return true
  }

  /// The scalar with those that come right after it and join it: a letter and its mark, an emoji
  /// sequence.
  private func grapheme(startingWith value: UInt32) -> Character {
    var character = Terminal.character(value)
    while true {
      let input = read(0)
      let joined = String(character) + String(Terminal.character(input.value))
      guard input.kind == TERMINAL_CHARACTER, input.value >= 0x300, joined.count == 1 else {
        putBack(input)
        return character
      }
      character = Character(joined)
    }
  }

  private static func character(_ value: UInt32) -> Character {
    Unicode.Scalar(value).map { Character($0) } ?? "\u{FFFD}"
  }

  private func namedKey(_ input: terminal_input) -> Key? {
    guard let key = Terminal.namedKey(Int(input.value)) else { return nil }
    let modifiers = Int(input.modifiers)
    if modifiers & TERMINAL_CONTROL != 0 { return .controlKey(key) }
    if modifiers & TERMINAL_ALT != 0 { return .altKey(key) }
    return key
  }

  private static func namedKey(_ value: Int) -> Key? {
    switch value {
    case TERMINAL_KEY_UP: return .up
    case TERMINAL_KEY_DOWN: return .down
    case TERMINAL_KEY_LEFT: return .left
    case TERMINAL_KEY_RIGHT: return .right
    case TERMINAL_KEY_HOME: return .home
    case TERMINAL_KEY_END: return .end
    case TERMINAL_KEY_PAGE_UP: return .pageUp
    case TERMINAL_KEY_PAGE_DOWN: return .pageDown
    case TERMINAL_KEY_INSERT: return .insert
    case TERMINAL_KEY_DELETE: return .delete
    case TERMINAL_KEY_BACKSPACE: return .backspace
    case TERMINAL_KEY_BACK_TAB: return .backTab
    case TERMINAL_KEY_ENTER: return .enter
    case (TERMINAL_KEY_FUNCTION + 1)...(TERMINAL_KEY_FUNCTION + 12):
      return .function(value - TERMINAL_KEY_FUNCTION)
    default: return nil
    }
  }

  private func pastedText() -> String {
    var length = 0
    guard let bytes = terminal_pasted(&length) else { return "" }
    let text = UnsafeRawBufferPointer(start: bytes, count: length)
    return PastedText.lines(String(decoding: text, as: UTF8.self), keepingTabs: true)
  }
}
