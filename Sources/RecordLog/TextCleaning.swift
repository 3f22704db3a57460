/// What cleaning changed in a text.
public enum TextChange: Hashable, Sendable, CaseIterable {
  /// A tab became spaces.
  case tabs
  /// CR LF or CR became LF.
  case lineEnds
  /// Blanks at a line's end went.
  case trailingBlanks
  /// A backslash at a line's end became `＼`.
  case backslashes
  /// Control characters (C0, DEL, C1) were taken out.
  case controls
  /// Marks that turn the direction of writing (U+202A–202E, U+2066–2069) were taken out.
  case directionMarks
}

/// Format, section 1: text is kept, and not refused for harmless oddities.
public enum TextCleaning {
  /// What a tab becomes.
  static let tab = "    "

  /// The text as it can be stored, and what had to be changed.
  public static func clean(_ text: String) -> (text: String, changes: Set<TextChange>) {
    if isClean(text) { return (text, []) }
    var changes: Set<TextChange> = []
    var lines: [String.UnicodeScalarView] = [.init()]
    var wasReturn = false
    for scalar in text.unicodeScalars {
      defer { wasReturn = scalar == "\r" }
      switch scalar {
      case "\r":
        changes.insert(.lineEnds)
        lines.append(.init())
      case "\n":
        if !wasReturn { lines.append(.init()) }
      case "\t":
        changes.insert(.tabs)
        lines[lines.count - 1].append(contentsOf: tab.unicodeScalars)
      default:
        if isControl(scalar) {
          changes.insert(.controls)
        } else if isDirectionMark(scalar) {
          changes.insert(.directionMarks)
        } else {
          lines[lines.count - 1].append(scalar)
        }
      }
    }
    for index in lines.indices {
      while lines[index].last == " " {
        lines[index].removeLast()
        changes.insert(.trailingBlanks)
      }
      if lines[index].last == "\\" {
        lines[index].removeLast()
        lines[index].append("\u{FF3C}")
        changes.insert(.backslashes)
      }
    }
    return (lines.map { String($0) }.joined(separator: "\n"), changes)
  }

  /// The scalars that are faults in added text, in order of appearance: C0 controls but LF, DEL,
  /// C1 and direction marks. Tabs and CR are left to `clean`.
  public static func forbiddenScalars(in text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter {
      ($0 != "\t" && $0 != "\r" && isControl($0)) || isDirectionMark($0)
    }
  }

  /// The invisible scalars that ids and names may not hold, though text may: U+061C,
  /// U+200B–200F and U+FEFF.
  public static func invisibleScalars(in text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter {
      $0.value == 0x61C || (0x200B...0x200F).contains($0.value) || $0.value == 0xFEFF
    }
  }

  /// C0 but LF, DEL, C1.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    return (value < 0x20 && value != 0x0A) || (0x7F...0x9F).contains(value)
  }

  /// U+202A–202E and U+2066–2069.
  static func isDirectionMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  /// Whether a look at the bytes already shows that nothing has to change.
  private static func isClean(_ text: String) -> Bool {
    var previous: UInt8 = 0
    var isMark = false
    for byte in text.utf8 {
      if byte < 0x20 {
        guard byte == Byte.lineFeed, previous != Byte.space, previous != Byte.backslash else {
          return false
        }
      } else if byte >= 0x7F {
        // U+202A–202E are E2 80 AA–AE, U+2066–2069 are E2 81 A6–A9.
        if byte == 0x7F || (previous == 0xC2 && byte < 0xA0) { return false }
        if isMark, (0xA6...0xAE).contains(byte) { return false }
        isMark = previous == 0xE2 && (byte == 0x80 || byte == 0x81)
      }
      previous = byte
    }
    return previous != Byte.space && previous != Byte.backslash
  }
}
