import Archive
import OrganizationLife
import RecordLog
import Wording

extension State {
  // MARK: 补学

  /// Asks whether an absence was made up at an activity.
  mutating func askForMakeUp(_ absence: Reference, at session: Reference) {
    guard let archive = context.archive, let id = absence.member,
      let member = archive.ledger.latest(id),
      let missed = archive.ledger.activity(Reference(absence.recordText)),
      let held = archive.ledger.activity(session)
    else { return }
    if let reason = context.readOnlyReason(for: held.organization) {
      notice = Notice(reason, .warning)
      return
    }
    overlay = .question(
      id: "\(State.makeUpQuestion)\(absence) \(session)",
      .makeUpQuestion(
        member.name, "\(context.shown(missed.date)) \(context.subject(of: missed))",
        "\(context.shown(held.date)) \(context.subject(of: held))"))
  }

  /// Puts the tag on the record of the activity at which the absence was made up; nil when the
  /// answer is to another question.
  mutating func recordMakeUp(_ choice: OverlayChoice) -> [Effect]? {
    switch choice {
    case .cancelled(let id) where id.hasPrefix(State.makeUpQuestion): return []
    case .confirmed(let id) where id.hasPrefix(State.makeUpQuestion):
      let parts = id.dropFirst(State.makeUpQuestion.count).split(separator: " ").map(String.init)
      guard parts.count == 2, let archive = context.archive,
        let session = archive.ledger.activity(Reference(parts[1])),
        let record = archive.record(session.reference)
      else { return [] }
      let missed = Reference(parts[0]).recordText
      let own: Set<String> = ["Id", "By", "At", "Sum", "Corrects", "Reason"]
      let (whole, items) = FormScreen.split(record.fields.filter { !own.contains($0.name) })
      var fields = whole + [Field("Tag", "\(Activity.makeUpTag)\(missed)")]
      fields.append(Field("Corrects", session.reference.text))
      if session.isFinal { fields.append(Field("Reason", Phrase.makeUpReason.chinese)) }
      let draft = PlainRecord(type: "activity", line: 0, fields: fields + items.flatMap(\.self))
      let result = EntryCheck(archive, author: context.session.identity?.person)
        .check([draft], source: "", today: context.session.today)
      if let fault = result.faults.first {
        notice = Notice(fault.phrase, .bad)
        return [.bell]
      }
      return [.append(result.records, draft: nil)]
    default: return nil
    }
  }

  // MARK: 销号

  /// The open matter that is selected, or whose page is open.
  private var selectedMatter: Reference? {
    switch top {
    case .list(let list): list.selectedMatter
    case .page(let page): page.matter
    case .menu, .grid, .calendar, .importing, .form, .search, .visit: nil
    }
  }

  /// Why the selected matter cannot be closed by who works here; nil when it can, or none is
  /// selected.
  var closingReason: Phrase? {
    guard let matter = selectedMatter, let archive = context.archive else { return nil }
    return archive.opener(
      of: matter, barring: context.session.identity?.person, on: context.session.today
    ).map { .closedByOpener($0.name) }
  }

  /// Why the selected matter cannot be sent back: nobody says that it is mended, or another level
  /// has to.
  var returningReason: Phrase? {
    guard let matter = selectedMatter, let archive = context.archive else { return nil }
    let newest = archive.current(matter) ?? matter
    let found = archive.ledger.matters.first { $0.reference == newest }
    guard found?.state == Matter.waitingState else { return .nothingToReturn }
    return closingReason
  }
}
