import CColumnWidth
import RecordLog

/// One cell of a frame: what the terminal is given to draw there.
///
/// Making a cell is the one place where text becomes safe to draw: controls, bidirectional
/// overrides and other invisible characters become visible marks, characters the C library does
/// not know become `〓`, and an emoji sequence is drawn as its first scalar, because that is the
/// only part whose width every terminal agrees on.
public struct Cell: Hashable, Sendable {
  /// The character drawn; a space for the second half of a wide character.
  public let character: Character
  /// Columns taken: 1 or 2, and 0 for the second half of a wide character.
  public let width: Int
  /// What the text is for.
  public let style: Style

  /// An empty cell.
  public static let blank = Cell(space: .normal)

  /// The cell that draws `character` safely.
  public init(_ character: Character, style: Style = .normal) {
    let drawn = Cell.drawn(character)
    self.character = drawn.character
    self.width = drawn.width
    self.style = style
  }

  private init(character: Character, width: Int, style: Style) {
    self.character = character
    self.width = width
    self.style = style
  }

  init(space style: Style) {
    self.init(character: " ", width: 1, style: style)
  }

  init(secondHalf style: Style) {
    self.init(character: " ", width: 0, style: style)
  }

  /// Whether this is the second half of the wide character on its left.
  public var isSecondHalf: Bool { width == 0 }
}

extension Cell {
  /// A character the C library cannot print, usually a Han character newer than it (U+3013).
  static let unknownMark: Character = "〓"
  /// Carries a combining mark that has no base.
  private static let dottedCircle: Unicode.Scalar = "\u{25CC}"
  /// ncurses keeps a base and four marks in a cell.
  private static let mostMarks = 4

  /// What is drawn for `character`, and its columns (1 or 2).
  static func drawn(_ character: Character) -> (character: Character, width: Int) {
    if let byte = character.asciiValue {
      if byte >= 0x20 && byte < 0x7F { return (character, 1) }
      return (Character(VisibleText.mark(for: Unicode.Scalar(byte)) ?? " "), 1)
    }
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return (" ", 1) }
    let isSingle = scalars.index(after: scalars.startIndex) == scalars.endIndex
    if isSingle && isPlainWide(first.value) { return (character, 2) }
    // Mongolian is written with a narrow blank before a last vowel.
    if first == "\u{180E}" { return (" ", 1) }
    if VisibleText.isInvisible(first) { return (Character(VisibleText.invisibleMark), 1) }
    let width = Int(column_width(first.value))
    if width < 0 { return (unknownMark, 2) }
    if isSingle && width > 0 { return (character, width) }
    return assembled(first, width: width, scalars.dropFirst())
  }

  /// Whether `value` is surely two columns wide: common Han, kana and full-width forms.
  static func isPlainWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x4E00...0x9FEF, 0x3001...0x3029, 0x3041...0x3096, 0x30A1...0x30FA, 0xFF01...0xFF60:
      return true
    default:
      return false
    }
  }

  /// A base with what follows it in its grapheme: combining marks are kept; a spacing mark or the
  /// second half of a flag takes a column of its own, up to two in all; joiners, variation
  /// selectors and the rest of an emoji sequence are left out.
  private static func assembled(
    _ first: Unicode.Scalar, width firstWidth: Int, _ rest: Substring.UnicodeScalarView
  ) -> (character: Character, width: Int) {
    var kept = String.UnicodeScalarView()
    var width = firstWidth
    var marks = 0
    if width == 0 {
      kept.append(dottedCircle)
      width = 1
      marks = 1
    }
    kept.append(first)
    let isFlag = (0x1F1E6...0x1F1FF).contains(first.value)
    let isEmoji = first.value > 0xFF && first.properties.isEmoji && !isFlag
    for scalar in rest where !isEmoji && !VisibleText.isInvisible(scalar) {
      switch column_width(scalar.value) {
      case 0 where marks < mostMarks:
        kept.append(scalar)
        marks += 1
      case 1 where width == 1:
        kept.append(scalar)
        width = 2
        marks = 0
      default:
        continue
      }
    }
    let text = String(kept)
    guard text.count == 1 else {
      // A lone Korean vowel takes no column and does not join the circle either.
      return firstWidth == 0 ? (Character(dottedCircle), 1) : (Character(first), firstWidth)
    }
    return (Character(text), width)
  }
}
