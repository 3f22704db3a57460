import Archive
import OrganizationLife
import RecordLog
import Wording

extension FormScreen {
  // MARK: Members

  mutating func openNewMember(_ organization: OrganizationIdentifier, in context: Context) -> Bool {
    let today = context.session.today
    guard let ledger = context.archive?.ledger,
      let branch = ledger.branch(of: organization, on: today)
    else { return false }
    type = "member"
    self.organization = branch.id
    derive(in: context)
    page = FormPage(FormScreen.memberFields(isNew: true))
    page.setText("Member", FormScreen.nextMember(of: branch.id, in: ledger, after: []))
    page.setText("Organization", derived.input.organizations.shown(branch.id))
    if branch.id != organization {
      page.setText("Group", derived.input.organizations.shown(organization))
    }
    page.setText("Category", "在职")
    page.setText("Rights", MemberRights.normal.rawValue)
    page.setText("Since", context.firstDay(of: branch.id).description)
    return true
  }

  mutating func openMember(_ id: MemberIdentifier, in context: Context) -> Bool {
    guard let archive = context.archive, let member = archive.ledger.latest(id),
      let (_, fields) = recordFields(member.reference, in: context)
    else { return false }
    type = "member"
    organization = member.organization
    derive(in: context)
    base = BaseRecord(reference: member.reference, isFinal: false, title: member.name)
    page = FormPage(FormScreen.memberFields(isNew: false))
    page.read(fields.filter { $0.name != "Follows" }, derived.input)
    page.setText("Since", context.session.today.description)
    return true
  }

  /// All fields of a member, name first.
  private static func memberFields(isNew: Bool) -> [FieldSpec] {
    var fields = FormSpec.of("member").fields
    if let id = fields.firstIndex(where: { $0.id == "Member" }),
      let name = fields.firstIndex(where: { $0.id == "Name" })
    {
      fields.swapAt(id, name)
    }
    for (index, field) in fields.enumerated() {
      fields[index].startsRow = [
        "Organization", "Status", "Gender", "Applied", "Since", "Introducer", "Post",
      ].contains(field.id)
      if field.id == "Organization" { fields[index].columns = 18 }
      if field.id == "Name" { fields[index].columns = 10 }
      if field.id == "Member" { fields[index].hint = .hintMemberID }
    }
    var note = FieldSpec(field: "Note", of: "member")
    note.kind = .line
    fields.append(note)
    if !isNew {
      var reason = FieldSpec(field: "Reason", of: "member")
      reason.kind = .line
      reason.hint = .hintMemberReason
      fields.append(reason)
    }
    return fields
  }

  /// The next free id of a branch's members: `Q1M01`, `Q1M02`, … `taken` are ids given out at the
  /// same time.
  static func nextMember(
    of branch: OrganizationIdentifier, in ledger: Ledger?, after taken: [String]
  ) -> String {
    let start = "\(branch.text)M"
    let ids = (ledger?.members.keys.map(\.text) ?? []) + taken
    let last = ids.compactMap { $0.hasPrefix(start) ? Int($0.dropFirst(start.count)) : nil }.max()
    let next = (last ?? 0) + 1
    return start + (next < 10 ? "0" : "") + "\(next)"
  }

  // MARK: Organisations

  mutating func openNewOrganization(
    _ parent: OrganizationIdentifier?, in context: Context
  ) -> Bool {
    let today = context.session.today
    let ledger = context.archive?.ledger
    let above = parent.flatMap { ledger?.organization($0, on: today) }
    if parent != nil, above == nil { return false }
    type = "organization"
    organization = parent
    derive(in: context)
    page = FormPage(FormScreen.organizationFields())
    let isBranch = above?.level.isBranch ?? false
    page.setText(
      "Organization", FormScreen.nextOrganization(below: above, in: ledger, after: []))
    page.setText("Parent", parent.map { derived.input.organizations.shown($0) } ?? "")
    if isBranch { page.setText("Level", OrganizationLevel.group.rawValue) }
    page.setText("Since", (parent.map { context.firstDay(of: $0) } ?? today).description)
    syncOfficers()
    return true
  }

