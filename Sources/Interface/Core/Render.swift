import OrganizationLife
import Wording

extension State {
  /// The smallest terminal that the screens are laid out for.
  public static let smallestSize = TextSize(rows: 16, columns: 60)

  /// Draws the whole screen: title, rule, body, notice or rule, hints; the cursor stands where
  /// the user is.
  public func render() -> Frame {
    let size = context.session.size
    var frame = Frame(size: size)
    guard size.rows >= Self.smallestSize.rows, size.columns >= Self.smallestSize.columns else {
      let text = context.say(.tooSmall(columns: size.columns, rows: size.rows))
      for (row, line) in text.wrapped(toColumns: max(1, size.columns)).enumerated()
      where row < size.rows {
        frame.put(String(line), row: row, column: 0, style: .warning)
      }
      return frame
    }
    let behavior = top.behavior
    drawTitle(on: &frame, behavior)
    let rule = String(repeating: "─", count: size.columns)
    frame.put(rule, row: 1, column: 0, style: .chrome)
    let body = Area(top: 2, left: 0, rows: context.session.bodyRows, columns: size.columns)
    frame.cursor = behavior.draw(on: &frame, area: body, in: context)
    frame.put(rule, row: size.rows - 2, column: 0, style: .chrome)
    let end = noticeText.map { ColumnWidth.of($0) + 1 } ?? 0
    drawRowsBelow(on: &frame, row: size.rows - 2, behavior.rowsBelow(in: context), behind: end)
    drawNotice(on: &frame, row: size.rows - 2)
    drawHints(on: &frame, row: size.rows - 1)
    drawOverlay(on: &frame, area: body)
    return frame
  }

  private func drawTitle(on frame: inout Frame, _ behavior: any ScreenBehavior) {
    let columns = context.session.size.columns
    var title = behavior.title(in: context)
    if context.archive != nil, context.readOnlyReason(for: context.scope) != nil {
      title += " " + context.say(.readOnlyMark)
    }
    // The right one is shortened first, by whole parts, then to what the left one leaves or half.
    let room = columns - 4
    let own = behavior.status(in: context)
    let forms = own.isEmpty ? defaultStatuses : [own]
    let status =
      forms.first { ColumnWidth.of($0) <= room - ColumnWidth.of(title) }
      ?? (forms.last ?? "").elided(toColumns: max(room / 2, room - ColumnWidth.of(title)))
    let statusWidth = ColumnWidth.of(status)
    frame.put(title.elided(toColumns: room - statusWidth), row: 0, column: 1, style: .title)
    frame.put(status, row: 0, column: columns - statusWidth - 1, style: .dim)
  }

