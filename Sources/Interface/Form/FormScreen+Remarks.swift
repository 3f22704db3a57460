import OrganizationLife
import Wording

/// Something that the form says about what stands in it, with the field concerned. None of it
/// keeps a record from being saved.
struct Remark: Hashable, Sendable {
  /// How it is meant.
  enum Tone: Hashable, Sendable {
    /// A complete record would have it (还缺).
    case missing
    /// A rule says something about it (提示).
    case warning
    /// Numbers that do not fit together.
    case fault
  }

  /// How it is meant.
  var tone: Tone
  /// What it says.
  var phrase: Phrase
  /// What to do about it.
  var remedy: Phrase?
  /// The article behind it.
  var citation: Citation?
  /// The item, from 0; nil for the form itself.
  var item: Int?
  /// The field of the record.
  var field: String
  /// The field of the form at which it is put right, when another.
  var target: String?
  /// The vote of the item, from 1.
  var vote: Int?
  /// Whom it concerns on the roster.
  var member: MemberIdentifier?

  /// The sentence with its article: `…(党内法规 支部工作条例(试行)第十一条)`.
  var whole: Phrase {
    citation.map(phrase.cited) ?? phrase
  }

  /// The sentence with as much of its article as there is room for, shortened by whole parts: the
  /// level goes first, then further articles, then the article.
  func text(columns: Int, _ language: Language) -> String {
    guard let citation else { return phrase(language).elided(toColumns: columns) }
    let articles = citation.article.split(separator: ";").map(String.init)
    let shortened = [citation.article, articles.first ?? ""].filter { !$0.isEmpty }
      .map { "\(phrase(language))(\($0))" }
    let forms = [whole(language)] + shortened
    return forms.first { ColumnWidth.of($0) <= columns }
      ?? phrase(language).elided(toColumns: columns)
  }
}

extension FormScreen {
  /// What is missing in an activity, what in it does not fit together, and what the rules say.
  func remarks(on activity: Activity, _ kind: ActivityKind, _ ledger: Ledger) -> [Remark] {
    var found = page.fields.filter {
      ["Date", "Reason"].contains($0.spec.id) && $0.spec.isRequired && $0.isEmpty
    }.map { Remark(tone: .missing, phrase: $0.spec.label, field: $0.spec.name) }
    found += ledger.gaps(in: activity, kind: kind).map(remark)
    found += openAbstentions
    found += ledger.faults(in: activity, kind: kind).map { fault in
      Remark(
        tone: .fault, phrase: fault.phrase, item: index(ofItem: fault.item), field: fault.field,
        vote: number(ofVote: fault.vote, inItem: fault.item))
    }
    for warning in ledger.warnings(in: activity, kind: kind) {
      guard case .meeting(let meeting) = warning.kind else { continue }
      found.append(
        Remark(
          tone: .warning, phrase: meeting.phrase, remedy: meeting.remedy,
          citation: warning.citation, item: index(ofItem: meeting.item), field: meeting.field,
          target: meeting.formField, vote: number(ofVote: meeting.vote, inItem: meeting.item)))
    }
    found += doubts(about: activity, kind, ledger) + staleClosingRemarks
    found += untakenSlots(of: kind) + absentOfficials(at: activity, kind)
    // The candidates of an election share a ballot, and what it lacks is said once.
    var seen: Set<Phrase> = []
    return found.filter { seen.insert($0.phrase).inserted }
  }

  /// The fixed items of a meeting without a roster that nothing was recorded of: its order of
  /// business is what makes it one.
  private func untakenSlots(of kind: ActivityKind) -> [Remark] {
    guard kind.body == .people, let list = page.items else { return [] }
    let held = heldItems.map { list.pages[$0].text("Item").trimmed }
    return kind.presets.map { FieldInput.headAndTail($0) }.compactMap { preset in
      // A part (环节) is one of several that may be chosen.
      guard let itemKind = ItemKind(rawValue: preset.head), itemKind != .part,
        !held.contains(where: { $0.hasPrefix(preset.tail) })
      else { return nil }
      return Remark(tone: .warning, phrase: .slotNotTaken(preset.tail), field: "Item")
    }
  }

