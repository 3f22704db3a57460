import OrganizationLife

/// An item of a checklist with its answer for an organisation and a day.
public struct CheckedItem: Hashable, Sendable {
  /// The item.
  public var item: ChecklistItem
  /// The answer.
  public var answer: ChecklistAnswer
  /// Given by a person, in `review`.
  public var isManual: Bool
  /// The period that was looked at.
  public var period: Period
  /// The records behind the answer.
  public var evidence: [Reference]
  /// The numbers behind it.
  public var note: CheckNote
  /// The review in which a person answered.
  public var review: Reference?
  /// What the records alone answer; nil where only a person can.
  public var recorded: ChecklistAnswer?
  /// What a person said last in the period, whether or not it holds on the day.
  public var said: EarlierAnswer?

  /// An answered item.
  public init(
    item: ChecklistItem, answer: ChecklistAnswer, isManual: Bool, period: Period,
    evidence: [Reference] = [], note: CheckNote = .none, review: Reference? = nil
  ) {
    self.item = item
    self.answer = answer
    self.isManual = isManual
    self.period = period
    self.evidence = evidence
    self.note = note
    self.review = review
  }
}

/// The numbers behind an answer.
public enum CheckNote: Hashable, Sendable {
  /// Nothing to add.
  case none
  /// The organisation is not one of those that the item is for.
  case notForLevel
  /// 应, 已 and 欠 of an obligation, in one or more periods and organisations.
  case owed(required: Int, done: Int, missing: Int)
  /// Nothing is owed (no committee, no groups, founded in this period).
  case nothingOwed
  /// The only period so far still runs, up to that day, and nothing was held in it yet.
  case stillOpen(until: Day)
  /// So many records were selected, so many are wanted.
  case selected(Int, atLeast: Int)
  /// What a named condition says.
  case condition(ConditionNote)
  /// What the person wrote.
  case remark(String)
}

extension Archive {
  /// The checklist with that id that the catalogue has, or its first.
  public func checklist(_ id: String?) -> Checklist? {
    guard let id else { return catalog.checklists.first }
    return catalog.checklists.first { $0.id == id || $0.title == id }
  }

  /// A checklist answered for an organisation: by its records up to a day in the period of each
  /// item. Where these cannot answer, the newest answer holds that a person gave in the period;
  /// where they can, a person's answer holds for the day on which it was given and changes nothing
  /// after it.
  public func check(
    _ checklist: Checklist, organization: Organization, on day: Day
  ) -> [CheckedItem] {
    check(
      checklist, organization: organization, on: day,
      visits: ledger.visits(to: organization.id, through: day))
  }

  /// The same by the records alone, whatever people said.
  public func recordedAnswers(
    to checklist: Checklist, organization: Organization, on day: Day
  ) -> [CheckedItem] {
    check(checklist, organization: organization, on: day, visits: [])
  }

  private func check(
    _ checklist: Checklist, organization: Organization, on day: Day, visits: [Review]
  ) -> [CheckedItem] {
    let below = ledger.descendants(of: organization.id, on: day).map(\.id)
    let look = CheckLook(organization: organization, below: below, day: day, visits: visits)
    return checklist.items.filter { $0.validity.contains(day) }.map { item in
      check(item, of: checklist, look)
    }
  }

  private func check(
    _ item: ChecklistItem, of checklist: Checklist, _ look: CheckLook
  ) -> CheckedItem {
    let period = Period(item.frequency, containing: look.day)
    var checked = CheckedItem(
      item: item, answer: .pending, isManual: item.source == .manual, period: period,
      evidence: [], note: .none, review: nil)
    guard item.levels.contains(look.organization.level) else {
      checked.answer = .notApplicable
      checked.isManual = false
      checked.note = .notForLevel
      return checked
    }
    answer(&checked, look)
    guard let said = lastAnswer(to: item, of: checklist, period, look) else { return checked }
    checked.said = said
    let isOpen = checked.recorded == nil || checked.recorded == .pending
    guard isOpen || said.date == look.day else { return checked }
    checked.answer = said.answer.answer
    checked.isManual = true
    checked.review = said.reference
    checked.note = said.answer.remark.isEmpty ? .none : .remark(said.answer.remark)
    if !said.answer.evidence.isEmpty || isOpen { checked.evidence = said.answer.evidence }
    return checked
  }

