import OrganizationLife

/// A key as the program sees it, whatever the terminal sent for it.
public indirect enum Key: Hashable, Sendable {
  /// A character typed, also one committed by an input method.
  case character(Character)
  /// Enter, also Ctrl-J and Ctrl-M.
  case enter
  /// Escape.
  case escape
  /// Tab, also Ctrl-I.
  case tab
  /// Shift-Tab.
  case backTab
  /// Backspace, also Ctrl-H.
  case backspace
  /// Delete.
  case delete
  /// Insert.
  case insert
  /// Arrow up.
  case up
  /// Arrow down.
  case down
  /// Arrow left.
  case left
  /// Arrow right.
  case right
  /// Home.
  case home
  /// End.
  case end
  /// Page up.
  case pageUp
  /// Page down.
  case pageDown
  /// A function key, from 1.
  case function(Int)
  /// Ctrl with a lower-case letter, `@`, `\`, `]`, `^` or `_`; Ctrl-Space is Ctrl-@.
  case control(Character)
  /// Alt with a character.
  case alt(Character)
  /// Alt with a named key: Alt-Enter, Alt-Left.
  case altKey(Key)
  /// Ctrl with a named key: Ctrl-Home, Ctrl-Left.
  case controlKey(Key)
}

extension Key {
  /// The key that a command means when a Chinese input method is on: full-width forms
  /// (U+FF01–FF5E) and the Chinese punctuation on the same key caps become ASCII. Only for command
  /// position; a text field takes the key as it is.
  public var folded: Key {
    switch self {
    case .character(let character): return .character(Key.folded(character))
    case .alt(let character): return .alt(Key.folded(character))
    default: return self
    }
  }

  private static func folded(_ character: Character) -> Character {
    switch character {
    case "、": return "/"
    case "。": return "."
    case "【": return "["
    case "】": return "]"
    case "《": return "<"
    case "》": return ">"
    case "\u{3000}": return " "
    default:
      let scalars = character.unicodeScalars
      guard scalars.count == 1, let scalar = scalars.first else { return character }
      return Character(scalar.halfWidth)
    }
  }
}
