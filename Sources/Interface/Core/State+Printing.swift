import OrganizationLife
import Wording

extension PageSubject {
  /// What was held, if the page is about that.
  var activity: Reference? {
    switch self {
    case .activity(let reference), .drawnRecord(let reference, _): reference
    default: nil
    }
  }

  /// The id of the row, in the list that it was opened from, of a page that turns to the next.
  var rowWalkedFrom: String? {
    switch self {
    case .member(let id, _): id.text
    case .drawnRecord(let reference, _): reference.text
    default: nil
    }
  }

  /// Whether there may be papers of it. Whether the records have something for them is found out
  /// when it is asked for.
  var hasPapers: Bool {
    switch self {
    case .activity, .drawnRecord, .makeUp, .matter, .standing, .member, .organization, .visit: true
    default: false
    }
  }

  /// What the papers are about: of an organisation, the year that runs.
  func papers(in context: Context) -> PaperSubject? {
    switch self {
    case .activity(let reference), .drawnRecord(let reference, _): .activity(reference)
    case .makeUp(let absence): .absence(absence)
    case .matter(let reference): .matter(reference)
    case .visit(let reference): .visit(reference)
    case .standing(let subject, let kind): .procedure(subject, kind: kind)
    case .member(let id, _): .member(id)
    case .organization(let id): .organization(id, year: context.session.today.year)
    case .record, .history, .checklistItem, .finding, .verification, .quarantined, .file,
      .catalogEntry, .pack, .reportSentence:
      nil
    }
  }
}

extension State {
  private static let paperChoice = "paper"
  private static let replaceQuestion = "replace"

  /// Opens the box of papers.
  mutating func offerPapers(of subject: PaperSubject, _ kinds: [PaperKind]) {
    guard let first = kinds.first else {
      notice = Notice(.noPapersHere, .warning)
      return
    }
    printing = PaperOrder(first, of: subject, as: .html)
    overlay = .choices(
      ChoiceBox(
        id: State.paperChoice, title: .whichPaper,
        choices: kinds.map { Choice(value: $0.rawValue, label: context.say($0.title)) },
        other: .paperBoxHint))
  }

  /// Says where a paper lies and what to do with it: on the notice line, or in a box where the path
  /// is too long for one line.
  mutating func tellOfPaper(at path: String, _ form: PaperOrder.Form) {
    let short = Phrase.paperWritten(path, isPage: form == .html)
    // A blank before it, and one behind, on the line that it interrupts.
    if ColumnWidth.of(context.say(short)) <= context.session.size.columns - 4 {
      notice = Notice(short, .good)
    } else {
      overlay = .message(.paperWrittenAtLength(path, isPage: form == .html))
    }
  }

  /// Asks whether a paper may take another file's place.
  mutating func askToReplace(_ order: PaperOrder, at path: String) {
    printing = order
    overlay = .question(id: State.replaceQuestion, .replacePaper(path))
  }

  /// What follows from a choice in the box of papers; nil for all others.
  mutating func print(_ choice: OverlayChoice) -> [Effect]? {
    switch choice {
    case .chosen(State.paperChoice, let values): print(values, as: .html)
    case .chosenOtherwise(State.paperChoice, let values): print(values, as: .text)
    case .cancelled(State.paperChoice): []
    case .confirmed(State.replaceQuestion): replacePaper()
    case .cancelled(State.replaceQuestion): leavePaper()
    default: nil
    }
  }

  private func print(_ values: [String], as form: PaperOrder.Form) -> [Effect] {
    guard let subject = printing?.subject, let value = values.first,
      let kind = PaperKind(rawValue: value)
    else { return [] }
    return [.print(PaperOrder(kind, of: subject, as: form))]
  }

  private func replacePaper() -> [Effect] {
    guard var order = printing else { return [] }
    order.isReplacing = true
    return [.print(order)]
  }

  private mutating func leavePaper() -> [Effect] {
    notice = Notice(.paperLeft)
    return []
  }
}
