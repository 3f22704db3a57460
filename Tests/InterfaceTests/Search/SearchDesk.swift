import Archive
import OrganizationLife
import Testing

@testable import Interface

/// The interface on the sample ledger with somebody at the keys; searches are performed as the
/// wiring performs them.
struct SearchDesk {
  private(set) var state: State
  private var search: Search?

  init(archive: Archive? = nil, rows: Int = 24, columns: Int = 80) throws {
    let browsing = try Browsing(rows: rows, columns: columns, archive: archive)
    state = State(session: browsing.context.session)
    let open = try #require(browsing.context.archive)
    follow(update(&state, .opened(open, identity: browsing.context.session.identity)))
  }

  /// Presses keys.
  mutating func press(_ keys: Key...) { for key in keys { handle(.key(key)) } }

  /// Types text, a character at a time.
  mutating func type(_ text: String) {
    for character in text { handle(.key(.character(character))) }
  }

  mutating func handle(_ event: TerminalEvent) { follow(update(&state, .terminal(event))) }

  /// What the screen shows below its rule, without the hints.
  var body: String {
    let rows = state.render().text()
    return rows[2..<rows.count - 2].map { $0.trimmedEnd }.joined(separator: "\n").trimmedEnd
  }

  var title: String { state.render().text()[0] }
  var notice: String { state.render().text()[22] }

  private mutating func follow(_ effects: [Effect]) {
    var effects = effects
    while !effects.isEmpty {
      switch effects.removeFirst() {
      case .renewSearch: search = nil
      case .search(let query, let limit):
        guard var search = search ?? state.context.archive.map({ Search($0) }) else { continue }
        do {
          if search.query != query { try search.look(for: query) }
          try search.advance(by: .max)
          let answer = try search.answer(limit: limit)
          self.search = search
          effects += update(&state, .found(answer))
        } catch {
          Issue.record(error)
        }
      default: break
      }
    }
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    String(reversed().drop { $0 == " " || $0 == "\n" }.reversed())
  }
}
