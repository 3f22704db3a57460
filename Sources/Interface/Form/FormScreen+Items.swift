import OrganizationLife
import Wording

extension FormScreen {
  // MARK: The list

  /// Opens the selected item, or adds one when the cursor stands behind the last.
  mutating func openSelectedItem(in context: Context) -> [Outcome]? {
    guard let list = page.items else { return nil }
    guard list.pages.indices.contains(list.selected) else { return addItem(in: context) }
    openItem = list.selected
    syncVotes()
    current.focus =
      current.fields.firstIndex { $0.spec.kind.isReached && $0.isEmpty && $0.spec.isRequired }
      ?? current.fields.firstIndex { $0.spec.kind.isReached } ?? 0
    isFresh = true
    return []
  }

  /// Adds an item behind the selected one and opens it.
  mutating func addItem(in context: Context) -> [Outcome]? {
    guard let kind, openItem == nil, var list = page.items, let index = page.itemsIndex else {
      return nil
    }
    _ = commit(in: context)
    let isInList = page.focus == index && list.pages.indices.contains(list.selected)
    let position = isInList ? list.selected + 1 : list.pages.count
    list.pages.insert(emptyItem(of: kind), at: position)
    list.selected = position
    page.items = list
    page.focus = index
    shiftFaults(from: position, by: 1)
    touch()
    return openSelectedItem(in: context)
  }

  /// An item without anything in it but its kind where there is only one.
  func emptyItem(of kind: ActivityKind) -> FormPage {
    var item = FormPage(FormSpec.item(kinds: kind.itemKinds))
    if kind.itemKinds.count == 1 { item.setText("ItemKind", kind.itemKinds[0].rawValue) }
    return item
  }

  /// Removes the selected item; Ctrl-Z brings it back.
  mutating func removeItem() -> [Outcome]? {
    guard var list = page.items, list.pages.indices.contains(list.selected) else { return nil }
    let position = list.selected
    let removed = list.pages.remove(at: position)
    list.removed.append(ItemList.Removal(page: removed, position: position))
    list.selected = min(list.selected, list.pages.count)
    page.items = list
    faults.removeAll { $0.item == position }
    shiftFaults(from: position, by: -1)
    touch()
    return [.notice(Notice(.itemRemoved(removed.text("Item"))))]
  }

  /// Moves the selected item among the others.
  mutating func moveItem(by step: Int) -> [Outcome]? {
    guard var list = page.items, list.pages.indices.contains(list.selected) else { return nil }
    let target = list.selected + step
    guard list.pages.indices.contains(target) else { return [] }
    list.pages.swapAt(list.selected, target)
    let moved = [list.selected: target, target: list.selected]
    for index in faults.indices {
      if let item = faults[index].item { faults[index].item = moved[item] ?? item }
    }
    list.selected = target
    page.items = list
    touch()
    return []
  }

  private mutating func shiftFaults(from position: Int, by step: Int) {
    for index in faults.indices {
      if let item = faults[index].item, item >= position { faults[index].item = item + step }
    }
  }

  /// Ctrl-Z brings the item last removed back; space takes a proposed item or lets it go.
  mutating func changeItems(by key: Key) -> [Outcome]? {
    guard var list = page.items else { return nil }
    switch key.folded {
    case .control("z"), .control("_"):
      guard let removal = list.removed.popLast() else { return nil }
      let position = min(removal.position, list.pages.count)
      list.pages.insert(removal.page, at: position)
      list.selected = position
      page.items = list
      shiftFaults(from: position, by: 1)
    case .character(" "):
      guard list.pages.indices.contains(list.selected) else { return nil }
      list.pages[list.selected].isOffered.toggle()
      page.items = list
    default:
      return nil
    }
    touch()
    return []
  }

  /// Whatever is entered into a proposed item makes it one of the meeting's.
  mutating func adoptItem() {
    guard openItem != nil, current.isOffered else { return }
    current.isOffered = false
  }

  // MARK: Votes

  /// Gives an open item of the kind 表决 the fields of its votes: one vote, or one for each
  /// person voted on (逐个表决).
  mutating func syncVotes() {
    guard openItem != nil else { return }
    var item = current
    let about = derived.input.persons(in: item.text("About"))
    let isVote = item.text("ItemKind").trimmed == ItemKind.vote.rawValue
    var wanted = 0
    if isVote {
      wanted = 1
      let first = item.voteCount == 0 ? proposedCategory(of: item) : item.category(ofVote: 1)
      if FormScreen.isPersonal(first) { wanted = max(1, about.count) }
    }
    while item.voteCount > wanted, !item.hasNumbers(vote: item.voteCount) { item.removeLastVote() }
    while item.voteCount < wanted {
      item.addVote()
      let number = item.voteCount
      let category = number == 1 ? proposedCategory(of: item) : item.category(ofVote: 1)
      item.setText("VoteCategory\(number)", category.rawValue)
      item.setText("VoteMethod\(number)", FormScreen.method(of: category))
    }
    if item.voteCount > 0, FormScreen.isPersonal(item.category(ofVote: 1)) {
      for number in 1...item.voteCount
      where about.indices.contains(number - 1) && !item.hasNumbers(vote: number) {
        item.setText("VoteSubject\(number)", derived.input.people.shown(about[number - 1]))
      }
    }
    item.showVoteParts()
    current = item
  }

