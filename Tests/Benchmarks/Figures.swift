/// What times come to.
enum Figures {
  /// The median of some times; nil for none.
  static func median(_ times: [Double]) -> Double? {
    times.isEmpty ? nil : times.sorted()[times.count / 2]
  }

  /// A percentile of some times; 0 for none.
  static func percentile(_ times: [Double], _ percent: Int) -> Double {
    times.isEmpty ? 0 : times.sorted()[min(times.count - 1, times.count * percent / 100)]
  }

  /// Two digits after the point.
  static func rounded(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
