import Wording

extension State {
  mutating func handleInOverlay(_ key: Key) -> [Effect] {
    if [Key.function(8), .function(1)].contains(key), let help = overlay?.help {
      covered = overlay
      overlay = .message(help)
      return []
    }
    switch overlay {
    case .choices(var box):
      let choice = box.handle(key)
      overlay = .choices(box)
      return choice.map { finish($0) } ?? []
    case .palette(var box):
      let choice = box.handle(key)
      overlay = .palette(box)
      guard let choice else { return [] }
      overlay = nil
      return runFromPalette(choice)
    case .calendar(var box):
      let choice = box.handle(key, today: context.session.today)
      overlay = .calendar(box)
      return choice.map { finish($0) } ?? []
    case .question(let id, _):
      switch key.folded {
      case .enter, .character("y"), .character("1"): return finish(.confirmed(id: id))
      case .escape, .character("n"), .character("0"), .character("2"):
        return finish(.cancelled(id: id))
      default: return []
      }
    case .message:
      switch key.folded {
      case .enter, .escape, .character(" "), .function(8), .function(1):
        overlay = covered
        covered = nil
      default: break
      }
      return []
    case .help(var box):
      let result = box.handle(key)
      overlay = .help(box)
      switch result {
      case .stay: return []
      case .close: overlay = nil
      case .run(let action):
        overlay = nil
        guard let command = Command.of(action) else { return [] }
        return run(command)
      case .read(let page):
        overlay = nil
        return open(.page(page))
      }
      return []
    case nil:
      return []
    }
  }

  mutating func pasteIntoOverlay(_ text: String) -> [Effect] {
    if case .choices(var box) = overlay {
      box.paste(text)
      overlay = .choices(box)
    }
    return []
  }

  private mutating func finish(_ choice: OverlayChoice) -> [Effect] {
    overlay = nil
    if let effects = receive(choice) { return effects }
    let context = self.context
    return follow(screens[screens.count - 1].change { $0.receive(choice, in: context) })
  }

  /// All that can be done here and every main place, to be found by typing.
  func paletteBox() -> ChoiceBox {
    let language = context.session.language
    let commands = Command.available(in: scopes).filter { $0.action != .palette }
    var choices = commands.map { command in
      let reason = disabledReason(of: command)
      return Choice(
        value: command.action.rawValue,
        label:
          "\(command.title(language))  \((reason.map(Phrase.unavailable) ?? command.help)(language))",
        keywords: command.keys.first?.name ?? "")
    }
    if context.archive != nil {
      for (number, menu) in State.paletteMenus.enumerated() {
        choices += MenuItem.items(of: menu, in: context).enumerated().map { position, item in
          Choice(value: "\(number).\(position)", label: context.say(item.title))
        }
      }
    }
    return ChoiceBox(id: "palette", title: .allCommands, choices: choices)
  }

  /// The menus whose items the palette finds by name.
  private static let paletteMenus: [MenuID] = [.main, .branch, .checks, .followUp, .settings]

  private mutating func runFromPalette(_ choice: OverlayChoice) -> [Effect] {
    guard case .chosen(_, let values) = choice, let value = values.first else { return [] }
    let place = value.split(separator: ".").compactMap { Int($0) }
    if place.count == 2, State.paletteMenus.indices.contains(place[0]) {
      let items = MenuItem.items(of: State.paletteMenus[place[0]], in: context)
      return items.indices.contains(place[1]) ? open(items[place[1]].destination) : []
    }
    guard let action = Action(rawValue: value), let command = Command.of(action) else { return [] }
    return run(command)
  }

  /// Does what a command asks unless it cannot be used, and says why then.
  private mutating func run(_ command: Command) -> [Effect] {
    if let reason = disabledReason(of: command) {
      notice = Notice(reason, .warning)
      return [.bell]
    }
    return perform(command.action)
  }
}
