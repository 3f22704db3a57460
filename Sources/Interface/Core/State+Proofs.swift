import Archive
import OrganizationLife
import Wording

// A step of a procedure that a meeting of its own proves, such as 举荐会: the meeting is what is to
// be recorded, and the step follows from it.
extension State {
  /// Before the kind of the meeting, among the answers to what is to be recorded.
  private static let meetingAnswer = "meeting "
  private static let proofChoice = "proof "

  /// Asks whether the meeting that proves the next step is to be recorded or the step alone; false
  /// where no meeting is called as the step is.
  mutating func askForProof(of request: FormRequest) -> Bool {
    guard case .procedureStep(let organization, let kind, let subject) = request,
      !subject.isEmpty, let archive = context.archive,
      let entry = archive.catalog.procedure(kind, on: context.session.today),
      let standing = archive.ledger.standing(
        of: Person(subject), in: entry, on: context.session.today),
      let step = standing.next?.step, let meeting = meeting(proving: step, of: organization)
    else { return false }
    overlay = .choices(
      ChoiceBox(
        id: "\(State.proofChoice)\(organization) \(kind) \(subject)",
        title: .stepHasMeeting(step.title),
        choices: [
          Choice(
            value: State.meetingAnswer + meeting.id,
            label: context.say(.recordMeeting(meeting.title))),
          Choice(value: "step", label: context.say(.recordStepOnly)),
        ]))
    return true
  }

  private func meeting(
    proving step: ProcedureStepKind, of organization: OrganizationIdentifier
  ) -> ActivityKind? {
    for case .activity(let id) in step.proofs {
      guard let kind = context.archive?.catalog.kind(id), kind.title == step.title,
        kind.isOffered(on: context.session.today),
        let level = context.organization(organization)?.level, kind.levels.contains(level)
      else { continue }
      return kind
    }
    return nil
  }

  /// What follows from the answer; nil for every other choice.
  mutating func recordProof(_ choice: OverlayChoice) -> [Effect]? {
    switch choice {
    case .cancelled(let id) where id.hasPrefix(State.proofChoice): return []
    case .chosen(let id, let values) where id.hasPrefix(State.proofChoice):
      let parts = id.dropFirst(State.proofChoice.count)
        .split(separator: " ", maxSplits: 2).map(String.init)
      guard parts.count == 3, let organization = OrganizationIdentifier(parts[0]),
        let answer = values.first
      else { return [] }
      guard answer.hasPrefix(State.meetingAnswer) else {
        push(form: .procedureStep(organization, kind: parts[1], subject: parts[2]))
        return []
      }
      let kind = String(answer.dropFirst(State.meetingAnswer.count))
      push(form: .newActivity(kind: kind, organization: organization), about: Person(parts[2]))
      return []
    default: return nil
    }
  }

  private mutating func push(form request: FormRequest, about person: Person? = nil) {
    guard var form = FormScreen(request, in: context) else {
      notice = Notice(.cannotOpenForm, .warning)
      return
    }
    if let person { form.propose(about: person) }
    push(.form(form))
  }
}

extension FormScreen {
  /// Names the person whom the proposed items of a meeting are about.
  fileprivate mutating func propose(about person: Person) {
    guard var list = page.items else { return }
    for index in list.pages.indices where list.pages[index].text("About").trimmed.isEmpty {
      list.pages[index].setText("About", derived.input.people.shown(person))
    }
    page.items = list
  }
}
