import Archive
import OrganizationLife
import RecordLog
import Wording

extension FormScreen {
  /// Works out the other sittings of the meeting: who came there is not asked for here, and
  /// numbers are judged over all of them.
  mutating func deriveSittings(
    of activity: Activity, _ kind: ActivityKind, _ ledger: Ledger
  ) {
    let others = ledger.otherSittings(of: activity)
    if var roster = page.roster {
      let came = others.flatMap { $0.present + $0.video }
      let elsewhere = Set(came.map { Roster.key($0) })
      if roster.elsewhere != elsewhere {
        roster.elsewhere = elsewhere
        page.roster = roster
      }
    }
    guard let whole = ledger.whole(of: activity) else { return }
    derived.whole = (whole, ledger.turnout(of: whole, kind: kind))
  }

  /// An item with the votes of all sittings, and the meeting by whose numbers it is judged.
  func judged(_ item: Item, of activity: Activity) -> (activity: Activity, item: Item) {
    guard let whole = derived.whole?.activity,
      let joined = whole.item(joining: item, of: activity)
    else { return (activity, item) }
    return (whole, joined)
  }

  /// Ctrl-B: the meeting is held in batches; asks which sitting this is.
  mutating func splitIntoSittings(in context: Context) -> [Outcome]? {
    guard isMeeting, openItem == nil, page.rosterIndex != nil else { return nil }
    _ = commit(in: context)
    showSitting()
    if page.text("Sitting").trimmed.isEmpty { page.setText("Sitting", "1/2") }
    page.focus = page.index(of: "Sitting") ?? page.focus
    isFresh = true
    touch()
    return []
  }

  /// Gives the form the field 分批.
  private mutating func showSitting() {
    guard let kind, page.index(of: "Sitting") == nil else { return }
    let present = page.fields.filter { !$0.isEmpty }.map(\.spec.name).filter { $0 != "Reason" }
    let counted = FieldInput.tokens(page.text("Counts")).compactMap { derived.kinds[$0] }
    page.adopt(
      FormSpec.activity(
        kind, counts: counted, present: present + ["Sitting"], asksReason: base?.isFinal ?? false
      ).fields)
  }

  /// A meeting that was begun in batches goes on: the same number, the next sitting, its items.
  mutating func proposeNextSitting(in context: Context) {
    guard let kind, let organization, let ledger = derived.ledger,
      let (meeting, next) = ledger.unfinishedMeeting(
        of: kind.id, organization: organization, on: derived.day),
      let first = meeting.merged
    else { return }
    showSitting()
    page.setText("Sitting", next.description)
    page.setText("Title", first.title)
    if let number = first.number { propose("\(number)", for: "Number") }
    begun = meeting.date
    guard var list = page.items else { return }
    let people = derived.input.people
    list.pages = first.items.map { item in
      var offered = emptyItem(of: kind)
      offered.isOffered = true
      offered.setText("Item", item.title)
      offered.setText("ItemKind", item.kind?.rawValue ?? "")
      offered.setText("About", item.about.map { people.shown($0) }.joined(separator: "、"))
      return offered
    }
    page.items = list
  }

  /// What is said above a form that goes on with a meeting begun before.
  func sittingNote(in context: Context) -> [String] {
    guard let begun, let sitting = Sitting(page.text("Sitting").trimmed), sitting.index > 1 else {
      return []
    }
    return [context.say(.continuesSitting(sitting, begun: begun))]
  }

  /// 分批 was cleared: it is a meeting of its own, with a number of its own.
  mutating func leaveSitting() {
    guard page.text("Sitting").trimmed.isEmpty, begun != nil else { return }
    begun = nil
    proposeNumber(in: derived.day.year)
  }

  // MARK: Snapshots of an earlier day

  /// A change of somebody, or of an organisation, from an earlier day on starts from what held on
  /// that day: fields that nobody changed take its values.
  mutating func takeValuesOfDay(in context: Context) {
    guard let since = Day(page.text("Since").trimmed), let ledger = derived.ledger,
      let reference = snapshot(on: since, ledger), reference != valuesFrom ?? base?.reference,
      let (_, fields) = recordFields(reference, in: context)
    else { return }
    valuesFrom = reference
    let own: Set<String> = ["Since", "Until", "Left", "Note", "Reason", "Officer"]
    for index in page.fields.indices where !own.contains(page.fields[index].spec.name) {
      let field = page.fields[index]
      guard field.spec.kind.isReached, field.original?.text ?? "" == field.text else { continue }
      let values = fields.filter { $0.name == field.spec.name }.map(\.value)
      let text = derived.input.text(of: values, field.spec.kind)
      page.fields[index] = FormField(field.spec, text: text)
      if !values.isEmpty {
        page.fields[index].original = FormField.Original(
          text: page.fields[index].text, values: values)
      }
    }
  }

  /// The snapshot that held on a day, by its record.
  private func snapshot(on day: Day, _ ledger: Ledger) -> Reference? {
    switch request {
    case .changeMember(let id): ledger.members[id]?.last { $0.since <= day }?.reference
    case .changeOrganization(let id):
      ledger.organizations[id]?.last { $0.since <= day }?.reference
    default: nil
    }
  }
}
