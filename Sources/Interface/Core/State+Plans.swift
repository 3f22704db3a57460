import Archive
import OrganizationLife
import RecordLog
import Wording

extension State {
  /// Opens the form of a record that does a plan: the tag that says so stands in it already.
  mutating func begin(_ choice: String, doing reference: Reference) {
    guard let plan = context.archive?.ledger.plans.first(where: { $0.reference == reference })
    else { return }
    let (request, kind) = State.request(of: choice, plan.organization)
    if let reason = context.readOnlyReason(for: .form(request)) {
      notice = Notice(reason, .warning)
    } else if var form = FormScreen(request, in: context) {
      form.addTag("\(PlanProgress.tag)\(plan.origin)")
      if let kind { form.propose(kind: kind, in: context) }
      push(.form(form))
    } else {
      notice = Notice(.cannotOpenForm, .warning)
    }
  }
}

extension State {
  /// The form that stands behind a choice of what to record, and the kind of record that goes into
  /// it where one was chosen.
  static func request(
    of choice: String, _ organization: OrganizationIdentifier
  ) -> (request: FormRequest, kind: String?) {
    guard choice.hasPrefix(plainChoice) else {
      return (.newActivity(kind: choice, organization: organization), nil)
    }
    let parts = choice.dropFirst(plainChoice.count).split(separator: " ", maxSplits: 1)
    return (
      .newPlain(type: parts.first.map(String.init) ?? "", organization),
      parts.count > 1 ? String(parts[1]) : nil
    )
  }

  /// Opens the form of a record that is no activity.
  mutating func open(plain choice: String, of organization: OrganizationIdentifier) -> [Effect] {
    let (request, kind) = State.request(of: choice, organization)
    let effects = open(.form(request))
    if let kind, case .form(var form) = top, form.request == request {
      form.propose(kind: kind, in: context)
      screens[screens.count - 1] = .form(form)
    }
    return effects
  }
}

extension FormScreen {
  /// Puts a kind into a form that was opened for it, and the cursor behind it.
  mutating func propose(kind: String, in context: Context) {
    page.setText("Kind", kind)
    focusFirstEmpty()
    settle(in: context)
  }
}

extension ChoiceBox {
  /// Before the plan that a record is to do, in the id of the box that asks what it will be.
  static let planChoice = "plan "

  /// Asks what was done of a plan.
  static func records(doing plan: Plan, in context: Context) -> ChoiceBox? {
    context.organization(plan.organization).map { place in
      .records(
        of: place, id: planChoice + plan.reference.text, title: .whatWasDone(plan.title),
        includingGroups: false, in: context)
    }
  }

  /// What a new record of an organisation can be: the kinds of its level, then the other types,
  /// then the kinds of record that are proposed for those.
  static func records(
    of organization: Organization, id: String, title: Phrase = .whatWasHeld,
    includingGroups: Bool, in context: Context
  ) -> ChoiceBox {
    let today = context.session.today
    let kinds = (context.archive?.catalog.kinds ?? []).filter { kind in
      kind.isOffered(on: today)
        && (kind.levels.contains(organization.level) || (kind.body == .group && includingGroups))
    }
    let types = FormScreen.plainTypes
    let proposed = types.flatMap { type in
      FormScreen.proposedKinds(of: type, in: context).map { kind in
        Choice(
          value: "\(State.plainChoice)\(type) \(kind)",
          label: "\(context.say(.plainRecord(type))) · \(kind)")
      }
    }
    return ChoiceBox(
      id: id, title: title,
      choices: kinds.map {
        Choice(value: $0.id, label: $0.title, keywords: "\($0.short) \($0.id)")
      }
        + types.map {
          Choice(value: State.plainChoice + $0, label: context.say(.plainRecord($0)))
        } + proposed)
  }
}