  /// Votes on people are taken one by one (发展党员工作细则第二十一条).
  private static func isPersonal(_ category: VoteCategory) -> Bool {
    switch category {
    case .admission, .confirmation, .prolongation, .disqualification, .discipline, .election: true
    case .ordinary, .committee: false
    }
  }

  private static func method(of category: VoteCategory) -> String {
    switch category {
    case .ordinary, .committee: "举手"
    default: Vote.secretMethod
    }
  }

  /// What a vote is likely to be on, from the item's title and the body that meets.
  private func proposedCategory(of item: FormPage) -> VoteCategory {
    let title = item.text("Item")
    if kind?.body != .committee {
      let words: [(String, VoteCategory)] = [
        ("延长预备期", .prolongation), ("取消预备", .disqualification), ("转正", .confirmation),
        ("转为正式", .confirmation), ("接收", .admission), ("选举", .election), ("换届", .election),
        ("处分", .discipline),
      ]
      if let found = words.first(where: { title.contains($0.0) }) { return found.1 }
      return .ordinary
    }
    return .committee
  }

  /// The method that goes with a category, as long as nothing was counted.
  mutating func proposeMethod(vote number: Int) {
    var item = current
    guard !item.hasNumbers(vote: number) else { return }
    item.setText("VoteMethod\(number)", FormScreen.method(of: item.category(ofVote: number)))
    current = item
  }

  /// The votes left over when 赞成 and 不赞成 are entered: proposed as 弃权, never entered by
  /// themselves.
  var suggestedAbstentions: (field: String, count: Int)? {
    guard openItem != nil, let number = focusedField?.spec.vote else { return nil }
    return suggestedAbstentions(vote: number).map { ("VoteAbstain\(number)", $0) }
  }

  /// The remainder of a vote of the open item.
  func suggestedAbstentions(vote number: Int) -> Int? {
    openItem == nil ? nil : votesLeft(vote: number, of: current)
  }

  /// The remainder of a vote of an item, while 弃权 is empty.
  func votesLeft(vote number: Int, of item: FormPage) -> Int? {
    guard item.text("VoteAbstain\(number)").trimmed.isEmpty,
      let inFavour = FieldInput.number(item.text("VoteFavour\(number)")),
      let against = FieldInput.number(item.text("VoteAgainst\(number)")),
      let voters = voters(atVote: number, of: item)
    else { return nil }
    let rest = voters - inFavour - against
    return rest >= 0 ? rest : nil
  }

  /// 全票: all in favour. A key of its own, because it says that they were counted.
  mutating func voteUnanimously() -> [Outcome]? {
    guard openItem != nil, let number = focusedField?.spec.vote else { return nil }
    guard let voters = voters(atVote: number, of: current), voters > 0 else {
      return [.notice(Notice(.nobodyMayVote, .warning))]
    }
    var item = current
    item.setText("VoteFavour\(number)", "\(voters)")
    item.setText("VoteAgainst\(number)", "0")
    item.setText("VoteAbstain\(number)", "0")
    current = item
    removeFaults(at: "VoteFavour\(number)")
    adoptItem()
    touch()
    return []
  }

  /// Voters at an item: those present with a vote, and written opinions.
  private func voters(atVote number: Int, of page: FormPage) -> Int? {
    guard let activity = derived.activity, let ledger = derived.ledger else { return nil }
    let item = FormScreen.item(page, derived.input)
    let turnout = ledger.turnout(for: item, of: activity, kind: kind)
    let written =
      page.category(ofVote: number).allowsWrittenOpinions
      ? FieldInput.number(page.text("VoteWritten\(number)")) ?? 0 : 0
    return turnout.eligiblePresent + written
  }

  /// The numbers and the result of a vote of an item: `应到会有表决权14 实到12 · 需8票 · 通过`.
  func result(ofVote number: Int, in page: FormPage) -> (Phrase, Style)? {
    guard let activity = derived.activity, let ledger = derived.ledger else { return nil }
    let item = FormScreen.item(page, derived.input)
    let turnout = ledger.turnout(for: item, of: activity, kind: kind)
    let counted = page.vote(number, derived.input)
    let vote = counted ?? Vote(category: page.category(ofVote: number))
    let outcome = ledger.outcome(of: vote, in: item, of: activity, kind: kind)
    let style: Style =
      !outcome.mayVote ? .bad : counted == nil ? .dim : outcome.passed ? .good : .bad
    return (.voteResult(turnout, outcome, isCounted: counted != nil), style)
  }
}
