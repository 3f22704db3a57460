import OrganizationLife

extension FieldInput {
  /// Reads `2026-11`, `2026-Q4`, `2026-W47` and the like, 今年, 本季度, 本月, 本周, `11月`, `2026年11月`,
  /// `4季度`, `第47周`, and days as dates are read. What is left out is that of today.
  static func period(_ text: String, today: Day) -> Period? {
    let text = folded(text).uppercased().filter { $0 != " " && $0 != "第" }
    let frequencies: [(words: [String], frequency: Frequency)] = [
      (["今年", "本年", "本年度"], .year), (["本半年"], .half), (["本季度", "本季"], .quarter),
      (["本月"], .month), (["本周"], .week),
    ]
    if let named = frequencies.first(where: { $0.words.contains(text) }) {
      return Period(named.frequency, containing: today)
    }
    if let period = Period(text) { return period }
    for (ends, mark) in endings {
      guard let end = ends.first(where: text.hasSuffix) else { continue }
      let numbers = text.dropLast(end.count).split(separator: "年").compactMap { Int($0) }
      guard let number = numbers.last, numbers.count <= 2 else { return nil }
      if mark == nil { return Period("\(number)") }
      let year = numbers.count == 2 ? numbers[0] : today.year
      let isPadded = mark != "Q" && number < 10
      return Period("\(year)-\(mark ?? "")\(isPadded ? "0" : "")\(number)")
    }
    return day(text, today: today).flatMap { Period($0.description) }
  }

  /// How a period ends that is written in words, and the mark before its number; nil for a year.
  private static let endings: [(ends: [String], mark: String?)] = [
    (["年度", "年"], nil), (["月份", "月"], ""), (["季度", "季"], "Q"), (["周"], "W"),
  ]
}
