extension TextEditor {
  /// Lines before and after one step.
  struct Change: Hashable {
    var firstLine: Int
    var old: [WrappedLine]
    var new: [WrappedLine]
    var before: Place
    var after: Place
    var kind: History.Kind
  }

  /// Steps done and undone. A run of typing, or of deleting, in one line is one step.
  struct History: Hashable {
    enum Kind: Hashable {
      case typing, deleting, other
    }

    var done: [Change] = []
    var undone: [Change] = []
    private var isGroupOpen = false

    private static let deepest = 1000

    mutating func endGroup() { isGroupOpen = false }

    mutating func record(_ change: Change) {
      var change = change
      undone = []
      let isRun = change.kind != .other && change.old.count == 1 && change.new.count == 1
      if isGroupOpen, isRun, let last = done.last, last.kind == change.kind,
        last.firstLine == change.firstLine, last.new.count == 1, last.after == change.before
      {
        change.old = last.old
        change.before = last.before
        done[done.count - 1] = change
      } else {
        done.append(change)
        if done.count > History.deepest { done.removeFirst() }
      }
      isGroupOpen = isRun
    }
  }

  mutating func undo() {
    history.endGroup()
    guard let change = history.done.popLast() else { return }
    history.undone.append(change)
    restore(change.old, at: change.firstLine, insteadOf: change.new.count, cursor: change.before)
  }

  mutating func redo() {
    history.endGroup()
    guard let change = history.undone.popLast() else { return }
    history.done.append(change)
    restore(change.new, at: change.firstLine, insteadOf: change.old.count, cursor: change.after)
  }

  private mutating func restore(
    _ restored: [WrappedLine], at firstLine: Int, insteadOf count: Int, cursor place: Place
  ) {
    // The window may have changed since the step was recorded.
    let wrapped = restored.map { WrappedLine($0.graphemes, columns: wrapColumns) }
    lines.replaceSubrange(firstLine..<firstLine + count, with: wrapped)
    self.place(place)
  }
}
