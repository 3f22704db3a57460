/// A step that was taken.
public struct StepDone: Hashable, Sendable {
  /// Which.
  public var step: ProcedureStepKind
  /// When.
  public var day: Day
  /// With what result, as recorded.
  public var result: String
  /// Not before this day; nil when nothing bounds it.
  public var earliest: Day?
  /// Not after this day.
  public var latest: Day?
  /// Steps that should have come before, by id, and had not been taken by then.
  public var missingBefore: [String]
  /// The records that prove it.
  public var evidence: [Reference]

  /// Taken too early.
  public var isEarly: Bool { earliest.map { day < $0 } ?? false }
  /// Taken too late.
  public var isLate: Bool { latest.map { $0 < day } ?? false }
}

/// A step that is still to be taken.
public struct StepAhead: Hashable, Sendable {
  /// Which.
  public var step: ProcedureStepKind
  /// Not before this day; nil when nothing bounds it.
  public var earliest: Day?
  /// Not after this day.
  public var latest: Day?

  /// Whether it should have been taken before a day.
  public func isLate(on day: Day) -> Bool { latest.map { $0 < day } ?? false }
  /// Whether it may be taken on a day.
  public func isOpen(on day: Day) -> Bool { earliest.map { $0 <= day } ?? true }
}

/// A step that repeats while it runs (半年考察).
public struct StepClock: Hashable, Sendable {
  /// Which.
  public var step: ProcedureStepKind
  /// When it was last taken; nil when not yet.
  public var last: Day?
  /// By when it has to be taken next.
  public var due: Day

  /// Whether it should have been taken before a day.
  public func isLate(on day: Day) -> Bool { due < day }
}

/// Where a person or an organisation stands in a procedure on a day.
public struct ProcedureStanding: Hashable, Sendable {
  /// The procedure, as the catalogue has it.
  public var kind: ProcedureKind
  /// Whom or what it is about.
  public var subject: Person
  /// Whose it is.
  public var organization: OrganizationIdentifier
  /// The day asked for.
  public var day: Day
  /// The steps taken, by date.
  public var done: [StepDone]
  /// The steps that may be taken next: all before them are done. In the catalogue's order, those
  /// that may be left out after the others.
  public var ahead: [StepAhead]
  /// The repetitions that run.
  public var clocks: [StepClock]
  /// Every step is taken, or the procedure was ended.
  public var isFinished: Bool

  /// What is next: the step that must be taken first.
  public var next: StepAhead? { ahead.first { !$0.step.isOptional } ?? ahead.first }

  /// What comes next: the step to be taken first, one that is late before all others, and the
  /// repetition that is due first. Nothing once all is done.
  public var upcoming: (step: StepAhead?, clock: StepClock?) {
    guard !isFinished else { return (nil, nil) }
    return (ahead.first { $0.isLate(on: day) } ?? next, clocks.min { $0.due < $1.due })
  }

  /// Whether anything is late on its day: a step, or a repetition.
  public var isLate: Bool {
    ahead.contains { $0.isLate(on: day) } || clocks.contains { $0.isLate(on: day) }
  }

  /// When a step was taken, the last time if several.
  public func day(of step: String) -> Day? { done.last { $0.step.id == step }?.day }

  /// When a step of that meaning was taken, the last time if several.
  public func day(of meaning: StepMeaning) -> Day? {
    done.last { $0.step.meaning == meaning }?.day
  }
}

/// What the clocks of a procedure say. Steps are named by id.
public enum ProcedureWarning: Hashable, Sendable {
  /// A step was taken too early.
  case early(ProcedureStepKind, on: Day, earliest: Day)
  /// A step was taken too late.
  case late(ProcedureStepKind, on: Day, latest: Day)
  /// A step is late and not taken.
  case overdue(ProcedureStepKind, latest: Day)
  /// A step was taken before others that it needs.
  case outOfOrder(ProcedureStepKind, missing: [String])
  /// A repetition was not taken in time; it was due on that day.
  case clockOverdue(ProcedureStepKind, due: Day)
  /// A training of too few hours and days.
  case tooShort(ProcedureStepKind, hours: Double, days: Int)
  /// 介绍信 out of its validity without a receipt: the member is still ours.
  case receiptOverdue(ProcedureStepKind, validThrough: Day)
  /// Off the roll since a day, although no receipt has come: still ours until received.
  case leftBeforeReceipt(since: Day, receipt: Day?)

  /// The article behind it.
  public var citation: Citation {
    switch self {
    case .early(let step, _, _), .late(let step, _, _), .overdue(let step, _),
      .outOfOrder(let step, _), .clockOverdue(let step, _), .tooShort(let step, _, _):
      step.citation
    case .receiptOverdue(let step, _):
      step.source.isEmpty ? Citation(.letterOfTransfer) : step.citation
    case .leftBeforeReceipt: Citation(.transfer)
    }
  }
}
