import Archive
import OrganizationLife
import RecordLog
import Wording

extension FormScreen {
  /// Opens a form. Nil when what it is about is not there: the record, the member, the kind.
  public init?(_ request: FormRequest, in context: Context) {
    let request = request.ofItsOwn
    self.init(request: request, in: context)
    let isOpen: Bool
    switch request {
    case .newActivity(let kind, let organization, _):
      isOpen = openNewActivity(kind, organization, in: context)
    case .changeActivity(let reference): isOpen = openActivity(reference, in: context)
    case .sign(let reference): isOpen = openSigning(reference, in: context)
    case .withdraw(let reference): isOpen = openWithdrawal(reference, in: context)
    case .newMember(let organization): isOpen = openNewMember(organization, in: context)
    case .changeMember(let member): isOpen = openMember(member, in: context)
    case .pasteRoster(let organization):
      self.organization = organization
      type = "member"
      page = FormPage([])
      isOpen = context.archive?.ledger.organization(organization, on: context.session.today) != nil
    case .newOrganization(let parent): isOpen = openNewOrganization(parent, in: context)
    case .changeOrganization(let id): isOpen = openOrganization(id, in: context)
    case .answer(let organization, let checklist, let item):
      isOpen = openAnswer(organization, checklist, item, in: context)
    case .newMatter(let organization, let member):
      isOpen = openNewMatter(organization, about: member, in: context)
    case .newFinding(let organization, let member, let line, let words, _):
      isOpen = openNewMatter(organization, about: member, line: line, words: words, in: context)
    case .newRecordFinding(let reference, _):
      isOpen = openRecordFinding(reference, in: context)
    case .newPlain(let type, let organization):
      isOpen = openNewPlain(type, organization, in: context)
    case .changePlain(let reference): isOpen = openPlain(reference, in: context)
    case .moveMatter(let reference): isOpen = openMatter(reference, in: context)
    case .closeMatter(let reference): isOpen = openClosing(reference, in: context)
    case .returnMatter(let reference): isOpen = openReturning(reference, in: context)
    case .visit(let part, let organization, _):
      isOpen = openVisitPart(part, organization, in: context)
    case .makeUp(let absence): isOpen = openMakeUp(absence, in: context)
    case .signMakeUp(let absence): isOpen = openMakeUpSignature(absence, in: context)
    case .procedureStep(let organization, let kind, let subject):
      isOpen = openStep(organization, kind, subject, in: context)
    case .newStore, .openStore, .identity: isOpen = openSetUp(in: context)
    case .newCatalogEntry, .changeCatalogEntry: isOpen = openCatalogRequest(in: context)
    }
    guard isOpen else { return nil }
    refresh(in: context)
    switch request {
    case .pasteRoster: return
    case .changeActivity, .changeMember, .changeOrganization:
      page.focus = page.fields.firstIndex { $0.spec.kind.isReached } ?? 0
      focusFirstGap()
    case .changeCatalogEntry, .changePlain: page.focus = 0
    case .moveMatter: page.focus = page.index(of: "State") ?? page.focus
    case .closeMatter: page.focus = page.index(of: "Result") ?? page.focus
    case .returnMatter: page.focus = page.index(of: "Note") ?? page.focus
    case .procedureStep(_, _, let subject):
      page.focus = page.index(of: subject.isEmpty ? "Subject" : "Step") ?? page.focus
    case .newMatter(_, .some), .newFinding, .newRecordFinding:
      page.focus = page.index(of: "Title") ?? page.focus
    default: focusFirstEmpty()
    }
    settle(in: context)
  }

  /// Puts the cursor where the first thing is missing in a meeting that was not signed off.
  private mutating func focusFirstGap() {
    guard let kind, let activity = derived.activity, let ledger = derived.ledger,
      base?.isFinal == false,
      let gap = ledger.gaps(in: activity, kind: kind).first(where: { $0 != .unsigned })
    else { return }
    guard let number = gap.item else {
      page.focus = page.index(of: gap.field) ?? page.focus
      return
    }
    guard var list = page.items, heldItems.indices.contains(number - 1),
      let index = page.fields.firstIndex(where: { $0.spec.kind == .items })
    else { return }
    page.focus = index
    list.selected = heldItems[number - 1]
    page.items = list
  }

  /// An empty form, to be filled by what opens it.
  init(request: FormRequest, in context: Context) {
    self.request = request
    type = ""
    page = FormPage([])
    let today = context.session.today
    derived = Derived(
      language: context.session.language, day: today,
      input: FieldInput(today: today, people: PeopleBook(), organizations: OrganizationBook()))
    draftName = request.draftName(at: context.session.now)
    author = context.session.identity?.person.description ?? ""
  }

  // MARK: Activities

  private mutating func prepare(
    _ type: String, _ organization: OrganizationIdentifier?, in context: Context
  ) {
    self.type = type
    self.organization = organization
    derive(in: context)
  }

