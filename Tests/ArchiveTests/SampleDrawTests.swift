import Archive
import Testing

/// A sample that anybody can draw again, expected values from
/// `printf '%s' "2026-11-20:Q1M01" | sha256sum`.
@Suite("Samples drawn by a seed")
struct SampleDrawTests {
  private let ids = ["Q1M01", "Q1M02", "Q1M03", "Q1M04", "Q1M05"]

  @Test(
    "the first so many by the SHA-256 of seed and id",
    arguments: [
      (0, []), (1, ["Q1M02"]), (3, ["Q1M02", "Q1M05", "Q1M03"]),
      (9, ["Q1M02", "Q1M05", "Q1M03", "Q1M01", "Q1M04"]), (-1, []),
    ])
  func drawn(count: Int, expected: [String]) {
    let draw = SampleDraw(seed: "2026-11-20", count: count)
    #expect(draw.drawn(from: ids) == expected)
    #expect(draw.drawn(from: ids.reversed()) == expected)
  }

  @Test("what a review keeps of it")
  func text() {
    let draw = SampleDraw(seed: "2026-11-20", count: 2)
    #expect(
      draw.text(drawn: draw.drawn(from: ids), from: ids.count)
        == "种子 2026-11-20 抽 2/5: Q1M02 Q1M05")
  }
}
