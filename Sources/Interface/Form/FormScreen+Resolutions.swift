import Archive
import OrganizationLife
import Wording

extension FormScreen {
  // MARK: The closing of a resolution

  /// Whether the cursor stands in the resolution of an item that is voted on.
  var isAtResolution: Bool {
    openItem != nil && focusedField?.spec.name == "Resolution" && current.voteCount > 0
  }

  /// Whether a closing in the open item's resolution was written from other numbers.
  var hasStaleClosing: Bool { openItem != nil && !staleClosings(of: current).isEmpty }

  /// F3 in a resolution: writes its fixed closing, from the numbers entered and only from them; one
  /// that was written from other numbers is written anew in its place.
  mutating func writeClosing() -> [Outcome]? {
    guard isAtResolution else { return nil }
    let texts = closings(of: current).map(\.whole)
    guard !texts.isEmpty else {
      return [.notice(Notice(isDecidedElsewhere ? .closingNotHere : .noClosing, .warning))]
    }
    if hasStaleClosing { return rewriteClosings() }
    // Of numbers that cannot be nothing is said to have been decided.
    if hasImpossibleVotes { return [.notice(Notice(.closingImpossible, .warning))] }
    let new = texts.filter { !current.text("Resolution").contains($0) }
    guard !new.isEmpty, missingClosings(of: current).isEmpty == false else {
      return [.notice(Notice(.closingIsThere))]
    }
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

  /// Puts the closings of today's numbers in the place of older ones, in their order.
  private mutating func rewriteClosings() -> [Outcome] {
    var text = current.text("Resolution")
    let stale = staleClosings(of: current)
    let missing = missingClosings(of: current)
    for (number, old) in stale.enumerated().reversed() {
      text.replaceSubrange(old, with: missing.indices.contains(number) ? missing[number] : "")
    }
    let further = missing.dropFirst(stale.count)
    let lines = text.split(separator: "\n").map(String.init) + further
    changeText { $0.replaceAll(with: lines.joined(separator: "\n")) }
    return [.notice(Notice(.closingRewritten, .good))]
  }

  /// Closings in a resolution whose numbers are not those entered.
  private func staleClosings(of page: FormPage) -> [Range<String.Index>] {
    let text = page.text("Resolution")
    guard page.voteCount > 0, text.contains("应到会") else { return [] }
    let current = closings(of: page)
    return FixedClosing.ranges(in: text).filter { range in
      !current.contains { text[range].hasPrefix($0.numbers) }
    }
  }

  /// The closings whose numbers do not stand in a resolution.
  private func missingClosings(of page: FormPage) -> [String] {
    let text = page.text("Resolution")
    let written = FixedClosing.ranges(in: text).map { text[$0] }
    return closings(of: page).filter { closing in
      !written.contains { $0.hasPrefix(closing.numbers) }
    }.map(\.whole)
  }

  /// The items with closings that were written from other numbers.
  var staleClosingRemarks: [Remark] {
    heldItems.enumerated().compactMap { number, index in
      guard let item = page.items?.pages[index], !staleClosings(of: item).isEmpty else {
        return nil
      }
      return Remark(
        tone: .warning, phrase: .staleClosing(ofItem: number + 1), remedy: .rewriteClosing,
        item: index, field: "Resolution")
    }
  }

  /// Whether a vote of the open item is another body's to take.
  private var isDecidedElsewhere: Bool {
    guard let activity = derived.activity, let ledger = derived.ledger else { return false }
    return FormScreen.item(current, derived.input).votes.contains {
      ledger.isDecidedElsewhere($0.category, at: activity, kind: kind)
    }
  }

  /// Whether the votes of the open item are more or fewer than can be.
  private var hasImpossibleVotes: Bool {
    guard let own = derived.activity, let ledger = derived.ledger else { return false }
    let (activity, item) = judged(FormScreen.item(current, derived.input), of: own)
    return item.votes.contains {
      ledger.outcome(of: $0, in: item, of: activity, kind: kind).decision == .impossible
    }
  }

  /// The closing of each vote of an item, or that of its election; `numbers` is what it begins
  /// with and nobody rewords.
  private func closings(of page: FormPage) -> [(numbers: String, whole: String)] {
    guard let own = derived.activity, let ledger = derived.ledger else { return [] }
    let (activity, item) = judged(FormScreen.item(page, derived.input), of: own)
    if let election = ledger.election(at: item, of: activity, kind: kind) {
      let turnout = ledger.turnout(for: item, of: activity, kind: kind)
      let closing = election.resolution(turnout, ballots: item.votes.first) { people in
        StrokeOrder.sorted(people) { $0.name }
      }
      return closing.map { [(String($0.dropLast()), $0)] } ?? []
    }
    return item.votes.compactMap { vote in
      // A closing says what was decided, and another body decides it.
      let outcome = ledger.outcome(of: vote, in: item, of: activity, kind: kind)
      guard outcome.decision != .notDecidedHere else { return nil }
      return ledger.resolutionNumbers(of: vote, in: item, of: activity, kind: kind).map {
        ($0.closing.chinese, $0.resolution)
      }
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
