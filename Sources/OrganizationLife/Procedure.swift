/// A length of time as rules give it: 3个月, 30天, 1年.
public struct Interval: Hashable, Sendable, CustomStringConvertible {
  /// What is counted.
  public enum Unit: String, CaseIterable, Sendable {
    case day = "天"
    case month = "个月"
    case year = "年"
  }

  /// How many.
  public var count: Int
  /// Of what.
  public var unit: Unit

  /// So many of those.
  public init(_ count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// Reads `30天`, `3个月` (or `3月`), `1年`; nil for anything else and for more than four digits.
  public init?(_ text: String) {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard (1...4).contains(digits.utf8.count), let count = Int(digits) else { return nil }
    let rest = String(text.dropFirst(digits.count))
    guard let unit = Unit(rawValue: rest) ?? (rest == "月" ? .month : nil) else { return nil }
    self.init(count, unit)
  }

  /// The day that much later.
  public func after(_ day: Day) -> Day {
    switch unit {
    case .day: day.adding(days: count)
    case .month: day.adding(months: count)
    case .year: day.adding(years: count)
    }
  }

  /// As it is written in the catalogue.
  public var description: String { "\(count)\(unit.rawValue)" }
}

/// What a step means to rules that are code; most steps mean nothing to them.
public enum StepMeaning: String, CaseIterable, Sendable {
  /// The assembly that takes somebody in.
  case admissionVote = "接收大会"
  /// 上级批复 of the admission.
  case admissionApproval = "接收批复"
  /// The assembly on 转正.
  case confirmationVote = "转正大会"
  /// 上级批复 of 转正.
  case confirmationApproval = "转正批复"
  /// The level above reminds of the end of a term.
  case termNotice = "换届提醒"
  /// The level above lets a term run longer; the day stands in `Result`.
  case termExtension = "延期批复"
  /// The level above lets an election be held before the end of a term.
  case earlyElection = "提前批复"
  /// 开具介绍信: its validity is the longest time to the receipt.
  case letter = "介绍信"
  /// 收到回执: from here on the member is the other organisation's.
  case receipt = "回执"
}

/// What record proves a step, besides the procedure's own.
public enum StepProof: Hashable, Sendable {
  /// A vote of that category about the person, passed; for an organisation an election held.
  case vote(VoteCategory)
  /// An activity of that kind that the person attended or that was about him or her.
  case activity(kind: String)
  /// A document of that kind by the person.
  case document(kind: String)
  /// A date on the roll: Applied, Admitted, Approved or Confirmed (names of FORMAT.md 6).
  case date(field: String)
  /// The first snapshot that says so of the person's status.
  case status(MemberStatus)
}

/// How long after another step a step may or must be taken.
public struct StepBound: Hashable, Sendable {
  /// The other step's id.
  public var from: String
  /// Not before that much later.
  public var least: Interval?
  /// Not after that much later.
  public var most: Interval?

  /// A bound.
  public init(from: String, least: Interval? = nil, most: Interval? = nil) {
    self.from = from
    self.least = least
    self.most = most
  }
}

/// A step of a procedure: a `step` entry of the catalogue.
public struct ProcedureStepKind: Hashable, Sendable {
  /// Its id; what `Step` of a record holds (its title does too).
  public var id: String
  /// Its title.
  public var title: String
  /// The steps that must be done before, by id.
  public var after: [String]
  /// How long after which.
  public var bounds: [StepBound]
  /// Other records that prove it.
  public var proofs: [StepProof]
  /// Taken again and again, at least once in each such time (每半年考察).
  public var every: Interval?
  /// The steps, by id, that end the repetition.
  public var until: [String]
  /// May be left out (延长预备期).
  public var isOptional: Bool
  /// The least hours that the records proving it give, together; half of the alternative with
  /// `leastDays`: either does.
  public var leastHours: Double?
  /// The least days that they last, together.
  public var leastDays: Int?
  /// What it means to rules that are code.
  public var meaning: StepMeaning?
  /// The article.
  public var source: String
  /// How binding.
  public var level: RuleLevel

  /// A step.
  public init(
    id: String, title: String? = nil, after: [String] = [], bounds: [StepBound] = [],
    proofs: [StepProof] = [], every: Interval? = nil, until: [String] = [],
    isOptional: Bool = false, leastHours: Double? = nil, leastDays: Int? = nil,
    meaning: StepMeaning? = nil, source: String = "", level: RuleLevel = .local
  ) {
    self.id = id
    self.title = title ?? id
    self.after = after
    self.bounds = bounds
    self.proofs = proofs
    self.every = every
    self.until = until
    self.isOptional = isOptional
    self.leastHours = leastHours
    self.leastDays = leastDays
    self.meaning = meaning
    self.source = source
    self.level = level
  }

