import OrganizationLife

/// The sample as it is being made up: the prison's people and organisations, and the records so
/// far. Everything follows from the seed and the day.
struct Chronicle {
  var random: SeededGenerator
  let today: Day
  /// The last day on which anything happened or was written: the day before `today`.
  let lastDay: Day
  /// The first days of the months that are covered, oldest first.
  let months: [Day]
  /// When the ledger was begun, a few days before the first month.
  let opening: Day

  var comrades: [Comrade] = []
  /// Q1…Q16, then L1, then DW, Z1, Z2.
  var units: [Unit] = []
  var drafts: [Draft] = []
  /// What the assemblies of certain months have to decide, by branch and month.
  var agenda: [Int: [AgendaItem]] = [:]
  /// The number of the last meeting, by organisation, kind and year.
  var numbers: [String: Int] = [:]
  /// The matters that resolutions gave rise to.
  var resolutions: [OpenResolution] = []
  /// The absences that had to be made up.
  var missed: [MissedLesson] = []
  /// The meetings that steps of procedures rest on.
  var evidence: [Evidence] = []
  /// Names kept for those who come later.
  var newcomers: [NameGenerator.Name] = []
  /// The retired members of a unit that was dissolved, who come late to the branch of the retired.
  var laterRetirees: [NameGenerator.Name] = []
  /// Whom the admissions to come are about.
  var admissionPeople: [Int] = []
  /// The other applicants of the beginning, by branch.
  var otherPeople: [(unit: Int, person: Int)] = []
  /// Those who came from or went to another branch or unit.
  var transfers: [Int] = []
  /// Those who have a story of their own already.
  var busy: Set<Int> = []
  /// Who plays which part of the stories that are told on purpose.
  var parts: [Part: Int] = [:]
  /// Officer of the 政治处, who writes for the 党委 and inspects the branches.
  var inspector = 0

  static let temporaryBranch = 16
  static let committee = 17
  static let generalBranches = [18, 19]
  static let branchCount = 16
  static let offices = 12
  static let retirees = 14

  init(seed: UInt64, today: Day) {
    random = SeededGenerator(seed: seed)
    self.today = today
    lastDay = today.adding(days: -1)
    let thisMonth = today.adding(days: 1 - today.dayOfMonth)
    months = (0..<24).map { thisMonth.adding(months: $0 - 23) }
    opening = thisMonth.adding(months: -23).adding(days: -4)
  }
}

/// A resolution with an owner and a day.
struct OpenResolution {
  var record: Int
  var item: Int
  var unit: Int
  var organization: String
  var title: String
  var opened: Day
  var owners: [Int]
  var due: Day
  var outcome: String
}

/// A lesson or theme day that some missed.
struct MissedLesson {
  var record: Int
  var unit: Int
  var title: String
  var date: Day
  var absent: [Int]
}

/// An activity that a step of a procedure rests on.
struct Evidence {
  var person: Int
  var step: String
  var record: Int
  var day: Day
}

/// Something that an assembly has to decide.
struct AgendaItem {
  enum Matter {
    case admission(person: Int, introducers: [Int])
    case confirmation(person: Int)
    case prolongation(person: Int, until: Day)
    case discipline(person: Int)
    case election(candidates: [Int], posts: [String], seats: Int)
    case told(Told)
  }
  var unit: Int
  var day: Day
  var matter: Matter
}

// MARK: - Calendar

extension Chronicle {
  /// That day, or the next one that is neither a weekend nor a long holiday's beginning.
  func workday(_ day: Day) -> Day {
    var day = day
    while day.weekday > 5 || (day.month == 10 && day.dayOfMonth <= 7)
      || (day.month == 1 && day.dayOfMonth == 1) || (day.month == 5 && day.dayOfMonth <= 3)
    {
      day = day.adding(days: 1)
    }
    return day
  }

  /// A working day of a covered month, about that day of the month.
  func workday(month: Int, _ dayOfMonth: Int) -> Day {
    let last = Day.daysInMonth(year: months[month].year, month: months[month].month)
    let wanted = workday(months[month].adding(days: min(dayOfMonth, last) - 1))
    guard wanted.month != months[month].month else { return wanted }
    var day = months[month].adding(days: last - 1)
    while day.weekday > 5 { day = day.adding(days: -1) }
    return day
  }

