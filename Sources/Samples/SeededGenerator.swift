/// SplitMix64: small, and the same numbers on every machine and with every version of the
/// standard library, which `shuffled()` and `randomElement()` do not promise.
struct SeededGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, not including, `bound`; 0 when the bound is not positive.
  mutating func below(_ bound: Int) -> Int {
    bound <= 1 ? 0 : Int((next() >> 33) % UInt64(bound))
  }

  mutating func between(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// True so many times in a thousand.
  mutating func happens(_ perMille: Int) -> Bool { below(1000) < perMille }

  /// One of the values, which must not be none.
  mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  /// Up to `count` different ones, in an order of their own.
  mutating func take<Value>(_ count: Int, of values: [Value]) -> [Value] {
    var rest = values
    let wanted = min(count, rest.count)
    for index in 0..<max(0, wanted) {
      rest.swapAt(index, index + below(rest.count - index))
    }
    return Array(rest.prefix(max(0, wanted)))
  }

  /// An index, each as likely as its weight says.
  mutating func weighted(_ weights: [Int]) -> Int {
    var point = below(weights.reduce(0, +))
    for (index, weight) in weights.enumerated() {
      if point < weight { return index }
      point -= weight
    }
    return 0
  }
}
