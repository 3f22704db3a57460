import Archive
import Wording

extension State {
  /// Gives what was found to the search that asked for it.
  mutating func receive(_ answer: SearchAnswer) {
    guard let position = topmostSearch, case .search(var search) = screens[position] else { return }
    search.receive(answer, in: context)
    screens[position] = .search(search)
  }

  /// Tells the search on top how far its index has come.
  mutating func prepare(_ progress: SearchIndex.Progress) {
    guard let position = topmostSearch, case .search(var search) = screens[position] else { return }
    search.preparation = progress
    screens[position] = .search(search)
  }

  /// Looks again for what is looked for, in a ledger that has changed.
  func searchAgain() -> [Effect] {
    guard let position = topmostSearch, case .search(let search) = screens[position] else {
      return []
    }
    return [.renewSearch] + (search.query.isEmpty ? [] : [search.request])
  }

  /// The page on top becomes that of the next record that the search below it has found, or of the
  /// one before.
  mutating func turnToFound(by step: Int) -> [Effect] {
    let below = screens.count - 2
    guard below >= 0, case .search(var search) = screens[below] else { return [] }
    guard let (destination, outcomes) = search.turn(by: step, in: context) else {
      notice = Notice(step > 0 ? .lastFound : .firstFound)
      return []
    }
    screens[below] = .search(search)
    screens.removeLast()
    return open(destination) + follow(outcomes)
  }

  private var topmostSearch: Int? {
    screens.lastIndex { if case .search = $0 { true } else { false } }
  }
}
