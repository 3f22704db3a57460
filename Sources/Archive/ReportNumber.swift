import OrganizationLife

/// A number of a report: exact to the thousandth, with the word that goes with it when the records
/// give it roughly.
public struct ReportNumber: Hashable, Sendable {
  /// How a number is meant.
  public enum Exactness: Hashable, Sendable {
    /// As counted.
    case exact
    /// 余: this and somewhat more (`1000+`).
    case atLeast
    /// 近: not quite this (`~20`).
    case nearly
    /// 约: made of both.
    case roughly

    /// Of a sum of two.
    func joined(with other: Exactness) -> Exactness {
      if self == .exact { return other }
      return other == .exact || other == self ? self : .roughly
    }
  }

  /// The number in thousandths.
  public var thousandths: Int
  /// How it is meant.
  public var exactness: Exactness

  /// So many thousandths.
  public init(thousandths: Int, exactness: Exactness = .exact) {
    self.thousandths = thousandths
    self.exactness = exactness
  }

  /// A whole number.
  public init(_ whole: Int) { self.init(thousandths: whole * 1000) }

  /// Reads `126`, `-2.5`, `1000+` or `~20`; what is beyond three decimals is cut off. Nil for
  /// anything else.
  public init?(_ text: String) {
    var digits = Substring(text)
    var exactness = Exactness.exact
    if digits.hasPrefix("~") {
      exactness = .nearly
      digits.removeFirst()
    } else if digits.hasSuffix("+") {
      exactness = .atLeast
      digits.removeLast()
    }
    let isNegative = exactness == .exact && digits.hasPrefix("-")
    if isNegative { digits.removeFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let isNumber: (Substring) -> Bool = { part in
      !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    guard parts.count <= 2, parts.allSatisfy(isNumber), parts[0].utf8.count <= 9,
      let whole = Int(parts[0])
    else { return nil }
    let decimals = parts.count == 2 ? parts[1].prefix(3) : ""
    let fraction = Int(decimals + String(repeating: "0", count: 3 - decimals.count)) ?? 0
    let magnitude = whole * 1000 + fraction
    self.init(thousandths: isNegative ? -magnitude : magnitude, exactness: exactness)
  }

  /// As records write it, without decimals that are zero: `126`, `2.5`, `1000+`, `~20`, and
  /// `~1020+` for what is made of both.
  public var text: String {
    let plain = plainText
    switch exactness {
    case .exact: return plain
    case .atLeast: return plain + "+"
    case .nearly: return "~" + plain
    case .roughly: return "~" + plain + "+"
    }
  }

  /// The number alone.
  public var plainText: String {
    let magnitude = abs(thousandths)
    let whole = "\(thousandths < 0 ? "-" : "")\(magnitude / 1000)"
    guard magnitude % 1000 != 0 else { return whole }
    var decimals = "\(magnitude % 1000 + 1000)".dropFirst()
    while decimals.last == "0" { decimals.removeLast() }
    return "\(whole).\(decimals)"
  }

  /// Sums and products that are too large stay at the largest number there is: a record that says
  /// so counts as it stands, and the report goes on.
  static func + (a: Self, b: Self) -> Self {
    let sum = a.thousandths.addingReportingOverflow(b.thousandths)
    return Self(
      thousandths: sum.overflow ? (a.thousandths < 0 ? -Int.max : Int.max) : sum.partialValue,
      exactness: a.exactness.joined(with: b.exactness))
  }

  static func * (a: Self, b: Self) -> Self {
    let product = a.thousandths.multipliedReportingOverflow(by: b.thousandths)
    let largest = (a.thousandths < 0) == (b.thousandths < 0) ? Int.max : -Int.max
    return Self(
      thousandths: product.overflow ? largest : product.partialValue / 1000,
      exactness: a.exactness.joined(with: b.exactness))
  }

  /// `factor` times a over b to one decimal, a half rounded up; nil when b is zero or one of them
  /// negative.
  static func quotient(_ a: Self, by b: Self, times factor: Int) -> Self? {
    guard a.thousandths >= 0, b.thousandths > 0 else { return nil }
    // Twice the tenths, so that a half is seen.
    let doubled = Int128(a.thousandths) * Int128(factor * 20) / Int128(b.thousandths)
    guard let halves = Int(exactly: doubled), halves < Int.max / 100 else { return nil }
    return Self(
      thousandths: (halves / 2 + halves % 2) * 100,
      exactness: a.exactness.joined(with: b.exactness))
  }
}
