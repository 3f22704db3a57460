import Archive
import OrganizationLife
import RecordLog
import Testing

@testable import Interface

/// An officer of the 党委 at the sample prison's ledger: keys in, frames out.
struct Officer {
  let archive: Archive
  let today: Day
  private(set) var state: State

  init(_ archive: Archive, today: Day) throws {
    self.archive = archive
    self.today = today
    let committee = try #require(OrganizationIdentifier("DW"))
    let leader = try #require(archive.ledger.organization(committee, on: today)?.officers.first)
    let identity = Identity(
      person: leader.person, post: leader.post, writer: "officer", organization: committee)
    let session = Session(
      language: .chinese, today: today,
      now: Moment(seconds: Int64(today.number) * 86_400 + 3_600, offset: 28_800),
      size: TextSize(rows: 24, columns: 80), identity: identity, proposedDirectory: "",
      login: "officer")
    state = State(session: session)
    _ = update(&state, .opened(archive, identity: identity))
  }

  /// What is on the screen, blanks and line ends left out.
  var screen: String { state.render().text().joined().filter { !$0.isWhitespace } }

  /// The title of the screen.
  var title: String {
    let line = String(state.render().text(inRow: 0).drop { $0 == " " })
    return line.firstRange(of: "  ").map { String(line[..<$0.lowerBound]) } ?? line
  }

  /// Presses a key by its name; `/text` finds a line of a list by what it says.
  mutating func press(_ key: String) {
    defer { while state.hasWork { _ = update(&state, .terminal(.idle)) } }
    guard key.hasPrefix("/"), key.count > 1 else {
      if let key = Key(named: key) { _ = update(&state, .terminal(.key(key))) }
      return
    }
    _ = update(&state, .terminal(.key(.character("/"))))
    _ = update(&state, .terminal(.paste(String(key.dropFirst()))))
  }

  /// The same after some keys.
  func after(_ keys: [String]) -> Officer {
    var next = self
    for key in keys { next.press(key) }
    return next
  }

  /// Goes on to the next page until the screen says something, or no further.
  func says(_ text: String) -> Bool {
    let wanted = text.filter { !$0.isWhitespace }
    var next = self
    for _ in 0..<12 {
      if next.screen.contains(wanted) { return true }
      let before = next.screen
      next.press("PgDn")
      if next.screen == before { return false }
    }
    return false
  }
}