  /// What it quotes.
  public var citation: Citation { Citation(article: source, level: level) }
}

/// A procedure with clocks: a `procedure` entry of the catalogue and its steps, in order.
public struct ProcedureKind: Hashable, Sendable {
  /// Its id; what `Kind` of a record holds.
  public var id: String
  /// Its title.
  public var title: String
  /// Those on the roll with such a status are in it without a record of it; empty for procedures
  /// that only a record opens.
  public var statuses: [MemberStatus]
  /// Its steps, in order.
  public var steps: [ProcedureStepKind]
  /// Organisations of these levels hold it; a 临时党支部 neither admits nor elects.
  public var levels: [OrganizationLevel]
  /// When the entry holds.
  public var validity: Validity
  /// When a 做法包 that brings it is on; nil where it belongs to none.
  public var offers: [Validity]?

  /// Whether it can be begun on a day; what was begun goes on.
  public func isOffered(on day: Day) -> Bool {
    validity.contains(day) && (offers?.contains { $0.contains(day) } ?? true)
  }

  /// A record of this step ends any procedure before its last step.
  public static let endStep = "终止"

  /// A procedure.
  public init(
    id: String, title: String? = nil, statuses: [MemberStatus] = [], steps: [ProcedureStepKind],
    levels: [OrganizationLevel] = OrganizationLevel.allCases, validity: Validity
  ) {
    self.id = id
    self.title = title ?? id
    self.statuses = statuses
    self.steps = steps
    self.levels = levels
    self.validity = validity
  }

  /// The step with that id or title.
  public func step(_ name: String) -> ProcedureStepKind? {
    steps.first { $0.id == name } ?? steps.first { $0.title == name }
  }

  /// What contradicts itself in the entry: steps named twice, steps that refer to none, steps that
  /// wait for each other, bounds whose least is longer than their most.
  public var faults: [ProcedureFault] {
    var faults: [ProcedureFault] = []
    if steps.isEmpty { faults.append(.noSteps) }
    var seen: Set<String> = []
    let known = Set(steps.map(\.id))
    for step in steps {
      if !seen.insert(step.id).inserted { faults.append(.repeated(step: step.id)) }
      for other in Set(step.after + step.bounds.map(\.from) + step.until).sorted()
      where !known.contains(other) {
        faults.append(.unknown(step: step.id, refersTo: other))
      }
      let base = Day(number: 0)
      for bound in step.bounds {
        if let least = bound.least, let most = bound.most, most.after(base) < least.after(base) {
          faults.append(.impossibleBound(step: step.id, from: bound.from))
        }
      }
      if step.every.map({ $0.after(base) <= base }) ?? false {
        faults.append(.emptyRepetition(step: step.id))
      }
      if waits(step.id, for: step.id) { faults.append(.waitsForItself(step: step.id)) }
    }
    return faults
  }

  /// Leaves out what contradicts itself, so that the rest of the procedure holds: references to
  /// steps that are not there, the later of two steps of one id, a wait for itself, bounds and
  /// repetitions that nobody can keep. Without steps there is nothing to leave out.
  public mutating func leaveOut(_ fault: ProcedureFault) {
    func change(_ id: String, _ body: (inout ProcedureStepKind) -> Void) {
      for index in steps.indices where steps[index].id == id { body(&steps[index]) }
    }
    switch fault {
    case .noSteps: break
    case .repeated(let id):
      let first = steps.firstIndex { $0.id == id }
      steps = steps.enumerated().filter { $0.element.id != id || $0.offset == first }
        .map(\.element)
    case .unknown(let id, let other):
      change(id) { step in
        step.after.removeAll { $0 == other }
        step.bounds.removeAll { $0.from == other }
        step.until.removeAll { $0 == other }
      }
    case .waitsForItself(let id):
      let closing = Set(
        (step(id)?.after ?? []).filter { $0 == id || waits($0, for: id) })
      change(id) { step in step.after.removeAll { closing.contains($0) } }
    case .impossibleBound(let id, let from):
      change(id) { step in step.bounds.removeAll { $0.from == from } }
    case .emptyRepetition(let id): change(id) { $0.every = nil }
    }
  }

  /// Whether a step can only be taken after another, directly or not.
  private func waits(_ step: String, for other: String) -> Bool {
    var open = self.step(step)?.after ?? []
    var seen: Set<String> = []
    while let next = open.popLast() {
      if next == other { return true }
      if seen.insert(next).inserted { open += self.step(next)?.after ?? [] }
    }
    return false
  }
}

/// What contradicts itself in a procedure of the catalogue.
public enum ProcedureFault: Hashable, Sendable {
  /// It has no steps.
  case noSteps
  /// Two steps have one id.
  case repeated(step: String)
  /// A step refers to one that is not there.
  case unknown(step: String, refersTo: String)
  /// A step would have to be taken before itself.
  case waitsForItself(step: String)
  /// The least time is longer than the most.
  case impossibleBound(step: String, from: String)
  /// A repetition without any time between.
  case emptyRepetition(step: String)
}
