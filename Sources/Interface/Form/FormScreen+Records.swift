import Archive
import OrganizationLife
import RecordLog
import Wording

/// A record being put together from a form, each field with the place that it comes from, so that
/// a fault finds its way back.
struct RecordDraft {
  /// Where a field of a record is entered.
  struct Place: Hashable {
    var item: Int?
    var field: String
    var seat: Int?
  }

  /// The type of the record.
  var type: String
  /// Fields of the record itself.
  var whole: [(field: Field, place: Place)] = []
  /// Fields of each item.
  var items: [[(field: Field, place: Place)]] = []

  /// Adds a field of the record itself.
  mutating func add(_ name: String, _ value: String, at field: String? = nil) {
    whole.append((Field(name, value), Place(field: field ?? name)))
  }

  /// The record with its fields in the format's order, a line for each, and the places by line.
  func finished(from line: Int) -> (record: PlainRecord, places: [Int: Place]) {
    let order = RecordShape.of(type)?.fields.map(\.name) ?? []
    let rank = { (name: String) in order.firstIndex(of: name) ?? order.count }
    let sorted = whole.enumerated().sorted { a, b in
      (rank(a.element.field.name), a.offset) < (rank(b.element.field.name), b.offset)
    }.map(\.element)
    let all = sorted + items.flatMap(\.self)
    let lines = all.indices.map { line + $0 + 1 }
    return (
      PlainRecord(type: type, line: line, fields: all.map(\.field), fieldLines: lines),
      Dictionary(zip(lines, all.map(\.place))) { first, _ in first }
    )
  }
}

extension EntryNotice {
  /// Whether it is asked about before saving: the same meeting, or the same person, seems to be
  /// there already, or the numbers of a vote do not fit together.
  fileprivate var isQuestion: Bool {
    switch kind {
    case .perhapsTwice, .activity: true
    default: isOfName
    }
  }

  /// Whether a name may be taken for another person's.
  var isOfName: Bool {
    switch kind {
    case .sameName, .similarName: true
    default: false
    }
  }
}

extension FormRequest {
  /// Whether the form shows what is there already, so that saving it untouched says nothing new.
  fileprivate var isChange: Bool {
    switch self {
    case .changeActivity, .changeMember, .changeOrganization, .changePlain: true
    default: false
    }
  }
}

extension FormScreen {
  // MARK: Saving

  /// F2: checks everything; faults are placed at their fields, the first one gets the cursor.
  mutating func save(in context: Context) -> [Outcome] {
    if case .pasteRoster = request { return savePasted(in: context) }
    if !isWriting { _ = commit(in: context) }
    faults = localFaults()
    if !faults.isEmpty { return showFaults() }
    if type == FormScreen.catalogType { return saveCatalog(in: context) }
    guard let archive = context.archive, type != "store", type != "identity" else {
      return finishSetUp(in: context)
    }
    if isTaken {
      return [.overlay(.question(id: FormScreen.takenQuestion, .saveTaken))]
    }
    if !isModified, request.isChange { return [.notice(Notice(.nothingChanged, .warning))] }
    let (result, places) = check(against: archive, in: context)
    faults = result.faults.map { placed($0, places) }
    if !faults.isEmpty { return showFaults() }
    if !isConfirmed, let question = askAboutPeriod() { return question }
    if !isConfirmed, let question = askAboutGaps(in: context) { return question }
    if !isConfirmed, let doubt = result.notices.first(where: \.isQuestion) {
      // Whoever says no stands where it is put right.
      if case .activity = doubt.kind {
        faults = [placed(doubt, places)]
        _ = showFaults()
      }
      return [.overlay(.question(id: FormScreen.doubt, .saveAllTheSame(doubt.kind.phrase)))]
    }
    derive(in: context)
    var outcomes: [Outcome] = []
    if !derived.missing.isEmpty {
      let list = derived.missing.map { $0(context.session.language) }
      outcomes.append(.notice(Notice(.savedWithGaps(list), .warning)))
    }
    outcomes.append(.effect(.append(result.records, draft: isModified ? draftName : nil)))
    return outcomes
  }