  /// Who presided or kept the record, and is not among those who came, where these are named.
  private func absentOfficials(at activity: Activity, _ kind: ActivityKind) -> [Remark] {
    let came = activity.present + activity.video
    guard kind.body == .people, !kind.isConversation, !came.isEmpty else { return [] }
    return [("Presider", activity.presider), ("Recorder", activity.recorder)].compactMap {
      field, person in
      guard let person, page.index(of: field) != nil,
        !came.contains(where: { $0.isSame(as: person) })
      else { return nil }
      return Remark(
        tone: .warning, phrase: .notAmongThosePresent(.label(ofField: field), person.name),
        field: field)
    }
  }

  private func doubts(
    about activity: Activity, _ kind: ActivityKind, _ ledger: Ledger
  ) -> [Remark] {
    let near = derived.input.people.near.map(\.person)
    return ledger.doubts(in: activity, kind: kind, people: near).map { doubt in
      let vote = number(ofVote: doubt.vote, inItem: doubt.item)
      var remark = Remark(
        tone: .warning, phrase: doubt.phrase, remedy: doubt.remedy, citation: doubt.citation,
        item: index(ofItem: doubt.item), field: "Vote", vote: vote)
      switch doubt {
      case .tied, .opinionOnly: break
      case .counterAway(_, _, _, let isScrutineer), .counterFromOutside(_, _, _, let isScrutineer):
        remark.target = (isScrutineer ? "VoteScrutineers" : "VoteTellers") + "\(vote ?? 1)"
      case .titleNamesAnother: remark.field = "Item"
      }
      return remark
    }
  }

  private func remark(_ gap: Gap) -> Remark {
    var remark = Remark(
      tone: .missing, phrase: gap.phrase, item: index(ofItem: gap.item), field: gap.field,
      target: gap.formField, vote: number(ofVote: gap.vote, inItem: gap.item))
    switch gap {
    case .absenceWithoutReason(let person): remark.member = person.id
    case .unmarked(let members): remark.member = members.first?.id
    case .noItems where kind?.itemKinds == [.part]: remark.phrase = .part
    case .empty(let field) where kind?.isConversation == true:
      remark.phrase = page.fields.first { $0.spec.name == field }?.spec.label ?? remark.phrase
    default: break
    }
    return remark
  }

  /// 弃权 of votes whose remainder nobody has confirmed.
  private var openAbstentions: [Remark] {
    heldItems.enumerated().flatMap { number, index -> [Remark] in
      guard let item = page.items?.pages[index] else { return [] }
      let open = (1...max(1, item.voteCount)).first { (votesLeft(vote: $0, of: item) ?? 0) > 0 }
      return open.map {
        [
          Remark(
            tone: .missing, phrase: .abstentions(ofItem: number + 1), item: index,
            field: "VoteAbstain\($0)", vote: $0)
        ]
      } ?? []
    }
  }

  /// The page of an item that the rules count from 1 among those held.
  private func index(ofItem number: Int?) -> Int? {
    number.flatMap { heldItems.indices.contains($0 - 1) ? heldItems[$0 - 1] : nil }
  }

  /// The vote of the page that the rules count from 1 among those counted.
  private func number(ofVote vote: Int?, inItem item: Int?) -> Int? {
    guard let vote, let index = index(ofItem: item), let page = page.items?.pages[index] else {
      return nil
    }
    let counted = stride(from: 1, through: page.voteCount, by: 1).filter {
      page.vote($0, derived.input) != nil
    }
    return counted.indices.contains(vote - 1) ? counted[vote - 1] : vote
  }

  /// Those about what is on the screen: the open item, or the whole form.
  var remarksHere: [Remark] {
    guard let openItem else { return derived.remarks }
    return derived.remarks.filter { $0.item == openItem }
  }

