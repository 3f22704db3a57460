/// A generator with a seed that is printed when a check fails (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Pieces that break editors: Han of every plane, marks, joiners, Uyghur, emoji, blanks.
enum RandomText {
  static let pieces: [String] = [
    "支", "部", "党", "，", "。", "“", "”", "a", "b", " ", " ", "1", "（", "）",
    "\u{20000}", "\u{20BB7}", "\u{31350}", "\u{E000}", "e\u{301}", "\u{301}", "\u{327}",
    "中\u{301}", "ئ", "ۇ", "ي", "\u{64B}", "👨‍👩‍👧", "👍🏽", "\u{200D}", "👩", "\u{FE0F}", "❤\u{FE0F}",
    "🇨", "🇳", "🇨🇳", "\u{1112}", "\u{1161}", "\u{11AB}", "葛\u{E0100}", "\u{93F}", "न", "\u{94D}",
    "\u{202E}", "\u{200B}", "ज", "🏽", "\u{3099}", "か",
  ]

  static func make(_ count: Int, lines: Bool, using generator: inout SeededGenerator) -> String {
    (0..<count).map { _ in
      if lines && Int.random(in: 0..<8, using: &generator) == 0 { return "\n" }
      return pieces.randomElement(using: &generator) ?? ""
    }.joined()
  }
}
