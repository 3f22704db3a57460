import OrganizationLife

/// A report of the catalogue: which lines it has is said by the lines.
public struct ReportDefinition: Hashable, Sendable {
  /// Its id, by which it is asked for.
  public var id: String
  /// Its title.
  public var title: String
  /// The kinds of periods that it is made for.
  public var frequencies: [Frequency]
  /// The levels of the organisations that it is meant for.
  public var levels: [OrganizationLevel]
  /// 总结一句话: text with `{ID}` for the number of a line, `{期间}` and `{组织}`. What stands in
  /// `[…]` is left out when all its numbers are zero.
  public var sentence: ReportSentence?
  /// The days on which it holds.
  public var validity: Validity
}

/// A line of reports: which records, and what is measured of them.
public struct ReportLineDefinition: Hashable, Sendable {
  /// Its id, by which other lines and sentences name it.
  public var id: String
  /// The reports that it stands in.
  public var reports: [String]
  /// The heading under which it stands.
  public var section: String
  /// Its title.
  public var title: String
  /// The unit of its number: 次, 人次, 期, 学时, %.
  public var unit: String
  /// What is looked at; nil for a line that is made of others.
  public var source: ReportSource?
  /// Which of these; nil for all.
  public var selection: Selection?
  /// Which day puts a record into a period.
  public var day: ReportDay
  /// What is measured.
  public var measure: ReportMeasure
  /// The plans whose numbers it is compared with.
  public var plan: Selection?
  /// Above this product its number cannot be right.
  public var most: ReportBound?
  /// Below this product its number cannot be right.
  public var least: ReportBound?
  /// The days on which it holds.
  public var validity: Validity
}

/// What the records of a line are.
public enum ReportSource: Hashable, Sendable {
  /// The records of a type.
  case records(type: String)
  /// `item`: each item of an activity, with the fields of the activity before it.
  case items
  /// `answer`: each answered item of a review, with the fields of the review before it.
  case answers

  /// The type of the records that are read.
  public var type: String {
    switch self {
    case .records(let type): type
    case .items: "activity"
    case .answers: "review"
    }
  }

  /// Reads the name of a type, `item` or `answer`.
  init?(_ text: String) {
    switch text {
    case "item": self = .items
    case "answer": self = .answers
    default:
      guard RecordShape.of(text) != nil, text != "seal" else { return nil }
      self = .records(type: text)
    }
  }

  /// A field for selections that no record has: the level of the record's organisation on its day.
  static let levelField = "OrganizationLevel"

  /// Whether it stands for something with a beginning and an end.
  var isState: Bool { ["member", "organization", "team"].contains(type) }

  /// Whether its records are about a period (`Period`, `Month`) rather than a day.
  var isOfPeriod: Bool { ["plan", "figure", "dues"].contains(type) }
}

/// Which day puts a record into a period.
public enum ReportDay: Hashable, Sendable {
  /// The type's own: `Date`; `Opened` of a matter; the period of a plan, a figure or dues lies in
  /// the report's; members, organisations and teams as they stand on the last day.
  case usual
  /// 期间: what has a beginning and an end, on any of the days.
  case anyDay
  /// This field: `Closed` of a matter, `Confirmed` of a member.
  case field(String)

  /// The field that is named; nil for the others.
  var field: String? { if case .field(let name) = self { name } else { nil } }
}

/// What is measured of the records that a line selects.
public enum ReportMeasure: Hashable, Sendable {
  /// `Count`: how many; the sittings of one meeting are one.
  case count
  /// `Sum FIELD or FIELD or N`: the numbers of a field added up, or of the first of several that
  /// says something.
  case sum([Addend])
  /// `Distinct FIELD …`: how many different values, people by their ids. `Tag=方面` stands for the
  /// values of that dimension of the tags.
  case distinct([String])
  /// `人次` (FORMAT 7)
  case personTimes
  /// `学时`: the hours of an activity for each of its 人次
  case personHours
  /// `天`: the days of an activity, the first and the last counted
  case days
  /// `义务 ID… 应`, `已` or `欠`
  case obligations([String], DuePart)
  /// `Total LINE …`: lines added up.
  case total([String])
  /// `Share LINE LINE`: what percent the first is of the second.
  case share(String, String)
  /// `Average LINE LINE`: the first for each of the second.
  case average(String, String)

  /// What is added up for a record.
  public enum Addend: Hashable, Sendable {
    /// The values of a field.
    case field(String)
    /// `#FIELD`: how often it stands.
    case count(String)
    /// A number.
    case number(ReportNumber)
  }

  /// Of what is owed, over the periods that end in the report's.
  public enum DuePart: String, CaseIterable, Hashable, Sendable {
    /// 应: asked for
    case required = "应"
    /// 已: held, no more than was asked for
    case done = "已"
    /// 欠: missing
    case missing = "欠"
  }

  /// The lines that it is made of.
  var lines: [String] {
    switch self {
    case .total(let lines): lines
    case .share(let a, let b), .average(let a, let b): [a, b]
    default: []
    }
  }

  /// Whether it looks at records itself.
  var isOfRecords: Bool {
    switch self {
    case .count, .sum, .distinct, .personTimes, .personHours, .days: true
    case .obligations, .total, .share, .average: false
    }
  }

  /// The fields that it reads.
  var fields: [String] {
    switch self {
    case .distinct(let fields): fields.map { String($0.prefix { $0 != "=" }) }
    case .sum(let addends):
      addends.compactMap {
        switch $0 {
        case .field(let name), .count(let name): name
        case .number: nil
        }
      }
    default: []
    }
  }

