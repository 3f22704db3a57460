/// A one-line text field: graphemes and a cursor. A pure value; drawing asks `visible(columns:)`.
public struct LineEditor: Hashable, Sendable {
  private struct Snapshot: Hashable {
    var line: GraphemeLine
    var cursor: Int
  }

  private var line: GraphemeLine
  /// The cursor, in graphemes from the start: 0 to their number.
  public private(set) var cursor: Int
  private var undone: [Snapshot] = []
  private var done: [Snapshot] = []
  private var isTyping = false
  private var killed = ""

  private static let deepestHistory = 200

  /// A field holding `text`, the cursor at its end. Line ends become blanks.
  public init(_ text: String = "") {
    line = GraphemeLine(PastedText.oneLine(text))
    cursor = line.count
  }

  /// The text.
  public var text: String { line.text }
  /// Whether there is no text.
  public var isEmpty: Bool { line.count == 0 }

  /// Replaces the text as one step that can be undone; the cursor goes to the end.
  public mutating func replace(with text: String) {
    remember(typing: false)
    line = GraphemeLine(PastedText.oneLine(text))
    cursor = line.count
  }

  /// Inserts pasted text at the cursor; line ends become blanks, other controls are dropped.
  public mutating func paste(_ text: String) {
    let text = PastedText.oneLine(text)
    guard !text.isEmpty else { return }
    remember(typing: false)
    cursor = line.replace(cursor..<cursor, with: text)
  }

  /// The part of the text to draw in `columns`, and the column of the cursor in it, which is
  /// always less than `columns`. The text scrolls by half the field.
  public func visible(columns: Int) -> (text: String, cursorColumn: Int) {
    guard columns > 0 else { return ("", 0) }
    var start = 0
    var cursorColumn = line.columns(in: 0..<cursor)
    if line.columns(in: 0..<line.count) >= columns {
      while cursorColumn >= columns {
        var scrolled = 0
        while scrolled < max(1, columns / 2) && start < cursor {
          scrolled += Int(line.widths[start])
          start += 1
        }
        cursorColumn -= scrolled
      }
    }
    return (line.text(in: start..<line.count).clipped(toColumns: columns), cursorColumn)
  }

  /// Does what the key means in a field; false if it means nothing here (Enter, Tab, Escape, up,
  /// down, function keys ...).
  ///
  /// Home/Ctrl-A, End/Ctrl-E, Left/Ctrl-B, Right/Ctrl-F, Alt-B and Alt-F by word, Backspace,
  /// Del/Ctrl-D, Ctrl-W and Alt-D cut a word, Ctrl-U and Ctrl-K cut to the start and end, Ctrl-Y
  /// puts back, Ctrl-Z and Ctrl-_ undo, Ctrl-R does again.
  @discardableResult
  public mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): type(character)
    case .left, .control("b"): move(to: cursor - 1)
    case .right, .control("f"): move(to: cursor + 1)
    case .home, .control("a"): move(to: 0)
    case .end, .control("e"): move(to: line.count)
    case .alt("b"), .controlKey(.left), .altKey(.left): move(to: line.wordStart(before: cursor))
    case .alt("f"), .controlKey(.right), .altKey(.right): move(to: line.wordEnd(after: cursor))
    case .backspace: remove(max(0, cursor - 1)..<cursor)
    case .delete, .control("d"): remove(cursor..<min(line.count, cursor + 1))
    case .control("w"), .altKey(.backspace): cut(line.wordStart(before: cursor)..<cursor)
    case .alt("d"): cut(cursor..<line.wordEnd(after: cursor))
    case .control("u"): cut(0..<cursor)
    case .control("k"): cut(cursor..<line.count)
    case .control("y"): paste(killed)
    case .control("z"), .control("_"): undo()
    case .control("r"): redo()
    default: return false
    }
    return true
  }

  private mutating func type(_ character: Character) {
    let text = PastedText.oneLine(String(character))
    guard !text.isEmpty else { return }
    remember(typing: true)
    cursor = line.replace(cursor..<cursor, with: text)
  }

  private mutating func move(to offset: Int) {
    isTyping = false
    cursor = min(max(0, offset), line.count)
  }

  private mutating func remove(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    remember(typing: false)
    cursor = line.replace(range, with: "")
  }

  private mutating func cut(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    killed = line.text(in: range)
    remove(range)
  }

  /// Keeps the state before a change; a run of typing is one step.
  private mutating func remember(typing: Bool) {
    if !(typing && isTyping) {
      done.append(Snapshot(line: line, cursor: cursor))
      if done.count > LineEditor.deepestHistory { done.removeFirst() }
    }
    undone = []
    isTyping = typing
  }

  private mutating func undo() {
    guard let snapshot = done.popLast() else { return }
    undone.append(Snapshot(line: line, cursor: cursor))
    restore(snapshot)
  }

  private mutating func redo() {
    guard let snapshot = undone.popLast() else { return }
    done.append(Snapshot(line: line, cursor: cursor))
    restore(snapshot)
  }

  private mutating func restore(_ snapshot: Snapshot) {
    line = snapshot.line
    cursor = snapshot.cursor
    isTyping = false
  }
}
