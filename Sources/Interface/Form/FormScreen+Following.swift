import Archive
import OrganizationLife
import RecordLog
import Wording

extension FormScreen {
  // MARK: To a field

  /// Puts the cursor on a field of the record, or of its item `item` (from 1), which is opened for
  /// it, or on a member's seat of the roster. A name that the form does not have leaves the cursor
  /// where it is.
  mutating func go(
    to name: String, item: Int?, member: MemberIdentifier? = nil, in context: Context
  ) {
    // The roster stands for all fields of people, a vote's first number for the vote.
    let name = name == "Vote" ? "VoteFavour" : name
    guard let item else {
      let roster = FormSpec.attendanceFields.contains(name) ? page.index(of: "Present") : nil
      if let index = page.index(of: name) ?? roster { page.focus = index }
      if let member, var roster = page.roster {
        roster.focus = roster.seats.firstIndex { $0.person.id == member } ?? roster.focus
        page.roster = roster
      }
      return settle(in: context)
    }
    guard var list = page.items, heldItems.indices.contains(item - 1),
      let index = page.itemsIndex
    else { return }
    page.focus = index
    list.selected = heldItems[item - 1]
    page.items = list
    _ = openSelectedItem(in: context)
    if let index = current.index(of: name) ?? current.index(of: "\(name)1") {
      current.focus = index
    }
    settle(in: context)
  }

  // MARK: 销号

  /// A matter with everything said but what came of it: how far it had come is no result, while
  /// what was reported for being struck off (待销号) is one, to be confirmed.
  mutating func openClosing(_ reference: Reference, in context: Context) -> Bool {
    guard openMatter(reference, in: context) else { return false }
    if progress(in: context) != nil { page.setText("Result", "") }
    page.setText("State", Matter.closedState)
    proposeClosing(in: context)
    return true
  }

  /// On which day and by whom a matter is closed, while it is.
  mutating func proposeClosing(in context: Context) {
    let person = isClosing ? context.session.identity?.person : nil
    propose(isClosing ? context.session.today.description : "", for: "Closed")
    propose(person.map { derived.input.people.shown($0) } ?? "", for: "Confirmed")
  }

  /// Whether the form closes a matter, in whichever way it was opened.
  var isClosing: Bool {
    switch request {
    case .closeMatter: true
    case .moveMatter: page.text("State").trimmed == Matter.closedState
    default: false
    }
  }

  /// A matter that was said to be mended and is not: open again, with the reason and a new day.
  mutating func openReturning(_ reference: Reference, in context: Context) -> Bool {
    guard let (newest, fields) = recordFields(reference, in: context),
      let id = fields.first(where: { $0.name == "Organization" })?.value
    else { return false }
    type = "matter"
    organization = OrganizationIdentifier(id)
    derive(in: context)
    base = BaseRecord(reference: newest, isFinal: false, title: "")
    var due = FieldSpec(field: "Due", of: "matter")
    due.startsRow = true
    page = FormPage([
      FieldSpec("Title", .shown, label: .headingMatter),
      FieldSpec("Result", .shown, label: .label(ofField: "Result", of: "matter")),
      FieldSpec(
        "Note", .line, label: .returnReason, isRequired: true, columns: 44, startsRow: true), due,
    ])
    let own: Set<String> = ["Note", "Due", "State", "Closed", "Confirmed", "Follows"]
    page.setText("Title", fields.first { $0.name == "Title" }?.value ?? "")
    page.setText("Result", fields.first { $0.name == "Result" }?.value ?? "")
    page.setText("Due", fields.first { $0.name == "Due" }?.value ?? "")
    page.kept = fields.filter { !own.contains($0.name) } + [Field("State", "办理中")]
    return true
  }

  /// How far the matter had come by its newest record; nil when that says nothing, or a result.
  func progress(in context: Context) -> (state: String, note: String)? {
    guard let base, let record = context.archive?.record(base.reference),
      let state = record.first("State"), state != "待销号",
      let note = record.first("Result"), !note.isEmpty
    else { return nil }
    return (state, note)
  }

  // MARK: Procedures

  /// The next step of a procedure, proposed from where the subject stands.
  mutating func openStep(
    _ organization: OrganizationIdentifier, _ kind: String, _ subject: String,
    in context: Context
  ) -> Bool {
    let today = context.session.today
    guard let archive = context.archive, let entry = archive.catalog.procedure(kind, on: today)
    else { return false }
    type = "procedure"
    self.organization = organization
    derive(in: context)
    base = nil
    let person = subject.isEmpty ? nil : Person(subject)
    let standing = person.flatMap { archive.ledger.standing(of: $0, in: entry, on: today) }
    var fields = FormSpec.of(
      "procedure", without: ["Organization", "Kind", "Evidence", "Document"]
    ).fields
    for index in fields.indices {
      switch fields[index].id {
      case "Subject":
        fields[index].kind = .people(isMultiple: false, allowsGuests: true)
        fields[index].columns = 16
      case "Step":
        let ahead = standing?.ahead.map(\.step.title) ?? []
        let repeated = standing?.clocks.map(\.step.title) ?? []
        let others = entry.steps.map(\.title).filter { !(ahead + repeated).contains($0) }
        fields[index].kind = .choice(
          ahead + repeated + others + [ProcedureKind.endStep], isMultiple: false,
          allowsOther: false)
        fields[index].columns = 24
        fields[index].isRequired = true
        fields[index].startsRow = true
      default: break
      }
    }
    page = FormPage(fields)
    if let person { page.setText("Subject", derived.input.people.shown(person)) }
    if person == nil, entry.isOfOrganizations {
      page.setText("Subject", context.name(organization))
    }
    let late = standing?.clocks.first { $0.isLate(on: today) }?.step
    let first = standing == nil ? entry.steps.first : nil
    page.setText("Step", (late ?? standing?.next?.step ?? first)?.title ?? "")
    page.setText("Date", today.description)
    page.kept = [Field("Kind", entry.id)]
    if let last = standing?.records(in: archive).last {
      page.kept.append(Field("Follows", last.text))
    }
    return true
  }
}

extension ProcedureStanding {
  /// The records of the procedure itself, by date; what other records prove is not among them.
  func records(in archive: Archive) -> [Reference] {
    archive.ledger.procedureSteps.filter { step in
      step.kind == kind.id && step.subject.isSame(as: subject) && step.date <= day
        && done.contains { $0.evidence.contains(step.reference) }
    }.sorted { ($0.date, $0.reference) < ($1.date, $1.reference) }.map(\.reference)
  }
}

extension ProcedureKind {
  /// Whether it is an organisation that stands in it, not a person (换届).
  var isOfOrganizations: Bool {
    steps.contains { step in
      switch step.meaning {
      case .termNotice, .termExtension, .earlyElection: true
      default: step.proofs.contains(.vote(.election))
      }
    }
  }
}
