import OrganizationLife
import Wording

extension FormLayout {
  mutating func putItems(_ index: Int, _ page: FormPage) {
    guard let list = page.items else { return }
    newRow()
    let label = page.fields[index].spec.label(language)
    let start = 2 + ColumnWidth.of(label)
    for number in list.pages.indices { putItem(number, list, index, start: start) }
    newRow()
    let row = rows.count - 1
    let isHere = isFocused(index) && list.selected >= list.pages.count
    rows[row].append(piece(isHere ? ">" : " ", start - 1, isHere ? .selected : .normal, 1))
    rows[row].append(piece(Phrase.addItemRow(label)(language), start, isHere ? .selected : .dim))
    anchors.append(Anchor(field: index, part: list.pages.count, row: row, column: start))
    if isHere { cursor = Position(row: row, column: start) }
    column = columns
    rows[list.pages.isEmpty ? row : row - list.pages.count].insert(
      piece(label, 1, .label), at: 0)
  }

  mutating func putItem(_ number: Int, _ list: ItemList, _ index: Int, start: Int) {
    newRow()
    let row = rows.count - 1
    let item = list.pages[number]
    let isHere = isFocused(index) && list.selected == number
    let hasFault = screen.faults.contains { $0.item == number }
    let ordinal = screen.heldItems.firstIndex(of: number).map { "\($0 + 1)" } ?? "-"
    let title = item.text("Item")
    let itemKind =
      screen.kind?.itemKinds == [.part] ? "" : item.text("ItemKind").trimmed
    // A title that begins with its kind says it already.
    let parts = [ordinal, title.hasPrefix(itemKind) ? "" : itemKind, title]
    var left = parts.filter { !$0.isEmpty }.joined(separator: " ")
    var right: [(String, Style)] = []
    if let election = screen.election(of: item) {
      right.append(
        (Phrase.electionState(election)(language), election.decides ? .good : .warning))
    } else {
      for vote in stride(from: 1, through: item.voteCount, by: 1) {
        if let summary = voteSummary(vote, item) { right.append(summary) }
      }
    }
    if item.isOffered {
      right.append((Phrase.offeredItem(language), .dim))
    } else if let field = item.fields.first(where: { $0.spec.name == "Minutes" }),
      case .long(let editor) = field.value, !editor.isEmpty
    {
      right.append((Phrase.minutesLines(editor.lineCount)(language), .dim))
    }
    let rightWidth = right.reduce(0) { $0 + ColumnWidth.of($1.0) + 2 }
    let room = columns - start - 1
    if rightWidth + 12 > room, right.count > 1 { right = [right[0]] }
    let used = right.reduce(0) { $0 + ColumnWidth.of($1.0) + 2 }
    left = left.elided(toColumns: max(8, room - used))
    rows[row].append(
      piece(
        isHere ? ">" : hasFault ? "!" : " ", start - 1,
        isHere ? .selected : hasFault ? .bad : .normal, 1))
    rows[row].append(piece(left, start, isHere ? .selected : item.isOffered ? .dim : .normal))
    var at = start + ColumnWidth.of(left) + 2
    for (position, part) in right.enumerated() {
      let width = ColumnWidth.of(part.0)
      if position == right.count - 1, part.1 == .dim { at = max(at, columns - 1 - width) }
      rows[row].append(piece(part.0, at, part.1))
      at += width + 2
    }
    anchors.append(Anchor(field: index, part: number, row: row, column: start))
    if isHere { cursor = Position(row: row, column: start) }
    column = columns
  }

  /// `无记名 赞成11 不赞成0 弃权1 通过`
  func voteSummary(_ number: Int, _ item: FormPage) -> (String, Style)? {
    guard let vote = item.vote(number, screen.derived.input),
      let ledger = screen.derived.ledger, let activity = screen.derived.activity
    else { return nil }
    let outcome = ledger.outcome(
      of: vote, in: FormScreen.item(item, screen.derived.input), of: activity, kind: screen.kind)
    return (Phrase.voteSummary(vote, outcome)(language), outcome.passed ? .good : .bad)
  }

  /// Below a vote what came of it; below the last candidate of an election that of the whole.
  mutating func putVoteResult(_ number: Int, _ page: FormPage, isLast: Bool) {
    let isElection = page.category(ofVote: number) == .election
    if isElection, !isLast { return }
    let result =
      isElection ? screen.electionSummary(of: page) : screen.result(ofVote: number, in: page)
    guard let (phrase, style) = result else { return }
    for part in packed(phrase(language)) { putRow([piece(part, 1, style)]) }
  }

  /// Behind a candidate's numbers what came of them.
  mutating func putCandidateResult(_ number: Int, _ page: FormPage) {
    guard page.category(ofVote: number) == .election,
      let (phrase, style) = screen.result(ofVote: number, in: page)
    else { return }
    let text = phrase(language)
    let width = ColumnWidth.of(text)
    if column + 1 + width >= columns { newRow() }
    rows[rows.count - 1].append(piece(text, column + 1, style))
    column += width + 2
  }
}
