import Archive
import OrganizationLife
import Wording

extension FormScreen {
  /// Works out what follows from the values: the day, who can be named, the numbers, the gaps.
  mutating func derive(in context: Context) {
    let ledger = context.archive?.ledger
    let today = context.session.today
    // While a date is being typed, the roster stays that of the day before.
    let kept = isMeeting && derived.isBuilt ? derived.day : firstDay(in: context)
    let day = (isMeeting ? Day(page.text("Date").trimmed) : nil) ?? kept
    derived.language = context.session.language
    let isSame =
      derived.isBuilt && derived.day == day && derived.organization == organization
    if !isSame {
      let place = organization ?? context.scope
      derived.ledger = ledger
      derived.day = day
      derived.organization = organization
      derived.isBuilt = true
      derived.kinds = Dictionary(
        (context.archive?.catalog.kinds ?? []).map { ($0.id, $0) }
      ) { first, _ in first }
      derived.input = FieldInput(
        today: today,
        people: ledger.map { PeopleBook(ledger: $0, organization: place, on: day) }
          ?? PeopleBook(),
        organizations: ledger.map {
          OrganizationBook(ledger: $0, organization: place, on: day)
        } ?? OrganizationBook(),
        plans: context.plans)
    }
    derived.input.today = today
    judge(in: context)
  }

  private mutating func judge(in context: Context) {
    derived.activity = nil
    derived.whole = nil
    derived.turnout = nil
    derived.denominators = nil
    derived.verdict = nil
    derived.itemVerdicts = []
    derived.notes = notes(in: context)
    derived.remarks = page.fields.filter {
      $0.spec.isRequired && $0.isEmpty && $0.spec.kind.isReached
    }.map { Remark(tone: .missing, phrase: $0.spec.label, field: $0.spec.name) }
    var missing = derived.remarks.map(\.phrase)
    if isMeeting, let kind, let ledger = derived.ledger,
      let activity = activity(in: context)
    {
      derived.activity = activity
      deriveSittings(of: activity, kind, ledger)
      if page.rosterIndex != nil {
        derived.turnout = ledger.turnout(of: activity, kind: kind)
        derived.denominators = ledger.denominators(of: activity, kind: kind)
        if kind.itemKinds.contains(.vote) {
          derived.verdict = ledger.verdict(on: derived.whole?.activity ?? activity, kind: kind)
          derived.itemVerdicts = itemVerdicts(of: activity, kind, ledger)
        }
      }
      derived.appraisal =
        isAppraisal
        ? context.archive.flatMap { ledger.appraisalRound(with: activity, catalog: $0.catalog) }
        : nil
      derived.remarks =
        remarks(on: activity, kind, ledger) + lifeRemarks(on: activity, ledger, context)
      missing = remarksHere.filter { $0.tone == .missing }.map(\.phrase)
    } else if case .sign(let reference) = request, let archive = context.archive,
      let activity = archive.ledger.activity(reference), let kind
    {
      missing += archive.ledger.gaps(in: activity, kind: kind).filter { $0 != .unsigned }
        .map(\.phrase)
    }
    if isClosing, page.index(of: "Result") != nil, page.text("Result").trimmed.isEmpty {
      let result = Phrase.label(ofField: "Result", of: "matter")
      missing.append(result)
      derived.remarks.append(Remark(tone: .missing, phrase: result, field: "Result"))
    }
    if case .procedureStep = request {
      derived.remarks += stepRemarks(in: context)
      derived.stepWindow = stepWindow(in: context)
    }
    if type == "member", page.text("Status").trimmed == MemberStatus.full.rawValue,
      page.text("Confirmed").trimmed.isEmpty
    {
      missing.append(.label(ofField: "Confirmed"))
      derived.remarks.append(
        Remark(tone: .missing, phrase: .label(ofField: "Confirmed"), field: "Confirmed"))
    }
    derived.missing = missing
  }