  private mutating func openNewActivity(
    _ id: String, _ organization: OrganizationIdentifier, in context: Context
  ) -> Bool {
    guard let archive = context.archive, let kind = archive.catalog.kind(id) else { return false }
    let today = firstDay(in: context)
    let ledger = archive.ledger
    self.kind = kind
    prepare("activity", organization, in: context)
    page = FormPage(FormSpec.activity(kind, asksReason: false).fields)
    // On which day of an earlier period it was held is for whoever enters it to say.
    if missedPeriod == nil { page.setText("Date", today.description) }
    proposeNumber(in: today.year)
    if let hours = kind.hours { page.setText("Hours", FormScreen.text(of: hours)) }
    let previous = ledger.previous(
      of: id, organization: organization, before: today.adding(days: 1))
    let people = derived.input.people
    page.setText("Place", previous?.place ?? "")
    let presider = usualPresider(
      of: kind, organization, previous?.presider, own: context.session.identity?.person, ledger,
      on: today)
    page.setText("Presider", presider.map { people.shown($0) } ?? "")
    page.setText("Recorder", previous?.recorder.map { people.shown($0) } ?? "")
    proposeBirthdays(in: missedPeriod.map { min($0.last, today) } ?? today)
    propose(
      ledger.proposals(for: kind, of: organization, on: today, catalog: archive.catalog), kind)
    proposeGrades()
    proposeNextSitting(in: context)
    return true
  }

  /// Whose political birthday (政治生日) is in the month of a day and was not held yet.
  mutating func proposeBirthdays(in day: Day) {
    guard base == nil, let kind, kind.isPoliticalBirthday, let organization,
      let ledger = derived.ledger
    else { return }
    let month = Period(.month, containing: day)
    let celebrated = Set(
      ledger.activities(of: organization, in: month.first...month.last)
        .filter { $0.kind == kind.id }.flatMap(\.about).compactMap(\.id))
    let birthdays = ledger.politicalBirthdays(in: month, of: organization)
      .filter { !celebrated.contains($0.member.id) }
    propose(
      birthdays.map { derived.input.people.shown($0.member.person) }.joined(separator: "、"),
      for: "About")
  }

  /// Who is likely to preside: who did last time, as long as he or she may (支部条例第十四条); a talk
  /// is held by whoever writes it down.
  private func usualPresider(
    of kind: ActivityKind, _ organization: OrganizationIdentifier, _ previous: Person?,
    own: Person?, _ ledger: Ledger, on today: Day
  ) -> Person? {
    if kind.isConversation { return own }
    guard kind.body != .people else { return previous }
    let place = ledger.organization(organization, on: today)
    let officers = place?.officers.map(\.person) ?? []
    let needsOfficer = kind.isAssembly || kind.body == .committee || kind.body == .group
    if let previous, !needsOfficer || officers.contains(where: { $0.isSame(as: previous) }) {
      return previous
    }
    let secretary = ledger.branch(of: organization, on: today)?.secretary
    return place?.level == .group
      ? officers.first ?? previous ?? secretary : secretary ?? officers.first ?? previous
  }

  /// Items that the log proposes: offered, and left out when nothing is done with them.
  private mutating func propose(_ proposals: [Proposal], _ kind: ActivityKind) {
    guard var list = page.items else { return }
    for proposal in proposals {
      guard let (itemKind, title, about) = item(for: proposal, kind) else { continue }
      var item = emptyItem(of: kind)
      item.isOffered = true
      item.setText("Item", title)
      if let itemKind { item.setText("ItemKind", itemKind.rawValue) }
      item.setText(
        "About", about.map { derived.input.people.shown($0) }.joined(separator: "、"))
      list.pages.append(item)
    }
    page.items = list
  }

  private func item(
    for proposal: Proposal, _ kind: ActivityKind
  ) -> (ItemKind?, String, [Person])? {
    func allowed(_ wanted: ItemKind) -> ItemKind? {
      kind.itemKinds.contains(wanted) ? wanted : kind.itemKinds.first
    }
    switch proposal {
    case .preset(let text):
      let (head, tail) = FieldInput.headAndTail(text)
      guard let itemKind = ItemKind(rawValue: head) else { return (nil, text, []) }
      return (itemKind, tail, [])
    case .openResolution(let matter):
      return (allowed(.report), Phrase.itemResolution(matter.title).chinese, matter.owners)
    case .endedProbation(let probation):
      let person = probation.member.person
      return (allowed(.vote), Phrase.itemConfirmation(person.name).chinese, [person])
    case .endingTerm(let term):
      return (allowed(.discussion), Phrase.itemElection(term.ends).chinese, [])
    case .birthdays(let birthdays):
      let people = birthdays.map(\.member.person)
      return (
        allowed(.part), Phrase.itemBirthdays(people.map(\.name)).chinese, people
      )
    case .makeUps(let lines):
      return (allowed(.discussion), Phrase.itemMakeUps(lines.count).chinese, [])
    case .step(let standing, let step):
      let subject = standing.subject
      return (
        allowed(.discussion), Phrase.itemStep(subject.name, step.step.title).chinese,
        subject.id == nil ? [] : [subject]
      )
    case .review(let standing, let clock):
      let subject = standing.subject
      return (
        allowed(.discussion), Phrase.itemStep(subject.name, clock.step.title).chinese,
        subject.id == nil ? [] : [subject]
      )
    case .vacancy(let vacancy):
      return (allowed(.discussion), Phrase.itemVacancy(vacancy.seats).chinese, [])
    case .owed(let line):
      return (allowed(.discussion), Phrase.itemOwed(line.obligation.title).chinese, [])
    }
  }

