extension Key {
  private static let names: [(key: Key, name: String, others: [String])] = [
    (.enter, "Enter", ["Return"]),
    (.escape, "Esc", ["Escape"]),
    (.tab, "Tab", []),
    (.backTab, "Shift-Tab", ["BackTab"]),
    (.backspace, "Backspace", ["BS"]),
    (.delete, "Del", ["Delete"]),
    (.insert, "Ins", ["Insert"]),
    (.up, "Up", []),
    (.down, "Down", []),
    (.left, "Left", []),
    (.right, "Right", []),
    (.home, "Home", []),
    (.end, "End", []),
    (.pageUp, "PgUp", ["PageUp"]),
    (.pageDown, "PgDn", ["PageDown"]),
    (.character(" "), "Space", []),
  ]

  /// The name written on hint lines and in scripts: `Enter`, `F2`, `Ctrl-A`, `PgDn`, `Alt-x`, `字`.
  public var name: String {
    if let entry = Key.names.first(where: { $0.key == self }) { return entry.name }
    switch self {
    case .character(let character): return String(character)
    case .function(let number): return "F\(number)"
    case .control("@"): return "Ctrl-Space"
    case .control(let character): return "Ctrl-\(character.uppercased())"
    case .alt(let character): return "Alt-\(Key.character(character).name)"
    case .altKey(let key): return "Alt-\(key.name)"
    case .controlKey(let key): return "Ctrl-\(key.name)"
    default: return ""
    }
  }

  /// The key of that name; names of keys and modifiers may be in either case. A single character
  /// names itself. `nil` if no key has the name.
  public init?(named name: String) {
    if name.count == 1, let character = name.first {
      self = .character(character)
      return
    }
    let lower = name.lowercased()
    let found = Key.names.first { entry in
      entry.name.lowercased() == lower || entry.others.contains { $0.lowercased() == lower }
    }
    if let found {
      self = found.key
    } else if lower.first == "f", let number = Int(lower.dropFirst()), (1...63).contains(number) {
      self = .function(number)
    } else if lower.hasPrefix("ctrl-"), let key = Key(named: String(name.dropFirst(5))) {
      self = key.withControl
    } else if lower.hasPrefix("alt-"), let key = Key(named: String(name.dropFirst(4))) {
      self = key.withAlt
    } else {
      return nil
    }
  }

  private var withControl: Key {
    switch self {
    case .character(" "): return .control("@")
    case .character(let character):
      let lower = character.lowercased()
      return .control(lower.count == 1 ? Character(lower) : character)
    default: return .controlKey(self)
    }
  }

  private var withAlt: Key {
    if case .character(let character) = self { return .alt(character) }
    return .altKey(self)
  }
}

extension Key: CustomStringConvertible {
  /// The name of the key.
  public var description: String { name }
}