  init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard let first = words.first else { return nil }
    let rest = Array(words.dropFirst())
    switch (first, rest.count) {
    case ("Count", 0): self = .count
    case ("人次", 0): self = .personTimes
    case ("学时", 0): self = .personHours
    case ("天", 0): self = .days
    case ("Distinct", 1...): self = .distinct(rest)
    case ("Total", 1...): self = .total(rest)
    case ("Share", 2): self = .share(rest[0], rest[1])
    case ("Average", 2): self = .average(rest[0], rest[1])
    case ("义务", 2...):
      guard let part = rest.last.flatMap({ DuePart(rawValue: $0) }) else { return nil }
      self = .obligations(Array(rest.dropLast()), part)
    case ("Sum", 1...):
      guard rest.count % 2 == 1 else { return nil }
      var addends: [Addend] = []
      for (index, word) in rest.enumerated() {
        if index % 2 == 1 {
          guard word == "or" else { return nil }
        } else if word.hasPrefix("#"), word.utf8.count > 1 {
          addends.append(.count(String(word.dropFirst())))
        } else if let number = ReportNumber(word) {
          addends.append(.number(number))
        } else if word.first?.isLetter ?? false {
          addends.append(.field(word))
        } else {
          return nil
        }
      }
      self = .sum(addends)
    default: return nil
    }
  }
}

/// A product that bounds a number: `4 * 支部数 * 月`, numbers, lines above and how many of a kind
/// of periods the report's days touch.
public struct ReportBound: Hashable, Sendable {
  /// A factor.
  public enum Factor: Hashable, Sendable {
    /// A number.
    case number(ReportNumber)
    /// The number of a line.
    case line(String)
    /// 周 月 季度 半年 年: how many of them.
    case periods(Frequency)
  }

  /// Multiplied with each other.
  public var factors: [Factor]

  /// Nil for what is no product.
  init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard words.count % 2 == 1 else { return nil }
    var factors: [Factor] = []
    for (index, word) in words.enumerated() {
      if index % 2 == 1 {
        guard word == "*" else { return nil }
      } else if let frequency = Frequency(rawValue: word) {
        factors.append(.periods(frequency))
      } else if let number = ReportNumber(word) {
        factors.append(.number(number))
      } else {
        factors.append(.line(word))
      }
    }
    self.factors = factors
  }

  /// The lines that it names.
  var lines: [String] {
    factors.compactMap { if case .line(let id) = $0 { id } else { nil } }
  }
}

/// 总结一句话 taken apart.
public struct ReportSentence: Hashable, Sendable {
  /// A piece of it.
  public enum Piece: Hashable, Sendable {
    /// Words as they stand.
    case text(String)
    /// The number of a line with its unit.
    case line(String)
    /// 全年, 上半年, 第二季度, 3月
    case period
    /// The organisation's name.
    case organization
  }

  /// Pieces that stand or fall together.
  public struct Clause: Hashable, Sendable {
    /// In order.
    public var pieces: [Piece]
    /// Written in `[…]`: left out when all its numbers are zero.
    public var isOptional: Bool
  }

  /// In order.
  public var clauses: [Clause]

  /// Nil where a bracket has no partner.
  init?(_ text: String) {
    var clauses: [Clause] = []
    var pieces: [Piece] = []
    var words = ""
    var isOpen = false
    func endWords() {
      if !words.isEmpty { pieces.append(.text(words)) }
      words = ""
    }
    func endClause(isOptional: Bool) {
      endWords()
      if !pieces.isEmpty { clauses.append(Clause(pieces: pieces, isOptional: isOptional)) }
      pieces = []
    }
    var rest = Substring(text)
    while let character = rest.popFirst() {
      switch character {
      case "{":
        guard let end = rest.firstIndex(of: "}") else { return nil }
        endWords()
        let name = String(rest[..<end])
        rest = rest[rest.index(after: end)...]
        switch name {
        case "": return nil
        case "期间": pieces.append(.period)
        case "组织": pieces.append(.organization)
        default: pieces.append(.line(name))
        }
      case "[":
        guard !isOpen else { return nil }
        endClause(isOptional: false)
        isOpen = true
      case "]":
        guard isOpen else { return nil }
        endClause(isOptional: true)
        isOpen = false
      case "}": return nil
      default: words.append(character)
      }
    }
    guard !isOpen else { return nil }
    endClause(isOptional: false)
    self.clauses = clauses
  }

  /// The lines that it names.
  public var lines: [String] {
    clauses.flatMap(\.pieces).compactMap { if case .line(let id) = $0 { id } else { nil } }
  }
}

/// The reports of a catalogue and their lines, each in the order of its file.
public struct ReportCatalog: Hashable, Sendable {
  /// The reports; several of one id follow each other in time.
  public var reports: [ReportDefinition]
  /// The lines; a line names only lines above it.
  public var lines: [ReportLineDefinition]
  /// Numbers that were published, to be compared with lines.
  public var published: [PublishedNumber]

  /// The reports that hold on a day.
  public func reports(on day: Day) -> [ReportDefinition] {
    reports.filter { $0.validity.contains(day) }
  }

  /// The report of that id or title that holds on a day.
  public func report(_ name: String, on day: Day) -> ReportDefinition? {
    let held = reports(on: day)
    return held.first { $0.id == name } ?? held.first { $0.title == name }
  }

  /// The lines of a report on a day.
  public func lines(of report: ReportDefinition, on day: Day) -> [ReportLineDefinition] {
    lines.filter { $0.reports.contains(report.id) && $0.validity.contains(day) }
  }
}
