import OrganizationLife
import Testing

@testable import Interface

@Suite("every script goes through a form as it was pasted or typed")
struct ScriptsFormTests {
  static let texts = [
    "𠮷𬱖\u{30EDD}\u{31350}", "شىنجاڭ\u{200C} ئۇيغۇر", "ᠮᠣᠩᠭᠣᠯ\u{180B} ᠬᠠᠷ\u{180E}ᠠ\u{202F}ᠤᠨ",
    "བོད་ཡིག",
    "葛\u{E0100}城 ❤\u{FE0F}", "e\u{301}é \u{212B}", "\u{F900}豈", "👨\u{200D}👩\u{200D}👧",
    "\u{1112}\u{1161}\u{11AB}한", "ꀀꆈꌠ",
  ]

  @Test(arguments: [true, false])
  func kept(isPasted: Bool) throws {
    let desk = try FormDesk()
    let branch = try #require(OrganizationIdentifier("Q1"))
    desk.open(.newActivity(kind: "党员大会", organization: branch))
    desk.press("F3")
    let place = Self.texts.joined(separator: "、")
    let minutes = Self.texts.joined(separator: "\n")
    desk.go(to: "Place")
    desk.press("Ctrl-E", "Ctrl-U")
    if isPasted { desk.paste(place) } else { desk.type(place) }
    desk.go(to: "Minutes")
    desk.press("F4")
    if isPasted {
      desk.paste(minutes)
    } else {
      for line in Self.texts {
        if line != Self.texts[0] { desk.press("Enter") }
        desk.type(line)
      }
    }
    // There and back in the editor, one undone and done again.
    desk.press("Ctrl-Home", "Right", "Right", "Down", "Ctrl-End")
    desk.type("x")
    desk.press("Backspace", "F4", "F2")
    let record = try #require(desk.written.first)
    #expect(Array((record.first("Place") ?? "").utf8) == Array(place.utf8))
    #expect(Array((record.first("Minutes") ?? "").utf8) == Array(minutes.utf8))
  }
}
