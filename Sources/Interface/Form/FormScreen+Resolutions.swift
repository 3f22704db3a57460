import Archive
import OrganizationLife
import Wording

extension FormScreen {
  // MARK: The closing of a resolution

  /// Whether the cursor stands in the resolution of an item that is voted on.
  var isAtResolution: Bool {
    openItem != nil && focusedField?.spec.name == "Resolution" && current.voteCount > 0
  }

  /// F3 in a resolution: writes its fixed closing, from the numbers entered and only from them.
  mutating func writeClosing() -> [Outcome]? {
    guard isAtResolution else { return nil }
    let texts = closings(of: current)
    guard !texts.isEmpty else { return [.notice(Notice(.noClosing, .warning))] }
    let new = texts.filter { !current.text("Resolution").contains($0) }
    guard !new.isEmpty else { return [.notice(Notice(.closingIsThere))] }
    let text = new.joined(separator: "\n")
    if isWriting {
      changeText { $0.paste(text) }
    } else {
      let before = current.text("Resolution").trimmed
      current.setText("Resolution", before.isEmpty ? text : "\(before)\n\(text)")
      adoptItem()
      touch()
    }
    return []
  }

  /// The closing of each vote of an item, or that of its election.
  private func closings(of page: FormPage) -> [String] {
    guard let own = derived.activity, let ledger = derived.ledger else { return [] }
    let (activity, item) = judged(FormScreen.item(page, derived.input), of: own)
    if let election = ledger.election(at: item, of: activity, kind: kind) {
      let turnout = ledger.turnout(for: item, of: activity, kind: kind)
      return [
        election.resolution(turnout, ballots: item.votes.first) { people in
          StrokeOrder.sorted(people) { $0.name }
        }
      ].compactMap { $0 }
    }
    return item.votes.compactMap { vote in
      ledger.resolutionNumbers(of: vote, in: item, of: activity, kind: kind)?.resolution
    }
  }

  // MARK: The outline of the minutes

  /// The order of business of the open item, while nothing stands in its minutes.
  private var outline: String? {
    guard openItem != nil, focusedField?.spec.name == "Minutes", current.voteCount > 0,
      current.category(ofVote: 1) == .admission
    else { return nil }
    return Phrase.admissionOutline.chinese
  }

  /// Puts the outline into empty minutes that are opened; the cursor stands in its first line.
  mutating func presetOutline() {
    guard let outline, case .long(var editor) = focusedField?.value, editor.isEmpty else { return }
    editor.replaceAll(with: outline)
    editor.moveCursor(toLine: 0, offset: .max)
    current.fields[current.focus].value = .long(editor)
  }

  /// Takes an outline away again to which nothing was added: headings are no minutes.
  mutating func dropUntouchedOutline() {
    guard isWriting, let outline, focusedField?.text == outline else { return }
    current.fields[current.focus].text = ""
  }

  // MARK: 民主评议

  /// Whether the activity is a 民主评议, or counts as one too.
  var isAppraisal: Bool {
    let counted = FieldInput.tokens(page.text("Counts")).compactMap { derived.kinds[$0] }
    return ([kind].compactMap(\.self) + counted).contains(where: \.isAppraisal)
  }

  /// Offers an item for each grade, once: who is named in it is given the grade.
  mutating func proposeGrades() {
    guard base == nil, isAppraisal, let kind, var list = page.items else { return }
    for grade in AppraisalGrade.allCases {
      let title = Phrase.itemGrade(grade).chinese
      guard !list.pages.contains(where: { $0.text("Item") == title }) else { continue }
      var item = emptyItem(of: kind)
      item.isOffered = true
      item.setText("Item", title)
      if kind.itemKinds.contains(.discussion) {
        item.setText("ItemKind", ItemKind.discussion.rawValue)
      }
      item.setText("Resolution", Phrase.resolutionGrade(grade).chinese)
      list.pages.append(item)
    }
    page.items = list
  }

  /// What is told of somebody who may be given the grade of the open item.
  func gradeNote(of member: MemberIdentifier?) -> String {
    guard isAppraisal, openItem != nil, AppraisalGrade(in: current.text("Resolution")) != nil,
      let member, let ledger = derived.ledger
    else { return "" }
    if ledger.member(member, on: derived.day)?.status == .probationary {
      return Phrase.takesNoGrade(derived.language)
    }
    return derived.appraisal?.grades.first { $0.member.id == member }?.grade.rawValue ?? ""
  }

  /// What the rules say about a 民主评议 or an 组织生活会 that is being entered.
  func lifeRemarks(on activity: Activity, _ ledger: Ledger, _ context: Context) -> [Remark] {
    guard let catalog = context.archive?.catalog, !activity.items.isEmpty else { return [] }
    var warnings = derived.appraisal.map { ledger.warnings(of: $0) } ?? []
    let counted = activity.counts.compactMap { derived.kinds[$0] }
    if ([kind].compactMap(\.self) + counted).contains(where: \.isLifeMeeting) {
      warnings += ledger.warnings(of: ledger.lifeMeeting(activity, catalog: catalog))
    }
    let remarks = warnings.map { warning in
      let item = heldItems.enumerated().first { number, _ in
        warning.evidence.contains(activity.reference.item(number + 1))
      }?.element
      return Remark(
        tone: .warning, phrase: warning.kind.phrase, remedy: warning.kind.remedy,
        citation: warning.citation, item: item, field: item == nil ? "Item" : "About")
    }
    // What is said of what was entered comes before what was not entered yet.
    return remarks.filter { $0.item != nil } + remarks.filter { $0.item == nil }
  }
}
