import OrganizationLife

/// A number that was published, which a line of the records can be compared with.
public struct PublishedNumber: Hashable, Sendable {
  /// The id of the line.
  public var line: String
  /// The pack, or what the unit calls the publication.
  public var pack: String
  /// The number as it was printed: with 余 `1000+`, with 近 `~300`.
  public var number: ReportNumber
  /// A few words of what was printed.
  public var quotation: String
  /// The article.
  public var source: String
  /// Whether it is another's number that no records add up to, only quoted.
  public var isQuoted: Bool
  /// The days on which it is compared.
  public var validity: Validity

  /// What the number of the records is to it.
  ///
  /// - Parameter isWholeUnit: whether it is the records of a whole unit, as what was published is.
  public func verdict(on number: ReportNumber?, isWholeUnit: Bool = true) -> PublishedVerdict {
    guard isWholeUnit else { return .notCompared }
    guard let number else { return .different }
    if number == self.number { return isQuoted ? .quoted : .equal }
    return self.number.covers(number) ? .within : .different
  }
}

/// What a number of the records is to the published one.
public enum PublishedVerdict: String, CaseIterable, Hashable, Sendable {
  /// 相等: the same, with the same word of approximation.
  case equal = "相等"
  /// 相符: what was printed with 余 or 近 is true of it: 356 of 350余.
  case within = "相符"
  /// 引用: the same, and only quoted.
  case quoted = "引用"
  /// 不等
  case different = "不等"
  /// 不比: a number of a whole unit beside that of a part of one.
  case notCompared = "不比"
}

extension ReportNumber {
  /// Whether a number may be called so: 350余 is 350 to 359, 1000余 is 1000 to 1999, 近300 is 201 to
  /// 300.
  func covers(_ other: ReportNumber) -> Bool {
    guard exactness != .exact, thousandths > 0, thousandths % 1000 == 0 else { return false }
    var step = 1000
    while thousandths % (step * 10) == 0 { step *= 10 }
    let distance = other.thousandths - thousandths
    return exactness == .nearly
      ? distance > -step && distance <= 0 : 0 <= distance && distance < step
  }
}

extension ReportCatalog {
  /// What was published of a line, as the catalogue has it on a day.
  public func published(of line: String, on day: Day) -> [PublishedNumber] {
    published.filter { $0.line == line && $0.validity.contains(day) }
  }

  /// The articles in which something was published of lines, in the catalogue's order.
  public func sources(of lines: [String], on day: Day) -> [String] {
    let wanted = Set(lines)
    var found: [String] = []
    for one in published
    where wanted.contains(one.line) && one.validity.contains(day) && !one.source.isEmpty
      && !found.contains(one.source)
    {
      found.append(one.source)
    }
    return found
  }
}

extension Archive {
  /// Whether an organisation stands for the whole unit: it has no superior in the ledger; without
  /// one everything is meant.
  public func isWholeUnit(_ organization: OrganizationIdentifier?, on day: Day) -> Bool {
    guard let organization else { return true }
    let held =
      ledger.organization(organization, on: day) ?? ledger.organizations[organization]?.last
    return held?.parent == nil
  }
}

extension Archive {
  /// The year that a comparison without a period is about: that of the newest activity up to a day
  /// of an organisation and all below it; the day's own where there is none.
  public func latestYear(of organization: OrganizationIdentifier?, on day: Day) -> Period {
    let newest = ledger.activities.lazy
      .filter { $0.date <= day }
      .filter { ledger.stands($0.organization.text, under: organization, on: $0.date) }
      .map(\.date).max()
    return Period(.year, containing: newest ?? day)
  }
}
