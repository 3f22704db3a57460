import Testing

@testable import Interface

@Suite struct KeyTests {
  static let names: [(Key, String)] = [
    (.enter, "Enter"), (.escape, "Esc"), (.tab, "Tab"), (.backTab, "Shift-Tab"),
    (.backspace, "Backspace"), (.delete, "Del"), (.insert, "Ins"), (.up, "Up"), (.down, "Down"),
    (.left, "Left"), (.right, "Right"), (.home, "Home"), (.end, "End"), (.pageUp, "PgUp"),
    (.pageDown, "PgDn"), (.character(" "), "Space"), (.character("n"), "n"),
    (.character("N"), "N"), (.character("字"), "字"), (.character("-"), "-"),
    (.function(2), "F2"), (.function(12), "F12"), (.control("a"), "Ctrl-A"),
    (.control("_"), "Ctrl-_"), (.control("@"), "Ctrl-Space"), (.alt("x"), "Alt-x"),
    (.alt("X"), "Alt-X"), (.alt(" "), "Alt-Space"), (.altKey(.enter), "Alt-Enter"),
    (.controlKey(.home), "Ctrl-Home"), (.controlKey(.left), "Ctrl-Left"),
  ]

  @Test(arguments: names) func hasANameThatIsRead(key: Key, name: String) {
    #expect(key.name == name)
    #expect(Key(named: name) == key)
  }

  @Test(arguments: [
    ("enter", Key.enter), ("ESCAPE", .escape), ("ctrl-a", .control("a")), ("pagedown", .pageDown),
    ("f9", .function(9)), ("Delete", .delete), ("f", .character("f")),
  ])
  func isReadInOtherSpellings(name: String, key: Key) {
    #expect(Key(named: name) == key)
  }

  @Test(arguments: ["", "F0", "F99", "Ctrl-", "Hyper-x", "ab"])
  func unknownNamesAreNoKey(name: String) {
    #expect(Key(named: name) == nil)
  }

  @Test(
    arguments: [
      ("？", "?"), ("：", ":"), ("／", "/"), ("ｑ", "q"), ("Ｑ", "Q"), ("１", "1"), ("！", "!"),
      ("～", "~"),
      ("、", "/"), ("。", "."), ("，", ","), ("【", "["), ("《", "<"), ("\u{3000}", " "),
      ("字", "字"), ("q", "q"), ("ｱ", "ｱ"),
    ] as [(Character, Character)])
  func fullWidthFolds(typed: Character, meant: Character) {
    #expect(Key.character(typed).folded == .character(meant))
    #expect(Key.alt(typed).folded == .alt(meant))
  }

  @Test func namedKeysFoldToThemselves() {
    #expect(Key.enter.folded == .enter)
    #expect(Key.control("a").folded == .control("a"))
  }
}
