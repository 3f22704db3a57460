import RecordLog

/// A sample that anybody can draw again: the ids are put in the order of the SHA-256 (in hex) of
/// `SEED:ID`, in UTF-8, and the first so many are taken.
///
/// `printf '%s' "2026-11-20:Q1M04" | sha256sum` gives what one id is ordered by.
public struct SampleDraw: Hashable, Sendable {
  /// The seed, printed with the sample.
  public var seed: String
  /// How many are drawn; all, when there are no more.
  public var count: Int

  /// A draw.
  public init(seed: String, count: Int) {
    self.seed = seed
    self.count = count
  }

  /// The ids drawn, in the order of the draw.
  public func drawn(from ids: [String]) -> [String] {
    let keyed = ids.map { (key: Digest.hexadecimal(of: "\(seed):\($0)"), id: $0) }
    return keyed.sorted { ($0.key, $0.id) < ($1.key, $1.id) }.prefix(max(0, count)).map(\.id)
  }

  /// The value of the field `Sample`: `种子 2026-11-20 抽 2/15: Q1M04 Q1M09`.
  public func text(drawn ids: [String], from all: Int) -> String {
    "种子 \(seed) 抽 \(ids.count)/\(all): \(ids.joined(separator: " "))"
  }
}