  mutating func openOrganization(_ id: OrganizationIdentifier, in context: Context) -> Bool {
    guard let snapshot = context.archive?.ledger.organizations[id]?.last,
      let (_, fields) = recordFields(snapshot.reference, in: context)
    else { return false }
    type = "organization"
    organization = id
    derive(in: context)
    base = BaseRecord(reference: snapshot.reference, isFinal: false, title: snapshot.name)
    page = FormPage(FormScreen.organizationFields())
    page.read(fields.filter { $0.name != "Officer" && $0.name != "Follows" }, derived.input)
    for officer in fields.filter({ $0.name == "Officer" }) {
      syncOfficers()
      let index = page.fields.lastIndex { $0.spec.name == "Officer" }
      guard let index else { continue }
      let text = derived.input.text(of: [officer.value], .officer)
      page.fields[index].text = text
      page.fields[index].original = FormField.Original(text: text, values: [officer.value])
    }
    page.setText("Since", context.firstDay(of: id).description)
    syncOfficers()
    return true
  }

  private static func organizationFields() -> [FieldSpec] {
    FormSpec.of("organization", without: ["Officer"]).fields.map { spec in
      var spec = spec
      switch spec.id {
      case "Organization":
        spec.columns = 12
        spec.hint = .hintOrganizationID
      case "Name": spec.columns = 24
      default: break
      }
      spec.startsRow = ["Level", "Since", "Elected", "Unit"].contains(spec.id)
      return spec
    }
  }

  /// Keeps one empty line for a further officer below those entered.
  mutating func syncOfficers() {
    let last = page.fields.last { $0.spec.name == "Officer" }
    if let last, last.isEmpty { return }
    let number = page.fields.count { $0.spec.name == "Officer" } + 1
    var spec = FieldSpec(field: "Officer", of: "organization")
    spec.id = "Officer\(number)"
    spec.startsRow = number % 2 == 1
    let place =
      (page.fields.lastIndex { $0.spec.name == "Officer" }
      ?? page.fields.lastIndex { $0.spec.id == "Term" }).map { $0 + 1 } ?? page.fields.count
    let focusedID = page.focused?.spec.id
    page.fields.insert(FormField(spec), at: place)
    page.focus = page.fields.firstIndex { $0.spec.id == focusedID } ?? page.focus
  }

  /// The next free id: of groups of Q1 `Q1G1`; of branches one more than those beside it.
  static func nextOrganization(
    below parent: Organization?, in ledger: Ledger?, after taken: [String]
  ) -> String {
    let ids = Set((ledger?.organizations.keys.map(\.text) ?? []) + taken)
    if let parent, parent.level.isBranch {
      return (1...99).lazy.map { "\(parent.id)G\($0)" }.first { !ids.contains($0) } ?? ""
    }
    let numbers = ids.filter { $0.first == "Q" }.compactMap { Int($0.dropFirst()) }
    return "Q\((numbers.max() ?? 0) + 1)"
  }

  // MARK: Checklists

  mutating func openAnswer(
    _ organization: OrganizationIdentifier, _ checklist: String, _ item: String,
    in context: Context
  ) -> Bool {
    guard let list = context.archive?.catalog.checklists.first(where: { $0.id == checklist }),
      let line = list.items.first(where: { $0.id == item })
    else { return false }
    type = "review"
    self.organization = organization
    derive(in: context)
    base = BaseRecord(reference: Reference(""), isFinal: false, title: "\(list.title) \(item)")
    var answer = FieldSpec(field: "Answer", of: "review", inItem: true)
    answer.isRequired = true
    var remark = FieldSpec(field: "Remark", of: "review", inItem: true)
    remark.startsRow = true
    var date = FieldSpec(field: "Date", of: "review")
    date.startsRow = true
    page = FormPage([
      FieldSpec("Text", .shown, label: .label(ofField: "Text", of: "review")), answer, remark, date,
      FieldSpec(field: "Reviewer", of: "review"),
    ])
    page.setText("Text", line.title)
    page.setText("Date", context.session.today.description)
    let person = context.session.identity?.person
    page.setText("Reviewer", person.map { derived.input.people.shown($0) } ?? "")
    return true
  }

  // MARK: Matters

