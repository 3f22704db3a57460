import Archive
import OrganizationLife
import RecordLog

// What people choose by its name and records name by its id.
extension RecordDraft {
  /// A step is chosen by its title and written by its id, as reports look for it.
  mutating func nameStep(of procedure: String, in context: Context) {
    let entry = context.archive?.catalog.procedure(procedure, on: context.session.today)
    for index in whole.indices where whole[index].field.name == "Step" {
      guard let step = entry?.step(whole[index].field.value) else { continue }
      whole[index].field = Field("Step", step.id)
    }
  }

  /// What a matter comes from is chosen by day and title and written by its id.
  mutating func nameSource(
    of organization: OrganizationIdentifier, in context: Context
  ) {
    for index in whole.indices where whole[index].field.name == "Source" {
      let shown = whole[index].field.value
      guard let source = context.sources(of: organization).first(where: { $0.shown == shown })
      else { continue }
      whole[index].field = Field("Source", source.reference.text)
    }
  }
}

extension Context {
  /// What a new matter of an organisation may come from: what it, or one above it, has held in the
  /// year before today, newest first, talks left out; of several called alike the last.
  func sources(
    of organization: OrganizationIdentifier
  ) -> [(shown: String, reference: Reference)] {
    guard let ledger = archive?.ledger else { return [] }
    let today = session.today
    var places = [organization]
    while let last = places.last, let above = ledger.organization(last, on: today)?.parent,
      !places.contains(above)
    {
      places.append(above)
    }
    let held = places.flatMap { ledger.activities(of: $0, in: today.adding(months: -12)...today) }
      .sorted { ($1.date, $1.reference) < ($0.date, $0.reference) }
    var seen: Set<String> = []
    return held.compactMap { activity in
      guard let kind = kind(of: activity), !kind.isConversation, !kind.isRestricted else {
        return nil
      }
      let shown = "\(activity.date) \(formalName(of: activity))"
      return seen.insert(shown).inserted ? (shown, activity.reference) : nil
    }
  }
}