  /// The verdicts on items that the line of the whole meeting does not speak for: votes of another
  /// category, and those for which somebody was out of the room.
  private func itemVerdicts(
    of activity: Activity, _ kind: ActivityKind, _ ledger: Ledger
  ) -> [ItemVerdict] {
    let body = kind.body
    var found: [ItemVerdict] = []
    for (number, index) in heldItems.enumerated() {
      guard let page = page.items?.pages[index], page.voteCount > 0 else { continue }
      let category = Voting.category(page.category(ofVote: 1), in: body)
      let written = (1...page.voteCount).compactMap {
        FieldInput.number(page.text("VoteWritten\($0)"))
      }.max()
      let judged = judged(activity.items[number], of: activity)
      let turnout = ledger.turnout(for: judged.item, of: judged.activity, kind: kind)
      let isElsewhere = ledger.isDecidedElsewhere(
        page.category(ofVote: 1), at: activity, kind: kind)
      let verdict =
        isElsewhere
        ? .notDecidedHere : LiveVerdict(turnout, category: category, written: written ?? 0)
      if category == Voting.category(.ordinary, in: body), verdict == derived.verdict { continue }
      if let same = found.firstIndex(where: { $0.category == category && $0.verdict == verdict }) {
        found[same].items.append(number + 1)
      } else {
        found.append(ItemVerdict(items: [number + 1], category: category, verdict: verdict))
      }
    }
    return found
  }

  /// What stands above the fields: what is being signed, withdrawn, where it goes.
  private func notes(in context: Context) -> [String] {
    if isOutdated { return [context.say(.outdatedDraftNote)] }
    return switch request {
    case .withdraw(let reference): withdrawalNotes(of: reference, in: context)
    case .sign: [context.say(.signNote)]
    case .newStore: [context.say(.newStoreNote)]
    case .identity: [context.say(.identityNote)]
    case .changeActivity where base?.isFinal == true: [context.say(.correctionNote)]
    case .closeMatter:
      progress(in: context).map { [context.say(.progressBefore($0.state, $0.note))] } ?? []
    case .newActivity: missedPeriodNote(in: context) + sittingNote(in: context)
    default: []
    }
  }

  /// The activity as it stands in the form; items that are only proposed are left out.
  private func activity(in context: Context) -> Activity? {
    guard let organization, let kind else { return nil }
    let input = derived.input
    var activity = Activity(
      reference: base?.reference ?? Reference(""), organization: organization, kind: kind.id,
      date: derived.day, enteredAt: context.session.now, enteredBy: Person(""))
    func people(_ id: String) -> [Person] { input.persons(in: page.text(id)) }
    activity.counts = FieldInput.tokens(page.text("Counts"))
    activity.number = FieldInput.number(page.text("Number"))
    activity.endDate = Day(page.text("EndDate").trimmed)
    activity.start = FieldInput.time(page.text("Start"))
    activity.end = FieldInput.time(page.text("End"))
    activity.sitting = page.text("Sitting").trimmed
    activity.title = page.text("Title").trimmed
    activity.place = page.text("Place").trimmed
    activity.presider = people("Presider").first
    activity.recorder = people("Recorder").first
    activity.attending = people("Attending")
    activity.lecturers = people("Lecturer")
    activity.hours = Double(page.text("Hours").trimmed)
    activity.sessions = FieldInput.number(page.text("Sessions"))
    activity.headcount = Quantity(page.text("Headcount").trimmed)
    activity.about = people("About")
    activity.host = input.values(page.text("Host"), .organization).first
      .flatMap { OrganizationIdentifier($0) }
    activity.visitors = FieldInput.tokens(page.text("Visitor"))
    activity.minutes = page.text("Minutes").trimmed
    activity.summary = page.text("Summary").trimmed
    if let roster = page.roster {
      roster.fill(&activity)
    } else {
      activity.present = people("Present")
      activity.video = people("Video")
    }
    activity.items = heldItems.compactMap { index in
      page.items.map { FormScreen.item($0.pages[index], input) }
    }
    return activity
  }

  /// An item as the rules judge it.
  static func item(_ page: FormPage, _ input: FieldInput) -> Item {
    Item(
      title: page.text("Item").trimmed, kind: ItemKind(rawValue: page.text("ItemKind").trimmed),
      about: input.persons(in: page.text("About")), minutes: page.text("Minutes").trimmed,
      votes: stride(from: 1, through: page.voteCount, by: 1).compactMap { page.vote($0, input) },
      resolution: page.text("Resolution").trimmed,
      owners: input.persons(in: page.text("Owner")), due: Day(page.text("Due").trimmed),
      away: input.persons(in: page.text("Away")), seats: FieldInput.number(page.text("Seats")))
  }

  /// Takes the fields that follow from `Counts` into the form.
  mutating func adoptActivityFields() {
    guard let kind, openItem == nil else { return }
    let counted = FieldInput.tokens(page.text("Counts")).compactMap { derived.kinds[$0] }
    let present = page.fields.filter { !$0.isEmpty }.map(\.spec.name).filter { $0 != "Reason" }
    page.adopt(
      FormSpec.activity(
        kind, counts: counted, present: present, asksReason: base?.isFinal ?? false
      ).fields)
  }
}
