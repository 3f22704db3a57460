/// A value that the copies of what holds it share. Copying many fields that are counted one by one is
/// felt over a whole ledger; a reference to all of them is counted once.
///
/// It never changes: whoever wants another value makes another.
final class Shared<Value: Hashable & Sendable>: Hashable, Sendable {
  let value: Value

  init(_ value: Value) { self.value = value }

  static func == (left: Shared, right: Shared) -> Bool {
    left === right || left.value == right.value
  }

  func hash(into hasher: inout Hasher) { value.hash(into: &hasher) }
}