  /// Day, person and organisation, from all of it down to the organisation's name alone.
  private var defaultStatuses: [String] {
    let session = context.session
    let day = "\(session.today)"
    let weekday = "\(day) \(context.say(.weekday(session.today.weekday)))"
    let name = session.identity?.person.name ?? ""
    let post = [name, session.identity?.post ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    let place = context.scopeOrganization?.name ?? ""
    return [[weekday, post, place], [day, post, place], [post, place], [name, place], [place]]
      .map { $0.filter { !$0.isEmpty }.joined(separator: " · ") }
  }

  /// Says at the end of the rule that the page goes on, where a notice leaves room for it.
  private func drawRowsBelow(on frame: inout Frame, row: Int, _ count: Int, behind end: Int) {
    guard count > 0 else { return }
    let text = " \(context.say(.rowsBelow(count))) "
    let column = context.session.size.columns - ColumnWidth.of(text) - 2
    guard column > end else { return }
    frame.put(text, row: row, column: column, style: .hint)
  }

  private var noticeText: String? {
    notice.map {
      " \(context.say($0.phrase)) ".elided(toColumns: context.session.size.columns - 2)
    }
  }

  private func drawNotice(on frame: inout Frame, row: Int) {
    guard let notice, let noticeText else { return }
    let style: Style =
      switch notice.tone {
      case .plain: .strong
      case .good: .good
      case .warning: .warning
      case .bad: .bad
      }
    frame.put(noticeText, row: row, column: 1, style: style)
  }

  /// The commands of this place, as many as fit; help and the way back always do.
  private func drawHints(on frame: inout Frame, row: Int) {
    let columns = context.session.size.columns
    let language = context.session.language
    func text(_ command: Command) -> String {
      let key = command.hintKey(whileTyping: top.behavior.acceptsText, language)
      return "\(key) \(command.title(language))"
    }
    // A box over the screen has its own keys, and says them.
    if let overlay {
      var hints: [String] = []
      if overlay.help != nil, let help = Command.of(.help) {
        hints.append("\(Key.function(8).name) \(help.title(language))")
      }
      if let quit = Command.of(.quit) {
        hints.append("\(quit.keys.last?.name ?? "") \(quit.title(language))")
      }
      frame.put(hints.joined(separator: "  "), row: row, column: 1, style: .hint)
      return
    }
    let commands = Command.available(in: scopes).filter { command in
      guard command.isOnHintLine, disabledReason(of: command) == nil else { return false }
      // A letter is text while a field is being typed into.
      return !top.behavior.acceptsText || command.keys.contains { !$0.isCharacter }
    }
    let lasting: Set<Action> = [.help, .back, .quit]
    let first = commands.filter { !lasting.contains($0.action) }
    let isRoot = screens.count == 1
    let last = commands.filter {
      lasting.contains($0.action) && $0.action != (isRoot ? .back : .quit)
    }
    let lastWidth = last.reduce(0) { $0 + ColumnWidth.of(text($1)) + 2 }
    var column = 1
    for command in first {
      let hint = text(command)
      guard column + ColumnWidth.of(hint) + lastWidth < columns else { continue }
      column = frame.put(hint, row: row, column: column, style: .hint) + 2
    }
    for command in last {
      guard column + ColumnWidth.of(text(command)) < columns else { break }
      column = frame.put(text(command), row: row, column: column, style: .hint) + 2
    }
  }

  private func drawOverlay(on frame: inout Frame, area: Area) {
    let language = context.session.language
    switch overlay {
    case .choices(let box), .palette(let box):
      frame.cursor = box.draw(on: &frame, area: area, language: language)
    case .calendar(let box):
      frame.cursor = box.draw(
        on: &frame, area: area, today: context.session.today, language: language)
    case .help(let box):
      frame.cursor = box.draw(on: &frame, area: area, language: language)
    case .question(_, let phrase):
      draw(phrase, titled: .question, hint: .questionHint, on: &frame, area: area)
    case .message(let phrase):
      draw(phrase, titled: .message, hint: .messageHint, on: &frame, area: area)
    case nil:
      break
    }
  }

  /// A text in a box, and which keys close it.
  private func draw(
    _ phrase: Phrase, titled title: Phrase, hint: Phrase, on frame: inout Frame, area: Area
  ) {
    let language = context.session.language
    // However long a text is, the line that says how to answer is seen.
    let all = phrase(language).wrapped(toColumns: min(60, area.columns - 8))
    let lines = Array(all.prefix(max(1, area.rows - 4)))
    let width = min(64, area.columns - 4)
    let box = Box(rows: lines.count + 2, columns: width, in: area)
    box.drawBorder(on: &frame, title: title(language))
    for (row, line) in lines.enumerated() {
      frame.put(String(line), row: box.top + row, column: box.left + 1, style: .normal)
    }
    frame.put(
      hint(language), row: box.top + lines.count + 1, column: box.left + 1, style: .hint)
    frame.cursor = Position(row: box.top + lines.count + 1, column: box.left + 1)
  }
}

extension Key {
  /// Whether the key types a character.
  var isCharacter: Bool {
    if case .character = self { true } else { false }
  }
}

extension Command {
  /// The key that the hint line names: one that types nothing while a field is typed into.
  func hintKey(whileTyping: Bool, _ language: Language) -> String {
    let key = (whileTyping ? keys.first { !$0.isCharacter } : nil) ?? keys.first
    if action == .absent { return "1-0" }
    return key == .character(" ") ? Phrase.spaceBar(language) : key?.name ?? ""
  }
}
