import Archive
import OrganizationLife
import RecordLog
import Wording

extension State {
  /// Opens the form of a record that does a plan: the tag that says so stands in it already.
  mutating func begin(_ choice: String, doing reference: Reference) {
    guard let plan = context.archive?.ledger.plans.first(where: { $0.reference == reference })
    else { return }
    let request: FormRequest =
      choice.hasPrefix(State.plainChoice)
      ? .newPlain(
        type: String(choice.dropFirst(State.plainChoice.count)), plan.organization)
      : .newActivity(kind: choice, organization: plan.organization)
    if let reason = context.readOnlyReason(for: .form(request)) {
      notice = Notice(reason, .warning)
    } else if var form = FormScreen(request, in: context) {
      form.addTag("\(PlanProgress.tag)\(plan.origin)")
      push(.form(form))
    } else {
      notice = Notice(.cannotOpenForm, .warning)
    }
  }
}

extension ChoiceBox {
  /// Before the plan that a record is to do, in the id of the box that asks what it will be.
  static let planChoice = "plan "

  /// What a new record of an organisation can be: the kinds of its level, then the other types.
  static func records(
    of organization: Organization, id: String, includingGroups: Bool, in context: Context
  ) -> ChoiceBox {
    let today = context.session.today
    let kinds = (context.archive?.catalog.kinds ?? []).filter { kind in
      kind.isOffered(on: today)
        && (kind.levels.contains(organization.level) || (kind.body == .group && includingGroups))
    }
    return ChoiceBox(
      id: id, title: .whatWasHeld,
      choices: kinds.map { Choice(value: $0.id, label: $0.title, keywords: $0.short) }
        + FormScreen.plainTypes.map {
          Choice(value: State.plainChoice + $0, label: context.say(.plainRecord($0)))
        })
  }
}
