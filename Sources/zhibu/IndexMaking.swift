import Archive
import RecordLog
import Synchronization

/// An index that is being made beside the interface.
final class IndexMaking: Sendable {
  private struct State {
    var progress = SearchIndex.Progress()
    var isFinished = false
    var isStopped = false
  }

  private let state = Mutex(State())

  /// Begins.
  init(_ store: Store, in folder: String) {
    Task.detached(priority: .utility) { [self] in
      // Whoever searches opens the index anew, and is told then why that is not possible.
      _ = try? SearchIndex.open(store, in: folder) { progress in
        self.state.withLock { state in
          state.progress = progress
          return !state.isStopped
        }
      }
      state.withLock { $0.isFinished = true }
    }
  }

  /// How far it has come.
  var progress: SearchIndex.Progress { state.withLock { $0.progress } }

  /// Whether it has come to its end, well or not.
  var isFinished: Bool { state.withLock { $0.isFinished } }

  /// Leaves off; what was made is kept.
  func stop() { state.withLock { $0.isStopped = true } }
}
