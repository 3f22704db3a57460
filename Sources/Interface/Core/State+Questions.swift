import Archive
import OrganizationLife
import RecordLog
import Wording

// Questions of the core's own and what follows from their answers.
extension State {
  /// Asks what was held.
  mutating func askForKind() {
    guard let archive = context.archive, let organization = context.scopeOrganization else {
      notice = Notice(.noOrganizationYet, .warning)
      return
    }
    if let reason = context.readOnlyReason(for: organization.id) {
      notice = Notice(reason, .warning)
      return
    }
    let groups = archive.ledger.groups(of: organization.id, on: context.session.today)
    overlay = .choices(
      .records(
        of: organization, id: State.kindChoice, includingGroups: !groups.isEmpty, in: context))
  }

  /// Asks whether what was just written is to be withdrawn.
  mutating func askForUndo() {
    guard !lastWritten.isEmpty else {
      notice = Notice(.nothingToUndo)
      return
    }
    overlay = .question(id: State.undoQuestion, .undoQuestion(lastWritten.map(\.text)))
  }

  /// What follows from a choice in a box that the core itself had opened; nil for all others.
  mutating func receive(_ choice: OverlayChoice) -> [Effect]? {
    switch choice {
    case .confirmed(State.draftQuestion):
      return context.drafts.first.map { open(.draft($0)) } ?? []
    case .cancelled(State.draftQuestion):
      notice = Notice(.draftStays)
      return []
    case .confirmed(State.undoQuestion):
      return undoLast()
    case .confirmed(State.carryOnQuestion):
      return carryOn()
    case .cancelled(State.carryOnQuestion):
      notice = Notice(.notCarriedOn)
      return []
    case .chosen(State.kindChoice, let values):
      guard let kind = values.first, let organization = context.scopeOrganization else { return [] }
      if kind.hasPrefix(State.plainChoice) { return open(plain: kind, of: organization.id) }
      return open(kind: kind, of: organization)
    case .chosen(let id, let values) where id.hasPrefix(ChoiceBox.planChoice):
      let plan = Reference(String(id.dropFirst(ChoiceBox.planChoice.count)))
      return values.first.map { open(.doing(plan: plan, as: $0)) } ?? []
    case .chosen(State.groupChoice, let values):
      let parts = values.first.map { $0.split(separator: " ") } ?? []
      guard parts.count == 2, let group = OrganizationIdentifier(String(parts[1])) else {
        return []
      }
      return open(.form(.newActivity(kind: String(parts[0]), organization: group)))
    case .cancelled(State.undoQuestion), .cancelled(State.kindChoice),
      .cancelled(State.groupChoice):
      return []
    default:
      return leave(choice) ?? recordProof(choice) ?? recordMakeUp(choice) ?? recordStudyCheck(
        choice) ?? switchPack(choice)
        ?? print(choice) ?? export(choice)
    }
  }

  /// Opens the form of a kind; a meeting of a group first asks which group.
  private mutating func open(kind id: String, of organization: Organization) -> [Effect] {
    guard let archive = context.archive, let kind = archive.catalog.kind(id) else { return [] }
    guard kind.body == .group, organization.level != .group else {
      return open(.form(.newActivity(kind: id, organization: organization.id)))
    }
    let groups = archive.ledger.groups(of: organization.id, on: context.session.today)
    guard groups.count != 1 else {
      return open(.form(.newActivity(kind: id, organization: groups[0].id)))
    }
    overlay = .choices(ChoiceBox(choosing: groups, for: id))
    return []
  }

  private mutating func undoLast() -> [Effect] {
    guard let archive = context.archive else { return [] }
    let records = lastWritten.reversed().compactMap { reference -> PlainRecord? in
      guard let record = archive.record(reference) else { return nil }
      return PlainRecord(
        type: record.type, line: 0,
        fields: [
          Field("Withdraws", reference.text), Field("Reason", Phrase.undoReason.chinese),
        ])
    }
    let result = EntryCheck(archive, author: context.session.identity?.person)
      .check(records, source: "", today: context.session.today)
    if let fault = result.faults.first {
      notice = Notice(fault.phrase, .bad)
      return [.bell]
    }
    lastWritten = []
    return [.append(result.records, draft: nil)]
  }
}
