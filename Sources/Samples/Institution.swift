import OrganizationLife
import RecordLog

/// An institution that is made up: its organisations and people, and the records so far.
/// Everything follows from the seed and the day.
///
/// It tells of one year, the one that is under way when a day lies in its last quarter, else the
/// last whole one; of a year that is under way, everything lies before the day.
struct Institution {
  /// Somebody who belongs to it.
  struct Person {
    let id: String
    let name: String
    let writer: String
    let gender: String
    let nation: String
    /// Index of the branch among the bodies, and the group's number.
    let body: Int
    let group: Int?
    let isRetired: Bool
    let isFloating: Bool
    /// From 0 in each branch.
    let seat: Int

    var reference: String { "\(id)(\(name))" }
  }

  /// An organisation other than a group.
  struct Body {
    let id: String
    let name: String
    let level: OrganizationLevel
    let parent: String?
    let field: WorkField
    var people: [Int] = []
    var groups: [[Int]] = []
    var officers: [(person: Int, post: String)] = []
    var tags: [String] = []

    var secretary: Int { officers.first?.person ?? 0 }
    /// Who keeps its ledger.
    var keeper: Int { officers.count > 1 ? officers[1].person : secretary }
    func groupIdentifier(_ group: Int) -> String { "\(id)G\(group + 1)" }
  }

  /// In which month of the year, and in which year, somebody was admitted, where it matters.
  var admissions: [Int: (month: Int, year: Int?)] = [:]
  var random: SeededGenerator
  /// The first and the last day of which there are records.
  let first: Day
  let last: Day
  /// The day on which organisations and people were entered.
  let opening: Day
  var names = NameGenerator()
  var people: [Person] = []
  var bodies: [Body] = []
  var drafts: [Draft] = []
  private var numbers: [String: Int] = [:]

  /// - Parameter lastMonth: of which month of the year it tells last.
  init(seed: UInt64, today: Day, lastMonth: Int = 12) {
    random = SeededGenerator(seed: seed)
    let isUnderWay = today.month >= 10 && (lastMonth == 12 || today.month > lastMonth)
    let year = isUnderWay ? today : today.adding(years: -1)
    first = Period(.year, containing: year).first
    let end = Period(.month, containing: first.adding(months: lastMonth - 1)).last
    last = isUnderWay ? min(end, today.adding(days: -1)) : end
    opening = first.adding(days: -10)
  }

  /// The months of the year that are over or nearly so, each up to the last day.
  var months: [ClosedRange<Day>] {
    (0..<12).compactMap { number in
      let start = first.adding(months: number)
      let end = min(Period(.month, containing: start).last, last)
      return start <= end && end.dayOfMonth >= 15 ? start...end : nil
    }
  }

  /// A day that people work, about that day of a month.
  mutating func day(in month: ClosedRange<Day>, about dayOfMonth: Int) -> Day {
    let wanted = month.lowerBound.adding(days: dayOfMonth - 1 + random.below(4))
    return Self.workday(min(wanted, month.upperBound), within: month)
  }

  /// So many days that people work, spread evenly over the year or a part of it.
  mutating func spread(_ count: Int, within part: ClosedRange<Day>? = nil) -> [Day] {
    let days = part ?? first...last
    let span = days.lowerBound.days(until: days.upperBound)
    return (0..<count).map { number in
      let middle = span * (2 * number + 1) / (2 * count)
      let slack = max(1, span / (2 * count))
      return Self.workday(
        days.lowerBound.adding(days: middle + random.below(slack)), within: days)
    }.sorted()
  }

  /// That day or the nearest one within the days that is neither at a weekend nor in the long
  /// holidays.
  static func workday(_ day: Day, within days: ClosedRange<Day>) -> Day {
    func isWorked(_ day: Day) -> Bool {
      day.weekday <= 5 && !(day.month == 10 && day.dayOfMonth <= 7)
        && !(day.month == 1 && day.dayOfMonth == 1) && !(day.month == 5 && day.dayOfMonth <= 3)
    }
    let day = min(max(day, days.lowerBound), days.upperBound)
    for distance in 0..<31 {
      for candidate in [day.adding(days: distance), day.adding(days: -distance)]
      where days.contains(candidate) && isWorked(candidate) {
        return candidate
      }
    }
    return day
  }

  /// A total parted among so many, the earlier ones getting what is left over.
  static func parts(of total: Int, among count: Int) -> [Int] {
    (0..<count).map { total / count + ($0 < total % count ? 1 : 0) }
  }

  /// A total parted among so many in shares that differ as life does.
  mutating func unequal(_ total: Int, among count: Int) -> [Int] {
    var shares = Self.parts(of: total, among: count)
    for index in stride(from: 0, to: count - 1, by: 2) {
      let moved = random.below(max(1, shares[index] / 3))
      shares[index] -= moved
      shares[index + 1] += moved
    }
    return shares
  }

  /// Who leads the organisations with these indices, each once.
  func officers(of indices: [Int]) -> [Int] {
    Set(indices.flatMap { bodies[$0].officers.map(\.person) }).sorted()
  }

  /// An organisation and all below it.
  func family(of body: Int) -> [Int] {
    let below = bodies.indices.filter { bodies[$0].parent == bodies[body].id }
    return [body] + below.flatMap(family)
  }

  // MARK: Entering

  /// Adds a record; what comes back stands for its id.
  @discardableResult
  mutating func enter(
    _ type: String, in organization: String, by author: Int, on day: Day, minutes: Int,
    restricted: Bool = false, _ fields: [DraftField]
  ) -> Int {
    let moment =
      Int64(day.number) * 86_400 + Int64(minutes * 60 + random.below(60))
    drafts.append(
      Draft(
        moment: moment, author: author, type: type, organization: organization,
        isRestricted: restricted, fields: fields))
    return drafts.count - 1
  }

  /// The same of `Name: value` pairs; those without a value are left out.
  @discardableResult
  mutating func enter(
    _ type: String, of body: Int, on day: Day, by author: Int? = nil, at minutes: Int? = nil,
    _ fields: KeyValuePairs<String, String>, also: [DraftField] = []
  ) -> Int {
    let own =
      [DraftField("Organization", bodies[body].id)]
      + fields.filter { !$0.value.isEmpty }.map { DraftField($0.key, $0.value) }
    return enter(
      type, in: bodies[body].id, by: author ?? bodies[body].keeper, on: day,
      minutes: minutes ?? random.between(900...1070), own + also)
  }

  /// The next number of that kind of meeting in the year.
  mutating func number(_ kind: String, of organization: String) -> Int {
    let next = (numbers["\(organization) \(kind)"] ?? 0) + 1
    numbers["\(organization) \(kind)"] = next
    return next
  }

  func reference(_ person: Int) -> String { people[person].reference }

  /// Writes an activity down on its last evening, signed by who presided.
  @discardableResult
  mutating func file(_ sheet: Sheet, by author: Int) -> Int {
    let day = sheet.endDate ?? sheet.date
    return enter(
      "activity", in: sheet.organization, by: author, on: day,
      minutes: random.between(1090...1190),
      sheet.fields(signer: sheet.presider ?? author, on: day) { people[$0].reference })
  }

  /// The records in the order in which they were written.
  func history(offset: Int) -> [(author: Author, moment: String, record: NewRecord)] {
    Draft.history(drafts, by: people.map { ($0.writer, $0.reference) }, offset: offset)
  }
}
