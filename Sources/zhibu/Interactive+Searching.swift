import Archive
import Interface
import RecordLog
import Wording

extension Interactive {
  /// How many bytes of records are read when a key is pressed, and while none is: a few milliseconds.
  private static let slice = 1 << 20
  private static let idleSlice = 3 << 20
  /// How many bytes an index may have to read to be ready at once.
  private static let mostAtOnce = 8 << 20

  /// Whether a search has not come to its end.
  var isSearching: Bool { search.map { !$0.isFinished } ?? false }

  /// Begins to make the index of a store that needs one; the first screen does not wait for it.
  mutating func prepareSearch(of store: Store, _ archive: Archive) {
    search = nil
    indexMaking?.stop()
    indexMaking = nil
    guard archive.storedRecords > Search.mostWithoutIndex else { return }
    indexMaking = IndexMaking(store, in: settings.cacheDirectory)
  }

  /// Looks for something in the ledger that is open.
  mutating func look(for query: SearchQuery, limit: Int) -> [Event] {
    pendingSearch = (query, limit)
    do {
      if search == nil { search = try newSearch() }
      guard var search else {
        return [.searchPreparing(indexMaking?.progress ?? SearchIndex.Progress())]
      }
      defer { self.search = search }
      let isNew = search.query != query
      if isNew { try search.look(for: query) }
      try search.advance(by: isNew ? Self.slice : Self.idleSlice)
      return [.found(try search.answer(limit: limit))]
    } catch {
      return [.failed(error.phrase)]
    }
  }

  /// Goes on with a search, or with waiting for its index, while no key comes.
  mutating func goOnSearching() -> [Event] {
    guard let pendingSearch, isSearching || (search == nil && indexMaking != nil) else { return [] }
    return look(for: pendingSearch.query, limit: pendingSearch.limit)
  }

  /// A search in what is there: a small ledger itself, a large one's index; nil while that is being
  /// made.
  private mutating func newSearch() throws(StoreError) -> Search? {
    guard let store, let archive = state.context.archive else { return nil }
    guard archive.storedRecords > Search.mostWithoutIndex else { return Search(archive) }
    if let making = indexMaking {
      guard making.isFinished else { return nil }
      indexMaking = nil
    }
    if let index = try SearchIndex.open(
      store, in: settings.cacheDirectory, making: Self.mostAtOnce)
    {
      return Search(index)
    }
    if hasMadeIndex {
      // It cannot be kept: the ledger is looked through instead, in more time.
      return Search(archive)
    }
    hasMadeIndex = true
    indexMaking = IndexMaking(store, in: settings.cacheDirectory)
    return nil
  }
}
