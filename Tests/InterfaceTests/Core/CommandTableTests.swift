import Testing
import Wording

@testable import Interface

@Suite("The command table")
struct CommandTableTests {
  @Test("no key means two things in one scope", arguments: Scope.allCases)
  func keysAreUniqueWithinAScope(scope: Scope) {
    var seen: [Key: Action] = [:]
    for command in Command.all where command.scopes.contains(scope) {
      for key in command.keys {
        #expect(
          seen[key] == nil || seen[key] == command.action,
          "\(key.name) in \(scope): \(command.action) and \(String(describing: seen[key]))")
        seen[key] = command.action
      }
    }
  }

  @Test("every action has a command", arguments: Action.allCases)
  func everyActionIsDeclared(action: Action) {
    #expect(Command.of(action) != nil)
  }

  @Test("each command that has keys has one that works with an input method on")
  func inputMethod() {
    for command in Command.all where !command.keys.isEmpty {
      let works = command.keys.contains { key in
        // Punctuation and digits arrive, full-width or not; letters go to the input method.
        guard case .character(let character) = key else { return true }
        return !character.isLetter
      }
      #expect(works, "\(command.action)")
    }
  }

  @Test("titles and help are there in both languages and fit a line", arguments: Language.allCases)
  func words(language: Language) {
    for command in Command.all {
      let title = command.title(language)
      let help = command.help(language)
      #expect(!title.isEmpty && !help.isEmpty, "\(command.action)")
      #expect(ColumnWidth.of(title) <= 18, "\(title)")
      #expect(ColumnWidth.of(help) <= 60, "\(help)")
      if language == .english { #expect(!title.contains { !$0.isASCII }, "\(title)") }
    }
  }

  @Test(
    "full-width characters work where letters are commands",
    arguments: [
      ("？", Action.help), ("：", .palette), ("ｑ", .quit), ("、", .filter), ("／", .filter),
    ] as [(Character, Action)])
  func fullWidth(typed: Character, action: Action) {
    #expect(Command.of(Key.character(typed).folded, in: [.list])?.action == action)
  }

  @Test("an inner scope wins: F3 in the roster, a list, a vote")
  func innermostWins() {
    #expect(Command.of(.function(3), in: [.roster, .form])?.action == .everyonePresent)
    #expect(Command.of(.function(3), in: [.vote, .form])?.action == .unanimous)
    #expect(Command.of(.function(3), in: [.list])?.action == .sort)
  }

  @Test("a key that an inner scope takes is not shown with the outer command")
  func shownKeys() {
    let commands = Command.available(in: [.matters, .list])
    #expect(commands.first { $0.action == .closeMatter }?.keys.first == .character("x"))
    #expect(commands.first { $0.action == .export }?.keys == [.control("x")])
  }
}
