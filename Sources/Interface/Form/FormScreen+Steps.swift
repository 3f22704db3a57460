import Archive
import OrganizationLife
import Wording

extension FormScreen {
  /// The step of a procedure that is being entered: its clocks on the day entered.
  private struct EnteredStep {
    var step: ProcedureStepKind
    var day: Day
    var standing: ProcedureStanding?

    /// When it may be taken, where its clocks say so.
    var ahead: StepAhead? { standing?.ahead.first { $0.step.id == step.id } }
  }

  private func enteredStep(in context: Context) -> EnteredStep? {
    guard case .procedureStep(_, let kind, _) = request, let archive = context.archive,
      let entry = archive.catalog.procedure(kind, on: context.session.today),
      let step = entry.steps.first(where: { $0.title == page.text("Step").trimmed }),
      let day = Day(page.text("Date").trimmed)
    else { return nil }
    let subject = derived.input.persons(in: page.text("Subject")).first
    return EnteredStep(
      step: step, day: day,
      standing: subject.flatMap { archive.ledger.standing(of: $0, in: entry, on: day) })
  }

  /// What the clocks of a procedure say of the step being entered: too early, or before others
  /// that it needs.
  func stepRemarks(in context: Context) -> [Remark] {
    guard let entered = enteredStep(in: context), let standing = entered.standing else { return [] }
    func remark(_ warning: ProcedureWarning, field: String) -> Remark {
      Remark(
        tone: .warning, phrase: warning.phrase, remedy: warning.remedy,
        citation: warning.citation, field: field)
    }
    if let ahead = entered.ahead {
      if let earliest = ahead.earliest, entered.day < earliest {
        return [remark(.early(entered.step, on: entered.day, earliest: earliest), field: "Date")]
      }
      if let latest = ahead.latest, latest < entered.day {
        return [remark(.late(entered.step, on: entered.day, latest: latest), field: "Date")]
      }
      return []
    }
    let taken = Set(standing.done.map(\.step.id))
    let missing = entered.step.after.filter { !taken.contains($0) }
    guard !missing.isEmpty, !taken.contains(entered.step.id) else { return [] }
    let titles = missing.map { id in standing.kind.steps.first { $0.id == id }?.title ?? id }
    return [remark(.outOfOrder(entered.step, missing: titles), field: "Step")]
  }

  /// When the chosen step may be taken: `确定发展对象:最早2026-12-01`.
  func stepWindow(in context: Context) -> Phrase? {
    guard let entered = enteredStep(in: context), let ahead = entered.ahead,
      ahead.earliest != nil || ahead.latest != nil
    else { return nil }
    return .stepWindow(entered.step.title, ahead.earliest, ahead.latest)
  }
}
