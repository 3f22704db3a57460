import Archive
import OrganizationLife
import RecordLog
import Wording

/// A visit (检查): all items of a checklist with what the records answer, gone through one after the
/// other. What is said of an item is entered with one key or in a short form over the list; all of
/// it is kept as a draft until it is written as one.
public struct VisitScreen: ScreenBehavior {
  /// Whom the visit is to.
  let organization: OrganizationIdentifier
  /// The checklist's id.
  let checklist: String
  /// The items and what was said of them.
  var visit: Visit
  /// The numbers behind what the records answer, by item.
  private(set) var notes: [String: CheckNote] = [:]
  /// What was said of the items before, by item.
  private(set) var earlier: [String: EarlierAnswer] = [:]
  /// Position in the lines of the selected one.
  var selected = 0
  /// The first line shown.
  private(set) var top = 0
  /// The form over the list.
  var form: FormScreen?
  /// What was typed into forms that were left, by part.
  var unfinished: [VisitPart: [UInt8]] = [:]
  /// The reading of the ledger from which the answers come.
  private var edition: Int?

  /// Who began it, as records name people.
  var author: String
  /// The draft's name in the box of drafts.
  var draftName: String
  /// Whether anything was said since it was opened.
  var isModified = false
  var stamp = 0
  var savedStamp = 0
  var draftSavedAt: Moment?

  /// A visit of today, or of another day. Nil when the checklist or the organisation is not there
  /// then.
  public init?(
    _ organization: OrganizationIdentifier, checklist: String, on day: Day? = nil,
    in context: Context
  ) {
    let day = day ?? context.session.today
    guard let archive = context.archive,
      let list = archive.catalog.checklists.first(where: { $0.id == checklist }),
      let place = archive.ledger.organization(organization, on: day)
    else { return nil }
    self.organization = organization
    self.checklist = checklist
    let reviewer = context.session.identity?.person
    visit = archive.visit(list, to: place, on: day, by: [reviewer].compactMap(\.self))
    author = reviewer?.description ?? ""
    draftName = "visit-\(organization)-\(max(0, context.session.now.seconds))"
  }

  // MARK: What the core asks

  public func title(in context: Context) -> String {
    if let form { return form.title(in: context) }
    let list = context.archive?.catalog.checklists.first { $0.id == checklist }?.title ?? checklist
    return [context.say(.visit), context.name(organization), list].joined(separator: " · ")
  }

  public func status(in context: Context) -> String {
    var parts = [context.say(.visitProgress(visit.checked.count, of: visit.lines.count))]
    let found = visit.findings.count
    if found > 0 { parts.append(context.say(.visitFindings(found))) }
    if visit.date != context.session.today { parts.append(context.shown(visit.date)) }
    if isModified, let draftSavedAt {
      parts.append(context.say(.draftSavedAt(draftSavedAt.time)))
    }
    return parts.joined(separator: " · ")
  }

  public var scopes: [Scope] { form?.scopes ?? [.visit] }
  public var acceptsText: Bool { form?.acceptsText ?? false }

  public mutating func perform(_ action: Action, in context: Context) -> [Outcome]? {
    if form != nil { return performInForm(action, in: context) }
    switch action {
    case .up: move(to: selected - 1, in: context)
    case .down: move(to: selected + 1, in: context)
    case .pageUp: move(to: selected - height(in: context), in: context)
    case .pageDown: move(to: selected + height(in: context), in: context)
    case .first: move(to: 0, in: context)
    case .last: move(to: visit.lines.count - 1, in: context)
    case .nextField: return goToUnchecked(by: 1, in: context)
    case .previousField: return goToUnchecked(by: -1, in: context)
    case .open:
      guard let line = selectedLine else { return [] }
      return [
        .open(
          .page(
            .checklistItem(
              organization, checklist: checklist, item: line.item.id, atVisitOn: visit.date)))
      ]
    case .confirmAnswer: return confirm(in: context)
    case .answer: return selectedLine.map { openForm(.answer(item: $0.item.id), in: context) }
    case .reportProblem:
      return selectedLine.map { openForm(.finding(item: $0.item.id), in: context) }
    case .visitDetails: return openForm(.details, in: context)
    case .clearAnswer: clear(in: context)
    case .history: return [.open(.list(.visits(organization)))]
    case .save: return save(isConfirmed: false, in: context)
    default: return nil
    }
    return []
  }

  public mutating func type(_ key: Key, in context: Context) -> [Outcome]? {
    if form != nil { return changeForm { $0.type(key, in: context) } }
    guard case .character(let character) = key, character.isASCII,
      let number = character.wholeNumberValue, Self.answers.indices.contains(number - 1),
      let line = selectedLine
    else { return nil }
    let answer = Self.answers[number - 1]
    if line.recorded == answer { return confirm(in: context) }
    guard line.recorded == nil || line.recorded == .pending else {
      let outcomes = openForm(.answer(item: line.item.id), in: context)
      form?.page.setText("Answer", answer.rawValue)
      form?.go(to: "Remark", item: nil, in: context)
      return outcomes
    }
    self.answer(answer, in: context)
    return []
  }

  public mutating func paste(_ text: String, in context: Context) -> [Outcome]? {
    changeForm { $0.paste(text, in: context) }
  }

  public mutating func receive(_ choice: OverlayChoice, in context: Context) -> [Outcome] {
    switch choice {
    case .confirmed(Self.saveQuestion): return save(isConfirmed: true, in: context)
    case .chosen(Self.answerChoice, let values):
      if let answer = values.first.flatMap({ ChecklistAnswer(rawValue: $0) }) {
        self.answer(answer, in: context)
      }
      return []
    default: break
    }
    return changeForm { $0.receive(choice, in: context) } ?? []
  }

