/// SplitMix64, so that a case can be made again from its number alone.
struct Generator {
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

  mutating func byte() -> UInt8 { UInt8(truncatingIfNeeded: next() >> 24) }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// A range within `0..<count` of at most `longest`.
  mutating func span(_ count: Int, longest: Int) -> Range<Int> {
    let start = below(count + 1)
    return start..<min(count, start + below(longest + 1))
  }
}
