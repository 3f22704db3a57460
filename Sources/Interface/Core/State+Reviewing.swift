import Archive
import OrganizationLife
import RecordLog
import Wording

extension State {
  /// 已核对: writes a review of the member whose page is open, a line of it for each line of the
  /// page. What the same day's review found (发现问题) stays found.
  mutating func checkMember() -> [Effect] {
    if case .list(let list) = top, case .study = list.source {
      return checkStudy(
        of: list.selectedRow.flatMap { MemberIdentifier($0.id) },
        HalfMonth(containing: context.session.today).previous)
    }
    if case .page(let page) = top, case .drawnRecord(let reference, _) = page.subject {
      return checkRecord(reference)
    }
    guard case .page(let page) = top, case .member(let id, _) = page.subject,
      let archive = context.archive, let member = archive.ledger.latest(id)
    else { return [] }
    if let reason = context.readOnlyReason(for: member.organization) {
      notice = Notice(reason, .warning)
      return [.bell]
    }
    let today = context.session.today
    let before = archive.ledger.memberReviews(through: today)[id]
    let lines = page.memberLines
    if archive.ledger.isChecked(
      id, lines.map(\.line), by: context.session.identity?.person, on: today)
    {
      notice = Notice(.memberChecked(member.name), .warning)
      return []
    }
    let problems = before.map { $0.date == today ? $0.problems : [] } ?? []
    var fields = context.reviewHead(
      of: member.organization, checklist: MemberReview.checklist, sample: sampleText)
    for (line, text) in lines {
      let problem = problems.first { $0.line == line }
      fields += Context.reviewItem(
        line, of: id, text: text, answer: problem == nil ? .met : .unmet,
        remark: problem?.remark ?? "")
    }
    return append(fields, archive)
  }

  /// 已核对: writes a review of the record that was drawn. What the same day's review found stays.
  private mutating func checkRecord(_ reference: Reference) -> [Effect] {
    guard let archive = context.archive else { return [] }
    guard let activity = archive.ledger.activity(reference) else {
      notice = Notice(.withdrawnSinceDrawn, .warning)
      return [.bell]
    }
    if let reason = context.readOnlyReason(for: activity.organization) {
      notice = Notice(reason, .warning)
      return [.bell]
    }
    let today = context.session.today
    if let before = archive.ledger.recordReviews(through: today)[activity.origin],
      before.date == today
    {
      notice = Notice(before.problems.isEmpty ? .recordChecked : .recordFoundFaulty, .warning)
      return []
    }
    let head = context.reviewHead(
      of: activity.organization, checklist: RecordReview.checklist, sample: sampleText)
    return append(head + context.reviewItem(of: activity, answer: .met), archive)
  }

  /// Opens a visit: one of this user's that was begun and left, or a new one.
  mutating func beginVisit(to organization: OrganizationIdentifier, _ checklist: String) {
    if let reason = context.visitReason(to: organization)
      ?? context.readOnlyReason(for: organization)
    {
      notice = Notice(reason, .warning)
      return
    }
    let begun = context.drafts.first { draft in
      let subject = VisitScreen.subject(of: draft.bytes)
      return subject?.organization == organization && subject?.checklist == checklist
    }
    if let begun, let visit = VisitScreen(resuming: begun, in: context) {
      push(.visit(visit))
      notice = Notice(.visitGoesOn(context.shown(begun.saved)))
      return
    }
    guard let visit = VisitScreen(organization, checklist: checklist, in: context) else {
      notice = Notice(.visitNobody(context.name(organization)), .warning)
      return
    }
    guard !visit.visit.lines.isEmpty else {
      notice = Notice(.visitWithoutItems, .warning)
      return
    }
    push(.visit(visit))
  }

  /// Asks which half month of a member's study records is to be checked: those that are listed,
  /// the newest first, with what is on record.
  mutating func askForHalfMonth() {
    guard case .list(let list) = top, case .study = list.source, let archive = context.archive,
      let id = list.selectedRow.flatMap({ MemberIdentifier($0.id) }),
      let member = archive.ledger.latest(id)
    else { return }
    let today = context.session.today
    // What has not ended may still be done.
    let halves = Array(HalfMonth.listed(on: today).reversed().drop { $0.last > today })
    let counts = archive.ledger.studyCounts(in: (halves.last?.first ?? today)...today)[id] ?? [:]
    let checks = archive.ledger.studyChecks(through: today)[id] ?? [:]
    overlay = .choices(
      ChoiceBox(
        id: State.halfMonthChoice + id.text, title: .whichHalfMonth(member.name),
        choices: halves.map { half in
          let count = counts[half] ?? StudyCount()
          let label = Phrase.halfMonthStudied(
            half.description, notes: count.notes, essays: count.essays,
            isChecked: checks[half] != nil)
          return Choice(value: half.description, label: context.say(label))
        }))
  }

  /// Writes a review of a member's study records of half a month.
  private mutating func checkStudy(of id: MemberIdentifier?, _ half: HalfMonth) -> [Effect] {
    guard let archive = context.archive, let member = id.flatMap(archive.ledger.latest) else {
      return []
    }
    if let reason = context.readOnlyReason(for: member.organization) {
      notice = Notice(reason, .warning)
      return [.bell]
    }
    let today = context.session.today
    guard archive.ledger.studyChecks(through: today)[member.id]?[half] == nil else {
      notice = Notice(.studyChecked(member.name, half.description), .warning)
      return []
    }
    guard archive.ledger.studyCounts(in: half.first...half.last)[member.id]?[half] != nil else {
      // Nothing on record is what the check found, whatever the reason: it is said before.
      overlay = .question(
        id: "\(State.studyQuestion)\(member.id) \(half)",
        .nothingStudied(member.name, half.description))
      return []
    }
    return appendStudyCheck(of: member, half, archive)
  }