  /// What the gate says of the records that the form would write, and where in it each of their
  /// lines was entered.
  private func check(
    against archive: Archive, in context: Context
  ) -> (result: EntryResult, places: [Int: RecordDraft.Place]) {
    var records: [PlainRecord] = []
    var places: [Int: RecordDraft.Place] = [:]
    for (number, draft) in recordDrafts(in: context).enumerated() {
      let finished = draft.finished(from: number * 100_000)
      records.append(finished.record)
      places.merge(finished.places) { first, _ in first }
    }
    let check = EntryCheck(archive, author: context.session.identity?.person)
    return (check.check(records, source: "", today: context.session.today), places)
  }

  /// What F2 would refuse as things stand.
  func refusals(in context: Context) -> [PlacedFault] {
    let found = localFaults()
    guard found.isEmpty, let archive = context.archive,
      ![FormScreen.catalogType, "store", "identity"].contains(type)
    else { return found }
    let (result, places) = check(against: archive, in: context)
    return result.faults.map { placed($0, places) }
  }

  /// The question whether what another window has saved is to be saved once more.
  static let takenQuestion = "taken"

  /// The question whether something odd is to be saved as it is.
  static let doubt = "doubt"

  private func placed(_ notice: EntryNotice, _ places: [Int: RecordDraft.Place]) -> PlacedFault {
    let place = places[notice.line]
    return PlacedFault(
      item: place?.item, field: place?.field ?? notice.field, seat: place?.seat,
      phrase: notice.kind.phrase)
  }

  private func placed(_ fault: EntryFault, _ places: [Int: RecordDraft.Place]) -> PlacedFault {
    let phrase = fault.problem.phrase
    let place = places[fault.line]
    if let place {
      return PlacedFault(item: place.item, field: place.field, seat: place.seat, phrase: phrase)
    }
    // A field that is not there has no line of its own.
    let name = fault.field ?? ""
    let index = fault.item.flatMap { number in
      heldItems.indices.contains(number - 1) ? heldItems[number - 1] : nil
    }
    let target = index.flatMap { page.items?.pages[$0] } ?? page
    let field = target.fields.first { $0.spec.name == name || $0.spec.id == name }
    return PlacedFault(
      item: index, field: field?.spec.id ?? page.fields.first?.spec.id ?? name,
      phrase: field == nil && !name.isEmpty
        ? .atField(.label(ofField: name, of: type), phrase) : phrase)
  }

  /// Puts the cursor on the first fault and says it.
  mutating func showFaults() -> [Outcome] {
    guard let first = faults.first else { return [] }
    isWriting = false
    closesItemWithText = false
    openItem = first.item
    if let index = current.index(of: first.field) { current.focus = index }
    if let seat = first.seat, var roster = page.roster, openItem == nil {
      roster.focus = seat
      page.roster = roster
    }
    isFresh = true
    let phrase = faults.count > 1 ? Phrase.andMore(first.phrase, faults.count - 1) : first.phrase
    return [.notice(Notice(phrase, .bad)), .effect(.bell)]
  }

  /// What the form itself can tell to be wrong.
  func localFaults() -> [PlacedFault] {
    var found = faults(of: page, item: nil)
    for (number, item) in (page.items?.pages ?? []).enumerated() where !item.isOffered {
      found += faults(of: item, item: number)
    }
    return found + setUpFaults()
  }

  private func faults(of page: FormPage, item: Int?) -> [PlacedFault] {
    var found: [PlacedFault] = []
    for field in page.fields where field.spec.kind.isReached {
      let id = field.spec.id
      if field.isEmpty {
        // What a meeting lacks is a gap; only what identifies it is a fault.
        let isNeeded = !isMeeting || ["Date", "Reason", "Item"].contains(id)
        if field.spec.isRequired, isNeeded, field.spec.kind != .items {
          found.append(PlacedFault(item: item, field: id, phrase: .pleaseEnter(field.spec.label)))
        }
        continue
      }
      guard case .line(let editor) = field.value else { continue }
      if let original = field.original, original.text == editor.text { continue }
      if let problem = derived.input.reading(editor.text, field.spec.kind).problem {
        found.append(PlacedFault(item: item, field: id, phrase: problem))
      }
    }
    for vote in stride(from: 1, through: page.voteCount, by: 1)
    where page.hasNumbers(vote: vote) && page.text("VoteFavour\(vote)").trimmed.isEmpty {
      found.append(PlacedFault(item: item, field: "VoteFavour\(vote)", phrase: .voteWithoutFavour))
    }
    return found
  }