  /// The covered month that holds a day.
  func month(of day: Day) -> Int? {
    let index = (day.year - months[0].year) * 12 + day.month - months[0].month
    return months.indices.contains(index) ? index : nil
  }

  func isPast(_ day: Day) -> Bool { day <= lastDay }

  /// `14:30`, so many minutes after midnight.
  static func clock(_ minutes: Int) -> String {
    let (hour, minute) = (minutes / 60 % 24, minutes % 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  static func monthName(_ day: Day) -> String { String("\(day)".prefix(7)) }
}

// MARK: - Who is where

extension Chronicle {
  func station(_ person: Int, on day: Day) -> Station? {
    guard let station = comrades[person].stations.last(where: { $0.since <= day }) else {
      return nil
    }
    if let until = station.until, until < day { return nil }
    return station
  }

  /// The Party members of a branch, or of one of its groups, on a day.
  func roster(_ unit: Int, group: Int? = nil, on day: Day) -> [Int] {
    units[unit].people.filter { person in
      guard let station = station(person, on: day), station.unit == unit, station.isOnRoster
      else { return false }
      return group == nil || station.group == group
    }
  }

  /// Those on the way to membership.
  func applicants(_ unit: Int, on day: Day) -> [Int] {
    units[unit].people.filter { person in
      guard let station = station(person, on: day) else { return false }
      return station.unit == unit && !station.status.isMember
    }
  }

  func fullMembers(_ unit: Int, on day: Day) -> Int {
    roster(unit, on: day).count { station($0, on: day)?.status == .full }
  }

  func hasVote(_ person: Int, on day: Day) -> Bool { station(person, on: day)?.hasVote ?? false }

  func officers(_ unit: Int, on day: Day) -> [Int] {
    units[unit].term(on: day)?.officers.map(\.person) ?? []
  }

  /// Whoever holds a post; else the one whose post names it among others; else the secretary.
  func officer(_ post: String, of unit: Int, on day: Day) -> Int {
    let officers = units[unit].term(on: day)?.officers ?? []
    return officers.first { $0.post == post }?.person
      ?? officers.first { $0.post.split(separator: "、").contains { $0 == post } }?.person
      ?? officers.first?.person ?? 0
  }

  func secretary(_ unit: Int, on day: Day) -> Int { officer("书记", of: unit, on: day) }

  /// Who keeps the ledger of an organisation on a day.
  func writer(_ unit: Int, on day: Day) -> Int {
    units[unit].writers.last { $0.since <= day }?.person ?? inspector
  }

  func name(_ person: Int) -> String { comrades[person].name }
  func reference(_ person: Int) -> String { comrades[person].reference }
}

// MARK: - Entering

extension Chronicle {
  /// A moment of that day, after so many minutes, with seconds that look like life.
  mutating func moment(_ day: Day, minutes: Int) -> Int64 {
    Int64(day.number) * 86_400 + Int64(minutes * 60 + random.below(60))
  }

  /// Adds a record; what comes back stands for its id.
  @discardableResult
  mutating func enter(
    _ type: String, in organization: String, by author: Int, at moment: Int64,
    restricted: Bool = false, _ fields: [DraftField]
  ) -> Int {
    drafts.append(
      Draft(
        moment: moment, author: author, type: type, organization: organization,
        isRestricted: restricted, fields: fields))
    return drafts.count - 1
  }

  /// The next number of that kind of meeting in the year.
  mutating func number(_ kind: String, of organization: String, on day: Day) -> Int {
    let key = "\(organization) \(kind) \(day.year)"
    let next = (numbers[key] ?? 0) + 1
    numbers[key] = next
    return next
  }

  /// The text with `{w}` and the like filled in.
  static func fill(_ text: String, _ slots: [(mark: Character, value: String)]) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      result += rest[..<open]
      let mark = rest.index(after: open)
      let value = slots.first { $0.mark == rest[mark] }?.value
      result += value ?? ""
      rest = rest[rest.index(mark, offsetBy: 2)...]
    }
    return result + rest
  }
}
