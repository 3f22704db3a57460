/// A visit (检查) to an organisation while it is being made: a checklist, each of its items answered
/// by the records beforehand, and what the reviewers say of it. Nothing counts as checked before
/// somebody has said so.
public struct Visit: Hashable, Sendable {
  /// Whom the visit is to.
  public let organization: OrganizationIdentifier
  /// The checklist's id.
  public let checklist: String
  /// Its revision.
  public let revision: Int
  /// The day as on which the records answer.
  public let date: Day
  /// Who visits.
  public var reviewers: [Person]
  /// What they say of the whole.
  public var note: String
  /// How many days there are to mend a finding, when nothing else is agreed.
  public let daysToMend: Int
  /// The items that concern the organisation, in the checklist's order.
  public private(set) var lines: [VisitLine]

  /// A visit of which nothing is checked yet.
  public init(
    organization: OrganizationIdentifier, checklist: String, revision: Int, date: Day,
    reviewers: [Person], lines: [VisitLine], note: String = "", daysToMend: Int = 30
  ) {
    self.daysToMend = daysToMend
    self.organization = organization
    self.checklist = checklist
    self.revision = revision
    self.date = date
    self.reviewers = reviewers
    self.lines = lines
    self.note = note
  }

  /// The items that were checked (已核).
  public var checked: [VisitLine] { lines.filter(\.isChecked) }

  /// How many of the items checked were answered so.
  public func count(_ answer: ChecklistAnswer) -> Int {
    checked.count { $0.given?.answer == answer }
  }

  /// The findings, each with its item.
  public var findings: [(line: VisitLine, finding: VisitFinding)] {
    checked.compactMap { line in line.finding.map { (line, $0) } }
  }

  /// Confirms what the records say of an item. False, and nothing changes, where they cannot
  /// answer it.
  @discardableResult
  public mutating func confirm(_ index: Int) -> Bool {
    guard lines.indices.contains(index), let recorded = lines[index].recorded,
      recorded != .pending
    else { return false }
    // A remark stays; a finding does only where something was lacking.
    let remark = lines[index].given?.answer == recorded ? lines[index].given?.remark ?? "" : ""
    lines[index].given = VisitAnswer(recorded, remark: remark, recorded: recorded)
    if !recorded.isLacking { lines[index].finding = nil }
    return true
  }

  /// Answers an item by hand. A finding that was raised goes where nothing is lacking any more.
  public mutating func answer(_ index: Int, _ answer: ChecklistAnswer, remark: String) {
    guard lines.indices.contains(index), answer != .pending else { return }
    lines[index].given = VisitAnswer(answer, remark: remark, recorded: lines[index].recorded)
    if !answer.isLacking { lines[index].finding = nil }
  }

  /// Answers an item and raises a finding on it (发现问题).
  public mutating func raise(
    _ index: Int, _ finding: VisitFinding, answer: ChecklistAnswer, remark: String
  ) {
    self.answer(index, answer, remark: remark)
    guard lines.indices.contains(index), answer.isLacking else { return }
    lines[index].finding = finding
  }

  /// Takes back what was said of an item.
  public mutating func clear(_ index: Int) {
    guard lines.indices.contains(index) else { return }
    lines[index].given = nil
    lines[index].finding = nil
  }

  /// The same visit with what was said in another one carried over, item by item. An answer to
  /// what the records did not say then stays, and is asked for again (`VisitLine.isStale`).
  public func takingOver(_ other: Visit) -> Visit {
    var visit = self
    visit.reviewers = other.reviewers
    visit.note = other.note
    for index in visit.lines.indices {
      guard let said = other.lines.first(where: { $0.item.id == visit.lines[index].item.id })
      else { continue }
      visit.lines[index].given = said.given
      visit.lines[index].finding = said.finding
    }
    return visit
  }

  /// Puts back what was said of an item, as a draft kept it; an item that the checklist no longer
  /// has is left out.
  public mutating func restore(
    _ item: String, _ given: VisitAnswer, _ finding: VisitFinding?
  ) {
    guard let index = lines.firstIndex(where: { $0.item.id == item }) else { return }
    lines[index].given = given
    lines[index].finding = given.answer.isLacking ? finding : nil
  }
}

/// An item of a checklist at a visit.
public struct VisitLine: Hashable, Sendable {
  /// The item.
  public let item: ChecklistItem
  /// What the records answer; nil where only a person can.
  public let recorded: ChecklistAnswer?
  /// The records behind that.
  public let evidence: [Reference]
  /// What the reviewer says; nil until it was checked.
  public fileprivate(set) var given: VisitAnswer?
  /// What was found.
  public fileprivate(set) var finding: VisitFinding?

  /// An item that is not checked yet.
  public init(item: ChecklistItem, recorded: ChecklistAnswer?, evidence: [Reference]) {
    self.item = item
    self.recorded = recorded
    self.evidence = evidence
  }

  /// Answered, and the records say what they said then.
  public var isChecked: Bool { given != nil && !isStale }

  /// Answered when the records said something else: to be looked at again.
  public var isStale: Bool { given.map { $0.recorded != recorded } ?? false }
}