  // MARK: Records

  /// The items that are saved: those entered, not those only proposed.
  var heldItems: [Int] {
    (page.items?.pages ?? []).indices.filter { index in
      guard let item = page.items?.pages[index] else { return false }
      return !item.isOffered
        && !(item.fields.allSatisfy { $0.isEmpty || $0.spec.name == "ItemKind" })
    }
  }

  private func recordDrafts(in context: Context) -> [RecordDraft] {
    switch request {
    case .newActivity, .changeActivity: [activityDraft()]
    case .sign: signedDraft(in: context)
    case .signMakeUp: makeUpSignatureDraft(in: context)
    case .makeUp(let absence): makeUpDraft(of: absence, in: context)
    case .withdraw(let reference): withdrawalDrafts(of: reference, in: context)
    case .answer(let organization, let checklist, let item):
      reviewDraft(organization, checklist, item, in: context)
    case .newFinding(_, let member, let line, _, let sample):
      [plainDraft(in: context), findingDraft(member, line, sample, in: context)]
    case .newRecordFinding(let reference, let sample):
      [plainDraft(in: context), recordFindingDraft(reference, sample, in: context)]
    default: [plainDraft(in: context)]
    }
  }

  /// The review that says on which line of a member's page a problem was found.
  private func findingDraft(
    _ id: MemberIdentifier, _ line: MemberLine, _ sample: String, in context: Context
  ) -> RecordDraft {
    var draft = RecordDraft(type: "review")
    guard let member = context.archive?.ledger.latest(id) else { return draft }
    let place = member.organization
    for field in context.reviewHead(of: place, checklist: MemberReview.checklist, sample: sample) {
      draft.add(field.name, field.value, at: "Title")
    }
    let item = Context.reviewItem(
      line, of: id, text: "", answer: .unmet, remark: page.text("Title").trimmed)
    draft.items = [item.map { ($0, RecordDraft.Place(field: "Title")) }]
    return draft
  }

  /// The review that says in which record a problem was found.
  private func recordFindingDraft(
    _ reference: Reference, _ sample: String, in context: Context
  ) -> RecordDraft {
    var draft = RecordDraft(type: "review")
    guard let activity = context.archive?.ledger.activity(reference) else { return draft }
    let place = activity.organization
    for field in context.reviewHead(of: place, checklist: RecordReview.checklist, sample: sample) {
      draft.add(field.name, field.value, at: "Title")
    }
    let item = context.reviewItem(
      of: activity, answer: .unmet, remark: page.text("Title").trimmed)
    draft.items = [item.map { ($0, RecordDraft.Place(field: "Title")) }]
    return draft
  }

  private func draft(of page: FormPage) -> RecordDraft {
    var draft = RecordDraft(type: type)
    for field in page.fields {
      let spec = field.spec
      switch field.value {
      case .roster(let roster):
        for (field, seat) in roster.fields() {
          draft.whole.append((field, RecordDraft.Place(field: spec.id, seat: seat)))
        }
      case .items: continue
      case .line, .long:
        guard spec.kind.isReached, spec.vote == nil else { continue }
        for value in page.values(of: field, derived.input) {
          draft.add(spec.name, value, at: spec.id)
        }
      }
    }
    for field in page.kept { draft.add(field.name, field.value) }
    return draft
  }

  private func plainDraft(in context: Context) -> RecordDraft {
    var draft = draft(of: page)
    if !draft.whole.contains(where: { $0.field.name == "Organization" }), let organization {
      draft.add("Organization", organization.text)
    }
    switch request {
    case .newMatter(let organization, _): draft.nameSource(of: organization, in: context)
    case .procedureStep(_, let kind, _): draft.nameStep(of: kind, in: context)
    case .moveMatter, .closeMatter, .returnMatter:
      if let base { draft.add("Follows", base.reference.text) }
    case .changePlain:
      if let base { draft.add("Corrects", base.reference.text) }
    default: break
    }
    return draft
  }