  mutating func openActivity(_ reference: Reference, in context: Context) -> Bool {
    guard let (newest, fields) = recordFields(reference, in: context) else { return false }
    return read(activity: newest, fields, in: context)
  }

  /// Fills the form with a record of an activity.
  private mutating func read(
    activity reference: Reference, _ fields: [Field], in context: Context
  ) -> Bool {
    func first(_ name: String) -> String? { fields.first { $0.name == name }?.value }
    guard let archive = context.archive, let organization = first("Organization"),
      let id = OrganizationIdentifier(organization),
      let kind = archive.catalog.kind(first("Kind") ?? "")
    else { return false }
    let isFinal = first("State") == "定稿"
    self.kind = kind
    base = BaseRecord(reference: reference, isFinal: isFinal, title: kind.title)
    page = FormPage([FieldSpec("Date", .date)])
    page.setText("Date", first("Date") ?? "")
    prepare("activity", id, in: context)
    let (whole, items) = FormScreen.split(fields)
    let counts = whole.filter { $0.name == "Counts" }.compactMap { archive.catalog.kind($0.value) }
    let present = whole.map(\.name).filter {
      !["Organization", "Kind", "State", "Signed", "Note", "Tag", "File", "Follows"].contains($0)
        && RecordShape.of("activity")?.field($0) != nil
    }
    let spec = FormSpec.activity(
      kind, counts: counts, present: present + (items.isEmpty ? [] : ["Item"]),
      asksReason: isFinal)
    page = FormPage(spec.fields)
    page.read(whole, derived.input)
    if var list = page.items {
      list.pages = items.map { fields in
        var item = FormPage(FormSpec.item(kinds: kind.itemKinds))
        item.read(fields, derived.input)
        item.readVotes(derived.input)
        return item
      }
      page.items = list
    }
    return true
  }

  /// The fields of the whole and those of each item. A field of the whole that stands behind an
  /// item belongs to the whole all the same.
  static func split(_ fields: [Field]) -> (whole: [Field], items: [[Field]]) {
    let shape = RecordShape.of("activity")
    var whole: [Field] = []
    var items: [[Field]] = []
    for field in fields {
      if field.name == "Item" {
        items.append([field])
      } else if items.isEmpty {
        whole.append(field)
      } else if let known = shape?.field(field.name, item: true), !known.isPartOfItem {
        whole.append(field)
      } else {
        items[items.count - 1].append(field)
      }
    }
    return (whole, items)
  }

  /// The newest version of a record, without what the log or this change writes anew.
  func recordFields(
    _ reference: Reference, in context: Context
  ) -> (reference: Reference, fields: [Field])? {
    guard let archive = context.archive, let newest = archive.current(reference),
      let record = archive.record(newest), !archive.isWithdrawn(reference)
    else { return nil }
    let own: Set<String> = ["Id", "By", "At", "Sum", "Corrects", "Reason"]
    return (Reference(newest.recordText), record.fields.filter { !own.contains($0.name) })
  }

  private mutating func openSigning(_ reference: Reference, in context: Context) -> Bool {
    guard openActivity(reference, in: context), let archive = context.archive else { return false }
    let activity = archive.ledger.activity(reference)
    var signed = FieldSpec(
      "Signed", .people(isMultiple: true, allowsGuests: false), isRequired: true,
      hint: .hintSigned)
    signed.columns = 16
    var fields = [signed, FieldSpec("SignedOn", .date, isRequired: true)]
    if base?.isFinal == true {
      fields.append(FieldSpec("Reason", .line, isRequired: true, columns: 44, startsRow: true))
    }
    var signing = FormPage(fields)
    let secretary = archive.ledger.branch(
      of: organization ?? activity?.organization, on: derived.day)
    let signer = activity?.presider ?? secretary?.secretary
    if let signer, signer.id != nil {
      signing.setText("Signed", derived.input.people.shown(signer))
    }
    signing.setText("SignedOn", context.session.today.description)
    page = signing
    type = "sign"
    return true
  }

  /// Hours without needless decimals.
  static func text(of hours: Double) -> String {
    hours == hours.rounded() ? "\(Int(hours))" : "\(hours)"
  }
}

extension FormRequest {
  /// An absence that has to be made up stands among the matters and has a form of its own.
  fileprivate var ofItsOwn: FormRequest {
    switch self {
    case .moveMatter(let reference), .closeMatter(let reference):
      reference.member == nil ? self : .makeUp(reference)
    default: self
    }
  }
}

extension Ledger {
  fileprivate func branch(of id: OrganizationIdentifier?, on day: Day) -> Organization? {
    id.flatMap { branch(of: $0, on: day) }
  }
}