  mutating func openNewMatter(
    _ organization: OrganizationIdentifier, about member: MemberIdentifier?,
    line: MemberLine? = nil, words: String = "", in context: Context
  ) -> Bool {
    type = "matter"
    self.organization = organization
    derive(in: context)
    page = FormPage(FormScreen.matterFields(isNew: true))
    if let source = page.index(of: "Source") {
      page.fields[source].spec.kind = .choice(
        context.sources(of: organization).map(\.shown), isMultiple: false, allowsOther: true)
    }
    if let member {
      guard let person = context.archive?.ledger.latest(member)?.person else { return false }
      let isRestricted = line?.isRestricted ?? false
      let about = line.map { " \($0.rawValue)" } ?? ""
      page.setText(
        "Title", isRestricted ? person.name + about : "\(person.name)\(about):\(words)")
      page.setText("Owner", derived.input.people.shown(person))
      page.setText("Kind", Matter.findingKind)
      if isRestricted { fixTitle() }
      if line != nil { proposeDue(in: context) }
    }
    page.setText("Opened", context.session.today.description)
    page.setText("State", "办理中")
    return true
  }

  /// Until when a finding is to be mended, as at visits whose checklist says nothing else.
  private mutating func proposeDue(in context: Context) {
    page.setText(
      "Due", context.session.today.adding(days: Checklist.usualDaysToMend).description)
  }

  /// A finding about something that was held, for whoever wrote its record to mend.
  mutating func openRecordFinding(_ reference: Reference, in context: Context) -> Bool {
    guard let archive = context.archive, let activity = archive.ledger.activity(reference),
      openNewMatter(activity.organization, about: nil, in: context)
    else { return false }
    let kind = archive.catalog.kind(activity.kind)
    page.setText("Title", "\(context.reviewText(of: activity)):")
    page.setText("Owner", activity.recorder.map { derived.input.people.shown($0) } ?? "")
    page.setText("Kind", Matter.findingKind)
    page.kept.append(Field("Source", activity.origin.text))
    proposeDue(in: context)
    if kind?.isRestricted ?? false { fixTitle() }
    return true
  }

  /// What restricted records say is named in a matter, which everybody reads, and not told: its
  /// title stays the line of the page.
  private mutating func fixTitle() {
    guard let index = page.fields.firstIndex(where: { $0.spec.id == "Title" }) else { return }
    page.fields[index].spec.kind = .shown
    page.fields[index].spec.label = .titleOfRestricted
    page.kept.append(Field("Title", page.text("Title").trimmed))
  }

  mutating func openMatter(_ reference: Reference, in context: Context) -> Bool {
    guard let archive = context.archive else { return false }
    type = "matter"
    if !reference.text.contains("#"), let (newest, fields) = recordFields(reference, in: context),
      let id = fields.first(where: { $0.name == "Organization" })?.value
    {
      organization = OrganizationIdentifier(id)
      derive(in: context)
      base = BaseRecord(reference: newest, isFinal: false, title: "")
      page = FormPage(FormScreen.matterFields(isNew: false))
      page.read(fields.filter { $0.name != "Follows" }, derived.input)
      return true
    }
    // A derived matter has no record before something happens to it.
    let open = archive.ledger.openMatters(
      on: context.session.today, of: nil, kinds: archive.catalog.kinds)
    guard let matter = open.first(where: { $0.reference == reference }) else { return false }
    organization = matter.organization
    derive(in: context)
    page = FormPage(FormScreen.matterFields(isNew: false))
    let people = derived.input.people
    page.setText("Kind", matter.kind)
    page.setText("Title", matter.title)
    page.setText("Opened", matter.opened.description)
    page.setText("Owner", matter.owners.map { people.shown($0) }.joined(separator: "、"))
    page.setText("Due", matter.due?.description ?? "")
    page.setText("State", matter.state)
    page.kept = [
      Field("Organization", matter.organization.text), Field("Source", reference.text),
    ]
    return true
  }

  private static func matterFields(isNew: Bool) -> [FieldSpec] {
    let left: Set<String> =
      isNew
      ? ["Organization", "Closed", "Result", "Confirmed"] : ["Organization", "Source"]
    return FormSpec.of("matter", without: left).fields.map { spec in
      var spec = spec
      spec.startsRow = ["Title", "Opened", "Source", "Cause", "State", "Result"].contains(spec.id)
      return spec
    }
  }
}