  public mutating func receive(edited text: String, in context: Context) -> [Outcome] {
    changeForm { $0.receive(edited: text, in: context) } ?? []
  }

  public mutating func refresh(in context: Context) {
    if edition != context.edition { derive(on: visit.date, in: context) }
    form?.refresh(in: context)
    move(to: selected, in: context)
  }

  // MARK: Deriving

  /// Asks the records again; what was said stays. An organisation that was not there on the day
  /// changes nothing: false.
  @discardableResult
  mutating func derive(on day: Day, in context: Context) -> Bool {
    guard let archive = context.archive,
      let list = archive.catalog.checklists.first(where: { $0.id == checklist }),
      let place = archive.ledger.organization(organization, on: day)
    else { return false }
    let answers = archive.recordedAnswers(to: list, organization: place, on: day)
    notes = Dictionary(
      answers.map { ($0.item.id, $0.note) }, uniquingKeysWith: { first, _ in first })
    earlier = archive.ledger.lastAnswers(to: checklist, of: organization, through: day)
    visit = archive.visit(list, to: place, on: day, by: visit.reviewers).takingOver(visit)
    edition = context.edition
    return true
  }

  /// The line that the selection is on.
  var selectedLine: VisitLine? {
    visit.lines.indices.contains(selected) ? visit.lines[selected] : nil
  }

  /// How often the finding at a line came back within the year.
  func repetitions(of line: VisitLine, in context: Context) -> [Matter] {
    guard let finding = line.finding, let ledger = context.archive?.ledger else { return [] }
    return ledger.findings(
      like: finding.title, at: VisitItem(checklist: checklist, item: line.item.id),
      of: organization, before: visit.date)
  }

  // MARK: Moving

  /// Rows of what is said of the selected line, below the list.
  static let detailRows = 4

  private func height(in context: Context) -> Int {
    max(1, context.session.bodyRows - 1 - Self.detailRows)
  }

  mutating func move(to position: Int, in context: Context) {
    selected = max(0, min(position, visit.lines.count - 1))
    let rows = height(in: context)
    let lowest = max(0, selected - rows + 1)
    let highest = max(0, min(selected, visit.lines.count - rows))
    top = max(lowest, min(top, max(highest, lowest)))
  }

  /// The next line that was not checked, around the end.
  private mutating func goToUnchecked(by step: Int, in context: Context) -> [Outcome] {
    let count = visit.lines.count
    for offset in stride(from: 1, through: count, by: 1) {
      let position = ((selected + step * offset) % count + count) % count
      guard !visit.lines[position].isChecked else { continue }
      move(to: position, in: context)
      return []
    }
    return [.notice(Notice(.visitComplete, .good))]
  }

  // MARK: Saying

  mutating func touch() {
    isModified = true
    stamp &+= 1
  }

  /// One key: what the records say is so.
  private mutating func confirm(in context: Context) -> [Outcome] {
    guard let line = selectedLine else { return [] }
    if visit.confirm(selected) {
      touch()
      move(to: selected + 1, in: context)
      return []
    }
    // Where the records cannot answer there is nothing to confirm: it is asked.
    return [
      .overlay(
        .choices(
          ChoiceBox(
            id: Self.answerChoice, title: Phrase(verbatim: line.item.id),
            choices: Self.answers.map {
              Choice(value: $0.rawValue, label: context.say(.word($0)))
            })))
    ]
  }

  static let answerChoice = "visitAnswer"

  /// What the digits stand for, from 1.
  static let answers: [ChecklistAnswer] = [.met, .partlyMet, .unmet, .notApplicable]

  /// An answer by hand where the records have none; what was remarked stays.
  private mutating func answer(_ answer: ChecklistAnswer, in context: Context) {
    visit.answer(selected, answer, remark: selectedLine?.given?.remark ?? "")
    touch()
    move(to: selected + 1, in: context)
  }

  private mutating func clear(in context: Context) {
    guard selectedLine?.given != nil else { return }
    visit.clear(selected)
    touch()
  }

  // MARK: Writing

  static let saveQuestion = "visit"

  private mutating func save(isConfirmed: Bool, in context: Context) -> [Outcome] {
    guard let archive = context.archive else { return [.notice(Notice(.noStoreOpen, .warning))] }
    let checked = visit.checked
    guard !checked.isEmpty else { return [.notice(Notice(.visitEmpty, .warning))] }
    let left = visit.lines.count - checked.count
    if left > 0, !isConfirmed {
      return [
        .overlay(.question(id: Self.saveQuestion, .visitUnfinished(left, checked: checked.count)))
      ]
    }
    let result = EntryCheck(archive, author: context.session.identity?.person)
      .check(visit.records, source: "", today: context.session.today)
    guard let fault = result.faults.first else {
      return [
        .effect(.append(visit.linked(result.records), draft: isModified ? draftName : nil))
      ]
    }
    // Whoever is told what is wrong stands where it is put right.
    let lines =
      fault.record == 0
      ? fault.item.map { [checked[min($0, checked.count) - 1]] } ?? []
      : [visit.findings[min(fault.record, visit.findings.count) - 1].line]
    if let line = lines.first,
      let position = visit.lines.firstIndex(where: { $0.item.id == line.item.id })
    {
      move(to: position, in: context)
    }
    return [.notice(Notice(fault.problem.phrase, .bad)), .effect(.bell)]
  }
}