  private func activityDraft() -> RecordDraft {
    var draft = draft(of: page)
    if base == nil {
      draft.add("Organization", organization?.text ?? "")
      draft.add("Kind", kind?.id ?? "")
    }
    if !draft.whole.contains(where: { $0.field.name == "State" }) { draft.add("State", "未定稿") }
    if let base { draft.add("Corrects", base.reference.text) }
    for index in heldItems {
      guard let item = page.items?.pages[index] else { continue }
      draft.items.append(itemFields(item, number: index))
    }
    return draft
  }

  /// The fields of one item in the format's order; votes stand in the place of the first of them.
  private func itemFields(
    _ item: FormPage, number: Int
  ) -> [(field: Field, place: RecordDraft.Place)] {
    var written: [(field: Field, place: RecordDraft.Place)] = []
    for field in item.fields where field.spec.kind.isReached && field.spec.vote == nil {
      for value in item.values(of: field, derived.input) {
        written.append(
          (Field(field.spec.name, value), RecordDraft.Place(item: number, field: field.spec.id)))
      }
    }
    for vote in stride(from: 1, through: item.voteCount, by: 1) {
      guard let text = item.written(vote: vote, derived.input) else { continue }
      written.append(
        (Field("Vote", text), RecordDraft.Place(item: number, field: "VoteFavour\(vote)")))
    }
    for field in item.kept {
      written.append((field, RecordDraft.Place(item: number, field: field.name)))
    }
    let order = [
      "Item", "ItemKind", "About", "Minutes", "Vote", "Resolution", "Owner", "Due", "Away",
      "Seats",
    ]
    return written.enumerated().sorted { a, b in
      let first = order.firstIndex(of: a.element.field.name) ?? order.count
      let second = order.firstIndex(of: b.element.field.name) ?? order.count
      return (first, a.offset) < (second, b.offset)
    }.map(\.element)
  }

  /// The whole record once more, 定稿 and signed.
  private func signedDraft(in context: Context) -> [RecordDraft] {
    guard let base, let (_, fields) = recordFields(base.reference, in: context) else { return [] }
    let (whole, items) = FormScreen.split(fields)
    var draft = RecordDraft(type: "activity")
    let day = page.text("SignedOn").trimmed
    for field in whole where field.name != "State" { draft.add(field.name, field.value) }
    draft.add("State", "定稿", at: "Signed")
    for person in derived.input.persons(in: page.text("Signed")) {
      draft.add("Signed", "\(person) \(day)")
    }
    draft.add("Corrects", base.reference.text, at: "Signed")
    let reason = page.text("Reason").trimmed
    if !reason.isEmpty { draft.add("Reason", reason) }
    draft.items = items.map { item in
      item.map { ($0, RecordDraft.Place(field: "Signed")) }
    }
    return [draft]
  }

  private func reviewDraft(
    _ organization: OrganizationIdentifier, _ checklist: String, _ item: String,
    in context: Context
  ) -> [RecordDraft] {
    let list = context.archive?.catalog.checklists.first { $0.id == checklist }
    var draft = draft(of: page)
    let answered = draft.whole.filter { ["Answer", "Remark"].contains($0.field.name) }
    draft.whole.removeAll { ["Answer", "Remark"].contains($0.field.name) }
    draft.add("Organization", organization.text)
    draft.add("Checklist", checklist)
    if let list { draft.add("Revision", "\(list.revision)") }
    let place = RecordDraft.Place(field: "Answer")
    let own = [Field("Item", item), Field("Text", page.text("Text"))]
    let answers = answered.filter { $0.field.name == "Answer" }
    let remarks = answered.filter { $0.field.name == "Remark" }
    draft.items = [
      own.map { ($0, place) } + answers + [(Field("By", "人工"), place)] + remarks
    ]
    return [draft]
  }
}