/// What a reviewer says of an item.
public struct VisitAnswer: Hashable, Sendable {
  /// The answer.
  public let answer: ChecklistAnswer
  /// Why, or what was seen.
  public let remark: String
  /// What the records said when it was given; nil where only a person can answer.
  public let recorded: ChecklistAnswer?

  /// An answer.
  public init(_ answer: ChecklistAnswer, remark: String, recorded: ChecklistAnswer?) {
    self.answer = answer
    self.remark = remark
    self.recorded = recorded
  }

  /// Whether it is the person's rather than the records'.
  public var isManual: Bool { recorded != answer }

  /// Whether it says something else than the records, which did answer.
  public var isOverruling: Bool { isManual && recorded != nil && recorded != .pending }
}

/// Something found at a visit, that the organisation has to mend.
public struct VisitFinding: Hashable, Sendable {
  /// What.
  public var title: String
  /// Who mends it.
  public var owners: [Person]
  /// By when.
  public var due: Day?

  /// A finding.
  public init(title: String, owners: [Person], due: Day?) {
    self.title = title
    self.owners = owners
    self.due = due
  }
}

extension ChecklistAnswer {
  /// Whether something is lacking, so that a finding may be raised.
  public var isLacking: Bool { self == .unmet || self == .partlyMet }
}

// MARK: - What visits left in the log

/// An item of a checklist, as findings of visits go back to it.
public struct VisitItem: Hashable, Sendable {
  /// The checklist's id.
  public var checklist: String
  /// The item's.
  public var item: String

  /// An item of a checklist.
  public init(checklist: String, item: String) {
    self.checklist = checklist
    self.item = item
  }
}

/// What an earlier visit said of an item.
public struct EarlierAnswer: Hashable, Sendable {
  /// The visit's record.
  public var reference: Reference
  /// Its day.
  public var date: Day
  /// Who visited.
  public var reviewers: [Person]
  /// What was said.
  public var answer: ReviewItem

  /// An answer of a visit.
  public init(reference: Reference, date: Day, reviewers: [Person], answer: ReviewItem) {
    self.reference = reference
    self.date = date
    self.reviewers = reviewers
    self.answer = answer
  }
}

extension Review {
  /// Whether it goes through a checklist of the catalogue for an organisation, rather than through
  /// members' files, study records or a sample of records.
  public var isVisit: Bool {
    ![MemberReview.checklist, StudyCheck.checklist, RecordReview.checklist].contains(checklist)
  }

  /// How many of its items were answered so.
  public func count(_ answer: ChecklistAnswer) -> Int { items.count { $0.answer == answer } }
}

extension Ledger {
  /// The visits to an organisation up to a day, the newest first.
  public func visits(to id: OrganizationIdentifier, through day: Day) -> [Review] {
    reviews.filter { $0.isVisit && $0.organization == id && $0.date <= day }
      .sorted { ($1.date, $1.enteredAt, $1.reference) < ($0.date, $0.enteredAt, $0.reference) }
  }

  /// The findings raised at a visit, in the order of its items.
  public func findings(of visit: Review) -> [Matter] {
    matters.filter { $0.source?.recordText == visit.origin.text }
      .sorted { ($0.source?.itemNumber ?? 0) < ($1.source?.itemNumber ?? 0) }
  }

  /// What was last said of each item of a checklist up to a day, by its id; another visit of the
  /// very day counts, the visit left out (`excluding`) and those after it do not.
  public func lastAnswers(
    to checklist: String, of id: OrganizationIdentifier, through day: Day,
    excluding visit: Review? = nil
  ) -> [String: EarlierAnswer] {
    var found: [String: EarlierAnswer] = [:]
    for review in visits(to: id, through: day) where review.checklist == checklist {
      if let visit, (review.date, review.enteredAt) >= (visit.date, visit.enteredAt) { continue }
      for item in review.items where item.answer != .pending && found[item.item] == nil {
        found[item.item] = EarlierAnswer(
          reference: review.reference, date: review.date, reviewers: review.reviewers,
          answer: item)
      }
    }
    return found
  }

  /// The item of a checklist at which a finding was raised; nil for what was entered otherwise.
  public func visitItem(of matter: Matter) -> VisitItem? {
    guard let source = matter.source, let number = source.itemNumber,
      let review = review(Reference(source.recordText)), review.isVisit,
      review.items.indices.contains(number - 1)
    else { return nil }
    return VisitItem(checklist: review.checklist, item: review.items[number - 1].item)
  }

  /// The findings of the year before a day on an item of a checklist, or of the very words, of an
  /// organisation: those that would make another one repeated. By day.
  public func findings(
    like title: String, at item: VisitItem?, of id: OrganizationIdentifier, before day: Day
  ) -> [Matter] {
    let days = day.adding(years: -1)..<day
    let subject = Matter.subject(of: title)
    return matters(of: id).filter { other in
      other.kind == Matter.findingKind
        && days.contains(other.closed ?? other.opened) && other.opened < day
        && (other.subject == subject || (item != nil && visitItem(of: other) == item))
    }.sorted { ($0.opened, $0.reference) < ($1.opened, $1.reference) }
  }
}