  /// What the rules say about the field on which the cursor stands.
  var remarkAtFocus: Remark? {
    guard let field = focusedField else { return nil }
    let own = remarksHere.filter { $0.tone != .missing && $0.item == openItem }
    if case .items(let list) = field.value {
      return remarksHere.first { $0.tone != .missing && $0.item == list.selected }
    }
    if field.spec.kind == .attendance {
      return own.first { FormSpec.attendanceFields.contains($0.field) }
    }
    return own.first { remark in
      if remark.target == field.spec.id { return true }
      if let vote = field.spec.vote {
        return remark.field == "Vote" && (remark.vote ?? vote) == vote
      }
      return remark.field == field.spec.name
    }
  }

  // MARK: The list of them

  /// What F2 would refuse, before everything else that is said of what is on the screen. A field is
  /// named once: as missing where nothing stands in it, as wrong where something does.
  private func listedRemarks(in context: Context) -> [Remark] {
    let refused = refusals(in: context).filter { openItem == nil || $0.item == openItem }
    let said = remarksHere
    let wrong = refused.filter { fault in
      isFilled(fault)
        || !said.contains {
          $0.tone == .missing && $0.item == fault.item && $0.field == fault.field
        }
    }
    let others = said.filter { remark in
      remark.tone != .missing
        || !wrong.contains { $0.item == remark.item && $0.field == remark.field }
    }
    return wrong.map { fault in
      Remark(
        tone: .fault, phrase: fault.phrase, item: fault.item, field: fault.field,
        target: fault.field, member: fault.seat.flatMap { page.roster?.seats[$0].person.id })
    } + others
  }

  /// Whether something stands in the field that cannot be saved as it is.
  private func isFilled(_ fault: PlacedFault) -> Bool {
    let target = fault.item.flatMap { page.items?.pages[$0] } ?? page
    return target.index(of: fault.field).map { !target.fields[$0].isEmpty } ?? false
  }

  /// F5: everything missing and everything said, each leading to its field.
  mutating func openRemarks(in context: Context) -> [Outcome] {
    _ = commit(in: context)
    let remarks = listedRemarks(in: context)
    guard !remarks.isEmpty else { return [.notice(Notice(.nothingToRemark, .good))] }
    let language = derived.language
    let room = ChoiceBox.columnsOfLabels(in: context.session.size)
    return [
      .overlay(
        .choices(
          ChoiceBox(
            id: FormScreen.remarksChoice, title: .remarksTitle(remarks.count),
            choices: remarks.enumerated().map { number, remark in
              let label =
                remark.tone == .missing
                ? Phrase.missingOne(remark.phrase(language))(language)
                : remark.text(columns: room, language)
              return Choice(value: "\(number)", label: label)
            })))
    ]
  }

  /// The box of remarks.
  static let remarksChoice = "remarks"

  /// Puts the cursor on the field that a remark concerns.
  mutating func goToRemark(_ values: [String], in context: Context) -> [Outcome] {
    let remarks = listedRemarks(in: context)
    guard let number = values.first.flatMap({ Int($0) }), remarks.indices.contains(number) else {
      return []
    }
    let remark = remarks[number]
    _ = commit(in: context)
    if let item = remark.item, var list = page.items, list.pages.indices.contains(item) {
      list.selected = item
      page.items = list
      page.focus = page.itemsIndex ?? page.focus
      _ = openSelectedItem(in: context)
    } else {
      openItem = nil
    }
    isFresh = true
    let notice = Outcome.notice(
      Notice(remark.remedy ?? remark.phrase, remark.tone == .missing ? .plain : .warning))
    if openItem == nil, FormSpec.attendanceFields.contains(remark.field),
      let index = page.rosterIndex, var roster = page.roster
    {
      page.focus = index
      roster.focus =
        roster.seats.firstIndex { $0.person.id == remark.member && remark.member != nil }
        ?? roster.focus
      page.roster = roster
      return [notice]
    }
    let wanted = [
      remark.target, remark.field == "Vote" ? "VoteFavour\(remark.vote ?? 1)" : remark.field,
    ].compactMap(\.self)
    let places = wanted.compactMap { current.index(of: $0) }
    if let index = places.first(where: { current.fields[$0].spec.kind.isReached }) {
      current.focus = index
    }
    return [notice]
  }
}
