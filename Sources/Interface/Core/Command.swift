import Wording

/// One command: what it is called, where it works, which keys it has.
///
/// Key dispatch, the hint line, the help screen, the palette and the key chapter of the manual all
/// come from this table.
public struct Command: Sendable {
  /// What it does.
  public let action: Action
  /// Its keys; the first is the one shown. Each command has one that works while an input method
  /// is on.
  public let keys: [Key]
  /// Where it works; empty: everywhere.
  public let scopes: Set<Scope>
  /// Its name, as on the hint line.
  public let title: Phrase
  /// What it does, in a sentence.
  public let help: Phrase
  /// Whether the hint line shows it.
  public let isOnHintLine: Bool
  /// Whether it writes to the log and so needs permission to.
  public let writes: Bool

  init(
    _ action: Action, _ keys: [Key], in scopes: Set<Scope> = [], _ title: Phrase, _ help: Phrase,
    hint: Bool = false, writes: Bool = false
  ) {
    self.action = action
    self.keys = keys
    self.scopes = scopes
    self.title = title
    self.help = help
    isOnHintLine = hint
    self.writes = writes
  }

  /// Why the command cannot be used now; nil when it can.
  public func disabledReason(in context: Context) -> Phrase? {
    writes ? context.readOnlyReason : nil
  }

  /// The command of a key in the innermost scope that has one; commands without a scope come last.
  public static func of(_ key: Key, in scopes: [Scope]) -> Command? {
    for scope in scopes {
      if let command = all.first(where: { $0.scopes.contains(scope) && $0.keys.contains(key) }) {
        return command
      }
    }
    return all.first { $0.scopes.isEmpty && $0.keys.contains(key) }
  }

  /// The command of a function key in the innermost scope that has one; nil for other keys.
  public static func of(function key: Key, in scopes: [Scope]) -> Command? {
    guard case .function = key, !scopes.isEmpty else { return nil }
    return of(key, in: scopes)
  }

  /// The command of an action.
  public static func of(_ action: Action) -> Command? { all.first { $0.action == action } }

  /// The commands that work in those scopes, the innermost first, each with the keys that no inner
  /// one takes; without those that are left with none.
  public static func available(in scopes: [Scope]) -> [Command] {
    var found: [Command] = []
    for scope in scopes {
      found += all.filter { command in
        command.scopes.contains(scope) && !found.contains { $0.action == command.action }
      }
    }
    found += all.filter(\.scopes.isEmpty)
    return found.compactMap { command in
      let keys = command.keys.filter { of($0, in: scopes)?.action == command.action }
      return keys.isEmpty ? nil : command.with(keys: keys)
    }
  }

  private func with(keys: [Key]) -> Command {
    Command(action, keys, in: scopes, title, help, hint: isOnHintLine, writes: writes)
  }
}
extension Command {
  static let browsing: Set<Scope> = [.menu, .panel, .list, .page]
  static let everywhere: Set<Scope> = browsing.union([.report, .grid, .calendar])

  /// All commands, in the order of the help screen.
  public static let all: [Command] = opening + entering + inspecting + tables + records + moving

  /// Opening what is selected, and what was torn.
  static let opening: [Command] = [
    Command(
      .open, [.enter, .right], in: [.start, .menu, .list, .panel],
      Phrase("打开", "open"), Phrase("打开所选的一项", "Open what is selected"), hint: true),
    Command(
      .open, [.enter], in: [.filter],
      Phrase("打开", "open"), Phrase("打开所选的一项", "Open what is selected"), hint: true),
    Command(
      .open, [.enter], in: [.page],
      Phrase("看依据", "evidence"),
      Phrase("打开这一行背后的记录", "Open the records behind this line"), hint: true),
    Command(
      .open, [.enter], in: [.report],
      Phrase("打开", "open"), Phrase("打开所选的文字或文件位置", "Open the text or place in the file"),
      hint: true),
    Command(
      .recover, [.character("r"), .function(5)], in: [.tornFiles],
      Phrase("移入隔离区", "put aside"),
      Phrase("自己文件末尾没写完整的文字移入隔离区,不会丢", "Put incomplete ends of your own files aside"),
      hint: true, writes: true),
    Command(
      .adopt, [.character("a"), .function(4)], in: [.quarantined],
      Phrase("采用", "adopt"), Phrase("把这段文字作为新记录写入台账", "Enter this text as new records"),
      hint: true, writes: true),
    Command(
      .dismiss, [.character("x"), .delete], in: [.quarantined],
      Phrase("不采用", "dismiss"),
      Phrase("不写入台账;原文仍留在隔离区", "Do not enter it; the text stays in quarantine"),
      hint: true, writes: true),
  ]
}
