import OrganizationLife
import Wording

extension FormScreen {
  // MARK: 补录

  /// The period, over by now, for which a meeting is entered; nil when it is one of today.
  var missedPeriod: Period? {
    if case .newActivity(_, _, let period) = request { period } else { nil }
  }

  /// The day by which a new form is filled: today, or the last one of the period it is for.
  func firstDay(in context: Context) -> Day {
    let today = context.session.today
    return missedPeriod.map { min($0.last, today) } ?? today
  }

  /// The day that was entered, or the period while there is none.
  var dayOrPeriod: String {
    guard let missedPeriod, Day(page.text("Date").trimmed) == nil else { return "\(derived.day)" }
    return "\(missedPeriod)"
  }

  /// How a field is read: a date without a year or month is one of the period.
  func inputOfDates(_ spec: FieldSpec) -> FieldInput {
    var input = derived.input
    if spec.name == "Date", openItem == nil, let missedPeriod {
      input.base = min(missedPeriod.last, input.today)
    }
    return input
  }

  /// What is said above the form: for which period it is entered, and which day it wants.
  func missedPeriodNote(in context: Context) -> [String] {
    guard let missedPeriod, let kind else { return [] }
    return [context.say(.entersMissed(kind.title, missedPeriod))]
  }

  /// Asks before a meeting is saved that does not fill the period it was begun for.
  func askAboutPeriod() -> [Outcome]? {
    guard let missedPeriod, let day = Day(page.text("Date").trimmed), !missedPeriod.contains(day)
    else { return nil }
    return [
      .overlay(
        .question(
          id: FormScreen.periodQuestion,
          .saveAllTheSame(.outsideMissed(day, missedPeriod))))
    ]
  }

  /// Before a record is signed off: what it still lacks.
  func askAboutGaps(in context: Context) -> [Outcome]? {
    guard case .sign(let reference) = request, let ledger = context.archive?.ledger,
      let activity = ledger.activity(reference), let kind = context.kind(of: activity)
    else { return nil }
    let gaps = ledger.gaps(in: activity, kind: kind).filter { $0 != .unsigned }
    guard !gaps.isEmpty else { return nil }
    return [
      .overlay(.question(id: FormScreen.doubt, .signWithGaps(gaps.map(\.phrase))))
    ]
  }

  /// The question whether a meeting of another period is to be saved.
  static let periodQuestion = "period"
}

extension Context {
  /// The form for what is owed in a period, which is over or runs.
  func entry(
    of kind: String, at organization: OrganizationIdentifier, in period: Period
  ) -> Destination {
    .form(
      .newActivity(
        kind: kind, organization: organization,
        period: period.last < session.today ? period : nil))
  }
}