  /// What the records answer.
  private func answer(_ checked: inout CheckedItem, _ look: CheckLook) {
    switch checked.item.source {
    case .manual: return
    case .obligation(let id): answer(&checked, obligation: id, look)
    case .selection(let type, let expression, let count):
      let selected = select(type, expression, in: checked.period, look)
      checked.answer = selected.count >= count ? .met : selected.isEmpty ? .unmet : .partlyMet
      checked.evidence = selected
      checked.note = .selected(selected.count, atLeast: count)
    case .condition(let condition):
      let result = ledger.answer(
        condition, for: look.organization, in: checked.period, on: look.day, catalog: catalog)
      checked.answer = result.answer
      checked.evidence = result.evidence
      checked.note = .condition(result.note)
    }
    checked.recorded = checked.answer
  }

  /// The newest answer that a person gave to an item in its period.
  private func lastAnswer(
    to item: ChecklistItem, of checklist: Checklist, _ period: Period, _ look: CheckLook
  ) -> EarlierAnswer? {
    for review in look.visits
    where review.checklist == checklist.id && period.contains(review.date) {
      guard
        let answer = review.items.last(where: {
          $0.item == item.id && $0.isManual && $0.answer != .pending
        })
      else { continue }
      return EarlierAnswer(
        reference: review.reference, date: review.date, reviewers: review.reviewers,
        answer: answer)
    }
    return nil
  }

  /// An obligation over the item's period: each of its own periods up to the day, of the
  /// organisation itself or, where it is owed by those below (党小组会), of all of them. One that
  /// still runs asks for no more than was held: it can be held yet.
  private func answer(_ checked: inout CheckedItem, obligation id: String, _ look: CheckLook) {
    let obligations = catalog.obligations.filter { $0.id == id }
    var lines: [DueLine] = []
    for obligation in obligations {
      let isOwn = obligation.levels.contains(look.organization.level)
      let owing = isOwn ? [look.organization.id] : look.below
      var first = checked.period.first
      while first <= look.day && first <= checked.period.last {
        let part = Period(obligation.frequency, containing: first)
        let day = min(part.last, look.day)
        for organization in owing {
          guard let there = ledger.organization(organization, on: day) else { continue }
          lines += ledger.due([obligation], on: day, for: there)
            .map { $0.period.last > look.day ? $0.heldSoFar : $0 }
        }
        first = part.last.adding(days: 1)
      }
    }
    let required = lines.reduce(0) { $0 + $1.required }
    let done = lines.reduce(0) { $0 + $1.done }
    let missing = lines.reduce(0) { $0 + $1.missing }
    checked.evidence = lines.flatMap(\.evidence)
    guard required > 0 else {
      let end = lines.map(\.period.last).max()
      checked.answer = end == nil ? .notApplicable : .pending
      checked.note = end.map { .stillOpen(until: $0) } ?? .nothingOwed
      return
    }
    checked.answer = missing == 0 ? .met : done == 0 ? .unmet : .partlyMet
    checked.note = .owed(required: required, done: done, missing: missing)
  }

  private func select(
    _ type: String, _ expression: String, in period: Period, _ look: CheckLook
  ) -> [Reference] {
    // The catalogue's reader has refused expressions that cannot be read.
    guard let selection = try? Selection(expression) else { return [] }
    let last = min(period.last, look.day)
    return folded(type: type, in: look.below, everyStep: type == "procedure")
      .filter { isDated($0, period.first...last) && selection.selects($0) }
      .map(\.reference)
  }

  /// Whether a record belongs to a stretch of days: by its date; a matter by when it was opened
  /// or closed; what has a beginning and an end if it held on any of the days.
  private func isDated(_ record: FoldedRecord, _ days: ClosedRange<Day>) -> Bool {
    func day(_ field: String) -> Day? { record.first(field).flatMap { Day($0) } }
    switch record.type {
    case "matter":
      return [day("Opened"), day("Closed")].contains { $0.map(days.contains) ?? false }
    case "member", "organization", "team":
      guard let since = day("Since"), since <= days.upperBound else { return false }
      return day("Until").map { $0 >= days.lowerBound } ?? true
    case "plan", "figure", "dues":
      let field = record.type == "dues" ? "Month" : "Period"
      guard let period = record.first(field).flatMap({ Period($0) }) else { return false }
      return period.first <= days.upperBound && period.last >= days.lowerBound
    default:
      return day("Date").map(days.contains) ?? false
    }
  }
}

/// For whom and for when a checklist is answered.
private struct CheckLook {
  var organization: Organization
  /// The organisation and everything below it.
  var below: [OrganizationIdentifier]
  var day: Day
  /// Up to the day, the newest first.
  var visits: [Review]
}
