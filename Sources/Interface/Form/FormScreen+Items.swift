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

  /// Adds an item behind the selected one and opens it; behind an election that ended in a tie it
  /// is the next round.
  mutating func addItem(in context: Context) -> [Outcome]? {
    guard let kind, openItem == nil, var list = page.items, let index = page.itemsIndex else {
      return nil
    }
    _ = commit(in: context)
    let isInList = page.focus == index && list.pages.indices.contains(list.selected)
    let position = isInList ? list.selected + 1 : list.pages.count
    let round = isInList ? nextRound(after: list.pages[list.selected]) : nil
    list.pages.insert(round ?? emptyItem(of: kind), at: position)
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
    item.showVoteParts()
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

  /// Takes an item away again into which nothing was entered.
  mutating func dropEmptyItem(_ position: Int) {
    guard var list = page.items, list.pages.indices.contains(position),
      !list.pages[position].isOffered, !heldItems.contains(position)
    else { return }
    list.pages.remove(at: position)
    list.selected = min(position, list.pages.count)
    page.items = list
    faults.removeAll { $0.item == position }
    shiftFaults(from: position, by: -1)
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
}
