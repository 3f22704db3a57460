/// What leaves the program instead of characters that nobody sees. Added text holds none of them,
/// but a file edited by hand may, and so may names of files, arguments and the environment: they
/// would move a terminal's cursor, change its title or its clipboard, make it answer as if the user
/// had typed, or turn the direction of writing.
public enum VisibleText {
  /// Stands for an invisible or direction-changing character: ␦.
  public static let invisibleMark: Unicode.Scalar = "\u{2426}"

  /// What stands for a scalar that leaves the program nowhere: `␀` to `␟` for C0, `␡` for DEL, `␦`
  /// for C1 and the marks that turn the direction of writing; nil for every other.
  public static func mark(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: "\u{2421}"
    case 0x80...0x9F, 0x202A...0x202E, 0x2066...0x2069: invisibleMark
    default: nil
    }
  }

  /// A value for another program: marks for what leaves the program nowhere, a blank for a tab; all
  /// else, LF, joiners and variation selectors included, as it is.
  public static func exported(_ value: String) -> String {
    marked(value) { scalar, _ in scalar == "\t" ? " " : nil }
  }

  /// A whole document for another program, in which tabs and the line ends of a spreadsheet (CR LF)
  /// have a meaning.
  public static func exported(document: String) -> String {
    marked(document) { scalar, next in
      scalar == "\t" || (scalar == "\r" && next == "\n") ? scalar : nil
    }
  }

  /// `exception` says what stands for a scalar, before the marks are asked.
  private static func marked(
    _ text: String, _ exception: (Unicode.Scalar, Unicode.Scalar?) -> Unicode.Scalar?
  ) -> String {
    guard var place = text.utf8.firstIndex(where: mayBeMarked) else { return text }
    let scalars = text.unicodeScalars
    var shown = ""
    // What stands between is taken over as it is.
    var kept = text.startIndex
    while place < text.endIndex {
      let scalar = scalars[place]
      let after = scalars.index(after: place)
      let next = after < scalars.endIndex ? scalars[after] : nil
      if let other = exception(scalar, next) ?? mark(for: scalar), other != scalar {
        shown += text[kept..<place]
        shown.unicodeScalars.append(other)
        kept = after
      }
      place = text.utf8[after...].firstIndex(where: mayBeMarked) ?? text.endIndex
    }
    return shown + text[kept...]
  }

  /// C1 begins with C2, direction marks with E2: a byte of this kind begins a scalar.
  private static func mayBeMarked(_ byte: UInt8) -> Bool {
    (byte < 0x20 && byte != Byte.lineFeed) || byte == 0x7F || byte == 0xC2 || byte == 0xE2
  }

  /// Whether a scalar has no glyph of its own: controls, format characters, separators of lines
  /// and paragraphs, and what Unicode lets a renderer ignore.
  public static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value > 0x7E else { return scalar.value < 0x20 }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return true
    default: return scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// Whether an invisible scalar is part of how what stands before it is written: joiners in
  /// scripts whose letters join (Uyghur, Mongolian, Tibetan and their relatives) and in emoji,
  /// Mongolian vowel separators and variation selectors, and the other variation selectors.
  public static func belongs(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Bool {
    switch scalar.value {
    case 0x180B...0x180F, 0xFE00...0xFE0F, 0xE0100...0xE01EF: previous != nil
    case 0x200C, 0x200D: previous.map { isJoining($0) || isEmoji($0) } ?? false
    case 0xE0020...0xE007F: previous.map { isEmoji($0) || isTag($0) } ?? false
    default: false
    }
  }

  private static func isTag(_ scalar: Unicode.Scalar) -> Bool {
    (0xE0020...0xE007E).contains(scalar.value)
  }

  private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xFE0F || (scalar.value > 0xFF && scalar.properties.isEmoji)
  }

  private static func isJoining(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Arabic, Syriac, Thaana, N'Ko, Mandaic; India, Tibet, Burma; Khmer, Mongolian.
    case 0x600...0x8FF, 0x900...0x109F, 0x1780...0x18AF, 0xA840...0xA87F, 0xFB50...0xFDFF,
      0xFE70...0xFEFC, 0x10F30...0x10FAF:
      true
    default: false
    }
  }
}