  /// Writes what was asked about a member of whom nothing is on record; nil for other questions.
  mutating func recordStudyCheck(_ choice: OverlayChoice) -> [Effect]? {
    switch choice {
    case .cancelled(let id) where id.hasPrefix(State.studyQuestion): return []
    case .confirmed(let id) where id.hasPrefix(State.studyQuestion):
      let parts = id.dropFirst(State.studyQuestion.count).split(separator: " ").map(String.init)
      guard let archive = context.archive, parts.count == 2, let half = HalfMonth(parts[1]),
        let member = MemberIdentifier(parts[0]).flatMap(archive.ledger.latest)
      else { return [] }
      return appendStudyCheck(of: member, half, archive)
    case .cancelled(let id) where id.hasPrefix(State.halfMonthChoice): return []
    case .chosen(let id, let halves) where id.hasPrefix(State.halfMonthChoice):
      guard let half = halves.first.flatMap({ HalfMonth($0) }) else { return [] }
      return checkStudy(
        of: MemberIdentifier(String(id.dropFirst(State.halfMonthChoice.count))), half)
    default: return nil
    }
  }

  private mutating func appendStudyCheck(
    of member: Member, _ half: HalfMonth, _ archive: Archive
  ) -> [Effect] {
    let count = archive.ledger.studyCounts(in: half.first...half.last)[member.id]?[half]
    var fields = context.reviewHead(of: member.organization, checklist: StudyCheck.checklist)
    fields += [
      Field("Item", StudyCheck.item(half, of: member.id)),
      Field("Text", "笔记\(count?.notes ?? 0) 心得\(count?.essays ?? 0)"),
      Field("Answer", (count == nil ? ChecklistAnswer.unmet : .met).rawValue), Field("By", "人工"),
    ]
    fields += (count?.evidence ?? []).map { Field("Evidence", $0.text) }
    return append(fields, archive)
  }

  /// Checks a review like anything entered, and asks for it to be written.
  private mutating func append(_ fields: [Field], _ archive: Archive) -> [Effect] {
    let result = EntryCheck(archive, author: context.session.identity?.person).check(
      [PlainRecord(type: "review", fields: fields)], source: "", today: context.session.today)
    if let fault = result.faults.first {
      notice = Notice(fault.phrase, .bad)
      return [.bell]
    }
    return [.append(result.records, draft: nil)]
  }

  /// What was drawn, where the screens lead through a sample; empty where they do not.
  var sampleText: String {
    for case .list(let list) in screens.reversed() {
      switch list.source {
      case .sample(let organization, let draw):
        let pool = context.samplePool(under: organization)
        return draw.text(drawn: draw.drawn(from: pool), from: pool.count)
      case .drawnRecords(let draw, let references, let all):
        return draw.text(drawn: references.map(\.text), from: all)
      default: continue
      }
    }
    return ""
  }
}

extension Context {
  /// Why an organisation cannot be visited by whoever works here: a visit is made by others, from
  /// above as a rule; nobody visits her own organisation or one that hers belongs to. Nil when it
  /// can, or when nobody has said for which organisation she works.
  func visitReason(to organization: OrganizationIdentifier) -> Phrase? {
    guard let ledger = archive?.ledger, let own = session.identity?.organization else {
      return nil
    }
    return ledger.isPart(own, of: organization, on: session.today)
      ? .visitOfOneself(name(organization)) : nil
  }

  /// Those from whom a sample of members is drawn: the Party members of an organisation
  /// and of everything below it today.
  func samplePool(under organization: OrganizationIdentifier) -> [String] {
    guard let ledger = archive?.ledger else { return [] }
    return ledger.allPartyMembers(of: organization, on: session.today).map(\.id.text)
  }

  /// The fields of a review that stand before its items.
  func reviewHead(
    of place: OrganizationIdentifier, checklist: String, sample: String = ""
  ) -> [Field] {
    var fields = [
      Field("Organization", place.text), Field("Checklist", checklist),
      Field("Date", session.today.description),
    ]
    if let reviewer = session.identity?.person {
      fields.append(Field("Reviewer", reviewer.description))
    }
    if !sample.isEmpty { fields.append(Field("Sample", sample)) }
    return fields
  }

  /// What a review says of something that was held, which everybody reads: of restricted records
  /// only what kind they are of.
  func reviewText(of activity: Activity) -> String {
    let kind = archive?.catalog.kind(activity.kind)
    let title = kind?.title ?? activity.kind
    return kind?.isRestricted ?? false ? title : "\(title) \(activity.date)"
  }

  /// The item of a review of a record.
  func reviewItem(of activity: Activity, answer: ChecklistAnswer, remark: String = "") -> [Field] {
    var fields = [
      Field("Item", activity.origin.text), Field("Text", reviewText(of: activity)),
      Field("Answer", answer.rawValue), Field("By", "人工"),
    ]
    fields.append(Field("Evidence", activity.reference.text))
    if !remark.isEmpty { fields.append(Field("Remark", remark)) }
    return fields
  }

  /// One line of a member's file. What may be read only with permission is named and not told.
  static func reviewItem(
    _ line: MemberLine, of member: MemberIdentifier, text: String, answer: ChecklistAnswer,
    remark: String = ""
  ) -> [Field] {
    var fields = [
      Field("Item", MemberReview.item(line, of: member)),
      Field("Text", line.isRestricted || text.isEmpty ? line.rawValue : text),
      Field("Answer", answer.rawValue), Field("By", "人工"),
    ]
    if !remark.isEmpty { fields.append(Field("Remark", remark)) }
    return fields
  }
}
