import Glibc
import Synchronization

/// Runs a piece of work for each number below `count` on all processors, results in order.
package enum Parallel {
  /// Threads cost more than they bring for less than this.
  static let leastCount = 8
  static let mostThreads = 16

  package static func map<Element: Sendable>(
    count: Int, _ body: @escaping @Sendable (Int) -> Element
  ) -> [Element] {
    map(count: count, with: {}) { _, index in body(index) }
  }

  /// The same with something that each thread makes for itself and uses again and again, a buffer.
  package static func map<Tool, Element: Sendable>(
    count: Int, with makeTool: @escaping @Sendable () -> Tool,
    _ body: @escaping @Sendable (inout Tool, Int) -> Element
  ) -> [Element] {
    let threads = min(mostThreads, count / 2, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    guard count >= leastCount, threads > 1 else {
      var tool = makeTool()
      return (0..<count).map { body(&tool, $0) }
    }
    let results = Results<Element>(count: count)
    let queue = Queue { queue in
      var tool = makeTool()
      while let index = queue.next(below: count) {
        let element = body(&tool, index)
        results.elements.withLock { $0[index] = element }
      }
    }
    let started = (1..<threads).compactMap { _ in queue.start() }
    queue.run()
    for thread in started { pthread_join(thread, nil) }
    return results.elements.withLock { $0.compactMap { $0 } }
  }

  /// Two pieces of work at once, the second on a thread of its own.
  package static func both<First: Sendable, Second: Sendable>(
    _ first: @escaping @Sendable () -> First, _ second: @escaping @Sendable () -> Second
  ) -> (First, Second) {
    let result = Results<Second>(count: 1)
    let queue = Queue { queue in
      guard queue.next(below: 1) != nil else { return }
      let value = second()
      result.elements.withLock { $0[0] = value }
    }
    let thread = queue.start()
    let value = first()
    // Without a thread of its own it is done here.
    queue.run()
    if let thread { pthread_join(thread, nil) }
    return (value, result.elements.withLock { $0[0] } ?? second())
  }

  /// What becomes of the elements of an array, joined in their order; they are taken in stretches of
  /// so many, and those that make one or two on this thread.
  package static func flatMap<Element: Sendable, Result: Sendable>(
    _ elements: [Element], by size: Int,
    _ body: @escaping @Sendable (ArraySlice<Element>) -> [Result]
  ) -> [Result] {
    let count = (elements.count + size - 1) / size
    guard count > 2 else { return body(elements[...]) }
    let parts = map(count: count) { part in
      body(elements[(part * size)..<min(elements.count, (part + 1) * size)])
    }
    var joined: [Result] = []
    joined.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for part in parts { joined += part }
    return joined
  }

  private final class Results<Element: Sendable>: Sendable {
    let elements: Mutex<[Element?]>
    init(count: Int) { elements = Mutex(Array(repeating: nil, count: count)) }
  }

  private final class Queue: Sendable {
    private let taken = Atomic<Int>(0)
    private let body: @Sendable (Queue) -> Void

    init(body: @escaping @Sendable (Queue) -> Void) { self.body = body }

    /// The next number; nil when all are taken.
    func next(below count: Int) -> Int? {
      let index = taken.wrappingAdd(1, ordering: .relaxed).oldValue
      return index < count ? index : nil
    }

    func run() { body(self) }

    /// A thread that helps; nil when the system has none to give, and the others do its share.
    func start() -> pthread_t? {
      var thread = pthread_t()
      let context = Unmanaged.passRetained(self)
      let code = pthread_create(
        &thread, nil,
        { context in
          if let context { Unmanaged<Queue>.fromOpaque(context).takeRetainedValue().run() }
          return nil
        }, context.toOpaque())
      guard code == 0 else {
        context.release()
        return nil
      }
      return thread
    }
  }
}
