import Synchronization

/// A number to which several threads add.
final class Counter: Sendable {
  private let count = Atomic<Int>(0)

  var value: Int { count.load(ordering: .relaxed) }

  func add(_ more: Int) { count.wrappingAdd(more, ordering: .relaxed) }
}
