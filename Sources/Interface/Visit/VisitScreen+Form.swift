import Archive
import OrganizationLife
import RecordLog
import Wording

// The short forms over a visit.
extension VisitScreen {
  /// Opens a form with what was said so far, or goes on with what was typed into it and left.
  mutating func openForm(_ part: VisitPart, in context: Context) -> [Outcome] {
    let request = FormRequest.visit(part, organization, checklist: checklist)
    if let bytes = unfinished[part] {
      form = FormScreen(
        resuming: DraftSummary(
          name: draftName, title: "", saved: context.session.now, bytes: bytes), in: context)
    }
    if form != nil { return [] }
    guard var opened = FormScreen(request, in: context) else {
      return [.notice(Notice(.cannotOpenForm, .warning))]
    }
    let shown = opened.derived.input.people
    switch part {
    case .details:
      opened.page.setText("Date", visit.date.description)
      opened.page.setText(
        "Reviewer", visit.reviewers.map { shown.shown($0) }.joined(separator: "、"))
      opened.page.setText("Note", visit.note)
    case .answer(let item), .finding(let item):
      guard let line = visit.lines.first(where: { $0.item.id == item }) else { return [] }
      opened.page.setText("Text", "\(line.item.id) \(line.item.title)")
      opened.page.setText("Recorded", recordedText(of: line, in: context))
      opened.page.setText("Remark", line.given?.remark ?? "")
      opened.page.kept = [
        Field("Opened", visit.date.description), Field("Asked", Self.proposal(for: line)),
      ]
      if let recorded = line.recorded, recorded != .pending {
        opened.page.kept.append(Field("Recorded", recorded.rawValue))
      }
      if case .finding = part {
        prefill(&opened, line, in: context)
      } else {
        opened.page.setText("Answer", line.given?.answer.rawValue ?? "")
      }
    }
    opened.refresh(in: context)
    let first =
      switch part {
      case .details: "Note"
      case .finding: "Title"
      case .answer: "Answer"
      }
    opened.go(to: first, item: nil, in: context)
    form = opened
    return []
  }

  /// What a finding at an item is proposed to be called: an item says how it should be.
  private static func proposal(for line: VisitLine) -> String {
    Phrase.notDone(line.item.title).chinese
  }

  /// What a finding is proposed to be: that what the item asks is not so, the secretary, the
  /// days that the checklist gives.
  private func prefill(_ form: inout FormScreen, _ line: VisitLine, in context: Context) {
    let people = form.derived.input.people
    let answer = line.given?.answer ?? line.recorded
    form.page.setText(
      "Answer",
      (answer.map { $0.isLacking ? $0 : .unmet } ?? .unmet).rawValue)
    let secretary = context.archive?.ledger.branch(of: organization, on: visit.date)?.secretary
    let finding =
      line.finding
      ?? VisitFinding(
        title: Self.proposal(for: line), owners: [secretary].compactMap(\.self),
        due: visit.date.adding(days: visit.daysToMend))
    form.page.setText("Title", finding.title)
    form.page.setText(
      "Owner", finding.owners.map { people.shown($0) }.joined(separator: "、"))
    form.page.setText("Due", finding.due?.description ?? "")
  }

  /// What the records say of a line, with the numbers behind it.
  func recordedText(of line: VisitLine, in context: Context) -> String {
    guard let recorded = line.recorded, recorded != .pending else {
      return context.say(.recordsCannotSay)
    }
    return [
      context.say(.word(recorded)), notes[line.item.id]?.phrase.map { context.say($0) } ?? "",
      line.evidence.isEmpty ? "" : context.say(.evidenceCount(line.evidence.count)),
    ].filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// Lets the form take something; nil where none is open.
  mutating func changeForm<Result>(_ body: (inout FormScreen) -> Result?) -> Result? {
    guard var open = form else { return nil }
    let result = body(&open)
    form = open
    if open.isDirty { touch() }
    return result
  }

  mutating func performInForm(_ action: Action, in context: Context) -> [Outcome]? {
    if action == .save {
      let faults = changeForm { $0.visitFaults(in: context) }
      return faults ?? take(in: context)
    }
    if let outcomes = changeForm({ $0.perform(action, in: context) }) { return outcomes }
    guard action == .back else { return nil }
    // What was typed stays, and is there when the form is opened again.
    defer { form = nil }
    guard case .visit(let part, _, _)? = form?.request, let draft = form?.draft else { return [] }
    unfinished[part] = draft.bytes
    touch()
    return [.notice(Notice(.keptWithVisit))]
  }

  /// Takes over what the form says, and closes it.
  private mutating func take(in context: Context) -> [Outcome] {
    guard let form, case .visit(let part, _, _) = form.request else { return [] }
    let remark = form.page.text("Remark").trimmed
    let answer = ChecklistAnswer(rawValue: form.page.text("Answer").trimmed) ?? .pending
    switch part {
    case .details:
      let day = Day(form.page.text("Date").trimmed) ?? visit.date
      guard day == visit.date || derive(on: day, in: context) else {
        self.form?.go(to: "Date", item: nil, in: context)
        return [.notice(Notice(.visitBeforeFounding, .bad)), .effect(.bell)]
      }
      visit.reviewers = form.visitPeople("Reviewer")
      visit.note = form.page.text("Note").trimmed
    case .answer(let item):
      guard let index = visit.lines.firstIndex(where: { $0.item.id == item }) else { break }
      visit.answer(index, answer, remark: remark)
      move(to: index + 1, in: context)
    case .finding(let item):
      guard let index = visit.lines.firstIndex(where: { $0.item.id == item }) else { break }
      visit.raise(
        index,
        VisitFinding(
          title: form.page.text("Title").trimmed, owners: form.visitPeople("Owner"),
          due: Day(form.page.text("Due").trimmed)), answer: answer, remark: remark)
    }
    unfinished[part] = nil
    self.form = nil
    touch()
    guard case .finding = part, let line = selectedLine else { return [] }
    let before = repetitions(of: line, in: context)
    guard let last = before.last else { return [] }
    return [
      .notice(Notice(.findingCameBack(before.count, context.shown(last.opened)), .warning))
    ]
  }
}
